# SPDX-License-Identifier: MIT
# Unit tests of src/case; how to add one: see local.mk here.
unit_programs += \
	tests/unit/test-brief \
	tests/unit/test-code \
	tests/unit/test-code-bits \
	tests/unit/test-code-made \
	tests/unit/test-doc \
	tests/unit/test-json \
	tests/unit/test-json-parts \
	tests/unit/test-lines \
	tests/unit/test-pocket \
	tests/unit/test-record \
	tests/unit/test-vault-index
tests_unit_test_code_SOURCES = tests/unit/test-code.c
tests_unit_test_code_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_code_bits_SOURCES = tests/unit/test-code-bits.c
tests_unit_test_code_bits_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_code_made_SOURCES = tests/unit/test-code-made.c
tests_unit_test_code_made_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_json_SOURCES = tests/unit/test-json.c
tests_unit_test_json_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_json_parts_SOURCES = tests/unit/test-json-parts.c
tests_unit_test_json_parts_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_brief_SOURCES = tests/unit/test-brief.c
tests_unit_test_brief_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_doc_SOURCES = tests/unit/test-doc.c
tests_unit_test_doc_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_lines_SOURCES = tests/unit/test-lines.c
tests_unit_test_lines_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_vault_index_SOURCES = tests/unit/test-vault-index.c
tests_unit_test_vault_index_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_record_SOURCES = tests/unit/test-record.c
tests_unit_test_record_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_pocket_SOURCES = tests/unit/test-pocket.c
tests_unit_test_pocket_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
