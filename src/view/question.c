// SPDX-License-Identifier: MIT
// The page that asks one question, and its help.
#include <string.h>
#include "pack/kind.h"
#include "pack/value.h"
#include "view/parts.h"
#include "view/search.h"

enum question_form question_form(const struct question *question)
{
    switch (kind_classes(question)) {
    case CLASSES_CHOICES:
        return FORM_CHOICES;
    case CLASSES_BOXES:
        return FORM_MANY;
    case CLASSES_COUNTRIES:
        return FORM_SEARCH;
    case CLASSES_CUTS:
    case CLASSES_NONE:
        break;
    }
    return FORM_FIELD;
}

// Is there a list before the line to type in?
static bool has_front(const struct question *q, const struct asking *asking)
{
    return question_form(q) == FORM_FIELD && (q->opener.words || asking->n_bands);
}

enum question_form asking_form(const struct pack *pack, const struct asking *asking)
{
    const struct question *q = &pack->questions[asking->question];
    return has_front(q, asking) && asking->inside == NONE ? FORM_CHOICES : question_form(q);
}

static bool is_band(const struct asking *asking, int i, const struct answer *a)
{
    int64_t last = answer_is_band(a) ? a->last : a->value;
    return a->value == asking->low[i] && last == asking->high[i];
}

static int32_t inside_of(const struct question *q, const struct asking *asking,
                         const struct answer *kept)
{
    if (kept->state != ANSWER_GIVEN)
        return NONE;
    if (question_form(q) == FORM_CHOICES)
        return q->choices[kept->value].group;
    if (!has_front(q, asking) || (question_has_none(q) && kept->value == q->min.value))
        return NONE;
    for (int i = 0; i < asking->n_bands; i++)
        if (is_band(asking, i, kept))
            return NONE;
    return INSIDE_FIELD;
}

// The smallest value has a row of its own, so no band holds it.
static void keep_none_apart(const struct question *q, struct asking *asking)
{
    if (!asking->n_bands || !question_has_none(q) || asking->low[0] != q->min.value)
        return;
    asking->low[0] = value_up(q->type, q->min.value + 1);
    if (asking->low[0] <= asking->high[0])
        return;
    asking->n_bands--;
    memmove(asking->low, asking->low + 1, (size_t)asking->n_bands * sizeof *asking->low);
    memmove(asking->high, asking->high + 1, (size_t)asking->n_bands * sizeof *asking->high);
}

void asking_begin(const struct ground *g, const struct answer *kept, struct asking *asking)
{
    const struct question *q = &g->pack->questions[asking->question];
    asking->n_bands = q->bands ? flow_bands(g->engine, g->answers, asking->question, asking->low,
                                            asking->high, ASKING_BANDS)
                               : 0;
    keep_none_apart(q, asking);
    asking->inside = inside_of(q, asking, kept);
}

enum { NUMBERED = 9 }; // answers that have a number key
enum { MANY = 10 };    // left: about how many it will be is worth a look at the law for each

// How long it usually takes depends on the destination: before it is known only the most can be
// said, for the law of every country would have to be looked at.
static bool asking_destination(const struct ground *g, const struct session *s)
{
    return session_question(s) == g->pack->q_destination;
}

// One answer that is changed is no way to anywhere.
static bool goes_on(const struct session *s, const struct asking *asking)
{
    return !session_changes(s) && !asking->changes;
}

// How far it is. The usual way to the end is walked once a page, for it costs more than the rest.
static struct session_progress progress_of(const struct ground *g, const struct session *s,
                                           const struct asking *asking)
{
    struct session_progress p = session_progress(s);
    if (goes_on(s, asking) && p.left > MANY && s->at == s->n_path && !asking_destination(g, s))
        p.usual = session_usual(s) - 1; // this one
    return p;
}

static const char *progress_words(const struct ground *g, const struct session *s,
                                  const struct asking *asking, struct session_progress p)
{
    const char *outcomes = g->assessment ? outcomes_left_words(g) : "";
    if (!goes_on(s, asking))
        return "";
    if (!p.left)
        return arena_printf(g->arena, _("Question %d, the last one"), (int)p.number);
    return arena_printf(g->arena, _("Question %d, %s%s%s"), (int)p.number, more_words(g, p),
                        *outcomes ? ", " : "", outcomes);
}

// "4 · at most 9 more · 3 outcomes left".
static const char *progress_brief(const struct ground *g, struct session_progress p,
                                  const char *progress)
{
    const char *outcomes = g->assessment ? outcomes_left_words(g) : "";
    if (!*progress || !p.left || !*outcomes)
        return NULL;
    return arena_printf(g->arena, "%d · %s · %s", (int)p.number, more_words(g, p), outcomes);
}

static void add_choice(struct making *m, const char *label, const char *detail, int32_t value,
                       bool on, bool multiple)
{
    struct block *b = page_add(&m->b, BLOCK_CHOICE, label);
    int number = (int)m->b.n_items + 1;
    b->detail = detail;
    b->on = on;
    b->multiple = multiple;
    bool typing = m->b.n_items && m->b.items[0].value == ITEM_FIELD; // digits go into the line
    bool last = value == ITEM_UNKNOWN || value == ITEM_DONE;
    b->number = !typing && !last && number <= NUMBERED ? number : 0;
    page_focusable(&m->b, value);
}

static void add_unknown(struct making *m, const struct question *q, const struct answer *kept)
{
    if (q->unknown_allowed)
        add_choice(m,
                   q->unknown_label.words ? say(m->g->i18n, &q->unknown_label) : _("I don't know"),
                   "", ITEM_UNKNOWN, kept->state == ANSWER_UNKNOWN, false);
}

// What the answer to an earlier question leads to: after a bachelor's degree a master's; NONE.
static int32_t first_choice(const struct ground *g, const struct question *q)
{
    const struct answer *a = q->first == NONE ? NULL : &g->answers->of[q->first];
    if (!a || a->state != ANSWER_GIVEN)
        return NONE;
    const char *to = g->pack->questions[q->first].choices[a->value].leads_to;
    return to ? pack_choice(q, to) : NONE;
}

static void add_choice_of(struct making *m, const struct question *q, const struct answer *kept,
                          int32_t c)
{
    add_choice(m, say(m->g->i18n, &q->choices[c].label), phrase_words(m->g, &q->choices[c].hint), c,
               kept->state == ANSWER_GIVEN && kept->value == c, false);
}

static void add_choices_of(struct making *m, const struct question *q, const struct answer *kept,
                           int32_t group)
{
    int32_t first = first_choice(m->g, q);
    if (first != NONE && q->choices[first].group == group)
        add_choice_of(m, q, kept, first);
    for (int32_t c = 0; c < q->n_choices; c++)
        if (c != first && q->choices[c].group == group && !q->choices[c].counts_as_unknown)
            add_choice_of(m, q, kept, c); // "I am not sure" is said in its own words below
}

static void add_groups(struct making *m, const struct question *q, const struct answer *kept)
{
    for (int32_t i = 0; i < q->n_groups; i++) {
        bool on = kept->state == ANSWER_GIVEN && q->choices[kept->value].group == i;
        add_choice(m, arena_printf(m->g->arena, "%s …", say(m->g->i18n, &q->groups[i].label)),
                   phrase_words(m->g, &q->groups[i].hint), ITEM_GROUP - i, on, false);
    }
}

static void add_one(struct making *m, const struct question *q, const struct answer *kept,
                    int32_t group)
{
    add_choices_of(m, q, kept, group);
    if (group == NONE)
        add_groups(m, q, kept);
    for (int32_t c = 0; c < q->n_choices; c++)
        if (q->choices[c].counts_as_unknown) {
            add_choice(m, say(m->g->i18n, &q->choices[c].label),
                       phrase_words(m->g, &q->choices[c].hint), c, kept->state == ANSWER_UNKNOWN,
                       false);
            return;
        }
    add_unknown(m, q, kept);
}

static void add_many(struct making *m, const struct question *q, const struct answer *kept,
                     uint64_t on)
{
    for (int32_t c = 0; c < q->n_choices; c++)
        add_choice(m, say(m->g->i18n, &q->choices[c].label),
                   phrase_words(m->g, &q->choices[c].hint), c, on >> c & 1, true);
    const char *none = q->none_label.words ? say(m->g->i18n, &q->none_label) : _("None of these");
    bool none_on = !on && kept->state == ANSWER_GIVEN && !kept->value;
    add_choice(m, on ? _("Go on with what is marked") : none, "", ITEM_DONE, none_on, false);
    add_unknown(m, q, kept);
}

bool question_has_none(const struct question *question)
{
    return question_form(question) == FORM_FIELD && question->none_label.words &&
           question->min.kind == BOUND_CONSTANT;
}

static void add_none(struct making *m, const struct question *q, const struct answer *kept)
{
    if (question_has_none(q))
        add_choice(m, say(m->g->i18n, &q->none_label), "", ITEM_NONE,
                   kept->state == ANSWER_GIVEN && kept->value == q->min.value, false);
}

static const char *band_words(const struct making *m, const struct asking *asking, int i)
{
    const struct question *q = &m->g->pack->questions[asking->question];
    const char *low = value_words(m->g, asking->question, asking->low[i]);
    const char *high = value_words(m->g, asking->question, asking->high[i]);
    if (asking->low[i] == asking->high[i])
        return low;
    // TRANSLATORS: a band of numbers, "From 1 to 250".
    return asking->high[i] == value_max(q, m->g->as_of)
               ? arena_printf(m->g->arena, _("%s or more"), low)
               : arena_printf(m->g->arena, _("From %s to %s"), low, high);
}

// The list before the line to type in: none, the bands that decide, and what opens the line.
static void add_front(struct making *m, const struct asking *asking, const struct answer *kept)
{
    const struct question *q = &m->g->pack->questions[asking->question];
    add_none(m, q, kept);
    for (int i = 0; i < asking->n_bands; i++)
        add_choice(m, band_words(m, asking, i), "", ITEM_BAND - i,
                   kept->state == ANSWER_GIVEN && is_band(asking, i, kept), false);
    add_choice(m,
               q->some_label.words ? say(m->g->i18n, &q->some_label) : _("I know the exact number"),
               "", ITEM_OPEN, false, false);
    add_unknown(m, q, kept);
}

// Before anything is typed the country that is usual stands first, and where nothing was answered
// Enter takes it. False: none is.
static bool begin_with_usual(const struct making *m, const struct asking *asking,
                             struct found *found)
{
    int64_t usual;
    if ((asking->typed && *asking->typed) ||
        !answer_usual_value(m->g->pack, m->g->answers, asking->question, &usual) ||
        usual >= m->g->pack->n_countries)
        return false;
    for (int i = 0; i < found->n; i++)
        if (found->values[i] == usual) {
            memmove(&found->values[1], found->values, (size_t)i * sizeof *found->values);
            found->values[0] = (int32_t)usual;
            return true;
        }
    return false;
}

static void add_countries(struct making *m, const struct asking *asking, const struct answer *kept)
{
    const struct question *q = &m->g->pack->questions[asking->question];
    struct found found = search_countries(m->g, asking->question, asking->typed);
    make_field(m, asking->typed ? asking->typed : "", asking->cursor);
    bool usual = begin_with_usual(m, asking, &found) && kept->state == ANSWER_ABSENT;
    if (found.note)
        page_add(&m->b, BLOCK_NOTE, found.note);
    for (int i = 0; i < found.n; i++) {
        int32_t value = found.values[i];
        bool on = kept->state == ANSWER_GIVEN && kept->value == value;
        add_choice(m, value_words(m->g, asking->question, value), "", value, on, false);
    }
    m->b.page.takes_first = found.sure || usual;
    if (!found.n && !found.note)
        page_add(&m->b, BLOCK_NOTE,
                 _("No country is found under that name. Try fewer letters, or the English name."));
    add_unknown(m, q, kept);
}

// The answers that have the typed words in them.
static void add_matches(struct making *m, const struct asking *asking, const struct answer *kept)
{
    const struct question *q = &m->g->pack->questions[asking->question];
    struct found found = search_choices(m->g, asking->question, asking->typed);
    make_field(m, asking->typed ? asking->typed : "", asking->cursor);
    for (int i = 0; i < found.n; i++) {
        const struct choice *choice = &q->choices[found.values[i]];
        bool on = kept->state == ANSWER_GIVEN && kept->value == found.values[i];
        add_choice(m, say(m->g->i18n, &choice->label), phrase_words(m->g, &choice->hint),
                   found.values[i], on, false);
    }
    m->b.page.takes_first = found.sure;
    if (!found.n)
        page_add(&m->b, BLOCK_NOTE, _("No answer has these words in it. Try fewer letters."));
    add_unknown(m, q, kept);
}

static void add_answers(struct making *m, const struct asking *asking, const struct answer *kept)
{
    const struct question *q = &m->g->pack->questions[asking->question];
    switch (asking_form(m->g->pack, asking)) {
    case FORM_CHOICES:
        if (asking->finding)
            add_matches(m, asking, kept);
        else if (has_front(q, asking))
            add_front(m, asking, kept);
        else
            add_one(m, q, kept, asking->inside);
        break;
    case FORM_MANY:
        add_many(m, q, kept, asking->many);
        break;
    case FORM_SEARCH:
        add_countries(m, asking, kept);
        break;
    default:
        make_field(m, asking->typed ? asking->typed : "", asking->cursor);
        if (!has_front(q, asking))
            add_none(m, q, kept);
        add_unknown(m, q, kept);
    }
}

// Title and hint: those of the list before the line are its own.
static void add_title(struct making *m, const struct question *q, const struct asking *asking)
{
    bool opener = q->opener.words && asking->inside == NONE;
    const struct phrase *hint = opener ? &q->opener_hint : &q->hint;
    page_add(&m->b, BLOCK_TITLE, phrase_words(m->g, opener ? &q->opener : &q->label));
    if (hint->words)
        page_add(&m->b, BLOCK_PARAGRAPH, phrase_words(m->g, hint));
    if (asking->inside >= 0 && !asking->finding)
        page_add(&m->b, BLOCK_HEADING, phrase_words(m->g, &q->groups[asking->inside].label));
}

// Where nothing was answered yet, a list begins at the usual answer.
static int usual_row(const struct making *m, const struct asking *asking)
{
    const struct question *q = &m->g->pack->questions[asking->question];
    int64_t usual;
    int32_t value = first_choice(m->g, q);
    if (asking->finding || asking_form(m->g->pack, asking) != FORM_CHOICES)
        return PAGE_FOCUS_OWN;
    if (value == NONE && answer_usual(m->g->pack, m->g->answers, asking->question, &usual))
        value = (int32_t)usual;
    for (size_t i = 0; i < m->b.n_items; i++)
        if (m->b.blocks[m->b.items[i].block].on)
            return PAGE_FOCUS_OWN;
    for (size_t i = 0; i < m->b.n_items; i++)
        if (m->b.items[i].value == value)
            return (int)i;
    return PAGE_FOCUS_OWN;
}

struct page *page_question(const struct ground *g, const struct session *s,
                           const struct asking *asking)
{
    struct making m;
    const struct question *q = &g->pack->questions[asking->question];
    struct session_progress p = progress_of(g, s, asking);
    make_begin(&m, g, PAGE_QUESTION, say(g->i18n, &g->pack->title));
    const char *progress = progress_words(g, s, asking, p);
    m.b.page.progress = diploma_before(g, progress);
    const char *brief = progress_brief(g, p, progress);
    m.b.page.brief = brief ? diploma_before(g, brief) : NULL;
    m.b.page.done = p.number - 1;
    m.b.page.total = p.number + p.left;
    add_title(&m, q, asking);
    if (g->assessment)
        page_add(&m.b, BLOCK_NOTE, effect_of_answer(g, asking->question));
    if (question_form(q) == FORM_SEARCH)
        make_muted(&m, _("Type the first letters, or choose with the arrow keys."), 0);
    bool whole = question_form(q) == FORM_CHOICES && asking->inside == NONE && !asking->finding;
    if (whole && q->n_choices > NUMBERED)
        make_muted(&m, _("To find one by a word, press /."), 0);
    if (question_form(q) == FORM_MANY)
        make_muted(&m, _("Mark all that are true, then press Enter."), 0);
    add_answers(&m, asking, session_kept(s, asking->question));
    m.b.page.focus = asking->focus == PAGE_FOCUS_OWN ? usual_row(&m, asking) : asking->focus;
    return page_finish(&m.b);
}

static struct page *panel(const struct ground *g, int32_t question, const char *title,
                          const struct phrase *text)
{
    struct making m;
    make_begin(&m, g, PAGE_HELP, title);
    page_add(&m.b, BLOCK_TITLE, title);
    make_heading(&m, label_words(g, question));
    make_paragraph(
        &m, text->words ? phrase_words(g, text) : _("Nothing more is said about this question."),
        0);
    return page_finish(&m.b);
}

struct page *page_question_why(const struct ground *g, int32_t question)
{
    return panel(g, question, _("Why we ask"), &g->pack->questions[question].why);
}

struct page *page_question_help(const struct ground *g, int32_t question, const struct hint *keys,
                                int n_keys)
{
    struct making m;
    const struct question *q = &g->pack->questions[question];
    make_begin(&m, g, PAGE_HELP, _("Help"));
    page_add(&m.b, BLOCK_TITLE, label_words(g, question));
    if (q->hint.words)
        make_paragraph(&m, phrase_words(g, &q->hint), 0);
    if (q->help.words)
        make_paragraph(&m, phrase_words(g, &q->help), 0);
    part_lists(&m, question);
    if (q->why.words) {
        make_heading(&m, _("Why we ask"));
        make_paragraph(&m, phrase_words(g, &q->why), 0);
    }
    if (q->unknown_allowed)
        make_paragraph(
            &m,
            _("If you are not sure, answer “I don't know”: the result then says what to find out."),
            0);
    if (n_keys)
        make_heading(&m, _("Keys"));
    make_keys(&m, keys, n_keys);
    return page_finish(&m.b);
}
