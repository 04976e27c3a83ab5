#include "form/xlsform_draft.h"

#include <string.h>

#include "base/identifier.h"
#include "base/text.h"
#include "form/gates.h"
#include "form/guesses.h"
#include "form/xlsform_expression.h"
#include "form/xlsform_form.h"
#include "form/xlsform_language.h"
#include "survey/workbook_file.h"

bool xlsform_recognises(const char *path, const char *bytes, size_t length) {
    (void)bytes;
    (void)length;
    if (!workbook_file_is(path))
        return false;
    struct workbook_file *survey = workbook_file_open_sheet(path, "survey");
    bool found = survey != NULL;
    workbook_file_close(survey);
    return found;
}

/* --- groups --- */

static bool is_begin(const struct xlsform_reading *reading, size_t row) {
    struct xlsform_type type = xlsform_type_of(reading, row);
    return xlsform_is(&type, "begin_group") || xlsform_is(&type, "begin_repeat");
}

static bool is_end(const struct xlsform_reading *reading, size_t row) {
    struct xlsform_type type = xlsform_type_of(reading, row);
    return xlsform_is(&type, "end_group") || xlsform_is(&type, "end_repeat");
}

/* The row that ends the group, or the last where none does. */
static size_t find_end(const struct xlsform_reading *reading, size_t row) {
    size_t depth = 0;
    for (size_t i = row; i < reading->survey.count; i++) {
        depth += is_begin(reading, i) ? 1 : 0;
        depth -= is_end(reading, i) && depth > 0 ? 1 : 0;
        if (depth == 0)
            return i;
    }
    return reading->survey.count;
}

static size_t add_section(struct xlsform_reading *reading, size_t row) {
    struct xlsform_type type = xlsform_type_of(reading, row);
    struct draft *draft = reading->draft;
    size_t section = draft_add_section(draft, xlsform_cell(reading, row, "name"));
    xlsform_label(reading, &reading->survey, row, "label", &draft->sections[section]->title);
    if (xlsform_is(&type, "begin_repeat"))
        draft_loss(draft, &draft->sections[section]->remarks,
                   "the form lets people answer these questions several times",
                   "Das Formular lässt diese Fragen mehrmals beantworten");
    return section;
}

/* A group that is one question, in a section of its own where it is in none. */
static bool add_as_question(struct xlsform_reading *reading, size_t row, size_t *section,
                            bool *has_section) {
    size_t own = *has_section ? *section : reading->draft->section_count;
    if (!xlsform_add_group(reading, row, own))
        return false;
    if (!*has_section)
        *section = draft_add_section(reading->draft, NULL);
    *has_section = true;
    return true;
}

/* Rows outside all groups are a section of their own, as far as they stand together. */
static void read_rows(struct xlsform_reading *reading) {
    size_t section = 0, depth = 0;
    bool has_section = false;
    for (size_t i = 0; i < reading->survey.count; i++) {
        if (is_end(reading, i)) {
            depth -= depth > 0 ? 1 : 0;
            has_section = has_section && depth > 0;
            continue;
        }
        if (is_begin(reading, i)) {
            reading->ends[i] = find_end(reading, i);
            if (add_as_question(reading, i, &section, &has_section)) {
                i = reading->ends[i];
                continue;
            }
            section = add_section(reading, i);
            has_section = true;
            depth++;
            continue;
        }
        size_t before = reading->draft->question_count;
        size_t own = has_section ? section : reading->draft->section_count;
        xlsform_add_question(reading, i, own);
        if (reading->draft->question_count > before && !has_section) {
            section = draft_add_section(reading->draft, NULL);
            has_section = true;
        }
    }
}

/* --- who is asked --- */

static const struct draft_question *question_named(const struct xlsform_reading *reading,
                                                   const char *name) {
    for (size_t i = 0; i < reading->survey.count; i++)
        if (reading->made[i] != NULL && strcmp(xlsform_cell(reading, i, "name"), name) == 0)
            return reading->made[i];
    return NULL;
}

/* The condition of the groups around a row, from the outermost to the innermost, as far as
 * there is one; *count says how many say something. */
static const char *outer_relevant(const struct xlsform_reading *reading, size_t row,
                                  size_t *count) {
    const char *found = "";
    *count = 0;
    for (size_t i = 0; i < row; i++) {
        const char *relevant = xlsform_cell(reading, i, "relevant");
        if (!is_begin(reading, i) || reading->ends[i] < row || relevant[0] == '\0')
            continue;
        found = relevant;
        ++*count;
    }
    return found;
}

static bool add_conditions(struct xlsform_reading *reading, const char *expression,
                           struct draft_question *question) {
    struct xlsform_relevant relevant;
    if (!xlsform_read_relevant(reading->draft->arena, expression, &relevant))
        return false;
    if (relevant.question == NULL)
        return true;
    const struct draft_question *asked = question_named(reading, relevant.question);
    if (asked == NULL)
        return false;
    for (size_t i = 0; i < relevant.count; i++) {
        int code = draft_find_code(&asked->codes, relevant.answers[i]);
        bool dk = code < 0 && asked->codes.has_dk && strcmp(relevant.answers[i], "dk") == 0;
        if (code < 0 && !dk) {
            question->asked_if = (struct draft_condition){0};
            return false;
        }
        if (code >= 0)
            draft_add_condition(reading->draft, question, asked, (size_t)code);
        question->asked_if.question = asked;
        question->asked_if.dk = question->asked_if.dk || dk;
    }
    return true;
}

static void set_condition(struct xlsform_reading *reading, size_t row, const char *gate) {
    struct draft_question *question = reading->made[row];
    size_t count;
    const char *outer = outer_relevant(reading, row, &count);
    const char *own = xlsform_cell(reading, row, "relevant");
    if (count == 1 && strcmp(outer, gate) == 0)
        outer = "";
    bool one = outer[0] == '\0' || own[0] == '\0' || strcmp(outer, own) == 0;
    const char *expression = own[0] != '\0' ? own : outer;
    if (one && count <= 1 && add_conditions(reading, expression, question))
        return;
    draft_loss(reading->draft, &question->remarks,
               "the form shows it by a condition that asked_if cannot say: %s%s%s",
               "Das Formular zeigt sie nach einer Bedingung, die asked_if nicht sagen kann: "
               "%s%s%s",
               expression, one ? "" : "; ", one ? "" : outer);
}

/* --- consent --- */

static bool is_inside(const struct xlsform_reading *reading, size_t row) {
    for (size_t i = 0; i < row; i++)
        if (is_begin(reading, i) && reading->ends[i] > row)
            return true;
    return false;
}

/* Where all groups behind the first depend on one answer to the first question, that asks for
 * consent to take part. The condition; "" where it is not so. */
static const char *find_gate(struct xlsform_reading *reading) {
    const char *gate = NULL;
    size_t groups = 0;
    for (size_t i = 0; i < reading->survey.count; i++) {
        const char *relevant = xlsform_cell(reading, i, "relevant");
        bool group = is_begin(reading, i);
        if (is_inside(reading, i) || (!group && reading->made[i] == NULL) ||
            (group && groups++ == 0))
            continue;
        if (!group || relevant[0] == '\0' || (gate != NULL && strcmp(gate, relevant) != 0))
            return "";
        gate = relevant;
    }
    return gate != NULL ? gate : "";
}

static const char *take_consent(struct xlsform_reading *reading) {
    const char *gate = find_gate(reading);
    struct draft *draft = reading->draft;
    struct xlsform_relevant relevant;
    if (gate[0] == '\0' || !gates_begin_alone(draft) ||
        !xlsform_read_relevant(draft->arena, gate, &relevant) || relevant.count != 1)
        return "";
    struct draft_question *first = draft->questions[0];
    int code = draft_find_code(&first->codes, relevant.answers[0]);
    if (question_named(reading, relevant.question) != first || code < 0 ||
        first->type != QUESTION_SINGLE)
        return "";
    gates_participation(draft, first, (size_t)code);
    return gate;
}

/* --- the whole --- */

enum { LONGEST_ID = 40 };

static void read_settings(struct xlsform_reading *reading) {
    struct draft *draft = reading->draft;
    const struct sheet *settings = &reading->settings;
    if (settings->count == 0)
        return;
    const char *language = sheet_cell(settings, 0, "default_language");
    const char *id = sheet_cell(settings, 0, "form_id");
    if (language[0] != '\0')
        draft_language(draft, xlsform_language_code(draft->arena, language));
    draft_set_label(draft, &draft->title, 0, sheet_cell(settings, 0, "form_title"));
    if (id[0] == '\0')
        id = sheet_cell(settings, 0, "id_string");
    struct text name = {0};
    identifier_make(&name, id, LONGEST_ID);
    if (name.length > 0)
        draft->id = arena_copy(draft->arena, text_string(&name));
    text_free(&name);
}

bool xlsform_read(struct draft *draft, const char *path, struct diag *diag) {
    struct xlsform_reading reading = {.draft = draft};
    bool fine = sheet_read(&reading.survey, draft->arena, path, "survey", diag);
    sheet_read(&reading.choices, draft->arena, path, "choices", diag);
    sheet_read(&reading.settings, draft->arena, path, "settings", diag);
    size_t count = reading.survey.count + 1;
    reading.made = arena_allocate(draft->arena, count, sizeof *reading.made);
    reading.ends = arena_allocate(draft->arena, count, sizeof *reading.ends);
    if (fine) {
        read_settings(&reading);
        read_rows(&reading);
        const char *gate = take_consent(&reading);
        for (size_t i = 0; i < reading.survey.count; i++)
            if (reading.made[i] != NULL)
                set_condition(&reading, i, gate);
        gates_contacts(draft);
        guess_consents(draft);
    }
    sheet_free(&reading.survey);
    sheet_free(&reading.choices);
    sheet_free(&reading.settings);
    return fine;
}
