// SPDX-License-Identifier: MIT
//
// Where cases are kept: one YAML file each (tanu-case(5)) in a folder that only its owner can
// enter, $XDG_DATA_HOME/tanu/cases. Every write is whole and durable (base/file.h); the version
// before stays as NAME.yaml~. Links are not followed, a folder of somebody else is refused.
//
// A desk can be sealed in part or as a whole: case/vault.h.
//
// A case that is open is locked. The lock goes with the process that holds it, however it ends.
#ifndef TANU_CASE_STORE_H
#define TANU_CASE_STORE_H

#include <limits.h>

#include "base/date.h"
#include "case/doc.h"

enum {
    STORE_NAME = 80,
    CASE_FORMAT = 1
}; // letters of a pseudonym at most; the format that is written

struct vault;

struct store {
    char dir[PATH_MAX / 2];
    bool sealed;         // there is a sealed part (case/vault.h)
    struct vault *vault; // it, once it is open: the caller's
};

// What can be wrong, each with a sentence (store_words).
enum store_fault {
    STORE_GOOD,
    STORE_NO_PLACE, // neither XDG_DATA_HOME nor HOME
    STORE_FOREIGN,  // the folder or file is somebody else's, others may write it, or it is a link
    STORE_BAD_NAME, // a pseudonym with slashes, control characters, a dot first, or too long
    STORE_MISSING,
    STORE_EXISTS,
    STORE_DAMAGED, // not readable as a case; details in `diags`
    STORE_NEWER,   // of a later format: only looked at, never written
    STORE_TOO_BIG,
    STORE_NO_SEAL, // this program was built without libsodium
    STORE_WRONG,   // the passphrase is another one
    STORE_CUT,     // a sealed file that was cut off, or is none
    STORE_ALTERED, // not what was sealed, or sealed with another key
    STORE_SWAPPED, // another file of this desk was put in its place
    STORE_OLDER,   // an older version was put in its place
    STORE_GONE,    // a file that the index names is missing
    STORE_SYSTEM   // errno
};
const char *store_words(enum store_fault fault); // marked with N_; "" for GOOD and SYSTEM

// Opens the folder, makes it (0700) where `make`. Where `sealed` is set then, the caller opens the
// vault before anything else. A case is sealed or plain: reading, writing and locking find out. New
// ones are sealed where the whole desk is.
enum store_fault store_open(struct store *s, bool make);
// Is this a name that a case may have? Letters of any script, digits, blanks and -_.,()' ; not
// first a dot or a dash.
bool store_name_good(const char *name);

// The names of all cases, sorted, in the arena; returns how many.
int store_list(const struct store *s, struct arena *arena, const char ***names);
bool store_has(const struct store *s, const char *name);
bool store_sealed(const struct store *s, const char *name); // is, or would be
// On which day a newer state of the sealed part was seen here, "": never.
const char *store_seen(const struct store *s);

// Reads a case into an initialised document. DAMAGED: what could be read is there all the same.
// `before`: the version before.
enum store_fault store_read(const struct store *s, const char *name, bool before, struct doc *doc,
                            struct diags *diags);
// Writes it. `fresh`: only if there is none of that name.
enum store_fault store_write(const struct store *s, const char *name, const struct doc *doc,
                             bool fresh);
enum store_fault store_rename(const struct store *s, const char *from, const char *to);
enum store_fault store_delete(const struct store *s, const char *name);
// Seals a plain case, and the other way round, with what was not saved; the version before goes.
// The caller holds its lock. An interruption leaves it as it was or both; then it can be done
// again. EXISTS: both are there, with other contents.
enum store_fault store_seal(const struct store *s, const char *name);
enum store_fault store_unseal(const struct store *s, const char *name);

// Takes the lock. Returns a descriptor for store_unlock(), or -1: somebody else has it; then `who`
// says who and since when. `who` is empty where the file cannot be made: errno.
int store_lock(const struct store *s, const char *name, char who[160]);
void store_unlock(const struct store *s, const char *name, int lock);

// The journal of a visit that is not saved yet: the whole document, taken up again after a crash.
enum store_fault store_journal(const struct store *s, const char *name, const struct doc *doc);
bool store_journal_there(const struct store *s, const char *name);
enum store_fault store_journal_read(const struct store *s, const char *name, struct doc *doc,
                                    struct diags *diags);
void store_journal_drop(const struct store *s, const char *name);

#endif
