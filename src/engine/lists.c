// SPDX-License-Identifier: MIT
// Lists that a destination keeps: where the institution's name is that of an entry, the list itself
// answers the question how it is listed, unless the person did.
#include "base/utf8.h"
#include "engine/core.h"

static const struct destination *destination_of(const struct engine *engine,
                                                const struct answers *answers)
{
    return pack_destination(engine->atlas->pack, engine_destination(engine, answers));
}

static bool holds_today(const struct list_entry *e, int32_t as_of)
{
    return (!e->from || as_of >= e->from) && (!e->until || as_of < e->until);
}

static bool names(const struct pack *pack, const struct list_entry *e,
                  const struct answers *answers)
{
    const struct answer *name = &answers->of[pack->q_institution];
    const struct answer *country =
        pack->q_award_country == NONE ? NULL : &answers->of[pack->q_award_country];
    if (e->country != NONE &&
        (!country || country->state != ANSWER_GIVEN || country->value != e->country))
        return false;
    for (int32_t i = 0; i < e->n_keys; i++)
        if (utf8_folds_to(name->text, (size_t)name->text_length, e->keys[i]))
            return true;
    return false;
}

static struct listing find(const struct engine *engine, const struct destination *d,
                           enum list_kind kind, const struct answers *answers)
{
    const struct pack *pack = engine->atlas->pack;
    int64_t profession = answer_value(answers, pack->q_profession);
    for (int32_t l = 0; l < d->n_lists; l++) {
        const struct country_list *list = &d->lists[l];
        if (!list->n_entries || list->kind != kind || !list_speaks(list, profession))
            continue;
        for (int32_t e = 0; e < list->n_entries; e++)
            if (holds_today(&list->entries[e], engine->atlas->as_of) &&
                names(pack, &list->entries[e], answers))
                return (struct listing){l, e, false};
    }
    return (struct listing){NONE, NONE, false};
}

static bool has_entries(const struct destination *d)
{
    for (int32_t l = 0; d && l < d->n_lists; l++)
        if (d->lists[l].n_entries)
            return true;
    return false;
}

const struct answers *answers_with_lists(struct engine *engine, const struct answers *answers,
                                         struct listing *listings)
{
    const struct pack *pack = engine->atlas->pack;
    const struct answers *result = answers;
    for (int kind = 0; listings && kind < LIST_KINDS; kind++)
        listings[kind] = (struct listing){NONE, NONE, false};
    if (pack->q_institution == NONE || answers->of[pack->q_institution].state != ANSWER_GIVEN ||
        !answers->of[pack->q_institution].text)
        return answers;
    const struct destination *d = destination_of(engine, answers);
    for (enum list_kind kind = 0; has_entries(d) && kind < LIST_KINDS; kind++) {
        int32_t question = pack->q_list[kind];
        struct listing found = find(engine, d, kind, answers);
        if (question == NONE || found.entry == NONE)
            continue;
        int32_t listed = d->lists[found.list].entries[found.entry].listed;
        bool given = answers->of[question].state == ANSWER_GIVEN;
        found.contradicts = given && answers->of[question].value != listed;
        if (listings)
            listings[kind] = found;
        if (given)
            continue; // what the person says counts
        if (result == answers)
            engine->listed = *answers;
        result = &engine->listed;
        engine->listed.of[question] = (struct answer){.state = ANSWER_GIVEN, .value = listed};
    }
    return result;
}

bool assessment_listed(const struct pack *pack, const struct answers *answers,
                       const struct assessment *a, int32_t question, int64_t *value)
{
    for (int kind = 0; kind < LIST_KINDS; kind++) {
        const struct listing *listing = &a->listings[kind];
        if (question != pack->q_list[kind] || listing->entry == NONE ||
            answers->of[question].state == ANSWER_GIVEN)
            continue;
        *value =
            pack->destinations[a->destination].lists[listing->list].entries[listing->entry].listed;
        return true;
    }
    return false;
}

bool institution_is_asked(const struct engine *engine, const struct answers *answers,
                          const struct question_set *support)
{
    const struct pack *pack = engine->atlas->pack;
    const struct destination *d = destination_of(engine, answers);
    for (int32_t l = 0; d && pack->q_institution != NONE && l < d->n_lists; l++) {
        const struct country_list *list = &d->lists[l];
        int32_t question = pack->q_list[list->kind];
        if (question == NONE || !question_set_has(support, question) ||
            !list_speaks(list, answer_value(answers, pack->q_profession)))
            continue;
        for (int32_t e = 0; e < list->n_entries; e++)
            if (holds_today(&list->entries[e], engine->atlas->as_of))
                return true;
    }
    return false;
}
