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

static int parent_of(const char *pid)
{
    char path[300], stat[512] = "";
    snprintf(path, sizeof path, "/proc/%s/stat", pid);
    FILE *f = fopen(path, "re");
    size_t n = f ? fread(stat, 1, sizeof stat - 1, f) : 0;
    if (f)
        fclose(f);
    stat[n] = 0;
    const char *at = strrchr(stat, ')');
    int parent = 0;
    return at && sscanf(at + 1, " %*c %d", &parent) == 1 ? parent : 0;
}

/* The children of a process: how many, and one of them. */
int look_children(int of, int *one)
{
    int count = 0;
    DIR *proc = opendir("/proc");
    for (const struct dirent *e; proc && (e = readdir(proc));)
        if (e->d_name[0] >= '1' && e->d_name[0] <= '9' && parent_of(e->d_name) == of) {
            *one = atoi(e->d_name);
            count++;
        }
    if (proc)
        closedir(proc);
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
    for (size_t i = 0; i < len; i++)
        for (int stride = 1; bytes[i] == (unsigned char)word[0] && stride <= STRIDE_MOST;
             stride += stride < 2 ? 1 : 2)
            if (stands(bytes + i, bytes + len, word, stride))
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
