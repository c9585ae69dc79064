# SPDX-License-Identifier: MIT
# The kiosk: on plain files and pipes, and somebody who tries everything on a terminal.
TESTS += \
	tests/kiosk/counts.sh \
	tests/kiosk/jail.sh \
	tests/kiosk/setup.sh \
	tests/kiosk/policy.sh

if HAVE_VTERM
if !SANITIZERS
check_PROGRAMS += tests/kiosk/escape tests/kiosk/idle tests/kiosk/several tests/kiosk/walker tests/kiosk/broken.so tests/kiosk/console.so
TESTS += tests/kiosk/several.sh tests/kiosk/walker.sh
endif
endif
tests_kiosk_escape_SOURCES = $(screen_vt_sources) tests/kiosk/look.c tests/kiosk/look.h tests/kiosk/escape.c
tests_kiosk_escape_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_kiosk_escape_LDADD = $(VTERM_LIBS) $(NCURSESW_LIBS)
tests_kiosk_idle_SOURCES = $(screen_vt_sources) tests/kiosk/look.c tests/kiosk/look.h tests/kiosk/idle.c
tests_kiosk_idle_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_kiosk_idle_LDADD = $(VTERM_LIBS) $(NCURSESW_LIBS)
tests_kiosk_several_SOURCES = $(screen_vt_sources) tests/kiosk/look.c tests/kiosk/look.h tests/kiosk/several.c
tests_kiosk_several_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_kiosk_several_LDADD = $(VTERM_LIBS) $(NCURSESW_LIBS)
tests_kiosk_walker_SOURCES = $(screen_vt_sources) \
	tests/kiosk/broken.h tests/kiosk/look.c tests/kiosk/look.h tests/kiosk/walker.c \
	tests/kiosk/walker.h tests/kiosk/walker_do.c
tests_kiosk_walker_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_kiosk_walker_LDADD = $(VTERM_LIBS) $(NCURSESW_LIBS)
tests_kiosk_console_so_SOURCES = tests/kiosk/console.c
tests_kiosk_console_so_CFLAGS = -std=c11 -D_GNU_SOURCE -O1 -fPIC
tests_kiosk_console_so_LDFLAGS = -shared
tests_kiosk_broken_so_SOURCES = tests/kiosk/broken.c tests/kiosk/broken.h
tests_kiosk_broken_so_CFLAGS = -std=c11 -D_GNU_SOURCE -O1 -fPIC
tests_kiosk_broken_so_LDFLAGS = -shared
