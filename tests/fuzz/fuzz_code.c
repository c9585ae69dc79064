// SPDX-License-Identifier: MIT
// Fuzz target: codes. As they come, and with the check signs put right; what is read holds only
// answers that the pack allows, and writing them again gives a code that reads the same.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/code.h"
#include "case/code_bits.h"
#include "pack/read/load.h"

enum { DAY = 20261123 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct pack *maze(void)
{
    static const struct pack *pack;
    char path[4096];
    struct diags diags;
    const char *src = getenv("TANU_SRC");
    if (pack)
        return pack;
    snprintf(path, sizeof path, "%s/tests/packs/maze", src ? src : ".");
    diags_init(&diags);
    pack = pack_load(path, 0, &diags);
    diags_release(&diags);
    if (!pack)
        exit(1);
    return pack;
}

static void check_good(const struct code *code)
{
    static struct code again;
    const struct pack *pack = maze();
    struct text out = TEXT_INIT;
    int32_t question;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (code->answers.of[q].state == ANSWER_GIVEN &&
            !answer_fits(pack, q, &code->answers.of[q], DAY))
            abort();
    if (code_write(&out, pack, &code->answers, code->outcome, NULL, &question) ||
        code_read(pack, DAY, text_str(&out), &again) != CODE_GOOD ||
        memcmp(&again.answers, &code->answers, sizeof again.answers) != 0)
        abort();
    text_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct code code;
    struct code_bits bits = {.n = 0};
    struct text words = TEXT_INIT, head = TEXT_INIT;
    int32_t question;
    text_bytes(&words, (const char *)data, size);
    if (code_read(maze(), DAY, text_str(&words), &code) == CODE_GOOD)
        check_good(&code);
    // Behind the head of a code of this pack.
    code_write(&head, maze(), &code.answers, NONE, NULL, &question);
    code_bits_read(&bits, text_str(&head));
    bits.n = 30;
    memset(bits.signs + 6, 0, sizeof bits.signs - 6);
    for (size_t i = 0; i < size && !bits.full; i++)
        code_bits_put(&bits, data[i], 8);
    text_clear(&words);
    code_bits_write(&bits, CODE_LEAST_SIGNS, &words);
    if (code_read(maze(), DAY, text_str(&words), &code) == CODE_GOOD)
        check_good(&code);
    text_release(&words);
    text_release(&head);
    return 0;
}
