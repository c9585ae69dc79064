// SPDX-License-Identifier: MIT
//
// The sealed part of the folder of cases (base/seal.h has the format of each file):
//   desk.seal       the key file               index.seal   the index: pseudonyms, which file and
//   RANDOM.sealed   a version of a case                     which version of it counts
//   NUMBER.unsaved  a journal                  index.seal~  the index before
//   NUMBER.lock     a case that is open        desk.seal-lock  held while the index changes
// RANDOM is new with every version; NUMBER follows from the pseudonym and the key. So the names
// tell nothing without the passphrase.
//
// A write makes a new file first, then the index, which is what counts; only then the version that
// is no longer named goes. An interruption leaves the state before or the state after, and at most
// a file that no index names (vault_sweep).
//
// A file that is not the version that the index names is refused: STORE_OLDER, STORE_SWAPPED,
// STORE_ALTERED, STORE_CUT, STORE_GONE. The generation of the index that was seen last stands
// outside the folder, in $XDG_STATE_HOME/tanu/desk-NUMBER.mark: where the folder is older it opens,
// and vault_seen() says so. What cannot be seen: a whole folder put back together with that mark,
// or on another machine; an older journal of a visit that is not over.
#ifndef TANU_CASE_VAULT_H
#define TANU_CASE_VAULT_H

#include "base/seal.h"
#include "case/store.h"

struct vault;

// Is there a sealed part? FOREIGN, GONE: there is, without a key file.
enum store_fault vault_look(const char *dir, bool *there);
// Begins one. The folder is there.
enum store_fault vault_make(struct vault **vault, const char *dir, const char *words, size_t len,
                            enum seal_cost cost);
// WRONG: another passphrase. *vault is NULL unless GOOD.
enum store_fault vault_open(struct vault **vault, const char *dir, const char *words, size_t len);
void vault_close(struct vault *vault); // wipes; NULL: nothing
// Another passphrase from now on.
enum store_fault vault_rewrap(struct vault *vault, const char *words, size_t len,
                              enum seal_cost cost);
// Ends it. EXISTS: something is still sealed, be it a visit that was not saved.
enum store_fault vault_end(struct vault *vault);

// On which day a newer state was seen here; "": never.
const char *vault_seen(const struct vault *vault);
bool vault_whole(struct vault *vault); // new cases are sealed
enum store_fault vault_set_whole(struct vault *vault, bool whole);

bool vault_has(struct vault *vault, const char *name);
int vault_count(struct vault *vault);
const char *vault_name(struct vault *vault, int i); // until the next change; sorted
// *bytes: locked memory with a NUL behind it, for seal_forget().
enum store_fault vault_read(struct vault *vault, const char *name, bool before, char **bytes,
                            size_t *len);
enum store_fault vault_write(struct vault *vault, const char *name, const char *bytes, size_t len,
                             bool fresh);
enum store_fault vault_rename(struct vault *vault, const char *from, const char *to);
enum store_fault vault_delete(struct vault *vault, const char *name);
// It is kept elsewhere from now on.
enum store_fault vault_leave(struct vault *vault, const char *name);
// Takes files away that no index names: what interrupted writes left. How many.
int vault_sweep(struct vault *vault);

enum store_fault vault_journal(struct vault *vault, const char *name, const char *bytes,
                               size_t len);
bool vault_journal_there(const struct vault *vault, const char *name);
enum store_fault vault_journal_read(struct vault *vault, const char *name, char **bytes,
                                    size_t *len);
void vault_journal_drop(struct vault *vault, const char *name);
// "DIR/NUMBER.lock"
void vault_lock_path(const struct vault *vault, const char *name, char *out, size_t room);

#endif
