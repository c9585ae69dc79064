// SPDX-License-Identifier: MIT
// `tanu cases notice [NAME]`: what the client is told about the case; see desk.h.
#include <string.h>

#include "app/desk.h"
#include "view/builders.h"

enum { NOTICE_WIDTH = 78 };

struct telling {
    struct ground ground;
    struct case_notice notice;
};

static const struct page *one_page(void *context)
{
    const struct telling *t = context;
    return page_notice(&t->ground, &t->notice);
}

static int tell(struct desk *d, struct telling *t)
{
    struct report report = {.ground = &t->ground,
                            .width = NOTICE_WIDTH,
                            .name = "",
                            .head = "",
                            .letter = d->document.letter};
    int status = document_pages(&d->document, &d->i18n, one_page, t, &report);
    return status ? status : document_write(&d->document, &d->i18n, &report);
}

int cases_notice(struct desk *d, char **operands, int n)
{
    struct arena arena;
    struct desk_case c = {.name = ""};
    int status = 0;
    if (n) {
        desk_read(d, &c, operands[0], false);
        if (c.fault && c.fault != STORE_NEWER)
            status = desk_complain(c.fault, operands[0]);
    }
    arena_init(&arena);
    struct telling t = {.ground = {.arena = &arena,
                                   .i18n = &d->i18n,
                                   .pack = d->pack,
                                   .engine = d->engine,
                                   .as_of = d->call->as_of},
                        .notice = {.name = c.name, .consent = "", .expires = ""}};
    if (n && !status) {
        t.notice.consent = doc_text(c.doc.root, "consent");
        t.notice.expires = doc_text(c.doc.root, "expires");
    }
    t.notice.sealed = store_sealed(&d->store, c.name);
    if (!status)
        status = tell(d, &t);
    arena_wipe(&arena);
    arena_release(&arena);
    if (n)
        desk_release(&c);
    return status;
}
