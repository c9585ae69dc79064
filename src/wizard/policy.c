// SPDX-License-Identifier: MIT
// See policy.h.
#include "wizard/policy.h"

#include <stddef.h>
#include <string.h>

#include "wizard/action.h"

enum { IDLE = 90, WARNING = 30, IDLE_LINES = 300, WARNING_LINES = 60 };

void policy_init(struct policy *p)
{
    *p = (struct policy){.several = true,
                         .idle = IDLE,
                         .warning = WARNING,
                         .idle_lines = IDLE_LINES,
                         .warning_lines = WARNING_LINES,
                         .night_from = POLICY_NO_TIME,
                         .night_until = POLICY_NO_TIME};
}

unsigned policy_abilities(const struct policy *p)
{
    unsigned may = ABILITY_KIOSK;
    may |= p->print ? ABILITY_PRINT : 0;
    may |= p->qr ? ABILITY_QR : 0;
    may |= p->code ? ABILITY_CODE : 0;
    may |= p->letters ? ABILITY_LETTER : 0;
    may |= p->print || p->qr || p->code ? ABILITY_TAKE : 0;
    may |= p->several ? ABILITY_SEVERAL : 0;
    may |= p->lines ? ABILITY_SPEAK : 0;
    may |= p->pin ? ABILITY_SERVICE : 0;
    return may;
}

bool policy_speaks(const struct policy *p, const char *code)
{
    bool listed = p->n_languages == 0;
    for (int32_t i = 0; i < p->n_languages && !listed; i++)
        listed = !strcmp(p->languages[i], code);
    return listed;
}

bool policy_night(const struct policy *p, int32_t minute)
{
    if (p->night_from == POLICY_NO_TIME || p->night_until == POLICY_NO_TIME)
        return false;
    if (p->night_from <= p->night_until)
        return minute >= p->night_from && minute < p->night_until;
    return minute >= p->night_from || minute < p->night_until;
}
