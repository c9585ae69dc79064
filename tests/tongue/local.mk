# SPDX-License-Identifier: MIT
# The program with one language more, which is one row more: nothing else of it is built again.
check_PROGRAMS += tests/tongue/tanu-made-up
nodist_tests_tongue_tanu_made_up_SOURCES = tests/tongue/languages-made-up.c
tests_tongue_tanu_made_up_LDADD = $(tanu_OBJECTS) $(tanu_LDADD)
tests/tongue/languages-made-up.c: $(srcdir)/src/tongue/languages.c $(srcdir)/tests/tongue/made-up.row
	@$(MKDIR_P) tests/tongue
	$(AM_V_GEN)sed '/^static const struct language rows/r $(srcdir)/tests/tongue/made-up.row' \
		$(srcdir)/src/tongue/languages.c >$@.tmp && mv $@.tmp $@
CLEANFILES += tests/tongue/languages-made-up.c
TESTS += tests/tongue/help.sh tests/tongue/language.sh tests/tongue/own-words.sh tests/tongue/terminals.sh
