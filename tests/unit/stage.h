// SPDX-License-Identifier: MIT
// A pack of tests/packs opened for builders of pages: rules, names and words in English.
#ifndef TANU_TESTS_STAGE_H
#define TANU_TESTS_STAGE_H

#include <stdlib.h>
#include "unit.h"
#include "base/text.h"
#include "engine/session.h"
#include "pack/read/load.h"
#include "view/builders.h"
#include "view/search.h"

enum { DAY = 20261123 };

// The pack that is open.
static const struct pack *pack;
static struct engine *engine;
static struct i18n i18n;
static struct search *names;

static inline int32_t question(const char *id)
{
    int32_t q = pack_question(pack, id);
    assert_int_not_equal(q, NONE);
    return q;
}

static inline const char *source_path(char *room, size_t size, const char *name)
{
    const char *src = getenv("TANU_SRC");
    snprintf(room, size, "%s/%s", src ? src : ".", name);
    return room;
}

static inline void open_pack(const char *name)
{
    struct diags diags;
    char path[100], dir[700];
    snprintf(path, sizeof path, "tests/packs/%s", name);
    diags_init(&diags);
    pack = pack_load(source_path(dir, sizeof dir, path), LOAD_NEAR, &diags);
    if (!pack) {
        struct text out = TEXT_INIT;
        diags_render(&out, &diags);
        fail_msg("%s", text_str(&out));
    }
    diags_release(&diags);
    engine = engine_new(pack, DAY);
    i18n_init(&i18n, "en", "/nonexistent");
    i18n_set_pack(&i18n, pack, NULL);
    names = search_new(&i18n, pack);
}

static inline void close_pack(void)
{
    search_free(names);
    engine_free(engine);
    pack_free(pack);
    i18n_release(&i18n);
}

#endif
