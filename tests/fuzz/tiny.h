// SPDX-License-Identifier: MIT
// The tiny pack for fuzz targets: loaded once and kept, a fuzzer calls a target a million times.
#ifndef TANU_TESTS_FUZZ_TINY_H
#define TANU_TESTS_FUZZ_TINY_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/engine.h"
#include "pack/read/load.h"

enum { FUZZ_DAY = 20261123 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline const struct pack *fuzz_pack(void)
{
    static const struct pack *pack;
    char path[4096];
    struct diags diags;
    const char *src = getenv("TANU_SRC");
    if (pack)
        return pack;
    snprintf(path, sizeof path, "%s/tests/packs/tiny", src ? src : ".");
    diags_init(&diags);
    pack = pack_load(path, 0, &diags);
    diags_release(&diags);
    if (!pack) {
        fprintf(stderr, "%s: the tiny pack does not load\n", path);
        exit(1);
    }
    return pack;
}

static inline struct engine *fuzz_engine(void)
{
    static struct engine *engine;
    if (!engine)
        engine = engine_new(fuzz_pack(), FUZZ_DAY);
    return engine;
}

#endif
