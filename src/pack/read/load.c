// SPDX-License-Identifier: MIT
// pack_load(): the order in which a pack is read, and its one piece of memory.
#include "pack/read/load.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "base/text.h"
#include "pack/read/loader.h"
#include "base/hash.h"
#include "pack/read/prepared.h"
#include "pack/read/schema.h"

// Reserved addresses, not memory: far more than 4 MiB of YAML can become.
enum { RESERVE = 256 << 20 };

// ---- what the loader's files share -------------------------------------------------------------

static struct place place_of(const struct loader *l, struct pack_place place)
{
    return (struct place){l->files[place.file].source.path, (int)place.line, place.column};
}

__attribute__((format(printf, 4, 0))) static void report(struct loader *l, struct pack_place place,
                                                         const char *code, const char *format,
                                                         va_list args)
{
    struct text sentence = TEXT_INIT;
    // What is missing in a file that ends too early may stand in the part that was not read.
    if (!l->files[place.file].whole && strncmp(code, "missing-", 8) == 0)
        return;
    text_vprintf(&sentence, format, args);
    diag_error(l->diags, code, place_of(l, place), "%s", text_str(&sentence));
    text_release(&sentence);
}

int load_fault(struct loader *l, const struct node *node, const char *code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(l, node->place, code, format, args);
    va_end(args);
    return -1;
}

int load_fault_at(struct loader *l, struct pack_place place, const char *code, const char *format,
                  ...)
{
    va_list args;
    va_start(args, format);
    report(l, place, code, format, args);
    va_end(args);
    return -1;
}

bool load_may_hint(struct loader *l)
{
    return l->hints++ < 100;
}

const char *load_hint(struct loader *l, enum section section, const char *word)
{
    return load_may_hint(l) ? names_hint(&l->names, section, word, l->scratch) : "";
}

const char *load_join(struct arena *arena, const char *a, const char *b, const char *c)
{
    size_t la = strlen(a), lb = strlen(b), lc = strlen(c);
    char *all = arena_text(arena, la + lb + lc);
    memcpy(all, a, la);
    memcpy(all + la, b, lb);
    memcpy(all + la + lb, c, lc);
    return all;
}

const char *load_text(struct loader *l, const char *s, size_t length)
{
    if (!l->texts.arena)
        table_init(&l->texts, l->scratch);
    const char *text = table_key_n(&l->texts, s, length);
    if (!text) {
        text = arena_strndup(l->arena, s, length);
        table_put_n(&l->texts, text, length, 0);
    }
    return text;
}

// ---- steps of loading --------------------------------------------------------------------------

static void read_files(struct loader *l)
{
    for (int32_t i = 1; i < l->n_files; i++) {
        struct pack_file *file = &l->files[i];
        bool whole = false;
        const struct node *root = yaml_read(&file->source, l->scratch, l->diags, &whole);
        file->whole = whole;
        l->whole = l->whole && whole;
        if (root && root->kind != NODE_MAP)
            l->whole = file->whole = false;
        if (root && root->kind != NODE_MAP)
            load_fault(l, root, "wrong-type",
                       "a file of a pack is a mapping: its lines begin with keys");
        else
            file->root = root;
    }
}

static void parse_expressions(struct loader *l)
{
    table_init(&l->sets, l->scratch);
    const struct expr_scope scope = {.sets = &l->sets,
                                     .pack = l->pack,
                                     .names = &l->names,
                                     .arena = l->arena,
                                     .scratch = l->scratch,
                                     .diags = l->diags,
                                     .whole = l->whole};
    for (int32_t i = 0; i < l->n_pending; i++) {
        const struct pending_expr *p = &l->pending[i];
        const struct source_file *file = &l->files[p->scalar->place.file].source;
        p->out->root = expr_parse(&scope, file, p->scalar, p->use);
        if (p->root)
            *p->root = p->out->root;
    }
}

static void load_all(struct loader *l)
{
    size_t bytes = 0;
    for (int32_t i = 0; i < l->n_files; i++)
        bytes += l->files[i].source.length;
    arena_expect(l->arena, bytes + bytes / 4); // as they turned out to be with real packs
    arena_expect(l->scratch, 5 * bytes);
    read_files(l);
    register_all(l);
    load_pack_file(l);
    load_questions(l);
    load_interests(l);
    load_rules(l);
    load_instruments(l);
    load_countries(l);
    load_letters(l);
    load_codes(l);
    if (l->flags & (LOAD_CASES | LOAD_NEAR))
        load_cases(l);
    parse_expressions(l);
    items_finish(l);
    questions_check_bands(l);
    licences_check(l);
    cycles_check(l);
    if (l->diags->errors + l->diags->warnings > 0)
        for (int32_t i = 1; i < l->n_files; i++)
            diags_set_sources(l->diags, l->files[i].source.path, l->files[i].source.contents,
                              l->files[i].source.length);
}

static const struct pack *finish(struct block *block, struct arena *arena, const char *dir)
{
    size_t length = strlen(dir);
    while (length > 1 && dir[length - 1] == '/')
        length--;
    block->bytes = arena_used(arena);
    block->pack.dir = arena_strndup(arena, dir, length);
    block->arena = *arena;
    arena_seal(arena);
    return &block->pack;
}

// From the folder, or from the texts where `dir` is NULL.
static const struct pack *load_from(const char *dir, const struct pack_text *texts, size_t count,
                                    unsigned flags, struct diags *diags)
{
    struct arena arena, scratch;
    size_t errors_before = diags->errors;
    if (arena_init_fixed(&arena, RESERVE) != 0) {
        diag_error(diags, "cannot-read", (struct place){.file = dir},
                   "there is no memory for a pack");
        return NULL;
    }
    arena_init(&scratch);
    struct block *block = ARENA_NEW(&arena, struct block);
    struct loader l = {.pack = &block->pack,
                       .arena = &arena,
                       .scratch = &scratch,
                       .diags = diags,
                       .flags = flags,
                       .whole = true};
    if (!dir)
        load_texts(&l, texts, count);
    if (!dir || load_files(&l, dir) == 0)
        load_all(&l);
    diags_sort(diags);
    arena_discard(&scratch);
    if (diags->errors > errors_before) {
        arena_release(&arena);
        return NULL;
    }
    return finish(block, &arena, dir ? dir : "");
}

const struct pack *pack_load(const char *dir, unsigned flags, struct diags *diags)
{
    return load_from(dir, NULL, 0, flags, diags);
}

const struct pack *pack_load_head(const char *dir, struct arena *arena)
{
    struct diags diags;
    struct pack *pack = ARENA_NEW(arena, struct pack);
    struct loader l = {.pack = pack,
                       .arena = arena,
                       .scratch = arena,
                       .diags = &diags,
                       .whole = true,
                       .use = USE_HEAD};
    diags_init(&diags);
    bool there = load_files(&l, dir) == 0;
    if (there)
        read_files(&l);
    there = there && l.n_files > 1 && l.files[1].root;
    if (there)
        load_head(&l, l.files[1].root);
    bool good = there && l.whole && diags.errors == 0;
    diags_release(&diags);
    return good ? pack : NULL;
}

// ---- prepared ----------------------------------------------------------------------------------

// Names of the files with their contents, or with what the system says of them. 0: something is
// unusual.
static uint64_t hash_sources(const char *dir, enum load_use use)
{
    struct arena scratch;
    struct diags diags;
    struct pack pack = {0};
    struct loader l = {.pack = &pack,
                       .arena = &scratch,
                       .scratch = &scratch,
                       .diags = &diags,
                       .whole = true,
                       .flags = LOAD_NEAR,
                       .use = use};
    arena_init(&scratch);
    diags_init(&diags);
    bool usual = load_files(&l, dir) == 0 && l.whole && diags.errors + diags.warnings == 0;
    free(l.reused);
    diags_release(&diags);
    arena_discard(&scratch);
    return usual ? hash_mix(pack.hash, pack.hash_cases) : 0;
}

// Files that nobody has touched since need not be read to know that they are the same.
static bool fits(const char *dir, const char *prepared, struct prepared_for *sources)
{
    *sources = (struct prepared_for){.stats = hash_sources(dir, USE_STATS)};
    if (prepared_fits(prepared, sources))
        return true;
    *sources = (struct prepared_for){.hash = hash_sources(dir, USE_HASH)};
    return prepared_fits(prepared, sources);
}

const struct pack *pack_load_prepared(const char *dir, const char *prepared)
{
    struct arena arena;
    struct prepared_for sources;
    if (!fits(dir, prepared, &sources) || arena_init_fixed(&arena, RESERVE) != 0)
        return NULL;
    if (prepared_read(prepared, &sources, &arena) != 0) {
        arena_release(&arena);
        return NULL;
    }
    struct block *block = arena_base(&arena);
    return finish(block, &arena, dir);
}

// Nothing of this process and of this folder goes along.
static int write_prepared(const struct block *block, const char *prepared, uint64_t stats)
{
    struct block *copy = xcalloc(1, block->bytes);
    int status = -1, fault = ENOTSUP;
    arena_copy(&block->arena, copy, block->bytes);
    copy->pack.dir = NULL;
    copy->arena = (struct arena){0};
    copy->bytes = 0;
    if (arena_is_fixed(&block->arena)) {
        struct prepared_for sources = {.hash = hash_mix(block->pack.hash, block->pack.hash_cases),
                                       .stats = stats};
        status = prepared_write(prepared, &sources, copy, block->bytes);
        fault = errno;
    }
    free(copy);
    errno = fault;
    return status;
}

int pack_prepare(const char *dir, const char *prepared, bool here, struct diags *diags)
{
    struct prepared_for sources;
    if (fits(dir, prepared, &sources))
        return 0;
    uint64_t stats = here ? hash_sources(dir, USE_STATS) : 0; // before the files are read
    const struct pack *pack = pack_load(dir, LOAD_NEAR, diags);
    int status = -1;
    errno = ENOTSUP;
    if (pack && diags->errors + diags->warnings == 0)
        status = write_prepared((const struct block *)(const void *)pack, prepared, stats);
    int fault = errno;
    pack_free(pack);
    errno = fault;
    return status;
}

const struct pack *pack_load_texts(const struct pack_text *texts, size_t count, unsigned flags,
                                   struct diags *diags)
{
    return load_from(NULL, texts, count, flags, diags);
}

void pack_free(const struct pack *pack)
{
    if (!pack)
        return;
    const struct pack *base = pack->base;
    struct arena arena = ((const struct block *)(const void *)pack)->arena;
    arena_release(&arena);
    pack_free(base);
}
