// SPDX-License-Identifier: MIT
// Search in the list of countries; see search.h.
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "base/text.h"
#include "base/utf8.h"
#include "tongue/country_names.h"
#include "tongue/languages.h"
#include "tongue/mo.h"
#include "view/search_parts.h"

enum {
    RANK_EXTRA,
    RANK_SAME,
    RANK_START,
    RANK_COVERED,
    RANK_OTHER,
    RANK_INSIDE,
    RANK_SLIP, // and what utf8_fold_slip() says
    RANK_NONE = RANK_SLIP + UTF8_SLIP_NONE
};

// ---- the names ---------------------------------------------------------------------------------

static bool among(const struct names *names, const char *folded)
{
    for (int i = 0; i < names->n; i++)
        if (!strcmp(names->name[i], folded))
            return true;
    return false;
}

// "Kazakhstan|Қазақстан|…": each folded, once.
static struct names fold_all(struct arena *arena, const char *joined)
{
    struct names names = {NULL, 0};
    size_t most = 1;
    for (const char *s = joined; *s; s++)
        most += *s == '|';
    names.name = ARENA_ARRAY(arena, const char *, most);
    for (const char *s = joined; *s;) {
        size_t len = strcspn(s, "|");
        struct text folded = TEXT_INIT;
        language_fold(&folded, arena_strndup(arena, s, len));
        if (folded.len && !among(&names, text_str(&folded)))
            names.name[names.n++] = arena_strdup(arena, text_str(&folded));
        text_release(&folded);
        s += len + (s[len] == '|');
    }
    return names;
}

struct search *search_new(const struct i18n *i18n, const struct pack *pack)
{
    struct search *s = xcalloc(1, sizeof *s);
    struct country_names *all = country_names_new(i18n);
    arena_init(&s->arena);
    s->pack = pack;
    s->countries = ARENA_ARRAY(&s->arena, struct names, (size_t)pack->n_countries);
    for (int32_t c = 0; c < pack->n_countries; c++)
        s->countries[c] = fold_all(&s->arena, country_names_of(all, pack->countries[c]));
    country_former_rows(&s->n_formers);
    s->formers = ARENA_ARRAY(&s->arena, struct names, s->n_formers);
    for (size_t i = 0; i < s->n_formers; i++)
        s->formers[i] = fold_all(&s->arena, country_names_of_former(all, i));
    country_names_free(all);
    return s;
}

void search_content(struct search *s, const struct i18n *i18n)
{
    for (int k = 0; k < i18n->n_languages && !s->looked; k++) {
        struct mo *mo = i18n_content(i18n, i18n->languages[k].code);
        if (mo)
            s->content[s->n_content++] = mo;
    }
    s->looked = true;
}

void search_free(struct search *search)
{
    if (!search)
        return;
    while (search->n_content)
        mo_close(search->content[--search->n_content]);
    arena_discard(&search->arena);
    free(search);
}

// ---- one country -------------------------------------------------------------------------------

static bool is_code(const char *code, const char *needle)
{
    size_t i = 0;
    while (code[i] && (needle[i] | 0x20) == (code[i] | 0x20)) // digits and hyphens have that bit
        i++;
    return !code[i] && !needle[i];
}

static int rank_names(const struct names *names, const char *needle)
{
    int best = RANK_NONE;
    for (int i = 0; i < names->n; i++) {
        if (!strcmp(names->name[i], needle))
            return RANK_SAME;
        if (best > RANK_OTHER && !strncmp(names->name[i], needle, strlen(needle)))
            best = RANK_OTHER;
        else if (best == RANK_NONE && utf8_fold_match(names->name[i], needle))
            best = RANK_INSIDE;
    }
    return best;
}

static int rank_slips(const struct names *names, const char *needle)
{
    int best = RANK_NONE;
    for (int i = 0; i < names->n; i++) {
        int rank = RANK_SLIP + (int)utf8_fold_slip(names->name[i], needle);
        best = rank < best ? rank : best;
    }
    return best;
}

// The words that the person sees: those that begin so come first.
static int rank_words(const char *words, const char *needle)
{
    struct text folded = TEXT_INIT;
    language_fold(&folded, words);
    int rank = !strncmp(text_str(&folded), needle, strlen(needle)) ? RANK_START
               : utf8_fold_match(text_str(&folded), needle)        ? RANK_OTHER
                                                                   : RANK_NONE;
    text_release(&folded);
    return rank;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int rank_country(const struct search *s, int32_t country, const char *shown,
                        const char *needle)
{
    const char *code = s->pack->countries[country];
    const struct country_row *row = country_row_of(code);
    if (is_code(code, needle) || (row && is_code(row->alpha3, needle)))
        return RANK_SAME;
    int rank = rank_names(&s->countries[country], needle);
    rank = least(rank, rank_words(shown, needle));
    return least(rank, rank_words(country_english(code), needle));
}

// ---- the list ----------------------------------------------------------------------------------

struct hit {
    int32_t value;
    int rank;
    const char *sort; // letters in alphabetical order
};

struct hits {
    const struct ground *g;
    struct hit *hit;
    int n;
};

static void add(struct hits *hits, int32_t value, int rank, const char *shown)
{
    struct text key = TEXT_INIT;
    language_sort_key(&key, shown);
    hits->hit[hits->n++] = (struct hit){value, rank, arena_strdup(hits->g->arena, text_str(&key))};
    text_release(&key);
}

static const char *shown_name(const struct ground *g, const struct question *q, int32_t value)
{
    int32_t extra = value - g->pack->n_countries;
    return extra < 0 ? country_name(g->i18n, g->pack->countries[value])
                     : say(g->i18n, &q->choices[extra].label);
}

static int rank_untyped(const struct ground *g, int32_t question, int32_t value)
{
    if (value >= g->pack->n_countries)
        return RANK_EXTRA;
    bool covered = question == g->pack->q_destination && g->pack->destination_of[value] != NONE;
    return covered ? RANK_COVERED : RANK_OTHER;
}

static void add_all(struct hits *hits, int32_t question, const char *needle)
{
    const struct ground *g = hits->g;
    const struct question *q = &g->pack->questions[question];
    for (int32_t v = 0; v < g->pack->n_countries + q->n_choices; v++) {
        const char *shown = shown_name(g, q, v);
        int rank = !*needle                   ? rank_untyped(g, question, v)
                   : v < g->pack->n_countries ? rank_country(g->search, v, shown, needle)
                   : rank_words(shown, needle) != RANK_NONE ? RANK_EXTRA
                                                            : RANK_NONE;
        if (rank != RANK_NONE)
            add(hits, v, rank, shown);
    }
}

static int32_t country_index(const struct pack *pack, const char *code, size_t len)
{
    for (int32_t c = 0; c < pack->n_countries; c++)
        if (strlen(pack->countries[c]) == len && !strncmp(pack->countries[c], code, len))
            return c;
    return NONE;
}

static void add_successors(struct hits *hits, const struct country_former *former)
{
    const struct ground *g = hits->g;
    for (const char *s = former->successors; *s; s += strspn(s, " ")) {
        size_t len = strcspn(s, " ");
        int32_t country = country_index(g->pack, s, len);
        if (country != NONE)
            add(hits, country, RANK_OTHER, country_name(g->i18n, g->pack->countries[country]));
        s += len;
    }
}

static const char *take_former(struct hits *hits, const struct country_former *former)
{
    add_successors(hits, former);
    return arena_printf(
        hits->g->arena,
        hits->n ? _("%s no longer exists. Choose the State to which the place belongs today.")
                : _("%s no longer exists, and no State that followed it can be chosen here."),
        country_former_name(former));
}

// Of States that are no more only where nothing else is found: who types "чех" means Czechia.
static const char *add_former(struct hits *hits, const char *needle)
{
    enum { LEAST = 3 }; // letters, or a whole name
    size_t count;
    const struct country_former *rows = country_former_rows(&count);
    for (size_t i = 0; i < count; i++) {
        int rank = rank_names(&hits->g->search->formers[i], needle);
        bool enough = utf8_count(needle, strlen(needle)) >= LEAST;
        if (rank == RANK_SAME || (rank != RANK_NONE && enough))
            return take_former(hits, &rows[i]);
    }
    return NULL;
}

static const char *add_former_slips(struct hits *hits, const char *needle)
{
    size_t count;
    const struct country_former *rows = country_former_rows(&count);
    for (size_t i = 0; i < count; i++)
        if (rank_slips(&hits->g->search->formers[i], needle) != RANK_NONE)
            return take_former(hits, &rows[i]);
    return NULL;
}

// Nothing is called so: what is, but for one slip of the finger.
static const char *add_slips(struct hits *hits, const char *needle)
{
    const struct ground *g = hits->g;
    int best = RANK_NONE;
    for (int32_t v = 0; v < g->pack->n_countries; v++)
        best = least(best, rank_slips(&g->search->countries[v], needle));
    bool rare = best == RANK_SLIP + UTF8_SLIP_FIRST;
    for (int32_t v = 0; v < g->pack->n_countries; v++) {
        int rank = rank_slips(&g->search->countries[v], needle);
        if (rank < (rare ? RANK_NONE : RANK_SLIP + UTF8_SLIP_FIRST))
            add(hits, v, rank, country_name(g->i18n, g->pack->countries[v]));
    }
    return hits->n ? P_("Nothing is spelled just so. This one is near.",
                        "Nothing is spelled just so. These are near.", hits->n)
                   : NULL;
}

// A word inside a name that the person does not see ("Taiwan, Province of China") counts only where
// nothing better is found.
static void drop_inside(struct hits *hits)
{
    int kept = 0;
    for (int i = 0; i < hits->n; i++)
        if (hits->hit[i].rank < RANK_INSIDE)
            hits->hit[kept++] = hits->hit[i];
    if (kept)
        hits->n = kept;
}

static int compare(const void *a, const void *b)
{
    const struct hit *x = a, *y = b;
    return x->rank != y->rank ? x->rank - y->rank : strcmp(x->sort, y->sort);
}

// Words for the search, folded; "" where nothing was typed, NULL where there is no letter in it.
static const char *needle_of(const struct ground *g, const char *typed)
{
    struct text folded = TEXT_INIT;
    const char *needle = NULL;
    size_t len = strlen(typed += strspn(typed, " \t"));
    while (len && typed[len - 1] == ' ')
        len--;
    language_fold(&folded, typed);
    if (folded.len)
        needle = arena_strdup(g->arena, text_str(&folded));
    else // a flag has no letters
        needle = len ? country_meant(arena_strndup(g->arena, typed, len)) : "";
    text_release(&folded);
    return needle;
}

// Of several near ones Enter takes one only where the whole name of no other is as near.
static bool stands_out(const struct hits *hits)
{
    return hits->n == 1 ||
           (hits->hit[0].rank == RANK_SLIP && hits->hit[1].rank != hits->hit[0].rank);
}

struct found search_countries(const struct ground *g, int32_t question, const char *typed)
{
    size_t most = (size_t)g->pack->n_countries + (size_t)g->pack->questions[question].n_choices;
    const char *needle = needle_of(g, typed ? typed : "");
    struct hits hits = {g, ARENA_ARRAY(g->arena, struct hit, 2 * most), 0};
    struct found found = {.values = ARENA_ARRAY(g->arena, int32_t, most)};
    if (!needle)
        return found;
    add_all(&hits, question, needle);
    drop_inside(&hits);
    if (!hits.n && *needle)
        found.note = add_former(&hits, needle);
    if (!hits.n && *needle && !found.note)
        found.note = add_slips(&hits, needle);
    if (!hits.n && *needle && !found.note)
        found.note = add_former_slips(&hits, needle);
    qsort(hits.hit, (size_t)hits.n, sizeof *hits.hit, compare);
    for (int i = 0; i < hits.n; i++)
        found.values[found.n++] = hits.hit[i].value;
    found.sure = *needle && found.n > 0 && (!found.note || stands_out(&hits));
    return found;
}
