# SPDX-License-Identifier: MIT
# Floor src/check. May include: base, pack, engine, author.
noinst_LIBRARIES += src/check/libcheck.a
src_check_libcheck_a_SOURCES = \
	src/check/cases.c \
	src/check/cases_parts.c \
	src/check/check.c \
	src/check/codes.c \
	src/check/days.c \
	src/check/evidence.c \
	src/check/numbers.c \
	src/check/pairs.c \
	src/check/forms.c \
	src/check/proof.c \
	src/check/provers.c \
	src/check/reach.c \
	src/check/render.c \
	src/check/report.c \
	src/check/rows.c \
	src/check/sight.c \
	src/check/terms.c \
	src/check/texts.c \
	src/check/together.c \
	src/check/way.c
