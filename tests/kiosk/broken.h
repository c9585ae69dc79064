/* SPDX-License-Identifier: MIT
 * broken: a world with faults for a program, with LD_PRELOAD (broken.c). The file TANU_TEST_BROKEN
 * holds them and is shared: what a test writes there is so from the next call on.
 */
#ifndef KIOSK_BROKEN_H
#define KIOSK_BROKEN_H

#include <stdint.h>

struct broken {
    int64_t calendar;  /* seconds that the calendar is off */
    int64_t stopwatch; /* and the clock that only goes forward */
    int64_t full;      /* no file can be written */
};

#endif
