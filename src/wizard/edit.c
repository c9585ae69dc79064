// SPDX-License-Identifier: MIT
// The line that is typed in: characters, a paste, erasing, the cursor in it.
#include "wizard/state.h"

#include <string.h>
#include "base/utf8.h"

void line_wipe(struct wizard_line *line)
{
    explicit_bzero(line, sizeof *line);
}

void line_set(struct wizard_line *line, const char *words)
{
    size_t len = strlen(words);
    line_wipe(line);
    if (len > WIZARD_FIELD_MAX)
        len = 0;
    memcpy(line->bytes, words, len);
    line->cursor = len;
    line->used = len > 0;
}

static bool insert(struct wizard_line *line, const char *bytes, size_t len)
{
    size_t have = strlen(line->bytes), at = line->cursor;
    if (len > WIZARD_FIELD_MAX - have)
        return false;
    memmove(line->bytes + at + len, line->bytes + at, have - at + 1);
    memcpy(line->bytes + at, bytes, len);
    line->cursor += len;
    line->used |= len > 0;
    return true;
}

// What was typed changed: the list below it starts again at its first match.
static int changed(struct wizard *w)
{
    w->focus[wizard_screen(w)] = PAGE_FOCUS_OWN;
    return WIZARD_PAGE;
}

static int type(struct wizard *w, struct wizard_line *line, const char *bytes)
{
    size_t len = bytes ? strlen(bytes) : 0;
    uint32_t c = 0;
    if (!len || (!(utf8_decode(bytes, len, &c) == len && utf8_spelling(c)) &&
                 utf8_check(bytes, len, 0, NULL)))
        return WIZARD_SAME;
    if (!insert(line, bytes, len))
        wizard_say(w, _("That is too long. Please shorten it."));
    return changed(w);
}

static int erase(struct wizard *w, struct wizard_line *line, bool next)
{
    size_t have = strlen(line->bytes), at = line->cursor;
    size_t from = next ? at : utf8_prev(line->bytes, have, at),
           to = next ? utf8_next(line->bytes, have, at) : at;
    memmove(line->bytes + from, line->bytes + to, have - to + 1);
    explicit_bzero(line->bytes + have - (to - from), to - from);
    line->cursor = from;
    return changed(w);
}

// Backspace that is held, or that a keyboard sends twice, does no harm: it never leaves a line in
// which there was text, and after it has led back it erases nothing until another key is pressed.
static int backspace(struct wizard *w, struct wizard_line *line)
{
    if (line->bytes[0] && w->backs_away) {
        wizard_say(w, _("Your answer is kept. To change it, first press the right arrow key."));
        return WIZARD_PAGE;
    }
    if (line->bytes[0])
        return erase(w, line, false);
    if (!line->used)
        return wizard_back(w);
    wizard_say(w, _("To go back from here, press the left arrow key or Esc."));
    return WIZARD_PAGE;
}

static int move_cursor(struct wizard *w, struct wizard_line *line, bool right)
{
    size_t have = strlen(line->bytes), at = line->cursor;
    line->cursor = right ? utf8_next(line->bytes, have, at) : utf8_prev(line->bytes, have, at);
    w->focus[wizard_screen(w)] = 0; // the line itself
    return WIZARD_PAGE;
}

int verb_edit(struct wizard *w, enum action action, const char *argument)
{
    const struct screen_ops *ops = screen_ops(wizard_screen(w));
    struct wizard_line *line = ops->line ? ops->line(w) : NULL;
    if (!line)
        return WIZARD_PASS;
    switch (action) {
    case ACTION_TYPE:
        return type(w, line, argument);
    case ACTION_LEFT:
        return line->bytes[0] ? move_cursor(w, line, false) : wizard_back(w);
    case ACTION_RIGHT:
        return move_cursor(w, line, true);
    case ACTION_ERASE:
        return backspace(w, line);
    case ACTION_ERASE_NEXT:
        return erase(w, line, true);
    case ACTION_ERASE_ALL:
        explicit_bzero(line->bytes, sizeof line->bytes);
        line->cursor = 0;
        return changed(w);
    default:
        return WIZARD_PASS;
    }
}

int edit_paste(struct wizard *w, const char *bytes, size_t len)
{
    if (wizard_screen(w) == SCREEN_WELCOME)
        wizard_arrive(w); // what was pasted there was meant for the first question
    const struct screen_ops *ops = screen_ops(wizard_screen(w));
    struct wizard_line *line = ops->line ? ops->line(w) : NULL;
    if (!line)
        return WIZARD_PASS;
    while (len && (bytes[len - 1] == '\n' || bytes[len - 1] == '\r'))
        len--;
    char tidy[WIZARD_FIELD_MAX + 1] = "";
    if (len > WIZARD_FIELD_MAX)
        wizard_say(w, _("That is too long. Please shorten it."));
    else if (utf8_valid(bytes, len, NULL) != UTF8_OK)
        wizard_say(w, _("There are characters in it that cannot be read. Please type it again."));
    else if (!insert(line, tidy, utf8_tidy(tidy, bytes, len)))
        wizard_say(w, _("That is too long. Please shorten it."));
    explicit_bzero(tidy, sizeof tidy);
    return changed(w);
}
