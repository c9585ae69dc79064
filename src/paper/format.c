// SPDX-License-Identifier: MIT
// The table of formats; see format.h.
#include "paper/format.h"

#include <string.h>
#include "case/json.h"
#include "paper/html.h"
#include "paper/ics.h"
#include "paper/pdf.h"
#include "paper/plain.h"
#include "paper/qr.h"
#include "view/letterhead.h"

static int write_text(struct text *out, const struct report *r, const char **why)
{
    (void)why;
    if (r->n_pages > 1)
        plain_two(out, r->pages[0], r->pages[1], r->width);
    else
        plain_page(out, r->pages[0], r->width, 0);
    return 0;
}

static int write_html(struct text *out, const struct report *r, const char **why)
{
    (void)why;
    html_document(out, r->pages, r->n_pages);
    return 0;
}

static int write_pdf(struct text *out, const struct report *r, const char **why)
{
    return pdf_document(out, r->pages, r->n_pages, r->letter ? PDF_LETTER : PDF_A4,
                        r->ground->as_of, why);
}

static int write_ics(struct text *out, const struct report *r, const char **why)
{
    (void)why;
    ics_calendar(out, r->ground, r->start, r->deadline, r->name);
    return 0;
}

// A file is looked at on paper, or in a window of an ordinary size.
static int write_qr(struct text *out, const struct report *r, const char **why)
{
    enum { FILE_ROWS = 36, FILE_COLUMNS = 80 };
    bool terminal = r->rows > 0;
    enum qr_look look = terminal && !r->ground->i18n->utf8 ? QR_CELLS
                        : terminal && r->colour            ? QR_COLOUR
                                                           : QR_INK;
    return qr_document(out, r->ground, terminal ? r->rows - 2 : FILE_ROWS,
                       terminal ? r->columns : FILE_COLUMNS, look, why);
}

static int write_json(struct text *out, const struct report *r, const char **why)
{
    (void)why;
    if (r->ground->diplomas)
        json_diplomas(out, r->ground, r->head, strlen(r->head));
    else
        json_assessment(out, NULL, r->ground, r->head, strlen(r->head));
    text_char(out, '\n');
    return 0;
}

static const struct format formats[] = {
    {"text", "txt", N_("Plain text, for a line printer or an e-mail"), FORMAT_PAGES | FORMAT_PAPER,
     write_text},
    {"html", "html", N_("A page for the phone or the browser"),
     FORMAT_PAGES | FORMAT_PAPER | FORMAT_MARKUP, write_html},
    {"pdf", "pdf", N_("A document to print or to send"),
     FORMAT_PAGES | FORMAT_PAPER | FORMAT_BINARY, write_pdf},
    {"ics", "ics", N_("The steps for a calendar"), 0, write_ics},
    {"qr", "txt", N_("QR codes, for a phone without a network"), FORMAT_DRAWN, write_qr},
    {"json", "json", N_("Data for another program"), FORMAT_JSON, write_json},
};

const char format_no_letterhead[] =
    N_("This letterhead is HTML; for text and PDF give one in plain text.");

bool format_holds(const struct format *format, const struct letterhead *letterhead)
{
    return !letterhead->html || format->flags & FORMAT_MARKUP;
}

const struct format *format_rows(size_t *count)
{
    *count = sizeof formats / sizeof *formats;
    return formats;
}

const struct format *format_named(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (!strcmp(formats[i].name, name))
            return &formats[i];
    return NULL;
}
