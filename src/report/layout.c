#include "report/layout.h"

#include <stdlib.h>

#include "report/findings.h"
#include "report/letters.h"
#include "report/sheet.h"
#include "report/topics.h"
#include "survey/released.h"
#include "wording/statement.h"

enum {
    SHEET_LINES = 53,   /* of text behind page one: three of these and page one are the most */
    SHEET_PRINTED = 54, /* lines on a sheet of paper, with a margin */
    LETTERS_WHOLE = 2,  /* the letters of further addressees are a line each */
    CITATIONS = 3
};

static bool fits(const struct report *report, const struct layout_page *page) {
    struct sheet_size size = sheet_size(report, page);
    return size.lines <= SHEET_LINES && size.printed <= SHEET_PRINTED;
}

static size_t most_inner(const struct report *report) {
    return (report->teller.facts.answers < LAYOUT_SHORT_BELOW ? LAYOUT_SHORT_SHEETS
                                                              : LAYOUT_MOST_SHEETS) -
           1;
}

/* --- making room --- */

/* What has least to say of a sheet's topics: of profiles and texts first, then the latest of
 * the lowest class. */
static int weight_of(const struct report *report, const struct topic *topic) {
    if (topic->question != NULL && topic->question->type == QUESTION_TEXT)
        return STATEMENT_OTHER + 2;
    if (topics_is_profile(report, topic))
        return STATEMENT_OTHER + 1;
    return (int)statement_class_of(&report->teller, topic);
}

static void remove_part(struct layout_page *page, size_t at) {
    for (size_t i = at; i + 1 < page->count; i++)
        page->parts[i] = page->parts[i + 1];
    page->count--;
}

/* The position of what matters least among the parts that are whole (brief: false) or are
 * brief; count where there are none. */
static size_t least_part(const struct report *report, const struct layout_page *page,
                         bool brief) {
    size_t least = page->count;
    for (size_t i = 0; i < page->count; i++)
        if (page->parts[i].brief == brief &&
            (least == page->count || weight_of(report, page->parts[i].topic) >=
                                         weight_of(report, page->parts[least].topic)))
            least = i;
    return least;
}

/* Makes parts brief, and then takes them out, until the sheet fits; the last one stays. */
static void make_fit(const struct report *report, struct layout_page *page, bool *left_out) {
    while (!fits(report, page)) {
        size_t part = least_part(report, page, false);
        if (part < page->count) {
            page->parts[part].brief = true;
            continue;
        }
        if (page->count <= 1)
            return;
        remove_part(page, least_part(report, page, true));
        *left_out = true;
    }
}

/* --- as configured --- */

static struct layout_page *new_pages(const struct report *report) {
    return arena_allocate(report->teller.voice.arena, LAYOUT_MOST_SHEETS,
                          sizeof(struct layout_page));
}

static struct layout_page page_with(const struct report *report, const char *title,
                                    size_t most) {
    return (struct layout_page){.title = title,
                                .parts = arena_allocate(report->teller.voice.arena, most + 1,
                                                        sizeof(struct layout_part))};
}

static struct layout configured(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    struct layout layout = {.page = new_pages(report)};
    for (size_t i = 0; i < questionnaire->page_count; i++) {
        const struct report_page *from = &questionnaire->pages[i];
        struct layout_page page =
            page_with(report, teller_label(&report->teller, &from->title), from->topic_count);
        for (size_t k = 0; k < from->topic_count; k++)
            if (statement_exists(&report->teller, &from->topics[k]))
                page.parts[page.count++].topic = &from->topics[k];
        if (page.count > 0 && layout.count < most_inner(report))
            layout.page[layout.count++] = page;
        else if (page.count > 0)
            layout.left_out = true;
    }
    return layout;
}

/* --- by rule --- */

/* A topic on its way to a sheet. */
struct place {
    const struct topic *topic;
    size_t section, order;
    int weight;
    bool taken, brief;
    struct sheet_size whole, sentences;
};

static struct sheet_size size_alone(const struct report *report, const struct topic *topic,
                                    bool brief) {
    struct layout_part part = {topic, brief};
    struct layout_page page = {.title = "", .parts = &part, .count = 1};
    struct sheet_size size = sheet_size(report, &page);
    size.lines++; /* the empty line before it */
    return size;
}

static int compare_weight(const void *left, const void *right) {
    const struct place *a = left, *b = right;
    return a->weight != b->weight ? a->weight - b->weight
                                  : (a->order > b->order) - (a->order < b->order);
}

static int compare_order(const void *left, const void *right) {
    const struct place *a = left, *b = right;
    return (a->order > b->order) - (a->order < b->order);
}

static bool is_finding(const struct findings *findings, const struct topic *topic) {
    for (size_t i = 0; i < findings->count; i++)
        if (topics_overlap(findings->topic[i], topic))
            return true;
    return false;
}

/* That some wrote something says little without an example of it. */
static bool is_worth_a_place(const struct report *report, const struct topic *topic) {
    const struct released_quotation *first;
    return topic->question == NULL || topic->question->type != QUESTION_TEXT ||
           released_of(report->teller.released, topic->question, &first) > 0;
}

static struct place *places_of(const struct report *report, size_t *count) {
    struct topics topics = topics_of(report);
    struct findings findings = findings_of(report);
    struct place *places =
        arena_allocate(report->teller.voice.arena, topics.count + 1, sizeof *places);
    *count = 0;
    for (size_t i = 0; i < topics.count; i++) {
        if (!is_worth_a_place(report, topics.topic[i]))
            continue;
        places[*count] = (struct place){.topic = topics.topic[i],
                                        .section = topics_section(topics.topic[i]),
                                        .order = i,
                                        .whole = size_alone(report, topics.topic[i], false),
                                        .sentences = size_alone(report, topics.topic[i], true)};
        /* What page one speaks of has to be found behind it. */
        places[(*count)++].weight =
            is_finding(&findings, topics.topic[i]) ? -1 : weight_of(report, topics.topic[i]);
    }
    return places;
}

static void add_size(struct sheet_size *sum, struct sheet_size size) {
    sum->lines += size.lines;
    sum->printed += size.printed;
}

static bool within(struct sheet_size sum, struct sheet_size more, struct sheet_size most) {
    return sum.lines + more.lines <= most.lines && sum.printed + more.printed <= most.printed;
}

/* Takes the most important topics as long as there is room: all of them with their sentences,
 * as far as that goes, then as many as possible whole. */
static bool take(struct place *places, size_t count, struct sheet_size most) {
    struct sheet_size sum = {0, 0};
    bool all = true;
    qsort(places, count, sizeof *places, compare_weight);
    for (size_t i = 0; i < count; i++) {
        places[i].taken = within(sum, places[i].sentences, most);
        places[i].brief = true;
        all &= places[i].taken;
        if (places[i].taken)
            add_size(&sum, places[i].sentences);
    }
    for (size_t i = 0; i < count; i++) {
        struct sheet_size more = {places[i].whole.lines - places[i].sentences.lines,
                                  places[i].whole.printed - places[i].sentences.printed};
        if (!places[i].taken || places[i].whole.lines < places[i].sentences.lines ||
            places[i].whole.printed < places[i].sentences.printed || !within(sum, more, most))
            continue;
        places[i].brief = false;
        add_size(&sum, more);
    }
    qsort(places, count, sizeof *places, compare_order);
    return all;
}

static const char *section_title(const struct report *report, size_t section) {
    return teller_label(&report->teller,
                        &report->teller.facts.questionnaire->sections[section].title);
}

/* "Unterstützung und Digitale Formate"; of more sections the first two, and that there is more.
 */
static const char *title_of(const struct report *report, const size_t *sections, size_t count) {
    const struct voice *voice = &report->teller.voice;
    const char *titles[2];
    for (size_t i = 0; i < count && i < 2; i++)
        titles[i] = section_title(report, sections[i]);
    if (count <= 2)
        return voice_list(voice, titles, count);
    return voice_say(voice, PHRASE_LAYOUT_MORE, "first", titles[0], "next", titles[1], NULL);
}

/* Deals the taken topics out to sheets of about equal size, in their order. */
static void deal(const struct report *report, const struct place *places, size_t count,
                 struct layout *layout, size_t sheets) {
    size_t total = 0, used = 0, next = 0;
    for (size_t i = 0; i < count; i++)
        total += places[i].taken
                     ? (places[i].brief ? places[i].sentences : places[i].whole).printed
                     : 0;
    for (size_t sheet = 0; sheet < sheets; sheet++) {
        struct layout_page page = page_with(report, "", count);
        size_t *sections =
            arena_allocate(report->teller.voice.arena, count + 1, sizeof *sections);
        size_t section_count = 0, until = total * (sheet + 1) / sheets;
        for (; next < count; next++) {
            const struct place *place = &places[next];
            size_t size = (place->brief ? place->sentences : place->whole).printed;
            if (!place->taken)
                continue;
            if (page.count > 0 && sheet + 1 < sheets && used + size / 2 > until)
                break;
            page.parts[page.count++] = (struct layout_part){place->topic, place->brief};
            used += size;
            if (section_count == 0 || sections[section_count - 1] != place->section)
                sections[section_count++] = place->section;
        }
        page.title = sheets > 1 ? title_of(report, sections, section_count)
                                : teller_phrase(&report->teller, PHRASE_LAYOUT_RESULTS);
        if (page.count > 0)
            layout->page[layout->count++] = page;
    }
}

/* What stands behind the topics, at least. */
static struct sheet_size size_behind(const struct report *report) {
    struct layout_page page = {.title = "",
                               .letters = letters_exist(report) ? LETTERS_WHOLE + 1 : 0,
                               .citations = CITATIONS,
                               .method = true};
    return sheet_size(report, &page);
}

static size_t at_least(size_t part, size_t whole) {
    return part < whole ? whole - part : 0;
}

static struct layout by_rule(const struct report *report) {
    struct layout layout = {.page = new_pages(report)};
    size_t count, sheets = most_inner(report);
    struct place *places = places_of(report, &count);
    struct sheet_size behind = size_behind(report),
                      most = {at_least(behind.lines, sheets * SHEET_LINES),
                              at_least(behind.printed, sheets * SHEET_PRINTED)};
    layout.left_out = !take(places, count, most) || count < topics_of(report).count;
    struct sheet_size sum = behind;
    for (size_t i = 0; i < count; i++)
        if (places[i].taken)
            add_size(&sum, places[i].brief ? places[i].sentences : places[i].whole);
    while (sheets > 1 && sum.lines <= (sheets - 1) * SHEET_LINES * 9 / 10 &&
           sum.printed <= (sheets - 1) * SHEET_PRINTED * 9 / 10)
        sheets--;
    deal(report, places, count, &layout, sheets);
    return layout;
}

/* --- what stands behind the topics --- */

static bool is_about_letters(const struct report *report, const struct layout_page *page) {
    for (size_t i = 0; i < page->count; i++)
        if (letters_concern(report, page->parts[i].topic))
            return true;
    return false;
}

/* Puts the letters on the first sheet that has room: one that shows what they speak of, the
 * last one, any other. With fewer of them whole, where there is none. */
static bool put_letters(const struct report *report, struct layout *layout, size_t whole) {
    size_t last = layout->count - 1;
    for (int about = 1; about >= 0; about--)
        for (size_t i = layout->count; i-- > 0;) {
            struct layout_page *page = &layout->page[about ? last - i : i];
            if (about == 1 && !is_about_letters(report, page))
                continue;
            page->letters = whole + 1;
            if (fits(report, page))
                return true;
            page->letters = 0;
        }
    return false;
}

/* Beside the letters first. */
static bool put_citations(const struct report *report, struct layout *layout, size_t most) {
    for (size_t i = 0; i < layout->count; i++)
        if (layout->page[i].letters > 0) {
            layout->page[i].citations = most;
            if (fits(report, &layout->page[i]))
                return true;
            layout->page[i].citations = 0;
        }
    for (size_t i = layout->count; i-- > 0;) {
        layout->page[i].citations = most;
        if (fits(report, &layout->page[i]))
            return true;
        layout->page[i].citations = 0;
    }
    return false;
}

static void put_passages(const struct report *report, struct layout *layout) {
    for (size_t i = layout->count; i-- > 0 && letters_have_passages(report);) {
        layout->page[i].passages = true;
        if (fits(report, &layout->page[i]))
            return;
        layout->page[i].passages = false;
    }
}

/* What is promised to stand in the report makes room for itself on the last sheet. */
static void put_behind(const struct report *report, struct layout *layout) {
    struct layout_page *last = &layout->page[layout->count - 1];
    size_t whole = LETTERS_WHOLE;
    bool placed = !letters_exist(report);
    for (; !placed && whole > 0; whole--)
        placed = put_letters(report, layout, whole);
    if (!placed) {
        last->letters = 2;
        make_fit(report, last, &layout->left_out);
    }
    size_t citations = QUESTIONNAIRE_MAX_FINDINGS;
    while (citations > 0 && !put_citations(report, layout, citations))
        citations--;
    put_passages(report, layout);
}

/* A remark stands once: on the first sheet that has something of its section. */
static void place_remarks(const struct report *report, struct layout *layout) {
    struct arena *arena = report->teller.voice.arena;
    size_t count = report->teller.facts.questionnaire->section_count;
    bool *seen = arena_allocate(arena, count + 1, sizeof *seen);
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_page *page = &layout->page[i];
        bool *remarks = arena_allocate(arena, count + 1, sizeof *remarks);
        for (size_t k = 0; k < page->count; k++) {
            size_t section = topics_section(page->parts[k].topic);
            remarks[section] |= !seen[section];
        }
        for (size_t k = 0; k < count; k++)
            seen[k] |= remarks[k];
        page->remarks = remarks;
    }
}

struct layout layout_of(const struct report *report) {
    struct layout layout =
        report->teller.facts.questionnaire->page_count > 0 && most_inner(report) > 1
            ? configured(report)
            : by_rule(report);
    if (layout.count == 0)
        layout.page[layout.count++] =
            page_with(report, teller_phrase(&report->teller, PHRASE_LAYOUT_METHOD), 0);
    layout.page[layout.count - 1].method = true;
    place_remarks(report, &layout);
    for (size_t i = 0; i < layout.count; i++)
        make_fit(report, &layout.page[i], &layout.left_out);
    put_behind(report, &layout);
    return layout;
}

size_t layout_page_of(const struct layout *layout, const struct topic *topic) {
    for (size_t i = 0; i < layout->count; i++)
        for (size_t k = 0; k < layout->page[i].count; k++)
            if (topics_overlap(layout->page[i].parts[k].topic, topic))
                return i + 2;
    return 0;
}
