# SPDX-License-Identifier: MIT
# Makes country-table.c from iso_3166-1.json of iso-codes and country-variants.txt:
#   awk -f country-table.awk country-variants.txt iso_3166-1.json > country-table.c
# The English name is the common name where there is one ("Iran"); the formal one ("Iran, Islamic
# Republic of") is then a variant for searching, and the second key for its translation.
function field(line) {
    sub(/^[^:]*: *"/, "", line)
    sub(/",? *$/, "", line)
    return line # JSON and C write \" and \\ alike; iso-codes has no other escapes
}
function flush_country() {
    if (code != "") {
        name[code] = common != "" ? common : formal
        other[code] = common != "" ? formal : ""
        alpha3[code] = three
        codes[++n] = code
    }
    code = three = formal = common = ""
}
FNR == 1 { file++ }
file == 1 {
    if ($0 !~ /^#/ && NF > 1) {
        key = $1
        sub(/^[^ ]+ +/, "")
        variants[key] = $0
    }
    next
}
/^    \{/ { flush_country() }
/"alpha_2":/ { code = field($0) }
/"alpha_3":/ { three = field($0) }
/"name":/ { formal = field($0) }
/"common_name":/ { common = field($0) }
END {
    flush_country()
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && codes[j] < codes[j - 1]; j--) {
            t = codes[j]
            codes[j] = codes[j - 1]
            codes[j - 1] = t
        }
    print "// Generated from iso-codes by country-table.awk; do not edit."
    print "#include \"tongue/country.h\""
    print "const struct country_row country_table[] = {"
    for (i = 1; i <= n; i++) {
        c = codes[i]
        printf "    {\"%s\", \"%s\", \"%s\", \"%s\", \"%s\"},\n", c, alpha3[c], name[c], other[c], variants[c]
    }
    print "};"
    printf "const int country_table_count = %d;\n", n
}
