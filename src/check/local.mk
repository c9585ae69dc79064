# Floor src/check. May include: base, pack, engine.
# A new source file: add its .c below (headers need no entry), create the file first.
# A unit test:       add it in tests/unit/local.mk.
noinst_LIBRARIES += src/check/libcheck.a
src_check_libcheck_a_SOURCES = \
	src/check/placeholder.c
