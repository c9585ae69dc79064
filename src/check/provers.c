// SPDX-License-Identifier: MIT
// Which laws are proved, and by whom: each of a few threads takes a stretch of them; see prover.h.
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

#include "base/oom.h"
#include "check/prover.h"

enum { MOST_PROVERS = 8, LEAST_LAWS = 8 }; // fewer laws are not worth a thread

struct task {
    int32_t day; // index into the days
    int32_t country;
};

struct work {
    const struct pack *pack;
    struct days days;
    struct task *tasks; // by country and day: neighbours are alike, a prover knows most of the next
    size_t n, room;
    _Atomic int64_t proved;   // laws, by all of them
    check_progress *progress; // told by the first prover alone, or NULL
    void *user;
    struct arena arena;
};

struct hand {
    struct work *work;
    struct prover prover;
    size_t from, to; // tasks
};

struct provers {
    struct hand hands[MOST_PROVERS];
    int n;
};

static int by_country(const void *a, const void *b)
{
    const struct task *x = a, *y = b;
    return x->country != y->country ? x->country - y->country : x->day - y->day;
}

// A law that is within another one has nothing new; the looks are a tenth of the work.
static void find_laws(struct work *work, struct check_totals *totals)
{
    const struct pack *pack = work->pack;
    struct sight *sight = sight_new(pack, &work->days);
    for (int32_t day = 0; day < work->days.n; day++) {
        struct atlas atlas;
        struct seen seen;
        atlas_init(&atlas, pack, work->days.days[day]);
        for (int32_t country = 0; country < pack->n_countries; country++) {
            sight_look(sight, &atlas, country, &seen);
            if (!sight_add(sight, &seen))
                continue;
            if (work->n == work->room) {
                size_t room = work->room ? work->room * 2 : 1024;
                work->tasks =
                    arena_grow(&work->arena, work->tasks, work->room, room, sizeof *work->tasks);
                work->room = room;
            }
            work->tasks[work->n++] = (struct task){day, country};
        }
        atlas_release(&atlas);
    }
    sight_free(sight);
    qsort(work->tasks, work->n, sizeof *work->tasks, by_country);
    totals->intervals = work->days.n;
    totals->destinations = pack->n_countries;
    totals->covered = pack->n_destinations;
    totals->laws = (int64_t)work->days.n * pack->n_countries;
}

static void *prove(void *arg)
{
    struct hand *hand = arg;
    struct work *work = hand->work;
    struct atlas *atlases = xcalloc((size_t)work->days.n, sizeof *atlases); // each day comes again
    for (size_t i = hand->from; i < hand->to && !hand->prover.stopped; i++) {
        int32_t day = work->tasks[i].day;
        if (!atlases[day].pack)
            atlas_init(&atlases[day], work->pack, work->days.days[day]);
        prover_law(&hand->prover, &atlases[day], work->tasks[i].country);
        int64_t proved = ++work->proved;
        if (hand->from == 0 && work->progress)
            work->progress(proved, (int64_t)work->n, work->user);
    }
    for (int32_t day = 0; day < work->days.n; day++)
        atlas_release(&atlases[day]);
    free(atlases);
    return NULL;
}

static int count_hands(size_t laws)
{
    cpu_set_t processors;
    size_t n = laws / LEAST_LAWS, most = MOST_PROVERS;
    if (sched_getaffinity(0, sizeof processors, &processors) != 0)
        return 1;
    if ((size_t)CPU_COUNT(&processors) < most)
        most = (size_t)CPU_COUNT(&processors);
    return (int)(n < 1 ? 1 : n < most ? n : most);
}

// Where no thread is to be had, one does the work of another.
static void work_together(struct provers *provers, struct work *work)
{
    pthread_t threads[MOST_PROVERS];
    bool started[MOST_PROVERS] = {false};
    provers->n = count_hands(work->n);
    for (int i = 0; i < provers->n; i++) {
        struct hand *hand = &provers->hands[i];
        *hand = (struct hand){.work = work,
                              .from = work->n * (size_t)i / (size_t)provers->n,
                              .to = work->n * (size_t)(i + 1) / (size_t)provers->n};
        prover_init(&hand->prover, work->pack);
        started[i] = i > 0 && !pthread_create(&threads[i], NULL, prove, hand);
    }
    for (int i = 0; i < provers->n; i++)
        if (started[i])
            pthread_join(threads[i], NULL);
        else
            prove(&provers->hands[i]);
}

void proof_run(struct proof *proof, struct check_report *report, const struct pack *pack,
               date as_of, check_progress *progress, void *user)
{
    struct work work = {.pack = pack, .progress = progress, .user = user};
    struct provers *provers = xcalloc(1, sizeof *provers);
    struct prover *first = &provers->hands[0].prover;
    days_find(&work.days, pack, as_of, &work.arena);
    find_laws(&work, &report->totals);
    work_together(provers, &work);
    for (int i = 1; i < provers->n; i++)
        prover_join(first, &provers->hands[i].prover);
    report->totals.laws_built = first->laws;
    report->totals.answers = first->answers;
    report->loaded = !first->stopped;
    prover_report(first, report);
    *proof = first->proof;
    proof->pack = pack;
    proof->report = report;
    proof->provers = provers;
    arena_release(&work.arena);
}

void proof_release(struct proof *proof)
{
    for (int i = 0; i < proof->provers->n; i++)
        prover_release(&proof->provers->hands[i].prover);
    free(proof->provers);
    *proof = (struct proof){0};
}
