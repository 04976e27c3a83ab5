/* The tick cells of a file: columns of options, which are ticked or not. What their words mean
 * is decided per question before the first record is decoded, and looked up after. The owner
 * frees tick cells with tick_cells_free; questionnaire, spellings, marks and binding outlive
 * them. */
#ifndef INGEST_TICK_CELLS_H
#define INGEST_TICK_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"
#include "ingest/columns.h"
#include "ingest/missing_marks.h"
#include "ingest/sample.h"
#include "ingest/spelling.h"
#include "survey/tick_words.h"

struct tick_cells;

/* Decides what the tick cells of the questions that have some mean; NULL after reporting to
 * diag the questions whose tick cells can be read in two ways. Reads the file a second time
 * where the sample does not decide, and refuses what cannot be read twice. spellings: by
 * question. */
struct tick_cells *tick_cells_new(const struct questionnaire *questionnaire,
                                  struct spelling *const *spellings,
                                  const struct missing_marks *marks, struct binding *binding,
                                  const struct sample *sample, struct diag *diag);
void tick_cells_free(struct tick_cells *tick_cells);
/* True where the question has columns of tick cells in this file. */
bool tick_cells_has(const struct tick_cells *tick_cells, const struct question *question);
/* Of such a question, what the cell says, which is trimmed and not empty; meaning is the
 * option's position or SPELLING_DK. */
enum tick_cell tick_cells_read(struct tick_cells *tick_cells, const struct question *question,
                               int64_t meaning, const struct cell *cell);
/* The same of a cell that may never be read, such as one of another branch; a word that was not
 * there when it was decided contradicts nothing, and means what form systems mean by it. */
enum tick_cell tick_cells_known(const struct tick_cells *tick_cells,
                                const struct question *question, int64_t meaning,
                                const struct cell *cell);
/* True once a cell has contradicted what was decided; tick_cells_refuse reports to diag where
 * it is. */
bool tick_cells_contradicted(const struct tick_cells *tick_cells);
void tick_cells_refuse(const struct tick_cells *tick_cells, size_t line, struct diag *diag);
/* Appends how the tick cells of the question are read, in the language of the messages; nothing
 * where it has none. */
void tick_cells_describe(struct text *text, const struct tick_cells *tick_cells,
                         const struct question *question);

#endif
