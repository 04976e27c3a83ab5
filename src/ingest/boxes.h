/* The boxes of a file: columns of options, which are ticked or not. What their words mean is
 * decided per question before the first record is decoded, and looked up after. The owner frees
 * boxes with boxes_free; questionnaire, spellings, marks and binding outlive them. */
#ifndef INGEST_BOXES_H
#define INGEST_BOXES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"
#include "ingest/columns.h"
#include "ingest/missing_marks.h"
#include "ingest/sample.h"
#include "ingest/spelling.h"
#include "ingest/tick_words.h"

struct boxes;

/* Decides what the boxes of the questions that have some mean; NULL after telling diag of
 * questions whose boxes can be read in two ways. Reads the file a second time where the sample
 * does not tell, and refuses what cannot be read twice. spellings: by question. */
struct boxes *boxes_new(const struct questionnaire *questionnaire,
                        struct spelling *const *spellings, const struct missing_marks *marks,
                        struct binding *binding, const struct sample *sample,
                        struct diag *diag);
void boxes_free(struct boxes *boxes);
/* True where the question has columns of boxes in this file. */
bool boxes_has(const struct boxes *boxes, const struct question *question);
/* Of such a question, what the cell says, which is trimmed and not empty; meaning is the
 * option's position or SPELLING_DK. */
enum box boxes_read(struct boxes *boxes, const struct question *question, int64_t meaning,
                    const struct cell *cell);
/* The same of a cell that may never be read, such as one of another branch; a word that was not
 * there when it was decided contradicts nothing, and means what form systems mean by it. */
enum box boxes_known(const struct boxes *boxes, const struct question *question,
                     int64_t meaning, const struct cell *cell);
/* True once a cell has contradicted what was decided; diag is told where by boxes_tell. */
bool boxes_contradicted(const struct boxes *boxes);
void boxes_tell(const struct boxes *boxes, size_t line, struct diag *diag);
/* Appends how the boxes of the question are read, in the language of the messages; nothing
 * where it has none. */
void boxes_describe(struct text *text, const struct boxes *boxes,
                    const struct question *question);

#endif
