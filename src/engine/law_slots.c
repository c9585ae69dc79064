// SPDX-License-Identifier: MIT
// Which instruments can give a position in a law, and which of them link the destination with which
// class of award countries. A diagram has 30 terminals, so it says of an instrument only its rank
// among those of one class: few instruments link the same two countries, however many there are.
#include "engine/law_parts.h"

static bool links(const struct law_terms *terms, int32_t instrument, int32_t cls)
{
    int32_t q = terms->atlas->pack->q_award_country;
    int64_t country = terms->domains[q].low[cls];
    return country != terms->country && atlas_party(terms->atlas, instrument, country) == TRUTH_YES;
}

static struct instrument_set candidates(const struct law_terms *terms)
{
    const struct pack *pack = terms->atlas->pack;
    if (terms->country < 0 || pack->q_award_country < 0 || pack->q_destination < 0)
        return (struct instrument_set){{0}};
    return instrument_set_and(terms->atlas->positional, terms->atlas->bound[terms->country]);
}

// First how many, then which.
static void list_classes(struct law_terms *terms, int32_t n_classes)
{
    int32_t n = 0;
    terms->class_start = ARENA_ARRAY(&terms->arena, int32_t, (size_t)n_classes + 1);
    for (int32_t cls = 0; cls < n_classes; cls++)
        for (int32_t slot = 0; slot < terms->n_slots; slot++)
            n += links(terms, terms->slots[slot], cls);
    terms->class_slots = ARENA_ARRAY(&terms->arena, int32_t, (size_t)n);
    n = 0;
    for (int32_t cls = 0; cls < n_classes; cls++) {
        for (int32_t slot = 0; slot < terms->n_slots; slot++)
            if (links(terms, terms->slots[slot], cls))
                terms->class_slots[n++] = slot;
        terms->class_start[cls + 1] = n;
    }
}

int32_t law_rank(const struct law_terms *terms, int32_t cls, int32_t slot)
{
    for (int32_t i = terms->class_start[cls]; i < terms->class_start[cls + 1]; i++)
        if (terms->class_slots[i] == slot)
            return i - terms->class_start[cls];
    return NONE;
}

void law_slots(struct law_terms *terms)
{
    const struct pack *pack = terms->atlas->pack;
    struct instrument_set instruments = candidates(terms);
    terms->slots = ARENA_ARRAY(&terms->arena, int32_t, (size_t)pack->n_instruments);
    for (int32_t i = instrument_set_next(&instruments, 0); i >= 0;
         i = instrument_set_next(&instruments, i + 1))
        terms->slots[terms->n_slots++] = i;
    list_classes(terms, terms->n_slots ? terms->domains[pack->q_award_country].n_classes : 0);
}
