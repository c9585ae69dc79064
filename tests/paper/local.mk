# SPDX-License-Identifier: MIT
# Real readers of what is taken away, for tests/report.sh.
if HAVE_LIBICAL
check_PROGRAMS += tests/paper/ics-read
tests_paper_ics_read_SOURCES = tests/paper/ics-read.c
tests_paper_ics_read_CPPFLAGS = $(AM_CPPFLAGS) $(LIBICAL_CFLAGS)
tests_paper_ics_read_LDADD = $(LIBICAL_LIBS)
endif
