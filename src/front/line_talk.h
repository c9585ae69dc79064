// SPDX-License-Identifier: MIT
// What the parts of line mode share; line.h is the door.
#ifndef TANU_FRONT_LINE_TALK_H
#define TANU_FRONT_LINE_TALK_H

#include "base/text.h"
#include "front/line_input.h"
#include "wizard/wizard.h"

enum { TALK_FOUND_MAX = 20 };

struct talk {
    struct wizard *w;
    int out_fd;
    bool failed; // the output cannot be written any more
    bool leaving;
    bool echoed; // a terminal shows what is typed; else the lines come from a file or a program
    bool repeat; // ask the question again with all its choices
    int width;
    int part; // of the result: the part to be shown next
    struct line_input in;
    int32_t found[TALK_FOUND_MAX]; // numbered countries of the last search
    int n_found;
};

struct ground talk_ground(struct talk *t);        // in the frame arena
void talk_say(struct talk *t, const char *words); // one paragraph, wrapped
void talk_page(struct talk *t, const struct page *page);
bool talk_is(const char *line, const char *word); // the same word, forgiving case and accents

// Answers. Each takes what was typed for the question asked; true if it was an answer (or was
// explained why not).
void talk_answer(struct talk *t, int32_t question, const char *line);

// The result beside that of the countries named in the list; says how to name them where there are
// none.
void talk_compare(struct talk *t, const char *list);

#endif
