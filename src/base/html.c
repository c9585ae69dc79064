// SPDX-License-Identifier: MIT
#include "base/html.h"

#include <string.h>

void html_escape(struct text *out, const char *words)
{
    static const struct {
        char sign;
        const char *entity;
    } entities[] = {
        {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"},
    };
    while (words && *words) {
        size_t plain = strcspn(words, "&<>\"'");
        text_bytes(out, words, plain);
        words += plain;
        for (size_t i = 0; i < sizeof entities / sizeof *entities && *words; i++)
            if (*words == entities[i].sign) {
                text_add(out, entities[i].entity);
                words++;
                break;
            }
    }
}

bool html_linkable(const char *url)
{
    return url && (!strncmp(url, "https://", 8) || !strncmp(url, "http://", 7));
}
