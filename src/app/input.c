// SPDX-License-Identifier: MIT
// Files of lines that are read whole.
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "base/file.h"
#include "base/io.h"
#include "base/oom.h"
#include "base/text.h"

enum { INPUT_MOST = 256 << 20, STEP = 65536 };

// NULL, with errno.
static char *read_standard(size_t *len)
{
    struct text all = TEXT_INIT;
    ssize_t n = 1;
    while (n > 0 && all.len <= INPUT_MOST) {
        char *at = text_room(&all, STEP);
        n = read_some(STDIN_FILENO, at, STEP);
        text_wrote(&all, n > 0 ? (size_t)n : 0);
    }
    if (n) {
        int why = n < 0 ? errno : EFBIG;
        text_release(&all);
        errno = why;
        return NULL;
    }
    *len = all.len;
    text_str(&all);
    return all.bytes ? all.bytes : xcalloc(1, 1);
}

int call_read_input(const char *file, char **bytes, size_t *len)
{
    bool standard = !file || !strcmp(file, "-");
    *bytes = standard ? read_standard(len) : file_read(file, INPUT_MOST, len);
    if (*bytes)
        return 0;
    call_complain("%s: %s", standard ? "standard input" : file, strerror(errno));
    return standard ? EXIT_IO : EXIT_NO_INPUT;
}
