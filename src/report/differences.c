#include "report/differences.h"

#include "report/outline.h"
#include "report/rules.h"
#include "report/selected_part.h"
#include "report/table.h"
#include "wording/group_sentence.h"
#include "wording/selected_sentence.h"
#include "wording/terms.h"

enum { MOST_CLAIMS = 10 };

/* What is published by one grouping. */
struct tally {
    int64_t said, different; /* verdicts, and those that say so */
    int64_t tables, shown;   /* all of them, and those with counts */
};

/* All of it, over all questions and these groupings. */
struct survey {
    const struct grouping *grouping;
    size_t groupings;
    struct group_findings *tables; /* [question * groupings + grouping] */
    size_t count;
    struct rules rules; /* why figures are missing */
};

static struct survey survey_of(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.questionnaire;
    const struct selected_group *selected = report->teller.selected;
    struct survey survey = {.grouping = selected != NULL ? selected->grouping
                                                         : questionnaire->groupings,
                            .groupings = selected != NULL ? 1 : questionnaire->grouping_count};
    size_t most = questionnaire->question_count * survey.groupings;
    survey.tables = arena_allocate(report->teller.voice.arena, most + 1, sizeof *survey.tables);
    for (size_t i = 0; i < questionnaire->question_count; i++)
        for (size_t k = 0; k < survey.groupings; k++)
            survey.tables[survey.count++] = group_findings_of(
                &report->teller, &questionnaire->questions[i], &survey.grouping[k]);
    return survey;
}

/* Counts one grouping, and notes its rules. */
static struct tally tally_of(struct survey *survey, size_t grouping) {
    struct tally tally = {0, 0, 0, 0};
    for (size_t i = grouping; i < survey->count; i += survey->groupings) {
        for (size_t k = 0; k < survey->tables[i].count; k++) {
            const struct group_finding *table = &survey->tables[i].table[k];
            tally.said += table->verdict == GROUP_ALIKE || table->verdict == GROUP_DIFFERENT;
            tally.different += table->verdict == GROUP_DIFFERENT;
            tally.tables++;
            tally.shown += table->groups.count > 0;
            rules_note(&survey->rules, table->rule);
            rules_note(&survey->rules, table->verdict_rule);
            if (table->groups.hidden > 0)
                rules_note(&survey->rules, table->groups.item[table->groups.count].figure.rule);
        }
    }
    return tally;
}

static const char *grouping_name(const struct report *report, const struct grouping *grouping) {
    return voice_quote(&report->teller.voice,
                       terms_subject(&report->teller, grouping->question));
}

static void write_compared(const struct report *report, const struct survey *survey) {
    const struct teller *teller = &report->teller;
    size_t count = survey->groupings;
    const char **names = arena_allocate(teller->voice.arena, count + 1, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = grouping_name(report, &survey->grouping[i]);
    page_say(report->page, voice_say(&teller->voice, PHRASE_GROUPS_COMPARED, "groupings",
                                     voice_list(&teller->voice, names, count), NULL));
}

static void write_found(const struct report *report, int64_t different, int64_t said) {
    const struct teller *teller = &report->teller;
    if (said == 0)
        page_say(report->page, teller_phrase(teller, PHRASE_GROUPS_FOUND_NOTHING));
    if (said <= 1) {
        if (said == 1)
            page_say(report->page,
                     teller_phrase(teller, different > 0 ? PHRASE_GROUPS_FOUND_SINGLE_DIFFERENT
                                                         : PHRASE_GROUPS_FOUND_SINGLE_ALIKE));
        return;
    }
    page_say(report->page,
             voice_say(&teller->voice, voice_form(PHRASE_GROUPS_FOUND_NONE, different, said),
                       "count", teller_whole(teller, different), "base",
                       teller_whole(teller, said), NULL));
    if (different == 0)
        return;
    page_say(report->page, teller_phrase(teller, PHRASE_GROUPS_MEANING));
    if (different < said)
        page_say(report->page, teller_phrase(teller, PHRASE_GROUPS_CAUTION));
}

static bool any_untested(const struct survey *survey) {
    for (size_t i = 0; i < survey->count; i++)
        if (group_findings_untested(&survey->tables[i]))
            return true;
    return false;
}

static void write_claim(const struct report *report, const struct group_finding *table) {
    const struct teller *teller = &report->teller;
    const struct voice *voice = &teller->voice;
    const char *label = voice_quote(voice, table->label),
               *ends = group_sentence_ends(teller, table, true);
    if (table->item[0] != '\0')
        label = voice_say(voice, PHRASE_GROUPS_ITEM, "label", label, "question",
                          terms_subject(teller, table->question), NULL);
    page_hanging(
        report->page, "- ",
        voice_say(voice, PHRASE_GROUPS_CLAIM, "label", label, "grouping",
                  grouping_name(report, table->grouping), "sentences",
                  ends[0] != '\0' ? ends : teller_phrase(teller, PHRASE_GROUPS_DIFFERENT),
                  "section", outline_question(report, table->question), NULL));
}

static void write_claims(const struct report *report, const struct survey *survey) {
    const struct teller *teller = &report->teller;
    int64_t count = 0;
    page_gap(report->page);
    for (size_t i = 0; i < survey->count; i++)
        for (size_t k = 0; k < survey->tables[i].count; k++)
            if (survey->tables[i].table[k].verdict == GROUP_DIFFERENT && count++ < MOST_CLAIMS)
                write_claim(report, &survey->tables[i].table[k]);
    if (count > MOST_CLAIMS)
        page_paragraph(report->page,
                       voice_say(&teller->voice,
                                 voice_plural(PHRASE_GROUPS_MORE_ONE, count - MOST_CLAIMS),
                                 "count", teller_whole(teller, count - MOST_CLAIMS), NULL));
    page_gap(report->page);
}

static void write_tallies(const struct report *report, const struct tally *tallies) {
    static const enum phrase heads[] = {PHRASE_GROUPS_COMPARISONS, PHRASE_GROUPS_DIFFERENCES,
                                        PHRASE_GROUPS_ALL_TABLES, PHRASE_GROUPS_SHOWN};
    const struct teller *teller = &report->teller;
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_GROUPS_GROUPING));
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        table_add_figures(table, teller_phrase(teller, heads[i]));
    for (size_t i = 0; i < teller->questionnaire->grouping_count; i++) {
        table_row(table, "",
                  terms_subject(teller, teller->questionnaire->groupings[i].question));
        table_cell(table, teller_whole(teller, tallies[i].said));
        table_cell(table, teller_whole(teller, tallies[i].different));
        table_cell(table, teller_whole(teller, tallies[i].tables));
        table_cell(table, teller_whole(teller, tallies[i].shown));
    }
    page_gap(report->page);
    table_print(table, report->page);
}

/* A coarser group has a name of its own; of what it consists is said once. */
static void write_level(const struct report *report, const struct grouping *grouping,
                        const struct coarse_level *level) {
    const struct teller *teller = &report->teller;
    page_say(report->page,
             voice_say(&teller->voice, PHRASE_GROUPS_LEVEL, "level",
                       voice_quote(&teller->voice, teller_label(teller, &level->label)),
                       "labels",
                       teller_code_labels(teller, grouping->question->codes->codes,
                                          level->codes, level->count),
                       NULL));
}

/* Which of all that is published the sections show. */
static void write_tables(const struct report *report) {
    const struct teller *teller = &report->teller;
    page_gap(report->page);
    const struct grouping *grouping = group_findings_main(teller);
    if (teller->questionnaire->grouping_count > 1)
        page_say(report->page, voice_say(&teller->voice, PHRASE_GROUPS_TABLES, "grouping",
                                         grouping_name(report, grouping), NULL));
    for (size_t i = 0; i < grouping->coarse_count; i++)
        if (grouping->coarse[i].count > 1)
            write_level(report, grouping, &grouping->coarse[i]);
}

static void write_reasons(const struct report *report, const struct rules *rules) {
    if (rules->count == 0)
        return;
    page_gap(report->page);
    page_say(report->page, teller_phrase(&report->teller, PHRASE_GROUPS_REASONS));
    rules_write(report, rules);
}

/* A report for one group begins with what is said of it at all. */
static void write_heading(const struct report *report, const char *number) {
    const struct teller *teller = &report->teller;
    if (teller->selected == NULL) {
        page_heading(report->page, number, teller_phrase(teller, PHRASE_GROUPS_HEADING));
        return;
    }
    page_heading(report->page, number,
                 voice_say(&teller->voice, PHRASE_OWN_HEADING, "group",
                           selected_sentence_name(teller, SELECTED_SHOWN), NULL));
    selected_write_intro(report);
}

void differences_write(const struct report *report, const char *number) {
    struct survey survey = survey_of(report);
    struct tally *tallies =
        arena_allocate(report->teller.voice.arena, survey.groupings + 1, sizeof *tallies);
    int64_t different = 0, said = 0;
    for (size_t i = 0; i < survey.groupings; i++) {
        tallies[i] = tally_of(&survey, i);
        different += tallies[i].different;
        said += tallies[i].said;
    }
    write_heading(report, number);
    write_compared(report, &survey);
    write_found(report, different, said);
    if (any_untested(&survey))
        page_say(report->page, teller_phrase(&report->teller, PHRASE_GROUPS_UNTESTED));
    write_claims(report, &survey);
    if (report->teller.selected != NULL) {
        struct rules rules = selected_rules(report);
        write_reasons(report, &rules);
        return;
    }
    write_tallies(report, tallies);
    write_tables(report);
    write_reasons(report, &survey.rules);
}
