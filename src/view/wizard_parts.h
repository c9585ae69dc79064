// SPDX-License-Identifier: MIT
// What the two halves of the wizard share: wizard.c (pages and keys) and wizard_answer.c (rows, fields, typing).
#ifndef TANU_VIEW_WIZARD_PARTS_H
#define TANU_VIEW_WIZARD_PARTS_H

#include "view/wizard.h"

// wizard.c
const struct question *wizard_question(const struct wizard *w); // NULL at the result
struct ground wizard_ground(struct wizard *w, struct arena *arena);
int32_t wizard_focused(struct wizard *w); // value of the focused item; ITEM_FIELD where nothing can be focused
void wizard_say(struct wizard *w, const char *words); // the message of the next page
void wizard_enter(struct wizard *w); // stands at the session's question, nothing typed or focused yet

// wizard_answer.c
enum wizard_event wizard_accept_question(struct wizard *w); // Enter on a question
enum wizard_event wizard_give_unknown(struct wizard *w);
enum wizard_event wizard_toggle(struct wizard *w, int32_t choice);
enum wizard_event wizard_type_character(struct wizard *w, input key);
enum wizard_event wizard_erase(struct wizard *w, bool next);
enum wizard_event wizard_move_cursor(struct wizard *w, bool right);
enum wizard_event wizard_typed(struct wizard *w); // what was typed changed

#endif
