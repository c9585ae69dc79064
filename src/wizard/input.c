// SPDX-License-Identifier: MIT
// Names of keys, and keys of other layouts; see input.h.
#include "wizard/input.h"

#include <stdio.h>
#include <unicase.h>
#include "base/utf8.h"
#include "tongue/i18n.h"
#include "tongue/languages.h"

input input_latin(input key)
{
    return key < INPUT_UP ? language_latin_key(key) : key;
}

input input_lower(input key)
{
    return key < INPUT_UP ? uc_tolower(key) : key;
}

int input_digit(input key)
{
    return key < INPUT_UP ? language_digit(key) : -1;
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
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].key == key) {
            snprintf(out, room, "%s", i18n_marked("key", names[i].name));
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
