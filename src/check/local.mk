# SPDX-License-Identifier: MIT
# Floor src/check. May include: base, pack, engine.
# A new source file: add its .c below (headers need no entry), create the file first.
# A unit test:       add it in tests/unit/local.mk.
noinst_LIBRARIES += src/check/libcheck.a
src_check_libcheck_a_SOURCES = \
	src/check/book.c \
	src/check/book_end.c \
	src/check/book_facts.c \
	src/check/book_rules.c \
	src/check/cases.c \
	src/check/check.c \
	src/check/codes.c \
	src/check/days.c \
	src/check/evidence.c \
	src/check/graph.c \
	src/check/html.c \
	src/check/phrases.c \
	src/check/po.c \
	src/check/pot.c \
	src/check/proof.c \
	src/check/reach.c \
	src/check/render.c \
	src/check/report.c \
	src/check/rows.c \
	src/check/rules.c \
	src/check/texts.c \
	src/check/way.c
