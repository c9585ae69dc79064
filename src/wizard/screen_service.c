// SPDX-License-Identifier: MIT
// A kiosk's page for the staff: the PIN that ends it. What is typed is never shown.
#include <string.h>

#include "wizard/state.h"

enum { PIN_MOST = 64 };

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_PIN;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    int signs = 0;
    for (const char *c = w->code.bytes; *c; c++)
        signs += (*c & 0xc0) != 0x80;
    return page_service(g, signs);
}

static struct wizard_line *line(struct wizard *w)
{
    return &w->code;
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    int64_t wait = -1;
    bool right = w->code.bytes[0] && strlen(w->code.bytes) <= PIN_MOST && w->visits &&
                 w->visits->pin && w->visits->pin(w->visits->context, w->code.bytes, &wait);
    line_wipe(&w->code);
    if (right)
        return WIZARD_LEAVE;
    if (wait > 0)
        wizard_say(w, arena_printf(&w->frame,
                                   P_("Wrong. The next try is possible in %d second.",
                                      "Wrong. The next try is possible in %d seconds.", wait),
                                   (int)wait));
    else
        wizard_say(w, _("This PIN is wrong."));
    return WIZARD_PAGE;
}

int verb_service(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    line_wipe(&w->code);
    return wizard_open(w, SCREEN_SERVICE);
}

const struct screen_ops screen_service = {
    .id = "service",
    .context = context,
    .build = build,
    .accept = accept,
    .line = line,
};
