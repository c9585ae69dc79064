// SPDX-License-Identifier: MIT
#include "out/json.h"
#include <stdio.h>
#include <string.h>
#include "base/bits.h"
#include "base/date.h"

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

static const char *truth_word(enum truth truth)
{
    return truth == TRUTH_YES ? "yes" : truth == TRUTH_NO ? "no" : "unknown";
}

static const char *date_word(char *room, size_t size, int32_t packed)
{
    if (packed % 10000 == 0)
        snprintf(room, size, "%04d", packed / 10000);
    else if (packed % 100 == 0)
        snprintf(room, size, "%04d-%02d", packed / 10000, packed / 100 % 100);
    else
        snprintf(room, size, "%04d-%02d-%02d", packed / 10000, packed / 100 % 100, packed % 100);
    return room;
}

void json_value(struct text *out, const struct pack *pack, int32_t question, int64_t value)
{
    const struct question *q = &pack->questions[question];
    char room[16];
    switch (q->type) {
    case Q_ONE:
        text_json(out, q->choices[value].id);
        return;
    case Q_MANY:
        text_char(out, '[');
        for (int32_t i = 0, n = 0; i < q->n_choices; i++)
            if (value >> i & 1) {
                text_add(out, n++ ? "," : "");
                text_json(out, q->choices[i].id);
            }
        text_char(out, ']');
        return;
    case Q_COUNTRY:
        text_json(out, value < pack->n_countries ? pack->countries[value] : q->choices[value - pack->n_countries].id);
        return;
    case Q_INTEGER:
    case Q_NUMBER:
    case Q_YEAR:
        text_number(out, (double)value / NUMBER_SCALE);
        return;
    case Q_MONTH:
    case Q_DATE:
        text_json(out, date_word(room, sizeof room, (int32_t)value));
        return;
    case Q_TEXT:
        break;
    }
    text_add(out, "null");
}

// ---- the assessment ---------------------------------------------------------------------------

// What is being written: the sources met so far are listed at the end.
struct writing {
    struct text *out;
    const struct ground *g;
    const struct destination *there;
    uint64_t *sources; // bit set, in the frame arena
};

static void note_source(struct writing *w, int32_t source)
{
    if (source == NONE || bits_has(w->sources, (size_t)source))
        return;
    bits_set(w->sources, (size_t)source);
    note_source(w, w->g->pack->sources[source].article_source);
}

// An article that nobody has read is named by the source in which it stands, never by its number.
static int32_t shown_source(const struct pack *pack, int32_t source)
{
    const struct source *s = &pack->sources[source];
    return s->number && s->status == STATUS_UNVERIFIED ? s->article_source : source;
}

static void cites(struct writing *w, const struct int_list *list)
{
    key(w->out, "cites");
    text_char(w->out, '[');
    for (int32_t i = 0; i < list->count; i++) {
        int32_t source = shown_source(w->g->pack, list->items[i]);
        if (source == NONE)
            continue;
        note_source(w, source);
        text_json(w->out, w->g->pack->sources[source].id);
        text_char(w->out, ',');
    }
    close(w->out, ']');
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
    string(w->out, "text", _("What offices tend to do here falls behind what the convention asks of them. You may object."));
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

static void note_party(struct writing *w, int32_t instrument, int32_t question)
{
    const struct answer *answer = question == NONE ? NULL : &w->g->answers->of[question];
    const struct instrument *i = &w->g->pack->instruments[instrument];
    if (answer && answer->state == ANSWER_GIVEN && answer->value < w->g->pack->n_countries && i->party_of[answer->value] != NONE)
        note_source(w, i->parties[i->party_of[answer->value]].evidence.source);
}

// What is known at home about a State that is not, or not yet, bound.
static const char *domestic(struct writing *w, int32_t instrument, int32_t question)
{
    const struct answer *answer = question == NONE ? NULL : &w->g->answers->of[question];
    const struct instrument *i = &w->g->pack->instruments[instrument];
    if (!answer || answer->state != ANSWER_GIVEN || answer->value >= w->g->pack->n_countries || i->party_of[answer->value] == NONE)
        return NULL;
    const struct party *party = &i->parties[i->party_of[answer->value]];
    return party->in_force ? NULL : domestic_words(w->g, party);
}

static void add_instruments(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    const struct pack *pack = w->g->pack;
    key(w->out, "instruments");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_links; i++) {
        const struct link *link = &a->links[i];
        const char *home = domestic(w, link->instrument, pack->q_destination);
        const char *away = domestic(w, link->instrument, pack->q_award_country);
        text_char(w->out, '{');
        string(w->out, "id", pack->instruments[link->instrument].id);
        string(w->out, "applies", truth_word(link->applies));
        string(w->out, "why", arena_printf(w->g->arena, "%s%s%s%s%s", link_words(w->g, link), home ? " " : "", home ? home : "",
                                           away ? " " : "", away ? away : ""));
        close(w->out, '}');
        note_source(w, pack->instruments[link->instrument].evidence.source);
        note_party(w, link->instrument, pack->q_destination);
        note_party(w, link->instrument, pack->q_award_country);
    }
    close(w->out, ']');
}

static void add_because(struct writing *w, int32_t finding)
{
    int32_t questions[8];
    int32_t n = finding_because(w->g->engine, w->g->answers, finding, questions, 8);
    key(w->out, "because");
    text_char(w->out, '[');
    for (int32_t i = 0; i < n && i < 8; i++) {
        const struct answer *answer = &w->g->answers->of[questions[i]];
        bool usual = answer->state == ANSWER_ABSENT && w->g->pack->questions[questions[i]].has_usual;
        if (answer->state != ANSWER_GIVEN && !usual)
            continue;
        text_char(w->out, '{');
        string(w->out, "question", w->g->pack->questions[questions[i]].id);
        key(w->out, "value");
        if (answer->text)
            text_json_n(w->out, answer->text, (size_t)answer->text_length);
        else
            json_value(w->out, w->g->pack, questions[i], usual ? w->g->pack->questions[questions[i]].usual : answer->value);
        text_add(w->out, "},");
    }
    close(w->out, ']');
}

static void add_findings(struct writing *w)
{
    static const char *const readings[] = {"", "practice", "convention", "both"};
    static const char *const effects[] = {"supports", "condition", "difference", "bar", "route", "note"};
    const struct assessment *a = w->g->assessment;
    key(w->out, "findings");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_findings; i++) {
        const struct finding_state *state = &a->findings[i];
        const struct finding *f = &w->g->pack->findings[state->finding];
        text_char(w->out, '{');
        string(w->out, "id", f->id);
        string(w->out, "reading", readings[f->reading]);
        string(w->out, "effect", effects[f->effect]);
        string(w->out, "text", phrase_words(w->g, &f->text));
        string(w->out, "remedy", f->remedy.words ? phrase_words(w->g, &f->remedy) : NULL);
        cites(w, &f->cites);
        add_because(w, state->finding);
        string(w->out, "at", arena_printf(w->g->arena, "%s:%u", w->g->pack->files[f->place.file], f->place.line));
        string(w->out, "live", state->live ? "yes" : "overridden");
        string(w->out, "overridden_by", state->overridden_by == NONE ? NULL : w->g->pack->findings[state->overridden_by].id);
        close(w->out, '}');
    }
    close(w->out, ']');
}

static void add_documents(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    key(w->out, "documents");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_documents; i++) {
        const struct item *item = &w->g->pack->documents[a->documents[i].document];
        text_char(w->out, '{');
        string(w->out, "id", item->id);
        string(w->out, "text", phrase_words(w->g, &item->text));
        string(w->out, "have", truth_word(a->documents[i].have));
        key(w->out, "order");
        text_int(w->out, item->order);
        text_char(w->out, ',');
        cites(w, &item->cites);
        close(w->out, '}');
    }
    close(w->out, ']');
}

// A fact that nobody has confirmed is not handed on.
static const char *fact_text(struct writing *w, const char *name)
{
    const struct fact *fact = w->there && name ? destination_fact(w->there, name) : NULL;
    if (!fact || fact->evidence.status == STATUS_UNVERIFIED)
        return NULL;
    note_source(w, fact->evidence.source);
    return phrase_words(w->g, &fact->text);
}

static void add_steps(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    key(w->out, "steps");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_steps; i++) {
        const struct item *item = &w->g->pack->steps[a->steps[i]];
        const struct office *office = w->there && item->office ? destination_office(w->there, item->office) : NULL;
        if (w->there && item->office && !office)
            office = destination_office(w->there, "authority");
        if (office)
            note_source(w, office->evidence.source);
        text_char(w->out, '{');
        string(w->out, "id", item->id);
        string(w->out, "text", phrase_words(w->g, &item->text));
        string(w->out, "office", office ? say(w->g->i18n, &office->name) : NULL);
        string(w->out, "address", !office ? NULL : office->address ? office->address : office->url ? office->url
                                  : office->email ? office->email : office->phone);
        string(w->out, "fee", fact_text(w, item->fee));
        string(w->out, "time", fact_text(w, item->time));
        key(w->out, "order");
        text_int(w->out, item->order);
        text_char(w->out, ',');
        cites(w, &item->cites);
        close(w->out, '}');
    }
    close(w->out, ']');
}

static void add_rights(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    key(w->out, "rights");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_rights; i++) {
        const struct right *right = &w->g->pack->rights[a->rights[i]];
        text_char(w->out, '{');
        string(w->out, "id", right->id);
        string(w->out, "text", phrase_under(w->g, &right->text, right->instrument));
        string(w->out, "instrument", right->instrument == NONE ? NULL : w->g->pack->instruments[right->instrument].id);
        cites(w, &right->cites);
        close(w->out, '}');
    }
    close(w->out, ']');
}

static const struct country_level *find_level(const struct destination *d, int64_t level)
{
    for (int32_t i = 0; d && i < d->n_levels; i++)
        if (d->levels[i].level == level && d->levels[i].evidence.status != STATUS_UNVERIFIED)
            return &d->levels[i];
    return NULL;
}

static const struct destination *award_file(const struct writing *w)
{
    const struct pack *pack = w->g->pack;
    const struct answer *a = pack->q_award_country == NONE ? NULL : &w->g->answers->of[pack->q_award_country];
    if (!a || a->state != ANSWER_GIVEN || a->value >= pack->n_countries || pack->destination_of[a->value] == NONE)
        return NULL;
    return &pack->destinations[pack->destination_of[a->value]];
}

static void level_cite(struct writing *w, const struct country_level *level)
{
    if (!level || level->evidence.source == NONE)
        return;
    note_source(w, level->evidence.source);
    text_json(w->out, w->g->pack->sources[level->evidence.source].id);
    text_char(w->out, ',');
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
    const struct country_level *home = find_level(award_file(w), answer->value), *there = find_level(w->there, answer->value);
    text_char(w->out, '{');
    string(w->out, "home", home ? home->award : value_words(w->g, pack->q_level, answer->value));
    string(w->out, "comparable", there ? there->award : NULL);
    string(w->out, "framework", there && there->framework.words ? say(w->g->i18n, &there->framework) : NULL);
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
        json_value(w->out, pack, a->changes[i].question, a->changes[i].to);
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

static void add_notices(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    const struct pack *pack = w->g->pack;
    struct arena *arena = w->g->arena;
    key(w->out, "notices");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_notices; i++) {
        const struct notice *n = &pack->notices[a->notices[i]];
        notice(w, n->id, phrase_words(w->g, &n->text));
        for (int32_t c = 0; c < n->cites.count; c++)
            note_source(w, shown_source(pack, n->cites.items[c]));
    }
    for (int32_t q = 0; q < pack->n_questions; q++) {
        if (a->assumed >> q & 1)
            notice(w, arena_printf(arena, "assumed-%s", pack->questions[q].id),
                   arena_printf(arena, _("Assumed, because you did not say: %s %s"), label_words(w->g, q), value_words(w->g, q, pack->questions[q].usual)));
        if (a->off_path >> q & 1)
            notice(w, arena_printf(arena, "off-path-%s", pack->questions[q].id),
                   arena_printf(arena, _("Not used, because it does not apply here: %s"), label_words(w->g, q)));
    }
    for (int32_t i = 0; i < a->n_links; i++)
        if (a->links[i].applies == TRUTH_UNKNOWN && pack->instruments[a->links[i].instrument].duty != DUTY_NONE)
            notice(w, arena_printf(arena, "open-%s", pack->instruments[a->links[i].instrument].id),
                   arena_printf(arena, _("Whether this applies is not known: %s. If it does apply, you can rely on it as well."),
                                say(w->g->i18n, &pack->instruments[a->links[i].instrument].short_name)));
    for (int32_t i = 0; w->there && i < w->there->n_facts; i++)
        if (is_old(w->g, w->there->facts[i].kind, w->there->facts[i].evidence.as_of))
            notice(w, arena_printf(arena, "old-%s", w->there->facts[i].id),
                   arena_printf(arena, _("This is old and may have changed: %s"), phrase_words(w->g, &w->there->facts[i].text)));
    close(w->out, ']');
}

static void add_sources(struct writing *w)
{
    static const char *const statuses[] = {"verified", "computed", "reported", "unverified"};
    char room[16];
    key(w->out, "sources");
    text_char(w->out, '[');
    for (int32_t i = 0; i < w->g->pack->n_sources; i++) {
        const struct source *s = &w->g->pack->sources[i];
        if (!bits_has(w->sources, (size_t)i))
            continue;
        const char *url = s->url ? s->url : s->article_source != NONE ? w->g->pack->sources[s->article_source].url : NULL;
        text_char(w->out, '{');
        string(w->out, "id", s->id);
        string(w->out, "text", say(w->g->i18n, &s->text));
        string(w->out, "url", url);
        string(w->out, "as_of", date_word(room, sizeof room, s->as_of));
        string(w->out, "status", statuses[s->status]);
        close(w->out, '}');
    }
    close(w->out, ']');
}

void json_assessment(struct text *out, const struct ground *g, const char *head, size_t head_len)
{
    const struct assessment *a = g->assessment;
    const struct pack *pack = g->pack;
    struct writing w = {out, g, a->destination == NONE ? NULL : &pack->destinations[a->destination],
                        arena_alloc(g->arena, BITS_WORDS(pack->n_sources) * sizeof(uint64_t))};
    char room[16];
    text_char(out, '{');
    text_bytes(out, head, head_len);
    string(out, "outcome", pack->outcomes[a->outcome].id);
    outcome_list(&w, "possible", a->possible);
    string(out, "convention_position", a->position == NONE ? NULL : pack->outcomes[a->position].id);
    string(out, "position_from", a->position_from == NONE ? NULL : pack->instruments[a->position_from].id);
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
    string(out, "as_of", date_word(room, sizeof room, g->as_of));
    close(out, '}');
    close(out, '}');
    text_truncate(out, out->len - 1); // the comma after the whole
}
