// SPDX-License-Identifier: MIT
// The loop: paint, wait, hand the key over; see screen.h.
#include "front/screen.h"

#include <stdio.h>
#include <string.h>

#include "paper/paint.h"

// Milliseconds from a frame to the work ahead of the next key. The kernel hands the frame on after
// the write, on the same processor: work at once would hold it back by as long as it takes.
enum { REST = 5 };

struct loop {
    struct wizard *w;
    struct terminal *t;
    struct painter painter;
    int64_t idle, touched;          // how long is idle (0: never); when somebody last did something
    const struct screen_care *care; // or NULL
    int64_t beat;                   // when it is to be told next that all is well
    int64_t prepare;                // when what comes next is made ready (TERMINAL_NEVER: it is)
    bool changed;                   // there is something to paint
    int end;                        // what screen_run() returns
};

static void resize(struct loop *l)
{
    int columns, rows;
    terminal_size(l->t, &columns, &rows);
    painter_resize(&l->painter, columns, rows);
    wizard_size(l->w, columns, rows, !terminal_ascii(l->t));
}

static void paint(struct loop *l)
{
    const struct page *side = painter_wide(&l->painter) ? wizard_side(l->w) : NULL;
    painter_paint(&l->painter, wizard_page(l->w), side);
    terminal_show(l->t, &l->painter.cells);
}

static int list_rows(const struct loop *l)
{
    int rows = l->painter.large ? l->painter.rows / 2 : l->painter.rows; // of what can be chosen
    return rows > 1 ? rows - 1 : 1;
}

// Nothing of the last person stays, neither typed ahead nor painted.
static void forget(struct loop *l)
{
    terminal_forget(l->t);
    painter_forget(&l->painter);
    terminal_redraw(l->t);
}

static bool renews(struct loop *l)
{
    if (!wizard_due(l->w))
        return false;
    l->end = SCREEN_RENEW;
    return true;
}

// Returns false when the person wants to go.
static bool act(struct loop *l, enum wizard_event event)
{
    switch (event) {
    case WIZARD_SAME:
        break;
    case WIZARD_PAGE:
        l->changed = true;
        break;
    case WIZARD_SCROLL:
        l->changed |= painter_scroll(&l->painter, wizard_scroll(l->w));
        break;
    case WIZARD_MOUSE:
        terminal_mouse(l->t, wizard_mouse(l->w));
        l->changed = true;
        break;
    case WIZARD_REDRAW:
        terminal_redraw(l->t);
        l->changed = true;
        break;
    case WIZARD_RESET:
        forget(l);
        l->changed = true;
        return !renews(l);
    case WIZARD_SPEAK:
        l->end = SCREEN_SPEAK;
        return false;
    case WIZARD_LEAVE:
        return false;
    }
    return true;
}

static bool touched(struct loop *l, enum wizard_event event)
{
    l->touched = terminal_now();
    return act(l, event);
}

static int64_t idle_at(const struct loop *l)
{
    int64_t wait = wizard_policy(l->w) ? wizard_wait(l->w) : l->idle;
    return wait ? l->touched + wait : TERMINAL_NEVER;
}

static void look_after(struct loop *l)
{
    const struct screen_care *care = l->care;
    if (care && care->minute)
        wizard_minute(l->w, care->minute(care->context));
    if (!wizard_beat(l->w) || terminal_now() < l->beat)
        return;
    wizard_alive(l->w);
    l->beat = terminal_now() + wizard_beat(l->w);
}

// The deadlines of the beat and of what is made ready are not that of the person.
static bool waited(struct loop *l)
{
    if (terminal_now() >= l->prepare) {
        l->prepare = TERMINAL_NEVER;
        wizard_prepare(l->w);
    }
    if (terminal_now() < idle_at(l))
        return true;
    return !renews(l) && touched(l, wizard_idle(l->w));
}

// A row is taken, a part of the result is opened, a word of the footer does what its key does.
static enum wizard_event click(struct loop *l, int row, int column)
{
    char number[12];
    if (!wizard_context(l->w)) // as any key
        return wizard_do(l->w, ACTION_REDRAW, NULL);
    if (l->changed) // it was meant for what is seen
        paint(l);
    struct spot spot = painter_spot(&l->painter, row, column);
    const struct page *page = wizard_page(l->w);
    switch (spot.kind) {
    case SPOT_ITEM:
        return wizard_choose(l->w, spot.index);
    case SPOT_TAB:
        snprintf(number, sizeof number, "%d", spot.index + 1);
        return wizard_do(l->w, ACTION_NUMBER, number);
    case SPOT_HINT:
        return spot.index < page->n_hints
                   ? wizard_do(l->w, (enum action)page->hints[spot.index].action, NULL)
                   : WIZARD_SAME;
    case SPOT_MORE:
        return wizard_key(l->w, spot.index ? INPUT_PAGE_DOWN : INPUT_PAGE_UP, list_rows(l));
    case SPOT_NOTHING:
        break;
    }
    return WIZARD_SAME;
}

static bool one_event(struct loop *l)
{
    struct terminal_input in;
    int64_t deadline = idle_at(l);
    look_after(l);
    if (wizard_beat(l->w) && l->beat < deadline)
        deadline = l->beat;
    if (l->prepare < deadline)
        deadline = l->prepare;
    if (l->changed) // it is painted, also where what was typed after it means nothing
        deadline = 0;
    switch (terminal_next(l->t, &in, deadline)) {
    case TERMINAL_KEY:
        return in.key == INPUT_NONE || touched(l, wizard_key(l->w, in.key, list_rows(l)));
    case TERMINAL_PASTE:
        return touched(l, wizard_paste(l->w, in.bytes, in.len));
    case TERMINAL_CLICK:
        return touched(l, click(l, in.row, in.column));
    case TERMINAL_RESIZE:
        resize(l);
        l->changed = true;
        return true;
    case TERMINAL_SIGNAL:
        l->end = in.signal;
        return false;
    case TERMINAL_GONE:
        l->end = SCREEN_GONE;
        return false;
    case TERMINAL_IDLE:
        return waited(l);
    }
    return false;
}

void screen_cover(struct terminal *t, const struct page *page)
{
    int columns, rows;
    struct painter painter = {.ascii = terminal_ascii(t), .large = terminal_large(t)};
    terminal_size(t, &columns, &rows);
    painter_resize(&painter, columns, rows);
    painter_paint(&painter, page, NULL);
    terminal_show(t, &painter.cells);
    painter_release(&painter);
}

int screen_run(struct wizard *w, struct terminal *t, int64_t idle, const struct screen_care *care)
{
    struct loop l = {.w = w,
                     .t = t,
                     .painter = {.ascii = terminal_ascii(t), .large = terminal_large(t)},
                     .idle = idle,
                     .care = care,
                     .beat = terminal_now(),
                     .prepare = TERMINAL_NEVER};
    bool stay = true;
    resize(&l);
    l.changed = true;
    l.touched = terminal_now();
    while (stay) {
        if (l.changed && !terminal_pending(t)) {
            paint(&l);
            l.changed = false;
            l.prepare = terminal_now() + REST;
        }
        stay = one_event(&l);
    }
    painter_release(&l.painter);
    return l.end;
}
