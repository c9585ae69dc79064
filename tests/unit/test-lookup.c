// SPDX-License-Identifier: MIT
// Look-ups in a pack that is written down here: ids, countries, offices, facts, licences and lists
// of a destination, and whom of the professions they concern.
#include "tests/unit/unit.h"

#include "base/date.h"
#include "pack/pack.h"
#include "pack/words.h"

enum { NURSE, DOCTOR, TEACHER, LAWYER }; // choices of a question about professions
enum { MINISTRY, BODY, LAW_SOCIETY, ALL_BODIES, CENTRE, OFFICES };
enum { ROLE_AUTHORITY, ROLE_CENTRE, ROLE_SERVICE, ROLES = 9 };

// Behind each list stands one more, which does not count.
static const struct office offices[OFFICES + 1] = {
    [MINISTRY] = {.id = "ministry", .role = "authority"},
    [BODY] = {.id = "nurses", .role = "profession"},
    [LAW_SOCIETY] = {.id = "lawyers", .role = "profession"},
    [ALL_BODIES] = {.id = "all", .role = "profession"},
    [CENTRE] = {.id = "enic", .role = "centre"},
    [OFFICES] = {.id = "nobody", .role = "study"},
};

static const struct licence licences[] = {
    {.id = "n", .professions = 1u << NURSE, .office = "nurses"},
    {.id = "l", .professions = 1u << LAWYER | 1u << TEACHER, .office = "lawyers"},
    {.id = "d", .professions = 1u << DOCTOR, .office = "all"},
};
enum { LICENCES = sizeof licences / sizeof *licences - 1 };

enum { FEE, FEE_OF_NURSES, TIME_OF_ENIC, FEE_NOT_NURSES, TIME, FACTS };
static const struct fact facts[FACTS + 1] = {
    [FEE] = {.id = "main-fee", .kind = "fee", .left_out = 1u << DOCTOR},
    [FEE_OF_NURSES] = {.id = "nurses-fee", .kind = "fee", .office = "nurses"},
    [TIME_OF_ENIC] = {.id = "enic-time", .kind = "time", .office = "enic"},
    [FEE_NOT_NURSES] = {.id = "other-fee", .kind = "fee", .left_out = 1u << NURSE},
    [TIME] = {.id = "main-time", .kind = "time"},
    [FACTS] = {.id = "nurses-time", .kind = "appeal"},
};

static const struct role roles[ROLES] = {
    [ROLE_AUTHORITY] = {.stands_in = NONE},
    [ROLE_CENTRE] = {.stands_in = NONE, .own_facts = true},
    [ROLE_SERVICE] = {.stands_in = ROLE_CENTRE},
    [3] = {.stands_in = ROLE_SERVICE},
    [4] = {.stands_in = NONE},
    [5] = {.stands_in = ROLE_AUTHORITY, .own_facts = true},
};

static const struct country_list lists[] = {
    {.id = "schools", .kind = LIST_INSTITUTIONS, .usual = NONE},
    {.id = "nurses", .kind = LIST_PROFESSION, .professions = 1u << NURSE, .usual = 2},
    {.id = "lawyers", .kind = LIST_PROFESSION, .professions = 1u << LAWYER, .usual = NONE},
    {.id = "schools2", .kind = LIST_INSTITUTIONS, .usual = 1},
    {.id = "doctors", .kind = LIST_PROFESSION, .professions = 1u << DOCTOR, .usual = 0},
};
enum { LISTS = sizeof lists / sizeof *lists - 1 };

static const struct country_level levels[] = {
    {.level = 1, .least = {4000, 240000}}, {.level = 1, .least = {3000, 0}},
    {.level = 1, .least = {0, 180000}},    {.level = 2, .least = {1000, 60000}},
    {.level = 2, .least = {2000, 60000}},  {.level = 3, .least = {0, 0}},
    {.level = 1, .least = {500, 500}},
};
enum { LEVELS = sizeof levels / sizeof *levels - 1 };

static const struct destination land = {
    .country = 2,
    .offices = offices,
    .n_offices = OFFICES,
    .facts = facts,
    .n_facts = FACTS,
    .levels = levels,
    .n_levels = LEVELS,
    .lists = lists,
    .n_lists = LISTS,
    .licences = licences,
    .n_licences = LICENCES,
    .other_body = &offices[ALL_BODIES],
    .roles = roles,
};

static void test_bodies(void **state)
{
    (void)state;
    static const struct {
        int64_t profession;
        int licence, body; // -1: none
    } rows[] = {
        {NURSE, 0, BODY},         {LAWYER, 1, LAW_SOCIETY}, {TEACHER, 1, LAW_SOCIETY},
        {DOCTOR, -1, ALL_BODIES}, {NONE, -1, ALL_BODIES},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t p = rows[i].profession;
        assert_ptr_equal(destination_licence(&land, p),
                         rows[i].licence < 0 ? NULL : &licences[rows[i].licence]);
        assert_ptr_equal(destination_body(&land, p), &offices[rows[i].body]);
        for (int o = BODY; o <= ALL_BODIES; o++)
            assert_int_equal(
                office_concerns(&land, &offices[o], (struct whom){.profession = p, .level = NONE}),
                o == rows[i].body);
        assert_true(office_concerns(&land, &offices[MINISTRY],
                                    (struct whom){.profession = p, .level = NONE}));
        assert_true(
            office_concerns(&land, &offices[CENTRE], (struct whom){.profession = p, .level = 0}));
        assert_ptr_equal(
            step_office(&land, "profession", (struct whom){.profession = p, .level = NONE}),
            &offices[rows[i].body]);
    }
    // The first office may be the one for all; where none is, nobody speaks for the others.
    struct destination other = land;
    assert_ptr_equal(destination_find_other_body(&land), &offices[ALL_BODIES]);
    other.offices = &offices[ALL_BODIES], other.n_offices = 1;
    other.other_body = destination_find_other_body(&other);
    assert_ptr_equal(destination_body(&other, DOCTOR), &offices[ALL_BODIES]);
    other.offices = offices, other.n_offices = ALL_BODIES;
    other.other_body = destination_find_other_body(&other);
    assert_null(destination_body(&other, DOCTOR));
    assert_ptr_equal(destination_body(&other, NURSE), &offices[BODY]);
    assert_ptr_equal(
        step_office(&other, "profession", (struct whom){.profession = DOCTOR, .level = NONE}),
        &offices[MINISTRY]);
}

// An office for diplomas of some levels.
static void test_levels(void **state)
{
    (void)state;
    static const struct office school = {.id = "school",
                                         .role = "study",
                                         .levels = 1u << 0 | 1u << 2},
                               body = {.id = "all", .role = "profession", .levels = 1u << 1};
    static const bool school_concerns[] = {true, false, true, false};
    for (int32_t level = 0; level < 4; level++)
        assert_int_equal(
            office_concerns(&land, &school, (struct whom){.profession = NURSE, .level = level}),
            school_concerns[level]);
    assert_true(office_concerns(&land, &school, (struct whom){.profession = NONE, .level = NONE}));
    assert_false(office_concerns(
        &land, &body, (struct whom){.profession = DOCTOR, .level = 1})); // not that very office
    const struct fact of_school = {.id = "f", .kind = "fee", .office = "school"};
    struct destination other = land;
    other.offices = &school, other.n_offices = 1;
    assert_true(fact_concerns(&other, &of_school, (struct whom){.profession = NURSE, .level = 2}));
    assert_false(fact_concerns(&other, &of_school, (struct whom){.profession = NURSE, .level = 1}));
}

// Where the authority does not deal with a level, the office that is there for that level is asked;
// the council of a profession is not, nor one that is there for all levels.
static void test_whom_to_ask(void **state)
{
    (void)state;
    enum { DEGREES, COUNCIL, GUIDE, BOARD };
    static const struct office asked[] = {
        [DEGREES] = {.id = "degrees", .role = "authority", .levels = 1u << 1 | 1u << 2},
        [COUNCIL] = {.id = "council", .role = "profession", .levels = 1u << 0},
        [GUIDE] = {.id = "guide", .role = "centre"},
        [BOARD] = {.id = "board", .role = "service", .levels = 1u << 0},
    };
    static const int rows[] = {BOARD, DEGREES, DEGREES, -1};
    struct destination other = land;
    other.offices = asked, other.n_offices = sizeof asked / sizeof *asked;
    other.other_body = &asked[COUNCIL];
    for (int32_t level = 0; level < 4; level++)
        assert_ptr_equal(
            destination_authority(&other, (struct whom){.profession = DOCTOR, .level = level}),
            rows[level] < 0 ? NULL : &asked[rows[level]]);
    assert_ptr_equal(
        destination_authority(&other, (struct whom){.profession = NONE, .level = NONE}),
        &asked[DEGREES]);
    other.offices = &asked[GUIDE], other.n_offices = 2;
    assert_null(destination_authority(&other, (struct whom){.profession = NONE, .level = 0}));
}

// The first of a list counts as well.
static void test_first(void **state)
{
    (void)state;
    struct destination other = land;
    other.facts = &facts[FEE_OF_NURSES], other.n_facts = 1;
    assert_ptr_equal(office_fact(&other, &offices[BODY], "fee"), &facts[FEE_OF_NURSES]);
    assert_null(office_fact(&other, &offices[CENTRE], "time")); // stands behind it
    assert_ptr_equal(destination_fact(&other, "fee"), &facts[FEE_OF_NURSES]);
    assert_null(destination_fact(&other, "time"));
    other.lists = &lists[1], other.n_lists = 1;
    assert_true(destination_lists(&other, LIST_PROFESSION, NURSE));
    assert_false(destination_lists(&other, LIST_PROFESSION, LAWYER));
    assert_int_equal(destination_list_usual(&other, LIST_PROFESSION, NURSE), 2);
    other.levels = &levels[3], other.n_levels = 1;
    assert_int_equal(destination_norm(&other, 2, NORM_YEARS), 1000);
    other.n_levels = 0;
    assert_int_equal(destination_norm(&other, 2, NORM_YEARS), 0);
    // Every kind of part by its id.
    static const struct {
        enum destination_part kind;
        const char *first, *last, *none;
        int32_t count;
    } rows[] = {{PART_FACT, "main-fee", "main-time", "nurses-time", FACTS},
                {PART_OFFICE, "ministry", "enic", "nobody", OFFICES},
                {PART_LICENCE, "n", "l", "d", LICENCES},
                {PART_LIST, "schools", "schools2", "doctors", LISTS}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(destination_count(&land, rows[i].kind), rows[i].count);
        assert_int_equal(destination_find(&land, rows[i].kind, rows[i].first), 0);
        assert_int_equal(destination_find(&land, rows[i].kind, rows[i].last), rows[i].count - 1);
        assert_int_equal(destination_find(&land, rows[i].kind, rows[i].none), NONE);
        assert_string_equal(destination_part(&land, rows[i].kind, 0).id, rows[i].first);
    }
}

static void test_offices(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int office, step; // of destination_office(), of step_office(); -1: none
    } rows[] = {
        {"authority", MINISTRY, MINISTRY},
        {"ministry", MINISTRY, MINISTRY},
        {"enic", CENTRE, CENTRE},
        {"centre", CENTRE, CENTRE},
        {"service", -1, CENTRE}, // the centre stands in
        {"study", -1, -1},       // who would stand in is not there either
        {"work", -1, -1},
        {"nurses", BODY, BODY},
        {"nobody", -1, -1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_ptr_equal(destination_office(&land, rows[i].name),
                         rows[i].office < 0 ? NULL : &offices[rows[i].office]);
        assert_ptr_equal(
            step_office(&land, rows[i].name, (struct whom){.profession = NURSE, .level = NONE}),
            rows[i].step < 0 ? NULL : &offices[rows[i].step]);
    }
}

static void test_facts(void **state)
{
    (void)state;
    assert_ptr_equal(destination_fact(&land, "fee"), &facts[FEE]);
    assert_ptr_equal(destination_fact(&land, "time"), &facts[TIME_OF_ENIC]);
    assert_ptr_equal(destination_fact(&land, "main-time"), &facts[TIME]);
    assert_null(destination_fact(&land, "appeal"));
    assert_ptr_equal(office_fact(&land, &offices[BODY], "fee"), &facts[FEE_OF_NURSES]);
    assert_null(office_fact(&land, &offices[BODY], "time"));
    assert_null(office_fact(&land, &offices[MINISTRY], "fee"));
    static const bool concerns[FACTS][5] = {
        // NURSE, DOCTOR, TEACHER, LAWYER, nobody said
        [FEE] = {true, false, true, true, true},
        [FEE_OF_NURSES] = {true, false, false, false, false},
        [TIME_OF_ENIC] = {true, true, true, true, true},
        [FEE_NOT_NURSES] = {false, true, true, true, true},
        [TIME] = {true, true, true, true, true},
    };
    for (int f = 0; f < FACTS; f++)
        for (int p = 0; p < 5; p++)
            if (fact_concerns(&land, &facts[f],
                              (struct whom){.profession = p < 4 ? p : NONE, .level = NONE}) !=
                concerns[f][p])
                fail_msg("fact %s, profession %d", facts[f].id, p);
}

static void test_facts_of_steps(void **state)
{
    (void)state;
    static const struct {
        const char *office, *name;
        int64_t profession;
        int fact; // -1: not known
    } rows[] = {
        {"authority", "fee", NURSE, FEE},
        {"authority", "fee", DOCTOR, FEE_NOT_NURSES},
        {"authority", "time", NURSE, TIME},
        {"authority", "nurses-fee", DOCTOR, FEE_OF_NURSES}, // by its id whatever it is
        {"authority", "appeal", NURSE, -1},
        {"authority", NULL, NURSE, -1},
        {"centre", "time", NURSE, TIME_OF_ENIC},
        {"centre", "fee", NURSE, -1},  // it has only its own
        {"service", "fee", NURSE, -1}, // the same where it stands in
        {"profession", "fee", NURSE, FEE_OF_NURSES},
        {"profession", "fee", LAWYER, -1},
        {"profession", "time", NURSE, -1},
        {"nobody", "fee", NURSE, -1}, // no office of that name, so none of the authority's either
        {NULL, "fee", NURSE, FEE},
        {NULL, "time", NURSE, TIME},
        {NULL, "main-fee", NURSE, FEE},
        {NULL, NULL, NURSE, -1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct item step = {.office = rows[i].office};
        const struct fact *got =
            step_fact(&land, &step, rows[i].name,
                      (struct whom){.profession = rows[i].profession, .level = NONE});
        if (got != (rows[i].fact < 0 ? NULL : &facts[rows[i].fact]))
            fail_msg("row %zu: %s", i, got ? got->id : "none");
    }
}

static void test_lists_and_norms(void **state)
{
    (void)state;
    static const struct {
        enum list_kind kind;
        int64_t profession;
        bool kept;
        int32_t usual;
    } rows[] = {
        {LIST_INSTITUTIONS, NURSE, true, 1},    {LIST_INSTITUTIONS, NONE, true, 1},
        {LIST_PROFESSION, NURSE, true, 2},      {LIST_PROFESSION, LAWYER, true, NONE},
        {LIST_PROFESSION, DOCTOR, false, NONE}, {LIST_PROFESSION, NONE, false, NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(destination_lists(&land, rows[i].kind, rows[i].profession), rows[i].kept);
        assert_int_equal(destination_list_usual(&land, rows[i].kind, rows[i].profession),
                         rows[i].usual);
    }
    static const struct country_list first = {.kind = LIST_PROFESSION, .professions = 1};
    assert_true(list_speaks(&first, 0));
    assert_false(list_speaks(&first, NONE));
    static const int64_t least[][NORMS] = {{0, 0}, {3000, 180000}, {1000, 60000}, {0, 0}};
    for (int level = 0; level < 4; level++)
        for (int norm = 0; norm < NORMS; norm++)
            assert_int_equal(destination_norm(&land, level, (enum norm)norm), least[level][norm]);
}

static void test_ids(void **state)
{
    (void)state;
    static const char *const countries[] = {"AU", "CN", "GB", "GB-ENG", "GB-SCT", "KZ"};
    enum { COUNTRIES = sizeof countries / sizeof *countries };
    static const struct question questions[] = {{.id = "first"}, {.id = "second"}};
    static const struct finding findings[] = {{.id = "f"}, {.id = "g"}};
    static const struct instrument instruments[] = {{.id = "i"}, {.id = "j"}};
    static const struct outcome outcomes[] = {{.id = "o"}, {.id = "p"}};
    static const struct source sources[] = {{.id = "s"}, {.id = "t"}};
    static const int16_t destination_of[COUNTRIES + 1] = {1, NONE, 0, NONE, NONE, NONE, 1};
    static const struct destination destinations[] = {{.country = 2}, {.country = 0}};
    const struct pack pack = {.countries = countries,
                              .n_countries = COUNTRIES,
                              .questions = questions,
                              .n_questions = 2,
                              .findings = findings,
                              .n_findings = 2,
                              .instruments = instruments,
                              .n_instruments = 2,
                              .outcomes = outcomes,
                              .n_outcomes = 2,
                              .sources = sources,
                              .n_sources = 2,
                              .destination_of = destination_of,
                              .destinations = destinations,
                              .n_destinations = 2};
    for (int32_t i = 0; i < COUNTRIES; i++)
        assert_int_equal(pack_country(&pack, countries[i]), i);
    static const char *const none[] = {"", "A", "AA", "AV", "G", "GB-", "GB-S", "GB-SCTX", "ZZ"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(pack_country(&pack, none[i]), NONE);
    assert_int_equal(pack_country_n(&pack, "GB-SCT", 2), 2);
    assert_int_equal(pack_country_n(&pack, "KZX", 2), 5);
    assert_int_equal(pack_question(&pack, "first"), 0);
    assert_int_equal(pack_question(&pack, "second"), 1);
    assert_int_equal(pack_finding(&pack, "f"), 0);
    assert_int_equal(pack_instrument(&pack, "i"), 0);
    assert_int_equal(pack_outcome(&pack, "o"), 0);
    assert_int_equal(pack_source(&pack, "s"), 0);
    assert_int_equal(pack_source(&pack, "t"), 1);
    assert_int_equal(pack_source(&pack, "u"), NONE);
    assert_ptr_equal(pack_destination(&pack, 2), &destinations[0]);
    assert_ptr_equal(pack_destination(&pack, 0), &destinations[1]);
    assert_null(pack_destination(&pack, 5));
    assert_null(pack_destination(&pack, NONE));
    assert_null(pack_destination(&pack, COUNTRIES)); // an extra choice
}

// When a treaty binds a country: what is written counts, then what follows from the deposit.
static void test_parties(void **state)
{
    (void)state;
    static const struct {
        enum entry_rule rule;
        date instrument, deposit, in_force, want;
        bool computed;
    } rows[] = {
        {ENTRY_MONTH_AFTER_FULL_MONTH, 20180201, 20190115, 0, 20190301, true},
        {ENTRY_MONTH_AFTER_FULL_MONTH, 20180201, 20150115, 0, 20180201, true},
        {ENTRY_THREE_MONTHS, 19990201, 20190115, 0, 20190415, true},
        {ENTRY_THREE_MONTHS, 20190415, 20190115, 0, 20190415, true},
        {ENTRY_DEPOSIT, 19990201, 20190115, 0, 20190115, true},
        {ENTRY_DEPOSIT, 19990201, 20190115, 20200101, 20200101, false},
        {ENTRY_NONE, 19990201, 20190115, 0, 0, false},
        {ENTRY_DEPOSIT, 0, 20190115, 0, 0, false},
        {ENTRY_DEPOSIT, 19990201, 0, 0, 0, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct instrument instrument = {.entry_rule = rows[i].rule, .in_force = rows[i].instrument};
        struct party party = {.deposit = rows[i].deposit,
                              .in_force = rows[i].in_force,
                              .not_before = 1,
                              .not_after = 2};
        party_complete(&instrument, &party);
        assert_int_equal(party.in_force, rows[i].want);
        assert_int_equal(party.in_force_computed, rows[i].computed);
        bool open = !rows[i].deposit || rows[i].rule == ENTRY_NONE || rows[i].in_force;
        assert_int_equal(party.not_before, open ? 1 : 0);
        assert_int_equal(party.not_after, open ? 2 : 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_whom_to_ask),
        cmocka_unit_test(test_first),
        cmocka_unit_test(test_offices),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_facts_of_steps),
        cmocka_unit_test(test_lists_and_norms),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_parties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
