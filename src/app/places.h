// SPDX-License-Identifier: MIT
// Where the program finds its data, from any working directory.
#ifndef TANU_APP_PLACES_H
#define TANU_APP_PLACES_H

#include <stdbool.h>

#include "base/text.h"

enum { PLACES_MOST_PACKS = 3 };

// The folders to look for the pack in, the first one that can be loaded counts. `option` (--pack,
// may be NULL) or else TANU_PACK is the only one, and so is the source tree of an uninstalled
// build/tanu; else: the pack installed last (app/install.h), the one before it, the one that came
// with the program. Returns how many; release each. Only for installed packs it looks whether they
// are there.
int places_packs(struct text dirs[PLACES_MOST_PACKS], const char *option);

// The file in which the pack of that folder stands prepared (pack/read/prepared.h), if it does:
// beside an uninstalled build/tanu; in $(libdir)/tanu for the pack that came with the program; else
// beside the folder.
void places_prepared(struct text *out, const char *dir);

// The folder of official terms, LANG.tsv, of the source tree of an uninstalled build/tanu. False,
// with nothing appended: it is installed.
bool places_terms(struct text *out);

// The folder of the running program; "" if it cannot be told.
void places_own(struct text *out);

// The folder of the message catalogues: beside an uninstalled build/tanu, else $(localedir).
void places_locale(struct text *out);

#endif
