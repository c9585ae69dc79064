// SPDX-License-Identifier: MIT
// The program's entry: takes the command line apart and runs the sub-command.
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "app/command.h"

// What a person answers is in memory, and nobody else is to find it there: no core dumps, also not
// through a program that collects them, and no look into the process by others of the same user.
// A limit on the size of files is an error of writing, as any other.
static void keep_to_itself(void)
{
    const struct rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
    (void)prctl(PR_SET_DUMPABLE, 0);
    signal(SIGXFSZ, SIG_IGN);
}

// A descriptor that the parent closed must not become one of our own files. What stands in its
// place fails when it is used, as a closed one does.
// They are kept open for good, which gcc's analyzer takes for a leak.
#if defined __GNUC__ && !defined __clang__ && __GNUC__ >= 13
#pragma GCC diagnostic ignored "-Wanalyzer-fd-leak"
#endif
static void hold_descriptors(void)
{
    static const int ways[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)open("/dev/null", ways[fd]); // the lowest free number: fd
}

int main(int argc, char **argv)
{
    hold_descriptors();
    keep_to_itself();
    struct call call;
    int status = EXIT_SOFTWARE;
    if (!call_parse(&call, argc, argv, call_today(), &status))
        return status;
    return call.command->run(&call);
}
