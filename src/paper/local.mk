# SPDX-License-Identifier: MIT
# Floor src/paper. May include: everything up to wizard.
noinst_LIBRARIES += src/paper/libpaper.a
src_paper_libpaper_a_SOURCES = \
	src/paper/cells.c \
	src/paper/chart.c \
	src/paper/flow.c \
	src/paper/format.c \
	src/paper/html.c \
	src/paper/ics.c \
	src/paper/paint.c \
	src/paper/plain.c \
	src/paper/table.c

# Optional parts stand in files of their own; configure chooses.
if HAVE_PDF
src_paper_libpaper_a_SOURCES += src/paper/pdf.c src/paper/pdf_draw.c src/paper/pdf_end.c
else
src_paper_libpaper_a_SOURCES += src/paper/pdf_none.c
endif
EXTRA_DIST += src/paper/pdf.c src/paper/pdf_draw.c src/paper/pdf_end.c src/paper/pdf_none.c
src_paper_libpaper_a_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS)
