// SPDX-License-Identifier: MIT
// The one way to standard output and standard error. Whatever a pack, a case, an option, a file's
// name or the environment brought along, nothing of it steers the terminal: control characters but
// the line feed and marks of direction are replaced (a tab by a blank) or, in JSON, escaped.
#ifndef TANU_FRONT_OUT_H
#define TANU_FRONT_OUT_H

#include <stddef.h>
#include "tongue/i18n.h"

// Words for people, in the terminal's charset (UTF-8 where i18n says so). 0, or -1 with errno.
int out_words(const struct i18n *i18n, int fd, const char *utf8);

// Whole lines of JSON as the writers made it, always UTF-8; on a terminal of another charset every
// other character than ASCII is written as an escape. 0, or -1 with errno.
int out_json(const struct i18n *i18n, int fd, const char *json, size_t len);

#endif
