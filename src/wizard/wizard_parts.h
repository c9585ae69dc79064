// SPDX-License-Identifier: MIT
// What the two halves of the wizard share: wizard.c (pages and keys) and wizard_answer.c (rows,
// fields, typing).
#ifndef TANU_WIZARD_WIZARD_PARTS_H
#define TANU_WIZARD_WIZARD_PARTS_H

#include "wizard/wizard.h"

// wizard.c
const struct question *wizard_question(const struct wizard *w); // NULL at the result
struct ground wizard_ground(struct wizard *w, struct arena *arena);
int32_t wizard_focused(
    struct wizard *w); // value of the focused item; ITEM_FIELD where nothing can be focused
void wizard_say(struct wizard *w, const char *words); // the message of the next page
void wizard_enter(
    struct wizard *w); // stands at the session's question, nothing typed or focused yet

// The line that can be typed in on this screen.
struct line_of_text {
    char *bytes; // WIZARD_FIELD_MAX + 1
    size_t *cursor;
    int *focus;
};
struct line_of_text wizard_line(struct wizard *w);

// wizard_pick.c: choosing countries to compare with
void wizard_pick_open(struct wizard *w);                // sets it up; the caller shows it
enum wizard_event wizard_pick_toggle(struct wizard *w); // the focused country
bool wizard_pick_accept(struct wizard *w); // Enter: marks a country; true: show the comparison

// wizard_answer.c
enum wizard_event wizard_accept_question(struct wizard *w); // Enter on a question
enum wizard_event wizard_give_unknown(struct wizard *w);
enum wizard_event wizard_toggle(struct wizard *w, int32_t choice);
enum wizard_event wizard_type_character(struct wizard *w, input key);
enum wizard_event wizard_erase(struct wizard *w, bool next);
enum wizard_event wizard_move_cursor(struct wizard *w, bool right);
enum wizard_event wizard_typed(struct wizard *w); // what was typed changed

#endif
