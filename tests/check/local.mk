# SPDX-License-Identifier: MIT
# Tests of `tanu check`, `graph`, `book`, `pot` and of the guide for authors.
TESTS += \
	tests/check/authors.sh \
	tests/check/counted.sh \
	tests/check/deposit.sh \
	tests/check/no-application.sh \
	tests/check/papers.sh \
	tests/check/rests.sh \
	tests/check/whole.sh \
	tests/check/whose.sh

# `make check-fast`: all but the tests that run the program a hundred times; for builds that are slow themselves (sanitizers). What they
# run, the faults and the proof, is in the others too.
# Nor the one that counts system calls: the sanitizers make some of their own. Nor the proof of the shipped pack, twice: with sanitizers
# the same code proves the small packs of the other tests, and reads the shipped one for the equality of the doors and the amount of text.
slow_tests = tests/growth.sh tests/lint.sh tests/check/deletions.sh tests/check/shipped.sh tests/screen/tanu-costs.script
# Ask the source or a script alone and run nothing that was built: another build has nothing to add.
source_tests = tests/catalogues.sh tests/check/draw.sh
fast_tests = fast=; for test in $(TESTS); do \
	  case ' $(slow_tests) $(source_tests) ' in *" $$test "*) ;; *) fast="$$fast $$test" ;; esac; \
	done
check-fast:
	@$(fast_tests); $(MAKE) $(AM_MAKEFLAGS) check-am TESTS="$$fast"
.PHONY: check-fast

# Whole walks: through every answer, every case, every failing call, every minute of a kiosk. They say the same of the same program again.
whole_walks = tests/equality/equality tests/faults/faults.sh tests/alloc/failing.sh tests/harmless.sh tests/unit/engine_properties \
	tests/unit/test-amount tests/kiosk/escape.sh tests/kiosk/idle.sh tests/screen/selftest.sh

# What the change at hand needs while one works on it (tests/quick.sh), and of that no slow proof and no whole walk.
quick: all-am
	@$(MAKE) $(AM_MAKEFLAGS) check-am \
		TESTS="$$(TANU_SRC='$(abs_top_srcdir)' SLOW='$(slow_tests) $(whole_walks)' $(SHELL) $(srcdir)/tests/quick.sh $(TESTS))"
.PHONY: quick

# The tarball configures, builds, installs and is whole: what was forgotten shows without the proofs and walks, which `make check` has run on
# the same sources.
distcheck-fast:
	@$(MAKE) $(AM_MAKEFLAGS) distcheck-these slow_tests='$(slow_tests) $(whole_walks)'
distcheck-these:
	@$(fast_tests); $(MAKE) distcheck AM_MAKEFLAGS="TESTS='$$fast'"
.PHONY: distcheck-fast distcheck-these

# Every single rule, outcome, source and country taken out of the shipped pack: some minutes.
check-deletions: tanu$(EXEEXT)
	TANU_SRC='$(abs_top_srcdir)' TANU_BUILD='$(abs_top_builddir)' LC_ALL=C.UTF-8 \
		$(SHELL) $(srcdir)/tests/check/deletions.sh all
.PHONY: check-deletions
