// SPDX-License-Identifier: MIT
#include "engine/laws.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include "base/oom.h"

struct place {
    _Atomic(const struct law *) law; // NULL: not compiled
    bool making;                     // some thread is at it; guarded by the lock
};

struct laws {
    struct atlas atlas;
    struct place *places; // LAW_NO_FILE, LAW_UNKNOWN, then the countries
    int32_t n_places, users;
    pthread_mutex_t lock;
    pthread_cond_t made;
};

struct laws *laws_new(const struct pack *pack, int32_t as_of, bool brief)
{
    struct laws *laws = xcalloc(1, sizeof *laws);
    atlas_init(&laws->atlas, pack, as_of);
    laws->atlas.brief = brief;
    laws->n_places = pack->n_countries - LAW_NO_FILE;
    laws->places = xcalloc((size_t)laws->n_places, sizeof *laws->places);
    laws->users = 1;
    pthread_mutex_init(&laws->lock, NULL);
    pthread_cond_init(&laws->made, NULL);
    return laws;
}

struct laws *laws_join(struct laws *laws)
{
    pthread_mutex_lock(&laws->lock);
    laws->users++;
    pthread_mutex_unlock(&laws->lock);
    return laws;
}

void laws_leave(struct laws *laws)
{
    if (!laws)
        return;
    pthread_mutex_lock(&laws->lock);
    bool used = --laws->users > 0;
    pthread_mutex_unlock(&laws->lock);
    if (used)
        return;
    for (int32_t i = 0; i < laws->n_places; i++)
        law_free(
            (struct law *)(uintptr_t)atomic_load(&laws->places[i].law)); // nobody reads it any more
    free(laws->places);
    pthread_mutex_destroy(&laws->lock);
    pthread_cond_destroy(&laws->made);
    atlas_release(&laws->atlas);
    free(laws);
}

const struct atlas *laws_atlas(const struct laws *laws)
{
    return &laws->atlas;
}

// With the lock held; lets go of it while it compiles.
static void make(struct laws *laws, struct place *place, int32_t country, struct diagram *workshop)
{
    place->making = true;
    pthread_mutex_unlock(&laws->lock);
    struct law *law = law_freeze(law_draft_new(&laws->atlas, country, workshop));
    pthread_mutex_lock(&laws->lock);
    atomic_store_explicit(&place->law, law, memory_order_release);
    place->making = false;
    pthread_cond_broadcast(&laws->made);
}

static const struct law *wait_or_make(struct laws *laws, struct place *place, int32_t country,
                                      struct diagram *workshop)
{
    pthread_mutex_lock(&laws->lock);
    while (place->making)
        pthread_cond_wait(&laws->made, &laws->lock);
    if (!atomic_load_explicit(&place->law, memory_order_relaxed))
        make(laws, place, country, workshop);
    pthread_mutex_unlock(&laws->lock);
    return atomic_load_explicit(&place->law, memory_order_relaxed);
}

const struct law *laws_get(struct laws *laws, int32_t country, struct diagram *workshop)
{
    struct place *place = &laws->places[country - LAW_NO_FILE];
    const struct law *law = atomic_load_explicit(&place->law, memory_order_acquire);
    return law ? law : wait_or_make(laws, place, country, workshop);
}
