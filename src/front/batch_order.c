// SPDX-License-Identifier: MIT
#include "front/batch_order.h"
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "front/batch_input.h"

enum { LETTERS = 32, KEYS = LETTERS * LETTERS }; // two letters of a country's code, in either case

struct batch_order *batch_order_new(void)
{
    return xcalloc(1, sizeof(struct batch_order));
}

void batch_order_free(struct batch_order *order)
{
    if (!order)
        return;
    text_release(&order->room);
    explicit_bzero(order, sizeof *order);
    free(order);
}

// 0 where the destination is not written as expected.
static uint32_t key_of(const struct batch_order_line *line)
{
    static const char member[] = "\"destination\":\"";
    const size_t len = sizeof member - 1;
    const char *found = memmem(line->bytes, line->len, member, len);
    if (!found || found + len + 2 > line->bytes + line->len)
        return 0;
    uint32_t first = (unsigned char)found[len], second = (unsigned char)found[len + 1];
    return first % LETTERS * LETTERS + second % LETTERS;
}

// Counted, summed, filed: lines of one key keep their order.
static void sort(struct batch_order *order)
{
    uint32_t keys[BATCH_ORDER_MOST];
    int32_t place[KEYS + 1] = {0};
    for (int32_t i = 0; i < order->n; i++) {
        keys[i] = key_of(&order->lines[i]);
        place[keys[i] + 1]++;
    }
    for (uint32_t key = 0; key < KEYS; key++)
        place[key + 1] += place[key];
    for (int32_t i = 0; i < order->n; i++)
        order->turns[place[keys[i]]++] = i;
}

char *batch_order_take(struct batch_order *order, char *at, char *end)
{
    order->n = 0;
    while (at < end && order->n < BATCH_ORDER_MOST) {
        struct batch_order_line *line = &order->lines[order->n++];
        line->bytes = at;
        at = batch_line_split(at, end, &line->len);
    }
    sort(order);
    return at;
}

void batch_order_restore(struct batch_order *order, struct text *out, size_t begun)
{
    text_clear(&order->room);
    for (int32_t i = 0; i < order->n; i++)
        text_bytes(&order->room, text_str(out) + order->lines[i].answer,
                   order->lines[i].answer_len);
    text_truncate(out, begun);
    text_bytes(out, text_str(&order->room), order->room.len);
}
