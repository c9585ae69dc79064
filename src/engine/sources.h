// SPDX-License-Identifier: MIT
// On which sources an assessment rests: one answer for the page of sources, the report and JSON.
#ifndef TANU_ENGINE_SOURCES_H
#define TANU_ENGINE_SOURCES_H

#include "engine/engine.h"

// Fills a bit set over pack->sources (BITS_WORDS(n_sources) words, zeroed by the caller) with what
// stands behind it: the sources cited by its findings (also those set aside), papers, steps,
// rights, notices and licence; of the destination's facts that are confirmed, its offices and
// lists, and both records of the level; of the agreements that apply or may, and of what each of
// the two States did about them. An article brings the page along on which it stands.
void assessment_sources(const struct pack *pack, const struct answers *answers,
                        const struct assessment *a, uint64_t *set);

// The source to name for a citation: an article that nobody has read is named by the page on which
// it stands, never by its number. NONE: none is known.
int32_t source_shown(const struct pack *pack, int32_t source);

// An agreement of two States, one of which is a third country, is of no interest unless it may
// apply.
bool link_of_interest(const struct pack *pack, const struct answers *answers,
                      const struct link *link);

// The record of a level (a choice of `level`) in the file of the country answered to a question;
// NULL: none, or not confirmed.
const struct country_level *level_in_country(const struct pack *pack, const struct answers *answers,
                                             int32_t question, int64_t level);

#endif
