// SPDX-License-Identifier: MIT
// What the files of the book share; nobody else includes this. The book itself: graph.h.
//   book.c        frame, contents, questions, outcomes, tables     html.c  escaping, small parts
//   book_rules.c  findings, papers, steps, rights, notices         book_facts.c  treaties,
//   countries                                      book_letters.c  letters to offices
//   book_end.c    sources, cases
#ifndef TANU_AUTHOR_BOOK_H
#define TANU_AUTHOR_BOOK_H

#include "base/text.h"
#include "author/graph.h"
#include "base/date.h"
#include "engine/answers.h"
#include "pack/words.h"

struct book {
    struct text *out;
    const struct pack *pack;
    date as_of;
};

// ---- html.c -------------------------------------------------------------------------------------

void html_add(struct book *b, const char *html); // as it stands
void html_text(struct book *b, const char *s);   // escaped; NULL: nothing
// <h2>…</h2> of a chapter, which begins a page and can be linked to.
void html_chapter(struct book *b, const char *anchor, const char *title);
// The heading of an entry: its id, which is its anchor too (`kind-id`), and file:line.
void html_entry(struct book *b, const char *kind, const char *id, struct pack_place place);
// One line of a list of properties; nothing if the value is NULL or empty.
void html_row(struct book *b, const char *name, const char *value);
void html_code(struct book *b, const char *name, const char *text);
void html_expr(struct book *b, const struct expr *e);
void html_condition(struct book *b, const char *name, const struct expr *e); // NULL: nothing
// "verified, read 2026-11 in <source>".
void html_evidence(struct book *b, const struct evidence *evidence);
void html_cites(struct book *b, const struct int_list *cites);
void html_link(struct book *b, const char *kind, const char *id);
void html_open_list(struct book *b);
void html_close_list(struct book *b);
// A packed date, also one without month or day; "" for 0.
const char *html_date(char out[DATE_TEXT], int32_t packed);

// ---- chapters -----------------------------------------------------------------------------------

void book_rules(struct book *b, int32_t country); // NONE: the general ones
void book_instruments(struct book *b);
void book_countries(struct book *b);
void book_letters(struct book *b);
void book_sources(struct book *b);
void book_cases(struct book *b);

#endif
