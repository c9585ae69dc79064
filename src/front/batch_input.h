// SPDX-License-Identifier: MIT
// The input of the filter, cut into chunks of whole lines.
#ifndef TANU_FRONT_BATCH_INPUT_H
#define TANU_FRONT_BATCH_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Room of a chunk: what is read at once, a line begun before it, and one byte behind the last line.
enum { CHUNK_READ = 256 * 1024, CHUNK_ROOM = CHUNK_READ + 65536 + 1 };

struct chunk {
    size_t len;      // bytes of whole lines; the last one of the input may end without a newline
    bool long_first; // the first line was too long to be kept: only its last bytes stand here
    size_t used;     // bytes that have ever been read into it
    char *bytes;     // CHUNK_ROOM
};

struct batch_input {
    int fd;
    size_t most;        // bytes to read at once, at most CHUNK_READ
    struct chunk begun; // a line whose end is still to come; `len` of it
    bool skipping;      // that line is too long, and what was read of it is dropped
    int64_t read;       // bytes so far
};

void batch_chunk_init(struct chunk *chunk);
void batch_chunk_release(struct chunk *chunk); // wipes: lines are somebody's answers

void batch_input_init(struct batch_input *in, int fd, size_t most);
void batch_input_release(struct batch_input *in);

// Reads once. The chunk gets the lines that are whole now, perhaps none. Returns 1, 0 at the end
// (the chunk may still hold a last line), -1 with errno.
int batch_input_next(struct batch_input *in, struct chunk *chunk);

// The first line of the bytes from `at` to `end`: *len gets its length, without the newline that
// the last one may lack. Returns where the next one begins.
static inline char *batch_line_split(char *at, char *end, size_t *len)
{
    char *newline = memchr(at, '\n', (size_t)(end - at));
    *len = (size_t)((newline ? newline : end) - at);
    return newline ? newline + 1 : end;
}

static inline bool batch_chunk_empty(const struct chunk *chunk)
{
    return !chunk->len && !chunk->long_first;
}

#endif
