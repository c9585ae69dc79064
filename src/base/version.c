// SPDX-License-Identifier: MIT
#include "base/version.h"

#include <stdlib.h>
#include <string.h>
#include "base/order.h"

int version_order(const char *a, const char *b)
{
    while (*a || *b) {
        char *end_a, *end_b;
        unsigned long x = strtoul(a, &end_a, 10), y = strtoul(b, &end_b, 10);
        int order = (x > y) - (x < y);
        if (order)
            return order;
        if (end_a == a && end_b == b)
            return order_of(strcmp(a, b), 0);
        a = end_a + (*end_a == '.');
        b = end_b + (*end_b == '.');
    }
    return 0;
}
