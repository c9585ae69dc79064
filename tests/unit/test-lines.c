// SPDX-License-Identifier: MIT
// Lines of answers, each with all that comes of it: the answers as they are written again, with the
// fields that are handed back; or what is wrong, where, and whose line it is.
#include "tests/unit/tiny.h"

#include "base/bits.h"
#include "case/json_hint.h"
#include "case/json_line.h"
#include "edge.h"
#include "pack/kind.h"
#include "shipped.h"

struct told {
    const char *line, *want;
};

static const struct told rows[] = {
    {"{}", "{}"},
    {" {} ", "{}"},
    {"{\"destination\":\"KZ\"}", "{\"destination\":\"KZ\"}"},
    {"\t{ \"destination\" : \"KZ\" , \"level\" : \"master\" }\t",
     "{\"destination\":\"KZ\",\"level\":\"master\"}"},
    {"{\"destination\":\"kz\"}", "bad-value: \"kz\" is no value of \"destination\"; did you mean "
                                 "\"KZ\"? Countries are written as in \"KZ\" (ISO 3166-1)."},
    {"{\"destination\":\"Kazakhstan\"}",
     "bad-value: \"Kazakhstan\" is no value of \"destination\"; did you mean \"KZ\"? Countries are "
     "written as in \"KZ\" (ISO 3166-1)."},
    {"{\"destination\":\"SU\"}",
     "bad-value: \"SU\" is no value of \"destination\": that State is no more; name the one that "
     "answers for the award today: AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ."},
    {"{\"destination\":\"XX\"}", "bad-value: \"XX\" is no value of \"destination\". Countries are "
                                 "written as in \"KZ\" (ISO 3166-1)."},
    {"{\"destination\":\"\"}", "bad-value: \"\" is no value of \"destination\". Countries are "
                               "written as in \"KZ\" (ISO 3166-1)."},
    {"{\"destination\":7}", "bad-value: \"7\" is no value of \"destination\". Countries are "
                            "written as in \"KZ\" (ISO 3166-1)."},
    {"{\"destination\":[\"KZ\"]}", "bad-value: \"destination\" takes a string or a number; true, "
                                   "false, null and objects are no answers."},
    {"{\"destination\":true}", "bad-value: \"destination\" takes a string or a number; true, "
                               "false, null and objects are no answers."},
    {"{\"destination\":null}", "bad-value: \"destination\" takes a string or a number; true, "
                               "false, null and objects are no answers."},
    {"{\"destination\":{\"a\":1}}", "bad-value: \"destination\" takes a string or a number; true, "
                                    "false, null and objects are no answers."},
    {"{\"destination\":\"unknown\"}", "{\"destination\":\"unknown\"}"},
    {"{\"award_country\":\"unknown\"}", "{\"award_country\":\"unknown\"}"},
    {"{\"level\":\"master\"}", "{\"level\":\"master\"}"},
    {"{\"level\":\"Master\"}", "bad-value: \"Master\" is no value of \"level\"; did you mean "
                               "\"master\"? Its values: bachelor, master, doctorate"},
    {"{\"level\":\"mastr\"}", "bad-value: \"mastr\" is no value of \"level\"; did you mean "
                              "\"master\"? Its values: bachelor, master, doctorate"},
    {"{\"level\":\"nothing like it\"}", "bad-value: \"nothing like it\" is no value of \"level\". "
                                        "Its values: bachelor, master, doctorate"},
    {"{\"level\":\"\\u006daster\"}", "{\"level\":\"master\"}"},
    {"{\"level\":\"unknown\",\"purpose\":\"unsure\"}",
     "{\"purpose\":\"unknown\",\"level\":\"unknown\"}"},
    {"{\"level\":-1}",
     "bad-value: \"-1\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"level\":3.5}",
     "bad-value: \"3.5\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"duration_years\":4}", "{\"duration_years\":4}"},
    {"{\"duration_years\":3.5}", "{\"duration_years\":3.5}"},
    {"{\"duration_years\":\"4\"}", "{\"duration_years\":4}"},
    {"{\"duration_years\":0.5}", "{\"duration_years\":0.5}"},
    {"{\"duration_years\":0.4}",
     "bad-value: \"0.4\" is no value of \"duration_years\". Give a number between 0.5 and 12."},
    {"{\"duration_years\":12.001}",
     "bad-value: \"12.001\" is no value of \"duration_years\". Give a number between 0.5 and 12."},
    {"{\"duration_years\":1e1}", "{\"duration_years\":10}"},
    {"{\"duration_years\":\"unknown\"}", "{\"duration_years\":\"unknown\"}"},
    {"{\"duration_years\":01}", "syntax: No JSON value at byte 21."},
    {"{\"duration_years\":-}", "syntax: No JSON value at byte 20."},
    {"{\"documents_held\":[\"diploma\"]}", "{\"documents_held\":[\"diploma\"]}"},
    {"{\"documents_held\":[\"diploma\",\"transcript\"]}",
     "{\"documents_held\":[\"diploma\",\"transcript\"]}"},
    {"{\"documents_held\":[\"diploma\" , \"diploma\"]}", "{\"documents_held\":[\"diploma\"]}"},
    {"{\"documents_held\":[]}", "{\"documents_held\":[]}"},
    {"{\"documents_held\":[ ]}", "{\"documents_held\":[]}"},
    {"{\"documents_held\":[\"unknown\"]}",
     "bad-value: \"unknown\" stands for a whole answer, not inside a list."},
    {"{\"documents_held\":\"unknown\"}", "{\"documents_held\":\"unknown\"}"},
    {"{\"documents_held\":\"diploma\"}",
     "bad-value: \"documents_held\" takes a list of strings, or \"unknown\"."},
    {"{\"documents_held\":\"unknowm\"}",
     "bad-value: \"documents_held\" takes a list of strings, or \"unknown\"."},
    {"{\"documents_held\":[7]}", "syntax: A list of strings is expected at byte 20."},
    {"{\"documents_held\":[\"diploma\"", "syntax: A comma or ] is missing at byte 29."},
    {"{\"documents_held\":[\"diploma\",]}", "syntax: A list of strings is expected at byte 30."},
    {"{\"documents_held\":[\"diploma\" \"transcript\"]}",
     "syntax: A comma or ] is missing at byte 30."},
    {"{\"documents_held\":[\"nothing\"]}",
     "bad-value: \"nothing\" is no value of \"documents_held\". Its values: diploma, transcript"},
    {"{\"documents_held\":true}", "bad-value: \"documents_held\" takes a string list; true, false, "
                                  "null and objects are no answers."},
    {"{\"documents_held\":7}",
     "bad-value: \"7\" is no value of \"documents_held\". Its values: diploma, transcript"},
    {"{\"id\":7,\"level\":\"master\"}", "{\"level\":\"master\"} \"id\":7, 7"},
    {"{\"id\":\"a\\\"b\\u0041\\n\",\"level\":\"master\"}",
     "{\"level\":\"master\"} \"id\":\"a\\\"b\\u0041\\n\", a\"bA\n"},
    {"{\"id\":\"\\ud83d\",\"level\":\"master\"}", "{\"level\":\"master\"} \"id\":\"\\ufffd\", �"},
    {"{\"id\":\"a\\q\"}", "syntax: An escape that JSON does not have at byte 12."},
    {"{\"id\":-1.5e3}", "{} \"id\":-1.5e3, -1.5e3"},
    {"{\"id\":true}", "bad-value: \"id\" takes a string or a number."},
    {"{\"id\":[1]}", "bad-value: \"id\" takes a string or a number."},
    {"{\"id\":1,\"id\":2}", "duplicate-key: \"id\" stands twice. \"id\":1, 1"},
    {"{\"note\":\"x\",\"id\":\"y\"}", "{} \"id\":\"y\", y echo 0: \"x\""},
    {"{\"note\":5}", "{} echo 0: 5"},
    {"{\"note\":1,\"note\":1}", "duplicate-key: \"note\" stands twice. echo 0: 1"},
    {"{\"other\":1}", "unknown-key: \"other\" is no question."},
    {"{\"levl\":\"master\"}", "unknown-key: \"levl\" is no question; did you mean \"level\"?"},
    {"{\"Level\":\"master\"}", "unknown-key: \"Level\" is no question; did you mean \"level\"?"},
    {"{\"dest\":\"KZ\"}", "unknown-key: \"dest\" is no question."},
    {"{\"level\":\"master\",\"level\":\"doctorate\"}", "duplicate-key: \"level\" stands twice."},
    {"{\"level\":\"no\",\"id\":9}", "bad-value: \"no\" is no value of \"level\". Its values: "
                                    "bachelor, master, doctorate \"id\":9, 9"},
    {"{\"level\":\"no\" , \"id\" : \"nine\"}",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate "
     "\"id\":\"nine\", nine"},
    {"{\"level\":\"no\",\"x\":{\"id\":8},\"id\":9}",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate "
     "\"id\":9, 9"},
    {"{\"level\":\"no\",\"x\":[\"id\",{\"id\":8}],\"id\":9}",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate "
     "\"id\":9, 9"},
    {"{\"level\":\"no\",\"x\":\"id\",\"id\":9}", "bad-value: \"no\" is no value of \"level\". Its "
                                                 "values: bachelor, master, doctorate \"id\":9, 9"},
    {"{\"level\":\"no\",\"x\":\"a,\\\"id\\\":8\",\"id\":9}",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate "
     "\"id\":9, 9"},
    {"{\"level\":\"no\",\"id\"}",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"level\":\"no\",\"id\":",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"level\":\"no\",\"idx\":3}",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"documents_held\":[\"no\"],\"id\":4}",
     "bad-value: \"no\" is no value of \"documents_held\". Its values: diploma, transcript "
     "\"id\":4, 4"},
    {"{\"documents_held\":[\"no\",[\"id\"]],\"id\":5}",
     "bad-value: \"no\" is no value of \"documents_held\". Its values: diploma, transcript "
     "\"id\":5, 5"},
    {"{\"level\":\"no\"}\"id\":4",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"level\":\"master\"} x", "syntax: Something follows the object at byte 20."},
    {"{\"level\":\"master\"},", "syntax: Something follows the object at byte 19."},
    {"{\"level\":\"master\",}", "syntax: A key in quotes is expected at byte 19."},
    {"{\"level\" \"master\"}", "syntax: A colon is missing at byte 10."},
    {"{\"level\":}", "bad-value: \"level\" takes a string or a number; true, false, null and "
                     "objects are no answers."},
    {"{level:\"master\"}", "syntax: A key in quotes is expected at byte 2."},
    {"{\"level\":\"master\"", "syntax: A comma or } is missing at byte 18."},
    {"{\"level\":\"master", "syntax: The line ends inside a string at byte 17."},
    {"{\"level\"", "syntax: A colon is missing at byte 9."},
    {"{", "syntax: A key in quotes is expected at byte 2."},
    {"[]", "not-an-object: A JSON object is expected: {\"destination\":\"KZ\", …}."},
    {"\"x\"", "not-an-object: A JSON object is expected: {\"destination\":\"KZ\", …}."},
    {"7", "not-an-object: A JSON object is expected: {\"destination\":\"KZ\", …}."},
    {"{\"ticks\":[]}", "{}"},
    {"{\"ticks\":[\"kz-diploma\"]}", "{} kz-diploma"},
    {"{\"ticks\":[\"nothing\"]}", "bad-value: \"nothing\" is no id of a paper."},
    {"{\"ticks\":[7]}", "syntax: A list of strings is expected at byte 11."},
    {"{\"ticks\":\"kz-diploma\"}", "bad-value: \"ticks\" takes a list of ids of papers."},
    {"{\"ticks\":[\"kz-diploma\"],\"ticks\":[]}", "duplicate-key: \"ticks\" stands twice."},
    {"{\"qualifications\":[{\"level\":\"master\"}]}",
     "unknown-key: \"qualifications\" is for report and compare; here it is one a line."},
    {"{\"level\":\"ab\\u0000c\"}",
     "bad-value: A zero character (\\u0000), which no answer can hold, at byte 13."},
    {"{\"level\":\"қате\"}",
     "bad-value: \"қате\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"level\":\"012345678901234567890123456789012345678901234567890123456789\"}",
     "bad-value: \"0123456789012345678901234567890123456789\" is no value of \"level\". Its "
     "values: bachelor, master, doctorate"},
    {"{\"0123456789012345678901234567890123456789012345678901234567890\":1}",
     "unknown-key: \"0123456789012345678901234567890123456789\" is no question."},
    {"{\"documents_held\":[\"a\\q\"]}", "syntax: An escape that JSON does not have at byte 24."},
    {"{\"ticks\":[\"a\\q\"]}", "syntax: An escape that JSON does not have at byte 15."},
    {"{\"a\\q\":1}", "syntax: An escape that JSON does not have at byte 6."},
    {"{\"level\":\"a\\q\"}", "syntax: An escape that JSON does not have at byte 14."},
    {"{\"other note\":2,\"note\":1}", "{} echo 0: 1 echo 1: 2"},
    {"{\"level\":\"master\",\"level\":\"id\":7}", "duplicate-key: \"level\" stands twice."},
    {"{\"level\":\"no\"}{\"x\":1,\"id\":4}",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"level\":\"no\",\"x\" \"id\":5}",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"level\":\"no\" \"id\":5}",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"level\":\"no\",\t\"id\":5}", "bad-value: \"no\" is no value of \"level\". Its values: "
                                      "bachelor, master, doctorate \"id\":5, 5"},
    {"{\"level\" \"master\",\"id\":3}", "syntax: A colon is missing at byte 10."},
    {"{\"id\":\"ә\xE2\x80\xAEé\"}", "{} \"id\":\"ә\\u202eé\", ә\xE2\x80\xAEé"},
    {"{\"id\":\"~z\"}", "{} \"id\":\"~z\", ~z"},
    {"{\"level\":\" master \"}", "bad-value: \" master \" is no value of \"level\"; did you mean "
                                 "\"master\"? Its values: bachelor, master, doctorate"},
    {"{\"level\":\"   mas\"}",
     "bad-value: \"   mas\" is no value of \"level\". Its values: bachelor, master, doctorate"},
    {"{\"purpose\":\"Further Study\"}",
     "bad-value: \"Further Study\" is no value of \"purpose\"; did you mean \"further_study\"? Its "
     "values: further_study, employment, unsure"},
    {"{\"purpose\":\"further-study\"}",
     "bad-value: \"further-study\" is no value of \"purpose\"; did you mean \"further_study\"? Its "
     "values: further_study, employment, unsure"},
    {"{\"purpose\":\"FURTHER_STUDYZ\"}",
     "bad-value: \"FURTHER_STUDYZ\" is no value of \"purpose\"; did you mean \"further_study\"? "
     "Its values: further_study, employment, unsure"},
    {"{\"destination\":\"YU\"}",
     "bad-value: \"YU\" is no value of \"destination\": that State is no more; name the one that "
     "answers for the award today: BA HR ME MK RS SI."},
    {"{\"destination\":\"DD\"}", "bad-value: \"DD\" is no value of \"destination\": that State is "
                                 "no more; name the one that answers for the award today: DE."},
    {"{\"destination\":\"CS\"}",
     "bad-value: \"CS\" is no value of \"destination\": that State is no more; name the one that "
     "answers for the award today: ME RS, CZ SK."},
    {"{\"destination\":\"u.s.s.r.\"}", "bad-value: \"u.s.s.r.\" is no value of \"destination\". "
                                       "Countries are written as in \"KZ\" (ISO 3166-1)."},
    {"{\"destination\":\"01234567890123456789012345678901234567890123456789012345678901234\"}",
     "bad-value: \"0123456789012345678901234567890123456789\" is no value of \"destination\". "
     "Countries are written as in \"KZ\" (ISO 3166-1)."},
    {"{\"level\":\"\xff\"}", "utf8: The line is not valid UTF-8."},
    {"{\"level\":\"mast\xd3\"}", "utf8: The line is not valid UTF-8."},
    {"{\"note\":\"1234567\xff\"}", "utf8: The line is not valid UTF-8."},
};

// With a text, a country that is none, and several diplomas of one person.
static const struct told case_rows[] = {
    {"{\"institution\":\"University of X\"}", "{\"institution\":\"University of X\"}"},
    {"{\"institution\":\"\"}", "bad-value: The text of \"institution\" is empty."},
    {"{\"institution\":7}", "bad-value: \"institution\" takes a string."},
    {"{\"institution\":[\"x\"]}", "bad-value: \"institution\" takes a string or a number; true, "
                                  "false, null and objects are no answers."},
    {"{\"institution\":\"unknown\"}", "{\"institution\":\"unknown\"}"},
    {"{\"institution\":"
     "\"qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"
     "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"
     "qqqqqqqq\"}",
     "bad-value: The text of \"institution\" is longer than 50 characters."},
    {"{\"study_country\":\"none\"}", "{\"study_country\":\"none\"}"},
    {"{\"study_country\":\"VN\"}", "{\"study_country\":\"VN\"}"},
    {"{\"online_until\":\"2021-06\"}", "{\"online_until\":\"2021-06\"}"},
    {"{\"online_until\":\"2021-6\"}",
     "bad-value: \"2021-6\" is no value of \"online_until\". A month."},
    {"{\"level\":\"master\",\"qualifications\":[]}", "{\"level\":\"master\"}"},
    {"{\"level\":\"master\",\"qualifications\":[{}]}",
     "{\"level\":\"master\"} {\"level\":\"master\"}"},
    {"{\"destination\":\"KZ\",\"qualifications\":[{\"level\":\"master\"},{\"level\":\"bachelor\","
     "\"destination\":\"CN\"}]}",
     "{\"destination\":\"KZ\"} {\"destination\":\"KZ\",\"level\":\"master\"} "
     "{\"destination\":\"CN\",\"level\":\"bachelor\"}"},
    {"{\"qualifications\":[{\"level\":\"master\"},{},{},{\"level\":\"doctorate\"}],\"level\":"
     "\"bachelor\"}",
     "{\"level\":\"bachelor\"} {\"level\":\"master\"} {\"level\":\"bachelor\"} "
     "{\"level\":\"bachelor\"} {\"level\":\"doctorate\"}"},
    {"{\"qualifications\":[{},{},{},{},{}]}", "bad-value: \"qualifications\" takes 4 at most."},
    {"{\"qualifications\":[{\"level\":\"master\",\"level\":\"master\"}]}",
     "duplicate-key: \"level\" stands twice."},
    {"{\"qualifications\":[{\"level\":\"master\"},{\"level\":\"master\"}],\"level\":\"doctorate\"}",
     "{\"level\":\"doctorate\"} {\"level\":\"master\"} {\"level\":\"master\"}"},
    {"{\"qualifications\":[{\"id\":1}]}", "unknown-key: \"id\" belongs to the whole case."},
    {"{\"qualifications\":[{\"ticks\":[]}]}", "unknown-key: \"ticks\" belongs to the whole case."},
    {"{\"qualifications\":[{\"note\":1}]}", "unknown-key: \"note\" belongs to the whole case."},
    {"{\"qualifications\":[{\"qualifications\":[]}]}",
     "unknown-key: \"qualifications\" belongs to the whole case."},
    {"{\"qualifications\":[7]}", "bad-value: \"qualifications\" takes objects of answers."},
    {"{\"qualifications\":{\"level\":\"master\"}}",
     "bad-value: \"qualifications\" takes a list of objects."},
    {"{\"qualifications\":[{}],\"qualifications\":[{}]}",
     "duplicate-key: \"qualifications\" stands twice."},
    {"{\"qualifications\":[{\"level\":\"no\"}],\"id\":8}",
     "bad-value: \"no\" is no value of \"level\". Its values: bachelor, master, doctorate "
     "\"id\":8, 8"},
    {"{\"qualifications\":[{\"levl\":\"x\",\"id\":3}],\"id\":9}",
     "unknown-key: \"levl\" is no question; did you mean \"level\"? \"id\":9, 9"},
    {"{\"ticks\":[\"diploma\"],\"qualifications\":[{},{\"level\":\"master\"}]}",
     "{} {} {\"level\":\"master\"} diploma"},
    {"{\"ticks\":[\"diploma\"]}", "{} diploma"},
};

static void put_answers(struct text *out, const struct pack *pack, const struct answers *answers)
{
    for (int32_t q = 0; q < pack->n_questions; q++)
        assert_in_range(answers->of[q].state, ANSWER_ABSENT, ANSWER_GIVEN);
    answers_json(out, pack, answers);
}

static void put_line(struct text *out, const struct pack *pack, const struct json_line *line,
                     const struct several *several)
{
    if (line->code)
        text_printf(out, "%s: %s", line->code, line->text);
    else
        put_answers(out, pack, &line->answers);
    for (int i = 0; !line->code && several && i < several->n; i++) {
        text_char(out, ' ');
        put_answers(out, pack, &several->of[i]);
    }
    if (line->id.bytes) {
        text_char(out, ' ');
        json_head(out, line);
        text_char(out, ' ');
        json_id(out, line);
    }
    for (int i = 0; i < 2; i++)
        if (line->echo[i].bytes)
            text_printf(out, " echo %d: %.*s", i, (int)line->echo[i].len, line->echo[i].bytes);
    for (int32_t d = 0; !line->code && line->answers.ticks && d < pack->n_documents; d++)
        if (bits_has(line->answers.ticks, (size_t)d))
            text_printf(out, " %s", pack->documents[d].id);
}

// Where memory ends behind the one byte that may be written.
static void read_line(struct json_words *words, const struct pack *pack, const char *bytes,
                      struct several *several, struct text *out)
{
    static struct json_line line;
    size_t len = strlen(bytes);
    struct edge edge = edge_copy(bytes, len + 1);
    edge.bytes[len] = '"';
    int status = several ? json_case_read(words, edge.bytes, len, &line, several)
                         : json_line_read(words, edge.bytes, len, &line);
    assert_int_equal(status, line.code ? -1 : 0);
    put_line(out, pack, &line, several);
    edge_free(&edge);
}

// Each twice: the second time the keys are expected, because the line before had them.
static void read_rows(const struct pack *pack, const struct told *list, size_t n,
                      struct several *several)
{
    static const char *const echo[] = {"note", "other note"};
    struct json_words *words = json_words_new(pack, TINY_DAY, echo, 2);
    for (size_t i = 0; i < 2 * n; i++) {
        struct text out = TEXT_INIT;
        read_line(words, pack, list[i / 2].line, several, &out);
        if (strcmp(text_str(&out), list[i / 2].want))
            fail_msg("%s\n  is  %s\n  was %s", list[i / 2].line, text_str(&out), list[i / 2].want);
        text_release(&out);
    }
    json_words_free(words);
}

static void test_lines(void **state)
{
    (void)state;
    struct tiny tiny = tiny_open();
    read_rows(tiny.pack, rows, sizeof rows / sizeof *rows, NULL);
    tiny_close(&tiny);
}

static void test_cases(void **state)
{
    (void)state;
    static struct several several;
    struct diags diags;
    char path[700];
    snprintf(path, sizeof path, "%s/tests/packs/maze", getenv("TANU_SRC"));
    diags_init(&diags);
    const struct pack *maze = pack_load(path, 0, &diags);
    diags_release(&diags);
    assert_non_null(maze);
    read_rows(maze, case_rows, sizeof case_rows / sizeof *case_rows, &several);
    pack_free(maze);
}

// So many bytes and not one more; and not in two bytes a letter.
static void test_length(void **state)
{
    (void)state;
    static char bytes[JSON_LINE_MAX + 2];
    static struct json_line line;
    struct tiny tiny = tiny_open();
    struct json_words *words = json_words_new(tiny.pack, TINY_DAY, NULL, 0);
    memset(bytes, ' ', sizeof bytes);
    memcpy(bytes, "{}", 2);
    assert_int_equal(json_line_read(words, bytes, JSON_LINE_MAX, &line), 0);
    assert_int_equal(json_line_read(words, bytes, JSON_LINE_MAX + 1, &line), -1);
    assert_string_equal(line.code, "too-long");
    static const char wide[] = "{\0}\0";
    memcpy(bytes, wide, sizeof wide);
    assert_int_equal(json_line_read(words, bytes, 4, &line), -1);
    assert_string_equal(line.code, "utf8");
    json_words_free(words);
    json_words_free(NULL);
    tiny_close(&tiny);
}

// Every word of the pack that comes along is found, and means itself.
static void test_all_words(void **state)
{
    (void)state;
    static struct json_line line;
    const struct pack *pack = shipped_open(0);
    struct json_words *words = json_words_new(pack, 20261101, NULL, 0);
    for (int32_t q = 0; q < pack->n_questions; q++) {
        const struct question *question = &pack->questions[q];
        bool boxes = kind_classes(question) == CLASSES_BOXES;
        for (int32_t c = 0; c < question->n_choices; c++) {
            struct text text = TEXT_INIT;
            text_printf(&text, boxes ? "{\"%s\":[\"%s\"]}" : "{\"%s\":\"%s\"}", question->id,
                        question->choices[c].id);
            assert_int_equal(json_line_read(words, text.bytes, text.len, &line), 0);
            bool country = kind_classes(question) == CLASSES_COUNTRIES;
            if (!question->choices[c].counts_as_unknown)
                assert_true(line.answers.of[q].value ==
                            (boxes ? (int64_t)1 << c : c + (country ? pack->n_countries : 0)));
            text_release(&text);
        }
    }
    for (int32_t c = 0; c < pack->n_countries; c++) {
        char text[64];
        int len = snprintf(text, sizeof text, "{\"destination\":\"%s\"}", pack->countries[c]);
        assert_int_equal(json_line_read(words, text, (size_t)len, &line), 0);
        assert_int_equal(line.answers.of[pack->q_destination].value, c);
    }
    json_words_free(words);
    pack_free(pack);
}

// A hint that is cut: at no room is anything written behind it.
static void test_room_of_hints(void **state)
{
    (void)state;
    struct tiny tiny = tiny_open();
    static const char *const words[] = {"mastr", "SU", "nothing like it", "CHN", "kz"};
    static const char *const questions[] = {"level", "destination", "level", "destination",
                                            "destination"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t room = 1; room < 200; room++) {
            char whole[400], out[400];
            int32_t q = pack_question(tiny.pack, questions[i]);
            memset(out, 'X', sizeof out);
            json_hint_value(tiny.pack, q, words[i], strlen(words[i]), whole, sizeof whole);
            json_hint_value(tiny.pack, q, words[i], strlen(words[i]), out, room);
            assert_true(strlen(out) < room);
            for (size_t k = room; k < sizeof out; k++)
                assert_int_equal(out[k], 'X');
            if (strlen(whole) + 16 < room)
                assert_string_equal(out, whole);
        }
    tiny_close(&tiny);
}

// A key that is none: the nearest one is meant, however its letters and blanks are written.
static void test_key_hints(void **state)
{
    (void)state;
    struct tiny tiny = tiny_open();
    static const struct {
        const char *word, *meant;
    } keys[] = {
        {"level", "level"},
        {"LEVEL", "level"},
        {"levle", "level"},
        {"   level   ", "level"},
        {"\tLevel\n", "level"},
        {"AWARD COUNTRY", "award_country"},
        {"Award-Country", "award_country"},
        {"award  country", "award_country"},
        {"Duration Years", "duration_years"},
        {"DOCUMENTS-HELD", "documents_held"},
        {"", NULL},
        {"   ", NULL},
        {"zzzzzz", NULL},
        {"[level]", "level"},
        {"@@@@@", NULL},
        {"level                                                                         ", NULL},
        {"a word that is longer than any key could ever be, and then a few letters more", NULL},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *meant = json_hint_key(tiny.pack, keys[i].word, strlen(keys[i].word));
        if (meant ? !keys[i].meant || strcmp(meant, keys[i].meant) != 0 : keys[i].meant != NULL)
            fail_msg("%s: %s", keys[i].word, meant ? meant : "(none)");
    }
    tiny_close(&tiny);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),         cmocka_unit_test(test_cases),
        cmocka_unit_test(test_length),        cmocka_unit_test(test_all_words),
        cmocka_unit_test(test_room_of_hints), cmocka_unit_test(test_key_hints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
