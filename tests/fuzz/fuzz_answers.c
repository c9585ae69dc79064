// SPDX-License-Identifier: MIT
// Fuzz target: lines of `tanu assess`, and cases of several diplomas. What is accepted holds valid
// values and can be assessed; what is refused has a code and a sentence in UTF-8; what is handed
// back is a piece of the line.
#include <string.h>

#include "base/utf8.h"
#include "case/json_line.h"
#include "pack/kind.h"
#include "tiny.h"

static void check_good(const struct answers *answers)
{
    static struct assessment a;
    const struct pack *pack = fuzz_pack();
    for (int32_t q = 0; q < pack->n_questions; q++) {
        const struct answer *answer = &answers->of[q];
        bool text = pack->questions[q].type == Q_TEXT;
        if (answer->state == ANSWER_GIVEN && !text &&
            !answer_valid(pack, q, answer->value, FUZZ_DAY))
            abort();
        if (answer->state == ANSWER_GIVEN && text &&
            (!answer->text ||
             !kind_text_fits(&pack->questions[q], answer->text, (size_t)answer->text_length)))
            abort();
    }
    assess(fuzz_engine(), answers, ASSESS_FULL, &a);
    if (!(a.possible >> a.outcome & 1))
        abort();
}

static void check_slice(const struct json_slice *slice, const char *bytes, size_t len)
{
    if (slice->bytes &&
        (slice->bytes < bytes || slice->len == 0 || slice->bytes + slice->len > bytes + len))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const echo[] = {"region", "office"};
    static struct json_words *words;
    static struct json_line line;
    if (!words)
        words = json_words_new(fuzz_pack(), FUZZ_DAY, echo, 2);
    char *bytes = malloc(size + 1); // one byte behind the line may be written
    if (!bytes)
        return 0;
    memcpy(bytes, data, size);
    static struct several several;
    int fault = json_case_read(words, bytes, size, &line, &several);
    if ((fault != 0) != (line.code != NULL))
        abort();
    if (fault && (!line.text[0] || utf8_valid(line.text, strlen(line.text), NULL) != UTF8_OK))
        abort();
    if (!fault)
        check_good(&line.answers);
    for (int i = 0; !fault && i < several.n; i++)
        check_good(&several.of[i]);
    check_slice(&line.id, bytes, size);
    check_slice(&line.echo[0], bytes, size);
    check_slice(&line.echo[1], bytes, size);
    free(bytes);
    return 0;
}
