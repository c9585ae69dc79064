// SPDX-License-Identifier: MIT
// The wizard's answers: rows taken, fields read, characters typed; see wizard.h.
#include "wizard/wizard_parts.h"

#include <string.h>
#include "base/utf8.h"

// ---- answering ---------------------------------------------------------------------------------

static enum wizard_event give(struct wizard *w, const struct answer *answer)
{
    if (session_answer(&w->session, w->asking.question, answer)) {
        wizard_say(w, _("That answer does not fit here. Please choose another one."));
        return WIZARD_PAGE;
    }
    w->assessed = false;
    w->tab = TAB_OUTCOME;
    wizard_enter(w);
    return WIZARD_PAGE;
}

static enum wizard_event give_value(struct wizard *w, int64_t value)
{
    struct answer answer = {.state = ANSWER_GIVEN, .value = value};
    return give(w, &answer);
}

enum wizard_event wizard_give_unknown(struct wizard *w)
{
    struct answer answer = {.state = ANSWER_UNKNOWN};
    if (!wizard_question(w)->unknown_allowed) {
        wizard_say(w, _("This question needs an answer: everything else depends on it."));
        return WIZARD_PAGE;
    }
    return give(w, &answer);
}

static enum wizard_event take_field(struct wizard *w)
{
    struct answer answer;
    struct arena scratch;
    const char *error = NULL;
    const struct question *q = wizard_question(w);
    if (q->type == Q_TEXT && q->unknown_allowed && !w->typed[strspn(w->typed, " ")])
        return wizard_give_unknown(w); // words may be left out
    arena_init(&scratch);
    struct ground g = wizard_ground(w, &scratch);
    enum wizard_event event = WIZARD_PAGE;
    if (field_read(&g, w->asking.question, w->typed, &answer, &error))
        wizard_say(w, error);
    else
        event = give(w, &answer);
    arena_release(&scratch);
    return event;
}

enum wizard_event wizard_toggle(struct wizard *w, int32_t choice)
{
    w->asking.many ^= (uint64_t)1 << choice;
    return WIZARD_PAGE;
}

// Enter on a row. In a list of several, Enter on a row that is not marked while nothing is marked
// can only mean that row: it is marked, and the next Enter goes on.
static enum wizard_event take_row(struct wizard *w, int32_t value)
{
    if (value == ITEM_UNKNOWN)
        return wizard_give_unknown(w);
    if (value == ITEM_NONE)
        return give_value(w, wizard_question(w)->min.value);
    if (wizard_question(w)->type != Q_MANY)
        return give_value(w, value);
    if (value != ITEM_DONE && !w->asking.many) {
        wizard_say(w, _("Marked. Mark more, or press Enter again to go on."));
        return wizard_toggle(w, value);
    }
    return give_value(w, (int64_t)w->asking.many);
}

static enum wizard_event accept_search(struct wizard *w)
{
    const struct page *page = wizard_page(w);
    bool found = page->n_items > 1 && page->items[1].value >= 0;
    if (w->typed[0] && found)
        return take_row(w, page->items[1].value);
    wizard_say(w, _("Please type a name, or choose one from the list."));
    return WIZARD_PAGE;
}

enum wizard_event wizard_accept_question(struct wizard *w)
{
    int32_t value = wizard_focused(w);
    if (value != ITEM_FIELD)
        return take_row(w, value);
    return wizard_context(w) == CONTEXT_SEARCH ? accept_search(w) : take_field(w);
}

// ---- typing ------------------------------------------------------------------------------------

// What was typed changed: the list starts again at its first match.
enum wizard_event wizard_typed(struct wizard *w)
{
    w->page = NULL;
    struct line_of_text line = wizard_line(w);
    *line.focus = 0;
    if (wizard_context(w) & (CONTEXT_SEARCH | CONTEXT_PICK) && line.bytes[0]) {
        const struct page *page = wizard_page(w);
        *line.focus = page->n_items > 1 && page->items[1].value >= 0 ? 1 : 0;
        w->page = NULL;
    }
    return WIZARD_PAGE;
}

static bool insert(struct wizard *w, const char *bytes, size_t len)
{
    struct line_of_text line = wizard_line(w);
    size_t have = strlen(line.bytes), at = *line.cursor;
    if (len > WIZARD_FIELD_MAX - have)
        return false;
    memmove(line.bytes + at + len, line.bytes + at, have - at + 1);
    memcpy(line.bytes + at, bytes, len);
    *line.cursor += len;
    return true;
}

enum wizard_event wizard_type_character(struct wizard *w, input key)
{
    char bytes[4];
    size_t len = utf8_encode(bytes, key);
    if (!len || (!utf8_spelling(key) && utf8_check(bytes, len, 0, NULL)))
        return WIZARD_SAME;
    if (!insert(w, bytes, len))
        wizard_say(w, _("That is too long. Please shorten it."));
    return wizard_typed(w);
}

enum wizard_event wizard_erase(struct wizard *w, bool next)
{
    struct line_of_text line = wizard_line(w);
    size_t have = strlen(line.bytes), at = *line.cursor;
    size_t from = next ? at : utf8_prev(line.bytes, have, at),
           to = next ? utf8_next(line.bytes, have, at) : at;
    memmove(line.bytes + from, line.bytes + to, have - to + 1);
    explicit_bzero(line.bytes + have - (to - from), to - from);
    *line.cursor = from;
    return wizard_typed(w);
}

enum wizard_event wizard_move_cursor(struct wizard *w, bool right)
{
    struct line_of_text line = wizard_line(w);
    size_t have = strlen(line.bytes), at = *line.cursor;
    *line.cursor = right ? utf8_next(line.bytes, have, at) : utf8_prev(line.bytes, have, at);
    *line.focus = 0;
    return WIZARD_PAGE;
}

enum wizard_event wizard_paste(struct wizard *w, const char *bytes, size_t len)
{
    w->page = NULL;
    w->message[0] = 0;
    if (!(wizard_context(w) & CONTEXT_TEXT))
        return WIZARD_SAME;
    while (len && (bytes[len - 1] == '\n' || bytes[len - 1] == '\r'))
        len--;
    char tidy[WIZARD_FIELD_MAX + 1];
    if (len > WIZARD_FIELD_MAX)
        wizard_say(w, _("That is too long. Please shorten it."));
    else if (utf8_valid(bytes, len, NULL) != UTF8_OK)
        wizard_say(w, _("There are characters in it that cannot be read. Please type it again."));
    else if (!insert(w, tidy, utf8_tidy(tidy, bytes, len)))
        wizard_say(w, _("That is too long. Please shorten it."));
    explicit_bzero(tidy, sizeof tidy);
    return wizard_typed(w);
}
