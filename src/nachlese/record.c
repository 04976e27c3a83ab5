#include "nachlese/record.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/command.h"
#include "base/language.h"
#include "base/output.h"
#include "base/text.h"
#include "nachlese/contents.h"
#include "nachlese/wrap.h"
#include "survey/deletion.h"

enum { MOST_COLUMNS = 78 };

struct record {
    const struct summary_facts *facts;
    const char *questionnaire_file;
    struct arena *arena;
    FILE *stream;
    size_t language; /* of the questionnaire: that of the environment, else its first */
};

const char *record_first_line(void) {
    return language_pick("This file is written anew by every run of nachlese.",
                         "Diese Datei schreibt nachlese bei jedem Lauf neu.");
}

const char *record_name(void) {
    return language_pick("README.txt", "LIESMICH.txt");
}

static size_t choose_language(const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if (strcmp(questionnaire->languages[i], language_pick("en", "de")) == 0)
            return i;
    return 0;
}

static const char *label_of(const struct record *record, const struct label *label) {
    const char *words = label->in[record->language];
    return words != NULL ? words : "";
}

static void heading(const struct record *record, const char *english, const char *german) {
    fprintf(record->stream, "\n%s\n", language_pick(english, german));
}

static void line(const struct record *record, const char *string) {
    wrap_paragraph(record->stream, MOST_COLUMNS, "  ", "  ", string);
}

static void point(const struct record *record, const char *string) {
    wrap_paragraph(record->stream, MOST_COLUMNS, "  - ", "    ", string);
}

/* --- what was asked --- */

static int64_t count_of(const struct record *record, enum statistic statistic) {
    const struct result *row =
        results_find(record->facts->results, NULL, NULL, NULL, statistic);
    return row != NULL && row->has_value ? (int64_t)row->value : 0;
}

static void write_asked(const struct record *record) {
    const struct questionnaire *questionnaire = record->facts->questionnaire;
    const char *audience = label_of(record, &questionnaire->audience);
    heading(record, "What was asked", "Was gefragt wurde");
    line(record,
         arena_format(record->arena,
                      language_pick("%s: %zu questions, in %s (SHA-256 %.16s…)",
                                    "%s: %zu Fragen, in %s (SHA-256 %.16s…)"),
                      label_of(record, &questionnaire->title), questionnaire->question_count,
                      record->questionnaire_file, questionnaire->digest));
    if (audience[0] != '\0')
        line(record,
             arena_format(record->arena, language_pick("Asked: %s", "Befragt: %s"), audience));
    if (questionnaire->field_from != NULL && questionnaire->field_to != NULL)
        line(record,
             arena_format(record->arena, language_pick("From %s to %s", "Vom %s bis zum %s"),
                          questionnaire->field_from, questionnaire->field_to));
    line(record,
         arena_format(
             record->arena,
             language_pick("Evaluated: %" PRId64 " of %" PRId64 " records read",
                           "Ausgewertet: %" PRId64 " von %" PRId64 " gelesenen Datensätzen"),
             count_of(record, STATISTIC_ROWS_ACCEPTED), count_of(record, STATISTIC_ROWS_READ)));
    if (count_of(record, STATISTIC_SIMULATED) > 0)
        line(record, language_pick("Some or all of them are made up (simulated).",
                                   "Darunter sind erfundene (simulierte)."));
}

/* --- what was sent --- */

static void write_sent(const struct record *record) {
    const struct ledger *ledger = record->facts->releases->ledger;
    size_t count = 0;
    heading(record, "What was sent to whom", "Was an wen verschickt wurde");
    for (size_t i = 0; i < ledger->count; i++) {
        struct text text = {0};
        if (!release_is_sent(&ledger->releases[i]))
            continue;
        releases_describe(&text, &ledger->releases[i]);
        point(record, text_string(&text));
        text_free(&text);
        count++;
    }
    if (count == 0)
        line(record,
             language_pick("Nothing is noted. After sending: nachlese sent --to WHOM",
                           "Nichts ist vermerkt. Nach dem Verschicken: nachlese sent --to "
                           "EMPFÄNGER"));
}

/* --- what was recoded --- */

/* The answers themselves stand in the questionnaire: here they could be somebody's words. */
static void write_recodes(const struct record *record) {
    const struct questionnaire *questionnaire = record->facts->questionnaire;
    size_t count = 0;
    heading(record, "What was recoded, and why", "Was zugeordnet wurde, und warum");
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        for (size_t k = 0; k < question->recode_count; k++, count++) {
            const struct recode *recode = &question->recodes[k];
            point(record,
                  arena_format(
                      record->arena,
                      language_pick("%s: an answer counts as \"%s\". %s",
                                    "%s: Eine Antwort zählt als „%s“. %s"),
                      question->id,
                      label_of(record, &question->codes->codes[recode->code].label),
                      recode->why != NULL
                          ? recode->why
                          : language_pick("Why is not said (why in [recode]).",
                                          "Warum, ist nicht gesagt (why in [recode]).")));
        }
    }
    if (count == 0)
        line(record, language_pick("Nothing.", "Nichts."));
}

/* --- what stays --- */

static void write_day(const struct record *record, enum deletion deletion, const char *english,
                      const char *german) {
    const char *day = deletion_day(record->facts->questionnaire, deletion);
    point(record, arena_format(record->arena, language_pick(english, german),
                               day != NULL ? day
                                           : language_pick("(no day is named in [privacy])",
                                                           "(in [privacy] steht kein Tag)")));
}

static void write_files(const struct record *record) {
    heading(record, "What stays, and what goes when", "Was bleibt, und was wann weg muss");
    point(record, language_pick("public/ and this file may stay.",
                                "public/ und diese Datei dürfen bleiben."));
    write_day(record, DELETION_RAW, "internal/ and the exports go by %s: nachlese delete --raw",
              "internal/ und die Exporte müssen weg bis %s: nachlese delete --raw");
    if (questionnaire_answered(record->facts->questionnaire, ANSWER_FIELD) != NULL)
        write_day(record, DELETION_CONTACT, "internal/contacts.csv goes by %s: nachlese delete",
                  "internal/contacts.csv muss weg bis %s: nachlese delete");
}

/* --- the whole --- */

static bool is_of_user(const char *path) {
    char first[256] = "";
    FILE *stream = fopen(path, "r");
    if (stream == NULL)
        return false;
    bool ours = fgets(first, sizeof first, stream) != NULL &&
                strncmp(first, record_first_line(), strlen(record_first_line())) == 0;
    fclose(stream);
    return !ours;
}

void record_write(const struct summary_facts *facts, const char *questionnaire_file,
                  struct arena *arena) {
    const char *path = arena_format(arena, "%s/%s", facts->directory, record_name());
    if (is_of_user(path)) {
        fprintf(stderr,
                language_pick("nachlese run: %s is not ours and stays as it is\n",
                              "nachlese run: %s ist nicht von nachlese und bleibt, wie sie "
                              "ist\n"),
                path);
        return;
    }
    struct output *output = output_open(path, true);
    const struct record record = {facts, questionnaire_file, arena, output_stream(output),
                                  choose_language(facts->questionnaire)};
    char day[CLOCK_DAY_SIZE];
    clock_today(day);
    fprintf(record.stream, "%s\n", record_first_line());
    fprintf(record.stream, language_pick("As of %s, nachlese %s\n", "Stand: %s, nachlese %s\n"),
            day, command_version());
    write_asked(&record);
    write_sent(&record);
    write_recodes(&record);
    write_files(&record);
    output_close(output);
}
