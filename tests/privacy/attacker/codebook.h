/* What codebook.csv says about the questions, as nachlese-form(1) describes it. A codebook owns
 * all below it and is freed by codebook_free. */
#ifndef ATTACK_CODEBOOK_H
#define ATTACK_CODEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

enum kind { KIND_SINGLE, KIND_MULTI, KIND_MATRIX, KIND_RANKING, KIND_NUMBER, KIND_TEXT, KINDS };

/* A code, option or row. */
struct entry {
    const char *id;
    bool outside;   /* beside the scale */
    bool exclusive; /* an option that excludes all others */
};

/* A set of codes, or a coarser level of a grouping. */
struct code_set {
    const char *id;
    size_t *codes; /* positions among the codes */
    size_t count, capacity;
};

struct question {
    const char *id;
    const char *coarse_by; /* ID.coarse */
    enum kind kind;
    bool ordinal, sensitive, identifying, grouping;
    bool apart;   /* in the list of contacts, too */
    size_t limit; /* most ticks or ranks; 0: none */
    struct entry *items;
    size_t item_count, item_capacity;
    struct entry *codes; /* those inside the scale first */
    size_t code_count, code_capacity;
    size_t inside;
    struct code_set *sets;
    size_t set_count, set_capacity;
    struct code_set *coarse;
    size_t coarse_count, coarse_capacity;
};

/* A score or gap, and a question that it is made of. */
struct derived {
    const char *id;
    const char *source; /* the question's id; of a score question__row */
};

struct codebook {
    struct question *questions; /* without contacts */
    size_t count, capacity;
    struct derived *derived;
    size_t derived_count, derived_capacity;
    void *memory;
};

/* NULL after reporting to diag where the file is no codebook. */
struct codebook *codebook_read(const char *path, struct diag *diag);
void codebook_free(struct codebook *codebook);

/* The question of that id, or NULL. */
const struct question *codebook_question(const struct codebook *codebook, const char *id);
/* The position of the id among entries or sets; the count where it is not there. */
size_t entry_position(const struct entry *entries, size_t count, const char *id);
size_t set_position(const struct code_set *sets, size_t count, const char *id);

#endif
