// SPDX-License-Identifier: MIT
// What the two halves of the PDF writer share; nobody else includes this.
//   pdf.c      from blocks to rows of set text        pdf_draw.c  from rows to pages
//   pdf_end.c  what Cairo cannot write: the language of the document, its title in the window's
//   title line
#ifndef TANU_PAPER_PDF_PARTS_H
#define TANU_PAPER_PDF_PARTS_H

#include <pango/pangocairo.h>
#include "paper/pdf.h"

enum { PDF_MOST_CELLS = 8 }; // of a row: columns of a table, or the same block in two languages

// One text of a row. Lines are drawn one after another, over the end of a page if need be.
struct pdf_cell {
    PangoLayout *layout;
    double x;
    const char *tag; // "P", "H1", "LBody", "TD"
    const char *url; // what the whole cell leads to, or NULL
};

// What stands side by side: one cell, or several that begin at the same height.
struct pdf_row {
    struct pdf_cell cells[PDF_MOST_CELLS];
    int n_cells;
    double before;    // room above, not at the top of a page
    bool sheet;       // begins a new page
    bool keep;        // not the last thing on a page: a heading
    const char *open; // element to open before it ("L", "Table"), or NULL; closed behind the last
                      // row that asks for the same
    const char *row;  // element around the cells ("LI", "TR"), or NULL
    bool frame;       // of a table: a line below
    const struct page_chart *chart; // drawn instead of cells, or NULL
};

struct pdf_rows {
    struct pdf_row *rows;
    int n, room;
};

struct pdf_sheet { // in points
    double width, height, margin, foot;
};

// How many pages the rows take.
int pdf_count(cairo_t *cr, const struct pdf_rows *rows, const struct pdf_sheet *sheet);

// Draws all rows and numbers the pages.
void pdf_draw(cairo_t *cr, const struct pdf_rows *rows, const struct pdf_sheet *sheet);

// Appends to a PDF made by Cairo: /Lang and the title instead of the file's name. One that is not
// in the form known stays as it is.
void pdf_finish(struct text *pdf, size_t from, const char *lang);

#endif
