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
    bool rest; /* a level that takes in everybody who is in no other one, answer or not */
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
    /* Only who gave one of these answers to that question was asked; NULL: everybody. */
    const char *asked_if;    /* the question's id */
    const char *asked_codes; /* ":yes:maybe:" */
    bool filtered; /* its figures over all respondents are those of a group: by its condition,
                      or that of a question before it, only those were asked who gave an answer
                      to a grouping, an identifying or a sensitive question */
};

/* A score or gap, and a question that it is made of. */
struct derived {
    const char *id;
    const char *source; /* the question's id */
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
/* The question that decides who was asked, or NULL. */
const struct question *codebook_condition(const struct codebook *codebook,
                                          const struct question *question);
/* Whether who gave that answer to the condition was asked. */
bool question_asks(const struct question *question, const char *code);
/* The position of the id among entries or sets; the count where it is not there. */
size_t entry_position(const struct entry *entries, size_t count, const char *id);
size_t set_position(const struct code_set *sets, size_t count, const char *id);

#endif
