// SPDX-License-Identifier: MIT
// What would change the outcome: other answers a person can still give, and answers still open.
// Found by evaluating every class of every such answer, never by a written hint.
#include <stdlib.h>
#include "engine/core.h"
#include "pack/kind.h"

// The outcome, and the set still possible, if `question` were answered with `value`.
static uint32_t possible_with(struct engine *engine, const struct law *law,
                              const struct answers *answers, int32_t question, int64_t value,
                              int32_t *outcome)
{
    const struct pack *pack = engine->atlas->pack;
    uint32_t possible, usual;
    if (law->terms->country == LAW_UNKNOWN && pack->q_destination >= 0) {
        struct answers changed = *answers;
        changed.of[question] = (struct answer){.state = ANSWER_GIVEN, .value = value};
        possible = assess_anywhere(engine, &changed, false);
        usual = outcome && !engine_single(possible) ? assess_anywhere(engine, &changed, true) : 0;
    } else {
        setting_value(law->terms, question, value, engine->given);
        setting_value(law->terms, question, value, engine->usual);
        possible =
            engine_outcomes(pack, walk_reach(engine, law, engine->given, law->roots.outcome[0]));
        usual = outcome && !engine_single(possible)
                    ? engine_outcomes(pack,
                                      walk_reach(engine, law, engine->usual, law->roots.outcome[0]))
                    : 0;
    }
    if (outcome)
        *outcome = assess_choose(pack, possible, usual);
    return possible;
}

// Can all classes of the question's one variable be looked at together?
static bool is_one_variable(const struct law *law, int32_t question)
{
    const struct domain *domain = &law->terms->domains[question];
    return law->terms->country != LAW_UNKNOWN && !domain->boxes && domain->variable != NONE;
}

// of_given gets for each class of the question's one variable the outcomes still possible. Of an
// open answer the copy of flow_support() tells them, which holds no more than is still possible.
static void look_at_given(struct engine *engine, const struct law *law, int32_t question)
{
    uint16_t variable = (uint16_t)law->terms->domains[question].variable;
    if (engine->given[variable] < 0)
        flow_reach_each(engine, variable, engine->of_given);
    else
        walk_reach_each(engine, law, engine->given, &engine->from_given, law->roots.outcome[0],
                        variable, engine->of_given);
}

// of_usual gets those under usual values, which are always among them.
static void look_at_usual(struct engine *engine, const struct law *law, int32_t question)
{
    walk_reach_each(engine, law, engine->usual, &engine->from_usual, law->roots.outcome[0],
                    (uint16_t)law->terms->domains[question].variable, engine->of_usual);
}

// Puts the question's own answer back into both settings.
static void put_back(struct engine *engine, const struct law *law, const struct answers *answers,
                     int32_t question)
{
    const struct answer *a = &answers->of[question];
    int64_t usual;
    int32_t known = law->terms->domains[question].known;
    int16_t was = known == NONE ? 0 : engine->given[known];
    setting_left(law->terms, answers, question, engine->given);
    setting_left(law->terms, answers, question, engine->usual);
    if (known != NONE)
        engine->given[known] = engine->usual[known] = was;
    if (a->state == ANSWER_GIVEN) {
        setting_answer(law->terms, question, a, engine->given);
        setting_answer(law->terms, question, a, engine->usual);
    } else if (answer_usual(engine->atlas->pack, answers, question, &usual)) {
        setting_value(law->terms, question, usual, engine->usual);
    }
}

// ---- the values worth trying ------------------------------------------------------------------

// One value for each class of answers: for countries the first, for numbers the one
// nearest to `from`. For `many` questions: one choice more or less than `from`.
static int32_t value_count(const struct law *law, int32_t question)
{
    const struct domain *domain = &law->terms->domains[question];
    return domain->boxes ? domain->n_variables : domain->n_classes;
}

static int64_t value_at(const struct law *law, int32_t question, int32_t i, bool has_from,
                        int64_t from)
{
    const struct domain *domain = &law->terms->domains[question];
    if (domain->boxes)
        return (has_from ? from : 0) ^ (int64_t)1 << i;
    return has_from && domain->high[i] < from ? domain->high[i] : domain->low[i];
}

// Of the choices in class i the nearest to `from`, of two the earlier; where nobody goes on to a
// later choice, the nearest one that comes before `from` or is it, else the first of the class.
static int64_t choice_at(const struct law *law, const struct question *q, int32_t question,
                         int32_t i, int64_t from)
{
    const struct domain *domain = &law->terms->domains[question];
    bool later = q->changeable != CHANGE_EARLIER;
    for (int64_t away = 0; away < q->n_choices; away++) {
        if (from - away >= 0 && domain->class_of[from - away] == i)
            return from - away;
        if (later && from + away < q->n_choices && domain->class_of[from + away] == i)
            return from + away;
    }
    return domain->low[i];
}

static int64_t distance(int64_t a, int64_t b)
{
    return a < b ? b - a : a - b;
}

// ---- changes ----------------------------------------------------------------------------------

// Does the answer say that class, or leave it open among those of its band?
static bool holds_class(const struct law *law, int32_t question, const struct answer *a, int32_t i)
{
    int32_t first = law_class(law->terms, question, a->value);
    int32_t last = answer_is_band(a) ? law_class(law->terms, question, a->last) : first;
    return i >= first && i <= last;
}

// The outcomes that a person would rather have.
static uint32_t better_than(const struct pack *pack, int32_t now)
{
    uint32_t better = 0;
    for (int32_t o = 0; o < pack->n_outcomes; o++)
        if (pack->outcomes[o].favour > pack->outcomes[now].favour)
            better |= (uint32_t)1 << o;
    return better;
}

// Could any class of the question lead to one of these outcomes? Where an answer leaves several
// open, the outcome is that of the authority's own judgement.
static bool leads_to(struct engine *engine, const struct law *law, int32_t question,
                     uint32_t better)
{
    uint32_t reached = engine_individual(engine->atlas->pack);
    look_at_given(engine, law, question);
    for (int32_t i = 0; i < value_count(law, question); i++)
        reached |= engine_outcomes(engine->atlas->pack, engine->of_given[i]);
    return reached & better;
}

static bool best_change(struct engine *engine, const struct law *law, const struct answers *answers,
                        int32_t question, int32_t now, struct change *best)
{
    const struct pack *pack = engine->atlas->pack;
    const struct answer *a = &answers->of[question];
    const struct question *q = &pack->questions[question];
    enum kind_classes classes = kind_of(q->type)->classes;
    bool given = a->state == ANSWER_GIVEN, found = false;
    // An open answer stands at its usual value, else as far as can be; nobody is told to go back.
    int64_t now_at = given ? a->value : q->has_usual ? q->usual : 0;
    int32_t favour = pack->outcomes[now].favour, n = value_count(law, question);
    bool each = is_one_variable(law, question);
    if (each && !leads_to(engine, law, question, better_than(pack, now)))
        return false;
    if (each)
        look_at_usual(engine, law, question);
    for (int32_t i = 0; i < n; i++) {
        int64_t to = classes == CLASSES_CHOICES ? choice_at(law, q, question, i, now_at)
                                                : value_at(law, question, i, given, a->value);
        if (given && classes != CLASSES_BOXES && holds_class(law, question, a, i))
            continue;
        if (q->changeable == CHANGE_EARLIER && to > now_at)
            continue;
        int32_t outcome;
        if (each)
            outcome = assess_choose(pack, engine_outcomes(pack, engine->of_given[i]),
                                    engine_outcomes(pack, engine->of_usual[i]));
        else
            possible_with(engine, law, answers, question, to, &outcome);
        if (outcome == NONE || pack->outcomes[outcome].favour <= favour)
            if (!found || outcome == NONE || pack->outcomes[outcome].favour < favour ||
                distance(to, now_at) >= distance(best->to, now_at))
                continue;
        favour = pack->outcomes[outcome].favour;
        found = true;
        *best = (struct change){question, to, outcome};
    }
    if (!each)
        put_back(engine, law, answers, question);
    return found;
}

static void assess_changes(struct engine *engine, const struct law *law,
                           const struct answers *answers, struct assessment *out)
{
    const struct pack *pack = engine->atlas->pack;
    if (out->outcome == NONE)
        return;
    bool any = law->terms->country == LAW_UNKNOWN;
    for (int32_t q = 0; q < pack->n_questions; q++) {
        struct change change;
        if ((any || question_set_has(&law->decides, q)) && pack->questions[q].changeable &&
            q != pack->q_destination && best_change(engine, law, answers, q, out->outcome, &change))
            out->changes[out->n_changes++] = change;
    }
}

// ---- missing ----------------------------------------------------------------------------------

struct rank {
    struct missing missing;
    bool first;                         // before all others, however much it narrows
    int32_t total, values, least, most; // outcomes left: in sum, of so many values, from … to …
};

static void add_value(struct rank *rank, uint32_t left)
{
    struct missing *m = &rank->missing;
    int size = __builtin_popcount(left);
    rank->total += size;
    if (!rank->values || size < rank->least) {
        m->best = left;
        rank->least = size;
    }
    if (!rank->values || size > rank->most) {
        m->worst = left;
        rank->most = size;
    }
    rank->values++;
}

static void try_destinations(struct engine *engine, const struct answers *answers,
                             struct rank *rank)
{
    const struct pack *pack = engine->atlas->pack;
    for (int32_t d = first_destination(pack); d < pack->n_destinations; d++) {
        const struct law *law = engine_destination_law(engine, d);
        setting_answers(law->terms, answers, engine->trial);
        add_value(rank, engine_outcomes(
                            pack, walk_reach(engine, law, engine->trial, law->roots.outcome[0])));
    }
}

// A `many` answer with few choices is tried in every combination, with many one choice at a time.
static void try_boxes(struct engine *engine, const struct law *law, const struct answers *answers,
                      struct rank *rank)
{
    int32_t question = rank->missing.question;
    int32_t n = engine->atlas->pack->questions[question].n_choices;
    bool combine = n <= 6;
    for (int32_t i = 0; i < (combine ? 1 << n : n); i++) {
        int64_t value = combine ? i : (int64_t)1 << i;
        add_value(rank, possible_with(engine, law, answers, question, value, NULL));
    }
    put_back(engine, law, answers, question);
}

// Each class, of a band each one of its own.
static void try_classes(struct engine *engine, const struct law *law, struct rank *rank)
{
    int32_t question = rank->missing.question;
    int16_t now = engine->given[law->terms->domains[question].variable];
    look_at_given(engine, law, question);
    for (int32_t i = 0; i < value_count(law, question); i++)
        if (band_clip(now, (uint32_t)i) == (uint32_t)i)
            add_value(rank, engine_outcomes(engine->atlas->pack, engine->of_given[i]));
}

static bool tried(struct engine *engine, int32_t question, int32_t before, int64_t value)
{
    for (int32_t d = first_destination(engine->atlas->pack); d < before; d++) {
        const struct domain *domain = &engine_destination_law(engine, d)->terms->domains[question];
        for (int32_t i = 0; i < domain->n_classes; i++)
            if (domain->low[i] == value)
                return true;
    }
    return false;
}

// Where the destination is not known, too: a value of every class of every destination.
static void try_anywhere(struct engine *engine, const struct law *law,
                         const struct answers *answers, struct rank *rank)
{
    int32_t question = rank->missing.question;
    for (int32_t d = first_destination(engine->atlas->pack);
         d < engine->atlas->pack->n_destinations; d++) {
        const struct domain *domain = &engine_destination_law(engine, d)->terms->domains[question];
        for (int32_t i = 0; i < domain->n_classes; i++)
            if (!tried(engine, question, d, domain->low[i]))
                add_value(rank,
                          possible_with(engine, law, answers, question, domain->low[i], NULL));
    }
}

static void try_values(struct engine *engine, const struct law *law, const struct answers *answers,
                       struct rank *rank)
{
    enum question_type type = engine->atlas->pack->questions[rank->missing.question].type;
    if (rank->missing.question == engine->atlas->pack->q_destination)
        try_destinations(engine, answers, rank);
    else if (kind_of(type)->classes == CLASSES_BOXES)
        try_boxes(engine, law, answers, rank);
    else if (law->terms->country == LAW_UNKNOWN)
        try_anywhere(engine, law, answers, rank);
    else
        try_classes(engine, law, rank);
}

// Smallest average set first, then smallest worst set, then pack order.
static bool before(const struct rank *a, const struct rank *b)
{
    if (a->first != b->first)
        return a->first;
    int64_t left = (int64_t)a->total * b->values, right = (int64_t)b->total * a->values;
    if (left != right)
        return left < right;
    return a->most < b->most;
}

static void insert(struct rank *ranks, int32_t n, const struct rank *rank)
{
    for (; n > 0 && before(rank, &ranks[n - 1]); n--)
        ranks[n] = ranks[n - 1];
    ranks[n] = *rank;
}

// Not given, or given as a band that the law of the destination divides.
static bool is_open(const struct engine *engine, const struct law *law,
                    const struct answers *answers, int32_t question)
{
    int32_t variable = law->terms->domains[question].variable;
    return answers->of[question].state != ANSWER_GIVEN ||
           (law->terms->country != LAW_UNKNOWN && variable != NONE &&
            is_band(engine->given[variable]));
}

static void assess_missing(struct engine *engine, const struct law *law,
                           const struct answers *answers, struct question_set support,
                           struct assessment *out)
{
    const struct pack *pack = engine->atlas->pack;
    struct rank ranks[PACK_MAX_QUESTIONS];
    int32_t n = 0;
    for (int32_t q = 0; q < pack->n_questions; q++) {
        struct rank rank = {.missing = {.question = q}};
        if (!question_set_has(&support, q) || !is_open(engine, law, answers, q))
            continue;
        try_values(engine, law, answers, &rank);
        rank.first = q == pack->q_destination; // it decides which of the others matter at all
        rank.missing.applies =
            walk_truth(engine, law, engine->given, law->roots.relevant[q]) == TRUTH_YES;
        if (rank.values) // else nothing can be said of it
            insert(ranks, n++, &rank);
    }
    for (int32_t i = 0; i < n; i++)
        out->missing[i] = ranks[i].missing;
    out->n_missing = n;
}

void assess_what_if(struct engine *engine, const struct law *law, const struct answers *answers,
                    struct assessment *out)
{
    walk_forget(engine); // of the case before
    struct question_set support = flow_support(engine, law, answers);
    assess_changes(engine, law, answers, out);
    assess_missing(engine, law, answers, support, out);
}
