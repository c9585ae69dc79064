// SPDX-License-Identifier: MIT
// A passphrase, typed at the terminal without being seen, or read from the descriptor of
// --passphrase-fd (one line of it; so a script hands it over, and never on the command line or in
// the environment, where others can read it). Bytes as they were typed.
#ifndef TANU_APP_PASSPHRASE_H
#define TANU_APP_PASSPHRASE_H

#include "app/command.h"

struct passphrase {
    char *words; // locked memory with a NUL behind; NULL: none
    size_t len;
};

// Asks. Returns 0, or an exit status after saying why: there is no terminal and no descriptor, or
// what came is empty or too long.
int passphrase_ask(const struct call *call, const char *question, struct passphrase *out);
// The same for a new one: long enough, and at a terminal typed twice.
int passphrase_make(const struct call *call, struct passphrase *out);
void passphrase_forget(struct passphrase *p); // wipes

#endif
