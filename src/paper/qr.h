// SPDX-License-Identifier: MIT
//
// QR codes drawn with characters: two modules a character, one above the other, ink on paper; on a
// terminal that shows colours black on white whatever its own are.
#ifndef TANU_PAPER_QR_H
#define TANU_PAPER_QR_H

#include "base/qr.h"
#include "base/text.h"
#include "view/builders.h"

// Appends the code with its quiet zone, one line a row of characters.
void qr_draw(struct text *out, const struct qr *qr, enum qr_look look);

// The pocket form (case/pocket.h) as codes, a line before each. 0, or -1 with a sentence (N_).
int qr_document(struct text *out, const struct ground *g, int rows, int columns, enum qr_look look,
                const char **why);

#endif
