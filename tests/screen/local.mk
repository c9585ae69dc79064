# SPDX-License-Identifier: MIT
# Screen tests: the real program on a pseudo-terminal under libvterm (README.md here).
# A new script needs its name in screen_scripts, and a golden file made with GENERATE=1.
screen_programs = \
	tests/screen/screentest \
	tests/screen/counts \
	tests/screen/toy \
	tests/screen/toyline

screen_scripts = \
	tests/screen/selftest.sh \
	tests/screen/pictures.script \
	tests/screen/session-bachelor-china.script \
	tests/screen/session-doctorate-newzealand.script \
	tests/screen/session-hour.script \
	tests/screen/session-nurse.script \
	tests/screen/session-online-china.script \
	tests/screen/session-online-master.script \
	tests/screen/session-unknown.script \
	tests/screen/tanu-change.script \
	tests/screen/tanu-case.script \
	tests/screen/tanu-case-foreign.script \
	tests/screen/tanu-compare-lines.script \
	tests/screen/tanu-compare.script \
	tests/screen/tanu-costs.script \
	tests/screen/tanu-cover.script \
	tests/screen/tanu-desk.script \
	tests/screen/tanu-device.script \
	tests/screen/tanu-diplomas.script \
	tests/screen/tanu-doors.script \
	tests/screen/tanu-early.script \
	tests/screen/tanu-errors.script \
	tests/screen/tanu-first.script \
	tests/screen/tanu-groups.script \
	tests/screen/tanu-history.script \
	tests/screen/tanu-kiosk.script \
	tests/screen/tanu-kiosk-service.script \
	tests/screen/tanu-languages.script \
	tests/screen/tanu-letters.script \
	tests/screen/tanu-lines.script \
	tests/screen/tanu-mouse.script \
	tests/screen/tanu-moved.script \
	tests/screen/tanu-near.script \
	tests/screen/tanu-need.script \
	tests/screen/tanu-paste.script \
	tests/screen/tanu-phone.script \
	tests/screen/tanu-signals.script \
	tests/screen/tanu-summary.script \
	tests/screen/tanu-sizes.script \
	tests/screen/tanu-table.script \
	tests/screen/tanu-terminals.script \
	tests/screen/tanu-touch.script \
	tests/screen/tanu-trouble.script \
	tests/screen/tanu-wizard.script \
	tests/screen/tanu-words.script \
	tests/screen/toy-counts.script \
	tests/screen/toy-left.script \
	tests/screen/toy-linux.script \
	tests/screen/toy-list.script \
	tests/screen/toy-pipe.script \
	tests/screen/toy-private.script \
	tests/screen/toy-shell.script \
	tests/screen/toy-vt100.script \
	tests/screen/visit-bachelor-china-kk-ru.script \
	tests/screen/visit-bcom-newzealand.script \
	tests/screen/visit-counsellor.script \
	tests/screen/visit-doctor-india.script \
	tests/screen/visit-joint-malaysia.script \
	tests/screen/visit-refugee-kazakhstan.script \
	tests/screen/visit-unsure-japan.script \
	tests/screen/visit-specialist-russia.script \
	tests/screen/visit-bachelor-china.script

screen_vt_sources = \
	tests/screen/modes.c tests/screen/modes.h \
	tests/screen/proc.c tests/screen/proc.h \
	tests/screen/spawn.c tests/screen/spawn.h \
	tests/screen/vt-keys.c \
	tests/screen/vt-priv.h \
	tests/screen/vt-svg.c \
	tests/screen/vt-text.c \
	tests/screen/vt.c tests/screen/vt.h

tests_screen_screentest_SOURCES = \
	$(screen_vt_sources) \
	tests/screen/pipes.c tests/screen/pipes.h \
	tests/screen/play-do.c \
	tests/screen/play-priv.h \
	tests/screen/play-send.c \
	tests/screen/play-walk.c \
	tests/screen/play.c tests/screen/play.h \
	tests/screen/screentest.c \
	tests/screen/words.c tests/screen/words.h
tests_screen_screentest_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_screen_screentest_LDADD = $(VTERM_LIBS) $(NCURSESW_LIBS)

tests_screen_counts_SOURCES = $(screen_vt_sources) tests/screen/counts.c
tests_screen_counts_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_screen_counts_LDADD = $(VTERM_LIBS) $(NCURSESW_LIBS)

tests_screen_toy_SOURCES = tests/screen/toy.c
tests_screen_toy_LDADD = $(NCURSESW_LIBS)
tests_screen_toyline_SOURCES = tests/screen/toyline.c

TEST_EXTENSIONS += .script
SCRIPT_LOG_COMPILER = $(abs_top_builddir)/tests/screen/screentest

if HAVE_VTERM
check_PROGRAMS += $(screen_programs)
TESTS += $(screen_scripts)
if !SANITIZERS
TESTS += tests/screen/tanu-memory.script tests/screen/tanu-kiosk-console.script
endif
endif
