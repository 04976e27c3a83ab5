/* Shows that at leaders_level the true first of a list stays among the leaders in 95 of 100
 * surveys, and that two lists with the same truth would seldom be said to have another first;
 * prints the table for the notes on method. Exits 1 where it does not hold. */
#include <stdio.h>
#include <stdlib.h>

#include "leaders.h"

enum { SURVEYS = 20000 };

static const int64_t sizes[] = {15, 26, 40, 100, 400};
static const double levels[] = {0.05, 0.025, 0}; /* 0: leaders_level */
enum { SIZES = sizeof sizes / sizeof *sizes, LEVELS = sizeof levels / sizeof *levels };

/* One line; false where the level that holds loses too many, by more than chance. */
static bool simulate_line(const struct leaders_world *world, double asked) {
    bool own = !(asked > 0), fine = true;
    double level = own ? leaders_level(world->items) : asked;
    printf("%-20s %-6.3g", world->name, level);
    for (int i = 0; i < SIZES; i++) {
        struct leaders_found found =
            leaders_simulate(world, sizes[i], level, SURVEYS, 20210313);
        printf("  %5.2f %5.2f %4.0f %4.1f", 100 * found.lost, 100 * found.disagree,
               100 * found.clear, found.leaders);
        fine = fine && found.lost <= 0.05 && found.disagree <= 0.05;
    }
    putchar('\n');
    return fine || !own;
}

static bool simulate_all(void) {
    bool fine = true;
    printf("Per cent of %d surveys: the true first is lost, two lists of equal truth disagree, "
           "one leads alone; and how many lead\n%-20s %-6s",
           SURVEYS, "world", "level");
    for (int i = 0; i < SIZES; i++)
        printf("  n = %-18lld", (long long)sizes[i]);
    putchar('\n');
    for (int world = 0; world < LEADERS_WORLDS; world++)
        for (int level = 0; level < LEVELS; level++)
            fine = simulate_line(&leaders_worlds[world], levels[level]) && fine;
    return fine;
}

static bool enumerate_all(void) {
    bool fine = true;
    puts("Three equal items, every survey: per cent in which the last is lost");
    for (int64_t n = 3; n <= 15; n += 3) {
        printf("n = %-3lld", (long long)n);
        for (int tenths = 1; tenths < 10; tenths += 2) {
            double share = tenths / 10.0, shares[3] = {share, share, share};
            double lost = leaders_enumerate(shares, n, leaders_level(3));
            printf("  share %.1f %6.3f", share, 100 * lost);
            fine = fine && lost <= 0.05;
        }
        putchar('\n');
    }
    return fine;
}

int main(void) {
    bool fine = simulate_all();
    fine = enumerate_all() && fine;
    puts(fine ? "ok leaders: the true first is kept in at least 95 % of surveys"
              : "not ok leaders: the true first is lost too often");
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
