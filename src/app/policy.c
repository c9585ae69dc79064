// SPDX-License-Identifier: MIT
// See policy.h.
#include "app/policy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/own_file.h"
#include "base/io.h"
#include "base/pin.h"
#include "pack/read/schema.h"
#include "tongue/languages.h"

enum { POLICY_BYTES = 1 << 16 };

#define P(member) offsetof(struct policy, member)
static const struct field fields[] = {
    FIELD_READ("languages", FIELD_STRINGS, 0),
    FIELD("pack", FIELD_STRING, 0, P(pack)),
    FIELD_READ("print", FIELD_MAP, 0), // as in settings.yaml
    FIELD("qr", FIELD_YES_NO, 0, P(qr)),
    FIELD("code", FIELD_YES_NO, 0, P(code)),
    FIELD("letters", FIELD_YES_NO, 0, P(letters)),
    FIELD("lines", FIELD_YES_NO, 0, P(lines)),
    FIELD("diplomas", FIELD_YES_NO, 0, P(several)),
    FIELD("still", FIELD_YES_NO, 0, P(still)),
    FIELD("large", FIELD_YES_NO, 0, P(large)),
    FIELD_READ("idle", FIELD_SCALAR, 0),
    FIELD_READ("warning", FIELD_SCALAR, 0),
    FIELD_READ("idle_lines", FIELD_SCALAR, 0),
    FIELD_READ("warning_lines", FIELD_SCALAR, 0),
    FIELD_READ("night_from", FIELD_SCALAR, 0),
    FIELD_READ("night_until", FIELD_SCALAR, 0),
    FIELD("help", FIELD_STRING, 0, P(help)),
    FIELD("desk", FIELD_STRING, 0, P(desk)),
    FIELD("pin", FIELD_STRING, 0, P(pin)),
    FIELD("counts", FIELD_YES_NO, 0, P(counts)),
    FIELD("count_countries", FIELD_YES_NO, 0, P(count_countries)),
};
static const struct schema schema = SCHEMA("the policy of a kiosk", fields);

static const struct {
    const char *key;
    size_t offset;
    int32_t least, most;
} seconds[] = {
    {"idle", P(idle), 10, 3600},
    {"warning", P(warning), 5, 600},
    {"idle_lines", P(idle_lines), 10, 3600},
    {"warning_lines", P(warning_lines), 5, 600},
};

// ---- values ------------------------------------------------------------------------------------

static void read_languages(struct loader *l, const struct node *list, struct policy *p)
{
    for (const struct node *item = node_items(list); item; item = item->next) {
        if (!schema_want_scalar(l, item, "a language code"))
            continue;
        bool twice = false;
        for (int32_t i = 0; i < p->n_languages; i++)
            twice |= !strcmp(p->languages[i], item->text);
        if (twice)
            load_fault(l, item, "duplicate-reference", "\"%.40s\" stands in this list already",
                       item->text);
        else if (!language_named(item->text))
            load_fault(l, item, "unknown-word",
                       "\"%.40s\" is no language of tanu; write its code, such as kk or ru",
                       item->text);
        else if (p->n_languages == POLICY_LANGUAGES)
            load_fault(l, item, "bad-value", "there can be %d languages at most", POLICY_LANGUAGES);
        else
            p->languages[p->n_languages++] = arena_strdup(l->arena, item->text);
    }
}

// "22:30" is minute 1350. YAML knows no such value, so that it is read here.
static void read_time(struct loader *l, const struct node *node, int32_t *out)
{
    if (!node || node->kind != NODE_SCALAR || !node->length)
        return; // reported already
    const char *t = node->text;
    size_t digits = strspn(t, "0123456789");
    bool form = node->length == digits + 3 && digits >= 1 && digits <= 2 && t[digits] == ':' &&
                strspn(t + digits + 1, "0123456789") == 2;
    int hour = form ? atoi(t) : 24, minute = form ? atoi(t + digits + 1) : 60;
    if (hour > 23 || minute > 59)
        load_fault(l, node, "bad-value", "\"%.40s\" is no time of the day such as 22:30", t);
    else
        *out = hour * 60 + minute;
}

static void read_seconds(struct loader *l, const struct node *root, struct policy *p)
{
    for (size_t i = 0; i < sizeof seconds / sizeof *seconds; i++) {
        const struct node *node = node_get(root, seconds[i].key);
        if (!node || node->kind != NODE_SCALAR || !node->length)
            continue; // not given, or reported already
        const char *t = node->text;
        bool form = node->length <= 4 && strspn(t, "0123456789") == node->length;
        int32_t value = form ? atoi(t) : -1;
        if (value < seconds[i].least || value > seconds[i].most)
            load_fault(l, node, "bad-value", "%s: takes %d to %d seconds, written as a number",
                       seconds[i].key, seconds[i].least, seconds[i].most);
        else
            *(int32_t *)(void *)((char *)p + seconds[i].offset) = value;
    }
}

// ---- what fits together ------------------------------------------------------------------------

static void check_times(struct loader *l, const struct node *root, const struct policy *p)
{
    const char *half = NULL;
    if (node_get(root, "night_from") && !node_get(root, "night_until"))
        half = "night_from";
    if (!node_get(root, "night_from") && node_get(root, "night_until"))
        half = "night_until";
    if (half)
        load_fault(l, node_get(root, half), "missing-key",
                   "a night needs both \"night_from:\" and \"night_until:\"");
    if (p->night_from != POLICY_NO_TIME && p->night_from == p->night_until)
        load_fault(l, node_get(root, "night_until"), "bad-value",
                   "the night would end when it begins; write another time, or remove both keys");
}

static void check_pin(struct loader *l, const struct node *pin, const char *hash)
{
    if (!hash)
        return;
    if (strncmp(hash, "$argon2id$", 10) != 0)
        load_fault(l, pin, "bad-value",
                   "a PIN stands here as its Argon2id hash, which begins with $argon2id$; "
                   "doc/kiosk.md says how to make it");
    else if (pin_hash_look(hash) == PIN_HASH_BROKEN)
        load_fault(l, pin, "bad-value",
                   "this is no whole hash, and no PIN would be right; take the line as "
                   "\"tanu-kiosk-setup --pin\" prints it");
    else if (pin_hash_look(hash) == PIN_HASH_HUGE)
        load_fault(l, pin, "bad-value",
                   "to look at this hash takes more than %d MiB; make it with less memory",
                   PIN_MEMORY_MOST / 1024);
    else if (pin_hash_look(hash) == PIN_HASH_SLOW)
        load_fault(l, pin, "bad-value",
                   "to look at this hash takes so long that the kiosk would count as hung; make it "
                   "with fewer rounds (t=)");
}

static void check_words(struct loader *l, const struct node *root, const struct policy *p)
{
    if (p->pack && p->pack[0] != '/')
        load_fault(l, node_get(root, "pack"), "bad-value",
                   "the folder of a pack is written whole, from / on");
    check_pin(l, node_get(root, "pin"), p->pin);
    if (p->letters && !p->print)
        load_fault(l, node_get(root, "letters"), "missing-key",
                   "letters are only printed: they need \"print:\" with its \"queue:\"");
    if (p->count_countries && !p->counts)
        load_fault(l, node_get(root, "count_countries"), "missing-key",
                   "countries are counted only with \"counts: yes\"");
}

static void decode(struct loader *l, const struct node *root, void *out)
{
    struct policy *p = out;
    if (!schema_decode(l, &schema, root, p, "") || root->kind != NODE_MAP)
        return;
    p->print = own_file_queue(l, root);
    read_languages(l, node_get(root, "languages"), p);
    read_time(l, node_get(root, "night_from"), &p->night_from);
    read_time(l, node_get(root, "night_until"), &p->night_until);
    read_seconds(l, root, p);
    check_times(l, root, p);
    check_words(l, root, p);
}

// ---- the file ----------------------------------------------------------------------------------

static bool foreign(const struct stat *st)
{
    return st->st_uid != 0 && st->st_uid != geteuid();
}

// Whoever else could write there, or point a link elsewhere, would decide what a kiosk may do.
static int check_owner(const char *path, int fd, struct diags *diags)
{
    struct stat st, link;
    struct place place = {.file = path};
    if (fstat(fd, &st) != 0)
        return diag_error(diags, "cannot-read", place, "%s", strerror(errno));
    if (!S_ISREG(st.st_mode))
        return diag_error(diags, "cannot-read", place, "this is no file; name a file of YAML");
    if (lstat(path, &link) != 0 || (S_ISLNK(link.st_mode) && foreign(&link)))
        return diag_error(diags, "foreign-file", place,
                          "this is a link of somebody else; put the file itself there");
    if (foreign(&st))
        return diag_error(diags, "foreign-file", place,
                          "the policy of a kiosk belongs to root; write: chown root FILE");
    if (st.st_mode & (S_IWGRP | S_IWOTH))
        return diag_error(diags, "foreign-file", place,
                          "nobody but its owner may write this file; write: chmod go-w FILE");
    return 0;
}

static int read_open(const char *path, int fd, struct policy *policy, struct arena *arena,
                     struct diags *diags)
{
    char *bytes = arena_alloc(arena, POLICY_BYTES + 1);
    if (check_owner(path, fd, diags) != 0)
        return -1;
    ssize_t n = read_full(fd, bytes, POLICY_BYTES + 1);
    if (n < 0)
        return diag_error(diags, "cannot-read", (struct place){.file = path}, "%s",
                          strerror(errno));
    if (n > POLICY_BYTES)
        return diag_error(diags, "too-big", (struct place){.file = path},
                          "a policy has %d bytes at most", POLICY_BYTES);
    bytes[n] = '\0';
    policy_init(policy);
    return own_file_parse(path, bytes, (size_t)n, decode, policy, arena, diags);
}

int policy_read(const char *path, struct policy *policy, struct arena *arena, struct diags *diags)
{
    const char *file = path ? path : POLICY_FILE;
    policy_init(policy);
    int fd = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0 && errno == ENOENT && !path)
        return 0;
    if (fd < 0) {
        int fault = errno;
        diag_error(diags, "cannot-read", (struct place){.file = file}, "%s", strerror(fault));
        errno = fault;
        return -1;
    }
    int status = read_open(file, fd, policy, arena, diags);
    close(fd);
    errno = 0;
    return status;
}
