// SPDX-License-Identifier: MIT
// Instruments and findings; see json.h.
#include "case/json_pieces.h"

#include <string.h>
#include "pack/kind.h"
#include "pack/words.h"

// What is known at home about a State that is not, or not yet, bound.
static const char *domestic(struct writing *w, int32_t instrument, int32_t question)
{
    const struct answer *answer = question == NONE ? NULL : &w->g->answers->of[question];
    if (!answer || answer->state != ANSWER_GIVEN)
        return NULL;
    const struct party *party =
        instrument_party(&w->g->pack->instruments[instrument], answer->value);
    return !party || party->in_force ? NULL : domestic_words(w->g, party);
}

static void link_front(struct writing *w, const struct link *link)
{
    const struct instrument *instrument = &w->g->pack->instruments[link->instrument];
    uint64_t which = json_variant(PART_FRONT, link->applies);
    size_t from = w->out->len;
    if (json_again(w, instrument, which))
        return;
    text_char(w->out, '{');
    json_string_member(w->out, "id", instrument->id);
    json_string_member(w->out, "applies", words_truth[link->applies]);
    json_keep(w, from, instrument, which);
}

// What the words about a link depend on: the countries that they name. 16 bits each.
static uint64_t link_variant(const struct writing *w, const struct link *link, bool domestic_too)
{
    enum { NO_COUNTRY = 0xFFFF };
    const struct answers *answers = w->g->answers;
    int32_t questions[2] = {w->g->pack->q_destination, w->g->pack->q_award_country};
    bool named[2] = {link->why == WHY_DESTINATION_NOT_PARTY || link->why == WHY_DESTINATION_OPEN ||
                         link->why == WHY_BOTH_BOUND,
                     link->why == WHY_AWARD_NOT_PARTY || link->why == WHY_AWARD_OPEN ||
                         link->why == WHY_BOTH_BOUND};
    uint64_t number = link->why;
    for (int i = 0; i < 2; i++) {
        bool given = questions[i] != NONE && answers->of[questions[i]].state == ANSWER_GIVEN;
        uint64_t country = given && (named[i] || domestic_too)
                               ? (uint64_t)answers->of[questions[i]].value
                               : NO_COUNTRY;
        number = number << 16 | (country & 0xFFFF);
    }
    return json_variant(PART_WHOLE, number);
}

// Most links are named only to say that a country is not bound. Those words say nothing of the
// instrument, so they are kept once for all of them, as of the pack.
static bool same_for_all(const struct link *link)
{
    return link->why == WHY_DESTINATION_NOT_PARTY || link->why == WHY_AWARD_NOT_PARTY ||
           link->why == WHY_NEITHER_IN_FORCE;
}

static void link_back(struct writing *w, const struct link *link)
{
    const struct pack *pack = w->g->pack;
    const char *home = domestic(w, link->instrument, pack->q_destination);
    const char *away =
        link->why == WHY_HOME_AWARD ? NULL : domestic(w, link->instrument, pack->q_award_country);
    const void *thing = !home && !away && same_for_all(link) ? (const void *)pack
                                                             : &pack->instruments[link->instrument];
    uint64_t which = link_variant(w, link, home || away);
    size_t from = w->out->len;
    if (json_again(w, thing, which))
        return;
    const char *why = link_words(w->g, link);
    if (home || away)
        why = arena_printf(w->g->arena, "%s%s%s%s%s", why, home ? " " : "", home ? home : "",
                           away ? " " : "", away ? away : "");
    json_string_member(w->out, "why", why);
    json_end(w->out, '}');
    json_keep(w, from, thing, which);
}

void json_add_instruments(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    json_key(w->out, "instruments");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_links; i++) {
        link_front(w, &a->links[i]);
        link_back(w, &a->links[i]);
    }
    json_end(w->out, ']');
}

static void write_reason(struct writing *w, int32_t question, const struct answer *answer,
                         int64_t value)
{
    const struct question *q = &w->g->pack->questions[question];
    enum kind_classes classes = kind_classes(q); // few values are worth keeping
    bool common = classes == CLASSES_CHOICES || classes == CLASSES_COUNTRIES;
    uint64_t which = json_variant(PART_WHOLE, (uint64_t)value);
    size_t from = w->out->len;
    bool given = answer->state == ANSWER_GIVEN && !common; // a usual value stands in no answer
    if (common && json_again(w, q, which))
        return;
    text_char(w->out, '{');
    json_string_member(w->out, "question", q->id);
    json_key(w->out, "value");
    if (given)
        answer_json(w->out, w->g->pack, question, answer);
    else
        kind_json(w->out, w->g->pack, q, value);
    text_add(w->out, "},");
    if (common)
        json_keep(w, from, q, which);
}

static void add_because(struct writing *w, int32_t finding)
{
    int32_t questions[PACK_MAX_QUESTIONS];
    int32_t n = finding_because(w->g->engine, w->g->answers, finding, questions);
    json_key(w->out, "because");
    text_char(w->out, '[');
    for (int32_t i = 0; i < n; i++) {
        const struct answer *answer = &w->g->answers->of[questions[i]];
        int64_t value = answer->value;
        if (answer->state == ANSWER_GIVEN ||
            assessment_listed(w->g->pack, w->g->answers, w->g->assessment, questions[i], &value) ||
            answer_usual(w->g->pack, w->g->answers, questions[i], &value))
            write_reason(w, questions[i], answer, value);
    }
    json_end(w->out, ']');
}

static void finding_front(struct writing *w, const struct finding *f)
{
    size_t from = w->out->len;
    if (json_again(w, f, PART_FRONT))
        return;
    text_char(w->out, '{');
    json_string_member(w->out, "id", f->id);
    json_string_member(w->out, "reading", words_reading[f->reading]);
    json_string_member(w->out, "effect", words_effect[f->effect]);
    json_string_member(w->out, "text", phrase_words(w->g, &f->text));
    json_string_member(w->out, "remedy", f->remedy.words ? phrase_words(w->g, &f->remedy) : NULL);
    json_cites(w, &f->cites);
    if (json_fixed(&f->text) && json_fixed(&f->remedy))
        json_keep(w, from, f, PART_FRONT);
}

static void finding_back(struct writing *w, const struct finding *f,
                         const struct finding_state *state)
{
    int32_t over = state->overridden_by;
    uint64_t which = json_variant(PART_BACK, (uint64_t)(over + 1));
    size_t from = w->out->len;
    if (json_again(w, f, which))
        return;
    json_string_member(
        w->out, "at",
        arena_printf(w->g->arena, "%s:%u", w->g->pack->files[f->place.file], f->place.line));
    // The contract has these two words: what may be set aside does not count either.
    json_string_member(w->out, "live", over == NONE ? "yes" : "overridden");
    json_string_member(w->out, "overridden_by",
                       over == NONE ? NULL : w->g->pack->findings[over].id);
    json_end(w->out, '}');
    json_keep(w, from, f, which);
}

void json_add_findings(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    json_key(w->out, "findings");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_findings; i++) {
        const struct finding_state *state = &a->findings[i];
        const struct finding *f = &w->g->pack->findings[state->finding];
        finding_front(w, f);
        add_because(w, state->finding);
        finding_back(w, f, state);
    }
    json_end(w->out, ']');
}
