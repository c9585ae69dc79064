#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes a pack of any size, to see how costs grow:
#
#     makepack.sh TINY OUT COUNTRIES RULES
#
# TINY is tests/packs/tiny, from which questions, outcomes, papers and treaties come. COUNTRIES
# destinations get a file each (at most 1,000; from the 677th on they are parts of countries, such as
# AA-1). Of the RULES one half is general, each about one awarding country and level; the other half is
# spread over the country files. So a case meets few rules, however many there are.
set -eu
tiny=$1 out=$2 countries=$3 rules=$4
rm -rf "$out"
mkdir -p "$out"
cp -r "$tiny"/questions.yaml "$tiny"/rules "$tiny"/instruments "$tiny"/countries "$out"
chmod -R u+w "$out"
awk -v n="$countries" -v rules="$rules" -v out="$out" -v tiny="$tiny" '
function code(i) { return sprintf("%c%c%s", 65 + int(i / 26) % 26, 65 + i % 26, i < 676 ? "" : "-1") }
function evidence(source, in_) { return in_ "source: " source "\n" in_ "as_of: 2026-11\n" in_ "status: verified\n" }
function rule(id, when, source) {
    return "  - id: " id "\n    matter: level\n    reading: both\n    effect: " (++made % 7 ? "note" : "difference") \
        "\n    when: " when "\n    text: Rule " id " speaks about this award, this level and this length, and about nothing else.\n" \
        "    cites:\n      - " source "\n"
}
BEGIN {
    split("bachelor master doctorate", level, " ")
    split("AU CN JP KZ RU", kept, " ")
    for (i in kept) is_kept[kept[i]] = 1
    for (i = 0; total < n - 2; i++)
        if (!(code(i) in is_kept)) codes[++total] = code(i)
    # pack.yaml: the countries of the small pack and the made ones
    while ((getline line < (tiny "/pack.yaml")) > 0) {
        print line > (out "/pack.yaml")
        if (line == "countries:")
            for (i = 1; i <= total; i++) print "  - " codes[i] > (out "/pack.yaml")
    }
    for (i in kept) codes[++total] = kept[i]
    general = int(rules / 2)
    for (i = 0; i < general; i++) {
        file = sprintf("%s/rules/made-%02d.yaml", out, int(i / 1000))
        if (i % 1000 == 0) print "findings:" > file
        printf "%s", rule("g-" i, "award_country == " codes[i % total + 1] " and level == " level[i % 3 + 1] " and duration_years < " 2 + i % 5, "textbook") > file
    }
    files = total - 5
    for (i = 1; i <= files; i++) {
        c = codes[i]; low = tolower(c); file = out "/countries/" c ".yaml"
        printf "country: %s\nsources:\n  - id: %s-order\n    text: An order\n    as_of: 2025-06-30\n    status: reported\n", c, low > file
        printf "offices:\n  - id: %s-centre\n    role: authority\n    name: The centre\n%s", low, evidence(low "-order", "    ") > file
        printf "traits:\n  - id: advisory\n    value: %s\n%s  - id: uses_rankings\n    value: no\n%s", i % 2 ? "no" : "yes", evidence(low "-order", "    "), evidence(low "-order", "    ") > file
        own = int((rules - general) * i / files) - int((rules - general) * (i - 1) / files)
        if (own) print "findings:" > file
        for (k = 0; k < own; k++)
            printf "%s", rule(low "-r" k, "award_country == " codes[(i * 7 + k) % total + 1] " and level == " level[k % 3 + 1] " and mode == online", low "-order") > file
        close(file)
    }
}'
