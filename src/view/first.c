// SPDX-License-Identifier: MIT
// The first screen of a result: the answer, the one reason that counts most, what to do next.
// Everything else is behind it. It holds at most FIRST_WORDS words, so that it fits 80x24 in every
// language: what does not fit gives way from the end.
#include <string.h>
#include "base/text.h"
#include "view/parts.h"
#include "view/room.h"

enum {
    FIRST_WORDS = 118,
    SHORT_WORDS = 250, // of the short form
    SHEET_WORDS = 160, // of it before the papers
    SHEET_LINES = 25,
    FIRST_LINES = 17, // what 80x24 has room for
    LINES_AROUND = 4  // heading, papers, and what keeps them apart
};

// ---- the reason that counts most --------------------------------------------------------------

// Of the reasons of one effect the land's own rule before a general one, then what decides the
// outcome before what a convention asks for.
static int weight_of(const struct finding *f)
{
    return (f->country != NONE ? 2 : 0) + (f->reading != READING_CONVENTION ? 1 : 0);
}

static const struct finding *main_of(const struct ground *g, bool licence)
{
    const struct finding *best = NULL;
    for (int r = 0; !best && r < PACK_REASONS; r++)
        for (int32_t i = 0; i < g->assessment->n_live; i++) {
            const struct finding *f = &g->pack->findings[g->assessment->findings[i].finding];
            if ((!licence || f->decision == DECISION_LICENCE) && f->effect == g->pack->reasons[r] &&
                (!best || weight_of(f) > weight_of(best)))
                best = f;
        }
    return best;
}

// Where the licence alone makes the outcome, one of the licence.
const struct finding *reason_main(const struct ground *g)
{
    const struct assessment *a = g->assessment;
    bool alone = a->licence.asked && a->licence.outcome == a->outcome && a->academic != a->outcome;
    const struct finding *best = alone ? main_of(g, true) : NULL;
    return best ? best : main_of(g, false);
}

// The question that it depends on most: the first one, or where a bar hangs on an answer that was
// only taken from another (the citizenship from the award country), that one.
static int32_t first_question(const struct ground *g, const struct finding *f)
{
    int32_t questions[PACK_MAX_QUESTIONS], n = 0;
    if (f && f->effect == EFFECT_BAR)
        n = finding_because(g->engine, g->answers, (int32_t)(f - g->pack->findings), questions);
    for (int32_t i = 0; i < n; i++)
        if (g->answers->of[questions[i]].state == ANSWER_ABSENT &&
            g->pack->questions[questions[i]].usual_from != NONE)
            return questions[i];
    return ground_missing(g, 0)->question;
}

void make_reason(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    const struct finding *f = reason_main(g);
    if (outcome_undecided(g) && a->n_missing) {
        make_paragraph(m,
                       arena_printf(g->arena, _("It depends most on this: %s"),
                                    label_words(g, first_question(g, f))),
                       0);
    } else if (f) {
        make_paragraph(m, words_first_sentence(g, phrase_words(g, &f->text)), 0);
        make_cites(m, &f->cites);
    }
}

// Only where a convention asks for something else than the authority is likely to do.
static void add_convention(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    if (a->position == NONE || a->position_from == NONE || a->position == a->academic ||
        a->state == STATE_OPEN)
        return;
    const struct outcome *o = &g->pack->outcomes[a->position];
    const char *words =
                   phrase_under(g, o->position.words ? &o->position : &o->title, a->position_from),
               *first = words_first_sentence(g, words);
    struct block *b = page_add(&m->b, a->challenge ? BLOCK_WARNING : BLOCK_NOTE, first);
    b->marker = a->challenge ? "!" : "•";
    m->told_position = !strcmp(first, words);
}

static void add_licence(struct making *m)
{
    const struct ground *g = m->g;
    if (!g->assessment->licence.asked)
        return;
    struct licence_facts f = licence_facts(g);
    int32_t outcome = g->assessment->licence.outcome;
    const char *body = f.body ? say(g->i18n, &f.body->name) : _("who decides is not known here");
    if (f.body && f.record && f.record->needed == NEEDED_UNKNOWN)
        body = arena_printf(g->arena, _("Perhaps needed. Ask: %s"), body);
    // What the headline says already is not said again.
    page_pair(&m->b, _("The licence"),
              outcome == NONE || outcome == g->assessment->outcome
                  ? body
                  : arena_printf(g->arena, "%s (%s)", licence_words(g), body));
}

const struct notice *first_warning(const struct ground *g, const char **words)
{
    for (int32_t i = 0; i < g->assessment->n_notices; i++) {
        const struct notice *n = &g->pack->notices[g->assessment->notices[i]];
        if (!n->warning)
            continue;
        const char *whole = phrase_words(g, &n->text);
        *words = words_first_sentence(g, whole);
        return strcmp(*words, whole) ? NULL : n;
    }
    *words = NULL;
    return NULL;
}

// A seller of degrees, an agent: pay nobody first.
static void add_warning(struct making *m)
{
    const char *words;
    const struct notice *whole = first_warning(m->g, &words);
    if (!words)
        return;
    page_add(&m->b, BLOCK_WARNING, words)->marker = "!";
    if (whole)
        make_cites(m, &whole->cites);
}

// ---- steps ------------------------------------------------------------------------------------

// A sentence that others follow loses its full stop.
static void join(struct text *t, const char *words)
{
    if (!words || !*words)
        return;
    if (t->len && text_str(t)[t->len - 1] == '.')
        text_truncate(t, t->len - 1);
    text_printf(t, "%s%s", t->len ? "; " : "", words);
}

static const char *fact_sentence(const struct ground *g, const struct item *step, const char *named)
{
    const struct fact *fact = ground_known_fact(g, step, named);
    return fact ? words_first_sentence(g, phrase_words(g, &fact->text)) : NULL;
}

// Who, how to reach them, fee, time. An office that the line before names is not named again.
static const char *details_of(const struct ground *g, const struct item *step,
                              const struct office *before)
{
    const struct office *office = ground_step_office(g, step);
    struct text t = TEXT_INIT;
    if (office && office != before) {
        join(&t, say(g->i18n, &office->name));
        join(&t, office_way(office));
    }
    join(&t, fact_sentence(g, step, step->fee));
    join(&t, fact_sentence(g, step, step->time));
    const char *words = arena_strdup(g->arena, text_str(&t));
    text_release(&t);
    return words;
}

static const struct item *step_at(const struct ground *g, int32_t i)
{
    return &g->pack->steps[g->assessment->steps[i]];
}

int32_t first_held(const struct ground *g)
{
    const struct assessment *a = g->assessment;
    int32_t from = a->state == STATE_OPEN ? 0 : g->pack->outcomes[a->outcome].hold_from, i = 0;
    while (i < a->n_steps && (!from || step_at(g, i)->order < from))
        i++;
    return i;
}

// Those that are held count only where there is nothing else to do.
static int32_t steps_to_do(const struct ground *g)
{
    int32_t held = first_held(g);
    return held ? held : g->assessment->n_steps;
}

// The steps that are shown, by their place in the list. What is folded is among them only where the
// others leave room; the last place is kept for the body of the licence.
struct picked {
    int32_t n, place[STEPS_SHOWN];
};

static struct picked pick_steps(const struct ground *g)
{
    struct picked picked = {0};
    int32_t all = steps_to_do(g), folded = STEPS_SHOWN, body = NONE;
    if (g->assessment->licence.asked)
        body = first_step_to(g, licence_facts(g).body) - 1;
    body = body < all ? body : NONE;
    for (int32_t i = 0; i < all; i++)
        folded -= !step_at(g, i)->folded;
    for (int32_t i = 0; i < all && picked.n < STEPS_SHOWN; i++) {
        bool kept = picked.n == STEPS_SHOWN - 1 && i < body;
        if (!kept && (!step_at(g, i)->folded || folded-- > 0))
            picked.place[picked.n++] = i;
    }
    return picked;
}

// Where the numbers of those shown have gaps, how many there are in all.
static const char *steps_heading(const struct ground *g, const struct picked *shown)
{
    bool gaps = shown->n && shown->place[shown->n - 1] >= shown->n;
    return gaps ? arena_printf(g->arena, _("Next steps (of %d)"), (int)g->assessment->n_steps)
                : _("Next steps");
}

// What is left on a screen, or on the sheet of the short form, before what comes below.
static struct room room_before(const struct making *m, const char *papers, const char *end)
{
    bool sheet = m->b.page.kind == PAGE_SHORT;
    struct picked picked = pick_steps(m->g);
    return (struct room){(sheet ? SHEET_WORDS : FIRST_WORDS) - making_words(m) -
                             room_words(papers) - room_words(end) - room_words(_("Papers")) -
                             room_words(steps_heading(m->g, &picked)),
                         (sheet ? SHEET_LINES : FIRST_LINES) - making_lines(m) -
                             room_lines(m->g, end, ROOM_WIDTH) - LINES_AROUND};
}

static bool is_picked(const struct picked *picked, int32_t place)
{
    for (int32_t i = 0; i < picked->n; i++)
        if (picked->place[i] == place)
            return true;
    return false;
}

bool first_shows_step(const struct ground *g, int32_t place)
{
    struct picked picked = pick_steps(g);
    return is_picked(&picked, place);
}

// The fee of an office that none of the steps above leads to would be taken for one of theirs.
static const char *with_office(const struct ground *g, const struct picked *picked, int32_t step,
                               const char *words)
{
    const struct office *office = ground_step_office(g, step_at(g, step));
    for (int32_t i = 0; i < picked->n; i++)
        if (ground_step_office(g, step_at(g, picked->place[i])) == office)
            return words;
    return office ? arena_printf(g->arena, "%s: %s", say(g->i18n, &office->name), words) : words;
}

// What it takes, where none of the steps above says it, and not for a step that is held. Whole or
// not at all.
static void find_costs(const struct ground *g, struct room *room, const struct picked *picked,
                       const char **takes)
{
    for (int c = 0; c < COSTS; c++) {
        int32_t step = NONE;
        const char *words = cost_words(g, (enum cost)c, &step);
        if (!words || is_picked(picked, step) || step >= steps_to_do(g))
            continue;
        words = with_office(g, picked, step, words);
        takes[c] = room_fits(g, room, words, ROOM_PAIR) ? words : NULL;
    }
}

// Which steps are not to be done at once.
static const char *held_words(const struct ground *g)
{
    int32_t held = first_held(g);
    if (!held || held == g->assessment->n_steps)
        return "";
    return arena_printf(g->arena, _("Only if you want a decision all the same: from step %d on."),
                        (int)held + 1);
}

// The first step always; then, as far as there is room, the others, whom they lead to, and what it
// all takes. Their numbers are those of the part about steps.
static void add_next(struct making *m, struct room room, const char **takes)
{
    const struct ground *g = m->g;
    struct picked picked = pick_steps(g);
    const char *what[STEPS_SHOWN], *details[STEPS_SHOWN];
    bool shown[STEPS_SHOWN] = {false};
    const struct office *before = NULL;
    for (int32_t i = 0; i < picked.n; i++) {
        what[i] = phrase_brief(g, step_at(g, picked.place[i]));
        if (!room_fits(g, &room, what[i], ROOM_INNER)) {
            picked.n = i ? i : 1;
            room = i ? room : (struct room){0, 0};
        }
    }
    for (int32_t i = 0; i < picked.n; i++) {
        const struct item *step = step_at(g, picked.place[i]);
        details[i] = details_of(g, step, before);
        shown[i] = *details[i] && room_fits(g, &room, details[i], ROOM_INNER);
        before =
            shown[i] || ground_step_office(g, step) == before ? ground_step_office(g, step) : NULL;
    }
    const char *held = held_words(g);
    bool said = *held && room_fits(g, &room, held, ROOM_INNER);
    find_costs(g, &room, &picked, takes);
    if (picked.n)
        make_heading(m, steps_heading(g, &picked));
    for (int32_t i = 0; i < picked.n; i++) {
        page_item(&m->b, arena_printf(g->arena, "%d.", (int)picked.place[i] + 1), what[i]);
        if (shown[i])
            make_muted(m, details[i], 1);
    }
    if (said)
        make_muted(m, held, 1);
}

// ---- papers and age ---------------------------------------------------------------------------

static const char *papers_words(const struct ground *g)
{
    int needed = papers_count(g, PAPER_NEEDED), have = papers_count(g, PAPER_THERE);
    if (!have)
        return arena_printf(g->arena, P_("%d to bring", "%d to bring", needed), needed);
    return arena_printf(
        g->arena, P_("%d to bring, %d there already", "%d to bring, %d there already", needed),
        needed, have);
}

// Is it of a level, a purpose and an office of this person's? Of others nothing is told.
static bool is_told(const struct ground *g, const struct fact *fact)
{
    const struct office *office =
        fact->office ? destination_office(ground_destination(g), fact->office) : NULL;
    return ground_fact_concerns(g, fact) && interest_concerns(g, fact->kind) &&
           (!office || interest_serves(g, office));
}

static const char *age_words(const struct ground *g)
{
    const struct destination *d = ground_destination(g);
    int old = 0;
    for (int32_t i = 0; d && i < d->n_facts; i++)
        old += fact_is_old(g, d->facts[i].kind, d->facts[i].evidence.as_of) &&
               is_told(g, &d->facts[i]);
    return old ? arena_printf(g->arena,
                              P_("%d fact is old: ask first.", "%d facts are old: ask first.", old),
                              old)
               : "";
}

// While answers are missing: what stands against it with the usual ones, is asked for, or makes
// it less, where that leaves room for the warning and the first step (paper has room for the former
// always).
static void add_usual_reason(struct making *m, struct room room)
{
    const struct ground *g = m->g;
    const struct finding *f = reason_main(g);
    const struct picked picked = pick_steps(g);
    const char *warning = NULL;
    bool against = f && (f->effect == EFFECT_BAR || f->effect == EFFECT_ROUTE),
         less = f && (f->effect == EFFECT_CONDITION || f->effect == EFFECT_DIFFERENCE);
    if (!outcome_undecided(g) || !g->assessment->n_missing || (!against && !less))
        return;
    const char *words = words_first_sentence(g, phrase_words(g, &f->text)),
               *step = picked.n ? phrase_brief(g, step_at(g, picked.place[0])) : "";
    (void)first_warning(g, &warning);
    room.lines--; // a blank one stands before it
    bool room_for = room_fits(g, &room, warning ? warning : "", ROOM_WIDTH) &&
                    room_fits(g, &room, step, ROOM_INNER) && room_fits(g, &room, words, ROOM_WIDTH);
    if (!room_for && (!m->on_paper || less))
        return;
    make_paragraph(m, words, 0);
    make_cites(m, &f->cites);
}

void part_outcome(struct making *m)
{
    const struct ground *g = m->g;
    const char *takes[COSTS] = {NULL};
    const char *old = age_words(g), *papers = papers_words(g),
               *end = arena_printf(g->arena,
                                   _("Likely by the rules known on %s. The authority decides."),
                                   say_date(g->arena, g->as_of));
    make_headline(m);
    if (!m->on_paper)
        part_ladder(m);
    if (*old)
        make_muted(m, old, 0);
    add_licence(m);
    make_reason(m);
    add_usual_reason(m, room_before(m, papers, end));
    add_convention(m);
    add_warning(m);
    if (!m->on_paper) // all steps follow there
        add_next(m, room_before(m, papers, end), takes);
    bool counted = g->assessment->n_documents && m->b.page.kind != PAGE_SHORT;
    if (!m->on_paper || !counted)
        page_add(&m->b, BLOCK_GAP, "");
    for (int c = 0; c < COSTS; c++)
        if (takes[c])
            page_pair(&m->b, c == COST_FEE ? _("Money") : _("Time"), takes[c]);
    if (counted)
        page_pair(&m->b, _("Papers"), papers);
    make_muted(m, end, 0);
}

// ---- the short form ---------------------------------------------------------------------------

// Papers as boxes to tick, each in a sentence, as many as fit; how many more there are.
static void add_boxes(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    int left = SHORT_WORDS - making_words(m) - 12;
    int32_t shown = 0;
    if (a->n_documents)
        make_heading(m, _("Papers"));
    for (; shown < a->n_documents; shown++) {
        const struct document_state *state = &a->documents[shown];
        const char *words =
            words_first_sentence(g, phrase_words(g, &g->pack->documents[state->document].text));
        left -= room_words(words) + 1;
        if (left < 0)
            break;
        page_item(&m->b, state->have == TRUTH_YES ? "[x]" : "[ ]", words);
    }
    if (shown < a->n_documents)
        make_muted(m,
                   arena_printf(g->arena, P_("and %d more", "and %d more", a->n_documents - shown),
                                (int)(a->n_documents - shown)),
                   0);
}

struct page *page_short(const struct ground *ground)
{
    struct making m;
    struct ground g = *ground;
    g.no_sources = true; // they would need their list
    make_begin(&m, &g, PAGE_SHORT, result_title(&g));
    part_outcome(&m);
    add_boxes(&m);
    part_code(&m);
    return page_finish(&m.b);
}
