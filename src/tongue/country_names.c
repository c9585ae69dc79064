// SPDX-License-Identifier: MIT
#include "tongue/country_names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/oom.h"
#include "base/text.h"
#include "tongue/i18n.h"
#include "tongue/languages.h"
#include "tongue/mo.h"

enum { MOST_CATALOGUES = 2 * I18N_MAX_LANGUAGES };

struct country_names {
    struct arena arena;
    const char **rows;    // by place in country_table
    const char **formers; // by place in country_former_rows()
};

// The catalogues of all languages but English, the program's before the one of iso-codes.
struct catalogues {
    struct mo *of[MOST_CATALOGUES];
    int n;
};

static void open_one(struct catalogues *c, const char *dir, const char *language,
                     const char *domain)
{
    char path[700];
    const char *fault;
    snprintf(path, sizeof path, "%s/%s/LC_MESSAGES/%s.mo", dir, language, domain);
    struct mo *mo = c->n < MOST_CATALOGUES ? mo_open(path, &fault) : NULL;
    if (mo)
        c->of[c->n++] = mo;
}

static void open_all(struct catalogues *c, const struct i18n *i)
{
    size_t n;
    const struct language *rows = language_rows(&n);
    *c = (struct catalogues){.n = 0};
    for (size_t k = 0; k < n; k++) {
        if (!i18n_has(i, rows[k].code) || !strcmp(rows[k].code, "en"))
            continue;
        open_one(c, i->locale_dir, rows[k].code, TANU_DOMAIN);
        open_one(c, TANU_ISOCODES_LOCALEDIR, rows[k].code, "iso_3166-1");
    }
}

static void add(struct text *out, const char *name)
{
    if (!name || !*name)
        return;
    if (out->len)
        text_char(out, '|');
    text_add(out, name);
}

// What the catalogues make of an English name, with our own context and without.
static void add_translations(struct text *out, const struct catalogues *c, const char *name)
{
    char own[120];
    snprintf(own, sizeof own, "country\004%s", name);
    for (int i = 0; i < c->n && *name; i++) {
        add(out, mo_find(c->of[i], own));
        add(out, mo_find(c->of[i], name));
    }
}

static const char *kept(struct country_names *names, struct text *joined)
{
    const char *copy = arena_strdup(&names->arena, text_str(joined));
    text_release(joined);
    return copy;
}

static const char *names_of_row(struct country_names *names, const struct catalogues *c,
                                const struct country_row *row)
{
    struct text joined = TEXT_INIT;
    add(&joined, row->name);
    add(&joined, row->formal);
    add(&joined, row->variants);
    add_translations(&joined, c, row->name);
    add_translations(&joined, c, row->formal);
    return kept(names, &joined);
}

static const char *names_of_former(struct country_names *names, const struct catalogues *c,
                                   const struct country_former *former)
{
    struct text joined = TEXT_INIT;
    add(&joined, former->name);
    add(&joined, former->variants);
    add_translations(&joined, c, former->name);
    return kept(names, &joined);
}

struct country_names *country_names_new(const struct i18n *i)
{
    struct country_names *names = xcalloc(1, sizeof *names);
    struct catalogues c;
    size_t n;
    const struct country_former *formers = country_former_rows(&n);
    arena_init(&names->arena);
    open_all(&c, i);
    names->rows = ARENA_ARRAY(&names->arena, const char *, (size_t)country_table_count);
    names->formers = ARENA_ARRAY(&names->arena, const char *, n);
    for (int k = 0; k < country_table_count; k++)
        names->rows[k] = names_of_row(names, &c, &country_table[k]);
    for (size_t k = 0; k < n; k++)
        names->formers[k] = names_of_former(names, &c, &formers[k]);
    while (c.n)
        mo_close(c.of[--c.n]);
    return names;
}

void country_names_free(struct country_names *names)
{
    if (!names)
        return;
    arena_discard(&names->arena);
    free(names);
}

const char *country_names_of(const struct country_names *names, const char *code)
{
    const struct country_row *row = country_row_of(code);
    return row ? names->rows[row - country_table] : "";
}

const char *country_names_of_former(const struct country_names *names, size_t former)
{
    return names->formers[former];
}
