// SPDX-License-Identifier: MIT
// "I have a code": the answers of an earlier visit come back.
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "case/code.h"
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_CODE;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    return page_code(g, w->code.bytes, w->code.cursor);
}

static struct wizard_line *line(struct wizard *w)
{
    return &w->code;
}

static const char *fault_words(enum code_fault fault)
{
    switch (fault) {
    case CODE_ALTERED:
        return _("A sign of this code is wrong or missing, or two are swapped.");
    case CODE_OTHER_PACK:
        return _("This code was made with other content and cannot be read here.");
    case CODE_NEWER:
        return _("This code was made by a newer tanu and cannot be read by this one.");
    case CODE_NONE:
    case CODE_GOOD:
        break;
    }
    return _("This is no code: a code has 20 letters and digits or more.");
}

static bool lost_some(const struct pack *pack, const struct code *code)
{
    bool lost = code->newer || code->n_gone > 0;
    for (int32_t q = 0; q < pack->n_questions; q++)
        lost |= question_set_has(&code->lost, q);
    return lost;
}

static void take(struct wizard *w, const struct code *code)
{
    session_reset(&w->session);
    wizard_fill(w, &code->answers, 1);
    wizard_say(w, lost_some(w->pack, code)
                      ? _("Your answers are back. Some no longer fit and are asked again.")
                      : _("Your answers are back."));
}

static void add(struct wizard *w, const struct code *code)
{
    diplomas_take(w, &code->answers);
}

static int read_code(struct wizard *w, const char *words,
                     void (*use)(struct wizard *w, const struct code *code))
{
    struct code *code = xcalloc(1, sizeof *code);
    enum code_fault fault = code_read(w->pack, w->as_of, words, code);
    if (fault)
        wizard_say(w, fault_words(fault));
    else
        use(w, code);
    explicit_bzero(code, sizeof *code);
    free(code);
    return WIZARD_PAGE;
}

int code_take(struct wizard *w, const char *words)
{
    return read_code(w, words, take);
}

int code_add(struct wizard *w, const char *words)
{
    return read_code(w, words, add);
}

// Above the list of diplomas it is one of them.
static int use(struct wizard *w, const char *words)
{
    bool among = w->n_open > 1 && wizard_below(w) == SCREEN_DIPLOMAS;
    return among ? code_add(w, words) : code_take(w, words);
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return use(w, w->code.bytes);
}

static int act(struct wizard *w, enum action action, const char *argument)
{
    return action == ACTION_ANSWER && argument ? use(w, argument) : WIZARD_PASS;
}

const struct screen_ops screen_code = {
    .id = "code",
    .context = context,
    .build = build,
    .accept = accept,
    .act = act,
    .line = line,
};
