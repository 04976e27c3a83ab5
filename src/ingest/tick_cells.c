#include "ingest/tick_cells.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/encoding.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "ingest/branches.h"
#include "ingest/form_system.h"
#include "ingest/tick_cell_reading.h"
#include "ingest/tick_cell_tally.h"

/* The tick cells of a question. */
struct entry {
    struct tick_cell_tally *tally; /* NULL: it has none */
    struct tick_cell_reading readings[2];
    enum tick_cell_outcome outcome;
    enum tick_cell_digits digits; /* by which it was decided */
};

struct tick_cells {
    const struct questionnaire *questionnaire;
    struct binding *binding;
    struct shape shape;          /* while it is being decided */
    const struct sample *sample; /* while it is being decided */
    const char *file;
    struct arena *arena;
    struct entry *entries; /* by question */
    size_t to_skip;        /* records of the header that are still to come */
    /* A cell that contradicts the decision. */
    const struct question *contradicted;
    size_t contradicting_column;
    struct tick_cell_word contradiction;
};

static bool is_sound(const struct tick_cells *tick_cells, const struct csv_record *record) {
    if (record->count != tick_cells->binding->count || record->kept != record->count ||
        record->field_too_long)
        return false;
    for (size_t i = 0; i < record->count; i++)
        if (memchr(record->fields[i].bytes, '\0', record->fields[i].length) != NULL ||
            !utf8_valid(record->fields[i].bytes, record->fields[i].length))
            return false;
    return !columns_are_header(tick_cells->binding, record);
}

/* Each branch of the question is a row of tick cells; what the first one leaves out is not
 * counted as an empty row where another one is filled. */
static void add_branches(struct tick_cells *tick_cells, const struct question *question,
                         struct tick_cell_tally *tally, const struct csv_record *record) {
    struct csv_record branch = *record;
    bool found = false;
    for (size_t set = branches_count(tick_cells->binding, question); set > 0; set--) {
        branch.fields = memory_allocate(record->count, sizeof *branch.fields);
        memcpy(branch.fields, record->fields, record->count * sizeof *branch.fields);
        bool filled = branches_take(tick_cells->binding, question, &branch, set);
        if (filled)
            tick_cell_tally_add(tally, &branch);
        found = found || filled;
        free(branch.fields);
    }
    if (!found || !branches_first_is_blank(tick_cells->binding, question, record))
        tick_cell_tally_add(tally, record);
}

static bool take_record(void *context, const struct csv_record *record) {
    struct tick_cells *tick_cells = context;
    size_t columns = tick_cells->binding->count;
    if (tick_cells->to_skip > 0) {
        tick_cells->to_skip--;
        return true;
    }
    const struct csv_record row = shape_row(&tick_cells->shape, record, columns);
    const struct csv_record cut = shape_cut(&tick_cells->shape, &row, columns);
    if (!is_sound(tick_cells, &cut))
        return true;
    for (size_t i = 0; i < tick_cells->questionnaire->question_count; i++)
        if (tick_cells->entries[i].tally != NULL)
            add_branches(tick_cells, &tick_cells->questionnaire->questions[i],
                         tick_cells->entries[i].tally, &cut);
    return true;
}

static bool start_tallies(struct tick_cells *tick_cells, struct spelling *const *spellings,
                          const struct missing_marks *marks) {
    bool any = false;
    for (size_t i = 0; i < tick_cells->questionnaire->question_count; i++) {
        tick_cells->entries[i].tally =
            tick_cell_tally_new(tick_cells->arena, tick_cells->questionnaire,
                                &tick_cells->questionnaire->questions[i], spellings[i], marks,
                                &tick_cells->binding->questions[i]);
        any = any || tick_cells->entries[i].tally != NULL;
    }
    tick_cells->to_skip = tick_cells->sample->header_records;
    shape_end(&tick_cells->shape);
    tick_cells->shape = shape_again(tick_cells->sample->shape);
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

static void tally_beginning(struct tick_cells *tick_cells) {
    csv_read_beginning(tick_cells->sample->bytes, whole_length(tick_cells->sample),
                       tick_cells->sample->delimiter, take_record, tick_cells);
}

static bool tally_file(struct tick_cells *tick_cells, struct diag *diag) {
    const struct sample *sample = tick_cells->sample;
    struct encoding_source *again = encoding_open(sample->path);
    bool fine = csv_read(again, sample->file, sample->delimiter, diag, take_record, tick_cells);
    encoding_close(again);
    return fine;
}

static enum tick_cell_digits digits_of_system(const struct binding *binding) {
    static const enum tick_cell_digits digits[SYSTEMS] = {
        [SYSTEM_UNKNOWN] = DIGITS_OPEN,
        [SYSTEM_LIMESURVEY] = DIGITS_ONE_IS_TICK,
        [SYSTEM_SOSCI] = DIGITS_TWO_IS_TICK,
    };
    return digits[form_system_find(binding)];
}

/* Decides each question by itself, and what stays open by the file's other tick cells: a system
 * numbers all alike. */
static void decide(struct tick_cells *tick_cells) {
    enum tick_cell_digits digits = digits_of_system(tick_cells->binding);
    enum tick_cell_digits shown = digits;
    for (size_t i = 0; i < tick_cells->questionnaire->question_count; i++) {
        struct entry *entry = &tick_cells->entries[i];
        if (entry->tally == NULL)
            continue;
        entry->digits = digits;
        entry->outcome = tick_cell_reading_decide(entry->tally, digits, entry->readings);
        if (entry->outcome == TICK_CELLS_DECIDED && digits == DIGITS_OPEN &&
            tick_cell_reading_digits(entry->tally, &entry->readings[0]) == DIGITS_ONE_IS_TICK)
            shown = DIGITS_ONE_IS_TICK;
    }
    for (size_t i = 0; i < tick_cells->questionnaire->question_count && shown != digits; i++) {
        struct entry *entry = &tick_cells->entries[i];
        if (entry->tally == NULL || entry->outcome != TICK_CELLS_AMBIGUOUS)
            continue;
        entry->digits = shown;
        entry->outcome = tick_cell_reading_decide(entry->tally, shown, entry->readings);
    }
}

static bool is_open(const struct tick_cells *tick_cells) {
    for (size_t i = 0; i < tick_cells->questionnaire->question_count; i++)
        if (tick_cells->entries[i].tally != NULL &&
            tick_cells->entries[i].outcome != TICK_CELLS_DECIDED)
            return true;
    return false;
}

/* A pipe holds what was read no more, and opening it again would wait for ever. */
static bool is_repeatable(const char *path) {
    struct stat status;
    return strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static struct diag_place place_of(const struct tick_cells *tick_cells,
                                  const struct entry *entry) {
    return (struct diag_place){tick_cells->sample->file, tick_cells->sample->header_line,
                               entry->tally->columns[0].column, entry->tally->question->id};
}

/* Declared a tick, the word would be one in all columns. */
static void refuse_lost(const struct tick_cells *tick_cells, const struct entry *entry,
                        struct diag *diag) {
    struct text denied = {0};
    tick_cell_reading_declare(&denied, entry->tally, &entry->readings[0], &entry->readings[1]);
    const struct diag_place place = place_of(tick_cells, entry);
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

static void refuse_ambiguous(const struct tick_cells *tick_cells, const struct entry *entry,
                             struct diag *diag) {
    struct text one = {0}, other = {0};
    tick_cell_reading_declare(&one, entry->tally, &entry->readings[0], &entry->readings[1]);
    tick_cell_reading_declare(&other, entry->tally, &entry->readings[1], &entry->readings[0]);
    const struct diag_place place = place_of(tick_cells, entry);
    diag_add(diag, DIAG_ERROR, &place,
             "its boxes can be read in two ways; say which in [question %s], or in [ingest] "
             "for all questions: %s; or %s",
             "ihre Kästchen lassen sich auf zwei Arten lesen; legen Sie in [question %s] oder "
             "für alle Fragen in [ingest] fest: %s; oder %s",
             entry->tally->question->id, text_string(&one), text_string(&other));
    text_free(&one);
    text_free(&other);
}

static void refuse_open(const struct tick_cells *tick_cells, const struct entry *entry,
                        struct diag *diag) {
    const struct diag_place place = place_of(tick_cells, entry);
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
static bool refuse_all(const struct tick_cells *tick_cells, bool seen_whole,
                       struct diag *diag) {
    bool fine = true;
    for (size_t i = 0; i < tick_cells->questionnaire->question_count; i++) {
        const struct entry *entry = &tick_cells->entries[i];
        if (entry->tally == NULL || entry->outcome == TICK_CELLS_DECIDED ||
            (seen_whole && entry->outcome == TICK_CELLS_EMPTY))
            continue;
        if (entry->readings[1].manner == TICK_CELLS_NAMES_FIRST &&
            entry->outcome == TICK_CELLS_AMBIGUOUS)
            refuse_lost(tick_cells, entry, diag);
        else if (seen_whole)
            refuse_ambiguous(tick_cells, entry, diag);
        else
            refuse_open(tick_cells, entry, diag);
        fine = false;
    }
    return fine;
}

/* What each word says, for looking up; which columns have a tick was needed for that. */
static void settle(struct entry *entry) {
    for (size_t i = 0; i < entry->tally->count; i++)
        for (size_t j = 0; j < entry->tally->columns[i].count; j++)
            tick_cell_reading_apply(
                &entry->readings[0], entry->tally, &entry->tally->columns[i],
                &entry->tally->columns[i].words[j], &entry->tally->columns[i].words[j].tick);
}

static bool decide_all(struct tick_cells *tick_cells, struct spelling *const *spellings,
                       const struct missing_marks *marks, struct diag *diag) {
    bool whole = tick_cells->sample->whole;
    if (!start_tallies(tick_cells, spellings, marks))
        return true;
    tally_beginning(tick_cells);
    decide(tick_cells);
    if (!whole && is_open(tick_cells) && is_repeatable(tick_cells->sample->path)) {
        start_tallies(tick_cells, spellings, marks);
        if (!tally_file(tick_cells, diag))
            return false;
        decide(tick_cells);
        whole = true;
    }
    if (!refuse_all(tick_cells, whole, diag))
        return false;
    for (size_t i = 0; i < tick_cells->questionnaire->question_count; i++)
        if (tick_cells->entries[i].tally != NULL)
            settle(&tick_cells->entries[i]);
    return true;
}

struct tick_cells *tick_cells_new(const struct questionnaire *questionnaire,
                                  struct spelling *const *spellings,
                                  const struct missing_marks *marks, struct binding *binding,
                                  const struct sample *sample, struct diag *diag) {
    struct arena *arena = arena_new();
    struct tick_cells *tick_cells = arena_allocate(arena, 1, sizeof *tick_cells);
    *tick_cells = (struct tick_cells){.questionnaire = questionnaire,
                                      .binding = binding,
                                      .sample = sample,
                                      .file = sample->file,
                                      .arena = arena};
    tick_cells->entries =
        arena_allocate(arena, questionnaire->question_count, sizeof *tick_cells->entries);
    bool fine = decide_all(tick_cells, spellings, marks, diag);
    shape_end(&tick_cells->shape);
    tick_cells->sample = NULL;
    if (fine)
        return tick_cells;
    tick_cells_free(tick_cells);
    return NULL;
}

void tick_cells_free(struct tick_cells *tick_cells) {
    if (tick_cells != NULL)
        arena_free(tick_cells->arena);
}

/* True where the question would be read alike had the first MiB held its newest word, too. */
static bool still_holds(struct entry *entry) {
    struct tick_cell_reading readings[2];
    if (tick_cell_reading_decide(entry->tally, entry->digits, readings) == TICK_CELLS_AMBIGUOUS)
        return false;
    for (size_t i = 0; i < entry->tally->count; i++)
        for (size_t j = 0; j < entry->tally->columns[i].count; j++) {
            const struct tick_cell_word *word = &entry->tally->columns[i].words[j];
            enum tick_cell tick;
            if (!tick_cell_reading_apply(&readings[0], entry->tally, &entry->tally->columns[i],
                                         word, &tick) ||
                tick != word->tick)
                return false;
        }
    return true;
}

/* A word that the first MiB did not hold. */
static enum tick_cell read_new(struct tick_cells *tick_cells, struct entry *entry,
                               struct tick_cell_column *column, const struct cell *cell,
                               int64_t meaning) {
    struct text key = {0};
    tick_key(&key, cell->bytes, cell->length);
    struct tick_cell_word word =
        tick_cell_tally_judge(entry->tally, meaning, cell, text_string(&key));
    if (column == NULL) {
        word.tick = tick_cell_reading_other(&entry->readings[0], entry->tally, &word);
    } else {
        bool fits = tick_cell_reading_apply(&entry->readings[0], entry->tally, column, &word,
                                            &word.tick);
        bool kept = tick_cell_tally_keep(entry->tally, column, word);
        fits = fits && (kept ? still_holds(entry) : tick_cell_word_is_private(&word));
        if (!fits && tick_cells->contradicted == NULL) {
            column->count -= kept ? 1 : 0;
            tick_cells->contradicted = entry->tally->question;
            tick_cells->contradicting_column = column->column;
            tick_cells->contradiction = word;
        }
    }
    text_free(&key);
    return word.tick;
}

enum tick_cell tick_cells_read(struct tick_cells *tick_cells, const struct question *question,
                               int64_t meaning, const struct cell *cell) {
    struct entry *entry = &tick_cells->entries[question - tick_cells->questionnaire->questions];
    struct tick_cell_column *column = tick_cell_tally_column(entry->tally, meaning);
    const struct tick_cell_word *known =
        column != NULL ? tick_cell_column_find(column, cell) : NULL;
    return known != NULL ? known->tick : read_new(tick_cells, entry, column, cell, meaning);
}

enum tick_cell tick_cells_known(const struct tick_cells *tick_cells,
                                const struct question *question, int64_t meaning,
                                const struct cell *cell) {
    const struct entry *entry =
        &tick_cells->entries[question - tick_cells->questionnaire->questions];
    const struct tick_cell_column *column = tick_cell_tally_column(entry->tally, meaning);
    const struct tick_cell_word *known =
        column != NULL ? tick_cell_column_find(column, cell) : NULL;
    return known != NULL ? known->tick : tick_cell_word(cell);
}

bool tick_cells_contradicted(const struct tick_cells *tick_cells) {
    return tick_cells != NULL && tick_cells->contradicted != NULL;
}

void tick_cells_refuse(const struct tick_cells *tick_cells, size_t line, struct diag *diag) {
    const struct tick_cell_word *word = &tick_cells->contradiction;
    const struct diag_place place = {tick_cells->file, line, tick_cells->contradicting_column,
                                     tick_cells->contradicted->id};
    struct text read = {0};
    tick_cells_describe(&read, tick_cells, tick_cells->contradicted);
    if (tick_cell_word_is_private(word))
        diag_add(diag, DIAG_ERROR, &place,
                 "this box (%zu bytes) does not go with what the boxes of the question hold in "
                 "the first MiB (%s); say in [question %s] which words are ticked and "
                 "not_ticked",
                 "dieses Kästchen (%zu Bytes) passt nicht zu dem, was die Kästchen der Frage "
                 "im ersten MiB enthalten (%s); legen Sie in [question %s] ticked und "
                 "not_ticked fest",
                 word->length, text_string(&read), tick_cells->contradicted->id);
    else
        diag_add(
            diag, DIAG_ERROR, &place,
            "'%.*s' does not go with what the boxes of the question hold in the first MiB "
            "(%s); say in [question %s] which words are ticked and not_ticked",
            "'%.*s' passt nicht zu dem, was die Kästchen der Frage im ersten MiB enthalten "
            "(%s); legen Sie in [question %s] ticked und not_ticked fest",
            (int)word->length, word->bytes, text_string(&read), tick_cells->contradicted->id);
    text_free(&read);
}

void tick_cells_describe(struct text *text, const struct tick_cells *tick_cells,
                         const struct question *question) {
    const struct entry *entry =
        &tick_cells->entries[question - tick_cells->questionnaire->questions];
    if (entry->tally != NULL)
        tick_cell_reading_describe(text, entry->tally, &entry->readings[0]);
}

bool tick_cells_has(const struct tick_cells *tick_cells, const struct question *question) {
    return tick_cells->entries[question - tick_cells->questionnaire->questions].tally != NULL;
}
