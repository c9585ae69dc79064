// SPDX-License-Identifier: MIT
// A pack folder into memory: which files belong to it, in which order, with every bound checked.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/oom.h"
#include "pack/read/load.h"
#include "pack/read/loader.h"

enum {
    MAX_FILES = 2000,    // in one pack
    MAX_BYTES = 4 << 20, // all files together: bounds the arena, too
    MAX_NAME = 64,
    REUSED_LEAST = 64 * 1024
};

struct folder {
    struct loader *l;
    const char *dir;
    int fd;     // of `dir`
    char *real; // the resolved folder, once a link is met: it may not lead out
    size_t bytes;
    bool full;
};

static int complain(struct folder *f, const char *name, const char *code, const char *sentence)
{
    const char *path = name ? load_join(f->l->scratch, f->dir, "/", name) : f->dir;
    return diag_error(f->l->diags, code, (struct place){.file = path}, "%s", sentence);
}

// A link may stand in a pack, but not lead out of it.
static bool stays_inside(struct folder *f, const char *path)
{
    struct stat st;
    if (lstat(path, &st) != 0 || !S_ISLNK(st.st_mode))
        return true;
    if (!f->real)
        f->real = realpath(f->dir, NULL);
    char *real = realpath(path, NULL);
    size_t length = f->real ? strlen(f->real) : 0;
    bool inside = !real || (length && strncmp(real, f->real, length) == 0 && real[length] == '/');
    free(real);
    return inside; // a link to nowhere is reported when it is opened
}

static int open_regular(struct folder *f, const char *name, struct stat *st)
{
    const char *path = load_join(f->l->scratch, f->dir, "/", name);
    // O_NONBLOCK: a named pipe must not hold the program.
    int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    int fd = open(path, flags | O_NOFOLLOW);
    if (fd < 0 && errno == ELOOP) { // a link, which hardly ever is there
        if (!stays_inside(f, path))
            return complain(f, name, "outside-pack",
                            "this link leads out of the pack; copy the file");
        fd = open(path, flags);
    }
    if (fd < 0 && errno == ENOENT && !strchr(name, '/'))
        return complain(f, name, "missing-file", "every pack needs this file");
    if (fd < 0)
        return complain(f, name, "cannot-read", strerror(errno));
    if (fstat(fd, st) != 0 || !S_ISREG(st->st_mode)) {
        close(fd);
        return complain(f, name, "not-a-file", "this is no ordinary file");
    }
    return fd;
}

// Room for a file that only has to be hashed: neither cleared before nor wiped afterwards, which
// would cost more than the hash.
static char *reuse(struct loader *l, size_t bytes)
{
    if (bytes > l->reused_room) {
        l->reused_room = bytes > REUSED_LEAST ? 2 * bytes : REUSED_LEAST;
        l->reused = xrealloc(l->reused, 1, l->reused_room);
    }
    l->reused[bytes - 1] = '\0';
    return l->reused;
}

// The contents, NUL-terminated; NULL after a complaint.
static char *slurp(struct folder *f, const char *name, size_t *length)
{
    struct stat st;
    int fd = open_regular(f, name, &st);
    if (fd < 0)
        return NULL;
    char *contents = NULL;
    if (st.st_size > YAML_MAX_FILE) {
        complain(f, name, "file-too-large", "a file may have 1 MiB at most; split it");
    } else if (f->bytes + (size_t)st.st_size > MAX_BYTES) {
        complain(f, name, "pack-too-large", "all files of a pack may have 4 MiB at most");
    } else {
        size_t room = (size_t)st.st_size + 1;
        contents = f->l->use == USE_HASH ? reuse(f->l, room) : arena_alloc(f->l->scratch, room);
        ssize_t got;
        *length = 0;
        while (*length < (size_t)st.st_size &&
               (got = read(fd, contents + *length, (size_t)st.st_size - *length)) != 0) {
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0) {
                complain(f, name, "cannot-read", strerror(errno));
                contents = NULL;
                break;
            }
            *length += (size_t)got;
        }
        f->bytes += *length;
    }
    close(fd);
    return contents;
}

static void add_to_hash(struct loader *l, enum file_kind kind, const char *name,
                        const char *contents, size_t length)
{
    uint64_t *hash = kind == FILE_CASES ? &l->pack->hash_cases : &l->pack->hash;
    *hash = hash_mix(*hash, hash_mix(hash_string(name), hash_bytes(contents, length, HASH_SEED)));
}

// A file that was read becomes part of the pack; `contents` ends in NUL and outlives the loading.
static void add_text(struct loader *l, enum file_kind kind, const char *path, const char *name,
                     const char *contents, size_t length)
{
    if (l->n_files == l->room_files) {
        int32_t room = l->room_files ? l->room_files * 2 : 64;
        l->files =
            arena_grow(l->scratch, l->files, (size_t)l->room_files, (size_t)room, sizeof *l->files);
        l->room_files = room;
    }
    l->files[l->n_files] = (struct pack_file){.kind = kind,
                                              .source = {.path = path,
                                                         .name = arena_strdup(l->arena, name),
                                                         .contents = contents,
                                                         .length = length,
                                                         .number = (uint16_t)l->n_files}};
    l->n_files++;
    add_to_hash(l, kind, name, contents, length);
}

// Entry 0 stands for "no file".
static void begin_files(struct loader *l, const char *dir)
{
    l->pack->dir = arena_strdup(l->scratch, dir); // load.c gives it its place
    add_text(l, FILE_CASES, l->pack->dir, "", "", 0);
    l->files[0].whole = true;
    l->pack->hash = l->pack->hash_cases = HASH_SEED;
}

// Whoever writes to a file or puts another in its place changes one of these; the time of the last
// change cannot be set by hand. In the same moment as that change nothing is certain: no hash.
static void add_stats(struct folder *f, enum file_kind kind, const char *name)
{
    struct stat st;
    struct timespec now;
    if (fstatat(f->fd, name, &st, 0) != 0 || !S_ISREG(st.st_mode) ||
        clock_gettime(CLOCK_REALTIME, &now) != 0 || st.st_ctim.tv_sec >= now.tv_sec - 1) {
        f->l->whole = false;
        return;
    }
    const uint64_t told[] = {(uint64_t)st.st_dev,          (uint64_t)st.st_ino,
                             (uint64_t)st.st_size,         (uint64_t)st.st_ctim.tv_sec,
                             (uint64_t)st.st_ctim.tv_nsec, (uint64_t)st.st_mtim.tv_sec};
    add_to_hash(f->l, kind, name, (const char *)told, sizeof told);
}

static void add_file(struct folder *f, const char *name, enum file_kind kind)
{
    struct loader *l = f->l;
    struct arena_mark mark = arena_mark(l->scratch);
    if (l->use == USE_STATS) {
        add_stats(f, kind, name);
        arena_rewind(l->scratch, mark);
        return;
    }
    size_t length = 0;
    char *contents = l->n_files <= MAX_FILES ? slurp(f, name, &length) : NULL;
    if (l->n_files > MAX_FILES && !f->full)
        complain(f, NULL, "too-many-files", "a pack may have 2000 files at most");
    f->full = l->n_files > MAX_FILES;
    l->whole = l->whole && contents;
    if (contents && l->use == USE_HASH) {
        l->n_files++;
        add_to_hash(l, kind, name, contents, length);
        arena_rewind(l->scratch, mark);
    } else if (contents) {
        add_text(l, kind, load_join(l->scratch, f->dir, "/", name), name, contents, length);
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool good_name(const char *name)
{
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "0123456789._-");
    return length <= MAX_NAME && name[length] == '\0';
}

static bool ends_in(const char *name, const char *end)
{
    size_t length = strlen(name), tail = strlen(end);
    return length > tail && strcmp(name + length - tail, end) == 0;
}

// Is the entry a file of the pack? What was perhaps meant to be one is named in a warning.
static bool wanted(struct folder *f, const char *sub, const char *name)
{
    const char *path = load_join(f->l->scratch, sub, "/", name);
    if (name[0] == '.' || ends_in(name, "~"))
        return false;
    if (ends_in(name, ".yaml") && good_name(name))
        return true;
    if (ends_in(name, ".yaml")) {
        f->l->whole = false;
        complain(
            f, path, "bad-file-name",
            "a file name here may hold only the letters a to z, digits, \".\", \"_\" and \"-\"");
    } else {
        diag_warning(f->l->diags, "stray-file",
                     (struct place){.file = load_join(f->l->scratch, f->dir, "/", path)},
                     "this file is not read; files of a pack end in .yaml");
    }
    return false;
}

static void add_folder(struct folder *f, const char *sub, enum file_kind kind)
{
    const char *path = load_join(f->l->scratch, f->dir, "/", sub);
    if (!stays_inside(f, path)) {
        complain(f, sub, "outside-pack", "this link leads out of the pack; copy the folder");
        f->l->whole = false;
        return;
    }
    DIR *dir = xopendir(path);
    if (!dir) {
        if (errno != ENOENT) {
            f->l->whole = false;
            complain(f, sub, "cannot-read", strerror(errno));
        }
        return;
    }
    char **names = ARENA_ARRAY(f->l->scratch, char *, MAX_FILES + 1);
    size_t count = 0;
    for (const struct dirent *entry; count <= MAX_FILES && (entry = readdir(dir));)
        if (wanted(f, sub, entry->d_name))
            names[count++] =
                arena_strdup(f->l->scratch, load_join(f->l->scratch, sub, "/", entry->d_name));
    closedir(dir);
    qsort(names, count, sizeof *names, by_name);
    for (size_t i = 0; i < count; i++)
        add_file(f, names[i], kind);
}

static void keep_names(struct loader *l)
{
    const char **names = ARENA_ARRAY(l->arena, const char *, (size_t)l->n_files);
    names[0] = l->files[0].source.name; // "", in the arena
    for (int32_t i = 1; i < l->n_files; i++)
        names[i] = l->files[i].source.name;
    l->pack->files = names;
    l->pack->n_files = l->n_files;
}

static bool stands(const struct folder *f, const char *name)
{
    struct stat st;
    return fstatat(f->fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

static void add_others(struct folder *f)
{
    add_file(f, "questions.yaml", FILE_QUESTIONS);
    if (stands(f, "codes.yaml"))
        add_file(f, "codes.yaml", FILE_CODES);
    add_folder(f, "rules", FILE_RULES);
    add_folder(f, "instruments", FILE_INSTRUMENT);
    add_folder(f, "countries", FILE_COUNTRY);
    add_folder(f, "letters", FILE_LETTER);
    if (f->l->flags & (LOAD_CASES | LOAD_NEAR))
        add_folder(f, "cases", FILE_CASES);
}

int load_files(struct loader *l, const char *dir)
{
    struct folder f = {.l = l, .dir = arena_strdup(l->scratch, dir)};
    size_t length = strlen(dir);
    while (length > 1 && f.dir[length - 1] == '/')
        f.dir = arena_strndup(l->scratch, f.dir, --length);
    f.fd = open(f.dir, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (f.fd < 0 && errno == ENOTDIR)
        return complain(&f, NULL, "cannot-read", "a pack is a folder; this is none");
    if (f.fd < 0)
        return complain(&f, NULL, "cannot-read", strerror(errno));
    begin_files(l, f.dir);
    add_file(&f, "pack.yaml", FILE_PACK);
    if (l->use != USE_HEAD)
        add_others(&f);
    free(f.real);
    close(f.fd);
    if (l->use == USE_ALL)
        keep_names(l);
    return 0;
}

static enum file_kind kind_of(const char *name)
{
    static const struct {
        const char *start;
        enum file_kind kind;
    } kinds[] = {{"pack.yaml", FILE_PACK},          {"questions.yaml", FILE_QUESTIONS},
                 {"codes.yaml", FILE_CODES},        {"rules/", FILE_RULES},
                 {"instruments/", FILE_INSTRUMENT}, {"countries/", FILE_COUNTRY},
                 {"letters/", FILE_LETTER}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strncmp(name, kinds[i].start, strlen(kinds[i].start)) == 0)
            return kinds[i].kind;
    return FILE_CASES;
}

void load_texts(struct loader *l, const struct pack_text *texts, size_t count)
{
    begin_files(l, "");
    for (size_t i = 0; i < count && l->n_files <= MAX_FILES; i++) {
        enum file_kind kind = kind_of(texts[i].name);
        if (kind != FILE_CASES || l->flags & (LOAD_CASES | LOAD_NEAR))
            add_text(l, kind, texts[i].name, texts[i].name,
                     arena_strndup(l->scratch, texts[i].contents, texts[i].length),
                     texts[i].length);
    }
    keep_names(l);
}
