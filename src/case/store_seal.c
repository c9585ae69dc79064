// SPDX-License-Identifier: MIT
// From a plain case to a sealed one and back; see store.h.
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "case/store_parts.h"
#include "case/vault.h"
#include "pack/read/yaml.h"

// The bytes of a plain file, whatever they are; NULL with a fault.
static char *read_plain(const struct store *s, const char *name, const char *ending, size_t *len,
                        enum store_fault *fault)
{
    char path[STORE_PATH];
    store_path(s, name, ending, path);
    return store_read_own(path, YAML_MAX_FILE, len, fault);
}

static void forget(char *bytes, size_t len)
{
    if (bytes)
        explicit_bzero(bytes, len);
    free(bytes);
}

// Is this what the sealed case says, or said before? Then an interruption left it.
static bool known(const struct store *s, const char *name, const char *bytes, size_t len)
{
    bool same = false;
    for (int before = 0; before < 2 && !same; before++) {
        char *sealed;
        size_t n;
        if (vault_read(s->vault, name, before, &sealed, &n))
            continue;
        same = n == len && !memcmp(sealed, bytes, len);
        seal_forget(sealed);
    }
    return same;
}

static enum store_fault seal_journal(const struct store *s, const char *name)
{
    size_t len;
    enum store_fault fault;
    char *bytes = read_plain(s, name, ".journal", &len, &fault);
    if (!bytes)
        return fault == STORE_MISSING ? STORE_GOOD : fault;
    fault = vault_journal(s->vault, name, bytes, len);
    forget(bytes, len);
    return fault;
}

enum store_fault store_seal(const struct store *s, const char *name)
{
    static const char *const endings[] = {".journal", ".yaml~", ".yaml"}; // that one last
    char path[STORE_PATH];
    size_t len;
    enum store_fault fault;
    char *bytes = read_plain(s, name, ".yaml", &len, &fault);
    if (!bytes)
        return fault == STORE_MISSING && vault_has(s->vault, name) ? STORE_GOOD : fault;
    if (!vault_has(s->vault, name))
        fault = vault_write(s->vault, name, bytes, len, true);
    else
        fault = known(s, name, bytes, len) ? STORE_GOOD : STORE_EXISTS;
    forget(bytes, len);
    if (!fault)
        fault = seal_journal(s, name);
    for (size_t i = 0; !fault && i < sizeof endings / sizeof *endings; i++) {
        store_path(s, name, endings[i], path);
        if (unlink(path) && errno != ENOENT)
            fault = STORE_SYSTEM;
    }
    return fault;
}

// What cannot be opened stays sealed.
static enum store_fault unseal_journal(const struct store *s, const char *name)
{
    char path[STORE_PATH], *bytes;
    size_t len;
    if (!vault_journal_there(s->vault, name))
        return STORE_GOOD;
    enum store_fault fault = vault_journal_read(s->vault, name, &bytes, &len);
    if (fault)
        return fault;
    store_path(s, name, ".journal", path);
    fault = store_put_file(path, bytes, len, true);
    seal_forget(bytes);
    return fault;
}

static enum store_fault put_plain(const struct store *s, const char *name, const char *bytes,
                                  size_t len)
{
    char path[STORE_PATH];
    size_t n;
    enum store_fault fault;
    char *there = read_plain(s, name, ".yaml", &n, &fault);
    if (!there && fault != STORE_MISSING)
        return fault;
    if (there && !known(s, name, there, n)) {
        forget(there, n);
        return STORE_EXISTS;
    }
    forget(there, n);
    store_path(s, name, ".yaml", path);
    return store_put_file(path, bytes, len, true);
}

enum store_fault store_unseal(const struct store *s, const char *name)
{
    char path[STORE_PATH], *bytes;
    size_t len;
    store_path(s, name, ".yaml", path);
    if (!vault_has(s->vault, name)) {
        if (access(path, F_OK))
            return STORE_MISSING;
        vault_journal_drop(s->vault, name); // what an interruption left; it stands beside the case
        return STORE_GOOD;
    }
    enum store_fault fault = vault_read(s->vault, name, false, &bytes, &len);
    if (fault)
        return fault;
    fault = unseal_journal(s, name);
    if (!fault)
        fault = put_plain(s, name, bytes, len);
    seal_forget(bytes);
    return fault ? fault : vault_leave(s->vault, name);
}
