// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"

#include <stdlib.h>
#include "base/seal.h"

static const char words[] = "correct horse battery";
static const struct seal_label label = {"a subject", "a place", 0x0102030405060708};

struct sealed {
    struct seal *seal;
    struct text file;
};

static int set_up(void **state)
{
    struct sealed *s = calloc(1, sizeof *s);
    assert_int_equal(seal_new(&s->seal), SEAL_GOOD);
    assert_true(seal_put(s->seal, SEAL_CASE, &label, "level: master", 13, &s->file));
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct sealed *s = *state;
    seal_free(s->seal);
    text_release(&s->file);
    free(s);
    return 0;
}

static enum seal_verdict get(const struct seal *seal, enum seal_kind kind, const void *file,
                             size_t size)
{
    struct seal_label found;
    char *bytes = NULL;
    size_t len;
    enum seal_verdict verdict = seal_get(seal, kind, file, size, &found, &bytes, &len);
    if (verdict)
        assert_null(bytes);
    seal_forget(bytes);
    return verdict;
}

static void what_goes_in_comes_out(void **state)
{
    struct sealed *s = *state;
    struct seal_label found;
    char *bytes;
    size_t len;
    assert_int_equal(seal_get(s->seal, SEAL_CASE, s->file.bytes, s->file.len, &found, &bytes, &len),
                     SEAL_GOOD);
    assert_int_equal(len, 13);
    assert_string_equal(bytes, "level: master");
    assert_memory_equal(&found, &label, sizeof label);
    seal_forget(bytes);
    assert_null(memmem(s->file.bytes, s->file.len, "master", 6));
    assert_null(memmem(s->file.bytes, s->file.len, "subject", 7));
}

// Lengths tell nothing finer than a KiB, from nothing at all to where one more begins.
static void lengths_are_padded(void **state)
{
    struct sealed *s = *state;
    static const size_t lens[] = {0, 1, 983, 984, 2007, 2008, 100000};
    static const size_t sizes[] = {1, 1, 1, 2, 2, 3, 98};
    char *plain = calloc(1, 100000);
    for (size_t i = 0; i < sizeof lens / sizeof *lens; i++) {
        struct text file = TEXT_INIT;
        struct seal_label found;
        char *bytes;
        size_t len;
        assert_true(seal_put(s->seal, SEAL_INDEX, &label, plain, lens[i], &file));
        assert_int_equal(file.len, SEAL_HEAD + sizes[i] * 1024 + 16);
        assert_int_equal(seal_get(s->seal, SEAL_INDEX, file.bytes, file.len, &found, &bytes, &len),
                         SEAL_GOOD);
        assert_int_equal(len, lens[i]);
        seal_forget(bytes);
        text_release(&file);
    }
    free(plain);
    struct text none = TEXT_INIT;
    assert_false(seal_put(s->seal, SEAL_INDEX, &label, words, SEAL_MOST, &none));
    assert_int_equal(none.len, 0);
}

static void every_altered_byte_is_seen(void **state)
{
    struct sealed *s = *state;
    for (size_t i = 0; i < s->file.len; i++)
        for (int bit = 0; bit < 8; bit++) {
            s->file.bytes[i] = (char)(s->file.bytes[i] ^ 1 << bit);
            assert_int_not_equal(get(s->seal, SEAL_CASE, s->file.bytes, s->file.len), SEAL_GOOD);
            s->file.bytes[i] = (char)(s->file.bytes[i] ^ 1 << bit);
        }
    assert_int_equal(get(s->seal, SEAL_CASE, s->file.bytes, s->file.len), SEAL_GOOD);
}

static void every_length_but_its_own_is_refused(void **state)
{
    struct sealed *s = *state;
    text_repeat(&s->file, 'x', 2048);
    for (size_t len = 0; len <= s->file.len; len++)
        assert_int_equal(get(s->seal, SEAL_CASE, s->file.bytes, len) == SEAL_GOOD,
                         len == s->file.len - 2048);
    assert_int_equal(get(s->seal, SEAL_CASE, s->file.bytes, 30), SEAL_MALFORMED);
}

static void one_kind_is_not_another(void **state)
{
    struct sealed *s = *state;
    assert_int_equal(get(s->seal, SEAL_JOURNAL, s->file.bytes, s->file.len), SEAL_MALFORMED);
    s->file.bytes[9] = SEAL_JOURNAL;
    assert_int_equal(get(s->seal, SEAL_JOURNAL, s->file.bytes, s->file.len), SEAL_ALTERED);
    s->file.bytes[9] = SEAL_CASE;
    s->file.bytes[8] = 2;
    assert_int_equal(get(s->seal, SEAL_CASE, s->file.bytes, s->file.len), SEAL_NEWER);
}

static void another_desk_opens_nothing(void **state)
{
    struct sealed *s = *state;
    struct seal *other;
    unsigned char a[SEAL_ID], b[SEAL_ID];
    assert_int_equal(seal_new(&other), SEAL_GOOD);
    assert_memory_not_equal(seal_desk(s->seal), seal_desk(other), SEAL_ID);
    assert_int_equal(get(other, SEAL_CASE, s->file.bytes, s->file.len), SEAL_ALTERED);
    seal_number(s->seal, "Aigul 7", a);
    seal_number(s->seal, "Aigul 7", b);
    assert_memory_equal(a, b, SEAL_ID);
    seal_number(s->seal, "Aigul 8", b);
    assert_memory_not_equal(a, b, SEAL_ID);
    seal_number(other, "Aigul 7", b);
    assert_memory_not_equal(a, b, SEAL_ID);
    seal_free(other);
}

static void a_passphrase_opens_the_key_file(void **state)
{
    struct sealed *s = *state;
    unsigned char file[SEAL_KEY_FILE], changed[SEAL_KEY_FILE];
    struct seal *again;
    assert_int_equal(seal_wrap(s->seal, words, strlen(words), SEAL_LEAST, file), SEAL_GOOD);
    assert_int_equal(seal_unwrap(&again, file, sizeof file, words, strlen(words)), SEAL_GOOD);
    assert_memory_equal(seal_desk(s->seal), seal_desk(again), SEAL_ID);
    assert_int_equal(get(again, SEAL_CASE, s->file.bytes, s->file.len), SEAL_GOOD);
    seal_free(again);
    assert_int_equal(seal_unwrap(&again, file, sizeof file, "correct horse batterz", 21),
                     SEAL_WRONG);
    assert_null(again);
    assert_int_equal(seal_unwrap(&again, file, sizeof file, words, strlen(words) - 1), SEAL_WRONG);
    for (size_t i = 0; i < sizeof file; i++) { // damage is told from a wrong passphrase
        memcpy(changed, file, sizeof file);
        changed[i] ^= 1;
        enum seal_verdict verdict =
            seal_unwrap(&again, changed, sizeof changed, words, strlen(words));
        assert_true(verdict == SEAL_ALTERED || verdict == SEAL_MALFORMED);
        assert_int_not_equal(seal_unwrap(&again, file, i, words, strlen(words)), SEAL_GOOD);
    }
}

// Of libsodium, which a build without seals lacks.
extern int crypto_generichash(unsigned char *out, size_t outlen, const unsigned char *in,
                              unsigned long long inlen, const unsigned char *key, size_t keylen)
    __attribute__((weak));

// A key file that would take the machine's time or memory is refused before anything is tried, also
// where its sum is right: 1 to 64 passes over 8 KiB to 2 GiB.
static void costs_have_limits(void **state)
{
    static const struct {
        uint64_t passes, memory;
        bool refused;
    } rows[] = {
        {1, 8192, false},
        {2, 8192, false},
        {64, 8192, false},
        {0, 8192, true},
        {65, 8192, true},
        {1, 8191, true},
        {1, 0, true},
        {1, (1ULL << 31) + 1, true},
        {UINT64_MAX, 8192, true},
        {1, UINT64_MAX, true},
    };
    enum { AT_PASSES = 32, AT_MEMORY = 40, AT_SUM = 136, SUM = 16 }; // as in seal.c
    struct sealed *s = *state;
    unsigned char file[SEAL_KEY_FILE];
    assert_int_equal(seal_wrap(s->seal, words, strlen(words), SEAL_LEAST, file), SEAL_GOOD);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct seal *again;
        for (int k = 0; k < 8; k++) {
            file[AT_PASSES + k] = (unsigned char)(rows[i].passes >> (56 - 8 * k));
            file[AT_MEMORY + k] = (unsigned char)(rows[i].memory >> (56 - 8 * k));
        }
        crypto_generichash(file + AT_SUM, SUM, file, AT_SUM, NULL, 0);
        enum seal_verdict verdict = seal_unwrap(&again, file, sizeof file, words, strlen(words));
        if ((verdict == SEAL_ALTERED) != rows[i].refused)
            fail_msg("row %zu: %d", i, verdict);
        seal_free(again);
    }
}

// What a version of today wrote, later ones open.
static void old_files_stay_readable(void **state)
{
    static const char key_file[] =
        "74616e757365616c016b000000000000f9a39547a7b312a7183e17e2af17911f0000000000000001"
        "0000000000002000815a487bc0e9d9436f93864ba1aa73000b7881ec7ba376188b9051e270ea04a0"
        "52bd6350bf9fe30814962a27c4f8ad17594719543ab7429437b2e9cae819b4ad7190b71719b6bb94"
        "5fade391c7b9f133d1bafd0d7ec4b76aca89708ac3fc70869e45380b3a9ab493";
    static const char sealed[] =
        "74616e757365616c0163000000000000f4f6a42b207eeff448cf62a0e5e5769b7e5d972547f56e25"
        "98a285cf4c9ede6aef49a31b548202bf80ea9b22c8eb431fc72c68af913b52d17f5b2374e92f040a"
        "2ffc3895233cabb6fa45eb0fe653d02f10c3d900de1694bad5c436d9c5d43d35d853b6605f350e20"
        "d7874257adb7528f05bf55717b451f96c4082895875f86134d470d9ad542e9312d73321ceb67f1a6"
        "61ad94bed6030db067333e0dbb172947d16f4328be47819cc15a67cd401cd79e15d5bb848919f1f6"
        "32577815b100af955cf2925bccc98b12988186dae0bb8e073b31a522eca02be26b8caee350e0d3ae"
        "0f7549a6bff6e6647ceee645b2994391298edcc0f5cf122637ad2444abcda38cf4745b0089026222"
        "329fecdd3b1f24d7f7a03295fe0f375aee161d3f33ae7fe8e851339172066baebf469b2bdae095a3"
        "54e3e985dca0c935319912a28b7c2bcf652bbfbc1e87660ee14297e5a89af8d923a99d4a3a95f25a"
        "bcfa93c7fdbc199e5eece287ed54969a2ed5d39d40f2cd4f95986bd9aab880efb282be8b5a7206ab"
        "8d30d4c592c7ec2ea7f75acc5a4c0c66691a90a14978d81a47c68e575cf13053ff3fdf960e427956"
        "dba61eb5a622cd7e9d9e9261955e67dd4aa70ed4672194809ee31aaf906623ea419f85812cbe26ca"
        "7d5c71eaeb81706dec85ae086bc15b1de3228154291044c59c7ab46a88af2e9d2cec3303f7ef7762"
        "8ee71e8339d177fe43999612b580b7e32f61eddceb0b386587cc73455f4327722864f2dde6b7e75f"
        "863ead0c118149deb6f1a80974be8eb0bf2a75d4af3e847e720b439353d48ad193bbd3465d637d72"
        "ed0ef59ddc0bf1e8716889d026e7f0942ab749a155adaf36d54023e123625fd05396dcd05db35b04"
        "10657e82880da7de52bc1c45c2bd6d55df1f9363173f25e9d0d2c8e61c61bf091ad063239dfcc871"
        "061cf7b3505ef96871e6ccf62cd6d7f0e1751befcd10207fcd6bc697f8114c83783924535a564bb3"
        "2212722d0d15a787b56a8d3aae1f590d9b38bee9a8a44a6a177b612de03376faaf4c39f039c68ecf"
        "8c785ca9be2a3e1ebce1e11c2aefafc438db4f8ad0eead06f75cc8efea291f5abac302b891e4318d"
        "3f7b6dc58a655d84875f698da99f0edba5883244e60d016cfcb44d3d880b68e4fde7436f56c03bff"
        "bbb8fc42ccc8081a0ba51752d774d8dbe1cde7aafc7a6f78c384d86b117fe3d9d2fa07d6aebdf561"
        "30ddf5e5b637ac31c3314fb4fd25a216c21204e346be814884f78950da225df8d61930204c593488"
        "5bd7d3e6a1c7ade882732af21187b67a72d01d8e5c9ab2b1947a9c2c40046330f6c3063da53b3ca9"
        "16bc0d3666ff7e9e7f8db9bd0de6c3a746116226f4a1de1c9715c6cc3d9b0c3c4a7a7e7e9c7d3736"
        "a7b071e4cc001d765f6f072bfe094ae32f928093a5ee435277e058071bd31dfbe3e8d068e78d9fed"
        "7817068816d61391a5fe78cab2c759b0820f067fecdc86de3185e863eb3a204bfea5dc925598fd42";
    (void)state;
    unsigned char bytes[2048];
    struct seal *seal;
    struct seal_label found;
    char *plain;
    size_t len, n = 0;
    for (const char *at = key_file; *at; at += 2, n++)
        sscanf(at, "%2hhx", &bytes[n]);
    assert_int_equal(seal_unwrap(&seal, bytes, n, words, strlen(words)), SEAL_GOOD);
    n = 0;
    for (const char *at = sealed; *at; at += 2, n++)
        sscanf(at, "%2hhx", &bytes[n]);
    assert_int_equal(seal_get(seal, SEAL_CASE, bytes, n, &found, &plain, &len), SEAL_GOOD);
    assert_string_equal(plain, "level: master");
    assert_memory_equal(&found, &label, sizeof label);
    seal_forget(plain);
    seal_free(seal);
}

int main(void)
{
    struct seal *seal;
    if (seal_new(&seal) == SEAL_NOT_BUILT)
        return 77;
    seal_free(seal);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_goes_in_comes_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lengths_are_padded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_altered_byte_is_seen, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_length_but_its_own_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_kind_is_not_another, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_desk_opens_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_passphrase_opens_the_key_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(costs_have_limits, set_up, tear_down),
        cmocka_unit_test(old_files_stay_readable),
    };
    return cmocka_run_group_tests_name("seal", tests, NULL, NULL);
}
