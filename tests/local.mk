# SPDX-License-Identifier: MIT
# Tests: `make check` runs everything in TESTS, plain exit codes (0 passed, 77 skipped).
# Programs: check_PROGRAMS. Scripts: executable .sh files named in TESTS. Data files need no
# entry: the whole tests/ folder is distributed. Every test finds
#   TANU_SRC    the source tree (absolute; read only)
#   TANU_BUILD  the build tree  (absolute; the program is $TANU_BUILD/tanu)
# in its environment and runs in the top of the build tree. Use mktemp for files.
AM_TESTS_ENVIRONMENT = \
	TANU_SRC='$(abs_top_srcdir)'; export TANU_SRC; \
	TANU_BUILD='$(abs_top_builddir)'; export TANU_BUILD; \
	CC='$(CC)'; export CC; \
	LC_ALL=C.UTF-8; export LC_ALL; \
	LSAN_OPTIONS='suppressions=$(abs_top_srcdir)/tests/lsan.supp:print_suppressions=0'; export LSAN_OPTIONS; \
	unset LANGUAGE TANU_PACK NO_COLOR ACCESSIBLE;
TEST_EXTENSIONS = .sh
# Scripts may be checked out without the x bit, and a test may want sh explicitly.
SH_LOG_COMPILER = $(SHELL)
LOG_COMPILER = $(SHELL) $(abs_top_srcdir)/tests/unit/ended.sh

# What takes longest comes first, so that no processor waits for it at the end: more than some ten seconds of one (or, the kiosk's, of a
# clock). What their programs are made of stands in their folders.
TESTS += tests/equality/equality
if HAVE_VTERM
if !SANITIZERS
TESTS += tests/kiosk/escape.sh
endif
endif
TESTS += \
	tests/lint.sh \
	tests/check/deletions.sh \
	tests/check/shipped.sh \
	tests/harmless.sh
if HAVE_CMOCKA
TESTS += $(slow_unit_programs)
endif
if HAVE_VTERM
if !SANITIZERS
TESTS += tests/kiosk/idle.sh
endif
endif
if !SANITIZERS
TESTS += \
	tests/faults/faults.sh \
	tests/alloc/failing.sh
endif
TESTS += \
	tests/check/draw.sh \
	tests/check/faults.sh \
	tests/bad-packs/bad-packs.sh \
	tests/assess.sh \
	tests/assume.sh \
	tests/budget.sh \
	tests/prepared.sh \
	tests/cluster.sh \
	tests/doors.sh \
	tests/completion.sh \
	tests/growth.sh \
	tests/floors.sh \
	tests/form.sh \
	tests/install.sh tests/installed.sh \
	tests/letter.sh \
	tests/letterhead.sh \
	tests/cases.sh \
	tests/sealed.sh \
	tests/sealed-screen.sh \
	tests/desk.sh \
	tests/catalogues.sh \
	tests/code.sh \
	tests/contract.sh \
	tests/exit-codes.sh \
	tests/explain.sh \
	tests/visit.sh \
	tests/text-answers.sh \
	tests/manual-words.sh \
	tests/manual.sh \
	tests/print.sh \
	tests/refused.sh \
	tests/report.sh \
	tests/several.sh \
	tests/summary.sh \
	tests/diplomas.sh \
	tests/states.sh \
	tests/worlds.sh

check_PROGRAMS += tests/nonblock
tests_nonblock_SOURCES = tests/nonblock.c

# What uses several threads, for a build with --enable-sanitizers=thread.
check-threads: all-am tests/unit/test-json-parts$(EXEEXT)
	tests/unit/test-json-parts
	$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/tests/assess.sh
	$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/tests/check/counted.sh
.PHONY: check-threads

include tests/unit/local.mk
include tests/equality/local.mk
include tests/alloc/local.mk
include tests/faults/local.mk
include tests/screen/local.mk
include tests/check/local.mk
include tests/fuzz/local.mk
include tests/kinds/local.mk
include tests/kiosk/local.mk
include tests/paper/local.mk
include tests/tongue/local.mk
include tests/world/local.mk
