// SPDX-License-Identifier: MIT
// The smaller and the larger of two numbers of cells, and one kept between two.
#ifndef TANU_PAPER_MEASURE_H
#define TANU_PAPER_MEASURE_H

static inline int measure_least(int a, int b)
{
    return a < b ? a : b;
}

static inline int measure_most(int a, int b)
{
    return a > b ? a : b;
}

static inline int measure_between(int n, int low, int high)
{
    return n < low ? low : n > high ? high : n;
}

#endif
