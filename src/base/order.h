// SPDX-License-Identifier: MIT
// Which of two numbers comes first, as qsort() asks: below nought, nought, above nought.
#ifndef TANU_BASE_ORDER_H
#define TANU_BASE_ORDER_H

#include <stdint.h>

static inline int order_of(int64_t x, int64_t y)
{
    return (x > y) - (x < y);
}

#endif
