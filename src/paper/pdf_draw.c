// SPDX-License-Identifier: MIT
// Rows of set text on numbered pages; see pdf_parts.h. Everything is placed twice with the same
// code: once to count the pages, once to draw.
#include <cairo-pdf.h>
#include <stdio.h>
#include <string.h>

#include "paper/pdf_parts.h"

struct pen {
    cairo_t *cr;
    const struct pdf_sheet *sheet;
    const char *open; // element around the rows, NULL: none
    double y;
    int page, pages;
    bool draw;
};

static double bottom(const struct pen *p)
{
    return p->sheet->height - p->sheet->margin - p->sheet->foot;
}

// Nothing stands on this page yet.
static bool fresh(const struct pen *p)
{
    return p->y == p->sheet->margin;
}

static void put_number(const struct pen *p)
{
    char words[32];
    PangoRectangle size;
    snprintf(words, sizeof words, "%d / %d", p->page, p->pages);
    PangoLayout *layout = pango_cairo_create_layout(p->cr);
    PangoFontDescription *font = pango_font_description_from_string("DejaVu Sans 8");
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, words, -1);
    pango_layout_get_extents(layout, NULL, &size);
    cairo_move_to(p->cr, (p->sheet->width - pango_units_to_double(size.width)) / 2,
                  p->sheet->height - p->sheet->margin);
    pango_cairo_show_layout(p->cr, layout);
    pango_font_description_free(font);
    g_object_unref(layout);
}

static void end_page(struct pen *p)
{
    if (p->draw) {
        put_number(p);
        cairo_show_page(p->cr);
    }
}

static void next_page(struct pen *p)
{
    end_page(p);
    p->page++;
    p->y = p->sheet->margin;
}

static void begin(struct pen *p, const char *tag, const char *attributes)
{
    if (p->draw && tag)
        cairo_tag_begin(p->cr, tag, attributes);
}

static void end(struct pen *p, const char *tag)
{
    if (p->draw && tag)
        cairo_tag_end(p->cr, tag);
}

// The element around neighbouring rows.
static void surround(struct pen *p, const char *wanted)
{
    if (p->open == wanted || (p->open && wanted && !strcmp(p->open, wanted)))
        return;
    if (p->open)
        end(p, p->open);
    if (wanted)
        begin(p, wanted, NULL);
    p->open = wanted;
}

static void begin_link(struct pen *p, const char *url)
{
    char attributes[2100] = "uri='";
    size_t len = strlen(attributes);
    for (const char *c = url; *c && len + 4 < sizeof attributes; c++) {
        if (*c == '\'' || *c == '\\')
            attributes[len++] = '\\';
        attributes[len++] = *c;
    }
    snprintf(attributes + len, sizeof attributes - len, "'");
    begin(p, CAIRO_TAG_LINK, attributes);
}

// Draws lines of the cell from line *next on, as far as they fit; moves *next. Returns the height
// used.
static double put_lines(struct pen *p, const struct pdf_cell *cell, int *next)
{
    int count = pango_layout_get_line_count(cell->layout);
    double used = 0;
    if (*next >= count)
        return 0;
    begin(p, cell->tag, NULL);
    if (cell->url)
        begin_link(p, cell->url);
    for (; *next < count; (*next)++) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(cell->layout, *next);
        PangoRectangle size;
        pango_layout_line_get_extents(line, NULL, &size);
        double high = pango_units_to_double(size.height) * 1.12;
        if (p->y + used + high > bottom(p) && !(fresh(p) && used == 0))
            break;
        if (p->draw) {
            cairo_move_to(p->cr, cell->x, p->y + used - pango_units_to_double(size.y));
            pango_cairo_show_layout_line(p->cr, line);
        }
        used += high;
    }
    if (cell->url)
        end(p, CAIRO_TAG_LINK);
    end(p, cell->tag);
    return used;
}

static void put_frame(const struct pen *p)
{
    if (!p->draw)
        return;
    cairo_set_line_width(p->cr, 0.4);
    cairo_move_to(p->cr, p->sheet->margin, p->y + 1);
    cairo_line_to(p->cr, p->sheet->width - p->sheet->margin, p->y + 1);
    cairo_stroke(p->cr);
}

// One bar a row of text high; never broken over a page.
enum { BAR = 12 };
static const double label = 22;

static void put_bar(const struct pen *p, const struct page_chart *chart, int i, double y)
{
    const struct page_bar *bar = &chart->bars[i];
    double left = p->sheet->margin + label, room = p->sheet->width - p->sheet->margin - left;
    double from = chart->days ? room * bar->from / chart->days : 0,
           wide = chart->days ? room * bar->days / chart->days : 0;
    char number[16];
    snprintf(number, sizeof number, "%d", bar->number);
    cairo_select_font_face(p->cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(p->cr, 8);
    cairo_move_to(p->cr, p->sheet->margin, y + 8);
    cairo_show_text(p->cr, number);
    cairo_rectangle(p->cr, left + from, y + 1, wide > 2 ? wide : 2, BAR - 4);
    cairo_set_line_width(p->cr, 0.6);
    if (bar->known)
        cairo_fill(p->cr);
    else
        cairo_stroke(p->cr);
}

static void put_chart(struct pen *p, const struct page_chart *chart)
{
    surround(p, NULL);
    if (!fresh(p) && p->y + chart->n * BAR > bottom(p))
        next_page(p);
    begin(p, "Figure", NULL);
    for (int i = 0; i < chart->n && p->draw; i++)
        put_bar(p, chart, i, p->y + i * BAR);
    end(p, "Figure");
    p->y += chart->n * BAR + 4;
}

static double row_height(const struct pdf_row *row)
{
    double high = 0;
    for (int c = 0; c < row->n_cells; c++) {
        PangoRectangle size;
        pango_layout_get_extents(row->cells[c].layout, NULL, &size);
        double h = pango_units_to_double(size.height) * 1.12;
        high = h > high ? h : high;
    }
    return high + row->before;
}

static void put_row(struct pen *p, const struct pdf_row *row)
{
    int next[PDF_MOST_CELLS] = {0};
    if (row->chart) {
        put_chart(p, row->chart);
        return;
    }
    surround(p, row->open);
    if (!fresh(p))
        p->y += row->before;
    for (bool left = true; left;) {
        double used = 0;
        left = false;
        begin(p, row->row, NULL);
        for (int c = 0; c < row->n_cells; c++) {
            double high = put_lines(p, &row->cells[c], &next[c]);
            used = high > used ? high : used;
            left |= next[c] < pango_layout_get_line_count(row->cells[c].layout);
        }
        end(p, row->row);
        p->y += used;
        if (left)
            next_page(p);
    }
    if (row->frame)
        put_frame(p);
}

static const double beginning =
    42; // of a text, three lines: so much stands below its heading at least

// A heading goes to the next page if what it heads does not begin on this one.
static double wanted_height(const struct pdf_rows *rows, int i)
{
    double high = row_height(&rows->rows[i]);
    while (rows->rows[i].keep && i + 1 < rows->n) {
        double next = row_height(&rows->rows[++i]);
        bool whole = rows->rows[i].keep || next < beginning;
        high += whole ? next : beginning;
    }
    return high;
}

static int place(cairo_t *cr, const struct pdf_rows *rows, const struct pdf_sheet *sheet, int pages)
{
    struct pen p = {
        .cr = cr, .sheet = sheet, .y = sheet->margin, .page = 1, .pages = pages, .draw = pages > 0};
    begin(&p, "Document", NULL);
    for (int i = 0; i < rows->n; i++) {
        double wanted = wanted_height(rows, i);
        bool apart = rows->rows[i].keep && p.y + wanted > bottom(&p) && wanted < bottom(&p) / 2;
        if (!fresh(&p) && (apart || rows->rows[i].sheet)) {
            surround(&p, NULL);
            next_page(&p);
        }
        put_row(&p, &rows->rows[i]);
    }
    surround(&p, NULL);
    end(&p, "Document");
    end_page(&p);
    return p.page;
}

int pdf_count(cairo_t *cr, const struct pdf_rows *rows, const struct pdf_sheet *sheet)
{
    return place(cr, rows, sheet, 0);
}

void pdf_draw(cairo_t *cr, const struct pdf_rows *rows, const struct pdf_sheet *sheet)
{
    place(cr, rows, sheet, pdf_count(cr, rows, sheet));
}
