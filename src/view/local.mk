# Floor src/view. May include: base, pack, engine, gettext, iso-codes.
# A new source file: add its .c below (headers need no entry), create the file first.
# A unit test:       add it in tests/unit/local.mk.
noinst_LIBRARIES += src/view/libview.a
src_view_libview_a_SOURCES = \
	src/view/placeholder.c
src_view_libview_a_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)
