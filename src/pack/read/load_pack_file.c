// SPDX-License-Identifier: MIT
// pack.yaml: identity, languages, countries, groups, traits, limits of age, and what concerns whom.
#include <string.h>

#include "base/bits.h"
#include "pack/read/schema.h"

#define P(member) offsetof(struct pack, member)
static const struct field pack_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, P(id)),
    FIELD("version", FIELD_STRING, REQUIRED, P(version)),
    FIELD("title", FIELD_PHRASE, REQUIRED, P(title)),
    FIELD("reports", FIELD_STRING, 0, P(reports)),
    FIELD_READ("languages", FIELD_STRINGS, REQUIRED),
    FIELD_READ("limits", FIELD_LIST, 0),
    FIELD_READ("roles", FIELD_LIST, 0),
    FIELD_READ("background", FIELD_STRINGS, 0),
    FIELD_READ("news", FIELD_STRINGS, 0),
    FIELD_READ("reasons", FIELD_STRINGS, 0),
    FIELD_READ("interests", FIELD_LIST, 0),
    FIELD_READ("countries", FIELD_STRINGS, REQUIRED),
    FIELD_READ("groups", FIELD_LIST, 0),
    FIELD_READ("traits", FIELD_LIST, 0),
};
static const struct schema pack_schema = SCHEMA("pack.yaml", pack_fields);

static const struct field limit_fields[] = {
    FIELD_WORDS("kind", FIELD_WORD_STRING, REQUIRED, offsetof(struct age_limit, kind), words_limit),
    FIELD("months", FIELD_INT, REQUIRED, offsetof(struct age_limit, months)),
};
static const struct schema limit_schema = SCHEMA("a limit", limit_fields);

struct role_draft {
    int32_t role;
    struct role r;
};
static const struct field role_fields[] = {
    FIELD_WORDS("role", FIELD_WORD, REQUIRED, offsetof(struct role_draft, role), words_role),
    FIELD_WORDS("stands_in", FIELD_WORD, 0, offsetof(struct role_draft, r.stands_in), words_role),
    FIELD("foreign", FIELD_YES_NO, 0, offsetof(struct role_draft, r.foreign)),
    FIELD("own_facts", FIELD_YES_NO, 0, offsetof(struct role_draft, r.own_facts)),
    FIELD("folded", FIELD_YES_NO, 0, offsetof(struct role_draft, r.folded)),
};
static const struct schema role_schema = SCHEMA("a role", role_fields);

static const struct field interest_fields[] = {
    FIELD_READ("purpose", FIELD_SCALAR, REQUIRED),
    FIELD_WORDS("decides", FIELD_WORD_STRING, 0, offsetof(struct interest, decides), words_fact),
    FIELD_READ("roles", FIELD_STRINGS, 0),
};
static const struct schema interest_schema = SCHEMA("an interest", interest_fields);

struct group_draft {
    const char *id;
    struct int_list countries;
};
static const struct field group_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, offsetof(struct group_draft, id)),
    FIELD_ARG("countries", FIELD_REFS, REQUIRED, offsetof(struct group_draft, countries),
              S_COUNTRY),
};
static const struct schema group_schema = SCHEMA("a group", group_fields);

static const struct field trait_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, offsetof(struct trait, id)),
    FIELD("text", FIELD_PHRASE, REQUIRED, offsetof(struct trait, text)),
};
static const struct schema trait_schema = SCHEMA("a trait", trait_fields);

// Becomes part of the names of catalogues, so nothing else may pass.
static bool good_language(const char *code)
{
    const char *letters = "abcdefghijklmnopqrstuvwxyz";
    size_t length = strspn(code, letters);
    if (length < 2 || length > 3)
        return false;
    code += length;
    if (code[0] == '_' && strspn(code + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2)
        code += 3;
    if (code[0] == '@')
        code += 1 + strspn(code + 1, letters);
    return code[0] == '\0';
}

static void load_languages(struct loader *l, const struct node *list)
{
    const char **languages = ARENA_ARRAY(l->arena, const char *, node_count(list));
    l->pack->languages = languages;
    for (const struct node *item = node_items(list); item; item = item->next) {
        if (!schema_want_scalar(l, item, "a language code"))
            continue;
        if (!good_language(item->text))
            load_fault(l, item, "bad-id",
                       "\"%.40s\" is no language code such as kk, zh_CN or sr@latin", item->text);
        languages[l->pack->n_languages++] = arena_strdup(l->arena, item->text);
    }
}

static void load_limits(struct loader *l, const struct node *list)
{
    struct age_limit *limits = ARENA_ARRAY(l->arena, struct age_limit, node_count(list));
    l->pack->limits = limits;
    for (const struct node *item = node_items(list); item; item = item->next)
        schema_decode(l, &limit_schema, item, &limits[l->pack->n_limits++], "");
}

// Of a role that is not named nobody else answers, and its facts are its own; but the authority's
// are those of the country.
static void load_roles(struct loader *l, const struct node *list)
{
    size_t n = words_count(words_role);
    struct role *roles = ARENA_ARRAY(l->arena, struct role, n);
    bool *met = ARENA_ARRAY(l->scratch, bool, n);
    l->pack->roles = roles;
    for (size_t i = 0; i < n; i++)
        roles[i] =
            (struct role){.stands_in = NONE, .own_facts = strcmp(words_role[i], AUTHORITY) != 0};
    for (const struct node *item = node_items(list); item; item = item->next) {
        struct role_draft draft = {.role = NONE, .r = {.stands_in = NONE, .own_facts = true}};
        if (!schema_decode(l, &role_schema, item, &draft, "") || draft.role == NONE)
            continue;
        if (met[draft.role])
            load_fault(l, node_get(item, "role"), "duplicate-id", "the role \"%s\" is here already",
                       words_role[draft.role]);
        met[draft.role] = true;
        roles[draft.role] = draft.r;
    }
}

// A list of kinds of facts; `n` is how many.
static const char *const *load_kinds(struct loader *l, const struct node *list, int32_t *n)
{
    const char **kinds = ARENA_ARRAY(l->arena, const char *, node_count(list));
    for (const struct node *item = node_items(list); item; item = item->next) {
        int32_t kind = schema_read_word(l, item, words_fact);
        if (kind >= 0)
            kinds[(*n)++] = arena_strdup(l->arena, item->text);
    }
    return kinds;
}

// Without the key every fact is news.
static void load_news(struct loader *l, const struct node *list)
{
    struct pack *pack = l->pack;
    size_t all = words_count(words_fact);
    if (list) {
        pack->news = load_kinds(l, list, &pack->n_news);
        return;
    }
    const char **kinds = ARENA_ARRAY(l->arena, const char *, all);
    for (size_t i = 0; i < all; i++)
        kinds[i] = arena_strdup(l->arena, words_fact[i]);
    pack->news = kinds;
    pack->n_news = (int32_t)all;
}

// Every effect but a note, which tells no reason.
static void load_reasons(struct loader *l, const struct node *list)
{
    static const enum effect usual[PACK_REASONS] = {EFFECT_BAR, EFFECT_ROUTE, EFFECT_DIFFERENCE,
                                                    EFFECT_CONDITION, EFFECT_SUPPORTS};
    enum effect *reasons = ARENA_ARRAY(l->arena, enum effect, PACK_REASONS);
    bool met[EFFECTS] = {[EFFECT_NOTE] = true};
    int32_t n = 0;
    memcpy(reasons, usual, sizeof usual);
    l->pack->reasons = reasons;
    for (const struct node *item = node_items(list); item; item = item->next) {
        int32_t effect = schema_read_word(l, item, words_effect);
        if (effect < 0)
            continue;
        if (effect == EFFECT_NOTE)
            load_fault(l, item, "bad-value", "a note tells no reason; leave it out");
        else if (met[effect])
            load_fault(l, item, "duplicate-reference", "\"%s\" stands in this list already",
                       words_effect[effect]);
        else
            reasons[n++] = (enum effect)effect;
        met[effect] = true;
    }
    for (int effect = 0; list && effect < EFFECTS; effect++)
        if (!met[effect])
            load_fault(l, list, "missing-key",
                       "\"reasons:\" needs every effect but note; \"%s\" is not there",
                       words_effect[effect]);
}

static bool load_purpose(struct loader *l, const struct node *item, struct interest *out)
{
    const struct node *id = node_get(item, "purpose");
    if (l->pack->q_purpose == NONE || !id || !schema_want_scalar(l, id, "a purpose"))
        return false;
    const struct question *q = &l->pack->questions[l->pack->q_purpose];
    out->purpose = pack_choice(q, id->text);
    if (out->purpose == NONE && l->whole)
        load_fault(l, id, "unknown-choice", "\"%s\" is no choice of the question \"%s\"%s",
                   id->text, q->id, questions_choice_hint(l, q, id->text));
    for (int32_t i = 0; i < l->pack->n_interests; i++)
        if (l->pack->interests[i].purpose == out->purpose && out->purpose != NONE)
            load_fault(l, id, "duplicate-id", "the purpose \"%s\" is here already", id->text);
    return out->purpose != NONE;
}

void load_interests(struct loader *l)
{
    for (int32_t f = 1; f < l->n_files; f++) {
        if (l->files[f].kind != FILE_PACK || !l->files[f].root)
            continue;
        const struct node *list = node_get(l->files[f].root, "interests");
        struct interest *interests = ARENA_ARRAY(l->arena, struct interest, node_count(list));
        l->pack->interests = interests;
        for (const struct node *item = node_items(list); item; item = item->next) {
            struct interest *in = &interests[l->pack->n_interests];
            if (!schema_decode(l, &interest_schema, item, in, "") || !load_purpose(l, item, in))
                continue;
            l->pack->n_interests++;
            const struct node *roles = node_get(item, "roles");
            for (const struct node *role = node_items(roles); role; role = role->next) {
                int32_t place = schema_read_word(l, role, words_role);
                if (place >= 0)
                    in->roles |= (uint32_t)1 << place;
            }
        }
    }
}

static void load_countries_list(struct loader *l)
{
    const struct section_entries *codes = &l->sections[S_COUNTRY];
    const char **countries = ARENA_ARRAY(l->arena, const char *, (size_t)codes->count);
    int16_t *destination_of = ARENA_ARRAY(l->arena, int16_t, (size_t)codes->count);
    for (int32_t i = 0; i < codes->count; i++) {
        countries[i] = codes->list[i].id;
        destination_of[i] = (int16_t)table_get(&l->names.ids[S_DESTINATION], countries[i]);
    }
    l->pack->countries = countries;
    l->pack->n_countries = codes->count;
    l->pack->set_words = (codes->count + PACK_MAX_CHOICES + 63) / 64;
    l->pack->destination_of = destination_of;
}

static void load_groups(struct loader *l)
{
    const struct section_entries *entries = &l->sections[S_GROUP];
    struct group *groups = ARENA_ARRAY(l->arena, struct group, (size_t)entries->count);
    for (int32_t i = 0; i < entries->count; i++) {
        struct group_draft draft = {0};
        schema_decode(l, &group_schema, entries->list[i].node, &draft, "");
        uint64_t *set = ARENA_ARRAY(l->arena, uint64_t, (size_t)l->pack->set_words);
        for (int32_t c = 0; c < draft.countries.count; c++)
            bits_set(set, (size_t)draft.countries.items[c]);
        groups[i] = (struct group){entries->list[i].id, set};
    }
    l->pack->groups = groups;
    l->pack->n_groups = entries->count;
}

static void load_traits(struct loader *l)
{
    const struct section_entries *entries = &l->sections[S_TRAIT];
    struct trait *traits = ARENA_ARRAY(l->arena, struct trait, (size_t)entries->count);
    for (int32_t i = 0; i < entries->count; i++) {
        schema_decode(l, &trait_schema, entries->list[i].node, &traits[i],
                      load_join(l->scratch, "traits/", entries->list[i].id, ""));
        traits[i].id = entries->list[i].id;
    }
    l->pack->traits = traits;
    l->pack->n_traits = entries->count;
}

void load_head(struct loader *l, const struct node *root)
{
    schema_decode(l, &pack_schema, root, l->pack, "pack");
    const char *id = l->pack->id;
    if (id && (id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")] || strlen(id) > 32))
        load_fault(l, node_get(root, "id"), "bad-id",
                   "the id of a pack has lower-case letters, digits and \"-\", at most 32");
    load_languages(l, node_get(root, "languages"));
}

void load_pack_file(struct loader *l)
{
    load_countries_list(l);
    load_roles(l, NULL); // should pack.yaml be missing
    load_reasons(l, NULL);
    for (int32_t i = 1; i < l->n_files; i++) {
        const struct node *root = l->files[i].root;
        if (l->files[i].kind != FILE_PACK || !root)
            continue;
        load_head(l, root);
        load_limits(l, node_get(root, "limits"));
        load_roles(l, node_get(root, "roles"));
        l->pack->background = load_kinds(l, node_get(root, "background"), &l->pack->n_background);
        load_news(l, node_get(root, "news"));
        load_reasons(l, node_get(root, "reasons"));
    }
    load_groups(l);
    load_traits(l);
}
