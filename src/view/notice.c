// SPDX-License-Identifier: MIT
// What a client is told about the case that is kept: what, where, how long, and what can be asked
// for. One sheet, to read, to sign and to take home.
#include "view/parts.h"

static void add_items(struct making *m, const char *const *words, int n)
{
    for (int i = 0; i < n; i++)
        page_item(&m->b, "•", _(words[i]));
}

static void add_what(struct making *m, const struct case_notice *n)
{
    static const char *const kept[] = {
        N_("What you answered about your diploma and your plans."),
        N_("Which papers you have."),
        N_("Where you apply, how far it is, and what was decided."),
        N_("Notes of what was said and agreed."),
        N_("The last result in short, so that a change of the law is noticed."),
        N_("The days on which the case was changed."),
    };
    make_heading(m, _("What is kept"));
    if (*n->name)
        page_pair(&m->b, _("Name of the case"), n->name);
    add_items(m, kept, sizeof kept / sizeof *kept);
    make_paragraph(m, _("The case has a name of its own. Your name need not be in it."), 0);
}

static void add_where(struct making *m, const struct case_notice *n)
{
    make_heading(m, _("Where, and who can read it"));
    make_paragraph(m,
                   _("In a file on a computer of this office, in a folder that only one account "
                     "can enter. This program sends nothing over a network."),
                   0);
    if (n->sealed)
        make_paragraph(m, _("The file is sealed: without a passphrase nobody can read it."), 0);
    make_heading(m, _("How long"));
    if (*n->expires)
        make_paragraph(m,
                       arena_printf(m->g->arena, _("Until %s. After that day it is to be deleted."),
                                    n->expires),
                       0);
    else
        make_paragraph(m, _("No last day is set. You can ask for one."), 0);
}

static void add_asking(struct making *m, const struct case_notice *n)
{
    static const char *const asked[] = {
        N_("A copy of all that is kept."),
        N_("That something wrong is put right."),
        N_("That all of it is deleted."),
    };
    make_heading(m, _("What you can ask for"));
    add_items(m, asked, sizeof asked / sizeof *asked);
    make_heading(m, _("Your agreement"));
    if (*n->consent)
        make_paragraph(
            m, arena_printf(m->g->arena, _("You agreed on %s that this is kept."), n->consent), 0);
    else
        make_paragraph(m, _("I agree that this is kept."), 0);
    page_pair(&m->b, _("Day"), "______________");
    page_pair(&m->b, _("Signature"), "______________________________");
}

struct page *page_notice(const struct ground *g, const struct case_notice *n)
{
    struct making m;
    make_begin(&m, g, PAGE_REPORT, _("What is kept about you"));
    page_add(&m.b, BLOCK_TITLE, _("What is kept about you"));
    make_paragraph(&m,
                   _("Your counsellor keeps a case, so that you need not tell everything again "
                     "and can be told when something changes for you."),
                   0);
    add_what(&m, n);
    add_where(&m, n);
    add_asking(&m, n);
    return page_finish(&m.b);
}
