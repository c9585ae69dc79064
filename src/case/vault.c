// SPDX-License-Identifier: MIT
// The key, the index and the mark of a sealed desk; see vault.h.
#include "case/vault.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/oom.h"
#include "case/vault_parts.h"

void vault_path(const struct vault *v, const char *name, char out[STORE_PATH])
{
    snprintf(out, STORE_PATH, "%s/%s", v->dir, name);
}

void vault_id_path(const struct vault *v, const unsigned char id[VAULT_ID], const char *ending,
                   char out[STORE_PATH])
{
    char hex[VAULT_HEX];
    vault_hex(id, hex);
    snprintf(out, STORE_PATH, "%s/%s%s", v->dir, hex, ending);
}

enum store_fault vault_fault(enum seal_verdict verdict)
{
    switch (verdict) {
    case SEAL_GOOD:
        return STORE_GOOD;
    case SEAL_NOT_BUILT:
        return STORE_NO_SEAL;
    case SEAL_MALFORMED:
        return STORE_CUT;
    case SEAL_NEWER:
        return STORE_NEWER;
    case SEAL_ALTERED:
        return STORE_ALTERED;
    case SEAL_WRONG:
        return STORE_WRONG;
    case SEAL_NO_MEMORY:
        break;
    }
    errno = ENOMEM;
    return STORE_SYSTEM;
}

// ---- the mark ---------------------------------------------------------------------------------

// False: there is no place for it.
static bool mark_path(const struct vault *v, char out[STORE_PATH], bool make)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    char hex[VAULT_HEX], dir[STORE_PATH / 2];
    int n = state && *state == '/' ? snprintf(dir, sizeof dir, "%s/tanu", state)
            : home && *home        ? snprintf(dir, sizeof dir, "%s/.local/state/tanu", home)
                                   : -1;
    if (n < 0 || n >= (int)sizeof dir)
        return false;
    if (make && store_make_folder(dir))
        return false;
    vault_hex(seal_desk(v->seal), hex);
    snprintf(out, STORE_PATH, "%s/desk-%s.mark", dir, hex);
    return true;
}

static void read_mark(struct vault *v)
{
    char path[STORE_PATH];
    size_t len;
    enum store_fault fault;
    char *bytes = mark_path(v, path, false) ? store_read_own(path, 64, &len, &fault) : NULL;
    unsigned long long mark = 0;
    v->mark = 0;
    if (bytes && sscanf(bytes, "%18llu %10[0-9-]", &mark, v->mark_day) == 2)
        v->mark = mark;
    free(bytes);
}

// Where it cannot be kept the desk works all the same; only a later loss is not noticed.
static void write_mark(struct vault *v)
{
    char path[STORE_PATH], words[64];
    time_t now = time(NULL);
    struct tm day;
    localtime_r(&now, &day);
    int n = snprintf(words, sizeof words, "%llu %04d-%02d-%02d\n",
                     (unsigned long long)v->index.generation, (day.tm_year + 1900) % 10000,
                     (day.tm_mon + 1) % 100, day.tm_mday % 100);
    if (mark_path(v, path, true) && !store_put_file(path, words, (size_t)n, true))
        v->mark = v->index.generation;
}

const char *vault_seen(const struct vault *v)
{
    return v->older ? v->mark_day : "";
}

// ---- the index --------------------------------------------------------------------------------

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_dev == b->st_dev && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec &&
           a->st_ctim.tv_sec == b->st_ctim.tv_sec && a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

static enum store_fault open_index(struct vault *v, const char *file, size_t size)
{
    struct seal_label label;
    char *bytes;
    size_t len;
    enum store_fault fault =
        vault_fault(seal_get(v->seal, SEAL_INDEX, file, size, &label, &bytes, &len));
    if (fault)
        return fault;
    fault = vault_index_read(&v->index, bytes, len);
    seal_forget(bytes);
    if (!fault && (memcmp(label.subject, seal_desk(v->seal), SEAL_ID) != 0 ||
                   label.number != v->index.generation))
        fault = STORE_ALTERED;
    return fault;
}

static enum store_fault read_index(struct vault *v)
{
    char path[STORE_PATH];
    size_t size;
    enum store_fault fault;
    vault_index_release(&v->index);
    vault_path(v, "index.seal", path);
    memset(&v->read, 0, sizeof v->read);
    if (lstat(path, &v->read))
        return errno == ENOENT ? STORE_GONE : STORE_SYSTEM;
    char *file = store_read_own(path, SEAL_MOST, &size, &fault);
    if (file)
        fault = open_index(v, file, size);
    free(file);
    return fault == STORE_MISSING ? STORE_GONE : fault;
}

enum store_fault vault_refresh(struct vault *v)
{
    char path[STORE_PATH];
    struct stat now;
    vault_path(v, "index.seal", path);
    if (v->ill || lstat(path, &now) || !same_file(&now, &v->read))
        v->ill = read_index(v);
    return v->ill;
}

static enum store_fault write_index(struct vault *v)
{
    char path[STORE_PATH], kept[STORE_PATH], made[STORE_PATH];
    struct text words = TEXT_INIT, file = TEXT_INIT;
    struct seal_label label = {.place = "index"};
    vault_path(v, "index.seal", path);
    vault_path(v, "index.seal~", kept);
    vault_path(v, "index.seal~new", made);
    v->index.generation = (v->index.generation > v->mark ? v->index.generation : v->mark) + 1;
    label.number = v->index.generation;
    memcpy(label.subject, seal_desk(v->seal), SEAL_ID);
    vault_index_write(&v->index, &words);
    enum store_fault fault = STORE_TOO_BIG;
    if (seal_put(v->seal, SEAL_INDEX, &label, text_str(&words), words.len, &file))
        fault = store_keep_before(path, kept, made);
    if (!fault)
        fault = store_put_file(path, text_str(&file), file.len, true);
    text_release(&words);
    text_release(&file);
    return fault;
}

enum store_fault vault_begin(struct vault *v, int *lock)
{
    char path[STORE_PATH], who[160];
    vault_path(v, "desk.seal-lock", path);
    *lock = store_hold(path, true, who);
    if (*lock < 0)
        return STORE_SYSTEM;
    enum store_fault fault = vault_refresh(v);
    if (fault)
        vault_done(*lock);
    return fault;
}

enum store_fault vault_commit(struct vault *v)
{
    enum store_fault fault = write_index(v);
    int kept = errno;
    memset(&v->read, 0, sizeof v->read); // what is in the file now is read again
    enum store_fault again = vault_refresh(v);
    if (!fault && !again)
        write_mark(v);
    errno = fault ? kept : errno;
    return fault ? fault : again;
}

void vault_done(int lock)
{
    close(lock);
}

bool vault_whole(struct vault *v)
{
    return !vault_refresh(v) && v->index.whole;
}

enum store_fault vault_set_whole(struct vault *v, bool whole)
{
    int lock;
    enum store_fault fault = vault_begin(v, &lock);
    if (fault)
        return fault;
    v->index.whole = whole;
    fault = vault_commit(v);
    vault_done(lock);
    return fault;
}

// ---- opening ----------------------------------------------------------------------------------

static bool ends_with(const char *name, const char *ending)
{
    size_t len = strlen(name), n = strlen(ending);
    return len > n && !strcmp(name + len - n, ending);
}

static bool any_left(const char *dir, const char *ending)
{
    DIR *folder = xopendir(dir);
    bool any = false;
    for (struct dirent *entry; folder && !any && (entry = readdir(folder));)
        any = ends_with(entry->d_name, ending);
    if (folder)
        closedir(folder);
    return any;
}

enum store_fault vault_look(const char *dir, bool *there)
{
    char path[STORE_PATH];
    struct stat info;
    snprintf(path, sizeof path, "%s/desk.seal", dir);
    *there = !lstat(path, &info);
    if (*there)
        return S_ISREG(info.st_mode) && info.st_uid == geteuid() ? STORE_GOOD : STORE_FOREIGN;
    if (errno != ENOENT)
        return STORE_SYSTEM;
    return any_left(dir, ".sealed") ? STORE_GONE : STORE_GOOD;
}

static struct vault *new_vault(const char *dir)
{
    struct vault *v = xcalloc(1, sizeof *v);
    snprintf(v->dir, sizeof v->dir, "%s", dir);
    return v;
}

void vault_close(struct vault *v)
{
    if (!v)
        return;
    seal_free(v->seal);
    vault_index_release(&v->index);
    explicit_bzero(v, sizeof *v);
    free(v);
}

// The fault is what is told: closing does not change its errno.
static enum store_fault give_up(struct vault *v, enum store_fault fault)
{
    int kept = errno;
    vault_close(v);
    errno = kept;
    return fault;
}

enum store_fault vault_rewrap(struct vault *v, const char *words, size_t len, enum seal_cost cost)
{
    unsigned char file[SEAL_KEY_FILE];
    char path[STORE_PATH];
    vault_path(v, "desk.seal", path);
    enum store_fault fault = vault_fault(seal_wrap(v->seal, words, len, cost, file));
    return fault ? fault : store_put_file(path, file, sizeof file, true);
}

// The key file comes last: without it nothing is sealed.
enum store_fault vault_make(struct vault **vault, const char *dir, const char *words, size_t len,
                            enum seal_cost cost)
{
    bool there;
    *vault = NULL;
    enum store_fault fault = vault_look(dir, &there);
    if (fault || there)
        return fault ? fault : STORE_EXISTS;
    struct vault *v = new_vault(dir);
    fault = vault_fault(seal_new(&v->seal));
    if (!fault)
        fault = write_index(v);
    if (!fault)
        fault = vault_rewrap(v, words, len, cost);
    if (!fault)
        fault = vault_refresh(v);
    if (fault)
        return give_up(v, fault);
    write_mark(v);
    *vault = v;
    return STORE_GOOD;
}

static enum store_fault open_key(struct vault *v, const char *words, size_t len)
{
    char path[STORE_PATH];
    size_t size;
    enum store_fault fault;
    vault_path(v, "desk.seal", path);
    char *file = store_read_own(path, SEAL_KEY_FILE, &size, &fault);
    if (fault == STORE_TOO_BIG)
        fault = STORE_CUT;
    if (!fault)
        fault = vault_fault(seal_unwrap(&v->seal, file, size, words, len));
    free(file);
    return fault;
}

enum store_fault vault_open(struct vault **vault, const char *dir, const char *words, size_t len)
{
    struct vault *v = new_vault(dir);
    *vault = NULL;
    enum store_fault fault = open_key(v, words, len);
    if (!fault)
        fault = vault_refresh(v);
    if (fault)
        return give_up(v, fault);
    read_mark(v);
    v->older = v->index.generation < v->mark;
    if (v->index.generation > v->mark)
        write_mark(v);
    *vault = v;
    return STORE_GOOD;
}

// The key file goes first: what is left behind it means nothing.
enum store_fault vault_end(struct vault *v)
{
    static const char *const names[] = {"desk.seal", "index.seal", "index.seal~"};
    char path[STORE_PATH];
    int lock;
    enum store_fault fault = vault_begin(v, &lock);
    if (fault)
        return fault;
    vault_sweep(v);
    if (v->index.n || any_left(v->dir, ".sealed") || any_left(v->dir, ".unsaved"))
        fault = STORE_EXISTS;
    for (size_t i = 0; !fault && i < sizeof names / sizeof *names; i++) {
        vault_path(v, names[i], path);
        if (unlink(path) && errno != ENOENT)
            fault = STORE_SYSTEM;
    }
    if (!fault && mark_path(v, path, false))
        unlink(path);
    if (!fault) {
        vault_path(v, "desk.seal-lock", path);
        unlink(path);
    }
    vault_done(lock);
    return fault;
}
