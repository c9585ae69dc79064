// SPDX-License-Identifier: MIT
//
// Languages. i18n.c is the one file that owns the process's locale (setlocale, LANGUAGE, gettext
// domains); everything else asks here. All text inside the program is UTF-8; what goes to a
// terminal of another charset goes through i18n_encode().
//
// Domains: `tanu` (the program), `tanu-ID` (the pack's content). The names of countries come from
// the catalogues of iso-codes, read by mo.h.
// Needs no installed locale but C, and no environment variable.
#ifndef TANU_TONGUE_I18N_H
#define TANU_TONGUE_I18N_H

#include <libintl.h>
#include "base/arena.h"
#include "base/text.h"
#include "pack/pack.h"
#include "tongue/country.h"

// Program strings. C_ has a context; P_ picks a plural form by n; N_ and NC_ only mark.
#define TANU_DOMAIN "tanu"
#define _(s) i18n_text(s)
#define N_(s) s
#define C_(context, s) i18n_context(TANU_DOMAIN, context "\004" s, s)
#define NC_(context, s) s
#define P_(one, many, n) i18n_plural(one, many, (unsigned long)(n))

enum { I18N_MAX_LANGUAGES = 16, I18N_MAX_WISHES = 16 };

struct mo;

struct i18n_language {
    char code[12];        // "kk"
    const char *name;     // its own name: "Қазақ тілі"
    bool shown;           // a catalogue is there and the terminal can show it
    bool looked;          // for a catalogue of the pack's own
    struct mo *own;       // that catalogue, or NULL
    const char *damaged;  // what is wrong with it, or NULL
    struct mo *countries; // names of countries (iso-codes), NULL: none, or not looked for
};

struct i18n {
    const struct pack *pack;          // NULL before i18n_set_pack
    char lang[12];                    // the language in use, "en"
    char wishes[I18N_MAX_WISHES][12]; // from the command line or the environment, best first
    int n_wishes;
    char charset[32];           // of the terminal: "UTF-8", "KOI8-R", "ANSI_X3.4-1968"
    bool utf8;                  // words are written as UTF-8
    bool translates;            // the self-check passed: translations really arrive
    char domain[80];            // content domain, "" before i18n_set_pack
    char locale_dir[512];       // where our catalogues are
    char own_dir[512];          // where a pack's own catalogues are, or ""
    const struct mo *own;       // the pack's own catalogue of the language in use, or NULL
    const char *damaged;        // what is wrong with that catalogue, or NULL
    const struct mo *countries; // names of countries in the language in use, or NULL
    struct i18n_language languages[I18N_MAX_LANGUAGES];
    int n_languages;
};

// Before anything is printed. `lang` is the value of --lang or NULL; then TANU_LANG, LANGUAGE
// (lists such as "ky:ru", the first that can be had) and the locale decide, then the pack's first
// language. `locale_dir` is where the catalogues are (the build tree or the installation), NULL:
// the installed ones.
void i18n_init(struct i18n *i, const char *lang, const char *locale_dir);

// The pack whose content is shown. `own_dir`: the folder in which catalogues of its own may be, as
// LL.mo, or NULL; without one the installation's is used. Its own is read by mo.h, never by
// libintl; if it is damaged the content stays English. Chooses the language. Give back with
// i18n_release(). 0; -1: the language asked for first is not one of the pack's; 1: it is, but this
// terminal cannot show it. Then the first language that can be shown is used.
int i18n_set_pack(struct i18n *i, const struct pack *pack, const char *own_dir);

void i18n_release(struct i18n *i);

// Is there a catalogue of that language, of the program or of the pack? Whether this terminal can
// show it is another thing.
bool i18n_has(const struct i18n *i, const char *code);

// What is written is UTF-8 whatever the terminal can show (a report into a file). Call it before
// i18n_set_pack().
void i18n_assume_utf8(struct i18n *i);

// Languages that this font lacks letters of are not shown from here on. After i18n_set_pack().
struct console_letters;
void i18n_draw(struct i18n *i, const struct console_letters *font);

// Only these languages are offered from here on, in that order, as far as they can be shown;
// English where none can. After i18n_set_pack().
void i18n_offer(struct i18n *i, const char *const *codes, int n);
const char *i18n_first_language(const struct i18n *i); // of those that can be shown

// Changes the language at run time. 0, or -1 if it cannot be shown (nothing changes).
int i18n_switch(struct i18n *i, const char *code);
// The language of the process, to come back to after a message in the one of the environment:
// i18n_init() changes it.
struct i18n_mark {
    char language[128]; // "": none was chosen yet
};
void i18n_mark(struct i18n_mark *mark);
void i18n_return(const struct i18n_mark *mark);
const char *i18n_next_language(const struct i18n *i); // for a key that cycles

// Content: the phrase in the current language, the English words if there is no translation;
// "" for a phrase that was not given. Placeholders stay; see i18n_fill().
const char *say(const struct i18n *i, const struct phrase *phrase);

// The content in another language than the one in use, for whoever searches in all of them: to be
// closed; NULL: there is none. And the phrase from there, NULL: it is not in it.
struct mo *i18n_content(const struct i18n *i, const char *code);
const char *say_from(const struct mo *catalogue, const struct phrase *phrase);

// What a {placeholder} stands for; NULL values are shown as "…". Already translated.
//
// The words of a translation may ask for a form of a country's name, as in
// {destination:genitive}. It is what the pack's translations have for the code, "KZ", in the
// context "countries/KZ/genitive"; where the country is not known, for the word "destination" in
// "countries/destination/genitive". Without such an entry the name stands as it is.
struct fill {
    const char *name, *value;
};
struct fills {
    const char *destination, *award_country, *study_country, *instrument, *office, *institution,
        *as_of;
    const char *destination_code, *award_code, *study_code; // NULL: not known
    const struct fill *more;                                // what only some texts hold
    int n_more;
};
// say() with the placeholders replaced, in the arena.
const char *say_filled(const struct i18n *i, struct arena *arena, const struct phrase *phrase,
                       const struct fills *fills);
const char *i18n_fill(const struct i18n *i, struct arena *arena, const char *template,
                      const struct fills *fills);

// UTF-8 to the terminal's charset, with ASCII fallbacks ("..." for …, * for •, ? at the worst).
// What would steer the terminal is replaced first (utf8_clean()).
void i18n_encode(const struct i18n *i, struct text *out, const char *utf8);
// One character: itself, or the ASCII character to show in its place.
uint32_t i18n_shown(const struct i18n *i, uint32_t c);

// A date for a person: 2026-10-01, 2026-10 or 2026 (ISO, in every language). In the arena.
const char *say_date(struct arena *arena, int32_t packed);

// For _() and P_(): the program's words in the current language.
const char *i18n_text(const char *words) __attribute__((format_arg(1)));
const char *i18n_plural(const char *one, const char *many, unsigned long n)
    __attribute__((format_arg(1), format_arg(2)));

// For C_(); and for tables whose words are marked with NC_(context, words).
const char *i18n_context(const char *domain, const char *both, const char *words)
    __attribute__((format_arg(3)));
const char *i18n_marked(const char *context, const char *words);

#endif
