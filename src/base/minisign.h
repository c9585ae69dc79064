// SPDX-License-Identifier: MIT
//
// Signatures of minisign (https://jedisct1.github.io/minisign/): a file and FILE.minisig, whose
// trusted comment is signed too. Only the prehashed form (ED, BLAKE2b-512 and Ed25519) is taken.
// Verified with libsodium; a program built without it verifies nothing.
#ifndef TANU_BASE_MINISIGN_H
#define TANU_BASE_MINISIGN_H

#include <stdbool.h>
#include <stddef.h>

enum { MINISIGN_COMMENT = 1024, MINISIGN_KEY = 42 };

struct minisign_key {
    unsigned char bytes[MINISIGN_KEY]; // "Ed", the key's number, the key
};

enum minisign_verdict {
    MINISIGN_GOOD,
    MINISIGN_MALFORMED, // not in the form of a signature
    MINISIGN_OTHER_KEY, // made with a key that is none of those trusted
    MINISIGN_BAD,       // the file or the comment was altered
    MINISIGN_NOT_BUILT  // this program was built without libsodium
};

// The text of a .pub file. False: it is none.
bool minisign_read_key(const char *text, struct minisign_key *key);

// Is `signature` (the text of a .minisig file) one of `bytes` by one of the keys? Good: `comment`
// holds the trusted comment.
enum minisign_verdict minisign_verify(const void *bytes, size_t len, const char *signature,
                                      const struct minisign_key *keys, int n_keys,
                                      char comment[MINISIGN_COMMENT]);

#endif
