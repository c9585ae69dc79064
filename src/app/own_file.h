// SPDX-License-Identifier: MIT
//
// What is common to the small files of YAML that somebody writes for this program: a person's
// settings, the policy of a kiosk. Every key is optional; what is wrong is named with its place.
#ifndef TANU_APP_OWN_FILE_H
#define TANU_APP_OWN_FILE_H

#include "base/arena.h"
#include "base/diag.h"
#include "pack/read/loader.h"

// Takes the root apart, in front of the loader that names what is wrong.
typedef void own_file_decode(struct loader *l, const struct node *root, void *out);

// Reads the text; its strings live in the arena. A file that says nothing is good, and nothing is
// decoded. 0, or -1 with errors in `diags`. `name` is for the messages.
int own_file_parse(const char *name, const char *yaml, size_t len, own_file_decode *decode,
                   void *out, struct arena *arena, struct diags *diags);

// The section `print:` with its `queue:`, an argument of lp; NULL where it is not there or bad.
const char *own_file_queue(struct loader *l, const struct node *root);

#endif
