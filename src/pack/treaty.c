// SPDX-License-Identifier: MIT
// Entry into force; see treaty.h.
#include "pack/treaty.h"

#include "base/date.h"

static date entry_into_force(enum entry_rule rule, date deposit)
{
    switch (rule) {
    case ENTRY_MONTH_AFTER_FULL_MONTH:
        return date_first_of_month_after(deposit, 1);
    case ENTRY_THREE_MONTHS:
        return date_add_months(deposit, 3);
    case ENTRY_DEPOSIT:
        return deposit;
    case ENTRY_NONE:
        break;
    }
    return DATE_NONE;
}

const struct party *instrument_party(const struct instrument *instrument, int64_t country)
{
    for (int32_t p = 0; country != NONE && p < instrument->n_parties; p++)
        if (instrument->parties[p].state == country)
            return &instrument->parties[p];
    return NULL;
}

void party_complete(const struct instrument *instrument, struct party *party)
{
    if (party->in_force || !party->deposit || instrument->entry_rule == ENTRY_NONE)
        return;
    party->not_before = party->not_after = DATE_NONE;
    if (!instrument->in_force)
        return;
    party->in_force = entry_into_force(instrument->entry_rule, party->deposit);
    if (party->in_force && party->in_force < instrument->in_force)
        party->in_force = instrument->in_force;
    party->in_force_computed = true;
}
