// SPDX-License-Identifier: MIT
#include "front/batch_input.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/io.h"
#include "base/oom.h"
#include "case/json_line.h"

_Static_assert(CHUNK_ROOM == CHUNK_READ + JSON_LINE_MAX + 1,
               "a begun line and a full read fit into a chunk");

void batch_chunk_init(struct chunk *chunk)
{
    *chunk = (struct chunk){.bytes = xcalloc(1, CHUNK_ROOM)};
}

void batch_chunk_release(struct chunk *chunk)
{
    explicit_bzero(chunk->bytes, chunk->used);
    free(chunk->bytes);
}

void batch_input_init(struct batch_input *in, int fd, size_t most)
{
    *in = (struct batch_input){.fd = fd, .most = most};
    batch_chunk_init(&in->begun);
}

void batch_input_release(struct batch_input *in)
{
    batch_chunk_release(&in->begun);
}

static void put(struct chunk *chunk, const char *bytes, size_t len)
{
    memcpy(chunk->bytes, bytes, len);
    chunk->len = len;
    if (len > chunk->used)
        chunk->used = len;
}

// The chunk ends behind its last whole line; what follows waits for its end, or is too long for
// that.
static void keep_begun(struct batch_input *in, struct chunk *chunk, size_t whole)
{
    size_t begun = chunk->len - whole;
    chunk->len = whole;
    if (whole) {
        chunk->long_first = in->skipping;
        in->skipping = false;
    }
    if (begun > JSON_LINE_MAX) {
        in->skipping = true;
        begun = 0;
    }
    put(&in->begun, chunk->bytes + whole, begun);
}

int batch_input_next(struct batch_input *in, struct chunk *chunk)
{
    put(chunk, in->begun.bytes, in->begun.len);
    chunk->long_first = false;
    char *end = chunk->bytes + chunk->len;
    ssize_t n = read_some(in->fd, end, in->most);
    if (n <= 0) { // an error too: what came before it is not lost
        chunk->long_first = in->skipping;
        in->skipping = false;
        in->begun.len = 0;
        return n < 0 ? -1 : 0;
    }
    in->read += n;
    chunk->len += (size_t)n;
    if (chunk->len > chunk->used)
        chunk->used = chunk->len;
    const char *last = memrchr(end, '\n', (size_t)n);
    keep_begun(in, chunk, last ? (size_t)(last + 1 - chunk->bytes) : 0);
    return 1;
}
