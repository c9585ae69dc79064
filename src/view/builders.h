// SPDX-License-Identifier: MIT
//
// From the pack, the answers and an assessment to finished pages. Builders are pure: the same input
// gives the same page; nothing is kept, and no key is known here: whoever shows a page adds its
// `hints`. Pages live in ground->arena.
#ifndef TANU_VIEW_BUILDERS_H
#define TANU_VIEW_BUILDERS_H

#include "engine/several.h"
#include "engine/session.h"
#include "tongue/i18n.h"
#include "view/page.h"

// What every builder stands on. All borrowed.
struct search;
struct letterhead;
struct ground {
    struct arena *arena;
    const struct i18n *i18n;
    const struct pack *pack;
    struct engine *engine;
    int32_t as_of;
    const struct answers *answers;       // those that count
    const struct assessment *assessment; // of these answers, ASSESS_FULL; NULL where not needed
    bool no_sources;                     // no numbers of sources in the text (for the ear)
    bool details;                        // of a result: whole, else what most people skip is folded
    const struct search *search; // names of countries (view/search.h); NULL while nobody has typed
    int32_t start, deadline;     // of the timeline (view/plan.h), packed dates; 0: not given
    const struct letterhead *letterhead; // above and below letters and summaries; NULL: none
    const char *code; // brings the case back, for paper; NULL or "": none, or each diploma has one
    const struct diplomas *diplomas; // several of one person; NULL: one
    int diploma; // of several the one that the answers belong to, from 1; 0: there is one
    const char *help,
        *desk; // of a kiosk: words for the help page, where people are helped; or NULL
};

// Several diplomas of one person. `answers` of the ground are then those of the one that is open,
// in a report the one that carries the purpose; where the destination is another for each column,
// each column finds its own.
struct diplomas {
    const struct answers *answers;
    const struct assessment *assessments; // ASSESS_FULL; not read by page_compare()
    int n, carries, open;                 // places from 0
    // What brings each back, and the same without what somebody may rather not show; NULL or "":
    // none.
    const char *codes[SEVERAL_MOST], *discreet[SEVERAL_MOST];
};

// ---- result ------------------------------------------------------------------------------------

enum tab {
    TAB_OUTCOME,
    TAB_WHY,
    TAB_PAPERS,
    TAB_STEPS,
    TAB_RIGHTS,
    TAB_CHANGES,
    TAB_SOURCES,
    TABS
};

const char *tab_name(enum tab tab);
// One tab; on that of the papers the values of items are documents of the pack, behind them all its
// questions that a line stands for, or ITEM_READ.
struct page *page_result(const struct ground *g, enum tab tab, int focus);
struct page *
page_short(const struct ground *g); // the first screen and the papers, at most 260 words
struct page *page_report(const struct ground *g); // answers and all tabs, for text and HTML

// ---- rules -------------------------------------------------------------------------------------

// The rules that decided a result, to choose one of; the values of the items are for
// rule_of_item().
// The source with that number, whole: what it is, its day, how sure it is, its address. NULL: the
// assessment rests on none of that number.
struct page *page_source(const struct ground *g, int number);
struct page *page_rules(const struct ground *g, int focus);
const struct rule *rule_of_item(const struct pack *pack, int32_t value);
// One rule with each of its conditions, the answer that decided it, and where it is written.
struct page *page_rule(const struct ground *g, const struct rule *rule);
// The same for all rules of page_rules(), or for those with that id whatever they say here; NULL:
// there is none with that id.
struct page *page_explanation(const struct ground *g, const char *id);

// ---- after a change ----------------------------------------------------------------------------

// Both with their assessments: what moved, before and now beside each other. NULL: nothing of the
// result did.
struct page *page_changed(const struct ground *before, const struct ground *now);

// ---- comparison --------------------------------------------------------------------------------

enum { COMPARE_MOST = 5 }; // destinations in one table

// The answers of `g` judged in each of the destinations (country indexes, at most COMPARE_MOST),
// one column each.
// `open`: the column that is marked, from 1; 0: none, where nobody can choose.
struct page *page_compare(const struct ground *g, const int32_t *destinations, int count, int open);
// The country asked for in the answers, NONE where it is not given.
int32_t compare_home(const struct ground *g);
// That country, then the chosen ones: fills at most COMPARE_MOST, returns how many.
int compare_list(const struct ground *g, const int32_t *chosen, int n_chosen,
                 int32_t *destinations);

struct picking { // the page on which the other countries are chosen
    const char *typed;
    size_t cursor;
    int focus;        // index into page->items, or PAGE_FOCUS_OWN
    int32_t focus_on; // then: the value of an item to stand on, NONE: the builder's choice
    int32_t chosen[COMPARE_MOST];
    int n_chosen;
    int open; // the column of the comparison that is marked, from 1
};
struct page *page_destinations(const struct ground *g, const struct picking *picking);

// ---- wizard pages ------------------------------------------------------------------------------

enum { ASKING_BANDS = 7, INSIDE_FIELD = -2 };

// What the person has done on a question so far.
struct asking {
    int32_t question;
    int focus;         // index into page->items, or PAGE_FOCUS_OWN
    uint64_t many;     // Q_MANY: boxes that are on
    const char *typed; // fields and search: what was typed, UTF-8
    size_t cursor;     // byte offset into it
    bool finding;      // FORM_CHOICES: what was typed chooses among the answers
    // What is open behind a row of the first list: NONE, a group of the choices, or INSIDE_FIELD.
    int32_t inside;
    bool changes; // an answer is changed from a result, to which it leads back
    int64_t low[ASKING_BANDS], high[ASKING_BANDS]; // bands that are offered before the field
    int n_bands;
};

// How an answer to a question is given.
enum question_form {
    FORM_CHOICES, // one of a short list
    FORM_MANY,    // several of a short list
    FORM_SEARCH,  // one of a long list with a search field
    FORM_FIELD    // a line to type in
};
enum question_form question_form(const struct question *question);
// The same of the page of the moment: before its line to type in a question may have a list.
enum question_form asking_form(const struct pack *pack, const struct asking *asking);
// Fills bands, and what is open: where the kept answer stands, else nothing.
void asking_begin(const struct ground *g, const struct answer *kept, struct asking *asking);
// Values of items that are no choice: "I don't know"; the row that finishes a `many` question; the
// line to type in; the row under a field that stands for its smallest value ("It was never
// online"); "I have a code"; and on other pages a row that is there to be read only.
enum {
    ITEM_UNKNOWN = -2,
    ITEM_DONE = -3,
    ITEM_FIELD = -4,
    ITEM_NONE = -5,
    ITEM_CODE = -6,
    ITEM_READ = -7,
    ITEM_OPEN = -8,    // opens the line to type in
    ITEM_BAND = -20,   // and below: the i-th band is ITEM_BAND - i
    ITEM_GROUP = -100, // likewise a group of choices
};
static inline bool item_is_band(int32_t value)
{
    return value <= ITEM_BAND && value > ITEM_BAND - ASKING_BANDS;
}
static inline bool item_is_group(int32_t value)
{
    return value <= ITEM_GROUP;
}
// Has the question such a row (a field with none_label and a constant min)?
bool question_has_none(const struct question *question);

// The first page. `choose`, where there are several: with the languages, whose items are their
// places in i18n->languages; else with ITEM_DONE (begin). `code`: and with ITEM_CODE.
struct page *page_welcome(const struct ground *g, bool choose, bool code, int focus);
struct page *page_code(const struct ground *g, const char *typed, size_t cursor);

// What a result can be taken away by. `code`: brings the case back; `discreet`: the same without
// what somebody may rather not show; "": none. Of several diplomas the ground has those of each.
struct take_way {
    int32_t value; // of the item
    const char *label, *detail;
};
struct page *page_take(const struct ground *g, const char *code, const char *discreet,
                       const struct take_way *ways, int n, int focus);
// Letters that can be written, each with the ways to take it. Values of the items: letter * n_ways
// + way. Without any letter it says so.
struct page *page_letters(const struct ground *g, const struct letter *const *letters, int n,
                          const struct take_way *ways, int n_ways, int focus);
struct page *page_save(const struct ground *g, const char *what, const char *typed, size_t cursor);
// The day by which the result is needed.
struct page *page_need(const struct ground *g, const char *typed, size_t cursor);
// One of `parts` codes for a phone, or with NULL that the screen is too small. `calendar`: it holds
// the next step, not words.
struct page *page_phone(const struct ground *g, const struct qr *qr, const char *code, int part,
                        int parts, bool calendar);

// The first answer: ITEM_DONE goes on with the questions, ITEM_NONE stops. Needs the assessment.
struct page *page_early(const struct ground *g, const struct session *s, int focus);

// With an assessment in the ground it says what the answer can change.
struct page *page_question(const struct ground *g, const struct session *s,
                           const struct asking *asking);
// `keys`: what can be pressed there, listed at the end (NULL: nothing).
struct page *page_question_help(const struct ground *g, int32_t question, const struct hint *keys,
                                int n_keys);
struct page *page_question_why(const struct ground *g, int32_t question);
// All answers; the values of the items are questions. `diplomas`: and ITEM_DONE, which leads to the
// other diplomas, or to another one.
struct page *page_review(const struct ground *g, const struct session *s, bool diplomas, int focus);
struct page *page_keys(const struct ground *g, const struct hint *keys, int n_keys);
// What can be done, to choose from: `rows` have the name of each as `key` and a sentence as
// `label`; the values of the items are their places.
struct page *page_menu(const struct ground *g, const struct hint *rows, int n, int focus);
struct page *page_languages(const struct ground *g, int focus);
enum confirm {
    CONFIRM_QUIT,
    CONFIRM_AGAIN,
    CONFIRM_FINISHED,
    CONFIRM_QUIT_CASE, // a kept case is open
    CONFIRM_AGAIN_CASE,
    CONFIRM_REMOVE // the diploma that the ground speaks of
};
// The diplomas of a person, of which the values of the items are the places; ITEM_DONE adds one,
// which is offered where `more`; ITEM_CODE adds one by its code.
struct page *page_diplomas(const struct ground *g, bool more, bool code, int focus);
// A kept case: parts above and below the rows of what can be done; and a line to type in.
// A line of kept_moved() as a person reads it, in the arena of the ground.
const char *moved_words(const struct ground *g, const char *line);
struct case_part {
    const char *title;
    const char **lines;
    int n; // 0: the part is left out
};
struct case_row {
    int32_t value;
    const char *words, *detail;
};
struct case_page {
    const char *title, *warning, *says; // "" where there is none
    const struct case_part *first, *then;
    const struct case_row *rows;
    int n_first, n_then, n_rows;
};
struct page *page_case(const struct ground *g, const struct case_page *c, int focus);
// The cases that are kept, to open one: those that what was typed fits, the best first.
struct desk_row {
    int32_t value;
    const char *name, *detail;
};
struct desk_page {
    const struct desk_row *rows;
    int n, hidden;     // how many more fit, which are not shown
    const char *fresh; // the name of a case that can be begun (ITEM_DONE), "": none
    bool coded;        // with the answers of a code that was typed
    const char *typed;
    size_t cursor;
};
struct page *page_desk(const struct ground *g, const struct desk_page *d, int focus);
// What a client is told about the case that is kept, on paper. "" where it is not so, or not known.
struct case_notice {
    const char *name;              // of the case
    const char *consent, *expires; // days, as they are written
    bool sealed;
};
struct page *page_notice(const struct ground *g, const struct case_notice *n);
// The summary of an appointment, on paper. "" where something is not said.
struct case_task {
    const char *what, *who, *until, *done;
};
struct case_summary {
    const char *name, *next;
    const struct case_task *tasks;
    const struct case_part *parts;
    int n_tasks, n_parts;
};
struct page *page_summary(const struct ground *g, const struct case_summary *s);
struct page *page_line(const struct ground *g, const char *title, const char *hint,
                       const char *typed, size_t cursor);
struct page *page_confirm(const struct ground *g, enum confirm what, int focus);
// A kiosk between two visits; its `done` says where it stands, so that it wanders. `dark`: nothing
// is shown. `keys`: any key begins.
struct page *page_attract(const struct ground *g, unsigned turn, bool dark, bool keys);
struct page *page_service(const struct ground *g, int signs); // a PIN of which so many are typed
struct page *page_idle(const struct ground *g, int seconds, bool keys); // is anybody there?
// For the side of a wide screen: outcomes still possible, and the answers so far; where all are
// given, the steps instead, if they are wanted.
struct page *page_side(const struct ground *g, const struct session *s, bool steps);

// ---- words -------------------------------------------------------------------------------------

// An answer as a person reads it: the choice's label, a country's name, a number, a date.
// What is wrong where the answer and an earlier one cannot both be true; NULL. Needs the
// assessment.
const char *order_words(const struct ground *g, int32_t question);
const char *answer_words(const struct ground *g, int32_t question, const struct answer *answer);
const char *status_words(enum status status);
// Why an instrument applies to the two countries or not, as a sentence.
const char *link_words(const struct ground *g, const struct link *link);
// What is known at home about a party that is not, or not yet, bound on the day; NULL: nothing.
const char *domestic_words(const struct ground *g, const struct party *party);
// A phrase with its placeholders filled from the answers; `instrument` (or NONE) is what
// {instrument} stands for.
const char *phrase_words(const struct ground *g, const struct phrase *phrase);
const char *phrase_under(const struct ground *g, const struct phrase *phrase, int32_t instrument);
// A paper or a step in few words: its `brief:`, else the first sentence of its text.
const char *phrase_brief(const struct ground *g, const struct item *item);
// "Judged as if: …": what was assumed of the law; only where pack->assumed.
const char *assumed_words(const struct ground *g);
// The first sentence of a text, in the arena.
const char *words_first_sentence(const struct ground *g, const char *words);
const char *label_words(const struct ground *g, int32_t question);
const char *value_words(const struct ground *g, int32_t question, int64_t value);
// Is a fact of this kind older, on the day of the assessment, than the pack allows?
bool fact_is_old(const struct ground *g, const char *kind, int32_t as_of);
// "Not known. Ask: …": the authority, if there is one; or another office (NULL: "the authority").
const char *office_ask_words(const struct ground *g);
const char *office_ask_words_at(const struct ground *g, const struct office *office);
// Does an office of the destination concern the person? The council of another profession does not.
bool ground_concerned(const struct ground *g, const struct office *office);
// Whom this person asks there where no other office is named; NULL: not known.
const struct office *ground_authority(const struct ground *g);
// Does a fact of the destination? Not one that leaves the person's profession out.
bool ground_fact_concerns(const struct ground *g, const struct fact *fact);
// Who does a step, and its fee or time (`name`: id or kind; may be NULL); NULL where there is none.
const struct office *ground_step_office(const struct ground *g, const struct item *step);
const struct fact *ground_step_fact(const struct ground *g, const struct item *step,
                                    const char *name);
// The same to be handed on, in a sentence or a number of days: what nobody has confirmed is not
// known.
const struct fact *ground_known_fact(const struct ground *g, const struct item *step,
                                     const char *name);
// What the first step that knows it takes, and which step that is; NULL where none does.
enum cost { COST_FEE, COST_TIME, COSTS };
const struct fact *ground_cost(const struct ground *g, enum cost cost, int32_t *step);
// The same in a sentence.
const char *cost_words(const struct ground *g, enum cost cost, int32_t *step);
// The open question to be told of in that place (below n_missing): the most deciding first of
// those that apply, then those that another answer can take off the path ("which second country?"
// before "at one university?"), and last those of a line among the papers (`tick:`), which concern
// few people.
const struct missing *ground_missing(const struct ground *g, int32_t place);
// What the conventions ask for, as the title of an outcome; "" where none is known to ask for
// something here.
const char *position_words(const struct ground *g);
// "Diploma 2: Question 4": which of several it is about; of one only the words.
const char *diploma_before(const struct ground *g, const char *words);
// The outcome as a headline: its title, or while several are possible "Too early to say: from … to
// …".
const char *outcome_headline(const struct ground *g);
// Several outcomes are possible, and not each of them is a no.
bool outcome_undecided(const struct ground *g);

// What a list of the destination says of the institution, and what became of it; NULL: nothing.
const char *list_words(const struct ground *g, enum list_kind kind);

// What is known of the licence that the assessment speaks of; NULL where it is not.
struct licence_facts {
    const struct licence *record;
    const struct office *body;
    const struct fact *fee, *time, *appeal;
};
struct licence_facts licence_facts(const struct ground *g);
// Is a live finding something that the body asks for, or that stands in the way?
bool licence_condition(const struct finding *finding);
// What is likely before the body, in words; NULL: that is not known.
const char *licence_words(const struct ground *g);
// Reads what was typed into a field (integer, number, year, month, date, text). 0, or -1 with
// *error a translated sentence that says what would be right.
int field_read(const struct ground *g, int32_t question, const char *typed, struct answer *answer,
               const char **error);

#endif
