#!/bin/sh
# SPDX-License-Identifier: MIT
# Draws facts of a pack at random, for somebody to read again at their sources:
#   scripts/draw-facts.sh SEED N [PACK]
# prints N of them as lines of id, text, source, address and date, with tabs between. The same seed
# draws the same facts from the same pack. Facts are all that carries a source: facts, offices, levels,
# traits, lists and licences of countries, articles, parties and reservations of treaties; and the
# rules with a text, at the first source that they cite.
set -eu
seed=${1:?a seed, any whole number}
number=${2:?how many}
pack=${3:-$(dirname "$0")/../questions/tokyo}

# One record a line: file, id, text, source, as_of. Sources: "S", id, address.
find "$pack/rules" "$pack/instruments" "$pack/countries" -name '*.yaml' | LC_ALL=C sort | xargs awk '
    function words(from) {
        sub(/^[^:]*: */, "", from)
        if (from ~ /^["'\'']/) gsub(/^["'\'']|["'\'']$/, "", from)
        else sub(/(^| +)#.*$/, "", from)
        return from == ">-" ? "" : from
    }
    function put(    id, text) {
        if (section == "sources" && value["id"]) print "S\t" value["id"] "\t" value["url"] "\t" value["as_of"] " " value["status"]
        else if (value["source"] && value["as_of"]) {
            id = value["id"] ? value["id"] : owner "/" (value["number"] value["state"] value["award"] value["name"])
            if (value["matter"]) id = owner "/" state "/" value["matter"]
            text = value["text"] value["name"]
            if (!value["id"] && value["number"]) id = owner "/" value["number"]
            if (!value["id"] && value["instrument"]) { id = value["instrument"]; text = value["name"] ". " value["text"] ". In force " value["in_force"] }
            if (value["state"]) text = "deposit " value["deposit"] ", in force " value["in_force"] ", until " value["until"]
            if (value["award"]) text = value["award"] "; years " value["years"] "; credits " value["credits"] "; " value["framework"]
            if (section == "traits") { text = value["id"] " = " value["value"]; id = owner "/" value["id"] }
            if (section == "offices") text = text "; " value["address"] "; " value["phone"] "; " value["email"] "; " value["url"]
            gsub(/\t/, " ", text)
            if (value["number"]) print "A\t" id "\t" value["source"] "\t" value["as_of"] " " value["status"]
            print "F\t" id "\t" text "\t" value["source"] "\t" value["as_of"] "\t" value["status"]
        }
        else if (value["cites"] && value["text"] && value["id"]) {
            split(value["cites"], cite, " ")
            text = value["text"]; gsub(/\t/, " ", text)
            print "F\t" section "/" value["id"] "\t" text "\t" cite[2]
        }
        if (value["state"]) state = value["state"]
        split("", value); key = ""
    }
    FNR == 1 { put(); section = ""; owner = FILENAME; sub(/.*\//, "", owner); sub(/\.yaml$/, "", owner); single = 0 }
    /^ *#/ || /^ *$/ { next }
    /^[a-z_]+:/ {
        top = $1; sub(/:.*/, "", top)
        if (words($0) == "" && $0 !~ />-/) { put(); section = top; next }
        key = top; value[key] = words($0); next # of the instrument itself
    }
    section == "lists" && /^    +- [a-z_]+:/ { key = ""; next } # an entry of a list is no fact of its own
    /^ *- [a-z_]+:/ { put(); line = $0; sub(/^ *- /, "", line); key = line; sub(/:.*/, "", key); value[key] = words(line); next }
    /^    [a-z_]+:/ || /^        [a-z_]+:/ {
        line = $0; sub(/^ */, "", line); key = line; sub(/:.*/, "", key)
        value[key] = words(line); next
    }
    key != "" { line = $0; sub(/^ */, "", line); value[key] = value[key] (value[key] == "" ? "" : " ") line }
    END { put() }
' | awk -F '\t' -v seed="$seed" -v number="$number" '
    $1 == "S" { address[$2] = $3; date[$2] = $4; next }
    $1 == "A" { read_in[$2] = $3; date[$2] = $4; next }
    { fact[++n] = $0 }
    END {
        # A generator of its own: those of awks differ. x stays below 2^31.
        x = seed % 2147483646 + 1
        for (i = 1; i <= 20; i++) x = (x * 16807) % 2147483647
        for (i = 1; i <= number && i <= n; i++) {
            x = (x * 16807) % 2147483647
            k = i + x % (n - i + 1)
            line = fact[k]; fact[k] = fact[i]
            split(line, f, "\t")
            where = f[4] in read_in ? read_in[f[4]] : f[4]
            print f[2] "\t" f[3] "\t" f[4] "\t" address[where] "\t" (f[5] ? f[5] " " f[6] : date[f[4]])
        }
    }'
