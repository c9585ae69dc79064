# SPDX-License-Identifier: MIT
# Unit tests: cmocka, one program and one group per module. To add one for src/pack/rule.c:
#   unit_programs += tests/unit/test-rule
#   tests_unit_test_rule_SOURCES = tests/unit/test-rule.c
#   tests_unit_test_rule_LDADD = $(PACK_LIBS) $(CMOCKA_LIBS)
# Link the floor the module lives in (BASE_LIBS, PACK_LIBS, ENGINE_LIBS, ...): a call upwards
# then does not link. Include "tests/unit/unit.h", which brings in cmocka.
# These stand at the front of all tests (../local.mk).
slow_unit_programs = \
	tests/unit/test-amount \
	tests/unit/engine_properties
unit_programs = \
	tests/unit/test-arena \
	tests/unit/test-bits \
	tests/unit/test-date \
	tests/unit/test-diag \
	tests/unit/test-hash \
	tests/unit/test-io \
	tests/unit/test-jail \
	tests/unit/test-qr \
	tests/unit/test-seal \
	tests/unit/test-text \
	tests/unit/test-ustar \
	tests/unit/test-utf8
tests_unit_test_arena_SOURCES = tests/unit/test-arena.c
tests_unit_test_arena_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_bits_SOURCES = tests/unit/test-bits.c
tests_unit_test_bits_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_date_SOURCES = tests/unit/test-date.c
tests_unit_test_date_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_diag_SOURCES = tests/unit/test-diag.c
tests_unit_test_diag_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_hash_SOURCES = tests/unit/test-hash.c
tests_unit_test_hash_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_io_SOURCES = tests/unit/test-io.c
tests_unit_test_io_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_jail_SOURCES = tests/unit/test-jail.c
tests_unit_test_jail_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_qr_SOURCES = tests/unit/test-qr.c
tests_unit_test_qr_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_seal_SOURCES = tests/unit/test-seal.c
tests_unit_test_seal_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_text_SOURCES = tests/unit/test-text.c
tests_unit_test_text_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_ustar_SOURCES = tests/unit/test-ustar.c
tests_unit_test_ustar_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_utf8_SOURCES = tests/unit/test-utf8.c
tests_unit_test_utf8_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
if HAVE_SODIUM
unit_programs += tests/unit/test-minisign
endif
tests_unit_test_minisign_SOURCES = tests/unit/test-minisign.c
tests_unit_test_minisign_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS)
tests_unit_test_minisign_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)

# Each floor's owner keeps a fragment of its own, so that nobody edits this one at once.
include tests/unit/pack.mk
include tests/unit/engine.mk
include tests/unit/case.mk
include tests/unit/view.mk
include tests/unit/paper.mk
include tests/unit/front.mk
include tests/unit/check.mk

if HAVE_CMOCKA
check_PROGRAMS += $(slow_unit_programs) $(unit_programs)
TESTS += $(unit_programs)
endif
