// SPDX-License-Identifier: MIT
// What the builders share among themselves; builders.h is the door.
#ifndef TANU_VIEW_PARTS_H
#define TANU_VIEW_PARTS_H

#include "view/builders.h"

// A builder at work.
struct making {
    const struct ground *g;
    struct page_builder b;
    bool on_paper;              // what only the screen has room for is left out
    bool folded;                // of a result: short; what is left out opens with ground->details
    int most_sources;           // behind one statement no more are named; 0: all of them
    const struct office *named; // the last office that was named with the way to it, or NULL
    const struct office *told;  // whom the page said to ask, with the way there: its name is enough
    size_t named_at;            // behind which block: only right below is it "the same office"
    int steps_told;             // steps that stand on the page: an office can be called by its step
    bool told_position;         // what the conventions ask for stands above already, whole
    int32_t read_on; // the day on which a page was read that does not say another one; 0: each does
    uint64_t *sources;  // on which the assessment rests, a set over pack->sources; NULL without one
    uint64_t *numbered; // of these, the ones whose number stands on the page
};

enum { STEPS_SHOWN = 3 }; // at most on the first screen
// Is the step in that place of the assessment one of those that the first screen picks? (It may be
// left out there for want of room.)
bool first_shows_step(const struct ground *g, int32_t place);
// The place from which on the steps are only for somebody who wants a decision although the outcome
// is decided; without such steps the number of them all.
int32_t first_held(const struct ground *g);

void make_begin(struct making *m, const struct ground *g, enum page_kind kind, const char *title);

// Words.
// phrase_under() with further placeholders.
const char *phrase_with(const struct ground *g, const struct phrase *phrase, int32_t instrument,
                        const struct fill *more, int n_more);
// "2. Master's degree, Kazakhstan": of several diplomas.
const char *diploma_words(const struct ground *g, int number);
const char *instrument_words(const struct ground *g, int32_t instrument);
const char *ground_country_name(const struct ground *g,
                                int32_t question); // its name, NULL where not given
// The same as it stands at the beginning of a sentence, or within one: "the Philippines".
const char *ground_country_said(const struct ground *g, int32_t question, bool begins);
const struct destination *ground_destination(const struct ground *g); // NULL: unknown or no file
enum style outcome_style(const struct ground *g, int32_t outcome);
int outcome_count(uint32_t set); // how many
// The most and the least favourable outcome of a set; NONE, NONE of an empty one.
void outcome_ends(const struct pack *pack, uint32_t set, int32_t *best, int32_t *worst);

// Evidence.
const char *source_words(const struct ground *g,
                         int32_t source); // for a citation; never an unverified number
// Sources are numbers in brackets at the end of the newest block's text, "… [3, 7]"; the part
// "Sources" says what they stand for. The number of a source is the same in all parts of a result;
// 0: the result does not rest on it.
int source_number(const struct making *m, int32_t source);
const char *make_number(struct making *m, int32_t source); // " [3]" in the middle of a text, or ""
void make_cites(struct making *m, const struct int_list *cites);
void make_evidence(struct making *m, const struct evidence *evidence);
// A fact of the destination as a pair: its text with date and status, or "not known; ask …".
void make_fact(struct making *m, const char *kind, const char *label, int indent);
void make_fact_record(struct making *m, const struct fact *fact, const char *label, int indent);
// The same without its citation; true if there is something to cite.
bool make_fact_pair(struct making *m, const struct fact *fact, const char *label, int indent);
// The same behind the newest block, which is one of its kind.
void make_fact_more(struct making *m, const struct fact *fact);
void make_office(struct making *m, const struct office *office, const char *label, int indent);
// The one way to reach it that most people take; NULL: none is known.
const char *office_way(const struct office *office);
const char *kind_words(const char *kind); // of a fact
const char *role_words(const char *role); // of an office

// Headings with their blocks, only if there is something below.
void make_heading(struct making *m, const char *text);
struct block *make_paragraph(struct making *m, const char *text, int indent);
struct block *make_muted(struct making *m, const char *text, int indent);

// The field of a page, with what is typed into it.
void make_field(struct making *m, const char *typed, size_t cursor);
void make_keys(struct making *m, const struct hint *keys, int n_keys);

// A text of several sentences: where the result is folded its first one, and "…".
const char *fold_words(const struct making *m, const char *words);
// Whether somebody who speaks the language has read the texts; of the language in which they were
// written there is nothing to say.
void make_reviewed(struct making *m);
void make_more(struct making *m); // "…" behind the newest block, if it does not end so yet
// "Not known. Ask: …"; "… the office of step 2" where that step stands above; right below the
// office, or below another thing to ask it, "… the same office".
const char *make_ask(struct making *m, const struct office *office);

// interest.c: does anybody come for what a fact of that kind decides (not every pack speaks of it);
// is such a fact, or an office, for what this person comes for?
bool interest_named(const struct pack *pack, const char *kind);
bool interest_concerns(const struct ground *g, const char *kind);
bool interest_serves(const struct ground *g, const struct office *office);

const char *result_title(const struct ground *g); // "Kazakhstan → China"
void make_headline(struct making *m);
const struct finding *reason_main(const struct ground *g); // that counts most, or NULL
void make_reason(struct making *m);
// The warning of the first screen in one sentence, NULL: none; returned where that is all of it.
const struct notice *first_warning(const struct ground *g, const char **words);
const char *more_words(const struct ground *g, struct session_progress p); // "at most 5 more"
const char *outcomes_left_words(const struct ground *g);                   // "3 outcomes left"
// What the answer to a question can change, in one sentence. Needs the assessment.
const char *effect_of_answer(const struct ground *g, int32_t question);
// The findings, by what they do. True if it ends with what is good to know.
bool make_reasons(struct making *m);
void make_near(struct making *m);       // the nearest worked cases
void make_background(struct making *m); // what else is known of the destination

// The parts of a result; used by the tabs and by the report.
void part_outcome(struct making *m);                 // the first screen (first.c)
void part_lists(struct making *m, int32_t question); // those that answer it; nothing where none is
void part_licence(struct making *m);                 // nothing where none is asked for
void part_diplomas(struct making *m);                // nothing where there is one
void part_ladder(struct making *m);                  // the same on the first screen
void part_why(struct making *m);
// A condition in words; NULL: only the rule's own text says it.
const char *condition_words(const struct ground *g, const struct expr *e);
const char *explain_title(const struct ground *g, const struct rule *rule);
const char *effect_words(enum effect effect); // "Stands in the way"
// Why a finding that is not live does not count, or may not.
const char *set_aside_words(const struct ground *g, const struct finding_state *state);
void part_papers(struct making *m);
void part_ticks(struct making *m); // rows to tick (ticks.c)
// Where a paper of the assessment, the i-th, stands. What is needed only in a case that its text
// names is never missing.
enum paper_group { PAPER_NEEDED, PAPER_ONLY_IF, PAPER_THERE };
enum paper_group paper_group(const struct ground *g, int32_t i);
int papers_count(const struct ground *g, enum paper_group group);
void part_steps(struct making *m);
// The first step that leads to an office, counted from 1; 0: none does.
int first_step_to(const struct ground *g, const struct office *office);
void part_timeline(struct making *m); // belongs to the steps
void part_deadline(struct making *m); // above them: by when to begin, and what cannot wait
void part_rights(struct making *m);
void part_changes(struct making *m);
void part_sources(struct making *m);
void make_source_list(struct making *m); // without words before it
void part_conventions(struct making *m);
void part_answers(struct making *m);
void part_code(struct making *m); // nothing where there is none

#endif
