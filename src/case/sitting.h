// SPDX-License-Identifier: MIT
//
// A sitting with a kept case: the case as it is kept, and beside it the answers of the moment.
// Answers tried out are never in the case before sitting_save(); until then they wait in the
// journal, so that a crash, or leaving without saving, loses nothing. Notes and how far the case is
// are kept at once.
#ifndef TANU_CASE_SITTING_H
#define TANU_CASE_SITTING_H

#include "case/kept.h"
#include "case/store.h"

enum sitting_mode {
    SITTING_WRITES,
    SITTING_BUSY,   // somebody else has it open: reading only
    SITTING_NEWER,  // of a later format: reading only
    SITTING_DAMAGED // the version before the damaged file is shown: reading only
};

struct sitting {
    const struct pack *pack;
    struct engine *engine;
    date as_of;
    struct store store;
    char name[4 * STORE_NAME + 1];
    enum sitting_mode mode;
    bool fresh;              // there is no file of that name yet
    bool resumed;            // the journal of an earlier visit was taken up
    bool unsaved;            // the answers of the moment are others than those that are kept
    enum store_fault spoilt; // the journal is there and cannot be read: it is left alone
    bool torn;               // the journal could not be written: errno of that
    char who[160];           // SITTING_BUSY: who has it and since when
    struct doc doc;
    struct several kept;   // the diplomas of the document, texts in `room`; one at least
    struct several resume; // where the visit begins: those of the journal, else `kept`
    struct several beside; // of each what is kept, but not asked on the way: it stays as it is
    struct text lost;      // answers that the pack no longer has, with commas: they are kept unused
    struct text moved;     // what moved with the law since the last look (kept_moved)
    // private
    uint64_t seen; // a sum over the answers that were looked at last
    int lock;
    struct json_words *words;
    struct json_line *line;
    char *room;
    uint64_t *ticks; // bit sets of documents: of `kept`, of `resume`
};

// Opens the case, or begins one. Whatever comes back, sitting_close() it. GOOD also where only
// reading is possible. Borrows pack, engine, and what the store has open.
enum store_fault sitting_open(struct sitting *v, const struct pack *pack, struct engine *engine,
                              date as_of, const struct store *store, const char *name);
void sitting_close(struct sitting *v); // wipes; the journal stays where something is unsaved

// The path that the visit begins with: kept answers that are not on it stay beside.
void sitting_begin(struct sitting *v, const struct several *path);
// The answers of the moment, after each change.
void sitting_answers(struct sitting *v, const struct several *now);
// All of it was taken back: the path is again that of what is kept.
void sitting_back(struct sitting *v, const struct several *path);
// The diploma at that place is gone.
void sitting_removed(struct sitting *v, int place);
// The answer of the moment, or the one that was kept beside the way.
const struct answer *sitting_answer(const struct sitting *v, const struct several *now, int place,
                                    int32_t question);
// Is this answer to a question about that diploma another one than the kept one?
bool sitting_changed(const struct sitting *v, const struct several *now, int place,
                     int32_t question);

// Keeps the answers and today's result. The faults of store_write(); FOREIGN where only reading is
// possible.
enum store_fault sitting_save(struct sitting *v, const struct several *now);
// The same under another name, which must be free; the visit goes on there.
enum store_fault sitting_save_as(struct sitting *v, const struct several *now, const char *name);
// Keeps what was changed in the document (kept_note(), kept_place(), doc_set()).
enum store_fault sitting_keep(struct sitting *v);

#endif
