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
#include "base/text.h"
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
    complain("%s: no pack can be read there: %s. Name one with --pack DIR.", dir, strerror(fault));
    return EXIT_NO_INPUT;
}

static void print_faults(const struct diags *diags, const char *option)
{
    struct text out = TEXT_INIT, dir = TEXT_INIT;
    struct i18n i18n;
    call_language(&i18n, NULL);
    places_pack(&dir, option);
    diags_render(&out, diags);
    (void)out_words(&i18n, STDERR_FILENO, text_str(&out));
    text_release(&out);
    complain(P_("%s: %zu error in the pack; nothing was started.",
                "%s: %zu errors in the pack; nothing was started.", diags->errors),
             text_str(&dir), diags->errors);
    text_release(&dir);
}

// TANU_CACHE=off: neither read nor written.
static bool cache_wanted(void)
{
    const char *wish = getenv("TANU_CACHE");
    return !wish || strcmp(wish, "off") != 0;
}

int call_load(const struct call *call, unsigned flags, const struct pack **pack,
              struct diags *diags)
{
    struct text dir = TEXT_INIT;
    places_pack(&dir, call->pack);
    if (!flags && cache_wanted())
        flags = LOAD_CACHE;
    int status = readable(text_str(&dir));
    *pack = NULL;
    if (!status)
        *pack = pack_load(text_str(&dir), flags, diags);
    text_release(&dir);
#ifdef __GLIBC__
    malloc_trim(0); // the YAML trees are gone; give their memory back
#endif
    return status;
}

int call_open_spoken(const struct call *call, struct i18n *i18n, bool utf8,
                     const struct pack **pack)
{
    call_language(i18n, call->language);
    if (utf8)
        i18n_assume_utf8(i18n);
    int status = call_open(call, 0, pack);
    if (status || i18n_set_pack(i18n, *pack, NULL) >= 0 || !call->language)
        return status;
    complain("this pack has no texts in '%s'.", call->language);
    pack_free(*pack);
    *pack = NULL;
    return EXIT_USAGE;
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
        complain("--assume: %s", text_str(&why));
        pack_free(*pack);
        *pack = NULL;
    }
    text_release(&why);
    return assumed ? 0 : EXIT_USAGE;
}

int call_open(const struct call *call, unsigned flags, const struct pack **pack)
{
    struct diags diags;
    diags_init(&diags);
    int status = call_load(call, flags, pack, &diags);
    if (!status && !*pack) {
        diags_sort(&diags);
        print_faults(&diags, call->pack);
        status = EXIT_DATA;
    }
    diags_release(&diags);
    return status ? status : assume(call, pack);
}

int call_open_other(const struct call *call, const char *dir, const struct pack **pack)
{
    struct call other = *call;
    other.pack = dir;
    other.n_assume = 0;
    return call_open(&other, 0, pack);
}
