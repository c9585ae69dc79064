// SPDX-License-Identifier: MIT
// `tanu`: the wizard, on the whole screen or in lines.
#include <errno.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "app/cover.h"
#include "app/desk_list.h"
#include "app/doors.h"
#include "app/kiosk.h"
#include "app/one_case.h"
#include "app/outlet.h"
#include "app/places.h"
#include "app/settings.h"
#include "base/oom.h"
#include "engine/engine.h"
#include "front/screen.h"
#include "pack/read/load.h"
#include "tongue/i18n.h"
#include "wizard/wizard.h"

static const struct flag flags[] = {
    {"line", NULL, N_("ask and answer in plain lines (also with ACCESSIBLE=1)")},
    {"contrast", NULL, N_("high contrast: no colours, bold and reverse")},
    {"large", NULL, N_("for touch: what can be chosen is two rows high")},
    {"kiosk", "[POLICY]", N_("one visit after the other, with what this file grants")},
    {"case", "[NAME]", N_("opens a case that is kept, or begins one; without NAME: the list")},
    {"passphrase-fd", "NUMBER", N_("read the passphrase of sealed cases from this descriptor")},
    {"answers", "FILE", N_("start with the answers of this case, a JSON object")},
    {NULL, NULL, NULL},
};

static bool wants_lines(const struct call *call)
{
    const char *accessible = getenv("ACCESSIBLE");
    return call_has(call, "line") || (accessible && *accessible && *accessible != '0');
}

static bool on_a_screen(const struct call *call)
{
    return !wants_lines(call) && terminal_fit() == TERMINAL_FITS;
}

// Does it begin at the first page, with the pack as it is?
static bool has_cover(const struct call *call)
{
    return !call_has(call, "case") && !call_has(call, "answers") && !call->n_assume &&
           on_a_screen(call);
}

// `terminal`: with the cover on it, or NULL.
static int on_screen(const struct call *call, struct wizard *w, struct terminal *terminal)
{
    if (!terminal)
        terminal = doors_screen(call, wizard_i18n(w), false);
    if (!terminal)
        return EXIT_SYSTEM;
    int end = screen_run(w, terminal, 0, NULL), late = terminal_close(terminal);
    if (end == SCREEN_LEFT && late)
        end = late;
    return doors_screen_status(end);
}

// Opens the desk, if a case is asked for. 0, or an exit status after saying why.
static int open_desk(const struct call *call, struct store *store)
{
    const char *name = call_flag(call, "case");
    if (!name)
        return 0;
    enum store_fault fault =
        !*name || store_name_good(name) ? store_open(store, true) : STORE_BAD_NAME;
    return fault ? desk_complain(fault, name) : desk_unseal(call, store);
}

// The case of that name, kept or new; on a screen the list where no name is given, or only the
// first letters of some.
static int open_case(struct wizard *w, struct desk_list *l, const char *name, bool lines)
{
    if (!*name && lines) {
        call_complain("say which case: --case NAME; 'tanu cases list' tells them all.");
        return EXIT_USAGE;
    }
    if (!*name || (!lines && desk_list_begins(l, name))) {
        wizard_open_desk(w, &l->desk, name);
        return 0;
    }
    enum store_fault fault =
        sitting_open(&l->sitting, l->d.pack, l->d.engine, l->d.call->as_of, &l->d.store, name);
    l->open = true;
    if (fault)
        return desk_complain(fault, name);
    wizard_open_case(w, &l->sitting);
    if (l->desk.n > store_has(&l->d.store, name)) // there are others
        wizard_know_desk(w, &l->desk);
    return 0;
}

// --answers: the person stands behind what the file answers.
static int fill(struct wizard *w, const struct call *call, const struct pack *pack)
{
    const char *file = call_flag(call, "answers");
    if (!file)
        return 0;
    struct one_case *one = xcalloc(1, sizeof *one);
    int status = one_case_read(one, pack, call->as_of, file);
    if (!status)
        wizard_fill(w, one->several.n ? one->several.of : &one->line.answers,
                    one->several.n ? one->several.n : 1);
    one_case_release(one);
    free(one);
    return status;
}

static int talk(const struct call *call, struct i18n *i18n, const struct pack *pack,
                struct engine *engine, const struct settings *settings, struct terminal *terminal)
{
    struct store store = {.sealed = false};
    int status = open_desk(call, &store);
    if (status) {
        desk_seal_again(&store);
        return status;
    }
    struct desk_list *list = call_has(call, "case") ? xcalloc(1, sizeof *list) : NULL; // large
    bool lines = !terminal && !on_a_screen(call);
    struct wizard *w =
        wizard_new(i18n, pack, engine, call->as_of, lines ? ABILITY_LINES : ABILITY_ALL);
    struct program_outlet outlet;
    outlet_open(&outlet, settings->print_queue, NULL);
    outlet.letterhead = settings->letterhead;
    wizard_outlet(w, &outlet.outlet);
    if (list) {
        desk_list_open(list, call, pack, engine, &store);
        status = open_case(w, list, call_flag(call, "case"), lines);
    } else {
        wizard_greet(w, !call->language);
    }
    if (!status)
        status = fill(w, call, pack);
    if (!status)
        status = lines ? doors_lines_status(line_run(w, STDIN_FILENO, STDOUT_FILENO))
                       : on_screen(call, w, terminal);
    wizard_free(w);
    if (list)
        desk_list_close(list);
    free(list);
    desk_seal_again(&store);
    return status;
}

// What the person has set up; a fault in it is said before the screen is taken.
static int read_settings(struct settings *settings, struct arena *arena)
{
    struct diags diags;
    diags_init(&diags);
    int fault = settings_read(settings, arena, &diags);
    if (fault) {
        call_tell_faults(&diags);
        call_complain("your settings cannot be used; nothing was started.");
    }
    diags_release(&diags);
    return fault ? EXIT_CONFIG : EXIT_GOOD;
}

static int visit(struct call *call, const struct settings *settings)
{
    const struct pack *pack = NULL;
    struct i18n i18n;
    struct cover cover = {.terminal = NULL};
    if (!call->language)
        call->language = settings->language;
    if (has_cover(call))
        cover_open(&cover, call, &i18n);
    if (cover.terminal)
        pack = cover_read(&cover, call, &i18n);
    cover_release(&cover);
    int status = pack ? EXIT_GOOD : call_open_spoken(call, &i18n, false, &pack);
    if (status) {
        i18n_release(&i18n);
        return status;
    }
    struct engine *engine = engine_new(pack, call->as_of);
    status = talk(call, &i18n, pack, engine, settings, cover.terminal);
    status = call_trouble(pack, engine, status);
    engine_free(engine);
    pack_free(pack);
    i18n_release(&i18n);
    return status;
}

// The heap grows by steps of this many bytes: a law that is made while nobody types asks the kernel
// once, not for each of its parts. Pages that nobody touches cost nothing.
enum { TOP_PAD = 1 << 20 };
// What the start needs for a moment (the first chunk of an arena) is given back, and leaves no hole
// that stays for the visit.
enum { MAP_FROM = 60 << 10 };

static int run(struct call *call)
{
#ifdef __GLIBC__
    mallopt(M_TOP_PAD, TOP_PAD);
    mallopt(M_MMAP_THRESHOLD, MAP_FROM);
#endif
    struct settings settings;
    struct arena arena;
    if (call_has(call, "kiosk") && call_has(call, "case")) {
        call_complain("a kiosk keeps no cases: leave --case out.");
        return EXIT_USAGE;
    }
    if (call_has(call, "kiosk") && call_has(call, "answers")) {
        call_complain("a kiosk begins each visit with nothing answered: leave --answers out.");
        return EXIT_USAGE;
    }
    if (call_has(call, "kiosk"))
        return kiosk_run(call, call_flag(call, "kiosk"), call_has(call, "line"));
    arena_init(&arena);
    int status = read_settings(&settings, &arena);
    if (!status)
        status = visit(call, &settings);
    arena_release(&arena);
    return status;
}

const struct command command_wizard = {
    .name = "",
    .operands = "",
    .summary =
        N_("Asks about a degree and tells how it is likely to be recognised in another country."),
    .flags = flags,
    .run = run,
};
