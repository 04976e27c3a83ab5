#include "ingest/pieces.h"

#include <string.h>
#include <strings.h>

#include "ingest/decode.h"

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

int64_t pieces_take(const struct spelling *spelling, const struct pieces *pieces, size_t *from,
                    struct cell *taken) {
    size_t most = spelling_separators(spelling);
    const struct cell *first = &pieces->pieces[*from];
    size_t last = *from + most < pieces->count ? *from + most : pieces->count - 1;
    for (size_t i = last + 1; i-- > *from;) {
        const struct cell *end = &pieces->pieces[i];
        *taken = cell_trimmed((struct cell){
            first->bytes, (size_t)(end->bytes + end->length - first->bytes), false});
        int64_t meaning = spelling_find_parted(spelling, taken->bytes, taken->length);
        if (meaning != SPELLING_UNKNOWN || i == *from) {
            *from = i + 1;
            return meaning;
        }
    }
    return SPELLING_UNKNOWN;
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
