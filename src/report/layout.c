#include "report/layout.h"

#include <stdlib.h>

#include "report/letters.h"
#include "report/main_findings.h"
#include "report/sheet.h"
#include "report/topics.h"
#include "survey/released.h"
#include "wording/statement.h"

enum {
    FIRST_SHEET = 60, /* lines of text that page one has at most, empty ones included */
    INNER_LINES = LAYOUT_MOST_LINES - FIRST_SHEET, /* of all sheets behind it */
    SHEET_PRINTED = 5230, /* hundredths of a line on a sheet of paper; there are 5336 */

    CITATIONS = QUESTIONNAIRE_MAX_FINDINGS,
    LEAST_ITEMS = 3 /* points of a letter */
};

static size_t most_inner(const struct report *report) {
    return (report->teller.facts.answers < LAYOUT_SHORT_BELOW ? LAYOUT_SHORT_SHEETS
                                                              : LAYOUT_MOST_SHEETS) -
           1;
}

/* --- measuring --- */

/* A sheet that was measured. To measure is to write, and of all sheets that are tried most are
 * those of the attempt before: only one has changed. */
struct layout_measured {
    const struct layout_measured *next;
    struct layout_page page;
    struct sheet_size size;
};

static bool are_same(const struct layout_page *page, const struct layout_page *other) {
    if (page->title != other->title || page->count != other->count ||
        page->remarks != other->remarks || page->letters != other->letters ||
        page->letter_items != other->letter_items || page->citations != other->citations ||
        page->passages != other->passages || page->method != other->method)
        return false;
    for (size_t i = 0; i < page->count; i++)
        if (page->parts[i].topic != other->parts[i].topic ||
            page->parts[i].depth != other->parts[i].depth)
            return false;
    return true;
}

static struct layout_page copy_of(struct arena *arena, const struct layout_page *page) {
    struct layout_page copy = *page;
    copy.parts = arena_allocate(arena, page->count + 1, sizeof *copy.parts);
    for (size_t i = 0; i < page->count; i++)
        copy.parts[i] = page->parts[i];
    return copy;
}

static struct sheet_size size_on(const struct report *report, struct layout *layout,
                                 size_t sheet) {
    const struct layout_page *page = &layout->page[sheet];
    for (const struct layout_measured *known = layout->measured; known != NULL;
         known = known->next)
        if (are_same(page, &known->page))
            return known->size;
    struct arena *arena = report->teller.voice.arena;
    struct layout_measured *measured = arena_allocate(arena, 1, sizeof *measured);
    *measured = (struct layout_measured){layout->measured, copy_of(arena, page),
                                         sheet_size(report, page)};
    layout->measured = measured;
    return measured->size;
}

/* --- making room --- */

/* The sheet that has too much for its paper; of all together too many lines: layout->count;
 * where all fits, more than that. */
static size_t overfull(const struct report *report, struct layout *layout) {
    size_t lines = 0;
    for (size_t i = 0; i < layout->count; i++) {
        struct sheet_size size = size_on(report, layout, i);
        if (size.printed > SHEET_PRINTED)
            return i;
        lines += size.lines;
    }
    return lines > INNER_LINES ? layout->count : layout->count + 1;
}

static bool fits(const struct report *report, struct layout *layout) {
    return overfull(report, layout) > layout->count;
}

enum { LEAST_WEIGHT = STATEMENT_OTHER + 2 };

/* What has least to say of a sheet's topics: of profiles and texts first, then the latest of
 * the lowest class. */
static int weight_of(const struct report *report, const struct topic *topic) {
    if (topic->question != NULL && topic->question->type == QUESTION_TEXT)
        return LEAST_WEIGHT;
    if (topics_is_profile(report, topic))
        return LEAST_WEIGHT - 1;
    return (int)statement_class_of(&report->teller, topic);
}

/* A part of a sheet. */
struct spot {
    struct layout_page *page;
    size_t part;
    int weight;
};

/* What page one speaks of has to be found behind it. */
static int weight_on(const struct report *report, const struct topic *topic) {
    const struct main_findings *findings = report->findings;
    for (size_t i = 0; i < findings->count; i++)
        if (topics_overlap(findings->topic[i], topic))
            return (int)i - QUESTIONNAIRE_MAX_FINDINGS;
    return weight_of(report, topic);
}

/* The part of that depth which matters least and latest, on one sheet or, with layout->count,
 * on any; page is NULL where there is none. */
static struct spot least_spot(const struct report *report, const struct layout *layout,
                              size_t sheet, enum layout_depth depth) {
    struct spot least = {.page = NULL};
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_page *page = &layout->page[i];
        for (size_t k = 0; k < page->count && (sheet == i || sheet == layout->count); k++) {
            int weight = weight_on(report, page->parts[k].topic);
            if (page->parts[k].depth == depth && (least.page == NULL || weight >= least.weight))
                least = (struct spot){page, k, weight};
        }
    }
    return least;
}

static void remove_spot(struct spot spot) {
    for (size_t i = spot.part; i + 1 < spot.page->count; i++)
        spot.page->parts[i] = spot.page->parts[i + 1];
    spot.page->count--;
}

/* Takes tables from the parts that matter least, then such parts as a whole, until all fits;
 * what page one speaks of keeps its sentences. False where there is nothing more to take. */
static bool make_fit(const struct report *report, struct layout *layout) {
    for (size_t sheet = overfull(report, layout); sheet <= layout->count;
         sheet = overfull(report, layout)) {
        struct spot table = least_spot(report, layout, sheet, LAYOUT_TABLE),
                    sentences = least_spot(report, layout, sheet, LAYOUT_SENTENCES);
        if (table.page != NULL && (sentences.page == NULL || table.weight >= 0)) {
            table.page->parts[table.part].depth = LAYOUT_SENTENCES;
        } else if (sentences.page != NULL && sentences.weight >= 0) {
            remove_spot(sentences);
            layout->left_out = true;
        } else if (table.page != NULL) {
            table.page->parts[table.part].depth = LAYOUT_SENTENCES;
        } else {
            return false;
        }
    }
    return true;
}

/* Gives back tables, or pictures, to what matters most, as long as all fits: to parts up to
 * that weight. */
static void deepen(const struct report *report, struct layout *layout, enum layout_depth depth,
                   int last_weight) {
    for (int weight = -QUESTIONNAIRE_MAX_FINDINGS; weight <= last_weight; weight++)
        for (size_t i = 0; i < layout->count; i++)
            for (size_t k = 0; k < layout->page[i].count; k++) {
                struct layout_part *part = &layout->page[i].parts[k];
                if (part->depth + 1 != depth || weight_on(report, part->topic) != weight)
                    continue;
                part->depth = depth;
                if (!fits(report, layout))
                    part->depth--;
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
                page.parts[page.count++] = (struct layout_part){&from->topics[k], LAYOUT_TABLE};
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
    bool taken;
    enum layout_depth depth;
    struct sheet_size whole, sentences; /* with its table; without */
};

static struct sheet_size size_alone(const struct report *report, const struct topic *topic,
                                    enum layout_depth depth) {
    struct layout_part part = {topic, depth};
    struct layout_page page = {.title = "", .parts = &part, .count = 1};
    struct layout_page empty = {.title = ""};
    struct sheet_size size = sheet_size(report, &page), heading = sheet_size(report, &empty);
    return (struct sheet_size){size.lines - heading.lines + 1, /* and the empty line before */
                               size.printed - heading.printed};
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

/* That some wrote something says little without an example of it. */
static bool is_worth_a_place(const struct report *report, const struct topic *topic) {
    const struct released_quotation *first;
    return topic->question == NULL || topic->question->type != QUESTION_TEXT ||
           released_of(report->teller.released, topic->question, &first) > 0;
}

static struct place *places_of(const struct report *report, size_t *count) {
    struct topics topics = topics_of(report);
    struct place *places =
        arena_allocate(report->teller.voice.arena, topics.count + 1, sizeof *places);
    *count = 0;
    for (size_t i = 0; i < topics.count; i++) {
        if (!is_worth_a_place(report, topics.topic[i]))
            continue;
        places[*count] =
            (struct place){.topic = topics.topic[i],
                           .section = topics_section(topics.topic[i]),
                           .order = i,
                           .whole = size_alone(report, topics.topic[i], LAYOUT_TABLE),
                           .sentences = size_alone(report, topics.topic[i], LAYOUT_SENTENCES)};
        places[(*count)++].weight = weight_on(report, topics.topic[i]);
    }
    return places;
}

static struct sheet_size size_of(const struct place *place) {
    return place->depth == LAYOUT_SENTENCES ? place->sentences : place->whole;
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
        places[i].depth = LAYOUT_SENTENCES;
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
        places[i].depth = LAYOUT_TABLE;
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
        total += places[i].taken ? size_of(&places[i]).printed : 0;
    for (size_t sheet = 0; sheet < sheets; sheet++) {
        struct layout_page page = page_with(report, "", count);
        size_t *sections =
            arena_allocate(report->teller.voice.arena, count + 1, sizeof *sections);
        size_t section_count = 0, until = total * (sheet + 1) / sheets;
        for (; next < count; next++) {
            const struct place *place = &places[next];
            size_t size = size_of(place).printed;
            if (!place->taken)
                continue;
            if (page.count > 0 && sheet + 1 < sheets && used + size / 2 > until)
                break;
            page.parts[page.count++] = (struct layout_part){place->topic, place->depth};
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
                               .letters = letters_exist(report) ? 2 : 0,
                               .letter_items = LEAST_ITEMS,
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
                      most = {at_least(behind.lines, INNER_LINES),
                              at_least(behind.printed, sheets * SHEET_PRINTED)};
    layout.left_out = !take(places, count, most) || count < topics_of(report).count;
    struct sheet_size sum = behind;
    for (size_t i = 0; i < count; i++)
        if (places[i].taken)
            add_size(&sum, size_of(&places[i]));
    while (sheets > 1 && sum.printed <= (sheets - 1) * SHEET_PRINTED)
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
 * last one, any other. */
static bool put_letters(const struct report *report, struct layout *layout, size_t whole,
                        size_t items) {
    size_t last = layout->count - 1;
    for (int about = 1; about >= 0; about--)
        for (size_t i = layout->count; i-- > 0;) {
            struct layout_page *page = &layout->page[about ? last - i : i];
            if (about == 1 && !is_about_letters(report, page))
                continue;
            page->letters = whole + 1;
            page->letter_items = items;
            if (fits(report, layout))
                return true;
            page->letters = 0;
        }
    return false;
}

/* Two letters whole where there is room, the letters of further addressees in a line each. */
static bool put_any_letters(const struct report *report, struct layout *layout) {
    for (size_t whole = 2; whole > 0; whole--)
        for (size_t items = LETTERS_MOST_ITEMS; items >= LEAST_ITEMS; items--)
            if (put_letters(report, layout, whole, items))
                return true;
    return false;
}

/* The sheet that the letters belong to: the last one of those that speak of what they ask for,
 * else the last one. */
static struct layout_page *letters_home(const struct report *report, struct layout *layout) {
    for (size_t i = layout->count; i-- > 0;)
        if (is_about_letters(report, &layout->page[i]) && !layout->page[i].method)
            return &layout->page[i];
    return &layout->page[layout->count - 1];
}

static bool put_citations_on(const struct report *report, struct layout *layout, size_t sheet,
                             size_t most) {
    layout->page[sheet].citations = most;
    if (fits(report, layout))
        return true;
    layout->page[sheet].citations = 0;
    return false;
}

/* On the last sheet first. */
static bool put_citations(const struct report *report, struct layout *layout, size_t most) {
    for (size_t i = layout->count; i-- > 0;)
        if (put_citations_on(report, layout, i, most))
            return true;
    return false;
}

/* False where they have no room; true where there are none. */
static bool put_passages(const struct report *report, struct layout *layout) {
    if (!letters_have_passages(report))
        return true;
    for (size_t i = layout->count; i-- > 0;) {
        layout->page[i].passages = true;
        if (fits(report, layout))
            return true;
        layout->page[i].passages = false;
    }
    return false;
}

/* On the last sheet, which gives up what matters least, but nothing that page one speaks of. */
static void make_room_for_passages(const struct report *report, struct layout *layout) {
    struct arena *arena = report->teller.voice.arena;
    struct layout before = *layout;
    before.page = arena_allocate(arena, layout->count, sizeof *before.page);
    for (size_t i = 0; i < layout->count; i++)
        before.page[i] = copy_of(arena, &layout->page[i]);
    layout->page[layout->count - 1].passages = true;
    if (make_fit(report, layout))
        return;
    before.measured = layout->measured;
    *layout = before;
}

/* As many as there is room for, instead of the one that may be there. */
static void put_more_citations(const struct report *report, struct layout *layout) {
    for (size_t i = 0; i < layout->count; i++)
        layout->page[i].citations = 0;
    size_t most = CITATIONS;
    while (most > 0 && !put_citations(report, layout, most))
        most--;
}

/* Letters make room for themselves where there is none, but take none of what page one speaks
 * of. */
static void put_behind(const struct report *report, struct layout *layout) {
    if (letters_exist(report) && !put_any_letters(report, layout)) {
        struct layout_page *home = letters_home(report, layout);
        home->letters = letters_count(report) > 0 ? 2 : 1;
        home->letter_items = LEAST_ITEMS;
        if (!make_fit(report, layout))
            home->letters = 0;
    }
    deepen(report, layout, LAYOUT_TABLE, LEAST_WEIGHT);
    /* Texts that the organiser wrote are wanted; the board's own repeats what is on the sheets.
     */
    if (report->teller.facts.questionnaire->passage_count > 0 && !put_passages(report, layout))
        make_room_for_passages(report, layout);
    put_citations(report, layout, 1);
    deepen(report, layout, LAYOUT_PICTURE, -1);
    put_more_citations(report, layout);
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

/* The sheets with room for pictures as high as they probably are. */
static struct layout composed(const struct report *report) {
    struct layout layout =
        report->teller.facts.questionnaire->page_count > 0 && most_inner(report) > 1
            ? configured(report)
            : by_rule(report);
    if (layout.count == 0)
        layout.page[layout.count++] =
            page_with(report, teller_phrase(&report->teller, PHRASE_LAYOUT_METHOD), 0);
    layout.page[layout.count - 1].method = true;
    place_remarks(report, &layout);
    make_fit(report, &layout);
    put_behind(report, &layout);
    deepen(report, &layout, LAYOUT_PICTURE, LEAST_WEIGHT);
    if (report->teller.facts.questionnaire->passage_count == 0)
        put_passages(report, &layout);
    return layout;
}

static void take_pictures(struct layout *layout) {
    for (size_t i = 0; i < layout->count; i++)
        for (size_t k = 0; k < layout->page[i].count; k++)
            if (layout->page[i].parts[k].depth == LAYOUT_PICTURE)
                layout->page[i].parts[k].depth = LAYOUT_TABLE;
}

/* All forms say the same, whether they have pictures or not: what they say is settled before a
 * picture is measured. */
struct layout layout_of(const struct report *report) {
    struct report guessing = *report;
    guessing.pictures = NULL;
    struct layout layout = composed(&guessing);
    if (report->pictures != NULL) {
        layout.measured = NULL; /* those were guesses */
        take_pictures(&layout);
        deepen(report, &layout, LAYOUT_PICTURE, LEAST_WEIGHT);
    }
    return layout;
}
