#include "ingest/absent_word.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

/* In folded form. Spreadsheets' errors begin with # and end with ! or ?, but for these. */
static const char *const words[] = {
    "na",
    "n/a",
    "n.a.",
    "n. a.",
    "<na>",
    "null",
    "(null)",
    "nil",
    "nan",
    "nat",
    "\\n",
    "0.0",
    "0,0",
    "none",
    "undefined",
    "missing",
    "empty",
    "(empty)",
    "(blank)",
    "leer",
    "(leer)",
    "k.a.",
    "k. a.",
    "ka",
    "keine angabe",
    "keine",
    "kein",
    "keiner",
    "ohne",
    "ohne angabe",
    "nicht angegeben",
    "no answer",
    "not available",
    "unknown",
    "unbekannt",
    "anonymous",
    "anonym",
    "anonymous user",
    "anonymer benutzer",
    "anonyme benutzerin",
    "anonymer nutzer",
    "anonyme",
    "anonyme person",
    "anonymus",
    "anonimo",
    "anónimo",
    "anônimo",
    "anonimowy",
    "anonymní",
    "аноним",
    "aucun",
    "aucune",
    "ninguno",
    "nessuno",
    "brak",
    "žádný",
    "inconnu",
    "desconocido",
    "#nv",
    "#n/v",
    "#n/d",
    "#n/a",
};

static bool is_word(const char *form) {
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i], form) == 0)
            return true;
    return false;
}

static bool is_signs(const char *form) {
    for (; *form != '\0'; form++)
        if (isalnum((unsigned char)*form) || (unsigned char)*form >= 0x80)
            return false;
    return true;
}

/* #BEZUG!, #NAME?, #DIV/0! */
static bool is_sheet_error(const char *form) {
    size_t length = strlen(form);
    return length > 2 && form[0] == '#' && strchr("!?", form[length - 1]) != NULL;
}

static bool is_negative(const char *form) {
    return form[0] == '-' && form[1] != '\0' &&
           form[1 + strspn(form + 1, "0123456789")] == '\0';
}

bool absent_word_is(const struct missing_marks *marks, const struct cell *cell) {
    if (missing_marks_declared(marks, cell))
        return true;
    /* Ids and dates, without any conversion: no word above begins so. */
    if (cell->length > 0 && cell->bytes[0] >= '1' && cell->bytes[0] <= '9')
        return false;
    struct text text = {0};
    utf8_comparison_form(&text, cell->bytes, cell->length, true);
    const char *form = text_string(&text);
    bool missing = is_word(form) || is_signs(form) || is_sheet_error(form) || is_negative(form);
    text_free(&text);
    return missing;
}
