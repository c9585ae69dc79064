# SPDX-License-Identifier: MIT
# Unit tests of src/check; how to add one: see local.mk here.
unit_programs += \
	tests/unit/test-check \
	tests/unit/test-way
tests_unit_test_check_SOURCES = tests/unit/test-check.c
tests_unit_test_check_LDADD = $(CHECK_LIBS) $(CMOCKA_LIBS)
tests_unit_test_way_SOURCES = tests/unit/test-way.c
tests_unit_test_way_LDADD = $(CHECK_LIBS) $(CMOCKA_LIBS)
