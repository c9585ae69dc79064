# SPDX-License-Identifier: MIT
# Tests of `tanu check`, `graph`, `book`, `pot` and of the guide for authors.
TESTS += \
	tests/check/authors.sh \
	tests/check/counted.sh \
	tests/check/deletions.sh \
	tests/check/deposit.sh \
	tests/check/draw.sh \
	tests/check/faults.sh \
	tests/check/papers.sh \
	tests/check/rests.sh \
	tests/check/shipped.sh \
	tests/check/whole.sh \
	tests/check/whose.sh

# `make check-fast`: all but the tests that run the program a hundred times; for builds that are slow themselves (sanitizers). What they
# run, the faults and the proof, is in the others too.
# Nor the one that counts system calls: the sanitizers make some of their own.
slow_tests = tests/growth.sh tests/lint.sh tests/check/deletions.sh tests/screen/tanu-costs.script
check-fast:
	@fast=; for test in $(TESTS); do \
	  case ' $(slow_tests) ' in *" $$test "*) ;; *) fast="$$fast $$test" ;; esac; \
	done; $(MAKE) $(AM_MAKEFLAGS) check-am TESTS="$$fast"
.PHONY: check-fast

# What a change needs while one works on it, in under 20 seconds: all but the slow proofs and whole walks.
quick:
	@$(MAKE) $(AM_MAKEFLAGS) check-fast slow_tests='$(slow_tests) tests/equality/equality tests/check/shipped.sh tests/screen/selftest.sh'
.PHONY: quick

# Every single rule, outcome, source and country taken out of the shipped pack: some minutes.
check-deletions: tanu$(EXEEXT)
	TANU_SRC='$(abs_top_srcdir)' TANU_BUILD='$(abs_top_builddir)' LC_ALL=C.UTF-8 \
		$(SHELL) $(srcdir)/tests/check/deletions.sh all
.PHONY: check-deletions
