// SPDX-License-Identifier: MIT
// See tries.h. The file holds one line: how many were wrong, and when the last one was.
#include "app/tries.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

enum { LINE = 64, MANY = 1000 };

static bool read_count(struct tries *t)
{
    size_t len = 0;
    char *bytes = file_read(t->path, LINE, &len);
    if (!bytes)
        return errno == ENOENT;
    long long wrong = -1, last = -1;
    bool good = sscanf(bytes, "%4lld %12lld", &wrong, &last) == 2 && wrong >= 0 && last >= 0;
    free(bytes);
    t->wrong = wrong;
    t->last = last;
    return good;
}

static bool write_count(const struct tries *t)
{
    char line[LINE];
    int len = snprintf(line, sizeof line, "%lld %lld\n", (long long)t->wrong, (long long)t->last);
    return file_write(t->path, line, (size_t)len, 0600, true) == 0;
}

void tries_open(struct tries *t, const char *folder, int64_t now)
{
    memset(t, 0, sizeof *t);
    if (!folder || strlen(folder) >= sizeof t->folder || folder[0] != '/' || strchr(folder, ':'))
        return;
    snprintf(t->folder, sizeof t->folder, "%s", folder);
    snprintf(t->path, sizeof t->path, "%s/pin-tries", t->folder);
    if (!read_count(t)) {
        t->wrong = MANY;
        t->last = now;
    }
}

int64_t tries_pause(struct tries *t, int64_t now)
{
    if (now < t->last) // the clock was set back: the pause begins anew, or it would have no end
        t->last = now;
    if (t->wrong < TRIES_FREE)
        return 0;
    int64_t pause = TRIES_PAUSE;
    for (int64_t i = TRIES_FREE; i < t->wrong && pause < TRIES_PAUSE_MOST; i++)
        pause *= 2;
    pause = pause < TRIES_PAUSE_MOST ? pause : TRIES_PAUSE_MOST;
    int64_t since = now - t->last;
    return since < pause ? pause - since : 0;
}

bool tries_count(struct tries *t, int64_t now)
{
    if (!t->path[0])
        return false;
    t->wrong += t->wrong < MANY;
    t->last = now;
    return write_count(t);
}

void tries_clear(struct tries *t)
{
    t->wrong = t->last = 0;
    (void)write_count(t); // else the next one waits, as if it had been wrong
}
