// SPDX-License-Identifier: MIT
// Counts by group; see batch_sum.h.
#include "pack/kind.h"
#include "front/batch_sum.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "case/json.h"

static int32_t question_named(const struct pack *pack, const char *name)
{
    return !strcmp(name, "country") ? pack->q_award_country : pack_question(pack, name);
}

int batch_sum_init(struct batch_sum *sum, const struct pack *pack, const char *names, char bad[64])
{
    *sum = (struct batch_sum){.pack = pack};
    char copy[512], *rest = NULL;
    snprintf(copy, sizeof copy, "%s", names);
    for (char *name = strtok_r(copy, ", ", &rest); name; name = strtok_r(NULL, ", ", &rest)) {
        int32_t q = question_named(pack, name);
        if (q == NONE || sum->n_questions == SUM_MOST_KEYS ||
            kind_classes(&pack->questions[q]) == CLASSES_NONE) {
            snprintf(bad, 64, "%.63s", name);
            return -1;
        }
        sum->questions[sum->n_questions++] = q;
    }
    bad[0] = '\0';
    if (!sum->n_questions)
        return -1;
    pthread_mutex_init(&sum->lock, NULL);
    arena_init(&sum->arena);
    table_init(&sum->groups, &sum->arena);
    return 0;
}

void batch_sum_release(struct batch_sum *sum)
{
    pthread_mutex_destroy(&sum->lock);
    arena_wipe(&sum->arena);
    arena_release(&sum->arena);
    free(sum->counts);
    free(sum->keys);
}

// `"award_country":"KZ","level":null`: what the group has in common.
static void write_key(struct text *out, const struct batch_sum *sum, const struct answers *answers)
{
    for (int i = 0; i < sum->n_questions; i++) {
        const struct answer *a = &answers->of[sum->questions[i]];
        text_printf(out, "%s\"%s\":", i ? "," : "", sum->pack->questions[sum->questions[i]].id);
        if (a->state == ANSWER_GIVEN)
            answer_json(out, sum->pack, sum->questions[i], a);
        else
            text_add(out, a->state == ANSWER_ABSENT ? "null" : "\"unknown\"");
    }
}

static struct sum_count *group_of(struct batch_sum *sum, const char *key)
{
    int found = table_get(&sum->groups, key);
    if (found >= 0)
        return &sum->counts[found];
    if (sum->n == SUM_MOST_GROUPS)
        return NULL;
    if (sum->n == sum->room) {
        sum->room = sum->room ? sum->room * 2 : 256;
        sum->counts = xrealloc(sum->counts, sum->room, sizeof *sum->counts);
        sum->keys = xrealloc(sum->keys, sum->room, sizeof *sum->keys);
    }
    sum->keys[sum->n] = arena_strdup(&sum->arena, key);
    sum->counts[sum->n] = (struct sum_count){0};
    table_put(&sum->groups, sum->keys[sum->n], (int)sum->n);
    return &sum->counts[sum->n++];
}

void batch_sum_add(struct batch_sum *sum, const struct answers *answers, int32_t favour_now,
                   int32_t favour_then, bool differs)
{
    struct text key = TEXT_INIT;
    write_key(&key, sum, answers);
    pthread_mutex_lock(&sum->lock);
    struct sum_count *count = group_of(sum, text_str(&key));
    if (count) {
        count->lines++;
        count->differ += differs;
        count->gain += favour_now > favour_then;
        count->loss += favour_now < favour_then;
    } else {
        sum->left_out++;
    }
    pthread_mutex_unlock(&sum->lock);
    text_release(&key);
}

static int by_key(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void batch_sum_write(const struct batch_sum *sum, struct text *out)
{
    const char **keys = xcalloc(sum->n + 1, sizeof *keys);
    if (sum->n)
        memcpy(keys, sum->keys, sum->n * sizeof *keys);
    qsort(keys, sum->n, sizeof *keys, by_key);
    for (size_t i = 0; i < sum->n; i++) {
        const struct sum_count *c = &sum->counts[table_get(&sum->groups, keys[i])];
        text_printf(out, "{%s,\"lines\":%llu,\"differ\":%llu,\"gain\":%llu,\"loss\":%llu}\n",
                    keys[i], (unsigned long long)c->lines, (unsigned long long)c->differ,
                    (unsigned long long)c->gain, (unsigned long long)c->loss);
    }
    if (sum->left_out)
        text_printf(out, "{\"left_out\":%llu}\n", (unsigned long long)sum->left_out);
    free(keys);
}
