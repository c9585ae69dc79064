// SPDX-License-Identifier: MIT
// `tanu explain`: the rules of one case with each of their conditions, the answer that decided it,
// and the line where it is written.
#include <stdlib.h>
#include <string.h>

#include "app/one_case.h"
#include "base/diag.h"
#include "base/oom.h"
#include "base/text.h"
#include "paper/plain.h"
#include "view/builders.h"

enum { EXPLAIN_WIDTH = 100 };

// "did you mean", among the ids of all rules.
static int unknown_rule(const struct pack *pack, const char *word)
{
    size_t count = 0, n = 0;
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++)
        count += (size_t)pack_rule_count(pack, kind);
    const char **ids = xcalloc(count + 1, sizeof *ids);
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < pack_rule_count(pack, kind); i++)
            if (rule_listed(pack_rule(pack, kind, i)))
                ids[n++] = pack_rule(pack, kind, i)->id;
    const char *near = diag_suggest(word, ids, n);
    if (near)
        call_complain("there is no rule '%s'; did you mean '%s'?", word, near);
    else
        call_complain("there is no rule '%s'.", word);
    free(ids);
    return EXIT_USAGE;
}

static int print(struct one_case *one, const struct call *call)
{
    const char *rule = call->n_operands > 1 ? call->operands[1] : NULL;
    struct judged judged;
    struct arena arena;
    struct text out = TEXT_INIT;
    arena_init(&arena);
    int status = one_case_judge(one, &judged);
    struct ground ground = judged_ground(one, &judged, call, &arena);
    const struct page *page = status ? NULL : page_explanation(&ground, rule);
    if (page)
        plain_page(&out, page, EXPLAIN_WIDTH, 0);
    if (page)
        status = call_print_words(&one->i18n, &out);
    else if (!status)
        status = unknown_rule(one->pack, rule);
    text_release(&out);
    arena_wipe(&arena);
    arena_release(&arena);
    judged_release(&judged);
    return status;
}

static int run(struct call *call)
{
    struct one_case one;
    int status = one_case_open(&one, call, false);
    if (!status)
        status = print(&one, call);
    one_case_release(&one);
    return status;
}

const struct command command_explain = {
    .name = "explain",
    .operands = "[FILE [RULE]]",
    .summary =
        N_("Shows each condition of the rules of one case, with the answer that decided it."),
    .most_operands = 2,
    .run = run,
};
