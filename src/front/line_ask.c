// SPDX-License-Identifier: MIT
// Line mode: what is asked and told, all of it read off the pages of the wizard.
#include <string.h>
#include "base/text.h"
#include "front/line_talk.h"

enum { FOUND_MOST = 20 }; // countries read out; more letters are asked for then

static const struct block *item_block(const struct page *page, int32_t value)
{
    for (int i = 0; i < page->n_items; i++)
        if (page->items[i].value == value)
            return &page->blocks[page->items[i].block];
    return NULL;
}

static void ask_how(struct talk *t, const struct page *page)
{
    const struct block *none = item_block(page, ITEM_NONE);
    switch (wizard_context(t->w)) {
    case CONTEXT_CHOICES:
        talk_put(t, _("Number: "));
        break;
    case CONTEXT_WELCOME:
        talk_put(t, _("Number of your language, or Enter to begin: "));
        break;
    case CONTEXT_CODE:
        talk_put(t, _("Your code, or < to go back: "));
        break;
    case CONTEXT_MANY:
        talk_put(t, _("Numbers, with spaces between: "));
        break;
    case CONTEXT_SEARCH:
        talk_put(t, _("Country, or its first letters: "));
        break;
    default:
        if (none)
            talk_say(t, arena_printf(&t->scratch, _("Type - for: %s"), none->text));
        if (item_block(page, ITEM_UNKNOWN))
            talk_say(t, _("Type “unknown” if you don't know."));
        talk_put(t, _("Your answer: "));
    }
}

// The question's page without what is to be searched and not read out, and without words about keys
// (muted on a question's page).
static const struct page *spoken_page(struct talk *t, const struct page *whole)
{
    bool rows = wizard_context(t->w) & (CONTEXT_CHOICES | CONTEXT_MANY);
    struct page *page = ARENA_NEW(&t->scratch, struct page);
    struct block *blocks = ARENA_ARRAY(&t->scratch, struct block, (size_t)whole->n_blocks);
    *page = *whole;
    page->blocks = blocks;
    page->n_blocks = 0;
    for (int i = 0; i < whole->n_blocks; i++)
        if (whole->blocks[i].style != STYLE_MUTED &&
            (rows || whole->blocks[i].kind != BLOCK_CHOICE))
            blocks[page->n_blocks++] = whole->blocks[i];
    return page;
}

// What a search has found, numbered.
static void tell_found(struct talk *t, const struct page *page)
{
    int n = 0;
    for (int i = 0; i < page->n_items && n < FOUND_MOST; i++)
        if (page->items[i].value >= 0)
            talk_say(t, arena_printf(&t->scratch, "%d. %s", ++n,
                                     page->blocks[page->items[i].block].text));
}

void talk_ask(struct talk *t)
{
    const struct page *page = wizard_page(t->w);
    const struct block *line = item_block(page, ITEM_FIELD);
    if (t->repeat) {
        talk_put(t, "\n");
        if (*page->progress)
            talk_say(t, arena_printf(&t->scratch, "%s.", page->progress));
        talk_page(t, spoken_page(t, page));
        const char *kept = wizard_kept(t->w);
        if (*kept)
            talk_say(t, arena_printf(&t->scratch,
                                     _("Your answer so far: %s. Press Enter to keep it."), kept));
    }
    if (line && *line->text && wizard_context(t->w) == CONTEXT_SEARCH)
        tell_found(t, page);
    ask_how(t, page);
}

bool talk_welcome(struct talk *t)
{
    struct page page = *wizard_page(t->w);
    bool asks = !item_block(&page, ITEM_DONE);
    if (t->repeat) {
        while (!asks && page.n_blocks && page.blocks[page.n_blocks - 1].kind == BLOCK_CHOICE)
            page.n_blocks--;
        talk_page(t, &page);
        talk_say(t, wizard_may(t->w, ACTION_QUIT)
                        ? _("Type ? for help, < to go back, quit to leave.")
                        : _("Type ? for help, < to go back, “again” when you are finished."));
    }
    if (asks)
        ask_how(t, &page);
    return asks;
}

void talk_early(struct talk *t)
{
    struct page page = *wizard_page(t->w);
    const struct block *exact = item_block(&page, ITEM_DONE);
    while (page.n_blocks && page.blocks[page.n_blocks - 1].kind == BLOCK_CHOICE)
        page.n_blocks--;
    talk_put(t, "\n");
    talk_say(t, arena_printf(&t->scratch, "%s.", page.progress));
    talk_page(t, &page);
    if (exact)
        talk_say(t, arena_printf(&t->scratch, "%s.", exact->text));
    talk_say(t, _("To stop here, type “result”."));
}

void talk_confirm(struct talk *t)
{
    talk_put(t, "\n");
    talk_page(t, wizard_page(t->w));
    talk_put(t, _("Number, yes or no: "));
}

void talk_part(struct talk *t)
{
    const struct page *page = wizard_page(t->w);
    talk_put(t, "\n");
    if (page->tab)
        talk_say(t, arena_printf(&t->scratch, "%s.", page->tabs[page->tab]));
    talk_page(t, page);
}

// All parts where nobody is there to ask for more.
static void tell_result(struct talk *t)
{
    talk_put(t, "\n");
    if (!wizard_question(t->w))
        talk_say(t, _("That was the last question. The result:"));
    talk_part(t);
    for (int part = 1; !t->echoed && part < wizard_page(t->w)->n_tabs; part++) {
        talk_do(t, ACTION_NEXT_TAB, NULL);
        talk_part(t);
    }
}

void talk_offer(struct talk *t)
{
    if (t->repeat)
        tell_result(t);
    const struct page *page = wizard_page(t->w);
    struct text list = TEXT_INIT;
    for (int part = 0; part < page->n_tabs; part++)
        text_printf(&list, "%s%d %s", part ? ", " : "", part + 1, page->tabs[part]);
    talk_put(t, "\n");
    talk_say(t, text_str(&list));
    talk_put(t, wizard_may(t->w, ACTION_QUIT)
                    ? _("Number of a part, Enter for the next one, < back, quit: ")
                    : _("Number of a part, Enter for the next one, < back, again: "));
    text_release(&list);
}
