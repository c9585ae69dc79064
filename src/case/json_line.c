// SPDX-License-Identifier: MIT
#include "case/json_hint.h"
#include "case/json_scan.h"
#include "case/json_words.h"
#include "pack/kind.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/utf8.h"

struct reader {
    struct json_words *words;
    struct json_line *line;
    struct json_scan scan;
    const char *start;       // of the line
    struct answers *into;    // those of the line, or of one qualification
    struct several *several; // NULL: a line for one
    struct question_set seen;
    int depth;                 // of lists and objects around what is read
    const struct word **guess; // where the key that is likely to come next is noted
};

// ---- errors -----------------------------------------------------------------------------------

static int fail(struct reader *r, const char *code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static int fail(struct reader *r, const char *code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(r->line->text, sizeof r->line->text, format, args);
    va_end(args);
    // A message that was cut must not end in half a character.
    size_t len = strlen(r->line->text);
    while (len && utf8_valid(r->line->text, len, NULL) != UTF8_OK)
        r->line->text[--len] = '\0';
    r->line->code = code;
    return -1;
}

static int fail_here(struct reader *r, const char *what)
{
    return fail(r, "syntax", "%s at byte %zu.", what, (size_t)(r->scan.at - r->start) + 1);
}

static int fail_scan(struct reader *r)
{
    return fail(r, r->scan.content ? "bad-value" : "syntax", "%s at byte %zu.", r->scan.wrong,
                (size_t)(r->scan.where - r->start) + 1);
}

static int read_string(struct reader *r, char **bytes, size_t *len)
{
    return json_string(&r->scan, bytes, len, true) ? fail_scan(r) : 0;
}

static int shown(size_t len) // how much of a stranger's word goes into a message
{
    return len > 40 ? 40 : (int)len;
}

// ---- values -----------------------------------------------------------------------------------

static int bad_value(struct reader *r, int32_t question, const char *bytes, size_t len)
{
    const struct question *q = &r->words->pack->questions[question];
    fail(r, "bad-value", "\"%.*s\" is no value of \"%s\"", shown(len), bytes, q->id);
    size_t said = strlen(r->line->text);
    json_hint_value(r->words->pack, question, bytes, len, r->line->text + said,
                    sizeof r->line->text - said);
    return -1;
}

static int take_value(struct reader *r, int32_t question, const char *bytes, size_t len)
{
    return answer_parse(r->words->pack, question, bytes, len, r->words->as_of,
                        &r->into->of[question])
               ? bad_value(r, question, bytes, len)
               : 0;
}

static int take_word(struct reader *r, int32_t question, const char *bytes, size_t len)
{
    struct answer *answer = &r->into->of[question];
    const struct word *word = json_find(r->words, question, bytes, len);
    if (!word)
        return take_value(r, question, bytes, len);
    bool unknown = word->value == VALUE_UNKNOWN;
    int64_t value = unknown ? 0 : word->value;
    if (kind_classes(&r->words->pack->questions[question]) == CLASSES_BOXES)
        value = answer->value | (unknown ? 0 : (int64_t)((uint64_t)1 << word->value));
    *answer = (struct answer){.state = unknown ? ANSWER_UNKNOWN : ANSWER_GIVEN, .value = value};
    return 0;
}

static int take_text(struct reader *r, int32_t question, char *bytes, size_t len)
{
    const struct question *q = &r->words->pack->questions[question];
    switch (answer_read_text(q, bytes, len, &r->into->of[question])) {
    case ANSWER_TEXT_GOOD:
        return 0;
    case ANSWER_TEXT_LONG:
        return fail(r, "bad-value", "The text of \"%s\" is longer than %d characters.", q->id,
                    q->max_length);
    case ANSWER_TEXT_EMPTY:
        break;
    }
    return fail(r, "bad-value", "The text of \"%s\" is empty.", q->id);
}

static bool stands(const struct reader *r, char c)
{
    return r->scan.at < r->scan.end && *r->scan.at == c;
}

// Members of a list or an object, the bracket before which was seen: take(r, arg) for each.
static int read_all(struct reader *r, char close, int (*take)(struct reader *r, int32_t arg),
                    int32_t arg)
{
    r->scan.at++;
    r->depth++;
    json_space(&r->scan);
    for (bool first = true; !stands(r, close); first = false) {
        if (!first && !stands(r, ','))
            return fail_here(r,
                             close == ']' ? "A comma or ] is missing" : "A comma or } is missing");
        r->scan.at += !first;
        json_space(&r->scan);
        if (take(r, arg))
            return -1;
        json_space(&r->scan);
    }
    r->scan.at++;
    r->depth--;
    return 0;
}

static int take_choice(struct reader *r, int32_t question)
{
    char *bytes;
    size_t len;
    if (!stands(r, '"'))
        return fail_here(r, "A list of strings is expected");
    if (read_string(r, &bytes, &len))
        return -1;
    if (len == 7 && !memcmp(bytes, "unknown", 7))
        return fail(r, "bad-value", "\"unknown\" stands for a whole answer, not inside a list.");
    return take_word(r, question, bytes, len);
}

static int take_list(struct reader *r, int32_t question)
{
    r->into->of[question] = (struct answer){.state = ANSWER_GIVEN};
    return read_all(r, ']', take_choice, question);
}

static int take_answer(struct reader *r, int32_t question)
{
    const struct question *q = &r->words->pack->questions[question];
    char *bytes;
    size_t len;
    if (question_set_has(&r->seen, question))
        return fail(r, "duplicate-key", "\"%s\" stands twice.", q->id);
    question_set_add(&r->seen, question);
    if (stands(r, '"')) {
        if (read_string(r, &bytes, &len))
            return -1;
        if (kind_classes(q) == CLASSES_NONE)
            return take_text(r, question, bytes, len);
        if (kind_classes(q) == CLASSES_BOXES && !(len == 7 && !memcmp(bytes, "unknown", 7)))
            return fail(r, "bad-value", "\"%s\" takes a list of strings, or \"unknown\".", q->id);
        return take_word(r, question, bytes, len);
    }
    if (stands(r, '[') && kind_classes(q) == CLASSES_BOXES)
        return take_list(r, question);
    if (r->scan.at < r->scan.end &&
        (*r->scan.at == '-' || (*r->scan.at >= '0' && *r->scan.at <= '9'))) {
        if (json_number(&r->scan, &bytes, &len))
            return fail_scan(r);
        if (kind_classes(q) == CLASSES_NONE)
            return fail(r, "bad-value", "\"%s\" takes a string.", q->id);
        return kind_classes(q) == CLASSES_CUTS ? take_value(r, question, bytes, len)
                                               : take_word(r, question, bytes, len);
    }
    return fail(r, "bad-value",
                "\"%s\" takes a string%s; true, false, null and objects are no answers.", q->id,
                kind_classes(q) == CLASSES_BOXES ? " list" : " or a number");
}

// A field that is handed back: any string or number.
static int take_slice(struct reader *r, const char *name, struct json_slice *slice)
{
    char *bytes, *from = r->scan.at;
    size_t len;
    if (slice->bytes)
        return fail(r, "duplicate-key", "\"%s\" stands twice.", name);
    if (stands(r, '"')) {
        if (json_string(&r->scan, &bytes, &len, false))
            return fail_scan(r);
        if (json_escapes(r->scan.at - 1 - len, r->scan.at - 1))
            return fail_here(r, "An escape that JSON does not have");
    } else if (json_number(&r->scan, &bytes, &len)) {
        return fail(r, "bad-value", "\"%s\" takes a string or a number.", name);
    }
    *slice = (struct json_slice){from, (size_t)(r->scan.at - from)};
    return 0;
}

// ---- papers and several diplomas ---------------------------------------------------------------

static int take_tick(struct reader *r, int32_t none)
{
    char *bytes;
    size_t len;
    (void)none;
    if (!stands(r, '"'))
        return fail_here(r, "A list of strings is expected");
    if (read_string(r, &bytes, &len))
        return -1;
    const struct word *word = json_find(r->words, TICK_OWNER, bytes, len);
    if (!word)
        return fail(r, "bad-value", "\"%.*s\" is no id of a paper.", shown(len), bytes);
    bits_set(r->words->ticks, (size_t)word->value);
    return 0;
}

static int take_ticks(struct reader *r)
{
    if (r->line->answers.ticks)
        return fail(r, "duplicate-key", "\"ticks\" stands twice.");
    if (!stands(r, '['))
        return fail(r, "bad-value", "\"ticks\" takes a list of ids of papers.");
    memset(r->words->ticks, 0, BITS_WORDS(r->words->pack->n_documents) * sizeof(uint64_t));
    r->line->answers.ticks = r->words->ticks;
    return read_all(r, ']', take_tick, NONE);
}

static int read_member(struct reader *r, int32_t none);

static int take_qualification(struct reader *r, int32_t none)
{
    struct question_set seen = r->seen;
    (void)none;
    if (!stands(r, '{'))
        return fail(r, "bad-value", "\"qualifications\" takes objects of answers.");
    if (r->several->n == SEVERAL_MOST)
        return fail(r, "bad-value", "\"qualifications\" takes %d at most.", SEVERAL_MOST);
    r->into = &r->several->of[r->several->n++];
    memset(r->into, 0, sizeof *r->into);
    r->seen = (struct question_set){{0}};
    int status = read_all(r, '}', read_member, NONE);
    r->into = &r->line->answers;
    r->seen = seen;
    return status;
}

static int take_qualifications(struct reader *r)
{
    if (!r->several)
        return fail(r, "unknown-key",
                    "\"qualifications\" is for report and compare; here it is one a line.");
    if (r->several->n)
        return fail(r, "duplicate-key", "\"qualifications\" stands twice.");
    if (!stands(r, '['))
        return fail(r, "bad-value", "\"qualifications\" takes a list of objects.");
    return read_all(r, ']', take_qualification, NONE);
}

// What is shared counts where a qualification says nothing itself; a tick answers for all.
static void finish(struct reader *r)
{
    const struct pack *pack = r->words->pack;
    int n = r->several ? r->several->n : 0;
    for (int i = 0; i < n; i++)
        several_share(pack, &r->several->of[i], &r->line->answers);
    if (!r->line->answers.ticks)
        return;
    for (int32_t d = 0; d < pack->n_documents; d++)
        if (bits_has(r->words->ticks, (size_t)d)) {
            answers_tick(pack, &r->line->answers, r->words->ticks, d);
            for (int i = 0; i < n; i++)
                answers_tick(pack, &r->several->of[i], r->words->ticks, d);
        }
}

// ---- the object --------------------------------------------------------------------------------

static int unknown_key(struct reader *r, const char *bytes, size_t len)
{
    const char *near = json_hint_key(r->words->pack, bytes, len);
    return fail(r, "unknown-key", "\"%.*s\" is no question%s%s%s", shown(len), bytes,
                near ? "; did you mean \"" : ".", near ? near : "", near ? "\"?" : "");
}

// The key that came here in the line before, if it stands here again; NULL: look it up.
static const struct word *guessed_key(struct reader *r)
{
    const struct word *key = *r->guess;
    if (!key || (size_t)(r->scan.end - r->scan.at) < key->len + 2u ||
        r->scan.at[key->len + 1] != '"' || !json_is(key, r->scan.at + 1))
        return NULL;
    r->scan.at += key->len + 2;
    return key;
}

static int read_member(struct reader *r, int32_t none)
{
    (void)none;
    char *bytes;
    size_t len;
    if (!stands(r, '"'))
        return fail_here(r, "A key in quotes is expected");
    const struct word *key = guessed_key(r);
    if (!key) {
        if (read_string(r, &bytes, &len))
            return -1;
        key = json_find(r->words, KEY_OWNER, bytes, len);
        if (!key)
            return unknown_key(r, bytes, len);
        *r->guess = key;
    }
    r->guess = &r->words->after[key - r->words->words];
    json_space(&r->scan);
    if (!stands(r, ':'))
        return fail_here(r, "A colon is missing");
    r->scan.at++;
    json_space(&r->scan);
    if (key->value >= 0)
        return take_answer(r, key->value);
    if (r->into != &r->line->answers)
        return fail(r, "unknown-key", "\"%s\" belongs to the whole case.", key->bytes);
    if (key->value == VALUE_ID)
        return take_slice(r, "id", &r->line->id);
    if (key->value == VALUE_TICKS)
        return take_ticks(r);
    if (key->value == VALUE_QUALIFICATIONS)
        return take_qualifications(r);
    int i = (int)(VALUE_ECHO - key->value);
    return take_slice(r, r->words->echo[i], &r->line->echo[i]);
}

// Behind a member that does not fit, the rest of the line is searched for its id, so that the error
// can be matched with its case.
static void find_id(struct reader *r)
{
    int depth = r->depth;
    bool key = false; // the next string is a key of the object
    char *bytes;
    size_t len;
    while (r->scan.at < r->scan.end && depth > 0 && !r->line->id.bytes) {
        char c = *r->scan.at;
        if (c == '"') {
            if (json_string(&r->scan, &bytes, &len, false))
                return;
            json_space(&r->scan);
            if (key && len == 2 && !memcmp(bytes, "id", 2) && r->scan.at < r->scan.end &&
                *r->scan.at++ == ':') {
                json_space(&r->scan);
                take_slice(r, "id", &r->line->id);
                return;
            }
            key = false;
            continue;
        }
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        key = depth == 1 && (c == ',' || (key && (c == ' ' || c == '\t')));
        r->scan.at++;
    }
}

// Errors of content leave the line readable behind them; after an error of syntax nothing can be
// trusted.
static int fail_with_id(struct reader *r)
{
    char text[sizeof r->line->text];
    const char *code = r->line->code;
    if (r->line->id.bytes || !strcmp(code, "syntax"))
        return -1;
    memcpy(text, r->line->text, sizeof text);
    find_id(r);
    memcpy(r->line->text, text, sizeof text);
    r->line->code = code;
    return -1;
}

static int read_object(struct reader *r)
{
    json_space(&r->scan);
    if (!stands(r, '{'))
        return fail(r, "not-an-object", "A JSON object is expected: {\"destination\":\"KZ\", …}.");
    if (read_all(r, '}', read_member, NONE))
        return fail_with_id(r);
    json_space(&r->scan);
    return r->scan.at == r->scan.end ? 0 : fail_here(r, "Something follows the object");
}

int json_case_read(struct json_words *words, char *bytes, size_t len, struct json_line *line,
                   struct several *several)
{
    struct reader r = {.words = words,
                       .line = line,
                       .scan = {.at = bytes, .end = bytes + len},
                       .start = bytes,
                       .into = &line->answers,
                       .several = several,
                       .guess = &words->first};
    memset(&line->answers, 0, sizeof line->answers.of[0] * (size_t)words->pack->n_questions);
    line->answers.ticks = NULL;
    if (several)
        several->n = 0;
    memset(line->echo, 0, sizeof line->echo[0] * (size_t)words->n_echo);
    line->id = (struct json_slice){.bytes = NULL};
    line->code = NULL;
    if (len > JSON_LINE_MAX)
        return fail(&r, "too-long", "The line is longer than %d bytes.", JSON_LINE_MAX);
    if (utf8_is_16(bytes, len))
        return fail(&r, "utf8", "This is UTF-16; save it as UTF-8.");
    if (!utf8_ascii(bytes, len) && utf8_valid(bytes, len, NULL) != UTF8_OK)
        return fail(&r, "utf8", "The line is not valid UTF-8.");
    r.scan.at += utf8_bom(bytes, len);
    if (read_object(&r))
        return -1;
    finish(&r);
    return 0;
}

int json_line_read(struct json_words *words, char *bytes, size_t len, struct json_line *line)
{
    return json_case_read(words, bytes, len, line, NULL);
}

char *json_put_slice(char *at, const struct json_slice *slice)
{
    for (size_t i = 0, step; i < slice->len; i += step) {
        uint32_t c = (unsigned char)slice->bytes[i];
        step = c < 0x7F ? 1 : utf8_decode(slice->bytes + i, slice->len - i, &c);
        if (c >= 0x7F && utf8_steers(c)) {
            at += snprintf(at, JSON_SLICE_GROWS + 1, "\\u%04x", (unsigned)c);
            continue;
        }
        memcpy(at, slice->bytes + i, step);
        at += step;
    }
    return at;
}

void json_head(struct text *out, const struct json_line *line)
{
    if (!line->id.bytes)
        return;
    text_add(out, "\"id\":");
    char *start = text_room(out, JSON_SLICE_GROWS * line->id.len + 1);
    text_wrote(out, (size_t)(json_put_slice(start, &line->id) - start));
    text_char(out, ',');
}

void json_id(struct text *out, const struct json_line *line)
{
    const struct json_slice *id = &line->id;
    if (!id->bytes || *id->bytes != '"') {
        text_bytes(out, id->bytes, id->len);
        return;
    }
    struct text copy = TEXT_INIT;
    text_bytes(&copy, id->bytes, id->len);
    struct json_scan scan = {.at = copy.bytes, .end = copy.bytes + copy.len};
    char *bytes;
    size_t len;
    if (json_string(&scan, &bytes, &len, true) == 0)
        text_bytes(out, bytes, len);
    text_release(&copy);
}
