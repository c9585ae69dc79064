// SPDX-License-Identifier: MIT
// The round of a kiosk: at rest, a visit, "is anybody there?", and at rest again with nothing kept.
#include "wizard/state.h"

enum {
    TURN = 15000,  // milliseconds that a picture stands still between two visits
    STILL = 60000, // the same where nothing is to move: only the night is looked for
    SECOND = 1000
};

// ---- from outside ------------------------------------------------------------------------------

void wizard_kiosk(struct wizard *w, const struct policy *policy, const struct wizard_visits *visits)
{
    w->policy = policy;
    w->visits = visits;
    w->abilities = policy_abilities(policy) & (w->abilities | ~(unsigned)ABILITY_KEYS);
    w->greets = w->chooses = true;
    wizard_start_again(w);
}

void wizard_speak(struct wizard *w, bool on)
{
    w->abilities = on ? w->abilities & ~(unsigned)ABILITY_KEYS : w->abilities | ABILITY_KEYS;
    w->speaks = on;
    w->page = NULL;
    w->arrivals++;
}

bool wizard_speaks(const struct wizard *w)
{
    return w->speaks;
}

int64_t wizard_beat(const struct wizard *w)
{
    return w->visits && w->visits->alive ? w->visits->beat : 0;
}

void wizard_alive(const struct wizard *w)
{
    if (w->visits && w->visits->alive)
        w->visits->alive(w->visits->context, w);
}

const struct policy *wizard_policy(const struct wizard *w)
{
    return w->policy;
}

bool wizard_rests(const struct wizard *w)
{
    return wizard_screen(w) == SCREEN_ATTRACT;
}

bool wizard_due(const struct wizard *w)
{
    return wizard_rests(w) && w->visits && w->visits->due && w->visits->due(w->visits->context);
}

int64_t wizard_wait(const struct wizard *w)
{
    if (!w->policy)
        return 0;
    bool lines = !(w->abilities & ABILITY_KEYS), asked = wizard_screen(w) == SCREEN_IDLE;
    if (wizard_rests(w))
        return lines || w->policy->still ? STILL : TURN;
    if (lines)
        return (int64_t)(asked ? w->policy->warning_lines : w->policy->idle_lines) * SECOND;
    return asked ? SECOND : (int64_t)w->policy->idle * SECOND;
}

void wizard_minute(struct wizard *w, int32_t minute)
{
    bool dark = w->policy && policy_night(w->policy, minute);
    if (dark != w->dark && wizard_rests(w))
        w->page = NULL;
    w->dark = dark;
}

// ---- the round ---------------------------------------------------------------------------------

int verb_speak(struct wizard *w, enum action action, const char *argument)
{
    (void)w;
    (void)action;
    (void)argument;
    return WIZARD_SPEAK;
}

void kiosk_end(struct wizard *w)
{
    if (w->begun && w->visits && w->visits->ends)
        w->visits->ends(w->visits->context, w);
    w->begun = false;
}

void kiosk_begin(struct wizard *w)
{
    w->left = 0;
    (void)i18n_switch(w->i18n, i18n_first_language(w->i18n));
    wizard_open(w, SCREEN_ATTRACT);
}

// Each turn somewhere else, and in the next language.
static int turn(struct wizard *w)
{
    if (!w->policy->still && w->abilities & ABILITY_KEYS) {
        w->turns++;
        (void)i18n_switch(w->i18n, i18n_next_language(w->i18n));
    }
    return WIZARD_REDRAW;
}

int kiosk_idle(struct wizard *w)
{
    if (wizard_rests(w))
        return turn(w);
    bool lines = !(w->abilities & ABILITY_KEYS);
    if (wizard_screen(w) == SCREEN_IDLE) // nobody who listens hears each second
        return !lines && --w->left > 0 ? WIZARD_PAGE : wizard_start_again(w);
    w->left = lines ? w->policy->warning_lines : w->policy->warning;
    return wizard_open(w, SCREEN_IDLE);
}

bool kiosk_woken(struct wizard *w)
{
    enum screen screen = wizard_screen(w);
    if (screen != SCREEN_ATTRACT && screen != SCREEN_IDLE)
        return false;
    wizard_close(w);
    if (screen == SCREEN_ATTRACT) {
        (void)i18n_switch(w->i18n, i18n_first_language(w->i18n));
        w->begun = true;
        if (w->visits && w->visits->begins)
            w->visits->begins(w->visits->context);
    }
    w->page = NULL;
    w->side = NULL;
    return true;
}

// ---- its screens -------------------------------------------------------------------------------

// No key means anything there: each of them wakes.
static enum context no_context(const struct wizard *w)
{
    (void)w;
    return (enum context)0;
}

static struct page *build_attract(struct wizard *w, const struct ground *g)
{
    return page_attract(g, w->turns, w->dark, w->abilities & ABILITY_KEYS);
}

static struct page *build_idle(struct wizard *w, const struct ground *g)
{
    return page_idle(g, w->left, w->abilities & ABILITY_KEYS);
}

const struct screen_ops screen_attract = {
    .id = "attract", .context = no_context, .build = build_attract};
const struct screen_ops screen_idle = {.id = "idle", .context = no_context, .build = build_idle};
