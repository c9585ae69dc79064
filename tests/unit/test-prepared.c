// SPDX-License-Identifier: MIT
// The prepared pack: it gives back what was put there, or nothing.
#include "tests/unit/unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "pack/read/load.h"
#include "pack/read/prepared.h"

static char home[] = "/tmp/tanu-prepared-XXXXXX";
static char pack_dir[64], file[64];

__attribute__((format(printf, 1, 2))) static void shell(const char *format, ...)
{
    char line[700];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    assert_int_equal(system(line), 0);
}

static const struct pack *load(void)
{
    struct diags diags;
    diags_init(&diags);
    const struct pack *pack = pack_load(pack_dir, LOAD_NEAR, &diags);
    assert_non_null(pack);
    diags_release(&diags);
    return pack;
}

static int prepare(void)
{
    struct diags diags;
    diags_init(&diags);
    int status = pack_prepare(pack_dir, file, true, &diags);
    diags_release(&diags);
    return status;
}

static bool usable(void)
{
    const struct pack *pack = pack_load_prepared(pack_dir, file);
    pack_free(pack);
    return pack;
}

static int setup(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(home));
    snprintf(pack_dir, sizeof pack_dir, "%s/a-pack", home);
    snprintf(file, sizeof file, "%s/a-pack.pack", home);
    shell("cp -r '%s/tests/packs/tiny' '%s'", getenv("TANU_SRC") ? getenv("TANU_SRC") : ".",
          pack_dir);
    shell("chmod -R u+w '%s'", pack_dir);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    shell("rm -rf '%s'", home);
    return 0;
}

static int fill(void **state)
{
    (void)state;
    shell("rm -rf '%s'", file);
    assert_int_equal(prepare(), 0);
    assert_true(usable());
    return 0;
}

// What lies between the blocks, too, which ASan keeps an eye on (base/guard.h).
__attribute__((no_sanitize("address"))) static void copy_all(char *to, const char *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        to[i] = from[i];
}

static void the_same_pack(void **state)
{
    (void)state;
    const struct pack *pack = load();
    // What comes first is the pack itself, with the folder's name, and the arena.
    size_t head = sizeof *pack + sizeof(struct arena) + 64, size = 20000;
    char *bytes = malloc(size);
    copy_all(bytes, (const char *)pack + head, size);
    struct pack copy = *pack;
    pack_free(pack);
    pack = pack_load_prepared(pack_dir, file);
    assert_non_null(pack);
    assert_memory_equal(bytes, (const char *)pack + head, size);
    assert_string_equal(pack->dir, pack_dir);
    copy.dir = pack->dir;
    assert_memory_equal(&copy, pack, sizeof copy);
    pack_free(pack);
    free(bytes);
    char slash[80];
    snprintf(slash, sizeof slash, "%s//", pack_dir);
    pack = pack_load_prepared(slash, file);
    assert_string_equal(pack->dir, pack_dir);
    pack_free(pack);
}

// A pack that points at the program or its heap could not be used by another process.
static void points_into_itself(void **state)
{
    (void)state;
    struct {
        uintptr_t from, to;
    } maps[200];
    char line[512];
    int n = 0;
    FILE *f = fopen("/proc/self/maps", "r");
    assert_non_null(f);
    while (n < 200 && fgets(line, sizeof line, f))
        // Files and the heap: the shadow memory of a sanitizer is so large that plain numbers fall
        // into it.
        if ((strchr(line, '/') || strstr(line, "[heap]")) &&
            sscanf(line, "%lx-%lx", &maps[n].from, &maps[n].to) == 2)
            n++;
    fclose(f);
    struct stat st;
    assert_int_equal(stat(file, &st), 0);
    uintptr_t *words = malloc((size_t)st.st_size);
    int fd = open(file, O_RDONLY);
    assert_int_equal(read(fd, words, (size_t)st.st_size), st.st_size);
    close(fd);
    for (size_t i = 0; i < (size_t)st.st_size / sizeof *words; i++)
        for (int m = 0; m < n; m++)
            assert_false(words[i] >= maps[m].from && words[i] < maps[m].to);
    free(words);
}

static void damage(off_t at, unsigned char change)
{
    unsigned char byte;
    int fd = open(file, O_RDWR);
    assert_int_equal(pread(fd, &byte, 1, at), 1);
    byte ^= change;
    assert_int_equal(pwrite(fd, &byte, 1, at), 1);
    close(fd);
}

// One byte anywhere, and back again; for at most a second.
static void flipped_bytes(void **state)
{
    (void)state;
    struct stat st;
    struct timespec begun, now;
    uint32_t random = 1;
    assert_int_equal(stat(file, &st), 0);
    clock_gettime(CLOCK_MONOTONIC, &begun);
    for (int i = 0; i < 400; i++) {
        random = random * 1664525 + 1013904223;
        off_t at = i < 40 ? i : (off_t)(random >> 4) % st.st_size;
        unsigned char change = (unsigned char)(1 << (random >> 28) % 8);
        damage(at, change);
        assert_false(usable());
        damage(at, change);
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (now.tv_sec - begun.tv_sec > 0 && i > 40)
            break;
    }
    assert_true(usable());
}

static void whoever_may_write_it(void **state)
{
    (void)state;
    static const mode_t good[] = {0644, 0600, 0444, 0755}, bad[] = {0664, 0646, 0666, 0620};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_int_equal(chmod(file, good[i]), 0);
        assert_true(usable());
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(chmod(file, bad[i]), 0);
        assert_false(usable());
    }
    assert_int_equal(chmod(file, 0644), 0);
    if (geteuid() != 0)
        return;
    struct stat program;
    assert_int_equal(stat("/proc/self/exe", &program), 0);
    assert_int_equal(chown(file, program.st_uid + 1, 0), 0);
    assert_false(usable());
    assert_int_equal(chown(file, program.st_uid, 0), 0);
    assert_true(usable());
}

static void changed_sources(void **state)
{
    (void)state;
    struct stat before, after;
    assert_int_equal(stat(file, &before), 0);
    assert_int_equal(prepare(), 0); // fits: left alone
    assert_int_equal(stat(file, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    shell("echo '# a remark' >>'%s/pack.yaml'", pack_dir);
    assert_false(usable());
    assert_int_equal(prepare(), 0);
    assert_true(usable());
    shell("mv '%s/rules/papers.yaml' '%s/rules/paper.yaml'", pack_dir, pack_dir);
    assert_false(usable());
    shell("mv '%s/rules/paper.yaml' '%s/rules/papers.yaml'", pack_dir, pack_dir);
    assert_true(usable());
}

static long long bytes_read(void)
{
    long long n = -1;
    FILE *f = fopen("/proc/self/io", "r");
    assert_non_null(f);
    assert_int_equal(fscanf(f, "rchar: %lld", &n), 1);
    fclose(f);
    return n;
}

static long long to_load(void)
{
    long long before = bytes_read();
    assert_true(usable());
    return bytes_read() - before;
}

// Files that nobody touched are not read again; one that was, is, whatever its size and date say.
static void untouched_sources(void **state)
{
    (void)state;
    char line[100];
    struct stat made, st;
    shell("touch '%s/pack.yaml'", pack_dir);
    snprintf(line, sizeof line, "%s/pack.yaml", pack_dir);
    assert_int_equal(stat(line, &made), 0);
    for (time_t now = 0; now < made.st_ctim.tv_sec + 3; now = time(NULL))
        usleep(50000); // what has just changed may change again unseen
    shell("rm '%s'", file);
    assert_int_equal(prepare(), 0);
    assert_int_equal(stat(file, &st), 0);
    long long untouched = to_load();
    assert_true(untouched < st.st_size + 2048);
    shell("touch -d @%lld '%s'", (long long)made.st_mtim.tv_sec, line);
    assert_true(to_load() > untouched + made.st_size);
    shell("cp -p '%s' '%s/kept'", line, home);
    shell("sed -i 's/[0-9]/7/' '%s'", line);
    shell("touch -r '%s/kept' '%s'", home, line);
    assert_int_equal(stat(line, &st), 0);
    assert_int_equal(st.st_size, made.st_size);
    assert_false(usable());
    shell("cp '%s/kept' '%s'", home, line);
    // For a package nothing is kept that differs from one machine to the next.
    struct diags diags;
    diags_init(&diags);
    shell("rm '%s'", file);
    assert_int_equal(pack_prepare(pack_dir, file, false, &diags), 0);
    diags_release(&diags);
    assert_true(to_load() > untouched + made.st_size);
}

static void no_fixed_place(void **state)
{
    (void)state;
    const struct pack *first = load(); // stands where a prepared one has to stand
    assert_null(pack_load_prepared(pack_dir, file));
    pack_free(first);
    assert_true(usable());
}

static void faulty_pack(void **state)
{
    (void)state;
    char path[100];
    snprintf(path, sizeof path, "%s/pack.yaml", pack_dir);
    shell("cp '%s' '%s/kept'; rm '%s'", path, home, file);
    shell("echo 'nonsense: 1' >>'%s'", path);
    assert_int_equal(prepare(), -1);
    assert_int_equal(access(file, F_OK), -1);
    assert_false(usable());
    shell("cp '%s/kept' '%s'", home, path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_same_pack, fill),
        cmocka_unit_test_setup(points_into_itself, fill),
        cmocka_unit_test_setup(flipped_bytes, fill),
        cmocka_unit_test_setup(whoever_may_write_it, fill),
        cmocka_unit_test_setup(changed_sources, fill),
        cmocka_unit_test_setup(untouched_sources, fill),
        cmocka_unit_test_setup(no_fixed_place, fill),
        cmocka_unit_test_setup(faulty_pack, fill),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
