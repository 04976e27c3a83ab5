/* What a row of an XLSForm, or a group of rows, asks. */
#include "form/xlsform_form.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "form/contact_words.h"
#include "form/guesses.h"
#include "form/xlsform_expression.h"
#include "form/xlsform_language.h"

/* --- cells --- */

const char *xlsform_cell(const struct xlsform_reading *reading, size_t row,
                         const char *heading) {
    return sheet_cell(&reading->survey, row, heading);
}

bool xlsform_is(const struct xlsform_type *type, const char *name) {
    return strcmp(type->name, name) == 0;
}

/* "select one from list or_other", "begin group": older spellings with blanks. */
struct xlsform_type xlsform_type_of(const struct xlsform_reading *reading, size_t row) {
    static const struct {
        const char *spelling, *name;
        bool has_list;
    } spellings[] = {{"select_one", "select_one", true},
                     {"select one from", "select_one", true},
                     {"select one", "select_one", true},
                     {"select1", "select_one", true},
                     {"select_multiple", "select_multiple", true},
                     {"select all that apply from", "select_multiple", true},
                     {"select all that apply", "select_multiple", true},
                     {"select multiple from", "select_multiple", true},
                     {"select multiple", "select_multiple", true},
                     {"rank", "rank", true},
                     {"begin group", "begin_group", false},
                     {"end group", "end_group", false},
                     {"begin repeat", "begin_repeat", false},
                     {"end repeat", "end_repeat", false}};
    struct arena *arena = reading->draft->arena;
    const char *cell = xlsform_cell(reading, row, "type");
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
        size_t length = strlen(spellings[i].spelling);
        if (strncasecmp(cell, spellings[i].spelling, length) != 0 ||
            (cell[length] != ' ' && cell[length] != '\0'))
            continue;
        const char *list = cell + length + strspn(cell + length, " ");
        size_t size = strcspn(list, " ");
        const char *rest = list + size + strspn(list + size, " ");
        return (struct xlsform_type){
            spellings[i].name, spellings[i].has_list ? arena_copy_bytes(arena, list, size) : "",
            strncmp(rest, "or", 2) == 0};
    }
    return (struct xlsform_type){cell, "", false};
}

/* Several columns of one language, such as label::German and label::Deutsch (de): the first. */
void xlsform_label(const struct xlsform_reading *reading, const struct sheet *sheet, size_t row,
                   const char *name, struct label *label) {
    size_t length = strlen(name);
    for (size_t i = 0; i < sheet->head.count; i++) {
        const char *heading = sheet->head.cells[i];
        if (strncasecmp(heading, name, length) != 0 ||
            (heading[length] != '\0' && heading[length] != ':'))
            continue;
        const char *language = heading + length + strspn(heading + length, ": ");
        int position = 0;
        if (language[0] != '\0')
            position = draft_language(reading->draft,
                                      xlsform_language_code(reading->draft->arena, language));
        if (position >= 0 && label->in[position] == NULL)
            draft_set_label(reading->draft, label, (size_t)position, sheet_at(sheet, row, i));
    }
}

/* --- choices --- */

/* "dk" is our word for don't know; a person may have used another, which is guessed. */
static void take_choice(struct xlsform_reading *reading, size_t row,
                        struct draft_question *question) {
    struct draft_codes *codes = &question->codes;
    const char *name = sheet_cell(&reading->choices, row, "name");
    if (strcmp(name, "dk") == 0 && question->type != QUESTION_RANKING && !codes->has_dk) {
        codes->has_dk = true;
        xlsform_label(reading, &reading->choices, row, "label", &codes->dk);
        return;
    }
    struct draft_code *code = draft_add_code(reading->draft, codes, name);
    xlsform_label(reading, &reading->choices, row, "label", &code->label);
}

static const char *list_of(const struct xlsform_reading *reading, size_t row) {
    const char *name = sheet_cell(&reading->choices, row, "list_name");
    return name[0] != '\0' ? name : sheet_cell(&reading->choices, row, "list name");
}

static void add_choices(struct xlsform_reading *reading, const struct xlsform_type *type,
                        struct draft_question *question) {
    struct draft *draft = reading->draft;
    for (size_t i = 0; i < reading->choices.count; i++)
        if (strcmp(list_of(reading, i), type->list) == 0)
            take_choice(reading, i, question);
    question->codes.name = type->list;
    question->has_other = type->or_other;
    if (question->codes.count == 0 && !question->codes.has_dk)
        draft_guess(draft, &question->remarks,
                    "the choices '%s' are not in the workbook: write down its answers",
                    "Die Auswahl „%s“ steht nicht in der Arbeitsmappe: bitte ihre Antworten "
                    "aufschreiben",
                    type->list);
}

/* --- one row --- */

static bool says_yes(const char *cell) {
    static const char *const words[] = {"yes", "true", "true()", "1"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcasecmp(cell, words[i]) == 0)
            return true;
    return false;
}

static struct draft_question *begin(struct xlsform_reading *reading, size_t row,
                                    enum question_type type, size_t section) {
    struct draft_question *question =
        draft_add_question(reading->draft, type, section, xlsform_cell(reading, row, "name"));
    xlsform_label(reading, &reading->survey, row, "label", &question->text);
    xlsform_label(reading, &reading->survey, row, "hint", &question->help);
    question->required = says_yes(xlsform_cell(reading, row, "required"));
    reading->made[row] = question;
    return question;
}

static void exclude(struct draft_question *question, const struct xlsform_constraint *read) {
    for (size_t i = 0; i < read->alone_count; i++) {
        int position = draft_find_code(&question->codes, read->alone[i]);
        if (position >= 0)
            question->codes.codes[position].exclusive = true;
    }
}

static void constrain(struct xlsform_reading *reading, size_t row,
                      struct draft_question *question) {
    struct xlsform_constraint read;
    const char *constraint = xlsform_cell(reading, row, "constraint");
    bool whole = xlsform_read_constraint(reading->draft->arena, constraint, &read);
    if (!whole)
        draft_loss(reading->draft, &question->remarks,
                   "the form allows only what this says, or more of it: %s",
                   "Das Formular lässt nur zu, was hier steht, oder noch mehr davon: %s",
                   constraint);
    if (question->type == QUESTION_NUMBER) {
        question->minimum = read.least;
        question->maximum = read.most;
        question->decimals = read.decimals >= 0 ? read.decimals : question->decimals;
    }
    if (question->type == QUESTION_MULTI) {
        question->max_choices = read.max_choices;
        exclude(question, &read);
    }
}

static void add_choice_question(struct xlsform_reading *reading, size_t row, size_t section,
                                const struct xlsform_type *type) {
    enum question_type kind = xlsform_is(type, "select_one")        ? QUESTION_SINGLE
                              : xlsform_is(type, "select_multiple") ? QUESTION_MULTI
                                                                    : QUESTION_RANKING;
    struct draft_question *question = begin(reading, row, kind, section);
    add_choices(reading, type, question);
    constrain(reading, row, question);
    if (kind == QUESTION_SINGLE)
        guess_missing(reading->draft, question);
    if (kind == QUESTION_MULTI && question->codes.count > 0)
        guess_exclusive(reading->draft, question);
}

/* What is asked in a way that no questionnaire has, and can be given as words. */
static bool is_words(const char *type) {
    static const char *const types[] = {"date",     "time",    "datetime",
                                        "dateTime", "barcode", "acknowledge"};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (strcmp(types[i], type) == 0)
            return true;
    return false;
}

static bool is_number(const char *type) {
    return strcmp(type, "integer") == 0 || strcmp(type, "decimal") == 0 ||
           strcmp(type, "range") == 0;
}

/* A note is read and not answered; start, end and their like are the system's own. */
static bool is_silent(const char *type) {
    static const char *const types[] = {
        "",          "note",         "calculate",      "hidden",           "start",    "end",
        "today",     "deviceid",     "username",       "phonenumber",      "email",    "audit",
        "simserial", "subscriberid", "start-geopoint", "background-audio", "end_group"};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (strcmp(types[i], type) == 0)
            return true;
    return false;
}

static void add_number(struct xlsform_reading *reading, size_t row, size_t section,
                       const struct xlsform_type *type) {
    enum { DECIMALS = 2 };
    struct draft_question *question = begin(reading, row, QUESTION_NUMBER, section);
    question->decimals = xlsform_is(type, "decimal") ? DECIMALS : 0;
    constrain(reading, row, question);
}

static void add_text(struct xlsform_reading *reading, size_t row, size_t section,
                     const struct xlsform_type *type) {
    struct draft *draft = reading->draft;
    struct draft_question *question = begin(reading, row, QUESTION_TEXT, section);
    constrain(reading, row, question);
    enum contact_guess guess = contact_words_judge_label(&question->text);
    if (guess == CONTACT_UNSURE)
        guess_ask_contact(draft, &question->remarks, question->text.in[0]);
    if (guess == CONTACT_SURE) {
        question->type = QUESTION_CONTACT;
        draft_add_code(draft, &question->rows, question->source)->label = question->text;
        draft_guess(draft, &question->remarks,
                    "it seems to ask for data of a person, which are kept apart: if not, make "
                    "it a text",
                    "Sie scheint nach Daten einer Person zu fragen, die getrennt bleiben: Wenn "
                    "nicht, bitte text daraus machen");
    }
    if (is_words(type->name))
        draft_loss(draft, &question->remarks, "the form asks for a %s; here it is a text",
                   "Das Formular fragt nach %s; hier ist es ein Text", type->name);
}

/* The text beside other, which a form has to ask in a question of its own: the first that is
 * put to those who chose other. */
static bool is_other_text(struct xlsform_reading *reading, size_t row) {
    struct xlsform_relevant relevant;
    struct arena *arena = reading->draft->arena;
    if (!xlsform_read_relevant(arena, xlsform_cell(reading, row, "relevant"), &relevant) ||
        relevant.count != 1 || strcmp(relevant.answers[0], "other") != 0)
        return false;
    for (size_t i = row; i-- > 0;) {
        struct draft_question *asked = reading->made[i];
        if (asked == NULL || strcmp(xlsform_cell(reading, i, "name"), relevant.question) != 0)
            continue;
        int other = draft_find_code(&asked->codes, "other");
        if (other < 0 || asked->has_other ||
            (asked->type != QUESTION_SINGLE && asked->type != QUESTION_MULTI))
            return false;
        asked->codes.codes[other].id = "other";
        asked->has_other = true;
        return true;
    }
    return false;
}

void xlsform_add_question(struct xlsform_reading *reading, size_t row, size_t section) {
    struct xlsform_type type = xlsform_type_of(reading, row);
    if (type.list[0] != '\0')
        add_choice_question(reading, row, section, &type);
    else if (is_number(type.name))
        add_number(reading, row, section, &type);
    else if (strcmp(type.name, "text") == 0 && is_other_text(reading, row))
        return;
    else if (strcmp(type.name, "text") == 0 || is_words(type.name))
        add_text(reading, row, section, &type);
    else if (!is_silent(type.name))
        draft_loss(reading->draft, &reading->draft->remarks,
                   "a question of the type '%s' has no place here: %s",
                   "Für eine Frage vom Typ „%s“ gibt es hier keinen Platz: %s", type.name,
                   xlsform_cell(reading, row, "name"));
}

/* --- groups that are one question --- */

static bool has_appearance(const struct xlsform_reading *reading, size_t row,
                           const char *word) {
    return strstr(xlsform_cell(reading, row, "appearance"), word) != NULL;
}

/* The heading of a table made by hand: "label", beside the rows "list-nolabel". */
static bool is_table_head(const struct xlsform_reading *reading, size_t row) {
    return strcmp(xlsform_cell(reading, row, "appearance"), "label") == 0;
}

/* The rows are choices from one list, shown as a table. */
static bool is_matrix(struct xlsform_reading *reading, size_t row) {
    const char *list = NULL;
    bool table = has_appearance(reading, row, "table-list");
    for (size_t i = row + 1; i < reading->ends[row]; i++) {
        struct xlsform_type type = xlsform_type_of(reading, i);
        if (strcmp(type.name, "note") == 0)
            continue;
        if (!xlsform_is(&type, "select_one") || type.or_other ||
            (list != NULL && strcmp(list, type.list) != 0) ||
            xlsform_cell(reading, i, "relevant")[0] != '\0')
            return false;
        table = table || has_appearance(reading, i, "list-nolabel");
        list = type.list;
    }
    return table && list != NULL;
}

/* The name of a row without that of its group. */
static const char *own_name(struct xlsform_reading *reading, size_t group, size_t row) {
    const char *outer = xlsform_cell(reading, group, "name");
    const char *name = xlsform_cell(reading, row, "name");
    size_t length = strlen(outer);
    bool own =
        strncmp(name, outer, length) == 0 && name[length] == '_' && name[length + 1] != '\0';
    return own ? name + length + 1 : name;
}

/* All of it are words, and each row is called like the group and itself, or asks for data of a
 * person. */
static bool is_contact(struct xlsform_reading *reading, size_t row) {
    size_t count = 0;
    for (size_t i = row + 1; i < reading->ends[row]; i++) {
        struct xlsform_type type = xlsform_type_of(reading, i);
        struct label label = {{NULL}};
        xlsform_label(reading, &reading->survey, i, "label", &label);
        bool named = own_name(reading, row, i) != xlsform_cell(reading, i, "name");
        if (strcmp(type.name, "text") != 0 ||
            (!named && contact_words_judge_label(&label) != CONTACT_SURE))
            return false;
        count++;
    }
    return count > 0;
}

static void add_rows(struct xlsform_reading *reading, size_t row,
                     struct draft_question *question) {
    size_t rows = 0, required = 0;
    for (size_t i = row + 1; i < reading->ends[row]; i++) {
        struct xlsform_type type = xlsform_type_of(reading, i);
        if (strcmp(type.name, "note") == 0 || is_table_head(reading, i))
            continue;
        struct draft_code *code =
            draft_add_code(reading->draft, &question->rows, own_name(reading, row, i));
        xlsform_label(reading, &reading->survey, i, "label", &code->label);
        draft_add_phrase(reading->draft, &code->aliases, xlsform_cell(reading, i, "name"));
        rows++;
        required += says_yes(xlsform_cell(reading, i, "required")) ? 1 : 0;
    }
    question->required = rows > 0 && required == rows;
    if (required > 0 && required < rows)
        draft_loss(reading->draft, &question->remarks,
                   "the form requires an answer in some of its rows",
                   "Das Formular verlangt in einigen ihrer Zeilen eine Antwort");
}

static void add_matrix(struct xlsform_reading *reading, size_t row, size_t section) {
    struct draft_question *question = begin(reading, row, QUESTION_MATRIX, section);
    struct xlsform_type type = {0};
    for (size_t i = row + 1; i < reading->ends[row] && type.list == NULL; i++) {
        struct xlsform_type found = xlsform_type_of(reading, i);
        if (found.list[0] != '\0')
            type = found;
    }
    for (size_t i = row + 1; i < reading->ends[row]; i++)
        if (is_table_head(reading, i) && !label_present(&question->text))
            xlsform_label(reading, &reading->survey, i, "label", &question->text);
    add_choices(reading, &type, question);
    guess_missing(reading->draft, question);
    guess_order(reading->draft, &question->codes);
    add_rows(reading, row, question);
}

bool xlsform_add_group(struct xlsform_reading *reading, size_t row, size_t section) {
    if (is_matrix(reading, row)) {
        add_matrix(reading, row, section);
        return true;
    }
    if (!is_contact(reading, row))
        return false;
    struct draft_question *question = begin(reading, row, QUESTION_CONTACT, section);
    add_rows(reading, row, question);
    draft_guess(reading->draft, &question->remarks,
                "it seems to ask for data of a person, which are kept apart: if not, make "
                "questions of type text of it",
                "Sie scheint nach Daten einer Person zu fragen, die getrennt bleiben: Wenn "
                "nicht, bitte Fragen vom Typ text daraus machen");
    return true;
}
