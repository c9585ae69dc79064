// SPDX-License-Identifier: MIT
// See kiosk.h.
#include "app/kiosk.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/command.h"
#include "app/outlet.h"
#include "app/places.h"
#include "app/policy.h"
#include "base/text.h"
#include "engine/engine.h"
#include "front/line.h"
#include "front/out.h"
#include "front/screen.h"
#include "pack/read/load.h"
#include "tongue/i18n.h"

enum { NAME_ROOM = 64 };

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
    bool on_that_day;          // --as-of: the day does not move
    struct stat content;       // of the pack's first file, when it was opened
    struct terminal *terminal; // NULL in line mode
};

// ---- the world around --------------------------------------------------------------------------

// A name, and nothing that could be a path or a command.
static bool plain(const char *value)
{
    const char *good = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+._@-";
    return strlen(value) < NAME_ROOM && !value[strspn(value, good)];
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

// What was answered never goes to a swap file, where the system allows that.
static void lock_memory(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY)
        (void)mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
}

static date today(void)
{
    time_t now = time(NULL);
    struct tm day;
    if (now == (time_t)-1 || !localtime_r(&now, &day))
        return DATE_MIN;
    return date_make(day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

// ---- the policy --------------------------------------------------------------------------------

static int read_policy(struct kiosk *k, const char *file)
{
    struct diags diags;
    diags_init(&diags);
    int status = policy_read(*file ? file : NULL, &k->policy, &k->arena, &diags);
    int fault = errno;
    if (status) {
        struct text words = TEXT_INIT;
        struct i18n i18n;
        call_language(&i18n, NULL);
        diags_render(&words, &diags);
        (void)out_words(&i18n, STDERR_FILENO, text_str(&words));
        text_release(&words);
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

static int open_visit(struct kiosk *k)
{
    if (!k->on_that_day)
        k->call->as_of = today();
    look_at_content(k, &k->content);
    int status = call_open_spoken(k->call, &k->i18n, false, &k->pack);
    if (status)
        return status;
    if (k->policy.n_languages)
        i18n_offer(&k->i18n, k->policy.languages, k->policy.n_languages);
    k->engine = engine_new(k->pack, k->call->as_of);
    k->w = wizard_new(&k->i18n, k->pack, k->engine, k->call->as_of,
                      k->lines ? ABILITY_LINES : ABILITY_ALL);
    outlet_open(&k->outlet, k->policy.print);
    wizard_outlet(k->w, &k->outlet.outlet);
    wizard_kiosk(k->w, &k->policy);
    return EXIT_GOOD;
}

static int close_visit(struct kiosk *k, int status)
{
    wizard_free(k->w);
    status = call_trouble(k->pack, k->engine, status);
    engine_free(k->engine);
    pack_free(k->pack);
    i18n_release(&k->i18n);
    k->w = NULL;
    k->engine = NULL;
    k->pack = NULL;
    return status;
}

// Another day, or another pack.
static bool due(void *context)
{
    const struct kiosk *k = context;
    struct stat now;
    if (!k->on_that_day && today() != k->call->as_of)
        return true;
    look_at_content(k, &now);
    return now.st_ino && (now.st_ino != k->content.st_ino || now.st_dev != k->content.st_dev ||
                          now.st_mtim.tv_sec != k->content.st_mtim.tv_sec);
}

static int32_t minute(void *context)
{
    (void)context;
    time_t now = time(NULL);
    struct tm day;
    return now != (time_t)-1 && localtime_r(&now, &day) ? day.tm_hour * 60 + day.tm_min : 0;
}

// ---- the rounds --------------------------------------------------------------------------------

static int end_status(int end)
{
    if (end == SCREEN_GONE)
        return EXIT_SIGNAL + SIGHUP;
    return end == SCREEN_LEFT || end == SIGTERM ? EXIT_GOOD : EXIT_SIGNAL + end;
}

static int on_screen(struct kiosk *k)
{
    struct terminal_looks looks = {.contrast = call_has(k->call, "contrast")};
    const struct screen_care care = {.context = k, .due = due, .minute = minute};
    k->terminal = terminal_open(&k->i18n, &looks);
    if (!k->terminal) {
        call_complain("the terminal cannot be used; try 'tanu --line'.");
        return close_visit(k, EXIT_SYSTEM);
    }
    int end, status = EXIT_GOOD;
    while ((end = screen_run(k->w, k->terminal, 0, &care)) == SCREEN_RENEW && !status) {
        status = close_visit(k, EXIT_GOOD);
        status = status ? status : open_visit(k);
    }
    (void)terminal_close(k->terminal);
    return close_visit(k, status ? status : end_status(end));
}

static int in_lines(struct kiosk *k)
{
    enum line_end end = line_run(k->w, STDIN_FILENO, STDOUT_FILENO);
    if (end == LINE_CANNOT_READ)
        call_complain("standard input cannot be read: %s", strerror(errno));
    else if (end == LINE_CANNOT_WRITE)
        call_complain("cannot write to standard output: %s", strerror(errno));
    return close_visit(k, end == LINE_LEFT ? EXIT_GOOD : EXIT_IO);
}

int kiosk_run(struct call *call, const char *policy, bool lines)
{
    struct kiosk k = {.call = call, .on_that_day = call->as_of != today()};
    int status = read_policy(&k, policy);
    if (!status) {
        forget_environment();
        deaf_to_signals();
        lock_memory();
        call->pack = call->pack ? call->pack : k.policy.pack;
        k.lines = lines || terminal_fit() != TERMINAL_FITS;
        status = open_visit(&k);
    }
    if (!status)
        status = k.lines ? in_lines(&k) : on_screen(&k);
    arena_release(&k.arena);
    return status;
}
