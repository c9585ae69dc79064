// SPDX-License-Identifier: MIT
// Where the program finds its data, from any working directory.
#ifndef TANU_APP_PLACES_H
#define TANU_APP_PLACES_H

struct text;

// The pack's folder: `option` (--pack, may be NULL), else TANU_PACK, else the source tree if this
// is an uninstalled build/tanu, else the installed folder. Appends a path; does not look whether it
// is there.
void places_pack(struct text *out, const char *option);

// The folder of the message catalogues: beside an uninstalled build/tanu, else $(localedir).
void places_locale(struct text *out);

#endif
