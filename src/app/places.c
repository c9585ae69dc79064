// SPDX-License-Identifier: MIT
// Installed or not: an uninstalled program stands in the build tree it was compiled in.
#include "app/places.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

static bool in_build_tree(void)
{
    char program[PATH_MAX], build[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length < 0 || !realpath(TANU_BUILD_DIR, build))
        return false;
    program[length] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return !strcmp(program, build);
}

void places_pack(struct text *out, const char *option)
{
    const char *named = option ? option : getenv("TANU_PACK");
    if (named && *named)
        text_add(out, named);
    else
        text_printf(out, "%s/questions/tokyo", in_build_tree() ? TANU_SOURCE_DIR : TANU_PKGDATADIR);
}

void places_locale(struct text *out)
{
    if (in_build_tree())
        text_add(out, TANU_BUILD_DIR "/locale");
    else
        text_add(out, TANU_LOCALEDIR);
}
