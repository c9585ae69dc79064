// SPDX-License-Identifier: MIT
// Does some worked case name each fact, office, licence and list of a country's file? Otherwise it
// could go away unnoticed; see parts.h.
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "base/text.h"
#include "check/parts.h"
#include "pack/words.h"

static const char *const nouns[DESTINATION_PARTS] = {"fact", "office", "licence", "list"};

struct met_part {
    int32_t seen; // the case in which it shows, plus 1
    bool named;   // in some case
};

// By destination and kind, then by the place in the file.
struct parts_met {
    const struct pack *pack;
    struct met_part *(*of)[DESTINATION_PARTS];
};

struct parts_met *parts_met_new(const struct pack *pack)
{
    struct parts_met *p = xcalloc(1, sizeof *p);
    p->pack = pack;
    p->of = xcalloc((size_t)pack->n_destinations + 1, sizeof *p->of);
    for (int32_t d = 0; d < pack->n_destinations; d++)
        for (enum destination_part kind = 0; kind < DESTINATION_PARTS; kind++)
            p->of[d][kind] = xcalloc((size_t)destination_count(&pack->destinations[d], kind) + 1,
                                     sizeof *p->of[d][kind]);
    return p;
}

void parts_met_free(struct parts_met *p)
{
    for (int32_t d = 0; d < p->pack->n_destinations; d++)
        for (enum destination_part kind = 0; kind < DESTINATION_PARTS; kind++)
            free(p->of[d][kind]);
    free(p->of);
    free(p);
}

// What is of another profession's office is not shown, nor is its licence, nor an office for other
// levels.
static bool shows(const struct destination *d, enum destination_part kind, int32_t index,
                  struct whom whom)
{
    return kind == PART_LICENCE  ? &d->licences[index] == destination_licence(d, whom.profession)
           : kind == PART_FACT   ? fact_concerns(d, &d->facts[index], whom)
           : kind == PART_OFFICE ? office_concerns(d, &d->offices[index], whom)
                                 : true;
}

void parts_met_case(struct parts_met *p, const struct worked_case *c, int32_t number,
                    struct whom whom, struct text *wrong)
{
    if (c->destination == NONE)
        return;
    const struct destination *d = &p->pack->destinations[c->destination];
    for (enum destination_part kind = 0; kind < DESTINATION_PARTS; kind++) {
        struct met_part *met = p->of[c->destination][kind];
        for (int32_t i = 0; i < destination_count(d, kind); i++)
            if (!met[i].seen && shows(d, kind, i, whom))
                met[i].seen = number + 1;
        for (int32_t i = 0; i < c->parts[kind].count; i++) {
            int32_t index = c->parts[kind].items[i];
            met[index].named = true;
            if (!shows(d, kind, index, whom))
                text_printf(wrong, "%sthe %s %s is not shown: it concerns others",
                            wrong->len ? "; " : "", nouns[kind],
                            destination_part(d, kind, index).id);
        }
    }
}

static void report(const struct parts_met *p, struct check_report *report, int32_t destination,
                   enum destination_part kind, int32_t index)
{
    const struct met_part *met = &p->of[destination][kind][index];
    struct place_part part = destination_part(&p->pack->destinations[destination], kind, index);
    if (met->named)
        return;
    const char *where =
        met->seen ? arena_printf(&report->arena, "\"%s:\", for example in the case \"%s\"",
                                 words_destination_part[kind], p->pack->cases[met->seen - 1].id)
                  : arena_printf(&report->arena, "\"%s:\" in a case that shows it",
                                 words_destination_part[kind]);
    check_add(report, "unnamed-part", check_place(report, p->pack, part.place),
              "no worked case names the %s \"%s\", so nobody would notice if it went away; name it "
              "under \"expect:\", %s",
              nouns[kind], part.id, where);
}

void parts_met_report(const struct parts_met *p, struct check_report *out)
{
    for (int32_t d = 0; d < p->pack->n_destinations; d++)
        for (enum destination_part kind = 0; kind < DESTINATION_PARTS; kind++)
            for (int32_t i = 0; i < destination_count(&p->pack->destinations[d], kind); i++)
                report(p, out, d, kind, i);
}
