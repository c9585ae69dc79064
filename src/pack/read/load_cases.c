// SPDX-License-Identifier: MIT
// cases/*.yaml: worked cases, which are documentation and tests at once.
#include <string.h>

#include "pack/kind.h"
#include "pack/read/schema.h"
#include "pack/value.h"

_Static_assert(PACK_MAX_QUESTIONS <= UINT8_MAX, "a question of struct near_case is a byte");

static const struct field file_fields[] = {FIELD_READ("cases", FIELD_LIST, REQUIRED)};
static const struct schema file_schema = SCHEMA("a file of cases/", file_fields);

#define C(member) offsetof(struct worked_case, member)
static const struct field case_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, C(id)),
    FIELD("title", FIELD_STRING, REQUIRED, C(title)),
    FIELD("source", FIELD_STRING, REQUIRED, C(source)),
    FIELD("as_of", FIELD_DATE, REQUIRED, C(as_of)),
    FIELD_READ("answers", FIELD_MAP, REQUIRED),
    FIELD_READ("expect", FIELD_MAP, REQUIRED),
};
static const struct schema case_schema = SCHEMA("a case", case_fields);

struct expectation {
    struct worked_case c;
    struct int_list possible;
    bool challenge;
};
#define E(member) offsetof(struct expectation, c.member)
static const struct field expect_fields[] = {
    FIELD_ARG("outcome", FIELD_REF, 0, E(outcome), S_OUTCOME),
    FIELD_ARG("academic", FIELD_REF, 0, E(academic), S_OUTCOME),
    FIELD_READ("licence", FIELD_SCALAR, 0), // an outcome, `body` or `none`
    FIELD_WORDS("state", FIELD_WORD, 0, E(state), words_state),
    FIELD_ARG("possible", FIELD_REFS, 0, offsetof(struct expectation, possible), S_OUTCOME),
    FIELD_ARG("convention_position", FIELD_REF, 0, E(position), S_OUTCOME),
    FIELD_ARG("position_from", FIELD_REF, 0, E(position_from), S_INSTRUMENT),
    FIELD_ARG("findings", FIELD_REFS, 0, E(findings), S_FINDING),
    FIELD_ARG("no_findings", FIELD_REFS, 0, E(no_findings), S_FINDING),
    FIELD_ARG("documents", FIELD_REFS, 0, E(documents), S_DOCUMENT),
    FIELD_ARG("steps", FIELD_REFS, 0, E(steps), S_STEP),
    FIELD_ARG("rights", FIELD_REFS, 0, E(rights), S_RIGHT),
    FIELD_ARG("notices", FIELD_REFS, 0, E(notices), S_NOTICE),
    FIELD_READ("facts", FIELD_STRINGS, 0),
    FIELD_READ("offices", FIELD_STRINGS, 0),
    FIELD_READ("licences", FIELD_STRINGS, 0),
    FIELD_READ("lists", FIELD_STRINGS, 0),
    FIELD_ARG("applies_no", FIELD_REFS, 0, E(applies_no), S_INSTRUMENT),
    FIELD_ARG("applies_unknown", FIELD_REFS, 0, E(applies_unknown), S_INSTRUMENT),
    FIELD_ARG("applies", FIELD_REFS, 0, E(applies), S_INSTRUMENT),
    FIELD("challenge", FIELD_YES_NO, 0, offsetof(struct expectation, challenge)),
};
static const struct schema expect_schema = SCHEMA("\"expect:\"", expect_fields);

// What nobody could answer proves nothing. Looked at where the day of the case is read, too.
static bool in_range(struct loader *l, const struct worked_case *c, const struct case_answer *a,
                     const struct node *node)
{
    const struct question *q = &l->pack->questions[a->question];
    bool ordered = c->as_of && kind_classes(q) == CLASSES_CUTS && !a->unknown;
    if (!ordered ||
        (value_allowed(q, a->value, c->as_of) && (!a->last || value_allowed(q, a->last, c->as_of))))
        return true;
    load_fault(l, node, "bad-value", "the question \"%s\" takes no \"%.40s\": it is out of range",
               q->id, node->text);
    return false;
}

static void load_answers(struct loader *l, struct arena *arena, struct worked_case *c,
                         const struct node *map)
{
    if (!map || map->kind != NODE_MAP)
        return;
    struct case_answer *answers = ARENA_ARRAY(arena, struct case_answer, (size_t)map->count);
    c->answers = answers;
    for (const struct node *item = map->first; item; item = item->next) {
        int32_t question = table_get(&l->names.ids[S_QUESTION], item->key);
        struct case_answer answer = {.question = question};
        if (question < 0 && !l->whole)
            continue;
        if (question < 0)
            load_fault_at(l, item->key_place, "unknown-question", "there is no question \"%s\"%s",
                          item->key, load_hint(l, S_QUESTION, item->key));
        else if (load_value(l, &l->pack->questions[question], item, &answer) == 0 &&
                 in_range(l, c, &answer, item))
            answers[c->n_answers++] = answer;
    }
}

// `none`: no licence is asked for; `body`: only the body that decides is known.
static int32_t expected_licence(struct loader *l, const struct node *node)
{
    if (!node || node->kind != NODE_SCALAR)
        return NONE;
    return strcmp(node->text, "none") == 0   ? CASE_NO_LICENCE
           : strcmp(node->text, "body") == 0 ? CASE_BODY_ONLY
                                             : schema_read_ref(l, node, S_OUTCOME);
}

// The file of the destination among the answers; NONE: there is none.
static int32_t case_destination(const struct pack *pack, const struct worked_case *c)
{
    for (int32_t i = 0; i < c->n_answers; i++)
        if (c->answers[i].question == pack->q_destination && !c->answers[i].unknown &&
            c->answers[i].value < pack->n_countries)
            return pack->destination_of[c->answers[i].value];
    return NONE;
}

// Ids of parts of the destination's file.
static void load_parts(struct loader *l, struct worked_case *c, enum destination_part kind,
                       const struct node *list)
{
    int32_t *items = ARENA_ARRAY(l->arena, int32_t, (size_t)node_count(list));
    c->parts[kind].items = items;
    for (const struct node *item = node_items(list); item; item = item->next) {
        const struct destination *d =
            c->destination == NONE ? NULL : &l->pack->destinations[c->destination];
        if (item->kind != NODE_SCALAR)
            continue;
        int32_t found = d ? destination_find(d, kind, item->text) : NONE;
        if (found != NONE)
            items[c->parts[kind].count++] = found;
        else if (l->whole)
            load_fault(
                l, item, "unresolved-reference",
                d ? "the file of the destination of this case has nothing \"%s\" under "
                    "\"%s:\""
                  : "the answers of this case name no destination that has a file, so \"%s\" "
                    "is not one of its %s",
                item->text, words_destination_part[kind]);
    }
}

static void load_expectation(struct loader *l, struct worked_case *c, const struct node *map)
{
    struct expectation e = {.c = *c};
    e.c.outcome = e.c.academic = e.c.licence = e.c.state = NONE;
    e.c.position = e.c.position_from = NONE;
    if (map && map->kind == NODE_MAP)
        schema_decode(l, &expect_schema, map, &e, "");
    *c = e.c;
    c->licence = expected_licence(l, node_get(map, "licence"));
    c->destination = case_destination(l->pack, c);
    for (enum destination_part kind = 0; kind < DESTINATION_PARTS; kind++)
        load_parts(l, c, kind, node_get(map, words_destination_part[kind]));
    for (int32_t i = 0; i < e.possible.count; i++)
        c->possible |= (uint32_t)1 << e.possible.items[i];
    c->challenge = node_get(map, "challenge") ? e.challenge : NONE;
}

static const struct worked_case *load_whole(struct loader *l, const struct section_entries *s)
{
    struct worked_case *cases = ARENA_ARRAY(l->arena, struct worked_case, (size_t)s->count);
    for (int32_t i = 0; i < s->count; i++) {
        const struct node *node = s->list[i].node;
        cases[i].place = node->place;
        schema_decode(l, &case_schema, node, &cases[i], "");
        cases[i].id = s->list[i].id;
        load_answers(l, l->arena, &cases[i], node_get(node, "answers"));
        load_expectation(l, &cases[i], node_get(node, "expect"));
    }
    return l->pack->cases = cases;
}

// Only the answers and how it ended; faults in the rest are found by `tanu check`.
static const struct worked_case *load_ends(struct loader *l, const struct section_entries *s)
{
    struct worked_case *cases = ARENA_ARRAY(l->scratch, struct worked_case, (size_t)s->count);
    for (int32_t i = 0; i < s->count; i++) {
        const struct node *node = s->list[i].node,
                          *outcome = node_get(node_get(node, "expect"), "outcome");
        cases[i].id = s->list[i].id;
        cases[i].outcome = outcome ? schema_read_ref(l, outcome, S_OUTCOME) : NONE;
        load_answers(l, l->scratch, &cases[i], node_get(node, "answers"));
    }
    return cases;
}

static bool has_one_value(const struct pack *pack, const struct case_answer *a)
{
    enum kind_classes classes = kind_classes(&pack->questions[a->question]);
    return !a->unknown && classes != CLASSES_NONE && classes != CLASSES_BOXES &&
           a->value >= INT32_MIN && a->value <= INT32_MAX;
}

static struct near_case near_of(struct loader *l, const struct worked_case *c)
{
    const size_t room = (size_t)c->n_answers + 1;
    uint8_t *questions = ARENA_ARRAY(l->arena, uint8_t, room);
    int32_t *values = ARENA_ARRAY(l->arena, int32_t, room);
    struct near_case near = {c->id, questions, values, 0, c->outcome};
    for (int32_t q = 0; q < l->pack->n_questions; q++)
        for (int32_t i = 0; i < c->n_answers; i++)
            if (c->answers[i].question == q && has_one_value(l->pack, &c->answers[i])) {
                questions[near.n] = (uint8_t)q;
                values[near.n++] = (int32_t)c->answers[i].value;
            }
    return near;
}

// Of the others nobody can say how they ended.
static bool has_ended(const struct worked_case *c)
{
    return c->outcome != NONE;
}

void load_cases(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_CASE];
    schema_check_keys(l, FILE_CASES, &file_schema);
    const struct worked_case *cases = l->flags & LOAD_CASES ? load_whole(l, s) : load_ends(l, s);
    if (l->flags & LOAD_CASES)
        l->pack->n_cases = s->count;
    for (int32_t i = 0; i < s->count; i++)
        l->pack->n_near += has_ended(&cases[i]);
    struct near_case *near = ARENA_ARRAY(l->arena, struct near_case, (size_t)l->pack->n_near);
    l->pack->near = near;
    for (int32_t i = 0; i < s->count; i++)
        if (has_ended(&cases[i]))
            *near++ = near_of(l, &cases[i]);
}
