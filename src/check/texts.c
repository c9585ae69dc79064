// SPDX-License-Identifier: MIT
// Are all texts translated, and do the translations keep the placeholders? See parts.h, phrases.h.
#include <string.h>

#include "check/parts.h"

// ---- placeholders -------------------------------------------------------------------------------

// How long the name behind a brace is; 0: no placeholder. Of a country's name a form may be asked
// for, {destination:genitive}.
static size_t placeholder(const char *brace)
{
    size_t name = strcspn(brace + 1, ":}"), len = strcspn(brace + 1, "}");
    if (!brace[1 + len])
        return 0;
    return forms_placeholder(brace + 1, name) ? name : len;
}

static bool has_placeholder(const char *text, const char *name, size_t length)
{
    for (const char *p = strchr(text, '{'); p; p = strchr(p + 1, '{'))
        if (placeholder(p) == length && !memcmp(p + 1, name, length))
            return true;
    return false;
}

static bool placeholders_within(const char *a, const char *b)
{
    for (const char *p = strchr(a, '{'); p; p = strchr(p + 1, '{')) {
        size_t length = placeholder(p);
        if (length && !has_placeholder(b, p + 1, length))
            return false;
    }
    return true;
}

bool texts_placeholders_same(const char *a, const char *b)
{
    return placeholders_within(a, b) && placeholders_within(b, a);
}

// ---- one language -------------------------------------------------------------------------------

struct language {
    struct check_report *report;
    const struct pack *pack;
    const char *name;
    struct phrase_list phrases;
    struct po po;
};

static const struct po_entry *translation(const struct language *l, const struct phrase *phrase)
{
    int i = table_get(&l->po.by_context, phrase->context);
    const struct po_entry *entry = i < 0 ? NULL : &l->po.entries[i];
    if (!entry || entry->fuzzy || !*entry->words || strcmp(entry->id, phrase->words) != 0)
        return NULL;
    return entry;
}

static void check_placeholders(struct language *l, const struct phrase *phrase,
                               const struct po_entry *entry)
{
    if (texts_placeholders_same(phrase->words, entry->words))
        return;
    struct place place = {arena_strdup(&l->report->arena, entry->file), entry->line, 1};
    check_add(l->report, "placeholder-differs", place,
              "the translation of %s has other placeholders than the text: \"%s\"", phrase->context,
              phrase->words);
}

static void report_file(struct language *l, const struct placed_phrase *first, int missing, int all)
{
    check_add(l->report, "untranslated", check_place(l->report, l->pack, first->place),
              "%d of %d texts of this file have no translation into \"%s\"; the first is %s",
              missing, all, l->name, first->phrase->context);
}

// One warning a file; it names the first text.
static void check_files(struct language *l)
{
    const struct phrase_list *list = &l->phrases;
    for (size_t i = 0; i < list->n;) {
        const struct placed_phrase *first = NULL;
        uint16_t file = list->items[i].place.file;
        int missing = 0, all = 0;
        for (; i < list->n && list->items[i].place.file == file; i++) {
            all += !list->items[i].name;
            const struct phrase *phrase = list->items[i].phrase;
            const struct po_entry *entry = translation(l, phrase);
            if (entry)
                check_placeholders(l, phrase, entry);
            else if (!list->items[i].name && missing++ == 0)
                first = &list->items[i];
        }
        if (missing)
            report_file(l, first, missing, all);
    }
}

// Translations of texts that the pack does not have (any more), one warning a file.
static void check_stale(struct language *l)
{
    for (size_t i = 0; i < l->po.n;) {
        const struct po_entry *first = NULL;
        const char *file = l->po.entries[i].file;
        int stale = 0;
        for (; i < l->po.n && l->po.entries[i].file == file; i++)
            if (table_get(&l->phrases.by_context, l->po.entries[i].context) < 0 &&
                !forms_entry(l->pack, &l->po.entries[i]) && stale++ == 0)
                first = &l->po.entries[i];
        if (stale)
            check_add(l->report, "stale-translation",
                      (struct place){arena_strdup(&l->report->arena, file), first->line, 1},
                      "%d translation%s here belong%s to no text of the pack; the first is %s",
                      stale, stale == 1 ? "" : "s", stale == 1 ? "s" : "", first->context);
    }
}

static void check_language(struct language *l, struct arena *arena)
{
    struct diags diags;
    diags_init(&diags);
    const char *dir = arena_printf(arena, "%s/po/%s", l->pack->dir, l->name);
    bool any = po_read_folder(&l->po, dir, arena, &diags);
    check_add_diags(l->report, &diags);
    diags_release(&diags);
    if (!any) {
        check_add(l->report, "untranslated",
                  check_place(l->report, l->pack, (struct pack_place){.file = 1}),
                  "there are no translations into \"%s\"", l->name);
        return;
    }
    check_files(l);
    check_stale(l);
    forms_check(l->report, l->pack, &l->po, arena);
    terms_check(l->report, l->name, &l->po, arena);
}

// The first language of a pack is the one that it is written in.
void texts_check(struct check_report *report, const struct pack *pack)
{
    struct arena arena;
    arena_init(&arena);
    struct phrase_list phrases = phrases_of(pack, &arena);
    report->totals.texts = (int32_t)phrases.n;
    for (int32_t i = 1; i < pack->n_languages; i++) {
        struct language l = {
            .report = report, .pack = pack, .name = pack->languages[i], .phrases = phrases};
        table_init(&l.po.by_context, &arena);
        check_language(&l, &arena);
    }
    arena_release(&arena);
}
