// SPDX-License-Identifier: MIT
// A calendar file; see ics.h. Lines end in CR LF and are folded at 75 octets, never inside a
// letter; commas, semicolons, backslashes and line breaks in a text are escaped.
#include "paper/ics.h"

#include <stdio.h>
#include <string.h>
#include "base/hash.h"
#include "case/json.h"
#include "view/parts.h"
#include "view/plan.h"

enum { FOLD = 75 };

struct calendar {
    struct text *out;
    const struct ground *g;
    const char *name;
    char stamp[32];
};

// A content line, folded.
static void put_line(struct calendar *c, const struct text *line)
{
    const char *bytes = text_str(line);
    size_t at = 0, room = FOLD;
    while (line->len - at > room) {
        size_t n = room;
        while (((unsigned char)bytes[at + n] & 0xC0) == 0x80)
            n--;
        text_bytes(c->out, bytes + at, n);
        text_add(c->out, "\r\n ");
        at += n;
        room = FOLD - 1; // the blank counts
    }
    text_bytes(c->out, bytes + at, line->len - at);
    text_add(c->out, "\r\n");
}

static void put_plain(struct calendar *c, const char *words)
{
    text_printf(c->out, "%s\r\n", words);
}

static void put_text(struct calendar *c, const char *name, const char *words)
{
    struct text line = TEXT_INIT;
    text_printf(&line, "%s:", name);
    for (; *words; words++) {
        if (strchr(",;\\", *words))
            text_char(&line, '\\');
        if (*words == '\n')
            text_add(&line, "\\n");
        else
            text_char(&line, *words);
    }
    put_line(c, &line);
    text_release(&line);
}

static void put_date(struct calendar *c, const char *name, date day)
{
    text_printf(c->out, "%s;VALUE=DATE:%08d\r\n", name, (int)day);
}

// What makes an event the same again: the step, the destination, and the case by its name or by
// what it is about.
static void put_uid(struct calendar *c, const char *what)
{
    const struct ground *g = c->g;
    const int32_t about[] = {g->pack->q_award_country, g->pack->q_level, g->pack->q_purpose};
    const struct destination *there = ground_destination(g);
    struct text words = TEXT_INIT;
    text_add(&words, c->name);
    for (size_t i = 0; i < sizeof about / sizeof *about && !*c->name; i++) {
        const struct answer *a = about[i] == NONE ? NULL : &g->answers->of[about[i]];
        text_char(&words, ',');
        if (a && a->state == ANSWER_GIVEN)
            answer_json(&words, g->pack, about[i], a);
    }
    text_printf(c->out, "UID:%s-%s-%016llx@tanu\r\n", what,
                there ? g->pack->countries[there->country] : "xx",
                (unsigned long long)hash_string(text_str(&words)));
    text_release(&words);
}

static void put_event(struct calendar *c, const char *what, date start, date end,
                      const char *summary, const char *description)
{
    put_plain(c, "BEGIN:VEVENT");
    put_uid(c, what);
    put_plain(c, c->stamp);
    put_date(c, "DTSTART", start);
    put_date(c, "DTEND", end);
    put_text(c, "SUMMARY", summary);
    put_text(c, "DESCRIPTION", description);
    put_plain(c, "TRANSP:TRANSPARENT");
    put_plain(c, "BEGIN:VALARM");
    put_plain(c, "ACTION:DISPLAY");
    put_text(c, "DESCRIPTION", summary);
    put_plain(c, "TRIGGER:-P1D");
    put_plain(c, "END:VALARM");
    put_plain(c, "END:VEVENT");
}

static void add_pair(struct text *t, const char *key, const char *words)
{
    if (words && *words)
        text_printf(t, "\n%s: %s", key, words);
}

static const char *fact_text(const struct ground *g, const struct item *step, const char *named)
{
    const struct fact *fact = ground_known_fact(g, step, named);
    return fact ? phrase_words(g, &fact->text) : NULL;
}

// Everything that one has to know on that day, in the calendar itself.
static void describe(struct text *t, const struct ground *g, const struct plan *plan,
                     const struct plan_step *s)
{
    const struct item *step = &g->pack->steps[s->step];
    const struct office *office = ground_step_office(g, step);
    text_add(t, phrase_words(g, &step->text));
    if (office) {
        add_pair(t, _("Office"), say(g->i18n, &office->name));
        add_pair(t, _("Address"), office->address);
        add_pair(t, _("Phone"), office->phone);
        add_pair(t, _("E-mail"), office->email);
        add_pair(t, _("Web"), office->url);
    }
    add_pair(t, _("Fee"), fact_text(g, step, step->fee));
    add_pair(t, _("Time"), fact_text(g, step, step->time));
    if (!s->known)
        text_printf(
            t, "\n%s",
            _("How long this takes is not known. The day is only a reminder of the order."));
    if (plan->late)
        text_printf(t, "\n%s",
                    _("Counted back from your day, this is too late. Ask the office whether there "
                      "is a quicker way."));
    text_printf(t, "\n%s", _("Not a promise: the authority decides."));
}

static void put_step(struct calendar *c, const struct plan *plan, const struct plan_step *s)
{
    const struct ground *g = c->g;
    const struct item *step = &g->pack->steps[s->step];
    const char *words = phrase_words(g, &step->text);
    struct text summary = TEXT_INIT, description = TEXT_INIT;
    if (!s->known)
        text_printf(&summary, "%s: ", _("Reminder"));
    text_add(&summary, words_first_sentence(g, words));
    describe(&description, g, plan, s);
    put_event(c, step->id, s->start, s->end, text_str(&summary), text_str(&description));
    text_release(&summary);
    text_release(&description);
}

static void begin(struct calendar *c)
{
    snprintf(c->stamp, sizeof c->stamp, "DTSTAMP:%08dT000000Z", (int)c->g->as_of);
    put_plain(c, "BEGIN:VCALENDAR");
    put_plain(c, "VERSION:2.0");
    put_plain(c, "PRODID:-//tanu//tanu//EN");
    put_plain(c, "CALSCALE:GREGORIAN");
}

void ics_days(struct text *out, const struct ground *g, const struct ics_day *days, int n,
              const char *name)
{
    struct calendar c = {.out = out, .g = g, .name = name};
    begin(&c);
    for (int i = 0; i < n; i++)
        put_event(&c, days[i].id, days[i].day, date_add_days(days[i].day, 1), days[i].says,
                  days[i].more);
    put_plain(&c, "END:VCALENDAR");
}

void ics_calendar(struct text *out, const struct ground *g, date start, date deadline,
                  const char *name)
{
    struct calendar c = {.out = out, .g = g, .name = name};
    struct plan plan;
    plan_make(&plan, g, start, deadline);
    begin(&c);
    if (g->assessment) // what programs show of a calendar besides its events
        put_text(&c, "X-WR-CALDESC",
                 arena_printf(g->arena, "%s. %s", outcome_headline(g),
                              _("Not a promise: the authority decides.")));
    for (int32_t i = 0; i < plan.n; i++)
        put_step(&c, &plan, &plan.steps[i]);
    if (deadline)
        put_event(&c, "deadline", deadline, date_add_days(deadline, 1),
                  _("You need the decision by today"), _("This is the day that you named."));
    put_plain(&c, "END:VCALENDAR");
}

bool ics_next_step(struct text *out, const struct ground *g, date start, date deadline,
                   const char *name)
{
    struct calendar c = {.out = out, .g = g, .name = name};
    struct plan plan;
    plan_make(&plan, g, start, deadline);
    if (!plan.n)
        return false;
    const struct item *step = &g->pack->steps[plan.steps[0].step];
    const struct office *office = ground_step_office(g, step);
    snprintf(c.stamp, sizeof c.stamp, "DTSTAMP:%08dT000000Z", (int)g->as_of);
    put_plain(&c, "BEGIN:VCALENDAR");
    put_plain(&c, "VERSION:2.0");
    put_plain(&c, "PRODID:tanu");
    put_plain(&c, "BEGIN:VEVENT");
    put_uid(&c, step->id);
    put_plain(&c, c.stamp);
    put_date(&c, "DTSTART", plan.steps[0].start);
    put_text(&c, "SUMMARY", words_first_sentence(g, phrase_words(g, &step->text)));
    if (office)
        put_text(&c, "LOCATION", say(g->i18n, &office->name));
    put_plain(&c, "END:VEVENT");
    put_plain(&c, "END:VCALENDAR");
    return true;
}
