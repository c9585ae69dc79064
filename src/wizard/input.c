// SPDX-License-Identifier: MIT
// Names of keys, and keys of other layouts; see input.h.
#include "wizard/input.h"

#include <stdbool.h>
#include <stdio.h>
#include "base/utf8.h"
#include "tongue/i18n.h"

input input_latin(input key)
{
    static const struct {
        uint32_t cyrillic;
        char latin;
    } keys[] = {
        {0x0439, 'q'}, {0x0446, 'w'}, {0x0443, 'e'}, {0x043A, 'r'}, {0x0435, 't'}, {0x043D, 'y'},
        {0x0433, 'u'}, {0x0448, 'i'}, {0x0449, 'o'}, {0x0437, 'p'}, {0x0444, 'a'}, {0x044B, 's'},
        {0x0432, 'd'}, {0x0430, 'f'}, {0x043F, 'g'}, {0x0440, 'h'}, {0x043E, 'j'}, {0x043B, 'k'},
        {0x0434, 'l'}, {0x044F, 'z'}, {0x0447, 'x'}, {0x0441, 'c'}, {0x043C, 'v'}, {0x0438, 'b'},
        {0x0442, 'n'}, {0x044C, 'm'},
    };
    if (key >= 'A' && key <= 'Z')
        return key + ('a' - 'A');
    if (key >= 0x0410 && key <= 0x042F) // А to Я
        key += 0x20;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].cyrillic == key)
            return (input)keys[i].latin;
    return key;
}

// The top row of the standard Kazakh layout has no digits: " ә і ң ғ , . ү ұ қ in the places of 1
// to 0, with capitals and ! ; : № on the shifted ones.
int input_digit(input key)
{
    static const uint32_t plain[] = {'"', 0x04D9, 0x0456, 0x04A3, 0x0493,
                                     ',', '.',    0x04AF, 0x04B1, 0x049B};
    static const uint32_t shifted[] = {'!', 0x04D8, 0x0406, 0x04A2, 0x0492,
                                       ';', ':',    0x04AE, 0x04B0, 0x049A};
    if (key >= '0' && key <= '9')
        return (int)(key - '0');
    for (int i = 0; i < 10; i++)
        if (plain[i] == key || shifted[i] == key)
            return (i + 1) % 10;
    return -1;
}

const char *input_name(input key, char *out, size_t room)
{
    static const struct {
        input key;
        const char *name;
    } names[] = {
        // TRANSLATORS: names of keys as people say them; leave those printed on keyboards as they
        // are.
        {INPUT_UP, NC_("key", "Up")},         {INPUT_DOWN, NC_("key", "Down")},
        {INPUT_LEFT, NC_("key", "Left")},     {INPUT_RIGHT, NC_("key", "Right")},
        {INPUT_HOME, NC_("key", "Home")},     {INPUT_END, NC_("key", "End")},
        {INPUT_PAGE_UP, NC_("key", "PgUp")},  {INPUT_PAGE_DOWN, NC_("key", "PgDn")},
        {INPUT_ENTER, NC_("key", "Enter")},   {INPUT_ESCAPE, NC_("key", "Esc")},
        {INPUT_TAB, NC_("key", "Tab")},       {INPUT_BACK_TAB, NC_("key", "Shift-Tab")},
        {INPUT_DELETE, NC_("key", "Delete")}, {INPUT_BACKSPACE, NC_("key", "Backspace")},
        {' ', NC_("key", "Space")},
    };
    char both[48];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].key == key) {
            snprintf(both, sizeof both, "key\004%s", names[i].name);
            snprintf(out, room, "%s", i18n_context(TANU_DOMAIN, both, names[i].name));
            return out;
        }
    if (key > INPUT_F(0) && key <= INPUT_F(12))
        snprintf(out, room, "F%u", (unsigned)(key - INPUT_F0));
    else if (key >= INPUT_CTRL('A') && key <= INPUT_CTRL('Z'))
        snprintf(out, room, "Ctrl-%c", (char)(key - INPUT_CTRL0));
    else if (room > 5 && key >= ' ' && key < 0x110000 && key != 0x7f)
        out[utf8_encode(out, key)] = 0;
    else
        snprintf(out, room, "?");
    return out;
}
