#include "ingest/tail.h"

#include <stdint.h>

#include "ingest/cell.h"

/* Finds the width that more than half have without keeping any: what is left of a vote in which
 * two different widths cancel each other out, and then counted again. */
struct vote {
    size_t records, width, lead;
    size_t agreeing; /* in the second pass */
};

static bool count_vote(void *context, const struct csv_record *record) {
    struct vote *vote = context;
    if (vote->records++ == 0)
        return true;
    if (vote->lead == 0)
        vote->width = record->count;
    vote->lead += vote->width == record->count ? 1 : SIZE_MAX;
    return true;
}

static bool count_agreeing(void *context, const struct csv_record *record) {
    struct vote *vote = context;
    if (vote->records++ > 0)
        vote->agreeing += record->count == vote->width ? 1 : 0;
    return true;
}

size_t tail_usual_width(const char *bytes, size_t length, char delimiter) {
    struct vote vote = {0};
    csv_read_beginning(bytes, length, delimiter, count_vote, &vote);
    vote.records = 0;
    csv_read_beginning(bytes, length, delimiter, count_agreeing, &vote);
    return vote.records > 1 && vote.agreeing * 2 > vote.records - 1 ? vote.width : 0;
}

struct csv_record tail_cut(const struct csv_record *record, size_t least) {
    struct csv_record cut = *record;
    while (cut.count > least && cut.kept == cut.count &&
           cell_is_blank(&cut.fields[cut.count - 1])) {
        cut.count--;
        cut.kept--;
    }
    return cut;
}
