# SPDX-License-Identifier: MIT
# Floor src/front. May include: everything up to paper, and ncursesw in one file (curses.c).
noinst_LIBRARIES += src/front/libfront.a
src_front_libfront_a_SOURCES = \
	src/front/batch.c \
	src/front/batch_input.c \
	src/front/batch_jobs.c \
	src/front/batch_order.c \
	src/front/batch_other.c \
	src/front/batch_sum.c \
	src/front/batch_work.c \
	src/front/careful.c \
	src/front/curses.c \
	src/front/keys.c \
	src/front/keys_meaning.c \
	src/front/line.c \
	src/front/line_ask.c \
	src/front/line_command.c \
	src/front/line_input.c \
	src/front/line_kiosk.c \
	src/front/looks.c \
	src/front/out.c \
	src/front/screen.c \
	src/front/terminal.c \
	src/front/tty.c
