/* Each piece of work is done once, however many there are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/parallel.h"

enum { MOST = 1000 };

static void mark(void *context, size_t i) {
    int *done = context;
    done[i]++;
}

static void each_is_done_once(void **state) {
    (void)state;
    static const size_t counts[] = {0, 1, 2, 3, 17, MOST};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        int done[MOST + 1] = {0};
        parallel_for(counts[i], mark, done);
        for (size_t j = 0; j <= MOST; j++)
            assert_int_equal(done[j], j < counts[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_done_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
