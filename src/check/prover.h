// SPDX-License-Identifier: MIT
// What proof.c and provers.c share: one prover takes laws one after the other and keeps what it
// met. Several can work beside each other, each in its own rooms, and are joined at the end; what
// they say does not depend on how many there were.
#ifndef TANU_CHECK_PROVER_H
#define TANU_CHECK_PROVER_H

#include "check/parts.h"

// A fault is shown once, with its shortest counter-example, however many laws have it.
struct gap {
    struct example example; // the table by itself
    struct example applied; // better: of an instrument that applies, so that a position shows it
    int32_t laws;
};

// A law that is too much, see law.h.
struct trouble {
    struct law_trouble law; // its id NULL: the proof was too much
    int32_t country, destination;
};

struct prover {
    const struct pack *pack;
    struct proof proof;
    struct diagram diagram;
    struct gap practice, convention[DUTIES];
    struct pairs pairs; // a bar and a support that can meet
    struct together *together;
    dd *hits; // room for one table
    bool stopped;
    struct trouble trouble; // by which it was stopped
    int32_t laws;           // proved
    double answers;         // complete sets of them
    struct arena arena;     // of all that it keeps
};

void prover_init(struct prover *p, const struct pack *pack);
void prover_release(struct prover *p);
// The law of a country on the day of the atlas. Not after it was stopped.
void prover_law(struct prover *p, const struct atlas *atlas, int32_t country);
// Adds what another one met, whose laws come later; of equal examples the earlier one stays. The
// texts stay in the other's arena.
void prover_join(struct prover *p, const struct prover *other);
// What is wrong.
void prover_report(const struct prover *p, struct check_report *report);

#endif
