# Measurements, not tests: `make bench` (or ./bootstrap bench) runs every script in this
# folder with TANU_BUILD and TANU_SRC set.
bench: all
	@for script in $(srcdir)/tests/bench/*.sh; do \
		test -f "$$script" || continue; \
		$(AM_TESTS_ENVIRONMENT) $(SHELL) "$$script" || exit 1; \
	done
