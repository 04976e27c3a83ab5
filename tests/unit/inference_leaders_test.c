/* The leaders of a list: by hand, and a sample of what tests/deep/leaders_simulation.c shows in
 * full. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "../deep/leaders.h"

/* All outcomes of as many fair coins, counted one by one. */
static double enumerate_p(int64_t more, int64_t fewer) {
    int64_t n = more + fewer, least = more < fewer ? more : fewer, extreme = 0;
    for (int64_t coins = 0; coins < (int64_t)1 << n; coins++) {
        int64_t heads = __builtin_popcountll((unsigned long long)coins);
        extreme += heads <= least || n - heads <= least;
    }
    return (double)extreme / (double)((int64_t)1 << n);
}

static void test_p(void **state) {
    (void)state;
    for (int64_t more = 0; more <= 16; more++)
        for (int64_t fewer = 0; more + fewer <= 16; fewer++) {
            struct estimate p = leaders_paired_p(more, fewer);
            assert_true(p.defined && p.n == more + fewer);
            assert_true(fabs(p.value - enumerate_p(more, fewer)) <= 1e-12);
        }
    /* Beyond any double it is 0, and many answers take no time. */
    assert_true(leaders_paired_p(1000000000, 0).value <= 0);
    assert_true(leaders_paired_p(500000000, 499999999).value > 0.99);
}

static void test_level(void **state) {
    (void)state;
    assert_true(fabs(leaders_level(1) - 0.025) < 1e-15);
    assert_true(fabs(leaders_level(6) - 0.025) < 1e-15);
    assert_true(fabs(leaders_level(9) - 0.17 / 9) < 1e-15);
    assert_true(fabs(leaders_level(100) - 0.0017) < 1e-15);
}

/* Four items of 20 people: a and b are level, c is told from both, d, too; where c is not told,
 * d, which is told, still is. */
static void test_list(void **state) {
    (void)state;
    enum lead leads[4];
    int64_t having[] = {15, 15, 5, 2}, bases[] = {20, 20, 20, 20};
    int64_t only[] = {0, 3, 11, 14, 3, 0, 11, 14, 1, 1, 0, 4, 1, 1, 1, 0};
    struct paired_list list = {4, having, bases, only};
    leaders_find(&list, 5, leads);
    assert_true(leads[0] == LEAD_YES && leads[1] == LEAD_YES);
    assert_true(leads[2] == LEAD_NO && leads[3] == LEAD_NO);
    only[1 * 4 + 0] = 3;
    only[0 * 4 + 3] = 4; /* the last is not told: nobody between it and the first is */
    leaders_find(&list, 5, leads);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(leads[i], LEAD_YES);
}

/* Few answers have no place, whatever their share; without any item nothing is found. */
static void test_few(void **state) {
    (void)state;
    enum lead leads[3];
    int64_t having[] = {4, 12, 2}, bases[] = {4, 20, 20};
    int64_t only[] = {0, 2, 4, 0, 0, 10, 0, 0, 0};
    struct paired_list list = {3, having, bases, only};
    leaders_find(&list, 5, leads);
    assert_int_equal(leads[0], LEAD_NONE);
    assert_int_equal(leads[1], LEAD_YES);
    assert_int_equal(leads[2], LEAD_NO);
    bases[0] = bases[1] = bases[2] = 0;
    leaders_find(&list, 0, leads);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(leads[i], LEAD_NONE);
}

/* With different bases more of those who answered to both may have only the item below: nothing
 * is told then. Equal shares are never told. */
static void test_other_way(void **state) {
    (void)state;
    enum lead leads[2];
    int64_t having[] = {20, 19}, bases[] = {20, 40};
    int64_t only[] = {0, 0, 10, 0};
    struct paired_list list = {2, having, bases, only};
    leaders_find(&list, 5, leads);
    assert_int_equal(leads[1], LEAD_YES);
    having[1] = 40;
    only[1] = 10;
    only[2] = 0;
    leaders_find(&list, 5, leads);
    assert_int_equal(leads[1], LEAD_YES);
}

static void test_simulation(void **state) {
    (void)state;
    static const int64_t sizes[] = {15, 26, 40, 100};
    for (size_t world = 0; world < LEADERS_WORLDS - 1; world++) /* all but the longest */
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            const struct leaders_world *at = &leaders_worlds[world];
            struct leaders_found found =
                leaders_simulate(at, sizes[i], leaders_level(at->items), 400, 20210313);
            if (found.lost > 0.05 || found.disagree > 0.08) {
                print_error("%s, n = %lld: lost %g, disagree %g\n", at->name,
                            (long long)sizes[i], found.lost, found.disagree);
                fail();
            }
        }
    /* At 0.05 it would not hold. */
    assert_true(leaders_simulate(&leaders_worlds[0], 100, 0.05, 400, 20210313).lost > 0.05);
}

static void test_enumeration(void **state) {
    (void)state;
    for (int64_t n = 6; n <= 10; n += 2)
        for (int tenths = 1; tenths < 10; tenths += 2) {
            double share = tenths / 10.0, shares[3] = {share, share, share};
            assert_true(leaders_enumerate(shares, n, leaders_level(3)) <= 0.05);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_p),          cmocka_unit_test(test_level),
        cmocka_unit_test(test_list),       cmocka_unit_test(test_few),
        cmocka_unit_test(test_other_way),  cmocka_unit_test(test_simulation),
        cmocka_unit_test(test_enumeration)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
