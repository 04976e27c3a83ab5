/* The figures are counted by hand from the four or five answers above them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "stats/tally.c"

/* A grouping of two codes and one outside, a multi question whose third option is exclusive, a
 * ranking of three, a number from -1.0 to 2.0, and a matrix of four rows and three codes, one
 * more outside, which is also a score and, beside a second matrix, a gap. */
static const struct code group_codes[] = {
    {.id = "club"}, {.id = "town"}, {.id = "nobody", .outside = true}};
static const struct code options[] = {
    {.id = "a"}, {.id = "b"}, {.id = "none", .exclusive = true}};
static const struct code levels[] = {
    {.id = "low"}, {.id = "mid"}, {.id = "high"}, {.id = "unknown", .outside = true}};
static const struct code rows[] = {{.id = "r1"}, {.id = "r2"}, {.id = "r3"}, {.id = "r4"}};
static const struct code_list group_list = {.id = "",
                                            .measure = MEASURE_NOMINAL,
                                            .codes = group_codes,
                                            .count = 3,
                                            .inside = 2,
                                            .top_size = 2,
                                            .bottom_size = 2};
static const struct code_list option_list = {.id = "",
                                             .measure = MEASURE_NOMINAL,
                                             .codes = options,
                                             .count = 3,
                                             .inside = 3,
                                             .top_size = 2,
                                             .bottom_size = 2};
static const struct code_list level_list = {.id = "",
                                            .measure = MEASURE_ORDINAL,
                                            .codes = levels,
                                            .count = 4,
                                            .inside = 3,
                                            .top_size = 2,
                                            .bottom_size = 2};

enum { GROUP, MULTI, RANKING, NUMBER, IMPORTANCE, SATISFACTION, TEXT, QUESTIONS };
enum { VARIABLES = 1 + 3 + 3 + 1 + 4 + 4 + 1 };

static const struct question questions[QUESTIONS] = {
    [GROUP] = {.id = "group",
               .type = QUESTION_SINGLE,
               .codes = &group_list,
               .first_variable = 0},
    [MULTI] = {.id = "multi",
               .type = QUESTION_MULTI,
               .codes = &option_list,
               .first_variable = 1},
    [RANKING] = {.id = "rank",
                 .type = QUESTION_RANKING,
                 .codes = &option_list,
                 .first_variable = 4},
    [NUMBER] = {.id = "number",
                .type = QUESTION_NUMBER,
                .minimum = -10,
                .maximum = 20,
                .decimals = 1,
                .first_variable = 7},
    [IMPORTANCE] = {.id = "imp",
                    .type = QUESTION_MATRIX,
                    .codes = &level_list,
                    .rows = rows,
                    .row_count = 4,
                    .first_variable = 8},
    [SATISFACTION] = {.id = "sat",
                      .type = QUESTION_MATRIX,
                      .codes = &level_list,
                      .rows = rows,
                      .row_count = 4,
                      .first_variable = 12},
    [TEXT] = {.id = "text", .type = QUESTION_TEXT, .first_variable = 16},
};
/* Town, and what is beside the scale and so in no level. */
static const size_t coarse_codes[] = {1, 2};
static const struct coarse_level coarse = {.id = "rest", .codes = coarse_codes, .count = 2};
static const struct grouping grouping = {
    .question = &questions[GROUP], .coarse = &coarse, .coarse_count = 1};
static const size_t score_rows[] = {0, 1, 2, 3};
static const struct score score = {
    .id = "score", .question = &questions[IMPORTANCE], .rows = score_rows, .count = 4};
static const struct gap gap = {.id = "gap",
                               .importance = &questions[IMPORTANCE],
                               .satisfaction = &questions[SATISFACTION]};
static struct questionnaire questionnaire = {.questions = questions,
                                             .question_count = QUESTIONS,
                                             .groupings = &grouping,
                                             .grouping_count = 1,
                                             .scores = &score,
                                             .score_count = 1,
                                             .gaps = &gap,
                                             .gap_count = 1,
                                             .variable_count = VARIABLES};

/* Cells as one letter: digits are values (a rank, a tick, a code position), others the states.
 * Numbers are not wanted here and stay skipped. */
static void add_row(struct tally *tally, enum answer_status status, const char *cells) {
    struct answer answers[VARIABLES] = {{ANSWER_SKIPPED, 0}};
    assert_int_equal(strlen(cells), VARIABLES);
    for (size_t i = 0; i < VARIABLES; i++) {
        if (cells[i] >= '0' && cells[i] <= '9')
            answers[i] = (struct answer){ANSWER_GIVEN, cells[i] - '0'};
        else if (cells[i] != ' ')
            answers[i].state = cells[i] == '?'   ? ANSWER_DONT_KNOW
                               : cells[i] == '-' ? ANSWER_NOT_SHOWN
                                                 : ANSWER_INVALID;
    }
    struct answer_record record = {1, status, ORIGIN_REAL, answers};
    tally_add(tally, &record);
}

static void assert_counts(const int64_t *counts, size_t count, const int64_t *expected) {
    for (size_t i = 0; i < count; i++)
        assert_int_equal(counts[i], expected[i]);
}
#define ASSERT_COUNTS(counts, ...)                                                             \
    do {                                                                                       \
        const int64_t expected_[] = {__VA_ARGS__};                                             \
        assert_counts(counts, sizeof expected_ / sizeof *expected_, expected_);                \
    } while (0)

static void test_records(void **state) {
    (void)state;
    struct tally *tally = tally_new(&questionnaire);
    static const char blank[] = "                 ";
    add_row(tally, STATUS_ACCEPTED, blank);
    add_row(tally, STATUS_ACCEPTED, blank);
    add_row(tally, STATUS_REJECTED, blank);
    add_row(tally, STATUS_INCOMPLETE, "0100123 222222221"); /* not one of its answers counts */
    struct answer none[VARIABLES] = {{ANSWER_SKIPPED, 0}};
    tally_add(tally, &(struct answer_record){9, STATUS_DUPLICATE, ORIGIN_SIMULATED, none});
    assert_int_equal(tally_read(tally), 5);
    assert_int_equal(tally_records(tally, STATUS_ACCEPTED), 2);
    assert_int_equal(tally_records(tally, STATUS_INCOMPLETE), 1);
    assert_int_equal(tally_simulated(tally), 1);
    ASSERT_COUNTS(tally_states(tally, 0, &questions[TEXT], 0), 0, 2, 0, 0, 0, 0);
    tally_free(tally);
    tally_free(NULL);
}

static void test_levels(void **state) {
    (void)state;
    struct tally *tally = tally_new(&questionnaire);
    assert_int_equal(tally_level_count(tally), 4);
    size_t club = tally_level(tally, 0, 0), town = tally_level(tally, 0, 1);
    size_t rest = tally_coarse_level(tally, 0, 0);
    add_row(tally, STATUS_ACCEPTED, "0110             ");
    add_row(tally, STATUS_ACCEPTED, "0100            1");
    add_row(tally, STATUS_ACCEPTED, "1001             ");
    add_row(tally, STATUS_ACCEPTED, "2010            1"); /* outside the scale: in no group */
    add_row(tally, STATUS_ACCEPTED, " 010             "); /* skipped: in no group */
    ASSERT_COUNTS(tally_states(tally, 0, &questions[GROUP], 0), 3, 1, 0, 0, 0, 1);
    ASSERT_COUNTS(tally_values(tally, 0, &questions[GROUP], 0), 2, 1, 1);
    ASSERT_COUNTS(tally_values(tally, 0, &questions[MULTI], 0), 2, 3, 1);
    ASSERT_COUNTS(tally_values(tally, club, &questions[MULTI], 0), 2, 1, 0);
    ASSERT_COUNTS(tally_values(tally, town, &questions[MULTI], 0), 0, 0, 1);
    assert_int_equal(tally_any(tally, 0, &questions[MULTI]), 4);
    assert_int_equal(tally_any(tally, club, &questions[MULTI]), 2);
    assert_int_equal(tally_any(tally, town, &questions[MULTI]), 0);
    ASSERT_COUNTS(tally_states(tally, club, &questions[TEXT], 0), 1, 1, 0, 0, 0, 0);
    ASSERT_COUNTS(tally_values(tally, rest, &questions[MULTI], 0), 0, 0, 0);
    tally_finish(tally);
    ASSERT_COUNTS(tally_values(tally, rest, &questions[MULTI], 0), 0, 0, 1);
    ASSERT_COUNTS(tally_values(tally, town, &questions[MULTI], 0), 0, 0, 1);
    ASSERT_COUNTS(tally_states(tally, rest, &questions[GROUP], 0), 1, 0, 0, 0, 0, 0);
    tally_free(tally);
}

/* Nothing ticked is no answer; don't know beside a tick contradicts; one unreadable cell spoils
 * the question. */
static void test_joint_states(void **state) {
    (void)state;
    static const struct {
        const char *cells;
        enum tally_state state;
    } cases[] = {{" 000             ", TALLY_SKIPPED},   {"                 ", TALLY_SKIPPED},
                 {" 001             ", TALLY_ANSWERED},  {" ???             ", TALLY_DONT_KNOW},
                 {" 1??             ", TALLY_INVALID},   {" 0?0             ", TALLY_DONT_KNOW},
                 {" ---             ", TALLY_NOT_SHOWN}, {" --1             ", TALLY_ANSWERED},
                 {" -00             ", TALLY_SKIPPED},   {" 11!             ", TALLY_INVALID}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct tally *tally = tally_new(&questionnaire);
        add_row(tally, STATUS_ACCEPTED, cases[i].cells);
        const int64_t *states = tally_states(tally, 0, &questions[MULTI], 0);
        for (size_t j = 0; j < TALLY_STATES; j++)
            assert_int_equal(states[j], j == (size_t)cases[i].state);
        tally_free(tally);
    }
}

/* Ranks 1 and 3 close up to 1 and 2, and the third option gets rank 3; a lone rank 2 becomes 1,
 * and the other two share (2 + 3) / 2; two equal ranks are no ranking. */
static void test_ranking(void **state) {
    (void)state;
    struct tally *tally = tally_new(&questionnaire);
    add_row(tally, STATUS_ACCEPTED, "    1 3          ");
    add_row(tally, STATUS_ACCEPTED, "     2           ");
    add_row(tally, STATUS_ACCEPTED, "    213          ");
    add_row(tally, STATUS_ACCEPTED, "    11           ");
    const struct question *ranking = &questions[RANKING];
    ASSERT_COUNTS(tally_states(tally, 0, ranking, 0), 3, 0, 0, 0, 1, 0);
    ASSERT_COUNTS(tally_ranks(tally, 0, ranking, 0), 1, 1, 0);
    ASSERT_COUNTS(tally_ranks(tally, 0, ranking, 1), 2, 0, 0);
    ASSERT_COUNTS(tally_ranks(tally, 0, ranking, 2), 0, 1, 1);
    assert_int_equal(tally_rank_sum(tally, 0, ranking, 0), 2 + 5 + 4);
    assert_int_equal(tally_rank_sum(tally, 0, ranking, 1), 6 + 2 + 2);
    assert_int_equal(tally_rank_sum(tally, 0, ranking, 2), 4 + 5 + 6);
    tally_free(tally);
}

static void test_number(void **state) {
    (void)state;
    struct tally *tally = tally_new(&questionnaire);
    static const int64_t values[] = {-10, 0, 20, 20};
    for (size_t i = 0; i < 4; i++) {
        struct answer answers[VARIABLES] = {{ANSWER_SKIPPED, 0}};
        answers[7] = (struct answer){ANSWER_GIVEN, values[i]};
        tally_add(tally, &(struct answer_record){i + 1, STATUS_ACCEPTED, ORIGIN_REAL, answers});
    }
    const int64_t *counts = tally_values(tally, 0, &questions[NUMBER], 0);
    assert_int_equal(tally_value_count(&questions[NUMBER]), 31);
    for (size_t i = 0; i < 31; i++)
        assert_int_equal(counts[i], i == 0 || i == 10 ? 1 : i == 30 ? 2 : 0);
    tally_free(tally);
}

/* Four rows need three answers. 3 + 3 + 1 + 2 = 9; 2 + 2 + 2 = 6 of three (code 4 is outside,
 * so no answer); two are too few. The gap pairs rows: (3, 1) in r1, then (2, unknown) which is
 * no pair. */
static void test_score_and_gap(void **state) {
    (void)state;
    struct tally *tally = tally_new(&questionnaire);
    add_row(tally, STATUS_ACCEPTED, "        22010 ?  ");
    add_row(tally, STATUS_ACCEPTED, "        11313 1  ");
    add_row(tally, STATUS_ACCEPTED, "        21  2    ");
    size_t count;
    assert_int_equal(tally_fewest(&score), 3);
    const int64_t *four = tally_score(tally, 0, &score, 4, &count);
    assert_int_equal(count, 9); /* sums 4 to 12 */
    for (size_t i = 0; i < count; i++)
        assert_int_equal(four[i], i == 5);
    const int64_t *three = tally_score(tally, 0, &score, 3, &count);
    assert_int_equal(count, 7); /* sums 3 to 9 */
    for (size_t i = 0; i < count; i++)
        assert_int_equal(three[i], i == 3);
    ASSERT_COUNTS(tally_pairs(tally, 0, &gap, 0), 0, 0, 0, 0, 0, 0, 1, 0, 1);
    ASSERT_COUNTS(tally_pairs(tally, 0, &gap, 1), 0, 0, 0, 0, 0, 0, 0, 0, 0);
    ASSERT_COUNTS(tally_pairs(tally, 0, &gap, 2), 0, 0, 0, 0, 0, 0, 0, 0, 0);
    ASSERT_COUNTS(tally_states(tally, 0, &questions[IMPORTANCE], 2), 1, 1, 0, 0, 0, 1);
    ASSERT_COUNTS(tally_states(tally, 0, &questions[SATISFACTION], 0), 2, 0, 0, 0, 0, 1);
    tally_free(tally);
}

/* Three answered all four rows. "2201": doubled ranks 7 7 2 4, one tie of two (6). "0000": all
 * 5, one tie of four (60). "0122": 2 4 7 7, one tie of two. The fourth left one out, the fifth
 * is beside the scale. Positions are one more than the digits. */
static void test_order_and_items(void **state) {
    (void)state;
    struct tally *tally = tally_new(&questionnaire);
    add_row(tally, STATUS_ACCEPTED, "0       2201     ");
    add_row(tally, STATUS_ACCEPTED, "1       0000     ");
    add_row(tally, STATUS_ACCEPTED, "1       0122     ");
    add_row(tally, STATUS_ACCEPTED, "0       222      ");
    add_row(tally, STATUS_ACCEPTED, "0       2223     ");
    struct rank_sums order = tally_order(tally, 0, &questions[IMPORTANCE]);
    assert_int_equal(order.n, 3);
    assert_int_equal(order.items, 4);
    assert_int_equal(order.ties, 72);
    ASSERT_COUNTS(order.sums, 7 + 5 + 2, 7 + 5 + 4, 2 + 5 + 7, 4 + 5 + 7);
    assert_int_equal(tally_order(tally, 1, &questions[IMPORTANCE]).n, 1);
    assert_int_equal(tally_order(tally, 0, &questions[SATISFACTION]).n, 0);
    struct item_sums items = tally_items(tally, 0, &score);
    assert_int_equal(items.n, 3);
    assert_int_equal(items.items, 4);
    ASSERT_COUNTS(items.sums, 3 + 1 + 1, 3 + 1 + 2, 1 + 1 + 3, 2 + 1 + 3);
    assert_int_equal(items.squares, (9 + 9 + 1 + 4) + 4 + (1 + 4 + 9 + 9));
    assert_int_equal(items.total_squares, 9 * 9 + 4 * 4 + 9 * 9);
    tally_free(tally);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records),         cmocka_unit_test(test_levels),
        cmocka_unit_test(test_joint_states),    cmocka_unit_test(test_ranking),
        cmocka_unit_test(test_number),          cmocka_unit_test(test_score_and_gap),
        cmocka_unit_test(test_order_and_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
