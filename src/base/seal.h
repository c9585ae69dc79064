// SPDX-License-Identifier: MIT
//
// Sealed files: bytes that only a passphrase opens. This header is the manual of the format; the
// cryptography is libsodium's. A program built without it seals nothing (SEAL_NOT_BUILT).
//
// One random desk key of 32 bytes seals every file of a desk. The key file holds it, wrapped with a
// key that Argon2id makes of the passphrase; so another passphrase is another key file, and the
// sealed files stay as they are. Whoever kept an old key file and knows its passphrase still has
// the key.
//
//   key file, 152 bytes              a sealed file
//    0   8  "tanuseal"                 0   8  "tanuseal"
//    8   1  1, the format              8   1  1, the format
//    9   1  'k'                        9   1  what it is: 'i' index, 'c' case, 'j' journal
//   10   6  zeros                     10   6  zeros
//   16  16  number of the desk        16  24  nonce
//   32   8  passes of Argon2id        40   n  XChaCha20-Poly1305-IETF of label, bytes and padding
//   40   8  its memory in bytes        …  16  its tag
//   48  16  its salt
//   64  24  nonce                    the label, 40 bytes
//   88  48  the desk key, wrapped      0  16  subject: which case, journal or desk it is of
//  136  16  BLAKE2b of the above      16  16  place: the file it was written for
//                                     32   8  number: grows with each version of the subject
//
// Numbers are big-endian. What stands before the nonce is authenticated (the additional data of the
// AEAD). The bytes are padded to whole KiB (ISO/IEC 7816-4), so that a length tells little.
// The BLAKE2b is no secret: it only tells a damaged key file from a wrong passphrase.
// Nonces are random; 192 bits do not meet twice.
//
// What is not hidden: how many files there are, about how long, when they were written. What is not
// found here: an old file put back whole under its own name; the caller compares labels.
#ifndef TANU_BASE_SEAL_H
#define TANU_BASE_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

enum {
    SEAL_FORMAT = 1,
    SEAL_ID = 16,
    SEAL_KEY_FILE = 152,
    SEAL_HEAD = 40,               // before what is encrypted
    SEAL_MOST = 64 * 1024 * 1024, // bytes of a sealed file at most
    SEAL_LEAST_WORDS = 8,         // bytes of a passphrase at least
    SEAL_MOST_WORDS = 1024        // … and at most
};
enum seal_kind { SEAL_INDEX = 'i', SEAL_CASE = 'c', SEAL_JOURNAL = 'j' };
// What a guess costs. USUAL: 3 passes over 256 MiB; LEAST, for tests: nothing.
enum seal_cost { SEAL_USUAL, SEAL_LEAST };

enum seal_verdict {
    SEAL_GOOD,
    SEAL_NOT_BUILT,
    SEAL_MALFORMED, // no such file, or one that was cut off
    SEAL_NEWER,     // of a later format
    SEAL_ALTERED,   // not what was sealed, or sealed with another key
    SEAL_WRONG,     // the passphrase is another one
    SEAL_NO_MEMORY  // for Argon2id
};

struct seal_label {
    unsigned char subject[SEAL_ID], place[SEAL_ID];
    uint64_t number;
};

struct seal; // a desk key, in locked memory

// A new desk with a random key. free it with seal_free(), which wipes it (NULL: nothing).
enum seal_verdict seal_new(struct seal **seal);
void seal_free(struct seal *seal);
const unsigned char *seal_desk(const struct seal *seal); // SEAL_ID bytes: the desk's number

// The key file for this passphrase, and back. *seal is NULL unless GOOD.
enum seal_verdict seal_wrap(const struct seal *seal, const char *words, size_t len,
                            enum seal_cost cost, unsigned char file[SEAL_KEY_FILE]);
enum seal_verdict seal_unwrap(struct seal **seal, const void *file, size_t size, const char *words,
                              size_t len);

// Appends the sealed file. False: too long (nothing is appended).
bool seal_put(const struct seal *seal, enum seal_kind kind, const struct seal_label *label,
              const void *bytes, size_t len, struct text *out);
// Opens one. Only where GOOD *bytes is set: locked memory with a NUL behind, for seal_forget().
enum seal_verdict seal_get(const struct seal *seal, enum seal_kind kind, const void *file,
                           size_t size, struct seal_label *label, char **bytes, size_t *len);

// A number that tells nothing: random, or always the same one for these words on this desk.
void seal_random(unsigned char id[SEAL_ID]);
void seal_number(const struct seal *seal, const char *words, unsigned char id[SEAL_ID]);

// Zeroed memory that is not swapped out where the system allows it, and wiped when it is given
// back. NULL: there is none.
void *seal_secret(size_t size);
void seal_forget(void *secret);
// From now on no core file is written and no other process of this account may look inside. What
// memory there is, and comes, is locked as far as the limit of the account allows.
void seal_shut_memory(void);
// Holds what is there in memory, as far as the limit allows, until it is let go.
void seal_hold(const void *at, size_t size);
void seal_let_go(const void *at, size_t size);

#endif
