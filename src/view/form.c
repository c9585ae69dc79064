// SPDX-License-Identifier: MIT
// A blank form as a page; see form.h.
#include "view/form.h"

#include <stdlib.h>
#include "base/bits.h"
#include "base/hash.h"
#include "base/oom.h"
#include "base/text.h"
#include "pack/kind.h"
#include "view/parts.h"

// Rows of print that a sheet of A4 and Letter holds beside its head and its foot.
enum { SHEET_ROWS = 33 };

// ---- which questions
// -----------------------------------------------------------------------------

bool form_in_line(const struct pack *pack, int32_t question)
{
    return kind_classes(&pack->questions[question]) != CLASSES_NONE;
}

static int rows_of(const struct question *q)
{
    int rows = 4 + (q->relevant ? 1 : 0) + (q->unknown_allowed ? 1 : 0);
    for (int32_t c = 0; c < q->n_choices; c++)
        rows += q->choices[c].hint.words ? 2 : 1;
    return rows;
}

static void cut_into_sheets(struct form *form, const struct pack *pack)
{
    int rows = 0;
    form->n_sheets = 1;
    for (int i = 0; i < form->n; i++) {
        int more = rows_of(&pack->questions[form->questions[i]]);
        if (rows && rows + more > SHEET_ROWS) {
            form->n_sheets++;
            rows = 0;
        }
        rows += more;
        form->sheet[i] = form->n_sheets;
    }
}

static int number_of(const struct form *form, const struct pack *pack)
{
    uint64_t hash = hash_mix(hash_string(pack->id), (uint64_t)form->n_sheets);
    hash = hash_mix(hash, hash_string(pack->countries[form->destination]));
    for (int i = 0; i < form->n; i++) {
        const struct question *q = &pack->questions[form->questions[i]];
        hash = hash_mix(hash, hash_string(q->id) + (uint64_t)form->sheet[i]);
        for (int32_t c = 0; c < q->n_choices; c++)
            hash = hash_mix(hash, hash_string(q->choices[c].id));
    }
    return 1000 + (int)(hash % 9000);
}

void form_plan(struct form *form, const struct pack *pack, struct engine *engine,
               int32_t destination)
{
    struct answers *answers = xcalloc(1, sizeof *answers);
    *form = (struct form){.destination = destination};
    answers->of[pack->q_destination] = (struct answer){.state = ANSWER_GIVEN, .value = destination};
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (q != pack->q_destination && flow_applies(engine, answers, q) != TRUTH_NO &&
            (!form_in_line(pack, q) || flow_matters(engine, answers, q)))
            form->questions[form->n++] = q;
    free(answers);
    cut_into_sheets(form, pack);
    form->number = number_of(form, pack);
}

// ---- what is printed ----------------------------------------------------------------------------

// A condition on a question of the form: "question 4: 2, 3".
static const char *boxes_words(const struct ground *g, const struct form *form,
                               const struct expr *e)
{
    const struct question *q = &g->pack->questions[e->question];
    int place = 0;
    struct text boxes = TEXT_INIT;
    while (place < form->n && form->questions[place] != e->question)
        place++;
    if (place == form->n || kind_classes(q) != CLASSES_CHOICES)
        return condition_words(g, e);
    for (int32_t c = 0; c < q->n_choices; c++)
        if (bits_has(e->set, (size_t)c))
            text_printf(&boxes, "%s%d", boxes.len ? ", " : "", (int)c + 1);
    // TRANSLATORS: a condition on a form: the number of a question, then of the boxes that are
    // ticked.
    const char *words =
        arena_printf(g->arena, e->op == EXPR_IN ? _("question %d: %s") : _("question %d: not %s"),
                     place + 1, text_str(&boxes));
    text_release(&boxes);
    return words;
}

// The condition under which a question is asked, as far as it has words; "" without any.
static void add_condition(const struct ground *g, const struct form *form, const struct expr *e,
                          struct text *out)
{
    if (e->op == EXPR_AND || e->op == EXPR_OR) {
        size_t before = out->len;
        add_condition(g, form, expr_operand(e, 0), out);
        size_t between = out->len;
        if (between > before)
            text_add(out, e->op == EXPR_AND ? "; " : _(" or "));
        size_t joint = out->len;
        add_condition(g, form, expr_operand(e, 1), out);
        if (out->len == joint)
            text_truncate(out, between);
        return;
    }
    bool boxes = e->op == EXPR_IN || e->op == EXPR_NOT_IN;
    const char *words = e->question == NONE ? NULL
                        : boxes             ? boxes_words(g, form, e)
                                            : condition_words(g, e);
    if (words)
        text_add(out, words);
}

static void put_condition(struct making *m, const struct form *form, const struct question *q)
{
    struct text words = TEXT_INIT;
    if (q->relevant)
        add_condition(m->g, form, q->relevant, &words);
    if (words.len)
        make_muted(m, arena_printf(m->g->arena, _("Only if: %s"), text_str(&words)), 1);
    text_release(&words);
}

static void put_box(struct making *m, const char *number, const char *words, const char *hint)
{
    const char *marker = arena_printf(m->g->arena, "[ ] %s", number);
    const char *text = *hint ? arena_printf(m->g->arena, "%s (%s)", words, hint) : words;
    page_item(&m->b, marker, text)->indent = 1;
}

static void put_choices(struct making *m, const struct question *q)
{
    for (int32_t c = 0; c < q->n_choices; c++)
        put_box(m, arena_printf(m->g->arena, "%d", (int)c + 1),
                say(m->g->i18n, &q->choices[c].label), phrase_words(m->g, &q->choices[c].hint));
}

// What to write where nothing is ticked.
static const char *line_to_write(const struct question *q)
{
    switch (kind_classes(q)) {
    case CLASSES_COUNTRIES:
        return _("Country: ______________________________   its two letters: [_][_]");
    case CLASSES_CUTS:
        return _("Write: ____________________");
    default:
        return "______________________________________________________________";
    }
}

// "I am not sure" as a choice stands for "I don't know".
static bool has_unsure(const struct question *q)
{
    bool any = false;
    for (int32_t c = 0; c < q->n_choices; c++)
        any |= q->choices[c].counts_as_unknown;
    return any;
}

static void put_answers(struct making *m, const struct question *q)
{
    enum kind_classes classes = kind_classes(q);
    if (classes != CLASSES_CHOICES && classes != CLASSES_BOXES)
        make_paragraph(m, line_to_write(q), 1);
    put_choices(m, q);
    if (classes == CLASSES_BOXES)
        put_box(m, "0", q->none_label.words ? say(m->g->i18n, &q->none_label) : _("None of these"),
                "");
    if (question_has_none(q)) {
        struct text value = TEXT_INIT;
        kind_of(q->type)->print(&value, m->g->pack, q, q->min.value);
        put_box(m, arena_strdup(m->g->arena, text_str(&value)), say(m->g->i18n, &q->none_label),
                "");
        text_release(&value);
    }
    if (q->unknown_allowed && !has_unsure(q) && classes != CLASSES_NONE)
        put_box(m, "?", _("I don't know"), "");
}

static void put_question(struct making *m, const struct form *form, int place)
{
    const struct question *q = &m->g->pack->questions[form->questions[place]];
    make_heading(m, arena_printf(m->g->arena, "%d. %s", place + 1, phrase_words(m->g, &q->label)));
    put_condition(m, form, q);
    if (q->hint.words)
        make_muted(m, phrase_words(m->g, &q->hint), 1);
    put_answers(m, q);
}

static void put_foot(struct making *m, const struct form *form, int sheet)
{
    struct text line = TEXT_INIT;
    text_printf(&line, "%d  %d", sheet, form->number);
    for (int i = 0; i < form->n; i++)
        if (form->sheet[i] == sheet && form_in_line(m->g->pack, form->questions[i]))
            text_printf(&line, "  %d:____", i + 1);
    make_heading(m, _("For the counsellor: the line of this sheet"));
    make_paragraph(m, arena_strdup(m->g->arena, text_str(&line)), 0);
    text_release(&line);
}

static void put_sheet(struct making *m, const struct form *form, int sheet)
{
    struct block *title = page_add(&m->b, BLOCK_TITLE,
                                   arena_printf(m->g->arena, _("Sheet %d of %d (form %d)"), sheet,
                                                form->n_sheets, form->number));
    title->new_sheet = sheet > 1;
    for (int i = 0; i < form->n; i++)
        if (form->sheet[i] == sheet)
            put_question(m, form, i);
    put_foot(m, form, sheet);
}

struct page *page_form(const struct ground *g, const struct form *form)
{
    struct making m;
    const char *country = country_name(g->i18n, g->pack->countries[form->destination]);
    const char *title = arena_printf(g->arena, _("Questions about your diploma: %s"), country);
    make_begin(&m, g, PAGE_REPORT, title);
    page_add(&m.b, BLOCK_TITLE, title);
    make_paragraph(&m,
                   _("Tick one box, or write on the line. Leave empty what you are not asked. No "
                     "name is needed. With these answers a counsellor can tell you what is likely; "
                     "the authority decides."),
                   0);
    make_muted(
        &m,
        _("For the counsellor: “tanu form … --read” takes the lines of all sheets. Type, with a "
          "blank between the answers: the number of the box (of several boxes 1,3,8; none "
          "of them 0), a country's two letters, a number, a year, a month as 2021-09; ? for "
          "“I don't know”, - where it was left empty. What was written in words stays on "
          "the paper."),
        0);
    make_muted(&m, arena_printf(g->arena, _("As of %s."), say_date(g->arena, g->as_of)), 0);
    for (int sheet = 1; sheet <= form->n_sheets; sheet++)
        put_sheet(&m, form, sheet);
    return page_finish(&m.b);
}
