// SPDX-License-Identifier: MIT
// Key codes of our own: the front end makes them from raw input, the table of actions says what
// they mean, line mode reads the digits of a keyboard without digits.
#ifndef TANU_WIZARD_INPUT_H
#define TANU_WIZARD_INPUT_H

#include <stddef.h>
#include <stdint.h>

// A key: a Unicode character (below 0x110000), or one of these. Ctrl-L is INPUT_CTRL('L').
typedef uint32_t input;
enum {
    INPUT_NONE = 0,
    INPUT_UP = 0x110000,
    INPUT_DOWN,
    INPUT_LEFT,
    INPUT_RIGHT,
    INPUT_HOME,
    INPUT_END,
    INPUT_PAGE_UP,
    INPUT_PAGE_DOWN,
    INPUT_ENTER,
    INPUT_ESCAPE,
    INPUT_TAB,
    INPUT_BACK_TAB,
    INPUT_BACKSPACE,
    INPUT_DELETE,
    INPUT_RESIZE,
    INPUT_F0 = 0x110100,   // F1 is INPUT_F0 + 1, to F12
    INPUT_CTRL0 = 0x110200 // Ctrl-A is INPUT_CTRL0 + 'A'
};
#define INPUT_F(n) ((input)(INPUT_F0 + (n)))
#define INPUT_CTRL(letter) ((input)(INPUT_CTRL0 + (letter)))

// "Enter", "F1", "Ctrl-L", "q", in the current language; `room` at least 24.
const char *input_name(input key, char *out, size_t room);

input input_lower(input key); // Я is я
int input_digit(input key);   // 0 to 9, also where the digit row of a layout has none; -1: none
// The letter on the same physical key of the Latin layout, in lower case: й is q. Others stay.
input input_latin(input key);

#endif
