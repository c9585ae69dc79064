// SPDX-License-Identifier: MIT
// The inside of struct engine, for the files of this floor only.
//
// A *setting* says for each variable of a law which class the answers give it, or OPEN. Reading a
// diagram under a setting gives the set of terminals that some completion of the answers reaches.
#ifndef TANU_ENGINE_CORE_H
#define TANU_ENGINE_CORE_H

#include "engine/engine.h"
#include "engine/laws.h"
#include "engine/node.h"

// Or it gives it a band: one of the classes from the first to the last, not known which.
enum { OPEN = -1 };

static inline int16_t band_make(int32_t first, int32_t last)
{
    return (int16_t)(OPEN - 1 - (first * LAW_MAX_BAND + last));
}

static inline bool is_band(int16_t setting)
{
    return setting < OPEN;
}

static inline uint32_t band_first(int16_t setting)
{
    return (uint32_t)(OPEN - 1 - setting) / LAW_MAX_BAND;
}

static inline uint32_t band_last(int16_t setting)
{
    return (uint32_t)(OPEN - 1 - setting) % LAW_MAX_BAND;
}

// The nearest class that the setting leaves possible; OPEN leaves all.
static inline uint32_t band_clip(int16_t setting, uint32_t cls)
{
    if (!is_band(setting))
        return cls;
    uint32_t first = band_first(setting), last = band_last(setting);
    return cls < first ? first : cls > last ? last : cls;
}

// Terminals reached from nodes under one setting, kept while the setting stays.
struct reached {
    uint32_t *sets, *stamps, stamp; // by serial number: known if stamped `stamp`
};

struct engine {
    struct laws *laws; // shared with the engines beside this one
    const struct atlas *atlas;
    const struct law_trouble *trouble; // of the first law that had any
    // The questions that a finding or a matter reads by name, through other rules too, but not
    // through the `relevant:` of a question; once it is known (reasons.c).
    struct question_set *named_by_finding, named_by_matter[PACK_MAX_MATTERS];
    uint64_t *finding_known, matter_known;
    struct diagram workshop; // free between two calls
    // Rooms that grow when a law is first met, never while one is read.
    uint32_t *stamps, stamp; // by serial number: seen in walk `stamp`
    uint32_t *stack;         // what a walk has still to look into: each edge once at most
    uint32_t *copied, *copied_in, copy; // flow: by serial number, the copy made in call `copy`
    // Settings: the answers; with usual values for all absent questions; with those in
    // assessment.assumed only; and one to try things.
    int16_t *given, *usual, *told, *trial;
    struct reached from_given, from_usual; // under `given` and `usual`
    uint32_t *of_given, *of_usual;         // by class of one variable: terminals (whatif.c)
    uint16_t *above;                       // by node of the workshop (flow_reach_each)
    uint32_t reached;                      // the terminals of the copy there
    struct answers listed;                 // the answers and what lists answer (lists.c)
    int32_t *hits;                         // positions of rules
    uint64_t *shown;                       // the same as bits
    uint64_t restrictions; // how often a whole law was restricted to answers, for tests
    uint32_t serial_room, variable_room, hit_room, class_room, above_room, stack_room;
};

// The law that the answers choose; compiled when first met.
const struct law *engine_law(struct engine *engine, int32_t country);
// The laws of all destinations: those with a file, and before them, if there are others, one for
// the others. for (int32_t d = first_destination(pack); d < pack->n_destinations; d++)
static inline int32_t first_destination(const struct pack *pack)
{
    return pack->n_destinations == pack->n_countries ? 0 : -1;
}
const struct law *engine_destination_law(struct engine *engine, int32_t d);
int32_t engine_destination(const struct engine *engine, const struct answers *answers);

// The setting that the answers give, or what one of them gives to a setting that leaves everything
// open. With `usual`, the absent ones among `questions` (NULL: all) take their usual value.
void setting_nothing(const struct law_terms *terms, int16_t *setting);
void setting_add(const struct law_terms *terms, int32_t question, const struct answer *answer,
                 int16_t *setting);
void setting_answers(const struct law_terms *terms, const struct answers *answers,
                     int16_t *setting);
void setting_usual(const struct law_terms *terms, const struct answers *answers,
                   const struct question_set *questions, int16_t *setting);
// One answer of the setting: given a value or a band, or opened.
void setting_answer(const struct law_terms *terms, int32_t question, const struct answer *answer,
                    int16_t *setting);
void setting_value(const struct law_terms *terms, int32_t question, int64_t value,
                   int16_t *setting);
void setting_open(const struct law_terms *terms, int32_t question, int16_t *setting);
// Opened, but for what another answer rules out (answer_left()).
void setting_left(const struct law_terms *terms, const struct answers *answers, int32_t question,
                  int16_t *setting);

// The questions that the condition of a finding names, also through other rules and matters.
struct question_set finding_reads(struct engine *engine, int32_t finding);

// The terminals (bit set) that completions of the setting reach. Exact; allocates nothing.
uint32_t walk_reach(struct engine *engine, const struct law *law, const int16_t *setting, dd root);
// The same for who asks only whether all of them are in `allowed`: it may end at the first that is
// not. And a terminal that some completion reaches.
uint32_t walk_reach_in(struct engine *engine, const struct law *law, const int16_t *setting,
                       dd root, uint32_t allowed);
dd walk_some(const struct law *law, const int16_t *setting, dd root);
// Does some completion reach this terminal? It ends at the first that does.
bool walk_reaches(struct engine *engine, const struct law *law, const int16_t *setting, dd root,
                  dd terminal);
// The one terminal that all completions reach, else two of them or more.
uint32_t walk_one(struct engine *engine, const struct law *law, const int16_t *setting, dd root);
// The same for each class of a variable in the place of what the setting says of it: sets[class].
// One walk for all of them. `reached` must have been made to forget when the setting changed last.
void walk_reach_each(struct engine *engine, const struct law *law, const int16_t *setting,
                     struct reached *reached, dd root, uint16_t variable, uint32_t *sets);
void walk_forget(struct engine *engine);
enum truth walk_truth(struct engine *engine, const struct law *law, const int16_t *setting,
                      dd condition);

// Where a frozen node leads under the setting, which must not leave its variable open.
static inline dd node_next(const uint32_t *node, const int16_t *setting)
{
    return node_child(node, (uint32_t)setting[node_variable(node)]);
}

// Does the condition hold in every completion?
bool walk_certain(struct engine *engine, const struct law *law, const int16_t *setting,
                  dd condition);

// Which rules of a kind are to be shown: they certainly hold, and nothing that is shown sets them
// aside (a finding: and certainly nothing does). Fills engine->hits with their positions,
// ascending.
int32_t walk_rules(struct engine *engine, const struct law *law, const int16_t *setting,
                   enum rule_kind kind);

static inline bool engine_single(uint32_t set)
{
    return set && !(set & (set - 1));
}

static inline int32_t engine_lowest(uint32_t set)
{
    return __builtin_ctz(set);
}

// Bit of individual_assessment, 0 if the pack has none.
uint32_t engine_individual(const struct pack *pack);
// A set of terminals of an outcome table, with a gap read as individual_assessment.
uint32_t engine_outcomes(const struct pack *pack, uint32_t terminals);
// The other way: those that mean no other outcome.
uint32_t engine_terminals(const struct pack *pack, uint32_t outcomes);

// lists.c
// The answers together with those that the lists of the destination give by the institution's name:
// `answers` itself, or engine->listed. `listings` (by kind) may be NULL.
const struct answers *answers_with_lists(struct engine *engine, const struct answers *answers,
                                         struct listing *listings);
// Could the institution's name answer a question that is in the set?
bool institution_is_asked(const struct engine *engine, const struct answers *answers,
                          const struct question_set *support);
// links.c
// Adds to out->assumed the absent purpose or level whose usual value decided what is covered.
void assess_links(struct engine *engine, const struct answers *answers, const struct law *law,
                  struct assessment *out);
// position.c. `asked` gets the terminals of the position that are possible, usual values taken
// where they were needed; DD_GAP among them: perhaps no duty.
void assess_position(struct engine *engine, const struct law *law, const struct answers *answers,
                     struct assessment *out, uint32_t *asked);
void assess_challenge(struct engine *engine, const struct law *law, uint32_t asked,
                      struct assessment *out);
// After assess_links(), which says what links the two countries.
void position_without_duty(const struct pack *pack, struct assessment *out);
// May somebody ask for more where practice gives this outcome?
bool position_challengeable(const struct pack *pack, int32_t outcome);
// Is a live finding a ground of the challenge? Those that only practice knows; where there is none
// of them, those that practice and the convention share.
bool position_is_ground(const struct finding *finding, bool practice_only);
// The questions whose usual value keeps the root at the one terminal in `set`.
struct question_set position_usual_needed(struct engine *engine, const struct law *law,
                                          const struct answers *answers, dd root, uint32_t set);
// papers.c: those that are listed under a setting; then, with engine->trial that setting still,
// what is offered (it changes the setting)
void papers_list(struct engine *engine, const struct law *law, const int16_t *setting,
                 const struct answers *answers, struct assessment *out);
void papers_offer(struct engine *engine, const struct law *law, const struct answers *answers,
                  struct assessment *out);
// whatif.c: what would change the outcome, and what is missing
void assess_what_if(struct engine *engine, const struct law *law, const struct answers *answers,
                    struct assessment *out);
// flow.c: the questions on which the outcome still depends; engine->given must be set
struct question_set flow_support(struct engine *engine, const struct law *law,
                                 const struct answers *answers);
// Right after it, if the destination is known: what walk_reach_each() says of the outcome, of a
// variable that the answers leave open. It reads the copy that flow_support() left in the workshop.
void flow_reach_each(const struct engine *engine, uint16_t variable, uint32_t *sets);
// assess.c: of a destination that is not known: the outcomes of all of them together
uint32_t assess_anywhere(struct engine *engine, const struct answers *answers, bool usual);
// The rule of the contract: one possible outcome, else the one under usual values, else
// individual_assessment (NONE in a pack without it).
int32_t assess_choose(const struct pack *pack, uint32_t possible, uint32_t with_usual);

#endif
