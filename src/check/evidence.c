// SPDX-License-Identifier: MIT
// Does everything name where it was read, is it fresh enough, and is anything there that nobody
// uses? See parts.h.
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "check/parts.h"
#include "pack/expr_reads.h"
#include "pack/kind.h"

struct evident {
    const struct pack *pack;
    struct check_report *report;
    date as_of;
    bool *cited; // by source
};

#define SAY(e, code, place, ...)                                                                   \
    check_add((e)->report, (code), check_place((e)->report, (e)->pack, (place)), __VA_ARGS__)

// ---- citations ----------------------------------------------------------------------------------

// An article that nobody has read must not be shown with its number. That a rule cites anything at
// all, and a fact its source, is seen to by the loader.
static void check_cites(struct evident *e, const char *what, const char *id,
                        const struct int_list *cites, struct pack_place place)
{
    for (int32_t i = 0; i < cites->count; i++) {
        const struct source *source = &e->pack->sources[cites->items[i]];
        e->cited[cites->items[i]] = true;
        if (source->instrument != NONE && source->status == STATUS_UNVERIFIED)
            SAY(e, "unverified-article", place,
                "the %s \"%s\" cites %s, whose number is not verified; cite the section or the "
                "source in which it was read",
                what, id, source->id);
    }
}

static void use_evidence(struct evident *e, const struct evidence *evidence)
{
    if (evidence->source != NONE)
        e->cited[evidence->source] = true;
}

static void check_rules(struct evident *e)
{
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < pack_rule_count(e->pack, kind); i++) {
            const struct rule *rule = pack_rule(e->pack, kind, i);
            if (rule_listed(rule))
                check_cites(e, rule_word(kind), rule->id, &rule->cites, rule->place);
            else // a catalogue entry may cite, but need not
                for (int32_t c = 0; c < rule->cites.count; c++)
                    e->cited[rule->cites.items[c]] = true;
        }
}

static void check_letters(struct evident *e)
{
    for (int32_t i = 0; i < e->pack->n_arguments; i++)
        check_cites(e, "argument", e->pack->arguments[i].id, &e->pack->arguments[i].cites,
                    e->pack->arguments[i].place);
}

// ---- age ----------------------------------------------------------------------------------------

static const struct age_limit *limit_of(const struct pack *pack, const char *kind)
{
    for (int32_t i = 0; i < pack->n_limits; i++)
        if (!strcmp(pack->limits[i].kind, kind))
            return &pack->limits[i];
    return NULL;
}

// A date without month or day counts as the latest day it can be, as on the result.
static void check_age(struct evident *e, const char *kind, const char *id,
                      const struct evidence *evidence, struct pack_place place)
{
    const struct age_limit *limit = limit_of(e->pack, kind);
    int year = evidence->as_of / 10000, month = evidence->as_of / 100 % 100,
        day = evidence->as_of % 100;
    date from = date_make(year, month ? month : 12, day ? day : 28);
    if (!limit || !from || date_add_months(from, limit->months) >= e->as_of)
        return;
    SAY(e, "old-fact", place,
        "\"%s\" was read in %d, longer ago than the %d months that a fact of the kind \"%s\" may "
        "have; look whether it still holds",
        id, year, limit->months, kind);
}

static void check_countries(struct evident *e)
{
    for (int32_t i = 0; i < e->pack->n_destinations; i++) {
        const struct destination *d = &e->pack->destinations[i];
        for (int32_t f = 0; f < d->n_facts; f++) {
            use_evidence(e, &d->facts[f].evidence);
            check_age(e, d->facts[f].kind, d->facts[f].id, &d->facts[f].evidence,
                      d->facts[f].place);
        }
        for (int32_t o = 0; o < d->n_offices; o++) {
            use_evidence(e, &d->offices[o].evidence);
            if (office_reachable(&d->offices[o]))
                check_age(e, AGE_OF_OFFICES, d->offices[o].id, &d->offices[o].evidence,
                          d->offices[o].place);
        }
        for (int32_t l = 0; l < d->n_levels; l++)
            use_evidence(e, &d->levels[l].evidence);
        for (int32_t l = 0; l < d->n_licences; l++)
            check_cites(e, "licence", d->licences[l].id, &d->licences[l].cites,
                        d->licences[l].place);
        for (int32_t l = 0; l < d->n_lists; l++)
            use_evidence(e, &d->lists[l].evidence);
        for (int32_t t = 0; t < e->pack->n_traits; t++)
            use_evidence(e, &d->traits[t].evidence);
    }
}

static void check_instruments(struct evident *e)
{
    for (int32_t i = 0; i < e->pack->n_instruments; i++) {
        const struct instrument *instrument = &e->pack->instruments[i];
        use_evidence(e, &instrument->evidence);
        for (int32_t p = 0; p < instrument->n_parties; p++) {
            const struct party *party = &instrument->parties[p];
            use_evidence(e, &party->evidence);
            for (int32_t r = 0; r < party->n_reservations; r++)
                use_evidence(e, &party->reservations[r].evidence);
        }
    }
}

// ---- what nobody uses ---------------------------------------------------------------------------

// An address of a whole site opens no page on which the fact stands.
static bool is_bare(const char *url)
{
    const char *host = url ? strstr(url, "://") : NULL;
    const char *path = host ? strchr(host + 3, '/') : NULL;
    return host && (!path || !path[1]);
}

static void check_address(struct evident *e, const char *what, const char *id, const char *url,
                          struct pack_place place)
{
    if (is_bare(url))
        SAY(e, "bare-host", place,
            "the address of the %s \"%s\" is only that of a site; give that of the very page", what,
            id);
}

// One page read on one day is one source: a result would list it twice under two numbers. The
// sources of a file stand together.
static void check_twice(struct evident *e, int32_t s)
{
    const struct source *source = &e->pack->sources[s];
    for (int32_t o = s - 1; source->url && o >= 0; o--) {
        const struct source *other = &e->pack->sources[o];
        if (other->place.file != source->place.file)
            return;
        if (other->url && other->as_of == source->as_of && !strcmp(other->url, source->url))
            SAY(e, "page-twice", source->place,
                "the sources \"%s\" and \"%s\" are the same page; cite one of them", other->id,
                source->id);
    }
}

static void check_addresses(struct evident *e)
{
    const struct pack *pack = e->pack;
    for (int32_t i = 0; i < pack->n_sources; i++) {
        check_address(e, "source", pack->sources[i].id, pack->sources[i].url,
                      pack->sources[i].place);
        check_twice(e, i);
    }
    for (int32_t d = 0; d < pack->n_destinations; d++)
        for (int32_t l = 0; l < pack->destinations[d].n_lists; l++) {
            const struct country_list *list = &pack->destinations[d].lists[l];
            check_address(e, "list", list->id, list->url, list->place);
        }
}

static void check_sources(struct evident *e)
{
    const struct pack *pack = e->pack;
    for (int32_t i = 0; i < pack->n_sources; i++)
        if (pack->sources[i].article_source != NONE)
            e->cited[pack->sources[i].article_source] = true;
    for (int32_t i = 0; i < pack->n_sources; i++) {
        const struct source *source = &pack->sources[i];
        e->report->totals.sources += source->instrument == NONE;
        if (e->cited[i])
            continue;
        if (source->instrument == NONE)
            SAY(e, "unused-source", source->place,
                "nothing rests on the source \"%s\"; cite it or remove it", source->id);
        else
            SAY(e, "unused-article", source->place, "no rule cites the article %s", source->id);
    }
}

struct used {
    const struct pack *pack;
    uint64_t traits, matters;
    bool *groups;
};

static void use_expr(const struct expr *expr, int32_t country, void *user)
{
    struct used *used = user;
    (void)country;
    if (expr_reads(expr) & READS_TRAIT)
        used->traits |= (uint64_t)1 << expr->index;
    if (expr_reads(expr) & READS_MATTER)
        used->matters |= (uint64_t)1 << expr->index;
    if (!(expr_reads(expr) & READS_SET) ||
        kind_classes(&used->pack->questions[expr->question]) != CLASSES_COUNTRIES)
        return;
    for (int32_t g = 0; g < used->pack->n_groups; g++)
        if (pack_same_set(used->pack, expr->set, used->pack->groups[g].set))
            used->groups[g] = true;
}

static void use_matters(struct used *used)
{
    const struct pack *pack = used->pack;
    for (int32_t f = 0; f < pack->n_findings; f++)
        used->matters |= (uint64_t)1 << pack->findings[f].matter;
    for (int32_t i = 0; i < pack->n_instruments; i++)
        used->matters |= pack->instruments[i].matters;
}

static void check_names(struct evident *e)
{
    const struct pack *pack = e->pack;
    struct used used = {.pack = pack};
    struct pack_place pack_file = {.file = 1};
    used.groups = xcalloc((size_t)pack->n_groups + 1, sizeof *used.groups);
    pack_each_expr(pack, use_expr, &used);
    use_matters(&used);
    for (int32_t i = 0; i < pack->n_instruments; i++)
        if (pack->instruments[i].contested != NONE)
            used.groups[pack->instruments[i].contested] = true;
    for (int32_t g = 0; g < pack->n_groups; g++)
        if (!used.groups[g])
            SAY(e, "unused-group", pack_file, "no rule reads the group \"%s\"", pack->groups[g].id);
    for (int32_t t = 0; t < pack->n_traits; t++)
        if (!(used.traits >> t & 1))
            SAY(e, "unused-trait", pack_file, "no rule reads the trait \"%s\"", pack->traits[t].id);
    for (int32_t m = 0; m < pack->n_matters; m++)
        if (!(used.matters >> m & 1))
            SAY(e, "unused-matter", pack->matters[m].place, "nothing is about the matter \"%s\"",
                pack->matters[m].id);
    free(used.groups);
}

static void check_entries(struct evident *e, const struct item *items, int32_t n, const char *what)
{
    for (int32_t i = 0; i < n; i++) {
        bool used = items[i].when.root != NULL;
        for (int32_t k = 0; k < n && !used; k++)
            used = items[k].use == i;
        if (!used)
            SAY(e, "unused-entry", items[i].place, "no %s uses the catalogue entry \"%s\"", what,
                items[i].id);
    }
}

void evidence_check(struct check_report *report, const struct pack *pack, date as_of)
{
    struct evident e = {.pack = pack, .report = report, .as_of = as_of};
    e.cited = xcalloc((size_t)pack->n_sources + 1, sizeof *e.cited);
    check_rules(&e);
    check_letters(&e);
    check_countries(&e);
    check_instruments(&e);
    check_sources(&e);
    check_addresses(&e);
    check_names(&e);
    check_entries(&e, pack->documents, pack->n_documents, "document");
    check_entries(&e, pack->steps, pack->n_steps, "step");
    free(e.cited);
}
