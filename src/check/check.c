// SPDX-License-Identifier: MIT
// The order of the checks; see check.h.
#include "check/parts.h"

static bool loaded_with_cases(const struct pack *pack)
{
    return pack->cases != NULL;
}

void check_pack(struct check_report *report, const struct pack *pack, date as_of,
                check_progress *progress, void *user)
{
    struct proof proof;
    report->loaded = true;
    proof_run(&proof, report, pack, as_of, progress, user);
    reach_report(&proof);
    evidence_check(report, pack, as_of);
    texts_check(report, pack);
    if (loaded_with_cases(pack))
        cases_check(report, pack, &proof);
    proof_release(&proof);
    check_sort(report);
}
