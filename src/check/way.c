// SPDX-License-Identifier: MIT
// From a diagram to the shortest set of answers that leads to one of its terminals; see parts.h.
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "base/text.h"
#include "check/parts.h"
#include "engine/answers.h"
#include "pack/kind.h"

enum { COST_FACT = 100, NO_WAY = UINT16_MAX, NO_CLASS = -1, MORE_NODES = 1 << 19 };

// The search for the fewest answers after which a condition holds whatever else is answered: at
// each variable, either one of its classes is answered, or none and the condition must hold for
// all. Conditions of the second kind are new diagrams; there is room for MORE_NODES of them, which
// no pack has needed. Without room the shortest way through the diagram itself is taken.
struct way {
    const struct law_draft *draft;
    struct diagram *d;
    uint16_t *cost; // by node, plus 1; 0: not known yet
    uint32_t room;
    bool full, plain;
};

static uint32_t arity_of(const struct way *w, dd f)
{
    return w->d->arity[diagram_variable(w->d, f)];
}

static uint32_t price(const struct way *w, dd f)
{
    return w->draft->terms->variables[diagram_variable(w->d, f)].question == NONE ? COST_FACT : 1;
}

// Where f holds for all classes of its first variable.
static dd for_all(struct way *w, dd f)
{
    dd all = DD_YES;
    for (uint32_t i = 0; i < arity_of(w, f) && all != DD_NO; i++)
        all = diagram_and(w->d, all, diagram_child(w->d, f, i));
    return w->plain ? DD_NO : all;
}

static uint16_t cost(struct way *w, dd f)
{
    if (diagram_ends(f))
        return f == DD_YES ? 0 : NO_WAY;
    if (f >= w->room) {
        w->full = true;
        return NO_WAY;
    }
    if (w->cost[f])
        return (uint16_t)(w->cost[f] - 1);
    uint32_t best = cost(w, for_all(w, f));
    for (uint32_t i = 0; i < arity_of(w, f) && !w->full; i++) {
        uint16_t rest = cost(w, diagram_child(w->d, f, i));
        if (rest != NO_WAY && rest + price(w, f) < best)
            best = rest + price(w, f);
    }
    w->cost[f] = (uint16_t)(best == NO_WAY ? 0 : best + 1);
    return (uint16_t)best;
}

static void follow(struct way *w, dd f, int16_t *classes)
{
    while (!diagram_ends(f)) {
        uint16_t least = cost(w, f);
        dd next = for_all(w, f);
        uint32_t cls = 0;
        if (cost(w, next) != least) {
            while (cost(w, diagram_child(w->d, f, cls)) + price(w, f) != least)
                cls++;
            classes[diagram_variable(w->d, f)] = (int16_t)cls;
            next = diagram_child(w->d, f, cls);
        }
        f = next;
    }
}

static void search(struct way *w, bool plain)
{
    free(w->cost);
    w->plain = plain;
    w->full = false;
    w->room = w->d->n_nodes + (plain ? 0 : MORE_NODES);
    w->cost = xcalloc(w->room, sizeof *w->cost);
}

// ---- the answers as JSON ------------------------------------------------------------------------

// The answer on the way: the boxes that are on, or the first value of a class.
static int64_t value_on_way(const struct domain *domain, const int16_t *classes)
{
    int64_t boxes = 0;
    for (int32_t i = 0; domain->boxes && i < domain->n_variables; i++)
        boxes |= (int64_t)(classes[domain->variables[i]] == 1) << i;
    if (domain->boxes || !domain->n_classes)
        return boxes;
    int16_t cls = classes[domain->variable];
    return domain->low[cls < 0 ? 0 : cls];
}

// Was the question answered on the way?
static bool answered(const struct law_draft *draft, int32_t question, const int16_t *classes)
{
    const struct domain *domain = &draft->terms->domains[question];
    if (domain->known != NONE && classes[domain->known] != NO_CLASS)
        return classes[domain->known] == 1;
    for (int32_t i = 0; i < domain->n_variables; i++)
        if (classes[domain->variables[i]] != NO_CLASS)
            return true;
    return false;
}

static void add_answer(struct text *out, const struct law_draft *draft, int32_t question,
                       const int16_t *classes)
{
    const struct pack *pack = draft->terms->atlas->pack;
    const struct domain *domain = &draft->terms->domains[question];
    text_add(out, text_str(out)[1] ? "," : "");
    text_json(out, pack->questions[question].id);
    text_add(out, ":");
    struct answer answer = {.state = ANSWER_GIVEN};
    if (question == pack->q_destination)
        answer.value = draft->terms->country;
    else if (kind_classes(&pack->questions[question]) == CLASSES_NONE)
        answer = (struct answer){ANSWER_GIVEN, 1, 1, "x", 0};
    else
        answer.value = value_on_way(domain, classes);
    answer_json(out, pack, question, &answer);
}

// ---- the facts ----------------------------------------------------------------------------------

static void add_fact(struct text *out, const struct law_draft *draft, const struct open_fact *fact,
                     bool yes)
{
    const struct pack *pack = draft->terms->atlas->pack;
    text_add(out, *text_str(out) ? " and " : ", if ");
    if (fact->kind == FACT_PARTY)
        text_printf(out, "%s is %sbound by %s", pack->countries[fact->b], yes ? "" : "not ",
                    pack->instruments[fact->a].id);
    else if (fact->kind == FACT_TRAIT)
        text_printf(out, "the trait %s is %s", pack->traits[fact->a].id, yes ? "yes" : "no");
    else
        text_add(out, "an open fact is so");
}

// ---- all ----------------------------------------------------------------------------------------

static void write_example(struct example *best, const struct law_draft *draft,
                          const int16_t *classes, struct arena *arena)
{
    const struct pack *pack = draft->terms->atlas->pack;
    struct text json = TEXT_INIT, facts = TEXT_INIT;
    text_add(&json, "{");
    for (int32_t q = 0; q < pack->n_questions; q++)
        if ((q == pack->q_destination && draft->terms->country >= 0) || answered(draft, q, classes))
            add_answer(&json, draft, q, classes);
    text_add(&json, "}");
    for (int32_t i = 0; i < draft->terms->n_facts; i++)
        if (classes[draft->terms->facts[i].variable] != NO_CLASS)
            add_fact(&facts, draft, &draft->terms->facts[i],
                     classes[draft->terms->facts[i].variable] == 1);
    best->json = arena_strdup(arena, text_str(&json));
    best->facts = arena_strdup(arena, text_str(&facts));
    text_release(&json);
    text_release(&facts);
}

dd way_leads_to(struct diagram *d, dd f, dd terminal)
{
    struct dd_table table = {.op = 128 + terminal};
    for (dd t = 0; t < DD_TERMINALS; t++)
        table.result[t][t] = t == terminal ? DD_YES : DD_NO;
    return diagram_apply(d, &table, f, f);
}

bool way_find(struct example *best, const struct law_draft *draft, struct diagram *d, dd f,
              dd terminal, struct arena *arena)
{
    struct way w = {.draft = draft, .d = d};
    if (!(diagram_mask(d, f) >> terminal & 1))
        return false;
    dd condition = way_leads_to(d, f, terminal);
    search(&w, false);
    int32_t least = cost(&w, condition);
    if (w.full) {
        search(&w, true);
        least = cost(&w, condition);
    }
    least = 2 * least + 1;                      // never 0
    least += draft->terms->destination == NONE; // of equals, a country with a file says more
    if (!best->cost || least < best->cost) {
        int16_t *classes = xcalloc((size_t)draft->terms->n_variables, sizeof *classes);
        memset(classes, 0xff, (size_t)draft->terms->n_variables * sizeof *classes);
        follow(&w, condition, classes);
        best->cost = least;
        best->as_of = draft->terms->atlas->as_of;
        write_example(best, draft, classes, arena);
        free(classes);
    }
    free(w.cost);
    return true;
}

void example_join(struct example *best, const struct example *other)
{
    if (other->cost && (!best->cost || other->cost < best->cost))
        *best = *other;
}

// ---- certainty ----------------------------------------------------------------------------------

struct firmness {
    struct diagram *d;
    const struct law_draft *draft;
    uint32_t *made; // by node + 1, of those that were there before; terminals test no variable
};

// f where the variable has the class.
static dd restrict_to(struct firmness *z, dd f, uint16_t variable, uint32_t cls)
{
    if (diagram_variable(z->d, f) > variable)
        return f;
    if (diagram_variable(z->d, f) == variable)
        return diagram_child(z->d, f, cls);
    if (z->made[f])
        return z->made[f] - 1;
    uint16_t own = diagram_variable(z->d, f);
    uint32_t arity = z->d->arity[own], base = diagram_push(z->d, arity);
    for (uint32_t i = 0; i < arity; i++) {
        dd child = restrict_to(z, diagram_child(z->d, f, i), variable, cls);
        z->d->stack[base + i] = child;
    }
    dd result = diagram_pop(z->d, base, own);
    z->made[f] = result + 1;
    return result;
}

static void forget(struct firmness *z)
{
    free(z->made);
    z->made = xcalloc(z->d->n_nodes, sizeof *z->made);
}

static dd restricted(struct firmness *z, dd f, int32_t variable, uint32_t cls)
{
    forget(z);
    return restrict_to(z, f, (uint16_t)variable, cls);
}

static bool depends(const struct diagram *d, dd f, int32_t variable, bool *seen)
{
    if (diagram_variable(d, f) > variable || seen[f])
        return false;
    if (diagram_variable(d, f) == variable)
        return true;
    seen[f] = true;
    for (uint32_t i = 0; i < d->arity[diagram_variable(d, f)]; i++)
        if (depends(d, diagram_child(d, f, i), variable, seen))
            return true;
    return false;
}

static bool reads_variable(const struct diagram *d, dd f, int32_t variable)
{
    bool *seen = xcalloc(d->n_nodes, sizeof *seen);
    bool found = depends(d, f, variable, seen);
    free(seen);
    return found;
}

// Where known(q) is false, f must hold for every value that the answer could have.
static dd firm_known(struct firmness *z, dd f, int32_t question)
{
    const struct domain *domain = &z->draft->terms->domains[question];
    if (domain->known == NONE || domain->variable == NONE ||
        !reads_variable(z->d, f, domain->known))
        return f;
    dd given = restricted(z, f, domain->known, 1), open = restricted(z, f, domain->known, 0);
    for (int32_t i = 0; i < domain->n_variables; i++) {
        dd all = DD_YES;
        for (uint32_t c = 0; c < z->d->arity[domain->variables[i]]; c++)
            all = diagram_and(z->d, all, restricted(z, open, domain->variables[i], c));
        open = all;
    }
    dd known = diagram_test_one(z->d, (uint16_t)domain->known, 1);
    return diagram_ite(z->d, known, given, open);
}

dd way_firm(struct diagram *d, const struct law_draft *draft, dd f)
{
    struct firmness z = {.d = d, .draft = draft};
    if (diagram_ends(f))
        return f;
    for (int32_t q = 0; q < draft->terms->atlas->pack->n_questions; q++)
        f = firm_known(&z, f, q);
    free(z.made);
    return law_whatever_facts(draft->terms, d, f);
}
