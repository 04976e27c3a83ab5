/* The points of attention.h, and what they share. An attention owns nothing but what lies in
 * its arena. */
#ifndef NACHLESE_ATTENTION_PARTS_H
#define NACHLESE_ATTENTION_PARTS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "nachlese/attention.h"

struct attention {
    FILE *stream;
    struct arena *arena;
    const struct summary_facts *facts;
    bool
        *has_column; /* by question: a column of some export was read as it, or as part of it */
};

/* One point, wrapped: the English or the German format, filled. */
void attention_say(const struct attention *attention, const char *english, const char *german,
                   ...) __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* A list of names for a point: "a, b and 3 more", or all of them. Start with {0};
 * text_free(&list.text). */
struct name_list {
    struct text text;
    size_t count;
    bool whole; /* none is too many */
};
void name_list_add(struct name_list *list, const char *name);
/* The list, with how many were too many; "" for none. */
const char *name_list_close(struct name_list *list);

/* The figure of the whole survey, 0 if absent. */
int64_t attention_records(const struct attention *attention, enum statistic statistic);

/* Fills has_column from bindings.csv. */
void attention_find_columns(struct attention *attention);

/* Answers: questions that no export has, what fits no option, and what many left out. */
void attention_say_absent(const struct attention *attention);
void attention_say_invalid(const struct attention *attention);
void attention_say_missing(const struct attention *attention);

/* Files of internal/: tables by group that are hidden, quotations, contact data. */
void attention_say_hidden(const struct attention *attention);
void attention_say_quotes(const struct attention *attention);
void attention_say_contacts(const struct attention *attention);

#endif
