// SPDX-License-Identifier: MIT
// A program built without libsodium; see seal.h.
#include "base/seal.h"

#include <string.h>

enum seal_verdict seal_new(struct seal **seal)
{
    *seal = NULL;
    return SEAL_NOT_BUILT;
}

void seal_free(struct seal *seal)
{
    (void)seal;
}

const unsigned char *seal_desk(const struct seal *seal)
{
    (void)seal;
    return NULL;
}

enum seal_verdict seal_wrap(const struct seal *seal, const char *words, size_t len,
                            enum seal_cost cost, unsigned char file[SEAL_KEY_FILE])
{
    (void)seal, (void)words, (void)len, (void)cost, (void)file;
    return SEAL_NOT_BUILT;
}

enum seal_verdict seal_unwrap(struct seal **seal, const void *file, size_t size, const char *words,
                              size_t len)
{
    (void)file, (void)size, (void)words, (void)len;
    *seal = NULL;
    return SEAL_NOT_BUILT;
}

bool seal_put(const struct seal *seal, enum seal_kind kind, const struct seal_label *label,
              const void *bytes, size_t len, struct text *out)
{
    (void)seal, (void)kind, (void)label, (void)bytes, (void)len, (void)out;
    return false;
}

enum seal_verdict seal_get(const struct seal *seal, enum seal_kind kind, const void *file,
                           size_t size, struct seal_label *label, char **bytes, size_t *len)
{
    (void)seal, (void)kind, (void)file, (void)size, (void)label, (void)bytes, (void)len;
    return SEAL_NOT_BUILT;
}

void seal_random(unsigned char id[SEAL_ID])
{
    memset(id, 0, SEAL_ID);
}

void seal_number(const struct seal *seal, const char *words, unsigned char id[SEAL_ID])
{
    (void)seal, (void)words;
    memset(id, 0, SEAL_ID);
}

void *seal_secret(size_t size)
{
    (void)size;
    return NULL;
}

void seal_forget(void *secret)
{
    (void)secret;
}

void seal_shut_memory(void)
{
}

void seal_hold(const void *at, size_t size)
{
    (void)at, (void)size;
}

void seal_let_go(const void *at, size_t size)
{
    (void)at, (void)size;
}
