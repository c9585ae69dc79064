// SPDX-License-Identifier: MIT
// Landlock, by its system calls; see jail.h.
#include "base/jail.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define READS (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITES                                                                                     \
    (READS | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE |                      \
     LANDLOCK_ACCESS_FS_MAKE_REG)
#define OF_FILES                                                                                   \
    (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_EXECUTE)
// What the first version knows: a kernel that knows more refuses no less.
#define ALL                                                                                        \
    (WRITES | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_REMOVE_DIR |                         \
     LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_SOCK |   \
     LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM)

static void allow(int rules, const struct jail_place *place)
{
    struct stat st;
    struct landlock_path_beneath_attr rule = {.parent_fd = open(place->path, O_PATH | O_CLOEXEC)};
    if (rule.parent_fd < 0)
        return;
    rule.allowed_access = place->right == JAIL_WRITE ? WRITES
                          : place->right == JAIL_RUN ? READS | LANDLOCK_ACCESS_FS_EXECUTE
                                                     : READS;
    if (fstat(rule.parent_fd, &st) == 0 && !S_ISDIR(st.st_mode))
        rule.allowed_access &= OF_FILES;
    (void)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent_fd);
}

bool jail_files(const struct jail_place *places, int n)
{
    struct landlock_ruleset_attr wanted = {.handled_access_fs = ALL};
    // The size of its first member: what later versions added is not asked for.
    int rules =
        (int)syscall(SYS_landlock_create_ruleset, &wanted, sizeof wanted.handled_access_fs, 0);
    if (rules < 0)
        return false;
    for (int i = 0; i < n; i++)
        if (places[i].path)
            allow(rules, &places[i]);
    bool shut = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return shut;
}
