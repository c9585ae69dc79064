# SPDX-License-Identifier: MIT
# Unit tests of src/pack; how to add one: see local.mk here.
unit_programs += \
	tests/unit/test-prepared \
	tests/unit/test-lookup \
	tests/unit/test-value \
	tests/unit/test-expr \
	tests/unit/test-pack \
	tests/unit/test-yaml \
	tests/unit/test-yaml-simple
tests_unit_test_lookup_SOURCES = tests/unit/test-lookup.c
tests_unit_test_lookup_LDADD = $(PACK_LIBS) $(CMOCKA_LIBS)
tests_unit_test_value_SOURCES = tests/unit/test-value.c
tests_unit_test_value_LDADD = $(PACK_LIBS) $(CMOCKA_LIBS)
tests_unit_test_prepared_SOURCES = tests/unit/test-prepared.c
tests_unit_test_prepared_LDADD = $(PACK_LIBS) $(CMOCKA_LIBS)
tests_unit_test_expr_SOURCES = tests/unit/test-expr.c
tests_unit_test_expr_LDADD = $(PACK_LIBS) $(CMOCKA_LIBS)
tests_unit_test_pack_SOURCES = tests/unit/test-pack.c
tests_unit_test_pack_LDADD = $(PACK_LIBS) $(CMOCKA_LIBS)
tests_unit_test_yaml_SOURCES = tests/unit/test-yaml.c
tests_unit_test_yaml_LDADD = $(PACK_LIBS) $(CMOCKA_LIBS)
tests_unit_test_yaml_simple_SOURCES = tests/unit/test-yaml-simple.c
tests_unit_test_yaml_simple_LDADD = $(PACK_LIBS) $(CMOCKA_LIBS)

# One faulty pack for every code.
check_PROGRAMS += tests/bad-packs/loadpack
tests_bad_packs_loadpack_SOURCES = tests/bad-packs/loadpack.c
tests_bad_packs_loadpack_LDADD = $(PACK_LIBS)
