// SPDX-License-Identifier: MIT
// Fuzz target: files of kept cases, as hands and other programs leave them. What is read and fits
// is written so that it reads the same; the answers of it count or are named; nothing else happens.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/kept.h"
#include "tiny.h"

static void write_and_read(const struct doc *doc)
{
    struct doc again;
    struct diags diags;
    struct text words = TEXT_INIT, twice = TEXT_INIT;
    doc_init(&again);
    diags_init(&diags);
    doc_write(doc, &words);
    if (doc_read(&again, "again", text_str(&words), words.len, &diags))
        abort();
    doc_write(&again, &twice);
    if (twice.len != words.len || memcmp(text_str(&twice), text_str(&words), words.len) != 0)
        abort();
    text_release(&words);
    text_release(&twice);
    diags_release(&diags);
    doc_release(&again);
}

static void use(struct doc *doc, bool damaged)
{
    static struct json_line line;
    static struct assessment assessment;
    static char room[JSON_LINE_MAX + 2];
    static struct json_words *words;
    struct text lost = TEXT_INIT, json = TEXT_INIT, moved = TEXT_INIT;
    if (!words)
        words = json_words_new(fuzz_pack(), FUZZ_DAY, NULL, 0);
    kept_json(doc, &json);
    kept_answers(doc, words, room, JSON_LINE_MAX, &line, &lost);
    for (int32_t q = 0; q < fuzz_pack()->n_questions; q++)
        if (line.answers.of[q].state == ANSWER_GIVEN &&
            !answer_fits(fuzz_pack(), q, &line.answers.of[q], FUZZ_DAY))
            abort();
    assess(fuzz_engine(), &line.answers, ASSESS_FULL, &assessment);
    kept_moved(doc, fuzz_pack(), &assessment, &moved);
    kept_note(doc, FUZZ_DAY, true, text_str(&json));
    kept_place(doc, FUZZ_DAY, "KZ", KEPT_DECIDED, text_str(&moved), NULL);
    kept_set_last(doc, fuzz_pack(), FUZZ_DAY, &assessment);
    text_clear(&moved);
    kept_moved(doc, fuzz_pack(), &assessment, &moved);
    if (moved.len) // what was kept a moment ago has not moved
        abort();
    if (!damaged && doc_fits(doc))
        write_and_read(doc);
    text_release(&lost);
    text_release(&json);
    text_release(&moved);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct doc doc;
    struct diags diags;
    char *bytes = malloc(size + 1);
    if (!bytes)
        return 0;
    if (size)
        memcpy(bytes, data, size);
    bytes[size] = '\0';
    doc_init(&doc);
    diags_init(&diags);
    bool damaged = doc_read(&doc, "case", bytes, size, &diags);
    if (!damaged && doc_fits(&doc))
        write_and_read(&doc);
    use(&doc, damaged); // what could be read of a damaged one is looked at too, never written
    diags_release(&diags);
    doc_release(&doc);
    free(bytes);
    return 0;
}
