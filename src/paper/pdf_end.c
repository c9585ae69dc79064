// SPDX-License-Identifier: MIT
// What Cairo cannot write is appended as an incremental update (PDF 32000-1, 7.5.6): the catalogue
// once more, with /Lang and the wish that a reader shows the title. Cairo's own catalogue is found
// through its trailer; in another form the file is left as it is.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paper/pdf_parts.h"

// The last place of `what` in the bytes, NULL: none.
static const char *last(const char *from, size_t len, const char *what)
{
    size_t n = strlen(what);
    for (const char *at = from + len; at-- > from;)
        if ((size_t)(from + len - at) >= n && !memcmp(at, what, n))
            return at;
    return NULL;
}

// The number behind `name` in a dictionary that ends at `end`; -1: none.
static long number_of(const char *dictionary, const char *end, const char *name)
{
    const char *at = strstr(dictionary, name);
    return at && at < end ? strtol(at + strlen(name), NULL, 10) : -1;
}

void pdf_finish(struct text *pdf, size_t from, const char *lang)
{
    const char *bytes = text_str(pdf) + from;
    size_t len = pdf->len - from;
    const char *trailer = last(bytes, len, "trailer"), *start = last(bytes, len, "startxref");
    if (!trailer || !start || start < trailer || strlen(lang) > 20)
        return;
    long root = number_of(trailer, start, "/Root "), size = number_of(trailer, start, "/Size "),
         info = number_of(trailer, start, "/Info "),
         before = strtol(start + strlen("startxref"), NULL, 10);
    char head[32];
    snprintf(head, sizeof head, "\n%ld 0 obj\n", root);
    const char *object = last(bytes, len, head);
    const char *open = object ? strstr(object, "<<") : NULL,
               *close = open ? strstr(open, "\nendobj") : NULL;
    if (root < 0 || size < 0 || info < 0 || before <= 0 || !close || close - open > 4000)
        return;
    struct text more = TEXT_INIT;
    size_t inside = (size_t)(close - open);
    while (inside > 4 && memcmp(open + inside - 2, ">>", 2) != 0)
        inside--;
    text_printf(&more, "%ld 0 obj\n", root);
    text_bytes(&more, open, inside - 2);
    text_printf(&more,
                "\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                lang);
    size_t table = len + more.len;
    text_printf(&more, "xref\n%ld 1\n%010zu 00000 n \n", root, len);
    text_printf(&more, "trailer\n<< /Size %ld /Root %ld 0 R /Info %ld 0 R /Prev %ld >>\n", size,
                root, info, before);
    text_printf(&more, "startxref\n%zu\n%%%%EOF\n", table);
    text_bytes(pdf, text_str(&more), more.len);
    text_release(&more);
}
