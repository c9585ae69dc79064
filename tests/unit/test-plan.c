// SPDX-License-Identifier: MIT
// The steps on a calendar, forwards and backwards: one row is some steps, how long each takes, and
// the days that follow; and what the page of steps says of them.
#include "stage.h"
#include "view/parts.h"
#include "view/plan.h"

enum { MOST = 6 };

struct stage { // the pack of pages, with steps of its own
    struct pack pack;
    struct destination destinations[8];
    struct item steps[MOST];
    struct fact facts[MOST];
    struct answers answers;
    struct assessment a;
    int32_t chosen[MOST];
    struct arena arena;
    struct ground g;
};

// "10:30 20:2w 20:0": steps of order 10, 20, 20; thirty days, two weeks, not known.
static void set(struct stage *s, const char *steps)
{
    static const char *const kinds[MOST] = {"a", "b", "c", "d", "e", "f"};
    int32_t kz = pack->destination_of[pack_country(pack, "KZ")];
    memset(s, 0, sizeof *s);
    s->pack = *pack;
    memcpy(s->destinations, pack->destinations,
           (size_t)pack->n_destinations * sizeof *s->destinations);
    s->pack.destinations = s->destinations;
    s->pack.steps = s->steps;
    s->a.steps = s->chosen;
    s->a.destination = kz;
    s->a.licence.record = NONE;
    int n = 0;
    for (const char *at = steps; *at; n++) {
        char *end;
        s->steps[n] = pack->steps[0];
        s->steps[n].order = (int32_t)strtol(at, &end, 10);
        s->facts[n] = (struct fact){.id = kinds[n], .kind = kinds[n]};
        s->facts[n].takes = (int32_t)strtol(end + 1, &end, 10);
        s->facts[n].unit = *end == 'w'   ? UNIT_WEEKS
                           : *end == 'm' ? UNIT_MONTHS
                           : *end == 'x' ? UNIT_WORKING_DAYS
                                         : UNIT_DAYS;
        s->steps[n].time = kinds[n];
        s->chosen[n] = n;
        at = end + strcspn(end, " ");
        at += strspn(at, " ");
    }
    s->a.n_steps = s->pack.n_steps = n;
    s->destinations[kz].facts = s->facts;
    s->destinations[kz].n_facts = n;
    s->answers.of[pack->q_destination] =
        (struct answer){.state = ANSWER_GIVEN, .value = pack_country(pack, "KZ")};
    arena_init(&s->arena);
    s->g = (struct ground){.arena = &s->arena,
                           .i18n = &i18n,
                           .pack = &s->pack,
                           .engine = engine,
                           .as_of = DAY,
                           .answers = &s->answers,
                           .assessment = &s->a};
}

static void put_day(struct text *out, date day)
{
    char words[DATE_TEXT];
    text_add(out, date_format(words, day));
}

static void test_plan(void **state)
{
    (void)state;
    static const struct {
        const char *steps;
        date start, deadline;
        const char
            *plan; // first day + days of each step; ? not known, * what all that follows waits for
    } rows[] = {
        {"", 0, 0, "2026-11-23 to 2026-11-23, 0 days, whole"},
        {"10:30", 0, 0, "11-23+30* 2026-11-23 to 2026-12-23, 30 days, whole"},
        {"10:1", 0, 0, "11-23+1* 2026-11-23 to 2026-11-24, 1 days, whole"},
        {"10:0", 0, 0, "11-23+1?* 2026-11-23 to 2026-11-24, 1 days"},
        {"10:2w", 20261201, 0, "12-01+14* 2026-12-01 to 2026-12-15, 14 days, whole"},
        {"10:1m", 20261201, 0, "12-01+30* 2026-12-01 to 2026-12-31, 30 days, whole"},
        {"10:1x", 20261201, 0, "12-01+2* 2026-12-01 to 2026-12-03, 2 days, whole"},
        {"10:5x", 20261201, 0, "12-01+7* 2026-12-01 to 2026-12-08, 7 days, whole"},
        {"10:6x", 20261201, 0, "12-01+9* 2026-12-01 to 2026-12-10, 9 days, whole"},
        // Beside each other: the longest counts, and both if they are as long.
        {"10:3 10:5 20:2", 20261201, 0,
         "12-01+3 12-01+5* 12-06+2* 2026-12-01 to 2026-12-08, 7 days, whole"},
        {"10:5 10:5", 20261201, 0, "12-01+5* 12-01+5* 2026-12-01 to 2026-12-06, 5 days, whole"},
        {"10:2 10:0 20:0 30:1", 20261201, 0,
         "12-01+2* 12-01+1? 12-03+1?* 12-04+1* 2026-12-01 to 2026-12-05, 4 days"},
        // Backwards from a day.
        {"10:3 20:2", 0, 20261210, "12-05+3* 12-08+2* 2026-12-05 to 2026-12-10, 5 days, whole"},
        {"10:3 20:2", 20261201, 20261210,
         "12-05+3* 12-08+2* 2026-12-05 to 2026-12-10, 5 days, whole"},
        {"10:3", 0, 20261126, "11-23+3* 2026-11-23 to 2026-11-26, 3 days, whole"},
        {"10:4", 0, 20261126, "11-22+4* 2026-11-22 to 2026-11-26, 4 days, whole, late"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static struct stage s;
        struct plan plan;
        struct text out = TEXT_INIT;
        set(&s, rows[i].steps);
        plan_make(&plan, &s.g, rows[i].start, rows[i].deadline);
        for (int32_t k = 0; k < plan.n; k++) {
            const struct plan_step *step = &plan.steps[k];
            char words[DATE_TEXT];
            text_add(&out, date_format(words, step->start) + 5);
            text_printf(&out, "+%d%s%s ", (int)step->days, step->known ? "" : "?",
                        step->critical ? "*" : "");
            assert_int_equal(step->end, date_add_days(step->start, step->days));
        }
        put_day(&out, plan.start);
        text_add(&out, " to ");
        put_day(&out, plan.end);
        text_printf(&out, ", %d days%s%s", (int)plan.days, plan.whole ? ", whole" : "",
                    plan.late ? ", late" : "");
        assert_string_equal(text_str(&out), rows[i].plan);
        text_release(&out);
        arena_release(&s.arena);
    }
}

// What stands under "How long it may take", a line a block; bars as "number:from+days".
static void put_timeline(struct text *out, const struct stage *s)
{
    struct making m;
    make_begin(&m, &s->g, PAGE_RESULT, "Steps");
    m.folded = !s->g.details;
    part_deadline(&m);
    part_timeline(&m);
    const struct page *page = page_finish(&m.b);
    for (int i = 0; i < page->n_blocks; i++) {
        const struct block *b = &page->blocks[i];
        assert_int_equal(b->indent, 0);
        if (b->kind == BLOCK_CHART) {
            text_add(out, "bars");
            for (int k = 0; k < b->chart->n; k++)
                text_printf(out, " %d:%d+%d%s", b->chart->bars[k].number, b->chart->bars[k].from,
                            b->chart->bars[k].days, b->chart->bars[k].known ? "" : "?");
            text_printf(out, " of %d\n", b->chart->days);
        } else if (b->kind != BLOCK_HEADING) {
            text_printf(out, "%s%s%s\n", b->marker, *b->marker ? " " : "", b->text);
        } else {
            text_add(out, "--\n");
        }
    }
}

#define HOLIDAYS "Holidays are not counted. It is not a promise: the authority decides.\n"
#define LONGER                                                                                     \
    "A step whose length nobody knows counts as one day, so it can only take longer. It is not a " \
    "promise.\n"

static void test_timeline(void **state)
{
    (void)state;
    static const struct {
        const char *steps;
        date start, deadline;
        bool details;
        const char *words;
    } rows[] = {
        {"", 0, 0, true, ""},
        {"", 0, 20261210, true, ""},
        {"10:0", 0, 0, true, ""},
        {"10:3", 0, 0, false, ""}, // said with its step
        {"10:3", 0, 0, true,
         "--\n1. 2026-11-23: The Centre has at most 3 days, until 2026-11-26. All that follows "
         "waits "
         "for it.\n" HOLIDAYS},
        {"10:0", 20261201, 0, true,
         "--\nbars 1:0+1? of 1\nCounted so, the last step ends on 2026-12-02.\n" LONGER},
        {"10:3", 20261201, 0, false,
         "--\nbars 1:0+3 of 3\n1. 2026-12-01: The Centre has at most 3 days, until 2026-12-04. All "
         "that follows waits for it.\nCounted so, the last step ends on 2026-12-04.\n" HOLIDAYS},
        {"10:3 20:2", 0, 0, false,
         "--\nbars 1:0+3 2:3+2 of 5\n1. 2026-11-23: The Centre has at most 3 days, until "
         "2026-11-26. All that follows waits for it.\n2. 2026-11-26: The Centre has at most 2 "
         "days, "
         "until 2026-11-28. All that follows waits for it.\nCounted so, the last step ends on "
         "2026-11-28.\n" HOLIDAYS},
        {"10:3 10:5 10:4 20:2 30:1", 0, 0, true,
         "--\nbars 1:0+3 2:0+5 3:0+4 4:5+2 5:7+1 of 8\n"
         "1. 2026-11-23: The Centre has at most 3 days, until 2026-11-26.\n"
         "2. 2026-11-23, at the same time: The Centre has at most 5 days, until 2026-11-28. All "
         "that follows waits for it.\n"
         "3. 2026-11-23, at the same time: The Centre has at most 4 days, until 2026-11-27.\n"
         "4. 2026-11-28: The Centre has at most 2 days, until 2026-11-30. All that follows waits "
         "for it.\n"
         "5. 2026-11-30: The Centre has at most 1 days, until 2026-12-01. All that follows waits "
         "for it.\nCounted so, the last step ends on 2026-12-01.\n" HOLIDAYS},
        {"10:3 20:0", 0, 20261210, true,
         "To be ready by 2026-12-10 begin by 2026-12-06.\nHow long some steps take is not known: "
         "begin earlier if you can.\nNothing has to begin within a week.\n--\nbars 1:0+3 2:3+1? of "
         "4\n1. begin by 2026-12-06: The Centre has at most 3 days, until 2026-12-09. All that "
         "follows waits for it.\n2. begin by 2026-12-09: how long this takes is not "
         "known.\n" LONGER},
        {"10:3 20:1", 0, 20261202,
         false, // the first step on 28, the second on the first of December
         "To be ready by 2026-12-02 begin by 2026-11-28.\nTo begin within a week: step 1.\n--\n"
         "bars 1:0+3 2:3+1 of 4\n1. begin by 2026-11-28: The Centre has at most 3 days, until "
         "2026-12-01. All that follows waits for it.\n2. begin by 2026-12-01: The Centre has at "
         "most 1 days, until 2026-12-02. All that follows waits for it.\n" HOLIDAYS},
        {"10:1 20:1 30:1", 0, 20261202, false,
         "To be ready by 2026-12-02 begin by 2026-11-29.\nTo begin within a week: step 1.\n--\n"},
        {"10:30", 0, 20261201, false,
         "To be ready by 2026-12-01 the first step should have begun on 2026-11-01. That is too "
         "late for this way: ask the office whether there is a quicker one.\n--\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static struct stage s;
        struct text out = TEXT_INIT;
        set(&s, rows[i].steps);
        s.g.start = rows[i].start;
        s.g.deadline = rows[i].deadline;
        s.g.details = rows[i].details;
        put_timeline(&out, &s);
        size_t len = strlen(rows[i].words);
        bool begins = len > 3 && !strcmp(rows[i].words + len - 3, "--\n"); // only what comes first
        if (begins ? strncmp(text_str(&out), rows[i].words, len) != 0
                   : strcmp(text_str(&out), rows[i].words) != 0)
            fail_msg("%s:\n%s\ninstead of\n%s", rows[i].steps, text_str(&out), rows[i].words);
        text_release(&out);
        arena_release(&s.arena);
    }
}

static int open_it(void **state)
{
    (void)state;
    open_pack("pages");
    return 0;
}

static int close_it(void **state)
{
    (void)state;
    close_pack();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_plan),
                                       cmocka_unit_test(test_timeline)};
    return cmocka_run_group_tests(tests, open_it, close_it);
}
