#include "stats/response.h"

#include "survey/results.h"

static void write_whole(const struct figure_writer *writer, int64_t accepted,
                        struct diag *diag) {
    const struct questionnaire *questionnaire = writer->questionnaire;
    int64_t invited = questionnaire->invited;
    struct subject whole = {0};
    struct diag_place place = {.file = questionnaire->file, .item = "invited"};
    if (invited == 0)
        return;
    figure_total(writer, &whole, STATISTIC_INVITED, invited, invited);
    if (accepted <= invited) {
        double rate = (double)accepted / (double)invited;
        struct result row = {"",
                             "",
                             "",
                             "",
                             "",
                             STATISTIC_RESPONSE_RATE,
                             .has_value = true,
                             .value = rate,
                             .has_n = true,
                             .n = invited,
                             .method = ""};
        results_write(writer->stream, &row);
        return;
    }
    struct estimate undefined = {.n = invited};
    figure_plain(writer, &whole, STATISTIC_RESPONSE_RATE, undefined);
    diag_add(diag, DIAG_WARNING, &place,
             "%lld answers were accepted but only %lld people invited: no response rate, and "
             "the number invited counts as unknown; correct invited = ...",
             "%lld Antworten wurden angenommen, aber nur %lld Personen eingeladen: keine "
             "Rücklaufquote, und die Zahl der Eingeladenen gilt als unbekannt; bitte invited = "
             "... berichtigen",
             (long long)accepted, (long long)invited);
}

/* How many gave that answer to the question of a grouping. */
static int64_t level_size(const struct figure_writer *writer, const struct grouping *grouping,
                          size_t code) {
    return tally_values(writer->tally, 0, grouping->question, 0)[code];
}

/* How many accepted are in no level of which it is known how many were invited: they may belong
 * to any. */
static int64_t count_unplaced(const struct figure_writer *writer,
                              const struct grouping *grouping) {
    int64_t unplaced = tally_records(writer->tally, STATUS_ACCEPTED);
    for (size_t i = 0; i < grouping->question->codes->inside; i++)
        unplaced -= grouping->invited[i] > 0 ? level_size(writer, grouping, i) : 0;
    return unplaced;
}

int64_t response_population(const struct figure_writer *writer, const struct grouping *grouping,
                            size_t code) {
    if (grouping->invited == NULL || count_unplaced(writer, grouping) > 0 ||
        level_size(writer, grouping, code) > grouping->invited[code])
        return 0;
    return grouping->invited[code];
}

static void warn_of_level(const struct figure_writer *writer, const struct grouping *grouping,
                          size_t code, int64_t size, struct diag *diag) {
    const char *id = grouping->question->codes->codes[code].id;
    struct diag_place place = {.file = writer->questionnaire->file,
                               .item = grouping->question->id};
    diag_add(
        diag, DIAG_WARNING, &place,
        "%lld of '%s' were accepted but only %lld invited: the number invited counts as "
        "unknown there; correct invited.%s = ...",
        "%lld Antworten von '%s' wurden angenommen, aber nur %lld eingeladen: Die Zahl der "
        "Eingeladenen gilt dort als unbekannt; bitte invited.%s = ... berichtigen",
        (long long)size, id, (long long)grouping->invited[code], id);
}

/* Who answered of each level. Where somebody is in no level, what answered is only the least
 * that did, so that there is no rate. */
static void write_level_response(const struct figure_writer *everyone,
                                 const struct grouping *grouping, struct diag *diag) {
    const struct code_list *codes = grouping->question->codes;
    int64_t accepted = tally_records(everyone->tally, STATUS_ACCEPTED);
    bool placed = count_unplaced(everyone, grouping) == 0;
    struct figure_writer writer = *everyone;
    struct subject whole = {0};
    writer.by = grouping->question->id;
    for (size_t i = 0; i < codes->inside; i++) {
        int64_t size = level_size(&writer, grouping, i), invited = grouping->invited[i];
        if (invited == 0)
            continue;
        writer.level = codes->codes[i].id;
        if (size > invited)
            warn_of_level(&writer, grouping, i, size, diag);
        figure_total(&writer, &whole, STATISTIC_INVITED, invited, invited);
        figure_total(&writer, &whole, STATISTIC_ANSWERED, size, accepted);
        figure_plain(&writer, &whole, STATISTIC_RESPONSE_RATE,
                     (struct estimate){.defined = placed && size <= invited,
                                       .value = (double)size / (double)invited,
                                       .n = invited});
    }
}

void response_write(const struct figure_writer *writer, struct diag *diag) {
    const struct questionnaire *questionnaire = writer->questionnaire;
    write_whole(writer, tally_records(writer->tally, STATUS_ACCEPTED), diag);
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        if (questionnaire->groupings[i].invited != NULL)
            write_level_response(writer, &questionnaire->groupings[i], diag);
}

int64_t response_coarse_population(const struct figure_writer *everyone,
                                   const struct grouping *grouping, size_t coarse) {
    int64_t sum = 0;
    if (grouping->invited == NULL || count_unplaced(everyone, grouping) > 0)
        return 0;
    for (size_t code = 0; code < grouping->question->codes->inside; code++) {
        if (!grouping_level_holds(grouping, coarse, code))
            continue;
        if (level_size(everyone, grouping, code) > grouping->invited[code])
            return 0;
        sum += grouping->invited[code];
    }
    return sum;
}

int64_t response_asked_population(const struct figure_writer *everyone,
                                  const struct question *question) {
    const struct condition *condition = &question->asked_if;
    const struct grouping *grouping =
        condition->question != NULL ? condition->question->grouping : NULL;
    if (grouping == NULL || condition->dk || condition->count != 1 ||
        condition->codes[0] >= condition->question->codes->inside)
        return 0;
    return response_population(everyone, grouping, condition->codes[0]);
}
