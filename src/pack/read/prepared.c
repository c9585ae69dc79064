// SPDX-License-Identifier: MIT
#include "pack/read/prepared.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/io.h"
#include "base/oom.h"

enum { MOST_BYTES = 256 << 20 };

struct header {
    char magic[8];
    uint64_t program;
    struct prepared_for sources;
    uint64_t base, size; // size: of the arena's bytes, which follow
    uint64_t sum;        // of those bytes and of the fields above
};

static const char magic[8] = "tanuprep";

// ---- which program -----------------------------------------------------------------------------

// A note of the linker that every other content of the program would make another one.
static uint64_t hash_of_notes(const char *at, size_t len)
{
    while (len >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) note;
        memcpy(&note, at, sizeof note);
        size_t name = (note.n_namesz + 3u) & ~(size_t)3, body = (note.n_descsz + 3u) & ~(size_t)3;
        if (name > len || body > len || sizeof note + name + body > len)
            return 0;
        const char *words = at + sizeof note;
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && !memcmp(words, "GNU", 4))
            return hash_bytes(words + name, note.n_descsz, HASH_SEED);
        at += sizeof note + name + body;
        len -= sizeof note + name + body;
    }
    return 0;
}

static int first_object(struct dl_phdr_info *object, size_t size, void *out)
{
    (void)size;
    for (int i = 0; i < object->dlpi_phnum && !*(uint64_t *)out; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type == PT_NOTE)
            *(uint64_t *)out = hash_of_notes(
                (const char *)(uintptr_t)(object->dlpi_addr + part->p_vaddr), part->p_memsz);
    }
    return 1; // the first one is the program
}

// Another build lays the pack out in another way. 0: it cannot be told which one this is.
static uint64_t this_program(void)
{
    uint64_t program = 0;
    dl_iterate_phdr(first_object, &program);
    return program;
}

// ---- reading -----------------------------------------------------------------------------------

static bool is_trusted(const struct stat *file)
{
    struct stat program;
    return S_ISREG(file->st_mode) && !(file->st_mode & (S_IWGRP | S_IWOTH)) &&
           stat("/proc/self/exe", &program) == 0 && file->st_uid == program.st_uid;
}

static int read_exactly(int fd, void *to, size_t size)
{
    return read_full(fd, to, size) == (ssize_t)size ? 0 : -1;
}

static uint64_t sum_of(const struct header *header, const void *bytes)
{
    uint64_t seed = hash_bytes(header, offsetof(struct header, sum), HASH_SEED);
    return hash_bytes(bytes, header->size, seed);
}

static bool are_of(const struct prepared_for *kept, const struct prepared_for *now)
{
    return (now->stats && now->stats == kept->stats) || (now->hash && now->hash == kept->hash);
}

// Opens the file and reads its header. -1: it is not the one.
static int open_fitting(const char *path, const struct prepared_for *sources, struct header *header)
{
    struct stat st;
    uint64_t program = this_program();
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    if (program && fstat(fd, &st) == 0 && is_trusted(&st) &&
        read_exactly(fd, header, sizeof *header) == 0 &&
        memcmp(header->magic, magic, sizeof magic) == 0 && header->program == program &&
        are_of(&header->sources, sources) && header->base == ARENA_FIXED_BASE &&
        header->size <= MOST_BYTES && (uint64_t)st.st_size == sizeof *header + header->size)
        return fd;
    close(fd);
    return -1;
}

bool prepared_fits(const char *path, const struct prepared_for *sources)
{
    struct header header;
    int fd = open_fitting(path, sources, &header);
    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

int prepared_read(const char *path, const struct prepared_for *sources, struct arena *arena)
{
    struct header header;
    int status = -1, fd = open_fitting(path, sources, &header);
    if (fd < 0)
        return -1;
    if (arena_is_fixed(arena) && !arena_used(arena)) {
        arena_expect(arena, header.size);
        void *bytes = arena_alloc(arena, header.size);
        status = read_exactly(fd, bytes, header.size);
        if (!status && sum_of(&header, bytes) != header.sum)
            status = -1;
    }
    close(fd);
    return status;
}

// ---- writing -----------------------------------------------------------------------------------

int prepared_write(const char *path, const struct prepared_for *sources, const void *bytes,
                   size_t size)
{
    struct header header = {
        .program = this_program(), .sources = *sources, .base = ARENA_FIXED_BASE, .size = size};
    if (!header.program) {
        errno = ENOTSUP;
        return -1;
    }
    memcpy(header.magic, magic, sizeof magic);
    header.sum = sum_of(&header, bytes);
    char *whole = xcalloc(1, sizeof header + size);
    memcpy(whole, &header, sizeof header);
    memcpy(whole + sizeof header, bytes, size);
    int status = file_write(path, whole, sizeof header + size, 0644, true), fault = errno;
    free(whole);
    errno = fault;
    return status;
}
