// SPDX-License-Identifier: MIT
// `tanu compare`: the same qualification in several destinations, in one table.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/one_case.h"
#include "base/text.h"
#include "out/plain.h"
#include "view/builders.h"

enum { MOST = 5, USUAL_WIDTH = 100, NARROWEST = 40 };

static const struct flag flags[] = {
    {"to", "CODES", "the destinations, such as --to KZ,CN,JP (up to five)"},
    {NULL, NULL, NULL},
};

static int read_codes(const struct call *call, const struct pack *pack, struct compared *list, int *count)
{
    const char *words = call_flag(call, "to");
    *count = 0;
    if (!words) {
        complain("say which destinations: --to KZ,CN,JP");
        return EXIT_USAGE;
    }
    for (const char *at = words; *at;) {
        char code[8];
        size_t len = strcspn(at, ",");
        snprintf(code, sizeof code, "%.*s", len < 8 ? (int)len : 7, at);
        int32_t country = pack_country(pack, code);
        if (country == NONE || *count == MOST) {
            complain(country == NONE ? "--to: '%s' is no country code of this pack." : "--to takes up to five countries; '%s' is one too many.", code);
            return EXIT_USAGE;
        }
        list[(*count)++].destination = country;
        at += len + (at[len] == ',');
    }
    return *count ? 0 : EXIT_USAGE;
}

static int width(void)
{
    struct winsize size;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= NARROWEST)
        return size.ws_col;
    return USUAL_WIDTH;
}

static int print(struct one_case *one, const struct call *call, struct compared *list, int count)
{
    struct arena arena;
    struct text out = TEXT_INIT;
    arena_init(&arena);
    for (int i = 0; i < count; i++) {
        struct answers *answers = ARENA_NEW(&arena, struct answers);
        struct assessment *a = ARENA_NEW(&arena, struct assessment);
        *answers = one->line.answers;
        answers->of[one->pack->q_destination] = (struct answer){.state = ANSWER_GIVEN, .value = list[i].destination};
        assess(one->engine, answers, ASSESS_FULL, a);
        list[i].answers = answers;
        list[i].assessment = a;
    }
    struct ground ground = {.arena = &arena, .i18n = &one->i18n, .pack = one->pack, .engine = one->engine, .as_of = call->as_of,
                            .answers = list[0].answers, .assessment = list[0].assessment};
    plain_page(&out, page_compare(&ground, list, count), width(), 0);
    fputs(text_str(&out), stdout);
    text_release(&out);
    arena_wipe(&arena);
    arena_release(&arena);
    return fflush(stdout) ? EXIT_IO : EXIT_GOOD;
}

static int run(struct call *call)
{
    struct one_case one;
    struct compared list[MOST] = {{0}};
    int count = 0, status = one_case_open(&one, call);
    if (!status)
        status = read_codes(call, one.pack, list, &count);
    if (!status)
        status = print(&one, call, list, count);
    one_case_release(&one);
    return status;
}

const struct command command_compare = {
    .name = "compare",
    .operands = "[FILE]",
    .summary = "Shows what happens to one qualification in several countries, side by side.",
    .flags = flags,
    .most_operands = 1,
    .run = run,
};
