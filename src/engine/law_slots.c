// SPDX-License-Identifier: MIT
// Which instruments can give a position in a law, and which of them link the destination with which
// class of award countries. A diagram has 30 terminals, so it says of an instrument only its rank
// among those of one class: few instruments link the same two countries, however many there are.
#include "engine/law_parts.h"

static bool links(const struct law *law, int32_t instrument, int32_t class)
{
    int32_t q = law->atlas->pack->q_award_country;
    int64_t country = law->domains[q].low[class];
    return country != law->country && atlas_party(law->atlas, instrument, country) == TRUTH_YES;
}

static struct instrument_set candidates(const struct law *law)
{
    const struct pack *pack = law->atlas->pack;
    if (law->country < 0 || pack->q_award_country < 0 || pack->q_destination < 0)
        return (struct instrument_set){{0}};
    return instrument_set_and(law->atlas->positional, law->atlas->bound[law->country]);
}

// First how many, then which.
static void list_classes(struct law *law, int32_t n_classes)
{
    int32_t n = 0;
    law->class_start = ARENA_ARRAY(&law->arena, int32_t, (size_t)n_classes + 1);
    for (int32_t class = 0; class < n_classes; class ++)
        for (int32_t slot = 0; slot < law->n_slots; slot++)
            n += links(law, law->slots[slot], class);
    law->class_slots = ARENA_ARRAY(&law->arena, int32_t, (size_t)n + 1);
    n = 0;
    for (int32_t class = 0; class < n_classes; class ++) {
        for (int32_t slot = 0; slot < law->n_slots; slot++)
            if (links(law, law->slots[slot], class))
                law->class_slots[n++] = slot;
        law->class_start[class + 1] = n;
    }
}

int32_t law_rank(const struct law *law, int32_t class, int32_t slot)
{
    for (int32_t i = law->class_start[class]; i < law->class_start[class + 1]; i++)
        if (law->class_slots[i] == slot)
            return i - law->class_start[class];
    return NONE;
}

void law_slots(struct law *law)
{
    const struct pack *pack = law->atlas->pack;
    struct instrument_set instruments = candidates(law);
    law->slots = ARENA_ARRAY(&law->arena, int32_t, (size_t)pack->n_instruments + 1);
    for (int32_t i = instrument_set_next(&instruments, 0); i >= 0;
         i = instrument_set_next(&instruments, i + 1))
        law->slots[law->n_slots++] = i;
    list_classes(law, law->n_slots ? law->domains[pack->q_award_country].n_classes : 0);
}
