#include "inference/table_walk.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct table_walk {
    const struct contingency *margins;
    size_t end;
    int64_t *counts;
    int64_t *left;   /* of each row, what no column got yet */
    int64_t *behind; /* for each column: what this row and those behind it had left when the
                        column began; rows + 1 of them */
    bool (*visit)(void *context, const int64_t *counts, const int64_t *left);
    void *context;
};

struct table_walk *table_walk_new(const struct contingency *margins, size_t end) {
    struct table_walk *walk = memory_allocate(1, sizeof *walk);
    walk->margins = margins;
    walk->end = end;
    walk->counts = memory_allocate(end * margins->rows, sizeof *walk->counts);
    walk->left = memory_allocate(margins->rows, sizeof *walk->left);
    walk->behind = memory_allocate(end * (margins->rows + 1), sizeof *walk->behind);
    return walk;
}

void table_walk_free(struct table_walk *walk) {
    if (walk == NULL)
        return;
    free(walk->counts);
    free(walk->left);
    free(walk->behind);
    free(walk);
}

static bool fill_column(struct table_walk *walk, size_t column);

/* Gives row a part of what the column still wants: as much as it has, and at least what the
 * rows behind it have not. False: stop. */
static bool fill_cell(struct table_walk *walk, size_t column, size_t row, int64_t wanted) {
    const struct contingency *margins = walk->margins;
    if (row == margins->rows)
        return fill_column(walk, column + 1);
    int64_t others = walk->behind[column * (margins->rows + 1) + row + 1];
    int64_t least = wanted > others ? wanted - others : 0;
    int64_t most = wanted < walk->left[row] ? wanted : walk->left[row];
    bool go_on = true;
    for (int64_t count = least; count <= most && go_on; count++) {
        walk->counts[column * margins->rows + row] = count;
        walk->left[row] -= count;
        go_on = fill_cell(walk, column, row + 1, wanted - count);
        walk->left[row] += count;
    }
    return go_on;
}

static bool fill_column(struct table_walk *walk, size_t column) {
    size_t rows = walk->margins->rows;
    if (column == walk->end)
        return walk->visit(walk->context, walk->counts, walk->left);
    int64_t *behind = &walk->behind[column * (rows + 1)];
    for (size_t row = rows; row-- > 0;)
        behind[row] = behind[row + 1] + walk->left[row];
    return fill_cell(walk, column, 0, walk->margins->column_sums[column]);
}

void table_walk_run(struct table_walk *walk,
                    bool (*visit)(void *context, const int64_t *counts, const int64_t *left),
                    void *context) {
    walk->visit = visit;
    walk->context = context;
    memcpy(walk->left, walk->margins->row_sums, walk->margins->rows * sizeof *walk->left);
    fill_column(walk, 0);
}
