// SPDX-License-Identifier: MIT
// The table of actions as words: the footer of a page and the keys of the help page.
#include "wizard/action.h"

#include "base/text.h"
#include "tongue/i18n.h"

static bool may_be_used(const struct action_row *row, unsigned contexts, enum context context,
                        unsigned abilities)
{
    return contexts & (unsigned)context && abilities & ABILITY_KEYS && !(row->ability & ~abilities);
}

static const char *key_words(struct arena *arena, input key)
{
    char name[32];
    return arena_strdup(arena, input_name(key, name, sizeof name));
}

static bool heard(const struct action_row *row, input key, enum context context)
{
    return !(context & CONTEXT_TEXT) || key >= INPUT_UP || row->typed;
}

// The first key that works there: in text contexts no character.
static input shown_key(const struct action_row *row, enum context context)
{
    for (size_t k = 0; k < ACTION_KEYS_MOST && row->keys[k]; k++)
        if (heard(row, row->keys[k], context))
            return row->keys[k];
    return INPUT_NONE;
}

const struct hint *action_footer(struct arena *arena, enum context context, unsigned abilities,
                                 int *n)
{
    size_t count;
    const struct action_row *row = action_rows(&count);
    struct hint *hints = ARENA_ARRAY(arena, struct hint, count);
    *n = 0;
    for (size_t i = 0; i < 2 * count; i++) { // first those that lead
        const struct action_row *r = &row[i % count];
        input key = shown_key(r, context);
        unsigned footer = r->footer | (abilities & ABILITY_VISITS ? r->elsewhere : 0);
        if (r->leads == (i < count) && key != INPUT_NONE &&
            may_be_used(r, footer, context, abilities))
            hints[(*n)++] = (struct hint){key_words(arena, key), _(r->label), (int)r->action};
    }
    return hints;
}

// All keys of a row that work there: "F2, a".
static const char *all_keys(struct arena *arena, const struct action_row *row, enum context context)
{
    struct text t = TEXT_INIT;
    if (row->action == ACTION_NUMBER)
        return "1–9";
    for (size_t k = 0; k < ACTION_KEYS_MOST && row->keys[k]; k++) {
        if (!heard(row, row->keys[k], context))
            continue;
        char name[32];
        text_printf(&t, "%s%s", t.len ? ", " : "", input_name(row->keys[k], name, sizeof name));
    }
    const char *words = arena_strdup(arena, text_str(&t));
    text_release(&t);
    return words;
}

const char *action_help(const struct action_row *row, unsigned abilities)
{
    return abilities & ABILITY_CASE && row->help_case ? row->help_case : row->help;
}

const struct hint *action_keys(struct arena *arena, enum context context, unsigned abilities,
                               int *n)
{
    size_t count;
    const struct action_row *row = action_rows(&count);
    struct hint *hints = ARENA_ARRAY(arena, struct hint, count);
    *n = 0;
    for (size_t i = 0; i < count; i++) {
        if (!may_be_used(&row[i], action_contexts(&row[i], abilities), context, abilities))
            continue;
        const char *keys = all_keys(arena, &row[i], context);
        if (*keys)
            hints[(*n)++] =
                (struct hint){keys, _(action_help(&row[i], abilities)), (int)row[i].action};
    }
    return hints;
}

int action_menu(enum context context, unsigned abilities, enum action out[ACTIONS])
{
    size_t count;
    int n = 0;
    const struct action_row *row = action_rows(&count);
    for (size_t i = 0; i < count; i++)
        if (!row[i].basic &&
            may_be_used(&row[i], action_contexts(&row[i], abilities), context, abilities))
            out[n++] = row[i].action;
    return n;
}
