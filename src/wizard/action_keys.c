// SPDX-License-Identifier: MIT
// What keys mean, by the table of actions; see action.h.
#include "wizard/action.h"

static bool is_character(input key)
{
    return key >= ' ' && key < 0x110000 && key != 0x7f;
}

bool action_hears(const struct action_row *row, input key)
{
    bool hears = row->also == key;
    for (size_t k = 0; k < ACTION_KEYS_MOST; k++)
        hears |= row->keys[k] == key;
    return hears && key != INPUT_NONE;
}

bool action_wins(const struct action_row *row, const struct action_row *over)
{
    for (size_t k = 0; k < ACTION_OVER_MOST; k++)
        if (row->over[k] == over->action)
            return true;
    return false;
}

unsigned action_contexts(const struct action_row *row, unsigned abilities)
{
    return row->contexts | (abilities & ABILITY_VISITS ? row->elsewhere : 0);
}

static enum action in_table(input key, enum context context, unsigned abilities)
{
    const struct action_row *found = NULL;
    size_t count;
    const struct action_row *rows = action_rows(&count);
    for (size_t i = 0; i < count; i++)
        if (action_contexts(&rows[i], abilities) & (unsigned)context &&
            !(rows[i].ability & ~abilities) && action_hears(&rows[i], key) &&
            (!found || action_wins(&rows[i], found)))
            found = &rows[i];
    return found ? found->action : ACTION_NONE;
}

enum action action_for(input key, enum context context, unsigned abilities)
{
    if (context & CONTEXT_TEXT && is_character(key))
        return ACTION_TYPE;
    // ? and the digits mean themselves before the letters of other layouts do.
    enum action action = in_table(key, context, abilities);
    const struct action_row *number = action_row(ACTION_NUMBER);
    if (action == ACTION_NONE && number && (number->contexts & (unsigned)context) &&
        input_digit(key) > 0)
        return ACTION_NUMBER;
    if (action == ACTION_NONE)
        action = in_table(input_lower(key), context, abilities);
    if (action == ACTION_NONE)
        action = in_table(input_latin(key), context, abilities);
    return action;
}
