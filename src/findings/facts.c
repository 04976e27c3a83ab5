#include "findings/facts.h"

#include <string.h>

#include "base/number.h"
#include "findings/figures.h"

/* The number behind "min_cell=" in the gate's mark. */
static int64_t threshold(const char *mark, const char *name, int64_t otherwise) {
    const char *at = strstr(mark, name);
    int64_t value;
    if (at == NULL)
        return otherwise;
    at += strlen(name);
    return number_parse_whole(at, strcspn(at, " "), 0, 1000000, &value) ? value : otherwise;
}

static int64_t count_of(const struct facts *facts, enum statistic statistic) {
    int64_t count = figure_whole(facts->results, "", "", "", statistic);
    return count > 0 ? count : 0;
}

void facts_prepare(struct facts *facts) {
    const char *mark = facts->results->rows[0].method;
    const struct questionnaire *questionnaire = facts->questionnaire;
    facts->min_report = threshold(mark, "min_report=", questionnaire->min_report);
    facts->min_group = threshold(mark, "min_group=", questionnaire->min_group);
    facts->min_cell = threshold(mark, "min_cell=", questionnaire->min_cell);
    facts->answers = count_of(facts, STATISTIC_ROWS_ACCEPTED);
    facts->simulated = count_of(facts, STATISTIC_SIMULATED);
    facts->invited = count_of(facts, STATISTIC_INVITED);
    if (facts->invited < facts->answers)
        facts->invited = 0;
}

bool facts_have_results(const struct facts *facts) {
    return facts->answers > 0 && facts->answers >= facts->min_report;
}

bool facts_show(const struct question *question) {
    unsigned consents = ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT;
    return question_answer(question) != ANSWER_FIELD && (question->roles & consents) == 0;
}

bool facts_count(const struct facts *facts, const struct question *question) {
    const struct results *results = facts->results;
    if (results_find(results, question->id, question_part(question, 0), NULL,
                     STATISTIC_ANSWERED) != NULL)
        return true;
    for (size_t i = 0; i < results->count; i++)
        if (strcmp(results->rows[i].question, question->id) == 0)
            return true;
    return false;
}

const char *facts_label(const struct facts *facts, const struct label *label) {
    const char *string = label->in[facts->language];
    return string != NULL ? string : "";
}
