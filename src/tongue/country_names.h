// SPDX-License-Identifier: MIT
// Every name of every country, in all languages that the program or the pack has at once: for a
// search that does not ask which language somebody types in. Made once (a few milliseconds), then
// only read.
#ifndef TANU_TONGUE_COUNTRY_NAMES_H
#define TANU_TONGUE_COUNTRY_NAMES_H

#include <stddef.h>

struct i18n;
struct country_names;

struct country_names *country_names_new(const struct i18n *i);
void country_names_free(struct country_names *names); // NULL is fine

// "Kazakhstan|Qazaqstan|Қазақстан|Казахстан": the English name first, then the formal one, variants
// and translations; unfolded, some may stand twice. "" for an unknown code. They live as long as
// `names`.
const char *country_names_of(const struct country_names *names, const char *code);
// The same of a State that is no more, by its place in country_former_rows().
const char *country_names_of_former(const struct country_names *names, size_t former);

#endif
