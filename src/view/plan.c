// SPDX-License-Identifier: MIT
// Steps on a calendar; see plan.h.
#include "view/plan.h"

#include "view/parts.h"

int32_t plan_days(const struct fact *time)
{
    switch (time->unit) {
    case UNIT_DAYS:
        return time->takes;
    case UNIT_WORKING_DAYS:
        return (time->takes * 7 + 4) / 5;
    case UNIT_WEEKS:
        return time->takes * 7;
    case UNIT_MONTHS:
        return time->takes * 30;
    }
    return time->takes;
}

static void measure(struct plan_step *s, const struct ground *g, int32_t step)
{
    const struct item *item = &g->pack->steps[step];
    const struct fact *time = ground_known_fact(g, item, item->time);
    s->step = step;
    s->time = time;
    s->known = time && time->takes > 0;
    s->days = s->known ? plan_days(time) : 1;
}

// Steps from `first` on that have the same order; marks the longest. Returns the index behind them,
// the longest's days in *days.
static int32_t group(struct plan *plan, const struct pack *pack, int32_t first, int32_t *days)
{
    int32_t order = pack->steps[plan->steps[first].step].order, i = first;
    *days = 0;
    for (; i < plan->n && pack->steps[plan->steps[i].step].order == order; i++)
        *days = plan->steps[i].days > *days ? plan->steps[i].days : *days;
    for (int32_t k = first; k < i; k++)
        plan->steps[k].critical = plan->steps[k].days == *days;
    return i;
}

void plan_make(struct plan *plan, const struct ground *g, date start, date deadline)
{
    const struct assessment *a = g->assessment;
    *plan = (struct plan){.n = a->n_steps, .deadline = deadline, .whole = true};
    plan->steps = ARENA_ARRAY(g->arena, struct plan_step, (size_t)a->n_steps);
    for (int32_t i = 0; i < plan->n; i++) {
        measure(&plan->steps[i], g, a->steps[i]);
        plan->whole &= plan->steps[i].known;
    }
    int32_t offset = 0, days;
    for (int32_t i = 0, next; i < plan->n; i = next) {
        next = group(plan, g->pack, i, &days);
        for (int32_t k = i; k < next; k++)
            plan->steps[k].from = offset;
        offset += days;
    }
    plan->days = offset;
    plan->start = deadline ? date_add_days(deadline, -offset) : start ? start : g->as_of;
    plan->end = date_add_days(plan->start, offset);
    plan->late = deadline && plan->start < g->as_of;
    for (int32_t i = 0; i < plan->n; i++) {
        plan->steps[i].start = date_add_days(plan->start, plan->steps[i].from);
        plan->steps[i].end = date_add_days(plan->steps[i].start, plan->steps[i].days);
    }
}
