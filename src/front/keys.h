// SPDX-License-Identifier: MIT
// The bytes of a terminal taken apart: keys, characters, pastes. Touches no terminal and reads no
// clock: bytes and the time at which they came go in, events come out, in whatever pieces and at
// whatever pace the bytes arrive.
//
// What no key or character is made of is read to its end and dropped, never typed: sequences nobody
// has a use for, reports of a mouse that are no click, the answers of a terminal (OSC, DCS, APC,
// PM, SOS, to ST or BEL). Times are milliseconds on a clock that only goes forward.
#ifndef TANU_FRONT_KEYS_H
#define TANU_FRONT_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

#include "wizard/action.h"

enum {
    KEYS_INPUT = 4096,         // bytes that are put in at once, at most
    KEYS_SEQUENCE = 48,        // longest sequence looked at; the rest of a longer one is dropped
    KEYS_DESCRIBED = 48,       // keys taken over from the terminal's description
    KEYS_BURST = 1024,         // so many characters in one go were never typed: a paste
    KEYS_PASTE_MOST = 1 << 16, // bytes of one paste; the rest is read and dropped
    KEYS_ESCAPE_WAIT = 200,    // after ESC: is it a key of its own? ESCDELAY changes this
    KEYS_REST_WAIT = 1000,     // for the next byte of a sequence, or of an answer, once begun
    KEYS_BURST_WAIT = 50,      // a paste without brackets is over when nothing came for so long
    KEYS_PASTE_WAIT = 60000    // one that began with a bracket: its end was lost
};
#define KEYS_NEVER INT64_MAX

enum keys_event {
    KEYS_NOTHING, // all bytes are used up, or belong to something that is not whole yet
    KEYS_KEY,
    KEYS_CLICK, // keys->row, keys->column, from 0: a mouse or a finger
    KEYS_PASTE  // keys->paste, keys->paste_len: bytes as they came, until the next keys_next()
};

enum keys_state {
    KEYS_GROUND,
    KEYS_CHARACTER, // inside a character of several bytes
    KEYS_ESCAPE,    // behind ESC
    KEYS_CSI,       // ESC [ …
    KEYS_SS3,       // ESC O …
    KEYS_OTHER,     // a sequence of the terminal's description that has another form
    KEYS_MOUSE,     // ESC [ M and three characters
    KEYS_STRING,    // ESC ] … and its like
    KEYS_STRING_ESCAPE,
    KEYS_BRACKETED, // a paste between ESC [ 200 ~ and ESC [ 201 ~
    KEYS_UNMARKED   // a paste of a terminal without brackets
};

struct keys {
    int escape_wait;
    struct {
        char bytes[KEYS_SEQUENCE];
        input key;
    } described[KEYS_DESCRIBED];
    int n_described;

    char in[KEYS_INPUT]; // put in and not looked at yet: in[at] to in[len]
    size_t at, len;
    int64_t since; // when the last byte came
    enum keys_state state;
    char sequence[KEYS_SEQUENCE]; // with its ESC; ends in NUL
    size_t n;
    int row, column;     // of a click
    int mouse;           // characters of a report still to come
    mbstate_t character; // of the locale's charset
    bool alt;            // ESC stood before this character, which means nothing here
    size_t matched;      // bytes of a paste's closing bracket that have come
    bool drop;           // nobody is to see this paste
    bool delivered;      // the paste was given out and is wiped at the next call
    char *paste;         // KEYS_PASTE_MOST bytes, allocated when first needed
    size_t paste_len;
};

void keys_init(struct keys *keys, int escape_wait);
void keys_release(struct keys *keys); // wipes
// A key of the terminal's description; goes before what is known anyway. Ignores what is too much.
void keys_describe(struct keys *keys, const char *bytes, input key);

// Nothing that was typed or pasted before is given out or kept any more; the rest of an unfinished
// paste is dropped when it comes.
void keys_forget(struct keys *keys);

// At most KEYS_INPUT bytes, and only when keys_next() has said KEYS_NOTHING.
void keys_put(struct keys *keys, const char *bytes, size_t len, int64_t now);
enum keys_event keys_next(struct keys *keys, int64_t now, input *key);
// When keys_next() has something to say although no byte comes; KEYS_NEVER.
int64_t keys_deadline(const struct keys *keys);

#endif
