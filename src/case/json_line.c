// SPDX-License-Identifier: MIT
#include "case/json_words.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/diag.h"
#include "base/utf8.h"
#include "pack/kind.h"

struct reader {
    struct json_words *words;
    struct json_line *line;
    char *at, *end;
    struct question_set seen;
    bool in_list;
    struct word **guess; // where the key that is likely to come next is noted
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

static int fail_here(struct reader *r, const char *start, const char *what)
{
    return fail(r, "syntax", "%s at byte %zu.", what, (size_t)(r->at - start) + 1);
}

static int shown(size_t len) // how much of a stranger's word goes into a message
{
    return len > 40 ? 40 : (int)len;
}

static const char *nearest_key(const struct reader *r, const char *bytes, size_t len)
{
    const char *names[PACK_MAX_QUESTIONS];
    char word[64];
    int n = 0;
    if (len >= sizeof word)
        return NULL;
    memcpy(word, bytes, len);
    word[len] = '\0';
    for (int32_t q = 0; q < r->words->pack->n_questions; q++)
        names[n++] = r->words->pack->questions[q].id;
    return diag_suggest(word, names, (size_t)n);
}

// ---- scanning ---------------------------------------------------------------------------------

static void skip_space(struct reader *r)
{
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\r' || *r->at == '\n'))
        r->at++;
}

static int hex4(const char *at, const char *end, uint32_t *value)
{
    if (end - at < 4)
        return -1;
    *value = 0;
    for (int i = 0; i < 4; i++) {
        char c = at[i];
        uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                         : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                         : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
                                                : 16;
        if (digit > 15)
            return -1;
        *value = *value * 16 + digit;
    }
    return 0;
}

static char *put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        *out++ = (char)c;
    } else if (c < 0x800) {
        *out++ = (char)(0xc0 | c >> 6);
        *out++ = (char)(0x80 | (c & 63));
    } else if (c < 0x10000) {
        *out++ = (char)(0xe0 | c >> 12);
        *out++ = (char)(0x80 | (c >> 6 & 63));
        *out++ = (char)(0x80 | (c & 63));
    } else {
        *out++ = (char)(0xf0 | c >> 18);
        *out++ = (char)(0x80 | (c >> 12 & 63));
        *out++ = (char)(0x80 | (c >> 6 & 63));
        *out++ = (char)(0x80 | (c & 63));
    }
    return out;
}

// \uXXXX, with the second half of a surrogate pair; *from is behind the u. -1: no character.
static int read_escape_u(const char **from, const char *end, uint32_t *c)
{
    uint32_t low;
    if (hex4(*from, end, c))
        return -1;
    *from += 4;
    if (*c >= 0xdc00 && *c <= 0xdfff)
        return -1;
    if (*c < 0xd800 || *c > 0xdbff)
        return *c ? 0 : -1;
    if (end - *from < 6 || (*from)[0] != '\\' || (*from)[1] != 'u' || hex4(*from + 2, end, &low) ||
        low < 0xdc00 || low > 0xdfff)
        return -1;
    *from += 6;
    *c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
    return 0;
}

// Decodes from the first backslash on, in place: what comes out is never longer than what went in.
static int decode(const char *from, const char *end, char *out, size_t *len, const char *start)
{
    static const char names[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
    while (from < end) {
        if (*from != '\\') {
            *out++ = *from++;
            continue;
        }
        uint32_t c;
        const char *name = strchr(names, from[1]);
        from += 2;
        if (name && *name) {
            *out++ = bytes[name - names];
        } else if (from[-1] == 'u' && read_escape_u(&from, end, &c) == 0) {
            out = put_utf8(out, c);
        } else {
            return -1;
        }
    }
    *len = (size_t)(out - start);
    return 0;
}

// The eight bytes of x that are below 0x20, a quote or a backslash have their top bit set in the
// answer (the first one exactly).
static uint64_t special(uint64_t x)
{
    const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    uint64_t quote = x ^ ones * '"', back = x ^ ones * '\\';
    return (((x - ones * 0x20) & ~x) | ((quote - ones) & ~quote) | ((back - ones) & ~back)) & tops;
}

// A string; r->at stands on its opening quote. *raw is the string as it stood, with quotes, before
// anything was decoded.
static int read_string(struct reader *r, const char *start, const char **bytes, size_t *len,
                       bool decoded)
{
    char *from = ++r->at, *escape = NULL;
    for (;;) {
        uint64_t x;
        while (r->end - r->at >= 8 && (memcpy(&x, r->at, 8), special(x)) == 0)
            r->at += 8;
        while (r->at < r->end && (unsigned char)*r->at >= 0x20 && *r->at != '"' && *r->at != '\\')
            r->at++;
        if (r->at >= r->end)
            return fail_here(r, start, "The line ends inside a string");
        if (*r->at == '"')
            break;
        if (*r->at != '\\')
            return fail_here(r, start, "A control character inside a string");
        if (!escape)
            escape = r->at;
        if (r->end - r->at < 2)
            return fail_here(r, start, "The line ends inside a string");
        r->at += 2;
    }
    *bytes = from;
    *len = (size_t)(r->at - from);
    if (escape && decoded && decode(escape, r->at, escape, len, from))
        return fail_here(r, start, "An escape that JSON does not have");
    r->at++;
    return 0;
}

static int read_number(struct reader *r, const char *start, const char **bytes, size_t *len)
{
    char *from = r->at;
    if (r->at < r->end && *r->at == '-')
        r->at++;
    char *digits = r->at;
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
        r->at++;
    if (r->at == digits || (*digits == '0' && r->at - digits > 1))
        return fail_here(r, start, "No JSON value");
    if (r->at < r->end && *r->at == '.') {
        char *fraction = ++r->at;
        while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
            r->at++;
        if (r->at == fraction)
            return fail_here(r, start, "A number without digits after its point");
    }
    if (r->at < r->end && (*r->at == 'e' || *r->at == 'E')) {
        r->at += 1 + (r->at + 1 < r->end && (r->at[1] == '+' || r->at[1] == '-'));
        char *exponent = r->at;
        while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
            r->at++;
        if (r->at == exponent)
            return fail_here(r, start, "An exponent without digits");
    }
    *bytes = from;
    *len = (size_t)(r->at - from);
    return 0;
}

static enum kind_classes classes_of(const struct question *q)
{
    return kind_of(q->type)->classes;
}

// ---- values -----------------------------------------------------------------------------------

// What would be right: the choices as far as they fit, the form of a country, the range of a
// number.
static void tell_values(struct reader *r, const struct question *q)
{
    char *text = r->line->text;
    size_t len = strlen(text), room = sizeof r->line->text;
    if (classes_of(q) == CLASSES_COUNTRIES)
        snprintf(text + len, room - len, " Countries are written as in \"KZ\" (ISO 3166-1).");
    else if (!q->n_choices && q->range_message.words)
        snprintf(text + len, room - len, " %s", q->range_message.words);
    for (int32_t i = 0; i < q->n_choices && classes_of(q) != CLASSES_COUNTRIES; i++) {
        size_t more = strlen(q->choices[i].id);
        bool fits = len + more + 16 < room;
        len += (size_t)snprintf(text + len, room - len, "%s%s",
                                i ? ", " : " Its values: ", fits ? q->choices[i].id : "…");
        if (!fits)
            return;
    }
}

static int bad_value(struct reader *r, int32_t question, const char *bytes, size_t len)
{
    const struct question *q = &r->words->pack->questions[question];
    fail(r, "bad-value", "\"%.*s\" is no value of \"%s\".", shown(len), bytes, q->id);
    tell_values(r, q);
    return -1;
}

static int take_word(struct reader *r, int32_t question, const char *bytes, size_t len)
{
    struct answer *answer = &r->line->answers.of[question];
    const struct word *word = json_find(r->words, question, bytes, len);
    if (!word)
        return answer_parse(r->words->pack, question, bytes, len, r->words->as_of, answer)
                   ? bad_value(r, question, bytes, len)
                   : 0;
    if (classes_of(&r->words->pack->questions[question]) != CLASSES_BOXES) {
        *answer = word->answer;
    } else if (word->answer.state == ANSWER_UNKNOWN) {
        answer->state = ANSWER_UNKNOWN;
    } else {
        answer->state = ANSWER_GIVEN;
        answer->value |= word->answer.value;
    }
    return 0;
}

static int take_text(struct reader *r, int32_t question, const char *bytes, size_t len)
{
    const struct question *q = &r->words->pack->questions[question];
    struct answer *answer = &r->line->answers.of[question];
    if (len == 7 && !memcmp(bytes, "unknown", 7)) {
        answer->state = ANSWER_UNKNOWN;
        return 0;
    }
    if (answer_parse(r->words->pack, question, bytes, len, r->words->as_of, answer))
        return fail(r, "bad-value",
                    "The text of \"%s\" is empty, longer than %d characters, or has control "
                    "characters.",
                    q->id, q->max_length);
    return 0;
}

static int take_list(struct reader *r, const char *start, int32_t question)
{
    struct answer *answer = &r->line->answers.of[question];
    const char *bytes;
    size_t len;
    *answer = (struct answer){.state = ANSWER_GIVEN};
    r->in_list = true;
    r->at++;
    skip_space(r);
    if (r->at < r->end && *r->at == ']') {
        r->at++;
        r->in_list = false;
        return 0;
    }
    for (;;) {
        skip_space(r);
        if (r->at >= r->end || *r->at != '"')
            return fail_here(r, start, "A list of strings is expected");
        if (read_string(r, start, &bytes, &len, true))
            return -1;
        if (len == 7 && !memcmp(bytes, "unknown", 7))
            return fail(r, "bad-value",
                        "\"unknown\" stands for a whole answer, not inside a list.");
        if (take_word(r, question, bytes, len))
            return -1;
        skip_space(r);
        if (r->at < r->end && *r->at == ',') {
            r->at++;
            continue;
        }
        if (r->at < r->end && *r->at == ']') {
            r->at++;
            r->in_list = false;
            return 0;
        }
        return fail_here(r, start, "A comma or ] is missing");
    }
}

static int take_answer(struct reader *r, const char *start, int32_t question)
{
    const struct question *q = &r->words->pack->questions[question];
    const char *bytes;
    size_t len;
    if (question_set_has(&r->seen, question))
        return fail(r, "duplicate-key", "\"%s\" stands twice.", q->id);
    question_set_add(&r->seen, question);
    if (r->at < r->end && *r->at == '"') {
        if (read_string(r, start, &bytes, &len, true))
            return -1;
        if (classes_of(q) == CLASSES_NONE)
            return take_text(r, question, bytes, len);
        if (classes_of(q) == CLASSES_BOXES && !(len == 7 && !memcmp(bytes, "unknown", 7)))
            return fail(r, "bad-value", "\"%s\" takes a list of strings, or \"unknown\".", q->id);
        return take_word(r, question, bytes, len);
    }
    if (r->at < r->end && *r->at == '[' && classes_of(q) == CLASSES_BOXES)
        return take_list(r, start, question);
    if (r->at < r->end && (*r->at == '-' || (*r->at >= '0' && *r->at <= '9'))) {
        if (read_number(r, start, &bytes, &len))
            return -1;
        return classes_of(q) == CLASSES_NONE ? fail(r, "bad-value", "\"%s\" takes a string.", q->id)
                                             : take_word(r, question, bytes, len);
    }
    return fail(r, "bad-value",
                "\"%s\" takes a string%s; true, false, null and objects are no answers.", q->id,
                classes_of(q) == CLASSES_BOXES ? " list" : " or a number");
}

// An escape of a field that is handed back is looked at, not decoded, so that the field goes out as
// it came; only half a surrogate pair, which is no character, becomes U+FFFD. -1: no escape of
// JSON.
static int check_escapes(char *at, const char *end)
{
    for (; at < end; at++) {
        uint32_t c;
        if (*at != '\\')
            continue;
        char *escape = at++;
        const char *behind = at + 1;
        if (!strchr("\"\\/bfnrtu", *at) || (*at == 'u' && hex4(behind, end, &c)))
            return -1;
        if (*at != 'u')
            continue;
        if (c && read_escape_u(&behind, end, &c))
            memcpy(escape, "\\ufffd", 6);
        at = escape + (behind - escape > 6 ? 11 : 5);
    }
    return 0;
}

// A field that is handed back: any string or number.
static int take_slice(struct reader *r, const char *start, const char *name,
                      struct json_slice *slice)
{
    const char *bytes, *from = r->at;
    size_t len;
    if (slice->bytes)
        return fail(r, "duplicate-key", "\"%s\" stands twice.", name);
    if (r->at < r->end && *r->at == '"') {
        if (read_string(r, start, &bytes, &len, false))
            return -1;
        if (check_escapes(r->at - 1 - len, r->at - 1))
            return fail_here(r, start, "An escape that JSON does not have");
    } else if (read_number(r, start, &bytes, &len)) {
        return fail(r, "bad-value", "\"%s\" takes a string or a number.", name);
    }
    *slice = (struct json_slice){from, (size_t)(r->at - from)};
    return 0;
}

static int unknown_key(struct reader *r, const char *bytes, size_t len)
{
    const char *near = nearest_key(r, bytes, len);
    return fail(r, "unknown-key", "\"%.*s\" is no question%s%s%s", shown(len), bytes,
                near ? "; did you mean \"" : ".", near ? near : "", near ? "\"?" : "");
}

// The key that came here in the line before, if it stands here again; NULL: look it up.
static struct word *guessed_key(struct reader *r)
{
    struct word *key = *r->guess;
    if (!key || (size_t)(r->end - r->at) < key->len + 2 || r->at[key->len + 1] != '"' ||
        memcmp(r->at + 1, key->bytes, key->len) != 0)
        return NULL;
    r->at += key->len + 2;
    return key;
}

static int read_member(struct reader *r, const char *start)
{
    const char *bytes;
    size_t len;
    skip_space(r);
    if (r->at >= r->end || *r->at != '"')
        return fail_here(r, start, "A key in quotes is expected");
    struct word *key = guessed_key(r);
    if (!key) {
        if (read_string(r, start, &bytes, &len, true))
            return -1;
        key = json_find(r->words, KEY_OWNER, bytes, len);
        if (!key)
            return unknown_key(r, bytes, len);
        *r->guess = key;
    }
    r->guess = &key->next;
    skip_space(r);
    if (r->at >= r->end || *r->at != ':')
        return fail_here(r, start, "A colon is missing");
    r->at++;
    skip_space(r);
    if (key->answer.value == VALUE_ID)
        return take_slice(r, start, "id", &r->line->id);
    if (key->answer.value <= VALUE_ECHO) {
        int i = (int)(VALUE_ECHO - key->answer.value);
        return take_slice(r, start, r->words->echo[i], &r->line->echo[i]);
    }
    return take_answer(r, start, (int32_t)key->answer.value);
}

// Behind a member that does not fit, the rest of the line is searched for its id, so that the error
// can be matched with its case.
static void find_id(struct reader *r)
{
    int depth = r->in_list ? 2 : 1;
    bool key = false; // the next string is a key of the object
    const char *bytes;
    size_t len;
    while (r->at < r->end && depth > 0 && !r->line->id.bytes) {
        char c = *r->at;
        if (c == '"') {
            if (read_string(r, r->at, &bytes, &len, false))
                return;
            skip_space(r);
            if (key && len == 2 && !memcmp(bytes, "id", 2) && r->at < r->end && *r->at++ == ':') {
                skip_space(r);
                take_slice(r, r->at, "id", &r->line->id);
                return;
            }
            key = false;
            continue;
        }
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        key = depth == 1 && (c == ',' || (key && (c == ' ' || c == '\t')));
        r->at++;
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

static int read_object(struct reader *r, const char *start)
{
    skip_space(r);
    if (r->at >= r->end || *r->at != '{')
        return fail(r, "not-an-object", "A JSON object is expected: {\"destination\":\"KZ\", …}.");
    r->at++;
    skip_space(r);
    if (r->at < r->end && *r->at == '}') {
        r->at++;
    } else {
        for (;;) {
            if (read_member(r, start))
                return fail_with_id(r);
            skip_space(r);
            if (r->at < r->end && *r->at == ',') {
                r->at++;
                continue;
            }
            if (r->at >= r->end || *r->at != '}')
                return fail_here(r, start, "A comma or } is missing");
            r->at++;
            break;
        }
    }
    skip_space(r);
    return r->at == r->end ? 0 : fail_here(r, start, "Something follows the object");
}

// Most lines are ASCII; only the others are looked at byte by byte.
static bool all_ascii(const char *bytes, size_t len)
{
    uint64_t any = 0, x;
    for (; len >= 8; bytes += 8, len -= 8) {
        memcpy(&x, bytes, 8);
        any |= x;
    }
    for (; len; bytes++, len--)
        any |= (uint64_t)(unsigned char)*bytes;
    return !(any & 0x8080808080808080u);
}

int json_line_read(struct json_words *words, char *bytes, size_t len, struct json_line *line)
{
    struct reader r = {
        .words = words, .line = line, .at = bytes, .end = bytes + len, .guess = &words->first};
    memset(&line->answers, 0, sizeof line->answers.of[0] * (size_t)words->pack->n_questions);
    memset(line->echo, 0, sizeof line->echo[0] * (size_t)words->n_echo);
    line->id = (struct json_slice){NULL, 0};
    line->code = NULL;
    if (len > JSON_LINE_MAX)
        return fail(&r, "too-long", "The line is longer than %d bytes.", JSON_LINE_MAX);
    if (!all_ascii(bytes, len) && utf8_valid(bytes, len, NULL) != UTF8_OK)
        return fail(&r, "utf8", "The line is not valid UTF-8.");
    return read_object(&r, bytes);
}
