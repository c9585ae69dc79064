// SPDX-License-Identifier: MIT
//
// Countries by their ISO 3166-1 code (two capital letters), and the States that are no more. Names
// come from the catalogues of iso-codes, except a few that these lack or say in an old way.
#ifndef TANU_TONGUE_COUNTRY_H
#define TANU_TONGUE_COUNTRY_H

#include <stdbool.h>
#include <stddef.h>

struct i18n;

// The name in the language in use (English before i18n_set_pack). Never NULL: the code itself for
// an unknown one.
const char *country_name(const struct i18n *i, const char *code);
// The same as it stands in a sentence, at its beginning or within: "the Philippines". NULL for
// NULL.
const char *country_in_sentence(const struct i18n *i, const char *code, bool begins);
struct country_article {
    const char *code, *name, *within, *begins;
};
const struct country_article *country_article_rows(size_t *count);
const char *country_english(const char *code);
const char *country_variants(const char *code); // other names for searching, "|" between; may be ""

// A State of ISO 3166-3 that is no more, and those that answer for its diplomas today. Two of them
// had the same two letters: Czechoslovakia, and Serbia and Montenegro.
struct country_former {
    const char *code;       // "SU"
    const char *alpha3;     // "SUN"
    const char *name;       // marked with NC_("country", …): country_former_name()
    const char *variants;   // other names, in other languages too, "|" between
    int until;              // the year in which the code was withdrawn
    const char *successors; // "AM AZ BY …"
};
const struct country_former *country_former_rows(size_t *count);
const char *country_former_name(const struct country_former *former); // in the language in use

// What somebody meant who wrote that word: a code of two or three letters, an English name or a
// variant, the emoji of a flag; case, accents and blanks are forgiven. NULL: nothing that is known.
const char *country_meant(const char *word);
bool country_former_meant(const struct country_former *former, const char *word);

// The table of today's, sorted by code; made at build time from iso-codes (country-table.awk).
struct country_row {
    const char *code;
    const char *alpha3;
    const char *name;     // English: "Iran"
    const char *formal;   // "Iran, Islamic Republic of", or ""
    const char *variants; // "|" between them, or ""
};
extern const struct country_row country_table[];
extern const int country_table_count;
const struct country_row *country_row_of(const char *code); // NULL: unknown

#endif
