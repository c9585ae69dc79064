// SPDX-License-Identifier: MIT
//
// What a person has set up for themselves: $XDG_CONFIG_HOME/tanu/settings.yaml, else
// ~/.config/tanu/settings.yaml, YAML in block style, every key optional:
//
//     language: kk        as --lang
//     print:
//       queue: office     where "Take it away" prints; without it nothing is printed
//     letterhead: /home/…/centre.txt   above and below letters and summaries (view/letterhead.h)
//
// A kiosk has a policy instead (app/policy.h).
#ifndef TANU_APP_SETTINGS_H
#define TANU_APP_SETTINGS_H

#include "base/arena.h"
#include "base/diag.h"

struct letterhead;

struct settings {
    const char *language;                // NULL: not chosen
    const char *print_queue;             // NULL: nothing is printed
    const struct letterhead *letterhead; // NULL: none
};

// Strings live in the arena. 0, also where there is no such file; else -1 with `diags`, and nothing
// is set.
int settings_read(struct settings *settings, struct arena *arena, struct diags *diags);

// Reads the template of a letterhead. 0, or -1 with errors in `diags`.
int settings_letterhead(const char *path, struct letterhead *letterhead, struct arena *arena,
                        struct diags *diags);

#endif
