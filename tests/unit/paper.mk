# SPDX-License-Identifier: MIT
# Unit tests of src/paper; how to add one: see local.mk here.
unit_programs += \
	tests/unit/test-visits \
	tests/unit/test-cells \
	tests/unit/test-paint \
	tests/unit/test-paper \
	tests/unit/test-small
tests_unit_test_cells_SOURCES = tests/unit/test-cells.c
tests_unit_test_cells_LDADD = $(PAPER_LIBS) $(CMOCKA_LIBS)
tests_unit_test_paint_SOURCES = tests/unit/test-paint.c
tests_unit_test_paint_LDADD = $(PAPER_LIBS) $(CMOCKA_LIBS)
tests_unit_test_paper_SOURCES = tests/unit/test-paper.c
tests_unit_test_paper_LDADD = $(PAPER_LIBS) $(CMOCKA_LIBS)
tests_unit_test_visits_SOURCES = tests/unit/test-visits.c
tests_unit_test_visits_LDADD = $(PAPER_LIBS) $(CMOCKA_LIBS)
tests_unit_test_amount_SOURCES = tests/unit/test-amount.c
tests_unit_test_amount_LDADD = $(PAPER_LIBS) $(CMOCKA_LIBS)
tests_unit_test_small_SOURCES = tests/unit/test-small.c
tests_unit_test_small_LDADD = $(PAPER_LIBS) $(CMOCKA_LIBS)
