// SPDX-License-Identifier: MIT
//
// The questions of one destination on paper, to be filled without a computer, and the line in which
// a counsellor types such a sheet.
//
// A form is cut into sheets. The line of a sheet holds its number, the number of the form, and one
// group for each question that it asks, in the order printed, with blanks between:
//     2        a choice, by its number               1,3,8  boxes, by their numbers; 0: none of
//     them KZ       a country, by its code; else the number of another choice 2021  3.5  2021-09 a
//     number, a year, a month, a date ?        "I don't know"                        -      left
//     empty
// Free text stays on the paper. The number of a form changes with its questions, so that a line of
// another form is refused instead of misread.
#ifndef TANU_VIEW_FORM_H
#define TANU_VIEW_FORM_H

#include "view/builders.h"

enum { FORM_MOST_SHEETS = 99 };

struct form {
    int32_t destination; // index into pack->countries
    int number;          // 1000 to 9999
    int n, n_sheets;
    int32_t questions[PACK_MAX_QUESTIONS]; // those that can change something there
    int sheet[PACK_MAX_QUESTIONS];         // by place in `questions`, from 1
};

// Which questions, on which sheets; the engine may meet a law that is too large (engine_trouble()).
void form_plan(struct form *form, const struct pack *pack, struct engine *engine,
               int32_t destination);
// Free text stands on the paper, but not in the line.
bool form_in_line(const struct pack *pack, int32_t question);
struct page *page_form(const struct ground *g, const struct form *form);

// Reads the lines of sheets, any number of them in any order; what they do not hold stays absent.
// The answers of `out` include the destination. 0, or -1 with a translated sentence in *why that
// names the place.
int form_read(const struct ground *g, const struct form *form, const char *lines,
              struct answers *out, const char **why);

#endif
