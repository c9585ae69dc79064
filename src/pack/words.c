// SPDX-License-Identifier: MIT
#include "pack/words.h"
#include "pack/pack.h"

const char *const words_truth[] = {
    [TRAIT_NO] = "no", [TRAIT_YES] = "yes", [TRAIT_UNKNOWN] = "unknown", NULL};

const char *const words_question_type[] = {
    [Q_ONE] = "one",       [Q_MANY] = "many", [Q_COUNTRY] = "country", [Q_INTEGER] = "integer",
    [Q_NUMBER] = "number", [Q_YEAR] = "year", [Q_MONTH] = "month",     [Q_DATE] = "date",
    [Q_TEXT] = "text",     [Q_TYPES] = NULL};

const char *const words_status[] = {[STATUS_VERIFIED] = "verified",
                                    [STATUS_COMPUTED] = "computed",
                                    [STATUS_REPORTED] = "reported",
                                    [STATUS_UNVERIFIED] = "unverified",
                                    NULL};

const char *const words_reading[] = {"", [READING_PRACTICE] = "practice",
                                     [READING_CONVENTION] = "convention", [READING_BOTH] = "both",
                                     NULL};

const char *const words_effect[] = {[EFFECT_SUPPORTS] = "supports",
                                    [EFFECT_CONDITION] = "condition",
                                    [EFFECT_DIFFERENCE] = "difference",
                                    [EFFECT_BAR] = "bar",
                                    [EFFECT_ROUTE] = "route",
                                    [EFFECT_NOTE] = "note",
                                    [EFFECTS] = NULL};

const char *const words_decision[] = {
    [DECISION_ACADEMIC] = "academic", [DECISION_LICENCE] = "licence", [DECISIONS] = NULL};

const char *const words_tone[] = {
    [TONE_BAD] = "bad", [TONE_CAUTION] = "caution", [TONE_GOOD] = "good", NULL};

const char *const words_state[] = {"decided", "open", "individual", NULL};

const char *const words_changeable[] = {
    [CHANGE_NEVER] = "no", [CHANGE_ANY] = "yes", [CHANGE_EARLIER] = "earlier", NULL};

const char *const words_duty[] = {[DUTY_SUBSTANTIAL_DIFFERENCE] = "substantial_difference",
                                  [DUTY_DIRECT] = "direct",
                                  [DUTY_PROGRAMMATIC] = "programmatic",
                                  [DUTY_EMPLOYMENT] = "employment",
                                  [DUTY_NONE] = "none",
                                  [DUTIES] = NULL};

const char *const words_instrument[] = {[KIND_CONVENTION] = "convention",
                                        [KIND_AGREEMENT] = "agreement",
                                        [KIND_LABOUR] = "labour",
                                        [KIND_LEGALISATION] = "legalisation",
                                        NULL};

const char *const words_entry[] = {[ENTRY_NONE] = "none",
                                   [ENTRY_MONTH_AFTER_FULL_MONTH] = "month_after_full_month",
                                   [ENTRY_THREE_MONTHS] = "three_months_after",
                                   [ENTRY_DEPOSIT] = "day_of_deposit",
                                   NULL};

const char *const words_severity[] = {[false] = "info", [true] = "warning", NULL};

const char *const words_letter[] = {[LETTER_REASONS] = "reasons",
                                    [LETTER_ASSESSMENT] = "assessment",
                                    [LETTER_REVIEW] = "review",
                                    [LETTER_TIME] = "time",
                                    [LETTER_PURPOSES] = NULL};

const char *const words_letter_known[] = {"level", "outcome", NULL};

const char *const words_letter_blank[] = {
    "name", "address", "date", "file_number", "decision_date", "application_date", NULL};

const char *const words_list[] = {
    [LIST_INSTITUTIONS] = "institutions", [LIST_PROFESSION] = "profession", [LIST_KINDS] = NULL};

const char *const words_unit[] = {[UNIT_DAYS] = "days",
                                  [UNIT_WORKING_DAYS] = "working_days",
                                  [UNIT_WEEKS] = "weeks",
                                  [UNIT_MONTHS] = "months",
                                  NULL};

const char *const words_role[] = {"authority",  "centre",    "service", "study",    "work",
                                  "profession", "residence", "appeal",  "register", NULL};

const char *const words_limit[] = {AGE_OF_OFFICES,
                                   "fee",
                                   "fee_school",
                                   "time",
                                   "appeal",
                                   "law",
                                   "paper",
                                   "decides_study",
                                   "decides_work",
                                   "decides_professions",
                                   "decides_residence",
                                   "documents",
                                   "translation",
                                   "legalisation",
                                   "ranking",
                                   "residence",
                                   "online",
                                   "branch",
                                   "minimum_length",
                                   "register",
                                   "framework",
                                   "refugees",
                                   "conflict",
                                   "gap",
                                   NULL};

const char *const words_destination_part[] = {"facts", "offices", "licences", "lists", NULL};

size_t words_count(const char *const *words)
{
    size_t n = 0;
    while (words[n])
        n++;
    return n;
}

int32_t words_find(const char *const *words, const char *word)
{
    for (int32_t i = 0; words[i]; i++)
        if (*word && strcmp(words[i], word) == 0)
            return i;
    return NONE;
}
