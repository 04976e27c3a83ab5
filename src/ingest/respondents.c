#include "ingest/respondents.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "ingest/absent_word.h"
#include "ingest/heading_text.h"
#include "ingest/map.h"
#include "ingest/sightings.h"

enum {
    MOST_OF_A_VALUE = 3, /* records that one person may have sent */
    MANY_REPEATS = 10,   /* more than one record in so many */
    FEWEST_REPEATS = 2,  /* somebody has answered twice in any survey */
    SHOWN_HEADING = 60
};

/* Columns that distinguish respondents, the best first; their values never mix. */
static const struct {
    enum metadata metadata;
    const char *prefix;
} kinds[] = {{METADATA_TOKEN, "token "}, {METADATA_ID, "id "}};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* An accepted record. */
struct seen {
    uint64_t respondent;
    uint64_t answers; /* digest */
    uint32_t file;    /* the last one with this value */
    uint32_t records; /* with this value in that file */
};

/* What was noticed in the file about one column. */
struct column_sightings {
    size_t records;             /* with a value */
    size_t most;                /* records of one value */
    struct sightings repeats;   /* of a record in this file */
    struct sightings differing; /* of a record in an earlier file that was answered otherwise */
    struct sightings spoilt;    /* 1.19E+11 */
    struct sightings zeros;     /* repeated */
};

struct respondents {
    const struct questionnaire *questionnaire;
    struct diag *diag;
    struct map *map; /* to the position in seen */
    struct seen *seen;
    size_t count, capacity;
    const char *file;
    uint32_t files;
    struct column_sightings columns[KINDS];
    /* of the record that was last found */
    struct text key;
    size_t kind;
    int64_t position; /* in seen; -1: not yet */
};

struct respondents *respondents_new(const struct questionnaire *questionnaire,
                                    struct diag *diag) {
    struct respondents *respondents = memory_allocate(1, sizeof *respondents);
    respondents->questionnaire = questionnaire;
    respondents->diag = diag;
    respondents->map = map_new();
    return respondents;
}

void respondents_free(struct respondents *respondents) {
    if (respondents == NULL)
        return;
    map_free(respondents->map);
    free(respondents->seen);
    text_free(&respondents->key);
    free(respondents);
}

void respondents_start(struct respondents *respondents, const char *file) {
    respondents->file = file;
    respondents->files++;
    memset(respondents->columns, 0, sizeof respondents->columns);
}

static bool take_digits(const char **at, const char *end) {
    const char *start = *at;
    while (*at < end && **at >= '0' && **at <= '9')
        ++*at;
    return *at > start;
}

/* 1.19E+11, 1,23457E+15: a spreadsheet has cut a long number. */
static bool is_spoilt(const struct cell *cell) {
    const char *at = cell->bytes, *end = cell->bytes + cell->length;
    if (!take_digits(&at, end))
        return false;
    if (at < end && (*at == '.' || *at == ',')) {
        at++;
        if (!take_digits(&at, end))
            return false;
    }
    if (end - at < 3 || (*at != 'E' && *at != 'e') || at[1] != '+')
        return false;
    at += 2;
    return take_digits(&at, end) && at == end;
}

/* 7.0 is 7, which pandas has written again. */
static size_t whole_length(const struct cell *cell) {
    const char *at = cell->bytes, *end = cell->bytes + cell->length;
    bool decimals =
        take_digits(&at, end) && end - at == 2 && (*at == '.' || *at == ',') && at[1] == '0';
    return decimals ? cell->length - 2 : cell->length;
}

static bool is_zero(const struct cell *cell) {
    for (size_t i = 0; i < cell->length; i++)
        if (cell->bytes[i] != '0')
            return false;
    return true;
}

static uint64_t digest_answers(const struct decoder *decoder) {
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < decoder->questionnaire->variable_count; i++) {
        hash = (hash ^ (uint64_t)decoder->answers[i].state) * 1099511628211u;
        hash = (hash ^ (uint64_t)decoder->answers[i].value) * 1099511628211u;
    }
    return hash;
}

bool respondents_find(struct respondents *respondents, const struct decoder *decoder,
                      uint64_t *first) {
    *first = 0;
    for (size_t kind = 0; kind < KINDS; kind++) {
        const struct cell cell =
            decoder_cell(decoder, decoder->binding->metadata[kinds[kind].metadata]);
        if (cell.length == 0 || absent_word_is(decoder->marks, &cell))
            continue;
        struct column_sightings *column = &respondents->columns[kind];
        column->records++;
        if (is_spoilt(&cell))
            sightings_add(&column->spoilt, decoder->record->line);
        text_clear(&respondents->key);
        text_add(&respondents->key, kinds[kind].prefix);
        text_add_bytes(&respondents->key, cell.bytes, whole_length(&cell));
        respondents->kind = kind;
        respondents->position = -1;
        if (map_find(respondents->map, respondents->key.bytes, respondents->key.length,
                     &respondents->position)) {
            *first = respondents->seen[respondents->position].respondent;
            if (is_zero(&cell))
                sightings_add(&column->zeros, decoder->record->line);
        }
        return true;
    }
    return false;
}

void respondents_repeat(struct respondents *respondents, const struct decoder *decoder) {
    struct seen *seen = &respondents->seen[respondents->position];
    struct column_sightings *column = &respondents->columns[respondents->kind];
    bool own = seen->file == respondents->files;
    if (own)
        sightings_add(&column->repeats, decoder->record->line);
    else if (seen->answers != digest_answers(decoder))
        sightings_add(&column->differing, decoder->record->line);
    seen->records = own ? seen->records + 1 : 1;
    seen->file = respondents->files;
    column->most = seen->records > column->most ? seen->records : column->most;
}

void respondents_accept(struct respondents *respondents, const struct decoder *decoder,
                        uint64_t respondent) {
    map_add(respondents->map, respondents->key.bytes, respondents->key.length,
            (int64_t)respondents->count);
    respondents->seen = memory_grow(respondents->seen, respondents->count,
                                    &respondents->capacity, sizeof *respondents->seen);
    respondents->seen[respondents->count++] =
        (struct seen){respondent, digest_answers(decoder), respondents->files, 1};
}

static bool are_many(const struct sightings *sightings, size_t records) {
    return sightings->count >= FEWEST_REPEATS && sightings->count * MANY_REPEATS > records;
}

static bool has_spoilt(const struct column_sightings *column) {
    return column->spoilt.count > 0;
}

static bool has_zeros(const struct column_sightings *column) {
    return column->zeros.count > 0;
}

static bool has_repeats(const struct column_sightings *column) {
    return column->most > MOST_OF_A_VALUE || are_many(&column->repeats, column->records);
}

static bool has_differing(const struct column_sightings *column) {
    return are_many(&column->differing, column->records);
}

/* What a column may break, the first one that it does is reported. In the texts %1$s is the
 * heading, %2$zu how many, %3$zu of how many, %4$s the lines, %5$s the heading as the
 * questionnaire must have it. */
static const struct rule {
    bool (*is_broken)(const struct column_sightings *column);
    size_t sightings;   /* offset in column_sightings of what is counted */
    bool also_declared; /* also where the questionnaire names the column */
    const char *english, *german;
} rules[] = {
    {has_spoilt, offsetof(struct column_sightings, spoilt), true,
     "the column '%1$s' holds numbers such as 1.19E+11, %2$zu of %3$zu (%4$s): a "
     "spreadsheet has cut them, and different people may have the same; export again "
     "and keep it out of spreadsheets, or write into the questionnaire: [ingest], then "
     "id = none",
     "die Spalte '%1$s' enthält Zahlen wie 1,19E+11, %2$zu von %3$zu (%4$s): Eine "
     "Tabellenkalkulation hat sie gekürzt, und verschiedene Personen haben vielleicht "
     "dieselbe; exportieren Sie neu, ohne die Datei dort zu speichern, oder schreiben "
     "Sie in den Fragebogen: [ingest], darunter id = none"},
    {has_zeros, offsetof(struct column_sightings, zeros), false,
     "in the column '%1$s' %2$zu of %3$zu records have 0 as an earlier one has (%4$s), "
     "and would not count; write into the questionnaire: [ingest], then id = %5$s "
     "where 0 is the id of somebody who answered more than once, else id = none",
     "in der Spalte '%1$s' haben %2$zu von %3$zu Datensätzen 0 wie schon ein früherer "
     "(%4$s) und würden nicht zählen; schreiben Sie in den Fragebogen: [ingest], "
     "darunter id = %5$s, wenn 0 die Kennung einer Person ist, die mehrmals geantwortet "
     "hat, sonst id = none"},
    {has_repeats, offsetof(struct column_sightings, repeats), false,
     "in the column '%1$s' %2$zu of %3$zu records have the value of an earlier one "
     "(%4$s), and would not count; write into the questionnaire: [ingest], then id = "
     "%5$s where it tells people apart and they answered more than once, else id = "
     "none",
     "in der Spalte '%1$s' haben %2$zu von %3$zu Datensätzen den Wert eines früheren "
     "(%4$s) und würden nicht zählen; schreiben Sie in den Fragebogen: [ingest], "
     "darunter id = %5$s, wenn sie Personen unterscheidet und diese mehrmals "
     "geantwortet haben, sonst id = none"},
    {has_differing, offsetof(struct column_sightings, differing), false,
     "in the column '%1$s' %2$zu of %3$zu records have the value of one in an earlier "
     "file, with other answers (%4$s), and would not count; write into the "
     "questionnaire: [ingest], then id = none where the files come from different "
     "forms, or id = %5$s where people have changed their answers",
     "in der Spalte '%1$s' haben %2$zu von %3$zu Datensätzen den Wert eines anderen in "
     "einer früheren Datei, mit anderen Antworten (%4$s), und würden nicht zählen; "
     "schreiben Sie in den Fragebogen: [ingest], darunter id = none, wenn die Dateien "
     "aus verschiedenen Formularen stammen, oder id = %5$s, wenn Personen ihre "
     "Antworten geändert haben"},
};

static const struct rule *find_broken(const struct column_sightings *column, bool declared) {
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if ((rules[i].also_declared || !declared) && rules[i].is_broken(column))
            return &rules[i];
    return NULL;
}

static void refuse_broken(const struct respondents *respondents, const struct binding *binding,
                          size_t kind, const struct rule *rule) {
    const struct column_sightings *column = &respondents->columns[kind];
    const struct sightings *sightings =
        (const struct sightings *)(const void *)((const char *)column + rule->sightings);
    size_t number = binding->metadata[kinds[kind].metadata];
    const struct column *bound = &binding->columns[number - 1];
    const struct diag_place place = {respondents->file, sightings->lines[0], number, NULL};
    struct text title = {0}, lines = {0}, in_ini = {0};
    heading_text_shorten(&title, bound->title, bound->title_length, SHOWN_HEADING);
    heading_text_in_ini(&in_ini, bound);
    sightings_describe(&lines, sightings);
    diag_add(respondents->diag, DIAG_ERROR, &place, rule->english, rule->german,
             text_string(&title), sightings->count, column->records, text_string(&lines),
             text_string(&in_ini));
    text_free(&in_ini);
    text_free(&title);
    text_free(&lines);
}

bool respondents_check(const struct respondents *respondents, const struct binding *binding) {
    bool fine = true, declared = respondents->questionnaire->ingest.id != NULL;
    for (size_t kind = 0; kind < KINDS; kind++) {
        const struct rule *broken = find_broken(&respondents->columns[kind], declared);
        if (binding->metadata[kinds[kind].metadata] == 0 || broken == NULL)
            continue;
        refuse_broken(respondents, binding, kind, broken);
        fine = false;
    }
    return fine;
}
