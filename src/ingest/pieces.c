#include "ingest/pieces.h"

#include <string.h>
#include <strings.h>

#include "ingest/cell.h"

enum { MOST_JOINED = 16, LONGEST_JOINED = 1000 };

bool pieces_split(struct pieces *pieces, const struct cell *cell, const char *separator) {
    size_t size = strlen(separator);
    const char *end = cell->bytes + cell->length;
    const char *start = cell->bytes;
    pieces->count = 0;
    while (start <= end) {
        const char *next = memmem(start, (size_t)(end - start), separator, size);
        const char *stop = next != NULL ? next : end;
        if (pieces->count == PIECES_MOST)
            return false;
        pieces->pieces[pieces->count++] = (struct cell){start, (size_t)(stop - start), false};
        if (next == NULL)
            break;
        start = next + size;
    }
    return true;
}

bool pieces_split_words(struct pieces *pieces, const struct cell *cell) {
    static const char blanks[] = " \t\r\n";
    size_t start = 0;
    pieces->count = 0;
    for (size_t i = 0; i <= cell->length; i++) {
        if (i < cell->length && strchr(blanks, cell->bytes[i]) == NULL)
            continue;
        if (i > start && pieces->count == PIECES_MOST)
            return false;
        if (i > start)
            pieces->pieces[pieces->count++] =
                (struct cell){cell->bytes + start, i - start, false};
        start = i + 1;
    }
    return true;
}

/* The best ways to read all pieces before one of them. */
struct way {
    bool reached, several; /* several: two of them differ in their answers */
    size_t unknown, empty; /* parts */
    uint64_t answers;      /* a digest of the answers in their order */
    size_t from;           /* where the last part begins */
    int64_t meaning;       /* of the last part */
    bool nothing;          /* the last part is empty */
};

struct tiling {
    const struct spelling *spelling;
    const struct pieces *pieces;
    enum pieces_manner manner;
    struct way ways[PIECES_MOST + 1];
};

static struct cell join(const struct pieces *pieces, size_t from, size_t last) {
    const struct cell *first = &pieces->pieces[from], *end = &pieces->pieces[last];
    return cell_trimmed(
        (struct cell){first->bytes, (size_t)(end->bytes + end->length - first->bytes), false});
}

static int64_t find_meaning(const struct tiling *tiling, const struct cell *cell) {
    if (cell->length == 0)
        return SPELLING_UNKNOWN;
    if (tiling->manner != PIECES_ANSWERS)
        return spelling_find_code(tiling->spelling, cell->bytes, cell->length,
                                  tiling->manner == PIECES_FOLDED_CODES);
    return spelling_find_parted(tiling->spelling, cell->bytes, cell->length);
}

/* A dash or a dot is no text, unless answers are called so. */
static bool is_nothing(const struct tiling *tiling, const struct cell *cell) {
    return cell->length == 0 || (!spelling_has_signs(tiling->spelling) &&
                                 spelling_is_signs(cell->bytes, cell->length));
}

static uint64_t digest(uint64_t answers, uint64_t part) {
    return (answers ^ (part + 0x9E3779B97F4A7C15u)) * 1099511628211u;
}

/* Keeps the better way to a place; of equal ones it remembers whether they differ. */
static void keep_better(struct way *way, const struct way *other) {
    bool equal = way->reached && other->unknown == way->unknown && other->empty == way->empty;
    if (equal) {
        way->several = way->several || other->several || other->answers != way->answers;
        return;
    }
    if (!way->reached || other->unknown < way->unknown ||
        (other->unknown == way->unknown && other->empty < way->empty))
        *way = *other;
}

/* Takes the pieces from one to the last as one part, where they can be one. */
static void try_part(struct tiling *tiling, size_t from, size_t last) {
    const struct cell cell = join(tiling->pieces, from, last);
    struct way way = tiling->ways[from];
    way.from = from;
    way.meaning = find_meaning(tiling, &cell);
    way.nothing = way.meaning == SPELLING_UNKNOWN && is_nothing(tiling, &cell);
    if (way.meaning != SPELLING_UNKNOWN)
        way.answers = digest(way.answers, (uint64_t)way.meaning);
    else if (from != last || tiling->manner != PIECES_ANSWERS)
        return;
    else if (!way.nothing)
        way.unknown++;
    else if (last + 1 < tiling->pieces->count || cell.length > 0)
        way.empty++;
    if (way.meaning == SPELLING_UNKNOWN && !way.nothing)
        way.answers = digest(way.answers, PIECES_MOST * (uint64_t)2 + from);
    keep_better(&tiling->ways[last + 1], &way);
}

/* From the last part to the first, then turned round. */
static void collect(struct parts *parts, const struct tiling *tiling) {
    size_t filled = 0;
    parts->unknown = 0;
    for (size_t end = tiling->pieces->count; end > 0; end = tiling->ways[end].from) {
        const struct way *way = &tiling->ways[end];
        if (way->nothing)
            continue;
        parts->unknown += way->meaning == SPELLING_UNKNOWN ? 1 : 0;
        parts->parts[PIECES_MOST - ++filled] =
            (struct part){join(tiling->pieces, way->from, end - 1), way->meaning};
    }
    memmove(parts->parts, &parts->parts[PIECES_MOST - filled], filled * sizeof *parts->parts);
    parts->count = filled;
}

enum pieces_reading pieces_read(struct parts *parts, const struct spelling *spelling,
                                const struct pieces *pieces, enum pieces_manner manner) {
    struct tiling tiling = {.spelling = spelling, .pieces = pieces, .manner = manner};
    size_t most =
        manner == PIECES_ANSWERS ? spelling_separators(spelling) : spelling_blanks(spelling);
    tiling.ways[0].reached = true;
    for (size_t from = 0; from < pieces->count; from++)
        for (size_t last = from;
             tiling.ways[from].reached && last < pieces->count && last <= from + most; last++)
            try_part(&tiling, from, last);
    const struct way *whole = &tiling.ways[pieces->count];
    if (!whole->reached)
        return READING_NONE;
    collect(parts, &tiling);
    return whole->several ? READING_SEVERAL : READING_ONE;
}

bool parts_equal(const struct parts *one, const struct parts *other) {
    for (size_t i = 0; i < one->count && i < other->count; i++)
        if (one->parts[i].meaning != other->parts[i].meaning)
            return false;
    return one->count == other->count;
}

/* One part of it is enough: no text has an option between two separators by chance. */
static bool is_parted(const struct spelling *spelling, const struct cell *piece) {
    static const char separators[] = ",;|/+&";
    for (size_t start = 0, i = 0; i <= piece->length; i++) {
        if (i < piece->length && strchr(separators, piece->bytes[i]) == NULL)
            continue;
        const struct cell part =
            cell_trimmed((struct cell){piece->bytes + start, i - start, false});
        if (part.length > 0 && part.length < piece->length &&
            spelling_find(spelling, part.bytes, part.length) != SPELLING_UNKNOWN)
            return true;
        start = i + 1;
    }
    return false;
}

/* The bytes of "und" or "and" at the blank, with the blanks around it, or 0. */
static size_t joint_length(const char *bytes, size_t length) {
    static const char *const joints[] = {" und ", " and "};
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++)
        if (length > strlen(joints[i]) && strncasecmp(bytes, joints[i], strlen(joints[i])) == 0)
            return strlen(joints[i]);
    return 0;
}

/* What stands between the joints; false where there are too many. */
static bool split_at_joints(struct pieces *parts, const struct cell *piece) {
    size_t start = 0;
    parts->count = 0;
    for (size_t i = 0; i <= piece->length; i++) {
        size_t joint = joint_length(piece->bytes + i, piece->length - i);
        if (i < piece->length && joint == 0)
            continue;
        if (parts->count == MOST_JOINED)
            return false;
        parts->pieces[parts->count++] = (struct cell){piece->bytes + start, i - start, false};
        start = i + joint;
        i = start > i ? start - 1 : i;
    }
    return true;
}

/* "Mail and poster": all of it must be options, since any text may hold the word; a label may
 * hold it, too. */
static bool is_joined(const struct spelling *spelling, const struct cell *piece) {
    struct pieces parts;
    bool reached[MOST_JOINED + 1] = {true};
    if (piece->length > LONGEST_JOINED || !split_at_joints(&parts, piece) || parts.count < 2)
        return false;
    for (size_t from = 0; from < parts.count; from++)
        for (size_t to = from; reached[from] && to < parts.count; to++) {
            const char *start = parts.pieces[from].bytes;
            const struct cell *last = &parts.pieces[to];
            const struct cell label = cell_trimmed(
                (struct cell){start, (size_t)(last->bytes + last->length - start), false});
            if (label.length > 0 &&
                spelling_find(spelling, label.bytes, label.length) != SPELLING_UNKNOWN)
                reached[to + 1] = true;
        }
    return reached[parts.count];
}

bool pieces_hold_options(const struct spelling *spelling, const struct cell *piece) {
    return is_parted(spelling, piece) || is_joined(spelling, piece);
}
