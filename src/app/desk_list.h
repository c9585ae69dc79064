// SPDX-License-Identifier: MIT
// The desk for the wizard: the cases to choose from, and the one that is open.
#ifndef TANU_APP_DESK_LIST_H
#define TANU_APP_DESK_LIST_H

#include "app/desk.h"
#include "case/sitting.h"
#include "wizard/wizard.h"

struct desk_list {
    struct desk d; // with its store open, and unsealed where it was sealed
    struct wizard_desk desk;
    struct arena names;
    struct sitting sitting;
    bool open; // `sitting` is
};

// Borrows everything; `store` is open. desk_list_close() it in every case.
void desk_list_open(struct desk_list *l, const struct call *call, const struct pack *pack,
                    struct engine *engine, const struct store *store);
void desk_list_close(struct desk_list *l); // the case too
// Has a case a name that begins so, and none just this one?
bool desk_list_begins(const struct desk_list *l, const char *letters);

#endif
