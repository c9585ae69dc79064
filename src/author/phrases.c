// SPDX-License-Identifier: MIT
// Every text of a pack that a person reads, in the order of the files; see phrases.h.
#include "author/phrases.h"

#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "base/order.h"

struct collection {
    struct arena *arena;
    struct phrase_list list;
    size_t room;
    struct table seen; // contexts: an item may show the text of its catalogue entry
};

static void add(struct collection *c, const struct phrase *phrase, struct pack_place place)
{
    if (!phrase->words || !*phrase->words || !phrase->context)
        return;
    if (table_put(&c->seen, phrase->context, (int)c->list.n) >= 0)
        return;
    if (c->list.n == c->room) {
        size_t room = c->room ? c->room * 2 : 1024;
        c->list.items = arena_grow(c->arena, c->list.items, c->room, room, sizeof *c->list.items);
        c->room = room;
    }
    c->list.items[c->list.n] = (struct placed_phrase){phrase, place, false, c->list.n};
    c->list.n++;
}

static void add_name(struct collection *c, const struct phrase *phrase, struct pack_place place)
{
    size_t before = c->list.n;
    add(c, phrase, place);
    if (c->list.n > before)
        c->list.items[before].name = true;
}

static void add_questions(struct collection *c, const struct pack *pack)
{
    for (int32_t i = 0; i < pack->n_questions; i++) {
        const struct question *q = &pack->questions[i];
        const struct phrase *own[] = {&q->label,         &q->hint,          &q->opener,
                                      &q->opener_hint,   &q->help,          &q->tick,
                                      &q->why,           &q->range_message, &q->none_label,
                                      &q->order_message, &q->some_label,    &q->unknown_label};
        for (size_t k = 0; k < sizeof own / sizeof *own; k++)
            add(c, own[k], q->place);
        for (int32_t k = 0; k < q->n_groups; k++) {
            add(c, &q->groups[k].label, q->groups[k].place);
            add(c, &q->groups[k].hint, q->groups[k].place);
        }
        for (int32_t k = 0; k < q->n_choices; k++) {
            add(c, &q->choices[k].label, q->choices[k].place);
            add(c, &q->choices[k].hint, q->choices[k].place);
        }
    }
}

static void add_items(struct collection *c, const struct item *items, int32_t n)
{
    // Catalogue entries first, so that a shared text is placed where it stands.
    for (int pass = 0; pass < 2; pass++)
        for (int32_t i = 0; i < n; i++)
            if ((items[i].use == NONE) == (pass == 0))
                add(c, &items[i].text, items[i].place), add(c, &items[i].brief, items[i].place);
}

static void add_rules(struct collection *c, const struct pack *pack)
{
    for (int32_t i = 0; i < pack->n_outcomes; i++) {
        add(c, &pack->outcomes[i].title, pack->outcomes[i].place);
        add(c, &pack->outcomes[i].text, pack->outcomes[i].place);
        add(c, &pack->outcomes[i].position, pack->outcomes[i].place);
        add(c, &pack->outcomes[i].licence, pack->outcomes[i].place);
    }
    for (int32_t i = 0; i < pack->n_matters; i++)
        add(c, &pack->matters[i].label, pack->matters[i].place);
    for (int32_t i = 0; i < pack->n_findings; i++) {
        add(c, &pack->findings[i].text, pack->findings[i].place);
        add(c, &pack->findings[i].remedy, pack->findings[i].place);
        add(c, &pack->findings[i].ask, pack->findings[i].place);
    }
    add_items(c, pack->documents, pack->n_documents);
    add_items(c, pack->steps, pack->n_steps);
    for (int32_t i = 0; i < pack->n_rights; i++)
        add(c, &pack->rights[i].text, pack->rights[i].place);
    for (int32_t i = 0; i < pack->n_notices; i++)
        add(c, &pack->notices[i].text, pack->notices[i].place);
}

static void add_letters(struct collection *c, const struct pack *pack)
{
    for (int32_t i = 0; i < pack->n_arguments; i++)
        add(c, &pack->arguments[i].text, pack->arguments[i].place);
    for (int32_t i = 0; i < pack->n_letters; i++) {
        const struct letter *letter = &pack->letters[i];
        add(c, &letter->title, letter->place);
        for (int place = 0; place < LETTER_PLACES; place++)
            for (int32_t p = 0; p < letter->n_parts[place]; p++)
                add(c, &letter->parts[place][p].text, letter->parts[place][p].place);
    }
}

static void add_instruments(struct collection *c, const struct pack *pack)
{
    for (int32_t i = 0; i < pack->n_instruments; i++) {
        const struct instrument *in = &pack->instruments[i];
        add(c, &in->name, in->place);
        add(c, &in->short_name, in->place);
        add(c, &in->text, in->place);
        add(c, &in->note, in->place);
        add(c, &in->otherwise, in->place);
        for (int32_t p = 0; p < in->n_parties; p++) {
            const struct party *party = &in->parties[p];
            add(c, &party->domestic, party->place);
            for (int32_t r = 0; r < party->n_reservations; r++)
                add(c, &party->reservations[r].text, party->reservations[r].place);
        }
    }
    for (int32_t i = 0; i < pack->n_sources; i++) {
        const struct source *s = &pack->sources[i];
        s->instrument == NONE ? add_name(c, &s->text, s->place) : add(c, &s->text, s->place);
    }
}

// "4" and "NQF 6" are the same in every language.
static void add_worded(struct collection *c, const struct phrase *phrase, struct pack_place place)
{
    if (phrase->words && strpbrk(phrase->words, "abcdefghijklmnopqrstuvwxyz"))
        add(c, phrase, place);
}

static void add_countries(struct collection *c, const struct pack *pack)
{
    for (int32_t i = 0; i < pack->n_destinations; i++) {
        const struct destination *d = &pack->destinations[i];
        for (int32_t o = 0; o < d->n_offices; o++)
            add(c, &d->offices[o].name, d->offices[o].place);
        for (int32_t f = 0; f < d->n_facts; f++)
            add(c, &d->facts[f].text, d->facts[f].place);
        for (int32_t l = 0; l < d->n_licences; l++)
            add(c, &d->licences[l].text, d->licences[l].place);
        for (int32_t l = 0; l < d->n_lists; l++)
            add(c, &d->lists[l].text, d->lists[l].place);
        for (int32_t l = 0; l < d->n_levels; l++) {
            add_name(c, &d->levels[l].award, d->levels[l].place);
            add_worded(c, &d->levels[l].framework, d->levels[l].place);
            add_worded(c, &d->levels[l].years, d->levels[l].place);
            add_worded(c, &d->levels[l].credits, d->levels[l].place);
        }
    }
}

static int by_place(const void *a, const void *b)
{
    const struct placed_phrase *x = a, *y = b;
    if (x->place.file != y->place.file)
        return order_of(x->place.file, y->place.file);
    if (x->place.line != y->place.line)
        return order_of(x->place.line, y->place.line);
    return order_of((int64_t)x->order, (int64_t)y->order);
}

struct phrase_list phrases_of(const struct pack *pack, struct arena *arena)
{
    struct collection c = {.arena = arena};
    struct pack_place pack_file = {.file = 1};
    table_init(&c.seen, arena);
    add(&c, &pack->title, pack_file);
    for (int32_t t = 0; t < pack->n_traits; t++)
        add(&c, &pack->traits[t].text, pack_file);
    add_questions(&c, pack);
    add_rules(&c, pack);
    add_instruments(&c, pack);
    add_countries(&c, pack);
    add_letters(&c, pack);
    if (c.list.n)
        qsort(c.list.items, c.list.n, sizeof *c.list.items, by_place);
    table_init(&c.seen, arena);
    for (size_t i = 0; i < c.list.n; i++)
        table_put(&c.seen, c.list.items[i].phrase->context, (int)i);
    c.list.by_context = c.seen;
    return c.list;
}
