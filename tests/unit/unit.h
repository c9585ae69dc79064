// SPDX-License-Identifier: MIT
// What every unit test includes: cmocka and the headers it wants before itself.
#ifndef TANU_TESTS_UNIT_H
#define TANU_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#endif
