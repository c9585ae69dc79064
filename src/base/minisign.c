// SPDX-License-Identifier: MIT
// Signatures of minisign; see minisign.h.
#include "base/minisign.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum { SIGNATURE = 74, GLOBAL = crypto_sign_BYTES, LINE = MINISIGN_COMMENT + 64 };
static const char trusted[] = "trusted comment: ";

// Copies the next line without its end; false at the end of the text or where it is too long.
static bool next_line(const char **at, char out[LINE])
{
    size_t len = strcspn(*at, "\r\n");
    if (!**at || len >= LINE)
        return false;
    memcpy(out, *at, len);
    out[len] = '\0';
    *at += len;
    *at += strspn(*at, "\r");
    *at += **at == '\n';
    return true;
}

static bool decode(unsigned char *out, size_t want, const char *line)
{
    size_t len = 0;
    return !sodium_base642bin(out, want, line, strlen(line), NULL, &len, NULL,
                              sodium_base64_VARIANT_ORIGINAL) &&
           len == want;
}

bool minisign_read_key(const char *text, struct minisign_key *key)
{
    char comment[LINE], line[LINE];
    return sodium_init() >= 0 && next_line(&text, comment) && next_line(&text, line) &&
           decode(key->bytes, MINISIGN_KEY, line) && !memcmp(key->bytes, "Ed", 2);
}

static const struct minisign_key *key_of(const unsigned char *signature,
                                         const struct minisign_key *keys, int n_keys)
{
    for (int i = 0; i < n_keys; i++)
        if (!memcmp(signature + 2, keys[i].bytes + 2, 8))
            return &keys[i];
    return NULL;
}

// The file by its hash, then the comment together with that signature.
static bool both_good(const void *bytes, size_t len, const unsigned char *signature,
                      const unsigned char *global, const char *comment, const unsigned char *key)
{
    unsigned char hash[crypto_generichash_BYTES_MAX], all[crypto_sign_BYTES + MINISIGN_COMMENT];
    size_t n = strlen(comment);
    crypto_generichash(hash, sizeof hash, bytes, len, NULL, 0);
    if (crypto_sign_verify_detached(signature + 10, hash, sizeof hash, key + 10))
        return false;
    memcpy(all, signature + 10, crypto_sign_BYTES);
    memcpy(all + crypto_sign_BYTES, comment, n);
    return !crypto_sign_verify_detached(global, all, crypto_sign_BYTES + n, key + 10);
}

enum minisign_verdict minisign_verify(const void *bytes, size_t len, const char *signature,
                                      const struct minisign_key *keys, int n_keys,
                                      char comment[MINISIGN_COMMENT])
{
    char lines[4][LINE];
    unsigned char made[SIGNATURE], global[GLOBAL];
    if (sodium_init() < 0)
        return MINISIGN_NOT_BUILT;
    for (int i = 0; i < 4; i++)
        if (!next_line(&signature, lines[i]))
            return MINISIGN_MALFORMED;
    const char *words = lines[2] + sizeof trusted - 1;
    if (*signature || !decode(made, SIGNATURE, lines[1]) || !decode(global, GLOBAL, lines[3]) ||
        memcmp(made, "ED", 2) != 0 || strncmp(lines[2], trusted, sizeof trusted - 1) != 0 ||
        strlen(words) >= MINISIGN_COMMENT)
        return MINISIGN_MALFORMED;
    const struct minisign_key *key = key_of(made, keys, n_keys);
    if (!key)
        return MINISIGN_OTHER_KEY;
    if (!both_good(bytes, len, made, global, words, key->bytes))
        return MINISIGN_BAD;
    memcpy(comment, words, strlen(words) + 1); // its length was looked at above
    return MINISIGN_GOOD;
}
