#include "survey/published.h"

#include <string.h>

#include "survey/view.h"

struct check {
    const struct results *results;
    const struct questionnaire *questionnaire;
    struct diag *diag;
    struct diag_place place;
};

static bool passed_the_gate(const struct check *check) {
    if (results_are_published(check->results))
        return true;
    diag_add(check->diag, DIAG_ERROR, &check->place,
             "these results are not published: pass them through nachlese-protect first",
             "diese Ergebnisse sind nicht freigegeben: schicken Sie sie zuerst durch "
             "nachlese-protect");
    return false;
}

/* True where an id is a question, score or gap, or empty. */
static bool is_known(const struct questionnaire *questionnaire, const char *id) {
    for (size_t i = 0; i < questionnaire->score_count; i++)
        if (strcmp(questionnaire->scores[i].id, id) == 0)
            return true;
    for (size_t i = 0; i < questionnaire->gap_count; i++)
        if (strcmp(questionnaire->gaps[i].id, id) == 0)
            return true;
    return id[0] == '\0' || questionnaire_question(questionnaire, id) != NULL;
}

static bool questions_are_known(struct check *check) {
    for (size_t i = 0; i < check->results->count; i++) {
        check->place.item = check->results->rows[i].question;
        if (is_known(check->questionnaire, check->place.item))
            continue;
        diag_add(check->diag, DIAG_ERROR, &check->place,
                 "the questionnaire has no such question: take the one that these results were "
                 "made with",
                 "diese Frage steht nicht im Fragebogen: nehmen Sie den, mit dem die "
                 "Ergebnisse entstanden sind");
        return false;
    }
    check->place.item = NULL;
    return true;
}

/* The results say of no question that more answered it than answered at all. */
static bool bases_fit(struct check *check) {
    const struct result *accepted =
        results_find(check->results, "", "", "", STATISTIC_ROWS_ACCEPTED);
    if (accepted == NULL || !accepted->has_value) {
        diag_add(check->diag, DIAG_ERROR, &check->place,
                 "the row rows_accepted is missing: make the results anew",
                 "die Zeile rows_accepted fehlt: erzeugen Sie die Ergebnisse neu");
        return false;
    }
    for (size_t i = 0; i < check->results->count; i++) {
        const struct result *row = &check->results->rows[i];
        bool own_base = row->question[0] == '\0' || row->statistic == STATISTIC_BOUNDS;
        if (own_base || !row->has_n || (double)row->n <= accepted->value)
            continue;
        check->place.item = row->question;
        diag_add(check->diag, DIAG_ERROR, &check->place,
                 "more answers to this question than answers at all: make the results anew",
                 "mehr Antworten auf diese Frage als Antworten überhaupt: erzeugen Sie die "
                 "Ergebnisse neu");
        return false;
    }
    return true;
}

/* The view of the table that a row by group belongs to shows counts, by this grouping or by its
 * coarser one. */
static bool view_shows(const struct results *results, const struct result *row) {
    char by[64];
    size_t length = strcspn(row->by, ".");
    if (length >= sizeof by)
        return false;
    memcpy(by, row->by, length);
    by[length] = '\0';
    struct table_view view = view_find(results, row->question, row->item, by);
    return view.view < VIEW_VERDICT && view_is_coarse(view.view) == (row->by[length] == '.');
}

/* Files of a time when the gate did not say so are refused, not guessed at. */
static bool views_are_known(struct check *check) {
    const struct result *last = NULL;
    for (size_t i = 0; i < check->results->count; i++) {
        const struct result *row = &check->results->rows[i];
        bool same = last != NULL && strcmp(last->question, row->question) == 0 &&
                    strcmp(last->item, row->item) == 0 && strcmp(last->by, row->by) == 0;
        if (row->by[0] == '\0' || row->level[0] == '\0' || !row->has_value || same)
            continue;
        last = row;
        if (view_shows(check->results, row))
            continue;
        check->place.item = row->question;
        diag_add(check->diag, DIAG_ERROR, &check->place,
                 "figures by group without the row view that tells of them: an older "
                 "nachlese-protect wrote this file; make it again from results.csv",
                 "Zahlen nach Gruppen ohne die Zeile view, die von ihnen sagt: Diese Datei "
                 "schrieb ein älteres nachlese-protect; erzeugen Sie sie aus results.csv neu");
        return false;
    }
    return true;
}

struct results *published_read(const char *path, const struct questionnaire *questionnaire,
                               struct diag *diag) {
    struct results *results = results_read(path, diag);
    if (results == NULL)
        return NULL;
    struct check check = {results, questionnaire, diag, {.file = path}};
    if (passed_the_gate(&check) && questions_are_known(&check) && bases_fit(&check) &&
        views_are_known(&check))
        return results;
    results_free(results);
    return NULL;
}
