# SPDX-License-Identifier: MIT
# Unit tests of src/case; how to add one: see local.mk here.
unit_programs += \
	tests/unit/test-code \
	tests/unit/test-json
tests_unit_test_code_SOURCES = tests/unit/test-code.c
tests_unit_test_code_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_json_SOURCES = tests/unit/test-json.c
tests_unit_test_json_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
