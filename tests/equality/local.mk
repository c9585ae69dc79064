# SPDX-License-Identifier: MIT
# The three doors give the same assessment: see equality.c.
check_PROGRAMS += tests/equality/equality
tests_equality_equality_SOURCES = tests/equality/equality.c tests/equality/targets.c \
	tests/equality/targets.h tests/equality/walk.c tests/equality/walk.h
tests_equality_equality_LDADD = $(PAPER_LIBS)
