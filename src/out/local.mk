# SPDX-License-Identifier: MIT
# Floor src/out. May include: everything up to view.
# A new source file: add its .c below (headers need no entry), create the file first.
# A unit test:       add it in tests/unit/local.mk.
noinst_LIBRARIES += src/out/libout.a
src_out_libout_a_SOURCES = \
	src/out/cells.c \
	src/out/flow.c \
	src/out/json.c \
	src/out/json_brief.c \
	src/out/json_parts.c \
	src/out/paint.c \
	src/out/plain.c \
	src/out/table.c
