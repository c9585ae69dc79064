// SPDX-License-Identifier: MIT
// A document (doc.h) as JSON: every text is a string, which is how answers are read (json_line.h).
#ifndef TANU_CASE_DOC_JSON_H
#define TANU_CASE_DOC_JSON_H

#include "case/doc.h"

// Appends the node as JSON, without a newline.
void doc_write_json(const struct doc_node *node, struct text *out);

#endif
