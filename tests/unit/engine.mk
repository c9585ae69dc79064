# SPDX-License-Identifier: MIT
# Unit tests of src/engine; how to add one: see local.mk here.
unit_programs += \
	tests/unit/engine_answers \
	tests/unit/engine_asked \
	tests/unit/engine_assess \
	tests/unit/engine_because \
	tests/unit/engine_bounds \
	tests/unit/engine_brief \
	tests/unit/engine_near \
	tests/unit/engine_diagram \
	tests/unit/engine_freeze \
	tests/unit/engine_links \
	tests/unit/engine_reasons \
	tests/unit/test-ticks
tests_unit_test_ticks_SOURCES = tests/unit/test-ticks.c
tests_unit_test_ticks_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_answers_SOURCES = tests/unit/engine_answers.c
tests_unit_engine_answers_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_asked_SOURCES = tests/unit/engine_asked.c
tests_unit_engine_asked_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_assess_SOURCES = tests/unit/engine_assess.c
# Counts allocations.
tests_unit_engine_assess_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=xcalloc,--wrap=xrealloc
tests_unit_engine_assess_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_diagram_SOURCES = tests/unit/engine_diagram.c
tests_unit_engine_diagram_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_freeze_SOURCES = tests/unit/engine_freeze.c
tests_unit_engine_freeze_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_links_SOURCES = tests/unit/engine_links.c
tests_unit_engine_links_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_reasons_SOURCES = tests/unit/engine_reasons.c
tests_unit_engine_reasons_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_properties_SOURCES = tests/unit/engine_properties.c tests/unit/engine_oracle.c \
	tests/unit/engine_oracle_told.c
tests_unit_engine_properties_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_near_SOURCES = tests/unit/engine_near.c
tests_unit_engine_near_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_because_SOURCES = tests/unit/engine_because.c
tests_unit_engine_because_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_brief_SOURCES = tests/unit/engine_brief.c
tests_unit_engine_brief_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
tests_unit_engine_bounds_SOURCES = tests/unit/engine_bounds.c
tests_unit_engine_bounds_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
