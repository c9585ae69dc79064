// SPDX-License-Identifier: MIT
// Under sanitizers everything takes several times as long: then a test goes through every
// SLOW_STEPth of what it has.
#ifndef TANU_TESTS_SLOW_H
#define TANU_TESTS_SLOW_H

#include "base/guard.h"

#if defined GUARD_BLOCKS || defined __SANITIZE_THREAD__
enum { SLOW_STEP = 10 };
#else
enum { SLOW_STEP = 1 };
#endif

#endif
