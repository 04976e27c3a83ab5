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

/* All of it, over all questions and the groupings by which anything may be shown. */
struct survey {
    const struct grouping **grouping;
    size_t groupings;
    struct group_findings *tables; /* [question * groupings + grouping] */
    size_t count;
    struct rules rules; /* why figures are missing */
};

/* shown: those by which figures may be shown; else the others. Returns how many. */
static size_t pick_groupings(const struct report *report, bool shown,
                             const struct grouping **picked) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct grouping *grouping = &questionnaire->groupings[i];
        if (questionnaire_shows_grouping(questionnaire, grouping,
                                         report->teller.facts.answers) == shown)
            picked[count++] = grouping;
    }
    return count;
}

static struct survey survey_of(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    const struct selected_group *selected = report->teller.facts.selected;
    struct arena *arena = report->teller.voice.arena;
    struct survey survey = {.grouping = arena_allocate(arena, questionnaire->grouping_count + 1,
                                                       sizeof *survey.grouping)};
    survey.groupings = pick_groupings(report, true, survey.grouping);
    if (selected != NULL) {
        survey.grouping[0] = selected->grouping;
        survey.groupings = 1;
    }
    size_t most = questionnaire->question_count * survey.groupings;
    survey.tables = arena_allocate(arena, most + 1, sizeof *survey.tables);
    for (size_t i = 0; i < questionnaire->question_count; i++)
        for (size_t k = 0; k < survey.groupings; k++)
            survey.tables[survey.count++] = group_findings_of(
                &report->teller.facts, &questionnaire->questions[i], survey.grouping[k]);
    return survey;
}

/* Counts one grouping, and notes its rules. */
static struct tally tally_of(struct survey *survey, size_t grouping) {
    struct tally tally = {0, 0, 0, 0};
    for (size_t i = grouping; i < survey->count; i += survey->groupings) {
        for (size_t k = 0; k < survey->tables[i].count; k++) {
            const struct group_finding *table = &survey->tables[i].table[k];
            tally.said += table->verdict != GROUP_UNTESTED;
            tally.different += table->verdict == GROUP_DIFFERENT;
            tally.tables++;
            tally.shown += table->groups.count > 0;
            rules_note(&survey->rules, table->rule);
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

static const char *grouping_names(const struct report *report,
                                  const struct grouping *const *groupings, size_t count) {
    const struct voice *voice = &report->teller.voice;
    const char **names = arena_allocate(voice->arena, count + 1, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = grouping_name(report, groupings[i]);
    return voice_list(voice, names, count);
}

/* By which groupings, and from how many answers on by the others. */
static void write_compared(const struct report *report, const struct survey *survey) {
    const struct teller *teller = &report->teller;
    const struct grouping **others = arena_allocate(
        teller->voice.arena, teller->facts.questionnaire->grouping_count + 1, sizeof *others);
    size_t count = teller->facts.selected == NULL ? pick_groupings(report, false, others) : 0;
    if (survey->groupings == 0) {
        page_say(report->page, voice_say(&teller->voice, PHRASE_GROUPS_TOO_FEW, "count",
                                         teller_whole(teller, GROUPS_SHOWN_FROM), NULL));
        return;
    }
    page_say(report->page,
             voice_say(&teller->voice, PHRASE_GROUPS_COMPARED, "groupings",
                       grouping_names(report, survey->grouping, survey->groupings), NULL));
    if (count > 0)
        page_say(report->page, voice_say(&teller->voice, PHRASE_GROUPS_FROM, "groupings",
                                         grouping_names(report, others, count), "count",
                                         teller_whole(teller, ALL_GROUPINGS_SHOWN_FROM), NULL));
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
             voice_say(&teller->voice,
                       voice_form(&teller->voice, PHRASE_GROUPS_FOUND_NONE, different, said),
                       "count", teller_whole(teller, different), "base",
                       teller_whole(teller, said), NULL));
    if (different == 0)
        return;
    page_say(report->page, teller_phrase(teller, PHRASE_GROUPS_MEANING));
    if (different < said)
        page_say(report->page, teller_phrase(teller, PHRASE_GROUPS_CAUTION));
}

/* How large the larger group is of whose table least is. */
static int64_t larger_of(const struct group_finding *table) {
    int64_t base = 0;
    for (size_t i = 0; i < table->groups.count; i++)
        if (table->groups.item[i].figure.base > base)
            base = table->groups.item[i].figure.base;
    return base;
}

/* What would have been found at all, of the table with the most answers in its two groups. */
static void write_least(const struct report *report, const struct survey *survey) {
    const struct teller *teller = &report->teller;
    const struct group_finding *most = NULL;
    for (size_t i = 0; i < survey->count; i++)
        for (size_t k = 0; k < survey->tables[i].count; k++) {
            const struct group_finding *table = &survey->tables[i].table[k];
            if (table->least.state == FIGURE_SHOWN &&
                (most == NULL ||
                 larger_of(table) + table->least.base > larger_of(most) + most->least.base))
                most = table;
        }
    if (most == NULL)
        return;
    int64_t larger = larger_of(most);
    page_say(report->page,
             voice_say(&teller->voice, PHRASE_GROUPS_LEAST, "all",
                       voice_share(&teller->voice, larger, larger), "low",
                       voice_share(&teller->voice, most->least.count, most->least.base), NULL));
}

static void write_claim(const struct report *report, const struct group_finding *table) {
    const struct teller *teller = &report->teller;
    const struct voice *voice = &teller->voice;
    const char *label = voice_quote(voice, group_sentence_label(&report->teller, table)),
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
        page_paragraph(
            report->page,
            voice_say(&teller->voice,
                      voice_plural(&teller->voice, PHRASE_GROUPS_MORE_ONE, count - MOST_CLAIMS),
                      "count", teller_whole(teller, count - MOST_CLAIMS), NULL));
    page_gap(report->page);
}

static void write_tallies(const struct report *report, const struct survey *survey,
                          const struct tally *tallies) {
    static const enum phrase heads[] = {PHRASE_GROUPS_COMPARISONS, PHRASE_GROUPS_DIFFERENCES,
                                        PHRASE_GROUPS_ALL_TABLES, PHRASE_GROUPS_SHOWN};
    const struct teller *teller = &report->teller;
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_GROUPS_GROUPING));
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        table_add_figures(table, teller_phrase(teller, heads[i]));
    for (size_t i = 0; i < survey->groupings; i++) {
        table_row(table, "", terms_subject(teller, survey->grouping[i]->question));
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
    enum phrase phrase = !level->rest       ? PHRASE_GROUPS_LEVEL
                         : level->count > 0 ? PHRASE_GROUPS_LEVEL_REST
                                            : PHRASE_GROUPS_LEVEL_SILENT;
    page_say(report->page,
             voice_say(&teller->voice, phrase, "level",
                       voice_quote(&teller->voice, teller_label(teller, &level->label)),
                       "labels",
                       teller_code_labels(teller, grouping->question->codes->codes,
                                          level->codes, level->count),
                       NULL));
}

/* Which of all that is published the sections show. */
static void write_tables(const struct report *report, const struct survey *survey) {
    const struct teller *teller = &report->teller;
    page_gap(report->page);
    const struct grouping *grouping = questionnaire_main_grouping(teller->facts.questionnaire);
    if (survey->groupings > 1)
        page_say(report->page, voice_say(&teller->voice, PHRASE_GROUPS_TABLES, "grouping",
                                         grouping_name(report, grouping), NULL));
    for (size_t i = 0; i < grouping->coarse_count; i++)
        if (grouping->coarse[i].count > 1 || grouping->coarse[i].rest)
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
    if (teller->facts.selected == NULL) {
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
    if (survey.groupings == 0)
        return;
    write_found(report, different, said);
    write_least(report, &survey);
    write_claims(report, &survey);
    if (report->teller.facts.selected != NULL) {
        struct rules rules = selected_rules(report);
        write_reasons(report, &rules);
        return;
    }
    write_tallies(report, &survey, tallies);
    write_tables(report, &survey);
    write_reasons(report, &survey.rules);
}
