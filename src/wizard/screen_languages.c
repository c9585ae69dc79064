// SPDX-License-Identifier: MIT
// The languages, each by its own name.
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_LANGUAGES;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    return page_languages(g, w->focus[SCREEN_LANGUAGES]);
}

int language_take(struct wizard *w, const char *code)
{
    if (i18n_switch(w->i18n, code))
        wizard_say(w, _("This language cannot be shown here."));
    else if (wizard_screen(w) == SCREEN_LANGUAGES)
        wizard_close(w);
    w->side = NULL;
    return WIZARD_REDRAW;
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    int32_t index = wizard_focused(w);
    return index < 0 ? WIZARD_SAME : language_take(w, w->i18n->languages[index].code);
}

const struct screen_ops screen_languages = {
    .id = "languages",
    .context = context,
    .build = build,
    .accept = accept,
};
