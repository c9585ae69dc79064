// SPDX-License-Identifier: MIT
// seccomp: a filter of a few lines, by number; see jail.h. What is refused gives EPERM, so that
// nothing dies of it.
#include "base/jail.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#if defined __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define MACHINE AUDIT_ARCH_AARCH64
#endif

#ifdef MACHINE
enum { OTHER_NUMBERS = 0x40000000 }; // x32 on x86-64: the same calls by other numbers

#define LOAD(field)                                                                                \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)offsetof(struct seccomp_data, field))
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define NEVER(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), REFUSE

static const struct sock_filter begin[] = {
    LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),       REFUSE,
    LOAD(nr),   BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, OTHER_NUMBERS, 0, 1), REFUSE};

static const struct sock_filter never[] = {
    // other processes
    NEVER(ptrace), NEVER(process_vm_readv), NEVER(process_vm_writev), NEVER(pidfd_open),
    NEVER(pidfd_getfd), NEVER(unshare), NEVER(setns),
    // the machine
    NEVER(mount), NEVER(umount2), NEVER(chroot), NEVER(pivot_root), NEVER(reboot),
    NEVER(init_module), NEVER(finit_module), NEVER(delete_module), NEVER(kexec_load), NEVER(bpf),
    NEVER(perf_event_open), NEVER(userfaultfd), NEVER(keyctl), NEVER(add_key), NEVER(request_key),
    NEVER(io_uring_setup), NEVER(swapon), NEVER(swapoff), NEVER(sethostname), NEVER(settimeofday),
    NEVER(clock_settime), NEVER(setuid), NEVER(setgid), NEVER(setresuid), NEVER(setresgid),
    NEVER(setgroups), NEVER(capset), NEVER(personality),
    // nobody calls it
    NEVER(listen), NEVER(accept), NEVER(accept4), NEVER(bind)};

// No process, no program, and a socket is a local one.
static const struct sock_filter alone[] = {NEVER(execve),
                                           NEVER(execveat),
                                           NEVER(clone),
                                           NEVER(clone3),
#ifdef SYS_fork
                                           NEVER(fork),
                                           NEVER(vfork),
#endif
                                           BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
                                           LOAD(args[0]),
                                           BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0),
                                           REFUSE};

static const struct sock_filter end[] = {ALLOW};

static void add(struct sock_fprog *program, const struct sock_filter *piece, size_t bytes)
{
    memcpy(program->filter + program->len, piece, bytes);
    program->len = (unsigned short)(program->len + bytes / sizeof *piece);
}

bool jail_calls(enum jail_kind kind)
{
    struct sock_filter filter[sizeof begin / sizeof *begin + sizeof never / sizeof *never +
                              sizeof alone / sizeof *alone + 1];
    struct sock_fprog program = {0, filter};
    add(&program, begin, sizeof begin);
    add(&program, never, sizeof never);
    if (kind == JAIL_ALONE)
        add(&program, alone, sizeof alone);
    add(&program, end, sizeof end);
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
#else
bool jail_calls(enum jail_kind kind)
{
    (void)kind;
    return false; // the numbers of this machine's calls are not known here
}
#endif
