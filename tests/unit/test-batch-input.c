// SPDX-License-Identifier: MIT
// The input of the filter: however it arrives, the same lines come out of it.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include "unit.h"
#include "base/text.h"
#include "case/json_line.h"
#include "front/batch_input.h"

static int file_of(const struct text *bytes)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    int fd = dup(fileno(file));
    fclose(file);
    assert_int_equal(write(fd, text_str(bytes), bytes->len), bytes->len);
    lseek(fd, 0, SEEK_SET);
    return fd;
}

// One line as its length and first letter; one that is too long by a word: how much of it was seen
// does not count.
static void tell(struct text *heard, const char *line, size_t len, bool too_long)
{
    if (too_long || len > JSON_LINE_MAX)
        text_add(heard, "LONG ");
    else
        text_printf(heard, "%zu%.1s ", len, len ? line : "");
}

static void hear(struct text *heard, const struct chunk *chunk)
{
    bool too_long = chunk->long_first;
    const char *at = chunk->bytes, *end = at + chunk->len;
    while (at < end || too_long) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        tell(heard, at, (size_t)((newline ? newline : end) - at), too_long);
        too_long = false;
        at = newline ? newline + 1 : end;
    }
}

// `most` bytes at a time, to the end and once more behind it.
static void check(const struct text *bytes, size_t most, const char *want)
{
    struct text heard = TEXT_INIT;
    struct batch_input in;
    struct chunk chunk;
    size_t used = 0;
    int fd = file_of(bytes), more;
    batch_input_init(&in, fd, most);
    batch_chunk_init(&chunk);
    assert_true(batch_chunk_empty(&chunk));
    do {
        more = batch_input_next(&in, &chunk);
        assert_in_range(more, 0, 1);
        assert_true(chunk.len < CHUNK_ROOM);
        if (more && chunk.len)
            assert_int_equal(chunk.bytes[chunk.len - 1], '\n');
        used = chunk.len > used ? chunk.len : used;
        assert_true(chunk.used >= used); // so much is wiped at the end
        assert_int_equal(batch_chunk_empty(&chunk), !chunk.len && !chunk.long_first);
        hear(&heard, &chunk);
    } while (more);
    if (strcmp(text_str(&heard), want) != 0)
        fail_msg("%zu bytes at a time: “%s” instead of “%s”", most, text_str(&heard), want);
    assert_int_equal(in.read, bytes->len);
    assert_int_equal(batch_input_next(&in, &chunk), 0);
    assert_true(batch_chunk_empty(&chunk));
    batch_chunk_release(&chunk);
    batch_input_release(&in);
    text_release(&heard);
    close(fd);
}

// Lines by length and letter, "5a 0 70000b"; "." at the end: the last one has no newline.
static void write_lines(struct text *out, const char *lines)
{
    for (char *end; *lines && *lines != '.'; lines = end + strspn(end, " ")) {
        size_t len = strtoul(lines, &end, 10);
        if (len)
            text_repeat(out, *end++, len);
        text_char(out, '\n');
    }
    if (*lines == '.')
        out->len--;
}

static void test_pieces(void **state)
{
    static const size_t pieces[] = {1, 2, 3, 7, 4096, 65536, 65537, 70000, CHUNK_READ};
    static const struct {
        const char *lines, *want;
        size_t least; // few bytes at a time take too long for the long ones
    } rows[] = {
        {"", "", 1},
        {"0", "0 ", 1},
        {"0 0 5a 0", "0 0 5a 0 ", 1},
        {"5a 0 3b 1c", "5a 0 3b 1c ", 1},
        {"5a 3b .", "5a 3b ", 1},
        {"1c .", "1c ", 1},
        {"65536a 2b", "65536a 2b ", 7}, // the longest
        {"65536a .", "65536a ", 7},
        {"65537a 2b", "LONG 2b ", 7},
        {"65537a .", "LONG ", 7},
        {"3c 65537a 2b .", "3c LONG 2b ", 7},
        {"3c 140000a 140000b 2b", "3c LONG LONG 2b ", 7},
        {"400000a 0 400000b 65536d .", "LONG 0 LONG 65536d ", 4096},
        {"262144a .", "LONG ", 4096},
        {"131073a 9b 131073c .", "LONG 9b LONG ", 4096},
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
            struct text bytes = TEXT_INIT;
            write_lines(&bytes, rows[r].lines);
            if (pieces[p] >= rows[r].least)
                check(&bytes, pieces[p], rows[r].want);
            text_release(&bytes);
        }
}

// What came before the fault is not lost, begun as it is.
static void test_fault(void **state)
{
    struct text bytes = TEXT_INIT;
    struct batch_input in;
    struct chunk chunk;
    (void)state;
    text_add(&bytes, "one\ntwo");
    int fd = file_of(&bytes), folder = open("/", O_RDONLY);
    batch_input_init(&in, fd, CHUNK_READ);
    batch_chunk_init(&chunk);
    assert_int_equal(batch_input_next(&in, &chunk), 1);
    assert_int_equal(chunk.len, 4);
    assert_memory_equal(chunk.bytes, "one\n", 4);
    dup2(folder, fd);
    assert_int_equal(batch_input_next(&in, &chunk), -1);
    assert_int_equal(errno, EISDIR);
    assert_int_equal(chunk.len, 3);
    assert_memory_equal(chunk.bytes, "two", 3);
    assert_false(chunk.long_first);
    assert_int_equal(in.read, 7);
    batch_chunk_release(&chunk);
    batch_input_release(&in);
    text_release(&bytes);
    close(fd), close(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pieces), cmocka_unit_test(test_fault)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
