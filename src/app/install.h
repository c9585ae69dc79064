// SPDX-License-Identifier: MIT
//
// Installed packs: FOLDER/ID/VERSION/ for each version, FOLDER/ID/current (a link that is switched
// in one step) and FOLDER/ID/previous. The newest one is used; if it cannot be loaded, the one
// before it, and then the one that came with the program.
#ifndef TANU_APP_INSTALL_H
#define TANU_APP_INSTALL_H

#include "base/date.h"
#include "base/text.h"

// Where packs are installed ("/var/lib/tanu/packs") and the public keys that are trusted (*.pub in
// "/etc/tanu/trusted.d").
struct install_places {
    const char *packs, *keys;
};
extern const struct install_places install_places;

// What the signed comment says: "pack=tokyo version=2026.12.1 expires=2027-06-30".
struct install_claim {
    char id[64], version[64];
    date expires;
};
// False: a part is missing or in another form.
bool install_read_claim(const char *comment, struct install_claim *claim);

// Verifies FILE with FILE.minisig, unpacks it beside the others, has `check` look at it (0: it is
// good), and switches to it. 0, or an exit status after a sentence in *why. On any fault what was
// installed before stays as it was.
int install_pack(const struct install_places *places, const char *file, date today,
                 int (*check)(const char *dir, date today, struct text *why),
                 struct install_claim *claim, struct text *why);

// Appends the folder of the installed pack (`previous`: of the one before). False: there is none.
bool install_find(const struct install_places *places, const char *id, bool previous,
                  struct text *out);

#endif
