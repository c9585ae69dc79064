# SPDX-License-Identifier: MIT
# Fuzz targets: each file defines LLVMFuzzerTestOneInput(). Configured with --enable-fuzzing
# and CC=clang they are libFuzzer programs; otherwise they link a small main that replays files.
# `make check` gives each file of corpus/NAME to the target fuzz-NAME.
if FUZZING
fuzz_ldflags = -fsanitize=fuzzer
fuzz_main =
else
fuzz_ldflags =
fuzz_main = tests/fuzz/replay.c
endif

check_PROGRAMS += \
	tests/fuzz/fuzz-answers \
	tests/fuzz/fuzz-case \
	tests/fuzz/fuzz-code \
	tests/fuzz/fuzz-expr \
	tests/fuzz/fuzz-keys \
	tests/fuzz/fuzz-letterhead \
	tests/fuzz/fuzz-lines \
	tests/fuzz/fuzz-mo \
	tests/fuzz/fuzz-po \
	tests/fuzz/fuzz-sealed \
	tests/fuzz/fuzz-terminal \
	tests/fuzz/fuzz-writers \
	tests/fuzz/fuzz-yaml
tests_fuzz_fuzz_answers_SOURCES = tests/fuzz/fuzz_answers.c tests/fuzz/tiny.h $(fuzz_main)
tests_fuzz_fuzz_answers_LDADD = $(FRONT_LIBS)
tests_fuzz_fuzz_answers_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_case_SOURCES = tests/fuzz/fuzz_case.c tests/fuzz/tiny.h $(fuzz_main)
tests_fuzz_fuzz_case_LDADD = $(CASE_LIBS)
tests_fuzz_fuzz_case_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_sealed_SOURCES = tests/fuzz/fuzz_sealed.c $(fuzz_main)
tests_fuzz_fuzz_sealed_LDADD = $(CASE_LIBS)
tests_fuzz_fuzz_sealed_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_code_SOURCES = tests/fuzz/fuzz_code.c $(fuzz_main)
tests_fuzz_fuzz_code_LDADD = $(FRONT_LIBS)
tests_fuzz_fuzz_code_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_keys_SOURCES = tests/fuzz/fuzz_keys.c tests/fuzz/tiny.h $(fuzz_main)
tests_fuzz_fuzz_keys_LDADD = $(FRONT_LIBS)
tests_fuzz_fuzz_keys_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_letterhead_SOURCES = tests/fuzz/fuzz_letterhead.c tests/fuzz/tiny.h $(fuzz_main)
tests_fuzz_fuzz_letterhead_LDADD = $(FRONT_LIBS)
tests_fuzz_fuzz_letterhead_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_lines_SOURCES = tests/fuzz/fuzz_lines.c tests/fuzz/tiny.h $(fuzz_main)
tests_fuzz_fuzz_lines_LDADD = $(FRONT_LIBS)
tests_fuzz_fuzz_lines_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_mo_SOURCES = tests/fuzz/fuzz_mo.c $(fuzz_main)
tests_fuzz_fuzz_mo_LDADD = $(VIEW_LIBS)
tests_fuzz_fuzz_mo_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_expr_SOURCES = tests/fuzz/fuzz_expr.c $(fuzz_main)
tests_fuzz_fuzz_expr_LDADD = $(PACK_LIBS)
tests_fuzz_fuzz_expr_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_yaml_SOURCES = tests/fuzz/fuzz_pack.c $(fuzz_main)
tests_fuzz_fuzz_yaml_LDADD = $(PACK_LIBS)
tests_fuzz_fuzz_yaml_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_po_SOURCES = tests/fuzz/fuzz_po.c $(fuzz_main)
tests_fuzz_fuzz_po_LDADD = $(CHECK_LIBS)
tests_fuzz_fuzz_po_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)

tests_fuzz_fuzz_terminal_SOURCES = tests/fuzz/fuzz_terminal.c $(fuzz_main)
tests_fuzz_fuzz_terminal_LDADD = $(FRONT_LIBS)
tests_fuzz_fuzz_terminal_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
tests_fuzz_fuzz_writers_SOURCES = tests/fuzz/fuzz_writers.c $(fuzz_main)
tests_fuzz_fuzz_writers_LDADD = $(FRONT_LIBS)
tests_fuzz_fuzz_writers_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)

TESTS += tests/fuzz/replay.sh
