// SPDX-License-Identifier: MIT
// On which days the law changes; see parts.h.
#include <stdlib.h>
#include "base/order.h"

#include "check/parts.h"
#include "pack/expr_reads.h"
#include "pack/kind.h"
#include "pack/value.h"

struct change_list {
    struct arena *arena;
    const struct pack *pack;
    struct law_change *items;
    size_t n, room;
};

static void add_day(struct change_list *list, int64_t day, int32_t destination)
{
    if (day <= DATE_MIN || day > DATE_MAX || !date_valid((date)day))
        return;
    if (list->n == list->room) {
        size_t room = list->room ? list->room * 2 : 64;
        list->items = arena_grow(list->arena, list->items, list->room, room, sizeof *list->items);
        list->room = room;
    }
    list->items[list->n++] = (struct law_change){(date)day, destination};
}

// A question whose range moves with the calendar: from the day on which a value enters the range,
// a comparison with it can come out otherwise.
static void add_moving(struct change_list *list, const struct question *q, int64_t cut,
                       int32_t destination)
{
    int64_t value = value_up(q->type, cut);
    if (kind_of(q->type)->number) { // a year
        add_day(list, value / NUMBER_SCALE * 10000 + 101, destination);
        return;
    }
    add_day(list, value / 10000 * 10000 + 101, destination);
    add_day(list, value % 100 ? value : value + 1, destination);
}

static bool moves(const struct bound *bound)
{
    return bound->kind == BOUND_TODAY;
}

static void add_of_expr(const struct expr *e, int32_t destination, void *user)
{
    struct change_list *list = user;
    unsigned reads = expr_reads(e);
    if (reads & READS_DAY) {
        add_day(list, e->value, destination);
        add_day(list, date_add_days((date)e->value, 1), destination);
    }
    if (!(reads & (READS_BELOW | READS_ABOVE)))
        return;
    const struct question *q = &list->pack->questions[e->question];
    if (moves(&q->min) || moves(&q->max)) {
        add_moving(list, q, e->value, destination);
        add_moving(list, q, e->value + 1, destination);
    }
}

static void add_of_parties(struct change_list *list)
{
    const struct pack *pack = list->pack;
    for (int32_t i = 0; i < pack->n_instruments; i++) {
        add_day(list, pack->instruments[i].in_force, NONE);
        for (int32_t p = 0; p < pack->instruments[i].n_parties; p++) {
            const struct party *party = &pack->instruments[i].parties[p];
            const int32_t days[] = {party->deposit, party->in_force, party->not_before,
                                    party->not_after, party->until};
            for (size_t k = 0; k < sizeof days / sizeof *days; k++)
                add_day(list, days[k], NONE);
        }
    }
}

static int by_day(const void *a, const void *b)
{
    const struct law_change *x = a, *y = b;
    if (x->day != y->day)
        return order_of(x->day, y->day);
    return order_of(x->destination, y->destination);
}

static int32_t sort_changes(struct change_list *list)
{
    size_t kept = 0;
    if (list->n)
        qsort(list->items, list->n, sizeof *list->items, by_day);
    for (size_t i = 0; i < list->n; i++)
        if (!kept || by_day(&list->items[i], &list->items[kept - 1]) != 0)
            list->items[kept++] = list->items[i];
    list->n = kept;
    return (int32_t)kept;
}

// The first day of each interval: for that of as_of the day itself, in front; the others from the
// last to the first.
static void put_intervals(struct days *days, const struct change_list *all, date as_of)
{
    bool begun = false; // the interval of as_of began on a day of the list
    days->n = 1;
    days->days[0] = as_of;
    for (size_t i = all->n; i-- > 0;) {
        if (all->items[i].day > as_of || begun)
            days->days[days->n++] = all->items[i].day;
        else
            begun = true;
    }
    if (begun)
        days->days[days->n++] = date_add_days(all->items[0].day, -1);
}

void days_find(struct days *days, const struct pack *pack, date as_of, struct arena *arena)
{
    struct change_list own = {.arena = arena, .pack = pack}, all = own;
    pack_each_expr(pack, add_of_expr, &own);
    days->n_changes = sort_changes(&own);
    days->changes = own.items;
    for (size_t i = 0; i < own.n; i++)
        add_day(&all, own.items[i].day, NONE);
    add_of_parties(&all);
    days->days = ARENA_ARRAY(arena, date, (size_t)sort_changes(&all) + 1);
    put_intervals(days, &all, as_of);
}
