// SPDX-License-Identifier: MIT
// `tanu compare`: the same qualification in several destinations, in one table.
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/one_case.h"
#include "base/text.h"
#include "paper/plain.h"
#include "view/builders.h"

enum { USUAL_WIDTH = 100, NARROWEST = 40 };

static const struct flag flags[] = {
    {"to", "CODES", N_("the destinations, such as --to KZ,CN,JP (up to five)")},
    {NULL, NULL, NULL},
};

static bool listed(const int32_t *list, int count, int32_t country)
{
    for (int i = 0; i < count; i++)
        if (list[i] == country)
            return true;
    return false;
}

// One code, without the blanks around it, into the list. 0, or -1 after saying why.
static int take_code(const struct pack *pack, const char *code, int32_t *list, int *count)
{
    int32_t country = call_country(pack, code);
    if (country == NONE)
        return -1;
    if (listed(list, *count, country))
        call_complain("--to: '%s' stands twice.", code);
    else if (*count == COMPARE_MOST)
        call_complain("--to takes up to five countries; '%s' is one too many.", code);
    else {
        list[(*count)++] = country;
        return 0;
    }
    return -1;
}

static int read_codes(const struct call *call, const struct pack *pack, int32_t *list, int *count)
{
    const char *at = call_flag(call, "to");
    *count = 0;
    if (!at || !at[strspn(at, " ")]) {
        call_complain("say which destinations: --to KZ,CN,JP");
        return EXIT_USAGE;
    }
    for (; *at; at += *at == ',') {
        char code[40];
        at += strspn(at, " ");
        size_t len = strcspn(at, ","), shown = len < sizeof code ? len : sizeof code - 1;
        while (shown && at[shown - 1] == ' ')
            shown--;
        snprintf(code, sizeof code, "%.*s", (int)shown, at);
        if (take_code(pack, code, list, count))
            return EXIT_USAGE;
        at += len;
    }
    return 0;
}

static int width(void)
{
    struct winsize size;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
        size.ws_col >= NARROWEST)
        return size.ws_col;
    return USUAL_WIDTH;
}

static int print(struct one_case *one, const struct call *call, const int32_t *list, int count)
{
    struct arena arena;
    struct text out = TEXT_INIT;
    arena_init(&arena);
    const struct diplomas diplomas = {.answers = one->several.of, .n = one->several.n};
    struct ground ground = {.arena = &arena,
                            .i18n = &one->i18n,
                            .pack = one->pack,
                            .engine = one->engine,
                            .as_of = call->as_of,
                            .answers = &one->line.answers,
                            .diplomas = diplomas.n ? &diplomas : NULL};
    plain_page(&out, page_compare(&ground, list, count, 0), width(), 0);
    int status = call_trouble(one->pack, one->engine, 0);
    if (!status)
        status = call_print_words(&one->i18n, &out);
    text_release(&out);
    arena_wipe(&arena);
    arena_release(&arena);
    return status;
}

static int run(struct call *call)
{
    struct one_case one;
    int32_t list[COMPARE_MOST];
    int count = 0, status = one_case_open(&one, call, !isatty(STDOUT_FILENO));
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
    .summary = N_("Shows what happens to one qualification in several countries, side by side."),
    .flags = flags,
    .most_operands = 1,
    .run = run,
};
