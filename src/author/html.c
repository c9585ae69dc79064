// SPDX-License-Identifier: MIT
// Escaping and the small parts of the book; see book.h.
#include <string.h>

#include "author/book.h"
#include "base/html.h"
#include "pack/expr_write.h"

void html_add(struct book *b, const char *html)
{
    text_add(b->out, html);
}

void html_text(struct book *b, const char *s)
{
    html_escape(b->out, s);
}

static void attribute(struct book *b, const char *kind, const char *id)
{
    text_printf(b->out, "%s-", kind);
    html_text(b, id);
}

void html_chapter(struct book *b, const char *anchor, const char *title)
{
    text_printf(b->out, "<h2 id=\"%s\">%s</h2>\n", anchor, title);
}

void html_entry(struct book *b, const char *kind, const char *id, struct pack_place place)
{
    html_add(b, "<section><h4 id=\"");
    attribute(b, kind, id);
    html_add(b, "\"><code>");
    html_text(b, id);
    html_add(b, "</code> <small>");
    html_text(b, place.file ? b->pack->files[place.file] : "");
    text_printf(b->out, ":%u</small></h4>\n", place.line);
}

void html_open_list(struct book *b)
{
    html_add(b, "<dl>\n");
}

void html_close_list(struct book *b)
{
    html_add(b, "</dl></section>\n");
}

void html_row(struct book *b, const char *name, const char *value)
{
    if (!value || !*value)
        return;
    text_printf(b->out, "<dt>%s</dt><dd>", name);
    html_text(b, value);
    html_add(b, "</dd>\n");
}

void html_code(struct book *b, const char *name, const char *text)
{
    text_printf(b->out, "<dt>%s</dt><dd><code>", name);
    html_text(b, text);
    html_add(b, "</code></dd>\n");
}

void html_expr(struct book *b, const struct expr *e)
{
    struct text t = TEXT_INIT;
    expr_write(&t, b->pack, e);
    html_text(b, text_str(&t));
    text_release(&t);
}

void html_condition(struct book *b, const char *name, const struct expr *e)
{
    if (!e)
        return;
    text_printf(b->out, "<dt>%s</dt><dd><code>", name);
    html_expr(b, e);
    html_add(b, "</code></dd>\n");
}

void html_link(struct book *b, const char *kind, const char *id)
{
    html_add(b, "<a href=\"#");
    attribute(b, kind, id);
    html_add(b, "\">");
    html_text(b, id);
    html_add(b, "</a>");
}

const char *html_date(char out[DATE_TEXT], int32_t packed)
{
    int year = packed / 10000, month = packed / 100 % 100, day = packed % 100;
    struct text t = TEXT_INIT;
    if (packed)
        text_printf(&t, "%04d", year);
    if (month)
        text_printf(&t, "-%02d", month);
    if (day)
        text_printf(&t, "-%02d", day);
    memcpy(out, text_str(&t), t.len < DATE_TEXT ? t.len + 1 : 1);
    text_release(&t);
    return out;
}

void html_evidence(struct book *b, const struct evidence *evidence)
{
    char day[DATE_TEXT];
    if (evidence->source == NONE) {
        html_add(b, "<dt>Evidence</dt><dd class=\"unknown\">none: not known</dd>\n");
        return;
    }
    text_printf(b->out, "<dt>Evidence</dt><dd><span class=\"%s\">%s</span>, as of %s, ",
                words_status[evidence->status], words_status[evidence->status],
                html_date(day, evidence->as_of));
    html_link(b, "source", b->pack->sources[evidence->source].id);
    html_add(b, "</dd>\n");
}

void html_cites(struct book *b, const struct int_list *cites)
{
    if (!cites->count)
        return;
    html_add(b, "<dt>Cites</dt><dd>");
    for (int32_t i = 0; i < cites->count; i++) {
        html_add(b, i ? ", " : "");
        html_link(b, "source", b->pack->sources[cites->items[i]].id);
    }
    html_add(b, "</dd>\n");
}
