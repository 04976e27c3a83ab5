#include "ingest/binding_hints.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "ingest/binding_alone.h"
#include "ingest/heading_text.h"

enum { SHOWN_HEADING = 60, NAMED_COLUMNS = 5, MOST_SUGGESTIONS = 500 };

struct hinter {
    const struct binding *binding;
    const struct questionnaire *questionnaire;
    const struct headings *headings;
    const struct alone_column *alone;
    const struct diag_place *place; /* of the header */
    struct diag *diag;
    bool complete;
};

static bool is_unknown(const struct column *column) {
    return column->heading.question == NULL && column->metadata == METADATA_NONE &&
           !column->ignored;
}

static const struct question_columns *columns_of(const struct hinter *hinter,
                                                 const struct question *question) {
    return &hinter->binding->questions[question - hinter->questionnaire->questions];
}

/* --- the line that cures --- */

static void add_aliases(struct text *text, const char *const *aliases, size_t count) {
    for (size_t i = 0; i < count; i++)
        text_add_format(text, strpbrk(aliases[i], " \t") != NULL ? "\"%s\", " : "%s, ",
                        aliases[i]);
}

/* A heading may be added only once. */
static void add_question_key(struct text *text, const struct hinter *hinter,
                             const struct question *question) {
    if (label_present(&question->heading)) {
        text_add(text, "alias = ");
        add_aliases(text, question->aliases, question->alias_count);
    } else if (hinter->questionnaire->language_count > 1) {
        text_add(text, "heading = ");
    } else {
        text_add_format(text, "heading.%s = ", hinter->questionnaire->languages[0]);
    }
}

static const struct code *item_of(const struct heading *meaning) {
    const struct question *question = meaning->question;
    switch (meaning->part) {
    case HEADING_VARIABLE:
    case HEADING_FIELD:
        return question_item(question, meaning->item);
    case HEADING_OPTION:
        return &question->codes->codes[meaning->item];
    case HEADING_WHOLE:
    case HEADING_RANK:
    case HEADING_OTHER_TEXT:
    case HEADING_COMMENT:
    case HEADING_DK:
        break;
    }
    return NULL;
}

/* Where the line goes, and the line: a text of the question, or an alias of the item; false
 * where no line would do. An item that is not known is not guessed: its answers would count for
 * another. */
static bool add_cure(struct text *text, const struct hinter *hinter,
                     const struct column *column, const struct heading_near *near) {
    const struct question *question = near->meaning.question;
    const struct code *item = near->known ? item_of(&near->meaning) : NULL;
    text_add_format(text,
                    language_pick("add to the questionnaire, below [question %s], the line ",
                                  "ergänzen Sie im Fragebogen unter [question %s] die Zeile "),
                    question->id);
    if (near->item != NULL && item != NULL) {
        text_add_format(text, "alias.%s = ", item->id);
        add_aliases(text, item->aliases, item->alias_count);
        return heading_text_quote(text, near->item, strlen(near->item));
    }
    if (near->item != NULL || (near->base == 0 && item != NULL))
        return false;
    add_question_key(text, hinter, question);
    return heading_text_quote(text, column->title,
                              near->base > 0 ? near->base : column->title_length);
}

/* The heading that means this without doubt. */
static void add_sure_heading(struct text *text, const struct heading_near *near) {
    const struct question *question = near->meaning.question;
    const struct code *item = item_of(&near->meaning);
    if (item != NULL && strcmp(near->string, question->id) == 0)
        text_add_format(text, "%s[%s]", question->id, item->id);
    else
        text_add(text, near->string);
}

/* What to do where no line can be written for them. */
static void add_advice(struct text *text, const struct heading_near *near) {
    struct text sure = {0};
    add_sure_heading(&sure, near);
    if (near->known)
        text_add_format(text,
                        language_pick("rename the column '%s'", "nennen Sie die Spalte '%s'"),
                        text_string(&sure));
    else
        text_add_format(
            text,
            language_pick(
                "word in the questionnaire the option or row of [question %s] that it "
                "is as the export does (row., label. or alias.)",
                "benennen Sie im Fragebogen die Option oder Zeile von [question %s], "
                "die es ist, wie im Export (row., label. oder alias.)"),
            near->meaning.question->id);
    text_free(&sure);
}

/* --- near misses --- */

/* True where nothing else in the file is what the heading may mean: then dropping the column
 * would lose a question, or part of it. */
static bool is_needed(const struct hinter *hinter, const struct heading_near *near) {
    const struct heading *meaning = &near->meaning;
    const struct question_columns *columns = columns_of(hinter, meaning->question);
    if (question_answer(meaning->question) == ANSWER_FIELD)
        return false;
    if (!columns->found)
        return true;
    bool tick_cells = false;
    for (size_t i = 0; i < columns->option_count; i++)
        tick_cells = tick_cells || columns->options[i] != 0;
    bool single = question_has_one_code(meaning->question) && !tick_cells;
    bool part = meaning->part == HEADING_VARIABLE && near->known && columns->whole == 0 &&
                (single || item_of(meaning) != NULL);
    return part && *columns_slot(hinter->binding, hinter->questionnaire, meaning) == 0;
}

/* A column that resembles a question's, and what cures it. */
struct miss {
    struct heading_near near;
    const char *cure;
    bool reported;
};

static const char *cure_of(const struct hinter *hinter, size_t column,
                           const struct heading_near *near) {
    struct text cure = {0};
    if (!add_cure(&cure, hinter, &hinter->binding->columns[column - 1], near)) {
        text_clear(&cure);
        add_advice(&cure, near);
    }
    const char *kept = arena_copy(hinter->binding->memory, text_string(&cure));
    text_free(&cure);
    return kept;
}

/* Marks as reported all columns from this one on that have the same cure, and counts the
 * others. */
static size_t count_alike(const struct hinter *hinter, struct miss *misses, size_t column) {
    size_t alike = 0;
    for (size_t i = column - 1; i < hinter->binding->count; i++)
        if (misses[i].cure != NULL && strcmp(misses[i].cure, misses[column - 1].cure) == 0) {
            misses[i].reported = true;
            alike++;
        }
    return alike - 1;
}

static void report_near(struct hinter *hinter, size_t column, struct miss *misses) {
    const struct column *bound = &hinter->binding->columns[column - 1];
    const struct miss *miss = &misses[column - 1];
    struct diag_place place = *hinter->place;
    struct text title = {0}, meant = {0};
    size_t others = count_alike(hinter, misses, column);
    heading_text_shorten(&meant, miss->near.string, strlen(miss->near.string), SHOWN_HEADING);
    place.column = column;
    text_add(&title, "'");
    heading_text_shorten(&title, bound->title, bound->title_length, SHOWN_HEADING);
    text_add(&title, "'");
    if (others > 0)
        text_add_format(&title, language_pick(" (and %zu more)", " (und %zu weitere)"), others);
    if (is_needed(hinter, &miss->near))
        diag_add(hinter->diag, DIAG_ERROR, &place,
                 "the column %s belongs to no question; is it '%s'? Then %s; "
                 "else leave it out: below [ingest] the line ignore = \"HEADING\"",
                 "die Spalte %s gehört zu keiner Frage; ist '%s' gemeint? Dann %s; "
                 "sonst lassen Sie sie weg: unter [ingest] die Zeile ignore = "
                 "\"ÜBERSCHRIFT\"",
                 text_string(&title), text_string(&meant), miss->cure);
    else
        diag_add(hinter->diag, DIAG_WARNING, &place,
                 "the column %s belongs to no question and is dropped; is it '%s'? Then "
                 "%s",
                 "die Spalte %s gehört zu keiner Frage und entfällt; ist '%s' gemeint? Dann "
                 "%s",
                 text_string(&title), text_string(&meant), miss->cure);
    hinter->complete = hinter->complete && !is_needed(hinter, &miss->near);
    text_free(&title);
    text_free(&meant);
}

/* Some rows of a question are alone, and others are missing: the column may be another's, or
 * the others are worded otherwise. */
static bool report_alone(struct hinter *hinter, size_t column) {
    const struct column *bound = &hinter->binding->columns[column - 1];
    const struct alone_column *alone = &hinter->alone[column - 1];
    if (alone->partly == NULL || columns_of(hinter, alone->partly->question)->found)
        return false;
    bool needed = alone->seen * 2 > alone->all &&
                  question_answer(alone->partly->question) != ANSWER_FIELD;
    struct diag_place place = *hinter->place;
    struct text title = {0}, name = {0};
    place.column = column;
    heading_text_shorten(&title, bound->title, bound->title_length, SHOWN_HEADING);
    heading_text_meaning(&name, alone->partly);
    diag_add(hinter->diag, needed ? DIAG_ERROR : DIAG_WARNING, &place,
             "the column '%s' may be %s, but only %zu of %zu of that question have a column: "
             "word the others as the export does (row., label. or alias.), or leave the column "
             "out: [ingest] ignore",
             "die Spalte '%s' könnte %s sein, aber nur %zu von %zu dieser Frage haben eine "
             "Spalte: Benennen Sie die übrigen wie im Export (row., label. oder alias.), oder "
             "lassen Sie die Spalte weg: [ingest] ignore",
             text_string(&title), text_string(&name), alone->seen, alone->all);
    hinter->complete = hinter->complete && !needed;
    text_free(&title);
    text_free(&name);
    return true;
}

/* --- the rest --- */

static void warn_of_rest(const struct hinter *hinter, const bool *rest) {
    struct text names = {0};
    size_t count = 0;
    for (size_t i = 0; i < hinter->binding->count; i++) {
        const struct column *column = &hinter->binding->columns[i];
        if (!rest[i])
            continue;
        if (count < NAMED_COLUMNS) {
            text_add(&names, count > 0 ? ", '" : "'");
            heading_text_shorten(&names, column->title, column->title_length, SHOWN_HEADING);
            text_add(&names, "'");
        }
        count++;
    }
    if (count > NAMED_COLUMNS)
        text_add(&names, ", ...");
    if (count == 1)
        diag_add(hinter->diag, DIAG_WARNING, hinter->place,
                 "1 column belongs to no question and is dropped: %s; [ingest] ignore leaves "
                 "it out without this message",
                 "1 Spalte gehört zu keiner Frage und entfällt: %s; mit [ingest] ignore "
                 "entfällt sie ohne diese Meldung",
                 text_string(&names));
    else if (count > 0)
        diag_add(hinter->diag, DIAG_WARNING, hinter->place,
                 "%zu columns belong to no question and are dropped: %s; [ingest] ignore "
                 "leaves them out without this message",
                 "%zu Spalten gehören zu keiner Frage und entfallen: %s; mit [ingest] ignore "
                 "entfallen sie ohne diese Meldung",
                 count, text_string(&names));
    text_free(&names);
}

/* What it would be behind a group, if chance were not as likely; else what it resembles. */
static struct heading_near find_near(const struct headings *headings,
                                     const struct column *column) {
    const struct heading_loosely loosely =
        headings_find_loosely(headings, column->title, column->title_length);
    if (loosely.count == 1)
        return (struct heading_near){.string = loosely.meanings[0].question->id,
                                     .meaning = loosely.meanings[0],
                                     .known = true};
    return headings_nearest(headings, column->title, column->title_length);
}

/* LimeSurvey's text beside an option: "Q [Option][Comment]", "q[SQ001comment]". It resembles
 * the option, and must never be taken for it. */
static bool is_comment(const struct column *column) {
    static const char *const endings[] = {"[Comment]", "[Kommentar]", "comment]"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t length = strlen(endings[i]);
        if (column->title_length > length &&
            memcmp(column->title + column->title_length - length, endings[i], length) == 0)
            return true;
    }
    return false;
}

/* Other sentences around a question's text mean that question only where it has no column. */
static struct miss miss_of(const struct hinter *hinter, size_t column) {
    struct miss miss = {.near =
                            find_near(hinter->headings, &hinter->binding->columns[column - 1])};
    bool beside = miss.near.string != NULL &&
                  (miss.near.inside || is_comment(&hinter->binding->columns[column - 1]));
    if (miss.near.string != NULL && (!beside || is_needed(hinter, &miss.near)))
        miss.cure = cure_of(hinter, column, &miss.near);
    return miss;
}

/* Suggestions take time, and more than so many are not printed anyway. */
bool binding_report_unknown(const struct binding *binding,
                            const struct questionnaire *questionnaire,
                            const struct headings *headings, const struct alone_column *alone,
                            bool fits, const struct diag_place *place, struct diag *diag) {
    struct hinter hinter = {binding, questionnaire, headings, alone, place, diag, true};
    bool *rest = arena_allocate(binding->memory, binding->count, sizeof *rest);
    struct miss *misses = arena_allocate(binding->memory, binding->count, sizeof *misses);
    size_t looked = 0;
    if (binding->count == 1) /* another delimiter, or no header */
        return true;
    for (size_t i = 0; i < binding->count; i++) {
        if (!is_unknown(&binding->columns[i]))
            continue;
        rest[i] = looked >= MOST_SUGGESTIONS || !report_alone(&hinter, i + 1);
        if (rest[i] && looked++ < MOST_SUGGESTIONS)
            misses[i] = miss_of(&hinter, i + 1);
        rest[i] = rest[i] && misses[i].cure == NULL;
    }
    for (size_t i = 0; i < binding->count; i++)
        if (misses[i].cure != NULL && !misses[i].reported)
            report_near(&hinter, i + 1, misses);
    if (fits)
        warn_of_rest(&hinter, rest);
    return hinter.complete;
}

size_t binding_list_absent(const struct binding *binding,
                           const struct questionnaire *questionnaire, bool contacts, bool apart,
                           struct text *ids) {
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        bool field = question_answer(question) == ANSWER_FIELD;
        if (binding->questions[i].found || (field && !contacts) ||
            (!apart && (field || question_is_apart(question))))
            continue;
        text_add_format(ids, "%s%s", count++ > 0 ? ", " : "", question->id);
    }
    return count;
}
