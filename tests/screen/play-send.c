/* SPDX-License-Identifier: MIT
 * play-send: the script commands that send something to the program, and wait until it has dealt
 * with it.
 */
#include "play-priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FLOOD_MAX = 64 << 20 };

/* After something was sent: waits for the next frame. */
int play_settle(struct play *p)
{
    p->state = p->vt ? vt_settle(p->vt) : pipes_settle(p->pipes);
    if (p->state == VT_HUNG)
        return play_complain(p, "the program hangs: after %g seconds it does not wait for input",
                             p->deadline);
    return 0;
}

int play_need_program(struct play *p)
{
    if (!p->vt && !p->pipes)
        return play_complain(p, "no program runs; say run first");
    if (p->state == VT_ENDED)
        return play_complain(p, "the program has already ended");
    return 0;
}

int play_need_screen(struct play *p)
{
    return p->vt ? 0 : play_complain(p, "there is no screen; this needs a program on a terminal");
}

void play_echo(struct play *p, const char *name, const char *text)
{
    fprintf(p->pipes ? p->said_file : p->out, "-- %s%s%s\n", name, *text ? " " : "", text);
}

/* One key, as "<name>" or "<name>*3" or plain characters; returns the rest of the text, or NULL
 * after complaining. */
static char *one_key(struct play *p, char *at)
{
    char *end = *at == '<' ? strchr(at, '>') : NULL;
    if (!end) { /* one UTF-8 character */
        size_t n = 1;
        while ((at[n] & 0xc0) == 0x80)
            n++;
        return vt_send(p->vt, at, n) < 0 || play_settle(p) < 0 ? NULL : at + n;
    }
    *end++ = '\0';
    long times = *end == '*' ? strtol(end + 1, &end, 10) : 1;
    for (long i = 0; i < times; i++) {
        if (play_need_program(p) < 0)
            return NULL;
        vt_mark(p->vt);
        if (strncmp(at, "<wait:", 6) == 0) {
            if ((p->state = vt_wait_text(p->vt, at + 6)) != VT_IDLE) {
                play_complain(p, "\"%s\" does not come", at + 6);
                return NULL;
            }
        } else if (vt_key(p->vt, at + 1) < 0) {
            play_complain(p, "there is no key <%s>, or the program does not take it", at + 1);
            return NULL;
        } else if (play_settle(p) < 0)
            return NULL;
    }
    return end;
}

int play_do_key(struct play *p, char *text)
{
    if (play_need_screen(p) < 0)
        return -1;
    play_echo(p, "key", text);
    while (text && *(text += strspn(text, " \t"))) {
        if (play_need_program(p) < 0)
            return -1;
        vt_mark(p->vt);
        text = one_key(p, text);
    }
    return text ? 0 : -1;
}

int play_do_type(struct play *p, char *text)
{
    if (play_need_screen(p) < 0)
        return -1;
    play_echo(p, "type", text);
    for (size_t n; *text; text += n) {
        for (n = 1; (text[n] & 0xc0) == 0x80;)
            n++;
        if (play_need_program(p) < 0)
            return -1;
        vt_mark(p->vt);
        if (vt_send(p->vt, text, n) < 0 || play_settle(p) < 0)
            return -1;
    }
    return 0;
}

/* Sends text in one go, `times` times. */
static int send_times(struct play *p, const char *text, size_t times)
{
    size_t n = strlen(text);
    if (play_need_program(p) < 0)
        return -1;
    if (p->vt)
        vt_mark(p->vt);
    for (size_t i = 0; i < times; i++)
        if ((p->vt ? vt_send(p->vt, text, n) : pipes_send(p->pipes, text, n, false)) < 0)
            return play_complain(p, "the program does not take its input");
    return play_settle(p);
}

int play_do_paste(struct play *p, char *text)
{
    play_echo(p, "paste", text);
    return send_times(p, text, 1);
}

/* \e, \n, \r, \t, \\ and \xHH in place, for input that no key sends. */
static void unescape(char *text)
{
    static const char from[] = "enrt\\", to[] = "\033\n\r\t\\";
    char *out = text;
    for (; *text; text++) {
        const char *known = *text == '\\' && text[1] ? strchr(from, text[1]) : NULL;
        unsigned byte;
        int used = 0;
        if (known) {
            *out++ = to[known - from];
            text++;
        } else if (sscanf(text, "\\x%2x%n", &byte, &used) == 1 && used == 4) {
            *out++ = (char)byte;
            text += 3;
        } else
            *out++ = *text;
    }
    *out = '\0';
}

int play_do_raw(struct play *p, char *text)
{
    play_echo(p, "raw", text);
    unescape(text);
    return send_times(p, text, 1);
}

/* split MS FIRST SECOND: two pieces of bytes with a pause between them that the program cannot
 * foresee. */
int play_do_split(struct play *p, char *text)
{
    char *first, *second;
    long ms = strtol(text, &first, 10);
    play_echo(p, "split", text);
    first += strspn(first, " ");
    second = strchr(first, ' ');
    if (ms < 1 || ms > 5000 || !second)
        return play_complain(p, "write milliseconds and two pieces, such as: split 55 \\e [B");
    *second++ = '\0';
    unescape(first);
    unescape(second);
    if (play_need_program(p) < 0 || play_need_screen(p) < 0)
        return -1;
    vt_mark(p->vt);
    if (vt_send(p->vt, first, strlen(first)) < 0)
        return play_complain(p, "the program does not take its input");
    struct timespec pause = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&pause, NULL);
    return send_times(p, second, 1);
}

/* From here on the program is never quiet; only its end is waited for. */
int play_do_stream(struct play *p, char *text)
{
    play_echo(p, "stream", text);
    unescape(text);
    if (play_need_program(p) < 0 || play_need_screen(p) < 0)
        return -1;
    vt_stream(p->vt, text);
    return 0;
}

int play_do_flood(struct play *p, char *text)
{
    char *rest;
    unsigned long bytes = strtoul(text, &rest, 10);
    play_echo(p, "flood", text);
    rest += strspn(rest, " \t");
    if (bytes == 0 || bytes > FLOOD_MAX || !*rest)
        return play_complain(p, "flood needs a number of bytes and a text");
    char block[4096];
    size_t unit = strlen(rest), per = sizeof block / unit * unit;
    if (per == 0)
        return play_complain(p, "the text is too long");
    for (size_t i = 0; i < per; i++)
        block[i] = rest[i % unit];
    block[per < sizeof block ? per : sizeof block - 1] = '\0';
    return send_times(p, block, (bytes + per - 1) / per);
}

int play_do_line(struct play *p, char *text)
{
    if (!p->pipes)
        return play_complain(p, "line is for pipes; say type and key <enter> on a terminal");
    if (play_need_program(p) < 0)
        return -1;
    if (pipes_send(p->pipes, text, strlen(text), true) < 0 ||
        pipes_send(p->pipes, "\n", 1, true) < 0)
        return play_complain(p, "the program does not take its input");
    return play_settle(p);
}

int play_do_send_file(struct play *p, char *text)
{
    char *path = words_expand(&p->places, text), block[4096];
    FILE *f = fopen(path, "re");
    int status = 0;
    play_echo(p, "send-file", text);
    if (!f)
        status = play_complain(p, "%s: %s", path, strerror(errno));
    else if (!p->pipes)
        status = play_complain(p, "send-file is for pipes");
    for (size_t n; status == 0 && (n = fread(block, 1, sizeof block, f)) > 0;)
        if (pipes_send(p->pipes, block, n, false) < 0)
            status = play_complain(p, "the program does not take its input");
    if (f)
        fclose(f);
    free(path);
    return status < 0 ? -1 : play_settle(p);
}

int play_do_eof(struct play *p, char *text)
{
    if (!p->pipes)
        return play_complain(p, "eof is for pipes; say key <ctrl-d> on a terminal");
    play_echo(p, "eof", text);
    pipes_eof(p->pipes);
    return play_settle(p);
}
