#!/bin/sh
# SPDX-License-Identifier: MIT
# One faulty pack for every code that the loader knows: the tiny pack, edited by the commands of
# the case, must give exactly the lines that begin with "> ". Also: every code in src/pack has a
# case here and a row in doc/pack-codes.md, and the other way round.
set -eu
src=${TANU_SRC:-$(cd "$(dirname "$0")/../.." && pwd)}
loadpack=${LOADPACK:-${TANU_BUILD:-$PWD}/tests/bad-packs/loadpack}
LC_ALL=C.UTF-8
export LC_ALL
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0

bad() {
    cat >case
    rm -rf pack
    cp -R "$src/tests/packs/tiny" pack
    chmod -R u+w pack
    grep -v '^> ' case >edit
    (cd pack && sh -eu ../edit)
    sed -n 's/^> //p' case >want
    "$loadpack" pack 2>errors >all && : || :
    grep -E '^[^ ].*: (error|warning): .* \[[a-z0-9-]+\]$' all >got || :
    echo "$1" >>codes
    if ! cmp -s want got || [ -s errors ]; then
        echo "FAIL: $1"
        diff -u want got || :
        cat errors
        failed=1
    fi
}

# ---- files and folders --------------------------------------------------

bad cannot-read <<'END'
> pack/rules/loop.yaml: error: Too many levels of symbolic links [cannot-read]
ln -s loop.yaml rules/loop.yaml
END

bad cannot-read <<'END'
> pack: error: a pack is a folder; this is none [cannot-read]
rm -r ../pack
touch ../pack
END

bad cannot-read <<'END'
> pack: error: No such file or directory [cannot-read]
rm -r ../pack
END

bad missing-file <<'END'
> pack/questions.yaml: error: every pack needs this file [missing-file]
rm questions.yaml
END

bad outside-pack <<'END'
> pack/rules/more.yaml: error: this link leads out of the pack; copy the file [outside-pack]
ln -s /etc/hostname rules/more.yaml
END

bad not-a-file <<'END'
> pack/rules/pipe.yaml: error: this is no ordinary file [not-a-file]
mkfifo rules/pipe.yaml
END

bad bad-file-name <<'END'
> pack/countries/C N.yaml: error: a file name here may hold only the letters a to z, digits, ".", "_" and "-" [bad-file-name]
mv countries/CN.yaml 'countries/C N.yaml'
END

# What stands in a file that was not read is not said to be missing.
bad bad-file-name <<'END'
> pack/countries/K Z.yaml: error: a file name here may hold only the letters a to z, digits, ".", "_" and "-" [bad-file-name]
mv countries/KZ.yaml 'countries/K Z.yaml'
END

bad file-name <<'END'
> pack/countries/AU.yaml:2:10: error: the file of the country CN is countries/CN.yaml [file-name]
mv countries/CN.yaml countries/AU.yaml
END

bad stray-file <<'END'
> pack/rules/papers.yml: warning: this file is not read; files of a pack end in .yaml [stray-file]
cp rules/papers.yaml rules/papers.yml
END

bad too-many-files <<'END'
> pack: error: a pack may have 2000 files at most [too-many-files]
for i in $(seq 2000); do printf 'sources:\n  - id: s%s\n    text: x\n    as_of: 2026\n    status: verified\n' "$i" >"rules/s$i.yaml"; done
END

bad file-too-large <<'END'
> pack/rules/large.yaml: error: a file may have 1 MiB at most; split it [file-too-large]
head -c 1048577 /dev/zero | tr '\0' '#' >rules/large.yaml
END

bad pack-too-large <<'END'
> pack/rules/papers.yaml: error: all files of a pack may have 4 MiB at most [pack-too-large]
for f in pack questions rules/outcomes rules/papers; do head -c 1000000 /dev/zero | tr '\0' '#' >>$f.yaml; done
head -c 200000 /dev/zero | tr '\0' '#' >>rules/findings.yaml
END


# ---- characters ---------------------------------------------------------

bad bad-utf8 <<'END'
> pack/pack.yaml:27:3: error: this is not UTF-8; save the file as UTF-8 [bad-utf8]
printf '# \377\n' >>pack.yaml
END

bad bad-utf8 <<'END'
> pack/pack.yaml:1:1: error: this file is UTF-16; save it as UTF-8 [bad-utf8]
iconv -f UTF-8 -t UTF-16 pack.yaml >x && mv x pack.yaml
END

bad bad-character <<'END'
> pack/pack.yaml:1:1: error: the file begins with a byte order mark; save it as UTF-8 without BOM [bad-character]
{ printf '\357\273\277'; cat pack.yaml; } >x && mv x pack.yaml
END

bad bad-character <<'END'
> pack/questions.yaml:70:10: error: tabs are not allowed; use two spaces [bad-character]
printf '    hint:\tA tab\n' >>questions.yaml
END

# Escapes in double quotes, one a kind: what is written as an escape stands in the text all the same.
escaped() { # ESCAPE REASON [CODE]
    bad "${3:-bad-character}" <<END
> pack/countries/CN.yaml:23:11: error: $2 [${3:-bad-character}]
sed -i 's/text: 360 yuan./text: "360 $1 yuan"/' countries/CN.yaml
END
}
also='(also not as an escape)'
escaped '\\e[31m' "control characters are not allowed $also"
escaped '\\0' "control characters are not allowed $also"
escaped '\\x7f' "control characters are not allowed $also"
escaped '\\t' "tabs are not allowed; use two spaces $also"
escaped '\\r' "carriage returns are not allowed; save the file with Unix line ends $also"
escaped '\\N' "control characters are not allowed $also"
escaped '\\x9b31m' "control characters are not allowed $also"
escaped '\\L' "control characters are not allowed $also"
escaped '\\P' "control characters are not allowed $also"
escaped '\\u202e' "characters that change the direction of text are not allowed $also"
escaped '\\u200e' "characters that change the direction of text are not allowed $also"
escaped '\\u00ad' "invisible characters (soft hyphen, zero width) are not allowed $also"
escaped '\\ufeff' "invisible characters (soft hyphen, zero width) are not allowed $also"
escaped '\\ue000' "this character is not assigned in Unicode $also"
escaped '\\U0001f600' "pictures and emoji are not allowed; many terminals cannot show them $also"
escaped 'e\\u0301' "this letter is written as several characters; save the file in the form NFC" not-nfc

bad not-nfc <<'END'
> pack/pack.yaml:27:6: error: this letter is written as several characters; save the file in the form NFC [not-nfc]
printf '# cafe\314\201\n' >>pack.yaml
END


# ---- yaml ---------------------------------------------------------------

bad yaml-syntax <<'END'
> pack/rules/papers.yaml:5:16: error: this is not YAML: mapping values are not allowed in this context; a text with ": " in it needs quotes, or ">-" and a new line (the rest of the file was not read) [yaml-syntax]
sed -i 's/text: Your diploma/text: Yours: a diploma/' rules/papers.yaml
END

bad yaml-anchor <<'END'
> pack/rules/papers.yaml:5:11: error: anchors (&d) are not used here; write the value out [yaml-anchor]
sed -i 's/text: Your diploma/text: \&d Your diploma/' rules/papers.yaml
END

bad yaml-alias <<'END'
> pack/rules/papers.yaml:5:11: error: aliases (*d) are not used here; write the value out [yaml-alias]
sed -i 's/text: Your diploma/text: *d/' rules/papers.yaml
END

# What was lost behind it is not missing elsewhere.
bad yaml-alias <<'END'
> pack/questions.yaml:23:12: error: aliases (*x) are not used here; write the value out [yaml-alias]
sed -i 's/label: Which qualification do you have?/label: *x/' questions.yaml
END

bad yaml-tag <<'END'
> pack/rules/papers.yaml:5:11: error: tags (tag:yaml.org,2002:str) are not used here; remove it [yaml-tag]
sed -i 's/text: Your diploma/text: !!str Your diploma/' rules/papers.yaml
END

bad yaml-flow <<'END'
> pack/pack.yaml:6:12: error: write the list in block style, one item a line [yaml-flow]
sed -i 's/^languages:/languages: [en]/; /^  - en/d' pack.yaml
END

bad yaml-directive <<'END'
> pack/pack.yaml:1:1: error: directives (%YAML, %TAG) are not used here; remove the line [yaml-directive]
sed -i '1i %YAML 1.1\n---' pack.yaml
END

bad many-documents <<'END'
> pack/pack.yaml:27:1: error: a file holds one document; remove the second "---" or split the file [many-documents]
printf -- '---\nid: second\n' >>pack.yaml
END

bad key-not-word <<'END'
> pack/pack.yaml:27:3: error: a key must be a word [key-not-word]
printf '? - a\n: b\n' >>pack.yaml
END

bad too-deep <<'END'
> pack/pack.yaml:27:17: error: mappings and lists may be nested 8 deep at most [too-deep]
printf '  - - - - - - - - y\n' >>pack.yaml
END

bad too-many-nodes <<'END'
> pack/pack.yaml:19982:5: error: a file holds at most 20000 keys, values and items; split it [too-many-nodes]
for i in $(seq 20000); do echo '  - x'; done >>pack.yaml
END

bad too-many-keys <<'END'
> pack/pack.yaml:153:5: error: a mapping has at most 128 keys [too-many-keys]
for i in $(seq 127); do echo "    k$i: x"; done >>pack.yaml
END

bad string-too-long <<'END'
> pack/pack.yaml:26:8: error: this text has 4001 bytes; at most 4000 are allowed [string-too-long]
printf 'title2: %s\n' "$(head -c 4001 /dev/zero | tr '\0' x)" >>pack.yaml
sed -i '/^title:/d; s/^title2:/title:/' pack.yaml
END

bad duplicate-key <<'END'
> pack/rules/papers.yaml:6:5: error: the key "text" is already on line 5; keep one of them [duplicate-key]
sed -i '/text: Your diploma/a\    text: Your diploma again' rules/papers.yaml
END

bad empty-file <<'END'
> pack/rules/empty.yaml:1:1: error: the file is empty; remove it or fill it [empty-file]
printf '# nothing yet\n' >rules/empty.yaml
END


# ---- form ---------------------------------------------------------------

bad unknown-key <<'END'
> pack/rules/findings.yaml:23:5: error: a finding has no key "remedi" (did you mean "remedy"?) [unknown-key]
sed -i 's/    remedy:/    remedi:/' rules/findings.yaml
END

bad missing-key <<'END'
> pack/rules/findings.yaml:17:5: error: a finding needs "effect:" [missing-key]
sed -i '/    effect: difference/d' rules/findings.yaml
END

bad missing-key <<'END'
> pack/instruments/tokyo-2011.yaml:18:9: error: "when:" and "otherwise:" stand together: the second says to a person whose case is left out what the instrument asks for [missing-key]
sed -i 's/^  levels:/  when: level == bachelor\n  levels:/' instruments/tokyo-2011.yaml
END

bad missing-evidence <<'END'
> pack/rules/findings.yaml:3:5: error: a source needs "status:"; every fact says where it was read, when, and how sure it is [missing-evidence]
sed -i '0,/    status: verified/{/    status: verified/d}' rules/findings.yaml
END

bad wrong-type <<'END'
> pack/rules/papers.yaml:13:7: error: a list, one "- id" a line, is expected here, not a text [wrong-type]
sed -i '0,/^      - textbook/s//      textbook/' rules/papers.yaml
END

bad empty-value <<'END'
> pack/rules/papers.yaml:5:10: error: a text is missing after "text"; fill it or remove the key [empty-value]
sed -i 's/text: Your diploma/text:/' rules/papers.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:58:10: error: "twelve" does not fit here; write a number with at most three decimals, such as 3.5 [bad-value]
sed -i 's/max: 12/max: twelve/' questions.yaml
END

bad half-duration <<'END'
> pack/countries/KZ.yaml:33:5: error: takes: and unit: go together: how many, and of what (days, working_days, weeks, months) [half-duration]
sed -i 's/^    text: 30 working days\./&\n    takes: 30/' countries/KZ.yaml
END

bad missing-question <<'END'
> pack/countries/KZ.yaml:37:7: error: the pack has no question "profession", so no profession can be left out [missing-question]
sed -i 's/^    text: 30 working days\./&\n    professions_left_out:\n      - medicin/' countries/KZ.yaml
END

bad unknown-choice <<'END'
> pack/countries/KZ.yaml:13:9: error: "batchelor" is no choice of the question "level" (did you mean "bachelor"?) [unknown-choice]
sed -i 's/^    name: The Kazakh centre/&\n    levels:\n      - batchelor/' countries/KZ.yaml
END

bad unknown-word <<'END'
> pack/rules/findings.yaml:19:14: error: "boths" is not known here (did you mean "both"?) [unknown-word]
sed -i '0,/reading: both/s//reading: boths/' rules/findings.yaml
END

bad bad-number <<'END'
> pack/rules/outcomes.yaml:7:13: error: "-90" is no whole number from 0 to 1000000 [bad-number]
sed -i 's/favour: 90/favour: -90/' rules/outcomes.yaml
END

bad bad-date <<'END'
> pack/instruments/tokyo-2011.yaml:42:14: error: "2014-02-30" is no date such as 2026-03-31 [bad-date]
sed -i 's/deposit: 2014-08-15/deposit: 2014-02-30/' instruments/tokyo-2011.yaml
END

bad bad-range <<'END'
> pack/cases/cases.yaml:14:23: error: the question "duration_years" takes no "4": it is out of range [bad-value]
> pack/questions.yaml:58:10: error: "max:" is smaller than "min:" [bad-range]
sed -i 's/max: 12/max: 0.25/' questions.yaml
END

bad date-order <<'END'
> pack/instruments/tokyo-2011.yaml:68:12: error: "until:" is earlier than "in_force:" [date-order]
sed -i 's/until: 2025-06-01/until: 2018-06-01/; s/deposit: 2019-03-10/in_force: 2019-04-01/' instruments/tokyo-2011.yaml
END

bad date-order <<'END'
> pack/instruments/tokyo-2011.yaml:56:16: error: "not_after:" is earlier than "not_before:" [date-order]
sed -i '/not_before: 2026-03-01/a\    not_after: 2026-02-28' instruments/tokyo-2011.yaml
END

bad date-order <<'END'
> pack/instruments/tokyo-2011.yaml:43:16: error: "not_after:" needs a "not_before:", from which on it is open [date-order]
sed -i '/deposit: 2014-08-15/a\    not_after: 2026-02-28' instruments/tokyo-2011.yaml
END

bad date-order <<'END'
> pack/instruments/tokyo-2011.yaml:68:15: error: "in_force:" is earlier than "deposit:" [date-order]
sed -i '/deposit: 2019-03-10/a\    in_force: 2019-03-09' instruments/tokyo-2011.yaml
END

# On one and the same day each of them is in order.
bad date-order <<'END'
sed -i '/not_before: 2026-03-01/a\    not_after: 2026-03-01' instruments/tokyo-2011.yaml
sed -i 's/until: 2025-06-01/until: 2019-03-10/; /deposit: 2019-03-10/a\    in_force: 2019-03-10' instruments/tokyo-2011.yaml
END

bad bad-placeholder <<'END'
> pack/countries/KZ.yaml:78:27: error: there is no placeholder {ofice} (did you mean "office"?) [bad-placeholder]
sed -i 's/Apply online to {office}/Apply online to {ofice}/' countries/KZ.yaml
END

bad key-not-for-type <<'END'
> pack/questions.yaml:56:12: error: "asked: papers" is for questions with choices and without "relevant:" [key-not-for-type]
sed -i '0,/    type: number/s//    type: number\n    asked: papers/' questions.yaml
END

bad key-not-for-type <<'END'
> pack/questions.yaml:56:11: error: "tick:" is for a question of type one with "asked: papers" and "usual:" [key-not-for-type]
sed -i '0,/    type: number/s//    type: number\n    tick: I had to flee./' questions.yaml
END

bad bad-value <<'END'
> pack/cases/cases.yaml:14:23: error: the question "duration_years" takes no "12.5": it is out of range [bad-value]
sed -i 's/duration_years: 4/duration_years: 12.5/' cases/cases.yaml
END

bad bad-value <<'END'
> pack/cases/cases.yaml:14:23: error: the question "duration_years" takes no "0.25": it is out of range [bad-value]
sed -i 's/duration_years: 4/duration_years: 0.25/' cases/cases.yaml
END

# The ends themselves are in range.
bad bad-value <<'END'
sed -i 's/duration_years: 4/duration_years: 12/' cases/cases.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:56:16: error: "not_after:" names an earlier question of the same type with numbers or dates; "level" is none [bad-value]
sed -i '0,/    type: number/s//    type: number\n    not_after: level/' questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:56:12: error: "first:" of a question of type one names an earlier one of that type; "level" is none [bad-value]
sed -i '0,/    type: number/s//    type: number\n    first: level/' questions.yaml
END

bad unknown-word <<'END'
> pack/questions.yaml:56:12: error: "family" is not known here; it is one of: diploma, person [unknown-word]
sed -i '0,/    type: number/s//    type: number\n    about: family/' questions.yaml
END

bad key-not-for-type <<'END'
> pack/questions.yaml:63:5: error: "range_message:" does not fit a question of this type [key-not-for-type]
sed -i 's/    none_label: None/    range_message: None/' questions.yaml
END

bad key-not-for-type <<'END'
> pack/questions.yaml:64:5: error: "opener:" does not fit a question of this type [key-not-for-type]
> pack/questions.yaml:65:5: error: "opener_hint:" does not fit a question of this type [key-not-for-type]
> pack/questions.yaml:66:5: error: "some_label:" does not fit a question of this type [key-not-for-type]
sed -i 's/    none_label: None/&\n    opener: Any?\n    opener_hint: Look.\n    some_label: Some/' questions.yaml
END


# ---- ids and references -------------------------------------------------

bad bad-id <<'END'
> pack/rules/papers.yaml:31:9: error: "Young_treaty" is no id: ids of this kind (notice) have lower-case letters, digits and "-", at most 64 [bad-id]
sed -i 's/id: young-treaty/id: Young_treaty/' rules/papers.yaml
END

bad id-prefix <<'END'
> pack/countries/KZ.yaml:68:9: error: the ids of rules in this file begin with "kz-"; write "kz-diploma-kz" [id-prefix]
sed -i 's/id: kz-diploma/id: diploma-kz/' countries/KZ.yaml
END

bad id-prefix <<'END'
> pack/countries/KZ.yaml:9:9: error: the ids of rules in this file begin with "kz-"; write "kz-centre" [id-prefix]
> pack/countries/KZ.yaml:27:9: error: the ids of rules in this file begin with "kz-"; write "kz-fee" [id-prefix]
sed -i 's/: kz-centre/: centre/; s/: kz-fee/: fee/' countries/KZ.yaml
END

bad duplicate-id <<'END'
> pack/rules/papers.yaml:31:9: error: the id "reasons" is taken already, in rules/papers.yaml:24 [duplicate-id]
sed -i 's/id: young-treaty/id: reasons/' rules/papers.yaml
END

bad duplicate-reference <<'END'
> pack/rules/papers.yaml:14:9: error: "textbook" stands in this list already [duplicate-reference]
sed -i '0,/      - textbook/s//      - textbook\n      - textbook/' rules/papers.yaml
END

# `all NAME`: a group that nothing is in; what it holds stands in the list already; a list of one country.
bad unresolved-reference <<'END'
> pack/rules/papers.yaml:22:9: error: nothing here has "group: paper" [unresolved-reference]
> pack/rules/papers.yaml:24:9: error: nothing here has "group: step" [unresolved-reference]
sed -i 's/^    order: 10$/    order: 10\n    group: papers/; s/^    office: authority$/    overrides:\n      - all paper\n    excludes:\n      - all step\n&/' rules/papers.yaml
END

bad duplicate-reference <<'END'
> pack/rules/papers.yaml:13:9: error: "diploma" stands in this list already [duplicate-reference]
sed -i 's/^    text: Your diploma$/&\n    group: papers/; s/^    text: Transcript of marks$/    overrides:\n      - diploma\n      - all papers\n&/' rules/papers.yaml
END

bad other-country <<'END'
> pack/countries/KZ.yaml:77:9: error: a group holds things of all countries; name your own [other-country]
sed -i 's/^      - apply$/      - all apply/' countries/KZ.yaml
sed -i 's/^    text: Apply to {office}.$/&\n    group: apply/' rules/papers.yaml
END

bad warning-left-out <<'END'
> pack/rules/papers.yaml:35:7: error: a warning is always shown: "said_by:" is for "severity: info" [warning-left-out]
sed -i 's/^    severity: info$/    severity: warning\n    said_by:\n      - transcript/' rules/papers.yaml
END

bad unresolved-reference <<'END'
> pack/rules/findings.yaml:25:9: error: there is no source "tokyo-2011/III.3" (did you mean "tokyo-2011/III.2"?) [unresolved-reference]
sed -i 's/      - tokyo-2011\/III.2/      - tokyo-2011\/III.3/' rules/findings.yaml
END

bad missing-question <<'END'
> pack/questions.yaml:1:1: error: the program needs a question "purpose" of type one [missing-question]
sed -i 's/- id: purpose/- id: porpoise/; s/relevant: purpose/relevant: porpoise/' questions.yaml
sed -i '/purpose: /d' cases/cases.yaml
END

bad wrong-question-type <<'END'
> pack/questions.yaml:60:5: error: the question "documents_held" must have the type many [wrong-question-type]
sed -i 's/- id: documents_held/&\n    type: one/; ' questions.yaml
sed -i '/type: many/d; /none_label/d' questions.yaml
sed -i '/documents_held/d' rules/papers.yaml
sed -i '/documents_held:/,+1d' cases/cases.yaml
END

bad missing-outcome <<'END'
> pack: error: the program needs an outcome "not_covered" in rules/ [missing-outcome]
sed -i 's/not_covered$/unknown_here/' rules/outcomes.yaml
END

bad missing-trait <<'END'
> pack/countries/CN.yaml:13:3: error: the trait "uses_rankings" is missing; where nobody knows it, write "value: unknown" [missing-trait]
sed -i '/- id: uses_rankings/,/value: unknown/d' countries/CN.yaml
END

bad not-in-catalogue <<'END'
> pack/countries/KZ.yaml:69:10: error: "transcript" has a "when:" or "use:" of its own; only catalogue entries can be used [not-in-catalogue]
sed -i 's/use: diploma/use: transcript/' countries/KZ.yaml
END

bad missing-question <<'END'
> pack/instruments/tokyo-2011.yaml:19:5: error: the pack has no question "profession", so no profession can be left out [missing-question]
sed -i 's/^  levels:/  professions_left_out:\n    - medicine\n  levels:/' instruments/tokyo-2011.yaml
END

bad matter-without-condition <<'END'
> pack/rules/papers.yaml:16:18: error: the matter "mode" has no "when:", so nothing can ask for it here [matter-without-condition]
sed -i '/when: mode in {online, blended}/d' rules/findings.yaml
sed -i '/reservations:/,/status:/d; /matters:/d; /- mode/d' instruments/tokyo-2011.yaml
sed -i '/id: kz-online-announced/,/kz-order/d' countries/KZ.yaml
sed -i '/kz-online-announced/d' cases/cases.yaml
sed -i "s/matter('mode') and //; s/ and not reserved.*//" rules/findings.yaml
sed -i "s/when: covered(destination)$/when: matter('mode')/" rules/papers.yaml
END

bad too-many <<'END'
> pack/rules/matters.yaml:116:5: error: a pack has at most 60 entries of the kind "matter" [too-many]
{ echo 'matters:'
for i in $(seq 58); do printf '  - id: m%s\n    label: x\n' "$i"; done; } >rules/matters.yaml
END

# 29 more agreements of two countries that share two already.
bad too-many <<'END'
> pack/instruments/old-pact.yaml:2:1: error: KZ and RU stand together in 31 instruments with a duty; at most 30 can [too-many]
for i in $(seq 29); do sed "s/old-pact/pact-$i/" instruments/old-pact.yaml >"instruments/pact-$i.yaml"; done
grep -q 'state: RU' instruments/tokyo-2011.yaml
END



# ---- lists and offices of a destination ---------------------------------

# The tiny pack with a list and the question that it answers.
list='
cat >>questions.yaml <<X
  - id: destination_list
    type: one
    label: How is it listed?
    relevant: listed('"'institutions'"')
    choices:
      - id: accepted
        label: Accepted
      - id: stopped
        label: No longer
X
cat >>countries/KZ.yaml <<X
lists:
  - id: kz-watch
    kind: institutions
    text: What is watched.
    url: https://example.org/list
    source: kz-order
    as_of: 2026-11
    status: verified
    entries:
      - name: A University
        listed: stopped
        from: 2024-01-01
X'

bad list-entry-twice <<END
> pack/countries/KZ.yaml:97:9: error: "The College" stands in this list on the same days already, in line 94 [list-entry-twice]
$list
cat >>countries/KZ.yaml <<X
      - name: The College
        other_names:
          - A  UNIVERSITY
        listed: accepted
        until: 2025-01-01
X
END

bad list-range <<END
> pack/countries/KZ.yaml:97:16: error: "until:" is the first day on which it holds no more; it must come after "from:" [list-range]
$list
printf '        until: 2024-01-01\n' >>countries/KZ.yaml
END

bad unknown-choice <<END
> pack/countries/KZ.yaml:88:12: error: "sometimes" is no choice of the question "destination_list" [unknown-choice]
$list
sed -i 's/kind: institutions/kind: institutions\n    usual: sometimes/' countries/KZ.yaml
END

bad bad-value <<END
> pack/countries/KZ.yaml:88:12: error: "usual:" says how an institution is listed [bad-value]
$list
sed -i 's/kind: institutions/kind: institutions\n    usual: unknown/' countries/KZ.yaml
END

bad missing-question <<END
> pack/countries/KZ.yaml:95:17: error: there is no question "destination_list" that this list could answer [missing-question]
$list
sed -i '/- id: destination_list/,\$d' questions.yaml
END

bad other-office <<'END'
> pack/countries/KZ.yaml:89:11: error: "kz-time" is of the office "kz-second", but this step goes to "kz-centre" [other-office]
sed -i 's/kind: time/kind: time\n    office: kz-second/; s/time: time/time: kz-time/' countries/KZ.yaml
sed -i 's/^traits:/  - id: kz-second\n    role: profession\n    name: Another one\n    source: kz-order\n    as_of: 2026-11\n    status: verified\ntraits:/' countries/KZ.yaml
END

bad key-not-for-type <<'END'
> pack/questions.yaml:56:17: error: "changeable: earlier" is for questions of type one [key-not-for-type]
sed -i '0,/    type: number/s//    type: number\n    changeable: earlier/' questions.yaml
END

bad unknown-word <<'END'
> pack/questions.yaml:56:17: error: "later" is not known here; it is one of: no, yes, earlier [unknown-word]
sed -i '0,/    type: number/s//    type: number\n    changeable: later/' questions.yaml
END

# What concerns whom.
bad unknown-word <<'END'
> pack/pack.yaml:29:5: error: "fees" is not known here (did you mean "fee"?) [unknown-word]
printf 'news:\n  - time\n  - fees\n' >>pack.yaml
END

bad unknown-choice <<'END'
> pack/pack.yaml:28:14: error: "further-study" is no choice of the question "purpose" (did you mean "further_study"?) [unknown-choice]
> pack/pack.yaml:32:9: error: "works" is not known here (did you mean "work"?) [unknown-word]
printf 'interests:\n  - purpose: further-study\n  - purpose: employment\n    roles:\n      - study\n      - works\n' >>pack.yaml
END

bad bad-value <<'END'
> pack/pack.yaml:28:5: error: a note tells no reason; leave it out [bad-value]
printf 'reasons:\n  - note\n  - bar\n  - route\n  - supports\n  - condition\n  - difference\n' >>pack.yaml
END

bad duplicate-reference <<'END'
> pack/pack.yaml:29:5: error: "bar" stands in this list already [duplicate-reference]
printf 'reasons:\n  - bar\n  - bar\n  - route\n  - supports\n  - condition\n  - difference\n' >>pack.yaml
END

bad missing-key <<'END'
> pack/pack.yaml:28:3: error: "reasons:" needs every effect but note; "difference" is not there [missing-key]
> pack/pack.yaml:30:5: error: "rout" is not known here (did you mean "route"?) [unknown-word]
printf 'reasons:\n  - bar\n  - supports\n  - rout\n  - condition\n  - route\n' >>pack.yaml
END

bad unknown-key <<'END'
> pack/pack.yaml:29:5: error: a role has no key "foldet" (did you mean "folded"?) [unknown-key]
printf 'roles:\n  - role: centre\n    foldet: yes\n' >>pack.yaml
END

bad duplicate-id <<'END'
> pack/pack.yaml:30:14: error: the purpose "employment" is here already [duplicate-id]
printf 'interests:\n  - purpose: employment\n    decides: decides_work\n  - purpose: employment\n' >>pack.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:10:12: error: "usual:" may name an earlier question of type country that cannot be changed; "level" is none [bad-value]
sed -i 's/    label: Which country.s degree is it?/&\n    usual: level/' questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:10:12: error: "usual:" may name an earlier question of type country that cannot be changed; "award_country" is none [bad-value]
sed -i 's/    label: Which country.s degree is it?/&\n    usual: award_country/' questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:11:12: error: "usual:" may name an earlier question of type country that cannot be changed; "destination" is none [bad-value]
sed -i 's/    label: Which country.s degree is it?/&\n    usual: destination/; s/^    unknown: no/&\n    changeable: yes/' questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:10:15: error: "usual_by:" names an earlier question of type one that cannot be changed, or of type country where this one is of type one; "destination" is none [bad-value]
sed -i 's/    label: Which country.s degree is it?/&\n    usual_by: destination/' questions.yaml
END

# Who names another question names an earlier one, of the right type, that cannot be changed.
bad bad-value <<'END'
> pack/questions.yaml:73:12: error: "usual:" may name an earlier question of type country that cannot be changed; "level" is none [bad-value]
printf '  - id: last\n    type: country\n    label: L\n    usual: level\n' >>questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:74:15: error: "usual_by:" names an earlier question of type one that cannot be changed, or of type country where this one is of type one; "duration_years" is none [bad-value]
printf '  - id: last\n    type: number\n    label: L\n    usual: 3\n    usual_by: duration_years\n' >>questions.yaml
END

# Of a country the question itself lists what is usual: choices, countries and levels that exist.
bad bad-value <<'END'
> pack/questions.yaml:73:15: error: "usual_by:" names an earlier question of type one that cannot be changed, or of type country where this one is of type one; "award_country" is none [bad-value]
printf '  - id: last\n    type: number\n    label: L\n    usual_by: award_country\n' >>questions.yaml
END

bad unknown-choice <<'END'
> pack/questions.yaml:76:9: error: "b" is no choice of "last" [unknown-choice]
printf '  - id: last\n    type: one\n    label: L\n    usual_by: award_country\n    usual_there:\n      b:\n        - KZ\n    choices:\n      - id: a\n        label: A\n' >>questions.yaml
END

bad unknown-choice <<'END'
> pack/questions.yaml:76:11: error: "ZZ" is no country code [unknown-choice]
printf '  - id: last\n    type: one\n    label: L\n    usual_by: award_country\n    usual_there:\n      a:\n        - ZZ\n    choices:\n      - id: a\n        label: A\n' >>questions.yaml
END

bad unknown-choice <<'END'
> pack/questions.yaml:78:9: error: "diploma" is no choice of the question "level" [unknown-choice]
printf '  - id: last\n    type: one\n    label: L\n    usual_by: award_country\n    usual_there:\n      a:\n        - KZ\n    usual_levels:\n      - diploma\n    choices:\n      - id: a\n        label: A\n' >>questions.yaml
END

bad missing-key <<'END'
> pack/questions.yaml:74:7: error: "usual_there:" stands beside "usual_by:" [missing-key]
printf '  - id: last\n    type: one\n    label: L\n    usual_there:\n      a:\n        - KZ\n    choices:\n      - id: a\n        label: A\n' >>questions.yaml
END

bad missing-key <<'END'
> pack/questions.yaml:75:7: error: "usual_levels:" stands beside "usual_there:" [missing-key]
printf '  - id: last\n    type: one\n    label: L\n    usual_by: award_country\n    usual_levels:\n      - master\n    choices:\n      - id: a\n        label: A\n' >>questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:75:7: error: "usual_there:" of a question lists countries; "level" has choices that say it [bad-value]
printf '  - id: last\n    type: one\n    label: L\n    usual_by: level\n    usual_there:\n      a:\n        - KZ\n    choices:\n      - id: a\n        label: A\n' >>questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:74:15: error: "usual_by:" names an earlier question of type one that cannot be changed, or of type country where this one is of type one; "last" is none [bad-value]
printf '  - id: last\n    type: number\n    label: L\n    usual: 3\n    usual_by: last\n' >>questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:74:15: error: "usual_by:" names an earlier question of type one that cannot be changed, or of type country where this one is of type one; "nothing" is none [bad-value]
printf '  - id: last\n    type: number\n    label: L\n    usual: 3\n    usual_by: nothing\n' >>questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:74:15: error: "usual_by:" names an earlier question of type one that cannot be changed, or of type country where this one is of type one; "documents_held" is none [bad-value]
printf '  - id: last\n    type: number\n    label: L\n    usual: 3\n    usual_by: documents_held\n' >>questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:75:15: error: "usual_by:" names an earlier question of type one that cannot be changed, or of type country where this one is of type one; "mode" is none [bad-value]
sed -i 's/^    label: How did you study?/&\n    changeable: yes/' questions.yaml
printf '  - id: last\n    type: number\n    label: L\n    usual: 3\n    usual_by: mode\n' >>questions.yaml
END

bad bad-range <<'END'
> pack/questions.yaml:52:22: error: "usual_there:" is larger than "max:" [bad-range]
sed -i 's/^        label: Partly online/&\n        usual_there: 12.5/; s/^    max: 12$/&\n    usual: 3\n    usual_by: mode/' questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:46:12: error: "first:" of a question of type one names an earlier one of that type; "duration_years" is none [bad-value]
sed -i 's/^    label: How did you study?/&\n    first: duration_years/' questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:46:12: error: "first:" of a question of type one names an earlier one of that type; "award_country" is none [bad-value]
sed -i 's/^    label: How did you study?/&\n    first: award_country/' questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:46:12: error: "first:" of a question of type one names an earlier one of that type; "mode" is none [bad-value]
sed -i 's/^    label: How did you study?/&\n    first: mode/' questions.yaml
END

bad unknown-choice <<'END'
> pack/questions.yaml:46:12: error: "level" is no choice of the question "mode" [unknown-choice]
sed -i 's/^    usual: on_campus/    usual: level/' questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:57:12: error: "first:" of a question of type one names an earlier one of that type; "level" is none [bad-value]
sed -i 's/^    label: How many years.*/&\n    first: level/' questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:31:19: error: "online_only" is no choice of "mode" [bad-value]
sed -i "s/^        label: Master's degree/&\n        leads_to: online_only/; s/^    label: How did you study?/&\n    first: level/" questions.yaml
END

bad missing-key <<'END'
> pack/questions.yaml:31:22: error: no question has "usual_by: level", so this says nothing; give it to the question that is meant, or take this away [missing-key]
sed -i "s/^        label: Master's degree/&\n        usual_there: online/; s/^        label: Doctorate/&\n        usual_there: blended/" questions.yaml
END

bad missing-key <<'END'
> pack/questions.yaml:18:19: error: no question has "first: purpose", so this says nothing; give it to the question that is meant, or take this away [missing-key]
sed -i 's/^        label: Work/&\n        leads_to: master/; s/^    label: How did you study?/&\n    first: level/' questions.yaml
END

# The same for a licence: the body has an address of the web, and a fee of its own.
licence='
cat >>questions.yaml <<X
  - id: profession
    type: one
    label: Which work?
    choices:
      - id: none
        label: None
      - id: medicine
        label: Doctor
X
sed -i "s|^traits:|  - id: kz-council\\n    role: profession\\n    name: A council\\n    url: https://example.org/c\\n    source: kz-order\\n    as_of: 2026-11\\n    status: verified\\ntraits:|" countries/KZ.yaml
cat >>countries/KZ.yaml <<X
licences:
  - id: kz-medicine
    needed: yes
    office: kz-council
    text: The council decides.
    cites:
      - kz-order
    professions:
      - medicine
X'

bad licence-without-body <<END
> pack/countries/KZ.yaml:93:5: error: a licence needs "office:", the body that decides; where nobody knows it, leave the licence out [licence-without-body]
$licence
sed -i '/^licences:/,\$s/^    office: .*//' countries/KZ.yaml
END

bad unreachable-office <<END
> pack/countries/KZ.yaml:95:13: error: the office "kz-council" has no address, phone, email or url; say how one reaches the body [unreachable-office]
$licence
sed -i '/example.org.c/s/url: .*/local_name: A council/' countries/KZ.yaml
END

bad duplicate-key <<'END'
> pack/rules/papers.yaml:5:14: error: "have:" says it already; keep one of the two [duplicate-key]
sed -i '4a\    held_by: diploma' rules/papers.yaml
END

bad unknown-choice <<'END'
> pack/rules/papers.yaml:4:14: error: "diplom" is no choice of the question "documents_held" (did you mean "diploma"?) [unknown-choice]
sed -i '4s/.*/    held_by: diplom/' rules/papers.yaml
END

bad duplicate-id <<'END'
> pack/codes.yaml:4:5: error: "level" has its number already [duplicate-id]
printf 'codes:\n  - id: level\n    type: one\n  - id: level\n    type: one\noutcomes:\n  - recognised\n' >codes.yaml
END

bad duplicate-reference <<'END'
> pack/codes.yaml:6:9: error: "master" stands in this list already [duplicate-reference]
printf 'codes:\n  - id: level\n    type: one\n    choices:\n      - master\n      - master\noutcomes:\n  - recognised\n' >codes.yaml
END

bad too-many <<'END'
> pack/codes.yaml:1:1: error: codes.yaml has at most 255 entries and 31 outcomes [too-many]
(printf 'codes:\n  - id: level\n    type: one\noutcomes:\n'; for i in $(seq 32); do echo "  - o$i"; done) >codes.yaml
END

bad other-office <<END
> pack/countries/KZ.yaml:101:10: error: "kz-fee" is the authority's, but the body of this licence is "kz-council"; write "office: kz-council" there if it is that body's [other-office]
$licence
printf '    fee: kz-fee\n' >>countries/KZ.yaml
END

bad duplicate-reference <<END
> pack/countries/KZ.yaml:108:9: error: "medicine" has the licence "kz-medicine" already [duplicate-reference]
$licence
sed -n '/^licences:/,\$p' countries/KZ.yaml | sed '1d; s/kz-medicine/kz-second/' >more
cat more >>countries/KZ.yaml
END

bad other-decision <<END
> pack/rules/findings.yaml:17:5: error: the conventions do not speak of licences: write "reading: practice" [other-decision]
sed -i '0,/effect: difference/s//effect: difference\n    decision: licence/' rules/findings.yaml
END

bad other-decision <<'END'
> pack/countries/KZ.yaml:49:5: error: "online-refused" is about the licence, so this cannot override it [other-decision]
sed -i '/id: online-refused/a\    decision: licence' rules/findings.yaml
END

bad other-decision <<'END'
> pack/rules/findings.yaml:21:11: error: "online-refused" is about the licence, which the recognition of the award never depends on [other-decision]
sed -i '/id: online-refused/a\    decision: licence' rules/findings.yaml
sed -i "s/when: level == bachelor and/when: live('online-refused') and/" rules/findings.yaml
sed -i '/overrides:/,+1d' countries/KZ.yaml
END

bad too-many <<'END'
> pack/rules/findings.yaml:1037:11: error: rules compare "best_rank" with too many different values: they divide it at most 127 times [too-many]
cat >>questions.yaml <<X
  - id: best_rank
    type: integer
    label: Which place?
X
for i in $(seq 128); do cat <<X
  - id: rank-$i
    matter: level
    reading: practice
    effect: note
    when: best_rank < $i
    text: Ranked.
    cites:
      - textbook
X
done >more
sed '/^findings:/r more' rules/findings.yaml >all
mv all rules/findings.yaml
rm more
END

# "less than 5" and "at least 5" cut at the same place, "is 200" at two.
cut_best_rank() {
    cat <<X
cat >>questions.yaml <<Y
  - id: best_rank
    type: integer
    label: Which place?
Y
for i in \$(seq $1); do
    echo "best_rank < \$i or best_rank >= \$i or best_rank <= \$i or best_rank > \$i"
done >conditions
echo "best_rank == 200" >>conditions
i=0
while read -r condition; do
    i=\$((i + 1))
    printf '  - id: rank-%s\\n    matter: level\\n    reading: practice\\n    effect: note\\n    when: %s\\n    text: Ranked.\\n    cites:\\n      - textbook\\n' \
        \$i "\$condition"
done <conditions >more
sed '/^findings:/r more' rules/findings.yaml >all
mv all rules/findings.yaml
rm more conditions
X
}

cut_best_rank 62 >edit-62
bad too-many <edit-62
{
    echo '> pack/rules/findings.yaml:525:11: error: rules compare "best_rank" with too many different values: they divide it at most 127 times [too-many]'
    cut_best_rank 63
} >edit-63
bad too-many <edit-63

bad agreement-without-text <<'END'
> pack/instruments/old-pact.yaml:11:9: error: the text of this agreement can be read nowhere: give articles, or a source with "url:" [agreement-without-text]
sed -i '/url: https:..example.org.book/d' rules/findings.yaml
END

# ---- expressions --------------------------------------------------------

bad expression-syntax <<'END'
> pack/rules/findings.yaml:21:17: error: to compare, write "==", not "=" [expression-syntax]
sed -i 's/when: level == bachelor and/when: level = bachelor and/' rules/findings.yaml
END

bad expression-too-large <<'END'
> pack/countries/KZ.yaml:65538:17: error: no expression can stand below line 65535 of a file; split the file [expression-too-large]
{ head -c 65463 /dev/zero | tr '\0' '\n'; cat countries/KZ.yaml; } >lower && mv lower countries/KZ.yaml
END

bad expression-too-large <<'END'
> pack/countries/KZ.yaml:70:43: error: too many parentheses inside each other; name a part of it as a matter or a finding of its own [expression-too-large]
sed -i "s/when: level != doctorate/when: $(head -c 33 /dev/zero | tr '\0' '(')always/" countries/KZ.yaml
END

bad unknown-question <<'END'
> pack/rules/findings.yaml:21:62: error: there is no question "duration_year" (did you mean "duration_years"?) [unknown-question]
sed -i 's/or duration_years < 3/or duration_year < 3/' rules/findings.yaml
END

bad unknown-choice <<'END'
> pack/rules/findings.yaml:32:20: error: "docterate" is no choice of the question "level" (did you mean "doctorate"?) [unknown-choice]
sed -i 's/      and country(destination).advisory/      and level == docterate/' rules/findings.yaml
END

bad unknown-function <<'END'
> pack/rules/findings.yaml:32:11: error: there is no function "county" (did you mean "country"?) [unknown-function]
sed -i 's/country(destination).advisory/county(destination).advisory/' rules/findings.yaml
END

bad wrong-comparison <<'END'
> pack/rules/findings.yaml:21:79: error: "duration_years" is compared with a number with at most three decimals, such as 3.5; "three" is none [wrong-comparison]
sed -i 's/duration_years < 3/duration_years < three/' rules/findings.yaml
END

bad wrong-argument <<'END'
> pack/countries/KZ.yaml:63:106: error: a country question is wanted, such as destination; "level" is none [wrong-argument]
sed -i "s/party('tokyo-2011', destination)/party('tokyo-2011', level)/" countries/KZ.yaml
END

bad not-allowed-here <<'END'
> pack/rules/findings.yaml:21:62: error: known(…) is allowed only in documents, steps, rights and notices, because an answer must never add an outcome [not-allowed-here]
sed -i 's/duration_years < 3/known(duration_years)/' rules/findings.yaml
END

bad not-allowed-here <<'END'
> pack/instruments/tokyo-2011.yaml:18:13: error: live(…) is allowed only in rules; what an instrument covers is said by answers alone [not-allowed-here]
sed -i "s/^  levels:/  when: not live('level-too-low')\n  otherwise: It asks for more.\n  levels:/" instruments/tokyo-2011.yaml
END

bad circular-reference <<'END'
> pack/rules/findings.yaml:17:5: error: this depends on itself: level-too-low -> kz-online-announced -> level-too-low [circular-reference]
sed -i "s/when: level == bachelor and/when: live('kz-online-announced') and/" rules/findings.yaml
sed -i "s/live('kz-online')/live('level-too-low')/" countries/KZ.yaml
END


# ---- more of the same codes ---------------------------------------------

bad expression-syntax <<'END'
> pack/countries/KZ.yaml:70:33: error: a condition is expected at the end [expression-syntax]
sed -i 's/when: level != doctorate/when: level != doctorate and/' countries/KZ.yaml
END

bad expression-syntax <<'END'
> pack/rules/findings.yaml:32:16: error: the closing quote is missing [expression-syntax]
sed -i "s/country(destination).advisory/live('kz-online/" rules/findings.yaml
END

bad expression-syntax <<'END'
> pack/countries/KZ.yaml:70:18: error: a comparison ("==", "!=", "<", "in", …) is expected at the end [expression-syntax]
sed -i 's/when: level != doctorate/when: diploma/' countries/KZ.yaml
END

bad wrong-comparison <<'END'
> pack/countries/KZ.yaml:70:17: error: "level" is a choice; compare it with "==", "!=" or "in" [wrong-comparison]
sed -i 's/when: level != doctorate/when: level < doctorate/' countries/KZ.yaml
END

bad wrong-comparison <<'END'
> pack/countries/KZ.yaml:70:20: error: "target_level" is a question; two answers cannot be compared with each other [wrong-comparison]
sed -i 's/when: level != doctorate/when: level == target_level/' countries/KZ.yaml
END

bad wrong-comparison <<'END'
> pack/countries/KZ.yaml:70:26: error: "documents_held" is a list of choices; write "diploma in documents_held" [wrong-comparison]
sed -i 's/when: level != doctorate/when: documents_held == diploma/' countries/KZ.yaml
END

bad wrong-comparison <<'END'
> pack/countries/KZ.yaml:70:11: error: "institution" is free text; only known(institution) can be asked [wrong-comparison]
sed -i 's/when: level != doctorate/when: institution in register/' countries/KZ.yaml
printf '  - id: institution\n    type: text\n    label: Where?\n    why: Why.\n    max_length: 9\n' >>questions.yaml
END
bad wrong-comparison <<'END'
> pack/countries/KZ.yaml:70:22: error: "unsure" counts as "I don't know", so nothing can equal it [wrong-comparison]
sed -i 's/when: level != doctorate/when: purpose == unsure/' countries/KZ.yaml
END

bad bad-range <<'END'
> pack/questions.yaml:59:12: error: "usual:" is larger than "max:" [bad-range]
sed -i 's/^    max: 12$/&\n    usual: 12.5/' questions.yaml
END

bad bad-value <<'END'
> pack/questions.yaml:74:17: error: a text answer has at most 500 characters [bad-value]
printf '  - id: institution\n    type: text\n    label: Where?\n    why: Why.\n    max_length: 501\n' >>questions.yaml
END

bad unresolved-reference <<'END'
> pack/countries/KZ.yaml:70:19: error: there is no instrument "tokyo-2012" (did you mean "tokyo-2011"?) [unresolved-reference]
sed -i "s/when: level != doctorate/when: applies('tokyo-2012')/" countries/KZ.yaml
END

bad not-allowed-here <<'END'
> pack/countries/KZ.yaml:70:11: error: bar(…) is allowed only in the outcome tables; for one finding write live('…') [not-allowed-here]
sed -i "s/when: level != doctorate/when: bar('status')/" countries/KZ.yaml
END

bad not-allowed-here <<'END'
> pack/rules/outcomes.yaml:30:36: error: duty(…) is allowed only in the convention table [not-allowed-here]
sed -i "s/when: bar('status')/when: duty('direct')/; 0,/covered(destination) and bar()/s//covered(destination) and duty('direct')/" rules/outcomes.yaml
END

bad circular-reference <<'END'
> pack/questions.yaml:21:5: error: this depends on itself: level -> target_level -> level [circular-reference]
sed -i "s/label: Which qualification do you have?/&\n    relevant: target_level == master/; s/relevant: purpose == further_study/relevant: level == bachelor/" questions.yaml
END

bad circular-reference <<'END'
> pack/rules/papers.yaml:7:5: error: this depends on itself: transcript -> transcript [circular-reference]
sed -i '0,/      - textbook/s//      - textbook\n    overrides:\n      - transcript/' rules/papers.yaml
END

bad circular-reference <<'END'
> pack/rules/findings.yaml:13:5: error: this depends on itself: mode -> mode [circular-reference]
sed -i "s/when: mode in {online, blended}/when: matter('mode')/" rules/findings.yaml
END

# Groups of choices: nine rows a list, none empty, each named; a list before a line has both answers.
bad unresolved-reference <<'END'
> pack/questions.yaml:29:16: error: this question has no group "low" [unresolved-reference]
sed -i '/label: Bachelor.s degree/a\        group: low' questions.yaml
END

bad empty-value <<'END'
> pack/questions.yaml:27:9: error: no choice is in the group "low" [empty-value]
sed -i 's/    why: Levels are compared./&\n    groups:\n      - id: low\n        label: Lower ones/' questions.yaml
END

bad too-many <<'END'
> pack/questions.yaml:21:5: error: the first list has 10 rows, choices without a group and groups; 9 at most [too-many]
sed -i 's/    why: Levels are compared./&\n    groups:\n      - id: low\n        label: Lower ones/;s/        label: Doctorate$/&\n        group: low/' questions.yaml
for i in 1 2 3 4 5 6 7; do sed -i "s/^      - id: bachelor$/      - id: level_$i\n        label: Level $i\n&/" questions.yaml; done
END

bad missing-key <<'END'
> pack/questions.yaml:57:13: error: an opener is answered by "some_label:", or with no by "none_label:" or "unknown_label:"; give both [missing-key]
sed -i 's/    label: How many years does the programme take?/&\n    opener: Was it short?/' questions.yaml
END

bad key-not-for-type <<'END'
> pack/questions.yaml:7:20: error: "I don't know" is no answer to this question [key-not-for-type]
sed -i '0,/    unknown: no/s//&\n    unknown_label: Not sure/' questions.yaml
END

bad missing-key <<'END'
> pack/countries/KZ.yaml:68:5: error: a document that uses another needs a "when:" of its own [missing-key]
sed -i '/    when: level != doctorate/d' countries/KZ.yaml
END

bad missing-evidence <<'END'
> pack/instruments/tokyo-2011.yaml:2:1: error: an instrument needs "as_of:"; every fact says where it was read, when, and how sure it is [missing-evidence]
sed -i '/^as_of: 2026-11/d' instruments/tokyo-2011.yaml
END

bad duplicate-id <<'END'
> pack/instruments/tokyo-2011.yaml:41:12: error: the State CN has a record already [duplicate-id]
sed -i 's/state: AU/state: CN/' instruments/tokyo-2011.yaml
END

bad unresolved-reference <<'END'
> pack/countries/KZ.yaml:80:13: error: there is no office "kz-center" (did you mean "kz-centre"?) [unresolved-reference]
sed -i 's/office: kz-centre/office: kz-center/' countries/KZ.yaml
END

bad bad-character <<'END'
> pack/countries/CN.yaml:23:20: error: pictures and emoji are not allowed; many terminals cannot show them [bad-character]
sed -i 's/text: 360 yuan./text: 360 yuan \xf0\x9f\x98\x80/' countries/CN.yaml
END

bad other-country <<'END'
> pack/countries/KZ.yaml:80:13: error: "cn-centre" belongs to CN; name something of this country [other-country]
sed -i 's/office: kz-centre/office: cn-centre/' countries/KZ.yaml
END

bad other-country <<'END'
> pack/rules/papers.yaml:19:13: error: "kz-centre" belongs to KZ; general rules name a role or kind, such as authority or fee [other-country]
sed -i 's/office: authority/office: kz-centre/' rules/papers.yaml
END

bad other-country <<'END'
> pack/countries/CN.yaml:41:9: error: "kz-online" belongs to KZ; name something of this country [other-country]
printf 'findings:\n  - id: cn-online\n    matter: mode\n    reading: practice\n    effect: note\n    when: always\n    overrides:\n      - kz-online\n    text: x\n    cites:\n      - textbook\n' >>countries/CN.yaml
END

bad bad-id <<'END'
> pack/pack.yaml:13:5: error: "Kaz" is no code of a country (ISO 3166-1: KZ) or of a part of one (ISO 3166-2: CA-ON) [bad-id]
> pack/pack.yaml:14:5: error: "CA-" is no code of a country (ISO 3166-1: KZ) or of a part of one (ISO 3166-2: CA-ON) [bad-id]
> pack/pack.yaml:15:5: error: "CA-ONTA" is no code of a country (ISO 3166-1: KZ) or of a part of one (ISO 3166-2: CA-ON) [bad-id]
sed -i 's/^  - AU$/&\n  - Kaz\n  - CA-\n  - CA-ONTA\n  - CA-ON/' pack.yaml
END

bad bad-id <<'END'
> pack/pack.yaml:7:5: error: "../en" is no language code such as kk, zh_CN or sr@latin [bad-id]
sed -i 's#  - en#  - ../en#' pack.yaml
END

bad bad-id <<'END'
> pack/pack.yaml:7:5: error: "e" is no language code such as kk, zh_CN or sr@latin [bad-id]
> pack/pack.yaml:8:5: error: "abcd" is no language code such as kk, zh_CN or sr@latin [bad-id]
sed -i 's#  - en#  - e\n  - abcd#' pack.yaml
END

# A source that looks like an article of an instrument is still a source.
bad unknown-key <<'END'
> pack/countries/KZ.yaml:4:9: error: "x/y" is no id: ids of this kind (source) have lower-case letters, digits and "-", at most 64 [bad-id]
> pack/countries/KZ.yaml:5:5: error: a source has no key "number" [unknown-key]
sed -i '3a\  - id: x/y\n    number: III.5\n    text: A paper\n    as_of: 2025-06-30\n    status: reported' countries/KZ.yaml
END

bad bad-value <<'END'
> pack/countries/CN.yaml:8:10: error: an address begins with https:// or http:// and has no spaces [bad-value]
sed -i 's#https://example.org/cn#example.org/cn#' countries/CN.yaml
END

bad missing-key <<'END'
> pack: error: rules/ needs the table "practice:" [missing-key]
sed -i '/^practice:/,/^convention:/{/^convention:/!d}' rules/outcomes.yaml
END

# A chain of 256 findings is long, but can be followed; one more is refused.
chain() { seq "$1" | awk -v n="$1" 'NR == 1 { print "findings:" } { printf "  - id: f%d\n    matter: mode\n    reading: practice\n    effect: note\n    when: %s\n    text: T.\n    cites:\n      - textbook\n", $1, $1 == n ? "mode == online" : "live(\047f" $1 + 1 "\047)" }'; }
chain 255 >chain-255
chain 256 >chain-256
bad chain-too-long <<'END'
cp ../chain-255 rules/chain.yaml
END
bad chain-too-long <<'END'
> pack/rules/chain.yaml:2:5: error: "f1" hangs on a chain of more than 256 rules, one behind the other; name what they share as a matter [chain-too-long]
cp ../chain-256 rules/chain.yaml
END

# What links two countries reads both of them; what applies, purpose and level too.
bad circular-reference <<'END'
> pack/questions.yaml:7:5: error: this depends on itself: award_country -> award_country [circular-reference]
sed -i "/- id: award_country/a\    relevant: linked('tokyo-2011')" questions.yaml
END
bad circular-reference <<'END'
> pack/questions.yaml:3:5: error: this depends on itself: destination -> destination [circular-reference]
sed -i "/- id: destination/a\    relevant: destination in {CN}" questions.yaml
END
bad circular-reference <<'END'
> pack/questions.yaml:10:5: error: this depends on itself: purpose -> purpose [circular-reference]
sed -i "/- id: purpose/a\    relevant: not applies('tokyo-2011')" questions.yaml
END
bad circular-reference <<'END'
> pack/questions.yaml:21:5: error: this depends on itself: level -> level [circular-reference]
sed -i "/- id: level/a\    relevant: applies('tokyo-2011')" questions.yaml
END
bad circular-reference <<'END'
> pack/questions.yaml:7:5: error: this depends on itself: award_country -> award_country [circular-reference]
sed -i "/- id: award_country/a\    relevant: reserved('tokyo-2011', destination, 'mode')" questions.yaml
END
bad circular-reference <<'END'
> pack/questions.yaml:3:5: error: this depends on itself: destination -> destination [circular-reference]
sed -i "/- id: award_country/a\    relevant: covered(destination)" questions.yaml
sed -i "/- id: destination/a\    relevant: linked('tokyo-2011')" questions.yaml
END
# One country alone is no cycle, nor is a question about what is linked.
bad circular-reference <<'END'
sed -i "/- id: award_country/a\    relevant: party('tokyo-2011', destination) or announced('tokyo-2011', destination, 'mode')" questions.yaml
sed -i "/- id: duration_years/a\    relevant: applies('tokyo-2011') and linked('old-pact')" questions.yaml
END

# ---- letters ------------------------------------------------------------------------------------

# A good letter, changed by a command: CODE, the line that is said (or ""), the command.
letter() {
    {
        [ -z "$2" ] || echo "> $2"
        cat <<'END'
mkdir letters
cat >letters/all.yaml <<'YAML'
arguments:
  - id: duty
    for:
      - reasons
    right: reasons
    text: Under the {instrument} reasons are stated.
    cites:
      - tokyo-2011/III.2
      - textbook
letters:
  - id: why
    purpose: reasons
    title: Request for the reasons
    when: known(level)
    challenge: yes
    opening:
      - id: opening
        text: I hold a {level}. The decision of {decision_date} has the number {file_number}.
    closing:
      - id: end
        when: always
        ground: online-refused
        text: I ask for the reasons.
YAML
END
        echo "$3"
    } >letter-case
    bad "$1" <letter-case
}
more='articles:\n  - number: 1\n    text: Degrees count.\n    source: textbook\n    as_of: 2026\n    status: verified\n'
at=pack/letters/all.yaml
letter unverified-cite "" true
letter unverified-cite "$at:8:9: error: \"tokyo-2011/III.5\" is reported; a letter cites only what is verified [unverified-cite]" \
    "sed -i 's/III.2/III.5/' letters/all.yaml"
letter other-instrument "$at:8:9: error: \"old-pact/1\" is no article of the instrument of the right \"reasons\" [other-instrument]" \
    "sed -i 's,tokyo-2011/III.2,old-pact/1,' letters/all.yaml; printf '$more' >>instruments/old-pact.yaml"
letter bad-placeholder "$at:18:24: error: there is no placeholder {levels} (did you mean \"level\"?) [bad-placeholder]" \
    "sed -i 's/{level}/{levels}/' letters/all.yaml"
letter bad-placeholder "$at:18:15: error: {instrument} is that of a right; write about it under \"arguments:\" [bad-placeholder]" \
    "sed -i 's/{level}/{instrument}/' letters/all.yaml"
letter bad-placeholder "pack/rules/papers.yaml:5:16: error: there is no placeholder {file_number} [bad-placeholder]" \
    "sed -i 's/text: Your diploma/text: Your {file_number}/' rules/papers.yaml"
letter duplicate-id "$at:20:13: error: this letter has a paragraph \"opening\" already [duplicate-id]" \
    "sed -i 's/id: end/id: opening/' letters/all.yaml"
letter unknown-word "$at:12:14: error: \"reason\" is not known here (did you mean \"reasons\"?) [unknown-word]" \
    "sed -i 's/purpose: reasons/purpose: reason/' letters/all.yaml"
letter unknown-word "$at:4:9: error: \"reason\" is not known here (did you mean \"reasons\"?) [unknown-word]" \
    "sed -i 's/ - reasons/ - reason/' letters/all.yaml"
letter unresolved-reference "$at:5:12: error: there is no right \"reason\" (did you mean \"reasons\"?) [unresolved-reference]" \
    "sed -i 's/right: reasons/right: reason/' letters/all.yaml"
letter unknown-key "$at:22:9: error: a paragraph of a letter has no key \"grounds\" (did you mean \"ground\"?) [unknown-key]" \
    "sed -i 's/ground: online/grounds: online/' letters/all.yaml"
letter missing-key "$at:2:5: error: an argument needs \"right:\" [missing-key]" \
    "sed -i '/right: /d' letters/all.yaml"
letter too-many "$at:20:7: error: a letter has at most 40 paragraphs here [too-many]" \
    "for i in \$(seq 40); do printf '      - id: p%s\\n        text: More.\\n' \$i; done >>letters/all.yaml"

# ---- whole numbers ------------------------------------------------------------------------------

for number in -1 1000001 2.5 1e3 0x10 99999999999999999999 ten '12 '; do
    if [ "$number" = '12 ' ]; then # blanks around a number are no part of it
        bad bad-number <<END
sed -i "s/strength: 95/strength: $number/" instruments/old-pact.yaml
END
    else
        bad bad-number <<END
> pack/instruments/old-pact.yaml:7:11: error: "$number" is no whole number from 0 to 1000000 [bad-number]
sed -i "s/strength: 95/strength: $number/" instruments/old-pact.yaml
END
    fi
done
for number in 0 1 1000000 12.000; do
    bad bad-number <<END
sed -i "s/strength: 95/strength: $number/" instruments/old-pact.yaml
END
done

# Of a country nothing must be told but who can be asked, and what the pack asks of each.
bad missing-trait <<'END'
> pack/countries/CN.yaml:2:1: error: the trait "advisory" is missing; where nobody knows it, write "value: unknown" [missing-trait]
> pack/countries/CN.yaml:2:1: error: the trait "uses_rankings" is missing; where nobody knows it, write "value: unknown" [missing-trait]
sed -i '/^traits:/,$d' countries/CN.yaml
END

# ---- codes in step ----------------------------------------------------------------------------

sort -u codes >tested
grep -ohE '"[a-z0-9]+(-[a-z0-9]+)+"' "$src"/src/pack/*.c "$src"/src/pack/read/*.c | tr -d '"' |
    grep -vE '^(missing-)$' | sort -u >written
sed -n 's/^| `\([a-z0-9-]*\)` |.*/\1/p' "$src/doc/pack-codes.md" | sort >explained
for list in tested explained; do
    if ! cmp -s written $list; then
        echo "FAIL: codes in src/pack (-) and $list (+) differ"
        diff -u written $list || :
        failed=1
    fi
done
exit $failed
