# SPDX-License-Identifier: MIT
# Floor src/paper. May include: everything up to wizard.
noinst_LIBRARIES += src/paper/libpaper.a
src_paper_libpaper_a_CPPFLAGS = $(AM_CPPFLAGS) -DTANU_MODULEDIR='"$(libdir)/tanu"'
src_paper_libpaper_a_SOURCES = \
	src/paper/cells.c \
	src/paper/chart.c \
	src/paper/flow.c \
	src/paper/format.c \
	src/paper/html.c \
	src/paper/ics.c \
	src/paper/paint.c \
	src/paper/paint_frame.c \
	src/paper/paint_lines.c \
	src/paper/paint_qr.c \
	src/paper/pdf_load.c \
	src/paper/plain.c \
	src/paper/qr.c \
	src/paper/table.c

# Optional parts stand in files of their own; configure chooses. PDF is a module (pdf_load.c). What
# it takes from the program is named, so that nothing else need be exported.
if HAVE_PDF
moduledir = $(libdir)/tanu
module_PROGRAMS = tanu-pdf.so
endif
tanu_pdf_so_SOURCES = src/paper/pdf.c src/paper/pdf_draw.c src/paper/pdf_end.c
tanu_pdf_so_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS) -fPIC
tanu_pdf_so_LDFLAGS = -shared -Wl,-z,relro -Wl,-z,now
tanu_pdf_so_LDADD = $(PDF_LIBS)
PDF_EXPORTS = \
	-Wl,--export-dynamic-symbol=date_format \
	-Wl,--export-dynamic-symbol=html_linkable \
	-Wl,--export-dynamic-symbol=text_* \
	-Wl,--export-dynamic-symbol=xrealloc
EXTRA_DIST += src/paper/pdf.c src/paper/pdf_draw.c src/paper/pdf_end.c
