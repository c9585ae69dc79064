// SPDX-License-Identifier: MIT
//
// From a kept case to the summary of an appointment (page_summary()).
#ifndef TANU_CASE_SUMMARY_H
#define TANU_CASE_SUMMARY_H

#include "case/doc.h"
#include "view/builders.h"

// Everything in the language of the ground and in its arena. `opinions`: also the notes that are
// none of the facts.
void summary_of(struct case_summary *summary, const struct ground *g, const struct doc *doc,
                bool opinions);

#endif
