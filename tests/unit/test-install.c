// SPDX-License-Identifier: MIT
// Installed packs: which version is newer, and what a signed comment may claim.
#include "app/install.h"
#include "base/version.h"
#include "tests/unit/unit.h"

static void test_versions(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int order;
    } rows[] = {
        {"1", "1", 0},
        {"1", "2", -1},
        {"2", "10", -1},
        {"2026.11.1", "2026.12.1", -1},
        {"2026.11.2", "2026.11.10", -1},
        {"2026.12", "2027.1", -1},
        {"1.2", "1.2.1", -1},
        {"1.2", "1.2.0", 0},
        {"1", "1.a", -1},
        {"1.a", "1.b", -1},
        {"1.a", "1.a", 0},
        {"1.a", "1.1", -1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int there = version_order(rows[i].a, rows[i].b);
        int back = version_order(rows[i].b, rows[i].a);
        if (there != rows[i].order || back != -rows[i].order)
            fail_msg("%s and %s: %d, %d", rows[i].a, rows[i].b, there, back);
    }
}

#define TEN "abcdefghij"
#define SIXTY TEN TEN TEN TEN TEN TEN

static void test_claims(void **state)
{
    (void)state;
    static const struct {
        const char *comment, *id, *version; // NULL: refused
    } rows[] = {
        {"pack=tokyo version=2026.12.1 expires=2027-06-30", "tokyo", "2026.12.1"},
        {"expires=2027-06-30 version=2 pack=a-b_c.d9", "a-b_c.d9", "2"},
        {"mypack=x pack=tokyo version=1 expires=2027-06-30", "tokyo", "1"},
        {"packed pack=tokyo version=1 expires=2027-06-30", "tokyo", "1"},
        {"pack=" SIXTY " version=1 expires=2027-06-30", SIXTY, "1"},
        {"pack=" SIXTY "k version=1 expires=2027-06-30", NULL, NULL},
        {"mypack=x version=1 expires=2027-06-30", NULL, NULL},
        {"pack= version=1 expires=2027-06-30", NULL, NULL},
        {"pack=../tokyo version=1 expires=2027-06-30", NULL, NULL},
        {"pack=..  version=1 expires=2027-06-30", NULL, NULL},
        {"pack=.tokyo version=1 expires=2027-06-30", NULL, NULL},
        {"pack=-tokyo version=1 expires=2027-06-30", NULL, NULL},
        {"pack=to/kyo version=1 expires=2027-06-30", NULL, NULL},
        {"pack=Tokyo version=1 expires=2027-06-30", NULL, NULL},
        {"pack=tokyo, version=1 expires=2027-06-30", NULL, NULL},
        {"pack=tokyo version=v1 expires=2027-06-30", NULL, NULL},
        {"pack=tokyo version= expires=2027-06-30", NULL, NULL},
        {"pack=tokyo expires=2027-06-30", NULL, NULL},
        {"pack=tokyo version=1", NULL, NULL},
        {"pack=tokyo version=1 expires=2027-02-30", NULL, NULL},
        {"pack=tokyo version=1 expires=soon", NULL, NULL},
        {"", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct install_claim claim;
        bool good = install_read_claim(rows[i].comment, &claim);
        if (good != (rows[i].id != NULL))
            fail_msg("%s is %s", rows[i].comment, good ? "taken" : "refused");
        if (good) {
            assert_string_equal(claim.id, rows[i].id);
            assert_string_equal(claim.version, rows[i].version);
            assert_int_equal(claim.expires, 20270630);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_versions),
                                       cmocka_unit_test(test_claims)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
