// SPDX-License-Identifier: MIT
// The folder of cases; see store.h.
#include "case/store.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/oom.h"
#include "base/utf8.h"
#include "case/store_parts.h"
#include "case/vault.h"
#include "engine/several.h"
#include "pack/read/yaml.h"

// ---- names and paths --------------------------------------------------------------------------

static bool plain(char c)
{
    return c && strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_.,()'", c);
}

bool store_name_good(const char *name)
{
    int letters = 0;
    size_t len = strlen(name);
    for (size_t i = 0, step; i < len; i += step) {
        uint32_t c;
        step = utf8_decode(name + i, len - i, &c);
        bool good = c < 0x80 ? plain((char)c) : !utf8_steers(c) && c != 0xFFFD;
        if (!good)
            return false;
        letters++;
    }
    return len && len < NAME_MAX - 16 && letters <= STORE_NAME && name[0] != '.' &&
           name[0] != '-' && name[0] != ' ' && name[len - 1] != ' ';
}

void store_path(const struct store *s, const char *name, const char *ending, char out[STORE_PATH])
{
    snprintf(out, STORE_PATH, "%s/%s%s", s->dir, name, ending);
}

// A folder of this account, that no other can write.
static bool own_folder(const char *path)
{
    struct stat info;
    return !lstat(path, &info) && S_ISDIR(info.st_mode) && info.st_uid == geteuid() &&
           !(info.st_mode & 022);
}

// Takes the rights of others away; those of the account stay as they are, also where it may only
// read.
static int shut(const char *path)
{
    struct stat info;
    if (lstat(path, &info))
        return -1;
    return info.st_mode & 077 ? chmod(path, info.st_mode & 0700) : 0;
}

enum store_fault store_make_folder(const char *path)
{
    char copy[STORE_PATH];
    snprintf(copy, sizeof copy, "%s", path);
    for (char *c = copy + 1; *c; c++)
        if (*c == '/') {
            *c = '\0';
            if (mkdir(copy, 0700) && errno != EEXIST)
                return STORE_SYSTEM;
            *c = '/';
        }
    return mkdir(copy, 0700) && errno != EEXIST ? STORE_SYSTEM : STORE_GOOD;
}

enum store_fault store_open(struct store *s, bool make)
{
    *s = (struct store){.sealed = false};
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    int n = data && *data == '/' ? snprintf(s->dir, sizeof s->dir, "%s/tanu/cases", data)
            : home && *home ? snprintf(s->dir, sizeof s->dir, "%s/.local/share/tanu/cases", home)
                            : -1;
    if (n < 0 || n >= (int)sizeof s->dir)
        return STORE_NO_PLACE;
    enum store_fault fault = make ? store_make_folder(s->dir) : STORE_GOOD;
    if (fault)
        return fault;
    if (access(s->dir, F_OK))
        return errno == ENOENT ? STORE_GOOD : STORE_SYSTEM;
    if (!own_folder(s->dir))
        return STORE_FOREIGN;
    if (make && shut(s->dir))
        return STORE_SYSTEM;
    if (access(s->dir, R_OK | X_OK))
        return STORE_SYSTEM; // unread is not empty
    return vault_look(s->dir, &s->sealed);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct names {
    struct arena *arena;
    const char **of;
    size_t n, room;
};

static void add_name(struct names *names, const char *name, size_t len)
{
    if (names->n == names->room) {
        size_t more = names->room ? names->room * 2 : 64;
        names->of = arena_grow(names->arena, names->of, names->room, more, sizeof *names->of);
        names->room = more;
    }
    names->of[names->n++] = arena_strndup(names->arena, name, len);
}

int store_list(const struct store *s, struct arena *arena, const char ***names)
{
    struct names all = {.arena = arena};
    int sealed = s->vault ? vault_count(s->vault) : 0;
    DIR *folder = xopendir(s->dir);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        size_t len = strlen(entry->d_name);
        if (len >= 6 && entry->d_name[0] != '.' && !strcmp(entry->d_name + len - 5, ".yaml"))
            add_name(&all, entry->d_name, len - 5);
    }
    if (folder)
        closedir(folder);
    for (int i = 0; i < sealed; i++)
        add_name(&all, vault_name(s->vault, i), strlen(vault_name(s->vault, i)));
    if (all.n)
        qsort(all.of, all.n, sizeof *all.of, by_name);
    size_t n = 0;
    for (size_t i = 0; i < all.n; i++) // one that is being sealed is there twice
        if (!n || strcmp(all.of[n - 1], all.of[i]) != 0)
            all.of[n++] = all.of[i];
    *names = all.of;
    return (int)n;
}

static bool plain_there(const struct store *s, const char *name)
{
    char path[STORE_PATH];
    store_path(s, name, ".yaml", path);
    return !access(path, F_OK);
}

static bool sealed_there(const struct store *s, const char *name)
{
    return s->vault && vault_has(s->vault, name);
}

bool store_has(const struct store *s, const char *name)
{
    return sealed_there(s, name) || plain_there(s, name);
}

bool store_sealed(const struct store *s, const char *name)
{
    return sealed_there(s, name) || (s->vault && vault_whole(s->vault) && !plain_there(s, name));
}

const char *store_seen(const struct store *s)
{
    return s->vault ? vault_seen(s->vault) : "";
}

// ---- reading ----------------------------------------------------------------------------------

char *store_read_own(const char *path, size_t most, size_t *len, enum store_fault *fault)
{
    struct stat info;
    char *bytes = NULL;
    *fault = STORE_SYSTEM;
    if (lstat(path, &info)) {
        *fault = errno == ENOENT ? STORE_MISSING : STORE_SYSTEM;
        return NULL;
    }
    if (!S_ISREG(info.st_mode) || info.st_uid != geteuid() || (info.st_mode & 022))
        *fault = STORE_FOREIGN;
    else if ((bytes = file_read(path, most, len)))
        *fault = STORE_GOOD;
    else if (errno == EFBIG)
        *fault = STORE_TOO_BIG;
    return bytes;
}

static enum store_fault parse(const char *name, const char *bytes, size_t len, struct doc *doc,
                              struct diags *diags)
{
    if (doc_read(doc, name, bytes, len, diags))
        return STORE_DAMAGED;
    if (doc_count(doc_get(doc->root, "qualifications")) > SEVERAL_MOST) {
        diag_error(diags, "too-many", (struct place){.file = name},
                   "\"qualifications\" takes %d at most", SEVERAL_MOST);
        return STORE_DAMAGED; // the others would be gone after the next save
    }
    long format = strtol(doc_text(doc->root, "format"), NULL, 10);
    if (format < 1)
        diag_error(diags, "missing-key", (struct place){name, 1, 1},
                   "a case says which form it has; write \"format: %d\" as its first line",
                   CASE_FORMAT);
    return format < 1 ? STORE_DAMAGED : format > CASE_FORMAT ? STORE_NEWER : STORE_GOOD;
}

static enum store_fault read_plain(const struct store *s, const char *name, const char *ending,
                                   struct doc *doc, struct diags *diags)
{
    char path[STORE_PATH];
    size_t len;
    enum store_fault fault;
    store_path(s, name, ending, path);
    char *bytes = store_read_own(path, YAML_MAX_FILE, &len, &fault);
    if (fault)
        return fault;
    fault = parse(path, bytes, len, doc, diags);
    explicit_bzero(bytes, len);
    free(bytes);
    return fault;
}

static enum store_fault read_any(const struct store *s, const char *name, bool before,
                                 struct doc *doc, struct diags *diags)
{
    char *bytes;
    size_t len;
    if (!sealed_there(s, name))
        return read_plain(s, name, before ? ".yaml~" : ".yaml", doc, diags);
    enum store_fault fault = vault_read(s->vault, name, before, &bytes, &len);
    if (fault)
        return fault;
    fault = parse(name, bytes, len, doc, diags);
    seal_forget(bytes);
    return fault;
}

enum store_fault store_read(const struct store *s, const char *name, bool before, struct doc *doc,
                            struct diags *diags)
{
    if (!store_name_good(name))
        return STORE_BAD_NAME;
    enum store_fault fault = read_any(s, name, before, doc, diags);
    // A file that was copied by hand is the case that it is called, and not a second of that name.
    if ((fault == STORE_GOOD || fault == STORE_NEWER) &&
        strcmp(doc_text(doc->root, "name"), name) != 0)
        doc_set(doc, doc->root, "name", name);
    return fault;
}

// ---- writing ----------------------------------------------------------------------------------

enum store_fault store_put_file(const char *path, const void *bytes, size_t len, bool replace)
{
    int status = file_write(path, bytes, len, 0600, replace);
    return !status ? STORE_GOOD : errno == EEXIST ? STORE_EXISTS : STORE_SYSTEM;
}

enum store_fault store_keep_before(const char *path, const char *kept, const char *made)
{
    struct stat info;
    if (lstat(path, &info))
        return errno == ENOENT ? STORE_GOOD : STORE_SYSTEM;
    if (!S_ISREG(info.st_mode) || info.st_uid != geteuid())
        return STORE_FOREIGN;
    unlink(made);
    return link(path, made) || rename(made, kept) ? STORE_SYSTEM : STORE_GOOD;
}

static enum store_fault write_plain(const struct store *s, const char *name,
                                    const struct text *words, bool fresh)
{
    char path[STORE_PATH], kept[STORE_PATH], made[STORE_PATH];
    store_path(s, name, ".yaml", path);
    store_path(s, name, ".yaml~", kept);
    store_path(s, name, ".yaml~new", made);
    enum store_fault fault = fresh ? STORE_GOOD : store_keep_before(path, kept, made);
    return fault ? fault : store_put_file(path, text_str(words), words->len, !fresh);
}

enum store_fault store_write(const struct store *s, const char *name, const struct doc *doc,
                             bool fresh)
{
    struct text words = TEXT_INIT;
    if (!store_name_good(name))
        return STORE_BAD_NAME;
    if (!doc_fits(doc))
        return STORE_TOO_BIG;
    doc_write(doc, &words);
    enum store_fault fault = store_sealed(s, name)
                                 ? vault_write(s->vault, name, text_str(&words), words.len, fresh)
                                 : write_plain(s, name, &words, fresh);
    int kept = errno;
    text_release(&words);
    errno = kept;
    return fault;
}

static const char *const endings[] = {".yaml~", ".journal"}; // beside NAME.yaml

enum store_fault store_rename(const struct store *s, const char *from, const char *to)
{
    char old[STORE_PATH], new[STORE_PATH];
    if (!store_name_good(from) || !store_name_good(to))
        return STORE_BAD_NAME;
    if (!store_has(s, from))
        return STORE_MISSING;
    if (store_has(s, to))
        return STORE_EXISTS;
    if (sealed_there(s, from))
        return vault_rename(s->vault, from, to);
    store_path(s, from, ".yaml", old);
    store_path(s, to, ".yaml", new);
    if (link(old, new))
        return errno == EEXIST ? STORE_EXISTS : STORE_SYSTEM;
    if (unlink(old))
        return STORE_SYSTEM;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        store_path(s, from, endings[i], old);
        store_path(s, to, endings[i], new);
        if (rename(old, new) && errno != ENOENT)
            return STORE_SYSTEM;
    }
    return STORE_GOOD;
}

// The case itself goes last: what was to be deleted must not be left behind by an interruption.
static enum store_fault delete_plain(const struct store *s, const char *name)
{
    char path[STORE_PATH];
    if (!plain_there(s, name))
        return STORE_MISSING;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        store_path(s, name, endings[i], path);
        if (unlink(path) && errno != ENOENT)
            return STORE_SYSTEM;
    }
    store_path(s, name, ".yaml", path);
    return unlink(path) ? STORE_SYSTEM : STORE_GOOD;
}

enum store_fault store_delete(const struct store *s, const char *name)
{
    if (!store_name_good(name))
        return STORE_BAD_NAME;
    if (!sealed_there(s, name))
        return delete_plain(s, name);
    enum store_fault fault = vault_delete(s->vault, name);
    if (!fault && plain_there(s, name)) // left by an interruption
        fault = delete_plain(s, name);
    return fault;
}

// ---- the journal ------------------------------------------------------------------------------

enum store_fault store_journal(const struct store *s, const char *name, const struct doc *doc)
{
    char path[STORE_PATH];
    struct text words = TEXT_INIT;
    if (!doc_fits(doc))
        return STORE_TOO_BIG;
    doc_write(doc, &words);
    store_path(s, name, ".journal", path);
    enum store_fault fault = store_sealed(s, name)
                                 ? vault_journal(s->vault, name, text_str(&words), words.len)
                                 : store_put_file(path, text_str(&words), words.len, true);
    int kept = errno;
    text_release(&words);
    errno = kept;
    return fault;
}

bool store_journal_there(const struct store *s, const char *name)
{
    char path[STORE_PATH];
    store_path(s, name, ".journal", path);
    return store_sealed(s, name) ? vault_journal_there(s->vault, name) : !access(path, F_OK);
}

enum store_fault store_journal_read(const struct store *s, const char *name, struct doc *doc,
                                    struct diags *diags)
{
    char *bytes;
    size_t len;
    if (!store_sealed(s, name))
        return read_plain(s, name, ".journal", doc, diags);
    enum store_fault fault = vault_journal_read(s->vault, name, &bytes, &len);
    if (fault)
        return fault;
    fault = parse(name, bytes, len, doc, diags);
    seal_forget(bytes);
    return fault;
}

void store_journal_drop(const struct store *s, const char *name)
{
    char path[STORE_PATH];
    store_path(s, name, ".journal", path);
    if (store_sealed(s, name))
        vault_journal_drop(s->vault, name);
    else
        unlink(path);
}
