#include "ingest/remarks.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "ingest/sightings.h"

enum {
    MANY_DUPLICATES = 4 /* more than one record in this many */
};

enum { MOST_UNITS = 4 };

/* What was noticed about one question. */
struct noticed {
    struct sightings kinds[NOTICE_KINDS];
    size_t numbers; /* answers to a number question */
    struct {
        const char *unit;
        size_t count;
    } units[MOST_UNITS]; /* the first ones */
};

struct remarks {
    const struct questionnaire *questionnaire;
    struct diag *diag;
    const char *file;
    struct sightings *others; /* by question */
    struct noticed *noticed;  /* likewise */
    struct sightings twins, withdrawals;
    bool suspicious_twins, row_numbers, digits;
    size_t own_duplicates, foreign_duplicates;
};

struct remarks *remarks_new(const struct questionnaire *questionnaire, struct diag *diag) {
    struct remarks *remarks = memory_allocate(1, sizeof *remarks);
    remarks->questionnaire = questionnaire;
    remarks->diag = diag;
    remarks->others = memory_allocate(questionnaire->question_count, sizeof *remarks->others);
    remarks->noticed = memory_allocate(questionnaire->question_count, sizeof *remarks->noticed);
    return remarks;
}

void remarks_free(struct remarks *remarks) {
    if (remarks == NULL)
        return;
    free(remarks->others);
    free(remarks->noticed);
    free(remarks);
}

void remarks_start(struct remarks *remarks, const char *file) {
    struct sightings *others = remarks->others;
    struct noticed *noticed = remarks->noticed;
    memset(others, 0, remarks->questionnaire->question_count * sizeof *others);
    memset(noticed, 0, remarks->questionnaire->question_count * sizeof *noticed);
    *remarks = (struct remarks){.questionnaire = remarks->questionnaire,
                                .diag = remarks->diag,
                                .file = file,
                                .others = others,
                                .noticed = noticed};
}

void remarks_take_other(struct remarks *remarks, const struct question *question, size_t line) {
    sightings_add(&remarks->others[question - remarks->questionnaire->questions], line);
}

static struct noticed *noticed_of(struct remarks *remarks, const struct question *question) {
    return &remarks->noticed[question - remarks->questionnaire->questions];
}

void remarks_take_notice(struct remarks *remarks, const struct notice *notice, size_t line) {
    struct noticed *noticed = noticed_of(remarks, notice->question);
    sightings_add(&noticed->kinds[notice->kind], line);
    for (size_t i = 0; notice->unit != NULL && i < MOST_UNITS; i++) {
        if (noticed->units[i].unit != NULL && strcmp(noticed->units[i].unit, notice->unit) != 0)
            continue;
        noticed->units[i].unit = notice->unit;
        noticed->units[i].count++;
        return;
    }
}

void remarks_take_number(struct remarks *remarks, const struct question *question) {
    noticed_of(remarks, question)->numbers++;
}

void remarks_take_duplicate(struct remarks *remarks, bool of_this_file) {
    if (of_this_file)
        remarks->own_duplicates++;
    else
        remarks->foreign_duplicates++;
}

void remarks_take_withdrawal(struct remarks *remarks, size_t line) {
    sightings_add(&remarks->withdrawals, line);
}

void remarks_take_twin(struct remarks *remarks, size_t line, bool suspicious) {
    sightings_add(&remarks->twins, line);
    remarks->suspicious_twins = remarks->suspicious_twins || suspicious;
}

void remarks_take_row_numbers(struct remarks *remarks) {
    remarks->row_numbers = true;
}

void remarks_take_digits(struct remarks *remarks) {
    remarks->digits = true;
}

static void warn_of_duplicates(const struct remarks *remarks, const struct diag_place *place,
                               size_t records) {
    if (remarks->own_duplicates * MANY_DUPLICATES > records)
        diag_add(
            remarks->diag, DIAG_WARNING, place,
            "%zu of %zu records have the id of an earlier record of this file, and do not "
            "count; if that column does not identify people, remove it and ingest again",
            "%zu von %zu Datensätzen haben die Kennung eines früheren dieser Datei und zählen "
            "nicht; bezeichnet diese Spalte keine Personen, entfernen Sie sie und lesen Sie "
            "neu ein",
            remarks->own_duplicates, records);
    if (remarks->foreign_duplicates > 0)
        diag_add(
            remarks->diag, DIAG_WARNING, place,
            "duplicates of records in an earlier file: %zu; if the files come from different "
            "forms, remove the id column and ingest again",
            "doppelt zu Datensätzen einer früheren Datei: %zu; stammen die Dateien aus "
            "verschiedenen Formularen, entfernen Sie die Spalte der Kennung und lesen Sie neu "
            "ein",
            remarks->foreign_duplicates);
}

/* Two people may answer alike, in a short form many do: that is no warning, unless most of a
 * file is there already. */
static void report_twins(const struct remarks *remarks, const struct diag_place *place,
                         size_t records) {
    struct text lines = {0};
    sightings_describe(&lines, &remarks->twins);
    bool suspicious = remarks->suspicious_twins || remarks->twins.count * 2 > records;
    if (remarks->twins.count > 0)
        diag_add(remarks->diag, suspicious ? DIAG_WARNING : DIAG_NOTE, place,
                 "records that are the same as an earlier one in every column: %zu (%s); they "
                 "count. Two people may answer alike; delete a row that was pasted twice",
                 "Datensätze, die in jeder Spalte einem früheren gleichen: %zu (%s); sie "
                 "zählen. Zwei Personen können gleich antworten; eine zweimal eingefügte Zeile "
                 "löschen Sie",
                 remarks->twins.count, text_string(&lines));
    text_free(&lines);
}

static void note_withdrawals(const struct remarks *remarks, const struct diag_place *place) {
    struct text lines = {0};
    sightings_describe(&lines, &remarks->withdrawals);
    if (remarks->withdrawals.count > 0)
        diag_add(
            remarks->diag, DIAG_NOTE, place,
            "later records that decline quotes or contact: %zu (%s); what the first record "
            "of these people gave of it is left out",
            "spätere Datensätze, die Zitate oder Kontakt ablehnen: %zu (%s); was der "
            "erste dieser Personen dazu enthält, entfällt",
            remarks->withdrawals.count, text_string(&lines));
    text_free(&lines);
}

static void report_manner(const struct remarks *remarks, const struct diag_place *place) {
    if (remarks->row_numbers)
        diag_add(remarks->diag, DIAG_NOTE, place,
                 "column 1 has no heading and holds row numbers; it is dropped",
                 "Spalte 1 hat keine Überschrift und enthält Zeilennummern; sie entfällt");
    if (remarks->digits)
        diag_add(
            remarks->diag, DIAG_WARNING, place,
            "it was exported with Y and N converted to digits: there a yes/no question "
            "that was left empty is a no; export again without the conversion",
            "beim Export wurden Y und N in Ziffern umgewandelt: Eine Ja/Nein-Frage, die "
            "leer blieb, gilt darin als Nein; exportieren Sie noch einmal ohne Umwandlung");
}

static void note_others(const struct remarks *remarks, const struct diag_place *place,
                        const struct sightings *others) {
    struct text lines = {0};
    sightings_describe(&lines, others);
    if (others->count > 0)
        diag_add(remarks->diag, DIAG_NOTE, place,
                 "answers that are no option and were taken as text of 'other': %zu (%s); if "
                 "one of them is an option in other words, say so with alias or [recode]",
                 "Antworten, die keine Option sind und als Text von „other“ gelten: %zu (%s); "
                 "ist eine davon eine Option in anderen Worten, legen Sie es mit alias oder "
                 "[recode] fest",
                 others->count, text_string(&lines));
    text_free(&lines);
}

/* "'km'" or "'km' (5), 'ca.' (2)" */
static void add_units(struct text *text, const struct noticed *noticed) {
    bool several = noticed->units[1].unit != NULL;
    for (size_t i = 0; i < MOST_UNITS && noticed->units[i].unit != NULL; i++) {
        text_add_format(text, "%s'%s'", i > 0 ? ", " : "", noticed->units[i].unit);
        if (several)
            text_add_format(text, " (%zu)", noticed->units[i].count);
    }
}

static void warn_of_units(const struct remarks *remarks, const struct diag_place *place,
                          const struct noticed *noticed) {
    const struct sightings *seen = &noticed->kinds[NOTICE_UNIT];
    struct text units = {0};
    add_units(&units, noticed);
    if (seen->count > 0)
        diag_add(remarks->diag, DIAG_WARNING, place,
                 "%zu of %zu answers hold a number with %s and are not understood; write only "
                 "the numbers in a copy of the export, and name the unit in the question next "
                 "time",
                 "%zu von %zu Antworten enthalten eine Zahl mit %s und gelten als nicht "
                 "verstanden; schreiben Sie in einer Kopie des Exports nur die Zahlen, und "
                 "nennen Sie die Einheit nächstes Mal in der Frage",
                 seen->count, noticed->numbers, text_string(&units));
    text_free(&units);
}

/* What [ingest] missing means beside answers that are spelled like it. */
static void warn_of_missing(const struct remarks *remarks, const struct diag_place *place,
                            const struct noticed *noticed) {
    struct text called = {0}, numbers = {0};
    sightings_describe(&called, &noticed->kinds[NOTICE_CALLED_MISSING]);
    sightings_describe(&numbers, &noticed->kinds[NOTICE_MISSING_NUMBER]);
    if (noticed->kinds[NOTICE_CALLED_MISSING].count > 0)
        diag_add(
            remarks->diag, DIAG_WARNING, place,
            "answers that are called like a word of [ingest] missing: %zu (%s); they count "
            "as the answer of the question. If they are none, take that word from its "
            "labels and aliases",
            "Antworten, die wie ein Wort aus [ingest] missing heißen: %zu (%s); sie zählen "
            "als Antwort der Frage. Sind sie keine, nehmen Sie das Wort aus ihren label "
            "und alias",
            noticed->kinds[NOTICE_CALLED_MISSING].count, text_string(&called));
    if (noticed->kinds[NOTICE_MISSING_NUMBER].count > 0)
        diag_add(remarks->diag, DIAG_WARNING, place,
                 "numbers between min and max that [ingest] missing declares as no answer: %zu "
                 "(%s); they do not count. If they are answers, take them from missing",
                 "Zahlen zwischen min und max, die laut [ingest] missing keine Antwort sind: "
                 "%zu (%s); sie zählen nicht. Sind sie Antworten, nehmen Sie sie aus missing",
                 noticed->kinds[NOTICE_MISSING_NUMBER].count, text_string(&numbers));
    text_free(&called);
    text_free(&numbers);
}

void remarks_report(const struct remarks *remarks, size_t records) {
    struct diag_place place = {remarks->file, 0, 0, NULL};
    warn_of_duplicates(remarks, &place, records);
    note_withdrawals(remarks, &place);
    report_twins(remarks, &place, records);
    report_manner(remarks, &place);
    for (size_t i = 0; i < remarks->questionnaire->question_count; i++) {
        place.item = remarks->questionnaire->questions[i].id;
        note_others(remarks, &place, &remarks->others[i]);
        warn_of_units(remarks, &place, &remarks->noticed[i]);
        warn_of_missing(remarks, &place, &remarks->noticed[i]);
    }
}

void remarks_report_counts(struct diag *diag, const char *file,
                           const size_t counts[STATUS_COUNT], const char *manner) {
    size_t read = 0;
    for (size_t i = 0; i < STATUS_COUNT; i++)
        read += counts[i];
    const struct diag_place place = {file, 0, 0, NULL};
    diag_add(
        diag, DIAG_NOTE, &place,
        "%zu %s read: %zu accepted, %zu rejected, %zu %s, %zu incomplete%s",
        "%zu %s gelesen: %zu angenommen, %zu zurückgewiesen, %zu %s, %zu unvollständig%s", read,
        read == 1 ? language_pick("record", "Datensatz")
                  : language_pick("records", "Datensätze"),
        counts[STATUS_ACCEPTED], counts[STATUS_REJECTED], counts[STATUS_DUPLICATE],
        language_pick(counts[STATUS_DUPLICATE] == 1 ? "duplicate" : "duplicates", "doppelt"),
        counts[STATUS_INCOMPLETE], manner);
    if (counts[STATUS_ACCEPTED] == 0)
        diag_add(diag, DIAG_WARNING, &place, "no answers", "keine Antworten");
}

void remarks_report_contacts(struct diag *diag, const char *file, size_t count) {
    const struct diag_place place = {file, 0, 0, NULL};
    if (count == 1)
        diag_add(
            diag, DIAG_NOTE, &place,
            "1 record of contact data alone: it is no answer, and counts in no number",
            "1 Datensatz mit Kontaktdaten allein: Er ist keine Antwort und zählt nirgends");
    else if (count > 1)
        diag_add(diag, DIAG_NOTE, &place,
                 "%zu records of contact data alone: they are no answers, and count in no "
                 "number",
                 "%zu Datensätze mit Kontaktdaten allein: Sie sind keine Antworten und zählen "
                 "nirgends",
                 count);
}

void remarks_report_apart(struct diag *diag, const char *file, size_t count, size_t others,
                          const char *manner) {
    diag_add(
        diag, DIAG_NOTE, &(struct diag_place){.file = file},
        "a form of its own for what is kept apart: %zu records taken, %zu not%s; they are "
        "no answers to the other questions, and nobody is counted twice",
        "ein eigenes Formular für das, was getrennt bleibt: %zu Datensätze übernommen, %zu "
        "nicht%s; sie sind keine Antworten auf die übrigen Fragen, und niemand zählt "
        "doppelt",
        count, others, manner);
}
