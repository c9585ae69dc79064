/* SPDX-License-Identifier: MIT
 * play-priv: the state of one script, shared by play.c (programs, files) and play-do.c (commands).
 */
#ifndef SCREEN_PLAY_PRIV_H
#define SCREEN_PLAY_PRIV_H

#include "pipes.h"
#include "play.h"
#include "vt.h"
#include "words.h"

enum { ENV_MAX = 64, RULES_MAX = 64 };

/* What `walk` presses on a page that shows a text. */
struct rule {
    char *text, *keys;
    bool used;
};

struct play {
    const char *script;
    int line;
    const struct play_options *options;
    struct places places;
    FILE *out;
    bool stop; /* the frame asked for has been drawn */
    /* what the next `run` uses */
    int cols, rows;
    bool piped, count_calls, nonblocking, one_screen;
    char term[64], program[512];
    char *env[ENV_MAX];
    int nenv;
    struct rule rules[RULES_MAX];
    int nrules;
    double deadline;
    /* the program: at most one of these */
    struct vt *vt;
    struct pipes *pipes;
    char *said; /* the transcript of `pipes` so far */
    size_t said_size;
    FILE *said_file;
    enum vt_state state;
    char home[256];
};

/* Carries out one command; `text` is what follows its name. Returns 0, or -1 after complaining. */
int play_command(struct play *p, const char *name, char *text);

/* Says what is wrong, with file and line, and shows the screen. Always returns -1. */
int play_complain(struct play *p, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Starts the program; `text` is the arguments. */
int play_start(struct play *p, const char *text);

/* Ends the program, if any, and puts its transcript into the record. */
void play_end_program(struct play *p);

/* After something was sent: waits for the next frame. */
int play_settle(struct play *p);

/* Complain unless a program runs, or unless it has a screen. */
int play_need_program(struct play *p);
int play_need_screen(struct play *p);

/* Puts the command itself into the record. */
void play_echo(struct play *p, const char *name, const char *text);

/* The commands of play-send.c and play-walk.c. */
int play_do_key(struct play *p, char *text);
int play_do_when(struct play *p, char *text);
int play_do_walk(struct play *p, char *text);
int play_all_used(struct play *p); /* complains of a rule that met no page */
void play_forget(struct play *p);  /* the rules of `when` */
int play_do_type(struct play *p, char *text);
int play_do_paste(struct play *p, char *text);
int play_do_raw(struct play *p, char *text);
int play_do_flood(struct play *p, char *text);
int play_do_split(struct play *p, char *text);
int play_do_stream(struct play *p, char *text);
int play_do_line(struct play *p, char *text);
int play_do_send_file(struct play *p, char *text);
int play_do_eof(struct play *p, char *text);

int play_set_env(struct play *p, const char *text); /* NAME=VALUE, or NAME to take it away */

#endif
