// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
#include "base/file.h"
#include "base/io.h"

// What comes in pieces is read on to what is wanted, and never beyond: packets end a read early.
static void test_pieces(void **state)
{
    char bytes[16] = "................";
    int ends[2];
    (void)state;
    assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
    assert_int_equal(write(ends[0], "abcd", 4), 4);
    assert_int_equal(write(ends[0], "efghij", 6), 6);
    assert_int_equal(read_full(ends[1], bytes, 6), 6);
    assert_memory_equal(bytes, "abcdef.", 7);
    assert_int_equal(write(ends[0], "kl", 2), 2);
    close(ends[0]);
    assert_int_equal(read_full(ends[1], bytes, 6), 2); // all that there is
    assert_memory_equal(bytes, "klcdef.", 7);
    close(ends[1]);
}

static void test_no_file(void **state)
{
    char byte;
    (void)state;
    assert_int_equal(read_full(-1, &byte, 1), -1);
    assert_int_equal(errno, EBADF);
}

// A file that cannot get its name is said to be none, and leaves nothing behind.
static void test_no_name(void **state)
{
    char folder[] = "/tmp/test-io.XXXXXX", path[400];
    (void)state;
    assert_non_null(mkdtemp(folder));
    for (int replace = 0; replace < 2; replace++) {
        snprintf(path, sizeof path, "%s/%0300d", folder, 0);
        assert_int_equal(file_write(path, "x", 1, 0600, replace), -1);
        assert_int_equal(errno, ENAMETOOLONG);
        snprintf(path, sizeof path, "%s/good%d", folder, replace);
        assert_int_equal(file_write(path, "x", 1, 0600, replace), 0);
        assert_int_equal(unlink(path), 0);
    }
    assert_int_equal(rmdir(folder), 0); // empty
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_no_file),
        cmocka_unit_test(test_no_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
