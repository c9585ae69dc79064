// SPDX-License-Identifier: MIT
//
// Languages: ONE table, one row a language. To add one: a row in languages.c, its code in
// locale/LINGUAS, the catalogues locale/LL.po and questions/PACK/po/LL/, its code among the
// `languages:` of the pack. doc/how-to-add.md shows it, tests/language.sh does it.
#ifndef TANU_TONGUE_LANGUAGES_H
#define TANU_TONGUE_LANGUAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text;

struct language {
    const char *code;    // "kk", "zh_CN"
    const char *name;    // its own: "Қазақ тілі"
    const char *letters; // a terminal that can show these can show the language
    const char *instead; // what its readers read as well where it cannot be shown, or ""
    // Its alphabet, as far as Unicode has it otherwise: "аә гғ" = ә behind а, ғ behind г. Small
    // letters, as utf8_fold() leaves them.
    const char *order;
    const char *folds; // what people type for a letter that their keyboard lacks: "әа ғг"
    // Its keyboard: what the keys 1 2 … 9 0 give, plain and shifted, where these are no digits; and
    // the letters on the keys q w e r t y u i o p a s d f g h j k l z x c v b n m. "": as in Latin.
    const char *digits, *shifted;
    const char *keys;
};

const struct language *language_rows(size_t *count);
const struct language *language_named(const char *code); // NULL: none of ours

// All its letters are one cell wide: the font of a console can have them.
bool language_narrow(const struct language *row);

// Searching and sorting know all languages at once: a name may be in any of them.
// Appends words folded for searching (utf8_fold()), letters as people type them instead.
void language_fold(struct text *out, const char *words);
// Appends a key: names in the order of their keys' bytes stand as in the alphabet.
void language_sort_key(struct text *out, const char *words);

// A key of the keyboard in any layout. 0 to 9, or -1; and the letter on the same key of the Latin
// layout (й is q), or the character itself.
int language_digit(uint32_t c);
uint32_t language_latin_key(uint32_t c);

#endif
