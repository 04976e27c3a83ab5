#include "ingest/branches.h"

const struct heading *branches_meaning(const struct binding *binding, const struct twin *twin) {
    return &binding->columns[twin->kept - 1].heading;
}

/* Tick cells and ranks of one question belong together: a branch is filled or empty as a whole.
 */
bool branches_are_of(const struct heading *heading) {
    bool many = question_has_options(heading->question);
    return heading->part == HEADING_OPTION || heading->part == HEADING_DK ||
           heading->part == HEADING_RANK ||
           (many && (heading->part == HEADING_VARIABLE || heading->part == HEADING_OTHER_TEXT));
}

struct cell branches_cell(const struct csv_record *record, size_t column) {
    const struct csv_field *field = &record->fields[column - 1];
    return cell_trimmed((struct cell){field->bytes, field->length, false});
}

void branches_use_column(const struct csv_record *record, struct twin *twin) {
    record->fields[twin->kept - 1] = record->fields[twin->column - 1];
    twin->source = twin->column;
}

/* What the branch does not hold is empty in it. */
void branches_use(struct binding *binding, const struct question *question,
                  const struct csv_record *record, size_t set) {
    static char nothing[] = "";
    for (size_t i = 0; i < binding->count; i++) {
        const struct heading *heading = &binding->columns[i].heading;
        bool second = false;
        for (size_t k = 0; k < binding->twin_count; k++)
            second = second || binding->twins[k].column == i + 1;
        struct twin *twin = NULL;
        for (size_t k = 0; k < binding->twin_count; k++)
            if (binding->twins[k].kept == i + 1 && binding->twins[k].set == set)
                twin = &binding->twins[k];
        if (heading->question != question || !branches_are_of(heading) || second)
            continue;
        if (twin != NULL)
            branches_use_column(record, twin);
        else
            record->fields[i] = (struct csv_field){nothing, 0, true};
    }
}

/* The number of branches beside the first. */
size_t branches_count(const struct binding *binding, const struct question *question) {
    size_t most = 0;
    for (size_t i = 0; i < binding->twin_count; i++) {
        const struct twin *twin = &binding->twins[i];
        if (branches_meaning(binding, twin)->question == question &&
            branches_are_of(branches_meaning(binding, twin)) && twin->set > most)
            most = twin->set;
    }
    return most;
}

void branches_forget(struct binding *binding) {
    for (size_t i = 0; i < binding->twin_count; i++) {
        binding->twins[i].conflict = false;
        binding->twins[i].source = 0;
    }
}

static bool is_blank_set(const struct binding *binding, const struct question *question,
                         const struct csv_record *record, size_t set) {
    for (size_t i = 0; i < binding->twin_count; i++)
        if (branches_meaning(binding, &binding->twins[i])->question == question &&
            binding->twins[i].set == set &&
            branches_cell(record, binding->twins[i].column).length > 0)
            return false;
    return true;
}

bool branches_take(struct binding *binding, const struct question *question,
                   const struct csv_record *record, size_t set) {
    if (set == 0 || set > branches_count(binding, question) ||
        is_blank_set(binding, question, record, set))
        return false;
    branches_use(binding, question, record, set);
    branches_forget(binding);
    return true;
}

bool branches_first_is_blank(const struct binding *binding, const struct question *question,
                             const struct csv_record *record) {
    for (size_t i = 0; i < binding->count; i++) {
        bool second = false;
        for (size_t k = 0; k < binding->twin_count; k++)
            second = second || binding->twins[k].column == i + 1;
        const struct heading *heading = &binding->columns[i].heading;
        if (heading->question == question && branches_are_of(heading) && !second &&
            branches_cell(record, i + 1).length > 0)
            return false;
    }
    return true;
}
