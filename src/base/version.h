// SPDX-License-Identifier: MIT
#ifndef TANU_BASE_VERSION_H
#define TANU_BASE_VERSION_H

// Which of two versions of a pack is the earlier one: -1, 0, 1. Numbers with dots between, compared
// part by part; what is no number as text.
int version_order(const char *a, const char *b);

#endif
