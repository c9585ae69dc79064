// SPDX-License-Identifier: MIT
// A document (doc.h) from JSON and as JSON. Numbers, true, false and null become texts; written,
// every text is a string, which is how answers are read (json_line.h). So a case goes from one form
// into the other and back.
#ifndef TANU_CASE_DOC_JSON_H
#define TANU_CASE_DOC_JSON_H

#include "case/doc.h"

// Reads one object into the document's root (whose keys are set). 0, or -1 with a sentence in
// `why`; nothing is known of the root then.
int doc_read_json(struct doc *doc, const char *bytes, size_t len, char why[160]);
// Appends the node as JSON, without a newline.
void doc_write_json(const struct doc_node *node, struct text *out);

#endif
