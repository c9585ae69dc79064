// SPDX-License-Identifier: MIT
// Painting where nothing may scroll: the bytes themselves, on a terminal whose sequences can be
// read.
#include <locale.h>
#include <stdlib.h>
#include <wchar.h>
#include "front/careful.h"
#include "unit.h"

enum { COLUMNS = 6, ROWS = 2 };

static const char *move(int row, int column)
{
    static char bytes[2][32];
    snprintf(bytes[row & 1], sizeof bytes[0], "@%d.%d$<5>:", row, column);
    return bytes[row & 1];
}

// A small letter is plain, a capital one strong, '_' a blank in the style of a field, '%' a letter
// that is narrower than its two cells.
static void draw(struct cells *cells, const char *rows)
{
    cells_resize(cells, COLUMNS, ROWS);
    int row = 0, column = 0;
    for (size_t len; *rows; rows += len) {
        len = *rows & 0x80 ? 3 : 1;
        if (*rows == '/') {
            row++, column = 0;
            continue;
        }
        bool strong = *rows >= 'A' && *rows <= 'Z';
        char letter = (char)(strong ? *rows - 'A' + 'a' : ' ');
        enum cell_style style = strong ? CELL_STRONG : *rows == '_' ? CELL_FIELD : CELL_PLAIN;
        column += cells_put(cells, row, column, COLUMNS, style,
                            *rows == '%'          ? "中"
                            : style == CELL_PLAIN ? rows
                                                  : &letter,
                            *rows == '%' ? 3 : len);
        if (*rows == '%')
            cells_at(cells, row, column - 2)->c[0] = 'a';
    }
    cells_cursor(cells, 1, 2);
}

enum { ERASES = 1, BOLD = 2 }; // the terminal erases to the end of the row; and plain text is bold

static const struct {
    const char *old, *now; // rows, parted by a slash; no old: nobody knows
    unsigned terminal;
    const char *want;
} rows[] = {
    {NULL, "", ERASES, "<p>@0.0:#@1.0:#@1.2:"},
    {NULL, "", 0, "<p>@0.0:      @1.0:     @1.2:"},
    {NULL, "", ERASES | BOLD, "<p>@0.0:<blank>#<p>@1.0:<blank>#<p>@1.2:"},
    {NULL, "abcdef/ghijkl", ERASES, "<p>@0.0:abcdef@1.0:ghijk@1.2:"},
    {NULL, "ab/cde", ERASES, "<p>@0.0:ab#@1.0:cde#@1.2:"},
    {NULL, "ab/cde", 0, "<p>@0.0:ab    @1.0:cde  @1.2:"},
    {"", "", ERASES, "@1.2:"},
    {"abcdef/ghijkl", "abcdef/ghijkl", 0, "@1.2:"},
    {"abcdef/ghijkl", "abxdef/ghijkl", 0, "@0.2:x@1.2:"},
    {"abcdef/ghijkl", "abxdyf/ghijkl", ERASES, "@0.2:xdy@1.2:"},
    {"abcdef/ghijkl", "xbcdef/ghijkx", ERASES,
     "@0.0:x@1.5:@1.2:"}, // the very last cell is never written
    {"abcdef/ghijkl", "abcdex/ghijkl", ERASES, "@0.5:x@1.2:"},
    {"abcdef/ghijkl", "abc/ghijkl", ERASES, "@0.3:#@1.2:"},
    {"abcdef/ghijkl", "abc/ghijkl", 0, "@0.3:   @1.2:"},
    {"abcdef/ghijkl", "abcdef/ghijk", ERASES, "@1.5:#@1.2:"},
    {"abcdef/ghijkl", "abcdef/ghijk", 0, "@1.5:@1.2:"},
    {"abcdef/ghijkl", "ab   f/ghijkl", ERASES, "@0.2:   @1.2:"},
    {"abc/", "abc x/", ERASES, "@0.4:x@1.2:"},
    {"abcdef/", "aBCdef/", 0, "@0.1:<s>bc<p>@1.2:"},
    {"abcdef/", "abcdEF/", ERASES, "@0.4:<s>ef<p>@1.2:"},
    {"abcdef/", "AbCd/", ERASES | BOLD, "@0.0:<s>a<p>b<s>c<p>d<blank>#<p>@1.2:"},
    {"abcdef/", "a__/", ERASES, "@0.1:<f>  <p>#@1.2:"},
    {"a中b/", "a国b/", ERASES, "@0.1:国@1.2:"},
    {"a中b/", "ax b/", ERASES, "@0.1:x @1.2:"},
    {"ax b/", "a中b/", ERASES, "@0.1:中@1.2:"},
    {"abcd中/", "abcd国/", 0, "@0.4:国@1.2:"},
    {"abcdef/", "a%?/", ERASES, "@0.1:? ?#@1.2:"},
    {"中中中/", "中国中/", 0, "@0.2:国@1.2:"},
};

static void test_paint(void **state)
{
    (void)state;
    const struct i18n i18n = {.utf8 = true};
    int faults = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct careful c = {.i18n = &i18n, .move = move, .plain = "<plain>"};
        struct cells old = {0}, now = {0};
        struct text out = TEXT_INIT;
        c.erase = rows[i].terminal & ERASES ? "#$<3>" : NULL;
        for (int style = 0; style < CELL_STYLES; style++)
            strcpy(c.style[style], "<p$<20>>");
        strcpy(c.style[CELL_STRONG], "<s>");
        strcpy(c.style[CELL_FIELD], "<f>");
        strcpy(c.blank, rows[i].terminal & BOLD ? "<blank>" : c.style[CELL_PLAIN]);
        draw(&now, rows[i].now);
        if (rows[i].old)
            draw(&old, rows[i].old);
        careful_paint(&out, &c, rows[i].old ? &old : NULL, &now);
        if (strcmp(text_str(&out), rows[i].want) != 0) {
            print_message("row %zu: “%s” instead of “%s”\n", i, text_str(&out), rows[i].want);
            faults++;
        }
        text_release(&out);
        cells_release(&old);
        cells_release(&now);
    }
    assert_int_equal(faults, 0);
}

static void test_erase(void **state)
{
    (void)state;
    struct careful c = {.move = move, .plain = "<plain>", .erase = "#"};
    struct text out = TEXT_INIT;
    careful_erase(&out, &c, 4, 3);
    assert_string_equal(text_str(&out), "<plain>@0.0:#@1.0:#@2.0:#@0.0:");
    text_clear(&out);
    c.erase = NULL;
    careful_erase(&out, &c, 4, 3);
    assert_string_equal(text_str(&out), "<plain>@0.0:    @1.0:    @2.0:   @0.0:");
    text_release(&out);
}

static void test_bare(void **state)
{
    static const struct {
        const char *capability, *want;
    } bare[] = {{NULL, ""},         {"", ""},           {"ab", "ab"},     {"a$<5>b", "ab"},
                {"$<5/>", ""},      {"a$b", "a$b"},     {"a$<5", "a$<5"}, {"<5>$", "<5>$"},
                {"a<5>b", "a<5>b"}, {"$<1>$<2*>x", "x"}};
    (void)state;
    for (size_t i = 0; i < sizeof bare / sizeof *bare; i++) {
        struct text out = TEXT_INIT;
        careful_bare(&out, bare[i].capability);
        assert_string_equal(text_str(&out), bare[i].want);
        text_release(&out);
    }
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paint),
        cmocka_unit_test(test_erase),
        cmocka_unit_test(test_bare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
