#include "stats/figure.h"

#include "inference/interval.h"
#include "survey/answer_class.h"
#include "survey/results.h"

static const char *or_empty(const char *string) {
    return string != NULL ? string : "";
}

static struct result row_of(const struct figure_writer *writer, const struct subject *subject,
                            enum statistic statistic) {
    return (struct result){.question = or_empty(subject->question),
                           .item = or_empty(subject->item),
                           .category = or_empty(subject->category),
                           .by = writer->by,
                           .level = writer->level,
                           .statistic = statistic,
                           .has_n = true,
                           .method = ""};
}

/* Value, base and the flags that follow from them. */
static void fill(struct result *row, const struct estimate *estimate) {
    row->n = estimate->n;
    row->has_value = estimate->defined;
    row->value = estimate->value;
    if (!estimate->defined)
        row->flag = FLAG_UNDEFINED;
    else if (estimate->n < RESULTS_SMALL_BASE)
        row->flag = FLAG_SMALL;
}

/* The interval, or the word that nobody is missing, so that it has none. */
static void fill_interval(const struct figure_writer *writer, struct result *row,
                          const struct estimate *estimate, const char *method) {
    if (!estimate->defined)
        return;
    if (writer->population > 0 && estimate->n == writer->population) {
        row->flag = FLAG_CENSUS;
        return;
    }
    row->has_low = row->has_high = estimate->has_interval;
    row->low = estimate->low;
    row->high = estimate->high;
    if (estimate->has_interval)
        row->method = method;
}

void figure_total(const struct figure_writer *writer, const struct subject *subject,
                  enum statistic statistic, int64_t count, int64_t n) {
    struct result row = row_of(writer, subject, statistic);
    row.has_value = true;
    row.value = (double)count;
    row.n = n;
    results_write(writer->stream, &row);
}

void figure_class(const struct figure_writer *writer, const struct question *question,
                  const char *item, const int64_t *counts) {
    struct answer_class class = answer_class_decide(question, counts);
    struct result row =
        row_of(writer, &(struct subject){question->id, item, class.category}, STATISTIC_CLASS);
    if (class.kind == CLASS_NONE || writer->by[0] != '\0')
        return;
    row.has_n = false;
    row.method = class_kind_name(class.kind);
    results_write(writer->stream, &row);
}

static void write_plain(const struct figure_writer *writer, const struct subject *subject,
                        enum statistic statistic, const struct estimate *estimate) {
    struct result row = row_of(writer, subject, statistic);
    fill(&row, estimate);
    results_write(writer->stream, &row);
}

void figure_count(const struct figure_writer *writer, const struct subject *subject,
                  enum statistic statistic, int64_t count, int64_t n) {
    write_plain(writer, subject, statistic,
                &(struct estimate){.defined = true, .value = (double)count, .n = n});
}

void figure_plain(const struct figure_writer *writer, const struct subject *subject,
                  enum statistic statistic, struct estimate estimate) {
    if (!writer->counts_only)
        write_plain(writer, subject, statistic, &estimate);
}

void figure_test(const struct figure_writer *writer, const struct subject *subject,
                 enum statistic statistic, struct estimate estimate, const char *method) {
    if (writer->counts_only)
        return;
    struct result row = row_of(writer, subject, statistic);
    fill(&row, &estimate);
    row.has_low = row.has_high = estimate.has_interval;
    row.low = estimate.low;
    row.high = estimate.high;
    row.method = estimate.defined ? method : "";
    results_write(writer->stream, &row);
}

/* The method column of what follows from a share for all who were invited names the share; so
 * does the category where the share has none, so that the bounds of two shares of one item are
 * never the same row. */
static struct result row_about(const struct figure_writer *writer,
                               const struct subject *subject, enum statistic statistic,
                               enum statistic share) {
    struct result row = row_of(writer, subject, statistic);
    if (row.category[0] == '\0')
        row.category = statistic_name(share);
    row.method = statistic_name(share);
    return row;
}

static void write_bounds(const struct figure_writer *writer, const struct subject *subject,
                         enum statistic statistic, const struct share *share) {
    struct estimate bounds = {.n = writer->population};
    if (share->n > 0)
        bounds = interval_bounds(share->count, share->known, writer->population);
    struct result row = row_about(writer, subject, STATISTIC_BOUNDS, statistic);
    fill(&row, &bounds);
    row.has_value = false;
    row.has_low = row.has_high = bounds.defined;
    row.low = bounds.low;
    row.high = bounds.high;
    results_write(writer->stream, &row);
}

static void write_tipping(const struct figure_writer *writer, const struct subject *subject,
                          enum statistic statistic, const struct share *share) {
    struct estimate tipping =
        interval_tipping(share->count, share->n, share->known, writer->population);
    struct result row = row_about(writer, subject, STATISTIC_TIPPING, statistic);
    fill(&row, &tipping);
    if (tipping.defined)
        results_write(writer->stream, &row);
}

static void write_interval(const struct figure_writer *writer, const struct subject *subject,
                           enum statistic statistic, const struct estimate *estimate,
                           const char *method) {
    struct result row = row_of(writer, subject, statistic);
    fill(&row, estimate);
    fill_interval(writer, &row, estimate, method);
    results_write(writer->stream, &row);
}

void figure_share(const struct figure_writer *writer, const struct subject *subject,
                  enum statistic statistic, struct share share) {
    struct estimate estimate = interval_share(share.count, share.n, writer->population,
                                              writer->questionnaire->confidence);
    write_interval(writer, subject, statistic, &estimate,
                   interval_share_method(share.n, writer->population));
    if (writer->population == 0 || writer->by[0] != '\0')
        return;
    write_bounds(writer, subject, statistic, &share);
    write_tipping(writer, subject, statistic, &share);
}

void figure_interval(const struct figure_writer *writer, const struct subject *subject,
                     enum statistic statistic, struct estimate estimate, const char *method) {
    if (!writer->counts_only)
        write_interval(writer, subject, statistic, &estimate, method);
}

void figure_mean(const struct figure_writer *writer, const struct subject *subject,
                 enum statistic statistic, const struct moments *moments) {
    figure_interval(
        writer, subject, statistic,
        interval_student(moments, writer->population, writer->questionnaire->confidence),
        "student");
}

void figure_sd(const struct figure_writer *writer, const struct subject *subject,
               const struct moments *moments) {
    figure_plain(
        writer, subject, STATISTIC_SD,
        (struct estimate){.defined = moments->has_sd, .value = moments->sd, .n = moments->n});
}

void figure_quartile(const struct figure_writer *writer, const struct subject *subject,
                     const struct frequency_table *table, int quartile) {
    static const enum statistic names[] = {STATISTIC_NONE, STATISTIC_Q1, STATISTIC_MEDIAN,
                                           STATISTIC_Q3};
    figure_plain(writer, subject, names[quartile], moments_quartile(table, quartile));
}
