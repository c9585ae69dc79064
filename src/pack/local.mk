# SPDX-License-Identifier: MIT
# Floor src/pack. May include: base, libyaml, libunistring.
# A new source file: add its .c below (headers need no entry), create the file first.
# A unit test:       add it in tests/unit/local.mk.
noinst_LIBRARIES += src/pack/libpack.a
src_pack_libpack_a_SOURCES = \
	src/pack/cache.c \
	src/pack/cycles.c \
	src/pack/expr.c \
	src/pack/expr_call.c \
	src/pack/expr_constant.c \
	src/pack/expr_leaf.c \
	src/pack/load.c \
	src/pack/load_cases.c \
	src/pack/load_countries.c \
	src/pack/load_files.c \
	src/pack/load_instruments.c \
	src/pack/load_items.c \
	src/pack/load_pack_file.c \
	src/pack/load_questions.c \
	src/pack/load_rules.c \
	src/pack/names.c \
	src/pack/pack.c \
	src/pack/register.c \
	src/pack/schema.c \
	src/pack/yaml.c \
	src/pack/yaml_simple.c \
	src/pack/yaml_text.c
