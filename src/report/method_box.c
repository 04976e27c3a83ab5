#include "report/method_box.h"

#include <string.h>

#include "base/command.h"
#include "findings/figures.h"
#include "findings/group_findings.h"
#include "report/response.h"
#include "survey/privacy_rule.h"
#include "wording/terms.h"

enum { DIGITS_SHOWN = 16, MOST_EXPORTS = 3 };

/* --- who is counted --- */

/* How many were typed in, by whose word. That any were is told even where their numbers are
 * hidden; where there were none, nothing is. */
static void say_origin(const struct report *report) {
    static const struct {
        enum statistic statistic;
        enum phrase phrase;
    } ways[] = {{STATISTIC_PAPER, PHRASE_METHOD_ORIGIN_PAPER},
                {STATISTIC_PHONE, PHRASE_METHOD_ORIGIN_PHONE}};
    const struct teller *teller = &report->teller;
    const char *parts[2];
    size_t count = 0, rows = 0;
    for (size_t i = 0; i < 2; i++) {
        int64_t people = figure_whole(teller->facts.results, "", "", "", ways[i].statistic);
        rows +=
            results_find(teller->facts.results, NULL, NULL, NULL, ways[i].statistic) != NULL;
        if (people > 0)
            parts[count++] = voice_say(&teller->voice, ways[i].phrase, "count",
                                       teller_whole(teller, people), NULL);
    }
    if (count > 0)
        page_say(report->page, voice_say(&teller->voice, PHRASE_METHOD_ORIGIN, "list",
                                         voice_list(&teller->voice, parts, count), NULL));
    else if (rows > 0)
        page_say(report->page, teller_phrase(teller, PHRASE_METHOD_ORIGIN_HIDDEN));
}

static void say_records(const struct report *report) {
    const struct teller *teller = &report->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    const char *audience = teller_label(teller, &questionnaire->audience),
               *left_out = response_left_out(report);
    if (audience[0] != '\0')
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_METHOD_ASKED, "audience", audience, NULL));
    page_say(report->page, response_counted(report));
    say_origin(report);
    if (left_out[0] != '\0')
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_METHOD_LEFT_OUT, "list", left_out, NULL));
}

/* --- groups --- */

/* What the tests by the shown groupings found. */
struct compared {
    int64_t said, different;
    const struct group_finding *largest; /* with the most answers in its two groups, of those
                                            that say how large a difference had to be */
    const char *names[QUESTIONNAIRE_MAX_CODES];
    size_t groupings;
};

static int64_t larger_base(const struct group_finding *table) {
    int64_t base = 0;
    for (size_t i = 0; i < table->groups.count; i++)
        if (table->groups.item[i].figure.base > base)
            base = table->groups.item[i].figure.base;
    return base;
}

static void note_table(const struct group_finding *table, struct compared *compared) {
    compared->said += table->verdict != GROUP_UNTESTED;
    compared->different += table->verdict == GROUP_DIFFERENT;
    if (table->least.state == FIGURE_SHOWN &&
        (compared->largest == NULL ||
         larger_base(table) + table->least.base >
             larger_base(compared->largest) + compared->largest->least.base))
        compared->largest = table;
}

static void note_grouping(const struct report *report, const struct grouping *grouping,
                          struct compared *compared) {
    const struct facts *facts = &report->teller.facts;
    if (compared->groupings == QUESTIONNAIRE_MAX_CODES)
        return;
    int64_t before = compared->said;
    for (size_t i = 0; i < facts->questionnaire->question_count; i++) {
        struct group_findings tables =
            group_findings_of(facts, &facts->questionnaire->questions[i], grouping);
        for (size_t k = 0; k < tables.count; k++)
            note_table(&tables.table[k], compared);
    }
    if (compared->said > before)
        compared->names[compared->groupings++] = voice_quote(
            &report->teller.voice, terms_subject(&report->teller, grouping->question));
}

static void say_least(const struct report *report, const struct group_finding *table) {
    const struct voice *voice = &report->teller.voice;
    int64_t larger = larger_base(table);
    page_say(report->page,
             voice_say(voice, PHRASE_GROUPS_LEAST, "all", voice_share(voice, larger, larger),
                       "low", voice_share(voice, table->least.count, table->least.base), NULL));
}

/* Of a single comparison nothing is counted. */
static enum phrase phrase_for(const struct report *report, const struct compared *compared) {
    if (compared->said == 1)
        return compared->different > 0 ? PHRASE_METHOD_GROUPS_SINGLE
                                       : PHRASE_METHOD_GROUPS_SINGLE_NOT;
    return voice_form(&report->teller.voice, PHRASE_METHOD_GROUPS_NONE, compared->different,
                      compared->said);
}

/* Below the number from which groups are shown not a word of them. */
static void say_groups(const struct report *report) {
    const struct teller *teller = &report->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    struct compared compared = {.said = 0};
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        if (questionnaire_shows_grouping(questionnaire, &questionnaire->groupings[i],
                                         teller->facts.answers))
            note_grouping(report, &questionnaire->groupings[i], &compared);
    if (compared.said == 0)
        return;
    page_say(report->page,
             voice_say(&teller->voice, phrase_for(report, &compared), "groupings",
                       voice_list(&teller->voice, compared.names, compared.groupings), "count",
                       teller_whole(teller, compared.different), "base",
                       teller_whole(teller, compared.said), NULL));
    if (compared.largest != NULL)
        say_least(report, compared.largest);
}

/* --- quotations --- */

static int64_t count_printed(const struct document *document) {
    int64_t count = 0;
    for (size_t i = 0; i < document->count; i++)
        count += document->blocks[i].kind == BLOCK_QUOTATION;
    return count;
}

/* How many are in the tables without being here. While a sheet is measured by itself, those on
 * other sheets are not here either; that sentence is no shorter than the one that is printed.
 */
static void say_quotations(const struct report *report) {
    const struct teller *teller = &report->teller;
    int64_t released = teller->released != NULL ? (int64_t)teller->released->count : 0,
            printed = count_printed(report->page->document);
    if (released <= printed)
        return;
    page_say(report->page,
             voice_say(&teller->voice,
                       voice_plural(&teller->voice,
                                    printed > 0 ? PHRASE_METHOD_QUOTATIONS_MORE_ONE
                                                : PHRASE_METHOD_QUOTATIONS_ALONE_ONE,
                                    released - printed),
                       "count", teller_whole(teller, released - printed), NULL));
}

/* --- rules and program --- */

/* What each rule keeps back, in a few words; that of P7, which goes on behind a comma, last. */
static const struct {
    enum privacy_rule rule;
    enum phrase words;
} kinds[] = {
    {RULE_P2, PHRASE_METHOD_HIDDEN_P2},   {RULE_P3, PHRASE_METHOD_HIDDEN_P3},
    {RULE_P5, PHRASE_METHOD_HIDDEN_P5},   {RULE_P12, PHRASE_METHOD_HIDDEN_P12},
    {RULE_P6, PHRASE_METHOD_HIDDEN_P6},   {RULE_P18, PHRASE_METHOD_HIDDEN_P18},
    {RULE_P19, PHRASE_METHOD_HIDDEN_P19}, {RULE_P20, PHRASE_METHOD_HIDDEN_P20},
    {RULE_P21, PHRASE_METHOD_HIDDEN_P21}, {RULE_P7, PHRASE_METHOD_HIDDEN_P7},
};
/* Of more than there is room for, the tables say which. */
enum { KINDS = sizeof kinds / sizeof *kinds, MOST_KINDS = 5 };

/* True for figures over all, and for those by a grouping that is shown at all. */
static bool is_of_shown_groups(const struct facts *facts, const char *by) {
    const struct questionnaire *questionnaire = facts->questionnaire;
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct grouping *grouping = &questionnaire->groupings[i];
        if (results_by_is(by, grouping->question->id) &&
            questionnaire_shows_grouping(questionnaire, grouping, facts->answers))
            return true;
    }
    return by[0] == '\0';
}

static void note_rules(const struct facts *facts, bool hidden[PRIVACY_RULES]) {
    for (size_t i = 0; i < facts->results->count; i++) {
        const struct result *row = &facts->results->rows[i];
        if (row->flag == FLAG_SUPPRESSED && is_of_shown_groups(facts, row->by))
            hidden[privacy_rule_named(row->method)] = true;
    }
}

static const char *in_a_list(const struct voice *voice, const char *const *parts,
                             size_t count) {
    const char *list = parts[0];
    for (size_t i = 1; i < count; i++)
        list =
            voice_say(voice, PHRASE_METHOD_HIDDEN_NEXT, "first", list, "next", parts[i], NULL);
    return list;
}

/* The rules that hid a figure, and no others, in one sentence. */
static void say_rules(const struct report *report) {
    const struct teller *teller = &report->teller;
    bool hidden[PRIVACY_RULES] = {false};
    const char *parts[KINDS];
    size_t count = 0;
    note_rules(&teller->facts, hidden);
    for (size_t i = 0; i < KINDS; i++)
        if (hidden[kinds[i].rule])
            parts[count++] = voice_say(&teller->voice, kinds[i].words, "report",
                                       teller_whole(teller, teller->facts.min_report), "cell",
                                       teller_whole(teller, teller->facts.min_cell), "group",
                                       teller_whole(teller, teller->facts.min_group), NULL);
    if (count > MOST_KINDS) {
        parts[MOST_KINDS - 2] = teller_phrase(teller, PHRASE_METHOD_HIDDEN_MORE);
        parts[MOST_KINDS - 1] = parts[count - 1];
        count = MOST_KINDS;
    }
    if (count > 0)
        page_say(
            report->page,
            voice_say(&teller->voice, PHRASE_METHOD_HIDDEN, "sign",
                      voice_quote(&teller->voice, teller_phrase(teller, PHRASE_TABLE_HIDDEN)),
                      "list", in_a_list(&teller->voice, parts, count), NULL));
}

static const char *beginning_of(const struct report *report, const char *digest) {
    size_t length = strcspn(digest, ",");
    return arena_copy_bytes(report->teller.voice.arena, digest,
                            length < DIGITS_SHOWN ? length : DIGITS_SHOWN);
}

/* The checksums whole are in the tables. */
static void say_program(const struct report *report) {
    const struct teller *teller = &report->teller;
    const char *digests[MOST_EXPORTS], *next = report->export_digests;
    size_t count = 0;
    while (next != NULL && *next != '\0' && count < MOST_EXPORTS) {
        digests[count++] = beginning_of(report, next);
        next += strcspn(next, ",");
        next += strspn(next, ",");
    }
    const char *program =
        voice_say(&teller->voice, PHRASE_METHOD_PROGRAM, "version", command_version(), "digest",
                  beginning_of(report, teller->facts.questionnaire->digest), NULL);
    if (count > 0)
        program = voice_say(
            &teller->voice,
            voice_plural(&teller->voice, PHRASE_METHOD_EXPORTS_ONE, (int64_t)count), "program",
            program, "digests", voice_list(&teller->voice, digests, count), NULL);
    page_say(report->page, program);
}

void method_box_write(const struct report *report, bool left_out) {
    const struct teller *teller = &report->teller;
    page_gap(report->page);
    page_title(report->page, teller_phrase(teller, PHRASE_METHOD_HEADING));
    say_records(report);
    page_say(report->page, teller_phrase(teller, PHRASE_METHOD_VOLUNTARY));
    say_rules(report);
    if (facts_have_results(&teller->facts))
        say_groups(report);
    page_say(report->page, teller_phrase(teller, left_out ? PHRASE_METHOD_TABLES_ALONE
                                                          : PHRASE_METHOD_TABLES));
    if (facts_have_results(&teller->facts))
        say_quotations(report);
    say_program(report);
    page_gap(report->page);
}
