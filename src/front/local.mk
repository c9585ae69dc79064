# SPDX-License-Identifier: MIT
# Floor src/front. May include: everything up to out, and ncursesw in one file (curses.c).
# A new source file: add its .c below (headers need no entry), create the file first.
# A unit test:       add it in tests/unit/local.mk.
noinst_LIBRARIES += src/front/libfront.a
src_front_libfront_a_SOURCES = \
	src/front/batch.c \
	src/front/batch_input.c \
	src/front/batch_jobs.c \
	src/front/batch_work.c \
	src/front/curses.c \
	src/front/json_line.c \
	src/front/json_words.c \
	src/front/keys.c \
	src/front/line.c \
	src/front/line_answer.c \
	src/front/line_compare.c \
	src/front/line_input.c \
	src/front/screen.c
src_front_libfront_a_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)
