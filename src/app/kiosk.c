// SPDX-License-Identifier: MIT
// See kiosk.h.
#include "app/kiosk.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/command.h"
#include "app/doors.h"
#include "app/outlet.h"
#include "app/places.h"
#include "app/policy.h"
#include "app/tries.h"
#include "app/visits.h"
#include "base/console.h"
#include "base/io.h"
#include "base/jail.h"
#include "base/notify.h"
#include "base/pin.h"
#include "base/text.h"
#include "engine/engine.h"
#include "front/line.h"
#include "front/out.h"
#include "front/screen.h"
#include "pack/read/load.h"
#include "tongue/i18n.h"
#include "tongue/languages.h"

enum { NAME_ROOM = 64, NOTIFY_ROOM = 108, BEAT = 5000, FONT_PATIENCE = 300000 }; // milliseconds

struct kiosk {
    struct call *call;
    bool lines;
    struct policy policy;
    struct arena arena; // of the policy
    struct i18n i18n;
    const struct pack *pack;
    struct engine *engine;
    struct wizard *w;
    struct program_outlet outlet;
    struct print_helper helper;
    bool on_that_day;            // --as-of: the day does not move
    struct stat content;         // of the pack's first file, when it was opened
    struct console_letters font; // that the console had then; nothing: it is none
    bool whole;                  // it had all letters that are wanted
    int64_t started;             // by terminal_now()
    struct terminal *terminal;   // NULL in line mode
    struct tries tries;
    struct wizard_visits visits;
    int64_t begun;            // the visit, on the clock that only goes forward
    char notify[NOTIFY_ROOM]; // systemd's socket, or ""
    int64_t beat;             // milliseconds between two signs of life, or 0
};

// ---- the world around --------------------------------------------------------------------------

// A name, and nothing that could be a path or a command.
static bool plain(const char *value)
{
    const char *good = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+._@-";
    return strlen(value) < NAME_ROOM && !value[strspn(value, good)];
}

// What systemd has to say, before the environment is forgotten.
static void hear_systemd(struct kiosk *k)
{
    const char *at = getenv("NOTIFY_SOCKET"), *limit = getenv("WATCHDOG_USEC");
    long long most = limit ? strtoll(limit, NULL, 10) / 1000 : 0;
    if (at && strlen(at) < sizeof k->notify)
        memcpy(k->notify, at, strlen(at) + 1);
    k->beat = most > 0 && most / 3 < BEAT ? most / 3 : BEAT;
    tries_open(&k->tries, getenv("STATE_DIRECTORY"), time(NULL));
}

// Where it has to read from here on: the system's own files, content, and its terminal. Whoever
// prints was started before.
static void shut(const struct kiosk *k)
{
    struct text dirs[PLACES_MOST_PACKS], locale = TEXT_INIT, prepared = TEXT_INIT, own = TEXT_INIT;
    const char *terminal = ttyname(STDIN_FILENO), *output = ttyname(STDOUT_FILENO);
    int n = places_packs(dirs, k->call->pack);
    places_locale(&locale);
    places_own(&own);
    places_prepared(&prepared, text_str(&dirs[0]));
    struct jail_place places[PLACES_MOST_PACKS + 12] = {
        {"/usr", JAIL_READ},
        {"/lib", JAIL_READ},
        {"/lib64", JAIL_READ},
        {"/etc/terminfo", JAIL_READ},
        {"/etc/localtime", JAIL_READ},
        {TANU_STATEDIR, JAIL_READ},
        {text_str(&locale), JAIL_READ},
        {text_str(&prepared), JAIL_READ},
        {k->tries.folder, JAIL_WRITE},
        {terminal, JAIL_WRITE},
        {output, JAIL_WRITE},
        {text_str(&own), JAIL_READ},
    };
    for (int i = 0; i < n; i++)
        places[12 + i] = (struct jail_place){text_str(&dirs[i]), JAIL_READ};
    (void)jail_files(places, 12 + n); // systemd shuts it in besides
    (void)jail_calls(JAIL_ALONE);
    for (int i = 0; i < n; i++)
        text_release(&dirs[i]);
    text_release(&locale);
    text_release(&own);
    text_release(&prepared);
}

// Of the environment only what says how to speak to this terminal is believed.
static void forget_environment(void)
{
    static const char *const kept[] = {"TERM", "LANG"};
    enum { KEPT = sizeof kept / sizeof *kept };
    char values[KEPT][NAME_ROOM] = {""};
    for (int i = 0; i < KEPT; i++) {
        const char *value = getenv(kept[i]);
        if (value && plain(value))
            memcpy(values[i], value, strlen(value) + 1);
    }
    clearenv();
    for (int i = 0; i < KEPT; i++)
        if (values[i][0])
            setenv(kept[i], values[i], 1);
}

// SIGTERM ends, SIGHUP wipes and ends; the terminal's own controls, and everything else that can be
// ignored, do nothing.
static void deaf_to_signals(void)
{
    for (int number = 1; number <= SIGRTMAX; number++) {
        bool heard = number == SIGTERM || number == SIGHUP || number == SIGWINCH ||
                     number == SIGCONT || number == SIGCHLD || number == SIGSEGV ||
                     number == SIGBUS || number == SIGFPE || number == SIGILL ||
                     number == SIGABRT || number == SIGTRAP || number == SIGSYS;
        if (!heard)
            signal(number, SIG_IGN);
    }
}

// ---- the policy --------------------------------------------------------------------------------

static int read_policy(struct kiosk *k, const char *file)
{
    struct diags diags;
    diags_init(&diags);
    int status = policy_read(*file ? file : NULL, &k->policy, &k->arena, &diags);
    int fault = errno;
    if (status) {
        call_tell_faults(&diags);
        call_complain("the policy of the kiosk cannot be used; nothing was started.");
    }
    diags_release(&diags);
    return !status ? EXIT_GOOD : fault == ENOENT ? EXIT_NO_INPUT : EXIT_CONFIG;
}

// ---- content -----------------------------------------------------------------------------------

static void look_at_content(const struct kiosk *k, struct stat *out)
{
    struct text dirs[PLACES_MOST_PACKS];
    int n = places_packs(dirs, k->call->pack);
    text_add(&dirs[0], "/pack.yaml");
    if (stat(text_str(&dirs[0]), out) != 0)
        memset(out, 0, sizeof *out);
    for (int i = 0; i < n; i++)
        text_release(&dirs[i]);
}

static void close_visit(struct kiosk *k)
{
    wizard_free(k->w);
    engine_free(k->engine);
    k->w = NULL;
    k->engine = NULL;
}

static int close_content(struct kiosk *k, int status)
{
    status = call_trouble(k->pack, k->engine, status);
    close_visit(k);
    pack_free(k->pack);
    if (k->pack)
        i18n_release(&k->i18n);
    k->pack = NULL;
    return status;
}

// Letters that a console can have, of a language that is wanted, and that its font has not: another
// driver took it over, and brought its own.
static bool font_lost(const struct kiosk *k)
{
    struct console_letters now;
    size_t n;
    const struct language *rows = language_rows(&n);
    if (!console_letters(STDOUT_FILENO, &now))
        return false;
    for (size_t i = 0; i < n; i++)
        if (policy_speaks(&k->policy, rows[i].code) && i18n_has(&k->i18n, rows[i].code) &&
            language_narrow(&rows[i]) && !console_draws(&now, rows[i].letters))
            return true;
    return false;
}

// It draws other letters than when the visit began.
static bool font_changed(const struct kiosk *k)
{
    struct console_letters now = {{0}};
    (void)console_letters(STDOUT_FILENO, &now);
    return memcmp(&now, &k->font, sizeof now) != 0;
}

// What only a new start can mend, where somebody starts it: the font, and who prints. A font that
// lacked letters from the beginning on is asked for again, and not time and again.
static bool worn(const struct kiosk *k)
{
    bool patient = !k->whole && terminal_now() - k->started < FONT_PATIENCE;
    return k->notify[0] &&
           ((font_lost(k) && !patient) || (k->policy.print && !print_helper_there(&k->helper)));
}

static bool same_content(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_dev == b->st_dev &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec;
}

// Another day, or another pack.
static bool due(void *context)
{
    const struct kiosk *k = context;
    struct stat now;
    if (font_changed(k) || worn(k))
        return true;
    if (!k->on_that_day && call_today() != k->call->as_of)
        return true;
    look_at_content(k, &now);
    return now.st_ino && !same_content(&now, &k->content);
}

static int32_t minute(void *context)
{
    (void)context;
    time_t now = time(NULL);
    struct tm day;
    return now != (time_t)-1 && localtime_r(&now, &day) ? day.tm_hour * 60 + day.tm_min : 0;
}

// ---- a visit, and what is told of it -----------------------------------------------------------

static bool pin(void *context, const char *typed, int64_t *wait)
{
    struct kiosk *k = context;
    int64_t now = time(NULL);
    *wait = tries_pause(&k->tries, now);
    if (*wait > 0 || !tries_count(&k->tries, now))
        return false;
    bool right = pin_right(k->policy.pin, typed);
    if (right)
        tries_clear(&k->tries);
    *wait = tries_pause(&k->tries, now);
    return right;
}

static void begins(void *context)
{
    struct kiosk *k = context;
    k->begun = terminal_now();
}

// Never onto the screen of a person.
static void ends(void *context, struct wizard *w)
{
    struct kiosk *k = context;
    struct text line = TEXT_INIT;
    char hour[16] = "";
    time_t now = time(NULL);
    struct tm day;
    if (!k->policy.counts || isatty(STDERR_FILENO) || !localtime_r(&now, &day))
        return;
    strftime(hour, sizeof hour, "%Y-%m-%dT%H", &day);
    visits_line(&line, w, &k->policy, (terminal_now() - k->begun) / 1000, hour);
    (void)write_all(STDERR_FILENO, text_str(&line), line.len); // nobody is left to be told
    text_release(&line);
}

static void tell(void *context, const struct wizard *w)
{
    struct kiosk *k = context;
    struct text words = TEXT_INIT;
    text_printf(&words, "READY=1\nWATCHDOG=1\nSTATUS=%s; %s %s",
                wizard_rests(w) ? "at rest" : "in use", k->pack->id, k->pack->version);
    (void)notify_send(k->notify, text_str(&words)); // a supervisor that is gone starts us again
    text_release(&words);
}

// What cannot be loaded while it runs leaves what it had; it is looked at again when it changes.
static int open_content(struct kiosk *k)
{
    struct i18n i18n;
    const struct pack *pack = NULL;
    look_at_content(k, &k->content);
    memset(&k->font, 0, sizeof k->font);
    (void)console_letters(STDOUT_FILENO, &k->font);
    int status = call_open_spoken(k->call, &i18n, false, &pack);
    if (status) {
        i18n_release(&i18n);
        return status;
    }
    (void)close_content(k, EXIT_GOOD);
    k->pack = pack;
    k->i18n = i18n;
    if (k->policy.n_languages)
        i18n_offer(&k->i18n, k->policy.languages, k->policy.n_languages);
    k->whole = !font_lost(k);
    return EXIT_GOOD;
}

// For whoever wrote the policy: once, and never onto the screen of a person.
static void tell_unspoken(const struct kiosk *k)
{
    for (int32_t i = 0; i < k->policy.n_languages && !isatty(STDERR_FILENO); i++)
        if (!i18n_has(&k->i18n, k->policy.languages[i]))
            call_complain("the policy of the kiosk names '%s', but the content has no texts in it; "
                          "it is not offered.",
                          k->policy.languages[i]);
}

static void open_visit(struct kiosk *k)
{
    if (!k->on_that_day)
        k->call->as_of = call_today();
    k->engine = engine_new(k->pack, k->call->as_of);
    k->w = wizard_new(&k->i18n, k->pack, k->engine, k->call->as_of,
                      k->lines ? ABILITY_LINES : ABILITY_ALL);
    outlet_open(&k->outlet, k->policy.print, &k->helper);
    wizard_outlet(k->w, &k->outlet.outlet);
    k->visits = (struct wizard_visits){.context = k,
                                       .pin = pin,
                                       .alive = tell,
                                       .beat = k->beat,
                                       .due = due,
                                       .begins = begins,
                                       .ends = ends};
    wizard_kiosk(k->w, &k->policy, &k->visits);
}

// True: only a new start can take it up. The C library reads catalogues once, and content that
// another version of the program came with may need that one.
static bool renew(struct kiosk *k)
{
    struct stat before = k->content;
    if (worn(k))
        return true;
    close_visit(k);
    bool taken = open_content(k) == EXIT_GOOD;
    open_visit(k);
    return taken && k->notify[0] && !same_content(&before, &k->content);
}

// ---- the rounds --------------------------------------------------------------------------------

static int end_status(int end)
{
    return end == SIGTERM ? EXIT_GOOD : doors_screen_status(end);
}

// The rest of a visit in line mode. Returns SCREEN_SPEAK: on the screen again.
static int spoken(struct kiosk *k, int *status)
{
    (void)terminal_leave(k->terminal);
    wizard_speak(k->w, true);
    enum line_end end = line_run(k->w, STDIN_FILENO, STDOUT_FILENO);
    wizard_speak(k->w, false);
    *status = doors_lines_status(end);
    if (end != LINE_OVER)
        return SCREEN_LEFT;
    if (!terminal_again(k->terminal))
        *status = EXIT_SYSTEM;
    return SCREEN_SPEAK;
}

static int on_screen(struct kiosk *k)
{
    const struct screen_care care = {.context = k, .minute = minute};
    int end, status = EXIT_GOOD;
    k->terminal = doors_screen(k->call, &k->i18n, k->policy.large);
    if (!k->terminal)
        return close_content(k, EXIT_SYSTEM);
    do {
        end = screen_run(k->w, k->terminal, 0, &care);
        if (end == SCREEN_RENEW)
            status = renew(k) ? EXIT_TRY_AGAIN : EXIT_GOOD;
        else if (end == SCREEN_SPEAK)
            end = spoken(k, &status);
    } while (!status && (end == SCREEN_RENEW || end == SCREEN_SPEAK));
    (void)terminal_close(k->terminal);
    return close_content(k, status ? status : end_status(end));
}

static int in_lines(struct kiosk *k)
{
    enum line_end end;
    do
        end = line_run(k->w, STDIN_FILENO, STDOUT_FILENO);
    while (end == LINE_RENEW && !renew(k));
    return close_content(k, end == LINE_RENEW ? EXIT_TRY_AGAIN : doors_lines_status(end));
}

int kiosk_run(struct call *call, const char *policy, bool lines)
{
    struct kiosk k = {
        .call = call, .helper = {.socket = -1}, .on_that_day = call->as_of != call_today()};
    int status = read_policy(&k, policy);
    k.started = terminal_now();
    if (!status) {
        hear_systemd(&k);
        forget_environment();
        deaf_to_signals();
        jail_memory();
        if (k.policy.print)
            print_helper_start(&k.helper, k.policy.print, NULL, 0);
        call->pack = call->pack ? call->pack : k.policy.pack;
        k.lines = lines || terminal_fit() != TERMINAL_FITS;
        status = open_content(&k);
    }
    if (!status) {
        tell_unspoken(&k);
        open_visit(&k);
        shut(&k);
    }
    if (!status && k.lines)
        status = in_lines(&k);
    else if (!status)
        status = on_screen(&k);
    (void)notify_send(k.notify, "STOPPING=1");
    print_helper_end(&k.helper);
    arena_release(&k.arena);
    return status;
}
