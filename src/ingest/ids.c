#include "ingest/ids.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/binding_table.h"
#include "survey/ini.h"

enum { SHOWN_HEADING = 60 };

static char *form_of(struct arena *arena, const char *bytes, size_t length) {
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    char *copy = arena_copy(arena, text_string(&form));
    text_free(&form);
    return copy;
}

static void tell_absent(const struct binding *binding, const char *id, const char *suggestion,
                        const struct diag_place *place, struct diag *diag) {
    struct text near = {0};
    for (size_t i = 0; suggestion != NULL && i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        char *form = form_of(binding->memory, column->title, column->title_length);
        if (near.length == 0 && strcmp(form, suggestion) == 0)
            binding_shorten(&near, column->title, column->title_length, SHOWN_HEADING);
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

bool ids_bind(struct binding *binding, const struct questionnaire *questionnaire,
              const char *file, size_t line, struct diag *diag) {
    const char *id = questionnaire->ingest.id;
    if (id == NULL)
        return true;
    struct diag_place place = {file, line, 0, NULL};
    const char *wanted = form_of(binding->memory, id, strlen(id));
    const char **forms = arena_allocate(binding->memory, binding->count, sizeof *forms);
    size_t found = 0;
    for (size_t i = 0; i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        forms[i] = form_of(binding->memory, column->title, column->title_length);
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
        tell_absent(binding, id, ini_suggestion(wanted, forms, binding->count), &place, diag);
        return false;
    }
    binding->metadata[METADATA_ID] = found;
    if (binding->columns[found - 1].heading.question == NULL)
        binding->columns[found - 1].metadata = METADATA_ID;
    return true;
}
