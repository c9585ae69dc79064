// SPDX-License-Identifier: MIT
//
// What everything in a pack is made of: bounds, places in the YAML, texts for a person, and where a
// fact was read.
#ifndef TANU_PACK_EVIDENCE_H
#define TANU_PACK_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bits.h"

enum { NONE = -1 };

// Bounds that keep answers, bit sets and diagrams of fixed size; the loader refuses a pack that
// goes over.
enum {
    PACK_MAX_QUESTIONS = 128,
    PACK_MAX_TEXT = 500,   // characters of a text answer; fields and lines have room for them
    PACK_USUAL_TEXT = 300, // where the pack does not say how many
    PACK_MAX_CHOICES = 62, // per question; `many` answers are one uint64_t
    PACK_MAX_ROWS = 9,     // of a list of choices in groups: a digit takes each
    PACK_MAX_COUNTRIES = 1024,
    PACK_MAX_INSTRUMENTS = 256,
    PACK_MAX_LINKS = 30,      // instruments with a duty in which the same two countries stand
    PACK_MAX_BAND_CUTS = 127, // values at which rules cut a question that takes a band
    PACK_MAX_OUTCOMES = 29,   // sets of outcomes are one uint32_t, with room for other ends
    PACK_MAX_MATTERS = 60,
    PACK_MAX_TRAITS = 60,
    PACK_MAX_RULES = 60000, // findings, documents, … each
    NUMBER_SCALE = 1000
};

BITS_TYPE(question_set, PACK_MAX_QUESTIONS)
BITS_TYPE(instrument_set, PACK_MAX_INSTRUMENTS)

// Where something stands in the YAML: `files[file]`; line and column from 1. (base/diag.h has a
// struct place with the file's name.)
struct pack_place {
    uint16_t file;
    uint16_t column;
    uint32_t line;
};

// A text that a person reads: English words and the gettext context under which they are translated
// (`questions/level/label`). words == NULL: not given.
struct phrase {
    const char *words;
    const char *context;
};

enum status { STATUS_VERIFIED, STATUS_COMPUTED, STATUS_REPORTED, STATUS_UNVERIFIED };

// Where a fact was read, when, and how sure it is. `as_of` is packed YYYYMMDD with 00 for a missing
// month or day.
struct evidence {
    int32_t source; // index into pack->sources, or NONE
    int32_t as_of;
    enum status status;
};

struct source {
    const char *id; // `kz-enic-faq`, or `tokyo-2011/III.5` for an article
    // Of an article: its paraphrase; else a name, which a translation may leave as it is.
    struct phrase text;
    const char *url; // or NULL
    int32_t as_of;
    enum status status;
    int32_t instrument;     // of an article: its instrument, else NONE
    const char *number;     // of an article: its number, else NULL
    int32_t article_source; // of an article: the source it was read in, else NONE
    struct pack_place place;
};

struct int_list {
    const int32_t *items;
    int32_t count;
};

static inline bool int_list_has(const struct int_list *list, int32_t item)
{
    for (int32_t i = 0; i < list->count; i++)
        if (list->items[i] == item)
            return true;
    return false;
}

#endif
