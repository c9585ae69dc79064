# SPDX-License-Identifier: MIT
# Measurements, not tests: `make bench` (or ./bootstrap bench) builds these and runs bench.sh.
# Timings are asserted nowhere; what does not depend on the machine is counted in tests/alloc and
# tests/screen.
EXTRA_PROGRAMS = bench/makelines bench/pty bench/reemit bench/run
CLEANFILES += $(EXTRA_PROGRAMS)
bench_makelines_SOURCES = bench/makelines.c
bench_makelines_LDADD = $(PAPER_LIBS)
bench_pty_SOURCES = bench/pty.c
bench_pty_LDADD = -lutil
bench_reemit_SOURCES = bench/peers/reemit.c
bench_run_SOURCES = bench/run.c

bench: all-am $(EXTRA_PROGRAMS)
	@$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/bench/bench.sh
