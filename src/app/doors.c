// SPDX-License-Identifier: MIT
#include "app/doors.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

#include "front/screen.h"

struct terminal_looks doors_looks(const struct call *call, bool large)
{
    return (struct terminal_looks){.contrast = call_has(call, "contrast"),
                                   .large = large || call_has(call, "large")};
}

struct terminal *doors_screen(const struct call *call, const struct i18n *i18n, bool large)
{
    const struct terminal_looks looks = doors_looks(call, large);
    struct terminal *terminal = terminal_open(i18n, &looks);
    if (!terminal)
        call_complain("the terminal cannot be used; try 'tanu --line'.");
    return terminal;
}

int doors_screen_status(int end)
{
    if (end == SCREEN_GONE)
        return EXIT_SIGNAL + SIGHUP;
    return end == SCREEN_LEFT ? EXIT_GOOD : EXIT_SIGNAL + end;
}

int doors_lines_status(enum line_end end)
{
    switch (end) {
    case LINE_OVER:
    case LINE_RENEW:
    case LINE_LEFT:
        return EXIT_GOOD;
    case LINE_HUNG_UP:
        return EXIT_SIGNAL + SIGHUP;
    case LINE_CANNOT_READ:
        call_complain("standard input cannot be read: %s", strerror(errno));
        break;
    case LINE_CANNOT_WRITE:
        call_complain("cannot write to standard output: %s", strerror(errno));
        break;
    }
    return EXIT_IO;
}
