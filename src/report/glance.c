#include "report/glance.h"

#include "base/utf8.h"
#include "findings/items.h"
#include "report/glance_list.h"
#include "report/outline.h"
#include "report/plain_text.h"
#include "report/response.h"
#include "wording/item_words.h"
#include "wording/selected_sentence.h"

/* How much of page one is left out to keep it within its lines. */
struct density {
    bool no_reading, tight, no_ready, no_breakdown, tightest, no_route, no_exchange;
    size_t fewer; /* items less in every list, */
    size_t least; /* but not less than these */
};

enum { MOST_SHOWN = 10, LEAST_SHOWN = 3 };

/* "Verein 14, Kommune 6": the breakdown's answers, largest first. Where none is shown there is
 * nothing that the others could be the rest of. */
static const char *breakdown_of(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    if (report->teller.facts.questionnaire->breakdown == NULL ||
        !facts_have_results(&report->teller.facts))
        return "";
    struct items items =
        items_of_answers(&report->teller.facts, report->teller.facts.questionnaire->breakdown);
    items_sort(&items);
    const char **parts = arena_allocate(voice->arena, items.count + 2, sizeof *parts);
    size_t count = 0;
    for (size_t i = 0; i < items.count; i++)
        if (items.item[i].figure.count > 0)
            parts[count++] = voice_say(voice, PHRASE_GLANCE_AMONG_PART, "label",
                                       item_label(&report->teller, &items.item[i]), "count",
                                       voice_whole(voice, items.item[i].figure.count), NULL);
    if (count > 0 && items.hidden > 0)
        parts[count++] = teller_phrase(&report->teller, PHRASE_GLANCE_AMONG_HIDDEN);
    return count > 0 ? voice_say(voice, PHRASE_GLANCE_AMONG, "list",
                                 voice_list(voice, parts, count), NULL)
                     : "";
}

/* "Ausgewertet sind 28 von 41": who sent something incomplete answered, too. */
static const char *response_of(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    if (report->teller.facts.invited > 0)
        return voice_say(
            voice,
            voice_form(voice, PHRASE_GLANCE_RESPONSE_NONE, report->teller.facts.answers,
                       report->teller.facts.invited),
            "share",
            voice_share(voice, report->teller.facts.answers, report->teller.facts.invited),
            NULL);
    return response_unknown(report);
}

/* Two sentences, or the one that is there. */
static const char *sentences(const struct report *report, const char *first,
                             const char *second) {
    return first[0] == '\0' ? second
                            : arena_format(report->teller.voice.arena, "%s %s", first, second);
}

/* Two facts on one line, or the one that is there. */
static const char *two_facts(const struct report *report, const char *first,
                             const char *second) {
    if (first[0] == '\0' || second[0] == '\0')
        return first[0] != '\0' ? first : second;
    return voice_say(&report->teller.voice, PHRASE_GLANCE_TWO_FACTS, "first", first, "second",
                     second, NULL);
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

static void write_fact(const struct report *report, enum phrase name, const char *fact) {
    static const enum phrase names[] = {PHRASE_GLANCE_PUBLISHER, PHRASE_GLANCE_AUDIENCE,
                                        PHRASE_GLANCE_WHEN, PHRASE_GLANCE_TURNOUT,
                                        PHRASE_OWN_COLUMN};
    size_t width = 0,
           count = sizeof names / sizeof *names - (report->teller.facts.selected == NULL);
    for (size_t i = 0; i < count; i++)
        if (utf8_width(teller_phrase(&report->teller, names[i])) > width)
            width = utf8_width(teller_phrase(&report->teller, names[i]));
    struct text lead = {0};
    utf8_pad(&lead, teller_phrase(&report->teller, name), width + 2, false);
    page_hanging(report->page, text_string(&lead), fact);
    text_free(&lead);
}

void glance_write_facts(const struct report *report, bool breakdown) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    const char *publisher = teller_label(&report->teller, &questionnaire->publisher);
    const char *audience = teller_label(&report->teller, &questionnaire->audience);
    write_fact(report, publisher[0] != '\0' ? PHRASE_GLANCE_PUBLISHER : PHRASE_GLANCE_WHEN,
               two_facts(report, publisher, period_of(report)));
    if (audience[0] != '\0')
        audience = arena_format(report->teller.voice.arena, "%s.", audience);
    write_fact(report, audience[0] != '\0' ? PHRASE_GLANCE_AUDIENCE : PHRASE_GLANCE_TURNOUT,
               sentences(report, audience, response_of(report)));
    if (report->teller.facts.selected != NULL && facts_have_results(&report->teller.facts))
        write_fact(report, PHRASE_OWN_COLUMN, selected_sentence_fact(&report->teller));
    else if (breakdown)
        page_paragraph(report->page, breakdown_of(report));
}

static void write_next(const struct report *report, bool exchange) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    const struct voice *voice = &report->teller.voice;
    const char *topic = teller_label(&report->teller, &questionnaire->next_topic);
    const char *contact = teller_label(&report->teller, &questionnaire->contact);
    if (questionnaire->next_meeting != NULL && topic[0] != '\0')
        page_paragraph(report->page, voice_say(voice, PHRASE_GLANCE_NEXT_TOPIC, "date",
                                               voice_date(voice, questionnaire->next_meeting),
                                               "topic", topic, NULL));
    else if (questionnaire->next_meeting != NULL)
        page_paragraph(report->page,
                       voice_say(voice, PHRASE_GLANCE_NEXT, "date",
                                 voice_date(voice, questionnaire->next_meeting), NULL));
    if (contact[0] != '\0')
        page_paragraph(report->page, voice_say(voice,
                                               questionnaire->next_meeting != NULL
                                                   ? PHRASE_GLANCE_CONTACT_MEETING
                                                   : PHRASE_GLANCE_CONTACT,
                                               "contact", contact, NULL));
    if (exchange)
        page_paragraph(report->page, teller_label(&report->teller, &questionnaire->exchange));
}

/* Where the sentences are that can be passed on. */
static void write_ready(const struct report *report) {
    size_t number = outline_of(report).ready;
    if (number > 0)
        page_paragraph(report->page,
                       voice_say(&report->teller.voice, PHRASE_GLANCE_READY, "section",
                                 outline_number(report, number), NULL));
}

/* What may not be concluded; of a group: not from it for all of its kind either. */
static void write_limits(const struct report *report) {
    const struct teller *teller = &report->teller;
    const char *population = teller_label(teller, &teller->facts.questionnaire->population);
    const char *count = teller_whole(teller, teller->facts.answers);
    bool selected = teller->facts.selected != NULL, all = population[0] == '\0';
    enum phrase phrase = selected ? (all ? PHRASE_OWN_LIMITS_ALL : PHRASE_OWN_LIMITS)
                                  : (all ? PHRASE_GLANCE_LIMITS_ALL : PHRASE_GLANCE_LIMITS);
    page_say(report->page,
             voice_say(&teller->voice,
                       voice_plural(&teller->voice, phrase, teller->facts.answers),
                       "population", population, "count", count, NULL));
    if (selected)
        page_say(report->page,
                 teller_phrase(teller, selected_is_small(teller) ? PHRASE_OWN_LIMITS_SMALL
                                                                 : PHRASE_OWN_LIMITS_GROUP));
}

/* That the lists have the order of all, why they have no figures of the group, and whom else
 * they count. */
static void write_notes(const struct report *report, const struct glance_notes *notes) {
    const struct teller *teller = &report->teller;
    if (notes->any)
        page_say(report->page, teller_phrase(teller, PHRASE_OWN_ORDER));
    if (notes->rules.count > 0)
        page_say(report->page,
                 voice_say(&teller->voice,
                           notes->any ? PHRASE_OWN_MISSING : PHRASE_OWN_MISSING_ALL, "why",
                           rules_why(report, &notes->rules), NULL));
    if (notes->never)
        page_say(report->page, teller_phrase(teller, PHRASE_OWN_LIST_NEVER));
    if (notes->together &&
        selected_size(&teller->facts).state != SELECTED_TOGETHER) /* else it was said above */
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_OWN_MEANS, "together",
                           selected_sentence_name(teller, SELECTED_TOGETHER), NULL));
}

static size_t shown_of(const struct glance *glance, struct density density) {
    size_t least = glance->show < density.least ? glance->show : density.least;
    return glance->show > least + density.fewer ? glance->show - density.fewer : least;
}

static void write_dense(const struct report *report, struct density density) {
    page_title(report->page, teller_phrase(&report->teller, PHRASE_GLANCE_HEADING));
    glance_write_facts(report, !density.no_breakdown);
    struct glance_notes notes = {.no_route = density.no_route};
    for (size_t i = 0; i < report->teller.facts.questionnaire->glance_count; i++) {
        const struct glance *glance = &report->teller.facts.questionnaire->glances[i];
        if (glance->parts == NULL)
            glance_list_write(report, glance, shown_of(glance, density), &notes);
    }
    write_notes(report, &notes);
    if (!density.no_reading && notes.listed) {
        page_gap(report->page);
        page_paragraph(report->page, teller_phrase(&report->teller, PHRASE_GLANCE_OF));
    }
    if (!density.tightest)
        page_gap(report->page);
    write_next(report, !density.no_exchange);
    if (!density.no_ready)
        write_ready(report);
    if (!density.tight)
        page_gap(report->page);
    write_limits(report);
}

/* Leaves out the least thing that is still there; what other parts say too goes before items.
 * False where nothing more can go. */
static bool make_denser(struct density *density) {
    bool *const steps[] = {&density->no_reading, &density->tight, &density->no_ready,
                           &density->no_breakdown, &density->tightest};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (!*steps[i]) {
            *steps[i] = true;
            return true;
        }
    if (density->fewer < MOST_SHOWN) {
        density->fewer++;
        return true;
    }
    if (!density->no_route) {
        density->no_route = true;
        return true;
    }
    if (!density->no_exchange) {
        density->no_exchange = true;
        return true;
    }
    if (density->least == 1)
        return false;
    density->least--;
    return true;
}

/* From the title on. */
static size_t lines_of(const struct report *report) {
    const struct plain_settings settings = {&report->teller.voice, report->bars};
    return plain_text_lines(report->page->document, report->first_block,
                            page_blocks(report->page), &settings);
}

void glance_write(const struct report *report) {
    struct density density = {.least = LEAST_SHOWN};
    struct page *page = report->page;
    page_gap(page);
    size_t start = page_blocks(page);
    write_dense(report, density);
    while (lines_of(report) > GLANCE_LINES && make_denser(&density)) {
        page_cut(page, start);
        write_dense(report, density);
    }
    page_gap(page);
}
