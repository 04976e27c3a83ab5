#include "ingest/fault.h"

#include <string.h>

#include "base/language.h"
#include "base/utf8_control.h"

enum { LONGEST_SHOWN_NUMBER = 4 };

/* %1$s is the value, where there is one; %2$d how many decimals the question takes. */
static const struct sentence {
    const char *english, *german;
} sentences[FAULT_KINDS] = {
    [FAULT_UNKNOWN] =
        {"%s is none of the answers; counts as not understood. If it means one of "
         "them, say so with alias or [recode]",
         "%s ist keine der Antworten; gilt als nicht verstanden. Ist eine von ihnen "
         "gemeint, legen Sie es mit alias oder [recode] fest"},
    [FAULT_NUMBER] = {"%s is not a number such as 12 or 12.5; counts as not understood",
                      "%s ist keine Zahl wie 12 oder 12,5; gilt als nicht verstanden"},
    [FAULT_WHOLE_NUMBER] = {"%s is not a whole number such as 12; counts as not understood",
                            "%s ist keine ganze Zahl wie 12; gilt als nicht verstanden"},
    [FAULT_DECIMALS] = {"%1$s has more decimals than the question takes (decimals = %2$d); "
                        "counts as not understood. If they matter, raise decimals",
                        "%1$s hat mehr Nachkommastellen, als die Frage zulässt (decimals = "
                        "%2$d); gilt als nicht verstanden. Wenn sie zählen, erhöhen Sie "
                        "decimals"},
    [FAULT_THOUSANDS] =
        {"%s has three digits behind its mark, which may be thousands or decimals; counts as "
         "not understood. Write it without the mark, or with other decimals, in a copy of the "
         "export",
         "%s hat drei Ziffern hinter dem Zeichen, also Tausender oder Nachkommastellen; gilt "
         "als nicht verstanden. Schreiben Sie die Zahl in einer Kopie des Exports ohne das "
         "Zeichen oder mit anderer Stellenzahl"},
    [FAULT_RANGE] = {"%s lies outside min and max of the question; counts as not understood",
                     "%s liegt außerhalb von min und max der Frage; gilt als nicht verstanden"},
    [FAULT_UNIT] = {"a number with a unit or a word beside it; counts as not understood. Write "
                    "only the number in a copy of the export",
                    "eine Zahl mit einer Einheit oder einem Wort daneben; gilt als nicht "
                    "verstanden. Schreiben Sie in einer Kopie des Exports nur die Zahl"},
    [FAULT_TICK] =
        {"%s is neither a tick nor an empty box; the question counts as not understood. If it "
         "means one of the two, say so with ticked or not_ticked",
         "%s ist weder ein Kreuz noch ein leeres Kästchen; die Frage gilt als nicht "
         "verstanden. Bedeutet es eines von beiden, legen Sie es mit ticked oder not_ticked "
         "fest"},
    [FAULT_RANK] = {"%s is not a rank; the question counts as not understood",
                    "%s ist kein Rang; die Frage gilt als nicht verstanden"},
    [FAULT_SEPARATOR] =
        {"options that are joined by another separator than the question's; the "
         "question counts as not understood. Set separator, or correct the cell in a copy of "
         "the export",
         "Optionen, die anders verbunden sind als mit dem separator der Frage; sie "
         "gilt als nicht verstanden. Setzen Sie separator, oder berichtigen Sie die Zelle in "
         "einer Kopie des Exports"},
    [FAULT_AMBIGUOUS] =
        {"it may be read as one option or as several, because options hold what joins them; "
         "the question counts as not understood. Say with [recode] what the cell means, or "
         "correct it in a copy of the export",
         "das lässt sich als eine Option oder als mehrere lesen, weil Optionen das enthalten, "
         "was sie verbindet; die Frage gilt als nicht verstanden. Legen Sie mit [recode] fest, "
         "was die Zelle bedeutet, oder berichtigen Sie sie in einer Kopie des Exports"},
    [FAULT_FOLDED_CODES] =
        {"codes that are joined by blanks, in other letters than the questionnaire's, so that "
         "they may be words; the question counts as not understood. Write the codes with alias "
         "as they stand in the export",
         "Codes mit Leerzeichen dazwischen, anders geschrieben als im Fragebogen, so dass es "
         "auch Wörter sein können; die Frage gilt als nicht verstanden. Schreiben Sie die "
         "Codes "
         "mit alias so, wie sie im Export stehen"},
    [FAULT_TWO_OPTIONS] = {"two options of a single choice are ticked; counts as not "
                           "understood",
                           "zwei Optionen einer Einfachauswahl sind angekreuzt; gilt als nicht "
                           "verstanden"},
    [FAULT_SAME_RANK] =
        {"two options have the same rank; the question counts as not understood",
         "zwei Optionen haben denselben Rang; die Frage gilt als nicht "
         "verstanden"},
    [FAULT_SAME_OPTION] = {"an option has two ranks; the question counts as not understood",
                           "eine Option hat zwei Ränge; die Frage gilt als nicht verstanden"},
    [FAULT_DK_WITH_OTHERS] = {"don't know and options together; the question counts as not "
                              "understood",
                              "weiß nicht und Optionen zugleich; die Frage gilt als nicht "
                              "verstanden"},
    [FAULT_EXCLUSIVE] =
        {"an option that excludes all others was chosen with others; the question "
         "counts as not understood",
         "eine Option, die alle anderen ausschließt, wurde mit anderen gewählt; "
         "die Frage gilt als nicht verstanden"},
    [FAULT_TOO_MANY] = {"more options than max_choices allows; the question counts as not "
                        "understood",
                        "mehr Optionen, als max_choices erlaubt; die Frage gilt als nicht "
                        "verstanden"},
    [FAULT_NOT_ASKED] =
        {"an answer to a question that was not put (asked_if); counts as not understood. "
         "Correct the answer before it or this one in a copy of the export, or delete asked_if",
         "eine Antwort auf eine Frage, die nicht gestellt war (asked_if); gilt als nicht "
         "verstanden. Berichtigen Sie die Antwort davor oder diese in einer Kopie des Exports, "
         "oder löschen Sie asked_if"},
    [FAULT_TWO_COLUMNS] =
        {"two columns of the question hold different answers; counts as not understood. "
         "Correct "
         "one of them in a copy of the export",
         "zwei Spalten der Frage enthalten verschiedene Antworten; gilt als nicht verstanden. "
         "Berichtigen Sie eine davon in einer Kopie des Exports"},
    [FAULT_TEXT_DROPPED] =
        {"text beside the answer was dropped, because 'other' was not chosen",
         "der Text neben der Antwort entfällt, weil „other“ nicht gewählt ist"},
    [FAULT_TEXT_AMONG] =
        {"text of 'other' stands before or between options; it may hold a word that was "
         "counted "
         "as an option. Look at the cell, and correct it in a copy of the export",
         "Text von „other“ steht vor oder zwischen Optionen; vielleicht enthält er ein Wort, "
         "das "
         "als Option gezählt ist. Sehen Sie die Zelle an und berichtigen Sie sie in einer "
         "Kopie "
         "des Exports"},
};

/* A few digits in answer to a number identify nobody, unless the question does. In a column of
 * codes they may be anything: a postcode, a year, a PIN. */
static bool is_short_number(const struct fault *fault) {
    bool asked = question_answer(fault->question) == ANSWER_NUMBER &&
                 (fault->question->roles & ROLE_IDENTIFYING) == 0;
    for (size_t i = 0; asked && i < fault->length; i++)
        if (fault->bytes[i] == '\0' || strchr("0123456789.,-", fault->bytes[i]) == NULL)
            return false;
    return asked && fault->length <= LONGEST_SHOWN_NUMBER;
}

/* What is in a column may be anything, an address or a whole sentence, where columns have
 * slipped: only what resembles an answer of the question is shown. */
static void show_value(struct text *text, const struct fault *fault,
                       const struct spelling *spelling) {
    const char *suggestion = NULL;
    if (spelling != NULL && !utf8_has_control(fault->bytes, fault->length))
        suggestion = spelling_suggestion(spelling, fault->bytes, fault->length);
    if (suggestion != NULL || is_short_number(fault)) {
        text_add_byte(text, '\'');
        text_add_bytes(text, fault->bytes, fault->length);
        text_add_byte(text, '\'');
        if (suggestion != NULL)
            text_add_format(text, language_pick(" (is it '%s'?)", " (gemeint: '%s'?)"),
                            suggestion);
        return;
    }
    text_add_format(
        text,
        fault->length == 1
            ? language_pick("value withheld (%zu byte)", "Wert nicht gezeigt (%zu Byte)")
            : language_pick("value withheld (%zu bytes)", "Wert nicht gezeigt (%zu Bytes)"),
        fault->length);
    const char *beginning =
        spelling != NULL ? spelling_beginning(spelling, fault->bytes, fault->length) : NULL;
    if (beginning != NULL)
        text_add_format(text,
                        language_pick(", which begins with '%s',", ", der mit '%s' beginnt,"),
                        beginning);
}

const char *fault_code(enum fault_kind kind) {
    if (kind == FAULT_TEXT_AMONG)
        return "text_among_options";
    return kind == FAULT_TEXT_DROPPED ? "text_dropped" : "invalid_value";
}

void fault_explain(struct text *text, const struct fault *fault,
                   const struct spelling *spelling) {
    struct text value = {0};
    if (fault->bytes != NULL)
        show_value(&value, fault, spelling);
    const struct sentence *sentence = &sentences[fault->kind];
    text_add_format(text, language_pick(sentence->english, sentence->german),
                    text_string(&value), fault->question->decimals);
    text_free(&value);
}

void fault_warn(const struct fault *fault, const struct spelling *spelling, const char *file,
                size_t line, struct diag *diag) {
    struct text value = {0};
    const struct diag_place place = {file, line, fault->column, fault->item};
    if (fault->bytes != NULL)
        show_value(&value, fault, spelling);
    const struct sentence *sentence = &sentences[fault->kind];
    diag_add(diag, DIAG_WARNING, &place, sentence->english, sentence->german,
             text_string(&value), fault->question->decimals);
    text_free(&value);
}
