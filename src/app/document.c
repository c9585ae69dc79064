// SPDX-License-Identifier: MIT
#include "app/document.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/settings.h"
#include "base/file.h"
#include "base/text.h"

// ---- what is wanted ----------------------------------------------------------------------------

// "text, html, pdf, ics, qr or json"
static void list_formats(struct text *out, bool for_people)
{
    size_t count, last = 0;
    const struct format *rows = format_rows(&count);
    for (size_t i = 0; i < count; i++)
        if (!for_people || rows[i].flags & FORMAT_PAPER)
            last = i;
    for (size_t i = 0; i <= last; i++)
        if (!for_people || rows[i].flags & FORMAT_PAPER)
            text_printf(out, "%s%s", !i ? "" : i == last ? _(" or ") : ", ", rows[i].name);
}

static bool read_format(struct document *d, bool for_people)
{
    const char *name = call_flag(d->call, "format");
    size_t count;
    d->format = name ? format_named(name) : format_rows(&count);
    if (d->format && (!for_people || d->format->flags & FORMAT_PAPER))
        return true;
    struct text names = TEXT_INIT;
    list_formats(&names, for_people);
    call_complain("--format takes %s, not '%s'.", text_str(&names), name);
    text_release(&names);
    return false;
}

static bool read_paper(struct document *d)
{
    const char *value = call_flag(d->call, "paper");
    d->letter = value && !strcmp(value, "letter");
    if (!value || d->letter || !strcmp(value, "a4"))
        return true;
    call_complain("--paper takes a4 or letter, not '%s'.", value);
    return false;
}

// --lang kk,en: the person's and the office's.
static void split_languages(struct document *d, struct call *call)
{
    const char *comma = call->language ? strchr(call->language, ',') : NULL;
    if (!comma)
        return;
    snprintf(d->first, sizeof d->first, "%.*s", (int)(comma - call->language), call->language);
    d->second = comma + 1 + strspn(comma + 1, " ");
    call->language = d->first;
}

int document_begin(struct document *d, struct call *call, bool for_people)
{
    *d = (struct document){.call = call};
    if (!read_format(d, for_people) || !read_paper(d))
        return EXIT_USAGE;
    split_languages(d, call);
    return 0;
}

// The second language first: what is written without pages is then in the first.
int document_two(struct i18n *i18n, const char *second, document_builder *build, void *context,
                 struct report *report)
{
    report->n_pages = second ? 2 : 1;
    if (second) {
        char code[16];
        snprintf(code, sizeof code, "%s", i18n->lang);
        if (i18n_switch(i18n, second))
            return -1;
        report->pages[1] = build(context);
        i18n_switch(i18n, code);
    }
    report->pages[0] = build(context);
    return 0;
}

int document_pages(const struct document *d, struct i18n *i18n, document_builder *build,
                   void *context, struct report *report)
{
    if (!document_two(i18n, d->second, build, context, report))
        return 0;
    call_complain("this pack has no texts in '%s'.", d->second);
    return EXIT_USAGE;
}

// ---- letterhead ---------------------------------------------------------------------------------

static int read_letterhead(const char *path, struct arena *arena,
                           const struct letterhead **letterhead, struct diags *diags)
{
    struct settings settings;
    struct letterhead *read = ARENA_NEW(arena, struct letterhead);
    if (path ? settings_letterhead(path, read, arena, diags)
             : settings_read(&settings, arena, diags))
        return EXIT_CONFIG;
    *letterhead = path ? read : settings.letterhead;
    return 0;
}

int document_letterhead(const struct document *d, struct arena *arena,
                        const struct letterhead **letterhead)
{
    struct diags diags;
    *letterhead = NULL;
    if (!(d->format->flags & FORMAT_PAPER))
        return 0;
    diags_init(&diags);
    int status = read_letterhead(call_flag(d->call, "letterhead"), arena, letterhead, &diags);
    if (status)
        call_tell_faults(&diags);
    diags_release(&diags);
    if (status || !*letterhead || format_holds(d->format, *letterhead))
        return status;
    call_complain("%s", _(format_no_letterhead));
    return EXIT_CONFIG;
}

// ---- where it goes -----------------------------------------------------------------------------

// The file named with -o; NULL: standard output.
static const char *file_named(const struct document *d)
{
    const char *file = call_flag(d->call, "output");
    return file && strcmp(file, "-") != 0 ? file : NULL;
}

bool document_to_terminal(const struct document *d)
{
    return !file_named(d) && isatty(STDOUT_FILENO);
}

static int print_out(const struct document *d, const struct i18n *i18n, const struct text *out)
{
    if (d->format->flags & FORMAT_JSON)
        return call_print_json(out);
    if (d->format->flags & FORMAT_DRAWN)
        return call_print_bytes(out);
    if (!(d->format->flags & FORMAT_BINARY))
        return call_print_words(i18n, out);
    if (!document_to_terminal(d))
        return call_print_bytes(out);
    call_complain("this format is not for a terminal; name a file with -o.");
    return EXIT_USAGE;
}

static int put_out(const struct document *d, const struct i18n *i18n, const struct text *out)
{
    const char *file = file_named(d);
    if (!file)
        return print_out(d, i18n, out);
    if (!*file) {
        call_complain("-o wants the name of a file.");
        return EXIT_USAGE;
    }
    if (!file_write(file, text_str(out), out->len, 0600, call_has(d->call, "force")))
        return EXIT_GOOD;
    int fault = errno;
    if (fault == EEXIST)
        call_complain("%s: there is a file of that name; --force writes over it.", file);
    else
        call_complain("%s: %s. Name another place with -o.", file, strerror(fault));
    return fault == EEXIST || fault == EACCES || fault == EROFS ? EXIT_PERMISSION : EXIT_IO;
}

// What is drawn on a terminal wants to know its size and whether it shows colours.
static void look_at_terminal(struct report *report)
{
    enum { ROWS = 24, COLUMNS = 80 };
    const char *no_colour = getenv("NO_COLOR"), *name = getenv("TERM");
    struct winsize size = {0};
    (void)ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    report->rows = size.ws_row ? size.ws_row : ROWS;
    report->columns = size.ws_col ? size.ws_col : COLUMNS;
    report->colour = !(no_colour && *no_colour) && name && strcmp(name, "dumb") != 0;
}

int document_write(const struct document *d, const struct i18n *i18n, const struct report *report)
{
    struct text out = TEXT_INIT;
    const char *why = NULL;
    int status = EXIT_CONFIG;
    struct report seen = *report;
    if (document_to_terminal(d))
        look_at_terminal(&seen);
    if (d->format->write(&out, &seen, &why))
        call_complain("%s", _(why));
    else
        status = put_out(d, i18n, &out);
    text_release(&out);
    return status;
}
