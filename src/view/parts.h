// SPDX-License-Identifier: MIT
// What the builders share among themselves; builders.h is the door.
#ifndef TANU_VIEW_PARTS_H
#define TANU_VIEW_PARTS_H

#include "view/builders.h"

// A builder at work.
struct making {
    const struct ground *g;
    struct page_builder b;
};

void begin(struct making *m, const struct ground *g, enum page_kind kind, const char *title);
// Footer for a context, from the action table; then the finished page.
const struct page *finish(struct making *m, enum context context);

// Words.
const char *instrument_short(const struct ground *g, int32_t instrument);
const char *asked_country(const struct ground *g,
                          int32_t question);                      // its name, NULL where not given
const struct destination *destination_of(const struct ground *g); // NULL: unknown or no file
enum style outcome_style(const struct ground *g, int32_t outcome);
int outcomes_in(uint32_t set); // how many

// Evidence.
const char *source_words(const struct ground *g,
                         int32_t source); // for a citation; never an unverified number
void cite(struct making *m, const struct int_list *cites, int indent);
void cite_evidence(struct making *m, const struct evidence *evidence, int indent);
// A fact of the destination as a pair: its text with date and status, or "not known; ask …".
void add_fact(struct making *m, const char *kind, const char *label, int indent);
void add_fact_record(struct making *m, const struct fact *fact, const char *label, int indent);
// The same without its citation; true if there is something to cite.
bool add_fact_pair(struct making *m, const struct fact *fact, const char *label, int indent);
void add_office(struct making *m, const struct office *office, const char *label, int indent);
const char *kind_words(const char *kind); // of a fact
const char *role_words(const char *role); // of an office

// Headings with their blocks, only if there is something below.
void heading(struct making *m, const char *text);
struct block *paragraph(struct making *m, const char *text, int indent);
struct block *muted(struct making *m, const char *text, int indent);

void list_keys(struct making *m, enum context context); // from the action table

// The parts of a result; used by the tabs and by the report.
void part_outcome(struct making *m);
void part_why(struct making *m);
void part_papers(struct making *m);
void part_steps(struct making *m);
void part_rights(struct making *m);
void part_changes(struct making *m);
void part_sources(struct making *m);
void part_conventions(struct making *m);
void part_answers(struct making *m);

#endif
