// SPDX-License-Identifier: MIT
// The parts of a country's file, whatever they are: one row a kind; see place.h.
#include <stddef.h>
#include <string.h>

#include "pack/pack.h"

#define PART(member, type)                                                                         \
    {                                                                                              \
        offsetof(struct destination, member), offsetof(struct destination, n_##member),            \
            sizeof(type), offsetof(type, id), offsetof(type, place)                                \
    }

static const struct {
    size_t items, count; // in struct destination
    size_t size;         // of one item
    size_t id, place;    // in it
} rows[DESTINATION_PARTS] = {
    [PART_FACT] = PART(facts, struct fact),
    [PART_OFFICE] = PART(offices, struct office),
    [PART_LICENCE] = PART(licences, struct licence),
    [PART_LIST] = PART(lists, struct country_list),
};

int32_t destination_count(const struct destination *destination, enum destination_part kind)
{
    int32_t count;
    memcpy(&count, (const char *)destination + rows[kind].count, sizeof count);
    return count;
}

struct place_part destination_part(const struct destination *destination,
                                   enum destination_part kind, int32_t index)
{
    struct place_part part;
    const char *item;
    memcpy(&item, (const char *)destination + rows[kind].items, sizeof item);
    item += (size_t)index * rows[kind].size;
    memcpy(&part.id, item + rows[kind].id, sizeof part.id);
    memcpy(&part.place, item + rows[kind].place, sizeof part.place);
    return part;
}

int32_t destination_find(const struct destination *destination, enum destination_part kind,
                         const char *id)
{
    for (int32_t i = 0; i < destination_count(destination, kind); i++)
        if (!strcmp(destination_part(destination, kind, i).id, id))
            return i;
    return NONE;
}
