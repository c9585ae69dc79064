# SPDX-License-Identifier: MIT
# The kiosk: on plain files and pipes, and somebody who tries everything on a terminal.
TESTS += \
	tests/kiosk/counts.sh \
	tests/kiosk/jail.sh \
	tests/kiosk/policy.sh

if HAVE_VTERM
if !SANITIZERS
check_PROGRAMS += tests/kiosk/walker
TESTS += tests/kiosk/walker.sh
endif
endif
tests_kiosk_walker_SOURCES = $(screen_vt_sources) tests/kiosk/walker.c
tests_kiosk_walker_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_kiosk_walker_LDADD = $(VTERM_LIBS) $(NCURSESW_LIBS)
