# SPDX-License-Identifier: MIT
# Floor src/engine. May include: base, pack.
noinst_LIBRARIES += src/engine/libengine.a
src_engine_libengine_a_SOURCES = \
	src/engine/answers.c \
	src/engine/assess.c \
	src/engine/atlas.c \
	src/engine/core.c \
	src/engine/diagram.c \
	src/engine/diagram_first.c \
	src/engine/explain.c \
	src/engine/flow.c \
	src/engine/near.c \
	src/engine/law_compile.c \
	src/engine/law_domains.c \
	src/engine/law_draft.c \
	src/engine/law_freeze.c \
	src/engine/law_index.c \
	src/engine/law_leaves.c \
	src/engine/law_order.c \
	src/engine/law_reads.c \
	src/engine/law_slots.c \
	src/engine/law_tables.c \
	src/engine/law_terms.c \
	src/engine/laws.c \
	src/engine/links.c \
	src/engine/lists.c \
	src/engine/position.c \
	src/engine/reasons.c \
	src/engine/session.c \
	src/engine/papers.c \
	src/engine/ticks.c \
	src/engine/sources.c \
	src/engine/several.c \
	src/engine/trace.c \
	src/engine/walk.c \
	src/engine/whatif.c
