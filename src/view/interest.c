// SPDX-License-Identifier: MIT
// What a person comes for, and which offices and facts are of interest then (`interests:` of
// pack.yaml).
#include <string.h>
#include "pack/words.h"
#include "view/parts.h"

// What the person comes for, and what is of interest then: who decides about work is of none to
// somebody who goes to study there. NULL where that is not known.
static const struct interest *interest_of(const struct ground *g)
{
    const struct answer *purpose = &g->answers->of[g->pack->q_purpose];
    if (purpose->state != ANSWER_GIVEN)
        return NULL;
    for (int32_t i = 0; i < g->pack->n_interests; i++)
        if (g->pack->interests[i].purpose == purpose->value)
            return &g->pack->interests[i];
    return NULL;
}

bool interest_named(const struct pack *pack, const char *kind)
{
    for (int32_t i = 0; i < pack->n_interests; i++)
        if (pack->interests[i].decides && !strcmp(kind, pack->interests[i].decides))
            return true;
    return false;
}

bool interest_concerns(const struct ground *g, const char *kind)
{
    const struct interest *mine = interest_of(g);
    if (!mine || (mine->decides && !strcmp(kind, mine->decides)))
        return true;
    return !interest_named(g->pack, kind);
}

bool interest_serves(const struct ground *g, const struct office *office)
{
    const struct interest *mine = interest_of(g);
    int32_t role = words_find(words_role, office->role);
    uint32_t special = 0;
    for (int32_t i = 0; i < g->pack->n_interests; i++)
        special |= g->pack->interests[i].roles;
    return !mine || !(special >> role & 1) || mine->roles >> role & 1;
}
