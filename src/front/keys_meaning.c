// SPDX-License-Identifier: MIT
// What sequences and control characters mean; see keys_parts.h.
#include <string.h>

#include "front/keys_parts.h"

// ECMA-48, xterm, rxvt, the Linux console and the numeric keypad in application mode.
static const struct {
    const char *bytes;
    input key;
} sequences[] = {
    {"[A", INPUT_UP},
    {"OA", INPUT_UP},
    {"[B", INPUT_DOWN},
    {"OB", INPUT_DOWN},
    {"[C", INPUT_RIGHT},
    {"OC", INPUT_RIGHT},
    {"[D", INPUT_LEFT},
    {"OD", INPUT_LEFT},
    {"[H", INPUT_HOME},
    {"OH", INPUT_HOME},
    {"[1~", INPUT_HOME},
    {"[7~", INPUT_HOME},
    {"[F", INPUT_END},
    {"OF", INPUT_END},
    {"[4~", INPUT_END},
    {"[8~", INPUT_END},
    {"[5~", INPUT_PAGE_UP},
    {"[6~", INPUT_PAGE_DOWN},
    {"[3~", INPUT_DELETE},
    {"[Z", INPUT_BACK_TAB},
    {"OP", INPUT_F(1)},
    {"[11~", INPUT_F(1)},
    {"[[A", INPUT_F(1)},
    {"OQ", INPUT_F(2)},
    {"[12~", INPUT_F(2)},
    {"[[B", INPUT_F(2)},
    {"OR", INPUT_F(3)},
    {"[13~", INPUT_F(3)},
    {"[[C", INPUT_F(3)},
    {"OS", INPUT_F(4)},
    {"[14~", INPUT_F(4)},
    {"[[D", INPUT_F(4)},
    {"[15~", INPUT_F(5)},
    {"[[E", INPUT_F(5)},
    {"[17~", INPUT_F(6)},
    {"[18~", INPUT_F(7)},
    {"[19~", INPUT_F(8)},
    {"[20~", INPUT_F(9)},
    {"[21~", INPUT_F(10)},
    {"[23~", INPUT_F(11)},
    {"[24~", INPUT_F(12)},
    {"OM", INPUT_ENTER},
    {"OI", INPUT_TAB},
    {"O ", ' '},
    {"Oj", '*'},
    {"Ok", '+'},
    {"Ol", ','},
    {"Om", '-'},
    {"On", '.'},
    {"Oo", '/'},
    {"Op", '0'},
    {"Oq", '1'},
    {"Or", '2'},
    {"Os", '3'},
    {"Ot", '4'},
    {"Ou", '5'},
    {"Ov", '6'},
    {"Ow", '7'},
    {"Ox", '8'},
    {"Oy", '9'},
    {"OX", '='},
};

input keys_control(int c)
{
    switch (c) {
    case '\r':
    case '\n':
        return INPUT_ENTER;
    case '\t':
        return INPUT_TAB;
    case '\b':
    case KEYS_DEL:
        return INPUT_BACKSPACE;
    case KEYS_ESC:
        return INPUT_ESCAPE;
    default:
        return c > 0 && c <= 26 ? INPUT_CTRL('A' + c - 1) : INPUT_NONE;
    }
}

input keys_described(const struct keys *k, const char *bytes)
{
    for (int i = 0; i < k->n_described; i++)
        if (!strcmp(k->described[i].bytes, bytes))
            return k->described[i].key;
    return INPUT_NONE;
}

bool keys_described_begins(const struct keys *k, const char *bytes)
{
    size_t len = strlen(bytes);
    for (int i = 0; i < k->n_described; i++)
        if (!strncmp(k->described[i].bytes, bytes, len) && k->described[i].bytes[len])
            return true;
    return false;
}

input keys_meaning(const struct keys *k)
{
    input key = keys_described(k, k->sequence);
    for (size_t i = 0; !key && i < sizeof sequences / sizeof *sequences; i++)
        if (k->sequence[0] == KEYS_ESC && !strcmp(k->sequence + 1, sequences[i].bytes))
            key = sequences[i].key;
    return key;
}
