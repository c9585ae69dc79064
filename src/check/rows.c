// SPDX-License-Identifier: MIT
// Which rows of the outcome tables a worked case decides: those without which its outcome or its
// position would be another one. The tables are made anew without each row, under the answers of
// the case, which leaves little of them; see parts.h.
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "check/parts.h"
#include "engine/core.h"

enum { LEFT_OPEN = -2 };
#define GAP ((uint32_t)1 << DD_GAP) // a gap is a change, too: it fails the proof

struct rows {
    const struct pack *pack;
    const struct worked_case *wanted;
    struct law_draft *draft;
    struct diagram *d;
    int16_t *given, *usual; // settings
    uint32_t *made;         // by node + 1, of those that were there before, for one setting
    struct arena arena;     // for the tables
};

// ---- under the answers --------------------------------------------------------------------------

static dd narrow(struct rows *r, dd f, const int16_t *setting)
{
    while (!diagram_ends(f) && setting[diagram_variable(r->d, f)] >= 0)
        f = diagram_child(r->d, f, (uint32_t)setting[diagram_variable(r->d, f)]);
    if (diagram_ends(f))
        return f;
    if (r->made[f])
        return r->made[f] - 1;
    uint16_t variable = diagram_variable(r->d, f);
    uint32_t arity = r->d->arity[variable], base = diagram_push(r->d, arity);
    for (uint32_t i = 0; i < arity; i++) {
        dd child = narrow(r, diagram_child(r->d, f, band_clip(setting[variable], i)), setting);
        r->d->stack[base + i] = child;
    }
    dd result = diagram_pop(r->d, base, variable);
    r->made[f] = result + 1;
    return result;
}

static dd *narrow_all(struct rows *r, const dd *rows, int32_t n, const int16_t *setting)
{
    dd *out = ARENA_ARRAY(&r->arena, dd, (size_t)n);
    r->made = xcalloc(r->d->n_nodes, sizeof *r->made);
    for (int32_t i = 0; i < n; i++)
        out[i] = narrow(r, rows[i], setting);
    free(r->made);
    return out;
}

// The table without row `left_out` (NONE: with all).
static dd table_without(struct rows *r, enum rule_kind table, const dd *when, int32_t left_out)
{
    dd made = table == RULE_LICENCE ? DD_NULL : DD_GAP;
    for (int32_t i = pack_rule_count(r->pack, table) - 1; i >= 0; i--)
        if (i != left_out)
            made = diagram_ite(r->d, when[i], row_terminal(pack_row(r->pack, table, i)), made);
    return made;
}

// ---- the tables of practice and of the licence --------------------------------------------------

// Both under one setting.
struct tables {
    const dd *when[RULE_FINDING];
    dd made[RULE_FINDING];
};

static void narrow_tables(struct rows *r, const int16_t *setting, struct tables *t)
{
    const struct law_draft *draft = r->draft;
    t->when[RULE_PRACTICE] = narrow_all(r, draft->practice_rows, r->pack->n_practice, setting);
    t->when[RULE_LICENCE] = narrow_all(r, draft->licence_rows, r->pack->n_licence, setting);
    t->made[RULE_PRACTICE] = *narrow_all(r, draft->roots.practice, 1, setting);
    t->made[RULE_LICENCE] = *narrow_all(r, draft->roots.licence, 1, setting);
}

// One outcome by the rule of the contract, from a table under the answers and under usual values.
static int32_t decide(const struct rows *r, dd given, dd usual, uint32_t *possible)
{
    *possible = engine_outcomes(r->pack, diagram_mask(r->d, given));
    int32_t outcome =
        assess_choose(r->pack, *possible, engine_outcomes(r->pack, diagram_mask(r->d, usual)));
    if (outcome != NONE)
        *possible |= (uint32_t)1 << outcome;
    return outcome;
}

// As a case names it.
static int32_t licence_of(const struct rows *r, dd given, dd usual)
{
    uint32_t set = diagram_mask(r->d, given), own;
    if (set >> DD_NULL & 1)
        return CASE_NO_LICENCE;
    if (!engine_single(set))
        set = diagram_mask(r->d, usual);
    return set == (uint32_t)1 << DD_BODY ? CASE_BODY_ONLY : decide(r, given, usual, &own);
}

// Does the case come out otherwise without that row?
static bool row_decides(struct rows *r, const struct tables *given, const struct tables *usual,
                        enum rule_kind table, int32_t row)
{
    const struct worked_case *wanted = r->wanted;
    dd made[2][RULE_FINDING], both[2];
    uint32_t possible, own;
    for (int i = 0; i < 2; i++) {
        const struct tables *t = i ? usual : given;
        memcpy(made[i], t->made, sizeof t->made);
        made[i][table] = table_without(r, table, t->when[table], row);
        both[i] = law_combine(r->pack, r->d, made[i][RULE_PRACTICE], made[i][RULE_LICENCE]);
    }
    int32_t outcome = decide(r, both[0], both[1], &possible);
    bool gap = table == RULE_PRACTICE && diagram_mask(r->d, made[0][table]) & GAP;
    return gap || (wanted->outcome != NONE && outcome != wanted->outcome) ||
           (wanted->possible && possible != wanted->possible) ||
           (wanted->academic != NONE &&
            decide(r, made[0][RULE_PRACTICE], made[1][RULE_PRACTICE], &own) != wanted->academic) ||
           (wanted->licence != NONE &&
            licence_of(r, made[0][RULE_LICENCE], made[1][RULE_LICENCE]) != wanted->licence);
}

static void decide_practice(struct rows *r, bool *const *decided)
{
    struct tables given, usual;
    narrow_tables(r, r->given, &given);
    narrow_tables(r, r->usual, &usual);
    static const enum rule_kind tables[] = {RULE_PRACTICE, RULE_LICENCE};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (int32_t row = 0; row < pack_rule_count(r->pack, tables[t]); row++)
            if (row_decides(r, &given, &usual, tables[t], row))
                decided[tables[t]][row] = true;
}

// ---- the convention table -----------------------------------------------------------------------

struct position {
    int32_t outcome, from;
};

// The table of one duty under the usual answers, narrowed once for all instruments with it.
struct duty_table {
    const dd *when; // NULL: not made
};

static int32_t slot_outcome(struct rows *r, struct duty_table *table, int32_t slot,
                            int32_t left_out)
{
    const struct pack *pack = r->pack;
    dd own = *narrow_all(r, &r->draft->roots.slot_position[slot], 1, r->usual);
    if (!diagram_ends(own) || own == DD_NULL || own == DD_GAP)
        return NONE; // does not apply, or gives no duty here
    int32_t duty = (int32_t)pack->instruments[r->draft->terms->slots[slot]].duty;
    if (!table[duty].when)
        table[duty].when = narrow_all(r, r->draft->convention_rows + duty * pack->n_convention,
                                      pack->n_convention, r->usual);
    uint32_t reached =
        diagram_mask(r->d, table_without(r, RULE_CONVENTION, table[duty].when, left_out));
    uint32_t set = engine_outcomes(pack, reached);
    if (reached & GAP)
        return LEFT_OPEN;
    return engine_single(set) ? engine_lowest(set) : pack->outcome_individual;
}

static struct position best_position(struct rows *r, struct duty_table *table, int32_t left_out)
{
    struct position best = {NONE, NONE};
    for (int32_t slot = 0; slot < r->draft->terms->n_slots; slot++) {
        int32_t outcome = slot_outcome(r, table, slot, left_out);
        if (outcome == LEFT_OPEN)
            return (struct position){outcome, NONE};
        if (outcome != NONE && (best.outcome == NONE || r->pack->outcomes[outcome].favour >
                                                            r->pack->outcomes[best.outcome].favour))
            best = (struct position){outcome, r->draft->terms->slots[slot]};
    }
    return best;
}

static void decide_convention(struct rows *r, bool *decided)
{
    struct duty_table table[DUTIES] = {{NULL}};
    struct position now = best_position(r, table, NONE);
    for (int32_t row = 0; now.outcome == r->wanted->position && row < r->pack->n_convention;
         row++) {
        struct position then = best_position(r, table, row);
        if (then.outcome != r->wanted->position ||
            (r->wanted->position_from != NONE && then.from != r->wanted->position_from))
            decided[row] = true;
    }
}

void rows_decided(const struct atlas *atlas, const struct answers *answers,
                  const struct worked_case *wanted, struct diagram *d, struct law_draft **draft,
                  bool *const *decided)
{
    const struct pack *pack = atlas->pack;
    int32_t q = pack->q_destination;
    if (q < 0 || answers->of[q].state != ANSWER_GIVEN || answers->of[q].value >= pack->n_countries)
        return;
    int32_t country = (int32_t)answers->of[q].value;
    if (!*draft || (*draft)->terms->country != country || d->spent) {
        law_draft_free(*draft);
        *draft = law_draft_new(atlas, country, d);
    }
    struct rows r = {.pack = pack, .wanted = wanted, .draft = *draft, .d = d};
    size_t size = ((size_t)r.draft->terms->n_variables + 1) * sizeof *r.given;
    r.given = xcalloc(1, size);
    r.usual = xcalloc(1, size);
    setting_answers(r.draft->terms, answers, r.given);
    memcpy(r.usual, r.given, size);
    setting_usual(r.draft->terms, answers, NULL, r.usual);
    if (wanted->outcome != NONE || wanted->possible || wanted->academic != NONE ||
        wanted->licence != NONE)
        decide_practice(&r, decided);
    if (wanted->position != NONE)
        decide_convention(&r, decided[RULE_CONVENTION]);
    free(r.given);
    free(r.usual);
    arena_release(&r.arena);
}
