// SPDX-License-Identifier: MIT
// Sealed files by libsodium; see seal.h.
#include "base/seal.h"

#include <sodium.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

// AddressSanitizer's search for leaks is such another process.
#if defined __SANITIZE_ADDRESS__
#define LOOKED_INSIDE
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define LOOKED_INSIDE
#endif
#endif

enum {
    MAGIC = 8,
    BOUND = 16, // magic, format, kind, zeros
    KEY = crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
    NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    LABEL = 2 * SEAL_ID + 8,
    PAD = 1024,
    // of the key file
    AT_DESK = 16,
    AT_PASSES = 32,
    AT_MEMORY = 40,
    AT_SALT = 48,
    AT_NONCE = 64,
    AT_KEY = 88,
    AT_SUM = 136,
    SUM = 16
};
_Static_assert(NONCE == 24 && KEY == 32 && TAG == 16 && crypto_pwhash_SALTBYTES == 16,
               "the format of seal.h");
static const char magic[MAGIC + 1] = "tanuseal";
// A file that asks for more is none of ours, and could stop the machine.
static const uint64_t most_passes = 64, most_memory = (uint64_t)2 << 30;

struct seal {
    unsigned char key[KEY], desk[SEAL_ID];
};

static void put_number(unsigned char *at, uint64_t number)
{
    for (int i = 7; i >= 0; i--, number >>= 8)
        at[i] = (unsigned char)number;
}

static uint64_t get_number(const unsigned char *at)
{
    uint64_t number = 0;
    for (int i = 0; i < 8; i++)
        number = number << 8 | at[i];
    return number;
}

static void put_bound(unsigned char *at, int kind)
{
    memset(at, 0, BOUND);
    memcpy(at, magic, MAGIC);
    at[MAGIC] = SEAL_FORMAT;
    at[MAGIC + 1] = (unsigned char)kind;
}

static enum seal_verdict look_at_bound(const unsigned char *at, int kind)
{
    if (memcmp(at, magic, MAGIC) != 0)
        return SEAL_MALFORMED;
    if (at[MAGIC] > SEAL_FORMAT)
        return SEAL_NEWER;
    return at[MAGIC] == SEAL_FORMAT && at[MAGIC + 1] == kind ? SEAL_GOOD : SEAL_MALFORMED;
}

// ---- the desk key -----------------------------------------------------------------------------

static struct seal *make(void)
{
    return sodium_init() < 0 ? NULL : seal_secret(sizeof(struct seal));
}

enum seal_verdict seal_new(struct seal **seal)
{
    *seal = make();
    if (!*seal)
        return SEAL_NO_MEMORY;
    randombytes_buf((*seal)->key, KEY);
    randombytes_buf((*seal)->desk, SEAL_ID);
    return SEAL_GOOD;
}

void seal_free(struct seal *seal)
{
    seal_forget(seal);
}

const unsigned char *seal_desk(const struct seal *seal)
{
    return seal->desk;
}

static int wrapping_key(unsigned char *key, const unsigned char *file, const char *words,
                        size_t len)
{
    return crypto_pwhash(key, KEY, words, len, file + AT_SALT, get_number(file + AT_PASSES),
                         (size_t)get_number(file + AT_MEMORY), crypto_pwhash_ALG_ARGON2ID13);
}

enum seal_verdict seal_wrap(const struct seal *seal, const char *words, size_t len,
                            enum seal_cost cost, unsigned char file[SEAL_KEY_FILE])
{
    unsigned char *key = seal_secret(KEY);
    put_bound(file, 'k');
    memcpy(file + AT_DESK, seal->desk, SEAL_ID);
    put_number(file + AT_PASSES,
               cost == SEAL_LEAST ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_MODERATE);
    put_number(file + AT_MEMORY,
               cost == SEAL_LEAST ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_MODERATE);
    randombytes_buf(file + AT_SALT, crypto_pwhash_SALTBYTES);
    randombytes_buf(file + AT_NONCE, NONCE);
    if (!key || wrapping_key(key, file, words, len)) {
        seal_forget(key);
        return SEAL_NO_MEMORY;
    }
    crypto_aead_xchacha20poly1305_ietf_encrypt(file + AT_KEY, NULL, seal->key, KEY, file, AT_NONCE,
                                               NULL, file + AT_NONCE, key);
    crypto_generichash(file + AT_SUM, SUM, file, AT_SUM, NULL, 0);
    seal_forget(key);
    return SEAL_GOOD;
}

static enum seal_verdict look_at_key_file(const unsigned char *file, size_t size)
{
    unsigned char sum[SUM];
    if (size < BOUND)
        return SEAL_MALFORMED;
    enum seal_verdict verdict = look_at_bound(file, 'k');
    if (verdict)
        return verdict;
    if (size != SEAL_KEY_FILE)
        return SEAL_MALFORMED;
    crypto_generichash(sum, SUM, file, AT_SUM, NULL, 0);
    uint64_t passes = get_number(file + AT_PASSES), memory = get_number(file + AT_MEMORY);
    return sodium_memcmp(sum, file + AT_SUM, SUM) || passes < crypto_pwhash_OPSLIMIT_MIN ||
                   passes > most_passes || memory < crypto_pwhash_MEMLIMIT_MIN ||
                   memory > most_memory
               ? SEAL_ALTERED
               : SEAL_GOOD;
}

enum seal_verdict seal_unwrap(struct seal **seal, const void *file, size_t size, const char *words,
                              size_t len)
{
    *seal = NULL;
    const unsigned char *bytes = file;
    struct seal *made = make();
    unsigned char *key = made ? seal_secret(KEY) : NULL;
    enum seal_verdict verdict = key ? look_at_key_file(bytes, size) : SEAL_NO_MEMORY;
    if (!verdict && wrapping_key(key, bytes, words, len))
        verdict = SEAL_NO_MEMORY;
    if (!verdict &&
        crypto_aead_xchacha20poly1305_ietf_decrypt(made->key, NULL, NULL, bytes + AT_KEY, KEY + TAG,
                                                   bytes, AT_NONCE, bytes + AT_NONCE, key))
        verdict = SEAL_WRONG;
    seal_forget(key);
    if (verdict) {
        seal_free(made);
        return verdict;
    }
    memcpy(made->desk, bytes + AT_DESK, SEAL_ID);
    *seal = made;
    return SEAL_GOOD;
}

// ---- files ------------------------------------------------------------------------------------

bool seal_put(const struct seal *seal, enum seal_kind kind, const struct seal_label *label,
              const void *bytes, size_t len, struct text *out)
{
    if (len > SEAL_MOST - SEAL_HEAD - LABEL - PAD - TAG)
        return false;
    size_t padded = (LABEL + len) / PAD * PAD + PAD;
    unsigned char *plain = seal_secret(padded);
    if (!plain)
        return false;
    memcpy(plain, label->subject, SEAL_ID);
    memcpy(plain + SEAL_ID, label->place, SEAL_ID);
    put_number(plain + (size_t)2 * SEAL_ID, label->number);
    if (len)
        memcpy(plain + LABEL, bytes, len);
    plain[LABEL + len] = 0x80;
    unsigned char *file = (unsigned char *)text_room(out, SEAL_HEAD + padded + TAG);
    put_bound(file, (int)kind);
    randombytes_buf(file + BOUND, NONCE);
    crypto_aead_xchacha20poly1305_ietf_encrypt(file + SEAL_HEAD, NULL, plain, padded, file, BOUND,
                                               NULL, file + BOUND, seal->key);
    text_wrote(out, SEAL_HEAD + padded + TAG);
    seal_forget(plain);
    return true;
}

enum seal_verdict seal_get(const struct seal *seal, enum seal_kind kind, const void *file,
                           size_t size, struct seal_label *label, char **bytes, size_t *len)
{
    const unsigned char *sealed = file;
    enum seal_verdict verdict = size < BOUND ? SEAL_MALFORMED : look_at_bound(sealed, (int)kind);
    if (verdict)
        return verdict;
    if (size < SEAL_HEAD + PAD + TAG || size > SEAL_MOST || (size - SEAL_HEAD - TAG) % PAD)
        return SEAL_MALFORMED;
    size_t padded = size - SEAL_HEAD - TAG, whole;
    unsigned char *plain = seal_secret(padded);
    if (!plain)
        return SEAL_NO_MEMORY;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain, NULL, NULL, sealed + SEAL_HEAD,
                                                   padded + TAG, sealed, BOUND, sealed + BOUND,
                                                   seal->key) ||
        sodium_unpad(&whole, plain, padded, PAD) || whole < LABEL) {
        seal_forget(plain);
        return SEAL_ALTERED;
    }
    memcpy(label->subject, plain, SEAL_ID);
    memcpy(label->place, plain + SEAL_ID, SEAL_ID);
    label->number = get_number(plain + (size_t)2 * SEAL_ID);
    *len = whole - LABEL;
    memmove(plain, plain + LABEL, *len);
    plain[*len] = '\0';
    *bytes = (char *)plain;
    return SEAL_GOOD;
}

void seal_random(unsigned char id[SEAL_ID])
{
    randombytes_buf(id, SEAL_ID);
}

void seal_number(const struct seal *seal, const char *words, unsigned char id[SEAL_ID])
{
    crypto_generichash(id, SEAL_ID, (const unsigned char *)words, strlen(words), seal->key, KEY);
}

// ---- memory -----------------------------------------------------------------------------------

void *seal_secret(size_t size)
{
    void *secret = sodium_init() < 0 ? NULL : sodium_malloc(size);
    if (secret)
        memset(secret, 0, size);
    return secret;
}

void seal_forget(void *secret)
{
    if (secret)
        sodium_free(secret);
}

void seal_shut_memory(void)
{
    static const rlim_t enough = (rlim_t)1 << 30; // with less a later call for memory would fail
    const struct rlimit none = {0, 0};
    struct rlimit limit;
    (void)setrlimit(RLIMIT_CORE, &none);
#ifndef LOOKED_INSIDE
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    if (getrlimit(RLIMIT_MEMLOCK, &limit))
        return;
    limit.rlim_cur = limit.rlim_max;
    (void)setrlimit(RLIMIT_MEMLOCK, &limit);
    if (limit.rlim_max >= enough) // RLIM_INFINITY is the largest number
        (void)mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
}

void seal_hold(const void *at, size_t size)
{
    (void)mlock(at, size);
}

void seal_let_go(const void *at, size_t size)
{
    (void)munlock(at, size);
}
