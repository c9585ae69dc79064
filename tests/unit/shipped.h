// SPDX-License-Identifier: MIT
// The shipped pack, opened for tests: `flags` as in pack/read/load.h; release with pack_free().
#ifndef TANU_TESTS_SHIPPED_H
#define TANU_TESTS_SHIPPED_H

#include <stdlib.h>
#include "unit.h"
#include "pack/read/load.h"

static inline const struct pack *shipped_open(unsigned flags)
{
    const char *src = getenv("TANU_SRC");
    char dir[4096];
    struct diags diags;
    snprintf(dir, sizeof dir, "%s/questions/tokyo", src ? src : ".");
    diags_init(&diags);
    const struct pack *pack = pack_load(dir, flags, &diags);
    diags_release(&diags);
    assert_non_null(pack);
    return pack;
}

#endif
