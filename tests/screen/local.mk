# Screen tests: the real program on a pseudo-terminal under libvterm. Programs go into
# screen_programs with $(VTERM_LIBS) in their _LDADD; scripts into screen_scripts.
screen_programs =
screen_scripts =

if HAVE_VTERM
check_PROGRAMS += $(screen_programs)
TESTS += $(screen_scripts)
endif
