# SPDX-License-Identifier: MIT
# Allocations per assessment: none. A count, so it does not depend on the machine.
check_PROGRAMS += tests/alloc/alloc
TESTS += tests/alloc/alloc
tests_alloc_alloc_SOURCES = tests/alloc/alloc.c
tests_alloc_alloc_LDADD = $(FRONT_LIBS)

# Memory that runs out; a sanitizer has the allocator to itself.
if !SANITIZERS
check_PROGRAMS += tests/alloc/failing.so
endif
tests_alloc_failing_so_SOURCES = tests/alloc/failing.c
tests_alloc_failing_so_CFLAGS = -std=c11 -D_GNU_SOURCE -O1 -fPIC
tests_alloc_failing_so_LDFLAGS = -shared
