# SPDX-License-Identifier: MIT
# Measurements, not tests: `make bench` (or ./bootstrap bench) runs bench.sh. `make check` builds the
# programs, so that they keep up with the rest.
# Timings are asserted nowhere; what does not depend on the machine is counted in tests/alloc and
# tests/screen.
bench_programs = bench/makelines bench/pty bench/reemit bench/run
check_PROGRAMS += $(bench_programs)
bench_makelines_SOURCES = bench/makelines.c
bench_makelines_LDADD = $(PAPER_LIBS)
bench_pty_SOURCES = bench/pty.c
bench_pty_LDADD = -lutil
bench_reemit_SOURCES = bench/peers/reemit.c
bench_run_SOURCES = bench/run.c

bench: all-am $(bench_programs)
	@$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/bench/bench.sh
