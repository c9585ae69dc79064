// SPDX-License-Identifier: MIT
// What stands together in one result must not contradict itself: parts that exclude each other,
// texts with a name that nobody gave, a step that leads to an office nobody can reach or to another
// one than the outcome names, a rule about a question that is never asked there; see parts.h.
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "check/parts.h"

// By rule: what was found wrong, with its shortest example.
struct marks {
    struct example nameless; // a placeholder without a value
    const char *placeholder;
    struct example elsewhere; // of steps: another office than that of the licence
    const struct licence *licence;
};

struct together {
    const struct pack *pack;
    struct check_report *report; // once it is written
    struct marks *marks[RULE_KINDS];
    struct example **unreachable; // by destination and office
    bool *asked;                  // by destination and question: applies on some day
    struct pairs pairs;           // rules by rule_code()
    struct arena arena;
};

struct together *together_new(const struct pack *pack)
{
    struct together *t = xcalloc(1, sizeof *t);
    t->pack = pack;
    size_t n = (size_t)pack->n_destinations;
    t->unreachable = ARENA_ARRAY(&t->arena, struct example *, n);
    t->asked = ARENA_ARRAY(&t->arena, bool, n *(size_t)pack->n_questions);
    for (size_t d = 0; d < n; d++)
        t->unreachable[d] =
            ARENA_ARRAY(&t->arena, struct example, (size_t)pack->destinations[d].n_offices);
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        t->marks[kind] = ARENA_ARRAY(&t->arena, struct marks, (size_t)pack_rule_count(pack, kind));
    return t;
}

void together_free(struct together *t)
{
    if (!t)
        return;
    arena_release(&t->arena);
    free(t);
}

// ---- what excludes each other -------------------------------------------------------------------

// Where a rule of that code shows in this law: what hangs on an open fact does not.
static dd shows(const struct law_draft *draft, struct diagram *d, int32_t code)
{
    enum rule_kind kind = rule_code_kind(code);
    for (int32_t i = 0; i < draft->terms->n_items[kind]; i++)
        if (draft->terms->items[kind][i] == rule_code_index(code))
            return law_whatever_facts(draft->terms, d, draft->roots.listed[kind][i]);
    return DD_NO;
}

static void meet_excluded(struct together *t, const struct law_draft *draft, struct diagram *d,
                          const struct rule *rule, dd shown)
{
    for (int32_t i = 0; i < rule->excludes.count; i++) {
        int32_t own = rule_code(rule->kind, rule->index), other = rule->excludes.items[i];
        dd both = diagram_and(d, shown, shows(draft, d, other));
        if (both != DD_NO)
            way_find(pairs_example(&t->pairs, own, other, &t->arena), draft, d, both, DD_YES,
                     &t->arena);
    }
}

// ---- names that nobody gave ---------------------------------------------------------------------

static bool mentions(const struct pack *pack, const struct rule *rule, const char *placeholder)
{
    const struct finding *f = rule->kind == RULE_FINDING ? &pack->findings[rule->index] : NULL;
    const char *const words[] = {rule->text.words, f ? f->remedy.words : NULL,
                                 f ? f->ask.words : NULL};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i] && strstr(words[i], placeholder))
            return true;
    return false;
}

static void meet_nameless(struct together *t, const struct law_draft *draft, struct diagram *d,
                          const struct rule *rule, dd shown)
{
    struct marks *marks = &t->marks[rule->kind][rule->index];
    int32_t study = pack_question(t->pack, "study_country");
    dd without = DD_NO;
    bool names = rule->kind == RULE_RIGHT && t->pack->rights[rule->index].instrument != NONE;
    if (study != NONE && mentions(t->pack, rule, "{study_country}")) {
        without = diagram_not(d, draft->roots.relevant[study]);
        marks->placeholder = "{study_country}";
    } else if (mentions(t->pack, rule, "{instrument}") && !names) {
        without = way_leads_to(d, draft->roots.from[0], DD_NULL);
        marks->placeholder = "{instrument}";
    }
    without = diagram_and(d, shown, without);
    if (without != DD_NO)
        way_find(&marks->nameless, draft, d, without, DD_YES, &t->arena);
}

// ---- offices ------------------------------------------------------------------------------------

// Whoever studies or works somewhere knows that place better than a pack does.
static bool own_place(const struct office *office)
{
    return !strcmp(office->role, "study") || !strcmp(office->role, "work");
}

static dd profession_in(const struct law_draft *draft, struct diagram *d, uint64_t professions)
{
    const struct law_terms *terms = draft->terms;
    int32_t q = terms->atlas->pack->q_profession;
    dd any = DD_NO;
    if (q == NONE || terms->domains[q].variable == NONE)
        return DD_NO;
    for (int32_t c = 0; c < terms->domains[q].n_classes; c++)
        if (professions >> terms->domains[q].low[c] & 1)
            any = diagram_or(
                d, any, diagram_test_one(d, (uint16_t)terms->domains[q].variable, (uint32_t)c));
    return any;
}

// A step of the licence goes to the body that the licence names.
static void meet_elsewhere(struct together *t, const struct law_draft *draft, struct diagram *d,
                           const struct item *step, const struct office *office, dd shown)
{
    const struct destination *there = &t->pack->destinations[draft->terms->destination];
    struct marks *marks = &t->marks[RULE_STEP][step->index];
    bool by_role = step->office && !strcmp(step->office, "profession"); // finds the right one
    for (int32_t i = 0; i < there->n_licences && !by_role; i++) {
        const struct licence *licence = &there->licences[i];
        if (!strcmp(licence->office, office->id))
            continue;
        dd wrong = diagram_and(d, shown, profession_in(draft, d, licence->professions));
        if (wrong != DD_NO && way_find(&marks->elsewhere, draft, d, wrong, DD_YES, &t->arena))
            marks->licence = licence;
    }
}

// For how many levels an office has to be looked for, where some deal with diplomas of some only.
static int32_t levels_told_apart(const struct pack *pack, const struct destination *destination)
{
    for (int32_t i = 0; i < destination->n_offices; i++)
        if (destination->offices[i].levels)
            return pack_n_levels(pack);
    return 0;
}

// The offices that a step goes to, by the level of the diploma.
static void meet_offices(struct together *t, const struct law_draft *draft, struct diagram *d,
                         const struct item *step, dd shown)
{
    int32_t there = draft->terms->destination;
    const struct destination *destination = &t->pack->destinations[there];
    const struct office *before = NULL;
    int32_t levels = step->office ? levels_told_apart(t->pack, destination) : NONE;
    for (int32_t level = NONE; level < levels; level++) {
        const struct office *office = step_office(
            destination, step->office, (struct whom){.profession = NONE, .level = level});
        if (!office || office == before)
            continue;
        before = office;
        if (!office_reachable(office) && !own_place(office))
            way_find(&t->unreachable[there][office - destination->offices], draft, d, shown, DD_YES,
                     &t->arena);
        if (step->decision == DECISION_LICENCE)
            meet_elsewhere(t, draft, d, step, office, shown);
    }
}

// ---- the run ------------------------------------------------------------------------------------

void together_meet(struct together *t, const struct law_draft *draft, struct diagram *d)
{
    int32_t there = draft->terms->destination;
    for (int32_t q = 0; there != NONE && q < t->pack->n_questions; q++)
        t->asked[there * t->pack->n_questions + q] |= draft->roots.relevant[q] != DD_NO;
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < draft->terms->n_items[kind]; i++) {
            const struct rule *rule = pack_rule(t->pack, kind, draft->terms->items[kind][i]);
            dd shown = law_whatever_facts(draft->terms, d, draft->roots.listed[kind][i]);
            if (shown == DD_NO)
                continue;
            meet_excluded(t, draft, d, rule, shown);
            meet_nameless(t, draft, d, rule, shown);
            if (kind == RULE_STEP && there != NONE)
                meet_offices(t, draft, d, &t->pack->steps[rule->index], shown);
        }
}

static void join_marks(struct marks *marks, const struct marks *other)
{
    example_join(&marks->nameless, &other->nameless);
    example_join(&marks->elsewhere, &other->elsewhere);
    if (other->placeholder)
        marks->placeholder = other->placeholder;
    if (other->licence)
        marks->licence = other->licence;
}

void together_join(struct together *t, const struct together *other)
{
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < pack_rule_count(t->pack, kind); i++)
            join_marks(&t->marks[kind][i], &other->marks[kind][i]);
    for (int32_t d = 0; d < t->pack->n_destinations; d++) {
        for (int32_t o = 0; o < t->pack->destinations[d].n_offices; o++)
            example_join(&t->unreachable[d][o], &other->unreachable[d][o]);
        for (int32_t q = 0; q < t->pack->n_questions; q++)
            t->asked[d * t->pack->n_questions + q] |= other->asked[d * t->pack->n_questions + q];
    }
    pairs_join(&t->pairs, &other->pairs, &t->arena);
}

// ---- the report ---------------------------------------------------------------------------------

static void report_pairs(struct together *t)
{
    for (size_t i = 0; i < t->pairs.n; i++) {
        const struct pair *pair = &t->pairs.items[i];
        const struct rule *a =
            pack_rule(t->pack, rule_code_kind(pair->a), rule_code_index(pair->a));
        const struct rule *b =
            pack_rule(t->pack, rule_code_kind(pair->b), rule_code_index(pair->b));
        check_add(t->report, "excluded-together", check_place(t->report, t->pack, a->place),
                  "the %s \"%s\" excludes the %s \"%s\", but both show in one result%s",
                  rule_word(a->kind), a->id, rule_word(b->kind), b->id, pair->example.facts);
        check_example(t->report, pair->example.json, pair->example.as_of);
    }
}

static void report_marks(struct together *t)
{
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < pack_rule_count(t->pack, kind); i++) {
            const struct marks *marks = &t->marks[kind][i];
            const struct rule *rule = pack_rule(t->pack, kind, i);
            struct place place = check_place(t->report, t->pack, rule->place);
            if (marks->nameless.cost) {
                check_add(t->report, "placeholder-without-value", place,
                          "the text of the %s \"%s\" names %s, which has no value for some "
                          "answers%s",
                          rule_word(kind), rule->id, marks->placeholder, marks->nameless.facts);
                check_example(t->report, marks->nameless.json, marks->nameless.as_of);
            }
            if (marks->elsewhere.cost) {
                check_add(t->report, "step-elsewhere", place,
                          "the step \"%s\" of the licence does not go to \"%s\", the body that "
                          "\"%s\" names%s; write \"office: profession\" or the id of that office",
                          rule->id, marks->licence->office, marks->licence->id,
                          marks->elsewhere.facts);
                check_example(t->report, marks->elsewhere.json, marks->elsewhere.as_of);
            }
        }
}

static void report_offices(struct together *t)
{
    for (int32_t d = 0; d < t->pack->n_destinations; d++)
        for (int32_t o = 0; o < t->pack->destinations[d].n_offices; o++) {
            const struct example *example = &t->unreachable[d][o];
            const struct office *office = &t->pack->destinations[d].offices[o];
            if (!example->cost)
                continue;
            check_add(t->report, "office-without-contact",
                      check_place(t->report, t->pack, office->place),
                      "a step leads to the office \"%s\", which has no address, phone, email or "
                      "url%s",
                      office->id, example->facts);
            check_example(t->report, example->json, example->as_of);
        }
}

static void report_unasked(const struct expr *e, int32_t country, void *user)
{
    struct together *t = user;
    if (country == NONE || e->question < 0 ||
        t->asked[country * t->pack->n_questions + e->question])
        return;
    check_add(t->report, "not-asked-here", check_place(t->report, t->pack, expr_place(e)),
              "the question \"%s\" is never asked where the destination is %s, so this can never "
              "hold; look at its \"relevant:\"",
              t->pack->questions[e->question].id,
              t->pack->countries[t->pack->destinations[country].country]);
}

void together_report(struct together *t, struct check_report *report)
{
    t->report = report;
    report_pairs(t);
    report_marks(t);
    report_offices(t);
    pack_each_expr(t->pack, report_unasked, t);
}
