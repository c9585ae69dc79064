// SPDX-License-Identifier: MIT
// Installed or not; see places.h.
#include "app/places.h"

#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "app/install.h"
#include "base/io.h"
#include "base/text.h"

// An uninstalled program finds beside itself the file that the build wrote there: one line, the
// source tree. So nothing of the folder it was made in stands in the program, and two builds of the
// same source are the same to the byte.
static const char *const tree_file = "tanu.tree";

// By the link, else (once others may not look inside, base/seal.h) by the name it was started with.
static bool own_path(char out[PATH_MAX])
{
    ssize_t length = readlink("/proc/self/exe", out, PATH_MAX - 1);
    if (length >= 0) {
        out[length] = '\0';
        return true;
    }
    unsigned long name = getauxval(AT_EXECFN);
    return name && realpath((const char *)(uintptr_t)name, out);
}

// The folder of the running program, without the last slash; false if it cannot be told.
static bool own_folder(char out[PATH_MAX])
{
    if (!own_path(out))
        return false;
    char *slash = strrchr(out, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return true;
}

// Appends the build tree (and, with `source`, the source tree) of an uninstalled program. False: it
// is installed.
static bool add_tree(struct text *out, bool source)
{
    char folder[PATH_MAX], name[PATH_MAX + 16], line[PATH_MAX + 1] = "";
    if (!own_folder(folder))
        return false;
    snprintf(name, sizeof name, "%s/%s", folder, tree_file);
    int file = open(name, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool whole = read_some(file, line, PATH_MAX) > 0 && strchr(line, '\n');
    close(file);
    line[strcspn(line, "\n")] = '\0';
    if (whole)
        text_add(out, source ? line : folder);
    return whole;
}

int places_packs(struct text dirs[PLACES_MOST_PACKS], const char *option)
{
    const char *named = option ? option : getenv("TANU_PACK");
    int n = 0;
    memset(dirs, 0, PLACES_MOST_PACKS * sizeof *dirs);
    if (named && *named) {
        text_add(&dirs[0], named);
        return 1;
    }
    if (add_tree(&dirs[0], true)) {
        text_add(&dirs[0], "/questions/tokyo");
        return 1;
    }
    n += install_find(&install_places, "tokyo", false, &dirs[n]);
    n += install_find(&install_places, "tokyo", true, &dirs[n]);
    text_add(&dirs[n++], TANU_PKGDATADIR "/questions/tokyo");
    return n;
}

void places_prepared(struct text *out, const char *dir)
{
    static const char shipped[] = TANU_PKGDATADIR "/questions/";
    size_t len = strlen(dir);
    while (len > 1 && dir[len - 1] == '/')
        len--;
    const char *slash = memrchr(dir, '/', len), *name = slash ? slash + 1 : dir;
    if (add_tree(out, false))
        text_printf(out, "/%.*s", (int)(dir + len - name), name);
    else if (!strncmp(dir, shipped, sizeof shipped - 1))
        text_printf(out, "%s/%.*s", TANU_PREPAREDDIR, (int)(dir + len - name), name);
    else
        text_bytes(out, dir, len);
    text_add(out, ".pack");
}

bool places_terms(struct text *out)
{
    bool tree = add_tree(out, true);
    if (tree)
        text_add(out, "/doc/terms");
    return tree;
}

void places_own(struct text *out)
{
    char folder[PATH_MAX];
    if (own_folder(folder))
        text_add(out, folder);
}

void places_locale(struct text *out)
{
    if (add_tree(out, false))
        text_add(out, "/locale");
    else
        text_add(out, TANU_LOCALEDIR);
}
