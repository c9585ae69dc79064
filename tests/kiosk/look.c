/* SPDX-License-Identifier: MIT
 * See look.h.
 */
#include "look.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 1 << 16, STRIDE_MOST = 64 };

/* ---- the process ---------------------------------------------------------------------------- */

/* The children of a process, whichever of its threads started them: how many, and one of them. */
int look_children(int of, int *one)
{
    char path[300];
    int count = 0;
    snprintf(path, sizeof path, "/proc/%d/task", of);
    DIR *tasks = opendir(path);
    for (const struct dirent *e; tasks && (e = readdir(tasks));) {
        snprintf(path, sizeof path, "/proc/%d/task/%.20s/children", of, e->d_name);
        FILE *f = e->d_name[0] == '.' ? NULL : fopen(path, "re");
        while (f && fscanf(f, "%d", one) == 1)
            count++;
        if (f)
            fclose(f);
    }
    if (tasks)
        closedir(tasks);
    return count;
}

/* Kilobytes of its own memory. */
long look_memory(int pid)
{
    char path[64], line[256];
    long resident = 0;
    snprintf(path, sizeof path, "/proc/%d/status", pid);
    FILE *f = fopen(path, "re");
    while (f && fgets(line, sizeof line, f))
        (void)sscanf(line, "RssAnon: %ld", &resident);
    if (f)
        fclose(f);
    return resident;
}

/* ---- what was typed ------------------------------------------------------------------------- */

static int stands(const unsigned char *at, const unsigned char *end, const char *word, int stride)
{
    if (at + (LOOK_WORD - 1) * stride >= end)
        return 0;
    for (int i = 0; i < LOOK_WORD; i++)
        if (at[i * stride] != (unsigned char)word[i])
            return 0;
    return 1;
}

/* Bytes, UTF-16, UTF-32, and letters in the cells of a screen: every distance between two letters.
 */
static int found_in(const unsigned char *bytes, size_t len, const char *word)
{
    for (const unsigned char *end = bytes + len, *at = bytes;
         at < end && (at = memchr(at, (unsigned char)word[0], (size_t)(end - at))); at++)
        for (int stride = 1; stride <= STRIDE_MOST; stride += stride < 2 ? 1 : 2)
            if (stands(at, end, word, stride))
                return stride;
    return 0;
}

static int found_between(int memory, uintptr_t from, uintptr_t to, const char *word)
{
    static unsigned char chunk[CHUNK];
    const size_t overlap = LOOK_WORD * STRIDE_MOST;
    for (uintptr_t at = from; at < to; at += CHUNK - overlap) {
        size_t want = to - at < CHUNK ? to - at : CHUNK;
        ssize_t got = pread(memory, chunk, want, (off_t)at);
        int stride = got > 0 ? found_in(chunk, (size_t)got, word) : 0;
        if (stride)
            return stride;
    }
    return 0;
}

/* Looks through all memory of the process that it can write. */
int look_for(int pid, const char *word, char where[LOOK_PLACE])
{
    char path[64], line[512];
    snprintf(path, sizeof path, "/proc/%d/maps", pid);
    FILE *maps = fopen(path, "re");
    snprintf(path, sizeof path, "/proc/%d/mem", pid);
    int memory = open(path, O_RDONLY | O_CLOEXEC), found = 0;
    if (!maps || memory < 0)
        found = -1;
    while (!found && fgets(line, sizeof line, maps)) {
        unsigned long from, to;
        char rights[8];
        if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) != 3 || rights[1] != 'w')
            continue;
        found = found_between(memory, from, to, word);
        snprintf(where, LOOK_PLACE, "%.190s", line);
    }
    if (maps)
        fclose(maps);
    if (memory >= 0)
        close(memory);
    return found;
}

int look_files(const char *folder)
{
    int count = 0;
    DIR *dir = opendir(folder);
    for (const struct dirent *e; dir && (e = readdir(dir));)
        count += e->d_name[0] != '.' || strlen(e->d_name) > 2;
    if (dir)
        closedir(dir);
    return count;
}

int look_has_line(const char *file, const char *words)
{
    char line[256];
    int has = 0;
    FILE *f = fopen(file, "re");
    while (f && fgets(line, sizeof line, f))
        has |= !strcmp(line, words);
    if (f)
        fclose(f);
    return has;
}
