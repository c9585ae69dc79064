// SPDX-License-Identifier: MIT
// One condition of the rule language in words for people.
#include "base/bits.h"
#include "base/text.h"
#include "pack/condition.h"
#include "view/parts.h"

enum { VALUES_SHOWN = 8 };

typedef const char *words_of(const struct ground *g, const struct expr *e);

static const char *set_words(const struct ground *g, const struct expr *e)
{
    const struct question *q = &g->pack->questions[e->question];
    int32_t most = q->type == Q_COUNTRY ? g->pack->n_countries + q->n_choices : q->n_choices;
    struct text t = TEXT_INIT;
    int n = 0;
    for (int32_t v = 0; v < most && n <= VALUES_SHOWN; v++)
        if (bits_has(e->set, (size_t)v) && n++ < VALUES_SHOWN)
            text_printf(&t, "%s%s", t.len ? ", " : "", value_words(g, e->question, v));
    if (n > VALUES_SHOWN)
        text_add(&t, ", …");
    const char *words = arena_strdup(g->arena, text_str(&t));
    text_release(&t);
    return words;
}

static const char *one_of(const struct ground *g, const struct expr *e)
{
    return arena_printf(g->arena, "%s %s", label_words(g, e->question), set_words(g, e));
}

static const char *none_of(const struct ground *g, const struct expr *e)
{
    // TRANSLATORS: a condition: a question, then answers none of which was given.
    return arena_printf(g->arena, _("%s not: %s"), label_words(g, e->question), set_words(g, e));
}

static const char *holds_choice(const struct ground *g, const struct expr *e)
{
    return arena_printf(g->arena, "%s %s", label_words(g, e->question),
                        say(g->i18n, &g->pack->questions[e->question].choices[e->index].label));
}

static const char *against_value(const struct ground *g, const struct expr *e)
{
    static const char *const signs[] = {"<", "≤", ">", "≥", "=", "≠"};
    return arena_printf(g->arena, "%s %s %s", label_words(g, e->question), signs[e->op - EXPR_LT],
                        value_words(g, e->question, e->value));
}

static const char *same_country(const struct ground *g, const struct expr *e)
{
    return arena_printf(g->arena,
                        e->op == EXPR_SAME ? _("%s the destination itself")
                                           : _("%s another country than the destination"),
                        label_words(g, e->question));
}

static const char *is_known(const struct ground *g, const struct expr *e)
{
    return arena_printf(g->arena, _("%s answered"), label_words(g, e->question));
}

static const char *binds(const struct ground *g, const struct expr *e)
{
    return arena_printf(g->arena, _("%s binds the country: %s"), instrument_words(g, e->index),
                        label_words(g, e->question));
}

static const char *links(const struct ground *g, const struct expr *e)
{
    return arena_printf(g->arena,
                        e->op == EXPR_LINKED ? _("%s links the two countries")
                                             : _("%s links the two countries and covers the case"),
                        instrument_words(g, e->index));
}

static const char *trait_words(const struct ground *g, const struct expr *e)
{
    return phrase_words(g, &g->pack->traits[e->index].text);
}

static const char *matter_words(const struct ground *g, const struct expr *e)
{
    const struct phrase *label = &g->pack->matters[e->index].label;
    return label->words ? say(g->i18n, label) : g->pack->matters[e->index].id;
}

static const char *live_words(const struct ground *g, const struct expr *e)
{
    return arena_printf(g->arena, _("This counts too: %s"),
                        explain_title(g, &g->pack->findings[e->index].rule));
}

static const char *effect_of_rules(const struct ground *g, const struct expr *e)
{
    const char *effect = effect_words((enum effect)e->index);
    if (e->matter == NONE)
        return arena_printf(g->arena, _("A rule of the kind “%s” counts"), effect);
    const struct matter *matter = &g->pack->matters[e->matter];
    return arena_printf(g->arena, _("A rule of the kind “%s” counts, on: %s"), effect,
                        matter->label.words ? say(g->i18n, &matter->label) : matter->id);
}

// What is not here is said by the rule's own text alone.
static words_of *const in_words[] = {
    [EXPR_IN] = one_of,
    [EXPR_NOT_IN] = none_of,
    [EXPR_HAS] = holds_choice,
    [EXPR_SAME] = same_country,
    [EXPR_NOT_SAME] = same_country,
    [EXPR_LT] = against_value,
    [EXPR_LE] = against_value,
    [EXPR_GT] = against_value,
    [EXPR_GE] = against_value,
    [EXPR_EQ] = against_value,
    [EXPR_NE] = against_value,
    [EXPR_KNOWN] = is_known,
    [EXPR_PARTY] = binds,
    [EXPR_LINKED] = links,
    [EXPR_APPLIES] = links,
    [EXPR_TRAIT] = trait_words,
    [EXPR_MATTER] = matter_words,
    [EXPR_LIVE] = live_words,
    [EXPR_EFFECT] = effect_of_rules,
    [EXPR_DUTY] = NULL,
};

const char *condition_words(const struct ground *g, const struct expr *e)
{
    size_t known = sizeof in_words / sizeof *in_words;
    return (size_t)e->op < known && in_words[e->op] ? in_words[e->op](g, e) : NULL;
}
