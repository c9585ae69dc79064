// SPDX-License-Identifier: MIT
// One law after the other: are the outcome tables total, does a bar ever meet a support of the same
// matter, and what occurs at all? Everything is read off the decision diagrams that the engine
// itself uses, before they are frozen; see prover.h and doc/design-notes.md.
#include "check/prover.h"

enum { PROOF_BUDGET = 4 }; // proofs join what the engine looks at one by one

// ---- tables -------------------------------------------------------------------------------------

static void prove_total(struct prover *p, const struct law_draft *draft, dd table, struct gap *gap)
{
    if (way_find(&gap->example, draft, &p->diagram, table, DD_GAP, &p->arena))
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
        way_find(&p->convention[duty].applied, draft, d, shown, DD_YES, &p->arena);
    }
}

// A rule whose condition holds but which something else always hides is shown by an example.
static void meet(struct prover *p, const struct law_draft *draft, struct met *met, dd when, dd live)
{
    met->when |= when != DD_NO;
    met->live |= live != DD_NO;
    if (!met->live && when != DD_NO)
        way_find(&met->hidden, draft, &p->diagram, when, DD_YES, &p->arena);
}

// Which rows are hit, which earlier rows take what from them, and which make a difference. Where no
// row holds: `rest`.
static void meet_rows(struct prover *p, const struct law_draft *draft, enum rule_kind table,
                      const dd *when, dd rest)
{
    struct diagram *d = &p->diagram;
    struct met *met = p->proof.rules[table];
    bool *before = p->proof.before[table];
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
    p->proof.outcomes |= diagram_mask(&p->diagram, roots->practice[0]) |
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
                way_find(&p->proof.rules[kind][rule].stray, draft, d, stray, DD_YES, &p->arena);
        }
}

static void report_stray(const struct prover *p, struct check_report *report)
{
    for (enum rule_kind kind = RULE_FINDING; kind <= RULE_STEP; kind++)
        for (int32_t i = 0; i < pack_rule_count(p->pack, kind); i++) {
            const struct example *stray = &p->proof.rules[kind][i].stray;
            const struct rule *rule = pack_rule(p->pack, kind, i);
            if (!stray->cost)
                continue;
            check_add(report, "licence-elsewhere", check_place(report, p->pack, rule->place),
                      "the %s \"%s\" is about the licence, but it can hold where the licence table "
                      "has no row%s; add the purpose and the profession to its \"when:\"",
                      rule_word(kind), rule->id, stray->facts);
            check_example(report, stray->json, stray->as_of);
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
            meet_item(p, draft, &p->proof.rules[kind][draft->terms->items[kind][i]],
                      draft->roots.when[kind][i], draft->roots.listed[kind][i]);
}

static void meet_questions(struct prover *p, const struct law_draft *draft)
{
    double answers = 1;
    for (int32_t q = 0; q < p->pack->n_questions; q++) {
        const struct domain *domain = &draft->terms->domains[q];
        if (draft->roots.relevant[q] != DD_NO)
            question_set_add(&p->proof.applied, q);
        if (domain->variable != NONE || domain->known != NONE)
            question_set_add(&p->proof.read, q);
    }
    for (int32_t v = 0; v < draft->terms->n_variables; v++)
        if (draft->terms->variables[v].kind != VARIABLE_FACT &&
            draft->terms->variables[v].kind != VARIABLE_KNOWN)
            answers *= draft->terms->arity[v];
    p->answers += answers;
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
                 &p->diagram, both, DD_YES, &p->arena);
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

static void report_gap(const struct prover *p, struct check_report *report, const struct gap *gap,
                       const struct row *rows, int32_t n, const char *table)
{
    struct pack_place place = n ? rows[n - 1].place : (struct pack_place){0};
    const struct example *example = gap->applied.cost ? &gap->applied : &gap->example;
    if (!example->cost)
        return;
    check_add(report, "gap", check_place(report, p->pack, place),
              "no row of the %s holds for some answers%s; it must have an outcome for each "
              "(found in %d different law%s)",
              table, example->facts, gap->laws, gap->laws == 1 ? "" : "s");
    check_example(report, example->json, example->as_of);
}

static void report_faults(const struct prover *p, struct check_report *report)
{
    static const char *const tables[DUTIES] = {
        "convention table, for a duty \"substantial_difference\",",
        "convention table, for a duty \"direct\",",
        "convention table, for a duty \"programmatic\",",
        "convention table, for a duty \"employment\",", "convention table"};
    report_gap(p, report, &p->practice, p->pack->practice, p->pack->n_practice, "practice table");
    for (int duty = 0; duty < DUTIES; duty++)
        report_gap(p, report, &p->convention[duty], p->pack->convention, p->pack->n_convention,
                   tables[duty]);
    for (size_t i = 0; i < p->pairs.n; i++) {
        const struct pair *pair = &p->pairs.items[i];
        const struct finding *bar = &p->pack->findings[pair->a];
        const struct finding *support = &p->pack->findings[pair->b];
        check_add(report, "contradiction", check_place(report, p->pack, bar->place),
                  "the bar \"%s\" and the support \"%s\" of the same matter \"%s\" are live "
                  "together%s; let one override the other",
                  bar->id, support->id, p->pack->matters[bar->matter].id, pair->example.facts);
        check_example(report, pair->example.json, pair->example.as_of);
    }
}

// Of a law that is too much nothing can be proved, so nothing is said of the others either.
static void report_trouble(const struct prover *p, struct check_report *report)
{
    const struct law_trouble *t = &p->trouble.law;
    int32_t there = p->trouble.destination;
    if (t->id)
        check_add(
            report, "too-complex", check_place(report, p->pack, t->place),
            "with the %s \"%s\" the rules become too many to be followed; split it into parts "
            "that can hold one without the other",
            t->word, t->id);
    else
        check_add(report, "too-complex",
                  check_place(report, p->pack,
                              there == NONE ? p->pack->practice[0].place
                                            : p->pack->destinations[there].place),
                  "the rules for %s are too many to be proved free of contradictions; say the same "
                  "with fewer answers in one condition",
                  p->pack->countries[p->trouble.country]);
}

void prover_report(const struct prover *p, struct check_report *report)
{
    if (p->stopped) {
        report_trouble(p, report);
        return;
    }
    report_faults(p, report);
    report_stray(p, report);
    together_report(p->together, report);
}

// ---- one prover ---------------------------------------------------------------------------------

void prover_init(struct prover *p, const struct pack *pack)
{
    int32_t rows = 0;
    *p = (struct prover){.pack = pack, .together = together_new(pack)};
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++)
        p->proof.rules[kind] =
            ARENA_ARRAY(&p->arena, struct met, (size_t)pack_rule_count(pack, kind));
    for (enum rule_kind table = 0; table < RULE_FINDING; table++) {
        int32_t n = pack_rule_count(pack, table);
        p->proof.before[table] = ARENA_ARRAY(&p->arena, bool, (size_t)n *(size_t)n);
        rows = n > rows ? n : rows;
    }
    p->hits = ARENA_ARRAY(&p->arena, dd, (size_t)rows);
    diagram_init(&p->diagram);
    p->diagram.keeps = true;
}

void prover_release(struct prover *p)
{
    together_free(p->together);
    diagram_release(&p->diagram);
    arena_release(&p->arena);
}

void prover_law(struct prover *p, const struct atlas *atlas, int32_t country)
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
    p->stopped = draft->trouble.id || p->diagram.spent;
    if (p->stopped)
        p->trouble =
            (struct trouble){draft->trouble, draft->terms->country, draft->terms->destination};
    law_draft_free(draft);
    p->laws++;
}

// ---- what two have found ------------------------------------------------------------------------

static void join_gap(struct gap *gap, const struct gap *other)
{
    example_join(&gap->example, &other->example);
    example_join(&gap->applied, &other->applied);
    gap->laws += other->laws;
}

static void join_met(struct met *met, const struct met *other)
{
    met->when |= other->when;
    met->live |= other->live;
    met->firm |= other->firm;
    met->changes |= other->changes;
    example_join(&met->hidden, &other->hidden);
    example_join(&met->stray, &other->stray);
}

static void join_proof(struct proof *proof, const struct proof *other, const struct pack *pack)
{
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < pack_rule_count(pack, kind); i++)
            join_met(&proof->rules[kind][i], &other->rules[kind][i]);
    for (enum rule_kind table = 0; table < RULE_FINDING; table++) {
        int32_t n = pack_rule_count(pack, table);
        for (int32_t i = 0; i < n * n; i++)
            proof->before[table][i] |= other->before[table][i];
    }
    proof->applied = question_set_or(proof->applied, other->applied);
    proof->read = question_set_or(proof->read, other->read);
    proof->outcomes |= other->outcomes;
}

void prover_join(struct prover *p, const struct prover *other)
{
    if (p->stopped)
        return;
    p->stopped = other->stopped;
    p->trouble = other->trouble;
    p->laws += other->laws;
    p->answers += other->answers;
    join_gap(&p->practice, &other->practice);
    for (int duty = 0; duty < DUTIES; duty++)
        join_gap(&p->convention[duty], &other->convention[duty]);
    join_proof(&p->proof, &other->proof, p->pack);
    pairs_join(&p->pairs, &other->pairs, &p->arena);
    together_join(p->together, other->together);
}
