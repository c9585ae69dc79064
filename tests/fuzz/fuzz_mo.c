// SPDX-License-Identifier: MIT
// Fuzz target: the look through a foreign catalogue. It must never read outside the bytes; the
// numbers in the header are taken in either byte order.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tongue/mo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    void *copy = malloc(size ? size : 1); // an exact block
    if (!copy)
        return 0;
    memcpy(copy, data, size);
    const char *fault = mo_check(copy, size);
    if (fault && !*fault)
        abort();
    free(copy);
    return 0;
}
