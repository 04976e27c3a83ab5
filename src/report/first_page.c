#include "report/first_page.h"

#include <stdlib.h>
#include <string.h>

#include "findings/items.h"
#include "report/deciders.h"
#include "report/glance_list.h"
#include "report/main_findings.h"
#include "report/plain_text.h"
#include "report/response.h"
#include "report/selected_part.h"
#include "report/sheet.h"
#include "report/table.h"
#include "report/topic.h"
#include "report/topics.h"
#include "wording/item_words.h"
#include "wording/missing.h"
#include "wording/selected_sentence.h"
#include "wording/statement.h"
#include "wording/statement_words.h"
#include "wording/terms.h"

/* How much of a page is left out to keep it within its lines. */
struct density {
    size_t rows;     /* of every table, at most */
    size_t findings; /* how many */
    bool deciders;   /* whether it is said who decides */
};

enum { MOST_ROWS = 4, LEAST_ROWS = 2, LEAST_FINDINGS = 1, MOST_QUESTIONS = 40 };

/* --- who asked whom --- */

/* "Verein 14, Kommune 6": the breakdown's answers, largest first. Where none is shown there is
 * nothing that the others could be the rest of. */
static const char *breakdown_of(const struct report *report, int64_t *base) {
    const struct voice *voice = &report->teller.voice;
    struct items items =
        items_of_answers(&report->teller.facts, report->teller.facts.questionnaire->breakdown);
    items_sort(&items);
    const char **parts = arena_allocate(voice->arena, items.count + 2, sizeof *parts);
    size_t count = 0;
    for (size_t i = 0; i < items.count; i++) {
        *base = items.item[i].figure.base;
        if (items.item[i].figure.count > 0)
            parts[count++] = voice_say(voice, PHRASE_GLANCE_AMONG_PART, "label",
                                       item_label(&report->teller, &items.item[i]), "count",
                                       voice_whole(voice, items.item[i].figure.count), NULL);
    }
    if (count > 0 && items.hidden > 0)
        parts[count++] = teller_phrase(&report->teller, PHRASE_GLANCE_AMONG_HIDDEN);
    const char *list = count > 0 ? parts[0] : "";
    for (size_t i = 1; i < count; i++)
        list = voice_say(voice, PHRASE_LIST_COMMA, "first", list, "next", parts[i], NULL);
    return list;
}

static void write_breakdown(const struct report *report) {
    const struct teller *teller = &report->teller;
    const struct question *question = teller->facts.questionnaire->breakdown;
    if (question == NULL || !facts_have_results(&teller->facts))
        return;
    int64_t base = 0;
    const char *list = breakdown_of(report, &base);
    if (list[0] != '\0')
        page_paragraph(report->page,
                       voice_say(&teller->voice,
                                 voice_plural(&teller->voice, PHRASE_FIRST_BREAKDOWN, base),
                                 "list", list, "count", teller_whole(teller, base), "subject",
                                 terms_subject(teller, question), NULL));
}

static const char *period_of(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    const char *from = report->teller.facts.questionnaire->field_from,
               *to = report->teller.facts.questionnaire->field_to;
    if (from != NULL && to != NULL)
        return voice_period(voice, from, to);
    if (from == NULL && to == NULL)
        return "";
    return voice_say(voice, from != NULL ? PHRASE_GLANCE_SINCE : PHRASE_GLANCE_UNTIL, "date",
                     voice_date(voice, from != NULL ? from : to), NULL);
}

/* Two facts on one line, or the one that is there. */
static const char *two_facts(const struct report *report, const char *first,
                             const char *second) {
    if (first[0] == '\0' || second[0] == '\0')
        return first[0] != '\0' ? first : second;
    return voice_say(&report->teller.voice, PHRASE_GLANCE_TWO_FACTS, "first", first, "second",
                     second, NULL);
}

static void write_facts(const struct report *report) {
    const struct teller *teller = &report->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    const char *publisher = teller_label(teller, &questionnaire->publisher);
    const char *audience = teller_label(teller, &questionnaire->audience);
    page_fact(report->page,
              teller_phrase(teller, publisher[0] != '\0' ? PHRASE_GLANCE_PUBLISHER
                                                         : PHRASE_GLANCE_WHEN),
              two_facts(report, publisher, period_of(report)));
    const char *counted = response_counted(report);
    page_fact(report->page,
              teller_phrase(teller, audience[0] != '\0' ? PHRASE_GLANCE_AUDIENCE
                                                        : PHRASE_GLANCE_TURNOUT),
              audience[0] != '\0'
                  ? arena_format(teller->voice.arena, "%s. %s", audience, counted)
                  : counted);
    if (teller->facts.selected != NULL && facts_have_results(&teller->facts))
        page_fact(report->page, teller_phrase(teller, PHRASE_OWN_COLUMN),
                  selected_sentence_fact(teller));
    else
        write_breakdown(report);
}

/* --- findings --- */

static void say_all(const struct report *report, const struct topic *topic) {
    struct sentences sentences = statement_of(&report->teller, topic);
    for (size_t i = 0; i < sentences.count; i++)
        page_say(report->page, sentences.line[i]);
}

/* A list that the organiser declared has its own number of rows. */
static void write_glance(const struct report *report, const struct topic *topic,
                         size_t most_rows) {
    const struct glance *glance = topic->glance;
    size_t rows = glance->show < most_rows ? glance->show : most_rows;
    if (glance->gap != NULL) {
        const struct topic gap = {.kind = TOPIC_GAP, .id = glance->gap->id, .gap = glance->gap};
        topic_write_brief(report, &gap, rows);
    } else if (glance->question != NULL) {
        glance_list_write(report, glance, rows);
    } else {
        say_all(report, topic);
    }
}

/* Who was asked, where that is not everybody: of all questions of the finding at once, or of
 * each by its name. Of a list of parts each sentence has a base of its own. */
static void say_asked(const struct report *report, const struct topic *topic) {
    const struct teller *teller = &report->teller;
    const struct question *questions[MOST_QUESTIONS];
    size_t count = topics_questions(topic, questions, MOST_QUESTIONS);
    const char *first = count > 0 ? missing_asked(teller, questions[0]) : "";
    bool same = true;
    if (topic->glance != NULL && topic->glance->part_count > 0)
        return;
    for (size_t i = 1; i < count; i++)
        same = same && strcmp(missing_asked(teller, questions[i]), first) == 0;
    for (size_t i = 0; i < count && (i == 0 || !same); i++) {
        const char *asked = missing_asked(teller, questions[i]);
        if (asked[0] != '\0')
            page_say(report->page,
                     same ? asked
                          : words_about(teller, terms_subject(teller, questions[i]), asked));
    }
}

static void write_finding(const struct report *report, const struct topic *topic, size_t number,
                          struct density density) {
    const struct teller *teller = &report->teller;
    page_gap(report->page);
    page_finding(report->page, arena_format(teller->voice.arena, "%zu", number),
                 statement_title(teller, topic), topics_anchors(report, topic));
    size_t start = page_blocks(report->page);
    if (topic->kind == TOPIC_GLANCE)
        write_glance(report, topic, density.rows);
    else
        topic_write_brief(report, topic, density.rows);
    say_asked(report, topic);
    bool said = topic->glance != NULL && topic->glance->question != NULL &&
                topic->glance->gap == NULL && label_present(&topic->glance->second);
    if (!said && density.deciders)
        page_say(report->page, deciders_sentence(report, topic, start));
}

/* --- how to read a figure --- */

/* True where so many have answered a question, and, exact, where so many of them are a share
 * that was published: "2 von 3 Punkten" of a list are no answers. */
static bool is_share(const struct results *results, int64_t count, int64_t base, bool exact) {
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (row->by[0] != '\0' || row->question[0] == '\0')
            continue;
        struct figure figure =
            figure_share(results, row->question, row->item, row->category, row->statistic);
        if (figure.state == FIGURE_SHOWN && figure.base == base &&
            (!exact || figure.count == count))
            return true;
    }
    return false;
}

/* A figure of a text that the reader of this page meets: "20 von 26". */
static struct figure figure_in(const struct report *report, const char *text, bool exact) {
    for (const char *at = strpbrk(text, "123456789"); at != NULL;
         at = strpbrk(at, "123456789")) {
        char *end, *last;
        long count = strtol(at, &end, 10);
        const char *next = strpbrk(end, "0123456789");
        long base = next != NULL ? strtol(next, &last, 10) : 0;
        const char *share = voice_of(&report->teller.voice, count, base);
        if (count < base && strncmp(at, share, strlen(share)) == 0 &&
            is_share(report->teller.facts.results, count, base, exact))
            return figure_of(count, base);
        at = end;
    }
    return (struct figure){.state = FIGURE_ABSENT};
}

static struct figure figure_of_table(const struct report *report, const struct table *table,
                                     bool exact) {
    struct figure figure = {.state = FIGURE_ABSENT};
    for (const struct table_row *row = table->first;
         row != NULL && figure.state != FIGURE_SHOWN; row = row->next)
        for (size_t i = 0; i < row->count && figure.state != FIGURE_SHOWN; i++)
            figure = figure_in(report, row->cells[i].text, exact);
    return figure;
}

/* The first one in those blocks. */
static struct figure figure_of_page(const struct report *report, struct page *page,
                                    bool exact) {
    struct figure figure = {.state = FIGURE_ABSENT};
    size_t end = page_blocks(page);
    for (size_t i = 0; i < end && figure.state != FIGURE_SHOWN; i++) {
        const struct block *block = &page->document->blocks[i];
        if (block->kind == BLOCK_TABLE)
            figure = figure_of_table(report, block->table, exact);
        else if (block->kind == BLOCK_PARAGRAPH)
            figure = figure_in(report, block->text, exact);
    }
    return figure;
}

static struct figure figure_of_finding(const struct report *report, const struct topic *topic,
                                       struct density density, bool exact) {
    struct report scratch = *report;
    scratch.page = page_new();
    write_finding(&scratch, topic, 1, density);
    struct figure figure = figure_of_page(report, scratch.page, exact);
    page_free(scratch.page);
    return figure;
}

/* The answer to the finding's question that is in no base, such as don't know; "" where there
 * is none. Of a list of parts it is not known from which of them a figure is. */
static const char *beside_of(const struct report *report, const struct topic *topic) {
    const struct teller *teller = &report->teller;
    const struct question *questions[MOST_QUESTIONS];
    size_t count = topics_questions(topic, questions, MOST_QUESTIONS);
    if (count == 0 || (topic->glance != NULL && topic->glance->part_count > 0))
        return "";
    const struct code_list *codes = questions[0]->codes;
    if (questions[0]->has_dk)
        return teller_code_label(teller, &questions[0]->dk);
    return codes != NULL && codes->inside < codes->count && question_has_rows(questions[0])
               ? teller_code_label(teller, &codes->codes[codes->inside].label)
               : "";
}

/* A figure that explains the others, and what is not counted in it. */
struct example {
    struct figure figure;
    const char *beside;
};

/* The first one of the findings that is published as it stands, of one with an answer that is
 * in no base where there is one; else the first that may be a sum of published ones. */
static struct example example_of(const struct report *report,
                                 const struct main_findings *findings, struct density density) {
    static const struct {
        bool beside, exact;
    } rounds[] = {{true, true}, {false, true}, {false, false}};
    for (size_t round = 0; round < sizeof rounds / sizeof *rounds; round++)
        for (size_t i = 0; i < density.findings; i++) {
            const char *beside = beside_of(report, findings->topic[i]);
            if (rounds[round].beside && beside[0] == '\0')
                continue;
            struct figure figure =
                figure_of_finding(report, findings->topic[i], density, rounds[round].exact);
            if (figure.state == FIGURE_SHOWN)
                return (struct example){figure, beside};
        }
    return (struct example){{.state = FIGURE_ABSENT}, ""};
}

/* What "20 von 26" means. */
static void write_reading(const struct report *report, const struct main_findings *findings,
                          struct density density) {
    const struct voice *voice = &report->teller.voice;
    struct example example = example_of(report, findings, density);
    struct figure figure = example.figure;
    if (figure.state != FIGURE_SHOWN)
        return;
    bool beside = example.beside[0] != '\0';
    page_paragraph(
        report->page,
        voice_say(voice,
                  voice_plural(voice,
                               beside ? PHRASE_FIRST_READING_BESIDE : PHRASE_FIRST_READING_ONE,
                               figure.count),
                  "share", voice_of(voice, figure.count, figure.base), "count",
                  voice_whole(voice, figure.count), "base", voice_whole(voice, figure.base),
                  "label", beside ? voice_quote(voice, example.beside) : NULL, NULL));
}

/* --- the last blocks --- */

static size_t letters_page(const struct layout *layout) {
    for (size_t i = 0; i < layout->count; i++)
        if (layout->page[i].letters > 0)
            return i + 2;
    for (size_t i = 0; i < layout->count; i++)
        if (layout->page[i].citations > 0)
            return i + 2;
    return 0;
}

/* What the board is asked, and where sentences are that can be passed on. */
static void write_board(const struct report *report, const struct layout *layout) {
    const struct teller *teller = &report->teller;
    size_t page = letters_page(layout);
    const char *questions = teller_label(teller, &teller->facts.questionnaire->board),
               *sentences = "";
    if (page != 0)
        sentences = voice_say(&teller->voice, PHRASE_FIRST_SENTENCES, "page",
                              teller_whole(teller, (int64_t)page), NULL);
    if (questions[0] == '\0')
        page_fact(report->page, teller_phrase(teller, PHRASE_FIRST_NAME_SENTENCES), sentences);
    else
        page_fact(report->page, teller_phrase(teller, PHRASE_FIRST_NAME_BOARD),
                  sentences[0] == '\0'
                      ? questions
                      : arena_format(teller->voice.arena, "%s %s", questions, sentences));
}

static void write_next(const struct report *report, const struct layout *layout) {
    const struct teller *teller = &report->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    const char *meeting = questionnaire->next_meeting != NULL
                              ? voice_date(&teller->voice, questionnaire->next_meeting)
                              : "",
               *topic = teller_label(teller, &questionnaire->next_topic);
    if (meeting[0] != '\0' && topic[0] != '\0')
        meeting = voice_say(&teller->voice, PHRASE_FIRST_MEETING, "date", meeting, "topic",
                            topic, NULL);
    page_gap(report->page);
    page_title(report->page, teller_phrase(teller, PHRASE_FIRST_NEXT));
    if (layout != NULL)
        write_board(report, layout);
    page_fact(report->page, teller_phrase(teller, PHRASE_FIRST_NAME_MEETING), meeting);
    page_fact(report->page, teller_phrase(teller, PHRASE_FIRST_NAME_EXCHANGE),
              teller_label(teller, &questionnaire->exchange));
    page_fact(report->page, teller_phrase(teller, PHRASE_FIRST_NAME_CONTACT),
              teller_label(teller, &questionnaire->contact));
}

/* True where those who answer can leave the name of a place or an organisation. */
static bool are_organisations(const struct questionnaire *questionnaire) {
    const struct question *contact = questionnaire_answered(questionnaire, ANSWER_FIELD);
    for (size_t i = 0; contact != NULL && i < contact->row_count; i++)
        if (contact->fields[i] == PERSON_ELSE)
            return true;
    return false;
}

/* What may not be concluded; of a group: not from it for all of its kind either. */
static void write_limits(const struct report *report) {
    const struct teller *teller = &report->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    const char *population = teller_label(teller, &questionnaire->population);
    page_gap(report->page);
    page_title(report->page, teller_phrase(teller, PHRASE_FIRST_LIMITS));
    page_say(report->page,
             voice_say(&teller->voice,
                       voice_plural(&teller->voice,
                                    population[0] == '\0' ? PHRASE_FIRST_LIMITS_BARE_ONE
                                                          : PHRASE_FIRST_LIMITS_OF_ONE,
                                    teller->facts.answers),
                       "population", population, "count",
                       teller_whole(teller, teller->facts.answers), NULL));
    if (are_organisations(questionnaire))
        page_say(report->page, teller_phrase(teller, PHRASE_FIRST_SAME_ORGANISATION));
    if (teller->facts.selected != NULL)
        page_say(report->page,
                 teller_phrase(teller, selected_is_small(teller) ? PHRASE_OWN_LIMITS_SMALL
                                                                 : PHRASE_OWN_LIMITS_GROUP));
    page_say(report->page, teller_label(teller, &questionnaire->neutral));
    page_gap(report->page);
}

/* --- the page --- */

/* A report for one group names it first, and then the survey. */
static void write_title(const struct report *report) {
    const struct teller *teller = &report->teller;
    const char *title = teller_label(teller, &teller->facts.questionnaire->title),
               *event = teller_label(teller, &teller->facts.questionnaire->event);
    const char *subtitle =
        event[0] != '\0' ? voice_say(&teller->voice, PHRASE_REPORT_EVENT, "event", event, NULL)
                         : teller_phrase(teller, PHRASE_REPORT_SUBTITLE);
    if (teller->facts.selected == NULL) {
        page_name(report->page, title);
        page_subtitle(report->page, subtitle);
        return;
    }
    page_name(report->page, voice_say(&teller->voice, PHRASE_OWN_TITLE, "group",
                                      selected_sentence_name(teller, SELECTED_SHOWN), NULL));
    page_subtitle(report->page, title);
}

static void write_dense(const struct report *report, const struct layout *layout,
                        const struct main_findings *findings, struct density density) {
    page_begin(report->page,
               teller_label(&report->teller, &report->teller.facts.questionnaire->title));
    response_mark_simulated(report);
    write_title(report);
    page_gap(report->page);
    write_facts(report);
    if (layout == NULL) {
        page_gap(report->page);
        if (facts_have_results(&report->teller.facts))
            selected_write_nowhere(report);
        else
            response_write_too_few(report);
    } else {
        write_reading(report, findings, density);
        for (size_t i = 0; i < density.findings; i++)
            write_finding(report, findings->topic[i], i + 1, density);
    }
    write_next(report, layout);
    if (report->teller.facts.answers > 0)
        write_limits(report);
}

static bool is_full_in(const struct report *report, const struct teller *teller,
                       const struct layout *layout, const struct main_findings *findings,
                       struct density density) {
    struct report scratch = *report;
    scratch.teller = *teller;
    scratch.page = page_new();
    write_dense(&scratch, layout, findings, density);
    /* The same in every form: with bars, whether they are shown or not. */
    const struct plain_settings settings = {&teller->voice, {.full = "#", .empty = "."}};
    size_t lines = plain_text_full_lines(scratch.page->document, 0, page_blocks(scratch.page),
                                         &settings),
           printed = sheet_first_printed(scratch.page->document);
    page_free(scratch.page);
    return lines > LAYOUT_FIRST_LINES || printed > LAYOUT_FIRST_PRINTED;
}

/* In any of the languages, so that the page says the same in all of them. */
static bool is_full(const struct report *report, const struct layout *layout,
                    const struct main_findings *findings, struct density density) {
    bool full = is_full_in(report, &report->teller, layout, findings, density);
    for (size_t i = 0; i < report->other_count && !full; i++)
        full = is_full_in(report, &report->others[i], layout, findings, density);
    return full;
}

/* Rows of tables go first, then who decides, then findings from the end; never the last blocks.
 */
static bool make_denser(struct density *density) {
    if (density->rows > LEAST_ROWS) {
        density->rows--;
        return true;
    }
    if (density->deciders) {
        density->deciders = false;
        return true;
    }
    if (density->findings <= LEAST_FINDINGS)
        return false;
    *density = (struct density){MOST_ROWS, density->findings - 1, true};
    return true;
}

void first_page_write(const struct report *report, const struct layout *layout) {
    static const struct main_findings none = {.count = 0};
    const struct main_findings *findings = layout != NULL ? report->findings : &none;
    struct density density = {MOST_ROWS, findings->count, true};
    while (is_full(report, layout, findings, density) && make_denser(&density))
        continue;
    write_dense(report, layout, findings, density);
}
