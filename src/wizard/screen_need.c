// SPDX-License-Identifier: MIT
// "By when?": the day by which the result is needed; the steps are then counted back from it.
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "wizard/state.h"

enum { LATEST_YEARS = 20 };

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_NAME;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    return page_need(g, w->day.bytes, w->day.cursor);
}

static struct wizard_line *line(struct wizard *w)
{
    return &w->day;
}

// False: it is no day that can be planned for, and why was said.
static bool take_day(struct wizard *w, const char *words)
{
    char plain[WIZARD_FIELD_MAX + 1] = "";
    date day = DATE_NONE;
    size_t length = strlen(words);
    if (length <= WIZARD_FIELD_MAX)
        plain[utf8_ascii_numbers(plain, words, length)] = '\0';
    if (length && date_parse(plain, &day)) {
        wizard_say(w, _("Please type a day as year-month-day, for example 2027-09-01."));
        return false;
    }
    if (day != DATE_NONE &&
        (day < w->as_of || date_year(day) > date_year(w->as_of) + LATEST_YEARS)) {
        wizard_say(w, day < w->as_of ? _("That day is over. Please type a later one.")
                                     : _("That is too far away to plan for."));
        return false;
    }
    w->need = day;
    w->tab = TAB_STEPS;
    return true;
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return take_day(w, w->day.bytes) ? wizard_close(w) : WIZARD_PAGE;
}

static int act(struct wizard *w, enum action action, const char *argument)
{
    if (action != ACTION_ANSWER || !argument)
        return WIZARD_PASS;
    return take_day(w, argument) ? wizard_close(w) : WIZARD_PAGE;
}

const struct screen_ops screen_need = {
    .id = "need",
    .context = context,
    .build = build,
    .accept = accept,
    .act = act,
    .line = line,
};

int verb_need(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    if (!argument)
        return wizard_open(w, SCREEN_NEED);
    (void)take_day(w, argument);
    return WIZARD_PAGE;
}
