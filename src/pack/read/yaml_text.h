// SPDX-License-Identifier: MIT
// The characters of a YAML file: checked before libyaml reads them, and found again afterwards.
#ifndef TANU_PACK_READ_YAML_TEXT_H
#define TANU_PACK_READ_YAML_TEXT_H

#include "pack/read/yaml.h"

// Fills line_start and n_lines.
void yaml_text_lines(struct source_file *file, struct arena *arena);

// UTF-8, NFC, and no character that a pack may not hold (of a file that people typed only what
// steers a terminal); every fault is reported. Returns -1 when libyaml cannot read the file at all.
int yaml_text_check(const struct source_file *file, struct diags *diags);

// The same for a text that was written with escapes ("\u001b"), once they are resolved; a line feed
// may stand in it. Returns -1 after reporting the first fault at `place`.
int yaml_text_check_value(const struct place *place, const char *text, size_t length, bool typed,
                          struct diags *diags);

#endif
