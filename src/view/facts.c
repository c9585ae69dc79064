// SPDX-License-Identifier: MIT
// Facts and offices of a destination as blocks. What is not known says so and names whom to ask.
#include <string.h>
#include "base/text.h"
#include "pack/words.h"
#include "view/parts.h"

struct named {
    const char *id, *words;
};

static const char *named_words(const struct named *list, size_t count, const char *context,
                               const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(list[i].id, id))
            return i18n_marked(context, list[i].words);
    return id;
}

const char *kind_words(const char *kind)
{
    static const struct named kinds[] = {
        {"fee", NC_("fact", "Fee")},
        {"fee_school", NC_("fact", "Fee for school papers")},
        {"time", NC_("fact", "Time")},
        {"appeal", NC_("fact", "Appeal")},
        {"law", NC_("fact", "Law and rules")},
        {"paper", NC_("fact", "What you get")},
        {"decides_study", NC_("fact", "Decides for study")},
        {"decides_work", NC_("fact", "Decides for work")},
        {"decides_professions", NC_("fact", "Decides for professions")},
        {"decides_residence", NC_("fact", "Decides for residence")},
        {"documents", NC_("fact", "Papers")},
        {"translation", NC_("fact", "Translation")},
        {"legalisation", NC_("fact", "Apostille or legalisation")},
        {"ranking", NC_("fact", "Rankings")},
        {"residence", NC_("fact", "Time in the country")},
        {"online", NC_("fact", "Online study")},
        {"branch", NC_("fact", "Branches abroad")},
        {"minimum_length", NC_("fact", "Shortest length")},
        {"register", NC_("fact", "Register")},
        {"framework", NC_("fact", "Framework of levels")},
        {"refugees", NC_("fact", "Displaced people")},
        {"conflict", NC_("fact", "Sources disagree")},
        {"gap", NC_("fact", "Not found")},
    };
    return named_words(kinds, sizeof kinds / sizeof *kinds, "fact", kind);
}

const char *role_words(const char *role)
{
    static const struct named roles[] = {
        {"authority", NC_("office", "Authority")},
        {"centre", NC_("office", "Information centre")},
        {"service", NC_("office", "Service office")},
        {"study", NC_("office", "Study")},
        {"work", NC_("office", "Work")},
        {"profession", NC_("office", "Professions")},
        {"residence", NC_("office", "Residence")},
        {"appeal", NC_("office", "Appeal")},
        {"register", NC_("office", "Register")},
    };
    return named_words(roles, sizeof roles / sizeof *roles, "office", role);
}

const char *office_ask_words_at(const struct ground *g, const struct office *office)
{
    if (!office)
        return _("Not known. Ask the authority.");
    const char *where = office->url ? office->url : office->email ? office->email : office->phone;
    const char *words =
        arena_printf(g->arena, _("Not known. Ask: %s"), say(g->i18n, &office->name));
    return where ? arena_printf(g->arena, "%s (%s)", words, where) : words;
}

const char *office_ask_words(const struct ground *g)
{
    return office_ask_words_at(g, ground_authority(g));
}

// What it costs, how long it takes and until when one may object is said whole. Date and status
// stand in the citation; what is older than the pack's limit says so at once.
static const char *fact_words(const struct making *m, const struct fact *fact)
{
    const struct ground *g = m->g;
    const char *words = phrase_words(g, &fact->text);
    if (!fact_asks_or_costs(fact))
        words = fold_words(m, words);
    if (!fact_is_old(g, fact->kind, fact->evidence.as_of))
        return words;
    return arena_printf(g->arena, "%s %s", words, _("(old: ask)"));
}

// Whom to ask for it where it is not known: the office whose fact it is, else the authority.
static const struct office *office_of(const struct ground *g, const struct fact *fact)
{
    const struct office *own =
        fact && fact->office ? destination_office(ground_destination(g), fact->office) : NULL;
    return own ? own : ground_authority(g);
}

void make_fact_more(struct making *m, const struct fact *fact)
{
    struct block *b = &m->b.blocks[m->b.n_blocks - 1];
    if (fact->evidence.status == STATUS_UNVERIFIED)
        return; // the one above says that not all is known, or it says more
    b->text = arena_printf(m->g->arena, "%s %s", b->text, fact_words(m, fact));
    make_evidence(m, &fact->evidence);
}

bool make_fact_pair(struct making *m, const struct fact *fact, const char *label, int indent)
{
    bool known = fact && fact->evidence.status != STATUS_UNVERIFIED;
    struct block *b =
        page_pair(&m->b, label, known ? fact_words(m, fact) : make_ask(m, office_of(m->g, fact)));
    b->indent = indent;
    b->style = known ? STYLE_PLAIN : STYLE_CAUTION;
    return known;
}

void make_fact_record(struct making *m, const struct fact *fact, const char *label, int indent)
{
    if (make_fact_pair(m, fact, label, indent))
        make_evidence(m, &fact->evidence);
}

// A fact of another office than the authority names it.
static const char *label_of(const struct ground *g, const struct fact *fact, const char *label)
{
    const struct office *office =
        fact->office ? destination_office(ground_destination(g), fact->office) : NULL;
    bool other = office && office != ground_authority(g);
    return other ? arena_printf(g->arena, "%s (%s)", label, say(g->i18n, &office->name)) : label;
}

void make_more(struct making *m)
{
    struct block *b = &m->b.blocks[m->b.n_blocks - 1];
    if (!strstr(b->text, "…"))
        b->text = arena_printf(m->g->arena, "%s …", b->text);
}

void make_fact(struct making *m, const char *kind, const char *label, int indent)
{
    const struct destination *d = ground_destination(m->g);
    bool any = false, left_out = false;
    for (int32_t i = 0; d && i < d->n_facts; i++) {
        const struct fact *fact = &d->facts[i];
        if (strcmp(fact->kind, kind) != 0)
            continue;
        if (!ground_fact_concerns(m->g, fact)) {
            left_out = true;
            continue;
        }
        if (any && m->folded && !fact_asks_or_costs(fact)) {
            make_more(m);
            return;
        }
        make_fact_record(m, fact, label_of(m->g, fact, label), indent);
        any = true;
    }
    if (!any && !left_out) // what the authority does for others only is not its to tell
        make_fact_record(m, NULL, label, indent);
}

static void join(struct text *t, const char *s)
{
    if (s && *s)
        text_printf(t, "%s%s", t->len ? "; " : "", s);
}

const char *office_way(const struct office *office)
{
    return office->url     ? office->url
           : office->phone ? office->phone
           : office->email ? office->email
                           : office->address;
}

void make_office(struct making *m, const struct office *office, const char *label, int indent)
{
    struct text t = TEXT_INIT;
    if (!office) {
        page_pair(&m->b, label, make_ask(m, ground_authority(m->g)))->indent = indent;
        return;
    }
    const char *name = say(m->g->i18n, &office->name);
    join(&t, name);
    if (m->folded && !m->on_paper) {
        join(&t, office_way(office));
    } else {
        if (office->local_name && !strstr(name, office->local_name)) // of the reader's language
            join(&t, office->local_name);
        join(&t, office->address);
        join(&t, office->phone);
        join(&t, office->email);
        join(&t, office->url);
    }
    bool reachable = office_reachable(office); // else there is nothing to doubt
    if (reachable && (office->evidence.status == STATUS_REPORTED ||
                      office->evidence.status == STATUS_UNVERIFIED))
        text_printf(&t, " (%s)",
                    m->folded && !m->on_paper && office->evidence.status == STATUS_REPORTED
                        ? _("second-hand")
                        : status_words(office->evidence.status));
    if (reachable && fact_is_old(m->g, AGE_OF_OFFICES, office->evidence.as_of))
        text_printf(&t, " %s", _("(This is old and may have changed: ask.)"));
    struct block *b = page_pair(&m->b, label, arena_strdup(m->g->arena, text_str(&t)));
    b->indent = indent;
    b->url = office->url;
    text_release(&t);
    m->named = office;
    m->named_at = m->b.n_blocks;
    if (office == ground_authority(m->g))
        m->told = office;
}
