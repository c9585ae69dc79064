# SPDX-License-Identifier: MIT
# Floor src/app: the program. May include everything.
# A new source file: add its .c below (headers need no entry), create the file first.
bin_PROGRAMS += tanu
tanu_SOURCES = \
	src/app/cases_count.c \
	src/app/cases_decide.c \
	src/app/cases_files.c \
	src/app/cases_notice.c \
	src/app/cases_seal.c \
	src/app/cases_summary.c \
	src/app/cmd_assess.c \
	src/app/cmd_book.c \
	src/app/cmd_cases.c \
	src/app/cmd_check.c \
	src/app/cmd_explain.c \
	src/app/cmd_code.c \
	src/app/cmd_form.c \
	src/app/cmd_graph.c \
	src/app/cmd_compare.c \
	src/app/cmd_kiosk_status.c \
	src/app/cmd_letter.c \
	src/app/cmd_pack.c \
	src/app/cmd_pot.c \
	src/app/cmd_report.c \
	src/app/cmd_stats.c \
	src/app/cmd_wizard.c \
	src/app/command.c \
	src/app/cover.c \
	src/app/desk_list.c \
	src/app/document.c \
	src/app/doors.c \
	src/app/help.c \
	src/app/input.c \
	src/app/install.c \
	src/app/kiosk.c \
	src/app/main.c \
	src/app/one_case.c \
	src/app/open.c \
	src/app/outlet.c \
	src/app/own_file.c \
	src/app/passphrase.c \
	src/app/places.c \
	src/app/policy.c \
	src/app/print.c \
	src/app/print_helper.c \
	src/app/settings.c \
	src/app/tries.c \
	src/app/visits.c
tanu_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)
tanu_LDFLAGS = $(AM_LDFLAGS) $(PDF_EXPORTS)
tanu_LDADD = src/check/libcheck.a src/author/libauthor.a $(FRONT_LIBS)

# Tells an uninstalled program where its source is; see places.c.
all-local: tanu.tree
tanu.tree: Makefile
	@echo '$(abs_top_srcdir)' >$@
CLEANFILES += tanu.tree

# The shipped pack as it stands after checking (pack/read/prepared.h), made by the program itself,
# which leaves a file that still fits.
if !CROSS
prepareddir = $(libdir)/tanu
nodist_prepared_DATA = tokyo.pack
endif
tokyo.pack: tanu$(EXEEXT) tanu.tree always
	@./tanu$(EXEEXT) pack prepare --pack $(srcdir)/questions/tokyo $@ || rm -f $@
always:
.PHONY: always
CLEANFILES += tokyo.pack

# Completion for the shell, made from --help (scripts/completion.sh).
bashcompletiondir = $(datadir)/bash-completion/completions
zshcompletiondir = $(datadir)/zsh/site-functions
nodist_bashcompletion_DATA = completion/tanu
nodist_zshcompletion_DATA = completion/_tanu
completion/tanu: tanu$(EXEEXT) $(srcdir)/scripts/completion.sh
	@$(MKDIR_P) completion
	$(AM_V_GEN)$(SHELL) $(srcdir)/scripts/completion.sh ./tanu$(EXEEXT) bash >$@.tmp && mv $@.tmp $@
completion/_tanu: tanu$(EXEEXT) $(srcdir)/scripts/completion.sh
	@$(MKDIR_P) completion
	$(AM_V_GEN)$(SHELL) $(srcdir)/scripts/completion.sh ./tanu$(EXEEXT) zsh >$@.tmp && mv $@.tmp $@
CLEANFILES += completion/tanu completion/_tanu
