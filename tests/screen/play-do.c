/* SPDX-License-Identifier: MIT
 * play-do: the commands of screen scripts, one function each.
 */
#include "play-priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static int do_size(struct play *p, char *text)
{
    char end;
    p->piped = false;
    if (sscanf(text, "%dx%d%c", &p->cols, &p->rows, &end) != 2 || p->cols < 1 || p->rows < 1 ||
        p->cols > 999 || p->rows > 999)
        return play_complain(p, "\"%s\" is no size; write columns x rows, such as 80x24", text);
    return 0;
}

static int do_pipe(struct play *p, char *text)
{
    (void)text;
    p->piped = true;
    return 0;
}

static int do_term(struct play *p, char *text)
{
    snprintf(p->term, sizeof p->term, "%s", strcmp(text, "none") == 0 ? "" : text);
    return 0;
}

static int do_program(struct play *p, char *text)
{
    snprintf(p->program, sizeof p->program, "%s", text);
    return 0;
}

static int do_deadline(struct play *p, char *text)
{
    p->deadline = atof(text);
    if (p->vt)
        vt_deadline(p->vt, p->deadline);
    return p->deadline > 0 ? 0 : play_complain(p, "\"%s\" is no number of seconds", text);
}

static int do_count_calls(struct play *p, char *text)
{
    (void)text;
    p->count_calls = true;
    return play_set_env(p,
                        "ASAN_OPTIONS=detect_leaks=0"); /* the leak check cannot run under ptrace */
}

static int do_run(struct play *p, char *text)
{
    if ((p->vt || p->pipes) && p->state != VT_ENDED)
        return play_complain(p, "a program still runs; say expect-exit first");
    play_end_program(p);
    const char *slash = strrchr(p->program, '/');
    fprintf(p->out, "$ %s%s%s\n", slash ? slash + 1 : p->program, *text ? " " : "", text);
    return play_start(p, text) < 0 ? -1 : play_settle(p);
}

static int do_frame(struct play *p, char *text)
{
    if (play_need_screen(p) < 0)
        return -1;
    if (p->options->svg_frame && strcmp(text, p->options->svg_frame) == 0) {
        vt_svg(p->vt, stdout);
        p->stop = true;
    }
    vt_text(p->vt, text, p->out);
    return 0;
}

static int do_wait(struct play *p, char *text)
{
    if (play_need_screen(p) < 0)
        return -1;
    p->state = vt_wait_text(p->vt, text);
    return p->state != VT_HUNG && vt_shows(p->vt, text)
               ? 0
               : play_complain(p, "\"%s\" does not come", text);
}

static bool says(struct play *p, const char *text)
{
    if (p->vt)
        return vt_shows(p->vt, text);
    fflush(p->said_file);
    return strstr(p->said, text) != NULL;
}

static int do_expect(struct play *p, char *text)
{
    return says(p, text) ? 0 : play_complain(p, "\"%s\" is not there", text);
}

static int do_refuse(struct play *p, char *text)
{
    return says(p, text) ? play_complain(p, "\"%s\" is there", text) : 0;
}

static int do_signal(struct play *p, char *text)
{
    int number = vt_signal_number(text);
    if (play_need_program(p) < 0)
        return -1;
    play_echo(p, "signal", text);
    if (number < 0)
        return play_complain(p, "there is no signal \"%s\"", text);
    if (p->vt) {
        vt_mark(p->vt);
        vt_signal(p->vt, number);
    } else
        pipes_signal(p->pipes, number);
    return play_settle(p);
}

static int do_deaf(struct play *p, char *text)
{
    if (play_need_screen(p) < 0)
        return -1;
    play_echo(p, "deaf", text);
    vt_deaf(p->vt, true);
    return 0;
}

static int do_shell(struct play *p, char *text)
{
    if (play_need_screen(p) < 0)
        return -1;
    play_echo(p, "shell", text);
    vt_shell(p->vt);
    return 0;
}

static int do_one_screen(struct play *p, char *text)
{
    p->one_screen = strcmp(text, "off") != 0;
    return 0;
}

static int do_history(struct play *p, char *text)
{
    if (play_need_screen(p) < 0)
        return -1;
    play_echo(p, "history", text);
    vt_history(p->vt, p->out);
    return 0;
}

static int do_nonblocking(struct play *p, char *text)
{
    p->nonblocking = strcmp(text, "off") != 0;
    return 0;
}

static int do_resize(struct play *p, char *text)
{
    char key[64];
    snprintf(key, sizeof key, "<resize:%.40s>", text);
    return play_do_key(p, key);
}

static int do_hangup(struct play *p, char *text)
{
    char key[] = "<hangup>";
    (void)text;
    return play_do_key(p, key);
}

static int do_terminal(struct play *p, char *text)
{
    (void)text;
    if (play_need_screen(p) < 0)
        return -1;
    fputs("== terminal ", p->out);
    vt_restored(p->vt, p->out);
    return 0;
}

/* Waits for the end; returns the wait status, or -1 after complaining. */
static int end_status(struct play *p)
{
    if (!p->vt && !p->pipes)
        return play_need_program(p);
    if (p->pipes && p->state != VT_ENDED) {
        pipes_eof(p->pipes);
        if (play_settle(p) < 0)
            return -1;
    }
    if (p->state != VT_ENDED)
        return play_complain(p, "the program has not ended; it waits for input");
    return p->vt ? vt_wait_status(p->vt) : pipes_wait_status(p->pipes);
}

static int put_end(struct play *p, const char *how, int number)
{
    fprintf(p->pipes ? p->said_file : p->out, "== %s %d\n", how, number);
    return p->vt ? do_terminal(p, NULL) : 0;
}

static int do_expect_exit(struct play *p, char *text)
{
    int status = end_status(p), want = atoi(text);
    if (status < 0)
        return -1;
    if (WIFSIGNALED(status))
        return play_complain(p, "the program ended by signal %d, not with exit status %d",
                             WTERMSIG(status), want);
    if (WEXITSTATUS(status) != want)
        return play_complain(p, "the exit status is %d, not %d", WEXITSTATUS(status), want);
    return put_end(p, "exit", want);
}

static int do_expect_signal(struct play *p, char *text)
{
    int status = end_status(p), want = vt_signal_number(text);
    if (status < 0)
        return -1;
    if (!WIFSIGNALED(status) || WTERMSIG(status) != want)
        return play_complain(p, "the program was not ended by signal %s (wait status %#x)", text,
                             (unsigned)status);
    if (WCOREDUMP(status))
        return play_complain(p, "the program left a core dump");
    return put_end(p, "ended by signal", want);
}

static int do_at_most(struct play *p, char *text)
{
    long most;
    char what[16];
    if (play_need_screen(p) < 0)
        return -1;
    if (sscanf(text, "%ld %15s", &most, what) != 2)
        return play_complain(p, "write a number and bytes, calls or ms, such as: at-most 50 bytes");
    bool calls = strcmp(what, "calls") == 0;
    long count = calls                     ? vt_calls(p->vt)
                 : strcmp(what, "ms") == 0 ? (long)(vt_seconds(p->vt) * 1000)
                                           : vt_bytes(p->vt);
    if (calls && count < 0 && !p->count_calls)
        return play_complain(p, "say count-calls before run");
    return count <= most ? 0
                         : play_complain(p, "the last key took %ld %s; at most %ld are allowed",
                                         count, what, most);
}

/* Adds a line to a file in the program's home, for programs that read files. */
static int do_put(struct play *p, char *text)
{
    char path[512];
    size_t name = strcspn(text, " ");
    snprintf(path, sizeof path, "%s/%.*s", p->home, (int)name, text);
    FILE *f = fopen(path, "ae");
    if (!f)
        return play_complain(p, "%s: %s", path, strerror(errno));
    fprintf(f, "%s\n", text[name] ? text + name + 1 : "");
    return fclose(f);
}

/* Lists the files that the program left in its home. */
static int do_files(struct play *p, char *text)
{
    char command[512], name[512];
    snprintf(command, sizeof command, "cd '%s' && find . -type f | LC_ALL=C sort", p->home);
    FILE *list = popen(command, "re");
    play_echo(p, "files", text);
    while (list && fgets(name, sizeof name, list))
        fprintf(p->pipes ? p->said_file : p->out, "   %s", name);
    return list ? pclose(list) : -1;
}

static int do_env(struct play *p, char *text)
{
    return play_set_env(p, text);
}

static const struct {
    const char *name;
    int (*run)(struct play *p, char *text);
} commands[] = {
    {"size", do_size},
    {"pipe", do_pipe},
    {"term", do_term},
    {"env", do_env},
    {"program", do_program},
    {"deadline", do_deadline},
    {"put", do_put},
    {"count-calls", do_count_calls},
    {"run", do_run},
    {"key", play_do_key},
    {"when", play_do_when},
    {"walk", play_do_walk},
    {"type", play_do_type},
    {"paste", play_do_paste},
    {"raw", play_do_raw},
    {"flood", play_do_flood},
    {"split", play_do_split},
    {"stream", play_do_stream},
    {"deaf", do_deaf},
    {"shell", do_shell},
    {"nonblocking", do_nonblocking},
    {"one-screen", do_one_screen},
    {"history", do_history},
    {"line", play_do_line},
    {"send-file", play_do_send_file},
    {"eof", play_do_eof},
    {"resize", do_resize},
    {"signal", do_signal},
    {"hangup", do_hangup},
    {"wait", do_wait},
    {"frame", do_frame},
    {"expect", do_expect},
    {"refuse", do_refuse},
    {"terminal", do_terminal},
    {"files", do_files},
    {"at-most", do_at_most},
    {"expect-exit", do_expect_exit},
    {"expect-signal", do_expect_signal},
};

int play_command(struct play *p, const char *name, char *text)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(name, commands[i].name) == 0)
            return commands[i].run(p, text);
    return play_complain(p, "there is no command \"%s\"", name);
}
