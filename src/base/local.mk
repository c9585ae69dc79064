# SPDX-License-Identifier: MIT
# Floor src/base. May include: libc, libunistring.
# A new source file: add its .c below (headers need no entry), create the file first.
noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_SOURCES = \
	src/base/arena.c \
	src/base/console.c \
	src/base/date.c \
	src/base/diag.c \
	src/base/file.c \
	src/base/hash.c \
	src/base/html.c \
	src/base/io.c \
	src/base/jail_memory.c \
	src/base/notify.c \
	src/base/oom.c \
	src/base/qr_size.c \
	src/base/suggest.c \
	src/base/text.c \
	src/base/utf8.c \
	src/base/utf8_fold.c \
	src/base/utf8_slip.c \
	src/base/ustar.c \
	src/base/utf8_tidy.c \
	src/base/utf8_wrap.c \
	src/base/version.c

# Optional parts stand in files of their own; configure chooses.
if HAVE_SODIUM
src_base_libbase_a_SOURCES += src/base/minisign.c src/base/pin.c src/base/seal.c
else
src_base_libbase_a_SOURCES += src/base/minisign_none.c src/base/pin_none.c src/base/seal_none.c
endif
if HAVE_QRENCODE
src_base_libbase_a_SOURCES += src/base/qr.c
else
src_base_libbase_a_SOURCES += src/base/qr_none.c
endif
if HAVE_LANDLOCK
src_base_libbase_a_SOURCES += src/base/jail_files.c
else
src_base_libbase_a_SOURCES += src/base/jail_files_none.c
endif
if HAVE_SECCOMP
src_base_libbase_a_SOURCES += src/base/jail_calls.c
else
src_base_libbase_a_SOURCES += src/base/jail_calls_none.c
endif
EXTRA_DIST += src/base/jail_files.c src/base/jail_files_none.c src/base/jail_calls.c src/base/jail_calls_none.c
EXTRA_DIST += src/base/minisign.c src/base/minisign_none.c src/base/pin.c src/base/pin_none.c src/base/seal.c src/base/seal_none.c src/base/qr.c src/base/qr_none.c
src_base_libbase_a_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS) $(QRENCODE_CFLAGS)
