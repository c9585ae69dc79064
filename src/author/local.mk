# SPDX-License-Identifier: MIT
# Floor src/author. May include: base, pack, engine. What editors, lawyers and translators take away.
noinst_LIBRARIES += src/author/libauthor.a
src_author_libauthor_a_SOURCES = \
	src/author/book.c \
	src/author/book_end.c \
	src/author/book_facts.c \
	src/author/book_letters.c \
	src/author/book_rules.c \
	src/author/graph.c \
	src/author/html.c \
	src/author/phrases.c \
	src/author/po.c \
	src/author/pot.c
