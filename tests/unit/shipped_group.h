// SPDX-License-Identifier: MIT
// A group of tests that share the shipped pack, with its worked cases for comparison:
//   return cmocka_run_group_tests(tests, shipped_begin, shipped_end);
#ifndef TANU_TESTS_SHIPPED_GROUP_H
#define TANU_TESTS_SHIPPED_GROUP_H

#include "shipped.h"

static const struct pack *shipped;

static inline int shipped_begin(void **state)
{
    (void)state;
    shipped = shipped_open(LOAD_NEAR);
    return 0;
}

static inline int shipped_end(void **state)
{
    (void)state;
    pack_free(shipped);
    return 0;
}

#endif
