#include "form/xlsform.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/command.h"
#include "base/die.h"
#include "base/exit_code.h"
#include "base/text.h"
#include "form/shown_text.h"
#include "form/xlsform_language.h"
#include "form/xlsform_rows.h"

struct writer {
    const struct questionnaire *questionnaire;
    struct arena *arena;
    lxw_workbook *workbook;
    lxw_worksheet *sheet; /* that is written */
    lxw_row_t row;
    lxw_col_t column; /* the next of that row */
};

/* Only what the program itself got wrong makes the library refuse a cell. */
static void check(lxw_error error) {
    if (error != LXW_NO_ERROR)
        die(EXIT_RESOURCE, "the workbook cannot be written: %s",
            "die Arbeitsmappe lässt sich nicht schreiben: %s", lxw_strerror(error));
}

/* Always as a string: no text is a formula, and no code becomes a number. */
static void put(struct writer *writer, const char *string) {
    if (string != NULL && string[0] != '\0')
        check(worksheet_write_string(writer->sheet, writer->row, writer->column, string, NULL));
    writer->column++;
}

static void put_label(struct writer *writer, const struct label *label) {
    struct text words = {0};
    for (size_t i = 0; i < writer->questionnaire->language_count; i++) {
        text_clear(&words);
        shown_text_add(&words, label->in[i] != NULL ? label->in[i] : "");
        put(writer, text_string(&words));
    }
    text_free(&words);
}

static void end_row(struct writer *writer) {
    writer->row++;
    writer->column = 0;
}

static void add_sheet(struct writer *writer, const char *name) {
    writer->sheet = workbook_add_worksheet(writer->workbook, name);
    if (writer->sheet == NULL)
        die(EXIT_RESOURCE, "no memory left", "der Speicher reicht nicht");
    writer->row = 0;
    writer->column = 0;
}

static const char *language_name(const struct writer *writer, size_t language) {
    return xlsform_language_name(writer->arena, writer->questionnaire->languages[language]);
}

static void put_heading(struct writer *writer, const char *name) {
    for (size_t i = 0; i < writer->questionnaire->language_count; i++)
        put(writer, arena_format(writer->arena, "%s::%s", name, language_name(writer, i)));
}

static void write_survey(struct writer *writer, const struct xlsform *form) {
    add_sheet(writer, "survey");
    put(writer, "type");
    put(writer, "name");
    put_heading(writer, "label");
    put_heading(writer, "hint");
    put(writer, "required");
    put(writer, "relevant");
    put(writer, "constraint");
    put_heading(writer, "constraint_message");
    put(writer, "appearance");
    put(writer, "calculation");
    end_row(writer);
    for (size_t i = 0; i < form->row_count; i++) {
        const struct xlsform_row *row = &form->rows[i];
        put(writer, row->type);
        put(writer, row->name);
        put_label(writer, &row->label);
        put_label(writer, &row->hint);
        put(writer, row->required ? "yes" : NULL);
        put(writer, row->relevant);
        put(writer, row->constraint);
        put_label(writer, &row->message);
        put(writer, row->appearance);
        put(writer, row->calculation);
        end_row(writer);
    }
}

static void write_choices(struct writer *writer, const struct xlsform *form) {
    add_sheet(writer, "choices");
    put(writer, "list_name");
    put(writer, "name");
    put_heading(writer, "label");
    end_row(writer);
    for (size_t i = 0; i < form->choice_count; i++) {
        put(writer, form->choices[i].list);
        put(writer, form->choices[i].name);
        put_label(writer, form->choices[i].label);
        end_row(writer);
    }
}

/* The version follows from the questionnaire, so that a form that was changed is another. */
static void write_settings(struct writer *writer) {
    const struct questionnaire *questionnaire = writer->questionnaire;
    add_sheet(writer, "settings");
    put(writer, "form_title");
    put(writer, "form_id");
    put(writer, "version");
    put(writer, "default_language");
    put(writer, "style");
    end_row(writer);
    put(writer, questionnaire->title.in[0]);
    put(writer, questionnaire->id);
    put(writer, arena_format(writer->arena, "%.12s", questionnaire->digest));
    put(writer, language_name(writer, 0));
    put(writer, "pages");
    end_row(writer);
}

/* What the file says of when it was made follows from the questionnaire, too. */
static void set_properties(struct writer *writer) {
    const struct questionnaire *questionnaire = writer->questionnaire;
    int64_t seconds = clock_noon(questionnaire->field_from != NULL ? questionnaire->field_from
                                                                   : "1980-01-01");
    clock_is_fixed(&seconds);
    lxw_doc_properties properties = {
        .comments = arena_format(writer->arena, "nachlese %s", command_version()),
        .created = (time_t)seconds};
    check(workbook_set_properties(writer->workbook, &properties));
}

/* The library needs a path: that of a nameless file. */
static FILE *write_file(const struct questionnaire *questionnaire) {
    FILE *file = tmpfile();
    if (file == NULL)
        die(EXIT_CANNOT_CREATE, "cannot create a temporary file:",
            "eine temporäre Datei lässt sich nicht anlegen:");
    struct arena *arena = arena_new();
    struct xlsform form = {.arena = arena, .questionnaire = questionnaire};
    struct writer writer = {.questionnaire = questionnaire, .arena = arena};
    writer.workbook = workbook_new(arena_format(arena, "/proc/self/fd/%d", fileno(file)));
    if (writer.workbook == NULL)
        die(EXIT_RESOURCE, "no memory left", "der Speicher reicht nicht");
    xlsform_make(&form);
    set_properties(&writer);
    write_survey(&writer, &form);
    write_choices(&writer, &form);
    write_settings(&writer);
    lxw_error error = workbook_close(writer.workbook);
    if (error != LXW_NO_ERROR)
        die(EXIT_IO, "the workbook cannot be written: %s",
            "die Arbeitsmappe lässt sich nicht schreiben: %s", lxw_strerror(error));
    xlsform_free(&form);
    arena_free(arena);
    return file;
}

void xlsform_write(const struct questionnaire *questionnaire, FILE *stream) {
    char buffer[65536];
    FILE *file = write_file(questionnaire);
    rewind(file);
    for (size_t length; (length = fread(buffer, 1, sizeof buffer, file)) > 0;)
        fwrite(buffer, 1, length, stream);
    if (ferror(file) != 0)
        die(EXIT_IO,
            "the workbook cannot be read:", "die Arbeitsmappe lässt sich nicht lesen:");
    fclose(file);
}
