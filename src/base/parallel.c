#include "base/parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

enum { MOST_THREADS = 16 };

struct pool {
    size_t count;
    void (*work)(void *context, size_t i);
    void *context;
    atomic_size_t next; /* the first that nobody has taken yet */
};

/* Each takes the next one when it is through with the last: they may take unequal time. */
static void *take(void *argument) {
    struct pool *pool = argument;
    for (size_t i; (i = atomic_fetch_add(&pool->next, 1)) < pool->count;)
        pool->work(pool->context, i);
    return NULL;
}

static size_t helpers(size_t count) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t most = processors > MOST_THREADS ? MOST_THREADS
                  : processors < 1          ? 1
                                            : (size_t)processors;
    return most < count ? most - 1 : count > 0 ? count - 1 : 0;
}

void parallel_for(size_t count, void (*work)(void *context, size_t i), void *context) {
    struct pool pool = {.count = count, .work = work, .context = context};
    pthread_t threads[MOST_THREADS];
    size_t started = 0, wanted = helpers(count);
    /* Where no thread is to be had, the others and this one do its part. */
    while (started < wanted && pthread_create(&threads[started], NULL, take, &pool) == 0)
        started++;
    take(&pool);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
}
