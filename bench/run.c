// SPDX-License-Identifier: MIT
// Runs a command once with its output thrown away and prints what it took:
//
//     run [-k] COMMAND [ARGUMENT...]      wall_ms 12.3 cpu_ms 11.9 peak_kib 4096 status 0
//
// -k keeps the output on standard error. Children of the command count for cpu_ms and peak_kib.
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

int main(int argc, char **argv)
{
    int keep = argc > 1 && !strcmp(argv[1], "-k"), status = 0;
    struct rusage used;
    if (argc < 2 + keep)
        return 64;
    double begun = now();
    pid_t pid = fork();
    if (!pid) {
        int out = keep ? 2 : open("/dev/null", O_WRONLY);
        if (dup2(out, 1) < 0)
            _exit(126);
        execvp(argv[1 + keep], argv + 1 + keep);
        perror(argv[1 + keep]);
        _exit(127);
    }
    if (pid < 0 || wait4(pid, &status, 0, &used) < 0)
        return 71;
    double wall = now() - begun;
    double cpu = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
                 (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e-3;
    printf("wall_ms %.3f cpu_ms %.3f peak_kib %ld status %d\n", wall, cpu, used.ru_maxrss,
           WIFEXITED(status) ? WEXITSTATUS(status) : 128);
    return 0;
}
