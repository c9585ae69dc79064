// SPDX-License-Identifier: MIT
// What the files of the store share: store.c (plain cases), store_lock.c, vault*.c (sealed ones).
#ifndef TANU_CASE_STORE_PARTS_H
#define TANU_CASE_STORE_PARTS_H

#include "case/store.h"

enum { STORE_PATH = PATH_MAX };

// The path of a file of a plain case.
void store_path(const struct store *s, const char *name, const char *ending, char out[STORE_PATH]);
// A plain file of this account; links are not followed. NULL with a fault.
char *store_read_own(const char *path, size_t most, size_t *len, enum store_fault *fault);
// The file that will be replaced also keeps a second name, so that nothing is between the two
// versions. `made` is a name for a moment.
enum store_fault store_keep_before(const char *path, const char *kept, const char *made);
// As file_write(), 0600.
enum store_fault store_put_file(const char *path, const void *bytes, size_t len, bool replace);
// Makes a folder (0700) and those above it.
enum store_fault store_make_folder(const char *path);

// Opens and locks the file, made where there is none; `wait`: as long as somebody else has it. The
// lock goes with the descriptor, so with the process, even after kill -9. -1: errno, or somebody
// has it and `who` holds what the file says.
int store_hold(const char *path, bool wait, char who[160]);

// ---- the index of a sealed desk (vault_index.c) ------------------------------------------------

enum { VAULT_ID = 16, VAULT_HEX = 2 * VAULT_ID + 1 };

// A case in the index. Its version `number` stands in `file`, number - 1 in `before` (where there
// is one).
struct vault_entry {
    const char *name;
    unsigned char subject[VAULT_ID], file[VAULT_ID], before[VAULT_ID];
    uint64_t number; // from 1; 0: nothing is written yet
    uint64_t epoch;  // grows with each journal that is over
    bool has_before;
};

struct vault_index { // zeroed: an empty one
    struct arena arena;
    struct vault_entry *entries; // by name
    int n, room;
    uint64_t generation;
    bool whole; // new cases are sealed
};

void vault_index_release(struct vault_index *index); // wipes; then an empty one
// Reads the text into an empty index. DAMAGED, NEWER: nothing is in it.
enum store_fault vault_index_read(struct vault_index *index, const char *bytes, size_t len);
void vault_index_write(const struct vault_index *index, struct text *out);
struct vault_entry *vault_index_find(const struct vault_index *index, const char *name);
struct vault_entry *vault_index_add(struct vault_index *index, const char *name);
void vault_index_remove(struct vault_index *index, const char *name);
void vault_hex(const unsigned char id[VAULT_ID], char out[VAULT_HEX]);

#endif
