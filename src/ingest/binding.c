#include "ingest/binding.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text.h"
#include "ingest/binding_alone.h"
#include "ingest/binding_check.h"
#include "ingest/binding_hints.h"
#include "ingest/completion.h"
#include "ingest/heading_text.h"
#include "ingest/summary_column.h"
#include "ingest/twins.h"
#include "survey/ini_suggestion.h"

enum { SHOWN_HEADING = 60, LONGEST_HEADING = 200 };

/* What is needed while the header is bound. */
struct binder {
    struct binding *binding;
    const struct questionnaire *questionnaire;
    const struct headings *headings;
    struct left_out *left_out;
    const char *file;
    size_t line;
    struct diag *diag;
    bool failed;
};

static struct diag_place place_of(const struct binder *binder, size_t column) {
    return (struct diag_place){binder->file, binder->line, column, NULL};
}

static struct question_columns *columns_of(const struct binder *binder,
                                           const struct question *question) {
    return &binder->binding->questions[question - binder->questionnaire->questions];
}

static size_t *find_slot(const struct binder *binder, const struct heading *heading) {
    return columns_slot(binder->binding, binder->questionnaire, heading);
}

static void refuse_doubled(struct binder *binder, size_t column, size_t before) {
    const struct column *columns = binder->binding->columns;
    struct text one = {0}, other = {0};
    heading_text_shorten(&one, columns[before - 1].title, columns[before - 1].title_length,
                         SHOWN_HEADING);
    heading_text_shorten(&other, columns[column - 1].title, columns[column - 1].title_length,
                         SHOWN_HEADING);
    const struct diag_place place = place_of(binder, column);
    diag_add(binder->diag, DIAG_ERROR, &place,
             "columns %zu '%s' and %zu '%s' mean the same; write the one that does not count "
             "into the questionnaire: [ingest], then ignore = \"HEADING\", or for ids id = "
             "\"HEADING\" of the one that tells people apart",
             "Spalte %zu '%s' und Spalte %zu '%s' bedeuten dasselbe; schreiben Sie die, die "
             "nicht zählt, in den Fragebogen: [ingest], darunter ignore = \"ÜBERSCHRIFT\", "
             "oder bei Kennungen id = \"ÜBERSCHRIFT\" derjenigen, die Personen unterscheidet",
             before, text_string(&one), column, text_string(&other));
    binder->failed = true;
    text_free(&one);
    text_free(&other);
}

static void refuse_ambiguous(struct binder *binder, size_t column,
                             const struct heading *meanings) {
    const struct column *bound = &binder->binding->columns[column - 1];
    struct text title = {0}, one = {0}, other = {0};
    heading_text_shorten(&title, bound->title, bound->title_length, SHOWN_HEADING);
    heading_text_meaning(&one, &meanings[0]);
    heading_text_meaning(&other, &meanings[1]);
    const struct diag_place place = place_of(binder, column);
    diag_add(
        binder->diag, DIAG_ERROR, &place,
        "the heading '%s' fits %s and %s; give one of them another heading or alias",
        "die Überschrift '%s' passt zu %s und zu %s; geben Sie einer von beiden ein anderes "
        "heading oder einen anderen alias",
        text_string(&title), text_string(&one), text_string(&other));
    binder->failed = true;
    text_free(&title);
    text_free(&one);
    text_free(&other);
}

/* What is given to people cannot be one of two. */
static bool may_have_twin(const struct heading *heading) {
    return question_answer(heading->question) != ANSWER_FIELD;
}

static void claim(struct binder *binder, size_t column, size_t *slot) {
    if (*slot != 0)
        refuse_doubled(binder, column, *slot);
    else
        *slot = column;
}

/* What the questionnaire says of the id goes before what headings say. */
static bool is_undone(const struct binder *binder, enum metadata metadata) {
    const struct ingest_rules *rules = &binder->questionnaire->ingest;
    return (rules->no_id || rules->id != NULL) &&
           (metadata == METADATA_ID || metadata == METADATA_TOKEN);
}

static void bind_metadata(struct binder *binder, size_t column) {
    struct column *bound = &binder->binding->columns[column - 1];
    bound->metadata = metadata_find(bound->title, bound->title_length);
    if (is_undone(binder, bound->metadata))
        bound->metadata = METADATA_DROPPED;
    if (bound->metadata != METADATA_NONE && bound->metadata != METADATA_DROPPED)
        claim(binder, column, &binder->binding->metadata[bound->metadata]);
}

static void take_of_set(struct binder *binder, size_t column, const struct heading *meaning,
                        size_t set) {
    size_t *slot = find_slot(binder, meaning);
    binder->binding->columns[column - 1].heading = *meaning;
    columns_of(binder, meaning->question)->found = true;
    if (*slot != 0 && may_have_twin(meaning))
        twins_add(binder->binding, column, *slot, set);
    else
        claim(binder, column, slot);
}

static void take(struct binder *binder, size_t column, const struct heading *meaning) {
    take_of_set(binder, column, meaning, 0);
}

/* The option of a ranking whose alias is the whole heading: "Q8_1" would be the first rank, if
 * the questionnaire did not say that it is an option. NULL if absent. */
static const struct heading *find_named_option(struct binder *binder,
                                               const struct column *column,
                                               const struct heading *meaning) {
    const struct question *question = meaning->question;
    if (meaning->part != HEADING_RANK)
        return NULL;
    for (size_t i = 0; i < question->codes->count; i++) {
        const struct code *code = &question->codes->codes[i];
        for (size_t k = 0; k < code->alias_count; k++)
            if (headings_same(column->title, column->title_length, code->aliases[k],
                              strlen(code->aliases[k]))) {
                struct heading *found =
                    arena_allocate(binder->binding->memory, 1, sizeof *found);
                *found = (struct heading){HEADING_VARIABLE, question, i};
                return found;
            }
    }
    return NULL;
}

/* The questionnaire goes first: a question may be called like something that form systems add.
 */
static void bind_column(struct binder *binder, size_t column) {
    struct column *bound = &binder->binding->columns[column - 1];
    size_t count;
    bound->ignored = left_out_column(binder->left_out, bound->title, bound->title_length);
    if (bound->ignored)
        return;
    const struct heading *meanings =
        headings_find(binder->headings, bound->title, bound->title_length, &count);
    if (count == 0) {
        bind_metadata(binder, column);
        return;
    }
    /* With two meanings the column is bound to the first, so that only this one error is
     * reported. */
    if (count > 1)
        refuse_ambiguous(binder, column, meanings);
    const struct heading *named = find_named_option(binder, bound, &meanings[0]);
    take(binder, column, named != NULL ? named : &meanings[0]);
}

static bool is_bound(const struct binder *binder, size_t column) {
    const struct column *bound = &binder->binding->columns[column - 1];
    return bound->heading.question != NULL || bound->metadata != METADATA_NONE ||
           bound->ignored;
}

/* Rows and options without their question: binding_alone.h decides which. */
static const struct alone_column *bind_alone(struct binder *binder) {
    const struct alone_column *found =
        binding_find_alone(binder->binding, binder->questionnaire, binder->headings);
    for (size_t column = 1; column <= binder->binding->count; column++) {
        const struct alone_column *alone = &found[column - 1];
        if (alone->rival != NULL)
            refuse_ambiguous(binder, column,
                             (const struct heading[]){
                                 binder->binding->columns[column - 1].heading, *alone->rival});
        if (alone->count == 0)
            continue;
        binder->binding->columns[column - 1].metadata = METADATA_NONE;
        if (alone->count > 1)
            refuse_ambiguous(binder, column, alone->meanings);
        take(binder, column, &alone->meanings[0]);
    }
    return found;
}

/* The path of a group in front of a text may be chance: it counts only where another column
 * has the same, or as many have one as are questions without. */
static bool is_path_of_file(const struct binder *binder, const struct heading_loosely *found,
                            size_t column) {
    const struct column *columns = binder->binding->columns;
    size_t paths = 0, same = 0, plain = 0;
    for (size_t i = 0; i < binder->binding->count; i++) {
        plain += columns[i].heading.question != NULL ? 1 : 0;
        if (!found[i].path_by_chance)
            continue;
        paths++;
        same += i != column - 1 && found[i].path == found[column - 1].path &&
                headings_same(columns[i].title, found[i].path, columns[column - 1].title,
                              found[i].path);
    }
    return same > 0 || (paths > 1 && paths >= plain);
}

/* The meanings that no other column has, moved to the front of kept. */
static size_t keep_free(const struct binder *binder, const struct heading_loosely *found,
                        struct heading kept[2]) {
    size_t count = 0;
    for (size_t i = 0; i < found->count && count < 2; i++)
        if (*find_slot(binder, &found->meanings[i]) == 0)
            kept[count++] = found->meanings[i];
    return count;
}

/* Headings that several questions would fit: a path may lead to a question or to an option, and
 * what another column is cannot be meant. */
static void bind_doubtful(struct binder *binder, size_t column,
                          const struct heading_loosely *found) {
    struct heading kept[2];
    size_t count = keep_free(binder, found, kept);
    if (count == 0)
        return;
    if (count > 1 || found->path == 0)
        refuse_ambiguous(binder, column, found->meanings);
    take(binder, column, &kept[0]);
}

/* What is in front of a slash is no group where a column of its own is headed so: the question
 * of several options, and all ticks in that one. */
static bool is_path_of_options(const struct binder *binder, const struct heading_loosely *found,
                               size_t column) {
    const struct column *columns = binder->binding->columns;
    for (size_t i = 0; found->path > 0 && i < binder->binding->count; i++)
        if (headings_same(columns[i].title, columns[i].title_length, columns[column - 1].title,
                          found->path))
            return true;
    return false;
}

/* Numbers, marks, groups and what R makes of names: none of it is part of a heading. */
static void bind_loosely(struct binder *binder) {
    const size_t count = binder->binding->count;
    struct heading_loosely *found = memory_allocate(count, sizeof *found);
    for (size_t i = 0; i < count; i++)
        if (!is_bound(binder, i + 1))
            found[i] =
                headings_find_loosely(binder->headings, binder->binding->columns[i].title,
                                      binder->binding->columns[i].title_length);
    for (size_t i = 0; i < count; i++)
        if ((found[i].path_by_chance && !is_path_of_file(binder, found, i + 1)) ||
            is_path_of_options(binder, &found[i], i + 1))
            found[i].count = 0;
    for (size_t i = 0; i < count; i++)
        if (found[i].count == 1)
            take(binder, i + 1, &found[i].meanings[0]);
    for (size_t i = 0; i < count; i++)
        if (found[i].count > 1)
            bind_doubtful(binder, i + 1, &found[i]);
    free(found);
}

/* "2. Which place?" may be the whole text of one question, or the second question of the form:
 * another one, where that has no column of its own. */
static void doubt_numbers(struct binder *binder) {
    enum { LONGEST_NUMBER = 16 };
    for (size_t column = 1; column <= binder->binding->count; column++) {
        const struct column *bound = &binder->binding->columns[column - 1];
        size_t start =
            bound->title_length < LONGEST_NUMBER ? bound->title_length : LONGEST_NUMBER;
        if (bound->heading.question == NULL ||
            (memchr(bound->title, '*', bound->title_length) == NULL &&
             strcspn(bound->title, ".):-") >= start))
            continue;
        const struct heading_loosely found =
            headings_find_loosely(binder->headings, bound->title, bound->title_length);
        for (size_t i = 0; i < found.numbered; i++) {
            const struct heading both[2] = {bound->heading, found.meanings[i]};
            if (both[0].question != both[1].question && *find_slot(binder, &both[1]) == 0) {
                refuse_ambiguous(binder, column, both);
                break;
            }
        }
    }
}

/* --- headings in which a few characters were destroyed --- */

/* The end of the run of bytes that are no ASCII and begin at start. */
static size_t end_of_run(const char *bytes, size_t length, size_t start) {
    while (start < length && (unsigned char)bytes[start] >= 0x80)
        start++;
    return start;
}

/* The one meaning of a heading without one of its runs of characters outside ASCII, or NULL: a
 * no-break space that an earlier program has converted once too often is at the end of a
 * heading as two letters that mean nothing. */
static const struct heading *find_damaged(const struct headings *headings, const char *bytes,
                                          size_t length) {
    enum { MOST_TRIES = 20 };
    const struct heading *found = NULL;
    size_t tries = 0, count = 0;
    struct text rest = {0};
    for (size_t i = 0; i < length && found == NULL && tries < MOST_TRIES; i++) {
        size_t end = end_of_run(bytes, length, i);
        if (end == i)
            continue;
        text_clear(&rest);
        text_add_bytes(&rest, bytes, i);
        text_add_byte(&rest, ' ');
        text_add_bytes(&rest, bytes + end, length - end);
        found = headings_find(headings, text_string(&rest), rest.length, &count);
        found = count == 1 ? found : NULL;
        i = end;
        tries++;
    }
    text_free(&rest);
    return found;
}

static void warn_of_damage(const struct binder *binder, size_t column,
                           const struct heading *meaning) {
    const struct column *bound = &binder->binding->columns[column - 1];
    struct text title = {0}, name = {0};
    heading_text_shorten(&title, bound->title, bound->title_length, LONGEST_HEADING);
    heading_text_meaning(&name, meaning);
    const struct diag_place place = place_of(binder, column);
    diag_add(binder->diag, DIAG_WARNING, &place,
             "the heading '%s' holds destroyed characters; without them it is that of %s, and "
             "is read so",
             "die Überschrift '%s' enthält zerstörte Zeichen; ohne sie ist es die von %s, und "
             "so wird sie gelesen",
             text_string(&title), text_string(&name));
    text_free(&title);
    text_free(&name);
}

/* Where nothing else in the file is that answer, a few destroyed characters lose no question.
 */
static void bind_damaged(struct binder *binder) {
    for (size_t column = 1; column <= binder->binding->count; column++) {
        const struct column *bound = &binder->binding->columns[column - 1];
        if (is_bound(binder, column))
            continue;
        const struct heading *meaning =
            find_damaged(binder->headings, bound->title, bound->title_length);
        if (meaning == NULL || *find_slot(binder, meaning) != 0)
            continue;
        take(binder, column, meaning);
        warn_of_damage(binder, column, meaning);
    }
}

/* --- second columns --- */

/* Second columns of questions, which a program has numbered. */
static void bind_twins(struct binder *binder, const struct sample *sample) {
    for (size_t column = 1; column <= binder->binding->count; column++) {
        size_t set;
        const struct heading *meaning =
            is_bound(binder, column)
                ? NULL
                : twins_find(binder->binding, binder->headings, column, sample, &set);
        if (meaning != NULL)
            take_of_set(binder, column, meaning, set);
    }
    twins_settle_others(binder->binding, binder->questionnaire);
    twins_warn(binder->binding, binder->file, binder->line, binder->diag);
}

/* --- the column that distinguishes respondents, where the questionnaire names it --- */

static void refuse_id_absent(const struct binding *binding, const char *id,
                             const char *suggestion, const struct diag_place *place,
                             struct diag *diag) {
    struct text near = {0};
    for (size_t i = 0; suggestion != NULL && i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        const char *form =
            heading_text_form(binding->memory, column->title, column->title_length);
        if (near.length == 0 && strcmp(form, suggestion) == 0)
            heading_text_shorten(&near, column->title, column->title_length, SHOWN_HEADING);
    }
    if (near.length > 0)
        diag_add(diag, DIAG_ERROR, place,
                 "no column is headed '%s', which [ingest] names as the id; is it '%s'? "
                 "Correct the questionnaire, or write id = none",
                 "keine Spalte heißt '%s', wie es [ingest] als id nennt; ist '%s' gemeint? "
                 "Berichtigen Sie den Fragebogen, oder schreiben Sie id = none",
                 id, text_string(&near));
    else
        diag_add(diag, DIAG_ERROR, place,
                 "no column is headed '%s', which [ingest] names as the id; correct the "
                 "questionnaire, or write id = none",
                 "keine Spalte heißt '%s', wie es [ingest] als id nennt; berichtigen Sie den "
                 "Fragebogen, oder schreiben Sie id = none",
                 id);
    text_free(&near);
}

/* Binds the column of `[ingest] id`, which may be that of a question, too; false after
 * reporting to diag that it is missing, or that there are several. */
static bool bind_id(struct binding *binding, const struct questionnaire *questionnaire,
                    const char *file, size_t line, struct diag *diag) {
    const char *id = questionnaire->ingest.id;
    if (id == NULL)
        return true;
    struct diag_place place = {file, line, 0, NULL};
    const char *wanted = heading_text_form(binding->memory, id, strlen(id));
    const char **forms = arena_allocate(binding->memory, binding->count, sizeof *forms);
    size_t found = 0;
    for (size_t i = 0; i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        forms[i] = heading_text_form(binding->memory, column->title, column->title_length);
        if (strcmp(forms[i], wanted) != 0)
            continue;
        if (found > 0) {
            place.column = i + 1;
            diag_add(diag, DIAG_ERROR, &place,
                     "columns %zu and %zu are both headed '%s', which [ingest] names as the "
                     "id; give one of them another heading, in a copy of the export",
                     "Spalte %zu und Spalte %zu heißen beide '%s', wie es [ingest] als id "
                     "nennt; geben Sie einer in einer Kopie des Exports eine andere "
                     "Überschrift",
                     found, i + 1, id);
            return false;
        }
        found = i + 1;
    }
    if (found == 0) {
        refuse_id_absent(binding, id, ini_suggestion(wanted, forms, binding->count), &place,
                         diag);
        return false;
    }
    binding->metadata[METADATA_ID] = found;
    if (binding->columns[found - 1].heading.question == NULL)
        binding->columns[found - 1].metadata = METADATA_ID;
    return true;
}

/* --- the header --- */

static struct binding *allocate(const struct questionnaire *questionnaire,
                                const struct csv_record *header) {
    struct arena *arena = arena_new();
    struct binding *binding = arena_allocate(arena, 1, sizeof *binding);
    binding->memory = arena;
    binding->count = header->count;
    binding->columns = arena_allocate(arena, header->count, sizeof *binding->columns);
    for (size_t i = 0; i < header->count; i++) {
        const struct csv_field *field = &header->fields[i];
        binding->columns[i].title = arena_copy_bytes(arena, field->bytes, field->length);
        binding->columns[i].title_length = field->length;
    }
    binding->questions =
        arena_allocate(arena, questionnaire->question_count, sizeof *binding->questions);
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        struct question_columns *columns = &binding->questions[i];
        if (question_items(question, &columns->item_count) == NULL)
            columns->item_count = 1;
        columns->items = arena_allocate(arena, columns->item_count, sizeof *columns->items);
        columns->option_count = question_has_one_code(question) ? question->codes->count : 0;
        columns->options =
            arena_allocate(arena, columns->option_count, sizeof *columns->options);
        columns->rank_count =
            question_answer(question) == ANSWER_PLACE ? columns->item_count : 0;
        columns->ranks = arena_allocate(arena, columns->rank_count, sizeof *columns->ranks);
    }
    return binding;
}

struct binding *binding_new(const struct questionnaire *questionnaire,
                            const struct headings *headings, struct left_out *left_out,
                            const struct csv_record *header, const struct sample *sample,
                            struct diag *diag) {
    if (!binding_check_header(header, sample->file, diag))
        return NULL;
    struct binder binder = {.binding = allocate(questionnaire, header),
                            .questionnaire = questionnaire,
                            .headings = headings,
                            .left_out = left_out,
                            .file = sample->file,
                            .line = header->line,
                            .diag = diag};
    for (size_t column = 1; column <= header->count; column++)
        bind_column(&binder, column);
    const struct alone_column *alone = bind_alone(&binder);
    bind_loosely(&binder);
    doubt_numbers(&binder);
    bind_damaged(&binder);
    bind_twins(&binder, sample);
    summary_column_bind(binder.binding, questionnaire);
    if (!bind_id(binder.binding, questionnaire, sample->file, header->line, diag))
        binder.failed = true;
    completion_bind(binder.binding, questionnaire, sample);
    const struct diag_place place = place_of(&binder, 0);
    bool fits = binding_fits(binder.binding, questionnaire);
    bool complete = binding_report_unknown(binder.binding, questionnaire, headings, alone, fits,
                                           &place, diag);
    if (!fits)
        binding_refuse_unfit(binder.binding, questionnaire, &place, diag);
    else
        complete =
            binding_check_questions(binder.binding, questionnaire, &place, diag) && complete;
    if (fits && complete && !binder.failed)
        return binder.binding;
    binding_free(binder.binding);
    return NULL;
}

void binding_free(struct binding *binding) {
    if (binding != NULL)
        arena_free(binding->memory);
}
