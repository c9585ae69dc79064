// SPDX-License-Identifier: MIT
// Cases as files: list, show, export, import, rename, delete, purge; see desk.h.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/desk.h"
#include "base/utf8.h"
#include "case/vault.h"
#include "view/builders.h"

// ---- tables -----------------------------------------------------------------------------------

enum table_format { TABLE_TEXT, TABLE_CSV, TABLE_JSON, TABLE_BAD };

static enum table_format format_of(const struct call *call)
{
    const char *name = call_flag(call, "format");
    if (!name || !strcmp(name, "text"))
        return TABLE_TEXT;
    if (!strcmp(name, "csv") || !strcmp(name, "json"))
        return *name == 'c' ? TABLE_CSV : TABLE_JSON;
    call_complain("--format takes text, csv or json, not '%s'.", name);
    return TABLE_BAD;
}

// A spreadsheet takes a cell that begins with one of these for a formula.
static void put_csv(struct text *out, const char *cell)
{
    text_char(out, '"');
    if (*cell && strchr("=+-@", *cell))
        text_char(out, '\'');
    for (; *cell; cell++) {
        if (*cell == '"')
            text_char(out, '"');
        text_char(out, *cell);
    }
    text_char(out, '"');
}

// One row; text columns are padded to `widths`, the last one not.
static void put_row(struct text *out, enum table_format format, const char *const *keys,
                    const char *const *cells, const int *widths, int n)
{
    for (int i = 0; i < n; i++) {
        if (format == TABLE_CSV) {
            text_add(out, i ? "," : "");
            put_csv(out, cells[i]);
        } else if (format == TABLE_JSON) {
            text_printf(out, "%s\"%s\":", i ? "," : "{", keys[i]);
            text_json(out, cells[i]);
        } else {
            int width = utf8_width(cells[i]);
            text_add(out, *cells[i] ? cells[i] : "-");
            width = *cells[i] ? width : 1;
            if (i + 1 < n)
                text_repeat(out, ' ', (size_t)(width < widths[i] ? widths[i] - width : 0) + 2);
        }
    }
    text_add(out, format == TABLE_JSON ? "}\n" : "\n");
}

// ---- list -------------------------------------------------------------------------------------

const char *desk_changed(const struct doc *doc)
{
    const struct doc_node *history = doc_get(doc->root, "history");
    return history && history->last ? doc_text(history->last, "date") : "";
}

// The nearest day among those of the destinations and of the case.
const char *desk_next(const struct doc *doc)
{
    const char *next = doc_text(doc->root, "next");
    const struct doc_node *places = doc_get(doc->root, "destinations");
    for (const struct doc_node *n = places ? places->first : NULL; n; n = n->next) {
        const char *day = doc_text(n, "next");
        if (*day && (!*next || strcmp(day, next) < 0))
            next = day;
    }
    return next;
}

static const char *state_word(const struct desk *d, const struct desk_case *c)
{
    static const char *const words[] = {
        [STATE_DECIDED] = "decided", [STATE_OPEN] = "open", [STATE_INDIVIDUAL] = "individual"};
    return c->judged                   ? words[d->assessment->state]
           : c->fault == STORE_DAMAGED ? "damaged"
                                       : "unreadable";
}

bool desk_over(const struct desk *d, const struct desk_case *c)
{
    date day;
    const char *expires = c->fault ? "" : doc_text(c->doc.root, "expires");
    return *expires && !date_parse(expires, &day) && day < d->call->as_of;
}

static const char *mark_word(const struct desk *d, const struct desk_case *c, bool moved)
{
    bool over = desk_over(d, c);
    return moved && over ? "moved over" : moved ? "moved" : over ? "over" : "";
}

int cases_list(struct desk *d, char **operands, int n)
{
    static const char *const keys[] = {"name", "destination", "outcome", "state",
                                       "next", "changed",     "mark"};
    static const int widths[] = {24, 2, 27, 10, 10, 10, 1};
    enum { COLUMNS = sizeof keys / sizeof *keys };
    (void)operands, (void)n;
    struct arena arena;
    const char **names;
    enum table_format format = format_of(d->call);
    if (format == TABLE_BAD)
        return EXIT_USAGE;
    arena_init(&arena);
    int count = store_list(&d->store, &arena, &names);
    if (format == TABLE_CSV)
        put_row(&d->out, format, keys, keys, widths, COLUMNS);
    for (int i = 0; i < count; i++) {
        struct desk_case c;
        struct text moved = TEXT_INIT;
        desk_read(d, &c, names[i], true);
        if (c.judged)
            kept_moved(&c.doc, d->pack, d->assessment, &moved);
        const char *cells[COLUMNS] = {names[i],
                                      c.judged ? desk_destination(d) : "",
                                      c.judged ? d->pack->outcomes[d->assessment->outcome].id : "",
                                      state_word(d, &c),
                                      desk_next(&c.doc),
                                      desk_changed(&c.doc),
                                      mark_word(d, &c, moved.len > 0)};
        put_row(&d->out, format, keys, cells, widths, COLUMNS);
        text_release(&moved);
        desk_release(&c);
    }
    arena_release(&arena);
    return 0;
}

// ---- show -------------------------------------------------------------------------------------

static void put_answers(struct desk *d)
{
    struct arena arena;
    arena_init(&arena);
    struct ground g = {.arena = &arena,
                       .i18n = &d->i18n,
                       .pack = d->pack,
                       .engine = d->engine,
                       .as_of = d->call->as_of,
                       .answers = &d->line->answers,
                       .assessment = d->assessment};
    for (int32_t q = 0; q < d->pack->n_questions; q++)
        if (d->line->answers.of[q].state != ANSWER_ABSENT)
            text_printf(&d->out, "%s %s\n", phrase_words(&g, &d->pack->questions[q].label),
                        answer_words(&g, q, &d->line->answers.of[q]));
    text_printf(&d->out, "\n%s: %s\n", _("Today's result"), outcome_headline(&g));
    arena_wipe(&arena);
    arena_release(&arena);
}

static void put_list(struct text *out, const char *title, const struct doc_node *list,
                     const char *const *keys)
{
    if (!doc_count(list))
        return;
    text_printf(out, "\n%s\n", title);
    for (const struct doc_node *n = list->first; n; n = n->next) {
        const char *blank = "";
        text_add(out, "  ");
        for (const char *const *key = keys; *key; key++)
            if (*doc_text(n, *key)) {
                text_printf(out, "%s%s", blank, doc_text(n, *key));
                blank = "  ";
            }
        text_char(out, '\n');
    }
}

int cases_show(struct desk *d, char **operands, int n)
{
    static const char *const notes[] = {"date", "kind", "text", NULL}, *const places[] = {"country",
                                                                                          "status",
                                                                                          "date",
                                                                                          "reason",
                                                                                          "next",
                                                                                          NULL},
                             *const history[] = {"date", "what", NULL},
                             *const agreed[] = {"date", "what", "who", "until", "done", NULL},
                             *const referrals[] = {"date", "to", "why", NULL};
    (void)n;
    struct desk_case c;
    struct text moved = TEXT_INIT;
    desk_read(d, &c, operands[0], true);
    int status = c.fault ? desk_complain(c.fault, operands[0]) : 0;
    if (c.judged) {
        text_printf(&d->out, "%s\n\n", operands[0]);
        kept_moved(&c.doc, d->pack, d->assessment, &moved);
        if (moved.len)
            text_printf(&d->out, "%s\n%s\n", _("The law or a fact has moved since the last look:"),
                        text_str(&moved));
        if (c.lost.len)
            text_printf(&d->out, "%s %s\n\n", _("These answers no longer fit and do not count:"),
                        text_str(&c.lost));
        put_answers(d);
        put_list(&d->out, _("Where"), doc_get(c.doc.root, "destinations"), places);
        put_list(&d->out, _("What was agreed"), doc_get(c.doc.root, "agreed"), agreed);
        put_list(&d->out, _("Who else helps"), doc_get(c.doc.root, "referrals"), referrals);
        put_list(&d->out, _("Notes"), doc_get(c.doc.root, "notes"), notes);
        put_list(&d->out, _("History"), doc_get(c.doc.root, "history"), history);
    }
    text_release(&moved);
    desk_release(&c);
    return status;
}

// ---- export and import ------------------------------------------------------------------------

int cases_export(struct desk *d, char **operands, int n)
{
    (void)n;
    struct desk_case c;
    struct text json = TEXT_INIT;
    desk_read(d, &c, operands[0], false);
    int status =
        c.fault == STORE_GOOD || c.fault == STORE_NEWER ? 0 : desk_complain(c.fault, operands[0]);
    if (!status) {
        kept_json(&c.doc, &json);
        text_char(&json, '\n');
        status = call_print_json(&json);
    }
    text_release(&json);
    desk_release(&c);
    return status;
}

// A pseudonym for a line that brings none: the first number that is free.
static void make_name(const struct desk *d, char out[32])
{
    for (int i = 1;; i++) {
        snprintf(out, 32, "case-%03d", i);
        if (!store_has(&d->store, out))
            return;
    }
}

// The document of a line; over a case that is there its notes, places and history stay.
static enum store_fault store_line(struct desk *d, const struct several *several, const char *name)
{
    struct doc doc;
    struct diags diags;
    struct text lost = TEXT_INIT;
    bool force = call_has(d->call, "force");
    doc_init(&doc);
    diags_init(&diags);
    enum store_fault fault = force && store_has(&d->store, name)
                                 ? store_read(&d->store, name, false, &doc, &diags)
                                 : STORE_GOOD;
    if (!fault) {
        if (!doc_get(doc.root, "format"))
            kept_new(&doc, name, d->call->as_of);
        doc_set(&doc, doc.root, "qualifications", NULL); // those of the line, or none
        doc_set(&doc, doc.root, "ticks", NULL);
        kept_take(&doc, d->pack, d->line, several);
        desk_judge(d, &doc, &lost);
        kept_set_last(&doc, d->pack, d->call->as_of, d->assessment);
        kept_history(&doc, d->call->as_of, N_("imported"));
        fault = store_write(&d->store, name, &doc, !force);
    }
    text_release(&lost);
    diags_release(&diags);
    doc_release(&doc);
    return fault;
}

// False: said why.
static bool import_line(struct desk *d, char *line, size_t len, long number)
{
    struct several several = {.n = 0};
    struct text id = TEXT_INIT;
    char made[32];
    if (json_case_read(d->words, line, len, d->line, &several)) {
        call_complain("line %ld: %s", number, d->line->text);
        return false;
    }
    json_id(&id, d->line);
    const char *name = text_str(&id);
    if (!*name && d->line->id.len <= strlen("\"\"")) { // one with a zero in it is read as nothing
        make_name(d, made);
        name = made;
    }
    int lock = -1, status = 0;
    if (call_has(d->call, "force") && store_name_good(name) && store_has(&d->store, name))
        status = desk_lock(d, name, &lock);
    if (!status) {
        enum store_fault fault =
            store_name_good(name) ? store_line(d, &several, name) : STORE_BAD_NAME;
        status = fault ? desk_complain(fault, name) : 0;
    }
    if (!status)
        text_printf(&d->out, "%s\n", name);
    if (lock >= 0)
        store_unlock(&d->store, name, lock);
    text_release(&id);
    explicit_bzero(&several, sizeof several);
    return !status;
}

int cases_import(struct desk *d, char **operands, int n)
{
    size_t len = 0;
    long number = 0;
    bool good = true;
    char *bytes;
    int status = call_read_input(n ? operands[0] : NULL, &bytes, &len);
    if (status)
        return status;
    for (char *at = bytes, *end = bytes + len; at < end;) {
        char *newline = memchr(at, '\n', (size_t)(end - at));
        size_t line = (size_t)((newline ? newline : end) - at);
        number++;
        if (strspn(at, " \t\r") < line)
            good &= import_line(d, at, line, number);
        at += line + 1;
    }
    explicit_bzero(bytes, len);
    free(bytes);
    return good ? 0 : EXIT_NEGATIVE;
}

// ---- rename, delete, purge --------------------------------------------------------------------

static int rename_case(struct desk *d, const char *from, const char *to)
{
    enum store_fault fault = store_rename(&d->store, from, to);
    struct desk_case c;
    if (fault)
        return desk_complain(fault, fault == STORE_EXISTS || fault == STORE_BAD_NAME ? to : from);
    desk_read(d, &c, to, false);
    if (!c.fault) {
        doc_set(&c.doc, c.doc.root, "name", to);
        fault = store_write(&d->store, to, &c.doc, false);
    }
    desk_release(&c);
    return fault ? desk_complain(fault, to) : 0;
}

int cases_rename(struct desk *d, char **operands, int n)
{
    (void)n;
    int lock, status = desk_lock(d, operands[0], &lock);
    if (status)
        return status;
    status = rename_case(d, operands[0], operands[1]);
    store_unlock(&d->store, operands[0], lock);
    return status;
}

int cases_delete(struct desk *d, char **operands, int n)
{
    (void)n;
    return desk_locked(d, operands[0], store_delete);
}

// What interrupted writes left of sealed cases.
static void sweep(struct desk *d)
{
    int swept = d->store.vault ? vault_sweep(d->store.vault) : 0;
    if (swept)
        text_printf(&d->out,
                    P_("%d sealed file that no case has any longer, deleted.",
                       "%d sealed files that no case has any longer, deleted.", swept),
                    swept),
            text_char(&d->out, '\n');
}

// The last day of a case, if it has one. A day that is none is told of: by it nothing is deleted.
static bool last_day(const struct desk_case *c, date *day)
{
    const char *expires = c->fault ? "" : doc_text(c->doc.root, "expires");
    if (!*expires)
        return false;
    if (!date_parse(expires, day))
        return true;
    call_complain("%s: '%s' is no day to keep it until, such as 2027-11-01; it stays.", c->name,
                  expires);
    return false;
}

int cases_purge(struct desk *d, char **operands, int n)
{
    (void)operands, (void)n;
    struct arena arena;
    const char **names;
    int status = 0;
    arena_init(&arena);
    int count = store_list(&d->store, &arena, &names);
    for (int i = 0; i < count; i++) {
        struct desk_case c;
        desk_read(d, &c, names[i], false);
        date day;
        if (last_day(&c, &day) && day < d->call->as_of) {
            int fault = desk_locked(d, names[i], store_delete); // the others go all the same
            if (fault)
                status = fault;
            else
                text_printf(&d->out, _("%s: kept until %s, deleted."), names[i],
                            doc_text(c.doc.root, "expires")),
                    text_char(&d->out, '\n');
        }
        desk_release(&c);
    }
    sweep(d);
    if (!status && !d->out.len)
        text_printf(&d->out, "%s\n", _("Nothing is over its day."));
    arena_release(&arena);
    return status;
}
