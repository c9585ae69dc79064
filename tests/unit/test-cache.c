// SPDX-License-Identifier: MIT
// The cache of the checked pack: it gives back what was put there, or nothing.
#include "tests/unit/unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "pack/read/cache.h"
#include "pack/read/load.h"

static char home[] = "/tmp/tanu-cache-XXXXXX";
static char folder[64], pack_dir[64], file[200];

__attribute__((format(printf, 1, 2))) static void shell(const char *format, ...)
{
    char line[700];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    assert_int_equal(system(line), 0);
}

// The only pack file in the cache; its name goes to `file`. Returns how many there are.
static int cached_files(void)
{
    DIR *dir = opendir(folder);
    int n = 0;
    for (const struct dirent *e; dir && (e = readdir(dir));)
        if (e->d_name[0] != '.' && ++n)
            snprintf(file, sizeof file, "%s/%.100s", folder, e->d_name);
    if (dir)
        closedir(dir);
    return n;
}

static const struct pack *load(unsigned flags)
{
    struct diags diags;
    diags_init(&diags);
    const struct pack *pack = pack_load(pack_dir, flags, &diags);
    assert_non_null(pack);
    diags_release(&diags);
    return pack;
}

static uint64_t source_hash(void)
{
    const struct pack *pack = load(0);
    uint64_t hash = pack->hash;
    pack_free(pack);
    return hash;
}

// Would the file be used?
static bool usable(void)
{
    struct cache cache;
    struct stat st;
    cache_find(&cache, pack_dir, source_hash());
    const void *at = cache_map(&cache);
    if (at && stat(file, &st) == 0)
        munmap((void *)(uintptr_t)at, (size_t)st.st_size);
    return at;
}

// Whatever stands in the cache, the pack is the one in the sources.
static void assert_loads(void)
{
    const struct pack *pack = load(LOAD_CACHE);
    assert_string_equal(pack->id, "tiny");
    assert_string_equal(pack->dir, pack_dir);
    assert_string_equal(pack->questions[0].id, "destination");
    assert_true(pack_finding(pack, pack->findings[pack->n_findings - 1].id) != NONE);
    pack_free(pack);
}

static int setup(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(home));
    setenv("XDG_CACHE_HOME", home, 1);
    snprintf(folder, sizeof folder, "%s/tanu", home);
    snprintf(pack_dir, sizeof pack_dir, "%s/a-pack", home);
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

// A fresh cache file before each test.
static int fill(void **state)
{
    (void)state;
    shell("rm -rf '%s'", folder);
    assert_loads();
    assert_int_equal(cached_files(), 1);
    assert_true(usable());
    return 0;
}

static void test_modes(void **state)
{
    (void)state;
    struct stat st;
    assert_int_equal(stat(folder, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0700);
    assert_int_equal(stat(file, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
    assert_non_null(strstr(file, "/a_pack-"));
}

static void test_same_bytes(void **state)
{
    (void)state;
    const struct pack *pack = load(0);
    // What comes first is the pack itself, with the folder's name, and the arena.
    size_t head = sizeof *pack + sizeof(struct arena) + 64, size = 20000;
    char *bytes = malloc(size);
    memcpy(bytes, (const char *)pack + head, size);
    struct pack copy = *pack;
    pack_free(pack);
    pack = load(LOAD_CACHE);
    assert_memory_equal(bytes, (const char *)pack + head, size);
    copy.dir = pack->dir;
    assert_memory_equal(&copy, pack, sizeof copy);
    pack_free(pack);
    free(bytes);
}

// A pack that points at the program or its heap could not be used by another process.
static void test_points_into_itself(void **state)
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
    const struct pack *pack = load(0);
    struct cache cache;
    struct stat st;
    cache_find(&cache, pack_dir, pack->hash);
    assert_int_equal(stat(file, &st), 0);
    const uintptr_t *words = (const uintptr_t *)(const void *)pack;
    // The arena's own struct stands behind the pack and is not looked at.
    for (size_t i = (sizeof *pack + sizeof(struct arena)) / sizeof *words;
         i < ((size_t)(st.st_size - sysconf(_SC_PAGESIZE))) / sizeof *words; i++)
        for (int m = 0; m < n; m++)
            assert_false(words[i] >= maps[m].from && words[i] < maps[m].to);
    pack_free(pack);
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
static void test_flipped_bytes(void **state)
{
    (void)state;
    struct stat st;
    struct timespec begun, now;
    uint32_t random = 1;
    assert_int_equal(stat(file, &st), 0);
    clock_gettime(CLOCK_MONOTONIC, &begun);
    long page = sysconf(_SC_PAGESIZE);
    for (int i = 0; i < 400; i++) {
        random = random * 1664525 + 1013904223;
        // The header, then anywhere behind the rest of its page.
        off_t at = i < 48 ? i : page + (off_t)(random >> 4) % (st.st_size - page);
        unsigned char change = (unsigned char)(1 << (random >> 28) % 8);
        damage(at, change);
        assert_false(usable());
        damage(at, change);
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (now.tv_sec - begun.tv_sec > 0 && i > 48)
            break;
    }
    assert_true(usable());
}

static void test_damage_is_mended(void **state)
{
    (void)state;
    damage(9999, 1);
    assert_false(usable());
    assert_loads();
    assert_true(usable());
    assert_int_equal(truncate(file, 9000), 0);
    assert_false(usable());
    assert_loads();
    assert_true(usable());
    assert_int_equal(truncate(file, 0), 0);
    assert_loads();
    shell("printf x >>'%s'", file);
    assert_false(usable());
    assert_loads();
}

static void test_strangers(void **state)
{
    (void)state;
    assert_int_equal(chmod(file, 0644), 0);
    assert_false(usable());
    assert_int_equal(chmod(file, 0600), 0);
    assert_int_equal(chmod(folder, 0755), 0);
    assert_false(usable());
    assert_loads();
    assert_int_equal(chmod(folder, 0700), 0);
    assert_true(usable());
    if (geteuid() == 0) {
        assert_int_equal(chown(file, 65534, 65534), 0);
        assert_false(usable());
        assert_int_equal(chown(file, 0, 0), 0);
        assert_int_equal(chown(folder, 65534, 65534), 0);
        assert_false(usable());
        assert_int_equal(chown(folder, 0, 0), 0);
    }
    shell("mv '%s' '%s/elsewhere'", file, home);
    shell("ln -s '%s/elsewhere' '%s'", home, file);
    assert_false(usable());
    shell("rm '%s'; mkdir '%s'", file, file);
    assert_false(usable());
    assert_loads();
}

static void test_changed_source(void **state)
{
    (void)state;
    char before[sizeof file];
    strcpy(before, file);
    shell("echo '# a remark' >>'%s/pack.yaml'", pack_dir);
    assert_false(usable());
    assert_loads();
    assert_int_equal(cached_files(), 1); // the old one is gone
    assert_string_not_equal(before, file);
    assert_true(usable());
    shell("touch '%s/tanu/a_pack-0123456789abcdef.pack.77' '%s/tanu/a_pack2-0123456789abcdef.pack'",
          home, home);
    shell("echo '# another' >>'%s/pack.yaml'", pack_dir);
    assert_loads();
    assert_int_equal(cached_files(), 2);
}

// Same files elsewhere: another file, for the folder's name is in the pack.
static void test_other_folder(void **state)
{
    (void)state;
    struct cache here, there;
    cache_find(&here, pack_dir, 1);
    cache_find(&there, "/elsewhere/a-pack", 1);
    assert_int_equal(here.stem, there.stem);
    assert_string_not_equal(here.file, there.file);
}

static void test_nowhere(void **state)
{
    (void)state;
    setenv("XDG_CACHE_HOME", "relative", 1);
    unsetenv("HOME");
    assert_loads();
    setenv("XDG_CACHE_HOME", "/proc/nowhere", 1);
    assert_loads();
    setenv("XDG_CACHE_HOME", home, 1);
    assert_true(usable());
}

static void test_faulty_pack(void **state)
{
    (void)state;
    struct diags diags;
    char path[100];
    snprintf(path, sizeof path, "%s/pack.yaml", pack_dir);
    shell("cp '%s' '%s/kept'", path, home);
    shell("echo 'nonsense: 1' >>'%s'", path);
    for (int i = 0; i < 2; i++) {
        diags_init(&diags);
        assert_null(pack_load(pack_dir, LOAD_CACHE, &diags));
        assert_true(diags.errors > 0);
        diags_release(&diags);
    }
    shell("cp '%s/kept' '%s'", home, path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_modes, fill),
        cmocka_unit_test_setup(test_same_bytes, fill),
        cmocka_unit_test_setup(test_points_into_itself, fill),
        cmocka_unit_test_setup(test_flipped_bytes, fill),
        cmocka_unit_test_setup(test_damage_is_mended, fill),
        cmocka_unit_test_setup(test_strangers, fill),
        cmocka_unit_test_setup(test_changed_source, fill),
        cmocka_unit_test_setup(test_other_folder, fill),
        cmocka_unit_test_setup(test_nowhere, fill),
        cmocka_unit_test_setup(test_faulty_pack, fill),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
