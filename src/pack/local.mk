# Floor src/pack. May include: base, libyaml.
# A new source file: add its .c below (headers need no entry), create the file first.
# A unit test:       add it in tests/unit/local.mk.
noinst_LIBRARIES += src/pack/libpack.a
src_pack_libpack_a_SOURCES = \
	src/pack/placeholder.c
