#include "form/infer.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text.h"
#include "form/contact_words.h"
#include "form/scale_words.h"

struct inference {
    const struct export_table *table;
    struct inferred *inferred;
    struct arena *arena;
};

static struct inferred_question *add(const struct inference *inference, enum inferred_kind kind,
                                     const struct stem_group *group, const size_t *columns,
                                     size_t count) {
    struct inferred *inferred = inference->inferred;
    struct inferred_question *question = &inferred->questions[inferred->count++];
    *question = (struct inferred_question){
        .kind = kind, .group = group, .count = count, .other = NO_COLUMN};
    question->columns = arena_allocate(inference->arena, count, sizeof *columns);
    memcpy(question->columns, columns, count * sizeof *columns);
    return question;
}

static void leave_out(const struct inference *inference, const struct stem_group *group,
                      size_t column, enum left_out_reason reason) {
    add(inference, INFERRED_LEFT_OUT, group, &column, 1)->reason = reason;
}

static const struct column_look *look_of(const struct inference *inference, size_t column) {
    return &inference->inferred->looks[column];
}

static const char *item_of(const struct inference *inference, size_t column) {
    return inference->inferred->stems->headings[column].item;
}

static bool folded_is(const char *string, bool (*is)(const char *form)) {
    struct text form = {0};
    tally_form(&form, string);
    bool found = is(text_string(&form));
    text_free(&form);
    return found;
}

/* --- a column by itself --- */

static bool asks_for_person(const char *heading) {
    return contact_words_judge(heading) == CONTACT_SURE;
}

static bool is_postal_code(const char *heading) {
    static const char *const words[] = {"postleitzahl", "plz", "zip", "postal code",
                                        "postcode"};
    struct text form = {0};
    tally_form(&form, heading);
    bool found = false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        found = found || strncmp(text_string(&form), words[i], strlen(words[i])) == 0;
    text_free(&form);
    return found;
}

/* Two branches of a form may ask with the same words; then nobody answered both. */
static struct inferred_question *find_branch(const struct inference *inference,
                                             enum inferred_kind kind, size_t column) {
    const struct export_column *columns = inference->table->columns;
    for (size_t i = inference->inferred->count; i-- > 0;) {
        struct inferred_question *question = &inference->inferred->questions[i];
        if (question->kind != kind || question->group->join != STEM_ALONE ||
            strcmp(columns[question->columns[0]].heading, columns[column].heading) != 0)
            continue;
        for (size_t record = 0; record < inference->table->records; record++)
            if (columns[column].cells[record] != NULL &&
                columns[question->columns[0]].cells[record] != NULL)
                return NULL;
        return question;
    }
    return NULL;
}

static void add_alone(const struct inference *inference, enum inferred_kind kind,
                      const struct stem_group *group, size_t column, struct joined *joined) {
    struct inferred_question *branch = find_branch(inference, kind, column);
    if (branch != NULL && joined == NULL) {
        size_t *columns = arena_allocate(inference->arena, branch->count + 1, sizeof *columns);
        memcpy(columns, branch->columns, branch->count * sizeof *columns);
        columns[branch->count++] = column;
        branch->columns = columns;
        return;
    }
    add(inference, kind, group, &column, 1)->joined = joined;
}

static enum inferred_kind kind_of_look(enum look look) {
    static const enum inferred_kind kinds[] = {
        [LOOK_EMPTY] = INFERRED_LEFT_OUT, [LOOK_TICK] = INFERRED_SINGLE,
        [LOOK_POINTS] = INFERRED_SINGLE,  [LOOK_NUMBER] = INFERRED_NUMBER,
        [LOOK_DATE] = INFERRED_LEFT_OUT,  [LOOK_MAIL] = INFERRED_CONTACT,
        [LOOK_ID] = INFERRED_LEFT_OUT,    [LOOK_LIST] = INFERRED_SINGLE,
        [LOOK_TEXT] = INFERRED_TEXT};
    return kinds[look];
}

/* True after it was left out. */
static bool leave_out_alone(const struct inference *inference, const struct stem_group *group,
                            size_t column) {
    const char *heading = inference->table->columns[column].heading;
    enum look look = look_of(inference, column)->look;
    if (heading[0] == '{')
        leave_out(inference, group, column, LEFT_OUT_FORMULA);
    else if (look == LOOK_EMPTY)
        leave_out(inference, group, column, LEFT_OUT_EMPTY);
    else if (look == LOOK_DATE)
        leave_out(inference, group, column, LEFT_OUT_DATE);
    else if (heading[0] == '_')
        leave_out(inference, group, column, LEFT_OUT_HELPER);
    else if (look == LOOK_ID && !asks_for_person(heading))
        leave_out(inference, group, column, LEFT_OUT_ID);
    else
        return false;
    return true;
}

static void infer_alone(const struct inference *inference, const struct stem_group *group,
                        size_t column) {
    const char *heading = inference->inferred->stems->headings[column].text;
    enum look look = look_of(inference, column)->look;
    struct joined *joined = NULL;
    if (leave_out_alone(inference, group, column))
        return;
    if (look != LOOK_TICK && asks_for_person(heading)) {
        add(inference, INFERRED_CONTACT, group, &column, 1);
        return;
    }
    if (look == LOOK_LIST || look == LOOK_TEXT)
        joined = joined_find(inference->table, column);
    enum inferred_kind kind = kind_of_look(look);
    if (joined != NULL)
        kind = joined->ranks ? INFERRED_RANK_CELL : INFERRED_MULTI_CELL;
    else if (is_postal_code(heading))
        kind = INFERRED_TEXT;
    add_alone(inference, kind, group, column, joined);
}

/* --- columns with one stem --- */

/* "Rank 1", "Rang 2", "Platz 3", "3": the number must be the place. */
static bool is_rank_item(const char *item, size_t place) {
    static const char *const words[] = {"rank ", "rang ", "platz ", "ranking ", "place ", ""};
    struct text form = {0}, wanted = {0};
    tally_form(&form, item != NULL ? item : "");
    bool found = false;
    for (size_t i = 0; i < sizeof words / sizeof words[0] && !found; i++) {
        text_clear(&wanted);
        text_add_format(&wanted, "%s%zu", words[i], place);
        found = strcmp(text_string(&form), text_string(&wanted)) == 0;
    }
    text_free(&form);
    text_free(&wanted);
    return found;
}

/* A column holds the name of its option, or nothing. */
static bool holds_own_name(const struct inference *inference, size_t column) {
    const struct tally *tally = look_of(inference, column)->tally;
    struct text form = {0};
    if (tally->count != 1 || item_of(inference, column) == NULL)
        return false;
    tally_form(&form, item_of(inference, column));
    bool same = strcmp(text_string(&form), tally->values[0].form) == 0;
    text_free(&form);
    return same;
}

struct census {
    size_t filled, boxes, points, lists, ranks;
};

static struct census count(const struct inference *inference, const size_t *columns,
                           size_t count) {
    struct census census = {0};
    for (size_t i = 0; i < count; i++) {
        const struct column_look *look = look_of(inference, columns[i]);
        census.filled += look->look != LOOK_EMPTY ? 1 : 0;
        census.boxes +=
            look->look == LOOK_TICK || holds_own_name(inference, columns[i]) ? 1 : 0;
        census.points +=
            look->look == LOOK_POINTS || (look->look == LOOK_TICK && look->tally->count == 1 &&
                                          strcmp(look->tally->values[0].form, "1") == 0)
                ? 1
                : 0;
        census.lists += look->look == LOOK_LIST || look->look == LOOK_TICK ? 1 : 0;
        census.ranks += is_rank_item(item_of(inference, columns[i]), i + 1) ? 1 : 0;
    }
    return census;
}

/* The ranks of a record are 1, 2, 3 ... without a gap or a tie, in nine of ten records that
 * have any. */
static bool are_permutations(const struct inference *inference, const size_t *columns,
                             size_t count) {
    size_t records = 0, fine = 0;
    for (size_t record = 0; record < inference->table->records; record++) {
        size_t filled = 0;
        unsigned long seen = 0;
        for (size_t i = 0; i < count; i++) {
            const char *cell = inference->table->columns[columns[i]].cells[record];
            long rank = cell != NULL ? strtol(cell, NULL, 10) : 0;
            if (rank < 1 || rank > 60)
                continue;
            filled++;
            seen |= 1UL << (rank - 1);
        }
        records += filled > 1 ? 1 : 0;
        fine += filled > 1 && seen == (1UL << filled) - 1 ? 1 : 0;
    }
    return records > 0 && count > 1 && fine * 10 >= records * 9;
}

/* In how many records exactly one box, or more, are ticked. */
static bool is_one_box_each(const struct inference *inference, const size_t *columns,
                            size_t count) {
    enum { ENOUGH_RECORDS = 20, ENOUGH_BOXES = 3 };
    size_t records = 0;
    for (size_t record = 0; record < inference->table->records; record++) {
        size_t ticked = 0, filled = 0;
        for (size_t i = 0; i < count; i++) {
            const char *cell = inference->table->columns[columns[i]].cells[record];
            if (cell == NULL)
                continue;
            filled++;
            ticked +=
                holds_own_name(inference, columns[i]) || strchr("1YyJjTtWwXx", cell[0]) != NULL
                    ? 1
                    : 0;
        }
        if (ticked > 1 || (ticked == 0 && filled > 0))
            return false;
        records += ticked;
    }
    return records >= ENOUGH_RECORDS && count >= ENOUGH_BOXES;
}

/* All columns that are filled offer the same answers as all of them together do. */
static bool is_one_list(const struct inference *inference, const size_t *columns,
                        size_t count) {
    const struct column_look *longest = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct column_look *look = look_of(inference, columns[i]);
        if (look->look != LOOK_EMPTY &&
            (longest == NULL || look->tally->count > longest->tally->count))
            longest = look;
    }
    for (size_t i = 0; i < count; i++) {
        const struct column_look *look = look_of(inference, columns[i]);
        if (look->look != LOOK_EMPTY && look != longest &&
            !column_look_same_list(look, longest))
            return false;
    }
    return longest != NULL;
}

static bool is_short_list(const struct inference *inference, const size_t *columns,
                          size_t count) {
    enum { MOST_ANSWERS = 12 };
    struct tally *tally = tally_new(inference->table, columns, count);
    bool fine = tally->count <= MOST_ANSWERS && tally->covered * 10 >= tally->total * 9;
    tally_free(tally);
    return fine;
}

/* "Town 1", "Town 2": room for several open answers. */
static bool are_numbered_items(const struct inference *inference, const size_t *columns,
                               size_t count) {
    const char *first = item_of(inference, columns[0]);
    size_t length = first != NULL ? strcspn(first, "0123456789") : 0;
    if (length < 2 || first[length - 1] != ' ')
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *item = item_of(inference, columns[i]);
        if (strncmp(item, first, length) != 0 || strtoul(item + length, NULL, 10) != i + 1 ||
            item[length + strspn(item + length, "0123456789")] != '\0')
            return false;
    }
    return true;
}

/* Columns of a few records may not look like a list each, but do so together. */
static bool is_matrix(const struct inference *inference, const size_t *columns, size_t count,
                      const struct census *census) {
    if (count < 2 || census->filled == 0 || are_numbered_items(inference, columns, count))
        return false;
    if (census->points == census->filled)
        return true;
    for (size_t i = 0; i < count; i++) {
        enum look look = look_of(inference, columns[i])->look;
        if (look == LOOK_NUMBER || look == LOOK_DATE || look == LOOK_MAIL || look == LOOK_ID)
            return false;
    }
    return (census->lists == census->filled && is_one_list(inference, columns, count)) ||
           is_short_list(inference, columns, count);
}

static enum inferred_kind kind_of_group(const struct inference *inference,
                                        const struct stem_group *group, const size_t *columns,
                                        size_t columns_count) {
    const struct census census = count(inference, columns, columns_count);
    if (census.filled == 0)
        return INFERRED_LEFT_OUT;
    if (census.ranks == columns_count && columns_count > 1 && group->join == STEM_BRACKETS &&
        census.points < census.filled)
        return INFERRED_RANK_PLACES;
    if (census.points == census.filled && are_permutations(inference, columns, columns_count))
        return INFERRED_RANK_ITEMS;
    if (census.boxes == census.filled && group->join != STEM_CODE)
        return is_one_box_each(inference, columns, columns_count) ? INFERRED_SINGLE_BOXES
                                                                  : INFERRED_MULTI_BOXES;
    return is_matrix(inference, columns, columns_count, &census) ? INFERRED_MATRIX
                                                                 : INFERRED_TEXT;
}

/* --- the text beside "other", and comments --- */

static bool is_other_text(const struct inference *inference, size_t column) {
    const char *item = item_of(inference, column);
    return item != NULL && folded_is(item, scale_words_is_other) &&
           look_of(inference, column)->look != LOOK_TICK && !holds_own_name(inference, column);
}

/* "Q [Comment]", "Q[SQ001comment]", "Q[filecount]". */
static bool is_comment(const char *item) {
    static const char ending[] = "comment";
    size_t length = strlen(item), size = strlen(ending);
    return folded_is(item, scale_words_is_comment) || strcmp(item, "filecount") == 0 ||
           (length > size && strcmp(item + length - size, ending) == 0 &&
            strchr(item, ' ') == NULL);
}

struct members {
    size_t *columns, count;
    int other;
};

/* Options and rows of a group, without what only stands beside them. */
static struct members sort_members(const struct inference *inference,
                                   const struct stem_group *group, size_t from) {
    struct members members = {.other = NO_COLUMN};
    members.columns = arena_allocate(inference->arena, group->count, sizeof(size_t));
    for (size_t i = from; i < group->count; i++) {
        size_t column = group->columns[i];
        if (members.other == NO_COLUMN && group->join != STEM_CODE &&
            is_other_text(inference, column))
            members.other = (int)column;
        else if (group->join == STEM_BRACKETS && is_comment(item_of(inference, column)))
            leave_out(inference, group, column, LEFT_OUT_COMMENT);
        else
            members.columns[members.count++] = column;
    }
    return members;
}

static void infer_members(const struct inference *inference, const struct stem_group *group,
                          const struct members *members) {
    enum inferred_kind kind = kind_of_group(inference, group, members->columns, members->count);
    static const struct stem_group alone = {.join = STEM_ALONE};
    if (kind == INFERRED_TEXT || members->count < 2) {
        for (size_t i = 0; i < members->count; i++)
            infer_alone(inference, &alone, members->columns[i]);
        if (members->other != NO_COLUMN)
            infer_alone(inference, &alone, (size_t)members->other);
        return;
    }
    struct inferred_question *question =
        add(inference, kind, group, members->columns, members->count);
    question->reason = LEFT_OUT_EMPTY;
    question->other = members->other;
}

/* A question, and behind it "Q [Other]" or "Q [Comment]". */
static void infer_with_text(const struct inference *inference, const struct stem_group *group) {
    static const struct stem_group alone = {.join = STEM_ALONE};
    const struct members members = sort_members(inference, group, 1);
    size_t before = inference->inferred->count;
    infer_alone(inference, &alone, group->columns[0]);
    struct inferred_question *question = &inference->inferred->questions[before];
    bool choice = inference->inferred->count > before &&
                  (question->kind == INFERRED_SINGLE || question->kind == INFERRED_MULTI_CELL);
    if (choice)
        question->other = members.other;
    else if (members.other != NO_COLUMN)
        infer_alone(inference, &alone, (size_t)members.other);
    if (members.count > 0) {
        const struct members rest = {members.columns, members.count, NO_COLUMN};
        infer_members(inference, group, &rest);
    }
}

/* KoboToolbox writes all ticks in one column, and behind it a column for each. */
static bool is_summary(const struct inference *inference, size_t group) {
    const struct stem_group *one = &inference->inferred->stems->groups[group], *next = one + 1;
    return group + 1 < inference->inferred->stems->group_count && one->join == STEM_ALONE &&
           next->join == STEM_SIGN && next->stem != NULL && strcmp(one->stem, next->stem) == 0;
}

static void infer_group(const struct inference *inference, size_t position) {
    const struct stem_group *group = &inference->inferred->stems->groups[position];
    if (is_summary(inference, position)) {
        leave_out(inference, group, group->columns[0], LEFT_OUT_SUMMARY);
    } else if (group->join == STEM_ALONE) {
        infer_alone(inference, group, group->columns[0]);
    } else if (group->join == STEM_BRACKETS && item_of(inference, group->columns[0]) == NULL) {
        infer_with_text(inference, group);
    } else {
        const struct members members = sort_members(inference, group, 0);
        infer_members(inference, group, &members);
    }
}

/* --- all --- */

struct inferred *infer(const struct export_table *table) {
    struct inferred *inferred = memory_allocate(1, sizeof *inferred);
    struct arena *arena = arena_new();
    const struct inference inference = {table, inferred, arena};
    inferred->memory = arena;
    inferred->column_count = table->count;
    inferred->looks = arena_allocate(arena, table->count, sizeof *inferred->looks);
    inferred->questions = arena_allocate(arena, table->count + 1, sizeof *inferred->questions);
    for (size_t i = 0; i < table->count; i++)
        inferred->looks[i] = column_look_at(table, i);
    inferred->stems = stems_new(table, inferred->looks);
    for (size_t i = 0; i < inferred->stems->group_count; i++)
        infer_group(&inference, i);
    return inferred;
}

void inferred_free(struct inferred *inferred) {
    if (inferred == NULL)
        return;
    for (size_t i = 0; i < inferred->column_count; i++)
        column_look_end(&inferred->looks[i]);
    for (size_t i = 0; i < inferred->count; i++)
        joined_free(inferred->questions[i].joined);
    stems_free(inferred->stems);
    arena_free(inferred->memory);
    free(inferred);
}
