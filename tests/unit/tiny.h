// SPDX-License-Identifier: MIT
// The tiny pack, an engine and answers for tests of session, view and line mode.
#ifndef TANU_TESTS_TINY_H
#define TANU_TESTS_TINY_H

#include <stdlib.h>
#include "unit.h"
#include "base/text.h"
#include "engine/engine.h"
#include "pack/read/load.h"

enum { TINY_DAY = 20261123 };

struct tiny {
    const struct pack *pack;
    struct engine *engine;
};

static inline struct tiny tiny_open(void)
{
    struct text dir = TEXT_INIT;
    struct diags diags;
    struct tiny tiny;
    diags_init(&diags);
    text_printf(&dir, "%s/tests/packs/tiny", getenv("TANU_SRC") ? getenv("TANU_SRC") : ".");
    tiny.pack = pack_load(text_str(&dir), 0, &diags);
    if (!tiny.pack) {
        struct text out = TEXT_INIT;
        diags_render(&out, &diags);
        fail_msg("%s", text_str(&out));
    }
    tiny.engine = engine_new(tiny.pack, TINY_DAY);
    diags_release(&diags);
    text_release(&dir);
    return tiny;
}

static inline void tiny_close(struct tiny *tiny)
{
    engine_free(tiny->engine);
    pack_free(tiny->pack);
}

// A value of a question by the id of the choice or the country.
static inline struct answer tiny_answer(const struct tiny *tiny, const char *question,
                                        const char *word)
{
    struct answer answer = {0};
    assert_int_equal(answer_parse(tiny->pack, pack_question(tiny->pack, question), word,
                                  strlen(word), TINY_DAY, &answer),
                     0);
    return answer;
}

#endif
