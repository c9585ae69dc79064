// SPDX-License-Identifier: MIT
// Small deeds in the wizard, one row each: what a key is called, a jump to an answer, countries to
// compare by name, the columns of a comparison, the line that is typed in.
#include "visit-each.h"
#include "wizard/state.h"

static void tell(enum action action, const char *argument)
{
    wizard_do(v.w, action, argument);
}

static void test_names_of_keys(void **state)
{
    (void)state;
    static const struct {
        input key;
        size_t room;
        const char *name;
    } rows[] = {
        {INPUT_UP, 16, "Up"},
        {INPUT_BACKSPACE, 16, "Backspace"},
        {' ', 16, "Space"},
        {INPUT_F(1), 16, "F1"},
        {INPUT_F(12), 16, "F12"},
        {INPUT_CTRL('A'), 16, "Ctrl-A"},
        {INPUT_CTRL('Z'), 16, "Ctrl-Z"},
        {'a', 16, "a"},
        {'!', 16, "!"},
        {0x4D9, 16, "ә"},
        {0x10FFFF, 16, "\xF4\x8F\xBF\xBF"},
        {0x7F, 16, "?"},
        {0x1F, 16, "?"},
        {'a', 6, "a"},
        {'a', 5, "?"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char name[16] = "";
        input_name(rows[i].key, name, rows[i].room);
        if (strcmp(name, rows[i].name) != 0)
            fail_msg("row %zu: %s", i, name);
    }
}

#define NO_ANSWER "There is no such question among your answers."

// By its number among the answers, or the one that comes next; by its id, or its words.
static void test_jump(void **state)
{
    (void)state;
    static const struct {
        const char *to, *at, *message;
    } rows[] = {
        {"1", "destination", ""},
        {"2", "award_country", ""},
        {"3", "purpose", ""},
        {"4", "level", ""}, // where one stands
        {"5", "level", NO_ANSWER},
        {"0", "level", NO_ANSWER},
        {"-1", "level", NO_ANSWER},
        {"", "level", NO_ANSWER},
        {NULL, "level", NO_ANSWER},
        {"destination", "destination", ""},
        {"PURPOSE", "purpose", ""},
        {"what is it for?", "purpose", ""},
        {"mode", "level", NO_ANSWER}, // not asked yet
        {"nothing", "level", NO_ANSWER},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tell(ACTION_AGAIN, NULL), tell(ACTION_YES, NULL);
        visit_go(&v, "level");
        tell(ACTION_REDRAW, NULL);
        tell(ACTION_JUMP, rows[i].to);
        if (strcmp(visit_at(&v), rows[i].at) != 0 ||
            strcmp(wizard_message(v.w), rows[i].message) != 0)
            fail_msg("row %zu: %s, %s", i, visit_at(&v), wizard_message(v.w));
    }
}

#define NO_COUNTRY "No country is found under that name. Try fewer letters, or the English name."

static const char *chosen(void)
{
    static char codes[40];
    *codes = 0;
    for (int i = 0; i < v.w->picking.n_chosen; i++)
        snprintf(codes + strlen(codes), sizeof codes - strlen(codes), "%s%s", i ? " " : "",
                 v.tiny.pack->countries[v.w->picking.chosen[i]]);
    return codes;
}

static void test_compare_named(void **state)
{
    (void)state;
    static const struct {
        const char *names, *chosen, *message;
        enum context context;
    } rows[] = {
        {"CN", "CN", "", CONTEXT_COMPARE},
        {"CN,JP", "CN JP", "", CONTEXT_COMPARE},
        {"JP;CN", "JP CN", "", CONTEXT_COMPARE},
        {"CN JP", "CN JP", "", CONTEXT_COMPARE},
        {" CN , JP ", "CN JP", "", CONTEXT_COMPARE},
        {"CN ,, JP,", "CN JP", "", CONTEXT_COMPARE},
        {"china, russian federation", "CN RU", "", CONTEXT_COMPARE},
        {"CN,CN", "CN", "", CONTEXT_COMPARE},
        {"KZ,CN", "CN", "", CONTEXT_COMPARE}, // where one goes stands there in any case
        {"KZ", "", "", CONTEXT_CHOICES},
        {"", "", "", CONTEXT_CHOICES},
        {" , ", "", "", CONTEXT_CHOICES},
        {"XX", "", NO_COUNTRY, CONTEXT_CHOICES},
        {"CN,XX", "CN", NO_COUNTRY, CONTEXT_CHOICES},
        {"CN XX", "CN", NO_COUNTRY, CONTEXT_CHOICES},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tell(ACTION_AGAIN, NULL), tell(ACTION_YES, NULL);
        visit_go(&v, "level");
        tell(ACTION_COMPARE, rows[i].names);
        if (strcmp(chosen(), rows[i].chosen) != 0 ||
            strcmp(wizard_message(v.w), rows[i].message) != 0 ||
            wizard_context(v.w) != rows[i].context)
            fail_msg("row %zu: %s, %s, %d", i, chosen(), wizard_message(v.w),
                     (int)wizard_context(v.w));
    }
}

// Any country that has a file can be marked, the first one of the pack too; on the line above it
// nothing is marked.
static void test_marks(void **state)
{
    (void)state;
    const struct pack *pack = v.tiny.pack;
    struct pack changed = *pack;
    int16_t files[8];
    memcpy(files, pack->destination_of, (size_t)pack->n_countries * sizeof *files);
    files[0] = files[pack_country(pack, "CN")];
    changed.destination_of = files;
    wizard_free(v.w);
    v.w = wizard_new(&v.i18n, &changed, v.tiny.engine, TINY_DAY, ABILITY_ALL);
    visit_go(&v, "level");
    tell(ACTION_COMPARE, NULL);
    tell(ACTION_TYPE, "u"), tell(ACTION_ERASE, NULL); // the focus is on the line
    tell(ACTION_TOGGLE, NULL);
    assert_string_equal(chosen(), "");
    for (int i = 0; i < 9 && wizard_focused(v.w) != 0; i++)
        tell(ACTION_DOWN, NULL);
    tell(ACTION_TOGGLE, NULL);
    assert_string_equal(chosen(), "AU");
    wizard_free(v.w);
    v.w = wizard_new(&v.i18n, pack, v.tiny.engine, TINY_DAY, ABILITY_ALL);
}

// Round and round.
static void test_columns(void **state)
{
    (void)state;
    visit_go(&v, "level");
    tell(ACTION_COMPARE, "CN,JP");
    int open = v.w->picking.open;
    for (int i = 0; i < 7; i++) {
        tell(ACTION_COLUMN, NULL);
        open = open == 3 ? 1 : open + 1;
        assert_int_equal(v.w->picking.open, open);
    }
    for (int i = 0; i < 7; i++) {
        tell(ACTION_COLUMN_BEFORE, NULL);
        open = open == 1 ? 3 : open - 1;
        assert_int_equal(v.w->picking.open, open);
    }
}

static const char *destination(void)
{
    const struct answer *to = &wizard_session(v.w)->current.of[v.tiny.pack->q_destination];
    return v.tiny.pack->countries[to->value];
}

// Enter opens the result for the country of the column that is marked; undo leads back.
static void test_take_column(void **state)
{
    (void)state;
    visit_go(&v, "result");
    tell(ACTION_COMPARE, "CN,JP");
    assert_int_equal(v.w->picking.open, 1);
    tell(ACTION_ACCEPT, NULL); // that of the person
    assert_int_equal(wizard_context(v.w), CONTEXT_RESULT);
    assert_string_equal(destination(), "KZ");
    assert_string_equal(wizard_message(v.w), "");
    assert_string_equal(chosen(), "CN JP");
    static const struct {
        int column;
        const char *country, *chosen, *said, *undone;
    } rows[] = {
        {2, "CN", "KZ JP", "It is about China now. Undo leads back to Kazakhstan.",
         "It is about Kazakhstan again. What you answered since then is kept."},
        {3, "JP", "CN KZ", "It is about Japan now. Undo leads back to Kazakhstan.",
         "It is about Kazakhstan again. What you answered since then is kept."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tell(ACTION_COMPARE, "CN,JP");
        while (v.w->picking.open != rows[i].column)
            tell(ACTION_COLUMN, NULL);
        tell(ACTION_ACCEPT, NULL);
        assert_string_equal(destination(), rows[i].country);
        assert_string_equal(chosen(), rows[i].chosen);
        assert_string_equal(wizard_message(v.w), rows[i].said);
        tell(ACTION_UNDO, NULL);
        assert_string_equal(destination(), "KZ");
        assert_string_equal(chosen(), "CN JP");
        assert_string_equal(wizard_message(v.w), rows[i].undone);
    }
}

// The questions that are left are asked for the country of the column.
static void test_fill_column(void **state)
{
    (void)state;
    visit_go(&v, "level");
    tell(ACTION_COMPARE, "CN,JP");
    tell(ACTION_FILL, NULL);
    assert_string_equal(destination(), "KZ");
    assert_string_equal(visit_at(&v), "level");
    assert_string_equal(wizard_message(v.w), "");
    tell(ACTION_COMPARE, "CN,JP");
    tell(ACTION_COLUMN, NULL);
    tell(ACTION_FILL, NULL);
    assert_string_equal(destination(), "CN");
    assert_string_equal(visit_at(&v), "level");
    visit_go(&v, "result");
    tell(ACTION_COMPARE, "KZ");
    tell(ACTION_FILL, NULL);
    assert_string_equal(wizard_message(v.w), "Every question is answered for this country.");
}

// A character, or several; what is no text is no key.
static void test_characters(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *line;
    } rows[] = {
        {"a", "a"},   {"ab", "ab"},   {"ә", "ә"},      {"", ""},     {NULL, ""},
        {"\x1b", ""}, {"a\x01", ""},  {"\xff", ""},    {"\xd3", ""}, {"\x7f", ""},
        {"中", "中"}, {"\u202e", ""}, {"a\u202e", ""}, {" ", " "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tell(ACTION_AGAIN, NULL), tell(ACTION_YES, NULL);
        tell(ACTION_TYPE, rows[i].typed);
        if (strcmp(v.w->typed.bytes, rows[i].line) != 0)
            fail_msg("row %zu: %s", i, v.w->typed.bytes);
    }
}

// "<" and ">": the arrows; "k": a letter of two bytes; "b": Backspace, "d": Delete, "u": all;
// letters else.
static void test_line(void **state)
{
    (void)state;
    static const struct {
        const char *keys, *typed;
        size_t cursor;
    } rows[] = {
        {"xyz", "xyz", 3},   {"xyz<", "xyz", 2},    {"xyz<<<", "xyz", 0},   {"xyz<>", "xyz", 3},
        {"xyz>>", "xyz", 3}, {"xyzb", "xy", 2},     {"xyz<b", "xz", 1},     {"xyz<d", "xy", 2},
        {"xyzd", "xyz", 3},  {"xyz<<w", "xwyz", 2}, {"xyz<<<w", "wxyz", 1}, {"xyz<<<d", "yz", 0},
        {"xyzu", "", 0},     {"xyzbbb", "", 0},     {"xyz<<b", "yz", 0},    {"xyzuw", "w", 1},
        {"x", "x", 1},       {"xkb", "x", 1},       {"xk<d", "x", 1},       {"kxb", "ә", 2},
        {"kkbb", "", 0},     {"kk<<d", "ә", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tell(ACTION_AGAIN, NULL), tell(ACTION_YES, NULL);
        for (const char *at = rows[i].keys; *at; at++) {
            char one[2] = {*at, 0};
            switch (*at) {
            case '<':
                tell(ACTION_LEFT, NULL);
                break;
            case '>':
                tell(ACTION_RIGHT, NULL);
                break;
            case 'k':
                tell(ACTION_TYPE, "ә");
                break;
            case 'b':
                tell(ACTION_ERASE, NULL);
                break;
            case 'd':
                tell(ACTION_ERASE_NEXT, NULL);
                break;
            case 'u':
                tell(ACTION_ERASE_ALL, NULL);
                break;
            default:
                tell(ACTION_TYPE, one);
            }
        }
        if (strcmp(v.w->typed.bytes, rows[i].typed) != 0 || v.w->typed.cursor != rows[i].cursor)
            fail_msg("%s: %s %zu", rows[i].keys, v.w->typed.bytes, v.w->typed.cursor);
        for (size_t k = strlen(rows[i].typed); k < 8; k++)
            assert_int_equal(v.w->typed.bytes[k], 0); // nothing of what was erased is left
    }
}

// As much as a line holds, and not a byte more.
static void test_full_line(void **state)
{
    (void)state;
    static char words[WIZARD_FIELD_MAX + 2];
    memset(words, 'x', WIZARD_FIELD_MAX + 1);
    wizard_paste(v.w, words, WIZARD_FIELD_MAX + 1);
    assert_string_equal(v.w->typed.bytes, "");
    assert_true(*wizard_message(v.w));
    wizard_paste(v.w, words, WIZARD_FIELD_MAX);
    assert_int_equal(strlen(v.w->typed.bytes), WIZARD_FIELD_MAX);
    line_wipe(&v.w->typed);
    wizard_paste(v.w, words, WIZARD_FIELD_MAX - 1);
    assert_int_equal(strlen(v.w->typed.bytes), WIZARD_FIELD_MAX - 1);
    tell(ACTION_TYPE, "ә"); // two bytes
    assert_int_equal(strlen(v.w->typed.bytes), WIZARD_FIELD_MAX - 1);
    assert_string_equal(wizard_message(v.w), "That is too long. Please shorten it.");
    tell(ACTION_TYPE, "y");
    assert_int_equal(strlen(v.w->typed.bytes), WIZARD_FIELD_MAX);
    tell(ACTION_TYPE, "y");
    assert_int_equal(strlen(v.w->typed.bytes), WIZARD_FIELD_MAX);
    struct wizard_line line;
    words[WIZARD_FIELD_MAX] = 0;
    line_set(&line, words);
    assert_int_equal(strlen(line.bytes), WIZARD_FIELD_MAX);
    assert_int_equal(line.cursor, WIZARD_FIELD_MAX);
    assert_true(line.used);
    words[WIZARD_FIELD_MAX] = 'x';
    line_set(&line, words);
    assert_string_equal(line.bytes, "");
    assert_int_equal(line.cursor, 0);
    assert_false(line.used);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(test_names_of_keys), T(test_jump),      T(test_compare_named), T(test_marks),
        T(test_columns),       T(test_line),      T(test_full_line),     T(test_take_column),
        T(test_fill_column),   T(test_characters)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
