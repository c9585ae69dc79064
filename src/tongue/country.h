// SPDX-License-Identifier: MIT
// English country names by code, sorted by code; made at build time from iso-codes
// (country-table.awk). i18n.h is the door for everybody else.
#ifndef TANU_TONGUE_COUNTRY_H
#define TANU_TONGUE_COUNTRY_H

struct country_row {
    const char *code;
    const char *name;     // "Iran"
    const char *formal;   // "Iran, Islamic Republic of", or ""
    const char *variants; // "|" between them, or ""
};

extern const struct country_row country_table[];
extern const int country_table_count;

#endif
