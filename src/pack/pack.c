// SPDX-License-Identifier: MIT
// Look-ups in a loaded pack. Lists are short or asked rarely, so most are walked from the front.
#include "pack/pack.h"
#include "pack/words.h"

#include <string.h>

#define FIND(list, count, id)                                                                      \
    do {                                                                                           \
        for (int32_t i = 0; i < (count); i++)                                                      \
            if (strcmp((list)[i].id, (id)) == 0)                                                   \
                return i;                                                                          \
        return NONE;                                                                               \
    } while (0)

int32_t pack_question(const struct pack *pack, const char *id)
{
    FIND(pack->questions, pack->n_questions, id);
}

int32_t pack_choice_n(const struct question *question, const char *id, size_t length)
{
    for (int32_t i = 0; i < question->n_choices; i++)
        if (strlen(question->choices[i].id) == length &&
            memcmp(question->choices[i].id, id, length) == 0)
            return i;
    return NONE;
}

int32_t pack_choice(const struct question *question, const char *id)
{
    return pack_choice_n(question, id, strlen(id));
}

int32_t pack_country_n(const struct pack *pack, const char *code, size_t length)
{
    int32_t low = 0, high = pack->n_countries;
    while (low < high) {
        int32_t middle = (low + high) / 2;
        const char *other = pack->countries[middle];
        int order = strncmp(code, other, length);
        if (order == 0 && other[length])
            order = -1; // the beginning of it
        if (order == 0)
            return middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NONE;
}

int32_t pack_country(const struct pack *pack, const char *code)
{
    return pack_country_n(pack, code, strlen(code));
}

int32_t pack_finding(const struct pack *pack, const char *id)
{
    FIND(pack->findings, pack->n_findings, id);
}

int32_t pack_instrument(const struct pack *pack, const char *id)
{
    FIND(pack->instruments, pack->n_instruments, id);
}

int32_t pack_outcome(const struct pack *pack, const char *id)
{
    FIND(pack->outcomes, pack->n_outcomes, id);
}

int32_t pack_source(const struct pack *pack, const char *id)
{
    FIND(pack->sources, pack->n_sources, id);
}

const struct destination *pack_destination(const struct pack *pack, int64_t country)
{
    bool file =
        country >= 0 && country < pack->n_countries && pack->destination_of[country] != NONE;
    return file ? &pack->destinations[pack->destination_of[country]] : NULL;
}

const struct office *destination_office(const struct destination *destination,
                                        const char *role_or_id)
{
    for (int32_t i = 0; i < destination->n_offices; i++) {
        const struct office *office = &destination->offices[i];
        if (strcmp(office->role, role_or_id) == 0 || strcmp(office->id, role_or_id) == 0)
            return office;
    }
    return NULL;
}

const struct fact *destination_fact(const struct destination *destination, const char *kind_or_id)
{
    for (int32_t i = 0; i < destination->n_facts; i++) {
        const struct fact *fact = &destination->facts[i];
        if (strcmp(fact->kind, kind_or_id) == 0 || strcmp(fact->id, kind_or_id) == 0)
            return fact;
    }
    return NULL;
}

static const struct role *role_of(const struct destination *destination, const char *role)
{
    int32_t place = words_find(words_role, role);
    return place < 0 ? NULL : &destination->roles[place];
}

static bool named_by_licence(const struct destination *d, const struct office *office)
{
    for (int32_t i = 0; i < d->n_licences; i++)
        if (d->licences[i].office && !strcmp(d->licences[i].office, office->id))
            return true;
    return false;
}

const struct office *destination_find_other_body(const struct destination *d)
{
    for (int32_t i = 0; i < d->n_offices; i++)
        if (!strcmp(d->offices[i].role, ROLE_PROFESSION) && !named_by_licence(d, &d->offices[i]))
            return &d->offices[i];
    return NULL;
}

const struct office *destination_body(const struct destination *destination, int64_t profession)
{
    const struct licence *licence = destination_licence(destination, profession);
    return licence ? destination_office(destination, licence->office) : destination->other_body;
}

int32_t pack_n_levels(const struct pack *pack)
{
    return pack->q_level == NONE ? 0 : pack->questions[pack->q_level].n_choices;
}

// Of the person's profession and level.
static bool office_fits(const struct destination *destination, const struct office *office,
                        struct whom whom)
{
    bool of_level = !office->levels || whom.level < 0 || office->levels >> whom.level & 1;
    return of_level && (strcmp(office->role, ROLE_PROFESSION) != 0 ||
                        office == destination_body(destination, whom.profession));
}

// The person's award is one of the land itself, and such offices look at those of others.
static bool is_abroad(const struct destination *destination, const char *role, struct whom whom)
{
    const struct role *row = role_of(destination, role);
    return whom.home && row && row->foreign;
}

bool office_concerns(const struct destination *destination, const struct office *office,
                     struct whom whom)
{
    return office_fits(destination, office, whom) && !is_abroad(destination, office->role, whom);
}

bool fact_asks_or_costs(const struct fact *fact)
{
    static const char *const kinds[] = {"fee", "time", "appeal"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(fact->kind, kinds[i]))
            return true;
    return false;
}

const struct office *destination_authority(const struct destination *destination, struct whom whom)
{
    const struct office *authority = destination_office(destination, AUTHORITY);
    if (!authority || office_fits(destination, authority, whom))
        return authority;
    for (int32_t i = 0; i < destination->n_offices; i++) {
        const struct office *office = &destination->offices[i];
        if (office->levels && strcmp(office->role, ROLE_PROFESSION) != 0 &&
            office_fits(destination, office, whom))
            return office;
    }
    return NULL;
}

bool fact_concerns(const struct destination *destination, const struct fact *fact, struct whom whom)
{
    const struct office *office =
        fact->office ? destination_office(destination, fact->office) : NULL;
    bool left_out = whom.profession != NONE && fact->left_out >> whom.profession & 1;
    bool of_authority = !fact->office && fact_asks_or_costs(fact);
    return !left_out && (!office || office_concerns(destination, office, whom)) &&
           !(of_authority && is_abroad(destination, AUTHORITY, whom));
}

// The office of a role that a person asks.
static const struct office *office_of_role(const struct destination *destination, const char *role,
                                           struct whom whom)
{
    if (!strcmp(role, ROLE_PROFESSION))
        return destination_body(destination, whom.profession);
    if (!strcmp(role, AUTHORITY))
        return destination_authority(destination, whom);
    for (int32_t i = 0; i < destination->n_offices; i++) {
        const struct office *office = &destination->offices[i];
        if (!strcmp(office->role, role) && office_concerns(destination, office, whom))
            return office;
    }
    return NULL;
}

const struct office *step_office(const struct destination *destination, const char *role_or_id,
                                 struct whom whom)
{
    const struct role *role = role_of(destination, role_or_id);
    if (!role)
        return destination_office(destination, role_or_id);
    const struct office *office = office_of_role(destination, role_or_id, whom);
    if (!office && role->stands_in != NONE)
        office = office_of_role(destination, words_role[role->stands_in], whom);
    return office;
}

const struct fact *step_fact(const struct destination *destination, const struct item *step,
                             const char *name, struct whom whom)
{
    const struct office *office =
        step->office ? step_office(destination, step->office, whom) : NULL;
    const struct role *role = office ? role_of(destination, office->role) : NULL;
    bool own = step->office && (!role || role->own_facts);
    const struct fact *fact = NULL;
    for (int32_t i = 0; name && i < destination->n_facts; i++)
        if (strcmp(destination->facts[i].id, name) == 0)
            return &destination->facts[i];
    if (name && office)
        fact = office_fact(destination, office, name);
    for (int32_t i = 0; name && !own && !fact && i < destination->n_facts; i++)
        if (!destination->facts[i].office && strcmp(destination->facts[i].kind, name) == 0 &&
            fact_concerns(destination, &destination->facts[i], whom))
            fact = &destination->facts[i];
    return fact;
}

const struct fact *office_fact(const struct destination *destination, const struct office *office,
                               const char *kind)
{
    for (int32_t i = 0; i < destination->n_facts; i++) {
        const struct fact *fact = &destination->facts[i];
        if (fact->office && !strcmp(fact->office, office->id) && !strcmp(fact->kind, kind))
            return fact;
    }
    return NULL;
}

const struct licence *destination_licence(const struct destination *destination, int64_t profession)
{
    for (int32_t i = 0; profession >= 0 && i < destination->n_licences; i++)
        if (destination->licences[i].professions >> profession & 1)
            return &destination->licences[i];
    return NULL;
}

bool licence_fits(const struct licence *licence, enum licence_ask ask)
{
    return licence &&
           (ask == LICENCE_THERE || (ask == LICENCE_SPARED && licence->needed == NEEDED_NO) ||
            (ask == LICENCE_NEEDED && licence->needed == NEEDED_YES));
}

int64_t destination_norm(const struct destination *destination, int32_t level, enum norm norm)
{
    int64_t least = 0; // of several awards of a level the one that asks for the least
    for (int32_t i = 0; i < destination->n_levels; i++) {
        int64_t own =
            destination->levels[i].level == level ? destination->levels[i].least[norm] : 0;
        least = own && (!least || own < least) ? own : least;
    }
    return least;
}

bool list_speaks(const struct country_list *list, int64_t profession)
{
    return list->kind != LIST_PROFESSION ||
           (profession >= 0 && list->professions >> profession & 1);
}

bool destination_lists(const struct destination *destination, enum list_kind kind,
                       int64_t profession)
{
    for (int32_t i = 0; i < destination->n_lists; i++)
        if (destination->lists[i].kind == kind && list_speaks(&destination->lists[i], profession))
            return true;
    return false;
}

int32_t destination_list_usual(const struct destination *destination, enum list_kind kind,
                               int64_t profession)
{
    for (int32_t i = 0; i < destination->n_lists; i++)
        if (destination->lists[i].usual != NONE && destination->lists[i].kind == kind &&
            list_speaks(&destination->lists[i], profession))
            return destination->lists[i].usual;
    return NONE;
}
