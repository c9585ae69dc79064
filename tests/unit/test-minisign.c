// SPDX-License-Identifier: MIT
// Signatures of minisign: what is signed here by libsodium itself is good, and each way of altering
// it is told apart.
#include <sodium.h>
#include "tests/unit/unit.h"

#include "base/minisign.h"

#define FILE_WORDS "what is signed"

static unsigned char secret[crypto_sign_SECRETKEYBYTES];
static struct minisign_key keys[2]; // another one, and that of the secret

static void encode(char *out, size_t room, const unsigned char *bytes, size_t len)
{
    assert_non_null(sodium_bin2base64(out, room, bytes, len, sodium_base64_VARIANT_ORIGINAL));
}

static void make_key(struct minisign_key *key, unsigned char number)
{
    unsigned char bytes[MINISIGN_KEY] = "Ed";
    char line[100], text[200];
    memset(bytes + 2, number, 8);
    crypto_sign_keypair(bytes + 10, secret);
    encode(line, sizeof line, bytes, sizeof bytes);
    snprintf(text, sizeof text, "untrusted comment: a key\n%s\n", line);
    assert_true(minisign_read_key(text, key));
    assert_memory_equal(key->bytes, bytes, sizeof bytes);
}

static int begin(void **state)
{
    (void)state;
    if (sodium_init() < 0)
        return -1;
    make_key(&keys[0], 1);
    make_key(&keys[1], 2);
    return 0;
}

// The text of a signature: `kind` as its first two bytes, `head` before the comment.
static void sign(char *out, size_t room, const char *kind, const char *head, const char *comment)
{
    static unsigned char hash[crypto_generichash_BYTES_MAX], made[74],
        all[crypto_sign_BYTES + 2 * MINISIGN_COMMENT], global[crypto_sign_BYTES];
    char first[200], second[200];
    memcpy(made, kind, 2);
    memset(made + 2, 2, 8);
    crypto_generichash(hash, sizeof hash, (const unsigned char *)FILE_WORDS, strlen(FILE_WORDS),
                       NULL, 0);
    crypto_sign_detached(made + 10, NULL, hash, sizeof hash, secret);
    memcpy(all, made + 10, crypto_sign_BYTES);
    memcpy(all + crypto_sign_BYTES, comment, strlen(comment));
    crypto_sign_detached(global, NULL, all, crypto_sign_BYTES + strlen(comment), secret);
    encode(first, sizeof first, made, sizeof made);
    encode(second, sizeof second, global, sizeof global);
    snprintf(out, room, "untrusted comment: x\n%s\n%s%s\n%s\n", first, head, comment, second);
}

static void test_forms(void **state)
{
    (void)state;
    static const struct {
        const char *kind, *head, *comment, *file;
        int n_keys;
        enum minisign_verdict verdict;
    } rows[] = {
        {"ED", "trusted comment: ", "pack=a version=1", FILE_WORDS, 2, MINISIGN_GOOD},
        {"ED", "trusted comment: ", "", FILE_WORDS, 2, MINISIGN_GOOD},
        {"ED", "trusted comment: ", "x", FILE_WORDS, 1, MINISIGN_OTHER_KEY},
        {"ED", "trusted comment: ", "x", FILE_WORDS, 0, MINISIGN_OTHER_KEY},
        {"ED", "trusted comment: ", "x", FILE_WORDS " ", 2, MINISIGN_BAD},
        {"ED", "trusted comment: ", "x", "", 2, MINISIGN_BAD},
        {"Ed", "trusted comment: ", "x", FILE_WORDS, 2, MINISIGN_MALFORMED}, // not prehashed
        {"ED", "trusted comment:-", "x", FILE_WORDS, 2, MINISIGN_MALFORMED},
        {"ED", "trusted comment: -", "x", FILE_WORDS, 2, MINISIGN_BAD},
        {"ED", "", "x", FILE_WORDS, 2, MINISIGN_MALFORMED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[800], comment[MINISIGN_COMMENT] = "untouched";
        sign(text, sizeof text, rows[i].kind, rows[i].head, rows[i].comment);
        enum minisign_verdict verdict = minisign_verify(rows[i].file, strlen(rows[i].file), text,
                                                        keys, rows[i].n_keys, comment);
        if (verdict != rows[i].verdict)
            fail_msg("row %zu: %d", i, verdict);
        assert_string_equal(comment, verdict == MINISIGN_GOOD ? rows[i].comment : "untouched");
    }
}

// Every letter that is another one, every end that is cut off and every line that follows is seen.
static void test_altered(void **state)
{
    (void)state;
    char text[800], other[820], comment[MINISIGN_COMMENT];
    sign(text, sizeof text, "ED", "trusted comment: ", "pack=a version=1");
    size_t len = strlen(text), first = strcspn(text, "\n") + 1;
#define VERIFY(words) minisign_verify(FILE_WORDS, strlen(FILE_WORDS), words, keys, 2, comment)
    for (size_t i = first; i + 1 < len; i++) { // the first line says nothing
        memcpy(other, text, len + 1);
        other[i] = other[i] == 'A' ? 'B' : 'A';
        if (VERIFY(other) == MINISIGN_GOOD)
            fail_msg("letter %zu is another one, and it is good", i);
    }
    for (size_t i = 0; i + 1 < len; i++) {
        memcpy(other, text, i);
        other[i] = '\0';
        assert_int_equal(VERIFY(other), MINISIGN_MALFORMED);
    }
    text[len - 1] = '\0'; // without the last line end
    assert_int_equal(VERIFY(text), MINISIGN_GOOD);
    snprintf(other, sizeof other, "%s\r\n", text);
    assert_int_equal(VERIFY(other), MINISIGN_GOOD);
    snprintf(other, sizeof other, "%s\nmore", text);
    assert_int_equal(VERIFY(other), MINISIGN_MALFORMED);
}

// A comment as long as there is room for, and one that is longer.
static void test_long_comment(void **state)
{
    (void)state;
    static char text[2 * MINISIGN_COMMENT + 800], words[MINISIGN_COMMENT + 1];
    char comment[MINISIGN_COMMENT];
    for (size_t more = 0; more < 2; more++) {
        memset(words, 'w', MINISIGN_COMMENT);
        words[MINISIGN_COMMENT - 1 + more] = '\0';
        sign(text, sizeof text, "ED", "trusted comment: ", words);
        assert_int_equal(VERIFY(text), more ? MINISIGN_MALFORMED : MINISIGN_GOOD);
    }
}

static void test_keys(void **state)
{
    (void)state;
    struct minisign_key key;
    unsigned char bytes[MINISIGN_KEY + 1] = "Ed";
    for (int row = 0; row < 5; row++) {
        char line[100], text[200];
        bytes[1] = row == 1 ? 'D' : 'd';
        encode(line, sizeof line, bytes, sizeof bytes - 1 - (row == 2) + (row == 3));
        snprintf(text, sizeof text, "untrusted comment: a key\n%s\n", row == 4 ? "" : line);
        assert_int_equal(minisign_read_key(text, &key), row == 0);
    }
    assert_false(minisign_read_key("", &key));
    assert_false(minisign_read_key("untrusted comment: a key\n", &key));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms), cmocka_unit_test(test_altered),
                                       cmocka_unit_test(test_long_comment),
                                       cmocka_unit_test(test_keys)};
    return cmocka_run_group_tests(tests, begin, NULL);
}
