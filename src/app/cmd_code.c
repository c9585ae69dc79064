// SPDX-License-Identifier: MIT
// `tanu code`: one case as a line of letters and digits. `tanu decode`: the case back, with what
// came out then and what comes out today.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/one_case.h"
#include "base/text.h"
#include "base/version.h"
#include "case/code.h"
#include "pack/read/load.h"
#include "pack/words.h"

static const struct flag code_flags[] = {
    {"without", "IDS", N_("leave these answers out, such as --without displaced,earlier_decision")},
    {NULL, NULL, NULL},
};

static int read_without(const struct call *call, const struct pack *pack, struct question_set *out)
{
    const char *at = call_flag(call, "without");
    *out = (struct question_set){{0}};
    for (; at && *at; at += *at == ',') {
        char id[80];
        at += strspn(at, " ");
        size_t len = strcspn(at, ", ");
        snprintf(id, sizeof id, "%.*s", (int)(len < sizeof id ? len : sizeof id - 1), at);
        int32_t question = pack_question(pack, id);
        if (question == NONE) {
            call_complain("--without: '%s' is no question.", id);
            return EXIT_USAGE;
        }
        question_set_add(out, question);
        at += len + strspn(at + len, " ");
    }
    return 0;
}

static int refuse_code(const struct pack *pack, int32_t question)
{
    if (question == NONE)
        call_complain("this pack makes no codes: it has no codes.yaml.");
    else
        call_complain(
            "the answer to '%s' has no number in codes.yaml, so it cannot stand in a code.",
            pack->questions[question].id);
    return EXIT_DATA;
}

static int write_code(struct one_case *one, const struct call *call)
{
    struct text out = TEXT_INIT;
    struct question_set without;
    struct assessment result = {0};
    int32_t question;
    const struct answers *answers = one->several.n ? &one->several.of[0] : &one->line.answers;
    if (one->several.n > 1) {
        call_complain("a code holds one qualification; make one of each.");
        return EXIT_DATA;
    }
    int status = read_without(call, one->pack, &without);
    if (status)
        return status;
    assess(one->engine, answers, ASSESS_BRIEF, &result);
    status = call_trouble(one->pack, one->engine, 0);
    if (!status && code_write(&out, one->pack, answers, result.outcome, &without, &question))
        status = refuse_code(one->pack, question);
    text_char(&out, '\n');
    if (!status)
        status = call_print_words(&one->i18n, &out);
    assessment_release(&result);
    text_release(&out);
    return status;
}

static int run_code(struct call *call)
{
    struct one_case one;
    int status = one_case_open(&one, call, true);
    if (!status)
        status = write_code(&one, call);
    one_case_release(&one);
    return status;
}

const struct command command_code = {
    .name = "code",
    .operands = "[FILE]",
    .summary = N_("Prints one case, a JSON object of answers, as a code that brings it back."),
    .flags = code_flags,
    .most_operands = 1,
    .run = run_code,
};

// ---- decode ------------------------------------------------------------------------------------

static int refuse_words(enum code_fault fault)
{
    switch (fault) {
    case CODE_NONE:
        call_complain(
            "this is no code: a code has 20 signs or more, digits and letters without I, L, O "
            "and U.");
        break;
    case CODE_ALTERED:
        call_complain(
            "this code is not as it was given: a sign is wrong, missing, or two are swapped.");
        break;
    case CODE_OTHER_PACK:
        call_complain("this code was made with another pack; name that one with --pack DIR.");
        break;
    case CODE_NEWER:
        call_complain("this code was made by a newer program and cannot be read by this one.");
        break;
    case CODE_GOOD:
        break;
    }
    return EXIT_DATA;
}

// What the code holds and this content does not. Returns an exit status.
static int say_missing(const struct pack *pack, const struct code *code)
{
    bool any = code->newer || code->n_gone;
    if (version_order(code->version, pack->version) > 0)
        call_complain("the code was made with newer content, %s; this is %s.", code->version,
                      pack->version);
    if (code->newer)
        call_complain("answers to questions that this content does not have yet are missing.");
    if (code->n_gone)
        call_complain("%d of its answers are missing: their questions are no longer asked.",
                      code->n_gone);
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (question_set_has(&code->lost, q)) {
            call_complain("the answer to '%s' is missing: it is no longer one of the answers.",
                          pack->questions[q].id);
            any = true;
        }
    return any ? EXIT_NEGATIVE : EXIT_GOOD;
}

static void put_string(struct text *out, const char *name, const char *value)
{
    text_printf(out, "\"%s\":", name);
    if (value)
        text_json(out, value);
    else
        text_add(out, "null");
}

static void put_today(struct text *out, const struct pack *pack, const struct assessment *today)
{
    const char *comma = "";
    text_add(out, "\"today\":{");
    put_string(out, "outcome", pack->outcomes[today->outcome].id);
    text_add(out, ",\"possible\":[");
    for (int32_t o = 0; o < pack->n_outcomes; o++)
        if (today->possible >> o & 1) {
            text_add(out, comma);
            text_json(out, pack->outcomes[o].id);
            comma = ",";
        }
    text_add(out, "],");
    put_string(out, "state", words_state[today->state]);
    text_add(out, "}");
}

static void put_decoded(struct text *out, const struct pack *pack, const struct code *code,
                        const struct assessment *today)
{
    text_add(out, "{\"answers\":");
    answers_json(out, pack, &code->answers);
    text_add(out, ",\"content\":{");
    put_string(out, "pack", pack->id);
    text_char(out, ',');
    put_string(out, "version", code->version);
    text_add(out, "},\"then\":{");
    put_string(out, "outcome", code->outcome == NONE ? NULL : pack->outcomes[code->outcome].id);
    text_add(out, "},");
    put_today(out, pack, today);
    text_add(out, "}\n");
}

static int decode(const struct call *call, const struct pack *pack)
{
    struct text words = TEXT_INIT, out = TEXT_INIT;
    struct assessment today = {0};
    struct code *code = calloc(1, sizeof *code);
    for (int i = 0; i < call->n_operands; i++)
        text_add(&words, call->operands[i]);
    enum code_fault fault = code ? code_read(pack, call->as_of, text_str(&words), code) : CODE_NONE;
    int status = !code ? EXIT_SYSTEM : fault ? refuse_words(fault) : 0;
    struct engine *engine = engine_new(pack, call->as_of);
    if (!status) {
        assess(engine, &code->answers, ASSESS_FULL, &today);
        status = call_trouble(pack, engine, 0);
    }
    if (!status) {
        put_decoded(&out, pack, code, &today);
        status = call_print_json(&out);
        status = status ? status : say_missing(pack, code);
    }
    engine_free(engine);
    assessment_release(&today);
    free(code);
    text_release(&words);
    text_release(&out);
    return status;
}

static int run_decode(struct call *call)
{
    const struct pack *pack = NULL;
    struct i18n i18n;
    if (!call->n_operands) {
        call_complain("write: tanu decode CODE");
        return EXIT_USAGE;
    }
    int status = call_open_spoken(call, &i18n, true, &pack);
    if (!status)
        status = decode(call, pack);
    pack_free(pack);
    i18n_release(&i18n);
    return status;
}

const struct command command_decode = {
    .name = "decode",
    .operands = "CODE",
    .summary = N_("Brings the case of a code back: its answers, what came out then and today."),
    .most_operands = 60,
    .run = run_decode,
};
