// SPDX-License-Identifier: MIT
// Search-as-you-type in the list of countries: by name in the current language, English name, code
// and everyday variants; case, accents and word order are forgiven.
#ifndef TANU_VIEW_SEARCH_H
#define TANU_VIEW_SEARCH_H

#include "view/builders.h"

// Fills `values` with the values (as in struct answer) of a country question that match what was
// typed, best first, then by name; returns how many. `room` PACK_MAX_COUNTRIES + PACK_MAX_CHOICES
// is always enough. Nothing typed: all of them; the destinations that the pack knows come first
// where the destination is asked.
int search_countries(const struct ground *g, int32_t question, const char *typed, int32_t *values,
                     int room);

#endif
