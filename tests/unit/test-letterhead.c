// SPDX-License-Identifier: MIT
// Letterheads: what a template may hold, where a fault is named, what stands above and below.
// One row is a template, and its two parts or the faults.
#include "stage-arena.h"
#include "base/diag.h"
#include "view/letterhead.h"
#include "view/parts.h"

// "head | foot", or the faults, a line each.
static const char *read_template(const char *path, const char *bytes, struct letterhead *h)
{
    struct diags diags;
    struct text t = TEXT_INIT;
    diags_init(&diags);
    if (letterhead_parse(h, path, bytes, strlen(bytes), &arena, &diags)) {
        struct text lines = TEXT_INIT;
        diags_render(&lines, &diags);
        // What the file says there is shown below each fault; the faults themselves are of
        // interest.
        for (const char *at = text_str(&lines); *at; at += strspn(at, "\n")) {
            if (!strncmp(at, path, strlen(path)))
                text_printf(&t, "%.*s\n", (int)strcspn(at, "\n"), at);
            at += strcspn(at, "\n");
        }
        text_release(&lines);
    } else {
        text_printf(&t, "%s | %s", h->head, h->foot);
    }
    const char *words = arena_strdup(&arena, text_str(&t));
    text_release(&t);
    diags_release(&diags);
    return words;
}

struct written {
    const char *bytes, *words;
};

static void expect_rows(const char *path, const struct written *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct letterhead h;
        const char *words = read_template(path, rows[i].bytes, &h);
        if (strcmp(words, rows[i].words) != 0)
            fail_msg("%s: “%s” is %s", path, rows[i].bytes, words);
    }
}

#define SIXTY "123456789012345678901234567890123456789012345678901234567890"
#define SEVENTY "1234567890123456789012345678901234567890123456789012345678901234567890"

static void test_plain(void **state)
{
    (void)state;
    static const struct written rows[] = {
        {"{content}", " | "},
        {"Above\n{content}\nBelow", "Above | Below"},
        {"\n\n  Above \n \n{content}\n \n\nBelow\n\n", "  Above |  \n\nBelow"},
        {"a{content}b", "a | b"},
        {"{title} {date}\n{content}", "{title} {date} | "},
        {"{x y} { {} {X} }\n{content}{", "{x y} { {} {X} } | {"},
        {"<b>{content}", "<b> | "}, // no markup here
        {SEVENTY "12\n{content}", SEVENTY "12 | "},
        {SEVENTY "1я\n{content}", SEVENTY "1я | "}, // letters, not bytes
        {SEVENTY "123\n{content}",
         "x.txt:1:1: error: a line of a letterhead has at most 72 characters [line-too-long]\n"},
        {"a\n" SEVENTY "123\n" SEVENTY "1\n" SEVENTY "汉汉\n{content}",
         "x.txt:2:1: error: a line of a letterhead has at most 72 characters [line-too-long]\n"
         "x.txt:4:1: error: a line of a letterhead has at most 72 characters [line-too-long]\n"},
        {"", "x.txt: error: a letterhead needs {content} where the letter stands "
             "[missing-content]\n"},
        {"{Content}", "x.txt: error: a letterhead needs {content} where the letter stands "
                      "[missing-content]\n"},
        {"{content}\n{content} {content}",
         "x.txt:2:1: error: {content} stands here a second time [bad-placeholder]\n"
         "x.txt:2:11: error: {content} stands here a second time [bad-placeholder]\n"},
        {"{conten}{content}",
         "x.txt:1:1: error: there is no placeholder {conten}; known are {content}, {title} and "
         "{date} [bad-placeholder]\n"},
        {"я {contents}\nя {content} {dat}",
         "x.txt:1:3: error: there is no placeholder {contents}; known are {content}, {title} and "
         "{date} [bad-placeholder]\n"
         "x.txt:2:13: error: there is no placeholder {dat}; known are {content}, {title} and "
         "{date} [bad-placeholder]\n"},
        {"{_}", "x.txt:1:1: error: there is no placeholder {_}; known are {content}, {title} and "
                "{date} [bad-placeholder]\n"},
        {"a\tb{content}",
         "x.txt:1:2: error: this is no text in UTF-8, or an invisible or control character; tabs "
         "are none too [bad-character]\n"},
        {"\n\tb{content}",
         "x.txt:2:1: error: this is no text in UTF-8, or an invisible or control character; tabs "
         "are none too [bad-character]\n"},
        {"a\n\nя\xff{content}",
         "x.txt:3:2: error: this is no text in UTF-8, or an invisible or control character; tabs "
         "are none too [bad-character]\n"},
    };
    expect_rows("x.txt", rows, sizeof rows / sizeof *rows);
}

static void test_which_is_html(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        bool html;
    } rows[] = {{"a.html", true}, {"a.HTML", true},      {".html", false},   {"html", false},
                {"a.htm", false}, {"a.html.txt", false}, {"a.xhtml", false}, {"", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct letterhead h;
        read_template(rows[i].path, "{content}", &h);
        assert_int_equal(h.html, rows[i].html);
    }
}

// ---- HTML --------------------------------------------------------------------------------------

#define NO_PLACE(column, what)                                                                     \
    "x.html:1:" column ": error: \"" what                                                          \
    "\" has no place in a letterhead: it is a part of a page that loads nothing and runs nothing " \
    "[bad-markup]\n"
#define NOWHERE                                                                                    \
    "x.html: error: a letterhead needs {content} where the letter stands [missing-content]\n"
#define QUOTES(column)                                                                             \
    "x.html:1:" column                                                                             \
    ": error: what is said about an element stands in quotes: width=\"40\" [bad-markup]\n"
#define PICTURE(column)                                                                            \
    "x.html:1:" column                                                                             \
    ": error: a picture stands in the letterhead itself: src=\"data:image/…\" [bad-markup]\n"

static void test_markup(void **state)
{
    (void)state;
    static const struct written rows[] = {
        {"<b>x</b>{content}<p>y</p>", "<b>x</b> | <p>y</p>"},
        {"<B>x</B>{content}<br/><hr />", "<B>x</B> | <br/><hr />"},
        {"<p\nclass = \"x\" id='y'>{content}</p>", "<p\nclass = \"x\" id='y'> | </p>"},
        {"<p title=\"it's\">{content}", "<p title=\"it's\"> | "},
        {"<p class=''>{content}", "<p class=''> | "},
        {"<td width>{content}", "<td width> | "},
        {"<td width valign=\"top\">{content}", "<td width valign=\"top\"> | "},
        {"a > b {content}", "a > b | "},
        {"<h1>{content}</h1>", "<h1> | </h1>"},
        {"<a href=\"HTTPS://x\">{content}", "<a href=\"HTTPS://x\"> | "},
        {"<a href=\"http://x\">{content}", "<a href=\"http://x\"> | "},
        {"<a href='mailto:x'>{content}", "<a href='mailto:x'> | "},
        {"<a href='tel:1'>{content}", "<a href='tel:1'> | "},
        {"<img SRC=\"data:image/png,x\">{content}", "<img SRC=\"data:image/png,x\"> | "},
        {"<p style=\"color: #123; width: 5%\">{content}",
         "<p style=\"color: #123; width: 5%\"> | "},
        {"<h7>{content}", NO_PLACE("1", "<h7")},
        {"<h0>{content}", NO_PLACE("1", "<h0")},
        {"<h9>{content}", NO_PLACE("1", "<h9")},
        {"<az>{content}", NO_PLACE("1", "<az")},
        {"<1>{content}", NO_PLACE("1", "<")},
        {"< b>{content}", NO_PLACE("1", "<")},
        {"</>{content}", NO_PLACE("1", "</")},
        {"<script>{content}", NO_PLACE("1", "<script")},
        {"x</script>{content}", NO_PLACE("2", "</script")},
        {"<b{content}", NO_PLACE("3", "{content}")},
        {"<b", NOWHERE NO_PLACE("1", "<b")},
        {"<b></b", NOWHERE NO_PLACE("4", "</b")},
        {"<b onload>{content}", NO_PLACE("4", "onload")},
        {"<b onload='x'><i onload='y'>{content}", NO_PLACE("4", "onload") NO_PLACE("18", "onload")},
        {"<b 'x'>{content}", NO_PLACE("4", "'x'>{content}")},
        {"<p class=x>{content}", QUOTES("10")},
        {"<p class=>{content}", QUOTES("10")},
        {"<p class= \"x>{content}", QUOTES("11")},
        {"<img src=\"x.png\">{content}", PICTURE("6")},
        {"<img src=\"\">{content}", PICTURE("6")},
        {"<img src='data:text/html,x'>{content}", PICTURE("6")},
        {"<a href=\"javascript:x\">{content}", NO_PLACE("4", "href=\"javascript:x")},
        {"<a href=' https://x'>{content}", NO_PLACE("4", "href=' https://x")},
        {"<p style=\"x:url(y)\">{content}", NO_PLACE("4", "style=\"x:url(y)")},
        {"<p style='@x'>{content}", NO_PLACE("4", "style='@x")},
        {"<p style='x:&'>{content}", NO_PLACE("4", "style='x:&")},
        {"<p style='\\'>{content}", NO_PLACE("4", "style='\\")},
        {"<p title='{content}'>", NO_PLACE("4", "title='{content}")},
        {"<p title='{title}'>{content}", "<p title='{title}'> | "},
        {"<p class=''>{content}<p title=''>", "<p class=''> | <p title=''>"},
        {SEVENTY SEVENTY "{content}", SEVENTY SEVENTY " | "}, // a line may be long here
    };
    expect_rows("x.html", rows, sizeof rows / sizeof *rows);
}

// Every name of the two lists is known; with a letter more or less, or at another place, it is not.
static void test_names(void **state)
{
    (void)state;
    static const char elements[] =
        "a address b br center div em figure footer h1 h2 h3 h4 h5 h6 header hr i img li ol p s "
        "section small span strong sub sup table tbody td tfoot th thead tr u ul ";
    static const char attributes[] = "align alt class colspan dir height href id lang role rowspan "
                                     "src style title valign width ";
    char bytes[100];
    struct letterhead h;
    int n = 0;
    for (const char *at = elements; *at; at += strcspn(at, " ") + 1, n++) {
        int len = (int)strcspn(at, " ");
        snprintf(bytes, sizeof bytes, "<%.*s>{content}</%.*s>", len, at, len, at);
        assert_true(strstr(read_template("x.html", bytes, &h), " | "));
        snprintf(bytes, sizeof bytes, "<%.*sx>{content}", len, at);
        assert_null(strstr(read_template("x.html", bytes, &h), " | "));
    }
    for (const char *at = attributes; *at; at += strcspn(at, " ") + 1, n++) {
        int len = (int)strcspn(at, " ");
        const char *value = !strncmp(at, "src ", 4)    ? "data:image/x"
                            : !strncmp(at, "href ", 5) ? "https://x"
                                                       : "1";
        snprintf(bytes, sizeof bytes, "<p %.*s=\"%s\">{content}", len, at, value);
        assert_true(strstr(read_template("x.html", bytes, &h), " | "));
        snprintf(bytes, sizeof bytes, "<p %.*s>{content}", len, at);
        assert_true(strstr(read_template("x.html", bytes, &h), " | "));
        snprintf(bytes, sizeof bytes, "<p %.*sx=\"1\">{content}", len, at);
        assert_null(strstr(read_template("x.html", bytes, &h), " | "));
    }
    assert_int_equal(n, 38 + 16);
}

// ---- on a page ---------------------------------------------------------------------------------

// What stands in the block of a page whose title this is; "": no block.
static void test_blocks(void **state)
{
    (void)state;
    static const struct {
        bool html, foot;
        const char *title, *bytes, *words;
    } rows[] = {
        {false, false, "Request", "{title}, {date}\n{content}", "Request, 2026-11-23"},
        {false, true, "Request", "{content}\n{date}: {title}", "2026-11-23: Request"},
        {false, false, "Request", "{content}\n{date}: {title}", ""},
        {false, true, "Request", "{title}{content}", ""},
        {false, false, "R", "a{b}c {title} {x y} {\n{content}", "!"},
        {false, false, "R", "a{ b}c{title}{title}{\n{content}", "a{ b}cRR{"},
        {false, false, "<R> & S", "{title}{content}", "<R> & S"},
        {true, false, "<R> & S", "<b>{title}</b>{content}", "<b>&lt;R&gt; &amp; S</b>"},
        {true, true, "R", "{content}<i>{date}</i>", "<i>2026-11-23</i>"},
        {false, false, "R", "one\n\n two  three\n{content}", "one\n\n two  three"},
        // A line that a title made too long goes on in the next one; others stay as they are.
        {false, false, "ten letters and more", "a  b\n" SIXTY "{title}\nc  d\n{content}",
         "a  b\n" SIXTY "ten letters\nand more\nc  d"},
        {false, false, "exactly here", SIXTY "{title}\n{content}", SIXTY "exactly here"},
        {false, false, "exactly her", SIXTY "{title} \n\nx{content}", SIXTY "exactly her \n\nx"},
        {false, false, "exactly heres", SIXTY "{title}\n{content}", SIXTY "exactly\nheres"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct letterhead h;
        const char *read = read_template(rows[i].html ? "x.html" : "x.txt", rows[i].bytes, &h);
        if (*rows[i].words == '!') {
            assert_true(strstr(read, "error"));
            continue;
        }
        struct ground g = {
            .arena = &arena, .i18n = &i18n, .pack = pack, .as_of = DAY, .letterhead = &h};
        struct making m;
        make_begin(&m, &g, PAGE_REPORT, rows[i].title);
        make_letterhead(&m, rows[i].foot);
        if (!*rows[i].words) {
            assert_int_equal(m.b.n_blocks, 0);
            continue;
        }
        assert_int_equal(m.b.n_blocks, 1);
        assert_int_equal(m.b.blocks[0].kind, BLOCK_LINES);
        assert_string_equal(rows[i].html ? m.b.blocks[0].detail : m.b.blocks[0].text,
                            rows[i].words);
        assert_string_equal(rows[i].html ? m.b.blocks[0].text : m.b.blocks[0].detail, "");
    }
    struct ground g = {.arena = &arena, .i18n = &i18n, .pack = pack, .as_of = DAY};
    struct making m;
    make_begin(&m, &g, PAGE_REPORT, "Request");
    make_letterhead(&m, false); // there is none
    make_letterhead(&m, true);
    assert_int_equal(m.b.n_blocks, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),  cmocka_unit_test(test_which_is_html),
        cmocka_unit_test(test_markup), cmocka_unit_test(test_names),
        cmocka_unit_test(test_blocks),
    };
    return cmocka_run_group_tests(tests, open_pages, close_pages);
}
