/* SPDX-License-Identifier: MIT
 * screentest: plays screen scripts and compares what they show with their golden files.
 *
 *   screentest [--srcdir DIR] [--builddir DIR] SCRIPT...        compare with golden/NAME.golden
 * beside each script GENERATE=1 screentest ...                                   write the golden
 * files instead, on purpose screentest --show SCRIPT                                    only print
 * the record screentest --svg FRAME SCRIPT                               draw one frame to standard
 * output
 *
 * The folders default to TANU_SRC and TANU_BUILD, then to the working directory. Exit status: 0 all
 * as expected, 1 not, 2 usage. README.md beside this file describes the scripts.
 */
#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "play.h"

enum { PATH_SIZE = 1024 };

/* dir/x.script -> dir/golden/x.golden; also makes dir/golden when `make` is set. */
static void golden_path(const char *script, char *path, int make)
{
    const char *slash = strrchr(script, '/'), *name = slash ? slash + 1 : script;
    const char *dot = strrchr(name, '.');
    int stem = (int)(dot ? dot - name : (long)strlen(name));
    int n = snprintf(path, PATH_SIZE, "%.*sgolden", slash ? (int)(name - script) : 0, script);
    if (make)
        mkdir(path, 0777);
    snprintf(path + n, PATH_SIZE - (size_t)n, "/%.*s.golden", stem, name);
}

static int write_file(const char *path, const char *text, size_t n)
{
    FILE *f = fopen(path, "we");
    if (!f || fwrite(text, 1, n, f) != n || fclose(f) != 0) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return -1;
    }
    return 0;
}

/* Compares with diff(1), which prints the difference on standard error. Returns 0 if there is none.
 */
static int compare(const char *golden, const char *text, size_t n)
{
    int to[2], status = -1;
    if (access(golden, R_OK) < 0) {
        fprintf(stderr, "%s: %s; if it is a new script, make it with GENERATE=1\n", golden,
                strerror(errno));
        return -1;
    }
    if (pipe(to) < 0)
        return -1;
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(to[0], 0);
        dup2(2, 1);
        close(to[0]);
        close(to[1]);
        execlp("diff", "diff", "-u", "--label", golden, "--label", "now", "--", golden, "-",
               (char *)NULL);
        _exit(127);
    }
    close(to[0]);
    if (write(to[1], text, n) != (ssize_t)n) /* diff shows what is missing */
        perror("diff");
    close(to[1]);
    waitpid(pid, &status, 0);
    return status == 0 ? 0 : -1;
}

static int test(const char *script, const struct play_options *options, int show)
{
    char *text = NULL, golden[PATH_SIZE];
    const char *generate = getenv("GENERATE");
    size_t n;
    FILE *out = open_memstream(&text, &n);
    if (!out)
        return -1;
    int status = play(script, options, out);
    fclose(out);
    golden_path(script, golden, generate && *generate);
    if (show && !options->svg_frame)
        fwrite(text, 1, n, stdout);
    else if (status == 0 && !options->svg_frame)
        status = generate && *generate ? write_file(golden, text, n) : compare(golden, text, n);
    free(text);
    return status;
}

static const char *folder(const char *given, const char *variable)
{
    const char *path = given ? given : getenv(variable);
    char *real = realpath(path ? path : ".", NULL);
    return real ? real : path;
}

static int usage(void)
{
    fputs("usage: screentest [--srcdir DIR] [--builddir DIR] [--show | --svg FRAME] SCRIPT...\n",
          stderr);
    return 2;
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"srcdir", required_argument, NULL, 's'},
                                            {"builddir", required_argument, NULL, 'b'},
                                            {"svg", required_argument, NULL, 'v'},
                                            {"show", no_argument, NULL, 'w'},
                                            {NULL, 0, NULL, 0}};
    const char *srcdir = NULL, *builddir = NULL;
    struct play_options how = {0};
    int failed = 0, show = 0;
    for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;)
        switch (c) {
        case 's':
            srcdir = optarg;
            break;
        case 'b':
            builddir = optarg;
            break;
        case 'v':
            how.svg_frame = optarg;
            break;
        case 'w':
            show = 1;
            break;
        default:
            return usage();
        }
    if (optind >= argc || (how.svg_frame && optind + 1 != argc))
        return usage();
    signal(SIGPIPE, SIG_IGN);
    how.srcdir = folder(srcdir, "TANU_SRC");
    how.builddir = folder(builddir, "TANU_BUILD");
    for (int i = optind; i < argc; i++)
        if (test(argv[i], &how, show) < 0) {
            fprintf(stderr, "%s: FAILED\n", argv[i]);
            failed = 1;
        }
    free((char *)(size_t)how.srcdir);
    free((char *)(size_t)how.builddir);
    return failed;
}
