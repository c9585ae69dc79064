// SPDX-License-Identifier: MIT
// Bars; see chart.h.
#include "paper/chart.h"

#include "base/html.h"
#include "paper/measure.h"

// Where day `day` of the chart lies on a line of `room` places, rounded down.
static int place_of(const struct page_chart *chart, int day, int room)
{
    return chart->days > 0 ? (int)((long)day * room / chart->days) : 0;
}

void chart_row(struct text *out, const struct page_chart *chart, int row, int width, bool ascii)
{
    const struct page_bar *bar = &chart->bars[row];
    int room = measure_most(1, width - CHART_LABEL);
    int from = measure_least(place_of(chart, bar->from, room), room - 1);
    int end = place_of(chart, bar->from + bar->days, room);
    int to = measure_most(end, from + 1); // a day is seen, however long the rest is
    text_printf(out, "%*d ", CHART_LABEL - 1, bar->number);
    text_repeat(out, ' ', (size_t)from);
    for (int i = from; i < to; i++)
        text_add(out, ascii ? bar->known ? "#" : "." : bar->known ? "█" : "░");
}

void chart_svg(struct text *out, const struct page_chart *chart)
{
    enum { ROW = 20, LEFT = 36, WIDE = 600 };
    text_printf(out, "<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"100%%\" aria-label=\"",
                LEFT + WIDE, chart->n * ROW + 4);
    html_escape(out, chart->title);
    text_add(out, "\">\n");
    for (int i = 0; i < chart->n; i++) {
        const struct page_bar *bar = &chart->bars[i];
        int from = place_of(chart, bar->from, WIDE),
            wide = place_of(chart, bar->from + bar->days, WIDE) - from;
        text_printf(out,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" font-size=\"13\" "
                    "fill=\"currentColor\">%d</text>",
                    LEFT - 8, i * ROW + 15, bar->number);
        text_printf(
            out,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"12\" stroke=\"currentColor\" %s/>\n",
            LEFT + from, i * ROW + 5, measure_most(wide, 3),
            bar->known ? "fill=\"currentColor\"" : "fill=\"none\" stroke-dasharray=\"3 2\"");
    }
    text_add(out, "</svg>\n");
}
