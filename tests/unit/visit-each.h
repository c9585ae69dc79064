// SPDX-License-Identifier: MIT
// For tests that each begin with a visit of their own: `v`, and T(test) for the list of them.
#ifndef TANU_TESTS_VISIT_EACH_H
#define TANU_TESTS_VISIT_EACH_H

#include "visit.h"

static struct visit v; // of the test that runs

static int set_up(void **state)
{
    (void)state;
    visit_open(&v);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    visit_close(&v);
    return 0;
}

#define T(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
