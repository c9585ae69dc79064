// SPDX-License-Identifier: MIT
// The process's locale and the language in use; see i18n.h.
//
// What is odd here and why: libintl translates nothing while the locale of messages is "C" or
// "C.UTF-8", and often nothing else is installed. "C_XX.UTF-8" (a made-up territory) is found as
// C.UTF-8 but is not taken for it; a self-check tells whether translations arrive. The language
// itself comes through the variable LANGUAGE; textdomain() makes libintl look at it again.
#include "tongue/i18n.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
#include "base/console.h"
#include "base/utf8.h"
#include "tongue/charset.h"
#include "tongue/languages.h"
#include "tongue/mo.h"

static void copy(char *out, size_t room, const char *s)
{
    snprintf(out, room, "%s", s);
}

static const char *set_and_full(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

// The variable that decides LC_CTYPE, NULL where the environment names no locale.
static const char *ctype_wish(void)
{
    const char *value = set_and_full("LC_ALL");
    if (!value)
        value = set_and_full("LC_CTYPE");
    return value ? value : set_and_full("LANG");
}

// LC_CTYPE: as the environment says. No locale named, or one that is not installed, means UTF-8
// (consoles such as kmscon start their child without LANG); only C or POSIX said outright means
// ASCII.
static void set_charset(struct i18n *i)
{
    const char *wish = ctype_wish();
    if (!wish || !setlocale(LC_CTYPE, ""))
        if (!setlocale(LC_CTYPE, "C_XX.UTF-8") && !setlocale(LC_CTYPE, "C.UTF-8"))
            setlocale(LC_CTYPE, "C");
    copy(i->charset, sizeof i->charset, nl_langinfo(CODESET));
    i->utf8 = !strcmp(i->charset, "UTF-8");
}

// A language asked for on the command line cannot be shown in ASCII: C or POSIX then gives way to
// UTF-8. A charset of eight bits is what the terminal has, and stays.
static void widen_charset(struct i18n *i, const char *lang)
{
    if (!lang || !i->n_wishes || !strcmp(i->wishes[0], "en") ||
        strcmp(i->charset, "ANSI_X3.4-1968"))
        return;
    if (!setlocale(LC_CTYPE, "C_XX.UTF-8") && !setlocale(LC_CTYPE, "C.UTF-8"))
        return;
    copy(i->charset, sizeof i->charset, "UTF-8");
    i->utf8 = true;
}

// LC_MESSAGES: anything but C, so that libintl works.
static void set_messages(void)
{
    const char *now = setlocale(LC_MESSAGES, "");
    if (!now || now[0] != 'C' || (now[1] && now[1] != '.'))
        if (now && strcmp(now, "POSIX"))
            return;
    if (!setlocale(LC_MESSAGES, "C_XX.UTF-8"))
        setlocale(LC_MESSAGES, "en_US.UTF-8");
}

static void bind_domain(const char *domain, const char *dir)
{
    bindtextdomain(domain, dir);
    bind_textdomain_codeset(domain, "UTF-8");
}

// "ru_RU.UTF-8@x" -> "ru"; "zh_CN.UTF-8" stays "zh_CN". C and POSIX give "".
static void bare_language(char *out, size_t room, const char *value)
{
    size_t len = strcspn(value, ".@:");
    if (len >= room)
        len = 0;
    memcpy(out, value, len);
    out[len] = 0;
    if (!strcmp(out, "C") || !strcmp(out, "POSIX") || !strncmp(out, "C_", 2))
        out[0] = 0;
}

static void add_wish(struct i18n *i, const char *value)
{
    char code[sizeof i->wishes[0]];
    bare_language(code, sizeof code, value);
    if (code[0] && i->n_wishes < I18N_MAX_WISHES)
        copy(i->wishes[i->n_wishes++], sizeof code, code);
}

// "ky:ru": in that order.
static void add_wishes(struct i18n *i, const char *list)
{
    for (; list && *list; list += strcspn(list, ":"), list += *list == ':')
        add_wish(i, list);
}

// What the person wants to read, best first: --lang alone, or what the environment says; then what
// readers of those languages read as well.
static void choose_wishes(struct i18n *i, const char *lang)
{
    static const char *const locales[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *locale = NULL;
    if (lang) {
        add_wish(i, lang);
    } else {
        add_wishes(i, set_and_full("TANU_LANG"));
        add_wishes(i, set_and_full("LANGUAGE"));
        for (size_t v = 0; v < sizeof locales / sizeof *locales && !locale; v++)
            locale = set_and_full(locales[v]);
        if (locale)
            add_wish(i, locale);
    }
    for (int k = 0, n = i->n_wishes; k < n; k++) {
        const struct language *row = language_named(i->wishes[k]);
        if (row && *row->instead)
            add_wish(i, row->instead);
    }
}

// Has the header of the program's catalogue arrived in that language?
static bool arrives(const char *code)
{
    char line[32];
    snprintf(line, sizeof line, "Language: %s\n", code);
    return strstr(dgettext(TANU_DOMAIN, ""), line) != NULL;
}

static bool use_language(struct i18n *i, const char *code)
{
    // English has no catalogue: "C" keeps libintl from looking for one at every call.
    setenv("LANGUAGE", strcmp(code, "en") ? code : "C", 1);
    textdomain(TANU_DOMAIN);
    copy(i->lang, sizeof i->lang, code);
    i->translates = !strcmp(code, "en") || arrives(code);
    if (!i->translates && setlocale(LC_MESSAGES, code)) { // C libraries without LANGUAGE
        textdomain(TANU_DOMAIN);
        i->translates = arrives(code);
    }
    return i->translates;
}

static bool catalogue_there(const struct i18n *i, const char *code)
{
    char path[700];
    snprintf(path, sizeof path, "%s/%s/LC_MESSAGES/" TANU_DOMAIN ".mo", i->locale_dir, code);
    return !strcmp(code, "en") || !access(path, R_OK);
}

// Letters that our pages reckon one cell wide are two cells wide in some charsets of East Asia.
static bool as_wide_as_we_think(const char *letters)
{
    while (*letters) {
        uint32_t c = 0;
        size_t step = utf8_decode(letters, strlen(letters), &c);
        if (wcwidth((wchar_t)c) != utf8_width_n(letters, step))
            return false;
        letters += step;
    }
    return true;
}

static bool can_show(const struct i18n *i, const struct language *row)
{
    const char *letters = row ? row->letters : "A";
    return i->utf8 || (charset_can(i->charset, letters) && as_wide_as_we_think(letters));
}

static void add_language(struct i18n *i, const char *code)
{
    if (i->n_languages == I18N_MAX_LANGUAGES || strlen(code) >= sizeof i->languages[0].code)
        return;
    struct i18n_language *l = &i->languages[i->n_languages++];
    const struct language *row = language_named(code);
    *l = (struct i18n_language){0};
    copy(l->code, sizeof l->code, code);
    l->name = row ? row->name : l->code;
    l->shown = catalogue_there(i, code) && can_show(i, row);
}

static struct i18n_language *find_language(struct i18n *i, const char *code)
{
    for (int k = 0; k < i->n_languages; k++)
        if (!strcmp(i->languages[k].code, code))
            return &i->languages[k];
    char bare[12]; // kk_KZ is kk, where the pack has no kk_KZ
    copy(bare, sizeof bare, code);
    bare[strcspn(bare, "_-")] = 0;
    return strcmp(bare, code) ? find_language(i, bare) : NULL;
}

// The first of the wishes that can be had.
static bool speak_as_wished(struct i18n *i)
{
    for (int k = 0; k < i->n_wishes; k++)
        if (!i18n_switch(i, i->wishes[k]))
            return true;
    return false;
}

void i18n_init(struct i18n *i, const char *lang, const char *locale_dir)
{
    size_t n;
    const struct language *rows = language_rows(&n);
    memset(i, 0, sizeof *i);
    copy(i->locale_dir, sizeof i->locale_dir, locale_dir ? locale_dir : TANU_LOCALEDIR);
    setlocale(LC_ALL, "C"); // numbers, order and dates never follow a locale
    set_charset(i);
    set_messages();
    choose_wishes(i, lang);
    widen_charset(i, lang);
    bind_domain(TANU_DOMAIN, i->locale_dir);
    for (size_t k = 0; k < n; k++)
        if (catalogue_there(i, rows[k].code))
            add_language(i, rows[k].code);
    if (!speak_as_wished(i))
        use_language(i, "en");
}

// A pack's own catalogue is read here and never by libintl; a damaged one leaves the content in
// English.
static void open_own(struct i18n *i, struct i18n_language *l)
{
    char path[sizeof i->own_dir + 20];
    if (l->looked || !i->own_dir[0])
        return;
    l->looked = true;
    snprintf(path, sizeof path, "%s/%s.mo", i->own_dir, l->code);
    if (!access(path, F_OK))
        l->own = mo_open(path, &l->damaged);
}

// Read here as well: where memory runs out glibc's reader ends the program, and it trusts the file.
static void open_countries(const struct i18n *i, struct i18n_language *l)
{
    char path[700];
    const char *fault;
    if (l->countries || !i->pack || !strcmp(l->code, "en"))
        return;
    snprintf(path, sizeof path, TANU_ISOCODES_LOCALEDIR "/%s/LC_MESSAGES/iso_3166-1.mo", l->code);
    l->countries = mo_open(path, &fault);
}

struct mo *i18n_content(const struct i18n *i, const char *code)
{
    char path[700];
    const char *fault;
    snprintf(path, sizeof path, "%s/%s.mo", i->own_dir, code);
    if (!i->own_dir[0] || access(path, F_OK))
        snprintf(path, sizeof path, "%s/%s/LC_MESSAGES/%s.mo", i->locale_dir, code, i->domain);
    return mo_open(path, &fault);
}

static void bind_content(struct i18n *i, struct i18n_language *l)
{
    open_own(i, l);
    open_countries(i, l);
    i->own = l->own;
    i->countries = l->countries;
    i->damaged = l->damaged;
    if (i->domain[0])
        bind_domain(i->domain, i->damaged ? "/nonexistent" : i->locale_dir);
}

int i18n_switch(struct i18n *i, const char *code)
{
    struct i18n_language *l = find_language(i, code);
    if (!l || !l->shown)
        return -1;
    char before[sizeof i->lang];
    copy(before, sizeof before, i->lang[0] ? i->lang : "en");
    bind_content(i, l);
    if (use_language(i, l->code))
        return 0;
    l = find_language(i, before);
    if (l)
        bind_content(i, l);
    use_language(i, before);
    return -1;
}

static void close_own(struct i18n *i)
{
    for (int k = 0; k < i->n_languages; k++) {
        mo_close(i->languages[k].own);
        mo_close(i->languages[k].countries);
    }
    i->n_languages = 0;
    i->own = NULL;
    i->countries = NULL;
    i->damaged = NULL;
}

void i18n_release(struct i18n *i)
{
    close_own(i);
}

// The id becomes part of a file name.
static bool sound_id(const char *id)
{
    size_t good = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-_");
    return good && !id[good] && good < 60;
}

int i18n_set_pack(struct i18n *i, const struct pack *pack, const char *own_dir)
{
    const char *wanted = i->n_wishes ? i->wishes[0] : "";
    close_own(i);
    i->pack = pack;
    copy(i->own_dir, sizeof i->own_dir, own_dir ? own_dir : "");
    if (sound_id(pack->id))
        snprintf(i->domain, sizeof i->domain, TANU_DOMAIN "-%s", pack->id);
    for (int32_t k = 0; k < pack->n_languages; k++)
        add_language(i, pack->languages[k]);
    const struct i18n_language *first = find_language(i, wanted);
    int status = !*wanted ? 0 : !first ? -1 : !first->shown;
    if (speak_as_wished(i))
        return status;
    for (int k = 0; k < i->n_languages; k++)
        if (!i18n_switch(i, i->languages[k].code))
            return status;
    use_language(i, "en");
    return status;
}

void i18n_mark(struct i18n_mark *mark)
{
    const char *language = set_and_full("LANGUAGE");
    copy(mark->language, sizeof mark->language, language ? language : "");
}

void i18n_return(const struct i18n_mark *mark)
{
    if (mark->language[0])
        setenv("LANGUAGE", mark->language, 1);
    else
        unsetenv("LANGUAGE");
    textdomain(TANU_DOMAIN);
}

bool i18n_has(const struct i18n *i, const char *code)
{
    for (int k = 0; k < i->n_languages; k++)
        if (!strcmp(i->languages[k].code, code))
            return true;
    return catalogue_there(i, code);
}

void i18n_assume_utf8(struct i18n *i)
{
    i->utf8 = true;
}

const char *i18n_next_language(const struct i18n *i)
{
    int at = 0;
    while (at < i->n_languages && strcmp(i->languages[at].code, i->lang))
        at++;
    for (int k = 1; k <= i->n_languages; k++) {
        const struct i18n_language *l = &i->languages[(at + k) % i->n_languages];
        if (l->shown)
            return l->code;
    }
    return i->lang;
}

void i18n_draw(struct i18n *i, const struct console_letters *font)
{
    bool spoken = true;
    for (int k = 0; k < i->n_languages; k++) {
        struct i18n_language *l = &i->languages[k];
        const struct language *row = language_named(l->code);
        if (!l->shown || !row || console_draws(font, row->letters))
            continue;
        l->shown = false;
        spoken &= strcmp(l->code, i->lang) != 0;
    }
    if (!spoken && !speak_as_wished(i))
        (void)i18n_switch(i, i18n_first_language(i));
}

void i18n_offer(struct i18n *i, const char *const *codes, int n)
{
    int shown = 0;
    for (int c = 0; c < n; c++)
        for (int k = shown; k < i->n_languages; k++) {
            struct i18n_language found = i->languages[k];
            if (!found.shown || strcmp(found.code, codes[c]) != 0)
                continue;
            memmove(&i->languages[shown + 1], &i->languages[shown],
                    (size_t)(k - shown) * sizeof found);
            i->languages[shown++] = found;
            break;
        }
    for (int k = shown; k < i->n_languages; k++)
        i->languages[k].shown = !shown && !strcmp(i->languages[k].code, "en");
    (void)i18n_switch(i, i18n_first_language(i));
}

const char *i18n_first_language(const struct i18n *i)
{
    for (int k = 0; k < i->n_languages; k++)
        if (i->languages[k].shown)
            return i->languages[k].code;
    return "en";
}
