# SPDX-License-Identifier: MIT
# The program with one type of question more, "percent": a line in three lists and a row in the table of types. Nothing else of it
# is built again. doc/how-to-add.md says the same in words.
made_up_kind = tests/kinds/made-up
check_PROGRAMS += tests/kinds/tanu-percent
nodist_tests_kinds_tanu_percent_SOURCES = \
	$(made_up_kind)/kinds.c \
	$(made_up_kind)/words.c \
	$(made_up_kind)/fields.c
tests_kinds_tanu_percent_CPPFLAGS = -I$(made_up_kind) $(AM_CPPFLAGS)
tests_kinds_tanu_percent_LDADD = $(tanu_OBJECTS) $(tanu_LDADD)

$(made_up_kind)/pack/question.h: $(srcdir)/src/pack/question.h
	@$(MKDIR_P) $(made_up_kind)/pack
	$(AM_V_GEN)sed 's/^    Q_TEXT$$/    Q_TEXT,\n    Q_PERCENT/; s/Q_TYPES = Q_TEXT + 1/Q_TYPES = Q_PERCENT + 1/' \
		$(srcdir)/src/pack/question.h >$@.tmp && mv $@.tmp $@
$(made_up_kind)/kinds.c: $(srcdir)/src/pack/kinds.c $(srcdir)/tests/kinds/percent.row $(made_up_kind)/pack/question.h
	$(AM_V_GEN)sed '/^const struct kind kind_rows/r $(srcdir)/tests/kinds/percent.row' $(srcdir)/src/pack/kinds.c >$@.tmp && mv $@.tmp $@
$(made_up_kind)/words.c: $(srcdir)/src/pack/words.c $(made_up_kind)/pack/question.h
	$(AM_V_GEN)sed 's/^const char \*const words_question_type.*/&\n    [Q_PERCENT] = "percent",/' $(srcdir)/src/pack/words.c >$@.tmp && mv $@.tmp $@
$(made_up_kind)/fields.c: $(srcdir)/src/view/fields.c $(made_up_kind)/pack/question.h
	$(AM_V_GEN)sed 's/^static const char \*const forms.*/&\n    [Q_PERCENT] = N_("Please type a share from 0 to 100."),/' \
		$(srcdir)/src/view/fields.c >$@.tmp && mv $@.tmp $@
CLEANFILES += $(made_up_kind)/kinds.c $(made_up_kind)/words.c $(made_up_kind)/fields.c $(made_up_kind)/pack/question.h
TESTS += tests/kinds/percent.sh
