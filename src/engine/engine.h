// SPDX-License-Identifier: MIT
//
// The engine: answers in, assessment out. It is a pure function of (pack, as-of date, answers): no
// clock, no locale, no input or output, no globals. `struct engine` only remembers the law compiled
// for each destination (law.h), built the first time a destination is met. After that `assess`
// allocates nothing. An engine must not be used by two threads at once; each thread has its own,
// and those made with engine_beside() share the compiled laws.
//
// Everything in an assessment is indexes into the pack and bit sets; texts are made by the view and
// by out/json.
#ifndef TANU_ENGINE_ENGINE_H
#define TANU_ENGINE_ENGINE_H

#include "engine/answers.h"

struct engine;

// as_of: packed YYYYMMDD. Borrows the pack. Never NULL (base/oom.h).
struct engine *engine_new(const struct pack *pack, int32_t as_of);
// One that is only asked for ASSESS_BRIEF: its laws are made in two thirds of the time.
struct engine *engine_new_brief(const struct pack *pack, int32_t as_of);
// A second engine for the same pack and day, for another thread. Free both, in any order.
struct engine *engine_beside(struct engine *other);
void engine_free(struct engine *engine); // NULL is fine
// Gives back the room that making a law took, for who goes on with laws that are there; it grows
// again when another one is met.
void engine_trim(struct engine *engine);

// Compiles the law of that country now, so that the first assessment there need not.
void engine_prepare(struct engine *engine, int32_t country);

// The rule with which a law that was asked for became too large (law.h), or NULL: none did. Of that
// destination the engine knows nothing, so nothing that it said of it may be shown.
struct law_trouble;
const struct law_trouble *engine_trouble(const struct engine *engine);
// A sentence about it, without a final stop, for people who write packs.
void engine_trouble_text(struct text *out, const struct pack *pack,
                         const struct law_trouble *trouble);

// ---- assessment --------------------------------------------------------------------------------

enum truth { TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN };

// Why an instrument applies, or not; the view makes a sentence of it with the party records.
enum applies_why {
    WHY_BOTH_BOUND,
    WHY_DESTINATION_NOT_PARTY,
    WHY_AWARD_NOT_PARTY,
    WHY_NEITHER_IN_FORCE,
    WHY_DESTINATION_OPEN,
    WHY_AWARD_OPEN,
    WHY_NOT_COVERED, // of purpose, level, profession
    WHY_LEFT_OUT,    // of the other answers
    WHY_COUNTRY_UNKNOWN,
    WHY_COVER_UNKNOWN,
    WHY_LEFT_OUT_UNKNOWN,
    WHY_NOT_IN_FORCE,
    WHY_HOME_AWARD
};

struct link { // one instrument between the two countries
    int32_t instrument;
    enum truth applies;
    enum applies_why why;
};

struct finding_state {
    int32_t finding;
    // Unknown: it would be live, but whether another one sets it aside hangs on a fact that the
    // pack leaves open, so nobody can tell; it does not count as live.
    enum truth live;
    int32_t overridden_by; // the finding that sets it aside, or may; NONE of a live one
};

struct document_state {
    int32_t document;
    enum truth have;
};

struct change {
    int32_t question;
    int64_t to; // value as in struct answer
    int32_t outcome;
};

struct missing {
    int32_t question;
    uint32_t best, worst; // sets of outcomes left by the answer that narrows most and least
    bool applies;         // whatever else is answered; else another answer can take it off the path
};

enum assess_state {
    STATE_DECIDED,   // one outcome is possible, and the authority does not judge one by one
    STATE_OPEN,      // answers are missing: several outcomes are possible
    STATE_INDIVIDUAL // the authority judges one by one
};

// The second decision, where the purpose is work in a profession: may somebody work in it?
struct licence_state {
    bool asked;
    int32_t outcome; // NONE: only the body is known
    int32_t record;  // index into the destination's licences, or NONE
};

// An entry of a list that the destination keeps bears the institution's name.
struct listing {
    int32_t list, entry; // of the destination, of the list; NONE: no list names it
    bool contradicts;    // the person answered otherwise, and that counts
};

// A zeroed struct is ready for assess(). The lists of rules stand in its own block, which grows to
// what the law of the destination can fill: nothing is ever cut.
struct assessment {
    int32_t destination; // index into pack->destinations, NONE: unknown or no file
    // What the person can count on for the purpose: the less favourable of both decisions.
    int32_t outcome;
    uint32_t possible; // bit set over pack->outcomes
    uint32_t reached;  // the same without an individual_assessment that joined as a fallback only
    enum assess_state state;
    int32_t academic; // of the award alone; the same as `outcome` where no licence is asked for
    struct licence_state licence;
    // By kind. Where the person did not answer the question of that kind, the entry did.
    struct listing listings[LIST_KINDS];
    // Questions whose usual value was taken to choose `outcome`, `academic`, `position`, the
    // licence's outcome, or what `links` cover.
    struct question_set assumed;
    int32_t position, position_from; // outcome index and instrument index; NONE: null
    bool no_duty;       // instruments link the two countries, none is known to give a duty here;
                        // `position_from` is NONE
    uint32_t positions; // bit set of the positions still possible
    bool challenge;
    int32_t *grounds; // findings; n_grounds of them
    int32_t n_grounds;
    struct link links[PACK_MAX_INSTRUMENTS]; // strongest first
    int32_t n_links;
    // Certain under the answers and what was `assumed`; live ones first, in pack order; then those
    // that another one sets aside, or may.
    struct finding_state *findings;
    int32_t n_findings, n_live;
    // Papers, steps, rights and notices are those of the ordinary case: absent questions take their
    // usual values; for papers and steps so do those answered "I don't know".
    struct document_state *documents; // by `order`
    int32_t n_documents;
    // Papers that only somebody who has them needs: proof of another name, what a refugee saved.
    int32_t *offered, n_offered;
    int32_t *steps; // by `order`
    int32_t n_steps;
    int32_t *rights, n_rights;
    int32_t *notices, n_notices; // of the pack
    struct change changes[PACK_MAX_QUESTIONS];
    int32_t n_changes;
    struct missing missing[PACK_MAX_QUESTIONS];
    int32_t n_missing;
    // Questions answered although they do not apply: ignored, named in a notice.
    struct question_set off_path;
    void *block;
    size_t block_size;
};

void assessment_wipe(struct assessment *a);    // overwritten; keeps its block
void assessment_release(struct assessment *a); // the same, and gives the block back

enum assess_what {
    ASSESS_BRIEF, // outcome, possible, position, links, live findings
    ASSESS_FULL   // everything
};

// Fills `out` (large; keep one and reuse it). Values must be valid (answer_valid).
void assess(struct engine *engine, const struct answers *answers, enum assess_what what,
            struct assessment *out);

// The value that a list gave to a question that the person did not answer. False: none did.
bool assessment_listed(const struct pack *pack, const struct answers *answers,
                       const struct assessment *a, int32_t question, int64_t *value);

// ---- flow --------------------------------------------------------------------------------------

// Is the question applicable, given the answers so far? Unknown while a question that decides it is
// open.
enum truth flow_applies(struct engine *engine, const struct answers *answers, int32_t question);

// Can some valid answer to the question still change outcome, position, challenge, a condition of
// the licence, papers, steps, rights or a warning? Exact. A question that was answered or declined
// is judged as if it had not been.
bool flow_matters(struct engine *engine, const struct answers *answers, int32_t question);

// Where the way through the questions goes on. `next`: the next absent question, in pack order,
// that applies (TRUTH_YES) and matters; NONE at the end of the path. `left`: how many questions may
// still come, an upper bound that never grows along a path; `open`: how many of them apply whatever
// else is answered. All from one look at the law.
struct flow {
    int32_t next, left, open;
};
struct flow flow_look(struct engine *engine, const struct answers *answers);
// Its `next` alone, for one who goes on answering: `within`, all questions at first, holds those
// that may still be asked, so that most looks are short.
int32_t flow_next(struct engine *engine, const struct answers *answers,
                  struct question_set *within);

// How often a whole law was restricted to answers to find that out: what an answer costs.
uint64_t engine_restrictions(const struct engine *engine);

// The bands of a question of numbers that the rules of the destination tell apart: fills the ends
// (as in struct answer) of at most `most`, and returns how many. 0: more, or no rule reads it.
int flow_bands(struct engine *engine, const struct answers *answers, int32_t question, int64_t *low,
               int64_t *high, int most);

// ---- reasons -----------------------------------------------------------------------------------

// The questions whose answers made a finding live: fills `questions`, which has room for all, and
// returns how many. A question among them that is absent took its usual value (it is in
// assessment.assumed).
int32_t finding_because(struct engine *engine, const struct answers *answers, int32_t finding,
                        int32_t *questions);

#endif
