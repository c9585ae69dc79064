// SPDX-License-Identifier: MIT
#include "pack/read/cache.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/io.h"

enum { MAX_STEM = 40, HEX = 16, MOST_BYTES = 256 << 20 };

// Alone in the first page of the file.
struct header {
    char magic[8];
    uint64_t key, base, page, size; // size: of the arena's bytes, from the second page on
    uint64_t sum;                   // of those bytes and of the fields above
};

static const char magic[8] = "tanupack";

// ---- names -------------------------------------------------------------------------------------

// Another build of the program lays the pack out in another way: its file has another number, size
// or time. Without /proc there is no cache.
static uint64_t hash_of_program(void)
{
    struct stat st;
    if (stat("/proc/self/exe", &st) != 0)
        return 0;
    uint64_t words[] = {(uint64_t)st.st_dev,          (uint64_t)st.st_ino,
                        (uint64_t)st.st_size,         (uint64_t)st.st_mtim.tv_sec,
                        (uint64_t)st.st_mtim.tv_nsec, (uint64_t)st.st_ctim.tv_sec,
                        (uint64_t)st.st_ctim.tv_nsec};
    return hash_bytes(words, sizeof words, HASH_SEED);
}

// A relative path is as good as none (XDG base directories).
static int set_folder(struct cache *cache)
{
    const char *xdg = secure_getenv("XDG_CACHE_HOME"), *home = secure_getenv("HOME");
    int length = -1;
    if (xdg && xdg[0] == '/')
        length = snprintf(cache->folder, sizeof cache->folder, "%s", xdg);
    else if (home && home[0] == '/')
        length = snprintf(cache->folder, sizeof cache->folder, "%s/.cache", home);
    if (length > 0 && (size_t)length < sizeof cache->folder)
        return 0;
    cache->folder[0] = '\0';
    return -1;
}

void cache_find(struct cache *cache, const char *dir, uint64_t hash)
{
    uint64_t program = hash_of_program();
    const char *slash = strrchr(dir, '/'), *last = slash ? slash + 1 : dir;
    *cache = (struct cache){.key = hash_mix(hash_mix(hash, hash_string(dir)), program)};
    if (!program || set_folder(cache))
        return;
    for (; *last && cache->stem < MAX_STEM; last++)
        cache->file[cache->stem++] = strchr("/. -", *last) ? '_' : *last;
    snprintf(cache->file + cache->stem, sizeof cache->file - cache->stem, "-%0*llx.pack", HEX,
             (unsigned long long)cache->key);
}

// ---- reading -----------------------------------------------------------------------------------

static bool is_mine(const struct stat *st, mode_t mode)
{
    return st->st_uid == geteuid() && (st->st_mode & (mode_t)07777) == mode;
}

static int open_folder(const struct cache *cache)
{
    struct stat st;
    if (!cache->folder[0])
        return -1;
    int above = open(cache->folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (above < 0)
        return -1;
    int fd = openat(above, "tanu", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    close(above);
    if (fd < 0 || (fstat(fd, &st) == 0 && is_mine(&st, 0700)))
        return fd;
    close(fd);
    return -1;
}

static int read_all(int fd, void *to, size_t size)
{
    for (size_t have = 0; have < size;) {
        ssize_t n = read(fd, (char *)to + have, size - have);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return -1;
        have += (size_t)n;
    }
    return 0;
}

static uint64_t sum_of(const struct header *header, const void *bytes)
{
    uint64_t seed = hash_bytes(header, offsetof(struct header, sum), HASH_SEED);
    return hash_bytes(bytes, header->size, seed);
}

static size_t page_size(void)
{
    long size = sysconf(_SC_PAGESIZE);
    return size > 0 ? (size_t)size : 4096;
}

static bool fits(const struct cache *cache, const struct header *header, const struct stat *st)
{
    return memcmp(header->magic, magic, sizeof magic) == 0 && header->key == cache->key &&
           header->base == ARENA_FIXED_BASE && header->page == page_size() &&
           header->size <= MOST_BYTES && (uint64_t)st->st_size == header->page + header->size;
}

static int open_file(const struct cache *cache, struct stat *st)
{
    int folder = open_folder(cache);
    if (folder < 0)
        return -1;
    int fd = openat(folder, cache->file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    close(folder);
    if (fd < 0 || (fstat(fd, st) == 0 && S_ISREG(st->st_mode) && is_mine(st, 0600)))
        return fd;
    close(fd);
    return -1;
}

const void *cache_map(const struct cache *cache)
{
    struct header header;
    struct stat st;
    int fd = open_file(cache, &st);
    if (fd < 0)
        return NULL;
    void *at = MAP_FAILED, *wanted = (void *)(uintptr_t)ARENA_FIXED_BASE;
    if (read_all(fd, &header, sizeof header) == 0 && fits(cache, &header, &st))
        at = mmap(wanted, header.size, PROT_READ, MAP_PRIVATE | MAP_FIXED_NOREPLACE, fd,
                  (off_t)header.page);
    close(fd);
    if (at == MAP_FAILED)
        return NULL;
    if (at == wanted && sum_of(&header, at) == header.sum)
        return at;
    munmap(at, header.size);
    return NULL;
}

// ---- writing -----------------------------------------------------------------------------------

static void make_folder(const struct cache *cache)
{
    char path[sizeof cache->folder + 8];
    snprintf(path, sizeof path, "%s/tanu", cache->folder);
    if (mkdir(path, 0700) != 0 && errno == ENOENT && mkdir(cache->folder, 0700) == 0)
        (void)mkdir(path, 0700);
}

static bool is_older(const struct cache *cache, const char *name)
{
    size_t whole = strlen(cache->file);
    return strncmp(name, cache->file, cache->stem + 1) == 0 && strcmp(name, cache->file) != 0 &&
           strlen(name) >= whole && strncmp(name + whole - 5, ".pack", 5) == 0 &&
           strspn(name + cache->stem + 1, "0123456789abcdef") == HEX;
}

// Also what a program left that was killed while it wrote.
static void remove_older(const struct cache *cache, int folder)
{
    DIR *dir = fdopendir(folder);
    if (!dir) {
        close(folder);
        return;
    }
    for (const struct dirent *entry; (entry = readdir(dir));)
        if (is_older(cache, entry->d_name))
            (void)unlinkat(folder, entry->d_name, 0);
    closedir(dir);
}

static int write_file(int fd, const struct header *header, const void *bytes)
{
    return write_all(fd, header, sizeof *header) ||
                   lseek(fd, (off_t)header->page, SEEK_SET) != (off_t)header->page ||
                   write_all(fd, bytes, header->size)
               ? -1
               : 0;
}

void cache_write(const struct cache *cache, const struct arena *arena, struct arena *mapped)
{
    struct header header = {.key = cache->key,
                            .base = ARENA_FIXED_BASE,
                            .page = page_size(),
                            .size = arena_used(arena)};
    char temporary[sizeof cache->file + 16];
    if (!arena_is_fixed(arena) || !cache->folder[0])
        return;
    make_folder(cache);
    int folder = open_folder(cache);
    if (folder < 0)
        return;
    *mapped = *arena;
    mapped->end = mapped->at;
    mapped->sealed = true;
    memcpy(header.magic, magic, sizeof magic);
    header.sum = sum_of(&header, arena_base(arena));
    snprintf(temporary, sizeof temporary, "%s.%ld", cache->file, (long)getpid());
    int fd = openat(folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    int status = fd < 0 ? -1 : write_file(fd, &header, arena_base(arena));
    if (fd >= 0 && (close(fd) || status || renameat(folder, temporary, folder, cache->file)))
        (void)unlinkat(folder, temporary, 0);
    remove_older(cache, folder);
}
