#include "report/method_box.h"

#include <string.h>

#include "base/command.h"
#include "findings/figures.h"
#include "findings/group_findings.h"
#include "report/response.h"
#include "wording/terms.h"

enum { DIGITS_SHOWN = 16, MOST_EXPORTS = 3 };

/* --- who is counted --- */

static void say_records(const struct report *report) {
    const struct teller *teller = &report->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    const char *audience = teller_label(teller, &questionnaire->audience),
               *left_out = response_left_out(report);
    if (audience[0] != '\0')
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_METHOD_ASKED, "audience", audience, NULL));
    page_say(report->page, response_counted(report));
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
             voice_say(&teller->voice,
                       voice_form(&report->teller.voice, PHRASE_METHOD_GROUPS_NONE,
                                  compared.different, compared.said),
                       "groupings",
                       voice_list(&teller->voice, compared.names, compared.groupings), "count",
                       teller_whole(teller, compared.different), "base",
                       teller_whole(teller, compared.said), NULL));
    if (compared.largest != NULL)
        say_least(report, compared.largest);
}

/* --- rules and program --- */

static void say_rules(const struct report *report) {
    const struct teller *teller = &report->teller;
    page_say(report->page, voice_say(&teller->voice, PHRASE_METHOD_SMALL, "report",
                                     teller_whole(teller, teller->facts.min_report), "cell",
                                     teller_whole(teller, teller->facts.min_cell), NULL));
    if (group_findings_published(&teller->facts))
        page_say(report->page, voice_say(&teller->voice, PHRASE_METHOD_SMALL_GROUPS, "group",
                                         teller_whole(teller, teller->facts.min_group), NULL));
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
    page_say(report->page,
             voice_say(&teller->voice, PHRASE_METHOD_PROGRAM, "version", command_version(),
                       "digest", beginning_of(report, teller->facts.questionnaire->digest),
                       NULL));
    if (count > 0)
        page_say(report->page, voice_say(&teller->voice, PHRASE_METHOD_EXPORTS, "digests",
                                         voice_list(&teller->voice, digests, count), NULL));
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
    say_program(report);
    page_gap(report->page);
}
