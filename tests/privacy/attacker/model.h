/* Unknown counts and what is known about them: whole numbers from 0 up, and facts, each a sum
 * of counts with factors that lies between two bounds. A model owns its arrays (model_free). */
#ifndef ATTACK_MODEL_H
#define ATTACK_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct term {
    size_t variable;
    int64_t factor;
};

struct fact {
    size_t first, count; /* its terms */
    int64_t low, high;
    bool grouped; /* from a figure by group: not part of what the whole sample alone implies */
};

struct model {
    struct term *terms;
    size_t term_count, term_capacity;
    struct fact *facts;
    size_t fact_count, fact_capacity;
    size_t variable_count;
    int64_t most;         /* no count is greater */
    size_t grouped;       /* how many facts are grouped */
    size_t first_of_fact; /* while a fact is built */
};

/* most is the number of accepted answers. */
struct model *model_new(int64_t most);
void model_free(struct model *model);

/* A new unknown count. */
size_t model_variable(struct model *model);
/* A fact is built by its terms and closed by its bounds. */
void model_term(struct model *model, size_t variable, int64_t factor);
void model_close(struct model *model, int64_t low, int64_t high, bool grouped);
/* True where the whole numbers fulfil all facts. */
bool model_holds(const struct model *model, const int64_t *values);

#endif
