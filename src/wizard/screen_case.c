// SPDX-License-Identifier: MIT
// The case that is open: what was changed for trying, what the law moved, notes, how far it is; and
// keeping it. Where no case is open none of this exists (ABILITY_CASE).
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "tongue/country.h"
#include "wizard/state.h"

enum { // rows of the page
    ROW_SAVE,
    ROW_UNDO,
    ROW_FACT,
    ROW_OPINION,
    ROW_STATUS,
    ROW_NEXT,
    ROW_EXPIRES,
    ROW_CONSENT,
    ROW_NAME,
    ROW_AGREED,
    ROW_REFERRED,
    ROW_SUMMARY,
    ROW_OTHER,
    ROWS
};
enum { HISTORY = 8 }; // changes that are shown, the last ones

// ---- what is said of a fault ------------------------------------------------------------------

static int say_fault(struct wizard *w, enum store_fault fault)
{
    if (w->sitting->mode != SITTING_WRITES)
        wizard_say(w, case_mode_words(w));
    else
        wizard_say(w,
                   arena_printf(&w->frame, _("Not saved. %s"),
                                fault == STORE_SYSTEM ? strerror(errno) : _(store_words(fault))));
    return WIZARD_PAGE;
}

static int say_kept(struct wizard *w, enum store_fault fault)
{
    if (fault)
        return say_fault(w, fault);
    wizard_say(w, _("Saved."));
    return WIZARD_PAGE;
}

// ---- the page ---------------------------------------------------------------------------------

static enum context list_context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_RULES;
}

static const char *country_of(struct wizard *w)
{
    const struct answer *a = &w->session.current.of[w->pack->q_destination];
    return a->state == ANSWER_GIVEN && a->value < w->pack->n_countries
               ? w->pack->countries[a->value]
               : "";
}

static void add_line(struct case_part *part, const char *line)
{
    part->lines[part->n++] = line;
}

// With room for so many lines.
static struct case_part new_part(struct arena *arena, const char *title, int most)
{
    return (struct case_part){.title = title,
                              .lines = ARENA_ARRAY(arena, const char *, (size_t)most)};
}

static const char *words_or_none(const struct ground *g, int32_t q, const struct answer *a)
{
    return a->state == ANSWER_ABSENT ? "–" : answer_words(g, q, a);
}

static void add_changed(struct wizard *w, const struct ground *g, struct case_part *part, int place)
{
    static const struct answer none;
    const struct sitting *v = w->sitting;
    struct ground ground = *g;
    ground.diploma = w->n_diplomas > 1 ? place + 1 : 0;
    for (int32_t q = 0; q < w->pack->n_questions; q++)
        if (sitting_changed(v, w->several, place, q) &&
            !(place >= v->kept.n && w->pack->questions[q].of_person))
            add_line(part,
                     arena_printf(
                         g->arena, "%s %s → %s", diploma_before(&ground, label_words(g, q)),
                         words_or_none(g, q, place < v->kept.n ? &v->kept.of[place].of[q] : &none),
                         words_or_none(g, q, sitting_answer(v, w->several, place, q))));
}

static struct case_part changed(struct wizard *w, const struct ground *g)
{
    struct case_part part = new_part(g->arena, _("Changed for trying, not saved"),
                                     w->n_diplomas * w->pack->n_questions + 1);
    const struct sitting *v = w->sitting;
    diplomas_answers(w, w->several);
    if (w->n_diplomas != v->kept.n)
        add_line(&part, arena_printf(g->arena, _("Diplomas: %d → %d"), v->kept.n, w->n_diplomas));
    for (int i = 0; v->unsaved && i < w->n_diplomas; i++)
        add_changed(w, g, &part, i);
    return part;
}

static struct case_part moved(struct wizard *w, const struct ground *g)
{
    char *words = arena_strdup(g->arena, text_str(&w->sitting->moved)), *rest = NULL;
    int most = 1;
    for (const char *at = words; (at = strchr(at, '\n')); at++)
        most++;
    struct case_part part =
        new_part(g->arena, _("The law or a fact has moved since the last look:"), most);
    for (char *line = strtok_r(words, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        add_line(&part, moved_words(g, line));
    return part;
}

// A value as a person reads it: what this program wrote itself is in the language of the moment.
static const char *value_said(const struct ground *g, const char *key, const char *value)
{
    if (!strcmp(key, "country"))
        return country_name(g->i18n, value);
    if (!strcmp(key, "status"))
        return kept_status_words(value);
    if (!strcmp(key, "kind"))
        return !strcmp(value, "opinion") ? _("opinion:") : "";
    return strcmp(key, "what") ? value : _(value);
}

// The values of a record in one line.
static const char *record_words(const struct ground *g, const struct doc_node *record,
                                const char *const *keys)
{
    const char *words = "";
    for (; *keys; keys++) {
        const char *value = doc_text(record, *keys);
        value = *value ? value_said(g, *keys, value) : "";
        if (*value)
            words = arena_printf(g->arena, "%s%s%s", words, *words ? "  " : "", value);
    }
    return words;
}

// The records of a list, or (most > 0) the last so many of them.
static struct case_part records(const struct wizard *w, const struct ground *g, const char *title,
                                const char *key, const char *const *keys, int most)
{
    const struct doc_node *list = doc_get(w->sitting->doc.root, key);
    int all = doc_count(list), skip = most ? all - most : 0;
    struct case_part part = new_part(g->arena, title, all);
    for (const struct doc_node *n = list ? list->first : NULL; n; n = n->next)
        if (skip-- <= 0)
            add_line(&part, record_words(g, n, keys));
    return part;
}

static const char *row_detail(struct wizard *w, const struct ground *g, int row)
{
    const struct doc_node *root = w->sitting->doc.root;
    switch (row) {
    case ROW_STATUS: {
        const struct doc_node *place = kept_place_of(&w->sitting->doc, country_of(w));
        return *country_of(w)
                   ? arena_printf(g->arena, "%s  %s", country_name(g->i18n, country_of(w)),
                                  kept_status_words(doc_text(place, "status")))
                   : "";
    }
    case ROW_NEXT:
        return doc_text(root, "next");
    case ROW_EXPIRES:
        return doc_text(root, "expires");
    case ROW_CONSENT:
        return doc_text(root, "consent");
    default:
        return "";
    }
}

static const char *state_words(struct wizard *w, const struct ground *g)
{
    const struct sitting *v = w->sitting;
    if (v->fresh)
        return _("A new case: nothing is kept before you save.");
    if (v->unsaved)
        return _("Changed answers wait, and come back at the next visit, until you save them or "
                 "throw them away.");
    const struct doc_node *history = doc_get(v->doc.root, "history");
    return arena_printf(g->arena, _("Saved: %s"),
                        history && history->last ? doc_text(history->last, "date") : "");
}

static bool row_offered(const struct wizard *w, int row)
{
    const struct sitting *v = w->sitting;
    if (row == ROW_OTHER)
        return w->desk;
    if (row == ROW_UNDO)
        return v->unsaved;
    return v->mode == SITTING_WRITES || row == ROW_NAME || row == ROW_SUMMARY;
}

static struct page *build_case(struct wizard *w, const struct ground *g)
{
    static const char *const titles[ROWS] = {
        [ROW_SAVE] = N_("Save"),
        [ROW_UNDO] = N_("Throw the changed answers away"),
        [ROW_FACT] = N_("Note a fact"),
        [ROW_OPINION] = N_("Note an opinion"),
        [ROW_AGREED] = N_("What was agreed"),
        [ROW_REFERRED] = N_("Who else helps"),
        [ROW_STATUS] = N_("How far it is"),
        [ROW_NEXT] = N_("Next date"),
        [ROW_EXPIRES] = N_("Keep until"),
        [ROW_CONSENT] = N_("The client agreed that this is kept"),
        [ROW_NAME] = N_("Save under another name"),
        [ROW_SUMMARY] = N_("Summary of the appointment"),
        [ROW_OTHER] = N_("Close it, and open another case"),
    };
    static const char *const notes[] = {"date", "kind", "text", NULL},
                             *const history[] = {"date", "what", NULL},
                             *const agreed[] = {"what", "who", "until", "done", NULL},
                             *const referrals[] = {"to", "why", NULL}, *const places[] = {"country",
                                                                                          "status",
                                                                                          "date",
                                                                                          "reason",
                                                                                          "next",
                                                                                          NULL};
    struct case_row rows[ROWS];
    struct case_part first[] = {moved(w, g), changed(w, g)};
    struct case_part then[] = {records(w, g, _("What was agreed"), "agreed", agreed, 0),
                               records(w, g, _("Who else helps"), "referrals", referrals, 0),
                               records(w, g, _("Where"), "destinations", places, 0),
                               records(w, g, _("Notes"), "notes", notes, 0),
                               records(w, g, _("History"), "history", history, HISTORY)};
    struct case_page page = {
        .title = arena_printf(g->arena, _("Case: %s"), w->sitting->name),
        .warning = case_mode_words(w),
        .says = state_words(w, g),
        .first = first,
        .n_first = 2,
        .then = then,
        .n_then = 5,
        .rows = rows,
    };
    for (int i = 0; i < ROWS; i++)
        if (w->abilities & ABILITY_KEYS && row_offered(w, i))
            rows[page.n_rows++] = (struct case_row){i, _(titles[i]), row_detail(w, g, i)};
    return page_case(g, &page, w->focus[SCREEN_CASE]);
}

static int open_line(struct wizard *w, enum case_field field)
{
    line_wipe(&w->entry);
    w->field = field;
    return wizard_open(w, SCREEN_CASE_LINE);
}

static int accept_row(struct wizard *w, enum action action, const char *argument)
{
    static const enum case_field fields[ROWS] = {
        [ROW_FACT] = FIELD_FACT,       [ROW_OPINION] = FIELD_OPINION,  [ROW_NEXT] = FIELD_NEXT,
        [ROW_EXPIRES] = FIELD_EXPIRES, [ROW_CONSENT] = FIELD_CONSENT,  [ROW_NAME] = FIELD_NAME,
        [ROW_AGREED] = FIELD_AGREED,   [ROW_REFERRED] = FIELD_REFERRED};
    (void)action;
    (void)argument;
    int32_t row = wizard_focused(w);
    if (row == ROW_SAVE)
        return verb_save(w, ACTION_SAVE, NULL);
    if (row == ROW_UNDO)
        return case_back(w);
    if (row == ROW_SUMMARY)
        return take_summary(w);
    if (row == ROW_OTHER)
        return desk_show(w, "");
    if (row == ROW_STATUS) {
        if (!*country_of(w)) {
            wizard_say(w, _("First answer which country it is about."));
            return WIZARD_PAGE;
        }
        return wizard_open(w, SCREEN_STATUS);
    }
    return row < 0 || row >= ROWS ? WIZARD_SAME : open_line(w, fields[row]);
}

const struct screen_ops screen_case = {
    .id = "case",
    .context = list_context,
    .assessed = true,
    .build = build_case,
    .accept = accept_row,
};

// ---- how far it is ----------------------------------------------------------------------------

static struct page *build_status(struct wizard *w, const struct ground *g)
{
    struct case_row rows[KEPT_STATUSES];
    struct case_page page = {.title = _("How far it is"),
                             .warning = "",
                             .says = row_detail(w, g, ROW_STATUS),
                             .rows = rows,
                             .n_rows = KEPT_STATUSES};
    for (int i = 0; i < KEPT_STATUSES; i++)
        rows[i] = (struct case_row){i, kept_status_words(kept_statuses[i]), ""};
    return page_case(g, &page, w->focus[SCREEN_STATUS]);
}

static int accept_status(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    w->status = wizard_focused(w);
    return open_line(w, FIELD_REASON);
}

const struct screen_ops screen_status = {
    .id = "case-status",
    .context = list_context,
    .build = build_status,
    .accept = accept_status,
};

// ---- a line to type in ------------------------------------------------------------------------

static const struct {
    const char *title, *hint, *key; // key: a date of the document
} fields[] = {
    [FIELD_FACT] = {N_("Note a fact"),
                    N_("What somebody said, did or showed. It may be handed on."), NULL},
    [FIELD_OPINION] = {N_("Note an opinion"),
                       N_("What you think. It is never handed on unless you say so."), NULL},
    [FIELD_REASON] = {N_("Why?"), N_("In a few words: what has changed."), NULL},
    [FIELD_NEXT] = {N_("Next date"), N_("For example 2026-11-01; empty: none."), "next"},
    [FIELD_EXPIRES] = {N_("Keep until"),
                       N_("After this day “tanu cases purge” deletes the case. For example "
                          "2027-11-01; empty: no such day."),
                       "expires"},
    [FIELD_CONSENT] = {N_("The client agreed that this is kept"),
                       N_("On which day? For example 2026-11-01; empty: not yet."), "consent"},
    [FIELD_AGREED] = {N_("What was agreed"),
                      N_("What; who; until when. For example: send the transcript; the client; "
                         "2026-11-01. The last two may be left out."),
                      NULL},
    [FIELD_REFERRED] = {N_("Who else helps"),
                        N_("Where to; why. For example: legal clinic; the time for the review."),
                        NULL},
    [FIELD_NAME] = {N_("Save under another name"),
                    N_("A pseudonym: letters, digits, blanks, at most 80. Not the person's name."),
                    NULL},
};

static enum context line_context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_CODE;
}

static struct page *build_line(struct wizard *w, const struct ground *g)
{
    return page_line(g, _(fields[w->field].title), _(fields[w->field].hint), w->entry.bytes,
                     w->entry.cursor);
}

static struct wizard_line *line_of(struct wizard *w)
{
    return &w->entry;
}

static int keep_note(struct wizard *w, bool opinion, const char *words)
{
    if (!*words) {
        wizard_say(w, _("Please type a few words."));
        return WIZARD_PAGE;
    }
    if (w->sitting->mode != SITTING_WRITES)
        return say_fault(w, STORE_FOREIGN);
    kept_note(&w->sitting->doc, w->as_of, opinion, words);
    return say_kept(w, sitting_keep(w->sitting));
}

static int keep_day(struct wizard *w, const char *key, const char *words)
{
    date day;
    if (*words && date_parse(words, &day)) {
        wizard_say(w, _("Please type a date, for example 2026-11-01."));
        return WIZARD_PAGE;
    }
    doc_set(&w->sitting->doc, w->sitting->doc.root, key, *words ? words : NULL);
    return say_kept(w, sitting_keep(w->sitting));
}

static int keep_status(struct wizard *w, const char *reason)
{
    if (!*reason) {
        wizard_say(w, _("Please type a few words."));
        return WIZARD_PAGE;
    }
    kept_place(&w->sitting->doc, w->as_of, country_of(w), (enum kept_status)w->status, reason,
               w->pack->outcomes[wizard_assessment(w)->outcome].id);
    return say_kept(w, sitting_keep(w->sitting));
}

static int keep_agreed(struct wizard *w, const char *words)
{
    if (w->sitting->mode != SITTING_WRITES)
        return say_fault(w, STORE_FOREIGN);
    if (!(w->field == FIELD_AGREED ? case_agree(w, words) : case_refer(w, words)))
        return WIZARD_PAGE;
    return say_kept(w, sitting_keep(w->sitting));
}

static int accept_line(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    const char *words = w->entry.bytes;
    if (fields[w->field].key)
        keep_day(w, fields[w->field].key, words);
    else if (w->field == FIELD_REASON)
        keep_status(w, words);
    else if (w->field == FIELD_AGREED || w->field == FIELD_REFERRED)
        keep_agreed(w, words);
    else if (w->field == FIELD_NAME)
        verb_save(w, ACTION_SAVE, words);
    else
        keep_note(w, w->field == FIELD_OPINION, words);
    bool kept = !strcmp(w->message, _("Saved."));
    if (!kept)
        return WIZARD_PAGE;
    line_wipe(&w->entry);
    return wizard_open(w, SCREEN_CASE);
}

const struct screen_ops screen_case_line = {
    .id = "case-line",
    .context = line_context,
    .build = build_line,
    .accept = accept_line,
    .line = line_of,
};

// ---- verbs ------------------------------------------------------------------------------------

int verb_case(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return wizard_open(w, SCREEN_CASE);
}

int verb_save(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    diplomas_answers(w, w->several);
    return say_kept(w, argument ? sitting_save_as(w->sitting, w->several, argument)
                                : sitting_save(w->sitting, w->several));
}

// A note; without words, on a screen, the line to type it in.
int verb_note(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    if (argument || !(w->abilities & ABILITY_KEYS))
        return keep_note(w, false, argument ? argument : "");
    return open_line(w, FIELD_FACT);
}

void case_changed(struct wizard *w)
{
    if (!w->sitting)
        return;
    bool torn = w->sitting->torn;
    diplomas_answers(w, w->several);
    sitting_answers(w->sitting, w->several);
    if (w->sitting->torn && !torn)
        wizard_say(w, arena_printf(&w->frame, _("What you change is not kept for now: %s"),
                                   strerror(errno)));
}

int case_back(struct wizard *w)
{
    session_reset(&w->session);
    diplomas_fill(w, w->sitting->kept.of, w->sitting->kept.n);
    diplomas_answers(w, w->several);
    sitting_back(w->sitting, w->several);
    w->assessed = w->changing = false;
    w->tab = TAB_OUTCOME;
    wizard_arrive(w);
    wizard_say(w, _("These are the answers that are kept."));
    return WIZARD_PAGE;
}
