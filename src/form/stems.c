#include "form/stems.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"

/* --- one heading --- */

/* The bytes of a code such as "Q1", "skill2-1", "orgtype[other]" at the beginning. */
static size_t code_length(const char *heading) {
    size_t length = 0;
    if (!isalpha((unsigned char)heading[0]))
        return 0;
    while (isalnum((unsigned char)heading[length]) ||
           (length > 0 && strchr("_-", heading[length]) != NULL && heading[length] != '\0'))
        length++;
    while (heading[length] == '[') {
        size_t inside = strcspn(heading + length, "]");
        if (heading[length + inside] == '\0' || memchr(heading + length, ' ', inside) != NULL)
            return 0;
        length += inside + 1;
    }
    return length;
}

static const char *find_text(const char *heading, size_t length) {
    return strncmp(heading + length, ". ", 2) == 0 ? heading + length + 2 : NULL;
}

/* LimeSurvey writes codes and texts together over every column, or over none. */
static bool has_codes(const struct export_table *table) {
    size_t found = 0, all = 0;
    for (size_t i = 0; i < table->count; i++) {
        const char *heading = table->columns[i].heading;
        size_t length = code_length(heading);
        if (table->columns[i].added)
            continue;
        all++;
        found += length > 0 && find_text(heading, length) != NULL ? 1 : 0;
    }
    return found > 1 && found * 10 >= all * 8;
}

/* Where the last bracket opens that closes at the end; NULL where there is none. */
static const char *find_open(const char *text, size_t length, char open, char close) {
    size_t depth = 0;
    if (length < 3 || text[length - 1] != close)
        return NULL;
    for (size_t i = length; i-- > 1;) {
        depth += text[i] == close ? 1 : 0;
        if (text[i] == open && --depth == 0)
            return text + i;
    }
    return NULL;
}

static size_t copy_length(const char *text, size_t length) {
    size_t at = length;
    while (at > 0 && isdigit((unsigned char)text[at - 1]))
        at--;
    bool copied = at < length && length - at <= 2 && at > 1 && text[at - 1] == '.' &&
                  strchr("])?:", text[at - 2]) != NULL;
    return copied ? length - at + 1 : 0;
}

static const char *trim_end(struct arena *arena, const char *text, size_t length) {
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return arena_copy_bytes(arena, text, length);
}

static struct stem_heading read_heading(struct arena *arena, const char *heading, bool codes) {
    struct stem_heading read = {.text = heading, .copy = ""};
    size_t code = codes ? code_length(heading) : 0;
    if (code > 0 && find_text(heading, code) != NULL) {
        read.code = arena_copy_bytes(arena, heading, code);
        read.text = find_text(heading, code);
    }
    size_t length = strlen(read.text), copy = copy_length(read.text, length);
    if (copy > 0)
        read.copy = read.text + length - copy;
    length -= copy;
    const char *open = find_open(read.text, length, '[', ']');
    if (open == NULL) {
        open = find_open(read.text, length, '(', ')');
        open = open != NULL && open[-1] == ' ' ? open : NULL;
    }
    read.stem = trim_end(arena, read.text, open != NULL ? (size_t)(open - read.text) : length);
    if (open != NULL)
        read.item = trim_end(arena, open + 1, (size_t)(read.text + length - open) - 2);
    return read;
}

/* --- columns that belong together --- */

struct grouping {
    const struct export_table *table;
    const struct column_look *looks;
    struct stems *stems;
    struct arena *arena;
};

static bool same_bracket(const struct stem_heading *one, const struct stem_heading *other) {
    return one->item != NULL && other->item != NULL && strcmp(one->stem, other->stem) == 0 &&
           strcmp(one->copy, other->copy) == 0;
}

/* "Question" and "Question [Other]" are one question, too. */
static bool is_beside(const struct stem_heading *first, const struct stem_heading *other) {
    return first->item == NULL && other->item != NULL &&
           strcmp(first->text, other->stem) == 0 && *other->copy == '\0';
}

/* The bytes behind the last sign that parts question and item in what both have in common. */
static size_t common_stem(const char *one, const char *other) {
    static const char *const signs[] = {" - ", " – ", ": ", "/", "___", "_", "."};
    size_t common = 0, found = 0;
    while (one[common] != '\0' && one[common] == other[common])
        common++;
    for (size_t at = 2; at < common; at++)
        for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
            size_t end = at + strlen(signs[i]);
            if (end <= common && strncmp(one + at, signs[i], end - at) == 0 &&
                one[end] != '\0' && one[end] != ' ' && other[end] != '\0')
                found = end > found ? end : found;
        }
    return found;
}

static size_t sign_length(const char *text, size_t end) {
    size_t length = 0;
    while (length < end &&
           (strchr(" -:/_.", text[end - length - 1]) != NULL ||
            (unsigned char)text[end - length - 1] >= 0x80) &&
           length < 5)
        length++;
    return length;
}

/* Ticks, points and lists of the same answers. */
static bool go_together(const struct grouping *grouping, size_t one, size_t other) {
    const struct column_look *first = &grouping->looks[one], *second = &grouping->looks[other];
    bool empty = first->look == LOOK_EMPTY || second->look == LOOK_EMPTY;
    if (empty)
        return first->look == second->look || first->look == LOOK_TICK ||
               second->look == LOOK_TICK;
    return (first->look == LOOK_TICK && second->look == LOOK_TICK) ||
           ((first->look == LOOK_POINTS || first->look == LOOK_LIST) &&
            column_look_same_list(first, second));
}

static size_t next_column(const struct grouping *grouping, size_t column) {
    do
        column++;
    while (column < grouping->table->count && grouping->table->columns[column].added);
    return column;
}

/* Letters in front of the number of a code: "perfCheck" of "perfCheck1", "rse" of "rse16a". */
static size_t code_stem(const char *code) {
    size_t length = strlen(code);
    if (length > 1 && islower((unsigned char)code[length - 1]) &&
        isdigit((unsigned char)code[length - 2]))
        length--;
    size_t end = length;
    while (length > 0 && isdigit((unsigned char)code[length - 1]))
        length--;
    return length < end ? length : 0;
}

static bool same_code(const struct grouping *grouping, size_t one, size_t other) {
    const char *first = grouping->stems->headings[one].code;
    const char *second = grouping->stems->headings[other].code;
    if (first == NULL || second == NULL || code_stem(first) == 0 ||
        code_stem(first) != code_stem(second) || strncmp(first, second, code_stem(first)) != 0)
        return false;
    const struct column_look *look = &grouping->looks[one];
    return (look->look == LOOK_LIST && look->tally->count > 2 &&
            column_look_same_list(look, &grouping->looks[other])) ||
           (look->look == LOOK_TICK && grouping->looks[other].look == LOOK_TICK);
}

/* Of which answers one cannot be sure, more columns must be alike. */
enum { LEAST_UNDERSCORE = 3, LEAST_YES_NO = 3 };

static size_t extend_brackets(const struct grouping *grouping, size_t first) {
    const struct stem_heading *headings = grouping->stems->headings;
    size_t end = next_column(grouping, first);
    bool beside = end < grouping->table->count && is_beside(&headings[first], &headings[end]);
    if (beside)
        end = next_column(grouping, end);
    while (
        end < grouping->table->count &&
        same_bracket(&headings[beside ? next_column(grouping, first) : first], &headings[end]))
        end = next_column(grouping, end);
    return end;
}

static size_t extend_sign(const struct grouping *grouping, size_t first, size_t *stem) {
    const struct export_table *table = grouping->table;
    const char *text = grouping->stems->headings[first].text;
    size_t end = next_column(grouping, first), count = 1;
    if (end >= table->count)
        return end;
    *stem = common_stem(text, grouping->stems->headings[end].text);
    while (*stem > 0 && end < table->count && go_together(grouping, first, end) &&
           strncmp(text, grouping->stems->headings[end].text, *stem) == 0) {
        end = next_column(grouping, end);
        count++;
    }
    bool weak = *stem > 0 && text[*stem - 1] == '_';
    return count >= (weak ? (size_t)LEAST_UNDERSCORE : 2) ? end : next_column(grouping, first);
}

static size_t extend_code(const struct grouping *grouping, size_t first) {
    size_t end = next_column(grouping, first), count = 1;
    while (end < grouping->table->count && same_code(grouping, first, end)) {
        end = next_column(grouping, end);
        count++;
    }
    bool weak = grouping->looks[first].look == LOOK_TICK;
    return count >= (weak ? (size_t)LEAST_YES_NO : 2) ? end : next_column(grouping, first);
}

static void set_items(const struct grouping *grouping, struct stem_group *group, size_t stem) {
    for (size_t i = 0; i < group->count; i++) {
        struct stem_heading *heading = &grouping->stems->headings[group->columns[i]];
        heading->stem = group->stem;
        heading->item = heading->text + stem;
    }
}

static const char *code_of_question(const struct grouping *grouping, const char *code) {
    return code == NULL ? NULL : arena_copy_bytes(grouping->arena, code, strcspn(code, "["));
}

/* The next group begins at a column; what comes behind it is returned. */
static size_t add_group(const struct grouping *grouping, size_t first) {
    const struct stem_heading *heading = &grouping->stems->headings[first];
    struct stem_group *group = &grouping->stems->groups[grouping->stems->group_count++];
    size_t stem = 0, end = extend_brackets(grouping, first),
           single = next_column(grouping, first);
    *group = (struct stem_group){.join = STEM_BRACKETS,
                                 .stem = heading->stem,
                                 .code = code_of_question(grouping, heading->code)};
    if (end == single && (end = extend_sign(grouping, first, &stem)) > single) {
        group->join = STEM_SIGN;
        group->stem = arena_copy_bytes(grouping->arena, heading->text,
                                       stem - sign_length(heading->text, stem));
    } else if (end == single && (end = extend_code(grouping, first)) > single) {
        group->join = STEM_CODE;
        group->stem = NULL;
        group->code =
            arena_copy_bytes(grouping->arena, heading->code, code_stem(heading->code));
    } else if (end == single) {
        group->join = STEM_ALONE;
        group->stem = heading->text;
    }
    group->columns = arena_allocate(grouping->arena, end - first, sizeof *group->columns);
    for (size_t i = first; i < end; i = next_column(grouping, i))
        group->columns[group->count++] = i;
    if (group->join == STEM_SIGN)
        set_items(grouping, group, stem);
    return end;
}

struct stems *stems_new(const struct export_table *table, const struct column_look *looks) {
    struct stems *stems = memory_allocate(1, sizeof *stems);
    struct arena *arena = arena_new();
    const struct grouping grouping = {table, looks, stems, arena};
    bool codes = has_codes(table);
    stems->memory = arena;
    stems->headings = arena_allocate(arena, table->count, sizeof *stems->headings);
    stems->groups = arena_allocate(arena, table->count, sizeof *stems->groups);
    for (size_t i = 0; i < table->count; i++)
        stems->headings[i] = read_heading(arena, table->columns[i].heading, codes);
    size_t first = 0;
    while (first < table->count && table->columns[first].added)
        first++;
    while (first < table->count)
        first = add_group(&grouping, first);
    return stems;
}

void stems_free(struct stems *stems) {
    if (stems == NULL)
        return;
    arena_free(stems->memory);
    free(stems);
}
