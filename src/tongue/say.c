// SPDX-License-Identifier: MIT
// Words in the current language: phrases of the pack, country names, dates; see i18n.h.
#include "tongue/i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/date.h"
#include "base/utf8.h"
#include "tongue/charset.h"
#include "tongue/country.h"
#include "tongue/mo.h"

enum { KEY_ROOM = 4800 }; // a string of a pack has at most 4,000 bytes, its path far less than 800

// English is what the words are; newer C libraries allocate for every text that they do not find.
static bool english(void)
{
    const char *language = getenv("LANGUAGE");
    return language && !strcmp(language, "C");
}

const char *i18n_text(const char *words)
{
    return english() ? words : dgettext(TANU_DOMAIN, words);
}

const char *i18n_plural(const char *one, const char *many, unsigned long n)
{
    if (english())
        return n == 1 ? one : many;
    return dngettext(TANU_DOMAIN, one, many, n);
}

const char *i18n_context(const char *domain, const char *both, const char *words)
{
    if (english())
        return words;
    const char *found = dgettext(domain, both);
    return found == both ? words : found;
}

const char *i18n_marked(const char *context, const char *words)
{
    char both[128];
    int length = snprintf(both, sizeof both, "%s\004%s", context, words);
    return length < (int)sizeof both ? i18n_context(TANU_DOMAIN, both, words) : words;
}

// "context\004words", as catalogues have it; NULL: longer than any that they have.
static const char *key_of(char key[KEY_ROOM], const struct phrase *phrase)
{
    size_t context = strlen(phrase->context), words = strlen(phrase->words);
    if (context + words + 2 > KEY_ROOM)
        return NULL;
    memcpy(key, phrase->context, context);
    key[context] = '\004';
    memcpy(key + context + 1, phrase->words, words + 1);
    return key;
}

// Not inlined: hardened builds clear the key's 4,800 bytes wherever it is a local.
__attribute__((noinline)) static const char *translated(const struct i18n *i,
                                                        const struct phrase *phrase)
{
    char key[KEY_ROOM];
    if (!key_of(key, phrase))
        return phrase->words;
    const char *found = i->own ? mo_find(i->own, key) : dgettext(i->domain, key);
    return found && found != key ? found : phrase->words;
}

const char *say_from(const struct mo *catalogue, const struct phrase *phrase)
{
    char key[KEY_ROOM];
    bool given = phrase && phrase->words && phrase->context;
    return given && key_of(key, phrase) ? mo_find(catalogue, key) : NULL;
}

const char *say(const struct i18n *i, const struct phrase *phrase)
{
    if (!phrase || !phrase->words)
        return "";
    if (!phrase->context || (!i->own && !i->domain[0]) || !strcmp(i->lang, "en"))
        return phrase->words;
    return translated(i, phrase);
}

// A form of the name of a country; NULL: the translations have none.
static const char *form_of(const struct i18n *i, const char *code, const char *form, size_t len)
{
    char context[64];
    const struct phrase phrase = {code, context};
    int n = snprintf(context, sizeof context, "countries/%s/%.*s", code, (int)len, form);
    const char *found = n < (int)sizeof context ? say(i, &phrase) : code;
    return found == code ? NULL : found;
}

// The name as the caller gave it, with an article where it is that of the language in use.
static const char *in_sentence(const struct i18n *i, const char *code, const char *name,
                               bool begins)
{
    return strcmp(name, country_name(i, code)) ? name : country_in_sentence(i, code, begins);
}

// `begins`: it is the first word of a sentence.
static const char *fill(const struct i18n *i, const char *name, size_t len, bool begins,
                        const struct fills *f)
{
    const struct {
        const char *name, *value, *code;
        bool country;
    } all[] = {
        {"destination", f->destination, f->destination_code, true},
        {"award_country", f->award_country, f->award_code, true},
        {"study_country", f->study_country, f->study_code, true},
        {"instrument", f->instrument, NULL, false},
        {"office", f->office, NULL, false},
        {"institution", f->institution, NULL, false},
        {"as_of", f->as_of, NULL, false},
    };
    const char *colon = memchr(name, ':', len);
    size_t word = colon ? (size_t)(colon - name) : len;
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        if (strlen(all[k].name) != word || memcmp(all[k].name, name, word) != 0 ||
            (colon && !all[k].country))
            continue;
        const char *form =
            colon ? form_of(i, all[k].code ? all[k].code : all[k].name, colon + 1, len - word - 1)
                  : NULL;
        const char *value = form ? form : all[k].value ? all[k].value : "…";
        return all[k].code && value == all[k].value && all[k].country
                   ? in_sentence(i, all[k].code, value, begins)
                   : value;
    }
    for (int k = 0; k < f->n_more; k++)
        if (strlen(f->more[k].name) == len && !memcmp(f->more[k].name, name, len))
            return f->more[k].value;
    return NULL;
}

// The template with its placeholders replaced, into `out`, which has the room; or only measured.
static size_t fill_into(const struct i18n *i, char *out, const char *template,
                        const struct fills *fills)
{
    size_t total = 0;
    const char *start = template;
    for (const char *open; *template;) {
        open = strchr(template, '{');
        size_t plain = open ? (size_t)(open - template) : strlen(template);
        size_t len = open ? strcspn(open + 1, "}") : 0;
        bool begins = open && (open == start || (open >= start + 2 && !memcmp(open - 2, ". ", 2)));
        const char *value = open && open[1 + len] ? fill(i, open + 1, len, begins, fills) : NULL;
        plain += open && !value; // the brace stands for itself
        if (out)
            memcpy(out + total, template, plain);
        total += plain;
        template += plain + (value ? len + 2 : 0);
        if (value && out)
            memcpy(out + total, value, strlen(value));
        total += value ? strlen(value) : 0;
    }
    return total;
}

const char *i18n_fill(const struct i18n *i, struct arena *arena, const char *template,
                      const struct fills *fills)
{
    char *out = arena_alloc(arena, fill_into(i, NULL, template, fills) + 1);
    fill_into(i, out, template, fills);
    return out;
}

const char *say_filled(const struct i18n *i, struct arena *arena, const struct phrase *phrase,
                       const struct fills *fills)
{
    const char *words = say(i, phrase);
    return strchr(words, '{') ? i18n_fill(i, arena, words, fills) : words;
}

void i18n_encode(const struct i18n *i, struct text *out, const char *utf8)
{
    struct text clean = TEXT_INIT;
    utf8_clean(&clean, utf8, strlen(utf8));
    if (i->utf8)
        text_bytes(out, text_str(&clean), clean.len);
    else
        charset_encode(i->charset, out, text_str(&clean));
    text_release(&clean);
}

uint32_t i18n_shown(const struct i18n *i, uint32_t c)
{
    char bytes[5] = "";
    if (i->utf8 || c < 0x80)
        return c;
    bytes[utf8_encode(bytes, c)] = 0;
    return charset_can(i->charset, bytes) ? c : (uint32_t)charset_ascii(c);
}

const char *say_date(struct arena *arena, int32_t packed)
{
    char room[DATE_TEXT];
    return arena_strdup(arena, date_format_as_of(room, packed));
}
