// SPDX-License-Identifier: MIT
// An answer as people say it in line mode: the number of a row, several numbers, a label, an id, a
// country, or what is typed into a field. What was understood is said again.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "pack/kind.h"
#include "base/oom.h"
#include "base/text.h"
#include "base/utf8.h"
#include "view/search.h"
#include "wizard/state.h"

// Where one stood before an answer was tried, to know whether it was taken.
struct before {
    unsigned arrivals;
    int32_t question;
};

static struct before before(const struct wizard *w)
{
    return (struct before){w->arrivals, w->asking.question};
}

// Says what was understood: "You chose 2, Master's degree."
static int told(struct wizard *w, struct before before, int event, int64_t value, int number)
{
    struct arena scratch;
    const struct answer *kept = session_kept(&w->session, before.question);
    const struct answer said = {.state = ANSWER_GIVEN, .value = value};
    if (w->arrivals == before.arrivals)
        return event;
    arena_init(&scratch);
    struct ground g = wizard_ground(w, &scratch);
    const char *words = answer_words(&g, before.question, number > 0 ? &said : kept);
    const char *understood = number > 0
                                 ? arena_printf(&scratch, _("You chose %d, %s."), number, words)
                                 : arena_printf(&scratch, _("You answered: %s."), words);
    const char *more = arena_strdup(&scratch, w->message); // what the answer led to
    wizard_say(w, *more ? arena_printf(&scratch, "%s %s", understood, more) : understood);
    arena_wipe(&scratch);
    arena_release(&scratch);
    return event;
}

static int give_value(struct wizard *w, int64_t value, int number)
{
    struct before b = before(w);
    return told(w, b, answer_give_value(w, value), value, number);
}

static int give_unknown(struct wizard *w)
{
    struct before b = before(w);
    return told(w, b, answer_give_unknown(w), 0, 0);
}

// ---- rows --------------------------------------------------------------------------------------

// The number of a row, -1 where it is none; 0 is "I don't know". Nothing else begins with a zero:
// "09" is a code.
static int whole(const char *words, size_t len)
{
    bool zero = words[0] == '0' && len > 1;
    if (!len || len > 3 || zero || strspn(words, "0123456789") < len)
        return -1;
    return atoi(words);
}

// On the Kazakh layout it may be a letter: its top row has no digits.
static int row_number(const char *words, size_t len)
{
    uint32_t letter = 0;
    return len && utf8_decode(words, len, &letter) == len ? input_digit(letter) : whole(words, len);
}

// A row of the page as it was numbered when it was shown, or by its words.
static int32_t row_value(struct wizard *w, int number, const char *words)
{
    const struct page *page = wizard_page(w);
    for (int i = 0; i < page->n_items; i++) {
        const struct block *b = &page->blocks[page->items[i].block];
        if (number > 0 ? i + 1 == number
                       : b->kind == BLOCK_CHOICE && utf8_fold_same(b->text, words))
            return page->items[i].value;
    }
    return NONE;
}

static int out_of_list(struct wizard *w)
{
    char words[256];
    snprintf(words, sizeof words, _("Please type a number from 1 to %d, or ? for help."),
             wizard_page(w)->n_items);
    wizard_say(w, words);
    return WIZARD_PAGE;
}

// "3. ", where the answer is a row of the page; one behind another row has no number.
static const char *number_of(struct wizard *w, int32_t value)
{
    const struct page *page = wizard_page(w);
    for (int i = 0; i < page->n_items; i++)
        if (page->items[i].value == value)
            return arena_printf(&w->frame, "%d. ", i + 1);
    return "";
}

enum { NOTED_LETTERS = 3 }; // fewer in the note of an answer, such as "no", do not mean it

// Words that stand in one answer, or in several: these are told with their numbers.
static int32_t found_value(struct wizard *w, const char *words)
{
    const struct question *q = wizard_question(w);
    wizard_need_content(w);
    wizard_page(w); // its frame is the ground's
    struct ground g = wizard_ground(w, &w->frame);
    struct found found = search_choices(&g, w->asking.question, words);
    struct text said = TEXT_INIT;
    bool unnumbered = false;
    for (int i = 0; i < found.n && found.sure; i++) {
        const char *number = number_of(w, found.values[i]);
        unnumbered |= !*number;
        text_printf(&said, "%s%s%s", said.len ? "; " : "", number,
                    say(w->i18n, &q->choices[found.values[i]].label));
    }
    if (found.n > 1 && !found.same && said.len)
        wizard_say(w, arena_printf(&w->frame,
                                   unnumbered ? _("Type the number or the whole words: %s")
                                              : _("Type the number: %s"),
                                   text_str(&said)));
    text_release(&said);
    if (found.noted && utf8_width(words) < NOTED_LETTERS)
        return NONE;
    return found.sure && (found.n == 1 || found.same) ? found.values[0] : NONE;
}

// The whole words of an answer that stands behind another row.
static int32_t label_value(struct wizard *w, const char *words)
{
    const struct question *q = wizard_question(w);
    for (int32_t c = 0; c < q->n_choices; c++)
        if (utf8_fold_same(say(w->i18n, &q->choices[c].label), words))
            return c;
    return NONE;
}

static int answer_one(struct wizard *w, const char *words)
{
    int number = row_number(words, strlen(words));
    int32_t value = number == 0 ? ITEM_UNKNOWN : row_value(w, number, words);
    if (item_is_group(value))
        return inside_take(w, value);
    if (value == NONE && number < 0)
        value = pack_choice(wizard_question(w), words);
    if (value == NONE && number < 0)
        value = label_value(w, words);
    if (value == NONE && number < 0)
        value = found_value(w, words);
    if (value == ITEM_UNKNOWN)
        return give_unknown(w);
    if (value == NONE && w->message[0]) // several were found
        return WIZARD_PAGE;
    return value == NONE ? out_of_list(w) : give_value(w, value, number);
}

// "1 3 4", "1,3": rows of a list of several. The rows "none" and "I don't know" stand alone.
static int answer_many(struct wizard *w, const char *words)
{
    static const char between[] = " ,;";
    uint64_t on = 0;
    int32_t alone = row_value(w, 0, words);
    for (const char *s = words + strspn(words, between); *s && alone == NONE;
         s += strspn(s, between)) {
        size_t len = strcspn(s, between);
        int number = row_number(s, len);
        int32_t value = number > 0 ? row_value(w, number, "") : number == 0 ? ITEM_UNKNOWN : NONE;
        s += len;
        if (value >= 0)
            on |= (uint64_t)1 << value;
        else if (value == NONE || on || *s)
            return out_of_list(w);
        else
            alone = value;
    }
    if (alone == ITEM_UNKNOWN)
        return give_unknown(w);
    return give_value(w, alone >= 0 ? (int64_t)1 << alone : (int64_t)on, 0);
}

// ---- countries ---------------------------------------------------------------------------------

// A code, a whole name, or letters that only one country has.
int32_t answer_country(struct wizard *w, int32_t question, const char *words)
{
    wizard_need_names(w);
    struct ground g = wizard_ground(w, &w->frame);
    struct found found = search_countries(&g, question, words);
    for (int i = 0; i < found.n && *words; i++) {
        int32_t value = found.values[i];
        const char *code = value < w->pack->n_countries ? w->pack->countries[value] : "";
        if ((found.n == 1 && found.sure) || utf8_fold_same(code, words) ||
            utf8_fold_same(value_words(&g, question, value), words))
            return value;
    }
    return NONE;
}

// What the page says of the search: behind the line, where nothing else has notes.
static const char *note_of(const struct page *page)
{
    bool behind = false;
    for (int i = 0; i < page->n_blocks; i++) {
        behind |= page->blocks[i].kind == BLOCK_FIELD;
        if (behind && page->blocks[i].kind == BLOCK_NOTE)
            return page->blocks[i].text;
    }
    return "";
}

// None is found, or several: these are listed as if the words had been typed into the search, to be
// chosen by number.
static int list_found(struct wizard *w, const char *words)
{
    line_set(&w->typed, words);
    w->focus[SCREEN_QUESTION] = PAGE_FOCUS_OWN;
    w->page = NULL;
    const struct page *page = wizard_page(w);
    struct text said = TEXT_INIT;
    int n = 0;
    for (int i = 0; i < page->n_items; i++)
        n += page->items[i].value >= 0;
    text_add(&said, note_of(page));
    if (n)
        text_printf(&said, *note_of(page) ? " %s" : "%s",
                    arena_printf(&w->frame,
                                 P_("%d country is found. Type its number, or more letters.",
                                    "%d countries are found. Type a number, or more letters.", n),
                                 n));
    wizard_say(w, text_str(&said));
    text_release(&said);
    return WIZARD_PAGE;
}

static int answer_search(struct wizard *w, const char *words)
{
    int number = whole(words, strlen(words));
    if (number == 0)
        return give_unknown(w);
    if (number > 0 && w->typed.bytes[0]) {
        int32_t value = row_value(w, number + 1, ""); // the first row is the line itself
        if (value >= 0)
            return give_value(w, value, number);
    }
    int32_t country = answer_country(w, w->asking.question, words);
    return country == NONE ? list_found(w, words) : give_value(w, country, 0);
}

// ---- fields ------------------------------------------------------------------------------------

static int answer_field(struct wizard *w, const char *words)
{
    const struct question *q = wizard_question(w);
    struct before b = before(w);
    if (question_has_none(q) &&
        (utf8_fold_same(words, say(w->i18n, &q->none_label)) || !strcmp(words, "-")))
        return give_value(w, q->min.value, 0);
    return told(w, b, answer_give_field(w, words), 0, 0);
}

// The list before the line. What is no row of it may be the answer itself: who knows it need not
// wait for the line.
static int answer_front(struct wizard *w, const char *words)
{
    const struct question *q = wizard_question(w);
    int number = row_number(words, strlen(words));
    int32_t value = number ? row_value(w, number, words) : NONE;
    struct before b = before(w);
    if (value == ITEM_UNKNOWN)
        return give_unknown(w);
    if (value == ITEM_NONE)
        return give_value(w, q->min.value, 0);
    if (value == ITEM_OPEN)
        return inside_take(w, value);
    if (item_is_band(value))
        return told(w, b, inside_take(w, value), 0, 0);
    return answer_field(w, words);
}

static int answer_line(struct wizard *w, const char *words)
{
    const struct question *q = wizard_question(w);
    if (!*words)
        return kind_classes(q) == CLASSES_NONE && q->unknown_allowed ? give_unknown(w)
                                                                     : WIZARD_SAME;
    if (utf8_fold_same(words, "unknown") || utf8_fold_same(words, C_("line mode", "unknown")) ||
        utf8_fold_same(words, _("I don't know")))
        return give_unknown(w);
    bool front = question_form(q) == FORM_FIELD;
    switch (asking_form(w->pack, &w->asking)) {
    case FORM_CHOICES:
        return front ? answer_front(w, words) : answer_one(w, words);
    case FORM_MANY:
        return answer_many(w, words);
    case FORM_SEARCH:
        return answer_search(w, words);
    case FORM_FIELD:
        break;
    }
    return answer_field(w, words);
}

// Digits and commas of other keyboards are those that they stand for, but in free text.
int answer_in_words(struct wizard *w, const char *words)
{
    size_t len = strlen(words);
    if (kind_classes(wizard_question(w)) == CLASSES_NONE)
        return answer_line(w, words);
    char *plain = xcalloc(len + 1, 1);
    utf8_ascii_numbers(plain, words, len);
    int event = answer_line(w, plain);
    explicit_bzero(plain, len);
    free(plain);
    return event;
}
