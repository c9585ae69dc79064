// SPDX-License-Identifier: MIT
// `tanu letter`: a letter to the office about one case, in one language or in two; where none fits,
// a sentence and no paper.
#include <string.h>

#include "app/document.h"
#include "app/one_case.h"
#include "base/text.h"
#include "pack/words.h"
#include "view/letter.h"

enum { LETTER_WIDTH = 72 };

static const struct flag flags[] = {
    {"format", "FORMAT", N_("text (the default), html or pdf")},
    {"about", "LETTER", N_("this one of the letters that fit (else the first)")}, // or its purpose
    {"list", NULL, N_("only names the letters that fit, one a line")},
    {"output", "FILE", N_("into this file, whole or not at all; not over one that is there")},
    {"letterhead", "FILE", N_("around it, instead of that of the settings: text, or HTML")},
    {"paper", "SIZE", N_("of PDF: a4 (the default) or letter")},
    {"force", NULL, N_("also over a file that is there")},
    {NULL, NULL, NULL},
};

struct job {
    struct one_case one;
    struct document document;
    struct arena arena;
    struct judged judged;
    struct ground ground;
    const struct letterhead *letterhead;
    const struct letter *fitting[PACK_MAX_LETTERS], *letter;
    int n;
};

static const struct page *one_page(void *context)
{
    const struct job *job = context;
    return page_letter(&job->ground, job->letter);
}

static int list_letters(const struct job *job)
{
    struct text out = TEXT_INIT;
    for (int i = 0; i < job->n; i++)
        text_printf(&out, "%s: %s\n", job->fitting[i]->id,
                    say(&job->one.i18n, &job->fitting[i]->title));
    int status = call_print_words(&job->one.i18n, &out);
    text_release(&out);
    return status;
}

// The letter named with --about, by its id or by what it asks for.
static bool is_about(const struct letter *letter, const char *word)
{
    return !strcmp(letter->id, word) || !strcmp(words_letter[letter->purpose], word);
}

static int unknown_letter(const struct job *job, const char *word)
{
    const struct pack *pack = job->one.pack;
    for (int32_t i = 0; i < pack->n_letters; i++)
        if (is_about(&pack->letters[i], word)) {
            call_complain("the letter '%s' does not fit this case; --list names those that do.",
                          word);
            return EXIT_NEGATIVE;
        }
    call_complain("there is no letter '%s'; --list names those that fit.", word);
    return EXIT_USAGE;
}

static int choose(struct job *job, const char *about)
{
    for (int i = 0; i < job->n && !job->letter; i++)
        if (!about || is_about(job->fitting[i], about))
            job->letter = job->fitting[i];
    if (job->letter)
        return 0;
    if (about)
        return unknown_letter(job, about);
    call_complain("%s", letter_none_words());
    return EXIT_NEGATIVE;
}

static int write_letter(struct job *job)
{
    const struct call *call = job->document.call;
    struct report report = {.ground = &job->ground,
                            .width = LETTER_WIDTH,
                            .name = "",
                            .head = "",
                            .letter = job->document.letter};
    if (one_case_judge(&job->one, &job->judged))
        return EXIT_DATA;
    job->ground = judged_ground(&job->one, &job->judged, call, &job->arena);
    job->ground.letterhead = job->letterhead;
    job->n = letters_fitting(&job->ground, job->fitting);
    if (call_has(call, "list"))
        return list_letters(job);
    int status = choose(job, call_flag(call, "about"));
    if (!status)
        status = document_pages(&job->document, &job->one.i18n, one_page, job, &report);
    return status ? status : document_write(&job->document, &job->one.i18n, &report);
}

static int run(struct call *call)
{
    struct job job = {.n = 0};
    int status = document_begin(&job.document, call, true);
    if (status)
        return status;
    status = one_case_open(&job.one, call, !document_to_terminal(&job.document));
    arena_init(&job.arena);
    if (!status)
        status = document_letterhead(&job.document, &job.arena, &job.letterhead);
    if (!status)
        status = write_letter(&job);
    arena_wipe(&job.arena);
    arena_release(&job.arena);
    judged_release(&job.judged);
    one_case_release(&job.one);
    return status;
}

const struct command command_letter = {
    .name = "letter",
    .operands = "[FILE]",
    .summary = N_("Writes a letter to the office: reasons, an assessment, a review."),
    .flags = flags,
    .most_operands = 1,
    .letters = "o",
    .run = run,
};
