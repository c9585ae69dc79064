# SPDX-License-Identifier: MIT
# Floor src/case. May include: everything up to view.
noinst_LIBRARIES += src/case/libcase.a
src_case_libcase_a_SOURCES = \
	src/case/code.c \
	src/case/code_answer.c \
	src/case/code_bits.c \
	src/case/doc.c \
	src/case/doc_json.c \
	src/case/json.c \
	src/case/json_brief.c \
	src/case/json_hint.c \
	src/case/json_items.c \
	src/case/json_law.c \
	src/case/json_line.c \
	src/case/json_notices.c \
	src/case/json_parts.c \
	src/case/json_pieces.c \
	src/case/json_scan.c \
	src/case/json_words.c \
	src/case/pocket.c \
	src/case/kept.c \
	src/case/record.c \
	src/case/store.c \
	src/case/summary.c \
	src/case/store_lock.c \
	src/case/store_seal.c \
	src/case/store_words.c \
	src/case/vault.c \
	src/case/vault_files.c \
	src/case/vault_index.c \
	src/case/kept_desk.c \
	src/case/sitting.c
