// SPDX-License-Identifier: MIT
// What moved after an answer was changed from the result; from here, and from the result, all of it
// can be taken back.
#include <string.h>
#include "wizard/state.h"

static bool same(const struct answer *a, const struct answer *b)
{
    return a->state == b->state && a->value == b->value && a->last == b->last &&
           a->text_length == b->text_length &&
           (!a->text || !b->text || !memcmp(a->text, b->text, (size_t)a->text_length));
}

void changed_remember(struct wizard *w)
{
    struct session *s = &w->session;
    bool result = s->next == NONE || w->asking.changes || wizard_shows_result(w);
    if (w->changing || !result || !s->n_path)
        return;
    session_mark(s);
    w->changing = true;
}

void changed_mark(struct wizard *w, const struct answer *answer)
{
    if (!same(answer, &w->session.current.of[w->asking.question]))
        changed_remember(w);
}

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_CHANGED;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    struct ground before = *g;
    assess(w->engine, &w->session.past, ASSESS_FULL, w->before);
    before.answers = &w->session.past;
    before.assessment = w->before;
    return page_changed(&before, g);
}

int changed_arrive(struct wizard *w)
{
    if (!w->changing || !wizard_shows_result(w))
        return WIZARD_PAGE;
    w->changing = false;
    struct arena_mark mark = arena_mark(&w->frame);
    wizard_assess(w);
    struct ground g = wizard_ground(w, &w->frame);
    bool moved = build(w, &g) != NULL;
    arena_rewind(&w->frame, mark);
    if (moved)
        return wizard_open(w, SCREEN_CHANGED);
    wizard_say(w, _("The result stays as it was."));
    return WIZARD_PAGE;
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return wizard_close(w);
}

int verb_undo(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    struct session *s = &w->session;
    struct answers before = s->all;
    bool country = s->marked && s->marked_only == w->pack->q_destination;
    bool result = wizard_shows_result(w);
    if (!session_undo(s)) {
        explicit_bzero(&before, sizeof before);
        wizard_say(w, _("There is nothing to take back."));
        return WIZARD_PAGE;
    }
    diplomas_share(w, &before);
    w->assessed = w->changing = false;
    wizard_arrive(w);
    if (result)
        wizard_result_again(w);
    wizard_say(w, _("Your answer is as it was before."));
    if (country)
        compare_undone(w, &before.of[w->pack->q_destination]);
    explicit_bzero(&before, sizeof before);
    return WIZARD_PAGE;
}

const struct screen_ops screen_changed = {
    .id = "changed",
    .context = context,
    .assessed = true,
    .build = build,
    .accept = accept,
};
