// SPDX-License-Identifier: MIT
// The table of screens; see state.h.
#include "wizard/state.h"

static const struct screen_ops *const rows[SCREENS] = {
    [SCREEN_CASE] = &screen_case,           [SCREEN_STATUS] = &screen_status,
    [SCREEN_CASE_LINE] = &screen_case_line, [SCREEN_WELCOME] = &screen_welcome,
    [SCREEN_CODE] = &screen_code,           [SCREEN_EARLY] = &screen_early,
    [SCREEN_QUESTION] = &screen_question,   [SCREEN_RESULT] = &screen_result,
    [SCREEN_HELP] = &screen_help,           [SCREEN_WHY] = &screen_why,
    [SCREEN_REVIEW] = &screen_review,       [SCREEN_PICK] = &screen_pick,
    [SCREEN_COMPARE] = &screen_compare,     [SCREEN_LANGUAGES] = &screen_languages,
    [SCREEN_CONFIRM] = &screen_confirm,     [SCREEN_RULES] = &screen_rules,
    [SCREEN_RULE] = &screen_rule,           [SCREEN_IDLE] = &screen_idle,
    [SCREEN_ATTRACT] = &screen_attract,     [SCREEN_TAKE] = &screen_take,
    [SCREEN_SAVE] = &screen_save,           [SCREEN_PHONE] = &screen_phone,
    [SCREEN_MENU] = &screen_menu,           [SCREEN_CHANGED] = &screen_changed,
    [SCREEN_LETTERS] = &screen_letters,     [SCREEN_SERVICE] = &screen_service,
    [SCREEN_DESK] = &screen_desk,           [SCREEN_NEED] = &screen_need,
    [SCREEN_DIPLOMAS] = &screen_diplomas,
};

const struct screen_ops *screen_ops(enum screen screen)
{
    return rows[screen];
}
