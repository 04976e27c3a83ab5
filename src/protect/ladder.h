/* The ladder of views: what of a table of answers by groups may be published. A decision owns
 * nothing; its strings are the questionnaire's. */
#ifndef PROTECT_LADDER_H
#define PROTECT_LADDER_H

#include "inference/estimate.h"
#include "protect/cut.h"
#include "survey/privacy_rule.h"
#include "survey/questionnaire.h"

/* Why a view is not safe. */
enum refusal_kind {
    REFUSAL_NONE,
    REFUSAL_IDENTIFYING, /* the question may identify somebody (P7) */
    REFUSAL_GROUPING,    /* the question is a grouping itself (P7) */
    REFUSAL_SIZES,       /* the sizes of the groups are not published (P7) */
    REFUSAL_NUMBER,      /* no counts of a number by group (P6) */
    REFUSAL_FEW,         /* too few accepted answers for anything by group (P3) */
    REFUSAL_CLOSED,      /* 1 to min_group - 1 of all accepted are in no group (P2) */
    REFUSAL_NO_GROUP,    /* no group has min_group answers (P2) */
    REFUSAL_REST,        /* those left out are too few together (P2) */
    REFUSAL_SMALL,       /* a count of 1 to min_cell - 1 (P3) */
    REFUSAL_COMPLEMENT,  /* so many did not give a sensitive answer (P3) */
    REFUSAL_UNANIMOUS,   /* a small unanimous group in a sensitive question (P5) */
    REFUSAL_KNOWN,       /* a count of 1 to min_cell - 1 can be worked out (P3) */
    REFUSAL_FINENESS,    /* other options are shown by the other fineness (P3) */
    REFUSAL_LINKED,      /* it could be worked out with the table of another grouping (P3) */
    REFUSAL_BROKEN,      /* rows are missing or do not add up (P3) */
    REFUSAL_FILTERED /* how many of a group were asked tells what they answered before (P20) */
};

struct refusal {
    enum refusal_kind kind;
    const char *level;    /* the group; "": the groups left out */
    const char *category; /* the answer; "" where it is the option itself */
    int64_t count;
};

/* What may be said of the groups that a view shows. */
enum claim {
    CLAIM_NONE, /* there is no test of them */
    CLAIM_ALIKE,
    CLAIM_DIFFERENT
};

struct decision {
    enum view view;
    const struct cut *cut; /* of the views 1 to 4; of nothing NULL */
    struct table_class table_class;
    enum view tried; /* the last of the views 1 to 4 that was refused; 0: none */
    struct refusal refusals[VIEW_NOTHING]; /* by view; kind none: not refused, or no such
                                              view */
    enum claim claim;                      /* both by claims.h, */
    struct estimate least_difference;      /* where there is a claim */
};

/* Decides about all tables of a block; what it makes lies in the arena. All options of a
 * question by one grouping are shown by the codes or all by the coarser levels, whichever shows
 * more of them: they have their bases in common. */
struct decision *ladder_decide(struct arena *arena, const struct group_tables *tables,
                               const struct questionnaire *questionnaire);

/* The rule that a refusal comes from, or none. */
enum privacy_rule ladder_rule(enum refusal_kind kind);
/* The rule that is published as the reason: P5 is published as P3, since its name would itself
 * disclose that a small group is unanimous. */
enum privacy_rule ladder_published_rule(enum refusal_kind kind);

#endif
