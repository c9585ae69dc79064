/* SPDX-License-Identifier: MIT
 * play: reads a script line by line and starts its programs. See play.h; the commands are in
 * play-do.c.
 */
#include "play-priv.h"

#include <errno.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ARGS_MAX = 64, SAID_SHOWN = 4000 };

int play_complain(struct play *p, const char *format, ...)
{
    va_list args;
    fprintf(stderr, "%s:%d: ", p->script, p->line);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    if (p->vt)
        vt_text(p->vt, "the screen at that moment", stderr);
    if (p->pipes) {
        fflush(p->said_file);
        size_t from = p->said_size > SAID_SHOWN ? p->said_size - SAID_SHOWN : 0;
        fprintf(stderr, "== said until that moment\n%s\n", p->said + from);
    }
    return -1;
}

int play_set_env(struct play *p, const char *text)
{
    size_t name = strcspn(text, "=");
    for (int i = 0; i < p->nenv; i++)
        if (strncmp(p->env[i], text, name) == 0 && p->env[i][name] == '=') {
            free(p->env[i]);
            p->env[i] = p->env[--p->nenv];
            i--;
        }
    if (text[name] != '=')
        return 0;
    if (p->nenv + 1 >= ENV_MAX)
        return play_complain(p, "more than %d environment variables", ENV_MAX - 1);
    p->env[p->nenv++] = words_expand(&p->places, text);
    return 0;
}

/* A program sees nothing of the caller's environment but what the build itself needs. */
static void first_env(struct play *p)
{
    static const char *const keep[] = {
        "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS",    "LLVM_PROFILE_FILE",
        "GCOV_PREFIX",  "TERMINFO",      "LD_LIBRARY_PATH", NULL};
    char text[4096];
    play_set_env(p, "PATH=/usr/local/bin:/usr/bin:/bin");
    play_set_env(p, "HOME=@home@");
    play_set_env(p, "LANG=C.UTF-8");
    for (int i = 0; keep[i]; i++)
        if (getenv(keep[i])) {
            snprintf(text, sizeof text, "%s=%s", keep[i], getenv(keep[i]));
            play_set_env(p, text);
        }
}

static int start_vt(struct play *p, const struct spawn *what)
{
    struct vt_setup setup = {p->cols,       p->rows,        p->term,    *what,
                             p->one_screen, p->nonblocking, p->deadline};
    p->vt = vt_start(&setup);
    return p->vt ? 0 : -1;
}

static int start_pipes(struct play *p, const struct spawn *what)
{
    p->said_file = open_memstream(&p->said, &p->said_size);
    p->pipes = pipes_start(what, p->nonblocking, p->deadline, p->said_file);
    return p->pipes ? 0 : -1;
}

/* The program's path: absolute as it is, anything else inside the build folder. */
static void program_path(const struct play *p, char *path, size_t size)
{
    if (p->program[0] == '/')
        snprintf(path, size, "%s", p->program);
    else
        snprintf(path, size, "%s/%s", p->options->builddir, p->program);
}

int play_start(struct play *p, const char *text)
{
    char path[1024], *argv[ARGS_MAX];
    char term[80];
    program_path(p, path, sizeof path);
    argv[0] = path;
    snprintf(term, sizeof term, "TERM=%s", p->term);
    if (p->term[0])
        play_set_env(p, term);
    else
        play_set_env(p, "TERM");
    p->env[p->nenv] = NULL;
    char *args = words_expand(&p->places, text);
    int status = -1;
    struct spawn what = {argv, p->env, p->home, p->count_calls};
    if (words_split(args, argv + 1, ARGS_MAX - 1) < 0)
        play_complain(p, "more than %d arguments", ARGS_MAX - 2);
    else if ((p->piped ? start_pipes(p, &what) : start_vt(p, &what)) < 0)
        play_complain(p, "cannot start %s: %s", path, strerror(errno));
    else
        status = 0;
    free(args);
    return status;
}

void play_end_program(struct play *p)
{
    vt_free(p->vt);
    pipes_free(p->pipes);
    if (p->said_file) {
        fclose(p->said_file);
        char *text = words_contract(&p->places, p->said);
        fputs(text, p->out);
        free(text);
        free(p->said);
    }
    p->vt = NULL;
    p->pipes = NULL;
    p->said_file = NULL;
    p->said = NULL;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st;
    (void)type;
    (void)ftw;
    return remove(path);
}

static int play_line(struct play *p, char *line)
{
    line[strcspn(line, "\n")] = '\0';
    line += strspn(line, " \t");
    if (!*line || *line == '#')
        return 0;
    char *end = line + strcspn(line, " \t");
    char *text = *end ? end + 1 : end;
    *end = '\0';
    return play_command(p, line, text);
}

static int play_file(struct play *p, FILE *in)
{
    char *line = NULL;
    size_t size = 0;
    int status = 0;
    while (status == 0 && !p->stop && getline(&line, &size, in) >= 0) {
        p->line++;
        status = play_line(p, line);
    }
    free(line);
    if (status == 0 && p->options->svg_frame && !p->stop)
        status = play_complain(p, "there is no frame \"%s\"", p->options->svg_frame);
    if (status == 0 && !p->stop && (p->vt || p->pipes) && p->state != VT_ENDED)
        status = play_complain(p, "the script ends, but the program still runs; say expect-exit");
    return status == 0 && !p->stop ? play_all_used(p) : status;
}

static int make_home(struct play *p)
{
    const char *tmp = getenv("TMPDIR");
    char *real = realpath(tmp && *tmp ? tmp : "/tmp", NULL);
    int n = real ? snprintf(p->home, sizeof p->home, "%s/screen-XXXXXX", real) : -1;
    free(real);
    return n < 0 || n >= (int)sizeof p->home || !mkdtemp(p->home) ? -1 : 0;
}

int play(const char *script, const struct play_options *options, FILE *out)
{
    struct play p = {
        .script = script, .options = options, .out = out, .cols = 80, .rows = 24, .deadline = 20};
    FILE *in = fopen(script, "re");
    if (!in) {
        fprintf(stderr, "%s: %s\n", script, strerror(errno));
        return -1;
    }
    if (make_home(&p) < 0) {
        fprintf(stderr, "%s: no folder for its home: %s\n", script, strerror(errno));
        fclose(in);
        return -1;
    }
    p.places = (struct places){options->srcdir, options->builddir, p.home};
    memcpy(p.term, "xterm-256color", sizeof "xterm-256color");
    memcpy(p.program, "tanu", sizeof "tanu");
    first_env(&p);
    int status = play_file(&p, in);
    play_end_program(&p);
    for (int i = 0; i < p.nenv; i++)
        free(p.env[i]);
    play_forget(&p);
    nftw(p.home, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    fclose(in);
    return status;
}
