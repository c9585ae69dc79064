// SPDX-License-Identifier: MIT
// What the files of src/check share; nobody else includes this.
//   report.c    collecting faults          render.c  the report as text and JSON
//   days.c      when the law changes       sight.c   which laws are the same
//   way.c       counter-examples           proof.c   one law after the other
//   provers.c   by whom
//   reach.c     what occurs nowhere        evidence.c  sources, ages, things that nobody uses
//   together.c  parts of one result that contradict each other
//   pairs.c     which two of them
//   cases.c, cases_parts.c  worked cases, coverage
//       texts.c, forms.c, terms.c  translations
#ifndef TANU_CHECK_PARTS_H
#define TANU_CHECK_PARTS_H

#include "author/phrases.h"
#include "check/check.h"
#include "engine/atlas.h"
#include "engine/diagram.h"
#include "engine/law.h"

// ---- report.c -----------------------------------------------------------------------------------

// Adds a fault; the severity is that of the code. Later calls of check_example() belong to it.
void check_add(struct check_report *report, const char *code, struct place place,
               const char *format, ...) __attribute__((format(printf, 4, 5)));
// Gives the newest fault a counter-example (copied).
void check_example(struct check_report *report, const char *answers, date as_of);
void check_sort(struct check_report *report);
// A place of the pack with the path of its file. The path lives in the report.
struct place check_place(struct check_report *report, const struct pack *pack,
                         struct pack_place place);

// ---- days.c -------------------------------------------------------------------------------------

// The days of laws: the first one of each interval between two changes, the interval of the
// reference day first (then standing for that day itself), the others descending.
struct days {
    date *days;
    int32_t n;
    struct law_change *changes; // those that do not come from a party's record
    int32_t n_changes;
};
struct law_change {
    date day;
    int32_t destination; // whose own rules see it, or NONE: the general ones
};
void days_find(struct days *days, const struct pack *pack, date as_of, struct arena *arena);

// ---- sight.c ------------------------------------------------------------------------------------

// Everything that a rule can see of a destination on a day, as numbers that stand for it.
struct seen {
    int32_t head;        // of the destination itself
    const int32_t *rows; // of the others, ascending, each once; borrowed until the next look
    int32_t n_rows;
};
struct sight;
struct sight *sight_new(const struct pack *pack, const struct days *days);
void sight_free(struct sight *sight);
void sight_look(struct sight *sight, const struct atlas *atlas, int32_t country, struct seen *seen);
// Is law a law b up to the names of countries, or a part of it: b with fewer answers?
bool seen_within(const struct seen *a, const struct seen *b);
// False: it is within one that was added before.
bool sight_add(struct sight *sight, const struct seen *seen);

// ---- way.c --------------------------------------------------------------------------------------

// The fewest answers after which a diagram of an unfrozen law leads to a terminal, whatever else is
// answered or left open.
struct example {
    int32_t cost; // twice its answers, of which an open fact counts 100; 0: none found yet
    date as_of;
    const char *json;  // in the arena given
    const char *facts; // "" or ", if …": open facts it rests on
};
// Keeps the cheaper one of what stands in `best` and what it finds. True if it found one.
bool way_find(struct example *best, const struct law_draft *draft, struct diagram *d, dd f,
              dd terminal, struct arena *arena);

// Keeps the cheaper one; of equals the first.
void example_join(struct example *best, const struct example *other);

// Yes where f leads to the terminal.
dd way_leads_to(struct diagram *d, dd f, dd terminal);

// Where f holds whatever the open facts are, and whatever an answer that is not given would be.
dd way_firm(struct diagram *d, const struct law_draft *draft, dd f);

// ---- pairs.c ------------------------------------------------------------------------------------

// Pairs of rules that were met in one result, each with its shortest example.
struct pair {
    int32_t a, b;
    struct example example;
};
struct pairs { // a zeroed one is empty
    struct pair *items;
    size_t n, room;
};
// The example of the pair, which is added if it is new; good until the next one is added.
struct example *pairs_example(struct pairs *pairs, int32_t a, int32_t b, struct arena *arena);
void pairs_join(struct pairs *pairs, const struct pairs *others, struct arena *arena);

// ---- together.c ---------------------------------------------------------------------------------

// Can the parts of one result contradict each other? Met law by law, reported at the end.
struct together;
struct together *together_new(const struct pack *pack);
void together_meet(struct together *t, const struct law_draft *draft, struct diagram *d);
// Adds what another one met under later laws; its texts stay its own.
void together_join(struct together *t, const struct together *other);
void together_report(struct together *t, struct check_report *report);
void together_free(struct together *t); // NULL is fine

// ---- proof.c, provers.c, reach.c ---------------------------------------------------------------

// What was met in at least one law.
struct met {
    bool when, live, firm; // the condition holds; and is not overridden; whatever open facts are
    bool changes;          // rows: without it, the table would be another one
    struct example hidden; // of the laws before it was live: its condition holds all the same
    struct example stray;  // about the licence, and holds where none is asked for
};
struct proof {
    const struct pack *pack;
    struct check_report *report;
    struct met *rules[RULE_KINDS];
    bool *before[RULE_FINDING]; // of rows, by table: row * n + earlier row: they overlap
    struct question_set applied, read;
    uint32_t outcomes;
    struct provers *provers; // who own all that
};
void proof_run(struct proof *proof, struct check_report *report, const struct pack *pack,
               date as_of, check_progress *progress, void *user);
void proof_release(struct proof *proof);
void reach_report(const struct proof *proof);

// ---- the rest -----------------------------------------------------------------------------------

// Marks the rows, by table, without which the case would not come out as it is wanted. *draft keeps
// the law of the case's destination for the next case; it begins as NULL, and the caller frees it
// before it takes another atlas, and in the end.
void rows_decided(const struct atlas *atlas, const struct answers *answers,
                  const struct worked_case *wanted, struct diagram *d, struct law_draft **draft,
                  bool *const *decided);

// Facts, offices, licences and lists of countries that worked cases name. A case is met with its
// number and whom its answers describe; what it names in vain goes to `wrong`.
struct parts_met;
struct parts_met *parts_met_new(const struct pack *pack);
void parts_met_free(struct parts_met *parts);
void parts_met_case(struct parts_met *parts, const struct worked_case *c, int32_t number,
                    struct whom whom, struct text *wrong);
void parts_met_report(const struct parts_met *parts, struct check_report *report);

void evidence_check(struct check_report *report, const struct pack *pack, date as_of);

// ---- numbers.c ----------------------------------------------------------------------------------

void numbers_check(struct check_report *report, const struct pack *pack);
// Do both texts have the same placeholders, such as {destination}? Order and number do not count.
bool texts_placeholders_same(const char *a, const char *b);
void texts_check(struct check_report *report, const struct pack *pack);
// Is the placeholder the name of a country? Is the entry a form of such a name? Is there an entry
// for each form that a translation asks for?
bool forms_placeholder(const char *name, size_t len);
bool forms_entry(const struct pack *pack, const struct po_entry *entry);
void forms_check(struct check_report *report, const struct pack *pack, const struct po *po,
                 struct arena *arena);
// Do translations say what the terms of the language forbid?
void terms_check(struct check_report *report, const char *language, const struct po *po,
                 struct arena *arena);
void cases_check(struct check_report *report, const struct pack *pack, const struct proof *proof);

#endif
