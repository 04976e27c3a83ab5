/* Against brute force: every table with the same sums is listed, and those that agree with what
 * is published are kept. A view that is called safe must leave each count of 1 to min_cell - 1
 * another value there, 0 or at least min_cell. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "protect/cut.c"
#include "protect/disclosure.c"
#include "protect/group_table.c"
#include "protect/known_range.c"
#include "protect/linked_tables.c"
#include "protect/witness.c"

enum { GROUPS = 3, ANSWERS = 3, CELLS = GROUPS * ANSWERS, OPTIONS = 3, MIN_CELL = 3 };
enum { SURVEYS = 800 };

static const struct code codes[] = {{.id = "x"}, {.id = "y"}, {.id = "z"}};
static const struct code options[] = {
    {.id = "x"}, {.id = "y"}, {.id = "none", .exclusive = true}};
static const struct code_list lists[] = {{.id = "",
                                          .measure = MEASURE_NOMINAL,
                                          .codes = codes,
                                          .count = 3,
                                          .inside = 3,
                                          .top_size = 2,
                                          .bottom_size = 2},
                                         {.id = "",
                                          .measure = MEASURE_ORDINAL,
                                          .codes = codes,
                                          .count = 3,
                                          .inside = 3,
                                          .top_size = 2,
                                          .bottom_size = 2},
                                         {.id = "",
                                          .measure = MEASURE_NOMINAL,
                                          .codes = options,
                                          .count = 3,
                                          .inside = 3,
                                          .top_size = 2,
                                          .bottom_size = 2}};
static const struct question kind = {.id = "kind", .type = QUESTION_SINGLE, .codes = &lists[0]};
static const struct grouping grouping = {.question = &kind};
static const size_t pair[] = {0, 2}, single[] = {1};
static const struct coarse_level levels[] = {{.id = "xz", .codes = pair, .count = 2},
                                             {.id = "y", .codes = single, .count = 1}};
static const struct grouping coarser = {.question = &kind, .coarse = levels, .coarse_count = 2};
static const struct grouping_facts facts = {.listed = true};
static const struct questionnaire limits = {.min_group = 5, .min_cell = MIN_CELL};
static const struct question nominal = {.id = "n", .type = QUESTION_SINGLE, .codes = &lists[0]};
static const struct question ordinal = {.id = "o", .type = QUESTION_SINGLE, .codes = &lists[1]};
static const struct question multi = {
    .id = "m", .type = QUESTION_MULTI, .codes = &lists[2], .max_choices = 2};

static uint64_t state = 1;

static size_t below(size_t limit) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)((state >> 33) % limit);
}

/* --- one table --- */

struct fixture {
    int64_t counts[CELLS + ANSWERS], bases[GROUPS + 1], totals[ANSWERS];
    struct group_table table;
    struct arena *arena;
};

static void fill(struct fixture *fixture, const struct question *question, size_t people) {
    memset(fixture, 0, sizeof *fixture);
    for (size_t i = 0; i < people; i++) {
        size_t group = below(GROUPS), answer = below(3) == 0 ? group : below(ANSWERS);
        fixture->counts[group * ANSWERS + answer]++;
        fixture->bases[group]++;
        fixture->totals[answer]++;
    }
    fixture->table =
        (struct group_table){.question = question,
                             .shape = SHAPE_CODES,
                             .class = answer_class_decide(question, fixture->totals),
                             .grouping = &grouping,
                             .facts = &facts,
                             .present = true,
                             .complete = true,
                             .coded = GROUPS,
                             .groups = GROUPS,
                             .answers = ANSWERS,
                             .counts = fixture->counts,
                             .bases = fixture->bases,
                             .totals = fixture->totals,
                             .answered = (int64_t)people,
                             .accepted = (int64_t)people + 1};
    fixture->arena = arena_new();
}

/* Calls with each table of the same sums. */
typedef void table_function(void *context, const int64_t counts[CELLS]);

static void each_table(const struct fixture *fixture, int64_t counts[CELLS], size_t cell,
                       table_function *function, void *context) {
    if (cell == CELLS) {
        function(context, counts);
        return;
    }
    size_t group = cell / ANSWERS, answer = cell % ANSWERS;
    int64_t row = fixture->bases[group], column = fixture->totals[answer];
    for (size_t i = 0; i < answer; i++)
        row -= counts[group * ANSWERS + i];
    for (size_t i = 0; i < group; i++)
        column -= counts[i * ANSWERS + answer];
    int64_t most = row < column ? row : column, least = answer == ANSWERS - 1 ? row : 0;
    if (group == GROUPS - 1)
        least = column > least ? column : least;
    for (int64_t count = least; count <= most; count++) {
        counts[cell] = count;
        each_table(fixture, counts, cell + 1, function, context);
    }
}

struct open {
    const struct fixture *fixture;
    const struct cut *cut;
    bool cells[CELLS]; /* some table that says the same has 0 or many there */
};

/* Each unit that is shown, and all that are left out together. */
static bool shows_same(const struct open *open, const int64_t counts[CELLS]) {
    const struct cut *cut = open->cut;
    for (size_t unit = 0; cut != NULL && unit <= cut->units; unit++)
        for (size_t class = 0; class < cut->shown_classes; class ++) {
            int64_t sum = 0;
            for (size_t i = 0; i < CELLS; i++) {
                int own = cut->unit_of[i / ANSWERS];
                size_t at = own == CUT_LEFT_OUT ? cut->units : (size_t)own;
                if (at == unit && cut->class_of[i % ANSWERS] == class)
                    sum += counts[i];
            }
            if ((unit == cut->units || cut->shown[unit]) &&
                sum != cut->counts[unit * cut->classes + class])
                return false;
        }
    return true;
}

static void look(void *context, const int64_t counts[CELLS]) {
    struct open *open = context;
    if (shows_same(open, counts))
        for (size_t i = 0; i < CELLS; i++)
            open->cells[i] = open->cells[i] || counts[i] == 0 || counts[i] >= MIN_CELL;
}

static const struct cut *cut_of(struct fixture *fixture, enum view view) {
    struct table_class class = table_class_of(fixture->arena, &fixture->table);
    return cut_new(fixture->arena, &fixture->table, view, &class, limits.min_group);
}

/* Returns 1 where the view is called safe, and is. */
static size_t check(struct fixture *fixture, enum view view) {
    const struct cut *cut = cut_of(fixture, view);
    struct disclosed disclosed;
    struct published_table part = {&fixture->table, cut};
    for (size_t unit = 0; unit <= cut->units; unit++)
        for (size_t i = 0; i < cut->shown_classes; i++) {
            int64_t count = cut->counts[unit * cut->classes + i];
            if (count > 0 && count < MIN_CELL)
                return 0; /* unsafe at first sight */
        }
    if (disclosure_find(&part, 1, &limits, &disclosed))
        return 0;
    struct open open = {.fixture = fixture, .cut = cut};
    int64_t room[CELLS];
    each_table(fixture, room, 0, look, &open);
    for (size_t i = 0; i < CELLS; i++)
        assert_true(open.cells[i]);
    return 1;
}

static void check_question(const struct question *question) {
    size_t safe[VIEW_NOTHING] = {0};
    for (size_t i = 0; i < SURVEYS; i++) {
        struct fixture fixture;
        fill(&fixture, question, 4 + below(12));
        safe[VIEW_ALL] += check(&fixture, VIEW_ALL);
        safe[VIEW_CLASS] += check(&fixture, VIEW_CLASS);
        arena_free(fixture.arena);
    }
    /* The check is worth something only if it also finds views that are safe. */
    assert_true(safe[VIEW_ALL] > 5);
    assert_true(safe[VIEW_CLASS] > SURVEYS / 100);
}

/* --- the range of a count: just what the tables that say the same have --- */

enum { MOST_PEOPLE = 15 };

struct seen {
    struct open open;
    bool rows[GROUPS], columns[ANSWERS];
    bool counts[MOST_PEOPLE + 1];
};

static void note_count(void *context, const int64_t counts[CELLS]) {
    struct seen *seen = context;
    int64_t sum = 0;
    if (!shows_same(&seen->open, counts))
        return;
    for (size_t i = 0; i < CELLS; i++)
        if (seen->rows[i / ANSWERS] && seen->columns[i % ANSWERS])
            sum += counts[i];
    seen->counts[sum] = true;
}

static void check_range(struct fixture *fixture, const struct cut *cut) {
    for (size_t subset = 0; subset < 1u << (GROUPS + ANSWERS); subset++) {
        struct seen seen = {.open = {.fixture = fixture, .cut = cut}};
        int64_t room[CELLS];
        for (size_t i = 0; i < GROUPS; i++)
            seen.rows[i] = (subset >> i & 1) != 0;
        for (size_t i = 0; i < ANSWERS; i++)
            seen.columns[i] = (subset >> (GROUPS + i) & 1) != 0;
        each_table(fixture, room, 0, note_count, &seen);
        struct known_range range =
            known_range_of(&fixture->table, cut, seen.rows, seen.columns);
        for (int64_t count = 0; count <= MOST_PEOPLE; count++)
            assert_int_equal(seen.counts[count], count >= range.low && count <= range.high);
    }
}

static void test_range(void **unused) {
    (void)unused;
    for (size_t i = 0; i < SURVEYS / 4; i++) {
        struct fixture fixture;
        fill(&fixture, below(2) == 0 ? &nominal : &ordinal, 4 + below(MOST_PEOPLE - 3));
        check_range(&fixture, NULL);
        check_range(&fixture, cut_of(&fixture, VIEW_ALL));
        check_range(&fixture, cut_of(&fixture, VIEW_CLASS));
        fixture.table.grouping = &coarser;
        check_range(&fixture, cut_of(&fixture, VIEW_COARSE_ALL));
        check_range(&fixture, cut_of(&fixture, VIEW_COARSE_CLASS));
        arena_free(fixture.arena);
    }
}

static void test_nominal(void **unused) {
    (void)unused;
    check_question(&nominal);
}

static void test_ordinal(void **unused) {
    (void)unused;
    check_question(&ordinal);
}

/* --- options --- */

/* Answers to a multiple choice of x, y and the exclusive none, at most two ticks. */
static const int patterns[4][OPTIONS] = {{1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {0, 0, 1}};

struct choice {
    int64_t counts[OPTIONS][GROUPS * 2], bases[GROUPS + 1], totals[OPTIONS][2];
    struct group_table tables[OPTIONS];
};

static void choose(struct choice *choice, size_t people) {
    memset(choice, 0, sizeof *choice);
    for (size_t i = 0; i < people; i++) {
        size_t group = below(GROUPS), pattern = below(4);
        choice->bases[group]++;
        for (size_t option = 0; option < OPTIONS; option++) {
            size_t answer = patterns[pattern][option] ? 0 : 1;
            choice->counts[option][group * 2 + answer]++;
            choice->totals[option][answer]++;
        }
    }
    for (size_t option = 0; option < OPTIONS; option++)
        choice->tables[option] = (struct group_table){.question = &multi,
                                                      .shape = SHAPE_TICKS,
                                                      .class = {CLASS_TICKED, ""},
                                                      .item = option,
                                                      .grouping = &grouping,
                                                      .facts = &facts,
                                                      .present = true,
                                                      .complete = true,
                                                      .coded = GROUPS,
                                                      .groups = GROUPS,
                                                      .answers = 2,
                                                      .ticks = 1,
                                                      .counts = choice->counts[option],
                                                      .bases = choice->bases,
                                                      .totals = choice->totals[option],
                                                      .answered = (int64_t)people,
                                                      .accepted = (int64_t)people + 1};
}

struct ticks {
    const struct choice *choice;
    const struct published_table *parts;
    int64_t ticks[OPTIONS][GROUPS];
    bool open[OPTIONS][GROUPS];
};

static bool agrees(const struct ticks *ticks) {
    for (size_t option = 0; option < OPTIONS; option++) {
        int64_t sum = 0;
        for (size_t group = 0; group < GROUPS; group++) {
            const struct cut *cut = ticks->parts[option].cut;
            sum += ticks->ticks[option][group];
            if (cut != NULL && cut->unit_of[group] != CUT_LEFT_OUT &&
                ticks->ticks[option][group] != ticks->choice->counts[option][group * 2])
                return false;
        }
        if (sum != ticks->choice->totals[option][0])
            return false;
    }
    return true;
}

/* Lists how many in each group gave each pattern. */
static void each_choice(struct ticks *ticks, size_t group, size_t pattern, int64_t left) {
    if (group == GROUPS) {
        for (size_t i = 0; agrees(ticks) && i < OPTIONS * GROUPS; i++) {
            int64_t count = ticks->ticks[i / GROUPS][i % GROUPS];
            ticks->open[i / GROUPS][i % GROUPS] |= count == 0 || count >= MIN_CELL;
        }
        return;
    }
    for (int64_t count = pattern == 3 ? left : 0; count <= left; count++) {
        for (size_t option = 0; option < OPTIONS; option++)
            ticks->ticks[option][group] += count * patterns[pattern][option];
        if (pattern == 3)
            each_choice(ticks, group + 1, 0,
                        group + 1 < GROUPS ? ticks->choice->bases[group + 1] : 0);
        else
            each_choice(ticks, group, pattern + 1, left - count);
        for (size_t option = 0; option < OPTIONS; option++)
            ticks->ticks[option][group] -= count * patterns[pattern][option];
    }
}

static void test_options(void **unused) {
    (void)unused;
    size_t safe = 0;
    for (size_t i = 0; i < SURVEYS / 4; i++) {
        struct choice choice;
        struct published_table parts[OPTIONS] = {{0}};
        struct disclosed disclosed;
        struct arena *arena = arena_new();
        choose(&choice, 8 + below(8));
        for (size_t option = 0; option < OPTIONS; option++) {
            struct table_class class = table_class_of(arena, &choice.tables[option]);
            parts[option].table = &choice.tables[option];
            if (below(2) == 0)
                parts[option].cut =
                    cut_new(arena, &choice.tables[option], VIEW_CLASS, &class, 3);
        }
        struct ticks ticks = {.choice = &choice, .parts = parts};
        each_choice(&ticks, 0, 0, choice.bases[0]);
        bool known = false;
        for (size_t k = 0; k < OPTIONS * GROUPS; k++)
            known = known || !ticks.open[k / GROUPS][k % GROUPS];
        bool found = disclosure_find(parts, OPTIONS, &limits, &disclosed);
        assert_true(found || !known);
        safe += !found;
        arena_free(arena);
    }
    assert_true(safe > SURVEYS / 200);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nominal),
        cmocka_unit_test(test_range),
        cmocka_unit_test(test_ordinal),
        cmocka_unit_test(test_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
