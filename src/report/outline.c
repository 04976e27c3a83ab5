#include "report/outline.h"

#include "findings/group_findings.h"
#include "report/letters.h"
#include "wording/terms.h"

const char *outline_number(const struct report *report, size_t number) {
    return arena_format(report->teller.voice.arena, "%zu", number);
}

bool outline_has_section(const struct report *report, size_t section) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (questionnaire->questions[i].section == section &&
            facts_show(&questionnaire->questions[i]))
            return true;
    return false;
}

bool outline_is_exchanged(const struct question *question) {
    return (question->roles & ROLE_EXCHANGE) != 0 && facts_show(question);
}

static bool has_exchange(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (outline_is_exchanged(&questionnaire->questions[i]))
            return true;
    return label_present(&questionnaire->exchange);
}

struct outline outline_of(const struct report *report) {
    struct outline outline = {.response = 1};
    size_t next = 2;
    if (group_findings_published(&report->teller.facts))
        outline.differences = next++;
    outline.sections = next;
    for (size_t i = 0; i < report->teller.facts.questionnaire->section_count; i++)
        next += outline_has_section(report, i);
    if (has_exchange(report))
        outline.exchange = next++;
    if (letters_exist(report))
        outline.ready = next++;
    outline.accounting = next;
    return outline;
}

const struct gap *outline_gap_before(const struct report *report,
                                     const struct question *question) {
    const struct gap *gap = terms_gap(&report->teller, question);
    if (gap == NULL)
        return NULL;
    const struct question *first =
        gap->importance < gap->satisfaction ? gap->importance : gap->satisfaction;
    return first == question ? gap : NULL;
}

/* The number of a block: of question, or of the gap before it. */
static const char *block_number(const struct report *report, const struct question *question,
                                bool of_gap) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    size_t section = outline_of(report).sections, block = 0;
    for (size_t i = 0; i < question->section; i++)
        section += outline_has_section(report, i);
    for (const struct question *each = questionnaire->questions; each <= question; each++) {
        if (each->section != question->section || !facts_show(each))
            continue;
        block += outline_gap_before(report, each) != NULL && (each != question || !of_gap);
        block++;
    }
    return arena_format(report->teller.voice.arena, "%zu.%zu", section, block);
}

const char *outline_question(const struct report *report, const struct question *question) {
    return block_number(report, question, false);
}

const char *outline_gap(const struct report *report, const struct gap *gap) {
    bool importance_first = gap->importance < gap->satisfaction;
    return block_number(report, importance_first ? gap->importance : gap->satisfaction, true);
}
