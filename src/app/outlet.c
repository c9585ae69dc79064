// SPDX-License-Identifier: MIT
#include "app/outlet.h"

#include <string.h>

#include "app/document.h"
#include "app/print.h"
#include "case/pocket.h"
#include "paper/format.h"
#include "paper/ics.h"
#include "view/letter.h"

enum { OUTLET_WIDTH = 72 };

// What goes on paper says the code too, where there is one.
static struct ground with_code(const struct ground *g)
{
    struct ground coded = *g;
    struct diplomas *d = g->diplomas ? ARENA_NEW(g->arena, struct diplomas) : NULL;
    if (d) {
        *d = *g->diplomas;
        pocket_codes(g, d->codes);
        coded.diplomas = d;
        return coded;
    }
    coded.code = pocket_code(g);
    return coded;
}

typedef struct page *page_builder(const struct ground *g);

struct sheet {
    const struct ground *g;
    page_builder *build;
    const struct taking *taking; // a letter or a summary in the place of what that builds
};

static const struct page *build_sheet(void *context)
{
    const struct sheet *sheet = context;
    const struct taking *t = sheet->taking;
    return t->letter    ? page_letter(sheet->g, t->letter)
           : t->summary ? page_summary(sheet->g, t->summary)
                        : sheet->build(sheet->g);
}

static int write_row(const struct outlet *outlet, const struct format *row, const struct taking *t,
                     page_builder *build, struct text *out, const char **why)
{
    const struct program_outlet *o = (const struct program_outlet *)outlet;
    struct ground coded = with_code(t->g);
    coded.letterhead = t->letter || t->summary ? o->letterhead : NULL;
    if (coded.letterhead && !format_holds(row, coded.letterhead)) {
        *why = format_no_letterhead;
        return -1;
    }
    struct sheet sheet = {&coded, build, t};
    struct report report = {.ground = &coded,
                            .width = OUTLET_WIDTH,
                            .start = coded.start,
                            .deadline = coded.deadline,
                            .name = "",
                            .head = ""};
    if (row->flags & FORMAT_PAGES &&
        document_two(t->i18n, t->second, build_sheet, &sheet, &report)) {
        *why = N_("This language cannot be shown here.");
        return -1;
    }
    return row->write(out, &report, why);
}

static int write_format(const struct outlet *outlet, const struct taking *t, int format,
                        struct text *out, const char **why)
{
    return write_row(outlet, format_named(outlet->formats[format].name), t, page_report, out, why);
}

static bool next_step(const struct ground *g, struct text *out)
{
    return ics_next_step(out, g, g->start, g->deadline, "");
}

static int print_bytes(const struct outlet *outlet, const struct text *out, const char **why)
{
    const struct program_outlet *o = (const struct program_outlet *)outlet;
    enum print_result result =
        o->helper ? print_helper_print(o->helper, text_str(out), out->len)
                  : print_document(outlet->queue, text_str(out), out->len, PRINT_PATIENCE);
    *why = print_words(result);
    return result == PRINT_GOOD ? 0 : -1;
}

// The short form, one sheet: as PDF where this program can make it, else as text. A kiosk that is
// shut in starts no threads, and what a PDF is made of would stay in its memory.
static int print_short(const struct outlet *outlet, const struct taking *t, const char **why)
{
    const struct program_outlet *o = (const struct program_outlet *)outlet;
    struct text out = TEXT_INIT;
    int status = o->helper ? -1 : write_row(outlet, format_named("pdf"), t, page_short, &out, why);
    if (status)
        status = write_row(outlet, format_named("text"), t, page_short, &out, why);
    if (!status)
        status = print_bytes(outlet, &out, why);
    text_release(&out);
    return status;
}

void outlet_open(struct program_outlet *o, const char *queue, struct print_helper *helper)
{
    size_t count;
    const struct format *rows = format_rows(&count);
    *o = (struct program_outlet){.outlet = {.write = write_format, .calendar = next_step},
                                 .helper = helper};
    for (size_t i = 0; i < count && o->outlet.n_formats < OUTLET_FORMATS; i++)
        o->formats[o->outlet.n_formats++] = (struct outlet_format){
            rows[i].name, rows[i].ending, rows[i].label, rows[i].flags & FORMAT_PAPER};
    o->outlet.formats = o->formats;
    if (queue) {
        o->outlet.queue = queue;
        o->outlet.print = print_short;
    }
}
