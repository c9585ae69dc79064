// SPDX-License-Identifier: MIT
// What a test has written, against what it wrote when somebody last read it.
#ifndef TANU_TESTS_GOLDEN_H
#define TANU_TESTS_GOLDEN_H

#include <stdlib.h>
#include "unit.h"
#include "base/text.h"

static inline void golden_expect(const char *path, const struct text *now)
{
    struct text golden = TEXT_INIT;
    char bytes[4096];
    FILE *file = fopen(path, "rb");
    for (size_t n; file && (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
        text_bytes(&golden, bytes, n);
    if (file)
        fclose(file);
    size_t at = 0, line = 1, start = 0;
    const char *a = text_str(&golden), *b = text_str(now);
    for (; a[at] && a[at] == b[at]; at++)
        if (a[at] == '\n') {
            line++;
            start = at + 1;
        }
    if (a[at] != b[at])
        fail_msg("%s:%zu\n  is  %.*s\n  was %.*s", path, line, (int)strcspn(b + start, "\n"),
                 b + start, (int)strcspn(a + start, "\n"), a + start);
    text_release(&golden);
}

// `name`: from the root of the source. GENERATE=1 writes the file anew, on purpose: then the diff
// is to be read.
static inline void golden_compare(const char *name, const struct text *now)
{
    const char *src = getenv("TANU_SRC");
    char path[700];
    snprintf(path, sizeof path, "%s/%s", src ? src : ".", name);
    if (!getenv("GENERATE")) {
        golden_expect(path, now);
        return;
    }
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(now->bytes, 1, now->len, file);
    fclose(file);
}

#endif
