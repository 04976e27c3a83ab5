#include "report/letters.h"

#include <string.h>

#include "findings/addressees.h"
#include "wording/item_words.h"
#include "wording/passages.h"
#include "wording/selected_sentence.h"
#include "wording/sentence.h"
#include "wording/sentence_gap.h"
#include "wording/terms.h"

bool letters_exist(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    size_t questions;
    addressees_questions(&report->teller.facts, &questions);
    return questionnaire->passage_count + questionnaire->glance_count + questions > 0;
}

/* Whose view the sentences take: a public body stays neutral. */
static void write_intro(const struct report *report) {
    const struct teller *teller = &report->teller;
    const char *publisher = teller_label(teller, &teller->facts.questionnaire->publisher);
    page_say(report->page, teller_phrase(teller, PHRASE_READY_INTRO));
    if (publisher[0] != '\0')
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_READY_NEUTRAL, "publisher", publisher, NULL));
}

/* --- passages of the organiser --- */

static void say_passage(const struct report *report, const struct passage *passage) {
    const char *text = passages_text(&report->teller, passage);
    page_gap(report->page);
    page_say(report->page,
             text != NULL ? text : teller_phrase(&report->teller, PHRASE_READY_GONE));
    page_gap(report->page);
}

static bool is_letter(const struct report *report, const struct passage *passage,
                      const char *const *addressees, size_t count) {
    const char *addressee = teller_label(&report->teller, &passage->addressee);
    for (size_t i = 0; i < count; i++)
        if (strcmp(addressees[i], addressee) == 0)
            return true;
    return false;
}

static void write_passages(const struct report *report, const char *const *addressees,
                           size_t count) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    for (size_t i = 0; i < questionnaire->passage_count; i++) {
        const struct passage *passage = &questionnaire->passages[i];
        if (is_letter(report, passage, addressees, count))
            continue;
        page_heading(report->page, "", teller_label(&report->teller, &passage->title));
        say_passage(report, passage);
    }
}

/* --- a letter to each addressee --- */

/* An item with its share; in a report for one group with that of the group, too. */
static const char *item_of(const struct report *report, const struct question *question,
                           const struct item *item, enum statistic statistic) {
    const struct teller *teller = &report->teller;
    const char *share = voice_share(&teller->voice, item->figure.count, item->figure.base);
    struct selected_figure selected = {.state = SELECTED_NONE};
    if (teller->facts.selected != NULL)
        selected = selected_item(&teller->facts, question, item->id, statistic);
    if (selected.state != SELECTED_SHOWN)
        return voice_say(&teller->voice, PHRASE_READY_ITEM, "label",
                         item_label(&report->teller, item), "share", share, NULL);
    return voice_say(
        &teller->voice, PHRASE_OWN_ITEM, "label", item_label(&report->teller, item), "share",
        share, "group", selected_sentence_name(teller, selected.state), "own",
        voice_share(&teller->voice, selected.figure.count, selected.figure.base), NULL);
}

static void write_items(const struct report *report, const struct question *question,
                        const struct items *items) {
    const struct teller *teller = &report->teller;
    const struct voice *voice = &teller->voice;
    page_gap(report->page);
    page_say(report->page,
             voice_say(voice, PHRASE_QUESTION_TEXT, "text",
                       voice_quote(voice, teller_label(teller, &question->text)), NULL));
    page_say(report->page, terms_counted_of(teller, question));
    for (size_t i = 0; i < items->count; i++)
        page_hanging(report->page, "- ",
                     item_of(report, question, &items->item[i], items->statistic));
}

/* The organiser's own words to an addressee, or how a letter begins. */
static void write_opening(const struct report *report, const char *addressee) {
    const struct teller *teller = &report->teller;
    bool own = false;
    for (size_t i = 0; i < teller->facts.questionnaire->passage_count; i++) {
        const struct passage *passage = &teller->facts.questionnaire->passages[i];
        if (strcmp(teller_label(teller, &passage->addressee), addressee) != 0)
            continue;
        own = true;
        say_passage(report, passage);
    }
    if (!own)
        page_paragraph(report->page, teller_phrase(teller, PHRASE_READY_SALUTATION));
    page_gap(report->page);
}

static void write_letter(const struct report *report, const char *addressee) {
    const struct teller *teller = &report->teller;
    size_t count, listed = 0;
    const struct question *const *questions = addressees_questions(&teller->facts, &count);
    struct items *items = arena_allocate(teller->voice.arena, count + 1, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i] = addressees_items(&teller->facts, questions[i], addressee);
        listed += items[i].count;
    }
    if (listed == 0)
        return;
    page_heading(report->page, "",
                 voice_say(&teller->voice, PHRASE_READY_LETTER, "addressee", addressee, NULL));
    write_opening(report, addressee);
    page_say(report->page, teller_phrase(teller, PHRASE_READY_DECIDES));
    for (size_t i = 0; i < count; i++)
        if (items[i].count > 0)
            write_items(report, questions[i], &items[i]);
    page_gap(report->page);
    page_say(
        report->page,
        voice_say(&teller->voice,
                  voice_plural(&teller->voice, PHRASE_READY_CLOSING, teller->facts.answers),
                  "count", teller_whole(teller, teller->facts.answers), NULL));
}

/* --- what may be cited --- */

/* "Landeszentrale, 26. Februar bis 12. März 2021": as much of it as is known. */
static const char *origin_of(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    const struct voice *voice = &report->teller.voice;
    const char *parts[3] = {
        voice_quote(voice, teller_label(&report->teller, &questionnaire->title))};
    size_t count = 1;
    const char *publisher = teller_label(&report->teller, &questionnaire->publisher);
    if (publisher[0] != '\0')
        parts[count++] = publisher;
    if (questionnaire->field_from != NULL && questionnaire->field_to != NULL)
        parts[count++] =
            voice_period(voice, questionnaire->field_from, questionnaire->field_to);
    const char *origin = parts[0];
    for (size_t i = 1; i < count; i++)
        origin = voice_say(voice, PHRASE_LIST_COMMA, "first", origin, "next", parts[i], NULL);
    return origin;
}

/* The key sentence; in a report for one group with what is published of the group. */
static const char *key_of(const struct report *report, const struct glance *glance) {
    const struct teller *teller = &report->teller;
    const char *key = glance->gap != NULL ? sentence_of_gap(teller, glance->gap)
                                          : sentence_of_question(teller, glance->question);
    if (teller->facts.selected == NULL || key[0] == '\0')
        return key;
    struct sentences selected = glance->gap != NULL
                                    ? selected_sentences_behind_gap(teller, glance->gap)
                                    : selected_sentences_behind(teller, glance->question);
    for (size_t i = 0; i < selected.count; i++)
        key = arena_format(teller->voice.arena, "%s %s", key, selected.line[i]);
    return key;
}

/* A question without a short name is cited as it was asked. */
static const char *cited(const struct report *report, const struct glance *glance) {
    const struct teller *teller = &report->teller;
    const char *sentence = key_of(report, glance);
    if (sentence[0] == '\0')
        return "";
    if (glance->gap == NULL && !terms_has_subject(teller, glance->question))
        return arena_format(teller->voice.arena, "%s %s",
                            terms_subject(teller, glance->question), sentence);
    return voice_say(&teller->voice, PHRASE_READY_CITED, "subject",
                     glance->gap != NULL ? teller_label(teller, &glance->gap->title)
                                         : terms_subject(teller, glance->question),
                     "sentence", sentence, NULL);
}

static void write_citation(const struct report *report, const struct glance *glance) {
    const struct teller *teller = &report->teller;
    const char *words = cited(report, glance);
    if (words[0] == '\0')
        return;
    page_gap(report->page);
    page_say(
        report->page,
        voice_say(&teller->voice,
                  voice_plural(&teller->voice, PHRASE_READY_CITATION, teller->facts.answers),
                  "quote", voice_quote(&teller->voice, words), "origin", origin_of(report),
                  "count", teller_whole(teller, teller->facts.answers), NULL));
}

static void write_citations(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    if (questionnaire->glance_count == 0)
        return;
    page_heading(report->page, "", teller_phrase(&report->teller, PHRASE_READY_CITE));
    for (size_t i = 0; i < questionnaire->glance_count; i++)
        if (questionnaire->glances[i].parts == NULL)
            write_citation(report, &questionnaire->glances[i]);
    page_gap(report->page);
}

void letters_write(const struct report *report, const char *number) {
    size_t count;
    const char *const *addressees = addressees_of(&report->teller.facts, &count);
    page_heading(report->page, number, teller_phrase(&report->teller, PHRASE_READY_HEADING));
    write_intro(report);
    write_passages(report, addressees, count);
    for (size_t i = 0; i < count; i++)
        write_letter(report, addressees[i]);
    write_citations(report);
}
