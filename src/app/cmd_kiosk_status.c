// SPDX-License-Identifier: MIT
// `tanu kiosk-status`: one line about this machine's kiosks, for whoever looks after many of them:
// content, age of its facts, how many run and since when. It holds nothing of a visit.
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/command.h"
#include "base/io.h"
#include "base/oom.h"
#include "base/text.h"
#include "pack/read/load.h"
#include "tongue/i18n.h"

struct kiosks {
    int count;
    time_t newest; // when the last one was started
};

static ssize_t read_proc(const char *pid, const char *name, char *out, size_t room)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%.20s/%s", pid, name);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    ssize_t n = read_some(fd, out, room - 1);
    close(fd);
    if (n >= 0)
        out[n] = '\0';
    return n;
}

// `tanu --kiosk`, however it is called.
static bool is_kiosk(const char *pid)
{
    char line[4096];
    ssize_t n = read_proc(pid, "cmdline", line, sizeof line);
    if (n <= 0)
        return false;
    const char *slash = strrchr(line, '/');
    if (strcmp(slash ? slash + 1 : line, "tanu") != 0)
        return false;
    for (const char *word = line + strlen(line) + 1; word < line + n; word += strlen(word) + 1)
        if (!strcmp(word, "--kiosk") || !strncmp(word, "--kiosk=", 8))
            return true;
    return false;
}

static time_t boot_time(void)
{
    struct timespec now, up;
    clock_gettime(CLOCK_REALTIME, &now);
    clock_gettime(CLOCK_BOOTTIME, &up);
    return now.tv_sec - up.tv_sec;
}

// Field 22 of its stat, behind the name in brackets, which may hold anything.
static time_t started(const char *pid)
{
    char stat[2048];
    if (read_proc(pid, "stat", stat, sizeof stat) <= 0)
        return 0;
    const char *at = strrchr(stat, ')');
    for (int field = 2; at && field < 22; field++)
        at = strchr(at + 1, ' ');
    return at ? boot_time() +
                    (time_t)(strtoull(at, NULL, 10) / (unsigned long long)sysconf(_SC_CLK_TCK))
              : 0;
}

static void find(struct kiosks *k)
{
    DIR *proc = xopendir("/proc");
    const struct dirent *entry;
    while (proc && (entry = readdir(proc))) {
        if (entry->d_name[0] < '1' || entry->d_name[0] > '9' || !is_kiosk(entry->d_name))
            continue;
        time_t since = started(entry->d_name);
        k->count++;
        k->newest = since > k->newest ? since : k->newest;
    }
    if (proc)
        closedir(proc);
}

static void newer(int32_t *newest, int32_t day)
{
    if (day > *newest)
        *newest = day;
}

// The day on which the latest fact of the content was read.
static int32_t newest_fact(const struct pack *pack)
{
    int32_t newest = 0;
    for (int32_t d = 0; d < pack->n_destinations; d++)
        for (int32_t f = 0; f < pack->destinations[d].n_facts; f++)
            newer(&newest, pack->destinations[d].facts[f].evidence.as_of);
    return newest;
}

static void add_time(struct text *out, time_t when)
{
    char words[32] = "-";
    struct tm utc;
    if (when && gmtime_r(&when, &utc))
        strftime(words, sizeof words, "%Y-%m-%dT%H:%M:%SZ", &utc);
    text_add(out, words);
}

static int run(struct call *call)
{
    const struct pack *pack = NULL;
    struct kiosks kiosks = {0};
    struct text out = TEXT_INIT;
    struct arena arena = {0};
    int status = call_open(call, 0, &pack);
    if (status)
        return status;
    find(&kiosks);
    text_printf(&out, "kiosks=%d started=", kiosks.count);
    add_time(&out, kiosks.newest);
    text_printf(&out, " pack=%s version=%s facts=%s\n", pack->id, pack->version,
                say_date(&arena, newest_fact(pack)));
    status = call_print_words(NULL, &out);
    text_release(&out);
    arena_release(&arena);
    pack_free(pack);
    return status ? status : kiosks.count ? EXIT_GOOD : EXIT_NEGATIVE;
}

const struct command command_kiosk_status = {
    .name = "kiosk-status",
    .operands = "",
    .summary = N_("Says in one line whether kiosks run here, since when, and with which content."),
    .run = run,
};
