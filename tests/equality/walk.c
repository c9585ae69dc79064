// SPDX-License-Identifier: MIT
#include "walk.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

// ---- pressing and writing down -----------------------------------------------------------------

static void complain(struct walk *walk, const char *what)
{
    int32_t q = session_question(wizard_session(walk->w));
    fprintf(stderr, "%s: %s\n",
            q == NONE ? "result" : wizard_session(walk->w)->pack->questions[q].id, what);
    walk->broken = true;
}

static void press(struct walk *walk, input key)
{
    wizard_key(walk->w, key, 10);
    if (walk->n_keys < (int)(sizeof walk->keys / sizeof *walk->keys))
        walk->keys[walk->n_keys++] = key;
    else
        complain(walk, "too many keys");
}

static void press_named(struct walk *walk, input key, const char *name, int times)
{
    for (int i = 0; i < times; i++)
        press(walk, key);
    if (times)
        text_printf(&walk->script, "key <%s>*%d\n", name, times);
}

static void type(struct walk *walk, const char *ascii)
{
    for (const char *s = ascii; *s; s++)
        press(walk, (unsigned char)*s);
    text_printf(&walk->script, "type %s\n", ascii);
}

static int item_of(const struct page *page, int32_t value)
{
    for (int i = 0; i < page->n_items; i++)
        if (page->items[i].value == value)
            return i;
    return -1;
}

static bool go_to(struct walk *walk, int32_t value)
{
    const struct page *page = wizard_page(walk->w);
    int to = item_of(page, value), by = to - page->focus;
    if (to < 0) {
        complain(walk, "the row is not on the page");
        return false;
    }
    press_named(walk, by < 0 ? INPUT_UP : INPUT_DOWN, by < 0 ? "up" : "down", by < 0 ? -by : by);
    return true;
}

// Its place as line mode numbers the rows.
static void line_number(struct walk *walk, int32_t value)
{
    text_printf(&walk->lines, "%d", item_of(wizard_page(walk->w), value) + 1);
}

// ---- one answer --------------------------------------------------------------------------------

static void take_row(struct walk *walk, int32_t value)
{
    if (go_to(walk, value))
        press_named(walk, INPUT_ENTER, "enter", 1);
}

static void take_country(struct walk *walk, const struct question *q, int64_t value)
{
    const struct pack *pack = wizard_session(walk->w)->pack;
    if (value >= pack->n_countries) {
        text_printf(&walk->lines, "%s\n",
                    say(wizard_i18n(walk->w), &q->choices[value - pack->n_countries].label));
    } else {
        text_printf(&walk->lines, "%s\n", pack->countries[value]);
        type(walk, pack->countries[value]);
    }
    take_row(walk, (int32_t)value);
}

static void take_many(struct walk *walk, const struct question *q, uint64_t on)
{
    for (int32_t c = 0; c < q->n_choices; c++) {
        if (!(on >> c & 1))
            continue;
        line_number(walk, c);
        text_char(&walk->lines, ' ');
        if (go_to(walk, c))
            press_named(walk, ' ', "space", 1);
    }
    if (!on)
        line_number(walk, ITEM_DONE);
    text_char(&walk->lines, '\n');
    take_row(walk, ITEM_DONE);
}

static void words_of(struct text *out, const struct question *q, const struct answer *a)
{
    int date = (int)a->value;
    if (q->type == Q_TEXT)
        text_bytes(out, a->text, (size_t)a->text_length);
    else if (q->type == Q_MONTH)
        text_printf(out, "%04d-%02d", date / 10000, date / 100 % 100);
    else if (q->type == Q_DATE)
        text_printf(out, "%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
    else
        text_number(out, (double)a->value / (double)NUMBER_SCALE);
}

// Opens what lies behind a row: the lines and the keys do the same.
static void open_row(struct walk *walk, int32_t value)
{
    line_number(walk, value);
    text_char(&walk->lines, '\n');
    take_row(walk, value);
    text_truncate(&walk->page, 0);
    walk_page_words(&walk->page, wizard_page(walk->w));
}

static void take_one(struct walk *walk, const struct question *q, int32_t choice)
{
    if (q->choices[choice].group != NONE)
        open_row(walk, ITEM_GROUP - q->choices[choice].group);
    line_number(walk, choice);
    text_char(&walk->lines, '\n');
    take_row(walk, choice);
}

static void take_field(struct walk *walk, const struct question *q, const struct answer *a)
{
    struct text words = TEXT_INIT;
    if (question_has_none(q) && a->value == q->min.value) {
        text_add(&walk->lines, "-\n");
        take_row(walk, ITEM_NONE);
        return;
    }
    if (item_of(wizard_page(walk->w), ITEM_OPEN) >= 0)
        open_row(walk, ITEM_OPEN);
    words_of(&words, q, a);
    text_printf(&walk->lines, "%s\n", text_str(&words));
    type(walk, text_str(&words));
    press_named(walk, INPUT_ENTER, "enter", 1);
    text_release(&words);
}

static void take(struct walk *walk, const struct question *q, const struct answer *a)
{
    if (a->state == ANSWER_UNKNOWN) {
        text_add(&walk->lines, "unknown\n");
        press_named(walk, INPUT_F(5), "f5", 1);
        return;
    }
    switch (question_form(q)) {
    case FORM_CHOICES:
        take_one(walk, q, (int32_t)a->value);
        break;
    case FORM_MANY:
        take_many(walk, q, (uint64_t)a->value);
        break;
    case FORM_SEARCH:
        take_country(walk, q, a->value);
        break;
    default:
        take_field(walk, q, a);
    }
}

// ---- back --------------------------------------------------------------------------------------

void walk_page_words(struct text *out, const struct page *page)
{
    text_printf(out, "%s\n", page->title);
    for (int i = 0; i < page->n_blocks; i++)
        if (page->blocks[i].kind != BLOCK_FIELD)
            text_printf(out, "%s|%s|%s\n", page->blocks[i].key, page->blocks[i].text,
                        page->blocks[i].detail);
}

static bool same_answers(const struct session *s, const struct answers *before, int32_t at)
{
    for (int32_t q = 0; q < s->pack->n_questions; q++)
        if (s->current.of[q].state != before->of[q].state ||
            s->current.of[q].value != before->of[q].value)
            return false;
    return session_question(s) == at;
}

static bool same_words(const struct text *a, const struct text *b)
{
    return a->len == b->len && !memcmp(text_str(a), text_str(b), a->len);
}

// What was marked on a list of several changes the words of its last row, so that page is not
// compared.
static void go_back_and_on(struct walk *walk, int32_t question)
{
    static struct answers kept;
    int32_t at = session_question(wizard_session(walk->w));
    struct text now = TEXT_INIT;
    kept = wizard_session(walk->w)->current;
    press(walk, INPUT_BACKSPACE);
    if (session_question(wizard_session(walk->w)) != question)
        complain(walk, "BACK leads elsewhere");
    walk_page_words(&now, wizard_page(walk->w));
    if (wizard_session(walk->w)->pack->questions[question].type != Q_MANY &&
        !same_words(&now, &walk->page))
        complain(walk, "BACK shows another page");
    if (wizard_session(walk->w)->pack->questions[question].type == Q_MANY &&
        kept.of[question].state == ANSWER_GIVEN) {
        const struct page *page = wizard_page(walk->w);
        wizard_focus(walk->w, item_of(page, ITEM_DONE));
        wizard_key(walk->w, INPUT_ENTER, 10);
        walk->n_keys--; // neither the Backspace nor the focus is for a replay
    } else {
        press(walk, INPUT_ENTER);
    }
    if (!same_answers(wizard_session(walk->w), &kept, at))
        complain(walk, "Enter after BACK gives other answers");
    text_release(&now);
}

// After the questions that everything depends on the program shows a first answer, once; a wizard
// that was not asked to greet, as the one here, does not.
static void pass_first_answer(struct walk *walk, int32_t answered)
{
    const struct session *s = wizard_session(walk->w);
    const struct pack *p = s->pack;
    const int32_t first[] = {p->q_destination, p->q_purpose, p->q_award_country, p->q_level};
    bool among = false, all = session_question(s) != NONE;
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        among |= first[i] == answered;
        all &= first[i] != NONE && s->current.of[first[i]].state != ANSWER_ABSENT;
    }
    if (among && all)
        text_add(&walk->script, "key <enter>\n");
}

void walk_answer(struct walk *walk, const struct answer *answer)
{
    int32_t question = session_question(wizard_session(walk->w)),
            path = wizard_session(walk->w)->n_path;
    text_truncate(&walk->page, 0);
    walk_page_words(&walk->page, wizard_page(walk->w));
    take(walk, &wizard_session(walk->w)->pack->questions[question], answer);
    if (wizard_session(walk->w)->n_path != path + 1)
        complain(walk, "the answer was not taken");
    else
        go_back_and_on(walk, question);
    pass_first_answer(walk, question);
}

void walk_replay(const struct walk *walk, struct wizard *other)
{
    for (int i = 0; i < walk->n_keys; i++)
        wizard_key(other, walk->keys[i], 10);
}

// ---- JSON --------------------------------------------------------------------------------------

static void add_value(struct text *out, const struct pack *pack, const struct question *q,
                      const struct answer *a)
{
    struct text words = TEXT_INIT;
    if (a->state == ANSWER_UNKNOWN) {
        text_add(out, "\"unknown\"");
    } else if (q->type == Q_MANY) {
        text_char(out, '[');
        for (int32_t c = 0, n = 0; c < q->n_choices; c++)
            if ((uint64_t)a->value >> c & 1)
                text_printf(out, "%s\"%s\"", n++ ? "," : "", q->choices[c].id);
        text_char(out, ']');
    } else if (q->type == Q_ONE) {
        text_printf(out, "\"%s\"", q->choices[a->value].id);
    } else if (q->type == Q_COUNTRY) {
        text_printf(out, "\"%s\"",
                    a->value < pack->n_countries ? pack->countries[a->value]
                                                 : q->choices[a->value - pack->n_countries].id);
    } else {
        words_of(&words, q, a);
        bool number = q->type == Q_INTEGER || q->type == Q_NUMBER || q->type == Q_YEAR;
        text_printf(out, number ? "%s" : "\"%s\"", text_str(&words));
    }
    text_release(&words);
}

void walk_json(struct text *out, const struct session *s)
{
    const char *comma = "";
    text_char(out, '{');
    for (int32_t q = 0; q < s->pack->n_questions; q++)
        if (s->current.of[q].state != ANSWER_ABSENT) {
            text_printf(out, "%s\"%s\":", comma, s->pack->questions[q].id);
            add_value(out, s->pack, &s->pack->questions[q], &s->current.of[q]);
            comma = ",";
        }
    text_char(out, '}');
}
