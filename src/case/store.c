// SPDX-License-Identifier: MIT
// The folder of cases; see store.h.
#include "case/store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "pack/read/yaml.h"
#include "tongue/i18n.h"

enum { PATH = PATH_MAX };

const char *store_words(enum store_fault fault)
{
    switch (fault) {
    case STORE_NO_PLACE:
        return N_("there is no place for cases: neither XDG_DATA_HOME nor HOME is set.");
    case STORE_FOREIGN:
        return N_("it belongs to somebody else, others can write it, or it is a link; it is "
                  "left alone.");
    case STORE_BAD_NAME:
        return N_("this cannot be the name of a case: letters, digits, blanks and - _ . , only, at "
                  "most 80, and no dot or dash first.");
    case STORE_MISSING:
        return N_("there is no case of that name.");
    case STORE_EXISTS:
        return N_("there is a case of that name already.");
    case STORE_DAMAGED:
        return N_("the file is damaged. It is left as it is; the version before it is kept "
                  "beside it.");
    case STORE_NEWER:
        return N_(
            "it was written by a newer version of tanu; it can be looked at, but not changed.");
    case STORE_TOO_BIG:
        return N_("the case has become too big to be kept; take some notes out.");
    case STORE_GOOD:
    case STORE_SYSTEM:
        break;
    }
    return "";
}

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

static void path_of(const struct store *s, const char *name, const char *ending, char out[PATH])
{
    snprintf(out, PATH, "%s/%s%s", s->dir, name, ending);
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

static enum store_fault make_folder(const char *path)
{
    char copy[PATH];
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
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    int n = data && *data == '/' ? snprintf(s->dir, sizeof s->dir, "%s/tanu/cases", data)
            : home && *home ? snprintf(s->dir, sizeof s->dir, "%s/.local/share/tanu/cases", home)
                            : -1;
    if (n < 0 || n >= (int)sizeof s->dir)
        return STORE_NO_PLACE;
    enum store_fault fault = make ? make_folder(s->dir) : STORE_GOOD;
    if (fault)
        return fault;
    if (access(s->dir, F_OK))
        return errno == ENOENT ? STORE_GOOD : STORE_SYSTEM;
    if (!own_folder(s->dir))
        return STORE_FOREIGN;
    if (make && shut(s->dir))
        return STORE_SYSTEM;
    return access(s->dir, R_OK | X_OK) ? STORE_SYSTEM : STORE_GOOD; // unread is not empty
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int store_list(const struct store *s, struct arena *arena, const char ***names)
{
    size_t n = 0, room = 0;
    *names = NULL;
    DIR *folder = opendir(s->dir);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        size_t len = strlen(entry->d_name);
        if (len < 6 || entry->d_name[0] == '.' || strcmp(entry->d_name + len - 5, ".yaml") != 0)
            continue;
        if (n == room) {
            size_t more = room ? room * 2 : 64;
            *names = arena_grow(arena, *names, room, more, sizeof **names);
            room = more;
        }
        (*names)[n++] = arena_strndup(arena, entry->d_name, len - 5);
    }
    if (folder)
        closedir(folder);
    if (n)
        qsort(*names, n, sizeof **names, by_name);
    return (int)n;
}

bool store_has(const struct store *s, const char *name)
{
    char path[PATH];
    path_of(s, name, ".yaml", path);
    return !access(path, F_OK);
}

// ---- reading ----------------------------------------------------------------------------------

// A plain file of this account; links are not followed.
static char *read_own(const char *path, size_t *len, enum store_fault *fault)
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
    else if ((bytes = file_read(path, YAML_MAX_FILE, len)))
        *fault = STORE_GOOD;
    else if (errno == EFBIG)
        *fault = STORE_TOO_BIG;
    return bytes;
}

static enum store_fault read_doc(const char *path, struct doc *doc, struct diags *diags)
{
    size_t len;
    enum store_fault fault;
    char *bytes = read_own(path, &len, &fault);
    if (fault)
        return fault;
    int status = doc_read(doc, path, bytes, len, diags);
    explicit_bzero(bytes, len);
    free(bytes);
    if (status)
        return STORE_DAMAGED;
    long format = strtol(doc_text(doc->root, "format"), NULL, 10);
    return format < 1 ? STORE_DAMAGED : format > CASE_FORMAT ? STORE_NEWER : STORE_GOOD;
}

enum store_fault store_read(const struct store *s, const char *name, bool before, struct doc *doc,
                            struct diags *diags)
{
    char path[PATH];
    if (!store_name_good(name))
        return STORE_BAD_NAME;
    path_of(s, name, before ? ".yaml~" : ".yaml", path);
    return read_doc(path, doc, diags);
}

// ---- writing ----------------------------------------------------------------------------------

static enum store_fault write_doc(const char *path, const struct doc *doc, bool replace)
{
    struct text out = TEXT_INIT;
    if (!doc_fits(doc))
        return STORE_TOO_BIG;
    doc_write(doc, &out);
    int status = file_write(path, text_str(&out), out.len, 0600, replace);
    int kept = errno;
    text_release(&out);
    errno = kept;
    return !status ? STORE_GOOD : errno == EEXIST ? STORE_EXISTS : STORE_SYSTEM;
}

// The file that will be replaced also keeps a second name, so that nothing is between the two
// versions.
static enum store_fault keep_before(const struct store *s, const char *name)
{
    char path[PATH], kept[PATH], made[PATH];
    struct stat info;
    path_of(s, name, ".yaml", path);
    path_of(s, name, ".yaml~", kept);
    path_of(s, name, ".yaml~new", made);
    if (lstat(path, &info))
        return errno == ENOENT ? STORE_GOOD : STORE_SYSTEM;
    if (!S_ISREG(info.st_mode) || info.st_uid != geteuid())
        return STORE_FOREIGN;
    unlink(made);
    return link(path, made) || rename(made, kept) ? STORE_SYSTEM : STORE_GOOD;
}

enum store_fault store_write(const struct store *s, const char *name, const struct doc *doc,
                             bool fresh)
{
    char path[PATH];
    if (!store_name_good(name))
        return STORE_BAD_NAME;
    path_of(s, name, ".yaml", path);
    enum store_fault fault = fresh ? STORE_GOOD : keep_before(s, name);
    return fault ? fault : write_doc(path, doc, !fresh);
}

static const char *const endings[] = {".yaml~", ".journal", ".lock"};

enum store_fault store_rename(const struct store *s, const char *from, const char *to)
{
    char old[PATH], new[PATH];
    if (!store_name_good(from) || !store_name_good(to))
        return STORE_BAD_NAME;
    if (!store_has(s, from))
        return STORE_MISSING;
    path_of(s, from, ".yaml", old);
    path_of(s, to, ".yaml", new);
    if (link(old, new))
        return errno == EEXIST ? STORE_EXISTS : STORE_SYSTEM;
    if (unlink(old))
        return STORE_SYSTEM;
    for (size_t i = 0; i < 2; i++) {
        path_of(s, from, endings[i], old);
        path_of(s, to, endings[i], new);
        if (rename(old, new) && errno != ENOENT)
            return STORE_SYSTEM;
    }
    return STORE_GOOD;
}

enum store_fault store_delete(const struct store *s, const char *name)
{
    char path[PATH];
    if (!store_name_good(name))
        return STORE_BAD_NAME;
    path_of(s, name, ".yaml", path);
    if (unlink(path))
        return errno == ENOENT ? STORE_MISSING : STORE_SYSTEM;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        path_of(s, name, endings[i], path);
        unlink(path);
    }
    return STORE_GOOD;
}

// ---- locks ------------------------------------------------------------------------------------

static void say_who(int fd, char who[160])
{
    ssize_t n = pread(fd, who, 159, 0);
    if (n <= 0)
        n = snprintf(who, 160, "?"); // taken in this very moment
    who[n] = '\0';
    for (char *c = who; *c; c++)
        *c = *c >= ' ' && *c < 0x7F ? *c : ' ';
}

// The file that has the name now, not one that somebody took away in between.
static bool still_named(int fd, const char *path)
{
    struct stat held, named;
    return !fstat(fd, &held) && !lstat(path, &named) && held.st_ino == named.st_ino &&
           held.st_dev == named.st_dev;
}

// Held by the open file, so it goes with the process, even after kill -9.
static int hold(const char *path, char who[160])
{
    for (;;) {
        int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0)
            return -1;
        if (flock(fd, LOCK_EX | LOCK_NB)) {
            say_who(fd, who);
            close(fd);
            return -1;
        }
        if (still_named(fd, path))
            return fd;
        close(fd);
    }
}

int store_lock(const struct store *s, const char *name, char who[160])
{
    char path[PATH], words[160];
    const struct passwd *account = getpwuid(geteuid());
    time_t now = time(NULL);
    struct tm day;
    path_of(s, name, ".lock", path);
    who[0] = '\0';
    int fd = hold(path, who);
    if (fd < 0)
        return -1;
    localtime_r(&now, &day);
    int n = snprintf(words, sizeof words, "%.40s, %04d-%02d-%02d %02d:%02d, process %ld",
                     account ? account->pw_name : "?", day.tm_year + 1900, day.tm_mon + 1,
                     day.tm_mday, day.tm_hour, day.tm_min, (long)getpid());
    if (ftruncate(fd, 0) || pwrite(fd, words, (size_t)n, 0) != n) {
        close(fd);
        return -1;
    }
    return fd;
}

void store_unlock(const struct store *s, const char *name, int lock)
{
    char path[PATH];
    path_of(s, name, ".lock", path);
    unlink(path);
    close(lock);
}

// ---- the journal ------------------------------------------------------------------------------

enum store_fault store_journal(const struct store *s, const char *name, const struct doc *doc)
{
    char path[PATH];
    path_of(s, name, ".journal", path);
    return write_doc(path, doc, true);
}

bool store_journal_there(const struct store *s, const char *name)
{
    char path[PATH];
    path_of(s, name, ".journal", path);
    return !access(path, F_OK);
}

enum store_fault store_journal_read(const struct store *s, const char *name, struct doc *doc,
                                    struct diags *diags)
{
    char path[PATH];
    path_of(s, name, ".journal", path);
    return read_doc(path, doc, diags);
}

void store_journal_drop(const struct store *s, const char *name)
{
    char path[PATH];
    path_of(s, name, ".journal", path);
    unlink(path);
}
