// SPDX-License-Identifier: MIT
// The bytes of a terminal, in every piece and at every pace, on a clock that the test drives.
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "front/keys.h"
#include "paper/cells.h"
#include "tests/unit/unit.h"

enum { WAIT = 200 };

// What came out, as words: keys by name, letters as they are, pastes in < >.
struct said {
    struct keys keys;
    int64_t now;
    char words[1 << 14];
};

static const struct {
    input key;
    const char *name;
} names[] = {
    {INPUT_UP, "up"},        {INPUT_DOWN, "down"},      {INPUT_LEFT, "left"},
    {INPUT_RIGHT, "right"},  {INPUT_HOME, "home"},      {INPUT_END, "end"},
    {INPUT_PAGE_UP, "pgup"}, {INPUT_PAGE_DOWN, "pgdn"}, {INPUT_ENTER, "enter"},
    {INPUT_ESCAPE, "esc"},   {INPUT_TAB, "tab"},        {INPUT_BACK_TAB, "backtab"},
    {INPUT_BACKSPACE, "bs"}, {INPUT_DELETE, "del"},     {INPUT_F(1), "f1"},
    {INPUT_F(2), "f2"},      {INPUT_F(3), "f3"},        {INPUT_F(4), "f4"},
    {INPUT_F(5), "f5"},      {INPUT_F(6), "f6"},        {INPUT_F(7), "f7"},
    {INPUT_F(8), "f8"},      {INPUT_F(9), "f9"},        {INPUT_F(10), "f10"},
    {INPUT_F(11), "f11"},    {INPUT_F(12), "f12"},      {INPUT_CTRL('A'), "^A"},
    {INPUT_CTRL('C'), "^C"}, {INPUT_CTRL('L'), "^L"},   {INPUT_CTRL('Z'), "^Z"},
};

static void tell(struct said *s, enum keys_event event, input key)
{
    size_t len = strlen(s->words), room = sizeof s->words - len;
    if (event == KEYS_PASTE) {
        snprintf(s->words + len, room, "%s<%.*s>", len ? " " : "", (int)s->keys.paste_len,
                 s->keys.paste);
        return;
    }
    if (event == KEYS_CLICK) {
        snprintf(s->words + len, room, "%sclick %d,%d", len ? " " : "", s->keys.row,
                 s->keys.column);
        return;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].key == key) {
            snprintf(s->words + len, room, "%s%s", len ? " " : "", names[i].name);
            return;
        }
    snprintf(s->words + len, room, "%s%lc", len ? " " : "", (wint_t)key);
}

static void hear(struct said *s)
{
    input key;
    enum keys_event event;
    while ((event = keys_next(&s->keys, s->now, &key)) != KEYS_NOTHING)
        tell(s, event, key);
}

// The time goes on, through every deadline on the way.
static void wait_for(struct said *s, int64_t ms)
{
    int64_t end = s->now + ms;
    while (keys_deadline(&s->keys) <= end) {
        s->now = keys_deadline(&s->keys);
        hear(s);
    }
    s->now = end;
    hear(s);
}

static void put(struct said *s, const char *bytes, size_t len)
{
    for (size_t at = 0; at < len; at += KEYS_INPUT) {
        keys_put(&s->keys, bytes + at, len - at < KEYS_INPUT ? len - at : KEYS_INPUT, s->now);
        hear(s);
    }
}

// "\tMS " within the bytes is a pause. `piece`: bytes that arrive at once.
static void play(struct said *s, const char *bytes, size_t piece)
{
    while (*bytes) {
        if (*bytes == '\t') {
            char *end;
            wait_for(s, strtol(bytes + 1, &end, 10));
            bytes = end + 1;
            continue;
        }
        size_t len = strcspn(bytes, "\t");
        len = len < piece ? len : piece;
        put(s, bytes, len);
        bytes += len;
    }
}

static const struct {
    const char *bytes, *want;
} rows[] = {
    // keys
    {"\033[A\033OB\033[1~\033[6~\033[[A\033[24~\033[Z\033[3~",
     "up down home pgdn f1 f12 backtab del"},
    {"a\rb\nc\x7f\b\x03\x0c", "a enter b enter c bs bs ^C ^L"},
    {"\x1c\x1d\x1e\x1f\x1a", "^Z"},
    {"a b", "a   b"},
    {"\033OP\033OQ\033OR\033OS", "f1 f2 f3 f4"},
    {"\033[11~\033[12~\033[13~\033[14~\033[15~\033[17~\033[18~\033[19~\033[20~\033[21~\033[23~\033["
     "24~",
     "f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12"},
    {"\033[[A\033[[B\033[[C\033[[D\033[[E", "f1 f2 f3 f4 f5"},
    {"\033[H\033OH\033[7~\033[F\033OF\033[4~\033[8~\033[5~\033[C\033OC\033[D\033OD",
     "home home home end end end end pgup right right left left"},
    // the numeric keypad in application mode
    {"\033Op\033Oq\033Or\033Os\033Ot\033Ou\033Ov\033Ow\033Ox\033Oy", "0 1 2 3 4 5 6 7 8 9"},
    {"\033On\033Ol\033Om\033OM\033Oj\033Ok\033Oo\033OX\033O \033OI", ". , - enter * + / =   tab"},
    // Escape alone, before another one, and in pieces
    {"\033\t300 x", "esc x"},
    {"\033\033\t300 ", "esc esc"},
    {"\033\t55 [A", "up"},
    {"\033\t199 [A", "up"},
    {"\033\t201 k", "esc k"},
    {"\033[\t900 A", "up"},
    {"\033[1\t400 ;\t400 5\t400 Ax", "x"},
    {"\033[1\t1001 A", "A"},
    {"\033O\t300 B", "down"},
    // keys nobody has a use for, Alt and a letter, cut off by a key
    {"\033[1;5A\033[57;5ux", "x"},
    {"\033xy", "y"},
    {"\033әy", "y"},
    {"\033\ry", "y"},
    {"\033[\rx", "enter x"},
    {"\033[1\033[B", "down"},
    {"\033[1\x7fx", "bs x"},
    {"\033O\rx\033O\x7fy", "enter x bs y"},
    {"\033[1@x\033[2 qy", "x y"},
    {"\033O0Ax\033O9Ay\033O1;5Pz", "x y z"},
    {"\033[11111111111111111111111111111111111111111111111111111111111111111111111~x", "x"},
    // reports of a mouse and of the focus
    {"\033[<0;35;10M\033[<0;35;10mx", "click 9,34 x"},
    {"\033[<64;1;1M\033[<65;1;1M", "up down"}, // the wheel
    {"\033[<2;1;1M\033[<0;0;1M\033[<0;1M\033[<Mx", "x"},
    {"\033[<0;99999999999999999999;1M\033[<66;1;1Mx", "click 0,998 x"},
    {"\033[M !!x", "x"},
    {"\033[M\t30  \t30 !\t30 !x", "x"},
    {"\033[M#\u00e9\u00e9x", "x"},
    {"\033[M\033[A", "up"},
    {"\033[0;35;10Mx\033[Ix\033[Ox", "x x x"},
    // answers of a terminal
    {"\033]11;rgb:0000/0000/0000\007x", "x"},
    {"\033]11;rgb:0000/0000/0000\033\\x", "x"},
    {"\033]11;rgb\t300 :00\t300 00\033\t300 \\x", "x"},
    {"\033P1$r0m\033\\\033_Gi=1;OK\033\\\033^p\033\\\033Xs\033\\x", "x"},
    {"\033]2;title\033[Ax", "up x"},
    {"\033]2;title\rx", "x"},
    {"\033]2;title\nx", "x"},
    {"\033]2;title\x18x\033]2;title\x1ay", "x y"},
    {"\033]2;title\t1001 x", "x"},
    {"\033[?1;2c\033[24;80R\033[>41;330;0cx", "x"},
    {"\xc2\x9b"
     "31mx\xc2\x9d"
     "0;title\007y",
     "x y"},
    {"\x9b"
     "Ax\x9d"
     "0;title\007y",
     "up x y"},
    // characters in pieces, and bytes that are none
    {"қ\t40 ә中😀", "қ ә 中 😀"},
    {"\xd0\t40 \x9bx", "Л x"},
    {"\xf0\t900 \x9f\t900 \x98\t90000 \x80x", "😀 x"},
    {"\xff\xfe\x80\xd0x", "x"},
    {"\xc2\x80x\xc2\xa0y", "x \u00a0 y"},
    {"\xd0\033[A", "up"},
    {"\xd0\xd0\x9b", "Л"},
    {"\xed\xa0\x80x", "x"},
    // pastes
    {"\033[200~Kaz\t1300 akhstan\r1\r\033[201~x", "<Kazakhstan\r1\r> x"},
    {"\033[200~a\033[201~\033[200~b\r\033[201~\033[A", "<a> <b\r> up"},
    {"\033[200~a\t30000 b\r\033[20\t1000 1~x", "<ab\r> x"},
    {"\033[200~a\033[Ab\033[201x\033\033[201~y", "<a\033[Ab\033[201x\033> y"},
    {"\033[200~\033[201~x", "x"},
    {"\033[200~\033[201~\033[200~a\t300 b\033[201~", "<ab>"},
    {"\033[201~x", "x"},
    {"\033[200~lost\t60001 x", "<lost> x"},
};

static void begin(struct said *s)
{
    memset(s, 0, sizeof *s);
    keys_init(&s->keys, WAIT);
}

static void pieces_of_any_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t piece = 1; piece < 8; piece++) {
            struct said s;
            begin(&s);
            play(&s, rows[i].bytes, piece);
            wait_for(&s, KEYS_REST_WAIT + 1);
            if (strcmp(s.words, rows[i].want))
                print_message("row %zu in pieces of %zu\n", i, piece);
            assert_string_equal(s.words, rows[i].want);
            assert_int_equal(keys_deadline(&s.keys), KEYS_NEVER);
            keys_release(&s.keys);
        }
}

// A row in one go, with every other row behind it: nothing leaks from one into the next.
static void one_behind_the_other(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
            struct said s;
            char want[512];
            begin(&s);
            play(&s, rows[i].bytes, KEYS_INPUT);
            wait_for(&s, KEYS_REST_WAIT + 1);
            play(&s, rows[k].bytes, KEYS_INPUT);
            wait_for(&s, KEYS_REST_WAIT + 1);
            snprintf(want, sizeof want, "%s%s%s", rows[i].want,
                     *rows[i].want && *rows[k].want ? " " : "", rows[k].want);
            assert_string_equal(s.words, want);
            keys_release(&s.keys);
        }
}

static void much_at_once_is_a_paste(void **state)
{
    (void)state;
    char bytes[3 * KEYS_INPUT];
    struct said s;
    begin(&s);
    memset(bytes, 'k', sizeof bytes);
    bytes[100] = '\r';
    put(&s, bytes, KEYS_BURST); // all at once
    wait_for(&s, KEYS_BURST_WAIT - 1);
    assert_string_equal(s.words, "");
    put(&s, "\rtail\r", 6); // and a rest that comes a little later
    wait_for(&s, KEYS_BURST_WAIT);
    assert_int_equal(strlen(s.words), KEYS_BURST + 6 + 2);
    put(&s, "x", 1);
    assert_string_equal(s.words + KEYS_BURST + 8, " x");
    keys_release(&s.keys);
    // Held keys are no paste, however many have gathered.
    begin(&s);
    for (size_t at = 0; at + 3 <= KEYS_INPUT; at += 3)
        memcpy(bytes + at, "\033[B", 3);
    put(&s, bytes, KEYS_INPUT / 3 * 3);
    assert_memory_equal(s.words, "down down down", 14);
    keys_release(&s.keys);
    // Nor is the last key behind them.
    begin(&s);
    bytes[KEYS_INPUT / 3 * 3 - 1] = 'x';
    bytes[KEYS_INPUT / 3 * 3 - 2] = 'y';
    bytes[KEYS_INPUT / 3 * 3 - 3] = 'z';
    put(&s, bytes, KEYS_INPUT / 3 * 3);
    assert_string_equal(s.words + strlen(s.words) - 10, "down z y x");
    keys_release(&s.keys);
    // Letters with a key among them are keys, those behind it are many again.
    begin(&s);
    memset(bytes, 'k', sizeof bytes);
    memcpy(bytes + KEYS_BURST - 5, "\033[B", 3);
    put(&s, bytes, 2 * (size_t)KEYS_BURST);
    wait_for(&s, KEYS_BURST_WAIT);
    assert_memory_equal(s.words, "k k k k k k", 11);
    assert_memory_equal(s.words + 2 * ((size_t)KEYS_BURST - 5), "down <kk", 8);
    assert_int_equal(s.words[strlen(s.words) - 1], '>');
    keys_release(&s.keys);
    // More than a paste can hold: the rest is dropped, the end is found.
    begin(&s);
    memset(bytes, 'k', sizeof bytes);
    put(&s, "\033[200~", 6);
    for (int i = 0; i < 10; i++)
        put(&s, bytes, sizeof bytes);
    put(&s, "\033[201~", 6);
    assert_int_equal(s.keys.state, KEYS_GROUND);
    assert_memory_equal(s.words, "<kkk", 4);
    keys_release(&s.keys);
}

static void what_the_description_says(void **state)
{
    (void)state;
    struct said s;
    begin(&s);
    keys_describe(&s.keys, "\001@\r", INPUT_F(1));  // Wyse 50
    keys_describe(&s.keys, "\033A", INPUT_UP);      // VT52
    keys_describe(&s.keys, "\013", INPUT_UP);       // Wyse 50, Ctrl-K
    keys_describe(&s.keys, "\033[M", INPUT_F(2));   // SCO: no mouse then
    keys_describe(&s.keys, "\033&j@", INPUT_F(12)); // HP
    keys_describe(&s.keys, "", INPUT_F(5));
    play(&s, "\033A\001@\r\013\033[Mab\033&j@\003\001\t1001 \033&\t1001 x", 100);
    assert_string_equal(s.words, "up f1 up f2 a b f12 ^C ^A x");
    keys_release(&s.keys);
}

// Sequences that begin others, and the letters on both sides of C1 (ESC and a letter in one).
static void what_begins_another(void **state)
{
    (void)state;
    struct said s;
    begin(&s);
    keys_describe(&s.keys, "\033[@b", INPUT_F(1));
    keys_describe(&s.keys, "\033[P", INPUT_F(2));
    keys_describe(&s.keys, "\033[Px", INPUT_F(3));
    keys_describe(&s.keys, "\033@", INPUT_F(5));
    keys_describe(&s.keys, "\033`", INPUT_F(6));
    keys_describe(&s.keys, "\033\177", INPUT_F(7));
    play(&s, "\033[@b\033[Px\x80\xc2\x80\xa0\xffy", 100);
    assert_string_equal(s.words, "f1 f2 x f5 f5 y");
    keys_release(&s.keys);
}

// As many as there is room for, each as long as there is room for; what is nothing takes no room.
static void room_for_descriptions(void **state)
{
    (void)state;
    struct said s;
    char bytes[KEYS_SEQUENCE + 1] = "\033";
    begin(&s);
    memset(bytes + 1, '!', KEYS_SEQUENCE - 1);
    keys_describe(&s.keys, bytes, INPUT_F(1)); // one too many
    assert_int_equal(s.keys.n_described, 0);
    bytes[KEYS_SEQUENCE - 1] = '\0';
    keys_describe(&s.keys, bytes, INPUT_F(2));
    for (int i = 0; i < KEYS_DESCRIBED; i++) {
        char other[8];
        keys_describe(&s.keys, "", INPUT_F(3));
        snprintf(other, sizeof other, "\033\"%c%c", 'a' + i / 26, 'a' + i % 26);
        keys_describe(&s.keys, other, i == KEYS_DESCRIBED - 2 ? INPUT_F(4) : INPUT_F(5));
    }
    assert_int_equal(s.keys.n_described, KEYS_DESCRIBED);
    play(&s, bytes, 100);
    snprintf(bytes, sizeof bytes, "\033\"%c%c", 'a' + (KEYS_DESCRIBED - 2) / 26,
             'a' + (KEYS_DESCRIBED - 2) % 26);
    play(&s, bytes, 100);
    assert_string_equal(s.words, "f2 f4");
    keys_release(&s.keys);
}

// How long a report of the mouse may be, and how far it may point.
static void reports_of_any_size(void **state)
{
    (void)state;
    struct said s;
    char bytes[2 * KEYS_SEQUENCE];
    for (int room = 0; room < 2; room++) {
        begin(&s);
        snprintf(bytes, sizeof bytes, "\033[<0;%0*d;3M", KEYS_SEQUENCE - 1 - 8 + room, 2);
        play(&s, bytes, sizeof bytes);
        assert_string_equal(s.words, room ? "" : "click 2,1");
        keys_release(&s.keys);
    }
    begin(&s);
    snprintf(bytes, sizeof bytes, "\033[<0;%d5;1M", CELLS_MAX_COLUMNS);
    play(&s, bytes, sizeof bytes);
    snprintf(bytes, sizeof bytes, "click 0,%d", CELLS_MAX_COLUMNS - 1);
    assert_string_equal(s.words, bytes);
    keys_release(&s.keys);
}

static void nothing_is_no_key(void **state)
{
    (void)state;
    struct said s;
    begin(&s);
    put(&s, "\0a\0", 3);
    assert_string_equal(s.words, "a");
    keys_release(&s.keys);
}

static void forgotten(void **state)
{
    (void)state;
    struct said s;
    input key;
    begin(&s);
    keys_put(&s.keys, "abc\033[200~se", 11, 0);
    assert_int_equal(keys_next(&s.keys, 0, &key), KEYS_KEY);
    keys_forget(&s.keys);
    for (size_t i = 0; i < sizeof s.keys.in; i++)
        assert_int_equal(s.keys.in[i], 0);
    play(&s, "cret\r1\r\033[201~x\033[200~new\033[201~", 100);
    assert_string_equal(s.words, "x <new>");
    for (size_t i = 0; i < KEYS_PASTE_MOST; i++)
        if (s.keys.paste[i] && !strchr("new", s.keys.paste[i]))
            fail();
    hear(&s);
    assert_int_equal(s.keys.paste[0], 0); // wiped once somebody had it
    keys_release(&s.keys);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_of_any_size),
        cmocka_unit_test(one_behind_the_other),
        cmocka_unit_test(much_at_once_is_a_paste),
        cmocka_unit_test(what_the_description_says),
        cmocka_unit_test(what_begins_another),
        cmocka_unit_test(room_for_descriptions),
        cmocka_unit_test(reports_of_any_size),
        cmocka_unit_test(nothing_is_no_key),
        cmocka_unit_test(forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
