// SPDX-License-Identifier: MIT
//
// What a kiosk may do, and when it forgets: what its policy file says, checked. Everything that is
// not granted is denied.
#ifndef TANU_WIZARD_POLICY_H
#define TANU_WIZARD_POLICY_H

#include <stdbool.h>
#include <stdint.h>

enum { POLICY_NO_TIME = -1, POLICY_LANGUAGES = 16 };

struct policy {                              // strings are the caller's; NULL: not given
    const char *languages[POLICY_LANGUAGES]; // codes, in the order in which they are offered
    int32_t n_languages;                     // 0: those of the pack
    const char *pack;                        // its folder
    const char *print;                       // the print queue
    bool qr, code;                           // what a person may take along
    bool letters;                            // and print: letters to offices
    bool lines;                              // a key starts line mode, for those who listen
    bool several;                      // more than one diploma; granted where it is not denied
    bool still;                        // nothing moves by itself
    bool large;                        // what can be touched is two rows high
    int32_t idle, warning;             // seconds without a key until the warning; its length
    int32_t idle_lines, warning_lines; // the same in line mode
    int32_t night_from, night_until;   // minutes of the day, or POLICY_NO_TIME
    const char *help, *desk;           // words for the help page; where people are helped
    const char *pin;                   // Argon2id, as libsodium writes it
    bool counts, count_countries;      // a line a visit
};

// A policy that grants nothing.
void policy_init(struct policy *p);
// What such a run may do: bits of enum ability.
unsigned policy_abilities(const struct policy *p);
// Is that language to be offered?
bool policy_speaks(const struct policy *p, const char *code);
// Is the screen dark at that minute of the day?
bool policy_night(const struct policy *p, int32_t minute);

#endif
