// SPDX-License-Identifier: MIT
// The short record of a result names every outcome that is possible, the first of the pack too.
#include "stage.h"
#include "case/record.h"

static void test_outcomes(void **state)
{
    (void)state;
    open_pack("tiny");
    for (int32_t o = 0; o < pack->n_outcomes; o++) {
        struct text out = TEXT_INIT, want = TEXT_INIT;
        uint32_t all = ((uint32_t)1 << pack->n_outcomes) - 1;
        struct assessment a = {.outcome = o,
                               .possible = all,
                               .position = o,
                               .destination = NONE,
                               .licence = {.asked = true, .outcome = o}};
        record_write(&out, pack, &a);
        text_printf(&want, "outcome %s\nstate decided\npossible", pack->outcomes[o].id);
        for (int32_t i = 0; i < pack->n_outcomes; i++)
            text_printf(&want, " %s", pack->outcomes[i].id);
        text_printf(&want, "\nposition %s\nlicence %s\n", pack->outcomes[o].id,
                    pack->outcomes[o].id);
        assert_memory_equal(text_str(&out), text_str(&want), want.len);
        text_release(&out);
        text_release(&want);
    }
    close_pack();
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_outcomes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
