// SPDX-License-Identifier: MIT
// A kept case is opened: what has to be said first.
#include "base/seal.h"
#include "wizard/state.h"

const char *case_mode_words(struct wizard *w)
{
    const struct sitting *v = w->sitting;
    switch (v->mode) {
    case SITTING_BUSY:
        return arena_printf(&w->frame, _("Somebody has this case open, so it can only be read: %s"),
                            v->who);
    case SITTING_NEWER:
        return _(store_words(STORE_NEWER));
    case SITTING_DAMAGED:
        return _("The file of this case is damaged and is left as it is. This is the version "
                 "before; it can be saved under another name.");
    case SITTING_WRITES:
        break;
    }
    return "";
}

// Joined by blanks: each is a sentence.
static const char *and_also(struct wizard *w, const char *words, const char *more)
{
    return !*more ? words : !*words ? more : arena_printf(&w->frame, "%s %s", words, more);
}

enum { SOON = 30 }; // days before the last one

static const char *last_day_words(struct wizard *w)
{
    const char *expires = doc_text(w->sitting->doc.root, "expires");
    date day;
    if (!*expires || date_parse(expires, &day))
        return "";
    if (day < w->as_of)
        return arena_printf(&w->frame,
                            _("This case was to be kept until %s; “tanu cases purge” deletes it."),
                            expires);
    return day <= date_add_days(w->as_of, SOON)
               ? arena_printf(&w->frame, _("This case is kept until %s."), expires)
               : "";
}

static const char *first_words(struct wizard *w)
{
    const struct sitting *v = w->sitting;
    const char *words = "";
    if (*store_seen(&v->store))
        words = arena_printf(&w->frame,
                             _("This folder of cases is older than what was here on %s: was it "
                               "restored from a backup?"),
                             store_seen(&v->store));
    if (v->mode != SITTING_WRITES)
        return and_also(w, words, case_mode_words(w));
    if (v->spoilt)
        words = and_also(w, words,
                         arena_printf(&w->frame, "%s %s",
                                      _("What was not saved last time cannot be taken up:"),
                                      _(store_words(v->spoilt))));
    if (v->resumed)
        words = and_also(w, words, _("Answers that were not saved last time are back."));
    if (v->lost.len && !v->resumed)
        words = and_also(w, words,
                         arena_printf(&w->frame, "%s %s",
                                      _("These answers no longer fit and do not count:"),
                                      text_str(&v->lost)));
    return and_also(w, words, last_day_words(w));
}

void wizard_open_case(struct wizard *w, struct sitting *sitting)
{
    wizard_fill(w, sitting->resume.of, sitting->resume.n);
    w->sitting = sitting;
    if (sitting->store.vault) { // its answers stay in memory here too, until the wizard goes
        seal_hold(w, sizeof *w);
        seal_hold(w->several, sizeof *w->several);
    }
    w->abilities |= ABILITY_CASE;
    diplomas_answers(w, w->several);
    sitting_begin(sitting, w->several);
    if (sitting->moved.len)
        wizard_open(w, SCREEN_CASE);
    const char *words = first_words(w);
    if (*words)
        wizard_say(w, words);
}
