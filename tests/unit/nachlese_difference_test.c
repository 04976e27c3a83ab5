/* P17: all pairs of releases of small surveys. A survey has two groups and those who are in
 * none, and a question with two answers: six counts. Of every pair that the rule lets through,
 * an attacker who knows both files, the gate and the rule keeps all surveys that fit; no count
 * below the thresholds may be the same in all of them. The gate is written here once more, from
 * nachlese-protect(1). With the argument deep, larger surveys. */
#include "nachlese/difference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "survey/questionnaire_read.h"

enum { GROUPS = 3, NONE = 2, ANSWERS = 2, CELLS = GROUPS * ANSWERS };
enum { LEAST = 3, MOST = 17 };

/* How many answers the first release and what is added to it have at most: together MOST. */
static int most_first = 7, most_added = 7;

/* counts[group][answer]; the last group is of those who skipped the question. */
struct survey {
    int8_t counts[GROUPS][ANSWERS];
};

static struct questionnaire *questionnaire;
static bool sensitive;

static const char *asked(void) {
    return sensitive ? "secret" : "enough";
}

/* --- the gate --- */

enum shown { SHOWN_ALL, SHOWN_CLASS, SHOWN_NOTHING };

static bool is_few(int count) {
    return count > 0 && count < LEAST;
}

static int size_of(const struct survey *survey, int group) {
    return survey->counts[group][0] + survey->counts[group][1];
}

static int sum_of(const struct survey *survey) {
    return size_of(survey, 0) + size_of(survey, 1) + size_of(survey, NONE);
}

static int answered(const struct survey *survey, int answer) {
    return survey->counts[0][answer] + survey->counts[1][answer] + survey->counts[NONE][answer];
}

static bool is_safe(int count, int base, bool alone) {
    bool unanimous = base > 0 && base < 3 * LEAST && (count == base || (alone && count == 0));
    return !is_few(base) && !is_few(count) &&
           !(sensitive && (is_few(base - count) || unanimous));
}

static int class_of(const struct survey *survey) {
    return answered(survey, 1) > answered(survey, 0);
}

static enum shown show(const struct survey *survey) {
    bool all = true, class = true;
    for (int group = 0; group < GROUPS; group++) {
        int base = size_of(survey, group);
        for (int answer = 0; answer < ANSWERS; answer++)
            all = all && is_safe(survey->counts[group][answer], base, false);
        class = class && is_safe(survey->counts[group][class_of(survey)], base, true);
    }
    return all ? SHOWN_ALL : class ? SHOWN_CLASS : SHOWN_NOTHING;
}

/* --- what a file says, in one number --- */

static void put(uint64_t *file, int number) {
    *file = *file * 32 + (uint64_t)number;
}

static uint64_t publish(const struct survey *survey) {
    enum shown shown = show(survey);
    uint64_t file = (uint64_t)shown + 1;
    int total = sum_of(survey);
    bool groups = true;
    if (total < LEAST)
        return (uint64_t)total << 60;
    for (int group = 0; group < GROUPS; group++)
        groups = groups && !is_few(size_of(survey, group));
    put(&file, answered(survey, 0));
    put(&file, answered(survey, 1));
    put(&file, groups ? size_of(survey, 0) : MOST + 1);
    put(&file, groups ? size_of(survey, 1) : MOST + 1);
    for (int group = 0; group < GROUPS - 1 && shown != SHOWN_NOTHING; group++) {
        put(&file, shown == SHOWN_ALL ? survey->counts[group][0] : size_of(survey, group));
        put(&file, survey->counts[group][shown == SHOWN_ALL ? 1 : class_of(survey)]);
    }
    return file;
}

/* Which figures are there, as the ledger keeps it: their order is that of publish. */
static int shape_of(const struct survey *survey) {
    int shape = show(survey);
    bool groups = true;
    for (int group = 0; group < GROUPS; group++)
        groups = groups && !is_few(size_of(survey, group));
    shape = shape * 2 + groups;
    return shape * 2 + (show(survey) == SHOWN_CLASS ? class_of(survey) : 0);
}

/* --- the rule --- */

/* Its records, one after the other, as the rule takes them. */
static size_t list_records(const struct survey *survey, int8_t *answers) {
    size_t width = questionnaire->variable_count, count = 0;
    const struct question *side = questionnaire_question(questionnaire, "side");
    const struct question *question = questionnaire_question(questionnaire, asked());
    for (int group = 0; group < GROUPS; group++)
        for (int answer = 0; answer < ANSWERS; answer++)
            for (int i = 0; i < survey->counts[group][answer]; i++) {
                int8_t *record = answers + count++ * width;
                memset(record, CODED_SKIPPED, width);
                record[side->first_variable] =
                    group == NONE ? (int8_t)CODED_SKIPPED : (int8_t)group;
                record[question->first_variable] = (int8_t)answer;
            }
    return count;
}

static bool rule_allows(const struct survey *added, enum shown shown, int class) {
    static const char *const names[] = {"yes", "no"};
    int8_t answers[(MOST + 1) * 8];
    struct result row = {.question = asked(),
                         .item = "",
                         .category = shown == SHOWN_CLASS ? names[class] : "",
                         .by = "side",
                         .level = "",
                         .statistic = STATISTIC_VIEW,
                         .method = shown == SHOWN_ALL     ? "all"
                                   : shown == SHOWN_CLASS ? "class code"
                                                          : "nothing"};
    const struct results published = {.rows = &row, .count = 1};
    return difference_judge(&(struct difference){.questionnaire = questionnaire,
                                                 .published = &published,
                                                 .answers = answers,
                                                 .count = list_records(added, answers)})
               .reason == DIFFERENCE_SAFE;
}

/* A rule that only counts heads, to show that the attacker finds what it lets through. */
static bool counting_allows(const struct survey *added, enum shown shown, int class) {
    (void)shown, (void)class;
    return sum_of(added) >= LEAST;
}

typedef bool allows(const struct survey *added, enum shown shown, int class);

/* --- all surveys, and what each file alone tells --- */

struct surveys {
    struct survey *list;
    size_t count, capacity;
};

static void list_surveys(struct surveys *surveys, struct survey *survey, int cell, int left) {
    if (cell == CELLS) {
        if (surveys->count == surveys->capacity) {
            surveys->capacity = 2 * surveys->capacity + 1024;
            surveys->list = realloc(surveys->list, surveys->capacity * sizeof *surveys->list);
            assert_non_null(surveys->list);
        }
        surveys->list[surveys->count++] = *survey;
        return;
    }
    for (int8_t count = 0; count <= left; count++) {
        survey->counts[cell / ANSWERS][cell % ANSWERS] = count;
        list_surveys(surveys, survey, cell + 1, left - count);
    }
}

static struct surveys all_surveys(int most) {
    struct surveys surveys = {0};
    struct survey survey;
    list_surveys(&surveys, &survey, 0, most);
    return surveys;
}

/* What fits a file, or a pair of them: of each count, the least and the most. */
struct range {
    int8_t low[CELLS + GROUPS], high[CELLS + GROUPS];
};

static void widen(struct range *range, const struct survey *survey, bool first) {
    int8_t values[CELLS + GROUPS];
    memcpy(values, survey->counts, CELLS);
    for (int group = 0; group < GROUPS; group++)
        values[CELLS + group] = (int8_t)size_of(survey, group);
    for (int i = 0; i < CELLS + GROUPS; i++) {
        if (first || values[i] < range->low[i])
            range->low[i] = values[i];
        if (first || values[i] > range->high[i])
            range->high[i] = values[i];
    }
}

static bool tells(const struct range *range, int place) {
    return range->low[place] == range->high[place] && is_few(range->low[place]);
}

struct file {
    uint64_t says;
    struct range range;
};

static int compare_files(const void *one, const void *other) {
    uint64_t left = ((const struct file *)one)->says,
             right = ((const struct file *)other)->says;
    return (left > right) - (left < right);
}

struct files {
    struct file *list;
    size_t count;
};

static struct files list_files(const struct surveys *surveys) {
    struct files files = {calloc(surveys->count, sizeof(struct file)), 0};
    assert_non_null(files.list);
    for (size_t i = 0; i < surveys->count; i++) {
        files.list[i].says = publish(&surveys->list[i]);
        widen(&files.list[i].range, &surveys->list[i], true);
    }
    qsort(files.list, surveys->count, sizeof *files.list, compare_files);
    for (size_t i = 0; i < surveys->count; i++) {
        struct file *last = files.count > 0 ? &files.list[files.count - 1] : NULL;
        if (last == NULL || last->says != files.list[i].says) {
            files.list[files.count++] = files.list[i];
            continue;
        }
        for (int place = 0; place < CELLS + GROUPS; place++) {
            if (files.list[i].range.low[place] < last->range.low[place])
                last->range.low[place] = files.list[i].range.low[place];
            if (files.list[i].range.high[place] > last->range.high[place])
                last->range.high[place] = files.list[i].range.high[place];
        }
    }
    return files;
}

static const struct range *alone(const struct files *files, uint64_t says) {
    const struct file wanted = {.says = says};
    const struct file *found =
        bsearch(&wanted, files->list, files->count, sizeof wanted, compare_files);
    assert_non_null(found);
    return &found->range;
}

/* --- all pairs --- */

struct pair {
    uint64_t first_says, second_says;
    struct survey first, added, second;
};

static int compare_pairs(const void *one, const void *other) {
    const struct pair *left = one, *right = other;
    int order = (left->first_says > right->first_says) - (left->first_says < right->first_says);
    return order != 0 ? order
                      : (left->second_says > right->second_says) -
                            (left->second_says < right->second_says);
}

struct pairs {
    struct pair *list;
    size_t count, capacity, tried;
};

static struct survey join(const struct survey *one, const struct survey *other) {
    struct survey sum;
    for (int group = 0; group < GROUPS; group++)
        for (int answer = 0; answer < ANSWERS; answer++)
            sum.counts[group][answer] =
                (int8_t)(one->counts[group][answer] + other->counts[group][answer]);
    return sum;
}

static void add_pair(struct pairs *pairs, const struct survey *first,
                     const struct survey *added) {
    struct survey second = join(first, added);
    if (pairs->count == pairs->capacity) {
        pairs->capacity = 2 * pairs->capacity + 1024;
        pairs->list = realloc(pairs->list, pairs->capacity * sizeof *pairs->list);
        assert_non_null(pairs->list);
    }
    pairs->list[pairs->count++] =
        (struct pair){publish(first), publish(&second), *first, *added, second};
}

/* The pairs that are let through: those of the same shape of which the rule allows what was
 * added. */
static struct pairs list_pairs(const struct surveys *firsts, const struct surveys *additions,
                               allows *allowed) {
    struct pairs pairs = {0};
    for (size_t i = 0; i < additions->count; i++) {
        const struct survey *added = &additions->list[i];
        bool fine[SHOWN_NOTHING + 1][ANSWERS];
        if (sum_of(added) == 0)
            continue;
        for (int shown = 0; shown <= SHOWN_NOTHING; shown++)
            for (int class = 0; class < ANSWERS; class ++)
                fine[shown][class] = allowed(added, (enum shown)shown, class);
        for (size_t j = 0; j < firsts->count; j++) {
            const struct survey *first = &firsts->list[j];
            struct survey second = join(first, added);
            if (sum_of(first) < LEAST)
                continue;
            pairs.tried++;
            if (shape_of(first) == shape_of(&second) && fine[show(&second)][class_of(&second)])
                add_pair(&pairs, first, added);
        }
    }
    if (pairs.count > 0)
        qsort(pairs.list, pairs.count, sizeof *pairs.list, compare_pairs);
    return pairs;
}

struct broken {
    size_t added, first, second; /* of how many pairs of files a count below follows */
};

/* Pairs of surveys with the same two files, from begin to end. */
static void attack(const struct pair *begin, const struct pair *end, const struct files *files,
                   struct broken *broken) {
    struct range added, first, second;
    for (const struct pair *pair = begin; pair < end; pair++) {
        widen(&added, &pair->added, pair == begin);
        widen(&first, &pair->first, pair == begin);
        widen(&second, &pair->second, pair == begin);
    }
    bool of_added = false, of_first = false, of_second = false;
    for (int place = 0; place < CELLS + GROUPS; place++) {
        of_added = of_added || tells(&added, place);
        /* What one of the two files tells alone, both do not tell anew. */
        bool known = tells(alone(files, begin->first_says), place) ||
                     tells(alone(files, begin->second_says), place);
        of_first = of_first || (tells(&first, place) && !known);
        of_second = of_second || (tells(&second, place) && !known);
    }
    broken->added += of_added;
    broken->first += of_first;
    broken->second += of_second;
}

static struct broken attack_all(allows *allowed, size_t *let_through) {
    struct surveys firsts = all_surveys(most_first), additions = all_surveys(most_added);
    struct surveys every = all_surveys(most_first + most_added);
    struct files files = list_files(&every);
    struct pairs pairs = list_pairs(&firsts, &additions, allowed);
    struct broken broken = {0};
    for (size_t begin = 0, end; begin < pairs.count; begin = end) {
        end = begin + 1;
        while (end < pairs.count && compare_pairs(&pairs.list[begin], &pairs.list[end]) == 0)
            end++;
        attack(pairs.list + begin, pairs.list + end, &files, &broken);
    }
    *let_through = pairs.count;
    print_message("%s: %zu pairs, %zu let through, files that tell: %zu of the added, %zu of "
                  "the first, %zu of the second\n",
                  asked(), pairs.tried, pairs.count, broken.added, broken.first, broken.second);
    free(pairs.list);
    free(files.list);
    free(every.list);
    free(firsts.list);
    free(additions.list);
    return broken;
}

/* --- the tests --- */

static void no_pair_tells_a_small_count(void **state) {
    (void)state;
    for (int i = 0; i < 2; i++) {
        size_t let_through;
        sensitive = i == 1;
        struct broken broken = attack_all(rule_allows, &let_through);
        assert_int_equal(broken.added, 0);
        assert_int_equal(broken.first, 0);
        assert_int_equal(broken.second, 0);
        assert_true(let_through > 1000 || sensitive);
    }
}

static void counting_heads_is_not_enough(void **state) {
    size_t let_through;
    (void)state;
    sensitive = false;
    assert_true(attack_all(counting_allows, &let_through).added > 0);
}

/* The cases of the page, by hand: thresholds are 3. */
static void knows_the_cases_of_the_page(void **state) {
    static const struct {
        struct survey added;
        bool secret, fine;
    } cases[] = {
        {{{{1, 0}, {0, 0}, {0, 0}}}, false, false}, /* one */
        {{{{3, 0}, {0, 0}, {0, 0}}}, false, true},  /* as many as a group must have */
        {{{{3, 0}, {0, 0}, {0, 0}}}, true, false},  /* but of one mind */
        {{{{3, 3}, {1, 0}, {0, 0}}}, false, false}, /* seven, one of them in a group */
        {{{{3, 3}, {0, 0}, {1, 0}}}, false, false}, /* or in none */
        {{{{2, 3}, {3, 3}, {0, 0}}}, false, false}, /* two of an answer in a group */
        {{{{3, 3}, {3, 3}, {0, 0}}}, true, true},   /* twelve, a survey of their own */
        {{{{0, 0}, {0, 0}, {0, 0}}}, false, true},  /* none */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sensitive = cases[i].secret;
        assert_int_equal(rule_allows(&cases[i].added, SHOWN_ALL, 0), cases[i].fine);
    }
}

static int load(void **state) {
    struct diag *diag = diag_new(stderr);
    (void)state;
    questionnaire = questionnaire_load("tests/data/releases/small.ini", diag);
    diag_free(diag);
    return questionnaire == NULL;
}

static int unload(void **state) {
    (void)state;
    questionnaire_free(questionnaire);
    return 0;
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_cases_of_the_page),
        cmocka_unit_test(no_pair_tells_a_small_count),
        cmocka_unit_test(counting_heads_is_not_enough),
    };
    if (argc > 1 && strcmp(argv[1], "deep") == 0)
        most_first = 9, most_added = 8;
    return cmocka_run_group_tests(tests, load, unload);
}
