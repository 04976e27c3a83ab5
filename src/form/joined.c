#include "form/joined.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"

/* So many different cells, the most frequent, tell enough of a column. */
enum { MOST_PARTS = 60, MOST_OPTIONS = 60, MOST_CELLS = 3000 };

/* The cells of a column taken apart: parts of cell i are at starts[i] to starts[i + 1]. */
struct split {
    struct arena *arena;
    char separator;
    const char **parts;
    size_t *records;
    size_t count, capacity;
    bool balanced; /* commas within brackets part nothing */
};

static void add_part(struct split *split, const char *bytes, size_t length, size_t record) {
    while (length > 0 && isspace((unsigned char)*bytes)) {
        bytes++;
        length--;
    }
    while (length > 0 && isspace((unsigned char)bytes[length - 1]))
        length--;
    if (length == 0)
        return;
    if (split->count == split->capacity) {
        split->capacity = split->capacity == 0 ? 64 : split->capacity * 2;
        split->parts = memory_resize(split->parts, split->capacity, sizeof *split->parts);
        split->records = memory_resize(split->records, split->capacity, sizeof *split->records);
    }
    split->parts[split->count] = arena_copy_bytes(split->arena, bytes, length);
    split->records[split->count++] = record;
}

/* Google Sheets and Forms write a blank behind the comma: "1,5" is one part. Brackets in labels
 * hold commas more often than people open one and forget it. */
static bool parts_here(const struct split *split, const char *at, int depth) {
    if (*at != split->separator)
        return false;
    return split->separator != ',' || (at[1] == ' ' && (depth <= 0 || !split->balanced));
}

static void split_cell(struct split *split, const char *cell, size_t record) {
    int depth = 0;
    const char *start = cell;
    for (const char *at = cell; *at != '\0'; at++) {
        depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
        if (!parts_here(split, at, depth))
            continue;
        add_part(split, start, (size_t)(at - start), record);
        start = at + 1;
    }
    add_part(split, start, strlen(start), record);
}

static bool is_balanced(const char *cell) {
    int depth = 0;
    for (; *cell != '\0'; cell++)
        depth += *cell == '(' ? 1 : *cell == ')' ? -1 : 0;
    return depth == 0;
}

static void split_column(struct split *split, const struct export_table *table, size_t column) {
    for (size_t record = 0; record < table->records; record++) {
        const char *cell = table->columns[column].cells[record];
        if (cell == NULL)
            continue;
        split->balanced = is_balanced(cell);
        split_cell(split, cell, record);
    }
}

static void split_free(struct split *split) {
    free(split->parts);
    free(split->records);
}

/* --- labels that hold a comma --- */

/* What follows a part and what is in front of it, where that is always the same. */
struct neighbour {
    const struct tally_value *next, *previous; /* NULL: none */
    bool met, open_next, open_previous;        /* open: several */
};

static void meet(const struct tally_value **kept, bool *open, const struct tally_value *beside,
                 bool first) {
    if (first)
        *kept = beside;
    else if (*kept == NULL || *kept != beside)
        *open = true;
}

/* The value of the part at other, if it belongs to the same cell as part i; else NULL. */
static const struct tally_value *beside(const struct split *split,
                                        const struct tally_value *const *values, size_t i,
                                        size_t other) {
    if (other >= split->count || split->records[other] != split->records[i])
        return NULL;
    return values[other];
}

/* The value of each part, and the neighbours of each value. */
static void look_round(const struct split *split, const struct tally *tally,
                       const struct tally_value **values, struct neighbour *neighbours) {
    struct text form = {0};
    for (size_t i = 0; i < split->count; i++) {
        text_clear(&form);
        tally_form(&form, split->parts[i]);
        values[i] = tally_find(tally, text_string(&form));
    }
    for (size_t i = 0; i < split->count; i++) {
        struct neighbour *met = &neighbours[values[i] - tally->values];
        meet(&met->next, &met->open_next, beside(split, values, i, i + 1), !met->met);
        meet(&met->previous, &met->open_previous, beside(split, values, i, i - 1), !met->met);
        met->met = true;
    }
    text_free(&form);
}

/* Two parts that are never without each other are one label: the second begins with a small
 * letter, or they were seen together too often for chance. */
static bool are_one(const struct tally *tally, const struct neighbour *neighbours,
                    const struct tally_value *value, const struct tally_value *next,
                    const char *written) {
    enum { OFTEN = 4 };
    const struct neighbour *one = &neighbours[value - tally->values];
    const struct neighbour *other = &neighbours[next - tally->values];
    if (one->open_next || other->open_previous || one->next != next || value->records < 2)
        return false;
    return value->records >= OFTEN || islower((unsigned char)*written) ||
           (unsigned char)*written >= 0x80;
}

/* Joins parts anew that are one label; true where there were any. */
static bool rejoin(struct split *split) {
    struct tally *tally = tally_of_strings(split->parts, split->records, split->count);
    const struct tally_value **values = memory_allocate(split->count, sizeof *values);
    struct neighbour *neighbours = memory_allocate(tally->count, sizeof *neighbours);
    look_round(split, tally, values, neighbours);
    size_t kept = 0, before_count = split->count;
    for (size_t i = 0; i < before_count; i++) {
        const struct tally_value *before = i > 0 ? beside(split, values, i, i - 1) : NULL;
        if (before != NULL && are_one(tally, neighbours, before, values[i], split->parts[i])) {
            split->parts[kept - 1] =
                arena_format(split->arena, "%s%c %s", split->parts[kept - 1], split->separator,
                             split->parts[i]);
            continue;
        }
        split->parts[kept] = split->parts[i];
        split->records[kept++] = split->records[i];
    }
    split->count = kept;
    tally_free(tally);
    free(values);
    free(neighbours);
    return kept < before_count;
}

/* --- which reading is better --- */

/* Whether parts turn up in several different cells: labels that hold the separator do not. */
struct evidence {
    size_t cells;          /* different ones */
    size_t joined_cells;   /* of them, with more than one part */
    size_t parts, mobile;  /* of the joined cells: parts, and those in other cells, too */
    size_t mobile_options; /* different ones */
    size_t trailing;       /* cells that end with the separator */
};

/* The different cells of a column are the values of its tally: split each once. */
static struct evidence weigh(struct split *split, const struct tally *cells) {
    struct evidence evidence = {.cells = cells->count < MOST_CELLS ? cells->count : MOST_CELLS};
    for (size_t i = 0; i < evidence.cells; i++) {
        const char *cell = cells->values[i].shown;
        split->balanced = is_balanced(cell);
        evidence.trailing += cell[strlen(cell) - 1] == split->separator ? 1 : 0;
        split_cell(split, cell, i);
    }
    if (split->separator == ',')
        rejoin(split);
    struct tally *parts = tally_of_strings(split->parts, split->records, split->count);
    struct text form = {0};
    for (size_t i = 0; i < split->count;) {
        size_t end = i;
        while (end < split->count && split->records[end] == split->records[i])
            end++;
        evidence.joined_cells += end - i > 1 ? 1 : 0;
        for (; i < end; i++) {
            text_clear(&form);
            tally_form(&form, split->parts[i]);
            bool joined = (i > 0 && split->records[i - 1] == split->records[i]) ||
                          (i + 1 < split->count && split->records[i + 1] == split->records[i]);
            evidence.parts += joined ? 1 : 0;
            evidence.mobile +=
                joined && tally_find(parts, text_string(&form))->records > 1 ? 1 : 0;
        }
    }
    evidence.mobile_options = parts->repeated;
    text_free(&form);
    tally_free(parts);
    return evidence;
}

static bool is_convincing(const struct evidence *evidence, char separator) {
    /* Microsoft Forms ends every cell of several answers with its separator. */
    if (separator == ';' && evidence->cells > 0 && evidence->trailing == evidence->cells)
        return true;
    return evidence->joined_cells > 1 && evidence->mobile_options > 1 &&
           evidence->mobile_options <= MOST_OPTIONS &&
           evidence->mobile * 2 >= evidence->parts && evidence->mobile > 3;
}

/* --- the order in which a form offers its options --- */

/* Most forms join the options as they offer them, whatever was ticked first: so one that is
 * mostly in front of another stands above it. */
static size_t *order_parts(const struct split *split, const struct tally *tally) {
    size_t count = tally->count, *order = memory_allocate(count, sizeof *order);
    size_t listed = count < MOST_PARTS ? count : MOST_PARTS;
    long *before = memory_allocate(listed * listed, sizeof *before);
    size_t *place = memory_allocate(split->count, sizeof *place);
    struct text form = {0};
    for (size_t i = 0; i < split->count; i++) {
        text_clear(&form);
        tally_form(&form, split->parts[i]);
        place[i] = (size_t)(tally_find(tally, text_string(&form)) - tally->values);
        for (size_t k = i; k-- > 0 && split->records[k] == split->records[i];)
            if (place[k] < listed && place[i] < listed) {
                before[place[k] * listed + place[i]]++;
                before[place[i] * listed + place[k]]--;
            }
    }
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    /* Insertion, from the most frequent on: a new one goes in front of the first that it is
     * mostly in front of. */
    for (size_t i = 1; i < listed; i++) {
        size_t at = i;
        while (at > 0 && before[order[at - 1] * listed + i] < 0)
            at--;
        memmove(&order[at + 1], &order[at], (i - at) * sizeof *order);
        order[at] = i;
    }
    text_free(&form);
    free(before);
    free(place);
    return order;
}

/* Where people put them in order, the cells say nothing of the form, and of what they say the
 * list of options shall show nothing. */
static size_t *order_by_alphabet(const struct tally *tally) {
    size_t *order = memory_allocate(tally->count, sizeof *order);
    for (size_t i = 0; i < tally->count; i++) {
        size_t at = i;
        while (at > 0 && strcmp(tally->values[order[at - 1]].form, tally->values[i].form) > 0) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
    }
    return order;
}

/* Every record has all parts, each once: they were put in order. */
static bool are_ranks(const struct split *split, const struct tally *tally) {
    if (tally->count < 3 || tally->records < 3 || tally->repeated < tally->count)
        return false;
    for (size_t i = 0; i < tally->count; i++)
        if (tally->values[i].records != tally->records)
            return false;
    return split->count == tally->count * tally->records;
}

static struct joined *joined_new(const struct export_table *table, size_t column,
                                 char separator) {
    struct joined *joined = memory_allocate(1, sizeof *joined);
    struct split split = {.arena = arena_new(), .separator = separator};
    joined->memory = split.arena;
    joined->separator = separator == '\n' ? ';' : separator;
    split_column(&split, table, column);
    joined->inside_labels = separator == ',' && rejoin(&split);
    joined->parts = tally_of_strings(split.parts, split.records, split.count);
    joined->ranks = are_ranks(&split, joined->parts);
    joined->order =
        joined->ranks ? order_by_alphabet(joined->parts) : order_parts(&split, joined->parts);
    split_free(&split);
    return joined;
}

struct joined *joined_find(const struct export_table *table, size_t column) {
    static const char separators[] = {';', ',', '|', '\n'};
    struct tally *cells = tally_new(table, &column, 1);
    struct joined *joined = NULL;
    for (size_t i = 0; i < sizeof separators && joined == NULL && cells->count > 0; i++) {
        struct split split = {.arena = arena_new(), .separator = separators[i]};
        const struct evidence evidence = weigh(&split, cells);
        if (is_convincing(&evidence, separators[i]))
            joined = joined_new(table, column, separators[i]);
        split_free(&split);
        arena_free(split.arena);
    }
    tally_free(cells);
    return joined;
}

void joined_free(struct joined *joined) {
    if (joined == NULL)
        return;
    tally_free(joined->parts);
    free(joined->order);
    arena_free(joined->memory);
    free(joined);
}
