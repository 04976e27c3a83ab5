#include "report/selected_part.h"

#include "findings/group_findings.h"
#include "report/rules.h"
#include "wording/selected_sentence.h"

struct survey {
    size_t shown, together; /* tables with a figure of the group; of a coarser one */
    struct rules rules;     /* why the others have none */
};

static struct selected_figure figure_in(const struct report *report,
                                        const struct group_finding *table) {
    return selected_share(&report->teller.facts, table->question, table->item,
                          table->class.answers.category, table->class.statistic);
}

static void count_question(const struct report *report, const struct question *question,
                           struct survey *survey) {
    struct group_findings tables = group_findings_of(&report->teller.facts, question,
                                                     report->teller.facts.selected->grouping);
    for (size_t i = 0; i < tables.count; i++) {
        struct selected_figure selected = figure_in(report, &tables.table[i]);
        survey->shown += selected.state == SELECTED_SHOWN;
        survey->together += selected.state == SELECTED_TOGETHER;
        if (selected.state == SELECTED_HIDDEN)
            rules_note(&survey->rules, selected.figure.rule);
    }
}

static struct survey survey_of(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    struct survey survey = {.shown = 0};
    for (size_t i = 0; i < questionnaire->question_count; i++)
        count_question(report, &questionnaire->questions[i], &survey);
    return survey;
}

static bool nobody_in_group(const struct report *report) {
    struct selected_figure size = selected_size(&report->teller.facts);
    return size.state == SELECTED_SHOWN && size.figure.count == 0;
}

bool selected_is_nowhere(const struct report *report) {
    if (report->teller.facts.selected == NULL)
        return false;
    struct survey survey = survey_of(report);
    return survey.shown + survey.together == 0 || nobody_in_group(report);
}

/* --- the fixed part --- */

void selected_write_nowhere(const struct report *report) {
    const struct teller *teller = &report->teller;
    const char *name = selected_sentence_name(teller, SELECTED_SHOWN);
    struct survey survey = survey_of(report);
    page_gap(report->page);
    if (nobody_in_group(report)) {
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_OWN_NOBODY, "group", name, NULL));
    } else {
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_OWN_NOWHERE, "group", name, NULL));
        rules_write(report, &survey.rules);
    }
    page_gap(report->page);
    page_say(report->page, teller_phrase(teller, PHRASE_OWN_ELSEWHERE));
    page_gap(report->page);
}
