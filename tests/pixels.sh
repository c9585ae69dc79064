# SPDX-License-Identifier: MIT
# For tests: codes that are drawn with letters, as pictures that zbarimg reads. Sourced.

# pixels FILE: FILE.1.pbm and so on, four pixels a module; FILE holds half blocks, or whole cells by their background.
pixels() {
    rm -f "$1".*.pbm
    tr -d '\r' <"$1" | sed "s/$(printf '\033')\[40m  /1/g; s/$(printf '\033')\[107m  /0/g; s/$(printf '\033')\[[0-9;]*m//g
        s/ /s/g; s/▀/u/g; s/▄/d/g; s/█/b/g" | awk -v file="$1" '
        function put(line,   wide, k) {
            wide = ""
            for (k = 1; k <= length(line); k++) { c = substr(line, k, 1); wide = wide c " " c " " c " " c " " }
            for (k = 0; k < 4; k++) all = all wide "\n"
            rows += 4
        }
        function ended() {
            if (!rows) return
            name = file "." ++n ".pbm"
            printf "P1\n%d %d\n%s", 4 * columns, rows, all >name
            close(name)
            rows = 0; all = ""
        }
        /^[sudb]+$/ {
            columns = length($0)
            upper = lower = $0
            gsub(/[sd]/, "0", upper); gsub(/[ub]/, "1", upper)
            gsub(/[su]/, "0", lower); gsub(/[db]/, "1", lower)
            put(upper); put(lower)
            next
        }
        /^[01]+$/ { columns = length($0); put($0); next }
        { ended() }
        END { ended() }'
}
