#include "form/limesurvey_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/encoding.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "form/limesurvey_draft.h"
#include "survey/csv_reader.h"

/* The columns with a meaning of their own; all others are attributes. */
enum column {
    CLASS,
    TYPE,
    NAME,
    RELEVANCE,
    TEXT,
    HELP,
    LANGUAGE,
    VALIDATION,
    MANDATORY,
    OTHER,
    COLUMNS
};

static const char *const column_names[COLUMNS] = {
    [CLASS] = "class",         [TYPE] = "type/scale",
    [NAME] = "name",           [RELEVANCE] = "relevance",
    [TEXT] = "text",           [HELP] = "help",
    [LANGUAGE] = "language",   [VALIDATION] = "validation",
    [MANDATORY] = "mandatory", [OTHER] = "other",
};

/* Columns of LimeSurvey's own export that say nothing about the question. */
static const char *const idle_names[] = {"id",      "related_id",   "encrypted",
                                         "default", "same_default", "same_script"};

struct row {
    size_t line;
    const char **cells; /* as many as there are columns; never NULL */
};

/* The file as it was read: languages are known only when all rows are. */
struct sheet {
    struct arena *arena;
    const char *file;
    struct diag *diag;
    const char **names; /* of all columns */
    size_t width;
    int places[COLUMNS]; /* of the columns; -1: there is none */
    struct row *rows;    /* the caller frees them */
    size_t count, capacity;
    bool faulty;
};

/* --- the sheet --- */

static int column_of(const char *name) {
    for (int i = 0; i < COLUMNS; i++)
        if (strcmp(column_names[i], name) == 0)
            return i;
    return -1;
}

static const char **copy_cells(struct sheet *sheet, const struct csv_record *record,
                               size_t width) {
    const char **cells = arena_allocate(sheet->arena, width + 1, sizeof *cells);
    for (size_t i = 0; i < width; i++)
        cells[i] = i < record->kept ? arena_copy(sheet->arena, record->fields[i].bytes) : "";
    return cells;
}

static void take_header(struct sheet *sheet, const struct csv_record *record) {
    sheet->width = record->kept;
    sheet->names = copy_cells(sheet, record, sheet->width);
    for (int i = 0; i < COLUMNS; i++)
        sheet->places[i] = -1;
    for (size_t i = 0; i < sheet->width; i++) {
        int column = column_of(sheet->names[i]);
        if (column >= 0 && sheet->places[column] < 0)
            sheet->places[column] = (int)i;
    }
}

static bool is_text(const struct csv_record *record) {
    for (size_t i = 0; i < record->kept; i++)
        if (strlen(record->fields[i].bytes) != record->fields[i].length ||
            !utf8_valid(record->fields[i].bytes, record->fields[i].length))
            return false;
    return true;
}

static bool take_record(void *context, const struct csv_record *record) {
    struct sheet *sheet = context;
    if (!is_text(record) || record->field_too_long) {
        diag_add(sheet->diag, DIAG_ERROR,
                 &(struct diag_place){.file = sheet->file, .line = record->line},
                 "not valid UTF-8, or too long: export the structure anew",
                 "Kein gültiges UTF-8 oder zu lang: Bitte den Aufbau neu exportieren");
        sheet->faulty = true;
        return false;
    }
    if (sheet->names == NULL) {
        take_header(sheet, record);
        return true;
    }
    sheet->rows = memory_grow(sheet->rows, sheet->count, &sheet->capacity, sizeof *sheet->rows);
    sheet->rows[sheet->count++] =
        (struct row){record->line, copy_cells(sheet, record, sheet->width)};
    return true;
}

static const char *cell(const struct sheet *sheet, const struct row *row, enum column column) {
    return sheet->places[column] >= 0 ? row->cells[sheet->places[column]] : "";
}

static bool is_class(const struct sheet *sheet, const struct row *row, const char *class) {
    return strcmp(cell(sheet, row, CLASS), class) == 0;
}

struct recognition {
    bool columns[COLUMNS];
};

static bool look_at_header(void *context, const struct csv_record *record) {
    struct recognition *seen = context;
    for (size_t i = 0; i < record->kept; i++) {
        int column = column_of(record->fields[i].bytes);
        if (column >= 0)
            seen->columns[column] = true;
    }
    return false;
}

bool limesurvey_text_recognises(const char *path, const char *bytes, size_t length) {
    (void)path;
    struct recognition seen = {{false}};
    return csv_read_first(bytes, length, '\t', look_at_header, &seen) && seen.columns[CLASS] &&
           seen.columns[TYPE] && seen.columns[NAME] && seen.columns[TEXT];
}

/* --- what the rows say --- */

/* Where a row's parts go: a question into the last group, in whatever language that was named;
 * what belongs to a question to the last one in its own language. */
struct reading {
    struct sheet *sheet;
    struct limesurvey survey;
    size_t groups_seen[QUESTIONNAIRE_MAX_LANGUAGES];
    size_t group;                                 /* position of the last one */
    size_t question[QUESTIONNAIRE_MAX_LANGUAGES]; /* position + 1 of the last one; 0: none, or
                                                     one that is left out */
};

/* The survey's own languages first, the base language in front; of a file without, those of its
 * titles. */
static void take_languages(struct reading *reading) {
    const struct sheet *sheet = reading->sheet;
    struct draft *draft = reading->survey.draft;
    static const char *const names[] = {"language", "additional_languages"};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sheet->count; i++) {
            const struct row *row = &sheet->rows[i];
            if (!is_class(sheet, row, "S") || strcmp(cell(sheet, row, NAME), names[k]) != 0)
                continue;
            for (const char *at = cell(sheet, row, TEXT); *(at += strspn(at, " ")) != '\0';) {
                size_t length = strcspn(at, " ");
                draft_language(draft, arena_copy_bytes(sheet->arena, at, length));
                at += length;
            }
        }
    for (size_t i = 0; i < sheet->count && draft->language_count == 0; i++)
        if (is_class(sheet, &sheet->rows[i], "SL") &&
            cell(sheet, &sheet->rows[i], LANGUAGE)[0] != '\0')
            draft_language(draft, cell(sheet, &sheet->rows[i], LANGUAGE));
}

/* By its number; where it has none, by how many of its language came before. */
static size_t find_group(const struct reading *reading, const char *key, size_t language) {
    const struct limesurvey *survey = &reading->survey;
    if (key[0] == '\0')
        return reading->groups_seen[language];
    for (size_t i = 0; i < survey->group_count; i++)
        if (strcmp(survey->groups[i].key, key) == 0)
            return i;
    return survey->group_count;
}

static void take_group(struct reading *reading, const struct row *row, size_t language) {
    const struct sheet *sheet = reading->sheet;
    struct limesurvey *survey = &reading->survey;
    const char *key = cell(sheet, row, TYPE);
    size_t position = find_group(reading, key, language);
    if (position >= survey->group_count) {
        position = survey->group_count;
        limesurvey_add_group(survey, key)->relevance = cell(sheet, row, RELEVANCE);
    }
    survey->groups[position].title.in[language] = cell(sheet, row, NAME);
    reading->groups_seen[language]++;
    reading->group = position;
    reading->question[language] = 0;
}

static bool is_idle(const char *name) {
    for (size_t i = 0; i < sizeof idle_names / sizeof idle_names[0]; i++)
        if (strcmp(idle_names[i], name) == 0)
            return true;
    return false;
}

static void take_attributes(struct reading *reading, const struct row *row,
                            struct limesurvey_question *question) {
    const struct sheet *sheet = reading->sheet;
    for (size_t i = 0; i < sheet->width; i++)
        if (column_of(sheet->names[i]) < 0 && !is_idle(sheet->names[i]))
            limesurvey_add_attribute(&reading->survey, question, sheet->names[i],
                                     row->cells[i]);
    if (cell(sheet, row, VALIDATION)[0] != '\0')
        limesurvey_add_attribute(&reading->survey, question, "validation",
                                 cell(sheet, row, VALIDATION));
}

/* What other is called stands in every language. */
static void take_other_text(struct reading *reading, const struct row *row,
                            struct limesurvey_question *question, size_t language) {
    const struct sheet *sheet = reading->sheet;
    for (size_t i = 0; i < sheet->width; i++)
        if (strcmp(sheet->names[i], "other_replace_text") == 0 && row->cells[i][0] != '\0')
            question->other_text.in[language] = row->cells[i];
}

/* The question of that code in the group; question_count: none. */
static size_t find_question(const struct limesurvey *survey, size_t group, const char *code) {
    size_t i = 0;
    while (i < survey->question_count && (survey->questions[i].group != group ||
                                          strcmp(survey->questions[i].code, code) != 0))
        i++;
    return i;
}

static void take_question(struct reading *reading, const struct row *row, size_t language) {
    const struct sheet *sheet = reading->sheet;
    struct limesurvey *survey = &reading->survey;
    size_t group = reading->group;
    const char *code = cell(sheet, row, NAME);
    size_t position = find_question(survey, group, code);
    reading->question[language] = 0;
    if (survey->group_count == 0)
        limesurvey_add_group(survey, "");
    if (position == survey->question_count) {
        struct limesurvey_question *question = limesurvey_add_question(survey, group, code);
        question->type = cell(sheet, row, TYPE)[0];
        question->relevance = cell(sheet, row, RELEVANCE);
        question->mandatory = cell(sheet, row, MANDATORY)[0];
        question->other = cell(sheet, row, OTHER)[0] == 'Y';
    }
    struct limesurvey_question *question = &survey->questions[position];
    /* LimeSurvey leaves the second of two questions out that have one code in one group. */
    if (question->text.in[language] != NULL) {
        draft_loss(survey->draft, &survey->draft->remarks,
                   "two questions of a group are called '%s'; LimeSurvey takes the first",
                   "Zwei Fragen einer Gruppe heißen „%s“; LimeSurvey nimmt die erste", code);
        return;
    }
    question->text.in[language] = cell(sheet, row, TEXT);
    question->help.in[language] = cell(sheet, row, HELP);
    take_attributes(reading, row, question);
    take_other_text(reading, row, question, language);
    reading->question[language] = position + 1;
}

static void take_item(struct reading *reading, const struct row *row, size_t language,
                      bool answer) {
    const struct sheet *sheet = reading->sheet;
    if (reading->question[language] == 0)
        return;
    struct limesurvey_question *question =
        &reading->survey.questions[reading->question[language] - 1];
    struct limesurvey_items *items = answer ? &question->answers : &question->subquestions;
    const char *code = cell(sheet, row, NAME);
    int scale = cell(sheet, row, TYPE)[0] == '1' ? 1 : 0;
    struct limesurvey_item *item = limesurvey_find_item(items, code, scale);
    if (item == NULL)
        item = limesurvey_add_item(&reading->survey, items, code, scale);
    if (item->text.in[language] == NULL)
        item->text.in[language] = cell(sheet, row, TEXT);
}

static void take_row(struct reading *reading, const struct row *row) {
    const struct sheet *sheet = reading->sheet;
    int language = limesurvey_language(&reading->survey, cell(sheet, row, LANGUAGE));
    if (language < 0)
        return;
    if (is_class(sheet, row, "SL") && strcmp(cell(sheet, row, NAME), "surveyls_title") == 0)
        reading->survey.title.in[language] = cell(sheet, row, TEXT);
    else if (is_class(sheet, row, "G"))
        take_group(reading, row, (size_t)language);
    else if (is_class(sheet, row, "Q"))
        take_question(reading, row, (size_t)language);
    else if (is_class(sheet, row, "SQ"))
        take_item(reading, row, (size_t)language, false);
    else if (is_class(sheet, row, "A"))
        take_item(reading, row, (size_t)language, true);
}

static bool take_rows(struct sheet *sheet, struct draft *draft) {
    struct reading *reading = arena_allocate(draft->arena, 1, sizeof *reading);
    reading->sheet = sheet;
    reading->survey.draft = draft;
    take_languages(reading);
    limesurvey_need_language(&reading->survey);
    for (size_t i = 0; i < sheet->count; i++)
        take_row(reading, &sheet->rows[i]);
    if (reading->survey.question_count == 0) {
        diag_add(sheet->diag, DIAG_ERROR, &(struct diag_place){.file = sheet->file},
                 "no question is in this file", "In dieser Datei steht keine Frage");
        return false;
    }
    limesurvey_draft(&reading->survey);
    return true;
}

bool limesurvey_text_read(struct draft *draft, const char *path, struct diag *diag) {
    struct sheet sheet = {.arena = draft->arena, .file = path, .diag = diag};
    struct encoding_source *source = encoding_open(path);
    bool fine = csv_read(source, path, '\t', diag, take_record, &sheet) && !sheet.faulty;
    encoding_close(source);
    fine = fine && sheet.names != NULL && take_rows(&sheet, draft);
    free(sheet.rows);
    return fine;
}
