#include "wording/passages.h"

#include <string.h>

#include "base/language.h"
#include "base/number.h"
#include "findings/items.h"
#include "findings/tier.h"
#include "wording/item_words.h"
#include "wording/statement_gap.h"
#include "wording/tier_words.h"

enum what {
    WHAT_SHARE,
    WHAT_COUNT,
    WHAT_BASE,
    WHAT_LABEL,
    WHAT_IMPORTANT,
    WHAT_SATISFIED,
    WHATS
};
static const char *const whats[WHATS] = {"share", "count",     "base",
                                         "label", "important", "satisfied"};
enum plain { PLAIN_ANSWERS, PLAIN_INVITED, PLAIN_PUBLISHER, PLAIN_CONTACT, PLAINS };
static const char *const plains[PLAINS] = {"answers", "invited", "publisher", "contact"};

/* A placeholder taken apart. Where plain is PLAINS, it is one of three parts. */
struct placeholder {
    enum plain plain;
    const struct question *question; /* of a gap its importance */
    const struct gap *gap;
    const struct answer_set *set; /* the item is a set */
    const char *item;             /* id of the item; "" where it is a set or a place */
    int64_t place;                /* 1 and up; 0: not a place */
    enum what what;
};

/* A piece of text between braces. */
struct span {
    const char *bytes;
    size_t length;
};

static bool span_is(struct span span, const char *string) {
    return strlen(string) == span.length && memcmp(span.bytes, string, span.length) == 0;
}

/* The part up to the next dot, which is taken off; the last part leaves an empty rest. */
static struct span take_part(struct span *rest) {
    const char *dot = memchr(rest->bytes, '.', rest->length);
    size_t length = dot != NULL ? (size_t)(dot - rest->bytes) : rest->length;
    struct span part = {rest->bytes, length};
    size_t taken = dot != NULL ? length + 1 : length;
    rest->bytes += taken;
    rest->length -= taken;
    return part;
}

/* --- reading a placeholder --- */

static const char *find_code(const struct code *codes, size_t count, struct span id) {
    for (size_t i = 0; i < count; i++)
        if (span_is(id, codes[i].id))
            return codes[i].id;
    return NULL;
}

static bool find_owner(const struct questionnaire *questionnaire, struct span id,
                       struct placeholder *found) {
    for (size_t i = 0; i < questionnaire->gap_count; i++)
        if (span_is(id, questionnaire->gaps[i].id)) {
            found->gap = &questionnaire->gaps[i];
            found->question = found->gap->importance;
            return true;
        }
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (span_is(id, questionnaire->questions[i].id)) {
            found->question = &questionnaire->questions[i];
            return true;
        }
    return false;
}

static bool find_item(struct span id, struct placeholder *found) {
    const struct question *question = found->question;
    found->item = "";
    if (number_parse_whole(id.bytes, id.length, 1, QUESTIONNAIRE_MAX_CODES, &found->place))
        return true;
    found->place = 0;
    for (size_t i = 0; question_has_one_code(question) && i < question->set_count; i++)
        if (span_is(id, question->sets[i].id)) {
            found->set = &question->sets[i];
            return true;
        }
    size_t count;
    const struct code *codes = items_codes(question, &count);
    const char *item = find_code(codes, count, id);
    found->item = item != NULL ? item : "";
    return item != NULL;
}

static bool find_what(struct span word, struct placeholder *found) {
    for (size_t i = 0; i < WHATS; i++)
        if (span_is(word, whats[i])) {
            found->what = (enum what)i;
            return i < WHAT_IMPORTANT || found->gap != NULL;
        }
    return false;
}

/* Why a placeholder is not valid; both languages. */
struct fault {
    const char *english, *german;
};

/* NULL where it is one. */
static const struct fault *read_placeholder(const struct questionnaire *questionnaire,
                                            struct span name, struct placeholder *found) {
    static const struct fault faults[] = {
        {"there is no question or gap of that name", "es gibt keine Frage und keinen Abstand "
                                                     "([gap]) dieses Namens"},
        {"this question has no shares: name one of type single, multi or ranking, a matrix "
         "with an ordinal scale, or a gap",
         "diese Frage hat keine Anteile: nennen Sie eine vom Typ single, multi oder ranking, "
         "eine Matrix mit geordneter Skala oder einen Abstand ([gap])"},
        {"the question has no such answer, option or row; a place is a number from 1 on",
         "diese Antwort, Möglichkeit oder Zeile hat die Frage nicht; ein Platz ist eine Zahl "
         "ab 1"},
        {"the last part must be share, count, base or label; of a gap also important or "
         "satisfied",
         "der letzte Teil muss share, count, base oder label sein; bei einem Abstand auch "
         "important oder satisfied"},
    };
    *found = (struct placeholder){.plain = PLAINS};
    for (size_t i = 0; i < PLAINS; i++)
        if (span_is(name, plains[i])) {
            found->plain = (enum plain)i;
            return NULL;
        }
    struct span rest = name;
    if (!find_owner(questionnaire, take_part(&rest), found))
        return &faults[0];
    if (!items_have_shares(found->question))
        return &faults[1];
    if (!find_item(take_part(&rest), found))
        return &faults[2];
    return find_what(rest, found) ? NULL : &faults[3];
}

/* The next {name} at or after string, *end behind it; a brace without its partner has the empty
 * name. */
static const char *next_braces(const char *string, struct span *name, const char **end) {
    const char *open = strpbrk(string, "{}");
    if (open == NULL)
        return NULL;
    const char *close = *open == '{' ? strchr(open, '}') : NULL;
    *name = (struct span){open + 1, close != NULL ? (size_t)(close - open) - 1 : 0};
    *end = close != NULL ? close + 1 : open + 1;
    return open;
}

static void check_text(const struct questionnaire *questionnaire, const struct passage *passage,
                       const char *text, struct diag *diag) {
    struct diag_place place = {questionnaire->file, passage->line, 0, passage->id};
    struct span name;
    const char *end;
    for (const char *at = next_braces(text, &name, &end); at != NULL;
         at = next_braces(end, &name, &end)) {
        struct placeholder found;
        const struct fault *fault = read_placeholder(questionnaire, name, &found);
        if (fault != NULL)
            diag_add(diag, DIAG_ERROR, &place, "placeholder '{%.*s}': %s",
                     "Platzhalter '{%.*s}': %s", (int)name.length, name.bytes,
                     language_pick(fault->english, fault->german));
    }
}

bool passages_check(const struct questionnaire *questionnaire, struct diag *diag) {
    size_t errors = diag_count(diag, DIAG_ERROR);
    for (size_t i = 0; i < questionnaire->passage_count; i++)
        for (size_t k = 0; k < questionnaire->language_count; k++)
            check_text(questionnaire, &questionnaire->passages[i],
                       questionnaire->passages[i].text.in[k], diag);
    return diag_count(diag, DIAG_ERROR) == errors;
}

/* --- filling it in --- */

/* True where a place is one of a list of items, each of which may be had or not: places behind
 * those that can be first are not told there. */
static bool is_place_of_list(const struct placeholder *placeholder) {
    return placeholder->place > 0 &&
           (placeholder->gap != NULL || !question_has_one_code(placeholder->question));
}

/* All items of the placeholder's question, the highest share first. */
static struct items all_items(const struct teller *teller,
                              const struct placeholder *placeholder) {
    enum statistic statistic = items_group_statistic(placeholder->question);
    if (placeholder->gap == NULL && is_place_of_list(placeholder))
        return items_of_list(&teller->facts, placeholder->question, statistic);
    struct items items =
        placeholder->gap != NULL
            ? items_of_rows(&teller->facts, placeholder->question, placeholder->gap->id, "",
                            STATISTIC_UNMET)
            : items_of_question(&teller->facts, placeholder->question, statistic);
    items_sort(&items);
    return items;
}

/* The items first..end that are meant; none where they are not shown. Those in one place are
 * level, or can be first in a list. */
static void find_range(const struct teller *teller, const struct placeholder *placeholder,
                       const struct items *items, size_t *first, size_t *end) {
    *first = *end = 0;
    if (is_place_of_list(placeholder)) {
        if (placeholder->place == 1 && items->count > 0 && items->item[0].figure.count > 0)
            *end = tier_of(&teller->facts, items).named;
        return;
    }
    for (int64_t place = 1; *end < items->count; place++) {
        *first = *end;
        *end += items_tied(items, *first);
        if (place != placeholder->place)
            continue;
        /* What nobody chose has no place. */
        if (items->item[*first].figure.count == 0)
            *end = *first;
        return;
    }
    for (size_t i = 0; placeholder->place == 0 && i < items->count; i++)
        if (strcmp(items->item[i].id, placeholder->item) == 0) {
            *first = i;
            *end = i + 1;
            return;
        }
    *first = *end;
}

/* The same items by another figure: importance or satisfaction. */
static bool take_other(const struct teller *teller, const struct question *question,
                       struct items *items, size_t first, size_t end) {
    for (size_t i = first; i < end; i++) {
        items->item[i].figure = figure_share(teller->facts.results, question->id,
                                             items->item[i].id, "", STATISTIC_TOP2);
        if (items->item[i].figure.state != FIGURE_SHOWN)
            return false;
    }
    return true;
}

static const char *say_items(const struct teller *teller, const struct items *items,
                             size_t first, size_t end, enum what what) {
    const struct figure *figure = &items->item[first].figure;
    if (what == WHAT_LABEL)
        return items_names(teller, items, first, end);
    if (what == WHAT_COUNT)
        return teller_whole(teller, figure->count);
    if (what == WHAT_BASE)
        return teller_whole(teller, figure->base);
    return end - first == 1 ? voice_share(&teller->voice, figure->count, figure->base)
                            : items_shares(teller, items, first, end);
}

/* Several items have one count and one base only where all of them have the same. */
static bool is_one_figure(const struct items *items, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (items->item[i].figure.count != items->item[first].figure.count ||
            items->item[i].figure.base != items->item[first].figure.base)
            return false;
    return true;
}

static const char *say_figure(const struct teller *teller,
                              const struct placeholder *placeholder) {
    struct items items = all_items(teller, placeholder);
    size_t first, end;
    if (placeholder->set != NULL) {
        items.count = 1;
        items.item[0] =
            (struct item){&placeholder->set->label, placeholder->set->id, 0,
                          figure_share(teller->facts.results, placeholder->question->id, "",
                                       placeholder->set->id, STATISTIC_SET)};
        return items.item[0].figure.state == FIGURE_SHOWN
                   ? say_items(teller, &items, 0, 1, placeholder->what)
                   : NULL;
    }
    find_range(teller, placeholder, &items, &first, &end);
    if (first == end)
        return NULL;
    bool number = placeholder->what == WHAT_COUNT || placeholder->what == WHAT_BASE;
    if (number && !is_one_figure(&items, first, end))
        return NULL;
    const struct gap *gap = placeholder->gap;
    if (placeholder->what == WHAT_IMPORTANT || placeholder->what == WHAT_SATISFIED)
        if (!take_other(teller,
                        placeholder->what == WHAT_IMPORTANT ? gap->importance
                                                            : gap->satisfaction,
                        &items, first, end))
            return NULL;
    return say_items(teller, &items, first, end, placeholder->what);
}

static const char *say_placeholder(const struct teller *teller,
                                   const struct placeholder *placeholder) {
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    switch (placeholder->plain) {
    case PLAIN_ANSWERS:
        return teller_whole(teller, teller->facts.answers);
    case PLAIN_INVITED:
        return teller->facts.invited > 0 ? teller_whole(teller, teller->facts.invited) : NULL;
    case PLAIN_PUBLISHER:
        return teller_label(teller, &questionnaire->publisher);
    case PLAIN_CONTACT:
        return teller_label(teller, &questionnaire->contact);
    default:
        return say_figure(teller, placeholder);
    }
}

/* What has to stand behind a text that names the first of a list; once for each list. */
struct caveats {
    const char *said[QUESTIONNAIRE_MAX_CODES]; /* ids of lists */
    size_t count;
};

static void add_caveat(const struct teller *teller, const struct placeholder *placeholder,
                       struct caveats *caveats, struct text *behind) {
    if (placeholder->plain != PLAINS || !is_place_of_list(placeholder))
        return;
    const char *id =
        placeholder->gap != NULL ? placeholder->gap->id : placeholder->question->id;
    for (size_t i = 0; i < caveats->count; i++)
        if (strcmp(caveats->said[i], id) == 0)
            return;
    struct items items = all_items(teller, placeholder);
    const char *unsure =
        placeholder->gap != NULL ? statement_gap_unsure(teller, placeholder->gap) : "";
    const char *open = unsure[0] != '\0' ? unsure : tier_open(teller, &items);
    if (caveats->count < QUESTIONNAIRE_MAX_CODES)
        caveats->said[caveats->count++] = id;
    if (open[0] != '\0' && strstr(text_string(behind), open) == NULL)
        text_add_format(behind, " %s", open);
}

const char *passages_text(const struct teller *teller, const struct passage *passage) {
    struct text text = {0}, behind = {0};
    struct caveats caveats = {.count = 0};
    const char *rest = teller_label(teller, &passage->text), *end, *filled = "";
    struct span name;
    for (const char *at = next_braces(rest, &name, &end); at != NULL && filled != NULL;
         at = next_braces(rest, &name, &end)) {
        struct placeholder placeholder;
        read_placeholder(teller->facts.questionnaire, name, &placeholder);
        text_add_bytes(&text, rest, (size_t)(at - rest));
        filled = say_placeholder(teller, &placeholder);
        add_caveat(teller, &placeholder, &caveats, &behind);
        text_add(&text, filled != NULL ? filled : "");
        rest = end;
    }
    text_add(&text, rest);
    text_add(&text, text_string(&behind));
    const char *copy =
        filled != NULL ? arena_copy(teller->voice.arena, text_string(&text)) : NULL;
    text_free(&text);
    text_free(&behind);
    return copy;
}
