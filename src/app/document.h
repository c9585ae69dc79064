// SPDX-License-Identifier: MIT
// For the commands that write a document (report, form, letter): its format, its languages, and
// where it goes. They have flags named format, output, force and paper.
#ifndef TANU_APP_DOCUMENT_H
#define TANU_APP_DOCUMENT_H

#include "app/command.h"
#include "paper/format.h"
#include "view/letterhead.h"

struct document {
    const struct call *call;
    const struct format *format;
    char first[16];     // of the languages
    const char *second; // NULL: one language
    bool letter;        // US paper
};

// Reads --format (one of those for people only, if so wanted), --paper and --lang; call->language
// is then the first language. 0, or an exit status after saying why.
int document_begin(struct document *d, struct call *call, bool for_people);

// Is it written to a terminal? Files are UTF-8, whatever the terminal can show.
bool document_to_terminal(const struct document *d);

// The letterhead of --letterhead, else that of the settings, into the arena; NULL: none. 0, or an
// exit status after saying what is wrong with it, or that the format has no place for it.
int document_letterhead(const struct document *d, struct arena *arena,
                        const struct letterhead **letterhead);

// The page in the first language and, if there is one, in the second, as report->pages. What builds
// one writes in the language of the moment.
typedef const struct page *document_builder(void *context);
int document_pages(const struct document *d, struct i18n *i18n, document_builder *build,
                   void *context, struct report *report);
// The same for one or two languages by their codes: `second` NULL, or the one to stand beside that
// of the moment. 0, or -1: it cannot be shown.
int document_two(struct i18n *i18n, const char *second, document_builder *build, void *context,
                 struct report *report);

// Writes the report in the document's format to where it belongs. Returns an exit status.
int document_write(const struct document *d, const struct i18n *i18n, const struct report *report);

#endif
