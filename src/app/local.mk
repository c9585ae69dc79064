# Floor src/app: the program. May include everything.
# A new source file: add its .c below (headers need no entry), create the file first.
bin_PROGRAMS += tanu
tanu_SOURCES = \
	src/app/main.c
tanu_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)
tanu_LDADD = src/check/libcheck.a $(FRONT_LIBS)
