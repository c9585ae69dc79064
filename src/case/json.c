// SPDX-License-Identifier: MIT
#include "case/json.h"
#include <stdio.h>
#include <string.h>
#include "base/bits.h"
#include "base/date.h"
#include "case/json_parts.h"
#include "engine/sources.h"
#include "pack/kind.h"
#include "pack/words.h"

// ---- small pieces -----------------------------------------------------------------------------

static void key(struct text *out, const char *name)
{
    text_char(out, '"');
    text_add(out, name);
    text_add(out, "\":");
}

static void string(struct text *out, const char *name, const char *value)
{
    key(out, name);
    if (value)
        text_json(out, value);
    else
        text_add(out, "null");
    text_char(out, ',');
}

// Ends a list or an object whose members each end in a comma.
static void close(struct text *out, char bracket)
{
    if (out->bytes[out->len - 1] == ',')
        text_truncate(out, out->len - 1);
    text_char(out, bracket);
    text_char(out, ',');
}

// ---- the assessment ---------------------------------------------------------------------------

// What is being written.
struct writing {
    struct text *out;
    struct json_parts *parts; // or NULL
    const struct ground *g;
    const struct destination *there;
};

static void cites(struct writing *w, const struct int_list *list)
{
    key(w->out, "cites");
    text_char(w->out, '[');
    for (int32_t i = 0; i < list->count; i++) {
        int32_t source = source_shown(w->g->pack, list->items[i]);
        if (source == NONE)
            continue;
        text_json(w->out, w->g->pack->sources[source].id);
        text_char(w->out, ',');
    }
    close(w->out, ']');
}

// No answer changes the words.
static bool fixed(const struct phrase *phrase)
{
    return !phrase->words || !strchr(phrase->words, '{');
}

// Variants of what is kept about one thing of the pack; the rest of the number is what it depends
// on.
enum {
    PART_WHOLE,
    PART_FRONT,
    PART_BACK,
    PART_ASSUMED,
    PART_OFF_PATH,
    PART_OPEN,
    PART_OLD,
    PART_KINDS
};

static uint64_t variant(int kind, uint64_t on)
{
    return on * PART_KINDS + (uint64_t)kind;
}

static bool again(struct writing *w, const void *thing, uint64_t variant_)
{
    return json_parts_again(w->parts, w->out, thing, variant_);
}

static void keep(struct writing *w, size_t from, const void *thing, uint64_t variant_)
{
    json_parts_keep(w->parts, w->out, from, thing, variant_);
}

static void outcome_list(struct writing *w, const char *name, uint32_t set)
{
    key(w->out, name);
    text_char(w->out, '[');
    for (int32_t o = 0; o < w->g->pack->n_outcomes; o++)
        if (set >> o & 1) {
            text_json(w->out, w->g->pack->outcomes[o].id);
            text_char(w->out, ',');
        }
    close(w->out, ']');
}

static void add_challenge(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    key(w->out, "challenge");
    if (!a->challenge) {
        text_add(w->out, "null,");
        return;
    }
    text_char(w->out, '{');
    key(w->out, "grounds");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_grounds; i++) {
        text_json(w->out, w->g->pack->findings[a->grounds[i]].id);
        text_char(w->out, ',');
    }
    close(w->out, ']');
    string(w->out, "text",
           _("What offices tend to do here falls behind what the convention asks of them. You may "
             "object."));
    key(w->out, "ask");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_grounds; i++)
        if (w->g->pack->findings[a->grounds[i]].ask.words) {
            text_json(w->out, phrase_words(w->g, &w->g->pack->findings[a->grounds[i]].ask));
            text_char(w->out, ',');
        }
    close(w->out, ']');
    close(w->out, '}');
}

// What is known at home about a State that is not, or not yet, bound.
static const char *domestic(struct writing *w, int32_t instrument, int32_t question)
{
    const struct answer *answer = question == NONE ? NULL : &w->g->answers->of[question];
    const struct instrument *i = &w->g->pack->instruments[instrument];
    if (!answer || answer->state != ANSWER_GIVEN || answer->value >= w->g->pack->n_countries ||
        i->party_of[answer->value] == NONE)
        return NULL;
    const struct party *party = &i->parties[i->party_of[answer->value]];
    return party->in_force ? NULL : domestic_words(w->g, party);
}

static void write_instrument(struct writing *w, const struct link *link, const char *home,
                             const char *away)
{
    text_char(w->out, '{');
    string(w->out, "id", w->g->pack->instruments[link->instrument].id);
    string(w->out, "applies", words_truth[link->applies]);
    string(w->out, "why",
           arena_printf(w->g->arena, "%s%s%s%s%s", link_words(w->g, link), home ? " " : "",
                        home ? home : "", away ? " " : "", away ? away : ""));
    close(w->out, '}');
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
    uint64_t number = (uint64_t)link->why * 4 + (uint64_t)link->applies;
    for (int i = 0; i < 2; i++) {
        bool given = questions[i] != NONE && answers->of[questions[i]].state == ANSWER_GIVEN;
        uint64_t country = given && (named[i] || domestic_too)
                               ? (uint64_t)answers->of[questions[i]].value
                               : NO_COUNTRY;
        number = number << 16 | (country & 0xFFFF);
    }
    return variant(PART_WHOLE, number);
}

static void add_instruments(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    const struct pack *pack = w->g->pack;
    key(w->out, "instruments");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_links; i++) {
        const struct link *link = &a->links[i];
        const struct instrument *instrument = &pack->instruments[link->instrument];
        const char *home = domestic(w, link->instrument, pack->q_destination);
        const char *away = link->why == WHY_HOME_AWARD
                               ? NULL
                               : domestic(w, link->instrument, pack->q_award_country);
        uint64_t which = link_variant(w, link, home || away);
        size_t from = w->out->len;
        if (!again(w, instrument, which)) {
            write_instrument(w, link, home, away);
            keep(w, from, instrument, which);
        }
    }
    close(w->out, ']');
}

static void write_reason(struct writing *w, int32_t question, const struct answer *answer,
                         int64_t value)
{
    const struct question *q = &w->g->pack->questions[question];
    enum kind_classes classes = kind_classes(q); // few values are worth keeping
    bool common = classes == CLASSES_CHOICES || classes == CLASSES_COUNTRIES;
    uint64_t which = variant(PART_WHOLE, (uint64_t)value);
    size_t from = w->out->len;
    bool given = answer->state == ANSWER_GIVEN && !common; // a usual value stands in no answer
    if (common && again(w, q, which))
        return;
    text_char(w->out, '{');
    string(w->out, "question", q->id);
    key(w->out, "value");
    if (given)
        answer_json(w->out, w->g->pack, question, answer);
    else
        kind_json(w->out, w->g->pack, q, value);
    text_add(w->out, "},");
    if (common)
        keep(w, from, q, which);
}

static void add_because(struct writing *w, int32_t finding)
{
    int32_t questions[PACK_MAX_QUESTIONS];
    int32_t n = finding_because(w->g->engine, w->g->answers, finding, questions);
    key(w->out, "because");
    text_char(w->out, '[');
    for (int32_t i = 0; i < n; i++) {
        const struct answer *answer = &w->g->answers->of[questions[i]];
        int64_t value = answer->value;
        if (answer->state == ANSWER_GIVEN ||
            assessment_listed(w->g->pack, w->g->answers, w->g->assessment, questions[i], &value) ||
            answer_usual(w->g->pack, w->g->answers, questions[i], &value))
            write_reason(w, questions[i], answer, value);
    }
    close(w->out, ']');
}

static void finding_front(struct writing *w, const struct finding *f)
{
    size_t from = w->out->len;
    if (again(w, f, PART_FRONT))
        return;
    text_char(w->out, '{');
    string(w->out, "id", f->id);
    string(w->out, "reading", words_reading[f->reading]);
    string(w->out, "effect", words_effect[f->effect]);
    string(w->out, "text", phrase_words(w->g, &f->text));
    string(w->out, "remedy", f->remedy.words ? phrase_words(w->g, &f->remedy) : NULL);
    cites(w, &f->cites);
    if (fixed(&f->text) && fixed(&f->remedy))
        keep(w, from, f, PART_FRONT);
}

static void finding_back(struct writing *w, const struct finding *f, int32_t overridden_by)
{
    uint64_t which = variant(PART_BACK, (uint64_t)(overridden_by + 1));
    size_t from = w->out->len;
    if (again(w, f, which))
        return;
    string(w->out, "at",
           arena_printf(w->g->arena, "%s:%u", w->g->pack->files[f->place.file], f->place.line));
    string(w->out, "live", overridden_by == NONE ? "yes" : "overridden");
    string(w->out, "overridden_by",
           overridden_by == NONE ? NULL : w->g->pack->findings[overridden_by].id);
    close(w->out, '}');
    keep(w, from, f, which);
}

static void add_findings(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    key(w->out, "findings");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_findings; i++) {
        const struct finding_state *state = &a->findings[i];
        const struct finding *f = &w->g->pack->findings[state->finding];
        finding_front(w, f);
        add_because(w, state->finding);
        finding_back(w, f, state->live ? NONE : state->overridden_by);
    }
    close(w->out, ']');
}

static void write_document(struct writing *w, const struct item *item, enum truth have)
{
    uint64_t which = variant(PART_WHOLE, (uint64_t)have);
    size_t from = w->out->len;
    if (again(w, item, which))
        return;
    text_char(w->out, '{');
    string(w->out, "id", item->id);
    string(w->out, "text", phrase_words(w->g, &item->text));
    string(w->out, "have", words_truth[have]);
    string(w->out, "held_by",
           item->held_by == NONE
               ? NULL
               : w->g->pack->questions[w->g->pack->q_documents_held].choices[item->held_by].id);
    key(w->out, "order");
    text_int(w->out, item->order);
    text_char(w->out, ',');
    cites(w, &item->cites);
    close(w->out, '}');
    if (fixed(&item->text))
        keep(w, from, item, which);
}

static void add_documents(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    key(w->out, "documents");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_documents; i++)
        write_document(w, &w->g->pack->documents[a->documents[i].document], a->documents[i].have);
    close(w->out, ']');
}

// A fact that nobody has confirmed is not handed on.
static const struct fact *shown_fact(const struct writing *w, const struct item *step,
                                     const char *name)
{
    const struct fact *fact = ground_step_fact(w->g, step, name);
    return fact && fact->evidence.status != STATUS_UNVERIFIED ? fact : NULL;
}

// Who does the step, what it costs and how long it takes.
struct step_ends {
    const struct office *office;
    const struct fact *fee, *time;
};

static struct step_ends ends_of(struct writing *w, const struct item *item)
{
    struct step_ends ends = {.fee = shown_fact(w, item, item->fee),
                             .time = shown_fact(w, item, item->time)};
    if (w->there && item->office)
        ends.office = ground_step_office(w->g, item);
    return ends;
}

static const char *office_address(const struct office *office)
{
    return !office           ? NULL
           : office->address ? office->address
           : office->url     ? office->url
           : office->email   ? office->email
                             : office->phone;
}

// A number for what a step shows of the destination: office, fee and time follow the answers in
// ways that are not known here (the body of a profession, say).
static uint64_t variant_of_ends(const struct writing *w, const struct step_ends *ends)
{
    const struct destination *there = w->there;
    uint64_t office = ends->office ? (uint64_t)(ends->office - there->offices) + 1 : 0,
             fee = ends->fee ? (uint64_t)(ends->fee - there->facts) + 1 : 0,
             time = ends->time ? (uint64_t)(ends->time - there->facts) + 1 : 0;
    uint64_t number = (uint64_t)(w->g->assessment->destination + 1);
    return variant(PART_WHOLE, ((number << 14 | office) << 16 | fee) << 16 | time);
}

static void write_step(struct writing *w, const struct item *item)
{
    size_t from = w->out->len;
    struct step_ends ends = ends_of(w, item);
    uint64_t which = variant_of_ends(w, &ends);
    if (again(w, item, which))
        return;
    text_char(w->out, '{');
    string(w->out, "id", item->id);
    string(w->out, "text", phrase_words(w->g, &item->text));
    string(w->out, "office",
           ends.office                ? say(w->g->i18n, &ends.office->name)
           : w->there && item->office ? office_ask_words(w->g)
                                      : NULL);
    string(w->out, "address", office_address(ends.office));
    string(w->out, "fee", ends.fee ? phrase_words(w->g, &ends.fee->text) : NULL);
    string(w->out, "time", ends.time ? phrase_words(w->g, &ends.time->text) : NULL);
    key(w->out, "order");
    text_int(w->out, item->order);
    text_char(w->out, ',');
    cites(w, &item->cites);
    close(w->out, '}');
    if (fixed(&item->text) && (!ends.fee || fixed(&ends.fee->text)) &&
        (!ends.time || fixed(&ends.time->text)))
        keep(w, from, item, which);
}

static void add_steps(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    key(w->out, "steps");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_steps; i++)
        write_step(w, &w->g->pack->steps[a->steps[i]]);
    close(w->out, ']');
}

static void add_rights(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    key(w->out, "rights");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_rights; i++) {
        const struct right *right = &w->g->pack->rights[a->rights[i]];
        size_t from = w->out->len;
        if (again(w, right, PART_WHOLE))
            continue;
        text_char(w->out, '{');
        string(w->out, "id", right->id);
        string(w->out, "text", phrase_under(w->g, &right->text, right->instrument));
        string(w->out, "instrument",
               right->instrument == NONE ? NULL : w->g->pack->instruments[right->instrument].id);
        cites(w, &right->cites);
        close(w->out, '}');
        if (fixed(&right->text))
            keep(w, from, right, PART_WHOLE);
    }
    close(w->out, ']');
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
    if (there && again(w, there, PART_WHOLE))
        return;
    string(w->out, "comparable", there ? say(w->g->i18n, &there->award) : NULL);
    string(w->out, "framework",
           there && there->framework.words ? say(w->g->i18n, &there->framework) : NULL);
    if (there)
        keep(w, from, there, PART_WHOLE);
}

static void level_home(struct writing *w, const struct country_level *home, int64_t level)
{
    size_t from = w->out->len;
    if (home && again(w, home, PART_FRONT))
        return;
    string(w->out, "home",
           home ? say(w->g->i18n, &home->award) : value_words(w->g, w->g->pack->q_level, level));
    if (home)
        keep(w, from, home, PART_FRONT);
}

static void add_level(struct writing *w)
{
    const struct pack *pack = w->g->pack;
    const struct answer *answer = pack->q_level == NONE ? NULL : &w->g->answers->of[pack->q_level];
    key(w->out, "level");
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
    key(w->out, "cites");
    text_char(w->out, '[');
    level_cite(w, home);
    if (!home || !there || home->evidence.source != there->evidence.source)
        level_cite(w, there);
    close(w->out, ']');
    close(w->out, '}');
}

static void add_what_if(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    const struct pack *pack = w->g->pack;
    key(w->out, "would_change");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_changes; i++) {
        text_char(w->out, '{');
        string(w->out, "question", pack->questions[a->changes[i].question].id);
        key(w->out, "to");
        kind_json(w->out, pack, &pack->questions[a->changes[i].question], a->changes[i].to);
        text_char(w->out, ',');
        string(w->out, "outcome", pack->outcomes[a->changes[i].outcome].id);
        close(w->out, '}');
    }
    close(w->out, ']');
    key(w->out, "missing");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_missing; i++) {
        text_json(w->out, pack->questions[a->missing[i].question].id);
        text_char(w->out, ',');
    }
    close(w->out, ']');
}

static void notice(struct writing *w, const char *id, const char *words)
{
    text_char(w->out, '{');
    string(w->out, "id", id);
    string(w->out, "text", words);
    close(w->out, '}');
}

static void notice_of_pack(struct writing *w, const struct notice *n)
{
    size_t from = w->out->len;
    if (again(w, n, PART_WHOLE))
        return;
    notice(w, n->id, phrase_words(w->g, &n->text));
    if (fixed(&n->text))
        keep(w, from, n, PART_WHOLE);
}

static void notice_of_question(struct writing *w, int32_t q, int kind)
{
    const struct question *question = &w->g->pack->questions[q];
    struct arena *arena = w->g->arena;
    size_t from = w->out->len;
    int64_t usual = 0;
    if (kind == PART_ASSUMED)
        answer_usual(w->g->pack, w->g->answers, q, &usual);
    uint64_t which = variant(kind, (uint64_t)usual);
    if (again(w, question, which))
        return;
    if (kind == PART_ASSUMED)
        notice(w, arena_printf(arena, "assumed-%s", question->id),
               arena_printf(arena, _("Assumed, because you did not say: %s %s"),
                            label_words(w->g, q), value_words(w->g, q, usual)));
    else
        notice(w, arena_printf(arena, "off-path-%s", question->id),
               arena_printf(arena, _("Not used, because it does not apply here: %s"),
                            label_words(w->g, q)));
    keep(w, from, question, which);
}

static void notice_of_link(struct writing *w, const struct instrument *instrument)
{
    size_t from = w->out->len;
    if (again(w, instrument, PART_OPEN))
        return;
    notice(w, arena_printf(w->g->arena, "open-%s", instrument->id),
           arena_printf(w->g->arena,
                        _("Whether this applies is not known: %s. If it does apply, you can rely "
                          "on it as well."),
                        say(w->g->i18n, &instrument->short_name)));
    keep(w, from, instrument, PART_OPEN);
}

static void notice_of_old_office(struct writing *w, const struct office *office)
{
    if (office_reachable(office) && fact_is_old(w->g, AGE_OF_OFFICES, office->evidence.as_of))
        notice(w, arena_printf(w->g->arena, "old-%s", office->id),
               arena_printf(w->g->arena, _("This is old and may have changed: %s"),
                            arena_printf(w->g->arena, "%s (%s)", say(w->g->i18n, &office->name),
                                         office_address(office))));
}

static void notices_of_old_facts(struct writing *w)
{
    struct arena *arena = w->g->arena;
    size_t from = w->out->len;
    bool all_fixed = true;
    if (!w->there || again(w, w->there, PART_OLD))
        return;
    for (int32_t i = 0; i < w->there->n_facts; i++) {
        const struct fact *fact = &w->there->facts[i];
        if (!fact_is_old(w->g, fact->kind, fact->evidence.as_of))
            continue;
        all_fixed &= fixed(&fact->text);
        notice(w, arena_printf(arena, "old-%s", fact->id),
               arena_printf(arena, _("This is old and may have changed: %s"),
                            phrase_words(w->g, &fact->text)));
    }
    for (int32_t i = 0; i < w->there->n_offices; i++)
        notice_of_old_office(w, &w->there->offices[i]);
    if (all_fixed)
        keep(w, from, w->there, PART_OLD);
}

static void notice_of_list(struct writing *w, enum list_kind kind)
{
    bool contradicts = w->g->assessment->listings[kind].contradicts;
    const char *words = list_words(w->g, kind);
    if (words)
        notice(w, contradicts ? "list-contradicts-answer" : "list-answers", words);
}

static void add_notices(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    const struct pack *pack = w->g->pack;
    key(w->out, "notices");
    text_char(w->out, '[');
    if (pack->assumed)
        notice(w, "assumed-law", assumed_words(w->g));
    for (enum list_kind kind = 0; kind < LIST_KINDS; kind++)
        notice_of_list(w, kind);
    for (int32_t i = 0; i < a->n_notices; i++)
        notice_of_pack(w, &pack->notices[a->notices[i]]);
    for (int32_t q = 0; q < pack->n_questions; q++) {
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
    close(w->out, ']');
}

static void write_source(struct writing *w, const struct source *s)
{
    char room[DATE_TEXT];
    size_t from = w->out->len;
    if (again(w, s, PART_WHOLE))
        return;
    const char *url = s->url                      ? s->url
                      : s->article_source != NONE ? w->g->pack->sources[s->article_source].url
                                                  : NULL;
    text_char(w->out, '{');
    string(w->out, "id", s->id);
    string(w->out, "text", say(w->g->i18n, &s->text));
    string(w->out, "url", url);
    string(w->out, "as_of", date_format_as_of(room, s->as_of));
    string(w->out, "status", words_status[s->status]);
    close(w->out, '}');
    keep(w, from, s, PART_WHOLE);
}

static void add_sources(struct writing *w)
{
    const struct ground *g = w->g;
    uint64_t *set = ARENA_ARRAY(g->arena, uint64_t, BITS_WORDS(g->pack->n_sources) + 1);
    assessment_sources(g->pack, g->answers, g->assessment, set);
    key(w->out, "sources");
    text_char(w->out, '[');
    for (int32_t i = 0; i < w->g->pack->n_sources; i++)
        if (bits_has(set, (size_t)i))
            write_source(w, &w->g->pack->sources[i]);
    close(w->out, ']');
}

// ---- the licence ------------------------------------------------------------------------------

static void add_body(struct writing *w, const struct office *body)
{
    key(w->out, "body");
    if (!body) {
        text_add(w->out, "null,");
        return;
    }
    text_char(w->out, '{');
    string(w->out, "office", say(w->g->i18n, &body->name));
    string(w->out, "address", office_address(body));
    close(w->out, '}');
}

static void add_licence_fact(struct writing *w, const char *name, const struct fact *fact)
{
    string(w->out, name, fact ? phrase_words(w->g, &fact->text) : NULL);
}

// What the body asks for: findings and papers, by id; they stand in their own lists too.
static void add_demands(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    const struct pack *pack = w->g->pack;
    key(w->out, "conditions");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_live; i++)
        if (licence_condition(&pack->findings[a->findings[i].finding])) {
            text_json(w->out, pack->findings[a->findings[i].finding].id);
            text_char(w->out, ',');
        }
    close(w->out, ']');
    key(w->out, "documents");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_documents; i++)
        if (pack->documents[a->documents[i].document].decision == DECISION_LICENCE) {
            text_json(w->out, pack->documents[a->documents[i].document].id);
            text_char(w->out, ',');
        }
    close(w->out, ']');
}

static void add_licence(struct writing *w)
{
    static const struct int_list nothing;
    const struct licence_state *licence = &w->g->assessment->licence;
    key(w->out, "licence");
    if (!licence->asked) {
        text_add(w->out, "null,");
        return;
    }
    struct licence_facts f = licence_facts(w->g);
    const struct int_list *list = f.record ? &f.record->cites : &nothing;
    text_char(w->out, '{');
    add_body(w, f.body);
    string(w->out, "outcome",
           licence->outcome == NONE ? NULL : w->g->pack->outcomes[licence->outcome].id);
    add_demands(w);
    add_licence_fact(w, "fee", f.fee);
    add_licence_fact(w, "time", f.time);
    add_licence_fact(w, "appeal", f.appeal);
    cites(w, list);
    close(w->out, '}');
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
    string(out, "outcome", pack->outcomes[a->outcome].id);
    outcome_list(&w, "possible", a->possible);
    string(out, "state", words_state[a->state]);
    string(out, "academic", pack->outcomes[a->academic].id);
    add_licence(&w);
    string(out, "convention_position", a->position == NONE ? NULL : pack->outcomes[a->position].id);
    string(out, "position_from",
           a->position_from == NONE ? NULL : pack->instruments[a->position_from].id);
    add_challenge(&w);
    add_instruments(&w);
    add_findings(&w);
    add_documents(&w);
    add_steps(&w);
    add_rights(&w);
    add_level(&w);
    add_what_if(&w);
    add_notices(&w);
    add_sources(&w);
    key(out, "content");
    text_char(out, '{');
    string(out, "pack", pack->id);
    string(out, "version", pack->version);
    string(out, "as_of", date_format_as_of(room, g->as_of));
    close(out, '}');
    close(out, '}');
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
