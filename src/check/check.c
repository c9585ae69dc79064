// SPDX-License-Identifier: MIT
// The order of the checks; see check.h.
#include "check/parts.h"

static bool loaded_with_cases(const struct pack *pack)
{
    return pack->cases != NULL;
}

static void check_the_rest(struct check_report *report, const struct pack *pack, date as_of,
                           const struct proof *proof)
{
    reach_report(proof);
    evidence_check(report, pack, as_of);
    numbers_check(report, pack);
    texts_check(report, pack);
    if (loaded_with_cases(pack))
        cases_check(report, pack, proof);
}

void check_pack(struct check_report *report, const struct pack *pack, date as_of,
                check_progress *progress, void *user)
{
    struct proof proof;
    report->loaded = true;
    proof_run(&proof, report, pack, as_of, progress, user);
    if (report->loaded)
        check_the_rest(report, pack, as_of, &proof);
    proof_release(&proof);
    check_sort(report);
}
