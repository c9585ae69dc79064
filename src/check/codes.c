// SPDX-License-Identifier: MIT
// Every code of `tanu check` that is not one of the loader's. Each is explained in
// doc/tanu-check.7; tests/check/codes.sh keeps the two in step.
#include "check/check.h"

const struct check_code check_codes[] = {
    // Proofs over all answers.
    {"too-complex", CHECK_ERROR},
    {"gap", CHECK_ERROR},
    {"contradiction", CHECK_ERROR},
    {"licence-elsewhere", CHECK_ERROR},
    {"excluded-together", CHECK_ERROR},
    {"placeholder-without-value", CHECK_ERROR},
    {"step-elsewhere", CHECK_ERROR},
    {"office-without-contact", CHECK_WARNING},
    {"not-asked-here", CHECK_ERROR},
    {"unread-question", CHECK_ERROR},
    {"unreachable-question", CHECK_ERROR},
    {"unreachable-choice", CHECK_ERROR},
    {"unreachable-outcome", CHECK_ERROR},
    {"unreachable-row", CHECK_ERROR},
    {"unreachable-finding", CHECK_ERROR},
    {"unreachable-document", CHECK_ERROR},
    {"unreachable-step", CHECK_ERROR},
    {"unreachable-right", CHECK_ERROR},
    {"unreachable-notice", CHECK_ERROR},
    {"dead-row", CHECK_ERROR},
    {"redundant-row", CHECK_ERROR},
    {"dead-finding", CHECK_ERROR},
    {"dead-document", CHECK_ERROR},
    {"dead-step", CHECK_ERROR},
    // Evidence.
    {"unverified-article", CHECK_ERROR},
    {"unused-source", CHECK_ERROR},
    {"bare-host", CHECK_WARNING},
    {"old-fact", CHECK_WARNING},
    {"unused-article", CHECK_NOTE},
    {"unused-group", CHECK_WARNING},
    {"unused-trait", CHECK_WARNING},
    {"unused-matter", CHECK_WARNING},
    {"unused-entry", CHECK_WARNING},
    {"unread-choice", CHECK_NOTE},
    {"no-number", CHECK_ERROR},
    // Translations.
    {"po-syntax", CHECK_ERROR},
    {"placeholder-differs", CHECK_ERROR},
    {"terms-syntax", CHECK_ERROR},
    {"forbidden-term", CHECK_ERROR},
    {"untranslated", CHECK_WARNING},
    {"stale-translation", CHECK_WARNING},
    // Worked cases.
    {"failing-case", CHECK_ERROR},
    {"undecided-rule", CHECK_ERROR},
    {"unnamed-rule", CHECK_ERROR},
    {"unnamed-instrument", CHECK_ERROR},
    {"open-rule", CHECK_NOTE},
    {NULL, CHECK_NOTE},
};
