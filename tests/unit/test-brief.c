// SPDX-License-Identifier: MIT
// The brief form of an assessment, to the byte: the first, a later and the last of each list of a
// pack, and long ids, for which the room was reckoned before.
#include "tests/unit/unit.h"

#include <stdlib.h>

#include "base/oom.h"
#include "case/json.h"

enum { OUTCOMES = 4, INSTRUMENTS = 3, FINDINGS = 3 };

static void expect(const struct pack *pack, const struct assessment *a, const char *head,
                   const char *want)
{
    struct json_brief *brief = json_brief_new(pack);
    struct text out = TEXT_INIT;
    json_brief(&out, brief, a, head, strlen(head));
    assert_string_equal(text_str(&out), want);
    json_brief(&out, brief, a, head, strlen(head)); // behind what is there
    assert_int_equal(out.len, 2 * strlen(want));
    assert_string_equal(text_str(&out) + strlen(want), want);
    text_release(&out);
    json_brief_free(brief);
}

static void test_brief(void **state)
{
    (void)state;
    static const struct outcome outcomes[OUTCOMES] = {
        {.id = "first"}, {.id = "second"}, {.id = "third"}, {.id = "fourth"}};
    static const struct instrument instruments[INSTRUMENTS] = {
        {.id = "i0"}, {.id = "i1"}, {.id = "i2"}};
    static const struct finding findings[FINDINGS] = {{.id = "f0"}, {.id = "f1"}, {.id = "f2"}};
    const struct pack pack = {.outcomes = outcomes,
                              .n_outcomes = OUTCOMES,
                              .instruments = instruments,
                              .n_instruments = INSTRUMENTS,
                              .findings = findings,
                              .n_findings = FINDINGS};
    struct finding_state live[] = {{.finding = 0}, {.finding = 2}, {.finding = 1}};
    struct assessment *a = xcalloc(1, sizeof *a);
    a->outcome = 0, a->position = NONE;
    expect(&pack, a, "",
           "{\"outcome\":\"first\",\"possible\":[],\"convention_position\":null,"
           "\"instruments\":[],\"findings\":[]}");
    a->outcome = 3, a->possible = 9, a->position = 0;
    a->links[0] = (struct link){.instrument = 2, .applies = TRUTH_YES};
    a->links[1] = (struct link){.instrument = 1, .applies = TRUTH_UNKNOWN};
    a->links[2] = (struct link){.instrument = 0, .applies = TRUTH_YES};
    a->links[3] = (struct link){.instrument = 1, .applies = TRUTH_NO};
    a->links[4] = a->links[0]; // does not count
    a->n_links = 4, a->findings = live, a->n_findings = 3, a->n_live = 2;
    expect(&pack, a, "\"id\":7,",
           "{\"id\":7,\"outcome\":\"fourth\",\"possible\":[\"first\",\"fourth\"],"
           "\"convention_position\":\"first\",\"instruments\":[\"i2\",\"i0\"],"
           "\"findings\":[\"f0\",\"f2\"]}");
    a->possible = 15, a->position = 3, a->n_live = 3;
    expect(&pack, a, "",
           "{\"outcome\":\"fourth\",\"possible\":[\"first\",\"second\",\"third\",\"fourth\"],"
           "\"convention_position\":\"fourth\",\"instruments\":[\"i2\",\"i0\"],"
           "\"findings\":[\"f0\",\"f2\",\"f1\"]}");
    free(a);
}

// The longest answer that there is, of ids so long that the words between them do not count.
static void test_room(void **state)
{
    (void)state;
    char ids[OUTCOMES + INSTRUMENTS + FINDINGS][5001];
    struct outcome outcomes[OUTCOMES] = {0};
    struct instrument instruments[INSTRUMENTS] = {0};
    struct finding findings[FINDINGS] = {0};
    struct finding_state live[FINDINGS] = {0};
    struct assessment *a = xcalloc(1, sizeof *a);
    size_t length = 0;
    for (int i = 0; i < OUTCOMES + INSTRUMENTS + FINDINGS; i++) {
        memset(ids[i], 'a' + i, 5000);
        ids[i][5000] = '\0';
    }
    for (int i = 0; i < OUTCOMES; i++)
        outcomes[i].id = ids[i];
    for (int i = 0; i < INSTRUMENTS; i++) {
        instruments[i].id = ids[OUTCOMES + i];
        a->links[i] = (struct link){.instrument = i, .applies = TRUTH_YES};
    }
    for (int i = 0; i < FINDINGS; i++) {
        findings[i].id = ids[OUTCOMES + INSTRUMENTS + i];
        live[i].finding = i;
    }
    const struct pack pack = {.outcomes = outcomes,
                              .n_outcomes = OUTCOMES,
                              .instruments = instruments,
                              .n_instruments = INSTRUMENTS,
                              .findings = findings,
                              .n_findings = FINDINGS};
    a->possible = (1u << OUTCOMES) - 1;
    a->n_links = INSTRUMENTS;
    a->findings = live, a->n_findings = a->n_live = FINDINGS;
    struct json_brief *brief = json_brief_new(&pack);
    struct text out = TEXT_INIT;
    json_brief(&out, brief, a, "", 0);
    for (int i = 0; i < OUTCOMES + INSTRUMENTS + FINDINGS; i++) {
        assert_non_null(strstr(text_str(&out), ids[i]));
        length += 5000 + strlen("\"\",");
    }
    assert_true(out.len > length + 2 * 5000 && out.len < length + 2 * 5000 + 256);
    text_release(&out);
    json_brief_free(brief);
    json_brief_free(NULL);
    free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_brief), cmocka_unit_test(test_room)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
