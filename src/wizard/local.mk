# SPDX-License-Identifier: MIT
# Floor src/wizard. May include: everything up to case.
noinst_LIBRARIES += src/wizard/libwizard.a
src_wizard_libwizard_a_SOURCES = \
	src/wizard/action.c \
	src/wizard/action_hints.c \
	src/wizard/action_keys.c \
	src/wizard/answer.c \
	src/wizard/answer_words.c \
	src/wizard/case_agreed.c \
	src/wizard/case_open.c \
	src/wizard/diplomas.c \
	src/wizard/dispatch.c \
	src/wizard/edit.c \
	src/wizard/inside.c \
	src/wizard/input.c \
	src/wizard/screen_changed.c \
	src/wizard/screen_case.c \
	src/wizard/screen_code.c \
	src/wizard/kiosk.c \
	src/wizard/policy.c \
	src/wizard/screen_compare.c \
	src/wizard/screen_confirm.c \
	src/wizard/screen_diplomas.c \
	src/wizard/screen_desk.c \
	src/wizard/screen_early.c \
	src/wizard/screen_help.c \
	src/wizard/screen_languages.c \
	src/wizard/screen_letters.c \
	src/wizard/screen_menu.c \
	src/wizard/screen_need.c \
	src/wizard/screen_pick.c \
	src/wizard/screen_question.c \
	src/wizard/screen_result.c \
	src/wizard/screen_review.c \
	src/wizard/screen_rules.c \
	src/wizard/screen_welcome.c \
	src/wizard/screen_save.c \
	src/wizard/screen_take.c \
	src/wizard/screen_service.c \
	src/wizard/screens.c \
	src/wizard/show.c \
	src/wizard/stack.c \
	src/wizard/verbs.c \
	src/wizard/wizard.c
