#include "nachlese/summary.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/language.h"
#include "base/text.h"
#include "nachlese/attention.h"
#include "nachlese/contents.h"
#include "nachlese/wrap.h"

enum { MOST_COLUMNS = 78 };

struct summary {
    const struct summary_facts *facts;
    const struct results *results;
    FILE *stream;
};

static void say(const struct summary *summary, const char *english, const char *german) {
    fputs(language_pick(english, german), summary->stream);
}

static int64_t records(const struct summary *summary, enum statistic statistic) {
    const struct result *row = results_find(summary->results, NULL, NULL, NULL, statistic);
    return row != NULL && row->has_value ? (int64_t)row->value : 0;
}

static void print_records(const struct summary *summary) {
    fprintf(
        summary->stream,
        language_pick("Done. Records read %" PRId64 ": accepted %" PRId64 ", rejected %" PRId64
                      ", duplicate %" PRId64 ", incomplete %" PRId64 ".\n",
                      "Fertig. Gelesen %" PRId64 ": angenommen %" PRId64 ", abgelehnt %" PRId64
                      ", doppelt %" PRId64 ", unvollständig %" PRId64 ".\n"),
        records(summary, STATISTIC_ROWS_READ), records(summary, STATISTIC_ROWS_ACCEPTED),
        records(summary, STATISTIC_ROWS_REJECTED), records(summary, STATISTIC_ROWS_DUPLICATE),
        records(summary, STATISTIC_ROWS_INCOMPLETE));
}

static bool was_made(const struct summary *summary, const char *part, const char *name) {
    struct text path = {0};
    text_add_format(&path, "%s/%s/%s", summary->facts->built, part, name);
    bool made = access(path.bytes, F_OK) == 0;
    text_free(&path);
    return made;
}

/* Adds a blank and the word, unless the list has it. */
static void add_once(struct text *list, const char *word, size_t length) {
    const char *rest = text_string(list);
    for (; *rest == ' '; rest += strcspn(rest + 1, " ") + 1)
        if (strcspn(rest + 1, " ") == length && memcmp(rest + 1, word, length) == 0)
            return;
    text_add(list, " ");
    text_add_bytes(list, word, length);
}

/* What is in public/ of one kind: "  report.de report.en (.html .txt): the report". */
static void print_kind(const struct summary *summary, const struct content *content,
                       struct dirent *const *entries, int count) {
    struct text line = {0}, beginnings = {0}, endings = {0};
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name, *ending = strrchr(name, '.');
        if (contents_find("public", name) != content)
            continue;
        add_once(&beginnings, name, (size_t)(ending - name));
        add_once(&endings, ending, strlen(ending));
    }
    if (endings.length > 0) {
        text_add_format(&line, "%s (%s): %s", beginnings.bytes + 1, endings.bytes + 1,
                        language_pick(content->english, content->german));
        if (content->shows_pictures && was_made(summary, "public", "charts"))
            text_add(&line, language_pick(", with pictures", ", mit Bildern"));
        wrap_paragraph(summary->stream, MOST_COLUMNS, "  ", "    ", line.bytes);
    }
    text_free(&line);
    text_free(&beginnings);
    text_free(&endings);
}

/* In the order of the table of contents: the files of each kind on a line with what they are,
 * then the names of all others. */
static void print_public(const struct summary *summary) {
    struct text path = {0}, others = {0};
    struct dirent **entries = NULL;
    text_add_format(&path, "%s/public", summary->facts->built);
    int count = scandir(path.bytes, &entries, NULL, alphasort);
    text_free(&path);
    for (size_t i = 0; i < contents_count; i++) {
        if (strcmp(contents[i].part, "public") != 0)
            continue;
        if (contents[i].english != NULL)
            print_kind(summary, &contents[i], entries, count);
        else if (was_made(summary, "public", contents[i].name))
            add_once(&others, contents[i].name, strlen(contents[i].name));
    }
    wrap_paragraph(summary->stream, MOST_COLUMNS, language_pick("  also: ", "  dazu: "), "    ",
                   others.bytes + 1);
    text_free(&others);
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
}

/* "2021-12-31", or as German readers write it. */
static void add_day(struct text *line, const char *day) {
    if (language_is_german())
        text_add_format(line, "Bitte löschen bis %.2s.%.2s.%.4s:", day + 8, day + 5, day);
    else
        text_add_format(line, "Please delete by %s:", day);
}

static void add_exports(const struct summary *summary, struct text *line) {
    for (size_t i = 0; i < summary->facts->export_count; i++)
        text_add_format(line, " %s,",
                        strcmp(summary->facts->exports[i], "-") != 0
                            ? summary->facts->exports[i]
                            : language_pick("(the file behind standard input)",
                                            "(die Datei hinter der Standardeingabe)"));
}

/* Adds what in internal/ is to be deleted by that day, where all else has the day of the raw
 * data. */
static void add_files(const struct summary *summary, enum deletion deletion,
                      struct text *line) {
    bool raw = deletion == DELETION_RAW, first = true;
    if (raw)
        text_add(line, " internal/");
    for (size_t i = 0; i < contents_count; i++) {
        bool other = (int)contents[i].until != (int)DELETION_RAW &&
                     strcmp(contents[i].part, "internal") == 0;
        bool named = raw ? other : (int)contents[i].until == (int)deletion;
        if (!named || !was_made(summary, "internal", contents[i].name))
            continue;
        text_add_format(line, "%s %s", raw && first ? language_pick(" but not", " außer") : "",
                        contents[i].name);
        first = false;
    }
}

static void print_deletion(const struct summary *summary, enum deletion deletion) {
    const char *day = deletion_day(summary->facts->questionnaire, deletion);
    struct text line = {0}, files = {0};
    add_files(summary, deletion, &files);
    if (day != NULL && files.length > 0) {
        add_day(&line, day);
        if (deletion == DELETION_RAW)
            add_exports(summary, &line);
        text_add(&line, files.bytes);
        wrap_paragraph(summary->stream, MOST_COLUMNS, "", "  ", line.bytes);
    }
    text_free(&line);
    text_free(&files);
}

/* Numbered where they are counted below. */
static void print_points(const struct summary *summary, const struct attention_points *points,
                         enum attention_weight weight) {
    const char *rest = text_string(&points->text[weight]);
    for (size_t i = 1; *rest != '\0'; i++) {
        struct text lead = {0}, point = {0};
        size_t length = strcspn(rest, "\n");
        if (weight == ATTENTION_OPEN)
            text_add_format(&lead, "  %zu ", i);
        else
            text_add(&lead, "  - ");
        text_add_bytes(&point, rest, length);
        wrap_paragraph(summary->stream, MOST_COLUMNS, lead.bytes, "    ", text_string(&point));
        text_free(&lead);
        text_free(&point);
        rest += length + 1;
    }
}

/* The page to look at first: in the language of the messages where there is one, else in the
 * first. */
static void print_page(const struct summary *summary) {
    const struct questionnaire *questionnaire = summary->facts->questionnaire;
    const char *wanted = language_is_german() ? "de" : "en", *language = NULL;
    for (size_t i = 0; i < questionnaire->language_count; i++) {
        bool made = (summary->facts->languages_without_report >> i & 1U) == 0;
        bool better = language == NULL || strcmp(questionnaire->languages[i], wanted) == 0;
        if (made && better)
            language = questionnaire->languages[i];
    }
    if (language != NULL)
        fprintf(summary->stream,
                language_pick("\nPlease open: %s/public/report.%s.html\n",
                              "\nBitte öffnen: %s/public/report.%s.html\n"),
                summary->facts->directory, language);
}

static void print_decision(const struct summary *summary, size_t open) {
    if (open == 0)
        fprintf(
            summary->stream,
            language_pick("To be sent: %s/public/%s/\n", "Zum Verschicken: %s/public/%s/\n"),
            summary->facts->directory, contents_names(summary->facts->questionnaire)->send);
    else if (open == 1)
        say(summary, "Not to be sent yet: 1 point is open (see above).\n",
            "Noch nicht verschicken: 1 Punkt offen (siehe oben).\n");
    else
        fprintf(summary->stream,
                language_pick("Not to be sent yet: %zu points are open (see above).\n",
                              "Noch nicht verschicken: %zu Punkte offen (siehe oben).\n"),
                open);
}

void summary_write(const struct summary_facts *facts, FILE *stream) {
    struct summary summary = {.facts = facts, .results = facts->results, .stream = stream};
    struct attention_points points = attention_collect(facts);
    print_records(&summary);
    fprintf(stream, language_pick("For others: %s/public/\n", "Für andere: %s/public/\n"),
            facts->directory);
    print_public(&summary);
    fprintf(stream,
            language_pick("For you alone: %s/internal/\n", "Für Sie allein: %s/internal/\n"),
            facts->directory);
    if (points.count[ATTENTION_OPEN] > 0)
        say(&summary, "Before it is sent:\n", "Vor dem Verschicken klären:\n");
    print_points(&summary, &points, ATTENTION_OPEN);
    say(&summary, "Please look at:\n", "Bitte ansehen:\n");
    print_points(&summary, &points, ATTENTION_LOOK);
    for (enum deletion deletion = 0; deletion < DELETIONS; deletion++)
        print_deletion(&summary, deletion);
    print_page(&summary);
    print_decision(&summary, points.count[ATTENTION_OPEN]);
    attention_free(&points);
}
