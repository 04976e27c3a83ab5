#include "nachlese/fingerprint.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/memory.h"
#include "base/text.h"
#include "nachlese/added.h"
#include "nachlese/apart.h"
#include "nachlese/difference.h"
#include "survey/answers.h"

/* --- how it was cut --- */

static void add_codes(struct text *text, const struct code_list *codes) {
    if (codes == NULL)
        return;
    text_add_format(text, " measure %d inside %zu:", (int)codes->measure, codes->inside);
    for (size_t i = 0; i < codes->count; i++)
        text_add_format(text, " %s%s", codes->codes[i].id,
                        codes->codes[i].exclusive ? "!" : "");
}

static void add_places(struct text *text, const size_t *places, size_t count) {
    for (size_t i = 0; i < count; i++)
        text_add_format(text, " %zu", places[i]);
}

/* What a question asks, of whom, and by which rules it is protected; labels do not count. */
static void add_question(struct text *text, const struct question *question) {
    text_add_format(text, "%s %s roles %u most %zu dk %d range %" PRId64 " %" PRId64 " %d %d",
                    question->id, question_type_name(question->type),
                    question->roles &
                        (unsigned)(ROLE_IDENTIFYING | ROLE_SENSITIVE | ROLE_EXCHANGE),
                    question->max_choices, question->has_dk, question->minimum,
                    question->maximum, question->decimals, question->total);
    add_codes(text, question->codes);
    for (size_t i = 0; i < question->row_count; i++)
        text_add_format(text, " row %s", question->rows[i].id);
    if (question->asked_if.question != NULL) {
        text_add_format(text, " if %s %d", question->asked_if.question->id,
                        question->asked_if.dk);
        add_places(text, question->asked_if.codes, question->asked_if.count);
    }
    text_add_byte(text, '\n');
}

static void add_questions(struct text *text, const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (question_answer(&questionnaire->questions[i]) != ANSWER_FIELD)
            add_question(text, &questionnaire->questions[i]);
}

static void add_groups(struct text *text, const struct questionnaire *questionnaire) {
    text_add_format(text, "breakdown %s\n",
                    questionnaire->breakdown != NULL ? questionnaire->breakdown->id : "");
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct grouping *grouping = &questionnaire->groupings[i];
        text_add(text, grouping->question->id);
        for (size_t level = 0; level < grouping->coarse_count; level++) {
            text_add_format(text, " %s%s", grouping->coarse[level].id,
                            grouping->coarse[level].rest ? "*" : "");
            add_places(text, grouping->coarse[level].codes, grouping->coarse[level].count);
        }
        text_add_byte(text, '\n');
    }
}

static void add_thresholds(struct text *text, const struct questionnaire *questionnaire) {
    text_add_format(text, "%" PRId64 " %" PRId64 " %" PRId64, questionnaire->min_report,
                    questionnaire->min_group, questionnaire->min_cell);
}

static void add_scores(struct text *text, const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->score_count; i++) {
        const struct score *score = &questionnaire->scores[i];
        text_add_format(text, "%s %s", score->id, score->question->id);
        add_places(text, score->rows, score->count);
        text_add_byte(text, '\n');
    }
}

static void add_gaps(struct text *text, const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->gap_count; i++) {
        const struct gap *gap = &questionnaire->gaps[i];
        text_add_format(text, "%s %s %s", gap->id, gap->importance->id, gap->satisfaction->id);
        add_places(text, gap->unmet_codes, gap->unmet_count);
        text_add_byte(text, '\n');
    }
}

static void add_sets(struct text *text, const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        for (size_t set = 0; set < question->set_count; set++) {
            text_add_format(text, "%s %s", question->id, question->sets[set].id);
            add_places(text, question->sets[set].codes, question->sets[set].count);
            text_add_byte(text, '\n');
        }
    }
}

static void add_recodes(struct text *text, const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        for (size_t recode = 0; recode < question->recode_count; recode++)
            text_add_format(text, "%s %zu %s\n", question->id, question->recodes[recode].code,
                            question->recodes[recode].answer);
    }
}

static void take_cut(const struct questionnaire *questionnaire, struct arena *arena,
                     struct release *release) {
    static void (*const parts[CUT_PART_COUNT])(struct text * text,
                                               const struct questionnaire *questionnaire) = {
        [CUT_QUESTIONS] = add_questions,
        [CUT_GROUPS] = add_groups,
        [CUT_THRESHOLDS] = add_thresholds,
        [CUT_SCORES] = add_scores,
        [CUT_GAPS] = add_gaps,
        [CUT_SETS] = add_sets,
        [CUT_RECODES] = add_recodes,
    };
    for (size_t i = 0; i < CUT_PART_COUNT; i++) {
        struct text text = {0};
        char digest[DIGEST_SIZE];
        parts[i](&text, questionnaire);
        digest_bytes(text_string(&text), text.length, digest);
        release->cut[i] = arena_copy(arena, digest);
        text_free(&text);
    }
}

/* --- its figures --- */

/* Rows about the export as a whole (how many were read, rejected, how many tests) are not about
 * anybody's answers; bounds follow from a share and from how many were invited. */
static bool is_about_answers(const struct result *row) {
    return row->question[0] != '\0' && statistic_kind(row->statistic) != KIND_BOUNDS;
}

/* Which figure it is, and whether it is hidden; of a view also which one. */
static struct result make_shape(const struct result *row) {
    return (struct result){.question = row->question,
                           .item = row->item,
                           .category = row->category,
                           .by = row->by,
                           .level = row->level,
                           .statistic = row->statistic,
                           .method = row->statistic == STATISTIC_VIEW ? row->method : "",
                           .flag = row->flag == FLAG_SUPPRESSED ? FLAG_SUPPRESSED : FLAG_NONE};
}

static void write_shape(FILE *stream, const struct result *row) {
    struct result shape = make_shape(row);
    results_write(stream, &shape);
}

/* With its value and base. Intervals follow from these, so that they may be made at another
 * level of confidence. */
static void write_figure(FILE *stream, const struct result *row) {
    struct result figure = make_shape(row);
    figure.has_value = row->has_value;
    figure.value = row->value;
    figure.has_n = row->has_n;
    figure.n = row->n;
    results_write(stream, &figure);
}

static const char *digest_rows(const struct results *results, struct arena *arena,
                               void (*write)(FILE *stream, const struct result *row)) {
    char *bytes = NULL;
    size_t size = 0;
    char digest[DIGEST_SIZE];
    FILE *stream = open_memstream(&bytes, &size);
    for (size_t i = 0; stream != NULL && i < results->count; i++)
        if (is_about_answers(&results->rows[i]))
            write(stream, &results->rows[i]);
    if (stream == NULL || fclose(stream) != 0)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    digest_bytes(bytes, size, digest);
    free(bytes);
    return arena_copy(arena, digest);
}

const char *fingerprint_figures(const struct results *published, struct arena *arena) {
    return digest_rows(published, arena, write_figure);
}

bool fingerprint_has_figures(const struct release *release) {
    char nothing[DIGEST_SIZE];
    digest_bytes("", 0, nothing);
    return strcmp(release->shape, nothing) != 0;
}

/* --- its records --- */

/* The digest of what the record answered to what. */
static void digest_record(const struct questionnaire *questionnaire, const char *key,
                          const struct answer_record *record, char digest[DIGEST_SIZE]) {
    struct text text = {0};
    for (size_t i = 0; i < questionnaire->variable_count; i++) {
        const struct answer *answer = &record->answers[i];
        text_add_format(&text, "%s %d %" PRId64 "\n", questionnaire->variables[i].name,
                        (int)answer->state, answer->state == ANSWER_GIVEN ? answer->value : 0);
    }
    digest_keyed(key, text_string(&text), text.length, digest);
    digest[RECORD_DIGEST_SIZE - 1] = '\0';
    text_free(&text);
}

struct taking {
    const struct questionnaire *questionnaire;
    const char *key;
    struct release *release;
    size_t capacity;
    bool real;
};

static void take_record(void *context, const struct answer_record *record) {
    struct taking *taking = context;
    char digest[DIGEST_SIZE];
    if (record->status != STATUS_ACCEPTED)
        return;
    taking->real = taking->real || record->origin != ORIGIN_SIMULATED;
    digest_record(taking->questionnaire, taking->key, record, digest);
    record_list_add(&taking->release->records, digest, &taking->capacity);
}

static void take_exports(const char *digests, struct arena *arena, struct release *release) {
    for (const char *start = digests; start != NULL && *start != '\0';) {
        size_t length = strcspn(start, ",");
        release->exports = memory_resize(release->exports, release->export_count + 1,
                                         sizeof *release->exports);
        release->exports[release->export_count++] = arena_copy_bytes(arena, start, length);
        start += length + (start[length] == ',');
    }
}

bool fingerprint_take(const struct fingerprint_source *source, struct ledger *ledger,
                      struct release *release, struct diag *diag) {
    char today[CLOCK_DAY_SIZE];
    struct arena *arena = ledger->arena;
    struct taking taking = {
        .questionnaire = source->questionnaire, .key = ledger->key, .release = release};
    if (!answers_read(source->answers, source->questionnaire, diag, take_record, &taking) ||
        !apart_take(source->apart, ledger->key, release, diag))
        return false;
    release_sort(release);
    clock_today(today);
    release->survey = arena_copy(arena, source->questionnaire->id);
    release->made = arena_copy(arena, today);
    release->simulated = release->records.count > 0 && !taking.real;
    release->figures = fingerprint_figures(source->published, arena);
    release->shape = digest_rows(source->published, arena, write_shape);
    take_cut(source->questionnaire, arena, release);
    take_exports(source->exports, arena, release);
    return true;
}

/* --- what was added --- */

struct adding {
    const struct questionnaire *questionnaire;
    const char *key;
    struct added *added;
    int8_t *answers;
    size_t count;
};

static void add_record(void *context, const struct answer_record *record) {
    struct adding *adding = context;
    char digest[DIGEST_SIZE];
    size_t width = adding->questionnaire->variable_count;
    if (record->status != STATUS_ACCEPTED)
        return;
    digest_record(adding->questionnaire, adding->key, record, digest);
    if (!added_take(adding->added, digest))
        return;
    for (size_t i = 0; i < width; i++)
        adding->answers[adding->count * width + i] =
            difference_code(&adding->questionnaire->variables[i], &record->answers[i]);
    adding->count++;
}

bool fingerprint_added(const struct fingerprint_source *source, const struct ledger *ledger,
                       const struct release *earlier, const struct release *later,
                       int8_t **answers, size_t *count, struct diag *diag) {
    struct adding adding = {.questionnaire = source->questionnaire,
                            .key = ledger->key,
                            .added = added_new(&earlier->records, &later->records)};
    size_t wanted = added_count(adding.added);
    adding.answers = memory_allocate(wanted, source->questionnaire->variable_count);
    bool fine =
        answers_read(source->answers, source->questionnaire, diag, add_record, &adding) &&
        adding.count == wanted;
    added_free(adding.added);
    *answers = adding.answers;
    *count = adding.count;
    return fine;
}
