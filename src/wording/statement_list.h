/* What is said of a list: options, ranked options, the rows of a matrix; and of several
 * questions about one list (together). Complete sentences; they live as those of a teller. */
#ifndef WORDING_STATEMENT_LIST_H
#define WORDING_STATEMENT_LIST_H

#include "findings/items.h"
#include "wording/teller.h"

/* A list of sentences with room for a few more. */
enum { STATEMENT_MOST_SENTENCES = 3 };
struct sentences statement_begin(const struct teller *teller);
/* Adds a complete sentence; NULL, "" and what is too many add nothing. */
void statement_add(struct sentences *sentences, const char *sentence);

struct sentences statement_of_multi(const struct teller *teller,
                                    const struct question *question);
struct sentences statement_of_ranking(const struct teller *teller,
                                      const struct question *question);
struct sentences statement_of_matrix(const struct teller *teller,
                                     const struct question *question);
/* Of one option: how many ticked or placed it. */
struct sentences statement_of_option(const struct teller *teller,
                                     const struct question *question, size_t option);
/* Of one row of a matrix. */
struct sentences statement_of_row(const struct teller *teller, const struct question *question,
                                  size_t row);
struct sentences statement_of_together(const struct teller *teller,
                                       const struct together *together);

/* That it is open which of the leaders is first; "" where one is, or all that can be are level
 * and named. */
const char *statement_open(const struct teller *teller, const struct items *sorted);

/* The same beside a list that shows so many of them: of more it says how many can be first. */
const char *statement_open_beside(const struct teller *teller, const struct items *sorted,
                                  size_t shown);

/* True where what is said of a single, multi or ranking question speaks of that answer or
 * option; false where it names none or all. */
bool statement_names(const struct teller *teller, const struct question *question,
                     const char *id);

/* How many ticks of a multi question were possible. */
const char *statement_ticks(const struct teller *teller, const struct question *question);

/* The list by which a question of a together is ordered and printed: without exclusive options
 * and the open answer "other". */
struct items statement_list_of(const struct facts *facts, const struct question *question);

/* The figure of the item of that id; absent where it is not shown there. */
struct figure statement_figure_in(const struct items *list, const char *id);

#endif
