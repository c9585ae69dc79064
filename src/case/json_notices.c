// SPDX-License-Identifier: MIT
// Notices; see json.h.
#include "case/json_pieces.h"

#include <string.h>

static void notice(struct writing *w, const char *id, const char *words)
{
    text_char(w->out, '{');
    json_string_member(w->out, "id", id);
    json_string_member(w->out, "text", words);
    json_end(w->out, '}');
}

static void notice_of_pack(struct writing *w, const struct notice *n)
{
    size_t from = w->out->len;
    if (json_again(w, n, PART_WHOLE))
        return;
    notice(w, n->id, phrase_words(w->g, &n->text));
    if (json_fixed(&n->text))
        json_keep(w, from, n, PART_WHOLE);
}

static void notice_of_question(struct writing *w, int32_t q, int kind)
{
    const struct question *question = &w->g->pack->questions[q];
    struct arena *arena = w->g->arena;
    size_t from = w->out->len;
    int64_t usual = 0;
    if (kind == PART_ASSUMED)
        answer_usual(w->g->pack, w->g->answers, q, &usual);
    uint64_t which = json_variant(kind, (uint64_t)usual);
    if (json_again(w, question, which))
        return;
    if (kind == PART_ASSUMED)
        notice(w, arena_printf(arena, "assumed-%s", question->id),
               arena_printf(arena, _("Assumed, because you did not say: %s %s"),
                            label_words(w->g, q), value_words(w->g, q, usual)));
    else
        notice(w, arena_printf(arena, "off-path-%s", question->id),
               arena_printf(arena, _("Not used, because it does not apply here: %s"),
                            label_words(w->g, q)));
    json_keep(w, from, question, which);
}

static void notice_of_link(struct writing *w, const struct instrument *instrument)
{
    size_t from = w->out->len;
    if (json_again(w, instrument, PART_OPEN))
        return;
    notice(w, arena_printf(w->g->arena, "open-%s", instrument->id),
           arena_printf(w->g->arena,
                        _("Whether this applies is not known: %s. If it does apply, you can rely "
                          "on it as well."),
                        say(w->g->i18n, &instrument->short_name)));
    json_keep(w, from, instrument, PART_OPEN);
}

static void notice_of_old_office(struct writing *w, const struct office *office)
{
    if (office_reachable(office) && fact_is_old(w->g, AGE_OF_OFFICES, office->evidence.as_of))
        notice(w, arena_printf(w->g->arena, "old-%s", office->id),
               arena_printf(w->g->arena, _("This is old and may have changed: %s"),
                            arena_printf(w->g->arena, "%s (%s)", say(w->g->i18n, &office->name),
                                         json_office_address(office))));
}

static void notices_of_old_facts(struct writing *w)
{
    struct arena *arena = w->g->arena;
    size_t from = w->out->len;
    bool all_fixed = true;
    if (!w->there || json_again(w, w->there, PART_OLD))
        return;
    for (int32_t i = 0; i < w->there->n_facts; i++) {
        const struct fact *fact = &w->there->facts[i];
        if (!fact_is_old(w->g, fact->kind, fact->evidence.as_of))
            continue;
        all_fixed &= json_fixed(&fact->text);
        notice(w, arena_printf(arena, "old-%s", fact->id),
               arena_printf(arena, _("This is old and may have changed: %s"),
                            phrase_words(w->g, &fact->text)));
    }
    for (int32_t i = 0; i < w->there->n_offices; i++)
        notice_of_old_office(w, &w->there->offices[i]);
    if (all_fixed)
        json_keep(w, from, w->there, PART_OLD);
}

static void notice_of_list(struct writing *w, enum list_kind kind)
{
    bool contradicts = w->g->assessment->listings[kind].contradicts;
    const char *words = list_words(w->g, kind);
    if (words)
        notice(w, contradicts ? "list-contradicts-answer" : "list-answers", words);
}

void json_add_notices(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    const struct pack *pack = w->g->pack;
    json_key(w->out, "notices");
    text_char(w->out, '[');
    if (pack->assumed)
        notice(w, "assumed-law", assumed_words(w->g));
    for (enum list_kind kind = 0; kind < LIST_KINDS; kind++)
        notice_of_list(w, kind);
    for (int32_t i = 0; i < a->n_notices; i++)
        notice_of_pack(w, &pack->notices[a->notices[i]]);
    for (int32_t q = 0; q < pack->n_questions; q++) {
        if (order_words(w->g, q))
            notice(w, arena_printf(w->g->arena, "order-%s", pack->questions[q].id),
                   order_words(w->g, q));
        if (question_set_has(&a->assumed, q))
            notice_of_question(w, q, PART_ASSUMED);
        if (question_set_has(&a->off_path, q))
            notice_of_question(w, q, PART_OFF_PATH);
    }
    for (int32_t i = 0; i < a->n_links; i++) {
        const struct instrument *instrument = &pack->instruments[a->links[i].instrument];
        if (a->links[i].applies == TRUTH_UNKNOWN && instrument->duty != DUTY_NONE)
            notice_of_link(w, instrument);
    }
    notices_of_old_facts(w);
    json_end(w->out, ']');
}
