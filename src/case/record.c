// SPDX-License-Identifier: MIT
// The short record of a result; see record.h.
#include "case/record.h"

#include <string.h>

static void add_outcomes(struct text *out, const struct pack *pack, const char *name, uint32_t set)
{
    text_add(out, name);
    for (int32_t o = 0; o < pack->n_outcomes; o++)
        if (set >> o & 1)
            text_printf(out, " %s", pack->outcomes[o].id);
    text_char(out, '\n');
}

static uint32_t only(int32_t outcome)
{
    return outcome == NONE ? 0 : (uint32_t)1 << outcome;
}

// The facts of the destination whose change is news.
static void add_facts(struct text *out, const struct pack *pack, const struct destination *there)
{
    for (int32_t i = 0; there && i < there->n_facts; i++)
        for (int32_t k = 0; k < pack->n_news; k++)
            if (!strcmp(there->facts[i].kind, pack->news[k]))
                text_printf(out, "%s %s: %s\n", pack->news[k], there->facts[i].id,
                            there->facts[i].text.words);
}

void record_write(struct text *out, const struct pack *pack, const struct assessment *a)
{
    static const char *const states[] = {
        [STATE_DECIDED] = "decided", [STATE_OPEN] = "open", [STATE_INDIVIDUAL] = "individual"};
    add_outcomes(out, pack, "outcome", only(a->outcome));
    text_printf(out, "state %s\n", states[a->state]);
    add_outcomes(out, pack, "possible", a->possible);
    add_outcomes(out, pack, "position", only(a->position));
    add_outcomes(out, pack, "licence", a->licence.asked ? only(a->licence.outcome) : 0);
    text_add(out, "papers");
    for (int32_t i = 0; i < a->n_documents; i++)
        text_printf(out, " %s", pack->documents[a->documents[i].document].id);
    text_char(out, '\n');
    add_facts(out, pack, a->destination == NONE ? NULL : &pack->destinations[a->destination]);
}
