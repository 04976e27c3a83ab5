#include "report/letters.h"

#include <stdlib.h>
#include <string.h>

#include "findings/addressees.h"
#include "findings/selected_figure.h"
#include "report/main_findings.h"
#include "report/topic_table.h"
#include "report/topics.h"
#include "wording/passages.h"
#include "wording/selected_sentence.h"
#include "wording/statement.h"
#include "wording/terms.h"

enum { MOST_QUESTIONS = 40, BOARD_RESULTS = 3 };

/* --- what a letter may ask for --- */

/* A row or option with who decides on it, and what was answered. */
struct wish {
    const struct label *addressee;
    const struct topic *topic;   /* that it is a part of */
    const char *label, *figures; /* figures: "dringend 20 von 26, ... 7 von 27" */
    const char *bare;            /* the same without heads: "20 von 26 und 7 von 27" */
    bool supported;              /* by a majority */
    bool grouped;                /* with figures of the selected group, in brackets */
    struct figure largest;       /* of the figures; 0 of 1 where none is published */
    size_t place;                /* in the questionnaire's order */
};

struct wishes {
    struct wish *wish;
    size_t count;
};

static bool is_majority(const struct figure *figure) {
    return figure->state == FIGURE_SHOWN && figure->count * 2 > figure->base;
}

static struct figure share_of(const struct report *report, const struct question *question,
                              const char *id) {
    struct item_key key = items_key(question, id);
    return figure_share(report->teller.facts.results, question->id, key.item, key.category,
                        items_statistic(question));
}

/* "20 von 28 (7 von 11)": in brackets the selected group, where its figure is published. */
static const char *with_group(const struct report *report, struct wish *wish,
                              const struct question *question, const char *id,
                              const char *share) {
    const struct teller *teller = &report->teller;
    struct item_key key = items_key(question, id);
    if (teller->facts.selected == NULL)
        return share;
    struct selected_figure own = selected_share(&teller->facts, question, key.item,
                                                key.category, items_statistic(question));
    if (own.state != SELECTED_SHOWN)
        return share;
    wish->grouped = true;
    return voice_say(&teller->voice, PHRASE_LETTERS_GROUP_FIGURE, "share", share, "own",
                     voice_share(&teller->voice, own.figure.count, own.figure.base), NULL);
}

/* Puts "head figure" behind what there is; a figure that is not published is not there. */
static struct figure add_figure(const struct report *report, struct wish *wish,
                                const char *head, const struct question *question,
                                const char *id) {
    const struct voice *voice = &report->teller.voice;
    struct figure figure = share_of(report, question, id);
    if (figure.state != FIGURE_SHOWN)
        return figure;
    if (figure_compare(&figure, &wish->largest) > 0)
        wish->largest = figure;
    const char *bare = with_group(report, wish, question, id,
                                  voice_share(voice, figure.count, figure.base)),
               *share = bare;
    if (head[0] != '\0')
        share = voice_say(voice, PHRASE_LETTERS_FIGURE, "head", head, "share", share, NULL);
    wish->bare = wish->bare[0] == '\0' ? bare
                                       : voice_say(voice, PHRASE_LIST_AND, "first", wish->bare,
                                                   "next", bare, NULL);
    wish->figures = wish->figures[0] == '\0' ? share
                                             : voice_say(voice, PHRASE_LIST_COMMA, "first",
                                                         wish->figures, "next", share, NULL);
    return figure;
}

static void fill_gap(const struct report *report, const struct gap *gap, const char *row,
                     struct wish *wish) {
    const struct teller *teller = &report->teller;
    struct figure important = add_figure(
        report, wish, teller_phrase(teller, PHRASE_GAP_IMPORTANT), gap->importance, row);
    struct figure satisfied = add_figure(
        report, wish, teller_phrase(teller, PHRASE_GAP_SATISFIED), gap->satisfaction, row);
    wish->supported =
        is_majority(&important) && satisfied.state == FIGURE_SHOWN && !is_majority(&satisfied);
}

static void fill_together(const struct report *report, const struct together *together,
                          const char *id, struct wish *wish) {
    for (size_t i = 0; i < together->count; i++) {
        const char *column = teller_label(&report->teller, &together->columns[i]);
        struct figure figure = add_figure(report, wish, column, together->questions[i], id);
        wish->supported |= is_majority(&figure);
    }
}

static void fill_question(const struct report *report, const struct question *question,
                          const char *id, struct wish *wish) {
    const char *head = topic_table_head(report, question);
    bool rows = question_has_rows(question);
    struct figure figure = add_figure(report, wish, rows ? head : "", question, id);
    wish->supported = is_majority(&figure);
    /* "auf Platz 1 bis 2" ends with a number: it goes behind. */
    if (!rows && figure.state == FIGURE_SHOWN)
        wish->figures = voice_say(&report->teller.voice, PHRASE_LETTERS_COUNTED, "share",
                                  wish->figures, "head", head, NULL);
}

/* The question of a topic whose rows or options have addressees; NULL: none. */
static const struct question *decided_question(const struct report *report,
                                               const struct topic *topic) {
    const struct question *questions[MOST_QUESTIONS];
    size_t count = topics_questions(topic, questions, MOST_QUESTIONS), named;
    const struct question *const *decided = addressees_questions(&report->teller.facts, &named);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < named; k++)
            if (questions[i] == decided[k])
                return questions[i];
    return NULL;
}

static int compare_wishes(const void *left, const void *right) {
    const struct wish *a = left, *b = right;
    int order = figure_compare(&b->largest, &a->largest);
    return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

/* The row or option; an answer of a single question says what it is an answer to. */
static const char *label_of(const struct report *report, const struct question *question,
                            const struct code *code) {
    const struct teller *teller = &report->teller;
    const char *label = teller_code_label(teller, &code->label);
    if (!question_has_one_code(question))
        return label;
    return voice_say(&teller->voice, PHRASE_LETTERS_ANSWER, "subject",
                     terms_subject(teller, question), "label", label, NULL);
}

static void add_wishes(const struct report *report, const struct topic *topic,
                       struct wishes *wishes) {
    const struct question *question = decided_question(report, topic);
    size_t count = 0;
    const struct code *codes = question != NULL ? items_codes(question, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!label_present(&codes[i].addressee))
            continue;
        struct wish wish = {.addressee = &codes[i].addressee,
                            .topic = topic,
                            .bare = "",
                            .label = label_of(report, question, &codes[i]),
                            .figures = "",
                            .largest = figure_of(0, 1),
                            .place = i};
        if (topic->gap != NULL)
            fill_gap(report, topic->gap, codes[i].id, &wish);
        else if (topic->together != NULL)
            fill_together(report, topic->together, codes[i].id, &wish);
        else
            fill_question(report, question, codes[i].id, &wish);
        wishes->wish[wishes->count++] = wish;
    }
}

/* What is wanted comes before what is missing; in each the largest majority first. */
static struct wishes wishes_of(const struct report *report) {
    struct topics topics = topics_of(report);
    struct wishes wishes = {arena_allocate(report->teller.voice.arena,
                                           (topics.count + 1) * QUESTIONNAIRE_MAX_CODES,
                                           sizeof *wishes.wish),
                            0};
    for (int wanted = 1; wanted >= 0; wanted--)
        for (size_t i = 0; i < topics.count; i++) {
            size_t first = wishes.count;
            if ((topics.topic[i]->gap == NULL) == (wanted == 1))
                add_wishes(report, topics.topic[i], &wishes);
            qsort(wishes.wish + first, wishes.count - first, sizeof *wishes.wish,
                  compare_wishes);
        }
    return wishes;
}

/* The supported wishes of one addressee; writes at most `most`, returns how many. */
static size_t wishes_to(const struct report *report, const struct wishes *wishes,
                        const char *addressee, size_t most, const struct wish **picked) {
    size_t count = 0;
    for (size_t i = 0; i < wishes->count && count < most; i++)
        if (wishes->wish[i].supported &&
            addressees_include(&report->teller.facts, wishes->wish[i].addressee, addressee))
            picked[count++] = &wishes->wish[i];
    return count;
}

bool letters_exist(const struct report *report) {
    size_t count;
    addressees_questions(&report->teller.facts, &count);
    return count > 0;
}

size_t letters_count(const struct report *report) {
    struct wishes wishes = wishes_of(report);
    const struct wish *picked[LETTERS_MOST_ITEMS];
    size_t count, letters = 0;
    const char *const *addressees = addressees_of(&report->teller.facts, &count);
    for (size_t i = 0; i < count; i++)
        letters += wishes_to(report, &wishes, addressees[i], 1, picked) > 0;
    return letters;
}

bool letters_concern(const struct report *report, const struct topic *topic) {
    return decided_question(report, topic) != NULL;
}

/* --- letters --- */

/* Made-up answers are marked in all that can be copied. */
static const char *marked(const struct report *report, const char *text) {
    if (report->teller.facts.simulated == 0)
        return text;
    return voice_say(&report->teller.voice, PHRASE_LETTERS_MADE_UP, "text", text, NULL);
}

/* As inside quotation marks, without these: the letter's own are around it. */
static const char *inside(const struct report *report, const char *text) {
    const struct voice *voice = &report->teller.voice;
    size_t open = strlen(teller_phrase(&report->teller, PHRASE_QUOTE_OPEN)),
           close = strlen(teller_phrase(&report->teller, PHRASE_QUOTE_CLOSE));
    const char *quoted = voice_quote(voice, text);
    return arena_copy_bytes(voice->arena, quoted + open, strlen(quoted) - open - close);
}

static const struct passage *opening_to(const struct report *report, const char *addressee) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    for (size_t i = 0; i < questionnaire->passage_count; i++)
        if (strcmp(teller_label(&report->teller, &questionnaire->passages[i].addressee),
                   addressee) == 0)
            return &questionnaire->passages[i];
    return NULL;
}

/* "Landeszentrale, 26. Februar bis 12. März 2021": as much of it as is known. */
static const char *source_of(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    const struct voice *voice = &report->teller.voice;
    const char *publisher = teller_label(&report->teller, &questionnaire->publisher);
    if (questionnaire->field_from == NULL || questionnaire->field_to == NULL)
        return publisher;
    const char *period =
        voice_period(voice, questionnaire->field_from, questionnaire->field_to);
    return publisher[0] == '\0'
               ? period
               : voice_say(voice, PHRASE_LIST_COMMA, "first", publisher, "next", period, NULL);
}

static const char *quote_mark(const struct report *report, enum phrase mark) {
    return teller_phrase(&report->teller, mark);
}

static const char *opening_of(const struct report *report) {
    const struct teller *teller = &report->teller;
    const char *title = voice_quote(&teller->voice,
                                    teller_label(teller, &teller->facts.questionnaire->title)),
               *source = source_of(report);
    return voice_say(
        &teller->voice,
        voice_plural(&teller->voice,
                     source[0] != '\0' ? PHRASE_LETTERS_OPENING : PHRASE_LETTERS_OPENING_BARE,
                     teller->facts.answers),
        "title", title, "source", source, "count", teller_whole(teller, teller->facts.answers),
        NULL);
}

/* The organiser's own words, else how the first letter begins; the others refer to that. */
static void say_opening(const struct report *report, const struct passage *passage,
                        bool *begun) {
    const struct teller *teller = &report->teller;
    const char *own = passage != NULL ? passages_text(teller, passage) : NULL;
    if (own != NULL) {
        page_say(report->page, inside(report, marked(report, own)));
        return;
    }
    page_say(report->page,
             inside(report, marked(report, *begun ? teller_phrase(teller, PHRASE_LETTERS_AGAIN)
                                                  : opening_of(report))));
    *begun = true;
}

/* Which group the figures in brackets are of. */
static void say_group(const struct report *report, const struct wish *const *wishes,
                      size_t count) {
    bool grouped = false;
    for (size_t i = 0; i < count; i++)
        grouped = grouped || wishes[i]->grouped;
    if (grouped)
        page_say(
            report->page,
            inside(report,
                   voice_say(&report->teller.voice, PHRASE_LETTERS_GROUP, "group",
                             selected_sentence_name(&report->teller, SELECTED_SHOWN), NULL)));
}

static void write_letter(const struct report *report, const char *addressee,
                         const struct wish *const *wishes, size_t count, bool *begun) {
    const struct teller *teller = &report->teller;
    const struct passage *passage = opening_to(report, addressee);
    page_gap(report->page);
    page_letter(report->page,
                passage != NULL ? teller_label(teller, &passage->title)
                                : voice_say(&teller->voice, PHRASE_LETTERS_TO, "addressee",
                                            addressee, NULL),
                quote_mark(report, PHRASE_QUOTE_OPEN));
    say_opening(report, passage, begun);
    for (size_t i = 0; i < count; i++) {
        bool begun_list = i > 0 && wishes[i]->topic == wishes[i - 1]->topic;
        page_hanging(
            report->page, "- ",
            inside(report, voice_say(&teller->voice, PHRASE_LETTERS_ITEM, "label",
                                     wishes[i]->label, "figures",
                                     begun_list ? wishes[i]->bare : wishes[i]->figures, NULL)));
    }
    say_group(report, wishes, count);
    page_say(report->page, teller_phrase(teller, PHRASE_LETTERS_REQUEST));
    page_letter_end(report->page, quote_mark(report, PHRASE_QUOTE_CLOSE));
}

/* A line for a letter that is not written out: the same as the others, or, where one of them
 * begins with words for its addressee alone, or this one would, another. */
static const char *in_a_line(const struct report *report, const char *addressee,
                             const struct wish *const *wishes, size_t count, bool same) {
    const struct voice *voice = &report->teller.voice;
    const char *labels[LETTERS_MOST_ITEMS];
    for (size_t i = 0; i < count; i++)
        labels[i] = voice_quote(voice, wishes[i]->label);
    same = same && opening_to(report, addressee) == NULL;
    return voice_say(voice, same ? PHRASE_LETTERS_SAME : PHRASE_LETTERS_ANOTHER, "addressee",
                     addressee, "labels", voice_list(voice, labels, count), NULL);
}

/* Over letters, what they are; not over a line that there is none. */
static void write_heading(const struct report *report, bool any) {
    const struct teller *teller = &report->teller;
    const char *neutral = teller_label(teller, &teller->facts.questionnaire->neutral);
    page_gap(report->page);
    page_title(report->page, teller_phrase(teller, PHRASE_LETTERS_HEADING));
    if (!any)
        return;
    page_say(report->page,
             neutral[0] != '\0' ? neutral : teller_phrase(teller, PHRASE_LETTERS_INTRO));
}

void letters_write(const struct report *report, size_t whole, size_t items) {
    struct wishes wishes = wishes_of(report);
    const struct wish *picked[LETTERS_MOST_ITEMS];
    size_t count;
    const char *const *addressees = addressees_of(&report->teller.facts, &count);
    const struct voice *voice = &report->teller.voice;
    const char **lines = arena_allocate(voice->arena, count + 1, sizeof *lines),
               **none = arena_allocate(voice->arena, count + 1, sizeof *none);
    size_t written = 0, line_count = 0, none_count = 0;
    bool begun = false, same = true;
    write_heading(report, letters_count(report) > 0);
    for (size_t i = 0; i < count; i++) {
        size_t found = wishes_to(report, &wishes, addressees[i], items, picked);
        if (found > 0 && written < whole) {
            write_letter(report, addressees[i], picked, found, &begun);
            same = same && opening_to(report, addressees[i]) == NULL;
            written++;
        } else if (found == 0) {
            none[none_count++] = addressees[i];
        } else {
            lines[line_count++] = in_a_line(report, addressees[i], picked, found, same);
        }
    }
    page_gap(report->page);
    for (size_t i = 0; i < line_count; i++)
        page_say(report->page, lines[i]);
    if (none_count > 0)
        page_say(report->page, voice_say(voice, PHRASE_LETTERS_NONE, "addressee",
                                         voice_list(voice, none, none_count), NULL));
    page_gap(report->page);
}

/* --- the organiser's texts, and the board --- */

bool letters_have_passages(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    for (size_t i = 0; i < questionnaire->passage_count; i++)
        if (!label_present(&questionnaire->passages[i].addressee))
            return true;
    return report->findings->count > 0;
}

/* True where the finding has a sentence that none before it has. */
static bool is_new(const struct report *report, const struct main_findings *findings,
                   size_t at) {
    const char *sentence = main_findings_sentence(report, findings->topic[at]);
    for (size_t i = 0; i < at; i++)
        if (strcmp(main_findings_sentence(report, findings->topic[i]), sentence) == 0)
            return false;
    return sentence[0] != '\0';
}

static void write_board(const struct report *report) {
    const struct teller *teller = &report->teller;
    const struct main_findings *findings = report->findings;
    const char *questions = teller_label(teller, &teller->facts.questionnaire->board);
    page_gap(report->page);
    page_letter(report->page, teller_phrase(teller, PHRASE_LETTERS_BOARD),
                quote_mark(report, PHRASE_QUOTE_OPEN));
    page_say(
        report->page,
        marked(report, voice_say(&teller->voice,
                                 voice_plural(&teller->voice, PHRASE_LETTERS_BOARD_OPENING,
                                              teller->facts.answers),
                                 "count", teller_whole(teller, teller->facts.answers), NULL)));
    for (size_t i = 0, said = 0; i < findings->count && said < BOARD_RESULTS; i++)
        if (is_new(report, findings, i)) {
            page_hanging(report->page, "- ",
                         inside(report, main_findings_sentence(report, findings->topic[i])));
            said++;
        }
    if (questions[0] != '\0')
        page_say(report->page, inside(report, questions));
    page_letter_end(report->page, quote_mark(report, PHRASE_QUOTE_CLOSE));
}

static void write_passage(const struct report *report, const struct passage *passage) {
    const char *text = passages_text(&report->teller, passage);
    page_gap(report->page);
    page_letter(report->page, teller_label(&report->teller, &passage->title),
                text != NULL ? quote_mark(report, PHRASE_QUOTE_OPEN) : "");
    page_paragraph(report->page, text != NULL
                                     ? inside(report, marked(report, text))
                                     : teller_phrase(&report->teller, PHRASE_READY_GONE));
    page_letter_end(report->page, text != NULL ? quote_mark(report, PHRASE_QUOTE_CLOSE) : "");
}

void letters_write_passages(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    if (report->findings->count > 0)
        write_board(report);
    for (size_t i = 0; i < questionnaire->passage_count; i++) {
        const struct passage *passage = &questionnaire->passages[i];
        if (!label_present(&passage->addressee))
            write_passage(report, passage);
    }
    page_gap(report->page);
}

/* --- what may be cited --- */

static void write_citation(const struct report *report, const struct topic *topic) {
    const struct teller *teller = &report->teller;
    const char *sentence = main_findings_sentence(report, topic), *source = source_of(report);
    const char *cited = voice_quote(&teller->voice, sentence);
    page_hanging(
        report->page, "- ",
        marked(report,
               voice_say(&teller->voice, PHRASE_READY_CITATION, "quote", cited, "origin",
                         source[0] != '\0'
                             ? source
                             : teller_label(teller, &teller->facts.questionnaire->title),
                         "count", teller_whole(teller, teller->facts.answers), NULL)));
}

void letters_write_citations(const struct report *report, size_t most) {
    const struct main_findings *findings = report->findings;
    if (findings->count == 0 || most == 0)
        return;
    page_gap(report->page);
    page_title(report->page, teller_phrase(&report->teller, PHRASE_READY_CITE));
    for (size_t i = 0; i < findings->count && i < most; i++)
        if (is_new(report, findings, i))
            write_citation(report, findings->topic[i]);
    page_gap(report->page);
}
