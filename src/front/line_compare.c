// SPDX-License-Identifier: MIT
// Line mode: "compare CN, JP", the result beside that of other countries.
#include <stdlib.h>
#include <string.h>
#include "front/line_talk.h"
#include "view/search.h"

struct wanted {
    int32_t country[COMPARE_MOST];
    int n;
    bool too_many;
};

// A code, a whole name, or letters that only one country has; NONE where it is none of them.
static int32_t find(struct talk *t, const char *words)
{
    int32_t values[PACK_MAX_COUNTRIES + PACK_MAX_CHOICES];
    struct ground g = talk_ground(t);
    int n = search_countries(&g, g.pack->q_destination, words, values,
                             (int)(sizeof values / sizeof *values));
    for (int i = 0; i < n; i++) {
        if (values[i] >= g.pack->n_countries)
            continue;
        const char *code = g.pack->countries[values[i]];
        if (n == 1 || talk_is(code, words) || talk_is(country_name(g.i18n, code), words))
            return values[i];
    }
    return NONE;
}

static void want(struct wanted *w, int32_t country, int most)
{
    for (int i = 0; i < w->n; i++)
        if (w->country[i] == country)
            return;
    if (w->n < most)
        w->country[w->n++] = country;
    else
        w->too_many = true;
}

static bool take_words(struct talk *t, struct wanted *w, const char *from, size_t len, int most)
{
    struct ground g = talk_ground(t);
    char *words = arena_strndup(g.arena, from, len);
    words += strspn(words, " ");
    for (len = strlen(words); len && words[len - 1] == ' ';)
        words[--len] = 0;
    int32_t country = *words ? find(t, words) : NONE;
    if (country != NONE && country != compare_home(&g))
        want(w, country, most);
    return country != NONE || !*words;
}

// Names stand between commas; "CN JP" is understood too.
static bool take_list(struct talk *t, struct wanted *w, const char *list, const char *between,
                      int most)
{
    for (const char *at = list; *at;) {
        size_t len = strcspn(at, between);
        bool good = take_words(t, w, at, len, most);
        if (!good && strcmp(between, " ") && memchr(at, ' ', len)) {
            struct ground g = talk_ground(t);
            good = take_list(t, w, arena_strndup(g.arena, at, len), " ", most);
        }
        if (!good)
            return false;
        at += len + (at[len] != 0);
    }
    return true;
}

void talk_compare(struct talk *t, const char *list)
{
    struct ground g = talk_ground(t);
    struct wanted w = {.n = 0};
    int32_t destinations[COMPARE_MOST];
    int most = COMPARE_MOST - (compare_home(&g) != NONE);
    if (!take_list(t, &w, list, ",;", most))
        talk_say(t,
                 _("No country is found under that name. Try fewer letters, or the English name."));
    else if (w.too_many)
        talk_say(t, _("Up to five countries can be compared. Take one away first."));
    else if (!w.n)
        talk_say(t, _("Type “compare” and the countries, for example: compare CN, JP"));
    else
        talk_page(t,
                  page_compare(&g, destinations, compare_list(&g, w.country, w.n, destinations)));
}
