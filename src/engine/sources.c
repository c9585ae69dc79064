// SPDX-License-Identifier: MIT
// Walking over what an assessment names, for the sources behind it; see sources.h.
#include "engine/sources.h"

#include "base/bits.h"

struct behind {
    const struct pack *pack;
    const struct answers *answers;
    uint64_t *set;
};

int32_t source_shown(const struct pack *pack, int32_t source)
{
    const struct source *s = &pack->sources[source];
    return s->number && s->status == STATUS_UNVERIFIED ? s->article_source : source;
}

static void add(struct behind *b, int32_t source)
{
    while (source != NONE && !bits_has(b->set, (size_t)source)) {
        bits_set(b->set, (size_t)source);
        source = b->pack->sources[source].article_source;
    }
}

static bool has(const struct behind *b, int32_t source)
{
    return source == NONE || bits_has(b->set, (size_t)source);
}

static void add_cites(struct behind *b, const struct int_list *cites)
{
    for (int32_t i = 0; i < cites->count; i++)
        add(b, source_shown(b->pack, cites->items[i]));
}

// ---- what was answered -------------------------------------------------------------------------

// The country answered to a question, or NONE.
static int32_t country_in(const struct pack *pack, const struct answers *answers, int32_t question)
{
    const struct answer *a = question == NONE ? NULL : &answers->of[question];
    return a && a->state == ANSWER_GIVEN && a->value < pack->n_countries ? (int32_t)a->value : NONE;
}

const struct country_level *level_in_country(const struct pack *pack, const struct answers *answers,
                                             int32_t question, int64_t level)
{
    const struct destination *d = pack_destination(pack, answer_value(answers, question));
    for (int32_t i = 0; d && i < d->n_levels; i++)
        if (d->levels[i].level == level && d->levels[i].evidence.status != STATUS_UNVERIFIED &&
            d->levels[i].award.words)
            return &d->levels[i];
    return NULL;
}

static const struct party *party_in(const struct pack *pack, const struct answers *answers,
                                    int32_t instrument, int32_t question)
{
    return instrument_party(&pack->instruments[instrument], country_in(pack, answers, question));
}

bool link_of_interest(const struct pack *pack, const struct answers *answers,
                      const struct link *link)
{
    return link->applies != TRUTH_NO || pack->instruments[link->instrument].n_parties > 2 ||
           (party_in(pack, answers, link->instrument, pack->q_destination) &&
            party_in(pack, answers, link->instrument, pack->q_award_country));
}

// ---- the parts of an assessment ----------------------------------------------------------------

static void add_levels(struct behind *b)
{
    const struct pack *pack = b->pack;
    const int32_t questions[] = {pack->q_award_country, pack->q_destination};
    const struct answer *level = pack->q_level == NONE ? NULL : &b->answers->of[pack->q_level];
    for (int i = 0; i < 2 && level && level->state == ANSWER_GIVEN; i++) {
        const struct country_level *record =
            level_in_country(pack, b->answers, questions[i], level->value);
        if (record)
            add(b, record->evidence.source);
    }
}

static void add_destination(struct behind *b, const struct destination *d)
{
    struct whom whom = answers_whom(b->pack, b->answers);
    for (int32_t i = 0; i < d->n_facts; i++)
        if (!has(b, d->facts[i].evidence.source) &&
            d->facts[i].evidence.status != STATUS_UNVERIFIED &&
            fact_concerns(d, &d->facts[i], whom))
            add(b, d->facts[i].evidence.source);
    for (int32_t i = 0; i < d->n_offices; i++)
        if (!has(b, d->offices[i].evidence.source) && office_concerns(d, &d->offices[i], whom))
            add(b, d->offices[i].evidence.source);
    for (int32_t i = 0; i < d->n_lists; i++)
        add(b, d->lists[i].evidence.source);
}

static void add_party(struct behind *b, const struct party *party)
{
    if (!party)
        return;
    add(b, party->evidence.source);
    for (int32_t i = 0; i < party->n_reservations; i++)
        add(b, party->reservations[i].evidence.source);
}

static void add_links(struct behind *b, const struct assessment *a)
{
    for (int32_t i = 0; i < a->n_links; i++) {
        const struct link *link = &a->links[i];
        if (link->applies == TRUTH_NO) // only named
            continue;
        add(b, b->pack->instruments[link->instrument].evidence.source);
        add_party(b, party_in(b->pack, b->answers, link->instrument, b->pack->q_destination));
        add_party(b, party_in(b->pack, b->answers, link->instrument, b->pack->q_award_country));
    }
}

static void add_rules(struct behind *b, const struct assessment *a)
{
    const struct pack *p = b->pack;
    for (int32_t i = 0; i < a->n_findings; i++)
        add_cites(b, &p->findings[a->findings[i].finding].cites);
    for (int32_t i = 0; i < a->n_documents; i++)
        add_cites(b, &p->documents[a->documents[i].document].cites);
    for (int32_t i = 0; i < a->n_steps; i++)
        add_cites(b, &p->steps[a->steps[i]].cites);
    for (int32_t i = 0; i < a->n_rights; i++)
        add_cites(b, &p->rights[a->rights[i]].cites);
    for (int32_t i = 0; i < a->n_notices; i++)
        add_cites(b, &p->notices[a->notices[i]].cites);
}

void assessment_sources(const struct pack *pack, const struct answers *answers,
                        const struct assessment *a, uint64_t *set)
{
    struct behind b = {pack, answers, set};
    add_rules(&b, a);
    add_links(&b, a);
    add_levels(&b);
    if (a->destination == NONE)
        return;
    const struct destination *d = &pack->destinations[a->destination];
    add_destination(&b, d);
    if (a->licence.record != NONE)
        add_cites(&b, &d->licences[a->licence.record].cites);
}
