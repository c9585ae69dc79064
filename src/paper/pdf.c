// SPDX-License-Identifier: MIT
// From the blocks of a page to rows of set text; see pdf.h.
#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/html.h"
#include "base/oom.h"
#include "paper/pdf_parts.h"
#include "tongue/i18n.h"

enum { SIZE = 10, SMALL = 8, STEP = 14, HANG = 10 };
static const double gutter = 18;
static const double scales[] = {1, 0.9, 0.8, 0.75}; // below, nobody reads SMALL

struct setter {
    PangoContext *context;
    struct pdf_rows rows;
    double scale;         // of letters
    double left, width;   // of the column that is being set
    bool two;             // columns, one a language
    int title;            // level of the last title, as in html.c
    int letters, unknown; // how many; and those that no font has
};

static struct pdf_row *add_row(struct pdf_rows *rows)
{
    if (rows->n == rows->room) {
        rows->room = rows->room ? rows->room * 2 : 64;
        rows->rows = xrealloc(rows->rows, (size_t)rows->room, sizeof *rows->rows);
    }
    rows->rows[rows->n] = (struct pdf_row){.n_cells = 0};
    return &rows->rows[rows->n++];
}

static PangoLayout *set_text(struct setter *s, const char *words, double width, int size, bool bold)
{
    PangoLayout *layout = pango_layout_new(s->context);
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, "DejaVu Sans");
    pango_font_description_set_size(font, (gint)(size * s->scale * PANGO_SCALE));
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, pango_units_from_double(width));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, words, -1);
    // No ligatures, and no hyphen where a long address is broken: who copies, types or searches the
    // text finds the letters that were written.
    PangoAttrList *list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_font_features_new("liga=0, clig=0"));
    pango_attr_list_insert(list, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
    s->letters += pango_layout_get_character_count(layout);
    s->unknown += pango_layout_get_unknown_glyphs_count(layout);
    return layout;
}

// The first `bytes` of the text are bold.
static void embolden(PangoLayout *layout, size_t bytes)
{
    PangoAttrList *list = pango_attr_list_copy(pango_layout_get_attributes(layout));
    PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
    bold->end_index = (guint)bytes;
    pango_attr_list_insert(list, bold);
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

static void add_cell(struct setter *s, struct pdf_row *row, const char *tag, const char *words,
                     double indent, int size, bool bold)
{
    struct pdf_cell *cell = &row->cells[row->n_cells++];
    *cell = (struct pdf_cell){.layout = set_text(s, words, s->width - indent, size, bold),
                              .x = s->left + indent,
                              .tag = tag};
}

static void set_heading(struct setter *s, struct pdf_row *row, const struct block *b)
{
    static const char *const tags[] = {"H1", "H2", "H3"};
    static const int alone[] = {16, 13, 11}, beside[] = {13, 12, 11};
    const int *sizes = s->two ? beside : alone;
    if (b->kind == BLOCK_TITLE)
        s->title = s->title ? 2 : 1;
    int level = b->kind == BLOCK_TITLE ? s->title : s->title + 1;
    row->before = level == 1 ? 16 : 12;
    row->keep = true;
    row->sheet = b->new_sheet;
    add_cell(s, row, tags[level - 1], b->text, 0, sizes[level - 1], true);
}

// "Key: text", with the mark that the key brings.
static void set_pair(struct setter *s, struct pdf_row *row, const struct block *b)
{
    struct text words = TEXT_INIT;
    size_t len = strlen(b->key);
    bool marked = len && strchr("?:.!", b->key[len - 1]);
    text_printf(&words, "%s%s%s", b->key, marked || !len ? " " : ": ", b->text);
    add_cell(s, row, "P", text_str(&words), b->indent * STEP, SIZE, false);
    embolden(row->cells[row->n_cells - 1].layout, len);
    text_release(&words);
}

static void set_marked(struct setter *s, struct pdf_row *row, const struct block *b,
                       const char *tag)
{
    struct text words = TEXT_INIT;
    text_printf(&words, "%s%s%s", b->marker, *b->marker ? " " : "", b->text);
    add_cell(s, row, tag, text_str(&words), b->indent * STEP, SIZE,
             b->style == STYLE_STRONG || b->kind == BLOCK_WARNING);
    text_release(&words);
}

static void set_choice(struct setter *s, struct pdf_row *row, const struct block *b)
{
    struct text words = TEXT_INIT;
    text_printf(&words, "%s %s", b->on ? "☒" : "☐", b->text);
    if (*b->detail)
        text_printf(&words, " (%s)", b->detail);
    add_cell(s, row, "LBody", text_str(&words), b->indent * STEP, SIZE, false);
    text_release(&words);
}

static void set_citation(struct setter *s, struct pdf_row *row, const struct block *b)
{
    struct text words = TEXT_INIT;
    text_printf(&words, "[%s]", b->text);
    add_cell(s, row, "P", text_str(&words), b->indent * STEP, SMALL, false);
    text_release(&words);
}

// The text of a block in the column; which elements stand around it.
static void set_block(struct setter *s, struct pdf_row *row, const struct block *b)
{
    row->before = row->before > 2 ? row->before : 2;
    switch (b->kind) {
    case BLOCK_TITLE:
    case BLOCK_HEADING:
        set_heading(s, row, b);
        break;
    case BLOCK_PARAGRAPH:
        row->before = 4;
        add_cell(s, row, "P", b->text, b->indent * STEP, b->style == STYLE_MUTED ? SMALL : SIZE,
                 b->style == STYLE_STRONG);
        break;
    case BLOCK_LINES:
        row->before = 8;
        add_cell(s, row, "P", b->text, 0, SIZE, false);
        break;
    case BLOCK_ITEM:
        row->open = "L", row->row = "LI";
        set_marked(s, row, b, "LBody");
        break;
    case BLOCK_CHOICE:
        row->open = "L", row->row = "LI";
        set_choice(s, row, b);
        break;
    case BLOCK_NOTE:
    case BLOCK_WARNING:
        row->before = 4;
        set_marked(s, row, b, "P");
        break;
    case BLOCK_PAIR:
        set_pair(s, row, b);
        break;
    case BLOCK_CITATION:
        set_citation(s, row, b);
        break;
    case BLOCK_CHART:
    case BLOCK_FIELD:
    case BLOCK_GAP:
    case BLOCK_TABLE:
        return;
    }
    if (row->row || *b->marker) // the marker hangs
        pango_layout_set_indent(row->cells[row->n_cells - 1].layout, -HANG * PANGO_SCALE);
    if (html_linkable(b->url))
        row->cells[row->n_cells - 1].url = b->url;
}

// More columns than fit side by side become groups of columns below one another, each with the
// first column again.
static void set_table(struct setter *s, const struct page_table *t)
{
    double left = s->left, width = s->width;
    int side = PDF_MOST_CELLS - 1 < 3 ? PDF_MOST_CELLS - 1 : 3;
    for (int from = 1; t && from < t->columns; from += side) {
        int n = t->columns - from < side ? t->columns - from : side;
        double room = (width - (double)n * 8) / (n + 1);
        for (int r = 0; r < t->rows; r++) {
            struct pdf_row *row = add_row(&s->rows);
            row->open = "Table", row->row = "TR", row->frame = true;
            row->before = 4;
            for (int c = 0; c <= n; c++) {
                const char *cell = t->cells[r * t->columns + (c ? from + c - 1 : 0)];
                s->left = left + c * (room + 8);
                s->width = room;
                add_cell(s, row, r == 0 || c == 0 ? "TH" : "TD", cell, 0, SMALL + 1,
                         r == 0 || c == 0);
            }
        }
    }
    s->left = left;
    s->width = width;
}

static void set_page(struct setter *s, const struct page *page)
{
    for (int i = 0; i < page->n_blocks; i++) {
        const struct block *b = &page->blocks[i];
        if (b->kind == BLOCK_TABLE)
            set_table(s, b->table);
        else if (b->kind == BLOCK_CHART)
            add_row(&s->rows)->chart = b->chart;
        else if (b->kind != BLOCK_FIELD && b->kind != BLOCK_GAP)
            set_block(s, add_row(&s->rows), b);
    }
}

static void speak(struct setter *s, const char *lang)
{
    pango_context_set_language(s->context, pango_language_from_string(lang));
}

static void set_two(struct setter *s, const struct page *const *pages)
{
    double left = s->left, whole = s->width, width = (whole - gutter) / 2;
    int title[2] = {0, 0};
    for (int i = 0; i < pages[0]->n_blocks && i < pages[1]->n_blocks; i++) {
        const struct block *b = &pages[0]->blocks[i];
        if (b->kind == BLOCK_CHART)
            add_row(&s->rows)->chart = b->chart; // the same in every language
        if (b->kind == BLOCK_TABLE)              // as wide as the sheet, one below the other
            for (int k = 0; k < 2; k++) {
                speak(s, pages[k]->lang);
                s->left = left;
                s->width = whole;
                set_table(s, pages[k]->blocks[i].table);
            }
        if (b->kind == BLOCK_LINES) { // the same in every language
            speak(s, pages[0]->lang);
            s->left = left;
            s->width = whole;
            set_block(s, add_row(&s->rows), b);
        }
        if (b->kind == BLOCK_FIELD || b->kind == BLOCK_GAP || b->kind == BLOCK_TABLE ||
            b->kind == BLOCK_CHART || b->kind == BLOCK_LINES)
            continue;
        struct pdf_row *row = add_row(&s->rows);
        for (int k = 0; k < 2; k++) {
            speak(s, pages[k]->lang);
            s->title = title[k];
            s->left = left + k * (width + gutter);
            s->width = width;
            set_block(s, row, &pages[k]->blocks[i]);
            title[k] = s->title;
        }
    }
    s->left = left;
}

static cairo_status_t append(void *out, const unsigned char *bytes, unsigned int len)
{
    text_bytes(out, (const char *)bytes, len);
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *open_surface(struct text *out, const struct pdf_sheet *sheet,
                                     const struct page *page, int32_t as_of)
{
    char day[DATE_TEXT], made[DATE_TEXT + 16];
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append, out, sheet->width, sheet->height);
    // 1.4: later versions may keep the catalogue in a compressed stream, where pdf_end.c does not
    // find it.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    snprintf(made, sizeof made, "%sT00:00:00Z", date_format(day, (date)as_of));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, page->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "tanu");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
    return surface;
}

static void release_rows(struct pdf_rows *rows)
{
    for (int i = 0; i < rows->n; i++)
        for (int c = 0; c < rows->rows[i].n_cells; c++)
            g_object_unref(rows->rows[i].cells[c].layout);
    free(rows->rows);
    *rows = (struct pdf_rows){NULL, 0, 0};
}

static void set_all(struct setter *s, const struct pdf_sheet *sheet,
                    const struct page *const *pages, double scale)
{
    release_rows(&s->rows);
    s->scale = scale;
    s->left = sheet->margin;
    s->width = sheet->width - 2 * sheet->margin;
    s->title = s->letters = s->unknown = 0;
    speak(s, pages[0]->lang);
    if (s->two)
        set_two(s, pages);
    else
        set_page(s, pages[0]);
}

// The short form is one sheet: it is set smaller, if it is on one then.
static void set_sheets(struct setter *s, cairo_t *cr, const struct pdf_sheet *sheet,
                       const struct page *const *pages)
{
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        set_all(s, sheet, pages, scales[i]);
        if (pages[0]->kind != PAGE_SHORT || pdf_count(cr, &s->rows, sheet) == 1)
            return;
    }
    set_all(s, sheet, pages, scales[0]);
}

int pdf_make(struct text *out, const struct page *const *pages, int n_pages, enum pdf_paper paper,
             int32_t as_of, const char **why)
{
    struct pdf_sheet sheet = {.width = 595.28, .height = 841.89, .margin = 48, .foot = 20};
    if (paper == PDF_LETTER)
        sheet.width = 612, sheet.height = 792;
    size_t from = out->len;
    cairo_surface_t *surface = open_surface(out, &sheet, pages[0], as_of);
    cairo_t *cr = cairo_create(surface);
    struct setter s = {.context = pango_cairo_create_context(cr), .two = n_pages > 1};
    set_sheets(&s, cr, &sheet, pages);
    // A few letters of a name are boxes; a language without letters is no document.
    bool unreadable = s.unknown > s.letters / 5;
    if (!unreadable)
        pdf_draw(cr, &s.rows, &sheet);
    release_rows(&s.rows);
    g_object_unref(s.context);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    bool good = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    *why = unreadable ? N_("No font here has all letters of this language (Debian: "
                           "fonts-dejavu-core, fonts-wqy-microhei); take HTML.")
           : good     ? NULL
                      : N_("The PDF could not be drawn; take HTML.");
    if (*why) {
        text_truncate(out, from);
        return -1;
    }
    pdf_finish(out, from, pages[0]->lang);
    return 0;
}
