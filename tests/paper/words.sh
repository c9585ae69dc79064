# SPDX-License-Identifier: MIT
# The words alone of a paper, to see whether two of its forms say the same; read with `. "$TANU_SRC/tests/paper/words.sh"`. Tags,
# entities, drawings, bars of a timeline, frames of text, numbers of pages and blanks go.

words_bare() {
    tr -d '\n\t\f :=[]-'
}
words_of_html() {
    sed -e '1,/<body>/d' -e '/<svg/,/<.svg>/d' -e 's/<[^>]*>//g' -e 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g' "$1" |
        words_bare
}
words_of_text() {
    sed '/^ *[0-9][0-9]* *[█░][█░]*$/d' "$1" | words_bare
}
words_of_pdf() {
    pdftotext -raw "$1" - | sed 's/^\f//; /^[0-9]* \/ [0-9]*$/d; /^[0-9]\{1,2\}$/d' | words_bare
}
