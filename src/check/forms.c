// SPDX-License-Identifier: MIT
// Forms of the names of countries, which translations ask for as {destination:genitive}: is there
// an entry "countries/KZ/genitive" for each country? See parts.h and tongue/i18n.h.
#include <string.h>

#include "check/parts.h"

static const char *const placeholders[] = {"destination", "award_country", "study_country"};
enum { PLACEHOLDERS = sizeof placeholders / sizeof *placeholders };

static bool same(const char *word, const char *s, size_t len)
{
    return strlen(word) == len && !memcmp(word, s, len);
}

bool forms_placeholder(const char *name, size_t len)
{
    for (size_t i = 0; i < PLACEHOLDERS; i++)
        if (same(placeholders[i], name, len))
            return true;
    return false;
}

// A code of the pack, or the placeholder itself, for a country that is not known.
static bool has_forms(const struct pack *pack, const char *name)
{
    return pack_country(pack, name) != NONE || forms_placeholder(name, strlen(name));
}

bool forms_entry(const struct pack *pack, const struct po_entry *entry)
{
    const char prefix[] = "countries/";
    size_t len = strlen(entry->id);
    const char *name = entry->context + sizeof prefix - 1;
    return !strncmp(entry->context, prefix, sizeof prefix - 1) && !strncmp(name, entry->id, len) &&
           name[len] == '/' && name[len + 1] && !strchr(name + len + 1, '/') &&
           has_forms(pack, entry->id);
}

// ---- one language -------------------------------------------------------------------------------

struct forms {
    struct check_report *report;
    const struct pack *pack;
    const struct po *po;
    struct arena *arena;
    struct table seen; // forms asked for
};

static bool there(const struct forms *f, const char *name, const char *form)
{
    const char *context = arena_printf(f->arena, "countries/%s/%s", name, form);
    int i = table_get(&f->po->by_context, context);
    return i >= 0 && *f->po->entries[i].words && !f->po->entries[i].fuzzy;
}

// How many names lack the form, the first of them in `first`.
static int32_t lacking(const struct forms *f, const char *form, const char **first)
{
    int32_t n = 0;
    for (int32_t i = 0; i < f->pack->n_countries + PLACEHOLDERS; i++) {
        int32_t own = i - f->pack->n_countries;
        const char *name = own < 0 ? f->pack->countries[i] : placeholders[own];
        if (!there(f, name, form) && n++ == 0)
            *first = name;
    }
    return n;
}

static void meet(struct forms *f, const struct po_entry *entry, const char *form)
{
    const char *first = NULL;
    if (table_put(&f->seen, form, 0) >= 0)
        return;
    int32_t n = lacking(f, form, &first), all = f->pack->n_countries + PLACEHOLDERS;
    struct place place = {arena_strdup(&f->report->arena, entry->file), entry->line, 1};
    if (n == all)
        check_add(f->report, "unknown-form", place,
                  "the translation of %s asks for the form \"%s\" of a name, but there is no "
                  "\"countries/%s/%s\" for any country",
                  entry->context, form, first, form);
    else if (n)
        check_add(f->report, "missing-form", place,
                  "the form \"%s\" is missing for %d of %d names of countries; the first is "
                  "\"countries/%s/%s\"",
                  form, n, all, first, form);
}

static void look(struct forms *f, const struct po_entry *entry)
{
    for (const char *p = strchr(entry->words, '{'); p; p = strchr(p + 1, '{')) {
        size_t name = strcspn(p + 1, ":}"), len = strcspn(p + 1, "}");
        if (p[1 + len] && len > name && forms_placeholder(p + 1, name))
            meet(f, entry, arena_strndup(f->arena, p + 2 + name, len - name - 1));
    }
}

void forms_check(struct check_report *report, const struct pack *pack, const struct po *po,
                 struct arena *arena)
{
    struct forms f = {.report = report, .pack = pack, .po = po, .arena = arena};
    table_init(&f.seen, arena);
    for (size_t i = 0; i < po->n; i++)
        if (!po->entries[i].fuzzy)
            look(&f, &po->entries[i]);
}
