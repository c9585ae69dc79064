// SPDX-License-Identifier: MIT
#include "front/batch_input.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/oom.h"
#include "front/json_line.h"

_Static_assert(CHUNK_ROOM > CHUNK_READ + JSON_LINE_MAX, "a begun line and a full read fit into a chunk");

void batch_input_init(struct batch_input *in, int fd, size_t most)
{
    *in = (struct batch_input){.fd = fd, .most = most, .begun = xcalloc(1, JSON_LINE_MAX)};
}

void batch_input_release(struct batch_input *in)
{
    explicit_bzero(in->begun, JSON_LINE_MAX); // somebody's answers
    free(in->begun);
}

static ssize_t read_some(int fd, char *bytes, size_t most)
{
    ssize_t n;
    while ((n = read(fd, bytes, most)) < 0 && errno == EINTR)
        ;
    return n;
}

// The chunk ends behind its last whole line; what follows waits for its end, or is too long for that.
static void keep_begun(struct batch_input *in, struct chunk *chunk, size_t whole)
{
    in->have = chunk->len - whole;
    chunk->len = whole;
    if (whole) {
        chunk->long_first = in->skipping;
        in->skipping = false;
    }
    if (in->have > JSON_LINE_MAX) {
        in->skipping = true;
        in->have = 0;
    }
    memcpy(in->begun, chunk->bytes + whole, in->have);
}

int batch_input_next(struct batch_input *in, struct chunk *chunk)
{
    memcpy(chunk->bytes, in->begun, in->have);
    chunk->len = in->have;
    chunk->long_first = false;
    ssize_t n = read_some(in->fd, chunk->bytes + in->have, in->most);
    if (n <= 0) { // an error too: what came before it is not lost
        chunk->long_first = in->skipping;
        in->skipping = false;
        in->have = 0;
        return n < 0 ? -1 : 0;
    }
    in->read += n;
    chunk->len += (size_t)n;
    const char *last = memrchr(chunk->bytes + in->have, '\n', (size_t)n);
    keep_begun(in, chunk, last ? (size_t)(last + 1 - chunk->bytes) : 0);
    return 1;
}
