// SPDX-License-Identifier: MIT
// A program built without libsodium; see minisign.h.
#include "base/minisign.h"

bool minisign_read_key(const char *text, struct minisign_key *key)
{
    (void)text, (void)key;
    return false;
}

enum minisign_verdict minisign_verify(const void *bytes, size_t len, const char *signature,
                                      const struct minisign_key *keys, int n_keys,
                                      char comment[MINISIGN_COMMENT])
{
    (void)bytes, (void)len, (void)signature, (void)keys, (void)n_keys, (void)comment;
    return MINISIGN_NOT_BUILT;
}
