# SPDX-License-Identifier: MIT
# Floor src/wizard. May include: everything up to case.
noinst_LIBRARIES += src/wizard/libwizard.a
src_wizard_libwizard_a_SOURCES = \
	src/wizard/action.c \
	src/wizard/action_hints.c \
	src/wizard/input.c \
	src/wizard/wizard.c \
	src/wizard/wizard_answer.c \
	src/wizard/wizard_pick.c
