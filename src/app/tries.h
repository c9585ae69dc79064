// SPDX-License-Identifier: MIT
//
// How often the service PIN may be tried: three times, then after a pause that grows with each
// wrong one. The count is the one file that a kiosk writes; a restart does not reset it.
#ifndef TANU_APP_TRIES_H
#define TANU_APP_TRIES_H

#include <stdbool.h>
#include <stdint.h>

enum { TRIES_FREE = 3, TRIES_PAUSE = 30, TRIES_PAUSE_MOST = 3600 };

struct tries {
    char folder[480];
    char path[512]; // "": there is no place to count, and no PIN is ever right
    int64_t wrong;  // in a row
    int64_t last;   // when, seconds since 1970
};

// `folder`: systemd's STATE_DIRECTORY, or NULL. A count that cannot be read counts as the longest
// pause.
void tries_open(struct tries *t, const char *folder, int64_t now);
// Seconds until the next try; 0: now. A clock that was set back makes no pause longer than its
// length from there on.
int64_t tries_pause(struct tries *t, int64_t now);
// Counts a try before it is looked at, so that pulling the plug does not help. False: it could not
// be written, and must not be made.
bool tries_count(struct tries *t, int64_t now);
void tries_clear(struct tries *t); // it was right

#endif
