// SPDX-License-Identifier: MIT
// Installed packs; see install.h. The archive is read once, verified in memory and unpacked from
// that memory, so nobody can change it in between. Everything is written and synced under another
// name before the one step that switches.
#include "app/install.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/exit.h"
#include "base/file.h"
#include "base/minisign.h"
#include "base/oom.h"
#include "base/ustar.h"
#include "base/version.h"
#include "tongue/i18n.h"

enum { MOST_KEYS = 16, MOST_TEXT = 16 * 1024 };

const struct install_places install_places = {TANU_STATEDIR "/packs", TANU_CONFDIR "/trusted.d"};

// ---- claims ------------------------------------------------------------------------------------

// The value of `name=` among words with blanks between; letters, digits and ". - _" only, as it
// becomes part of a path.
static bool claim_word(const char *comment, const char *name, char out[64])
{
    size_t len = strlen(name);
    for (const char *at = comment; (at = strstr(at, name)); at += len) {
        if ((at > comment && at[-1] != ' ') || at[len] != '=')
            continue;
        const char *value = at + len + 1;
        size_t n = strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789.-_");
        if (!n || n > 60 || (value[n] && value[n] != ' ') || value[0] == '.' || value[0] == '-')
            return false;
        snprintf(out, 64, "%.*s", (int)n, value);
        return true;
    }
    return false;
}

bool install_read_claim(const char *comment, struct install_claim *claim)
{
    char day[64];
    return claim_word(comment, "pack", claim->id) &&
           claim_word(comment, "version", claim->version) &&
           isdigit((unsigned char)claim->version[0]) && claim_word(comment, "expires", day) &&
           !date_parse(day, &claim->expires);
}

// ---- keys and signature -----------------------------------------------------------------------

static int read_keys(const char *dir, struct minisign_key *keys)
{
    int n = 0;
    DIR *folder = xopendir(dir);
    for (struct dirent *entry; folder && n < MOST_KEYS && (entry = readdir(folder));) {
        size_t len = strlen(entry->d_name), got;
        char path[PATH_MAX];
        if (len < 5 || strcmp(entry->d_name + len - 4, ".pub") != 0 ||
            snprintf(path, sizeof path, "%s/%s", dir, entry->d_name) >= (int)sizeof path)
            continue;
        char *text = file_read(path, MOST_TEXT, &got);
        n += text && minisign_read_key(text, &keys[n]);
        free(text);
    }
    if (folder)
        closedir(folder);
    return n;
}

static int refuse(struct text *why, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static int refuse(struct text *why, int status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    text_vprintf(why, format, args);
    va_end(args);
    return status;
}

static int verify(const struct install_places *places, const char *file, const char *bytes,
                  size_t len, struct install_claim *claim, struct text *why)
{
    struct minisign_key keys[MOST_KEYS];
    char path[PATH_MAX], comment[MINISIGN_COMMENT];
    size_t got;
    snprintf(path, sizeof path, "%s.minisig", file);
    char *signature = file_read(path, MOST_TEXT, &got);
    if (!signature)
        return refuse(why, EXIT_NO_INPUT, _("%s: the signature cannot be read: %s"), path,
                      strerror(errno));
    int n = read_keys(places->keys, keys);
    enum minisign_verdict verdict = minisign_verify(bytes, len, signature, keys, n, comment);
    free(signature);
    switch (verdict) {
    case MINISIGN_GOOD:
        break;
    case MINISIGN_MALFORMED:
        return refuse(why, EXIT_DATA, _("%s is no signature of minisign, or it is cut off"), path);
    case MINISIGN_OTHER_KEY:
        return refuse(why, EXIT_PERMISSION,
                      _("the signature is by a key that is not trusted here (%s holds %d keys)"),
                      places->keys, n);
    case MINISIGN_BAD:
        return refuse(why, EXIT_DATA,
                      _("the signature does not fit: the file or its comment was altered"));
    case MINISIGN_NOT_BUILT:
        return refuse(why, EXIT_CONFIG,
                      _("this program was built without libsodium and cannot verify a signature"));
    }
    if (install_read_claim(comment, claim))
        return 0;
    return refuse(why, EXIT_DATA,
                  _("the signed comment does not say pack=, version= and expires="));
}

// ---- unpacking --------------------------------------------------------------------------------

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info, (void)kind, (void)walk;
    return remove(path);
}

static void remove_tree(const char *path)
{
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

// Folders on the way to a name.
static int make_folders(char *path, size_t base)
{
    for (char *c = path + base + 1; *c; c++) {
        if (*c != '/')
            continue;
        *c = '\0';
        int made = mkdir(path, 0755);
        *c = '/';
        if (made && errno != EEXIST)
            return -1;
    }
    return 0;
}

static int unpack(const char *bytes, size_t len, const char *into, struct text *why)
{
    struct ustar u;
    struct ustar_entry entry;
    char path[PATH_MAX];
    size_t base = strlen(into);
    ustar_open(&u, bytes, len);
    while (ustar_next(&u, &entry)) {
        snprintf(path, sizeof path, "%s/%s%s", into, entry.name, entry.folder ? "/" : "");
        if (make_folders(path, base) ||
            (!entry.folder && file_write(path, entry.bytes, entry.len, 0644, false)))
            return refuse(why, errno == EEXIST ? EXIT_DATA : EXIT_IO, "%s: %s", entry.name,
                          strerror(errno));
    }
    return u.fault ? refuse(why, EXIT_DATA, _("the archive is refused: %s (%s)"), u.fault, u.name)
                   : 0;
}

// ---- switching --------------------------------------------------------------------------------

// The version a link of the folder leads to; "" where there is none.
static void linked(const char *folder, const char *link, char out[NAME_MAX + 1])
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", folder, link);
    ssize_t n = readlink(path, out, NAME_MAX);
    out[n < 0 ? 0 : n] = '\0';
    if (strchr(out, '/'))
        out[0] = '\0';
}

static int point(const char *folder, const char *link, const char *version)
{
    char made[PATH_MAX], path[PATH_MAX];
    snprintf(made, sizeof made, "%s/.%s-new", folder, link);
    snprintf(path, sizeof path, "%s/%s", folder, link);
    unlink(made);
    return symlink(version, made) || rename(made, path) ? -1 : 0;
}

static int settle(const char *folder, const char *unpacked, const char *version, const char *before)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", folder, version);
    remove_tree(path); // left over from an installation that was interrupted
    if (rename(unpacked, path) || (*before && point(folder, "previous", before)) ||
        point(folder, "current", version))
        return -1;
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int result = fd < 0 || fsync(fd) ? -1 : 0;
    if (fd >= 0)
        close(fd);
    return result;
}

static int make_path(const char *path)
{
    char copy[PATH_MAX];
    snprintf(copy, sizeof copy, "%s/", path);
    return make_folders(copy, 0);
}

// The pack in the folder is the one that the comment promises.
static bool is_promised(const char *dir, const struct install_claim *claim)
{
    char path[PATH_MAX], id[80], version[80];
    size_t len;
    snprintf(path, sizeof path, "%s/pack.yaml", dir);
    char *text = file_read(path, 1 << 20, &len);
    snprintf(id, sizeof id, "\nid: %s\n", claim->id);
    snprintf(version, sizeof version, "\nversion: %s\n", claim->version);
    bool same = text && strstr(text, id) && strstr(text, version);
    free(text);
    return same;
}

static int put_in_place(const struct install_places *places, const char *bytes, size_t len,
                        date today, const struct install_claim *claim,
                        int (*check)(const char *dir, date today, struct text *why),
                        struct text *why)
{
    char folder[PATH_MAX / 2], unpacked[PATH_MAX / 2 + 32], before[NAME_MAX + 1];
    if (snprintf(folder, sizeof folder, "%s/%s", places->packs, claim->id) >= (int)sizeof folder)
        return refuse(why, EXIT_IO, "%s", strerror(ENAMETOOLONG));
    if (make_path(folder))
        return refuse(why, errno == EACCES || errno == EROFS ? EXIT_PERMISSION : EXIT_IO, "%s: %s",
                      folder, strerror(errno));
    linked(folder, "current", before);
    if (*before && version_order(claim->version, before) <= 0)
        return refuse(why, EXIT_DATA, _("version %s is not newer than %s, which is installed"),
                      claim->version, before);
    snprintf(unpacked, sizeof unpacked, "%s/.new-XXXXXX", folder);
    if (!mkdtemp(unpacked) || chmod(unpacked, 0755))
        return refuse(why, errno == EACCES || errno == EROFS ? EXIT_PERMISSION : EXIT_IO, "%s: %s",
                      folder, strerror(errno));
    int status = unpack(bytes, len, unpacked, why);
    if (!status && !is_promised(unpacked, claim))
        status = refuse(why, EXIT_DATA,
                        _("the archive holds another pack or version than its signature says"));
    if (!status)
        status = check(unpacked, today, why);
    if (!status && settle(folder, unpacked, claim->version, before))
        status = refuse(why, EXIT_IO, "%s: %s", folder, strerror(errno));
    if (status)
        remove_tree(unpacked);
    return status;
}

int install_pack(const struct install_places *places, const char *file, date today,
                 int (*check)(const char *dir, date today, struct text *why),
                 struct install_claim *claim, struct text *why)
{
    size_t len;
    char *bytes = file_read(file, USTAR_MOST_BYTES + (4 << 20), &len);
    if (!bytes)
        return refuse(why, errno == EFBIG ? EXIT_DATA : EXIT_NO_INPUT, "%s: %s", file,
                      strerror(errno));
    int status = verify(places, file, bytes, len, claim, why);
    if (!status && claim->expires < today) {
        char day[DATE_TEXT];
        status = refuse(why, EXIT_DATA, _("it expired on %s"), date_format(day, claim->expires));
    }
    if (!status)
        status = put_in_place(places, bytes, len, today, claim, check, why);
    free(bytes);
    return status;
}

bool install_find(const struct install_places *places, const char *id, bool previous,
                  struct text *out)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s/%s", places->packs, id, previous ? "previous" : "current");
    if (access(path, R_OK | X_OK))
        return false;
    text_add(out, path);
    return true;
}
