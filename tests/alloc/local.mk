# SPDX-License-Identifier: MIT
# Allocations per assessment: none. A count, so it does not depend on the machine.
check_PROGRAMS += tests/alloc/alloc
TESTS += tests/alloc/alloc
tests_alloc_alloc_SOURCES = tests/alloc/alloc.c
tests_alloc_alloc_LDADD = $(FRONT_LIBS)
