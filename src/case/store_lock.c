// SPDX-License-Identifier: MIT
// Locks of open cases; see store.h.
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "case/store_parts.h"
#include "case/vault.h"

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

int store_hold(const char *path, bool wait, char who[160])
{
    for (;;) {
        int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0)
            return -1;
        if (flock(fd, wait ? LOCK_EX : LOCK_EX | LOCK_NB)) {
            say_who(fd, who);
            close(fd);
            return -1;
        }
        if (still_named(fd, path))
            return fd;
        close(fd);
    }
}

// Of a sealed case the name says nothing. A plain one that is sealed goes from one name to the
// other.
static void lock_path(const struct store *s, const char *name, bool sealed, char path[STORE_PATH])
{
    if (sealed)
        vault_lock_path(s->vault, name, path, STORE_PATH);
    else
        store_path(s, name, ".lock", path);
}

// In the meantime somebody may have sealed it; then the other lock is the one that counts.
static int hold_case(const struct store *s, const char *name, char who[160])
{
    for (;;) {
        char path[STORE_PATH];
        bool sealed = store_sealed(s, name);
        lock_path(s, name, sealed, path);
        int fd = store_hold(path, false, who);
        if (fd < 0 || sealed == store_sealed(s, name))
            return fd;
        close(fd);
    }
}

int store_lock(const struct store *s, const char *name, char who[160])
{
    char words[160];
    const struct passwd *account = getpwuid(geteuid());
    time_t now = time(NULL);
    struct tm day;
    who[0] = '\0';
    int fd = hold_case(s, name, who);
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
    char path[STORE_PATH];
    int kinds = s->vault ? 2 : 1; // by the name, and by what a sealed desk calls it
    for (int sealed = 0; sealed < kinds; sealed++) {
        lock_path(s, name, sealed, path);
        if (still_named(lock, path))
            unlink(path);
    }
    close(lock);
}
