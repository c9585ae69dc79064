// SPDX-License-Identifier: MIT
#include "case/json.h"

#include <string.h>
#include "base/bits.h"
#include "base/date.h"
#include "case/json_pieces.h"
#include "engine/sources.h"
#include "pack/kind.h"
#include "pack/words.h"

static void outcome_list(struct writing *w, const char *name, uint32_t set)
{
    json_key(w->out, name);
    text_char(w->out, '[');
    for (int32_t o = 0; o < w->g->pack->n_outcomes; o++)
        if (set >> o & 1) {
            text_json(w->out, w->g->pack->outcomes[o].id);
            text_char(w->out, ',');
        }
    json_end(w->out, ']');
}

static void add_challenge(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    json_key(w->out, "challenge");
    if (!a->challenge) {
        text_add(w->out, "null,");
        return;
    }
    text_char(w->out, '{');
    json_key(w->out, "grounds");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_grounds; i++) {
        text_json(w->out, w->g->pack->findings[a->grounds[i]].id);
        text_char(w->out, ',');
    }
    json_end(w->out, ']');
    json_string_member(
        w->out, "text",
        _("What offices tend to do here falls behind what the convention asks of them. You may "
          "object."));
    json_key(w->out, "ask");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_grounds; i++)
        if (w->g->pack->findings[a->grounds[i]].ask.words) {
            text_json(w->out, phrase_words(w->g, &w->g->pack->findings[a->grounds[i]].ask));
            text_char(w->out, ',');
        }
    json_end(w->out, ']');
    json_end(w->out, '}');
}

static void level_cite(struct writing *w, const struct country_level *level)
{
    if (!level || level->evidence.source == NONE)
        return;
    text_json(w->out, w->g->pack->sources[level->evidence.source].id);
    text_char(w->out, ',');
}

static void level_there(struct writing *w, const struct country_level *there)
{
    size_t from = w->out->len;
    if (there && json_again(w, there, PART_WHOLE))
        return;
    json_string_member(w->out, "comparable", there ? say(w->g->i18n, &there->award) : NULL);
    json_string_member(w->out, "framework",
                       there && there->framework.words ? say(w->g->i18n, &there->framework) : NULL);
    if (there)
        json_keep(w, from, there, PART_WHOLE);
}

static void level_home(struct writing *w, const struct country_level *home, int64_t level)
{
    size_t from = w->out->len;
    if (home && json_again(w, home, PART_FRONT))
        return;
    json_string_member(w->out, "home",
                       home ? say(w->g->i18n, &home->award)
                            : value_words(w->g, w->g->pack->q_level, level));
    if (home)
        json_keep(w, from, home, PART_FRONT);
}

static void add_level(struct writing *w)
{
    const struct pack *pack = w->g->pack;
    const struct answer *answer = pack->q_level == NONE ? NULL : &w->g->answers->of[pack->q_level];
    json_key(w->out, "level");
    if (!answer || answer->state != ANSWER_GIVEN) {
        text_add(w->out, "null,");
        return;
    }
    const struct country_level *home =
        level_in_country(pack, w->g->answers, pack->q_award_country, answer->value);
    const struct country_level *there =
        level_in_country(pack, w->g->answers, pack->q_destination, answer->value);
    text_char(w->out, '{');
    level_home(w, home, answer->value);
    level_there(w, there);
    json_key(w->out, "cites");
    text_char(w->out, '[');
    level_cite(w, home);
    if (!home || !there || home->evidence.source != there->evidence.source)
        level_cite(w, there);
    json_end(w->out, ']');
    json_end(w->out, '}');
}

static void add_what_if(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    const struct pack *pack = w->g->pack;
    json_key(w->out, "would_change");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_changes; i++) {
        text_char(w->out, '{');
        json_string_member(w->out, "question", pack->questions[a->changes[i].question].id);
        json_key(w->out, "to");
        kind_json(w->out, pack, &pack->questions[a->changes[i].question], a->changes[i].to);
        text_char(w->out, ',');
        json_string_member(w->out, "outcome", pack->outcomes[a->changes[i].outcome].id);
        json_end(w->out, '}');
    }
    json_end(w->out, ']');
    json_key(w->out, "missing");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_missing; i++) {
        text_json(w->out, pack->questions[a->missing[i].question].id);
        text_char(w->out, ',');
    }
    json_end(w->out, ']');
}

static void write_source(struct writing *w, const struct source *s)
{
    char room[DATE_TEXT];
    size_t from = w->out->len;
    if (json_again(w, s, PART_WHOLE))
        return;
    const char *url = s->url                      ? s->url
                      : s->article_source != NONE ? w->g->pack->sources[s->article_source].url
                                                  : NULL;
    text_char(w->out, '{');
    json_string_member(w->out, "id", s->id);
    json_string_member(w->out, "text", say(w->g->i18n, &s->text));
    json_string_member(w->out, "url", url);
    json_string_member(w->out, "as_of", date_format_as_of(room, s->as_of));
    json_string_member(w->out, "status", words_status[s->status]);
    json_end(w->out, '}');
    json_keep(w, from, s, PART_WHOLE);
}

static void add_sources(struct writing *w)
{
    const struct ground *g = w->g;
    uint64_t *set = ARENA_ARRAY(g->arena, uint64_t, BITS_WORDS(g->pack->n_sources));
    assessment_sources(g->pack, g->answers, g->assessment, set);
    json_key(w->out, "sources");
    text_char(w->out, '[');
    size_t words = BITS_WORDS(g->pack->n_sources);
    for (int32_t i = bits_next(set, words, 0); i >= 0; i = bits_next(set, words, i + 1))
        write_source(w, &g->pack->sources[i]);
    json_end(w->out, ']');
}

void json_assessment(struct text *out, struct json_parts *parts, const struct ground *g,
                     const char *head, size_t head_len)
{
    const struct assessment *a = g->assessment;
    const struct pack *pack = g->pack;
    struct writing w = {out, parts, g,
                        a->destination == NONE ? NULL : &pack->destinations[a->destination]};
    char room[DATE_TEXT];
    text_char(out, '{');
    text_bytes(out, head, head_len);
    json_string_member(out, "outcome", pack->outcomes[a->outcome].id);
    outcome_list(&w, "possible", a->possible);
    json_string_member(out, "state", words_state[a->state]);
    json_string_member(out, "academic", pack->outcomes[a->academic].id);
    json_add_licence(&w);
    json_string_member(out, "convention_position",
                       a->position == NONE ? NULL : pack->outcomes[a->position].id);
    json_string_member(out, "position_from",
                       a->position_from == NONE ? NULL : pack->instruments[a->position_from].id);
    add_challenge(&w);
    json_add_instruments(&w);
    json_add_findings(&w);
    json_add_documents(&w);
    json_add_steps(&w);
    json_add_rights(&w);
    add_level(&w);
    add_what_if(&w);
    json_add_notices(&w);
    add_sources(&w);
    json_key(out, "content");
    text_char(out, '{');
    json_string_member(out, "pack", pack->id);
    json_string_member(out, "version", pack->version);
    json_string_member(out, "as_of", date_format_as_of(room, g->as_of));
    json_end(out, '}');
    json_end(out, '}');
    text_truncate(out, out->len - 1); // the comma after the whole
}

void json_diplomas(struct text *out, const struct ground *g, const char *head, size_t head_len)
{
    const struct diplomas *d = g->diplomas;
    struct ground each = *g;
    each.diplomas = NULL;
    json_assessment(out, NULL, g, head, head_len);
    text_truncate(out, out->len - 1); // its bracket
    text_printf(out, ",\"carries\":%d,\"qualifications\":[", d->carries);
    for (int i = 0; i < d->n; i++) {
        each.answers = &d->answers[i];
        each.assessment = &d->assessments[i];
        text_add(out, i ? "," : "");
        json_assessment(out, NULL, &each, "", 0);
    }
    text_add(out, "]}");
}
