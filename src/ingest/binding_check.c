#include "ingest/binding_check.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "ingest/form_system.h"
#include "ingest/heading_text.h"
#include "survey/cell.h"

enum { SHOWN_HEADING = 60 };

static bool check_title(const struct csv_field *title, const struct diag_place *place,
                        struct diag *diag) {
    if (cell_is_blank(title)) {
        diag_add(
            diag, DIAG_ERROR, place,
            "column %zu has no heading; give it one, or remove it; where the row below holds "
            "the options, join both in a copy of the export: QUESTION [OPTION]",
            "Spalte %zu hat keine Überschrift; ergänzen Sie eine, oder entfernen Sie die "
            "Spalte; stehen die Optionen in der Zeile darunter, fügen Sie beide in einer "
            "Kopie des Exports zusammen: FRAGE [OPTION]",
            place->column);
        return false;
    }
    if (memchr(title->bytes, '\0', title->length) != NULL) {
        diag_add(diag, DIAG_ERROR, place, "NUL byte in the header; export the file again",
                 "NUL-Byte in der Kopfzeile; exportieren Sie die Datei noch einmal");
        return false;
    }
    if (!utf8_valid(title->bytes, title->length)) {
        diag_add(
            diag, DIAG_ERROR, place,
            "broken characters in the header; export the file again as UTF-8",
            "zerstörte Zeichen in der Kopfzeile; exportieren Sie die Datei noch einmal, als "
            "UTF-8");
        return false;
    }
    return true;
}

/* The coded answers of an earlier run: reading them again would lose what was rejected and what
 * was made up. */
static bool is_answers_file(const struct csv_record *header) {
    static const char *const headings[] = {"respondent", "status", "origin"};
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
        if (i >= header->count || strcmp(header->fields[i].bytes, headings[i]) != 0)
            return false;
    return true;
}

bool binding_check_header(const struct csv_record *header, const char *file,
                          struct diag *diag) {
    struct diag_place place = {file, header->line, 0, NULL};
    if (header->field_too_long || header->kept < header->count) {
        diag_add(diag, DIAG_ERROR, &place,
                 "the first line is too long for a header; is this a CSV file?",
                 "die erste Zeile ist zu lang für eine Kopfzeile; ist das eine CSV-Datei?");
        return false;
    }
    for (size_t i = 0; i < header->count; i++) {
        place.column = i + 1;
        if (!check_title(&header->fields[i], &place, diag))
            return false;
    }
    if (is_answers_file(header)) {
        place.column = 0;
        diag_add(
            diag, DIAG_ERROR, &place,
            "this already is an answers.csv; give it to nachlese-stats, and ingest the export",
            "das ist schon eine answers.csv; sie gehört zu nachlese-stats, hierher der Export");
        return false;
    }
    return true;
}

/* Contact fields are often removed before a file is passed on: they do not count. */
static size_t count_found(const struct binding *binding,
                          const struct questionnaire *questionnaire, size_t *all) {
    size_t found = 0;
    *all = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        if (question_answer(&questionnaire->questions[i]) == ANSWER_FIELD)
            continue;
        ++*all;
        found += binding->questions[i].found ? 1 : 0;
    }
    return found;
}

/* What goes into files of its own: what is kept apart, and contact data. */
static bool goes_apart(const struct question *question) {
    return question_is_apart(question) || question_answer(question) == ANSWER_FIELD;
}

static size_t count_apart(const struct binding *binding,
                          const struct questionnaire *questionnaire, size_t *all) {
    size_t found = 0;
    *all = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        if (!goes_apart(&questionnaire->questions[i]))
            continue;
        ++*all;
        found += binding->questions[i].found ? 1 : 0;
    }
    return found;
}

/* A survey of its own for what is kept apart has all of that, and nothing else. */
static bool is_for_contacts(const struct binding *binding,
                            const struct questionnaire *questionnaire) {
    size_t all, found = count_apart(binding, questionnaire, &all);
    return all > 0 && found == all;
}

/* No column for anything but that and the consent to take part, though there is more to ask. */
bool binding_is_of_contacts(const struct binding *binding,
                            const struct questionnaire *questionnaire) {
    size_t others = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (goes_apart(question) || (question->roles & ROLE_CONSENT_PARTICIPATION) != 0)
            continue;
        if (binding->questions[i].found)
            return false;
        others++;
    }
    return others > 0 && is_for_contacts(binding, questionnaire);
}

bool binding_is_without_contacts(const struct binding *binding,
                                 const struct questionnaire *questionnaire) {
    size_t all, found = count_apart(binding, questionnaire, &all);
    return all > 0 && found == 0;
}

bool binding_fits(const struct binding *binding, const struct questionnaire *questionnaire) {
    size_t all, found = count_found(binding, questionnaire, &all);
    return found * 2 >= all || is_for_contacts(binding, questionnaire);
}

void binding_refuse_unfit(const struct binding *binding,
                          const struct questionnaire *questionnaire,
                          const struct diag_place *place, struct diag *diag) {
    size_t all, found = count_found(binding, questionnaire, &all);
    diag_add(diag, DIAG_ERROR, place,
             "this does not look like answers to this questionnaire: only %zu of %zu questions "
             "have a column; check -q, and export the headings as question codes or full texts",
             "das sieht nicht nach Antworten auf diesen Fragebogen aus: nur %zu von %zu Fragen "
             "haben eine Spalte; prüfen Sie -q, und exportieren Sie als Überschriften die "
             "Fragencodes oder die vollständigen Texte",
             found, all);
}

static bool refuse_missing(const struct diag_place *place, struct diag *diag,
                           const struct heading *heading) {
    struct text name = {0};
    heading_text_meaning(&name, heading);
    diag_add(
        diag, DIAG_ERROR, place,
        "no column for %s, although others of its question are there; export all columns, or "
        "add its heading to the questionnaire as heading or alias",
        "keine Spalte für %s, obwohl andere Spalten dieser Frage da sind; exportieren Sie "
        "alle Spalten, oder ergänzen Sie ihre Überschrift im Fragebogen als heading oder "
        "alias",
        text_string(&name));
    text_free(&name);
    return false;
}

static bool check_items(const struct question *question, const struct question_columns *columns,
                        const struct diag_place *place, struct diag *diag) {
    bool whole = true, ticks = question_answer(question) == ANSWER_TICK;
    for (size_t i = 0; i < columns->item_count; i++) {
        bool other = ticks && question->has_other && question->other == i;
        if ((other ? columns->other_text : columns->items[i]) == 0)
            whole =
                refuse_missing(place, diag, &(struct heading){HEADING_VARIABLE, question, i});
    }
    if (ticks && question->has_dk && columns->dk == 0)
        whole = refuse_missing(place, diag, &(struct heading){HEADING_DK, question, 0});
    return whole;
}

/* The last ranks may be absent: some versions export only as many as were used. */
static bool check_ranks(const struct question *question, const struct question_columns *columns,
                        const struct diag_place *place, struct diag *diag) {
    bool whole = true;
    size_t last = columns->rank_count;
    while (last > 0 && columns->ranks[last - 1] == 0)
        last--;
    for (size_t i = 0; i < last; i++)
        if (columns->ranks[i] == 0)
            whole = refuse_missing(place, diag, &(struct heading){HEADING_RANK, question, i});
    return whole;
}

/* "q[1]" ends in a bare number; "q [Rank 1]" and "q [1. Wahl]" say what theirs is. */
static bool ends_in_bare_number(const struct column *column) {
    const char *title = column->title;
    size_t end = column->title_length;
    while (end > 0 && strchr("]) ", title[end - 1]) != NULL)
        end--;
    size_t start = end;
    while (start > 0 && isdigit((unsigned char)title[start - 1]))
        start--;
    size_t before = start;
    while (before > 0 && title[before - 1] == ' ')
        before--;
    return start < end && before > 0 && strchr("[(_./-", title[before - 1]) != NULL;
}

static bool is_number_of_option(const struct question *question, size_t number) {
    for (size_t i = 0; i < question->codes->count; i++)
        for (size_t k = 0; k < question->codes->codes[i].alias_count; k++) {
            const char *alias = question->codes->codes[i].aliases[k];
            char *end;
            if (isdigit((unsigned char)alias[0]) && strtoul(alias, &end, 10) == number &&
                *end == '\0')
                return true;
        }
    return false;
}

/* Where the options are called by numbers, too, "q[1]" may be the first rank and its cell an
 * option, or the first option and its cell a rank: every cell can be read in both ways. Of
 * LimeSurvey alone it is known which. */
static bool check_ranks_are_no_options(const struct binding *binding,
                                       const struct question *question,
                                       const struct question_columns *columns,
                                       const struct diag_place *place, struct diag *diag) {
    if (form_system_find(binding) == SYSTEM_LIMESURVEY)
        return true;
    for (size_t i = 0; i < columns->rank_count; i++) {
        if (columns->ranks[i] == 0 || !is_number_of_option(question, i + 1) ||
            !ends_in_bare_number(&binding->columns[columns->ranks[i] - 1]))
            continue;
        const struct column *column = &binding->columns[columns->ranks[i] - 1];
        const struct diag_place there = {place->file, place->line, columns->ranks[i], NULL};
        struct text title = {0};
        heading_text_shorten(&title, column->title, column->title_length, SHOWN_HEADING);
        diag_add(diag, DIAG_ERROR, &there,
                 "%s: '%s' may be rank %zu or the option that is called %zu; if it is the "
                 "option, give it the whole heading as its alias instead of the number, else "
                 "name the column '%s [Rank %zu]' in a copy of the export",
                 "%s: '%s' kann Rang %zu sein oder die Option, die %zu heißt; ist es die "
                 "Option, geben Sie ihr statt der Zahl die ganze Überschrift als alias, sonst "
                 "nennen Sie die Spalte in einer Kopie des Exports '%s [Rang %zu]'",
                 question->id, text_string(&title), i + 1, i + 1, question->id, i + 1);
        text_free(&title);
        return false;
    }
    return true;
}

static bool any(const size_t *columns, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (columns[i] != 0)
            return true;
    return false;
}

static bool refuse_two_forms(const struct question *question, const struct diag_place *place,
                             struct diag *diag) {
    diag_add(diag, DIAG_ERROR, place,
             "%s is there twice, in one column and in several, or by rank and by option; "
             "remove one of the forms",
             "%s ist doppelt enthalten, in einer Spalte und in mehreren, oder nach Rang und "
             "nach Option; entfernen Sie eine der Formen",
             question->id);
    return false;
}

/* Ticks and ranks can be exported in several ways; two at once might contradict each other. */
static bool check_choices(const struct question *question,
                          const struct question_columns *columns,
                          const struct diag_place *place, struct diag *diag) {
    bool items = any(columns->items, columns->item_count) || columns->dk != 0 ||
                 (columns->other_text != 0 && columns->whole == 0);
    bool ranks = any(columns->ranks, columns->rank_count);
    bool whole = columns->whole != 0;
    if ((items ? 1 : 0) + (ranks ? 1 : 0) + (whole ? 1 : 0) > 1)
        return refuse_two_forms(question, place, diag);
    if (ranks)
        return check_ranks(question, columns, place, diag);
    return whole || check_items(question, columns, place, diag);
}

/* A single choice has one column, or one for each option. */
static bool check_single(const struct question *question,
                         const struct question_columns *columns, const struct diag_place *place,
                         struct diag *diag) {
    bool tick_cells = any(columns->options, columns->option_count) || columns->dk != 0;
    if (!tick_cells)
        return check_items(question, columns, place, diag);
    if (columns->items[0] != 0)
        return refuse_two_forms(question, place, diag);
    bool whole = true;
    for (size_t i = 0; i < columns->option_count; i++) {
        bool other = question->has_other && question->other == i;
        if ((other ? columns->other_text : columns->options[i]) == 0)
            whole = refuse_missing(place, diag, &(struct heading){HEADING_OPTION, question, i});
    }
    if (question->has_dk && columns->dk == 0)
        whole = refuse_missing(place, diag, &(struct heading){HEADING_DK, question, 0});
    return whole;
}

static bool check_contact(const struct question *question,
                          const struct question_columns *columns,
                          const struct diag_place *place, struct diag *diag) {
    for (size_t i = 0; i < columns->item_count; i++)
        if (columns->items[i] == 0)
            diag_add(diag, DIAG_WARNING, place, "no column for %s__%s; it stays empty",
                     "keine Spalte für %s__%s; das Feld bleibt leer", question->id,
                     question->rows[i].id);
    return true;
}

/* Without its consent question a file cannot show who may be counted, quoted or written to. */
static bool check_absent(const struct question *question, const struct diag_place *place,
                         struct diag *diag) {
    if ((question->roles & ROLE_CONSENT_PARTICIPATION) != 0) {
        diag_add(diag, DIAG_ERROR, place,
                 "no column for %s, the consent to take part; without it no answer may be used",
                 "keine Spalte für %s, die Einwilligung in die Teilnahme; ohne sie darf keine "
                 "Antwort verwendet werden",
                 question->id);
        return false;
    }
    return true;
}

bool binding_check_questions(const struct binding *binding,
                             const struct questionnaire *questionnaire,
                             const struct diag_place *place, struct diag *diag) {
    bool fine = true;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        const struct question_columns *columns = &binding->questions[i];
        if (!columns->found)
            fine = check_absent(question, place, diag) && fine;
        else if (question_has_options(question))
            fine = check_choices(question, columns, place, diag) &&
                   check_ranks_are_no_options(binding, question, columns, place, diag) && fine;
        else if (question_has_one_code(question))
            fine = check_single(question, columns, place, diag) && fine;
        else if (question_answer(question) == ANSWER_FIELD)
            fine = check_contact(question, columns, place, diag) && fine;
        else
            fine = check_items(question, columns, place, diag) && fine;
    }
    return fine;
}
