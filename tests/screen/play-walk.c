/* SPDX-License-Identifier: MIT
 * play-walk: goes through pages whose order the script does not know, by what they say.
 */
#include "play-priv.h"

#include <stdlib.h>
#include <string.h>

enum { PAGES_MAX = 60 };

void play_forget(struct play *p)
{
    while (p->nrules > 0) {
        struct rule *rule = &p->rules[--p->nrules];
        free(rule->text);
        free(rule->keys);
    }
}

/* Cuts text at the word between two parts; returns the second part, or NULL. */
static char *cut(char *text, const char *between)
{
    char *at = strstr(text, between);
    if (!at || at == text || !at[strlen(between)])
        return NULL;
    *at = '\0';
    return at + strlen(between);
}

int play_do_when(struct play *p, char *text)
{
    char *keys = cut(text, " => ");
    if (!keys)
        return play_complain(p,
                             "write a text and keys, such as: when In which year => 1998 <enter>");
    if (p->nrules >= RULES_MAX)
        return play_complain(p, "more than %d rules", RULES_MAX);
    struct rule *rule = &p->rules[p->nrules++];
    *rule = (struct rule){strdup(text), strdup(keys), false};
    return rule->text && rule->keys ? 0 : play_complain(p, "no memory");
}

int play_all_used(struct play *p)
{
    for (int i = 0; i < p->nrules; i++)
        if (!p->rules[i].used)
            return play_complain(p, "no page showed \"%s\"", p->rules[i].text);
    return 0;
}

static const char *keys_here(struct play *p, const char *otherwise)
{
    for (int i = 0; i < p->nrules; i++)
        if (vt_shows(p->vt, p->rules[i].text)) {
            p->rules[i].used = true;
            return p->rules[i].keys;
        }
    return otherwise;
}

/* Not in the record: a golden file must not change when the pages only come in another order. */
static int press(struct play *p, const char *keys)
{
    FILE *out = p->out, *nowhere = fopen("/dev/null", "we");
    char *copy = strdup(keys);
    if (!nowhere || !copy)
        return play_complain(p, "no memory");
    p->out = nowhere;
    int status = play_do_key(p, copy);
    p->out = out;
    fclose(nowhere);
    free(copy);
    return status;
}

int play_do_walk(struct play *p, char *text)
{
    if (play_need_screen(p) < 0)
        return -1;
    play_echo(p, "walk", text);
    char *until = cut(text, " until ");
    if (!until)
        return play_complain(p, "write keys and a text, such as: walk <enter> until First answer");
    for (int pages = 0; !vt_shows(p->vt, until); pages++) {
        if (pages == PAGES_MAX)
            return play_complain(p, "\"%s\" does not come within %d pages", until, PAGES_MAX);
        if (press(p, keys_here(p, text)) < 0)
            return -1;
    }
    return 0;
}
