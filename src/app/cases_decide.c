// SPDX-License-Identifier: MIT
// The real decision, typed in when it has come: what `accuracy` compares with what was predicted.
#include <string.h>

#include "app/desk.h"

static bool is_country(const struct pack *pack, const char *code)
{
    for (int32_t i = 0; i < pack->n_countries; i++)
        if (!strcmp(pack->countries[i], code))
            return true;
    return false;
}

static bool is_outcome(const struct pack *pack, const char *id)
{
    for (int32_t i = 0; i < pack->n_outcomes; i++)
        if (!strcmp(pack->outcomes[i].id, id))
            return true;
    return false;
}

// What tanu said of that country when the person applied, else at the last look.
static void set_predicted(struct doc *doc, struct doc_node *place, const char *country)
{
    const char *asked = doc_text(doc_get(doc->root, "answers"), "destination");
    const char *last = doc_text(doc_get(doc->root, "last"), "outcome");
    if (!*doc_text(place, "predicted") && *last && !strcmp(asked, country))
        doc_set(doc, place, "predicted", last);
}

static enum store_fault decide(struct desk *d, const char *name, const char *country,
                               const char *outcome, const char *reason)
{
    struct desk_case c;
    desk_read(d, &c, name, false);
    enum store_fault fault = c.fault;
    if (!fault) {
        kept_place(&c.doc, d->call->as_of, country, KEPT_DECIDED, reason, NULL);
        struct doc_node *place = kept_place_of(&c.doc, country);
        doc_set(&c.doc, place, "decision", outcome);
        set_predicted(&c.doc, place, country);
        fault = store_write(&d->store, name, &c.doc, false);
    }
    desk_release(&c);
    return fault;
}

// NAME COUNTRY OUTCOME [REASON]
int cases_decide(struct desk *d, char **operands, int n)
{
    const char *name = operands[0];
    if (!is_country(d->pack, operands[1])) {
        call_complain("'%s' is no country of this pack; write its two letters, such as KZ.",
                      operands[1]);
        return EXIT_USAGE;
    }
    if (!is_outcome(d->pack, operands[2])) {
        call_complain("'%s' is no outcome of this pack; one is recognised.", operands[2]);
        return EXIT_USAGE;
    }
    int lock, status = desk_lock(d, name, &lock);
    if (status)
        return status;
    enum store_fault fault = decide(d, name, operands[1], operands[2], n > 3 ? operands[3] : "");
    status = fault ? desk_complain(fault, name) : 0;
    store_unlock(&d->store, name, lock);
    return status;
}
