// SPDX-License-Identifier: MIT
// What the proof met nowhere, under no answers, in no destination, on no day; see parts.h.
#include "base/text.h"
#include "check/parts.h"
#include "pack/expr_reads.h"
#include "pack/kind.h"

#define SAY(proof, code, place, ...)                                                               \
    check_add((proof)->report, (code), check_place((proof)->report, (proof)->pack, (place)),       \
              __VA_ARGS__)

// Answers under which the condition of the newest fault holds, and still it does not show.
static void show_hidden(const struct proof *proof, const struct met *met)
{
    if (met->hidden.cost)
        check_example(proof->report, met->hidden.json, met->hidden.as_of);
}

// ---- rows ---------------------------------------------------------------------------------------

static void report_shadowed(const struct proof *proof, const struct rule *rule, const bool *before)
{
    struct text by = TEXT_INIT;
    for (int32_t e = 0; e < rule->index; e++)
        if (before[e])
            text_printf(&by, "%s\"%s\"", by.len ? ", " : "",
                        pack_rule(proof->pack, rule->kind, e)->id);
    SAY(proof, "dead-row", rule->place,
        "the row \"%s\" is never reached: wherever it holds, an earlier row does (%s)", rule->id,
        text_str(&by));
    text_release(&by);
}

static void report_rows(const struct proof *proof, enum rule_kind kind)
{
    const struct pack *pack = proof->pack;
    const bool *before = proof->before[kind];
    int32_t n = pack_rule_count(pack, kind);
    for (int32_t r = 0; r < n; r++) {
        const struct met *met = &proof->rules[kind][r];
        const struct rule *rule = pack_rule(pack, kind, r);
        if (!met->when)
            SAY(proof, "unreachable-row", rule->place, "the condition of the %s \"%s\" never holds",
                rule_word(kind), rule->id);
        else if (!met->live) {
            report_shadowed(proof, rule, before + r * n);
            show_hidden(proof, met);
        } else if (!met->changes)
            SAY(proof, "redundant-row", rule->place,
                "the %s \"%s\" changes nothing: without it the later rows give the same outcomes",
                rule_word(kind), rule->id);
    }
}

// ---- findings, documents, steps, rights, notices ------------------------------------------------

static const char *unreachable_code(enum rule_kind kind)
{
    static const char *const codes[RULE_KINDS] = {[RULE_FINDING] = "unreachable-finding",
                                                  [RULE_DOCUMENT] = "unreachable-document",
                                                  [RULE_STEP] = "unreachable-step",
                                                  [RULE_RIGHT] = "unreachable-right",
                                                  [RULE_NOTICE] = "unreachable-notice"};
    return codes[kind];
}

static const char *dead_code(enum rule_kind kind)
{
    return kind == RULE_FINDING ? "dead-finding"
           : kind == RULE_STEP  ? "dead-step"
                                : "dead-document";
}

static void add_overriders(struct text *out, const struct pack *pack, const struct rule *rule)
{
    for (int32_t i = 0; i < pack_rule_count(pack, rule->kind); i++) {
        const struct rule *other = pack_rule(pack, rule->kind, i);
        if (rule_listed(other) && int_list_has(&other->overrides, rule->index))
            text_printf(out, "%s\"%s\"", out->len ? ", " : "", other->id);
    }
}

static void report_rules(const struct proof *proof, enum rule_kind kind)
{
    for (int32_t i = 0; i < pack_rule_count(proof->pack, kind); i++) {
        const struct met *met = &proof->rules[kind][i];
        const struct rule *rule = pack_rule(proof->pack, kind, i);
        if (!rule_listed(rule) || met->live)
            continue;
        struct text by = TEXT_INIT;
        add_overriders(&by, proof->pack, rule);
        if (met->when && by.len) {
            SAY(proof, dead_code(kind), rule->place,
                "the %s \"%s\" never shows: wherever its condition holds, it is overridden (%s)",
                rule_word(kind), rule->id, text_str(&by));
            show_hidden(proof, met);
        } else
            SAY(proof, unreachable_code(kind), rule->place,
                "the condition of the %s \"%s\" never holds, in no destination and on no day",
                rule_word(kind), rule->id);
        text_release(&by);
    }
}

// ---- questions, choices, outcomes ---------------------------------------------------------------

struct named_choices {
    const struct pack *pack;
    uint64_t named[PACK_MAX_QUESTIONS];
};

static void name_choices(const struct expr *e, int32_t country, void *user)
{
    struct named_choices *n = user;
    (void)country;
    if (expr_reads(e) & READS_CHOICE)
        n->named[e->question] |= (uint64_t)1 << e->index;
    if (expr_reads(e) & READS_SET &&
        kind_classes(&n->pack->questions[e->question]) == CLASSES_CHOICES)
        n->named[e->question] |= e->set[0];
}

// Treaties name purposes, levels and professions, countries name levels.
static void name_covered(struct named_choices *n)
{
    const struct pack *pack = n->pack;
    for (int32_t i = 0; i < pack->n_instruments; i++) {
        if (pack->q_purpose != NONE)
            n->named[pack->q_purpose] |= pack->instruments[i].purposes;
        if (pack->q_level != NONE)
            n->named[pack->q_level] |= pack->instruments[i].levels;
        if (pack->q_profession != NONE)
            n->named[pack->q_profession] |= pack->instruments[i].left_out;
    }
    for (int32_t d = 0; d < pack->n_destinations; d++)
        for (int32_t l = 0; l < pack->destinations[d].n_levels; l++)
            if (pack->q_level != NONE && pack->destinations[d].levels[l].level != NONE)
                n->named[pack->q_level] |= (uint64_t)1 << pack->destinations[d].levels[l].level;
}

static void report_choices(const struct proof *proof)
{
    struct named_choices n = {.pack = proof->pack};
    pack_each_expr(proof->pack, name_choices, &n);
    name_covered(&n);
    for (int32_t q = 0; q < proof->pack->n_questions; q++) {
        const struct question *question = &proof->pack->questions[q];
        enum kind_classes classes = kind_classes(question);
        if (classes != CLASSES_CHOICES && classes != CLASSES_BOXES)
            continue;
        for (int32_t c = 0; c < question->n_choices; c++) {
            const struct choice *choice = &question->choices[c];
            if (!question_set_has(&proof->applied, q))
                SAY(proof, "unreachable-choice", choice->place,
                    "the choice \"%s\" can never be made: its question never applies", choice->id);
            else if (!choice->counts_as_unknown && !(n.named[q] >> c & 1))
                SAY(proof, "unread-choice", choice->place,
                    "no rule names the choice \"%s\"; it counts like every other that is not named",
                    choice->id);
        }
    }
}

// A text is read where it is asked for with known(), or is written into other texts; the
// destination chooses the law.
static void report_questions(const struct proof *proof)
{
    for (int32_t q = 0; q < proof->pack->n_questions; q++) {
        const struct question *question = &proof->pack->questions[q];
        if (!question_set_has(&proof->applied, q))
            SAY(proof, "unreachable-question", question->place,
                "the question \"%s\" never applies: its \"relevant:\" never holds", question->id);
        else if (!question_set_has(&proof->read, q) && q != proof->pack->q_destination)
            SAY(proof, "unread-question", question->place,
                "no rule reads the question \"%s\", so it is never asked", question->id);
    }
}

static void report_outcomes(const struct proof *proof)
{
    for (int32_t o = 0; o < proof->pack->n_outcomes; o++)
        if (!(proof->outcomes >> o & 1))
            SAY(proof, "unreachable-outcome", proof->pack->outcomes[o].place,
                "no answers lead to the outcome \"%s\"", proof->pack->outcomes[o].id);
}

void reach_report(const struct proof *proof)
{
    report_questions(proof);
    report_choices(proof);
    report_outcomes(proof);
    for (enum rule_kind kind = 0; kind < RULE_FINDING; kind++)
        report_rows(proof, kind);
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        report_rules(proof, kind);
}
