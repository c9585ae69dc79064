# SPDX-License-Identifier: MIT
# Floor src/pack. May include: base. read/ turns YAML into a checked pack.
noinst_LIBRARIES += src/pack/libpack.a
src_pack_libpack_a_SOURCES = \
	src/pack/expr.c \
	src/pack/expr_arguments.c \
	src/pack/expr_call.c \
	src/pack/expr_leaf.c \
	src/pack/expr_reads.c \
	src/pack/expr_write.c \
	src/pack/kinds.c \
	src/pack/pack.c \
	src/pack/parts.c \
	src/pack/read/assume.c \
	src/pack/read/cycles.c \
	src/pack/read/load.c \
	src/pack/read/load_cases.c \
	src/pack/read/load_choices.c \
	src/pack/read/load_codes.c \
	src/pack/read/load_countries.c \
	src/pack/read/load_files.c \
	src/pack/read/load_instruments.c \
	src/pack/read/load_items.c \
	src/pack/read/load_letters.c \
	src/pack/read/load_licences.c \
	src/pack/read/load_lists.c \
	src/pack/read/load_pack_file.c \
	src/pack/read/load_questions.c \
	src/pack/read/load_rules.c \
	src/pack/read/load_values.c \
	src/pack/read/names.c \
	src/pack/read/prepared.c \
	src/pack/read/register.c \
	src/pack/read/refs.c \
	src/pack/read/schema.c \
	src/pack/read/yaml.c \
	src/pack/read/yaml_simple.c \
	src/pack/read/yaml_text.c \
	src/pack/rule.c \
	src/pack/treaty.c \
	src/pack/value.c \
	src/pack/words.c
