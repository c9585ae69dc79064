// SPDX-License-Identifier: MIT
#include "app/outlet.h"

#include "paper/format.h"

enum { OUTLET_WIDTH = 72 };

static int write_format(const struct outlet *outlet, const struct ground *g, int format,
                        struct text *out, const char **why)
{
    const struct format *row = format_named(outlet->formats[format].name);
    struct report report = {.ground = g, .width = OUTLET_WIDTH, .name = "", .head = ""};
    if (row->flags & FORMAT_PAGES)
        report.pages[report.n_pages++] = page_report(g);
    return row->write(out, &report, why);
}

void outlet_open(struct program_outlet *o)
{
    size_t count;
    const struct format *rows = format_rows(&count);
    *o = (struct program_outlet){.outlet = {.write = write_format}};
    for (size_t i = 0; i < count && o->outlet.n_formats < OUTLET_FORMATS; i++)
        o->formats[o->outlet.n_formats++] =
            (struct outlet_format){rows[i].name, rows[i].ending, rows[i].label};
    o->outlet.formats = o->formats;
}
