// SPDX-License-Identifier: MIT
// instruments/*.yaml: treaties and agreements, their articles, parties and reservations; and when
// a State is bound, where that follows from its deposit.
#include <string.h>

#include "base/date.h"
#include "pack/read/schema.h"

#define I(member) offsetof(struct instrument, member)
static const struct field instrument_fields[] = {
    FIELD("instrument", FIELD_STRING, REQUIRED, I(id)),
    FIELD("name", FIELD_PHRASE, REQUIRED, I(name)),
    FIELD("short", FIELD_PHRASE, REQUIRED, I(short_name)),
    FIELD_WORDS("kind", FIELD_WORD, REQUIRED, I(kind), words_instrument),
    FIELD_WORDS("duty", FIELD_WORD, REQUIRED, I(duty), words_duty),
    FIELD("strength", FIELD_INT, REQUIRED, I(strength)),
    FIELD("in_force", FIELD_DATE, 0, I(in_force)),
    FIELD_WORDS("entry_rule", FIELD_WORD, REQUIRED, I(entry_rule), words_entry),
    FIELD("text", FIELD_PHRASE, REQUIRED, I(text)),
    FIELD("note", FIELD_PHRASE, 0, I(note)),
    FIELD_ARG("contested", FIELD_REF, 0, I(contested), S_GROUP),
    EVIDENCE_FIELDS(struct instrument, evidence, EVIDENCE),
    FIELD_READ("covers", FIELD_MAP, 0),
    FIELD_READ("sources", FIELD_LIST, 0),
    FIELD_READ("articles", FIELD_LIST, 0),
    FIELD_READ("parties", FIELD_LIST, 0),
};
static const struct schema instrument_schema = SCHEMA("an instrument", instrument_fields);

struct covers {
    struct int_list matters;
    struct condition when;
    struct phrase otherwise;
};
static const struct field covers_fields[] = {
    FIELD_READ("purposes", FIELD_STRINGS, 0),
    FIELD_READ("levels", FIELD_STRINGS, 0),
    FIELD_READ("professions_left_out", FIELD_STRINGS, 0),
    FIELD_ARG("matters", FIELD_REFS, 0, offsetof(struct covers, matters), S_MATTER),
    FIELD_ARG("when", FIELD_EXPR, 0, offsetof(struct covers, when), USE_COVERS),
    FIELD("otherwise", FIELD_PHRASE, 0, offsetof(struct covers, otherwise)),
};
static const struct schema covers_schema = SCHEMA("\"covers:\"", covers_fields);

struct article {
    const char *number;
    struct phrase text;
    struct evidence evidence;
};
static const struct field article_fields[] = {
    FIELD("number", FIELD_STRING, REQUIRED, offsetof(struct article, number)),
    FIELD("text", FIELD_PHRASE, REQUIRED, offsetof(struct article, text)),
    EVIDENCE_FIELDS(struct article, evidence, EVIDENCE),
};
static const struct schema article_schema = SCHEMA("an article", article_fields);

#define P(member) offsetof(struct party, member)
static const struct field party_fields[] = {
    FIELD_ARG("state", FIELD_REF, REQUIRED, P(state), S_COUNTRY),
    FIELD("signed", FIELD_DATE, 0, P(signed_on)),
    FIELD("deposit", FIELD_DATE, 0, P(deposit)),
    FIELD("in_force", FIELD_DATE, 0, P(in_force)),
    FIELD("not_before", FIELD_DATE, 0, P(not_before)),
    FIELD("not_after", FIELD_DATE, 0, P(not_after)),
    FIELD("until", FIELD_DATE, 0, P(until)),
    FIELD("form", FIELD_STRING, 0, P(form)),
    FIELD("domestic", FIELD_PHRASE, 0, P(domestic)),
    FIELD_READ("reservations", FIELD_LIST, 0),
    EVIDENCE_FIELDS(struct party, evidence, EVIDENCE),
};
static const struct schema party_schema = SCHEMA("a party", party_fields);

static const struct field reservation_fields[] = {
    FIELD_ARG("matter", FIELD_REF, REQUIRED, offsetof(struct reservation, matter), S_MATTER),
    FIELD("text", FIELD_PHRASE, REQUIRED, offsetof(struct reservation, text)),
    EVIDENCE_FIELDS(struct reservation, evidence, EVIDENCE),
};
static const struct schema reservation_schema = SCHEMA("a reservation", reservation_fields);

// ---- coverage ----------------------------------------------------------------------------------

static void need_condition(struct loader *l, int32_t matter, const struct node *node)
{
    if (matter >= 0 && !condition_given(&l->pack->matters[matter].when))
        load_fault(l, node, "matter-without-condition",
                   "the matter \"%s\" has no \"when:\", so a treaty cannot speak about it",
                   l->pack->matters[matter].id);
}

// A person whose case is left out reads why, so neither stands without the other.
static void load_condition(struct loader *l, struct instrument *i, const struct node *map,
                           struct covers *covers, int32_t before)
{
    const struct node *when = node_get(map, "when"), *otherwise = node_get(map, "otherwise");
    if (!when != !otherwise)
        load_fault(l, when ? when : otherwise, "missing-key",
                   "\"when:\" and \"otherwise:\" stand together: the second says to a person whose "
                   "case is left out what the instrument asks for");
    i->when = covers->when;
    i->otherwise = covers->otherwise;
    if (l->n_pending > before)
        l->pending[before].out = &i->when;
}

static void load_covers(struct loader *l, struct instrument *i, const struct node *map)
{
    struct covers covers = {.matters = {NULL, 0}};
    int32_t before = l->n_pending;
    if (!map || map->kind != NODE_MAP)
        return;
    schema_decode(l, &covers_schema, map, &covers,
                  arena_printf(l->scratch, "instruments/%s/covers", i->id));
    load_condition(l, i, map, &covers, before);
    i->purposes = load_choice_set(l, node_get(map, "purposes"), l->pack->q_purpose);
    i->levels = load_choice_set(l, node_get(map, "levels"), l->pack->q_level);
    i->left_out = load_left_out(l, map);
    for (int32_t m = 0; m < covers.matters.count; m++) {
        i->matters |= (uint64_t)1 << covers.matters.items[m];
        need_condition(l, covers.matters.items[m], node_get(map, "matters"));
    }
}

// ---- articles ----------------------------------------------------------------------------------

static void load_articles(struct loader *l)
{
    for (int32_t s = 0; s < l->pack->n_sources; s++) {
        const struct entry *entry = &l->sections[S_SOURCE].list[s];
        const struct node *number = node_get(entry->node, "number");
        if (!entry->article)
            continue;
        struct article a = {.evidence = {.source = NONE}};
        const char *prefix = arena_printf(l->scratch, "instruments/%s/articles/%s",
                                          l->sections[S_INSTRUMENT].list[entry->owner].id,
                                          number ? number->text : "");
        schema_decode(l, &article_schema, entry->node, &a, prefix);
        if (a.number && a.number[strspn(a.number, "abcdefghijklmnopqrstuvwxyz"
                                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.()-")])
            load_fault(l, number, "bad-id",
                       "an article's number has letters, digits and \".-()\" only");
        l->sources[s].text = a.text;
        l->sources[s].as_of = a.evidence.as_of;
        l->sources[s].status = a.evidence.status;
        l->sources[s].instrument = entry->owner;
        l->sources[s].number = a.number;
        l->sources[s].article_source = a.evidence.source;
    }
}

// ---- parties -----------------------------------------------------------------------------------

static void check_dates(struct loader *l, const struct party *p, const struct node *node)
{
    if (p->not_before && p->not_after && p->not_after < p->not_before)
        load_fault(l, node_get(node, "not_after"), "date-order",
                   "\"not_after:\" is earlier than \"not_before:\"");
    if (p->not_after && !p->not_before)
        load_fault(l, node_get(node, "not_after"), "date-order",
                   "\"not_after:\" needs a \"not_before:\", from which on it is open");
    if (p->in_force && p->deposit && p->in_force < p->deposit)
        load_fault(l, node_get(node, "in_force"), "date-order",
                   "\"in_force:\" is earlier than \"deposit:\"");
    if (p->in_force && p->until && p->until < p->in_force)
        load_fault(l, node_get(node, "until"), "date-order",
                   "\"until:\" is earlier than \"in_force:\"");
}

static void load_reservations(struct loader *l, struct party *p, const struct node *list,
                              const char *prefix)
{
    if (!node_count(list))
        return;
    struct reservation *reservations = ARENA_ARRAY(l->arena, struct reservation, node_count(list));
    p->reservations = reservations;
    for (const struct node *item = node_items(list); item; item = item->next) {
        const struct node *matter = node_get(item, "matter");
        struct reservation *r = &reservations[p->n_reservations++];
        r->matter = r->evidence.source = NONE;
        r->place = item->place;
        schema_decode(
            l, &reservation_schema, item, r,
            arena_printf(l->scratch, "%s/reservations/%s", prefix, matter ? matter->text : ""));
        need_condition(l, r->matter, matter);
        for (int32_t i = 0; i + 1 < p->n_reservations; i++)
            if (r->matter != NONE && reservations[i].matter == r->matter)
                load_fault(l, matter, "duplicate-reference",
                           "this State has a reservation on \"%s\" already", matter->text);
    }
}

static void load_party(struct loader *l, const struct instrument *instrument,
                       const struct node *item, struct party *p)
{
    const struct node *state = node_get(item, "state");
    const char *prefix = arena_printf(l->scratch, "instruments/%s/parties/%s", instrument->id,
                                      state ? state->text : "");
    p->state = p->evidence.source = NONE;
    p->place = item->place;
    schema_decode(l, &party_schema, item, p, prefix);
    load_reservations(l, p, node_get(item, "reservations"), prefix);
    check_dates(l, p, item);
    party_complete(instrument, p);
}

static void load_parties(struct loader *l, struct instrument *instrument, const struct node *list)
{
    size_t count = node_count(list);
    struct party *parties = ARENA_ARRAY(l->arena, struct party, count);
    instrument->parties = parties;
    for (const struct node *item = node_items(list); item; item = item->next) {
        struct party *p = &parties[instrument->n_parties];
        load_party(l, instrument, item, p);
        if (instrument_party(instrument, p->state))
            load_fault(l, node_get(item, "state"), "duplicate-id",
                       "the State %s has a record already", l->pack->countries[p->state]);
        instrument->n_parties++;
    }
}

// Countries with so many instruments that two of them may share too many.
static int32_t crowded(const struct pack *pack, struct instrument_set *of, int32_t *countries)
{
    int32_t n = 0;
    for (int32_t i = 0; i < pack->n_instruments; i++)
        for (int32_t p = 0; p < pack->instruments[i].n_parties; p++)
            if (pack->instruments[i].duty != DUTY_NONE &&
                pack->instruments[i].parties[p].state >= 0)
                instrument_set_add(&of[pack->instruments[i].parties[p].state], i);
    for (int32_t c = 0; c < pack->n_countries; c++)
        if (instrument_set_count(&of[c]) > PACK_MAX_LINKS)
            countries[n++] = c;
    return n;
}

// A position names its instrument by its place among those that link the two countries.
static void check_links(struct loader *l)
{
    const struct pack *pack = l->pack;
    size_t n_countries = (size_t)pack->n_countries + 1;
    struct instrument_set *of = ARENA_ARRAY(l->scratch, struct instrument_set, n_countries);
    int32_t *countries = ARENA_ARRAY(l->scratch, int32_t, n_countries);
    int32_t n = crowded(pack, of, countries);
    for (int32_t a = 0; a < n; a++)
        for (int32_t b = 0; b < a; b++) {
            struct instrument_set both = instrument_set_and(of[countries[a]], of[countries[b]]);
            if (instrument_set_count(&both) <= PACK_MAX_LINKS)
                continue;
            load_fault(l, l->sections[S_INSTRUMENT].list[instrument_set_next(&both, 0)].node,
                       "too-many",
                       "%s and %s stand together in %d instruments with a duty; at most %d can",
                       pack->countries[countries[b]], pack->countries[countries[a]],
                       instrument_set_count(&both), PACK_MAX_LINKS);
            return;
        }
}

// What two States agreed can be read somewhere: in articles here, or at an address.
static void check_text(struct loader *l, const struct instrument *i, const struct node *node)
{
    const struct node *source = node_get(node, "source");
    int32_t s = i->evidence.source;
    if (i->kind == KIND_AGREEMENT && s != NONE && !node_count(node_get(node, "articles")) &&
        !l->pack->sources[s].url)
        load_fault(
            l, source, "agreement-without-text",
            "the text of this agreement can be read nowhere: give articles, or a source with "
            "\"url:\"");
}

void load_instruments(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_INSTRUMENT];
    struct instrument *instruments = ARENA_ARRAY(l->arena, struct instrument, (size_t)s->count);
    for (int32_t n = 0; n < s->count; n++) {
        const struct node *node = s->list[n].node;
        struct instrument *i = &instruments[n];
        *i = (struct instrument){
            .evidence = {.source = NONE}, .contested = NONE, .place = node->place};
        if (schema_decode(l, &instrument_schema, node, i,
                          load_join(l->scratch, "instruments/", s->list[n].id, ""))) {
            i->id = s->list[n].id;
            check_text(l, i, node);
            load_covers(l, i, node_get(node, "covers"));
            load_parties(l, i, node_get(node, "parties"));
        }
        i->id = s->list[n].id;
    }
    l->pack->instruments = instruments;
    l->pack->n_instruments = s->count;
    check_links(l);
    load_articles(l);
}
