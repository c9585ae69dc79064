// SPDX-License-Identifier: MIT
//
// An assessment as one JSON object, with the keys of the public contract (architecture, section 5)
// in its order. Texts are in the language of `ground->i18n`; ids, codes, dates and numbers never
// are. What is not known is null, never left out.
#ifndef TANU_CASE_JSON_H
#define TANU_CASE_JSON_H

#include "base/text.h"
#include "view/builders.h"

// Appends the whole assessment (ASSESS_FULL), without a newline. `ground->assessment` must be set.
// `head`: members to put first, such as
// `"id":7,` with their comma, or "". `parts` (json_parts.h): what was written before, for the next
// line; or NULL.
struct json_parts;
void json_assessment(struct text *out, struct json_parts *parts, const struct ground *g,
                     const char *head, size_t head_len);

// The assessment of `ground->diplomas`' carrying one, then `carries` (its place from 0) and
// `qualifications`, the assessments of all.
void json_diplomas(struct text *out, const struct ground *g, const char *head, size_t head_len);

// Parts of the brief form that never change, escaped once: `"finding-id"` and so on.
struct json_brief;
struct json_brief *json_brief_new(const struct pack *pack);
void json_brief_free(struct json_brief *brief);
// Appends exactly outcome, possible, convention_position, and the ids of the instruments that apply
// and of the live findings.
void json_brief(struct text *out, const struct json_brief *brief, const struct assessment *a,
                const char *head, size_t head_len);

#endif
