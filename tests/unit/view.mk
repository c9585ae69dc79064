# SPDX-License-Identifier: MIT
# Unit tests of src/view, the wizard, and of what rests on them alone: line mode, plain text, the session. How to add one: see local.mk here.
unit_programs += \
	tests/unit/test-action \
	tests/unit/test-deeds \
	tests/unit/test-fills \
	tests/unit/test-first \
	tests/unit/test-form \
	tests/unit/test-front \
	tests/unit/test-i18n \
	tests/unit/test-languages \
	tests/unit/test-letterhead \
	tests/unit/test-letters \
	tests/unit/test-line \
	tests/unit/test-mo \
	tests/unit/test-page-parts \
	tests/unit/test-pages \
	tests/unit/test-plain \
	tests/unit/test-plan \
	tests/unit/test-said \
	tests/unit/test-save \
	tests/unit/test-screen \
	tests/unit/test-search \
	tests/unit/test-session \
	tests/unit/test-sources \
	tests/unit/test-diplomas \
	tests/unit/test-phone \
	tests/unit/test-policy \
	tests/unit/test-question \
	tests/unit/test-verbs \
	tests/unit/test-wizard \
	tests/unit/test-words
tests_unit_test_action_SOURCES = tests/unit/test-action.c
tests_unit_test_action_LDADD = $(WIZARD_LIBS) $(CMOCKA_LIBS)
tests_unit_test_deeds_SOURCES = tests/unit/test-deeds.c
tests_unit_test_deeds_LDADD = $(WIZARD_LIBS) $(CMOCKA_LIBS)
tests_unit_test_fills_SOURCES = tests/unit/test-fills.c
tests_unit_test_fills_LDADD = $(TONGUE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_first_SOURCES = tests/unit/test-first.c tests/unit/stage.h
tests_unit_test_first_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
tests_unit_test_form_SOURCES = tests/unit/test-form.c tests/unit/stage.h
tests_unit_test_form_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
tests_unit_test_front_SOURCES = tests/unit/test-front.c tests/unit/asked.h tests/unit/stage.h
tests_unit_test_front_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
tests_unit_test_i18n_SOURCES = tests/unit/test-i18n.c
tests_unit_test_i18n_LDADD = $(TONGUE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_languages_SOURCES = tests/unit/test-languages.c
tests_unit_test_languages_LDADD = $(TONGUE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_letterhead_SOURCES = tests/unit/test-letterhead.c tests/unit/stage.h
tests_unit_test_letterhead_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
tests_unit_test_letters_SOURCES = tests/unit/test-letters.c tests/unit/stage.h
tests_unit_test_letters_LDADD = $(WIZARD_LIBS) $(CMOCKA_LIBS)
tests_unit_test_line_SOURCES = tests/unit/test-line.c
tests_unit_test_line_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
tests_unit_test_mo_SOURCES = tests/unit/test-mo.c
tests_unit_test_mo_LDADD = $(TONGUE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_plain_SOURCES = tests/unit/test-plain.c
tests_unit_test_plain_LDADD = $(PAPER_LIBS) $(CMOCKA_LIBS)
tests_unit_test_said_SOURCES = tests/unit/test-said.c
tests_unit_test_said_LDADD = $(WIZARD_LIBS) $(CMOCKA_LIBS)
tests_unit_test_save_SOURCES = tests/unit/test-save.c
tests_unit_test_save_LDADD = $(WIZARD_LIBS) $(CMOCKA_LIBS)
# The test is the terminal: it has the functions of curses.c.
tests_unit_test_screen_SOURCES = tests/unit/test-screen.c
tests_unit_test_screen_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
tests_unit_test_session_SOURCES = tests/unit/test-session.c
tests_unit_test_session_LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)
unit_programs += tests/unit/test-cover
tests_unit_test_cover_SOURCES = tests/unit/test-cover.c tests/unit/stage.h
tests_unit_test_cover_LDADD = $(PAPER_LIBS) $(CMOCKA_LIBS)
tests_unit_test_wizard_SOURCES = tests/unit/test-wizard.c
tests_unit_test_wizard_LDADD = $(WIZARD_LIBS) $(CMOCKA_LIBS)
tests_unit_test_diplomas_SOURCES = tests/unit/test-diplomas.c
tests_unit_test_diplomas_LDADD = $(WIZARD_LIBS) $(CMOCKA_LIBS)
tests_unit_test_question_SOURCES = tests/unit/test-question.c tests/unit/asked.h tests/unit/stage.h
tests_unit_test_question_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
tests_unit_test_policy_SOURCES = tests/unit/test-policy.c
tests_unit_test_policy_LDADD = $(WIZARD_LIBS) $(CMOCKA_LIBS)
tests_unit_test_verbs_SOURCES = tests/unit/test-verbs.c
tests_unit_test_verbs_LDADD = $(WIZARD_LIBS) $(CMOCKA_LIBS)
tests_unit_test_sources_SOURCES = tests/unit/test-sources.c
tests_unit_test_sources_LDADD = $(CASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_search_SOURCES = tests/unit/test-search.c
tests_unit_test_search_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
tests_unit_test_page_parts_SOURCES = tests/unit/test-page-parts.c tests/unit/stage.h
tests_unit_test_page_parts_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
tests_unit_test_pages_SOURCES = tests/unit/test-pages.c tests/unit/page-lines.h tests/unit/scenes-rich.h tests/unit/stage.h
tests_unit_test_pages_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
tests_unit_test_phone_SOURCES = tests/unit/test-phone.c
tests_unit_test_phone_LDADD = $(WIZARD_LIBS) $(CMOCKA_LIBS)
tests_unit_test_words_SOURCES = tests/unit/test-words.c tests/unit/stage.h
tests_unit_test_words_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
tests_unit_test_plan_SOURCES = tests/unit/test-plan.c tests/unit/stage.h
tests_unit_test_plan_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
