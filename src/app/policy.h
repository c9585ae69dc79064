// SPDX-License-Identifier: MIT
//
// The policy of a kiosk as a file: YAML in block style, every key optional, doc/kiosk.md. Only root
// may be able to change it, or whoever runs the kiosk by hand.
#ifndef TANU_APP_POLICY_H
#define TANU_APP_POLICY_H

#include "base/arena.h"
#include "base/diag.h"
#include "wizard/policy.h"

#define POLICY_FILE TANU_CONFDIR "/kiosk.yaml"

// Reads `path`; its strings live in the arena. NULL: POLICY_FILE, and where that is not there,
// nothing is granted. 0; -1 with a sentence in `diags`, and errno ENOENT where the file named is
// not there.
int policy_read(const char *path, struct policy *policy, struct arena *arena, struct diags *diags);

#endif
