// SPDX-License-Identifier: MIT
// Fuzz target: what is typed in line mode. Whatever it is, the talk ends well, and no control
// character that was typed is said again.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "front/line.h"
#include "tiny.h"

static void check_said(FILE *out)
{
    char bytes[4096];
    rewind(out);
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, out)) > 0;)
        for (size_t i = 0; i < n; i++)
            if ((unsigned char)bytes[i] < 0x20 && bytes[i] != '\n')
                abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct i18n i18n;
    FILE *in = tmpfile(), *out = tmpfile();
    if (!in || !out || size > 2000) {
        if (in)
            fclose(in);
        if (out)
            fclose(out);
        return 0;
    }
    if (!i18n.pack) {
        i18n_init(&i18n, "en", "/nonexistent");
        i18n_assume_utf8(&i18n);
        i18n_set_pack(&i18n, fuzz_pack(), NULL);
    }
    fwrite(data, 1, size, in);
    fflush(in);
    lseek(fileno(in), 0, SEEK_SET);
    struct wizard *w = wizard_new(&i18n, fuzz_pack(), fuzz_engine(), FUZZ_DAY, ABILITY_LINES);
    if (line_run(w, fileno(in), fileno(out)) != LINE_LEFT)
        abort();
    wizard_free(w);
    check_said(out);
    fclose(in);
    fclose(out);
    return 0;
}
