// SPDX-License-Identifier: MIT
// What was agreed in an appointment, and its summary: `tanu cases agree`, `refer`, `done` and
// `summary`; see desk.h.
#include <stdlib.h>
#include <string.h>

#include "app/desk.h"
#include "case/doc_json.h"
#include "case/summary.h"
#include "paper/ics.h"

enum { SUMMARY_WIDTH = 72 };

// ---- changing a case ----------------------------------------------------------------------------

struct change_words {
    char **operands; // behind the name
    int n;
};
// 0, or an exit status after saying why not.
typedef int case_change(struct desk *d, struct doc *doc, const struct change_words *words);

static int change_case(struct desk *d, char **operands, int n, case_change *change)
{
    const struct change_words words = {operands + 1, n - 1};
    struct desk_case c;
    int lock, status = desk_lock(d, operands[0], &lock);
    if (status)
        return status;
    desk_read(d, &c, operands[0], false);
    status = c.fault ? desk_complain(c.fault, operands[0]) : change(d, &c.doc, &words);
    enum store_fault fault =
        status ? STORE_GOOD : store_write(&d->store, operands[0], &c.doc, false);
    if (fault)
        status = desk_complain(fault, operands[0]);
    desk_release(&c);
    store_unlock(&d->store, operands[0], lock);
    return status;
}

static const char *word(const struct change_words *words, int i)
{
    return i < words->n ? words->operands[i] : "";
}

static int agree(struct desk *d, struct doc *doc, const struct change_words *words)
{
    date day;
    const char *until = word(words, 2);
    if (!*word(words, 0)) {
        call_complain("say in a few words what was agreed.");
        return EXIT_USAGE;
    }
    if (*until && date_parse(until, &day)) {
        call_complain("'%s' is no date such as 2026-12-15.", until);
        return EXIT_USAGE;
    }
    kept_agree(doc, d->call->as_of, word(words, 0), word(words, 1), until);
    return 0;
}

// NAME WHAT [WHO [UNTIL]]
int cases_agree(struct desk *d, char **operands, int n)
{
    return change_case(d, operands, n, agree);
}

static int refer(struct desk *d, struct doc *doc, const struct change_words *words)
{
    if (!*word(words, 0)) {
        call_complain("say who else helps.");
        return EXIT_USAGE;
    }
    kept_refer(doc, d->call->as_of, word(words, 0), word(words, 1));
    return 0;
}

// NAME WHERE [WHY]
int cases_refer(struct desk *d, char **operands, int n)
{
    return change_case(d, operands, n, refer);
}

static int done(struct desk *d, struct doc *doc, const struct change_words *words)
{
    char *end;
    long number = strtol(word(words, 0), &end, 10);
    if (!*end && kept_done(doc, d->call->as_of, number))
        return 0;
    call_complain("'%s' is no number of what was agreed; the summary shows them.", word(words, 0));
    return EXIT_USAGE;
}

// NAME NUMBER
int cases_done(struct desk *d, char **operands, int n)
{
    return change_case(d, operands, n, done);
}

// ---- the summary --------------------------------------------------------------------------------

struct telling {
    struct desk *desk;
    const struct doc *doc;
    struct ground ground;
    struct case_summary summary; // in the language of the moment
    bool opinions;
};

static const struct page *one_page(void *context)
{
    struct telling *t = context;
    summary_of(&t->summary, &t->ground, t->doc, t->opinions);
    return page_summary(&t->ground, &t->summary);
}

static int tell_in_words(struct telling *t)
{
    struct desk *d = t->desk;
    struct report report = {.ground = &t->ground,
                            .width = SUMMARY_WIDTH,
                            .name = "",
                            .head = "",
                            .letter = d->document.letter};
    int status = document_letterhead(&d->document, t->ground.arena, &t->ground.letterhead);
    if (!status)
        status = document_pages(&d->document, &d->i18n, one_page, t, &report);
    return status ? status : document_write(&d->document, &d->i18n, &report);
}

// What is to be done until a day, and the next date.
static int write_days(struct text *out, const struct report *report, const char **why)
{
    struct telling *t = report->context;
    const struct case_summary *s = &t->summary;
    const struct ground *g = &t->ground;
    struct ics_day *days = ARENA_ARRAY(g->arena, struct ics_day, (size_t)s->n_tasks + 1);
    int n = 0;
    (void)why;
    for (int i = 0; i < s->n_tasks; i++)
        if (!*s->tasks[i].done && !date_parse(s->tasks[i].until, &days[n].day)) {
            days[n].id = arena_printf(g->arena, "agreed-%d", i + 1);
            days[n].says = s->tasks[i].what;
            days[n++].more = s->tasks[i].who;
        }
    if (!date_parse(s->next, &days[n].day)) {
        days[n].id = "next";
        days[n].says = _("Next date");
        days[n++].more = "";
    }
    ics_days(out, g, days, n, s->name);
    return 0;
}

static void put_list(struct text *out, const char *key, const struct doc_node *list, bool facts)
{
    const char *comma = "";
    text_printf(out, ",\"%s\":[", key);
    for (const struct doc_node *n = list ? list->first : NULL; n; n = n->next) {
        if (facts && strcmp(doc_text(n, "kind"), "fact") != 0)
            continue;
        text_add(out, comma);
        doc_write_json(n, out);
        comma = ",";
    }
    text_char(out, ']');
}

static int write_data(struct text *out, const struct report *report, const char **why)
{
    const struct telling *t = report->context;
    const struct doc_node *root = t->doc->root;
    char day[DATE_TEXT];
    (void)why;
    text_add(out, "{\"name\":");
    text_json(out, t->summary.name);
    text_printf(out, ",\"as_of\":\"%s\",\"next\":", date_format(day, t->ground.as_of));
    *t->summary.next ? text_json(out, t->summary.next) : text_add(out, "null");
    text_printf(out, ",\"outcome\":\"%s\"",
                t->ground.pack->outcomes[t->ground.assessment->outcome].id);
    put_list(out, "agreed", doc_get(root, "agreed"), false);
    put_list(out, "referrals", doc_get(root, "referrals"), false);
    put_list(out, "destinations", doc_get(root, "destinations"), false);
    put_list(out, "notes", doc_get(root, "notes"), !t->opinions);
    text_add(out, "}\n");
    return 0;
}

// The formats that are no paper hold the summary in a way of their own.
static int tell(struct telling *t)
{
    static const struct {
        const char *name;
        int (*write)(struct text *out, const struct report *report, const char **why);
    } rows[] = {{"ics", write_days}, {"json", write_data}};
    struct desk *d = t->desk;
    if (d->document.format->flags & FORMAT_PAPER)
        return tell_in_words(t);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].name, d->document.format->name) != 0)
            continue;
        struct format own = *d->document.format;
        struct report report = {.ground = &t->ground, .name = "", .head = "", .context = t};
        struct document document = d->document;
        own.write = rows[i].write;
        document.format = &own;
        summary_of(&t->summary, &t->ground, t->doc, t->opinions);
        return document_write(&document, &d->i18n, &report);
    }
    call_complain("a summary is text, html, pdf, ics or json.");
    return EXIT_USAGE;
}

// NAME
int cases_summary(struct desk *d, char **operands, int n)
{
    struct arena arena;
    struct desk_case c;
    (void)n;
    desk_read(d, &c, operands[0], true);
    int status = c.judged ? 0 : desk_complain(c.fault, operands[0]);
    arena_init(&arena);
    struct telling t = {.desk = d,
                        .doc = &c.doc,
                        .ground = {.arena = &arena,
                                   .i18n = &d->i18n,
                                   .pack = d->pack,
                                   .engine = d->engine,
                                   .as_of = d->call->as_of,
                                   .answers = &d->line->answers,
                                   .assessment = d->assessment},
                        .opinions = call_has(d->call, "opinions")};
    if (!status)
        status = tell(&t);
    arena_wipe(&arena);
    arena_release(&arena);
    desk_release(&c);
    return status;
}
