// SPDX-License-Identifier: MIT
// The book: what letters to offices say, and when; book.h.
#include "author/book.h"

static void argument(struct book *b, const struct argument *a)
{
    struct text purposes = TEXT_INIT;
    for (int p = 0; p < LETTER_PURPOSES; p++)
        if (a->purposes >> p & 1)
            text_printf(&purposes, "%s%s", purposes.len ? ", " : "", words_letter[p]);
    html_entry(b, "argument", a->id, a->place);
    html_open_list(b);
    html_row(b, "In letters for", text_str(&purposes));
    html_add(b, "<dt>Stands where this right does</dt><dd>");
    html_link(b, "right", b->pack->rights[a->right].id);
    html_add(b, "</dd>\n");
    html_row(b, "Text", a->text.words);
    html_cites(b, &a->cites);
    html_close_list(b);
    text_release(&purposes);
}

static void parts(struct book *b, const struct letter *letter, enum letter_place place)
{
    static const char *const names[LETTER_PLACES] = {"Opening", "Closing"};
    for (int32_t i = 0; i < letter->n_parts[place]; i++) {
        const struct letter_part *part = &letter->parts[place][i];
        html_row(b, names[place], part->text.words);
        html_condition(b, "if", part->when.root);
        if (part->ground != NONE)
            html_row(b, "if a ground of the challenge is", b->pack->findings[part->ground].id);
    }
}

static void letter(struct book *b, const struct letter *l)
{
    html_entry(b, "letter", l->id, l->place);
    html_open_list(b);
    html_row(b, "Asks for", words_letter[l->purpose]);
    html_row(b, "Title", l->title.words);
    html_condition(b, "When", l->when.root);
    if (l->challenge)
        html_row(b, "Only", "where practice falls behind what a convention asks for");
    parts(b, l, LETTER_OPENING);
    parts(b, l, LETTER_CLOSING);
    html_close_list(b);
}

void book_letters(struct book *b)
{
    for (int32_t i = 0; i < b->pack->n_letters; i++)
        letter(b, &b->pack->letters[i]);
    if (b->pack->n_arguments)
        html_add(b, "<h3>What they say of conventions</h3>\n");
    for (int32_t i = 0; i < b->pack->n_arguments; i++)
        argument(b, &b->pack->arguments[i]);
}
