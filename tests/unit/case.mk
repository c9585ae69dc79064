# SPDX-License-Identifier: MIT
# Unit tests of src/case; how to add one: see local.mk here.
unit_programs += \
	tests/unit/test-code
tests_unit_test_code_SOURCES = tests/unit/test-code.c
tests_unit_test_code_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
