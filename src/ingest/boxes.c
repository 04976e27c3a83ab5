#include "ingest/boxes.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/encoding.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "ingest/box_reading.h"
#include "ingest/box_tally.h"
#include "ingest/form_system.h"
#include "ingest/twins.h"

/* The boxes of a question. */
struct entry {
    struct box_tally *tally; /* NULL: it has none */
    struct box_reading readings[2];
    enum box_outcome outcome;
    enum box_digits digits; /* by which it was decided */
};

struct boxes {
    const struct questionnaire *questionnaire;
    struct binding *binding;
    struct shape shape;          /* as long as it is decided */
    const struct sample *sample; /* as long as it is decided */
    const char *file;
    struct arena *arena;
    struct entry *entries; /* by question */
    size_t to_skip;        /* records of the header that are still to come */
    /* A cell that contradicts the decision. */
    const struct question *contradicted;
    size_t contradicting_column;
    struct box_word contradiction;
};

static bool is_sound(const struct boxes *boxes, const struct csv_record *record) {
    if (record->count != boxes->binding->count || record->kept != record->count ||
        record->field_too_long)
        return false;
    for (size_t i = 0; i < record->count; i++)
        if (memchr(record->fields[i].bytes, '\0', record->fields[i].length) != NULL ||
            !utf8_valid(record->fields[i].bytes, record->fields[i].length))
            return false;
    return !columns_are_header(boxes->binding, record);
}

/* Each branch of the question is a row of boxes; what the first one leaves out is not counted
 * as an empty row where another one is filled. */
static void add_branches(struct boxes *boxes, const struct question *question,
                         struct box_tally *tally, const struct csv_record *record) {
    struct csv_record branch = *record;
    bool found = false;
    for (size_t set = twins_branches(boxes->binding, question); set > 0; set--) {
        branch.fields = memory_allocate(record->count, sizeof *branch.fields);
        memcpy(branch.fields, record->fields, record->count * sizeof *branch.fields);
        bool filled = twins_take_branch(boxes->binding, question, &branch, set);
        if (filled)
            box_tally_add(tally, &branch);
        found = found || filled;
        free(branch.fields);
    }
    if (!found || !twins_is_first_blank(boxes->binding, question, record))
        box_tally_add(tally, record);
}

static bool take_record(void *context, const struct csv_record *record) {
    struct boxes *boxes = context;
    size_t columns = boxes->binding->count;
    if (boxes->to_skip > 0) {
        boxes->to_skip--;
        return true;
    }
    const struct csv_record row = shape_row(&boxes->shape, record, columns);
    const struct csv_record cut = shape_cut(&boxes->shape, &row, columns);
    if (!is_sound(boxes, &cut))
        return true;
    for (size_t i = 0; i < boxes->questionnaire->question_count; i++)
        if (boxes->entries[i].tally != NULL)
            add_branches(boxes, &boxes->questionnaire->questions[i], boxes->entries[i].tally,
                         &cut);
    return true;
}

static bool start_tallies(struct boxes *boxes, struct spelling *const *spellings,
                          const struct missing_marks *marks) {
    bool any = false;
    for (size_t i = 0; i < boxes->questionnaire->question_count; i++) {
        boxes->entries[i].tally = box_tally_new(
            boxes->arena, boxes->questionnaire, &boxes->questionnaire->questions[i],
            spellings[i], marks, &boxes->binding->questions[i]);
        any = any || boxes->entries[i].tally != NULL;
    }
    boxes->to_skip = boxes->sample->header_records;
    shape_end(&boxes->shape);
    boxes->shape = shape_again(boxes->sample->shape);
    return any;
}

/* A record that the first MiB cuts would show half a word. */
static size_t whole_length(const struct sample *sample) {
    size_t length = sample->length;
    while (!sample->whole && length > 0 && sample->bytes[length - 1] != '\n' &&
           sample->bytes[length - 1] != '\r')
        length--;
    return length;
}

static void tally_beginning(struct boxes *boxes) {
    csv_read_beginning(boxes->sample->bytes, whole_length(boxes->sample),
                       boxes->sample->delimiter, take_record, boxes);
}

static bool tally_file(struct boxes *boxes, struct diag *diag) {
    const struct sample *sample = boxes->sample;
    struct encoding_source *again = encoding_open(sample->path);
    bool fine = csv_read(again, sample->file, sample->delimiter, diag, take_record, boxes);
    encoding_close(again);
    return fine;
}

static enum box_digits digits_of_system(const struct binding *binding) {
    static const enum box_digits digits[SYSTEMS] = {
        [SYSTEM_UNKNOWN] = DIGITS_OPEN,
        [SYSTEM_LIMESURVEY] = DIGITS_ONE_IS_TICK,
        [SYSTEM_SOSCI] = DIGITS_TWO_IS_TICK,
    };
    return digits[form_system_find(binding)];
}

/* Decides each question by itself, and what stays open by the file's other boxes: a system
 * numbers all alike. */
static void decide(struct boxes *boxes) {
    enum box_digits digits = digits_of_system(boxes->binding);
    enum box_digits shown = digits;
    for (size_t i = 0; i < boxes->questionnaire->question_count; i++) {
        struct entry *entry = &boxes->entries[i];
        if (entry->tally == NULL)
            continue;
        entry->digits = digits;
        entry->outcome = box_reading_decide(entry->tally, digits, entry->readings);
        if (entry->outcome == BOXES_DECIDED && digits == DIGITS_OPEN &&
            box_reading_digits(entry->tally, &entry->readings[0]) == DIGITS_ONE_IS_TICK)
            shown = DIGITS_ONE_IS_TICK;
    }
    for (size_t i = 0; i < boxes->questionnaire->question_count && shown != digits; i++) {
        struct entry *entry = &boxes->entries[i];
        if (entry->tally == NULL || entry->outcome != BOXES_AMBIGUOUS)
            continue;
        entry->digits = shown;
        entry->outcome = box_reading_decide(entry->tally, shown, entry->readings);
    }
}

static bool is_open(const struct boxes *boxes) {
    for (size_t i = 0; i < boxes->questionnaire->question_count; i++)
        if (boxes->entries[i].tally != NULL && boxes->entries[i].outcome != BOXES_DECIDED)
            return true;
    return false;
}

/* A pipe holds what was read no more, and opening it again would wait for ever. */
static bool is_repeatable(const char *path) {
    struct stat status;
    return strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static struct diag_place place_of(const struct boxes *boxes, const struct entry *entry) {
    return (struct diag_place){boxes->sample->file, boxes->sample->header_line,
                               entry->tally->columns[0].column, entry->tally->question->id};
}

/* Declared a tick, the word would be one in all columns. */
static void tell_lost(const struct boxes *boxes, const struct entry *entry, struct diag *diag) {
    struct text denied = {0};
    box_reading_declare(&denied, entry->tally, &entry->readings[0], &entry->readings[1]);
    const struct diag_place place = place_of(boxes, entry);
    diag_add(diag, DIAG_ERROR, &place,
             "an option is called like what stands in boxes that are not ticked, so that its "
             "ticks cannot be told; export again with other words, or, where nobody ticked it, "
             "say in [question %s]: %s",
             "eine Option heißt wie das, was in nicht angekreuzten Kästchen steht, sodass ihre "
             "Kreuze nicht zu erkennen sind; exportieren Sie mit anderen Wörtern, oder legen "
             "Sie, wenn niemand sie angekreuzt hat, in [question %s] fest: %s",
             entry->tally->question->id, text_string(&denied));
    text_free(&denied);
}

static void tell_ambiguous(const struct boxes *boxes, const struct entry *entry,
                           struct diag *diag) {
    struct text one = {0}, other = {0};
    box_reading_declare(&one, entry->tally, &entry->readings[0], &entry->readings[1]);
    box_reading_declare(&other, entry->tally, &entry->readings[1], &entry->readings[0]);
    const struct diag_place place = place_of(boxes, entry);
    diag_add(diag, DIAG_ERROR, &place,
             "its boxes can be read in two ways; say which in [question %s], or in [ingest] "
             "for all questions: %s; or %s",
             "ihre Kästchen lassen sich auf zwei Arten lesen; legen Sie in [question %s] oder "
             "für alle Fragen in [ingest] fest: %s; oder %s",
             entry->tally->question->id, text_string(&one), text_string(&other));
    text_free(&one);
    text_free(&other);
}

static void tell_open(const struct boxes *boxes, const struct entry *entry, struct diag *diag) {
    const struct diag_place place = place_of(boxes, entry);
    diag_add(diag, DIAG_ERROR, &place,
             "the first MiB does not show what its boxes mean, and standard input or a pipe "
             "cannot be read twice; name a file, or say in [question %s] which words are "
             "ticked and not_ticked",
             "was ihre Kästchen bedeuten, zeigt das erste MiB nicht, und die Standardeingabe "
             "oder eine Pipe lässt sich nicht zweimal lesen; nennen Sie eine Datei, oder legen "
             "Sie in [question %s] ticked und not_ticked fest",
             entry->tally->question->id);
}

/* True where all is decided now. */
static bool tell_all(const struct boxes *boxes, bool seen_whole, struct diag *diag) {
    bool fine = true;
    for (size_t i = 0; i < boxes->questionnaire->question_count; i++) {
        const struct entry *entry = &boxes->entries[i];
        if (entry->tally == NULL || entry->outcome == BOXES_DECIDED ||
            (seen_whole && entry->outcome == BOXES_EMPTY))
            continue;
        if (entry->readings[1].manner == BOXES_NAMES_FIRST && entry->outcome == BOXES_AMBIGUOUS)
            tell_lost(boxes, entry, diag);
        else if (seen_whole)
            tell_ambiguous(boxes, entry, diag);
        else
            tell_open(boxes, entry, diag);
        fine = false;
    }
    return fine;
}

/* What each word says, for looking up; which columns have a tick was needed for that. */
static void settle(struct entry *entry) {
    for (size_t i = 0; i < entry->tally->count; i++)
        for (size_t j = 0; j < entry->tally->columns[i].count; j++)
            box_reading_apply(&entry->readings[0], entry->tally, &entry->tally->columns[i],
                              &entry->tally->columns[i].words[j],
                              &entry->tally->columns[i].words[j].box);
}

static bool decide_all(struct boxes *boxes, struct spelling *const *spellings,
                       const struct missing_marks *marks, struct diag *diag) {
    bool whole = boxes->sample->whole;
    if (!start_tallies(boxes, spellings, marks))
        return true;
    tally_beginning(boxes);
    decide(boxes);
    if (!whole && is_open(boxes) && is_repeatable(boxes->sample->path)) {
        start_tallies(boxes, spellings, marks);
        if (!tally_file(boxes, diag))
            return false;
        decide(boxes);
        whole = true;
    }
    if (!tell_all(boxes, whole, diag))
        return false;
    for (size_t i = 0; i < boxes->questionnaire->question_count; i++)
        if (boxes->entries[i].tally != NULL)
            settle(&boxes->entries[i]);
    return true;
}

struct boxes *boxes_new(const struct questionnaire *questionnaire,
                        struct spelling *const *spellings, const struct missing_marks *marks,
                        struct binding *binding, const struct sample *sample,
                        struct diag *diag) {
    struct arena *arena = arena_new();
    struct boxes *boxes = arena_allocate(arena, 1, sizeof *boxes);
    *boxes = (struct boxes){.questionnaire = questionnaire,
                            .binding = binding,
                            .sample = sample,
                            .file = sample->file,
                            .arena = arena};
    boxes->entries =
        arena_allocate(arena, questionnaire->question_count, sizeof *boxes->entries);
    bool fine = decide_all(boxes, spellings, marks, diag);
    shape_end(&boxes->shape);
    boxes->sample = NULL;
    if (fine)
        return boxes;
    boxes_free(boxes);
    return NULL;
}

void boxes_free(struct boxes *boxes) {
    if (boxes != NULL)
        arena_free(boxes->arena);
}

/* True where the question would be read alike had the first MiB held its newest word, too. */
static bool still_holds(struct entry *entry) {
    struct box_reading readings[2];
    if (box_reading_decide(entry->tally, entry->digits, readings) == BOXES_AMBIGUOUS)
        return false;
    for (size_t i = 0; i < entry->tally->count; i++)
        for (size_t j = 0; j < entry->tally->columns[i].count; j++) {
            const struct box_word *word = &entry->tally->columns[i].words[j];
            enum box box;
            if (!box_reading_apply(&readings[0], entry->tally, &entry->tally->columns[i], word,
                                   &box) ||
                box != word->box)
                return false;
        }
    return true;
}

/* A word that the first MiB did not hold. */
static enum box read_new(struct boxes *boxes, struct entry *entry, struct box_column *column,
                         const struct cell *cell, int64_t meaning) {
    struct text key = {0};
    tick_key(&key, cell->bytes, cell->length);
    struct box_word word = box_tally_judge(entry->tally, meaning, cell, text_string(&key));
    if (column == NULL) {
        word.box = box_reading_other(&entry->readings[0], entry->tally, &word);
    } else {
        bool fits =
            box_reading_apply(&entry->readings[0], entry->tally, column, &word, &word.box);
        bool kept = box_tally_keep(entry->tally, column, word);
        fits = fits && (kept ? still_holds(entry) : box_word_is_private(&word));
        if (!fits && boxes->contradicted == NULL) {
            column->count -= kept ? 1 : 0;
            boxes->contradicted = entry->tally->question;
            boxes->contradicting_column = column->column;
            boxes->contradiction = word;
        }
    }
    text_free(&key);
    return word.box;
}

enum box boxes_read(struct boxes *boxes, const struct question *question, int64_t meaning,
                    const struct cell *cell) {
    struct entry *entry = &boxes->entries[question - boxes->questionnaire->questions];
    struct box_column *column = box_tally_column(entry->tally, meaning);
    const struct box_word *known = column != NULL ? box_column_find(column, cell) : NULL;
    return known != NULL ? known->box : read_new(boxes, entry, column, cell, meaning);
}

enum box boxes_known(const struct boxes *boxes, const struct question *question,
                     int64_t meaning, const struct cell *cell) {
    const struct entry *entry = &boxes->entries[question - boxes->questionnaire->questions];
    const struct box_column *column = box_tally_column(entry->tally, meaning);
    const struct box_word *known = column != NULL ? box_column_find(column, cell) : NULL;
    return known != NULL ? known->box : box_word(cell);
}

bool boxes_contradicted(const struct boxes *boxes) {
    return boxes != NULL && boxes->contradicted != NULL;
}

void boxes_tell(const struct boxes *boxes, size_t line, struct diag *diag) {
    const struct box_word *word = &boxes->contradiction;
    const struct diag_place place = {boxes->file, line, boxes->contradicting_column,
                                     boxes->contradicted->id};
    struct text read = {0};
    boxes_describe(&read, boxes, boxes->contradicted);
    if (box_word_is_private(word))
        diag_add(diag, DIAG_ERROR, &place,
                 "this box (%zu bytes) does not go with what the boxes of the question hold in "
                 "the first MiB (%s); say in [question %s] which words are ticked and "
                 "not_ticked",
                 "dieses Kästchen (%zu Bytes) passt nicht zu dem, was die Kästchen der Frage "
                 "im ersten MiB enthalten (%s); legen Sie in [question %s] ticked und "
                 "not_ticked fest",
                 word->length, text_string(&read), boxes->contradicted->id);
    else
        diag_add(
            diag, DIAG_ERROR, &place,
            "'%.*s' does not go with what the boxes of the question hold in the first MiB "
            "(%s); say in [question %s] which words are ticked and not_ticked",
            "'%.*s' passt nicht zu dem, was die Kästchen der Frage im ersten MiB enthalten "
            "(%s); legen Sie in [question %s] ticked und not_ticked fest",
            (int)word->length, word->bytes, text_string(&read), boxes->contradicted->id);
    text_free(&read);
}

void boxes_describe(struct text *text, const struct boxes *boxes,
                    const struct question *question) {
    const struct entry *entry = &boxes->entries[question - boxes->questionnaire->questions];
    if (entry->tally != NULL)
        box_reading_describe(text, entry->tally, &entry->readings[0]);
}

bool boxes_has(const struct boxes *boxes, const struct question *question) {
    return boxes->entries[question - boxes->questionnaire->questions].tally != NULL;
}
