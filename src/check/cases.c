// SPDX-License-Identifier: MIT
// The worked cases: each is assessed and compared with what it expects; then, which rules no case
// decides; see parts.h.
//
// A finding, document, step, right or notice is decided by a case in which it is live and that
// names it, so that taking the rule away breaks the case. A row is decided by a case whose expected
// outcome it gives and no later row would.
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "base/text.h"
#include "check/parts.h"
#include "pack/words.h"
#include "engine/answers.h"

struct runner {
    const struct pack *pack;
    const struct proof *proof;
    struct check_report *report;
    struct engine *engine;
    struct atlas atlas; // of the engine's day
    struct answers answers;
    struct assessment out;
    struct text wrong;
    struct diagram diagram;
    struct law_draft *draft;   // in the diagram, of the destination of the case before
    int32_t current;           // the case being run
    int32_t *seen[RULE_KINDS]; // the case in which the rule shows, plus 1
    bool *named[RULE_KINDS];   // in some case
    struct instrument_set named_instruments;
    struct parts_met *parts;
    int32_t *items; // room for all rules of one kind
};

// ---- one case -----------------------------------------------------------------------------------

static void wrong(struct runner *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void wrong(struct runner *r, const char *format, ...)
{
    va_list args;
    if (r->wrong.len)
        text_add(&r->wrong, "; ");
    va_start(args, format);
    text_vprintf(&r->wrong, format, args);
    va_end(args);
}

static const char *outcome_id(const struct runner *r, int32_t outcome)
{
    return outcome < 0 ? "null" : r->pack->outcomes[outcome].id;
}

static const char *licence_id(const struct runner *r, int32_t licence)
{
    return licence == CASE_NO_LICENCE  ? "none"
           : licence == CASE_BODY_ONLY ? "body"
                                       : outcome_id(r, licence);
}

static void compare_decisions(struct runner *r, const struct worked_case *c)
{
    const struct licence_state *licence = &r->out.licence;
    int32_t got = !licence->asked            ? CASE_NO_LICENCE
                  : licence->outcome == NONE ? CASE_BODY_ONLY
                                             : licence->outcome;
    if (c->academic != NONE && r->out.academic != c->academic)
        wrong(r, "the academic outcome is %s, not %s", outcome_id(r, r->out.academic),
              outcome_id(r, c->academic));
    if (c->licence != NONE && got != c->licence)
        wrong(r, "the licence is %s, not %s", licence_id(r, got), licence_id(r, c->licence));
    if (c->state != NONE && (int32_t)r->out.state != c->state)
        wrong(r, "the state is %s, not %s", words_state[r->out.state], words_state[c->state]);
}

static void compare_outcomes(struct runner *r, const struct worked_case *c)
{
    const struct assessment *out = &r->out;
    if (c->outcome != NONE && out->outcome != c->outcome)
        wrong(r, "the outcome is %s, not %s", outcome_id(r, out->outcome),
              outcome_id(r, c->outcome));
    for (int32_t o = 0; c->possible && o < r->pack->n_outcomes; o++)
        if ((out->possible ^ c->possible) >> o & 1)
            wrong(r, "%s is %spossible", outcome_id(r, o), c->possible >> o & 1 ? "not " : "");
    if (c->position != NONE && out->position != c->position)
        wrong(r, "the convention position is %s, not %s", outcome_id(r, out->position),
              outcome_id(r, c->position));
    if (c->position_from != NONE && out->position_from != c->position_from)
        wrong(r, "the position comes from %s, not %s",
              out->position_from < 0 ? "nowhere" : r->pack->instruments[out->position_from].id,
              r->pack->instruments[c->position_from].id);
    if (c->challenge != NONE && out->challenge != (c->challenge != 0))
        wrong(r, out->challenge ? "there is a challenge" : "there is no challenge");
}

static void compare_link(struct runner *r, int32_t instrument, enum truth wanted)
{
    static const char *const words[] = {"no", "yes", "unknown"};
    enum truth applies = TRUTH_NO;
    for (int32_t l = 0; l < r->out.n_links; l++)
        if (r->out.links[l].instrument == instrument)
            applies = r->out.links[l].applies;
    instrument_set_add(&r->named_instruments, instrument);
    if (applies != wanted)
        wrong(r, "whether the instrument %s applies is \"%s\", not \"%s\"",
              r->pack->instruments[instrument].id, words[applies], words[wanted]);
}

static void compare_links(struct runner *r, const struct worked_case *c)
{
    for (int32_t i = 0; i < c->applies.count; i++)
        compare_link(r, c->applies.items[i], TRUTH_YES);
    for (int32_t i = 0; i < c->applies_unknown.count; i++)
        compare_link(r, c->applies_unknown.items[i], TRUTH_UNKNOWN);
    for (int32_t i = 0; i < c->applies_no.count; i++)
        compare_link(r, c->applies_no.items[i], TRUTH_NO);
    if (c->position_from != NONE)
        instrument_set_add(&r->named_instruments, c->position_from);
}

// The rules of one kind that the assessment shows.
static int32_t shown(const struct runner *r, enum rule_kind kind, int32_t *items)
{
    int32_t n = 0;
    const struct assessment *out = &r->out;
    if (kind == RULE_FINDING)
        for (; n < out->n_live; n++)
            items[n] = out->findings[n].finding;
    if (kind == RULE_DOCUMENT)
        for (; n < out->n_documents; n++)
            items[n] = out->documents[n].document;
    const int32_t *list = kind == RULE_STEP    ? out->steps
                          : kind == RULE_RIGHT ? out->rights
                                               : out->notices;
    int32_t count = kind == RULE_STEP    ? out->n_steps
                    : kind == RULE_RIGHT ? out->n_rights
                                         : out->n_notices;
    for (; kind >= RULE_STEP && n < count; n++)
        items[n] = list[n];
    return n;
}

static bool holds(const int32_t *items, int32_t n, int32_t item)
{
    for (int32_t i = 0; i < n; i++)
        if (items[i] == item)
            return true;
    return false;
}

// Any case that shows a rule will do to name it: the first one for the rules of a country, the last
// one for general rules, because the cases of no country stand last.
static bool better_case(const struct runner *r, enum rule_kind kind, int32_t item)
{
    int32_t had = r->seen[kind][item] - 1;
    bool general = pack_rule(r->pack, kind, item)->country == NONE;
    return had < 0 || (general ? r->current > had : r->current < had);
}

static void compare_rules(struct runner *r, enum rule_kind kind, const struct int_list *expected)
{
    int32_t *items = r->items, n = shown(r, kind, items);
    for (int32_t i = 0; i < n; i++)
        if (better_case(r, kind, items[i]))
            r->seen[kind][items[i]] = r->current + 1;
    for (int32_t i = 0; i < expected->count; i++) {
        r->named[kind][expected->items[i]] = true;
        if (!holds(items, n, expected->items[i]))
            wrong(r, "the %s %s is not shown", rule_word(kind),
                  pack_rule(r->pack, kind, expected->items[i])->id);
    }
}

static void compare_absent(struct runner *r, const struct worked_case *c)
{
    for (int32_t i = 0; i < c->no_findings.count; i++) {
        int32_t finding = c->no_findings.items[i];
        r->named[RULE_FINDING][finding] = true;
        for (int32_t f = 0; f < r->out.n_live; f++)
            if (r->out.findings[f].finding == finding)
                wrong(r, "the finding %s is live", r->pack->findings[finding].id);
    }
}

static void compare_parts(struct runner *r, const struct worked_case *c)
{
    parts_met_case(r->parts, c, r->current, answers_whom(r->pack, &r->answers), &r->wrong);
}

// ---- all cases ----------------------------------------------------------------------------------

static void use_day(struct runner *r, date as_of)
{
    if (r->engine && r->atlas.as_of == as_of)
        return;
    law_draft_free(r->draft);
    r->draft = NULL;
    if (r->engine) {
        engine_free(r->engine);
        atlas_release(&r->atlas);
    }
    r->engine = engine_new(r->pack, as_of);
    atlas_init(&r->atlas, r->pack, as_of);
}

struct turn {
    date day;
    int32_t destination; // its file, NONE: there is none
    int32_t index;       // of the case
};

static int by_law(const void *a, const void *b)
{
    const struct turn *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    if (x->destination != y->destination)
        return x->destination - y->destination;
    return x->index - y->index;
}

static void report_failure(struct runner *r, const struct worked_case *c)
{
    struct text json = TEXT_INIT;
    answers_json(&json, r->pack, &r->answers);
    check_add(r->report, "failing-case", check_place(r->report, r->pack, c->place),
              "the case \"%s\" comes out otherwise: %s", c->id, text_str(&r->wrong));
    check_example(r->report, text_str(&json), c->as_of);
    text_release(&json);
}

static void run_case(struct runner *r, const struct worked_case *c)
{
    use_day(r, c->as_of);
    answers_of_case(&r->answers, c);
    assess(r->engine, &r->answers, ASSESS_FULL, &r->out);
    text_clear(&r->wrong);
    compare_outcomes(r, c);
    compare_decisions(r, c);
    compare_links(r, c);
    compare_absent(r, c);
    compare_parts(r, c);
    compare_rules(r, RULE_FINDING, &c->findings);
    compare_rules(r, RULE_DOCUMENT, &c->documents);
    compare_rules(r, RULE_STEP, &c->steps);
    compare_rules(r, RULE_RIGHT, &c->rights);
    compare_rules(r, RULE_NOTICE, &c->notices);
    r->report->totals.cases++;
    if (r->wrong.len) {
        report_failure(r, c);
        return;
    }
    rows_decided(&r->atlas, &r->answers, c, &r->diagram, &r->draft, r->named);
    r->report->totals.cases_passed++;
}

// Law by law, each of which is made once: by day, then by destination.
static void run_all(struct runner *r)
{
    int32_t n = r->pack->n_cases;
    struct turn *turns = xcalloc((size_t)n + 1, sizeof *turns);
    for (int32_t i = 0; i < n; i++) {
        const struct worked_case *c = &r->pack->cases[i];
        turns[i] = (struct turn){c->as_of, c->destination, i};
    }
    qsort(turns, (size_t)n, sizeof *turns, by_law);
    for (int32_t i = 0; i < n; i++) {
        r->current = turns[i].index;
        run_case(r, &r->pack->cases[r->current]);
    }
    free(turns);
}

// ---- coverage -----------------------------------------------------------------------------------

static void list_undecided(struct check_report *report, const struct rule *rule)
{
    if (report->n_undecided == report->room_undecided) {
        size_t room = report->room_undecided ? report->room_undecided * 2 : 64;
        report->undecided = arena_grow(&report->arena, report->undecided, report->room_undecided,
                                       room, sizeof *report->undecided);
        report->room_undecided = room;
    }
    report->undecided[report->n_undecided++] =
        arena_printf(&report->arena, "%s %s", rule_word(rule->kind), rule->id);
}

static void cover(struct runner *r, const struct rule *rule)
{
    const struct met *met = &r->proof->rules[rule->kind][rule->index];
    struct place place = check_place(r->report, r->pack, rule->place);
    int32_t seen = r->seen[rule->kind][rule->index];
    bool named = r->named[rule->kind][rule->index];
    r->report->totals.rules++;
    // A rule that hangs on an open fact never shows for certain; a case can still name it as
    // absent.
    if (named && (seen || rule->kind < RULE_FINDING || !met->firm)) {
        r->report->totals.rules_decided++;
        return;
    }
    if (!met->live)
        return; // reported already: it occurs nowhere
    list_undecided(r->report, rule);
    if (seen) {
        check_add(r->report, "unnamed-rule", place,
                  "the %s \"%s\" shows in a worked case, but none names it, so nobody would notice "
                  "if it went away; name it under \"expect:\", for example in the case \"%s\"",
                  rule_word(rule->kind), rule->id, r->pack->cases[seen - 1].id);
    } else if (met->firm) {
        check_add(r->report, "undecided-rule", place, "no worked case decides the %s \"%s\"",
                  rule_word(rule->kind), rule->id);
    } else {
        r->report->totals.rules_open++;
        check_add(
            r->report, "open-rule", place,
            "the %s \"%s\" hangs on a fact that the pack leaves open, so no case can decide it",
            rule_word(rule->kind), rule->id);
    }
}

static void cover_instruments(struct runner *r)
{
    for (int32_t i = 0; i < r->pack->n_instruments; i++) {
        const struct instrument *instrument = &r->pack->instruments[i];
        if (!instrument_set_has(&r->named_instruments, i))
            check_add(
                r->report, "unnamed-instrument", check_place(r->report, r->pack, instrument->place),
                "no worked case names the instrument \"%s\", so nobody would notice if it went "
                "away; name it under \"applies:\" or \"applies_unknown:\"",
                instrument->id);
    }
}

void cases_check(struct check_report *report, const struct pack *pack, const struct proof *proof)
{
    struct runner *r = xcalloc(1, sizeof *r);
    r->pack = pack;
    r->proof = proof;
    r->report = report;
    size_t most = 0;
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++) {
        size_t n = (size_t)pack_rule_count(pack, kind) + 1;
        most = n > most ? n : most;
        r->seen[kind] = xcalloc(n, sizeof(int32_t));
        r->named[kind] = xcalloc(n, sizeof(bool));
    }
    r->items = xcalloc(most, sizeof *r->items);
    r->parts = parts_met_new(pack);
    diagram_init(&r->diagram);
    run_all(r);
    law_draft_free(r->draft);
    diagram_release(&r->diagram);
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < pack_rule_count(pack, kind); i++) {
            if (rule_listed(pack_rule(pack, kind, i)))
                cover(r, pack_rule(pack, kind, i));
        }
    cover_instruments(r);
    parts_met_report(r->parts, report);
    parts_met_free(r->parts);
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++) {
        free(r->seen[kind]);
        free(r->named[kind]);
    }
    assessment_release(&r->out);
    free(r->items);
    engine_free(r->engine);
    atlas_release(&r->atlas);
    text_release(&r->wrong);
    free(r);
}
