// SPDX-License-Identifier: MIT
// The template for the translators of a pack; see phrases.h.
#include <string.h>

#include "base/text.h"
#include "author/phrases.h"

static void add_quoted(struct text *out, const char *s)
{
    text_char(out, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            text_char(out, '\\');
        if (*s == '\n')
            text_add(out, "\\n");
        else
            text_char(out, *s);
    }
    text_add(out, "\"\n");
}

static void add_phrase(struct text *out, const struct pack *pack, const struct placed_phrase *p)
{
    if (p->name)
        text_add(out, "#. A name: as it is called in the language, or left as it is.\n");
    text_printf(out, "#: %s", pack->files[p->place.file]);
    if (p->place.line)
        text_printf(out, ":%u", p->place.line);
    text_add(out, "\n");
    if (strchr(p->phrase->words, '{'))
        text_add(out, "#, python-brace-format\n");
    text_add(out, "msgctxt ");
    add_quoted(out, p->phrase->context);
    text_add(out, "msgid ");
    add_quoted(out, p->phrase->words);
    text_add(out, "msgstr \"\"\n");
}

size_t pot_write(struct text *out, const struct pack *pack, const char *file)
{
    struct arena arena;
    size_t n = 0;
    arena_init(&arena);
    struct phrase_list list = phrases_of(pack, &arena);
    text_printf(out,
                "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: tanu-%s\\n\"\n"
                "\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                "\"Content-Transfer-Encoding: 8bit\\n\"\n",
                pack->id);
    for (size_t i = 0; i < list.n; i++) {
        if (file && strcmp(pack->files[list.items[i].place.file], file) != 0)
            continue;
        text_add(out, "\n");
        add_phrase(out, pack, &list.items[i]);
        n++;
    }
    arena_release(&arena);
    return n;
}
