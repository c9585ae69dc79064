# SPDX-License-Identifier: MIT
# Unit tests of src/front; how to add one: see local.mk here.
unit_programs += \
	tests/unit/test-keys
tests_unit_test_keys_SOURCES = tests/unit/test-keys.c
tests_unit_test_keys_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
