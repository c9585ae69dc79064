# Tests of `tanu check`, `graph`, `book`, `pot` and of the guide for authors.
TESTS += \
	tests/check/authors.sh \
	tests/check/deletions.sh \
	tests/check/deposit.sh \
	tests/check/faults.sh \
	tests/check/papers.sh \
	tests/check/shipped.sh

# Every single rule, outcome, source and country taken out of the shipped pack: some minutes.
check-deletions: tanu$(EXEEXT)
	TANU_SRC='$(abs_top_srcdir)' TANU_BUILD='$(abs_top_builddir)' LC_ALL=C.UTF-8 \
		$(SHELL) $(srcdir)/tests/check/deletions.sh all
.PHONY: check-deletions
