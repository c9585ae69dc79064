// SPDX-License-Identifier: MIT
// Lines of answers, each with all that comes of it: the answers as they are written again, with the
// fields that are handed back; or what is wrong, where, and whose line it is.
#include "tests/unit/tiny.h"

#include "base/bits.h"
#include "case/json_line.h"

static const struct {
    const char *line, *want;
} rows[] = {
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
};

// As it is read: what stands behind the line is not its own.
static void read_line(struct json_words *words, const struct pack *pack, const char *bytes,
                      struct text *out)
{
    static struct json_line line;
    struct text copy = TEXT_INIT;
    text_add(&copy, bytes);
    text_add(&copy, "\",\"id\":\"other");
    copy.bytes[strlen(bytes)] = '\0';
    int status = json_line_read(words, copy.bytes, strlen(bytes), &line);
    assert_int_equal(status, line.code ? -1 : 0);
    if (status)
        text_printf(out, "%s: %s", line.code, line.text);
    else
        answers_json(out, pack, &line.answers);
    if (line.id.bytes) {
        text_char(out, ' ');
        json_head(out, &line);
        text_char(out, ' ');
        json_id(out, &line);
    }
    for (int i = 0; i < 2; i++)
        if (line.echo[i].bytes)
            text_printf(out, " echo %d: %.*s", i, (int)line.echo[i].len, line.echo[i].bytes);
    for (int32_t d = 0; !status && line.answers.ticks && d < pack->n_documents; d++)
        if (bits_has(line.answers.ticks, (size_t)d))
            text_printf(out, " %s", pack->documents[d].id);
    text_release(&copy);
}

static void test_lines(void **state)
{
    (void)state;
    static const char *const echo[] = {"note", "other note"};
    struct tiny tiny = tiny_open();
    struct json_words *words = json_words_new(tiny.pack, TINY_DAY, echo, 2);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text out = TEXT_INIT;
        read_line(words, tiny.pack, rows[i].line, &out);
        if (strcmp(text_str(&out), rows[i].want))
            fail_msg("%s\n  is  %s\n  was %s", rows[i].line, text_str(&out), rows[i].want);
        text_release(&out);
    }
    json_words_free(words);
    tiny_close(&tiny);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
