// SPDX-License-Identifier: MIT
// The loop: paint, wait, hand the key over; see screen.h.
#include "front/screen.h"

#include <string.h>

#include "paper/paint.h"

struct loop {
    struct wizard *w;
    struct terminal *t;
    struct painter painter;
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

// Returns false when the person wants to go. *changed: there is something to paint.
static bool act(struct loop *l, enum wizard_event event, bool *changed)
{
    switch (event) {
    case WIZARD_SAME:
        break;
    case WIZARD_PAGE:
        *changed = true;
        break;
    case WIZARD_SCROLL:
        *changed |= painter_scroll(&l->painter, wizard_scroll(l->w));
        break;
    case WIZARD_REDRAW:
        terminal_redraw(l->t);
        *changed = true;
        break;
    case WIZARD_RESET: // nothing of the last person stays, neither typed ahead nor painted
        terminal_forget(l->t);
        painter_forget(&l->painter);
        terminal_redraw(l->t);
        *changed = true;
        break;
    case WIZARD_LEAVE:
        return false;
    }
    return true;
}

static bool one_event(struct loop *l, bool *changed, int *end)
{
    struct terminal_input in;
    switch (terminal_next(l->t, &in, TERMINAL_NEVER)) {
    case TERMINAL_KEY:
        return in.key == INPUT_NONE || act(l, wizard_key(l->w, in.key, list_rows(l)), changed);
    case TERMINAL_PASTE:
        return act(l, wizard_paste(l->w, in.bytes, in.len), changed);
    case TERMINAL_RESIZE:
        resize(l);
        *changed = true;
        return true;
    case TERMINAL_SIGNAL:
        *end = in.signal;
        return false;
    case TERMINAL_GONE:
        *end = SCREEN_GONE;
        return false;
    case TERMINAL_IDLE:
        return true;
    }
    return false;
}

int screen_run(struct wizard *w, struct terminal *t)
{
    struct loop l = {.w = w, .t = t, .painter = {.ascii = terminal_ascii(t)}};
    int end = SCREEN_LEFT;
    bool changed = true, stay = true;
    resize(&l);
    while (stay) {
        if (changed && !terminal_pending(t)) {
            paint(&l);
            changed = false;
        }
        stay = one_event(&l, &changed, &end);
    }
    painter_release(&l.painter);
    return end;
}
