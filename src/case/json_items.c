// SPDX-License-Identifier: MIT
// Papers, steps, rights and the licence; see json.h.
#include "case/json_pieces.h"

#include <string.h>
#include "pack/words.h"

static void end_item(struct writing *w, const struct item *item)
{
    json_key(w->out, "order");
    text_int(w->out, item->order);
    text_char(w->out, ',');
    json_cites(w, &item->cites);
    json_end(w->out, '}');
}

static void write_document(struct writing *w, const struct item *item, enum truth have)
{
    uint64_t which = json_variant(PART_WHOLE, (uint64_t)have);
    size_t from = w->out->len;
    if (json_again(w, item, which))
        return;
    text_char(w->out, '{');
    json_string_member(w->out, "id", item->id);
    json_string_member(w->out, "text", phrase_words(w->g, &item->text));
    json_string_member(w->out, "have", words_truth[have]);
    json_string_member(
        w->out, "held_by",
        item->held_by == NONE
            ? NULL
            : w->g->pack->questions[w->g->pack->q_documents_held].choices[item->held_by].id);
    end_item(w, item);
    if (json_fixed(&item->text))
        json_keep(w, from, item, which);
}

void json_add_documents(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    json_key(w->out, "documents");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_documents; i++)
        write_document(w, &w->g->pack->documents[a->documents[i].document], a->documents[i].have);
    json_end(w->out, ']');
}

// Who does the step, what it costs and how long it takes.
struct step_ends {
    const struct office *office, *asked; // asked: where no office is known
    const struct fact *fee, *time;
};

static struct step_ends ends_of(struct writing *w, const struct item *item)
{
    struct step_ends ends = {.fee = ground_known_fact(w->g, item, item->fee),
                             .time = ground_known_fact(w->g, item, item->time)};
    if (w->there && item->office)
        ends.office = ground_step_office(w->g, item);
    if (w->there && item->office && !ends.office)
        ends.asked = ground_authority(w->g);
    return ends;
}

// A number for what a step shows of the destination: office, fee and time follow the answers in
// ways that are not known here (the body of a profession, say).
static uint64_t variant_of_ends(const struct writing *w, const struct step_ends *ends)
{
    const struct destination *there = w->there;
    uint64_t office = ends->office  ? (uint64_t)(ends->office - there->offices) + 1
                      : ends->asked ? (uint64_t)(ends->asked - there->offices) + 1 +
                                          (uint64_t)there->n_offices
                                    : 0,
             fee = ends->fee ? (uint64_t)(ends->fee - there->facts) + 1 : 0,
             time = ends->time ? (uint64_t)(ends->time - there->facts) + 1 : 0;
    uint64_t number = (uint64_t)(w->g->assessment->destination + 1);
    return json_variant(PART_WHOLE, ((number << 14 | office) << 16 | fee) << 16 | time);
}

static void write_step(struct writing *w, const struct item *item)
{
    size_t from = w->out->len;
    struct step_ends ends = ends_of(w, item);
    uint64_t which = variant_of_ends(w, &ends);
    if (json_again(w, item, which))
        return;
    text_char(w->out, '{');
    json_string_member(w->out, "id", item->id);
    json_string_member(w->out, "text", phrase_words(w->g, &item->text));
    json_string_member(w->out, "office",
                       ends.office                ? say(w->g->i18n, &ends.office->name)
                       : w->there && item->office ? office_ask_words_at(w->g, ends.asked)
                                                  : NULL);
    json_string_member(w->out, "address", json_office_address(ends.office));
    json_string_member(w->out, "fee", ends.fee ? phrase_words(w->g, &ends.fee->text) : NULL);
    json_string_member(w->out, "time", ends.time ? phrase_words(w->g, &ends.time->text) : NULL);
    end_item(w, item);
    if (json_fixed(&item->text) && (!ends.fee || json_fixed(&ends.fee->text)) &&
        (!ends.time || json_fixed(&ends.time->text)))
        json_keep(w, from, item, which);
}

void json_add_steps(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    json_key(w->out, "steps");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_steps; i++)
        write_step(w, &w->g->pack->steps[a->steps[i]]);
    json_end(w->out, ']');
}

void json_add_rights(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    json_key(w->out, "rights");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_rights; i++) {
        const struct right *right = &w->g->pack->rights[a->rights[i]];
        size_t from = w->out->len;
        if (json_again(w, right, PART_WHOLE))
            continue;
        text_char(w->out, '{');
        json_string_member(w->out, "id", right->id);
        json_string_member(w->out, "text", phrase_under(w->g, &right->text, right->instrument));
        json_string_member(
            w->out, "instrument",
            right->instrument == NONE ? NULL : w->g->pack->instruments[right->instrument].id);
        json_cites(w, &right->cites);
        json_end(w->out, '}');
        if (json_fixed(&right->text))
            json_keep(w, from, right, PART_WHOLE);
    }
    json_end(w->out, ']');
}

// ---- the licence ------------------------------------------------------------------------------

static void add_body(struct writing *w, const struct office *body)
{
    json_key(w->out, "body");
    if (!body) {
        text_add(w->out, "null,");
        return;
    }
    text_char(w->out, '{');
    json_string_member(w->out, "office", say(w->g->i18n, &body->name));
    json_string_member(w->out, "address", json_office_address(body));
    json_end(w->out, '}');
}

static void add_licence_fact(struct writing *w, const char *name, const struct fact *fact)
{
    json_string_member(w->out, name, fact ? phrase_words(w->g, &fact->text) : NULL);
}

// What the body asks for: findings and papers, by id; they stand in their own lists too.
static void add_demands(struct writing *w)
{
    const struct assessment *a = w->g->assessment;
    const struct pack *pack = w->g->pack;
    json_key(w->out, "conditions");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_live; i++)
        if (licence_condition(&pack->findings[a->findings[i].finding])) {
            text_json(w->out, pack->findings[a->findings[i].finding].id);
            text_char(w->out, ',');
        }
    json_end(w->out, ']');
    json_key(w->out, "documents");
    text_char(w->out, '[');
    for (int32_t i = 0; i < a->n_documents; i++)
        if (pack->documents[a->documents[i].document].decision == DECISION_LICENCE) {
            text_json(w->out, pack->documents[a->documents[i].document].id);
            text_char(w->out, ',');
        }
    json_end(w->out, ']');
}

void json_add_licence(struct writing *w)
{
    static const struct int_list nothing;
    const struct licence_state *licence = &w->g->assessment->licence;
    json_key(w->out, "licence");
    if (!licence->asked) {
        text_add(w->out, "null,");
        return;
    }
    struct licence_facts f = licence_facts(w->g);
    const struct int_list *list = f.record ? &f.record->cites : &nothing;
    text_char(w->out, '{');
    add_body(w, f.body);
    json_string_member(w->out, "outcome",
                       licence->outcome == NONE ? NULL : w->g->pack->outcomes[licence->outcome].id);
    add_demands(w);
    add_licence_fact(w, "fee", f.fee);
    add_licence_fact(w, "time", f.time);
    add_licence_fact(w, "appeal", f.appeal);
    json_cites(w, list);
    json_end(w->out, '}');
}
