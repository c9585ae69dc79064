// SPDX-License-Identifier: MIT
// Behind the walls: what may be done still works, what may not fails. Each in a child of its own.
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/jail.h"

enum { SHUT = 0, OPEN = 1, NO_WALLS = 77 };

static int in_child(int (*what)(void))
{
    int status;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(what());
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int can_open(const char *path, int how)
{
    int fd = open(path, how | O_CLOEXEC, 0600);
    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

static char folder[64];

static int files(void)
{
    char inside[128], outside[] = "/tmp/tanu-jail-outside";
    snprintf(inside, sizeof inside, "%s/a", folder);
    const struct jail_place places[] = {
        {"/usr", JAIL_READ}, {folder, JAIL_WRITE}, {"/nowhere", JAIL_READ}};
    if (!jail_files(places, 3))
        return NO_WALLS;
    bool good = can_open("/usr", O_RDONLY | O_DIRECTORY) && can_open(inside, O_WRONLY | O_CREAT) &&
                unlink(inside) == 0 && !can_open("/etc/passwd", O_RDONLY) &&
                !can_open("/usr/tanu-jail", O_WRONLY | O_CREAT) &&
                !can_open(outside, O_WRONLY | O_CREAT) && mkdir("/tmp/tanu-jail-folder", 0700) != 0;
    char name[] = "true", *arguments[] = {name, NULL};
    execv("/bin/true", arguments);
    return good && errno == EACCES ? SHUT : OPEN;
}

static int calls(void)
{
    if (!jail_calls(JAIL_ALONE))
        return NO_WALLS;
    char name[] = "true", *arguments[] = {name, NULL};
    bool good = socket(AF_INET, SOCK_STREAM, 0) < 0 && socket(AF_INET6, SOCK_DGRAM, 0) < 0 &&
                socket(AF_UNIX, SOCK_DGRAM, 0) >= 0 && fork() < 0 && chroot("/") != 0 &&
                can_open("/etc/passwd", O_RDONLY);
    execv("/bin/true", arguments);
    return good && errno == EPERM ? SHUT : OPEN;
}

static void tried(int result, const char *what)
{
    if (result == NO_WALLS)
        print_message("NOT TRIED: this kernel or build has no %s\n", what);
    else
        assert_int_equal(result, SHUT);
}

static void test_files(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/tanu-jail.XXXXXX");
    assert_non_null(mkdtemp(folder));
    tried(in_child(files), "Landlock");
    rmdir(folder);
}

static void test_calls(void **state)
{
    (void)state;
    tried(in_child(calls), "seccomp");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
