// SPDX-License-Identifier: MIT
// What the counsellor writes into a case: notes, and how far it is; see kept.h.
#include <string.h>
#include "base/utf8.h"
#include "case/kept.h"
#include "tongue/i18n.h"

const char *const kept_statuses[KEPT_STATUSES] = {"thinking", "papers", "applied", "decided"};

// Words of a command line can hold anything; a case holds only what it can be read with again.
static void typed_words(struct text *out, const char *words)
{
    struct text clean = TEXT_INIT;
    size_t len = strlen(words);
    if (utf8_valid(words, len, NULL) == UTF8_OK)
        text_bytes(&clean, words, len);
    else
        utf8_clean(&clean, words, len);
    char *room = text_room(out, clean.len + 1);
    text_wrote(out, utf8_tidy(room, text_str(&clean), clean.len));
    text_release(&clean);
}

static struct doc_node *add_record(struct doc *doc, const char *list, date today)
{
    char day[DATE_TEXT];
    struct doc_node *record = doc_add(doc, doc_need(doc, doc->root, DOC_LIST, list), DOC_MAP, NULL);
    doc_set(doc, record, "date", date_format(day, today));
    return record;
}

void kept_note(struct doc *doc, date today, bool opinion, const char *words)
{
    struct text typed = TEXT_INIT;
    struct doc_node *note = add_record(doc, "notes", today);
    doc_set(doc, note, "kind", opinion ? "opinion" : "fact");
    typed_words(&typed, words);
    doc_set(doc, note, "text", text_str(&typed));
    text_release(&typed);
}

const char *kept_status_words(const char *status)
{
    static const char *const words[KEPT_STATUSES] = {
        N_("Thinking about it"), N_("Collecting papers"), N_("Applied"), N_("Decided")};
    for (int i = 0; i < KEPT_STATUSES; i++)
        if (!strcmp(status, kept_statuses[i]))
            return _(words[i]);
    return status; // as somebody wrote it
}

// ---- an appointment -----------------------------------------------------------------------------

static void set_typed(struct doc *doc, struct doc_node *record, const char *key, const char *words)
{
    struct text typed = TEXT_INIT;
    typed_words(&typed, words);
    if (typed.len)
        doc_set(doc, record, key, text_str(&typed));
    text_release(&typed);
}

void kept_agree(struct doc *doc, date today, const char *what, const char *who, const char *until)
{
    struct doc_node *task = add_record(doc, "agreed", today);
    set_typed(doc, task, "what", what);
    set_typed(doc, task, "who", who);
    set_typed(doc, task, "until", until);
}

void kept_refer(struct doc *doc, date today, const char *to, const char *why)
{
    struct doc_node *referral = add_record(doc, "referrals", today);
    set_typed(doc, referral, "to", to);
    set_typed(doc, referral, "why", why);
}

bool kept_done(struct doc *doc, date today, long number)
{
    char day[DATE_TEXT];
    const struct doc_node *list = doc_get(doc->root, "agreed");
    struct doc_node *task = list ? list->first : NULL;
    for (long i = 1; task && i < number; i++)
        task = task->next;
    if (!task || number < 1 || task->kind != DOC_MAP)
        return false;
    doc_set(doc, task, "done", date_format(day, today));
    return true;
}

struct doc_node *kept_place_of(const struct doc *doc, const char *country)
{
    const struct doc_node *places = doc_get(doc->root, "destinations");
    for (struct doc_node *n = places ? places->first : NULL; n; n = n->next)
        if (!strcmp(doc_text(n, "country"), country))
            return n;
    return NULL;
}

void kept_place(struct doc *doc, date today, const char *country, enum kept_status status,
                const char *reason, const char *outcome)
{
    char day[DATE_TEXT];
    struct text what = TEXT_INIT, typed = TEXT_INIT;
    struct doc_node *place = kept_place_of(doc, country);
    if (!place) {
        place = doc_add(doc, doc_need(doc, doc->root, DOC_LIST, "destinations"), DOC_MAP, NULL);
        doc_set(doc, place, "country", country);
    }
    typed_words(&typed, reason);
    reason = text_str(&typed);
    const char *before = doc_text(place, "status");
    text_printf(&what, "%s: %s%s%s%s%s", country, before, *before ? " -> " : "",
                kept_statuses[status], *reason ? ": " : "", reason);
    date_format(day, today);
    doc_set(doc, place, "status", kept_statuses[status]);
    doc_set(doc, place, "date", day);
    doc_set(doc, place, "reason", *reason ? reason : NULL);
    if (status == KEPT_APPLIED || status == KEPT_DECIDED)
        doc_set(doc, place, kept_statuses[status], day);
    if (status == KEPT_APPLIED && outcome)
        doc_set(doc, place, "predicted", outcome);
    kept_history(doc, today, text_str(&what));
    text_release(&what);
    text_release(&typed);
}
