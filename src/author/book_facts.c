// SPDX-License-Identifier: MIT
// The book: treaties with their articles and parties, and the countries; book.h.
#include "author/book.h"

// ---- treaties -----------------------------------------------------------------------------------

static void add_choices(struct book *b, const char *name, int32_t question, uint64_t set)
{
    bool any = false;
    if (question < 0)
        return;
    const struct question *q = &b->pack->questions[question];
    text_printf(b->out, "<dt>%s</dt><dd>", name);
    for (int32_t i = 0; i < q->n_choices; i++)
        if (set >> i & 1) {
            html_add(b, any ? ", " : "");
            html_text(b, q->choices[i].id);
            any = true;
        }
    html_add(b, any ? "</dd>\n" : "all</dd>\n");
}

static void add_matters(struct book *b, uint64_t set)
{
    bool any = false;
    html_add(b, "<dt>Speaks about</dt><dd>");
    for (int32_t m = 0; m < b->pack->n_matters; m++)
        if (set >> m & 1) {
            html_add(b, any ? ", " : "");
            html_link(b, "matter", b->pack->matters[m].id);
            any = true;
        }
    html_add(b, any ? "</dd>\n" : "no matter in particular</dd>\n");
}

static void party(struct book *b, const struct party *p)
{
    char day[DATE_TEXT];
    const struct {
        const char *word;
        int32_t day;
    } dates[] = {{"signed", p->signed_on},
                 {"deposit", p->deposit},
                 {p->in_force_computed ? "in force (computed)" : "in force", p->in_force},
                 {"not before", p->not_before},
                 {"not after", p->not_after},
                 {"until", p->until}};
    html_add(b, "<tr><td><code>");
    html_text(b, b->pack->countries[p->state]);
    text_printf(b->out, "</code><br><small>:%u</small></td><td>", p->place.line);
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        if (dates[i].day)
            text_printf(b->out, "%s %s<br>", dates[i].word, html_date(day, dates[i].day));
    html_text(b, p->form);
    html_add(b, " ");
    html_text(b, p->domestic.words);
    for (int32_t r = 0; r < p->n_reservations; r++) {
        html_add(b, "<br><b>Reservation</b> about ");
        html_text(b, b->pack->matters[p->reservations[r].matter].id);
        html_add(b, ": ");
        html_text(b, p->reservations[r].text.words);
        html_add(b, "<dl>");
        html_evidence(b, &p->reservations[r].evidence);
        html_add(b, "</dl>");
    }
    html_add(b, "</td><td><dl>");
    html_evidence(b, &p->evidence);
    html_add(b, "</dl></td></tr>\n");
}

static void articles(struct book *b, int32_t instrument)
{
    for (int32_t i = 0; i < b->pack->n_sources; i++) {
        const struct source *s = &b->pack->sources[i];
        if (s->instrument != instrument)
            continue;
        html_entry(b, "source", s->id, s->place);
        html_open_list(b);
        html_row(b, "Article", s->number);
        html_row(b, "In our words", s->text.words);
        struct evidence evidence = {s->article_source, s->as_of, s->status};
        html_evidence(b, &evidence);
        html_close_list(b);
    }
}

void book_instruments(struct book *b)
{
    char day[DATE_TEXT];
    for (int32_t i = 0; i < b->pack->n_instruments; i++) {
        const struct instrument *in = &b->pack->instruments[i];
        html_entry(b, "instrument", in->id, in->place);
        html_open_list(b);
        html_row(b, "Name", in->name.words);
        html_row(b, "Short", in->short_name.words);
        html_row(b, "Text", in->text.words);
        html_row(b, "Note", in->note.words);
        html_row(b, "Duty", words_duty[in->duty]);
        html_row(b, "In force", in->in_force ? html_date(day, in->in_force) : "see the parties");
        add_choices(b, "Purposes", b->pack->q_purpose, in->purposes);
        add_choices(b, "Levels", b->pack->q_level, in->levels);
        if (in->left_out)
            add_choices(b, "Professions left out", b->pack->q_profession, in->left_out);
        add_matters(b, in->matters);
        html_condition(b, "Covers only if", in->when.root);
        html_row(b, "Said otherwise", in->otherwise.words);
        html_evidence(b, &in->evidence);
        html_close_list(b);
        articles(b, i);
        if (!in->n_parties)
            continue;
        html_add(b, "<table><thead><tr><th>State</th><th>Record</th><th>Evidence</th></tr></thead>"
                    "<tbody>\n");
        for (int32_t p = 0; p < in->n_parties; p++)
            party(b, &in->parties[p]);
        html_add(b, "</tbody></table>\n");
    }
}

// ---- countries ----------------------------------------------------------------------------------

static void offices(struct book *b, const struct destination *d)
{
    for (int32_t i = 0; i < d->n_offices; i++) {
        const struct office *o = &d->offices[i];
        html_entry(b, "office", o->id, o->place);
        html_open_list(b);
        html_row(b, "Role", o->role);
        html_row(b, "Name", o->name.words);
        html_row(b, "Local name", o->local_name);
        html_row(b, "Address", o->address);
        html_row(b, "Phone", o->phone);
        html_row(b, "Email", o->email);
        html_row(b, "Web", o->url);
        if (o->levels)
            add_choices(b, "Levels", b->pack->q_level, o->levels);
        html_evidence(b, &o->evidence);
        html_close_list(b);
    }
}

static void facts(struct book *b, const struct destination *d)
{
    for (int32_t i = 0; i < d->n_facts; i++) {
        const struct fact *f = &d->facts[i];
        html_entry(b, "fact", f->id, f->place);
        html_open_list(b);
        html_row(b, "Kind", f->kind);
        html_row(b, "Text", f->text.words);
        html_evidence(b, &f->evidence);
        html_close_list(b);
    }
}

static void traits(struct book *b, const struct destination *d)
{
    static const char *const values[] = {"no", "yes", "not known"};
    for (int32_t t = 0; t < b->pack->n_traits; t++) {
        html_add(b, "<section><h4><code>");
        html_text(b, b->pack->traits[t].id);
        html_add(b, "</code></h4>\n");
        html_open_list(b);
        html_row(b, "Means", b->pack->traits[t].text.words);
        html_row(b, "Here", values[d->traits[t].value]);
        html_evidence(b, &d->traits[t].evidence);
        html_close_list(b);
    }
}

static void levels(struct book *b, const struct destination *d)
{
    for (int32_t i = 0; i < d->n_levels; i++) {
        const struct country_level *l = &d->levels[i];
        if (l->level < 0 || b->pack->q_level < 0)
            continue;
        html_add(b, "<section><h4><code>");
        html_text(b, b->pack->questions[b->pack->q_level].choices[l->level].id);
        text_printf(b->out, "</code> <small>:%u</small></h4>\n", l->place.line);
        html_open_list(b);
        html_row(b, "Award", l->award.words);
        html_row(b, "Framework", l->framework.words);
        html_row(b, "Years", l->years.words);
        html_row(b, "Credits", l->credits.words);
        html_row(b, "ISCED", l->isced);
        html_evidence(b, &l->evidence);
        html_close_list(b);
    }
}

void book_countries(struct book *b)
{
    for (int32_t i = 0; i < b->pack->n_destinations; i++) {
        const struct destination *d = &b->pack->destinations[i];
        html_entry(b, "country", b->pack->countries[d->country], d->place);
        html_add(b, "</section>\n<h3>Offices</h3>\n");
        offices(b, d);
        html_add(b, "<h3>What is shown about the country</h3>\n");
        facts(b, d);
        html_add(b, "<h3>Facts that rules read</h3>\n");
        traits(b, d);
        html_add(b, d->n_levels ? "<h3>Levels</h3>\n" : "");
        levels(b, d);
        book_rules(b, i);
    }
}
