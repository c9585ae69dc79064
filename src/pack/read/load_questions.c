// SPDX-License-Identifier: MIT
// questions.yaml: the questions, their choices and bounds.
#include <string.h>

#include "pack/kind.h"
#include "pack/read/schema.h"

struct draft { // a question and what becomes part of it later
    struct question q;
    int32_t type; // NONE: none that there is
    struct condition relevant;
    int32_t asked, about;
};

static const char *const words_tells[] = {"", "university", "award_country", "destination", NULL};
static const char *const words_asked[] = {"", "papers", NULL};
static const char *const words_about[] = {"diploma", "person", NULL};

#define Q(member) offsetof(struct draft, q.member)
static const struct field question_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, Q(id)),
    FIELD_WORDS("type", FIELD_WORD, REQUIRED, offsetof(struct draft, type), words_question_type),
    FIELD("label", FIELD_PHRASE, REQUIRED, Q(label)),
    FIELD("hint", FIELD_PHRASE, 0, Q(hint)),
    FIELD("help", FIELD_PHRASE, 0, Q(help)),
    FIELD("why", FIELD_PHRASE, 0, Q(why)),
    FIELD_ARG("relevant", FIELD_EXPR, 0, offsetof(struct draft, relevant), USE_RELEVANT),
    FIELD("unknown", FIELD_YES_NO, 0, Q(unknown_allowed)),
    FIELD_WORDS("changeable", FIELD_WORD, 0, Q(changeable), words_changeable),
    FIELD_WORDS("tells", FIELD_WORD, 0, Q(tells), words_tells),
    FIELD_WORDS("asked", FIELD_WORD, 0, offsetof(struct draft, asked), words_asked),
    FIELD("tick", FIELD_PHRASE, 0, Q(tick)),
    FIELD_WORDS("about", FIELD_WORD, 0, offsetof(struct draft, about), words_about),
    FIELD_READ("usual", FIELD_SCALAR, 0),
    FIELD_READ("usual_by", FIELD_SCALAR, 0),
    FIELD_READ("usual_there", FIELD_MAP, 0),
    FIELD_READ("usual_levels", FIELD_STRINGS, 0),
    FIELD_READ("min", FIELD_SCALAR, 0),
    FIELD_READ("max", FIELD_SCALAR, 0),
    FIELD("range_message", FIELD_PHRASE, 0, Q(range_message)),
    FIELD("none_label", FIELD_PHRASE, 0, Q(none_label)),
    FIELD_READ("first", FIELD_SCALAR, 0),
    FIELD_READ("not_after", FIELD_SCALAR, 0),
    FIELD_READ("not_before", FIELD_SCALAR, 0),
    FIELD("order_message", FIELD_PHRASE, 0, Q(order_message)),
    FIELD("some_label", FIELD_PHRASE, 0, Q(some_label)),
    FIELD("unknown_label", FIELD_PHRASE, 0, Q(unknown_label)),
    FIELD("opener", FIELD_PHRASE, 0, Q(opener)),
    FIELD("opener_hint", FIELD_PHRASE, 0, Q(opener_hint)),
    FIELD("bands", FIELD_YES_NO, 0, Q(bands)),
    FIELD("max_length", FIELD_INT, 0, Q(max_length)),
    FIELD_READ("groups", FIELD_LIST, 0),
    FIELD_READ("choices", FIELD_LIST, 0),
    FIELD_READ("extra", FIELD_LIST, 0),
};
static const struct schema question_schema = SCHEMA("a question", question_fields);

static void load_bound(struct loader *l, const struct question *q, const struct node *node,
                       struct bound *out)
{
    const struct kind *kind = kind_of(q->type);
    if (!node || node->kind != NODE_SCALAR || node->length == 0 || !kind_ordered(kind))
        return;
    if (kind->today_word && strcmp(node->text, kind->today_word) == 0) {
        out->kind = BOUND_TODAY;
        return;
    }
    const char *right = kind_constant(q->type, node->text, node->length, &out->value);
    out->kind = right ? BOUND_NONE : BOUND_CONSTANT;
    if (right)
        load_fault(l, node, "bad-value", "\"%.40s\" does not fit here; write %s", node->text,
                   right);
}

// The earlier question that `key:` names; NONE.
static int32_t load_order(struct loader *l, const struct question *q, const struct node *own,
                          const char *key)
{
    const struct node *node = node_get(own, key);
    if (!node || node->kind != NODE_SCALAR)
        return NONE;
    int32_t other = table_get(&l->names.ids[S_QUESTION], node->text);
    const struct node *there = other < 0 ? NULL : l->sections[S_QUESTION].list[other].node,
                      *type = there ? node_get(there, "type") : NULL;
    if (!type || strcmp(type->text, words_question_type[q->type]) != 0 ||
        there->place.line >= q->place.line || !kind_ordered(kind_of(q->type)))
        load_fault(l, node, "bad-value",
                   "\"%s:\" names an earlier question of the same type with numbers or dates; "
                   "\"%.80s\" is none",
                   key, node->text);
    else if (!q->order_message.words)
        load_fault(l, node, "missing-key", "\"%s:\" needs an \"order_message:\"", key);
    else
        return other;
    return NONE;
}

// The earlier question whose choices lead to one of this question's each; NONE.
static int32_t load_first(struct loader *l, const struct question *q, const struct node *own)
{
    const struct node *node = node_get(own, "first");
    if (!node || node->kind != NODE_SCALAR)
        return NONE;
    int32_t other = table_get(&l->names.ids[S_QUESTION], node->text);
    const struct node *there = other < 0 ? NULL : l->sections[S_QUESTION].list[other].node,
                      *type = there ? node_get(there, "type") : NULL;
    if (!type || strcmp(type->text, words_question_type[Q_ONE]) != 0 || q->type != Q_ONE ||
        there->place.line >= q->place.line) {
        load_fault(l, node, "bad-value",
                   "\"first:\" of a question of type one names an earlier one of that type; "
                   "\"%.80s\" is none",
                   node->text);
        return NONE;
    }
    for (const struct node *c = node_items(node_get(there, "choices")); c; c = c->next) {
        const struct node *to = node_get(c, "leads_to");
        if (to && pack_choice(q, to->text) < 0)
            load_fault(l, to, "bad-value", "\"%.80s\" is no choice of \"%s\"", to->text, q->id);
    }
    return other;
}

// A country question may take the answer to an earlier one: a later one might lead back to it, and
// what a person can still change would carry the other answer along.
static bool usual_of_question(struct loader *l, struct question *q, const struct node *node)
{
    int32_t from = table_get(&l->names.ids[S_QUESTION], node->text);
    if (kind_classes(q) != CLASSES_COUNTRIES || pack_choice(q, node->text) >= 0 || from < 0)
        return false;
    const struct entry *own = l->sections[S_QUESTION].list, *other = own + from;
    const struct node *type = node_get(other->node, "type");
    bool country = type && strcmp(type->text, "country") == 0;
    bool earlier = other->node->place.line < q->place.line;
    const struct node *changeable = node_get(other->node, "changeable");
    if (!country || !earlier || (changeable && strcmp(changeable->text, "no") != 0))
        load_fault(
            l, node, "bad-value",
            "\"usual:\" may name an earlier question of type country that cannot be changed; "
            "\"%s\" is none",
            node->text);
    q->has_usual = true;
    q->usual_from = from;
    return true;
}

static void check_usual(struct loader *l, const struct question *q, const struct node *node,
                        int64_t value)
{
    bool below = q->min.kind == BOUND_CONSTANT && value < q->min.value;
    bool above = q->max.kind == BOUND_CONSTANT && value > q->max.value;
    if (below || above)
        load_fault(l, node, "bad-range", "\"%s:\" is %s than \"%s:\"", node->key,
                   below ? "smaller" : "larger", below ? "min" : "max");
}

static void load_usual(struct loader *l, struct question *q, const struct node *node)
{
    struct case_answer value = {0};
    if (!node || node->kind != NODE_SCALAR || node->length == 0 || !kind_of(q->type)->usual ||
        usual_of_question(l, q, node) || load_value(l, q, node, &value) != 0)
        return;
    if (value.unknown)
        load_fault(l, node, "bad-value",
                   "\"%s\" counts as \"I don't know\"; it cannot be the usual value", node->text);
    q->has_usual = !value.unknown;
    q->usual = value.value;
    check_usual(l, q, node, q->usual);
}

// Of a country no file says what is usual elsewhere: the question itself lists those where another
// choice of its own is usual.
static void load_usual_there(struct loader *l, const struct question *q, const struct node *map,
                             int64_t *each)
{
    for (const struct node *own = map && map->kind == NODE_MAP ? map->first : NULL; own;
         own = own->next) {
        int32_t choice = pack_choice(q, own->key);
        if (choice < 0)
            load_fault(l, own, "unknown-choice", "\"%.80s\" is no choice of \"%s\"", own->key,
                       q->id);
        for (const struct node *code = node_items(own); code; code = code->next) {
            int32_t country = pack_country(l->pack, code->text);
            if (country < 0)
                load_fault(l, code, "unknown-choice", "\"%.80s\" is no country code", code->text);
            else if (choice >= 0)
                each[country] = choice;
        }
    }
}

// The choices of an earlier question say what is usual here; where they lead, if this question
// lists that first.
static void load_usual_of_choices(struct loader *l, const struct question *q,
                                  const struct node *there, const char *key, int64_t *each)
{
    for (const struct node *c = node_items(node_get(there, "choices")); c; c = c->next, each++) {
        struct case_answer value = {.value = *each};
        const struct node *own = node_get(c, key);
        if (own && load_value(l, q, own, &value) == 0 && !value.unknown)
            check_usual(l, q, own, value.value);
        *each = value.unknown ? *each : value.value;
    }
}

// What is usual after each answer to an earlier question that cannot be changed, for the reason
// above.
static void load_usual_by(struct loader *l, struct question *q, const struct node *own)
{
    const struct node *node = node_get(own, "usual_by"), *countries = node_get(own, "usual_there"),
                      *levels = node_get(own, "usual_levels");
    if (countries && !node)
        load_fault(l, countries, "missing-key", "\"usual_there:\" stands beside \"usual_by:\"");
    if (levels && !countries)
        load_fault(l, levels, "missing-key", "\"usual_levels:\" stands beside \"usual_there:\"");
    if (!node || node->kind != NODE_SCALAR)
        return;
    int32_t other = table_get(&l->names.ids[S_QUESTION], node->text);
    const struct node *there = other < 0 ? NULL : l->sections[S_QUESTION].list[other].node,
                      *type = there ? node_get(there, "type") : NULL,
                      *changeable = there ? node_get(there, "changeable") : NULL;
    bool country = type && strcmp(type->text, "country") == 0 && q->type == Q_ONE;
    if (!type || (!country && strcmp(type->text, words_question_type[Q_ONE]) != 0) ||
        there->place.line >= q->place.line || (changeable && strcmp(changeable->text, "no") != 0)) {
        load_fault(l, node, "bad-value",
                   "\"usual_by:\" names an earlier question of type one that cannot be changed, or "
                   "of type country where this one is of type one; \"%.80s\" is none",
                   node->text);
        return;
    }
    size_t n = country ? (size_t)l->pack->n_countries + node_count(node_get(there, "extra"))
                       : node_count(node_get(there, "choices"));
    int64_t *each = ARENA_ARRAY(l->arena, int64_t, n);
    q->usual_by = other;
    q->usual_each = each;
    for (size_t i = 0; i < n; i++)
        each[i] = q->has_usual ? q->usual : USUAL_NONE;
    if (!country && countries)
        load_fault(l, countries, "bad-value",
                   "\"usual_there:\" of a question lists countries; \"%s\" has choices that say it",
                   node->text);
    if (country)
        load_usual_there(l, q, countries, each);
    else
        load_usual_of_choices(l, q, there, q->first == other ? "leads_to" : "usual_there", each);
}

// Keys that make sense for some types only.
static void check_type(struct loader *l, const struct question *q, const struct node *node)
{
    const struct kind *kind = kind_of(q->type);
    bool choices = kind->classes == CLASSES_CHOICES || kind->classes == CLASSES_BOXES;
    bool ordered = kind_ordered(kind);
    const struct {
        const char *key;
        bool allowed;
    } rules[] = {
        {"choices", choices},
        {"groups", kind->classes == CLASSES_CHOICES},
        {"extra", kind->classes == CLASSES_COUNTRIES},
        {"min", ordered},
        {"max", ordered},
        {"range_message", ordered},
        {"none_label", kind->none},
        {"opener", ordered && kind->none},
        {"opener_hint", ordered && kind->none},
        {"some_label", ordered && kind->none},
        {"bands", kind->band},
        {"max_length", kind->classes == CLASSES_NONE},
        {"usual", kind->usual},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const struct node *child = node_get(node, rules[i].key);
        if (child && !rules[i].allowed)
            load_fault_at(l, child->key_place, "key-not-for-type",
                          "\"%s:\" does not fit a question of this type", rules[i].key);
    }
    if (q->on_papers && (!choices || node_get(node, "relevant")))
        load_fault(l, node_get(node, "asked"), "key-not-for-type",
                   "\"asked: papers\" is for questions with choices and without \"relevant:\"");
    if (q->tick.words && (!q->on_papers || q->type != Q_ONE || !q->has_usual))
        load_fault(l, node_get(node, "tick"), "key-not-for-type",
                   "\"tick:\" is for a question of type one with \"asked: papers\" and \"usual:\"");
    if (choices && q->n_choices == 0 && !node_get(node, "choices"))
        load_fault(l, node, "missing-key", "a question of this type needs \"choices:\"");
    if (q->changeable == CHANGE_EARLIER && kind->classes != CLASSES_CHOICES)
        load_fault(l, node_get(node, "changeable"), "key-not-for-type",
                   "\"changeable: earlier\" is for questions of type one");
    bool says_no = q->none_label.words || q->unknown_label.words;
    if (q->opener.words && (!says_no || !q->some_label.words))
        load_fault(l, node_get(node, "opener"), "missing-key",
                   "an opener is answered by \"some_label:\", or with no by \"none_label:\" or "
                   "\"unknown_label:\"; give both");
    if (q->unknown_label.words && !q->unknown_allowed)
        load_fault(l, node_get(node, "unknown_label"), "key-not-for-type",
                   "\"I don't know\" is no answer to this question");
    if (q->none_label.words && ordered && q->min.kind != BOUND_CONSTANT)
        load_fault(l, node_get(node, "none_label"), "missing-key",
                   "\"none_label:\" stands for \"min:\" here, so give a \"min:\"");
    if (q->min.kind == BOUND_CONSTANT && q->max.kind == BOUND_CONSTANT &&
        q->min.value > q->max.value)
        load_fault(l, node_get(node, "max"), "bad-range", "\"max:\" is smaller than \"min:\"");
}

static void check_length(struct loader *l, const struct question *q, const struct node *node)
{
    if (node && (q->max_length < 1 || q->max_length > PACK_MAX_TEXT))
        load_fault(l, node, "bad-value", "a text answer has at most %d characters", PACK_MAX_TEXT);
}

static void load_question(struct loader *l, const struct entry *entry, struct draft *draft)
{
    const struct node *node = entry->node;
    struct question *q = &draft->q;
    q->id = entry->id;
    q->unknown_allowed = true;
    q->usual_from = q->usual_by = q->first = q->not_after = q->not_before = NONE;
    q->place = node->place;
    q->max_length = PACK_USUAL_TEXT;
    draft->type = NONE;
    schema_decode(l, &question_schema, node, draft,
                  load_join(l->scratch, "questions/", entry->id, ""));
    q->id = entry->id;
    q->type = draft->type == NONE ? Q_TEXT : (enum question_type)draft->type;
    bool country = draft->type != NONE && kind_classes(q) == CLASSES_COUNTRIES;
    load_choices(l, q, node_get(node, country ? "extra" : "choices"), node_get(node, "groups"));
    if (draft->type == NONE)
        return;
    load_bound(l, q, node_get(node, "min"), &q->min);
    load_bound(l, q, node_get(node, "max"), &q->max);
    load_usual(l, q, node_get(node, "usual"));
    q->first = load_first(l, q, node);
    load_usual_by(l, q, node);
    q->not_after = load_order(l, q, node, "not_after");
    q->not_before = load_order(l, q, node, "not_before");
    q->on_papers = draft->asked != 0;
    q->of_person = draft->about != 0;
    check_type(l, q, node);
    check_length(l, q, node_get(node, "max_length"));
}

// A question that the contract itself names (architecture of answers and assessments).
static int32_t contract_question(struct loader *l, const char *id, enum question_type type)
{
    int32_t index = table_get(&l->names.ids[S_QUESTION], id);
    if (index < 0) {
        if (l->whole)
            load_fault_at(l, (struct pack_place){2, 1, 1}, "missing-question",
                          "the program needs a question \"%s\" of type %s", id,
                          words_question_type[type]);
        return NONE;
    }
    const struct question *q = &l->pack->questions[index];
    if (q->type != type)
        load_fault_at(l, q->place, "wrong-question-type",
                      "the question \"%s\" must have the type %s", id, words_question_type[type]);
    return index;
}

// A question that the program reads where the pack has it.
static int32_t known_question(struct loader *l, const char *id, enum question_type type)
{
    if (table_get(&l->names.ids[S_QUESTION], id) < 0)
        return NONE;
    return contract_question(l, id, type);
}

static bool names_question(const struct section_entries *entries, const char *key, const char *id)
{
    for (int32_t i = 0; i < entries->count; i++) {
        const struct node *named = node_get(entries->list[i].node, key);
        if (named && named->kind == NODE_SCALAR && strcmp(named->text, id) == 0)
            return true;
    }
    return false;
}

// What the choices of a question say of another one, which has to name it.
static void check_heard(struct loader *l, const struct entry *entry)
{
    static const char *const keys[][2] = {{"usual_there", "usual_by"}, {"leads_to", "first"}};
    const struct node *choices = node_items(node_get(entry->node, "choices"));
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        for (const struct node *c = choices; c; c = c->next) {
            const struct node *said = node_get(c, keys[k][0]);
            if (!said || names_question(&l->sections[S_QUESTION], keys[k][1], entry->id))
                continue;
            load_fault(l, said, "missing-key",
                       "no question has \"%s: %s\", so this says nothing; give it to the question "
                       "that is meant, or take this away",
                       keys[k][1], entry->id);
            break;
        }
}

void load_questions(struct loader *l)
{
    static const struct field file_fields[] = {FIELD_READ("questions", FIELD_LIST, REQUIRED)};
    static const struct schema file_schema = SCHEMA("questions.yaml", file_fields);
    struct pack *pack = l->pack;
    const struct section_entries *entries = &l->sections[S_QUESTION];
    schema_check_keys(l, FILE_QUESTIONS, &file_schema);
    struct question *questions = ARENA_ARRAY(l->arena, struct question, (size_t)entries->count);
    struct draft *drafts = ARENA_ARRAY(l->scratch, struct draft, (size_t)entries->count);
    for (int32_t i = 0; i < entries->count; i++) {
        int32_t before = l->n_pending;
        load_question(l, &entries->list[i], &drafts[i]);
        questions[i] = drafts[i].q;
        if (l->n_pending > before) // its `relevant:`
            l->pending[before].root = &questions[i].relevant;
        check_heard(l, &entries->list[i]);
    }
    pack->questions = questions;
    pack->n_questions = entries->count;
    pack->q_destination = contract_question(l, "destination", Q_COUNTRY);
    pack->q_award_country = contract_question(l, "award_country", Q_COUNTRY);
    pack->q_purpose = contract_question(l, "purpose", Q_ONE);
    pack->q_level = contract_question(l, "level", Q_ONE);
    pack->q_documents_held = contract_question(l, "documents_held", Q_MANY);
    pack->q_profession = known_question(l, "profession", Q_ONE);
    pack->q_institution = known_question(l, "institution", Q_TEXT);
    pack->q_list[LIST_INSTITUTIONS] = known_question(l, "destination_list", Q_ONE);
    pack->q_list[LIST_PROFESSION] = known_question(l, "profession_list", Q_ONE);
    for (int32_t i = 0; i < entries->count; i++)
        questions[i].usual_levels =
            load_choice_set(l, node_get(entries->list[i].node, "usual_levels"), pack->q_level);
    // All diplomas of a case are judged for one purpose in one country.
    if (pack->q_destination != NONE)
        questions[pack->q_destination].of_person = true;
    if (pack->q_purpose != NONE)
        questions[pack->q_purpose].of_person = true;
}

// ---- bands --------------------------------------------------------------------------------------

struct cuts {
    struct loader *l;
    int64_t *at[PACK_MAX_QUESTIONS]; // of questions that take a band
    int32_t n[PACK_MAX_QUESTIONS];
};

static void cut(struct cuts *c, const struct expr *e, int64_t value)
{
    int64_t *at = c->at[e->question];
    int32_t n = c->n[e->question], i = 0;
    while (i < n && at[i] != value)
        i++;
    if (i < n)
        return;
    if (n == PACK_MAX_BAND_CUTS) {
        load_fault_at(
            c->l, expr_place(e), "too-many",
            "rules compare \"%s\" with too many different values: they divide it at most %d times",
            c->l->pack->questions[e->question].id, PACK_MAX_BAND_CUTS);
        c->at[e->question] = NULL; // said once
        return;
    }
    at[c->n[e->question]++] = value;
}

static void cut_at(const struct expr *e, int32_t country, void *user)
{
    struct cuts *c = user;
    (void)country;
    if (e->op < EXPR_LT || e->op > EXPR_NE || !c->at[e->question])
        return;
    bool equality = e->op == EXPR_EQ || e->op == EXPR_NE;
    bool behind = e->op == EXPR_LE || e->op == EXPR_GT;
    cut(c, e, behind ? e->value + 1 : e->value);
    if (equality && c->at[e->question])
        cut(c, e, e->value + 1);
}

void questions_check_bands(struct loader *l)
{
    struct cuts *c = ARENA_NEW(l->scratch, struct cuts);
    c->l = l;
    for (int32_t q = 0; q < l->pack->n_questions; q++)
        if (kind_of(l->pack->questions[q].type)->band)
            c->at[q] = ARENA_ARRAY(l->scratch, int64_t, PACK_MAX_BAND_CUTS);
    pack_each_expr(l->pack, cut_at, c);
}
