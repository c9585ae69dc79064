// SPDX-License-Identifier: MIT
// The loop: paint, wait, hand the key over; see screen.h.
#include "front/screen.h"

#include <string.h>

#include "paper/paint.h"

struct loop {
    struct wizard *w;
    struct terminal *t;
    struct painter painter;
    int64_t idle, touched; // how long is idle (0: never); when somebody last did something
    bool changed;          // there is something to paint
};

static void resize(struct loop *l)
{
    int columns, rows;
    terminal_size(l->t, &columns, &rows);
    painter_resize(&l->painter, columns, rows);
}

static void paint(struct loop *l)
{
    const struct page *side = painter_wide(&l->painter) ? wizard_side(l->w) : NULL;
    painter_paint(&l->painter, wizard_page(l->w), side);
    terminal_show(l->t, &l->painter.cells);
}

static int list_rows(const struct loop *l)
{
    return l->painter.rows > 1 ? l->painter.rows - 1 : 1;
}

// Nothing of the last person stays, neither typed ahead nor painted.
static void forget(struct loop *l)
{
    terminal_forget(l->t);
    painter_forget(&l->painter);
    terminal_redraw(l->t);
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
    case WIZARD_REDRAW:
        terminal_redraw(l->t);
        l->changed = true;
        break;
    case WIZARD_RESET:
        forget(l);
        l->changed = true;
        break;
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

static bool one_event(struct loop *l, int *end)
{
    struct terminal_input in;
    int64_t deadline = l->idle ? l->touched + l->idle : TERMINAL_NEVER;
    switch (terminal_next(l->t, &in, deadline)) {
    case TERMINAL_KEY:
        return in.key == INPUT_NONE || touched(l, wizard_key(l->w, in.key, list_rows(l)));
    case TERMINAL_PASTE:
        return touched(l, wizard_paste(l->w, in.bytes, in.len));
    case TERMINAL_RESIZE:
        resize(l);
        l->changed = true;
        return true;
    case TERMINAL_SIGNAL:
        *end = in.signal;
        return false;
    case TERMINAL_GONE:
        *end = SCREEN_GONE;
        return false;
    case TERMINAL_IDLE:
        return touched(l, wizard_idle(l->w));
    }
    return false;
}

int screen_run(struct wizard *w, struct terminal *t, int64_t idle)
{
    struct loop l = {.w = w, .t = t, .painter = {.ascii = terminal_ascii(t)}, .idle = idle};
    int end = SCREEN_LEFT;
    bool stay = true;
    resize(&l);
    l.changed = true;
    l.touched = terminal_now();
    while (stay) {
        if (l.changed && !terminal_pending(t)) {
            paint(&l);
            l.changed = false;
        }
        stay = one_event(&l, &end);
    }
    painter_release(&l.painter);
    return end;
}
