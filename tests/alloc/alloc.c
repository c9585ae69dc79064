// SPDX-License-Identifier: MIT
// Assessing allocates nothing: every worked case of the pack goes twice through the filter's own
// functions, brief and full, in English and in another language; the second time must cost no call
// of malloc, calloc or realloc, in the C library neither. (The first time builds laws, loads
// catalogues and lets buffers grow.)
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "front/batch_work.h"
#include "pack/kind.h"
#include "pack/read/load.h"

enum { AS_OF = 20261101, MOST_CASES = 4000 };

static unsigned long calls;

#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__
enum { COUNTS = 1 };
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *old, size_t size);

void *malloc(size_t size)
{
    calls++;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    calls++;
    return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    calls++;
    return __libc_realloc(old, size);
}
#else
enum { COUNTS = 0 };
#endif

static char *lines[MOST_CASES];
static int n_lines;

static void write_case(struct text *out, const struct pack *pack, const struct worked_case *c)
{
    uint64_t many[PACK_MAX_QUESTIONS] = {0};
    struct question_set done = {{0}};
    text_printf(out, "{\"id\":\"%s\"", c->id);
    for (int32_t i = 0; i < c->n_answers;
         i++) // the choices of a `many` question are answers of their own
        many[c->answers[i].question] |= (uint64_t)c->answers[i].value;
    for (int32_t i = 0; i < c->n_answers; i++) {
        const struct case_answer *a = &c->answers[i];
        if (question_set_has(&done, a->question))
            continue;
        question_set_add(&done, a->question);
        text_printf(out, ",\"%s\":", pack->questions[a->question].id);
        if (a->unknown)
            text_add(out, "\"unknown\"");
        else if (a->text)
            text_json(out, a->text);
        else
            kind_json(out, pack, &pack->questions[a->question],
                      pack->questions[a->question].type == Q_MANY ? (int64_t)many[a->question]
                                                                  : a->value);
    }
    text_add(out, "}");
}

static void make_lines(const struct pack *pack)
{
    for (int32_t i = 0; i < pack->n_cases && n_lines < MOST_CASES; i++) {
        struct text line = TEXT_INIT;
        write_case(&line, pack, &pack->cases[i]);
        lines[n_lines] = calloc(1, line.len + 2);
        memcpy(lines[n_lines++], text_str(&line), line.len);
        text_release(&line);
    }
}

static void all_lines(struct worker *w)
{
    static char line[JSON_LINE_MAX];
    for (int i = 0; i < n_lines; i++) {
        size_t len = strlen(lines[i]);
        memcpy(line, lines[i], len + 1); // reading may change it
        batch_worker_line(w, line, len);
        text_clear(&w->out);
    }
}

static int measure(const struct pack *pack, const struct i18n *i18n, bool brief)
{
    struct batch batch = {.pack = pack, .i18n = i18n, .as_of = AS_OF, .brief = brief, .jobs = 1};
    struct worker w;
    struct json_parts *parts = json_parts_new();
    batch_worker_init(&w, &batch, engine_new(pack, AS_OF), parts);
    all_lines(&w);
    unsigned long before = calls;
    all_lines(&w);
    unsigned long used = calls - before;
    printf("%s, %s: %d cases, %lu allocations, %llu bad lines\n", i18n->lang,
           brief ? "brief" : "full", n_lines, used, (unsigned long long)w.bad);
    int fault = used > 0 || w.bad > 0;
    batch_worker_release(&w);
    json_parts_free(parts);
    return fault;
}

int main(void)
{
    char path[4096], locale[4096];
    const char *source = getenv("TANU_SRC"), *build = getenv("TANU_BUILD");
    snprintf(path, sizeof path, "%s/questions/tokyo", source ? source : ".");
    snprintf(locale, sizeof locale, "%s/locale", build ? build : ".");
    struct diags diags;
    diags_init(&diags);
    const struct pack *pack = COUNTS ? pack_load(path, LOAD_CASES, &diags) : NULL;
    if (!pack)
        return COUNTS ? 1 : 77;
    make_lines(pack);
    int fault = n_lines == 0;
    static const char *const languages[] = {"en", "ru"};
    for (int i = 0; i < 2; i++) {
        struct i18n i18n;
        i18n_init(&i18n, languages[i], locale);
        i18n_assume_utf8(&i18n);
        i18n_set_pack(&i18n, pack, NULL);
        fault |= measure(pack, &i18n, true) | measure(pack, &i18n, false);
    }
    for (int i = 0; i < n_lines; i++)
        free(lines[i]);
    pack_free(pack);
    diags_release(&diags);
    return fault;
}
