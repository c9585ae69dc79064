// SPDX-License-Identifier: MIT
// The tabs that say what to bring, what to do and what would help.
#include <string.h>
#include "pack/words.h"
#include "view/parts.h"

enum {
    MISSING_FOLDED = 3,
    TELLERS_FOLDED = 2,
    TELLERS_MOST = 4,
    CROWDED = 3,
    UNSAID_FOLDED = 2
}; // most deciding first

enum { HANDED_IN = 3 };
static const char *const handed_in[HANDED_IN] = {"documents", "translation",
                                                 "legalisation"}; // facts

// On paper, and where nothing can be ticked.
static void list_papers(struct making *m, enum paper_group group, const char *title,
                        const char *marker)
{
    const struct ground *g = m->g;
    bool any = false;
    for (int32_t i = 0; i < g->assessment->n_documents; i++) {
        const struct item *item = &g->pack->documents[g->assessment->documents[i].document];
        if (paper_group(g, i) != group)
            continue;
        if (!any)
            make_heading(m, title);
        any = true;
        page_item(&m->b, marker, phrase_words(g, &item->text));
        make_cites(m, &item->cites);
    }
}

// A listed paper says it: one that the question of the fact's kind ("translation") is about, from
// the same source.
static bool paper_says(const struct ground *g, const struct fact *fact)
{
    for (int32_t i = 0; i < g->assessment->n_documents; i++) {
        const struct item *paper = &g->pack->documents[g->assessment->documents[i].document];
        const struct expr *have = paper->have.root;
        if (!have || have->op != EXPR_IN ||
            strcmp(g->pack->questions[have->question].id, fact->kind) != 0)
            continue;
        if (int_list_has(&paper->cites, fact->evidence.source))
            return true;
    }
    return false;
}

// Folded, a list of papers is enough where there is one; what is not known beside it is no news.
static void add_handed_in(struct making *m)
{
    bool listed = m->folded && m->g->assessment->n_documents, any = false;
    for (size_t i = listed ? 1 : 0; i < HANDED_IN; i++) {
        const struct fact *fact = destination_fact(ground_destination(m->g), handed_in[i]);
        if (listed && (!fact || paper_says(m->g, fact)))
            continue;
        if (fact && !ground_fact_concerns(m->g, fact))
            continue;
        if (!any)
            make_heading(m, _("How papers are handed in there"));
        any = true;
        make_fact(m, handed_in[i], kind_words(handed_in[i]), 0);
    }
}

void part_papers(struct making *m)
{
    if (!m->g->assessment->n_documents)
        make_paragraph(m, _("No list of papers is known here. Ask the authority."), 0);
    if (m->on_paper) {
        list_papers(m, PAPER_NEEDED, _("Needed"), "[ ]");
        list_papers(m, PAPER_ONLY_IF, _("Only in the case that is named"), "[ ]");
        list_papers(m, PAPER_THERE, _("You have it"), "[x]");
    } else {
        part_ticks(m);
    }
    if (!ground_destination(m->g))
        return;
    size_t from = m->b.n_blocks;
    add_handed_in(m);
    if (!m->on_paper && m->b.n_items)
        page_readable(&m->b, from, ITEM_READ); // so that the arrows lead there
}

// ---- steps -------------------------------------------------------------------------------------

int first_step_to(const struct ground *g, const struct office *office)
{
    for (int32_t i = 0; i < g->assessment->n_steps && office; i++)
        if (ground_step_office(g, &g->pack->steps[g->assessment->steps[i]]) == office)
            return (int)i + 1;
    return 0;
}

// How one reaches an office is said with the first step that leads there.
static void add_step_office(struct making *m, int number, const struct office *office)
{
    if ((office && first_step_to(m->g, office) != number) || (!office && m->folded))
        return;
    make_office(m, office, _("Office"), 1);
}

// Folded in few words; those that the first screen has already said in few words, in a sentence.
static const char *step_words(const struct making *m, int number, const struct item *step)
{
    const char *words = phrase_words(m->g, &step->text);
    if (m->on_paper || !m->folded)
        return words;
    if (first_shows_step(m->g, number - 1) || !step->brief.words)
        return fold_words(m, words);
    return phrase_brief(m->g, step);
}

// What is not known of a step, the office that it leads to can tell, whichever that is.
static void add_step_fact(struct making *m, const struct item *step, const struct fact *fact,
                          const char *label)
{
    const struct ground *g = m->g;
    int where = first_step_to(g, ground_step_office(g, step));
    if (!where || (fact && fact->evidence.status != STATUS_UNVERIFIED)) {
        make_fact_record(m, fact, label, 1);
        return;
    }
    struct block *b = page_pair(
        &m->b, label, arena_printf(g->arena, _("Not known. Ask the office of step %d."), where));
    b->indent = 1;
    b->style = STYLE_CAUTION;
}

static void add_fee_and_time(struct making *m, const struct item *step)
{
    const struct ground *g = m->g;
    if (step->fee && step->time && !ground_known_fact(g, step, step->fee) &&
        !ground_known_fact(g, step, step->time)) {
        add_step_fact(m, step, NULL, C_("fact", "Fee and time"));
        return;
    }
    if (step->fee)
        add_step_fact(m, step, ground_step_fact(g, step, step->fee), kind_words("fee"));
    if (step->time)
        add_step_fact(m, step, ground_step_fact(g, step, step->time), kind_words("time"));
}

static void add_step(struct making *m, int number, const struct item *step)
{
    const struct ground *g = m->g;
    const struct destination *d = ground_destination(g);
    const char *words = step_words(m, number, step);
    int first = first_step_to(g, ground_step_office(g, step));
    if (first && first < number)
        words = arena_printf(g->arena, _("%s (Office: step %d.)"), words, first);
    page_item(&m->b, arena_printf(g->arena, "%d.", number), words);
    make_cites(m, &step->cites);
    m->steps_told = number;
    if (d && step->office)
        add_step_office(m, number, ground_step_office(g, step));
    if (d)
        add_fee_and_time(m, step);
}

// Is the fact (by id or kind) said with one of the steps?
static bool said(const struct ground *g, const struct fact *fact)
{
    for (int32_t i = 0; i < g->assessment->n_steps; i++) {
        const struct item *step = &g->pack->steps[g->assessment->steps[i]];
        const char *named[] = {step->fee, step->time};
        for (int k = 0; k < 2; k++)
            if (ground_step_fact(g, step, named[k]) == fact)
                return true;
    }
    return false;
}

// Does a step say this, or that it is not known?
static bool asked_for(const struct ground *g, const char *kind)
{
    for (int32_t i = 0; i < g->assessment->n_steps; i++) {
        const struct item *step = &g->pack->steps[g->assessment->steps[i]];
        if (!strcmp(kind, "fee") ? step->fee != NULL : step->time != NULL)
            return true;
    }
    return false;
}

// Is it what the authority asks, be it by name or because no office is named?
static bool is_of_authority(const struct destination *d, const struct fact *fact)
{
    const struct office *office = fact->office ? destination_office(d, fact->office) : NULL;
    return !fact->office || (office && !strcmp(office->role, AUTHORITY));
}

// Does the step say what the authority asks or how long it takes? `own`: by the fact's own id, as
// steps of the destination do.
static bool names_fee_or_time(const struct destination *d, const struct item *step, bool own)
{
    const char *const named[] = {step->fee, step->time};
    for (int k = 0; k < 2; k++) {
        const struct fact *fact = named[k] ? destination_fact(d, named[k]) : NULL;
        if (fact && is_of_authority(d, fact) && (!own || !strcmp(fact->id, named[k])))
            return true;
    }
    return false;
}

// The way to the authority has a step with its fee or time, but none is for this person: then
// nothing is asked and nothing is got.
static bool spared_applying(const struct ground *g)
{
    const struct destination *d = ground_destination(g);
    for (int32_t i = 0; i < g->assessment->n_steps; i++)
        if (names_fee_or_time(d, &g->pack->steps[g->assessment->steps[i]], false))
            return false;
    for (int32_t i = 0; i < g->pack->n_steps; i++)
        if (names_fee_or_time(d, &g->pack->steps[i], true))
            return true;
    return false;
}

// Is none of a kind known here, not even for others?
static bool nothing_of(const struct ground *g, const char *kind)
{
    const struct destination *d = ground_destination(g);
    for (int32_t i = 0; i < d->n_facts; i++)
        if (!strcmp(d->facts[i].kind, kind) && is_of_authority(d, &d->facts[i]))
            return false;
    return !asked_for(g, kind);
}

// Fees and times that no step names, so that none is lost.
static void add_unsaid(struct making *m, const char *kind)
{
    const struct destination *d = ground_destination(m->g);
    int shown = 0;
    for (int32_t i = 0; i < d->n_facts; i++) {
        if (strcmp(d->facts[i].kind, kind) || d->facts[i].office)
            continue; // what another office asks stands with that office
        if (!ground_fact_concerns(m->g, &d->facts[i]))
            continue;
        // Folded, what a step says is enough.
        if (said(m->g, &d->facts[i]) || (m->folded && asked_for(m->g, kind)))
            continue;
        if (m->folded && shown++ == UNSAID_FOLDED) {
            make_more(m);
            break;
        }
        make_fact_record(m, &d->facts[i], kind_words(kind), 0);
    }
}

// Where there is none at all, whom to ask.
static void add_costs(struct making *m)
{
    bool no_fee = nothing_of(m->g, "fee"), no_time = nothing_of(m->g, "time");
    add_unsaid(m, "fee");
    if (no_fee || no_time)
        make_fact_record(m, NULL,
                         no_fee && no_time ? C_("fact", "Fee and time")
                                           : kind_words(no_fee ? "fee" : "time"),
                         0);
    add_unsaid(m, "time");
}

// What an office asks of its own, and how long it takes: each in one row.
static void add_facts_of_office(struct making *m, const struct office *office)
{
    static const char *const kinds[] = {"fee", "time"};
    const struct destination *d = ground_destination(m->g);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        bool any = false;
        for (int32_t i = 0; i < d->n_facts; i++) {
            const struct fact *fact = &d->facts[i];
            if (!fact->office || strcmp(fact->office, office->id) || strcmp(fact->kind, kinds[k]) ||
                !ground_fact_concerns(m->g, fact))
                continue;
            if (any)
                make_fact_more(m, fact);
            else
                make_fact_record(m, fact, kind_words(kinds[k]), 1);
            any = true;
        }
    }
}

// On the screen, folded, an office to which nothing leads is left out where the pack says so of its
// role.
static bool office_behind(const struct making *m, const struct office *office)
{
    return m->folded && !m->on_paper &&
           m->g->pack->roles[words_find(words_role, office->role)].folded;
}

static void add_other_offices(struct making *m)
{
    const struct destination *d = ground_destination(m->g);
    const struct office *body =
        m->g->assessment->licence.asked ? licence_facts(m->g).body : NULL; // said with the licence
    bool any = false;
    for (int32_t i = 0; i < d->n_offices; i++) {
        if (first_step_to(m->g, &d->offices[i]) || &d->offices[i] == body ||
            !ground_concerned(m->g, &d->offices[i]) || !interest_serves(m->g, &d->offices[i]) ||
            office_behind(m, &d->offices[i]))
            continue;
        if (!any)
            make_heading(m, _("Other offices there"));
        any = true;
        make_office(m, &d->offices[i], role_words(d->offices[i].role), 0);
        add_facts_of_office(m, &d->offices[i]);
    }
}

void part_steps(struct making *m)
{
    static const char *const kinds[] = {"decides_study", "decides_work", "decides_professions",
                                        "decides_residence", "paper"};
    const struct ground *g = m->g;
    part_deadline(m);
    if (!g->assessment->n_steps)
        make_paragraph(m, _("No steps are known here. Ask the authority what to do first."), 0);
    int32_t held = first_held(g);
    for (int32_t i = 0; i < g->assessment->n_steps; i++) {
        if (i == held)
            make_paragraph(m, _("Only if you want a decision all the same:"), 0);
        add_step(m, (int)i + 1, &g->pack->steps[g->assessment->steps[i]]);
    }
    part_licence(m);
    part_timeline(m);
    if (!ground_destination(g))
        return;
    bool named = g->assessment->licence.asked && licence_facts(g).body; // who decides on it
    bool spared = spared_applying(g);
    make_heading(m, _("Who decides, and what you get"));
    size_t headed = m->b.n_blocks;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (interest_concerns(g, kinds[i]) &&
            !(named && !strcmp(kinds[i], "decides_professions")) &&
            !(spared && !strcmp(kinds[i], "paper")) &&
            (strcmp(kinds[i], "decides_residence") != 0 || interest_named(g->pack, kinds[i])))
            make_fact(m, kinds[i], kind_words(kinds[i]), 0);
    if (!spared) {
        add_costs(m);
    }
    if (m->b.n_blocks == headed) // all of it is for others
        m->b.n_blocks--;
    add_other_offices(m);
}

// ---- what would help ---------------------------------------------------------------------------

static void add_changes(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    if (a->n_changes)
        make_heading(m, _("What you can still change"));
    for (int32_t i = 0; i < a->n_changes; i++) {
        const struct change *c = &a->changes[i];
        page_item(&m->b, "•",
                  arena_printf(g->arena, "%s %s", label_words(g, c->question),
                               value_words(g, c->question, c->to)));
        struct block *b =
            make_paragraph(m,
                           arena_printf(g->arena, _("Then likely: %s"),
                                        say(g->i18n, &g->pack->outcomes[c->outcome].title)),
                           1);
        b->style = outcome_style(g, c->outcome);
    }
}

static void add_remedies(struct making *m)
{
    const struct ground *g = m->g;
    bool any = false;
    for (int32_t i = 0; i < g->assessment->n_live; i++) {
        const struct finding *f = &g->pack->findings[g->assessment->findings[i].finding];
        if (!f->remedy.words)
            continue;
        if (!any)
            make_heading(m, _("What can be done"));
        any = true;
        page_item(&m->b, "•", fold_words(m, phrase_words(g, &f->remedy)));
    }
}

// The authority of the country that gave the diploma, where the pack has a file for it.
static const struct office *home_authority(const struct ground *g)
{
    const struct destination *home =
        pack_destination(g->pack, answer_value(g->answers, g->pack->q_award_country));
    return home ? destination_authority(home, answers_whom(g->pack, g->answers)) : NULL;
}

// Who can tell, and where to look.
static void add_teller(struct making *m, const struct question *q)
{
    const struct ground *g = m->g;
    const char *who = _("Who can tell");
    const struct office *office = q->tells == TELLS_AWARD_COUNTRY ? home_authority(g)
                                  : q->tells == TELLS_DESTINATION ? ground_authority(g)
                                                                  : NULL;
    if (q->hint.words)
        make_paragraph(m, fold_words(m, phrase_words(g, &q->hint)), 1);
    if (office && m->folded && m->named == office) // how to reach it stands above
        page_pair(&m->b, who, say(g->i18n, &office->name))->indent = 1;
    else if (office)
        make_office(m, office, who, 1);
    else if (q->tells == TELLS_UNIVERSITY)
        page_pair(&m->b, who, _("your university; the diploma, its supplement and the transcript"))
            ->indent = 1;
    else if (q->tells == TELLS_AWARD_COUNTRY)
        page_pair(&m->b, who, _("the ministry of the country that gave the diploma"))->indent = 1;
}

static void add_missing(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    if (a->n_missing)
        make_heading(m, _("What to find out first"));
    int tellers = !m->folded ? TELLERS_MOST : m->b.n_blocks > CROWDED ? 1 : TELLERS_FOLDED;
    int32_t n = m->folded && a->n_missing > MISSING_FOLDED ? MISSING_FOLDED : a->n_missing;
    m->named = NULL;
    for (int32_t i = 0; i < n; i++) {
        const struct missing *missing = ground_missing(g, i);
        int before = outcome_count(a->reached), after = outcome_count(missing->best);
        page_item(&m->b, arena_printf(g->arena, "%d.", (int)i + 1),
                  after >= before ? label_words(g, missing->question)
                                  : arena_printf(g->arena, _("%s (%d outcomes, then %d)"),
                                                 label_words(g, missing->question), before, after));
        if (!m->on_paper && i < tellers)
            add_teller(m, &g->pack->questions[missing->question]);
    }
}

// Lines among the papers that are not ticked: nobody was asked what they stand for.
static void add_unticked(struct making *m)
{
    const struct ground *g = m->g;
    for (int32_t q = 0; q < g->pack->n_questions; q++) {
        const struct question *question = &g->pack->questions[q];
        if (!question->tick.words || !answer_unticked(question, &g->answers->of[q]))
            continue;
        page_item(
            &m->b, "•",
            arena_printf(g->arena, _("%s See the papers."), phrase_words(g, &question->tick)));
    }
}

void part_changes(struct making *m)
{
    size_t before = m->b.n_blocks;
    add_changes(m);
    add_remedies(m);
    add_missing(m);
    if (m->b.n_blocks == before)
        make_paragraph(m,
                       _("Nothing that you can change would make the outcome better, as far as the "
                         "known rules go."),
                       0);
    if (!m->on_paper)
        add_unticked(m);
}
