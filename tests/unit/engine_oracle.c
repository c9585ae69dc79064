// SPDX-License-Identifier: MIT
#include "tests/unit/engine_oracle.h"
#include <stdlib.h>
#include <string.h>
#include "pack/value.h"

// ---- values -----------------------------------------------------------------------------------

static void add_value(struct oracle *o, int32_t q, int64_t value)
{
    if (!answer_valid(o->pack, q, value, o->as_of))
        return;
    for (int i = 0; i < o->n_values[q]; i++)
        if (o->values[q][i] == value)
            return;
    if (o->n_values[q] == ORACLE_VALUES)
        abort();
    o->values[q][o->n_values[q]++] = value;
}

static bool is_number(enum question_type type)
{
    return type >= Q_INTEGER && type <= Q_DATE;
}

// Around every constant that the question is compared with: below, at, above.
static void read_constants(struct oracle *o, const struct expr *e)
{
    if (!e)
        return;
    if (e->question >= 0 && is_number(o->pack->questions[e->question].type) && e->op >= EXPR_LT &&
        e->op <= EXPR_NE) {
        enum question_type type = o->pack->questions[e->question].type;
        add_value(o, e->question, value_down(type, e->value - 1));
        add_value(o, e->question, e->value);
        add_value(o, e->question, value_up(type, e->value + 1));
    }
    for (int i = 0; i < expr_operands(e); i++)
        read_constants(o, expr_operand(e, i));
}

static void read_rules(struct oracle *o)
{
    const struct pack *p = o->pack;
    for (int32_t i = 0; i < p->n_questions; i++)
        read_constants(o, p->questions[i].relevant);
    for (int32_t i = 0; i < p->n_matters; i++)
        read_constants(o, p->matters[i].when.root);
    for (int32_t i = 0; i < p->n_findings; i++)
        read_constants(o, p->findings[i].when.root);
    for (int32_t i = 0; i < p->n_practice; i++)
        read_constants(o, p->practice[i].when.root);
    for (int32_t i = 0; i < p->n_convention; i++)
        read_constants(o, p->convention[i].when.root);
    for (int32_t i = 0; i < p->n_documents; i++)
        read_constants(o, p->documents[i].when.root), read_constants(o, p->documents[i].have.root);
    for (int32_t i = 0; i < p->n_steps; i++)
        read_constants(o, p->steps[i].when.root);
    for (int32_t i = 0; i < p->n_rights; i++)
        read_constants(o, p->rights[i].when.root);
    for (int32_t i = 0; i < p->n_notices; i++)
        read_constants(o, p->notices[i].when.root);
}

// Around every norm that a number can be compared with.
static void read_norms(struct oracle *o)
{
    const struct pack *p = o->pack;
    for (int32_t d = 0; d < p->n_destinations; d++)
        for (int32_t l = 0; l < p->destinations[d].n_levels; l++)
            for (int32_t q = 0; q < p->n_questions; q++)
                for (int n = 0; p->questions[q].type == Q_NUMBER && n < NORMS; n++) {
                    int64_t least = p->destinations[d].levels[l].least[n];
                    add_value(o, q, least - 1);
                    add_value(o, q, least);
                }
}

static void fill_values(struct oracle *o)
{
    const struct pack *p = o->pack;
    read_rules(o);
    read_norms(o);
    for (int32_t q = 0; q < p->n_questions; q++) {
        const struct question *question = &p->questions[q];
        int64_t n = question->type == Q_ONE       ? question->n_choices
                    : question->type == Q_MANY    ? (int64_t)1 << question->n_choices
                    : question->type == Q_COUNTRY ? p->n_countries + question->n_choices
                                                  : 0;
        for (int64_t v = 0; v < n; v++)
            add_value(o, q, v);
        if (is_number(question->type) && (!o->n_values[q] || question->none_label.words))
            add_value(o, q, value_min(question, o->as_of));
    }
}

// ---- worlds -----------------------------------------------------------------------------------

// Settles the open party facts and traits of the copy by the bits of `way`; counts them.
static int settle(struct oracle *o, struct pack *p, unsigned way)
{
    int facts = 0;
    struct instrument *instruments =
        arena_calloc(&o->arena, (size_t)p->n_instruments, sizeof *instruments);
    for (int32_t i = 0; i < p->n_instruments; i++) {
        instruments[i] = p->instruments[i];
        struct party *parties =
            arena_calloc(&o->arena, (size_t)instruments[i].n_parties, sizeof *parties);
        for (int32_t k = 0; k < instruments[i].n_parties; k++) {
            parties[k] = instruments[i].parties[k];
            if (atlas_party_truth(o->pack, i, parties[k].state, o->as_of) != TRUTH_UNKNOWN)
                continue;
            parties[k].in_force = way >> facts++ & 1 ? 10101 : 99991231;
            parties[k].evidence.status = STATUS_VERIFIED;
        }
        instruments[i].parties = parties;
    }
    struct destination *destinations =
        arena_calloc(&o->arena, (size_t)p->n_destinations, sizeof *destinations);
    for (int32_t d = 0; d < p->n_destinations; d++) {
        destinations[d] = p->destinations[d];
        struct trait_fact *traits = arena_calloc(&o->arena, (size_t)p->n_traits, sizeof *traits);
        for (int32_t t = 0; t < p->n_traits; t++) {
            traits[t] = destinations[d].traits[t];
            if (traits[t].value == TRAIT_UNKNOWN)
                traits[t].value = way >> facts++ & 1 ? TRAIT_YES : TRAIT_NO;
        }
        destinations[d].traits = traits;
    }
    p->instruments = instruments;
    p->destinations = destinations;
    return facts;
}

void oracle_init(struct oracle *o, const struct pack *pack, int32_t as_of)
{
    memset(o, 0, sizeof *o);
    o->pack = pack;
    o->as_of = as_of;
    atlas_init(&o->atlas, pack, as_of);
    fill_values(o);
    int facts = 0;
    for (unsigned way = 0; way < 1u << facts || !way; way++) {
        struct world *world = &o->worlds[o->n_worlds++];
        world->pack = *pack;
        facts = settle(o, &world->pack, way);
        if (1 << facts > ORACLE_WORLDS)
            abort();
        atlas_init(&world->atlas, &world->pack, as_of);
    }
}

void oracle_release(struct oracle *o)
{
    for (int i = 0; i < o->n_worlds; i++)
        atlas_release(&o->worlds[i].atlas);
    atlas_release(&o->atlas);
    arena_release(&o->arena);
}

// ---- completions ------------------------------------------------------------------------------

// Is the value one of those that the answer leaves possible?
static bool leaves(const struct answer *a, int64_t value)
{
    return a->state != ANSWER_GIVEN || (value >= a->value && value <= a->last);
}

static void complete(const struct oracle *o, struct answers *a, int32_t q, oracle_each *each,
                     void *user)
{
    while (q < o->pack->n_questions &&
           ((a->of[q].state == ANSWER_GIVEN && !answer_is_band(&a->of[q])) ||
            o->pack->questions[q].type == Q_TEXT))
        q++;
    if (q == o->pack->n_questions) {
        for (int i = 0; i < o->n_worlds; i++)
            each(o, &o->worlds[i], a, user);
        return;
    }
    struct answer was = a->of[q];
    for (int i = 0; i < o->n_values[q]; i++) {
        if (!leaves(&was, o->values[q][i]))
            continue;
        a->of[q] = (struct answer){.state = ANSWER_GIVEN, .value = o->values[q][i]};
        complete(o, a, q + 1, each, user);
    }
    a->of[q] = was;
}

void oracle_completions(const struct oracle *o, const struct answers *answers, oracle_each *each,
                        void *user)
{
    struct answers copy = *answers;
    complete(o, &copy, 0, each, user);
}

struct answers oracle_usual(const struct pack *pack, const struct answers *answers)
{
    struct answers copy = *answers;
    for (int32_t q = 0; q < pack->n_questions; q++) {
        const struct question *question = &pack->questions[q];
        int32_t from = question->usual_from, by = question->usual_by;
        if (answers->of[q].state != ANSWER_ABSENT || !question->has_usual)
            continue;
        if (from == NONE)
            copy.of[q] =
                (struct answer){.state = ANSWER_GIVEN,
                                .value = by != NONE && answers->of[by].state == ANSWER_GIVEN
                                             ? question->usual_each[answers->of[by].value]
                                             : question->usual};
        else if (answers->of[from].state == ANSWER_GIVEN)
            copy.of[q] = answers->of[from];
    }
    return copy;
}

// ---- does a question matter -------------------------------------------------------------------

struct difference {
    int32_t question;
    bool differs;
};

// The grounds of a challenge, 0 where there is none. The engine's rule, said once more.
static uint64_t grounds(const struct pack *p, const struct told *t)
{
    const struct outcome *practice = &p->outcomes[t->academic];
    uint64_t own = 0, others = 0;
    if (!t->duty || !practice->challengeable || t->academic == p->outcome_individual ||
        t->academic == p->outcome_not_covered ||
        practice->favour >= p->outcomes[t->position].favour)
        return 0;
    for (int32_t i = 0; i < p->n_findings; i++) {
        enum effect effect = p->findings[i].effect;
        bool adverse =
            effect == EFFECT_BAR || effect == EFFECT_DIFFERENCE || effect == EFFECT_CONDITION;
        if (p->findings[i].decision == DECISION_LICENCE)
            continue;
        if (adverse && t->live >> i & 1 && p->findings[i].reading == READING_PRACTICE)
            own |= (uint64_t)1 << i;
        else if (adverse && t->live >> i & 1 && p->findings[i].reading == READING_BOTH)
            others |= (uint64_t)1 << i;
    }
    return own ? own : others;
}

static bool same_told(const struct pack *p, const struct told *a, const struct told *b)
{
    return a->academic == b->academic && a->licence == b->licence && a->position == b->position &&
           a->position_from == b->position_from && grounds(p, a) == grounds(p, b) &&
           a->conditions == b->conditions && a->documents == b->documents && a->have == b->have &&
           a->steps == b->steps && a->rights == b->rights && a->warnings == b->warnings;
}

// What is told in this world. A list names what holds in all worlds: nobody knows which one is
// real.
static struct told tell_surely(const struct oracle *o, const struct world *w,
                               const struct answers *a)
{
    struct told told = oracle_tell(o, w, a);
    for (int i = 0; i < o->n_worlds; i++) {
        struct told other = oracle_tell(o, &o->worlds[i], a);
        told.conditions &= other.conditions;
        told.documents &= other.documents;
        told.steps &= other.steps;
        told.rights &= other.rights;
        told.warnings &= other.warnings;
    }
    told.documents = oracle_shown(o->pack->documents, o->pack->n_documents, told.documents);
    told.steps = oracle_shown(o->pack->steps, o->pack->n_steps, told.steps);
    told.have &= told.documents;
    return told;
}

// The question has its first value here; every other one must tell the same.
static void compare_values_of(const struct oracle *o, const struct world *w,
                              const struct answers *complete_answers, void *user)
{
    struct difference *d = user;
    struct answers a = *complete_answers;
    if (d->differs)
        return;
    struct told first = tell_surely(o, w, &a);
    for (int i = 1; i < o->n_values[d->question]; i++) {
        a.of[d->question].value = o->values[d->question][i];
        struct told other = tell_surely(o, w, &a);
        d->differs |= !same_told(o->pack, &first, &other);
    }
}

static void compare_text(const struct oracle *o, const struct world *w,
                         const struct answers *complete_answers, void *user)
{
    struct difference *d = user;
    struct answers a = *complete_answers;
    if (d->differs)
        return;
    a.of[d->question].state = ANSWER_GIVEN;
    struct told given = tell_surely(o, w, &a);
    a.of[d->question].state = ANSWER_UNKNOWN;
    struct told not = tell_surely(o, w, &a);
    d->differs = !same_told(o->pack, &given, &not );
}

// A text that is still absent may be given or not; both are tried.
static void with_texts(const struct oracle *o, struct answers *a, int32_t q, oracle_each *each,
                       struct difference *d)
{
    while (q < o->pack->n_questions && (o->pack->questions[q].type != Q_TEXT ||
                                        a->of[q].state != ANSWER_ABSENT || q == d->question))
        q++;
    if (q == o->pack->n_questions) {
        oracle_completions(o, a, each, d);
        return;
    }
    a->of[q].state = ANSWER_GIVEN;
    with_texts(o, a, q + 1, each, d);
    a->of[q].state = ANSWER_UNKNOWN;
    with_texts(o, a, q + 1, each, d);
    a->of[q].state = ANSWER_ABSENT;
}

bool oracle_matters(const struct oracle *o, const struct answers *answers, int32_t question)
{
    struct answers a = *answers;
    struct difference d = {question, false};
    bool text = o->pack->questions[question].type == Q_TEXT;
    a.of[question] = (struct answer){.state = text ? ANSWER_ABSENT : ANSWER_GIVEN,
                                     .value = text ? 0 : o->values[question][0]};
    with_texts(o, &a, 0, text ? compare_text : compare_values_of, &d);
    return d.differs;
}

// ---- lists ------------------------------------------------------------------------------------

static bool speaks(const struct oracle *o, const struct country_list *list,
                   const struct list_entry *e, const struct answers *a)
{
    const struct pack *p = o->pack;
    if ((e->from && o->as_of < e->from) || (e->until && o->as_of >= e->until))
        return false;
    return list->kind == LIST_INSTITUTIONS ||
           (a->of[p->q_profession].state == ANSWER_GIVEN &&
            list->professions >> a->of[p->q_profession].value & 1);
}

static const struct destination *there(const struct oracle *o, const struct answers *a)
{
    const struct answer *d = &a->of[o->pack->q_destination];
    if (d->state != ANSWER_GIVEN || d->value >= o->pack->n_countries ||
        o->pack->destination_of[d->value] == NONE)
        return NULL;
    return &o->pack->destinations[o->pack->destination_of[d->value]];
}

struct answers oracle_lists(const struct oracle *o, const struct answers *answers)
{
    struct answers copy = *answers;
    const struct destination *d = there(o, answers);
    int32_t institution = o->pack->q_institution;
    const struct answer *name = institution < 0 ? NULL : &answers->of[institution];
    for (int32_t l = 0; d && name && name->text && l < d->n_lists; l++)
        for (int32_t e = 0; e < d->lists[l].n_entries; e++) {
            const struct list_entry *entry = &d->lists[l].entries[e];
            struct answer *asked = &copy.of[o->pack->q_list[d->lists[l].kind]];
            bool same = strlen(entry->name) == (size_t)name->text_length &&
                        !strncasecmp(entry->name, name->text, (size_t)name->text_length);
            bool country = entry->country == NONE ||
                           (answers->of[o->pack->q_award_country].state == ANSWER_GIVEN &&
                            answers->of[o->pack->q_award_country].value == entry->country);
            if (same && country && speaks(o, &d->lists[l], entry, answers) &&
                asked->state != ANSWER_GIVEN)
                *asked = (struct answer){.state = ANSWER_GIVEN, .value = entry->listed};
        }
    return copy;
}

// Is there an entry that could answer a question which is not answered, and matters?
static bool lists_matter(const struct oracle *o, const struct answers *a)
{
    const struct destination *d = there(o, a);
    for (int32_t l = 0; d && l < d->n_lists; l++) {
        int32_t question = o->pack->q_list[d->lists[l].kind];
        bool speaking = false;
        for (int32_t e = 0; e < d->lists[l].n_entries; e++)
            speaking |= speaks(o, &d->lists[l], &d->lists[l].entries[e], a);
        if (speaking && a->of[question].state != ANSWER_GIVEN && oracle_matters(o, a, question))
            return true;
    }
    return false;
}

bool oracle_institution_matters(const struct oracle *o, const struct answers *answers)
{
    struct answers a = *answers;
    a.of[o->pack->q_institution] = (struct answer){.state = ANSWER_ABSENT};
    return oracle_matters(o, &a, o->pack->q_institution) || lists_matter(o, &a);
}
