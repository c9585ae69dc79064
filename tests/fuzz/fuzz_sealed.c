// SPDX-License-Identifier: MIT
// Fuzz target: sealed files, key files, and the index inside. What nobody sealed never opens; what
// was sealed comes back to the byte, and not after any change; an index that is read is written so
// that it reads the same.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/seal.h"
#include "case/store_parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct seal *fuzz_seal(void)
{
    static struct seal *seal;
    if (!seal)
        (void)seal_new(&seal); // NULL in a build without libsodium
    return seal;
}

static enum seal_verdict open_it(enum seal_kind kind, const void *file, size_t size,
                                 const uint8_t *want, size_t n)
{
    struct seal_label label;
    char *bytes = NULL;
    size_t len;
    enum seal_verdict verdict = seal_get(fuzz_seal(), kind, file, size, &label, &bytes, &len);
    if (!verdict && (len != n || (n && memcmp(bytes, want, n) != 0) || label.number != size - n))
        abort();
    if (verdict && bytes)
        abort();
    seal_forget(bytes);
    return verdict;
}

static void try_seal(const uint8_t *data, size_t size)
{
    static const char kinds[] = {SEAL_INDEX, SEAL_CASE, SEAL_JOURNAL};
    struct text file = TEXT_INIT;
    struct seal *other;
    for (size_t i = 0; i < sizeof kinds; i++)
        if (!open_it((enum seal_kind)kinds[i], data, size, NULL, 0))
            abort();
    if (!seal_unwrap(&other, data, size, "passphrase", 10))
        abort();
    struct seal_label label = {.number = 0};
    if (!seal_put(fuzz_seal(), SEAL_CASE, &label, data, size, &file))
        abort();
    label.number = file.len - size; // the length of the file is the same whatever the number
    text_clear(&file);
    seal_put(fuzz_seal(), SEAL_CASE, &label, data, size, &file);
    if (open_it(SEAL_CASE, file.bytes, file.len, data, size))
        abort();
    size_t at = size ? (data[0] | (size_t)data[size - 1] << 8) % file.len : 0;
    file.bytes[at] = (char)(file.bytes[at] ^ 1);
    if (!open_it(SEAL_CASE, file.bytes, file.len, data, size))
        abort();
    text_release(&file);
}

static void try_index(const uint8_t *data, size_t size)
{
    struct vault_index index = {.n = 0}, again = {.n = 0};
    struct text words = TEXT_INIT, twice = TEXT_INIT;
    if (!vault_index_read(&index, (const char *)data, size)) {
        vault_index_write(&index, &words);
        if (vault_index_read(&again, text_str(&words), words.len))
            abort();
        for (int i = 0; i < index.n; i++)
            if (!store_name_good(index.entries[i].name) ||
                vault_index_find(&index, index.entries[i].name) != &index.entries[i])
                abort();
        vault_index_remove(&again, "b");
        vault_index_add(&again, "b")->number = 1;
        if (!vault_index_find(&again, "b"))
            abort();
        vault_index_write(&again, &twice);
        vault_index_release(&again);
        if (vault_index_read(&again, text_str(&twice), twice.len))
            abort();
    }
    vault_index_release(&index);
    vault_index_release(&again);
    text_release(&words);
    text_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (fuzz_seal())
        try_seal(data, size);
    if (size)
        try_index(data, size);
    return 0;
}
