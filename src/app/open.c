// SPDX-License-Identifier: MIT
// Finding and loading the pack for a command.
#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/command.h"
#include "app/places.h"
#include "base/console.h"
#include "base/text.h"
#include "engine/engine.h"
#include "front/out.h"
#include "pack/read/assume.h"
#include "pack/read/load.h"
#include "tongue/i18n.h"

void call_language(struct i18n *i18n, const char *wish)
{
    struct text folder = TEXT_INIT;
    places_locale(&folder);
    i18n_init(i18n, wish, text_str(&folder));
    text_release(&folder);
}

// Is there a folder with a pack.yaml that can be read? Says why not.
static int readable(const char *dir)
{
    struct text file = TEXT_INIT;
    struct stat info;
    text_printf(&file, "%s/pack.yaml", dir);
    int fault = stat(dir, &info) < 0 || access(text_str(&file), R_OK) < 0 ? errno : 0;
    if (!fault && !S_ISDIR(info.st_mode))
        fault = ENOTDIR;
    text_release(&file);
    if (!fault)
        return 0;
    call_complain("%s: no pack can be read there: %s. Name one with --pack DIR.", dir,
                  strerror(fault));
    return EXIT_NO_INPUT;
}

void call_tell_faults(const struct diags *diags)
{
    struct text out = TEXT_INIT;
    struct i18n i18n;
    call_language(&i18n, NULL);
    diags_render(&out, diags);
    (void)out_words(&i18n, STDERR_FILENO, text_str(&out));
    text_release(&out);
}

static void print_faults(const struct diags *diags, const char *option)
{
    struct text dirs[PLACES_MOST_PACKS];
    int n = places_packs(dirs, option);
    call_tell_faults(diags);
    call_complain(P_("%s: %zu error in the pack; nothing was started.",
                     "%s: %zu errors in the pack; nothing was started.", diags->errors),
                  text_str(&dirs[n - 1]), diags->errors);
    for (int i = 0; i < n; i++)
        text_release(&dirs[i]);
}

// TANU_PREPARED=off: packs are read from their own files.
static const struct pack *load_prepared(const char *dir)
{
    const char *wish = getenv("TANU_PREPARED");
    struct text file = TEXT_INIT;
    if (wish && !strcmp(wish, "off"))
        return NULL;
    places_prepared(&file, dir);
    const struct pack *pack = pack_load_prepared(dir, text_str(&file));
    text_release(&file);
    return pack;
}

// One folder. 0 with *pack NULL where `diags` holds errors.
static int load_from(const char *dir, unsigned flags, const struct pack **pack, struct diags *diags)
{
    int status = readable(dir);
    *pack = NULL;
    if (!status && !(flags & LOAD_CASES))
        *pack = load_prepared(dir);
    if (!status && !*pack)
        *pack = pack_load(dir, flags, diags);
    return status;
}

// The YAML trees are gone.
static void give_back(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

// `from` gets the folder; it may be NULL.
static int load(const struct call *call, unsigned flags, const struct pack **pack,
                struct diags *diags, struct text *from)
{
    struct text dirs[PLACES_MOST_PACKS];
    int n = places_packs(dirs, call->pack), status = 0;
    for (int i = 0; i < n; i++) {
        status = load_from(text_str(&dirs[i]), flags, pack, diags);
        if (*pack && from)
            text_add(from, text_str(&dirs[i]));
        if (*pack || i + 1 == n)
            break;
        // An installed pack that is broken is no reason to stand still.
        call_complain("%s: this installed pack cannot be loaded; the one before it is used.",
                      text_str(&dirs[i]));
        diags_release(diags);
        diags_init(diags);
    }
    for (int i = 0; i < n; i++)
        text_release(&dirs[i]);
    give_back();
    return status;
}

int call_load(const struct call *call, unsigned flags, const struct pack **pack,
              struct diags *diags)
{
    return load(call, flags, pack, diags, NULL);
}

// --assume: the pack as if.
static int assume(const struct call *call, const struct pack **pack)
{
    struct text why = TEXT_INIT;
    if (!call->n_assume)
        return 0;
    const struct pack *assumed = pack_assume(*pack, call->assume, call->n_assume, &why);
    if (assumed) {
        *pack = assumed;
    } else {
        call_complain("--assume: %s", text_str(&why));
        pack_free(*pack);
        *pack = NULL;
    }
    text_release(&why);
    return assumed ? 0 : EXIT_USAGE;
}

static int open_from(const struct call *call, unsigned flags, const struct pack **pack,
                     struct text *from)
{
    struct diags diags;
    diags_init(&diags);
    int status = load(call, flags, pack, &diags, from);
    if (!status && !*pack) {
        diags_sort(&diags);
        print_faults(&diags, call->pack);
        status = EXIT_DATA;
    }
    diags_release(&diags);
    return status ? status : assume(call, pack);
}

int call_trouble(const struct pack *pack, const struct engine *engine, int status)
{
    const struct law_trouble *trouble = engine ? engine_trouble(engine) : NULL;
    if (!trouble)
        return status;
    struct text words = TEXT_INIT;
    engine_trouble_text(&words, pack, trouble);
    text_add(&words, " [too-complex]");
    call_complain("%s", text_str(&words));
    text_release(&words);
    return EXIT_DATA;
}

int call_open(const struct call *call, unsigned flags, const struct pack **pack)
{
    return open_from(call, flags, pack, NULL);
}

int call_open_other(const struct call *call, const char *dir, const struct pack **pack)
{
    struct call other = *call;
    other.pack = dir;
    other.n_assume = 0;
    return call_open(&other, 0, pack);
}

void call_first_pack(const struct call *call, struct text *dir)
{
    struct text dirs[PLACES_MOST_PACKS];
    int n = places_packs(dirs, call->pack);
    text_add(dir, text_str(&dirs[0]));
    for (int i = 0; i < n; i++)
        text_release(&dirs[i]);
}

const struct pack *call_load_quietly(const char *dir)
{
    struct diags diags;
    diags_init(&diags);
    const struct pack *pack = load_prepared(dir);
    if (!pack)
        pack = pack_load(dir, LOAD_NEAR, &diags);
    diags_release(&diags);
    give_back();
    return pack;
}

// Its own translations lie beside a pack that came from elsewhere. `own`: that folder.
static int take_texts(struct i18n *i18n, const struct pack *pack, const struct text *from,
                      struct text *own)
{
    text_printf(own, "%s/po", text_str(from));
    return i18n_set_pack(i18n, pack, text_str(own));
}

static void draw_with_font(struct i18n *i18n)
{
    struct console_letters font;
    if (console_letters(STDOUT_FILENO, &font))
        i18n_draw(i18n, &font);
}

static int speak_of(struct i18n *i18n, const struct pack *pack, const struct text *from)
{
    struct text own = TEXT_INIT;
    int status = take_texts(i18n, pack, from, &own);
    if (i18n->damaged)
        call_complain("%s/%s.mo: this catalogue is damaged (%s); its texts stay in English.",
                      text_str(&own), i18n->lang, i18n->damaged);
    text_release(&own);
    return status;
}

bool call_speak_quietly(struct i18n *i18n, const struct pack *pack, const struct text *from,
                        const char *wish)
{
    struct text own = TEXT_INIT;
    bool spoken = take_texts(i18n, pack, from, &own) >= 0 || !wish;
    draw_with_font(i18n);
    text_release(&own);
    return spoken && !i18n->damaged;
}

int call_open_spoken(const struct call *call, struct i18n *i18n, bool utf8,
                     const struct pack **pack)
{
    call_language(i18n, call->language);
    if (utf8)
        i18n_assume_utf8(i18n);
    struct text from = TEXT_INIT;
    int status = open_from(call, LOAD_NEAR, pack, &from);
    int spoken = status ? 0 : speak_of(i18n, *pack, &from);
    if (!status && !utf8)
        draw_with_font(i18n);
    text_release(&from);
    if (status || spoken >= 0 || !call->language)
        return status;
    call_complain("this pack has no texts in '%s'.", call->language);
    pack_free(*pack);
    *pack = NULL;
    return EXIT_USAGE;
}

int32_t call_country(const struct pack *pack, const char *code)
{
    int32_t country = pack_country(pack, code);
    const char *meant = country == NONE ? country_meant(code) : NULL;
    if (meant && pack_country(pack, meant) != NONE)
        call_complain("--to: '%s' is no country code of this pack; did you mean %s?", code, meant);
    else if (country == NONE)
        call_complain("--to: '%s' is no country code of this pack; codes are such as KZ.", code);
    return country;
}
