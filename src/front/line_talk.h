// SPDX-License-Identifier: MIT
// What the parts of line mode share; line.h is the door.
#ifndef TANU_FRONT_LINE_TALK_H
#define TANU_FRONT_LINE_TALK_H

#include <termios.h>

#include "front/line_input.h"
#include "wizard/wizard.h"

struct talk {
    struct wizard *w;
    const struct i18n *i18n;
    int out_fd;
    int fault;  // errno of the first write that failed, 0: none
    int unread; // errno of a read that failed, 0: none
    bool leaving;
    bool echoed; // a terminal shows what is typed; else the lines come from a file or a program
    bool repeat; // say the question again with all its choices
    bool erases; // a kiosk's terminal can be emptied
    bool tty;    // a kiosk's terminal had these modes before
    struct termios before;
    int width;
    struct arena scratch; // for what is said; emptied each turn
    struct line_input in;
};

void talk_put(struct talk *t, const char *utf8);      // as it is
void talk_put_raw(struct talk *t, const char *bytes); // controls
void talk_say(struct talk *t, const char *words);     // one paragraph, wrapped
void talk_page(struct talk *t, const struct page *page);
// Does a verb of the wizard, and says what it has to say about it.
enum wizard_event talk_do(struct talk *t, enum action action, const char *argument);

// line_ask.c
// The first page. False: there is nothing to ask there, the questions can begin.
bool talk_welcome(struct talk *t);
void talk_early(struct talk *t);   // the first answer; the questions go on by themselves
void talk_confirm(struct talk *t); // really leave, really start again?
void talk_ask(struct talk *t);     // the question, all of it where t->repeat
void talk_offer(struct talk *t); // the end of the questions: the result where t->repeat, its parts
void talk_part(struct talk *t);  // the part of the result that is open

// line_kiosk.c: nothing of it does anything where there is no kiosk
void talk_guard(struct talk *t); // from now on signals end the talk, and the terminal's controls
                                 // do nothing
void talk_unguard(struct talk *t);
void talk_erase(struct talk *t); // the screen and what scrolled away
void talk_rest(struct talk *t);  // between two visits, or when nobody seems to be there
void talk_wake(struct talk *t);
void talk_pin(struct talk *t); // asks the staff for it; what is typed is not shown
void talk_take_pin(struct talk *t);
void talk_idle(struct talk *t); // nobody has typed for long

// line_command.c: does the line if it is a command; false where it is none.
bool talk_command(struct talk *t, const char *line);

#endif
