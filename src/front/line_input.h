// SPDX-License-Identifier: MIT
// Lines from a file descriptor, bounded: what is too long is read to its end and refused.
#ifndef TANU_FRONT_LINE_INPUT_H
#define TANU_FRONT_LINE_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LINE_MAX_BYTES = 2000, LINE_CHUNK = 4096 };

enum line_state {
    LINE_READ,
    LINE_TOO_LONG,
    LINE_BAD,    // not in the charset of the terminal; without one: invalid UTF-8
    LINE_END,    // the input is at its end
    LINE_FAILED, // it cannot be read; errno says why
    LINE_IDLE,   // nobody has typed for `wait`; what was begun is dropped
    LINE_SIGNAL  // one came: in->signal
};

struct line_input {
    int fd;
    const char *charset; // of the terminal, NULL: UTF-8
    char chunk[LINE_CHUNK];
    size_t at, len;
    bool end;
    // Called every `beat` milliseconds while it waits, NULL: not.
    void (*alive)(const void *context);
    const void *context;
    int64_t beat;
    int64_t wait;          // milliseconds until LINE_IDLE, 0: never
    int signals, signal;   // a descriptor to look at as well, -1: none; the number of one that came
    enum line_state state; // what waiting for input has come to
    int fault;             // errno of the read that failed, 0: none
    char line[3 * LINE_MAX_BYTES]; // the line read, UTF-8, without spaces around it, cleaned
                                   // (utf8_tidy)
};

void line_input_init(struct line_input *in, int fd, const char *charset);
enum line_state line_input_next(struct line_input *in);
void line_input_forget(struct line_input *in); // overwrites what was used up
void line_input_wipe(struct line_input *in);   // overwrites everything

#endif
