// SPDX-License-Identifier: MIT
// What vault.c (key, index, mark) and vault_files.c (cases and journals) share.
#ifndef TANU_CASE_VAULT_PARTS_H
#define TANU_CASE_VAULT_PARTS_H

#include <sys/stat.h>

#include "case/store_parts.h"
#include "case/vault.h"

struct vault {
    char dir[STORE_PATH / 2];
    struct seal *seal;
    struct vault_index index;
    struct stat read;     // of the index file, when it was read
    uint64_t mark;        // the generation that was seen last, 0: none
    char mark_day[16];    // when
    bool older;           // the index was older than that when it was opened
    enum store_fault ill; // of the last reading of the index
};

void vault_path(const struct vault *v, const char *name, char out[STORE_PATH]);
void vault_id_path(const struct vault *v, const unsigned char id[VAULT_ID], const char *ending,
                   char out[STORE_PATH]);
enum store_fault vault_fault(enum seal_verdict verdict);
// Brings the index up to date with the file.
enum store_fault vault_refresh(struct vault *v);
// To change the index: begin (which locks and refreshes), change `index`, commit; at last end.
// After a commit that failed the index is again that of the file, whichever it is.
enum store_fault vault_begin(struct vault *v, int *lock);
enum store_fault vault_commit(struct vault *v);
void vault_done(int lock);

#endif
