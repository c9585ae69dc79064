// SPDX-License-Identifier: MIT
// Fuzz target: the YAML text of one file. It takes the place of the like file in the tiny pack, so
// that it goes the whole way through the loader. TANU_SRC says where the tiny pack is.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "pack/read/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const names[] = {"pack.yaml",
                                    "questions.yaml",
                                    "rules/outcomes.yaml",
                                    "rules/findings.yaml",
                                    "rules/papers.yaml",
                                    "instruments/tokyo-2011.yaml",
                                    "instruments/old-pact.yaml",
                                    "countries/CN.yaml",
                                    "countries/KZ.yaml",
                                    "cases/cases.yaml"};
enum { FILES = sizeof names / sizeof *names };

static void read_tiny(struct pack_text *texts, struct text *contents)
{
    const char *src = getenv("TANU_SRC");
    for (size_t i = 0; i < FILES; i++) {
        char path[4096], buffer[4096];
        snprintf(path, sizeof path, "%s/tests/packs/tiny/%s", src ? src : ".", names[i]);
        FILE *file = fopen(path, "r");
        if (!file) {
            perror(path);
            exit(1);
        }
        for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0;)
            text_bytes(&contents[i], buffer, got);
        fclose(file);
        texts[i] = (struct pack_text){names[i], text_str(&contents[i]), contents[i].len};
    }
}

// Which file the text looks like: the first key that says so.
static size_t kind_of(const uint8_t *data, size_t size)
{
    static const struct {
        const char *key;
        size_t file;
    } keys[] = {{"instrument:", 5}, {"country:", 7}, {"questions:", 1}, {"cases:", 9},
                {"outcomes:", 2},   {"steps:", 4},   {"languages:", 0}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (memmem(data, size, keys[i].key, strlen(keys[i].key)))
            return keys[i].file;
    return 3;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pack_text texts[FILES];
    struct text contents[FILES] = {TEXT_INIT};
    struct text report = TEXT_INIT;
    struct diags diags;
    read_tiny(texts, contents);
    size_t file = kind_of(data, size);
    texts[file].contents = (const char *)data;
    texts[file].length = size;
    diags_init(&diags);
    const struct pack *pack = pack_load_texts(texts, FILES, LOAD_CASES, &diags);
    if ((pack == NULL) != (diags.errors > 0))
        abort();
    diags_render(&report, &diags);
    pack_free(pack);
    diags_release(&diags);
    text_release(&report);
    for (size_t i = 0; i < FILES; i++)
        text_release(&contents[i]);
    return 0;
}
