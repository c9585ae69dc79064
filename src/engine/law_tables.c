// SPDX-License-Identifier: MIT
#include <string.h>
#include "engine/law_parts.h"

// ---- the two outcome tables -------------------------------------------------------------------

// First hit. Where no row holds: `rest`.
static dd compile_table(struct builder *b, const struct row *rows, int32_t n, dd rest, dd *made)
{
    uint8_t *outcomes = ARENA_ARRAY(&b->draft->arena, uint8_t, (size_t)n);
    for (int32_t r = n - 1; r >= 0; r--) {
        made[r] = builder_expr(b, rows[r].when.root);
        outcomes[r] = (uint8_t)row_terminal(&rows[r]);
        builder_blame_rule(b, &rows[r].rule);
    }
    dd outcome = diagram_first(b->d, made, outcomes, n, rest);
    if (n)
        builder_blame_rule(b, &rows[0].rule);
    return outcome;
}

static dd convention_table(struct builder *b, enum duty duty)
{
    struct law_draft *draft = b->draft;
    if (draft->convention[duty] == NOT_MADE) {
        b->table = RULE_CONVENTION;
        b->duty = duty;
        draft->convention[duty] =
            compile_table(b, b->pack->convention, b->pack->n_convention, DD_GAP,
                          draft->convention_rows + (int32_t)duty * b->pack->n_convention);
    }
    return draft->convention[duty];
}

dd law_less_favourable(const struct pack *pack, dd practice, dd licence)
{
    int32_t outcome = licence == DD_BODY ? pack->outcome_conditions : (int32_t)licence;
    int32_t own = practice == DD_GAP ? pack->outcome_individual : (int32_t)practice;
    if (licence == DD_NULL || own == NONE || own >= pack->n_outcomes)
        return practice;
    return pack->outcomes[outcome].favour < pack->outcomes[own].favour ? (dd)outcome : practice;
}

dd law_combine(const struct pack *pack, struct diagram *d, dd practice, dd licence)
{
    struct dd_table table = {.op = 5};
    for (dd a = 0; a < DD_TERMINALS; a++)
        for (dd c = 0; c < DD_TERMINALS; c++) {
            bool known = c < (dd)pack->n_outcomes || (c == DD_BODY && pack->n_licence > 0);
            table.result[a][c] = (uint8_t)(known ? law_less_favourable(pack, a, c) : a);
        }
    return diagram_apply(d, &table, practice, licence);
}

// ---- positions --------------------------------------------------------------------------------

// How good a terminal of a position diagram is for the person. An instrument without a duty here
// says nothing, so it never stands before one that has a duty.
static int32_t favour(const struct pack *pack, dd terminal)
{
    if (terminal == DD_NULL)
        return INT32_MIN;
    return terminal < (dd)pack->n_outcomes ? pack->outcomes[terminal].favour : INT32_MIN + 1;
}

// `best` takes the second operand only where it is better; `better` says whether it is.
static void fill_tables(const struct pack *pack, struct dd_table *best, struct dd_table *better)
{
    best->op = 1;
    better->op = 2;
    for (dd a = 0; a < DD_TERMINALS; a++)
        for (dd c = 0; c < DD_TERMINALS; c++) {
            bool more = favour(pack, c) > favour(pack, a);
            better->result[a][c] = more ? DD_YES : DD_NO;
            best->result[a][c] = (uint8_t)(more ? c : a);
        }
}

static dd where_gap(struct builder *b, dd position)
{
    struct dd_table is_gap = {.op = 4};
    for (dd a = 0; a < DD_TERMINALS; a++)
        is_gap.result[a][a] = a == DD_GAP ? DD_YES : DD_NO;
    return diagram_apply(b->d, &is_gap, position, position);
}

// Yes where the award country is another State that is bound, and (matters != 0) reserves one of
// those matters.
static dd award_bound(struct builder *b, int32_t instrument, uint64_t matters)
{
    int32_t q = b->pack->q_award_country;
    const struct domain *domain = &b->terms->domains[q];
    for (int32_t c = 0; c < domain->n_classes; c++) {
        int64_t country = domain->low[c];
        bool reserves = atlas_reserved(b->pack, instrument, country) & matters;
        b->in[c] = country != b->terms->country &&
                   atlas_party(b->atlas, instrument, country) == TRUTH_YES &&
                   (reserves || !matters);
    }
    dd test = diagram_test(b->d, (uint16_t)domain->variable, b->in);
    return diagram_and(b->d, builder_relevant(b, q), test);
}

// Yes where the case raises a matter of which the instrument does not speak or which one of the two
// States has reserved: then the instrument gives no duty.
static dd no_duty(struct builder *b, int32_t instrument)
{
    uint64_t covered = b->pack->instruments[instrument].matters;
    uint64_t reserved = atlas_reserved(b->pack, instrument, b->terms->country);
    dd excluded = DD_NO;
    for (int32_t m = 0; m < b->pack->n_matters; m++) {
        uint64_t bit = (uint64_t)1 << m;
        if (!b->pack->matters[m].when.root)
            continue;
        dd by_award = DD_YES;
        if (covered & ~reserved & bit)
            by_award = award_bound(b, instrument, bit);
        if (by_award == DD_NO)
            continue;
        dd raised = diagram_and(b->d, builder_matter(b, m), by_award);
        excluded = diagram_or(b->d, excluded, raised);
    }
    return excluded;
}

static void blame_instrument(struct builder *b, int32_t instrument)
{
    const struct instrument *i = &b->pack->instruments[instrument];
    builder_blame(b, (struct law_trouble){"instrument", i->id, i->place, NULL});
}

static dd slot_position(struct builder *b, int32_t instrument, dd linked)
{
    dd applies = diagram_and(b->d, linked, builder_covers(b, instrument));
    if (applies == DD_NO)
        return DD_NULL;
    dd table = convention_table(b, b->pack->instruments[instrument].duty);
    dd position = diagram_ite(b->d, no_duty(b, instrument), DD_GAP, table);
    position = diagram_ite(b->d, applies, position, DD_NULL);
    blame_instrument(b, instrument);
    return position;
}

// The rank of a slot, by the award country; DD_NULL where it links nothing. The loader refuses a
// pack in which two countries share more instruments than there are terminals.
static dd ranks(struct builder *b, int32_t slot)
{
    const struct domain *domain = &b->terms->domains[b->pack->q_award_country];
    uint32_t base = diagram_push(b->d, (uint32_t)domain->n_classes);
    for (int32_t c = 0; c < domain->n_classes; c++) {
        int32_t rank = law_rank(b->terms, c, slot);
        b->d->stack[base + (uint32_t)c] = rank == NONE || rank >= DD_NULL ? DD_NULL : (dd)rank;
    }
    return diagram_pop(b->d, base, (uint16_t)domain->variable);
}

// Each instrument that certainly binds the destination is judged by itself; the most favourable
// position wins, of equals that of the stronger instrument. Linked, but none gives a duty: DD_GAP.
static void compile_positions(struct builder *b)
{
    struct law_draft *draft = b->draft;
    struct dd_table best, better;
    dd position = DD_NULL, from = DD_NULL, linked_any = DD_NO;
    fill_tables(b->pack, &best, &better);
    for (int32_t slot = 0; slot < b->terms->n_slots; slot++) {
        dd linked = award_bound(b, b->terms->slots[slot], 0);
        dd own = slot_position(b, b->terms->slots[slot], linked);
        draft->roots.slot_position[slot] = own;
        linked_any = diagram_or(b->d, linked_any, linked);
        from = diagram_ite(b->d, diagram_apply(b->d, &better, position, own), ranks(b, slot), from);
        position = diagram_apply(b->d, &best, position, own);
        blame_instrument(b, b->terms->slots[slot]);
    }
    dd none = diagram_ite(b->d, linked_any, DD_GAP, DD_NULL);
    dd some = diagram_apply(b->d, &better, DD_NULL, position); // anything beats DD_NULL
    draft->roots.position[0] = diagram_ite(b->d, some, position, none);
    draft->roots.from[0] = diagram_ite(b->d, where_gap(b, position), DD_NULL, from);
}

// ---- lists ------------------------------------------------------------------------------------

// Listed: `when` holds, and none sets it aside that is listed however the open facts turn out.
static dd compile_listed(struct builder *b, enum rule_kind kind, int32_t position)
{
    struct law_draft *draft = b->draft;
    dd *listed = draft->roots.listed[kind];
    if (listed[position] != NOT_MADE)
        return listed[position];
    const struct rule *rule = pack_rule(b->pack, kind, b->terms->items[kind][position]);
    listed[position] = DD_NO; // as in compile_relevant
    dd when = builder_expr(b, rule->when.root);
    if (kind <= RULE_STEP) {
        const struct overriders *by = &b->terms->over[kind];
        draft->roots.when[kind][position] = when;
        for (int32_t i = by->start[position]; i < by->start[position + 1]; i++) {
            dd over = law_whatever_facts(b->terms, b->d, compile_listed(b, kind, by->by[i]));
            when = diagram_ite(b->d, over, DD_NO, when);
        }
        draft->settled[kind][draft->n_settled[kind]++] = position;
    }
    builder_blame_rule(b, rule);
    return listed[position] = when;
}

// Where a finding certainly stands once those are left out that may set it aside or not, as the
// open facts turn out; there it is not certainly live, and nothing else says so.
static dd compile_unsettled(struct builder *b, int32_t position)
{
    const struct overriders *by = &b->terms->over[RULE_FINDING];
    const struct law_roots *roots = &b->draft->roots;
    dd stands = roots->when[RULE_FINDING][position], live = roots->live[position];
    for (int32_t i = by->start[position]; i < by->start[position + 1]; i++) {
        dd over = law_whatever_facts(b->terms, b->d, roots->live[by->by[i]]);
        stands = diagram_ite(b->d, over, DD_NO, stands);
    }
    if (stands == live)
        return DD_NO;
    builder_blame_rule(b, &b->pack->findings[b->terms->items[RULE_FINDING][position]].rule);
    return diagram_ite(b->d, law_whatever_facts(b->terms, b->d, live), DD_NO,
                       law_whatever_facts(b->terms, b->d, stands));
}

// What the instruments that may bind here ask of the answers.
static void compile_covers(struct builder *b)
{
    struct instrument_set may = law_instruments(b->terms);
    for (int32_t i = 0; i < b->pack->n_instruments; i++) {
        b->draft->roots.covers[i] = instrument_set_has(&may, i)
                                        ? builder_expr(b, b->pack->instruments[i].when.root)
                                        : DD_YES;
        blame_instrument(b, i);
    }
}

static void compile_lists(struct builder *b)
{
    struct law_draft *draft = b->draft;
    for (enum rule_kind kind = RULE_DOCUMENT; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < b->terms->n_items[kind]; i++)
            compile_listed(b, kind, i);
    for (int32_t i = 0; i < b->terms->n_items[RULE_DOCUMENT]; i++) {
        const struct item *document = &b->pack->documents[b->terms->items[RULE_DOCUMENT][i]];
        draft->roots.have[i] = document->have.root ? builder_expr(b, document->have.root) : DD_NULL;
        builder_blame(b, (struct law_trouble){rule_word(RULE_DOCUMENT), document->id,
                                              document->place, document->have.root});
    }
}

static void compile_outcomes(struct builder *b)
{
    struct law_roots *roots = &b->draft->roots;
    b->duty = DUTY_NONE;
    b->table = RULE_PRACTICE;
    roots->practice[0] =
        compile_table(b, b->pack->practice, b->pack->n_practice, DD_GAP, b->draft->practice_rows);
    b->table = RULE_LICENCE;
    roots->licence[0] =
        compile_table(b, b->pack->licence, b->pack->n_licence, DD_NULL, b->draft->licence_rows);
    roots->outcome[0] = law_combine(b->pack, b->d, roots->practice[0], roots->licence[0]);
    builder_blame_rule(b, &b->pack->practice[0].rule);
}

void law_tables(struct builder *b)
{
    struct law_draft *draft = b->draft;
    for (int32_t q = 0; q < b->pack->n_questions; q++)
        builder_relevant(b, q);
    for (int32_t m = 0; m < b->pack->n_matters; m++) {
        if (b->pack->matters[m].when.root)
            builder_matter(b, m);
        else
            draft->matter[m] = DD_NULL;
    }
    for (int32_t i = 0; i < b->terms->n_items[RULE_FINDING]; i++)
        builder_live(b, i);
    for (int32_t i = 0; i < b->terms->n_items[RULE_FINDING]; i++)
        draft->roots.unsettled[i] = compile_unsettled(b, i);
    compile_outcomes(b);
    compile_covers(b);
    compile_positions(b);
    compile_lists(b);
}
