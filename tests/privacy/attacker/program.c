#include "program.h"

#include <glpk.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* GLPK works to about 1e-7 of a count; whole numbers are safely distinguished with this. */
static const double slack = 1e-5;

struct program {
    const struct model *model;
    glp_prob *problem;
    bool solved_before;
    double *weights; /* room for program_bounds */
    double *values;
};

static int kind_of(double low, double high) {
    return low == high ? GLP_FX : GLP_DB;
}

static void add_fact(struct program *program, const struct fact *fact, double *factors,
                     int *places) {
    const struct model *model = program->model;
    size_t used = 0;
    for (size_t k = fact->first; k < fact->first + fact->count; k++) {
        int place = (int)model->terms[k].variable + 1;
        size_t at = 1;
        while (at <= used && places[at] != place)
            at++;
        if (at > used) {
            used = at;
            places[at] = place;
            factors[at] = 0;
        }
        factors[at] += (double)model->terms[k].factor;
    }
    int row = glp_add_rows(program->problem, 1);
    double low = (double)fact->low, high = (double)fact->high;
    glp_set_row_bnds(program->problem, row, kind_of(low, high), low, high);
    glp_set_mat_row(program->problem, row, (int)used, places, factors);
}

struct program *program_new(const struct model *model, bool grouped) {
    struct program *program = memory_allocate(1, sizeof *program);
    program->model = model;
    program->weights = memory_allocate(model->variable_count, sizeof(double));
    program->values = memory_allocate(model->variable_count, sizeof(double));
    program->problem = glp_create_prob();
    glp_term_out(GLP_OFF);
    glp_set_obj_dir(program->problem, GLP_MAX);
    glp_add_cols(program->problem, (int)model->variable_count);
    for (size_t i = 0; i < model->variable_count; i++)
        program_restrict(program, i, 0, model->most);
    size_t longest = 0;
    for (size_t i = 0; i < model->fact_count; i++)
        if (model->facts[i].count > longest)
            longest = model->facts[i].count;
    double *factors = memory_allocate(longest + 1, sizeof *factors);
    int *places = memory_allocate(longest + 1, sizeof *places);
    for (size_t i = 0; i < model->fact_count; i++)
        if (model->facts[i].count > 0 && (grouped || !model->facts[i].grouped))
            add_fact(program, &model->facts[i], factors, places);
    free(factors);
    free(places);
    return program;
}

void program_free(struct program *program) {
    if (program == NULL)
        return;
    glp_delete_prob(program->problem);
    free(program->weights);
    free(program->values);
    free(program);
}

void program_restrict(struct program *program, size_t variable, int64_t low, int64_t high) {
    glp_set_col_bnds(program->problem, (int)variable + 1, kind_of((double)low, (double)high),
                     (double)low, (double)high);
}

bool program_greatest(struct program *program, const double *weights, double *values) {
    for (size_t i = 0; i < program->model->variable_count; i++)
        glp_set_obj_coef(program->problem, (int)i + 1, weights[i]);
    glp_smcp settings;
    glp_init_smcp(&settings);
    settings.msg_lev = GLP_MSG_OFF;
    int fault = program->solved_before ? glp_simplex(program->problem, &settings) : 1;
    if (fault != 0 || glp_get_status(program->problem) == GLP_UNDEF) {
        /* A basis that does not fit any more: begin anew. */
        glp_adv_basis(program->problem, 0);
        fault = glp_simplex(program->problem, &settings);
    }
    program->solved_before = fault == 0;
    if (fault != 0 || glp_get_status(program->problem) != GLP_OPT)
        return false;
    for (size_t i = 0; i < program->model->variable_count; i++)
        values[i] = glp_get_col_prim(program->problem, (int)i + 1);
    return true;
}

bool program_bounds(struct program *program, size_t variable, int64_t *low, int64_t *high) {
    memset(program->weights, 0, program->model->variable_count * sizeof(double));
    program->weights[variable] = -1;
    if (!program_greatest(program, program->weights, program->values))
        return false;
    *low = (int64_t)ceil(program->values[variable] - slack);
    program->weights[variable] = 1;
    if (!program_greatest(program, program->weights, program->values))
        return false;
    *high = (int64_t)floor(program->values[variable] + slack);
    return true;
}
