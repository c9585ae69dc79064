// SPDX-License-Identifier: MIT
// Search-as-you-type in the list of countries: by any name of a country in any language of the
// program, by its code or the emoji of its flag; case, accents, the order of words and, where
// nothing is called so, one slip of the finger are forgiven. A State that is no more leads to those
// that answer for it today.
#ifndef TANU_VIEW_SEARCH_H
#define TANU_VIEW_SEARCH_H

#include "view/builders.h"

// All names of the pack's countries, folded once. Made when somebody first types (a few
// milliseconds); it depends on no language in use.
struct search;
struct search *search_new(const struct i18n *i18n, const struct pack *pack); // never NULL
void search_free(struct search *search);                                     // NULL is fine
// The words of the pack's answers in all languages; made when somebody first looks for an answer.
void search_content(struct search *search, const struct i18n *i18n);

struct found {
    int32_t *values; // as in struct answer, best first, then by name; in ground->arena
    int n;
    bool noted;       // of answers: only their notes have the words
    bool same;        // of answers: the first one, and no other, is called just so
    bool sure;        // one is meant: Enter may take the first
    const char *note; // what to know about them (a State that is no more, a slip), or NULL
};

// What was typed for a country question. Nothing typed: all of them, the destinations that the pack
// knows first where the destination is asked. Text without a letter or digit finds nothing.
// Names are those of ground->search, which may be NULL while nothing is typed.
struct found search_countries(const struct ground *g, int32_t question, const char *typed);

// The same in the choices of a question (FORM_CHOICES), by the words of their labels and hints in
// the language in use, in the pack's own, and in those of search_content().
struct found search_choices(const struct ground *g, int32_t question, const char *typed);

#endif
