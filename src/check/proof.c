// SPDX-License-Identifier: MIT
// One law after the other: are the outcome tables total, does a bar ever meet a support of the same
// matter, and what occurs at all? Everything is read off the decision diagrams that the engine
// itself uses, before they are frozen; see parts.h and doc/design-notes.md.
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "check/parts.h"

// A fault is shown once, with its shortest counter-example, however many laws have it.
struct gap {
    struct example example; // the table by itself
    struct example applied; // better: of an instrument that applies, so that a position shows it
    int32_t laws;
};

enum { PROOF_BUDGET = 4 }; // proofs join what the engine looks at one by one

struct prover {
    struct proof *proof;
    const struct pack *pack;
    struct check_report *report;
    struct diagram diagram;
    struct gap practice, convention[DUTIES];
    struct pairs pairs; // a bar and a support that can meet
    struct arena arena;
    dd *hits;     // room for one table
    bool stopped; // by a law that is too much
    struct together *together;
};

// ---- tables -------------------------------------------------------------------------------------

static void prove_total(struct prover *p, const struct law_draft *draft, dd table, struct gap *gap)
{
    if (way_find(&gap->example, draft, &p->diagram, table, DD_GAP, &p->report->arena))
        gap->laws++;
}

// The gap as it shows: the instrument applies and its position is left open.
static void prove_positions(struct prover *p, const struct law_draft *draft, int duty)
{
    struct diagram *d = &p->diagram;
    for (int32_t slot = 0; slot < draft->terms->n_slots; slot++) {
        if ((int)p->pack->instruments[draft->terms->slots[slot]].duty != duty)
            continue;
        dd shown = diagram_and(d, way_leads_to(d, draft->convention[duty], DD_GAP),
                               way_leads_to(d, draft->roots.slot_position[slot], DD_GAP));
        way_find(&p->convention[duty].applied, draft, d, shown, DD_YES, &p->report->arena);
    }
}

// A rule whose condition holds but which something else always hides is shown by an example.
static void meet(struct prover *p, const struct law_draft *draft, struct met *met, dd when, dd live)
{
    met->when |= when != DD_NO;
    met->live |= live != DD_NO;
    if (!met->live && when != DD_NO)
        way_find(&met->hidden, draft, &p->diagram, when, DD_YES, &p->report->arena);
}

// Which rows are hit, which earlier rows take what from them, and which make a difference. Where no
// row holds: `rest`.
static void meet_rows(struct prover *p, const struct law_draft *draft, enum rule_kind table,
                      const dd *when, dd rest)
{
    struct diagram *d = &p->diagram;
    struct met *met = p->proof->rules[table];
    bool *before = p->proof->before[table];
    int32_t n = pack_rule_count(p->pack, table);
    dd earlier = DD_NO, later = rest;
    for (int32_t r = 0; r < n; r++) {
        p->hits[r] = diagram_ite(d, earlier, DD_NO, when[r]);
        meet(p, draft, &met[r], when[r], p->hits[r]);
        for (int32_t e = 0; e < r && !met[r].live; e++)
            if (diagram_and(d, when[r], when[e]) != DD_NO)
                before[r * n + e] = true;
        earlier = diagram_or(d, earlier, when[r]);
    }
    for (int32_t r = n - 1; r >= 0; r--) {
        dd outcome = row_terminal(pack_row(p->pack, table, r));
        met[r].changes |= diagram_ite(d, p->hits[r], later, outcome) != outcome;
        met[r].firm |= p->hits[r] != DD_NO;
        later = diagram_ite(d, when[r], outcome, later);
    }
}

static void prove_tables(struct prover *p, const struct law_draft *draft)
{
    const struct pack *pack = p->pack;
    const struct law_roots *roots = &draft->roots;
    prove_total(p, draft, roots->practice[0], &p->practice);
    meet_rows(p, draft, RULE_PRACTICE, draft->practice_rows, DD_GAP);
    meet_rows(p, draft, RULE_LICENCE, draft->licence_rows, DD_NULL);
    for (int duty = 0; duty < DUTIES; duty++) {
        if (draft->convention[duty] == DD_NULL)
            continue; // no instrument with this duty binds the destination
        prove_total(p, draft, draft->convention[duty], &p->convention[duty]);
        if (diagram_mask(&p->diagram, draft->convention[duty]) >> DD_GAP & 1)
            prove_positions(p, draft, duty);
        meet_rows(p, draft, RULE_CONVENTION, draft->convention_rows + duty * pack->n_convention,
                  DD_GAP);
    }
    p->proof->outcomes |= diagram_mask(&p->diagram, roots->practice[0]) |
                          diagram_mask(&p->diagram, roots->licence[0]) |
                          diagram_mask(&p->diagram, roots->position[0]);
}

// ---- what speaks of the licence where none is asked for -----------------------------------------

static void prove_licence(struct prover *p, const struct law_draft *draft)
{
    struct diagram *d = &p->diagram;
    dd none = way_leads_to(d, draft->roots.licence[0], DD_NULL);
    for (enum rule_kind kind = RULE_FINDING; kind <= RULE_STEP; kind++)
        for (int32_t i = 0; i < draft->terms->n_items[kind]; i++) {
            int32_t rule = draft->terms->items[kind][i];
            if (rule_decision(p->pack, pack_rule(p->pack, kind, rule)) != DECISION_LICENCE)
                continue;
            dd stray = diagram_and(d, draft->roots.listed[kind][i], none);
            if (stray != DD_NO)
                way_find(&p->proof->rules[kind][rule].stray, draft, d, stray, DD_YES,
                         &p->report->arena);
        }
}

static void report_stray(struct prover *p)
{
    for (enum rule_kind kind = RULE_FINDING; kind <= RULE_STEP; kind++)
        for (int32_t i = 0; i < pack_rule_count(p->pack, kind); i++) {
            const struct example *stray = &p->proof->rules[kind][i].stray;
            const struct rule *rule = pack_rule(p->pack, kind, i);
            if (!stray->cost)
                continue;
            check_add(p->report, "licence-elsewhere", check_place(p->report, p->pack, rule->place),
                      "the %s \"%s\" is about the licence, but it can hold where the licence table "
                      "has no row%s; add the purpose and the profession to its \"when:\"",
                      rule_word(kind), rule->id, stray->facts);
            check_example(p->report, stray->json, stray->as_of);
        }
}

// ---- what occurs --------------------------------------------------------------------------------

static void meet_item(struct prover *p, const struct law_draft *draft, struct met *met, dd when,
                      dd live)
{
    meet(p, draft, met, when, live);
    if (!met->firm && live != DD_NO)
        met->firm = way_firm(&p->diagram, draft, live) != DD_NO;
}

static void meet_rules(struct prover *p, const struct law_draft *draft)
{
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < draft->terms->n_items[kind]; i++)
            meet_item(p, draft, &p->proof->rules[kind][draft->terms->items[kind][i]],
                      draft->roots.when[kind][i], draft->roots.listed[kind][i]);
}

static void meet_questions(struct prover *p, const struct law_draft *draft)
{
    double answers = 1;
    for (int32_t q = 0; q < p->pack->n_questions; q++) {
        const struct domain *domain = &draft->terms->domains[q];
        if (draft->roots.relevant[q] != DD_NO)
            question_set_add(&p->proof->applied, q);
        if (domain->variable != NONE || domain->known != NONE)
            question_set_add(&p->proof->read, q);
    }
    for (int32_t v = 0; v < draft->terms->n_variables; v++)
        if (draft->terms->variables[v].kind != VARIABLE_FACT &&
            draft->terms->variables[v].kind != VARIABLE_KNOWN)
            answers *= draft->terms->arity[v];
    p->report->totals.answers += answers;
}

// ---- contradictions -----------------------------------------------------------------------------

// Where one overrides the other they are never live together.
static void prove_pair(struct prover *p, const struct law_draft *draft, int32_t bar,
                       int32_t support)
{
    const int32_t *items = draft->terms->items[RULE_FINDING];
    const struct finding *b = &p->pack->findings[items[bar]];
    const struct finding *s = &p->pack->findings[items[support]];
    if (s->effect != EFFECT_SUPPORTS || s->matter != b->matter || !(s->reading & b->reading))
        return;
    dd both = diagram_and(&p->diagram, draft->roots.live[bar], draft->roots.live[support]);
    if (both != DD_NO)
        way_find(pairs_example(&p->pairs, items[bar], items[support], &p->arena), draft,
                 &p->diagram, both, DD_YES, &p->report->arena);
}

static void prove_consistent(struct prover *p, const struct law_draft *draft)
{
    int32_t n = draft->terms->n_items[RULE_FINDING];
    for (int32_t bar = 0; bar < n; bar++) {
        const struct finding *b = &p->pack->findings[draft->terms->items[RULE_FINDING][bar]];
        if (b->effect == EFFECT_BAR && draft->roots.live[bar] != DD_NO)
            for (int32_t support = 0; support < n; support++)
                prove_pair(p, draft, bar, support);
    }
}

// ---- faults -------------------------------------------------------------------------------------

static void report_gap(struct prover *p, const struct gap *gap, const struct row *rows, int32_t n,
                       const char *table)
{
    struct pack_place place = n ? rows[n - 1].place : (struct pack_place){0};
    const struct example *example = gap->applied.cost ? &gap->applied : &gap->example;
    if (!example->cost)
        return;
    check_add(p->report, "gap", check_place(p->report, p->pack, place),
              "no row of the %s holds for some answers%s; it must have an outcome for each "
              "(found in %d different law%s)",
              table, example->facts, gap->laws, gap->laws == 1 ? "" : "s");
    check_example(p->report, example->json, example->as_of);
}

static void report_faults(struct prover *p)
{
    static const char *const tables[DUTIES] = {
        "convention table, for a duty \"substantial_difference\",",
        "convention table, for a duty \"direct\",",
        "convention table, for a duty \"programmatic\",",
        "convention table, for a duty \"employment\",", "convention table"};
    report_gap(p, &p->practice, p->pack->practice, p->pack->n_practice, "practice table");
    for (int duty = 0; duty < DUTIES; duty++)
        report_gap(p, &p->convention[duty], p->pack->convention, p->pack->n_convention,
                   tables[duty]);
    for (size_t i = 0; i < p->pairs.n; i++) {
        const struct pair *pair = &p->pairs.items[i];
        const struct finding *bar = &p->pack->findings[pair->a];
        const struct finding *support = &p->pack->findings[pair->b];
        check_add(p->report, "contradiction", check_place(p->report, p->pack, bar->place),
                  "the bar \"%s\" and the support \"%s\" of the same matter \"%s\" are live "
                  "together%s; let one override the other",
                  bar->id, support->id, p->pack->matters[bar->matter].id, pair->example.facts);
        check_example(p->report, pair->example.json, pair->example.as_of);
    }
}

// ---- the run ------------------------------------------------------------------------------------

// Of a law that is too much nothing can be proved, so nothing is said of the others either.
static void report_trouble(struct prover *p, const struct law_draft *draft)
{
    const struct law_trouble *t = &draft->trouble;
    int32_t country = draft->terms->country, there = draft->terms->destination;
    if (t->id)
        check_add(
            p->report, "too-complex", check_place(p->report, p->pack, t->place),
            "with the %s \"%s\" the rules become too many to be followed; split it into parts "
            "that can hold one without the other",
            t->word, t->id);
    else if (p->diagram.spent)
        check_add(p->report, "too-complex",
                  check_place(p->report, p->pack,
                              there == NONE ? p->pack->practice[0].place
                                            : p->pack->destinations[there].place),
                  "the rules for %s are too many to be proved free of contradictions; say the same "
                  "with fewer answers in one condition",
                  p->pack->countries[country]);
    p->stopped |= t->id || p->diagram.spent;
}

static void prove_law(struct prover *p, const struct atlas *atlas, int32_t country)
{
    p->diagram.budget = 1; // as for the engine
    struct law_draft *draft = law_draft_new(atlas, country, &p->diagram);
    p->diagram.budget = PROOF_BUDGET;
    prove_tables(p, draft);
    meet_rules(p, draft);
    meet_questions(p, draft);
    prove_consistent(p, draft);
    prove_licence(p, draft);
    together_meet(p->together, draft, &p->diagram);
    report_trouble(p, draft);
    law_draft_free(draft);
    p->report->totals.laws_built++;
}

static void prove_all(struct prover *p, date as_of, check_progress *progress, void *user)
{
    const struct pack *pack = p->pack;
    struct check_totals *totals = &p->report->totals;
    struct days days;
    struct seen seen;
    days_find(&days, pack, as_of, &p->arena);
    struct sight *sight = sight_new(pack, &days);
    totals->intervals = days.n;
    totals->destinations = pack->n_countries;
    totals->covered = pack->n_destinations;
    totals->laws = (int64_t)days.n * pack->n_countries;
    for (int32_t i = 0; i < days.n && !p->stopped; i++) {
        struct atlas atlas;
        atlas_init(&atlas, pack, days.days[i]);
        for (int32_t country = 0; country < pack->n_countries && !p->stopped; country++) {
            sight_look(sight, &atlas, country, &seen);
            if (sight_add(sight, &seen))
                prove_law(p, &atlas, country);
            if (progress)
                progress((int64_t)i * pack->n_countries + country + 1, totals->laws, user);
        }
        atlas_release(&atlas);
    }
    sight_free(sight);
}

void proof_run(struct proof *proof, struct check_report *report, const struct pack *pack,
               date as_of, check_progress *progress, void *user)
{
    struct prover p = {.proof = proof, .pack = pack, .report = report};
    int32_t rows = 0;
    *proof = (struct proof){.pack = pack, .report = report};
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++)
        proof->rules[kind] =
            xcalloc((size_t)pack_rule_count(pack, kind) + 1, sizeof *proof->rules[kind]);
    for (enum rule_kind table = 0; table < RULE_FINDING; table++) {
        int32_t n = pack_rule_count(pack, table);
        proof->before[table] = xcalloc((size_t)(n * n) + 1, sizeof(bool));
        rows = n > rows ? n : rows;
    }
    p.hits = xcalloc((size_t)rows + 1, sizeof *p.hits);
    diagram_init(&p.diagram);
    p.together = together_new(pack, report);
    prove_all(&p, as_of, progress, user);
    if (!p.stopped)
        report_faults(&p);
    report->loaded = !p.stopped;
    if (!p.stopped) {
        report_stray(&p);
        together_report(p.together);
    }
    together_free(p.together);
    diagram_release(&p.diagram);
    arena_release(&p.arena);
    free(p.hits);
}

void proof_release(struct proof *proof)
{
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++)
        free(proof->rules[kind]);
    for (enum rule_kind table = 0; table < RULE_FINDING; table++)
        free(proof->before[table]);
    *proof = (struct proof){0};
}
