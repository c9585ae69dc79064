# SPDX-License-Identifier: MIT
# Which tests speak about a source file: for `make mutants` (tests/mutants.sh) and `make quick` (tests/quick.sh), which source this.

# words_of FLOOR FILE: words in the names of the tests that speak about a floor; the name of the file gives more.
words_of() {
    case $1 in
    base) echo 'arena bits date diag hash jail seal text utf8 small' ;;
    pack) echo 'expr yaml test-pack prepared engine_freeze bad-packs kinds/' ;;
    engine) echo 'engine_ session sources explain' ;;
    author | check) echo 'test-check tests/check/ bad-packs' ;;
    tongue) echo 'i18n mo tongue/' ;;
    view) echo 'pages page-parts search sources explain visits session-' ;;
    case) echo 'code sealed seal cases ticks sources assess desk' ;;
    wizard) echo 'verbs wizard action line diplomas phone' ;;
    paper) echo 'cells paint plain report letter print paper' ;;
    front) echo 'keys looks test-screen line paste mouse signals' ;;
    app) echo 'exit-codes manual contract completion assess install print kiosk/' ;;
    esac
    basename "$2" .c | sed 's/^cmd_//' | tr '_-' '\n\n' | awk 'length > 3'
}
