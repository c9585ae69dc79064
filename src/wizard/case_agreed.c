// SPDX-License-Identifier: MIT
// What was agreed in an appointment, as it is typed in one line.
#include <string.h>

#include "wizard/state.h"

enum { WORDS = 3 };

// The parts between semicolons, without blanks around them; "" where there is none.
static void take_apart(struct wizard *w, const char *words, const char *parts[WORDS])
{
    for (int i = 0; i < WORDS; i++) {
        words += strspn(words, " ");
        size_t all = i + 1 < WORDS ? strcspn(words, ";") : strlen(words), len = all;
        while (len && words[len - 1] == ' ')
            len--;
        parts[i] = arena_strndup(&w->frame, words, len);
        words += all + (words[all] == ';');
    }
}

static bool some_words(struct wizard *w, const char *words)
{
    if (*words)
        return true;
    wizard_say(w, _("Please type a few words."));
    return false;
}

bool case_agree(struct wizard *w, const char *words)
{
    const char *parts[WORDS];
    date day;
    take_apart(w, words, parts);
    if (!some_words(w, parts[0]))
        return false;
    if (*parts[2] && date_parse(parts[2], &day)) {
        wizard_say(w, _("Please type a date, for example 2026-11-01."));
        return false;
    }
    kept_agree(&w->sitting->doc, w->as_of, parts[0], parts[1], parts[2]);
    return true;
}

bool case_refer(struct wizard *w, const char *words)
{
    const char *parts[WORDS];
    take_apart(w, words, parts);
    if (!some_words(w, parts[0]))
        return false;
    kept_refer(&w->sitting->doc, w->as_of, parts[0], parts[1]);
    return true;
}
