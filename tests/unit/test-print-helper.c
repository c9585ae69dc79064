// SPDX-License-Identifier: MIT
// Who prints for a kiosk that is shut in: with a made-up lp, through its walls, killed, left alone,
// and spoken to by somebody who does not keep to the rules.
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/print_helper.h"

// ---- a system that interrupts half of the calls, and gives and takes in pieces
// --------------------

static bool disturbed;

static bool interrupts(void)
{
    static uint32_t random = 20261101;
    errno = EINTR;
    random = random * 1664525 + 1013904223;
    return disturbed && random >> 31;
}

static size_t piece(size_t len)
{
    return disturbed && len > 1 ? len - len / 2 : len;
}

int __real_poll(struct pollfd *on, nfds_t n, int ms);
int __wrap_poll(struct pollfd *on, nfds_t n, int ms);
int __wrap_poll(struct pollfd *on, nfds_t n, int ms)
{
    return interrupts() ? -1 : __real_poll(on, n, ms);
}

ssize_t __real_send(int fd, const void *bytes, size_t len, int flags);
ssize_t __wrap_send(int fd, const void *bytes, size_t len, int flags);
ssize_t __wrap_send(int fd, const void *bytes, size_t len, int flags)
{
    return interrupts() ? -1 : __real_send(fd, bytes, piece(len), flags);
}

ssize_t __real_recv(int fd, void *bytes, size_t len, int flags);
ssize_t __wrap_recv(int fd, void *bytes, size_t len, int flags);
ssize_t __wrap_recv(int fd, void *bytes, size_t len, int flags)
{
    return interrupts() ? -1 : __real_recv(fd, bytes, piece(len), flags);
}

ssize_t __real_read(int fd, void *bytes, size_t len);
ssize_t __wrap_read(int fd, void *bytes, size_t len);
ssize_t __wrap_read(int fd, void *bytes, size_t len)
{
    return interrupts() ? -1 : __real_read(fd, bytes, piece(len));
}

pid_t __real_waitpid(pid_t pid, int *status, int how);
pid_t __wrap_waitpid(pid_t pid, int *status, int how);
pid_t __wrap_waitpid(pid_t pid, int *status, int how)
{
    return interrupts() ? -1 : __real_waitpid(pid, status, how);
}

// ---- a printer ----------------------------------------------------------------------------------

static char folder[64], bin[80], outside[80];
static struct jail_place places[2];

static void write_file(const char *name, const char *words)
{
    FILE *f = fopen(name, "w");
    assert_non_null(f);
    fputs(words, f);
    fclose(f);
    chmod(name, 0755);
}

// What lp got is in `printed`; what it could do besides is in `could`.
static int set_up(void **state)
{
    (void)state;
    char name[128], words[1024];
    snprintf(folder, sizeof folder, "/tmp/tanu-printer.XXXXXX");
    snprintf(outside, sizeof outside, "/tmp/tanu-outside.%d", (int)getpid());
    assert_non_null(mkdtemp(folder));
    snprintf(bin, sizeof bin, "%s/bin", folder);
    mkdir(bin, 0755);
    snprintf(name, sizeof name, "%s/lpstat", bin);
    write_file(name, "#!/bin/sh\nexit 0\n");
    snprintf(name, sizeof name, "%s/lp", bin);
    snprintf(words, sizeof words,
             "#!/bin/sh\ncat >%s/printed\n(: >%s) 2>/dev/null && echo files >%s/could\nexit 0\n",
             folder, outside, folder);
    write_file(name, words);
    snprintf(words, sizeof words, "%s:/usr/bin:/bin", bin);
    setenv("PATH", words, 1);
    places[0] = (struct jail_place){folder, JAIL_WRITE};
    places[1] = (struct jail_place){bin, JAIL_RUN};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    char command[256];
    snprintf(command, sizeof command, "rm -rf %s %s", folder, outside);
    return system(command);
}

static size_t printed(char *bytes, size_t most)
{
    char name[128];
    snprintf(name, sizeof name, "%s/printed", folder);
    FILE *f = fopen(name, "r");
    size_t n = f ? fread(bytes, 1, most, f) : 0;
    if (f)
        fclose(f);
    unlink(name);
    return n;
}

static bool there_are_walls(void)
{
    int status = 0;
    disturbed = false;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(jail_files(places, 2));
    assert_int_equal(waitpid(child, &status, 0), child);
    return WEXITSTATUS(status) != 0;
}

static void test_prints(void **state)
{
    (void)state;
    char got[64], name[128];
    static char much[1 << 20];
    struct print_helper h;
    print_helper_start(&h, "office", places, 2);
    assert_true(h.socket >= 0);
    assert_int_equal(print_helper_print(&h, "one", 3), PRINT_GOOD);
    assert_int_equal(printed(got, sizeof got), 3);
    assert_memory_equal(got, "one", 3);
    memset(much, 'm', sizeof much);
    assert_int_equal(print_helper_print(&h, much, sizeof much), PRINT_GOOD);
    memset(much, 0, sizeof much);
    assert_int_equal(printed(much, sizeof much), sizeof much);
    assert_true(much[0] == 'm' && much[sizeof much - 1] == 'm');
    // Nothing is asked that cannot be a document, and it lives on.
    assert_int_equal(print_helper_print(&h, "", 0), PRINT_REFUSED);
    assert_int_equal(print_helper_print(&h, much, PRINT_HELPER_MOST + 1), PRINT_REFUSED);
    assert_int_equal(print_helper_print(&h, "two", 3), PRINT_GOOD);
    snprintf(name, sizeof name, "%s/could", folder);
    if (there_are_walls())
        assert_true(access(outside, F_OK) != 0 && access(name, F_OK) != 0);
    else
        print_message("NOT TRIED: this kernel or build has no Landlock\n");
    assert_int_equal(printed(got, sizeof got), 3);
    print_helper_end(&h);
    assert_int_equal(h.socket, -1);
    assert_int_equal(print_helper_print(&h, "x", 1), PRINT_NO_PRINTER);
}

static int disturb(void **state)
{
    (void)state;
    disturbed = true;
    return 0;
}

static int calm(void **state)
{
    (void)state;
    disturbed = false;
    return 0;
}

static void test_queues(void **state)
{
    (void)state;
    static const struct {
        const char *queue;
        bool fits;
    } queues[] = {
        {"office", true}, {"A_9.z-", true}, {"x", true},    {"", false},    {".office", false},
        {"-d", false},    {"a b", false},   {"a/b", false}, {"a\n", false}, {"ә", false},
    };
    char name[130];
    for (size_t i = 0; i < sizeof queues / sizeof *queues; i++)
        if (print_queue_fits(queues[i].queue) != queues[i].fits)
            fail_msg("“%s”", queues[i].queue);
    memset(name, 'q', sizeof name);
    name[128] = '\0';
    assert_false(print_queue_fits(name));
    name[127] = '\0';
    assert_true(print_queue_fits(name));
}

// What the printer's own programs say, and how they end; `printed` is what lp got.
static void test_answers(void **state)
{
    (void)state;
    static const struct {
        const char *lpstat, *lp;
        enum print_result result;
    } rows[] = {
        {"exit 0", "cat >$0.got", PRINT_GOOD},
        {"exit 1", "cat >$0.got", PRINT_NO_PRINTER},
        {"kill -9 $$", "cat >$0.got", PRINT_NO_PRINTER},
        {"test $1 = -p || exit 0; echo printer $2 disabled since today", "exit 0", PRINT_PAUSED},
        {"test $1 = -a || exit 0; echo $2 not accepting requests since", "exit 0", PRINT_CLOSED},
        {"test $1 = -a && exit 1; exit 0", "exit 0", PRINT_CLOSED},
        {"exit 0", "exit 1", PRINT_REFUSED},
        {"exit 0", "cat >$0.got; kill -9 $$", PRINT_REFUSED},
        {"exec tail -f /dev/null", "never", PRINT_NO_PRINTER}, // ended with the patience
        // Long answers: what stands within the room counts, and the rest is read to its end.
        {"test $1 = -p || exit 0; head -c 4080 /dev/zero | tr '\\0' x; echo ' disabled '", "exit 0",
         PRINT_PAUSED},
        {"head -c 300000 /dev/zero | tr '\\0' x; echo ' disabled '", "cat >$0.got", PRINT_GOOD},
        // Only what says where the printers are, and English.
        {"test \"$LC_ALL $CUPS_SERVER $HOME${SECRET-}\" = 'C where home'", "cat >$0.got",
         PRINT_GOOD},
    };
    char name[128], words[512], got[16];
    setenv("CUPS_SERVER", "where", 1);
    setenv("HOME", "home", 1);
    setenv("SECRET", "no", 1);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int lp = 0; lp < 2; lp++) {
            snprintf(name, sizeof name, "%s/%s", bin, lp ? "lp" : "lpstat");
            snprintf(words, sizeof words, "#!/bin/sh\n%s\n", lp ? rows[i].lp : rows[i].lpstat);
            write_file(name, words);
        }
        int patience = strcmp(rows[i].lp, "never") ? 20000 : 1;
        enum print_result result = print_document("office", "words", 5, patience);
        if (result != rows[i].result)
            fail_msg("row %zu: %d", i, (int)result);
        snprintf(name, sizeof name, "%s/lp.got", bin);
        FILE *f = fopen(name, "r");
        size_t n = f ? fread(got, 1, sizeof got, f) : 0;
        if (f)
            fclose(f);
        unlink(name);
        if (result == PRINT_GOOD)
            assert_int_equal(n, 5);
        assert_true(n == 0 || memcmp(got, "words", 5) == 0);
    }
    assert_int_equal(print_document("-office", "words", 5, 20000), PRINT_NO_PRINTER);
    // A variable that is too long is left out.
    char much[600];
    memset(much, 'x', sizeof much);
    much[505] = '\0'; // with its name and the sign one too many
    snprintf(name, sizeof name, "%s/lpstat", bin);
    write_file(name, "#!/bin/sh\ntest -z \"${HOME-}\"\n");
    setenv("HOME", much, 1);
    assert_int_equal(print_document("office", "words", 5, 20000), PRINT_NO_PRINTER);
    much[505] = 'x', much[507] = '\0';
    setenv("HOME", much, 1);
    assert_int_not_equal(print_document("office", "words", 5, 20000), PRINT_NO_PRINTER);
}

static void test_there(void **state)
{
    (void)state;
    struct print_helper h = {.socket = -1};
    assert_false(print_helper_there(&h));
    print_helper_start(&h, "office", places, 2);
    assert_true(print_helper_there(&h));
    kill(h.pid, SIGKILL);
    assert_int_equal(waitpid(h.pid, NULL, 0), h.pid);
    h.pid = 0;
    assert_false(print_helper_there(&h));
    print_helper_end(&h);
    assert_false(print_helper_there(&h));
}

static void test_killed(void **state)
{
    (void)state;
    struct print_helper h;
    print_helper_start(&h, "office", places, 2);
    assert_true(h.pid > 0);
    kill(h.pid, SIGKILL);
    assert_int_equal(print_helper_print(&h, "one", 3), PRINT_NO_PRINTER);
    assert_int_equal(print_helper_print(&h, "one", 3), PRINT_NO_PRINTER);
    print_helper_end(&h);
}

// It ends, and has printed nothing.
static void refuses(const void *bytes, size_t len)
{
    char got[8];
    int status;
    struct print_helper h;
    print_helper_start(&h, "office", places, 2);
    assert_int_equal(send(h.socket, bytes, len, MSG_NOSIGNAL), len);
    shutdown(h.socket, SHUT_WR);
    assert_int_equal(waitpid(h.pid, &status, 0), h.pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_int_equal(printed(got, sizeof got), 0);
    h.pid = 0;
    assert_int_equal(print_helper_print(&h, "one", 3), PRINT_NO_PRINTER);
    print_helper_end(&h);
}

static void test_hostile(void **state)
{
    (void)state;
    const uint32_t nothing[] = {0, 0}, most[] = {UINT32_MAX, 1}, over = PRINT_HELPER_MOST + 1;
    unsigned char noise[4096], half[16] = {0};
    const uint32_t size = 4096;
    memcpy(half, &size, sizeof size);
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (unsigned char)(i * 7919 >> 3 | 0x80);
    refuses(nothing, sizeof nothing);
    refuses(most, sizeof most);
    refuses(&over, sizeof over);
    refuses(noise, sizeof noise);
    refuses(noise, 2);          // half a length
    refuses(half, sizeof half); // and a document that does not come
}

// Who has closed the other end is given nothing, and that is told; nothing is always given.
static void test_give(void **state)
{
    (void)state;
    for (int closed = 0; closed < 2; closed++) {
        int ends[2];
        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
        if (closed)
            close(ends[1]);
        assert_int_equal(print_give(ends[0], "words", 5, INT64_MAX), !closed);
        assert_true(print_give(ends[0], "", 0, INT64_MAX));
        if (!closed)
            close(ends[1]);
        close(ends[0]);
    }
}

// It does not outlive the kiosk, even where another process still holds the socket.
static void test_alone(void **state)
{
    (void)state;
    int ends[2], status;
    pid_t left[2] = {0, 0}; // the helper, and who holds the socket
    assert_int_equal(pipe(ends), 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    fflush(NULL);
    pid_t kiosk = fork();
    if (kiosk == 0) {
        struct print_helper h;
        print_helper_start(&h, "office", places, 2);
        left[1] = fork();
        while (left[1] == 0)
            pause();
        left[0] = h.pid;
        (void)print_helper_print(&h, "one", 3); // it is there for sure
        _exit(write(ends[1], left, sizeof left) != sizeof left);
    }
    assert_int_equal(waitpid(kiosk, &status, 0), kiosk);
    assert_int_equal(read(ends[0], left, sizeof left), sizeof left);
    assert_int_equal(waitpid(left[0], &status, 0), left[0]);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    kill(left[1], SIGKILL);
    assert_int_equal(waitpid(left[1], &status, 0), left[1]);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prints),
        cmocka_unit_test(test_give),
        cmocka_unit_test(test_killed),
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_alone),
        cmocka_unit_test(test_there),
        cmocka_unit_test(test_queues),
        cmocka_unit_test_setup_teardown(test_prints, disturb, calm),
        cmocka_unit_test(test_answers), // puts other programs in the place of lp and lpstat
        cmocka_unit_test_setup_teardown(test_answers, disturb, calm),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
