# SPDX-License-Identifier: MIT
# Floor src/paper. May include: everything up to wizard.
noinst_LIBRARIES += src/paper/libpaper.a
src_paper_libpaper_a_SOURCES = \
	src/paper/cells.c \
	src/paper/flow.c \
	src/paper/format.c \
	src/paper/html.c \
	src/paper/paint.c \
	src/paper/plain.c \
	src/paper/table.c
