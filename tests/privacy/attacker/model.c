#include "model.h"

#include <stdlib.h>

#include "base/memory.h"

struct model *model_new(int64_t most) {
    struct model *model = memory_allocate(1, sizeof *model);
    model->most = most;
    return model;
}

void model_free(struct model *model) {
    if (model == NULL)
        return;
    free(model->terms);
    free(model->facts);
    free(model);
}

size_t model_variable(struct model *model) {
    return model->variable_count++;
}

void model_term(struct model *model, size_t variable, int64_t factor) {
    model->terms = memory_grow(model->terms, model->term_count, &model->term_capacity,
                               sizeof *model->terms);
    model->terms[model->term_count++] = (struct term){.variable = variable, .factor = factor};
}

void model_close(struct model *model, int64_t low, int64_t high, bool grouped) {
    model->facts = memory_grow(model->facts, model->fact_count, &model->fact_capacity,
                               sizeof *model->facts);
    model->facts[model->fact_count++] =
        (struct fact){.first = model->first_of_fact,
                      .count = model->term_count - model->first_of_fact,
                      .low = low,
                      .high = high,
                      .grouped = grouped};
    model->first_of_fact = model->term_count;
    model->grouped += grouped;
}

bool model_holds(const struct model *model, const int64_t *values) {
    for (size_t i = 0; i < model->variable_count; i++)
        if (values[i] < 0 || values[i] > model->most)
            return false;
    for (size_t i = 0; i < model->fact_count; i++) {
        const struct fact *fact = &model->facts[i];
        int64_t sum = 0;
        for (size_t k = fact->first; k < fact->first + fact->count; k++)
            sum += model->terms[k].factor * values[model->terms[k].variable];
        if (sum < fact->low || sum > fact->high)
            return false;
    }
    return true;
}
