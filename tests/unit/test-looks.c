// SPDX-License-Identifier: MIT
// Every style of every look: both colours, 4.5 to 1 apart, or neither; and what has to be told
// apart is, without any colour too.
#include <locale.h>
#include <math.h>
#include <string.h>
#include "front/careful.h"
#include "front/looks.h"
#include "unit.h"

// The standard palette of xterm.
static const unsigned palette[16] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd,
                                     0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00,
                                     0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};

static double channel(unsigned byte)
{
    double c = (double)(byte & 0xff) / 255;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double light(int colour) // relative luminance, as WCAG 2 defines it
{
    unsigned c = palette[colour];
    return 0.2126 * channel(c >> 16) + 0.7152 * channel(c >> 8) + 0.0722 * channel(c);
}

static double contrast(int a, int b)
{
    double x = light(a), y = light(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static const int depths[] = {0, 8, 15, 16, 256};
enum { DEPTHS = sizeof depths / sizeof *depths };

static void test_ratio(void **state)
{
    (void)state;
    assert_true(contrast(0, 15) > 20.9 && contrast(15, 0) < 21.1);
    assert_true(contrast(15, 8) < 4.5); // grey on white: the table below would notice
}

static void test_colours(void **state)
{
    (void)state;
    for (int looks = 0; looks < LOOKS_KINDS; looks++)
        for (int style = 0; style < CELL_STYLES; style++)
            for (int d = 0; d < DEPTHS; d++) {
                struct look l = looks_of((enum looks)looks, (enum cell_style)style, depths[d]);
                assert_int_equal(l.ink == LOOK_OWN, l.ground == LOOK_OWN);
                if (l.ink == LOOK_OWN)
                    continue;
                assert_true(l.ink < depths[d] && l.ground < depths[d]);
                assert_in_range(l.ink, 0, 15); // those that everybody's palette has
                assert_in_range(l.ground, 0, 15);
                assert_true(contrast(l.ink, l.ground) >= 4.5);
                bool code = style == CELL_WHITE || style == CELL_BLACK;
                assert_true(code || looks == LOOKS_COLOURED);
            }
}

static bool same(struct look a, struct look b)
{
    return a.drawn == b.drawn && a.ink == b.ink && a.ground == b.ground;
}

// Headings, keys, the open tab, fields, badges and warnings are none of them like the text; where
// all is bold too.
static void test_apart(void **state)
{
    (void)state;
    static const enum cell_style apart[] = {CELL_STRONG, CELL_KEY,   CELL_TAB, CELL_FIELD,
                                            CELL_GOOD,   CELL_MIXED, CELL_BAD, CELL_WARNING};
    for (int looks = 0; looks < LOOKS_KINDS; looks++)
        for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
            for (int d = 0; d < DEPTHS; d++) {
                struct look text = looks_of((enum looks)looks, CELL_PLAIN, depths[d]);
                assert_false(same(text, looks_of((enum looks)looks, apart[i], depths[d])));
            }
    for (int d = 0; d < DEPTHS; d++) {
        struct look heading = looks_of(LOOKS_CONTRAST, CELL_STRONG, depths[d]);
        assert_int_equal(heading.drawn, LOOK_BOLD | LOOK_UNDERLINE);
        assert_int_equal(looks_of(LOOKS_CONTRAST, CELL_MARK, depths[d]).drawn & LOOK_REVERSE,
                         LOOK_REVERSE);
    }
}

// What a cell shows: its letters as they are, and one question mark for what would steer the
// terminal or would not fill the cell.
static void test_letters(void **state)
{
    static const struct {
        struct cell cell;
        uint32_t shown[CELL_CHARS + 1];
    } rows[] = {
        {{{'a'}, 1, 0}, {'a', 0}},
        {{{0x4E2D}, 2, 0}, {0x4E2D, 0}},
        {{{0x0438, 0x0306}, 1, 0}, {0x0438, 0x0306, 0}},
        {{{0x1B}, 1, 0}, {'?', 0}},
        {{{'a', 0x202E}, 1, 0}, {'a', 0}},
        {{{'a', 0x301, 0x302, 0x303, 0x304}, 1, 0}, {'a', 0x301, 0x302, 0x303, 0x304, 0}},
        {{{0x4E2D}, 1, 0}, {'?', 0}}, // wider than its cell
        {{{'a', 'b'}, 2, 0}, {'?', 0}},
        {{{0}, 1, 0}, {'?', 0}},
    };
    struct i18n i18n = {.utf8 = true};
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t letters[CELL_CHARS + 1];
        memset(letters, 0xff, sizeof letters);
        careful_letters(&i18n, &rows[i].cell, letters);
        for (int k = 0; k == 0 || rows[i].shown[k - 1]; k++)
            assert_int_equal(letters[k], rows[i].shown[k]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_ratio),
        cmocka_unit_test(test_colours),
        cmocka_unit_test(test_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
