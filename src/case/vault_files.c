// SPDX-License-Identifier: MIT
// The cases and journals of a sealed desk; see vault.h.
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "case/vault_parts.h"
#include "base/oom.h"
#include "pack/read/yaml.h"

enum { MOST = YAML_MAX_FILE + 8192 };

// ---- one file ---------------------------------------------------------------------------------

static enum store_fault put(struct vault *v, enum seal_kind kind, const struct seal_label *label,
                            const char *path, const char *bytes, size_t len)
{
    struct text file = TEXT_INIT;
    enum store_fault fault = STORE_TOO_BIG;
    if (seal_put(v->seal, kind, label, bytes, len, &file))
        fault = store_put_file(path, text_str(&file), file.len, true);
    int kept = errno;
    text_release(&file);
    errno = kept;
    return fault;
}

// `want` says which file of what and which version it has to be.
static enum store_fault get(const struct vault *v, enum seal_kind kind,
                            const struct seal_label *want, const char *path, char **bytes,
                            size_t *len)
{
    struct seal_label label;
    size_t size;
    enum store_fault fault;
    char *file = store_read_own(path, MOST, &size, &fault);
    if (!file)
        return fault == STORE_TOO_BIG ? STORE_CUT : fault;
    fault = vault_fault(seal_get(v->seal, kind, file, size, &label, bytes, len));
    free(file);
    if (fault)
        return fault;
    if (memcmp(label.subject, want->subject, SEAL_ID) != 0)
        fault = STORE_SWAPPED;
    else if (label.number < want->number)
        fault = STORE_OLDER;
    else if (label.number > want->number || memcmp(label.place, want->place, SEAL_ID) != 0)
        fault = STORE_SWAPPED;
    if (fault) {
        seal_forget(*bytes);
        *bytes = NULL;
    }
    return fault;
}

// ---- cases ------------------------------------------------------------------------------------

bool vault_has(struct vault *v, const char *name)
{
    return !vault_refresh(v) && vault_index_find(&v->index, name);
}

int vault_count(struct vault *v)
{
    return vault_refresh(v) ? 0 : v->index.n;
}

const char *vault_name(struct vault *v, int i)
{
    return v->index.entries[i].name;
}

static struct seal_label label_of(const struct vault_entry *e, bool before)
{
    struct seal_label label = {.number = before ? e->number - 1 : e->number};
    memcpy(label.subject, e->subject, SEAL_ID);
    memcpy(label.place, before ? e->before : e->file, SEAL_ID);
    return label;
}

enum store_fault vault_read(struct vault *v, const char *name, bool before, char **bytes,
                            size_t *len)
{
    char path[STORE_PATH];
    enum store_fault fault = vault_refresh(v);
    if (fault)
        return fault;
    const struct vault_entry *e = vault_index_find(&v->index, name);
    if (!e || (before && !e->has_before))
        return STORE_MISSING;
    struct seal_label want = label_of(e, before);
    vault_id_path(v, want.place, ".sealed", path);
    fault = get(v, SEAL_CASE, &want, path, bytes, len);
    return fault == STORE_MISSING ? STORE_GONE : fault;
}

static void drop(const struct vault *v, const unsigned char id[VAULT_ID])
{
    char path[STORE_PATH];
    vault_id_path(v, id, ".sealed", path);
    unlink(path);
}

// The file first, then the index. Where the index could not be written the file goes again, but
// only if the index that is on the disk does not name it.
static enum store_fault write_version(struct vault *v, const char *name, const char *bytes,
                                      size_t len, bool fresh)
{
    char path[STORE_PATH];
    struct vault_entry *e = vault_index_find(&v->index, name);
    if (fresh && e)
        return STORE_EXISTS;
    if (!e) {
        e = vault_index_add(&v->index, name);
        seal_random(e->subject);
    }
    struct vault_entry old = *e;
    e->has_before = old.number > 0;
    memcpy(e->before, old.file, VAULT_ID);
    seal_random(e->file);
    e->number++;
    struct seal_label label = label_of(e, false);
    vault_id_path(v, label.place, ".sealed", path);
    enum store_fault fault = put(v, SEAL_CASE, &label, path, bytes, len);
    if (fault) {
        int kept = errno;
        drop(v, label.place);
        memset(&v->read, 0, sizeof v->read); // the index of memory is not the one that counts
        errno = kept;
        return fault;
    }
    fault = vault_commit(v);
    int kept = errno;
    e = v->ill ? NULL : vault_index_find(&v->index, name);
    bool named = v->ill || (e && !memcmp(e->file, label.place, VAULT_ID));
    if (fault && !named)
        drop(v, label.place);
    if (!fault && old.has_before)
        drop(v, old.before);
    errno = kept;
    return fault;
}

enum store_fault vault_write(struct vault *v, const char *name, const char *bytes, size_t len,
                             bool fresh)
{
    int lock;
    enum store_fault fault = vault_begin(v, &lock);
    if (fault)
        return fault;
    fault = write_version(v, name, bytes, len, fresh);
    vault_done(lock);
    return fault;
}

static void journal_path(const struct vault *v, const char *name, unsigned char id[VAULT_ID],
                         char path[STORE_PATH])
{
    seal_number(v->seal, name, id);
    vault_id_path(v, id, ".unsaved", path);
}

static int unlink_journal(const struct vault *v, const char *name)
{
    char path[STORE_PATH];
    unsigned char id[VAULT_ID];
    journal_path(v, name, id, path);
    return unlink(path);
}

static struct seal_label journal_label(const struct vault *v, const char *name)
{
    const struct vault_entry *e = vault_index_find(&v->index, name);
    struct seal_label label = {.number = e ? e->epoch : 0};
    seal_number(v->seal, name, label.subject);
    memcpy(label.place, label.subject, SEAL_ID);
    return label;
}

// The unsaved visit goes with the case: it is sealed for the new name before the index changes, and
// the one of the old name goes behind.
static enum store_fault move_journal(struct vault *v, const char *from, const char *to)
{
    char *bytes, path[STORE_PATH];
    size_t len;
    if (!vault_journal_there(v, from))
        return STORE_GOOD;
    enum store_fault fault = vault_journal_read(v, from, &bytes, &len);
    if (fault)
        return STORE_GOOD; // it could not be taken up before either
    struct seal_label label = journal_label(v, to);
    label.number = journal_label(v, from).number;
    vault_id_path(v, label.subject, ".unsaved", path);
    fault = put(v, SEAL_JOURNAL, &label, path, bytes, len);
    seal_forget(bytes);
    return fault;
}

static enum store_fault rename_entry(struct vault *v, const char *from, const char *to)
{
    struct vault_entry *e = vault_index_find(&v->index, from);
    if (!e)
        return STORE_MISSING;
    if (vault_index_find(&v->index, to))
        return STORE_EXISTS;
    struct vault_entry old = *e;
    enum store_fault fault = move_journal(v, from, to);
    if (fault)
        return fault;
    vault_index_remove(&v->index, from);
    struct vault_entry *now = vault_index_add(&v->index, to);
    old.name = now->name;
    *now = old;
    fault = vault_commit(v);
    if (!fault)
        unlink_journal(v, from);
    return fault;
}

enum store_fault vault_rename(struct vault *v, const char *from, const char *to)
{
    int lock;
    enum store_fault fault = vault_begin(v, &lock);
    if (fault)
        return fault;
    fault = rename_entry(v, from, to);
    vault_done(lock);
    return fault;
}

// The files first: what was to be deleted must not be left behind by an interruption. The name goes
// last, so that deleting can be done again.
static enum store_fault delete_entry(struct vault *v, const char *name)
{
    char path[STORE_PATH];
    const struct vault_entry *e = vault_index_find(&v->index, name);
    if (!e)
        return STORE_MISSING;
    vault_id_path(v, e->file, ".sealed", path);
    if (unlink(path) && errno != ENOENT)
        return STORE_SYSTEM;
    if (e->has_before)
        drop(v, e->before);
    unlink_journal(v, name);
    vault_index_remove(&v->index, name);
    return vault_commit(v);
}

// The name first: what it named stands elsewhere by now. Files that are left behind are swept.
static enum store_fault leave_entry(struct vault *v, const char *name)
{
    const struct vault_entry *e = vault_index_find(&v->index, name);
    if (!e)
        return STORE_MISSING;
    struct vault_entry old = *e;
    vault_index_remove(&v->index, name);
    enum store_fault fault = vault_commit(v);
    if (fault)
        return fault;
    drop(v, old.file);
    if (old.has_before)
        drop(v, old.before);
    unlink_journal(v, name);
    return STORE_GOOD;
}

static enum store_fault take_out(struct vault *v, const char *name,
                                 enum store_fault (*how)(struct vault *v, const char *name))
{
    int lock;
    enum store_fault fault = vault_begin(v, &lock);
    if (fault)
        return fault;
    fault = how(v, name);
    vault_done(lock);
    return fault;
}

enum store_fault vault_leave(struct vault *v, const char *name)
{
    return take_out(v, name, leave_entry);
}

enum store_fault vault_delete(struct vault *v, const char *name)
{
    return take_out(v, name, delete_entry);
}

// ---- files that no index names ----------------------------------------------------------------

// Is this the name of a version that the index names, or of something else?
static bool named(const struct vault *v, const char *name)
{
    unsigned char id[VAULT_ID];
    if (strlen(name) != VAULT_HEX - 1 + strlen(".sealed") ||
        strcmp(name + VAULT_HEX - 1, ".sealed") != 0)
        return true;
    for (int i = 0; i < VAULT_ID; i++)
        if (sscanf(name + 2 * (size_t)i, "%2hhx", &id[i]) != 1)
            return true;
    for (int i = 0; i < v->index.n; i++) {
        const struct vault_entry *e = &v->index.entries[i];
        if (!memcmp(e->file, id, VAULT_ID) || (e->has_before && !memcmp(e->before, id, VAULT_ID)))
            return true;
    }
    return false;
}

// Is it certain that nobody will miss it? It is of this desk, and no newer than what the index
// names.
static bool over(const struct vault *v, const char *path)
{
    struct seal_label label;
    char *bytes;
    size_t size, len;
    enum store_fault fault;
    char *file = store_read_own(path, MOST, &size, &fault);
    bool good = file && !seal_get(v->seal, SEAL_CASE, file, size, &label, &bytes, &len);
    free(file);
    if (!good)
        return false;
    seal_forget(bytes);
    for (int i = 0; i < v->index.n; i++)
        if (!memcmp(v->index.entries[i].subject, label.subject, SEAL_ID))
            return label.number <= v->index.entries[i].number;
    return !v->older && v->mark == v->index.generation;
}

int vault_sweep(struct vault *v)
{
    int swept = 0;
    char path[STORE_PATH];
    DIR *folder = vault_refresh(v) ? NULL : xopendir(v->dir);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        vault_path(v, entry->d_name, path);
        if (!named(v, entry->d_name) && over(v, path) && !unlink(path))
            swept++;
    }
    if (folder)
        closedir(folder);
    return swept;
}

// ---- journals ---------------------------------------------------------------------------------

enum store_fault vault_journal(struct vault *v, const char *name, const char *bytes, size_t len)
{
    char path[STORE_PATH];
    unsigned char id[VAULT_ID];
    enum store_fault fault = vault_refresh(v);
    if (fault)
        return fault;
    struct seal_label label = journal_label(v, name);
    journal_path(v, name, id, path);
    return put(v, SEAL_JOURNAL, &label, path, bytes, len);
}

bool vault_journal_there(const struct vault *v, const char *name)
{
    char path[STORE_PATH];
    unsigned char id[VAULT_ID];
    journal_path(v, name, id, path);
    return !access(path, F_OK);
}

enum store_fault vault_journal_read(struct vault *v, const char *name, char **bytes, size_t *len)
{
    char path[STORE_PATH];
    unsigned char id[VAULT_ID];
    enum store_fault fault = vault_refresh(v);
    if (fault)
        return fault;
    struct seal_label want = journal_label(v, name);
    journal_path(v, name, id, path);
    return get(v, SEAL_JOURNAL, &want, path, bytes, len);
}

void vault_journal_drop(struct vault *v, const char *name)
{
    int lock;
    if (unlink_journal(v, name) || vault_begin(v, &lock))
        return;
    struct vault_entry *e = vault_index_find(&v->index, name);
    if (e) {
        e->epoch++;
        (void)vault_commit(v); // then only an old journal that is put back would not be noticed
    }
    vault_done(lock);
}

void vault_lock_path(const struct vault *v, const char *name, char *out, size_t room)
{
    unsigned char id[VAULT_ID];
    char hex[VAULT_HEX];
    seal_number(v->seal, name, id);
    vault_hex(id, hex);
    snprintf(out, room, "%s/%s.lock", v->dir, hex);
}
