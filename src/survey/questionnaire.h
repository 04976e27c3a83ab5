/* The questionnaire: what an INI file of nachlese-questionnaire(5) says, checked and linked. A
 * questionnaire owns all that hangs below it and is freed as a whole by questionnaire_free;
 * nothing in it changes after loading. */
#ifndef SURVEY_QUESTIONNAIRE_H
#define SURVEY_QUESTIONNAIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "survey/person_field.h"
#include "survey/privacy_text.h"
#include "survey/question_type.h"
#include "survey/statistic.h"

enum {
    QUESTIONNAIRE_MAX_LANGUAGES = 8,
    QUESTIONNAIRE_MAX_QUESTIONS = 1000,
    QUESTIONNAIRE_MAX_CODES = 100,    /* of one list: codes, rows, options */
    QUESTIONNAIRE_MAX_STEPS = 100000, /* values that a number question can have */
    QUESTIONNAIRE_MAX_VALUE = 1000,   /* size of the number that a code of a scale stands for */
    QUESTIONNAIRE_MAX_FINDINGS = 5    /* on page one */
};

/* A text in the languages of the survey, by language index; NULL where a language is missing.
 */
struct label {
    const char *in[QUESTIONNAIRE_MAX_LANGUAGES];
};

/* An answer code, a matrix row, a ranking option or a contact field. */
struct code {
    const char *id;
    struct label label;
    struct label brief;     /* short.ID: a shorter label where room is scarce; often absent */
    struct label addressee; /* who decides on it; often absent */
    const char *const *aliases;
    size_t alias_count;
    bool outside;   /* beside the scale: counted, in no base, mean or top2 */
    bool exclusive; /* excludes every other option of a multi question */
};

enum measure { MEASURE_NOMINAL, MEASURE_ORDINAL };

/* The verb of an answer: "{item} finden {k} dringend". {k} stands in it once; {item}, the row,
 * stands once in every verb of a question with rows, and else once or not at all: there it is
 * the option, of a single question its subject. Often absent. */
struct saying {
    struct label many; /* for two or more */
    struct label one; /* for one and for nobody: "{item} findet {k} dringend"; absent where only
                         many is given */
};

/* The answers a question offers. Codes inside the scale come first, in scale order, then those
 * outside. Don't know is not among them. A scale is shared by its questions; a question's own
 * codes are a list without id. */
struct code_list {
    const char *id; /* of the scale; "" for a question's own */
    enum measure measure;
    const struct code *codes;
    size_t count;
    size_t inside;         /* how many of them are inside the scale */
    const int64_t *values; /* of an ordinal list: the number that each code inside stands for,
                              rising; NULL: its place, 1 to k */
    size_t top_size, bottom_size; /* how many of the codes inside are its highest and its lowest
                                     answers together: 2 where not declared */
    struct label top; /* words for the highest answers together ("ziemlich oder sehr wichtig");
                         often absent */
    struct label bottom;                           /* likewise for the lowest */
    struct saying say_top, say_middle, say_bottom; /* middle: those between, where they are */
    const struct saying *say;                      /* of each code; NULL: none has one */
};

/* Bits of question.roles. */
enum question_role {
    ROLE_IDENTIFYING = 1 << 0,
    ROLE_SENSITIVE = 1 << 1,
    ROLE_EXCHANGE = 1 << 2,
    ROLE_CONSENT_PARTICIPATION = 1 << 3,
    ROLE_CONSENT_QUOTES = 1 << 4,
    ROLE_CONSENT_CONTACT = 1 << 5,
};

/* A named set of answers that are counted together ("unchanged or grown"). */
struct answer_set {
    const char *id;
    struct label label;
    const size_t *codes; /* positions in the code list */
    size_t count;
    struct saying say;
};

/* An answer as written in an export, and the code that the organiser decided it means. */
struct recode {
    const char *answer;
    size_t code;     /* position in the code list */
    const char *why; /* NULL: not said */
};

struct grouping;

/* Words as written in an export: none where count is 0. */
struct export_words {
    const char *const *words;
    size_t count;
};

/* What a cell of an option's own column holds; none: decided by the file. */
struct tick_words {
    struct export_words ticked, not_ticked;
};

/* Who a question is put to: those who gave one of these answers to another question. */
struct condition {
    const struct question *question; /* single or multi, before it; NULL: put to everybody */
    const size_t *codes;             /* positions in its code list */
    size_t count;
    bool dk; /* don't know is among the answers */
};

struct question {
    const char *id;
    size_t line; /* in the file, for diagnostics */
    enum question_type type;
    size_t section; /* position in questionnaire.sections */
    struct label text;
    struct label subject; /* a short name for sentences and headings; the text where absent */
    struct label help;
    struct label heading; /* what is over its column where that is not the text; often absent */
    const char *const *aliases;
    size_t alias_count;

    const struct code_list
        *codes;              /* single, matrix: answers; multi, ranking: options; else NULL */
    const struct code *rows; /* matrix: its rows; contact: its fields; else NULL */
    size_t row_count;
    const enum person_field *fields; /* contact: what each row holds (P11); else NULL */
    bool has_dk;                     /* don't know is offered */
    struct label dk;                 /* its label */
    const char *const *dk_aliases;
    size_t dk_alias_count;
    bool has_other;        /* the code "other" is among the codes: open text may be beside */
    size_t other;          /* its position, where has_other */
    const char *separator; /* multi in one cell; NULL: ";" */
    struct tick_words tick_cells; /* single, multi: its own; else those of [ingest] hold */

    int64_t minimum, maximum; /* number: in units of 10^-decimals */
    int decimals;
    /* number, optional: below open_to, from open_from on all are one class of the histogram;
     * minimum < open_to < open_from <= maximum */
    bool has_open_to, has_open_from;
    int64_t open_to, open_from;
    bool total;         /* number: the sum of all answers means something */
    bool years;         /* number: calendar years, which have no fraction and no sum */
    size_t max_choices; /* multi, ranking: most ticks or ranks; 0: no limit */
    bool required, core;
    unsigned roles;  /* bits of enum question_role */
    size_t consents; /* with a consent role: the code that consents */

    struct condition asked_if;

    const struct answer_set *sets;
    size_t set_count;
    const struct recode *recodes;
    size_t recode_count;
    const struct grouping *grouping;       /* where this single question is one; else NULL */
    size_t first_variable, variable_count; /* its columns in questionnaire.variables */
};

struct section {
    const char *id;
    struct label title;
    struct label comment; /* the organiser's remark; often absent */
};

struct coarse_level {
    const char *id;
    struct label label;
    const size_t *codes; /* positions in the question's code list */
    size_t count;
    bool rest; /* holds everybody who is in no other one, those who skipped the question, too */
};

struct grouping {
    const struct question *question;
    const struct coarse_level *coarse; /* none: no coarser grouping */
    size_t coarse_count;
    const int64_t *invited; /* how many were invited of each code inside; 0: the code stands for
                               no people of its own ("no statement"). NULL: not known */
};

/* True where the code is one of those that the coarser level is made of. */
bool grouping_level_holds(const struct grouping *grouping, size_t coarse, size_t code);

/* Rows of one matrix that measure one thing. */
struct score {
    const char *id;
    struct label title;
    const struct question *question;
    const size_t *rows; /* positions in the question's rows */
    size_t count;
};

/* Importance and satisfaction, asked with the same rows in the same order. */
struct gap {
    const char *id;
    struct label title;
    const struct question *importance, *satisfaction;
    const size_t *unmet_codes; /* positions of answers beside the scale of satisfaction that say
                                  that nothing is there to be satisfied with */
    size_t unmet_count;
};

/* True where that answer to the satisfaction question is one of the gap's unmet_codes. */
bool gap_is_unmet(const struct gap *gap, size_t code);

/* Questions about the same items, in the same order, that stand in one table: urgency and the
 * three most important, offers and seeks. */
struct together {
    const char *id;
    struct label title;
    const struct question *const *questions; /* 2 or 3, in the order of the columns */
    const struct label *columns;             /* over the figures of each */
    size_t count;
    const size_t *const *items; /* of each question: the positions of its items that all have;
                                   options outside, exclusive ones and "other" are not among
                                   them */
    size_t item_count;          /* of each question the same */
};

/* Questions on one scale about the same thing at several times, the earliest first. */
struct trend {
    const char *id;
    struct label title;
    const struct question *const *questions; /* 2 to 4 */
    const struct label *when;                /* of each: "von 2015 bis 2019" */
    size_t count;
};

enum topic_kind {
    TOPIC_QUESTION,
    TOPIC_ITEM, /* one row or option of a question */
    TOPIC_GAP,
    TOPIC_TOGETHER,
    TOPIC_TREND,
    TOPIC_GLANCE
};

/* What the report speaks of in one place. The others of its pointers are NULL. */
struct topic {
    enum topic_kind kind;
    const char *id;                  /* as it was configured: "support_gap", "formats.hybrid" */
    const struct question *question; /* of a question or item */
    size_t item;                     /* position of the row or option */
    const struct gap *gap;
    const struct together *together;
    const struct trend *trend;
    const struct glance *glance;
};

/* A page of the report behind the first. */
struct report_page {
    const char *id;
    struct label title;
    const struct topic *topics; /* its parts, in order: 1 to 12; no glance is among them */
    size_t topic_count;
};

/* A list on page one: the items of a question or gap with the highest values of a statistic; or
 * several parts, whose sentences stand under one title. */
struct glance {
    const char *id;
    struct label title;  /* "Hier fehlt am meisten Unterstützung" */
    struct label column; /* over the figure: "wichtig für" */
    struct label second; /* over the second column: "zufrieden damit", "darüber entscheiden";
                            often absent */
    const struct question *question; /* the question; for a gap its importance */
    const struct gap *gap;           /* NULL: no gap */
    enum statistic statistic;        /* top2 bottom2 share first top unmet gap mean */
    size_t show;                     /* how many, 1 to 10 */
    const struct topic *parts;       /* 1 to 4, then question and gap are NULL; else NULL */
    size_t part_count;
};

/* A ready-made sentence for one addressee; placeholders are checked by wording. */
struct passage {
    const char *id;
    size_t line; /* in the file, for diagnostics */
    struct label title;
    struct label text;
    struct label addressee; /* who decides on rows: it opens the letter to them; often absent */
};

/* What the organiser says of the export: [ingest]. */
struct ingest_rules {
    struct export_words ignore;   /* headings of columns that are left out on purpose */
    struct export_words missing;  /* cells that mean no answer, such as -99 */
    struct tick_words tick_cells; /* of all questions that declare none of their own */
    const char *id; /* heading of the column of respondents; NULL: found by rule */
    bool no_id;     /* `id = none`: no column distinguishes respondents */
};

/* One column of answers.csv or, where its question is apart, of exchange.csv. */
struct variable {
    const char *name; /* the heading there: question, question__option, question__row,
                         question__other */
    const struct question *question;
    enum answer_kind kind;
    size_t item; /* position of the option or row; 0 for a question of one column */
};

struct questionnaire {
    const char *file;
    char digest[65]; /* SHA-256 of the file, hexadecimal */
    const char *id;
    bool draft; /* made by a program, not yet confirmed by a person: only form takes it */
    struct label title;
    const char *const *languages;
    size_t language_count;
    double confidence; /* 0.5 to 0.999; 0.95 where not given */
    int64_t invited;   /* N; 0: unknown */
    uint64_t seed;     /* 1 where not given */
    bool receipt;      /* the form shows a code by which the answers can be taken back */
    const char *field_from, *field_to; /* YYYY-MM-DD or NULL */
    const char *next_meeting;          /* YYYY-MM-DD or NULL */
    struct label next_topic, publisher, contact;
    struct label event;    /* what the survey belongs to: "Netzwerktreffen am 13. März 2021" */
    struct label audience; /* who was asked: "alle 41 Angemeldeten" */
    struct label population; /* whom the answers do not speak for: "alle Aktiven in Sachsen" */
    struct label exchange;   /* a sentence: where the list of offers and seeks is */

    int64_t min_report, min_group,
        min_cell; /* thresholds of the privacy gate: 5, 5, 3 unless raised */
    struct label controller, purpose;
    struct label privacy_texts[PRIVACY_TEXTS];     /* each often absent */
    const char *delete_raw_by, *delete_contact_by; /* YYYY-MM-DD or NULL */

    struct ingest_rules ingest;

    const struct section *sections;
    size_t section_count;
    const struct question *questions;
    size_t question_count;
    const struct grouping *groupings;
    size_t grouping_count;
    const struct score *scores;
    size_t score_count;
    const struct gap *gaps;
    size_t gap_count;
    const struct question *breakdown; /* [report] breakdown: whose counts are beside the
                                         response on page one; NULL: none */
    const struct glance *glances;
    size_t glance_count;
    const struct together *togethers;
    size_t together_count;
    const struct trend *trends;
    size_t trend_count;
    const struct report_page *pages; /* [page], in order; none: the report makes its own */
    size_t page_count;
    const struct topic *findings; /* [report] findings: what page one speaks of, in order */
    size_t finding_count;
    struct label neutral; /* "Die Landeszentrale gibt die Antworten wieder. Sie fordert nichts."
                             often absent */
    struct label board;   /* "Was davon kennen wir auch? Wen rufen wir an?"; often absent */
    const struct passage *passages;
    size_t passage_count;
    const struct variable *variables; /* the columns of answers.csv and of exchange.csv, in the
                                         order of their questions */
    size_t variable_count;
    void *memory; /* the loader's own */
};

/* False where the list has no values, and a label inside the scale names a number that is not
 * its place ("0" to "10", "−2" to "2", "2 bis 5 mal"): readers would take a mean of the places
 * 1, 2, 3 ... for one of these numbers, so it is not published. "1" to "6" and labels without
 * numbers count their places. */
bool code_list_has_numbers(const struct code_list *codes);
/* The number that a code inside the scale counts as in means: its value, else its place. */
int64_t code_list_number(const struct code_list *codes, size_t code);
/* True where the code inside the scale is one of its highest answers. */
bool code_list_is_top(const struct code_list *codes, size_t code);

/* True for a code that top2 counts: one of the two highest inside a scale. */
bool code_list_is_top(const struct code_list *codes, size_t code);

/* Frees it and all below; NULL is fine. */
void questionnaire_free(struct questionnaire *questionnaire);

/* The index of a language ("de"), or -1. */
int questionnaire_language(const struct questionnaire *questionnaire, const char *language);
/* The question, score, gap, together, trend or variable of that id, or NULL. */
const struct question *questionnaire_question(const struct questionnaire *questionnaire,
                                              const char *id);
const struct score *questionnaire_score(const struct questionnaire *questionnaire,
                                        const char *id);
const struct gap *questionnaire_gap(const struct questionnaire *questionnaire, const char *id);
const struct together *questionnaire_together(const struct questionnaire *questionnaire,
                                              const char *id);
const struct trend *questionnaire_trend(const struct questionnaire *questionnaire,
                                        const char *id);
/* True where the topic speaks of the question: by itself or one of its items, or as one of
 * those that a gap, a together, a trend or a glance is made of. */
bool topic_holds(const struct topic *topic, const struct question *question);
/* The question with that role, or NULL; of a consent role there is one at most. */
const struct question *questionnaire_role(const struct questionnaire *questionnaire,
                                          enum question_role role);
const struct variable *questionnaire_variable(const struct questionnaire *questionnaire,
                                              const char *name);
/* The position of id in codes[0..count), or -1. */
int code_position(const struct code *codes, size_t count, const char *id);
/* What has figures of its own below the question: *count rows, options (those outside the scale
 * behind the others) or fields; NULL and 0 where its type has none. */
const struct code *question_items(const struct question *question, size_t *count);
/* Its item at that position; NULL where its type has none. */
const struct code *question_item(const struct question *question, size_t position);
/* True where these are rows of a matrix. */
bool question_has_rows(const struct question *question);
/* True where these are options, each ticked or placed. */
bool question_has_options(const struct question *question);
/* What its answer is, or that of each of its items. */
enum answer_kind question_answer(const struct question *question);
/* True where its answers or options are codes: question.codes. */
bool question_offers_codes(const struct question *question);
/* True where it has no items, and its answer is a code: of several answers one is chosen. */
bool question_has_one_code(const struct question *question);
/* Of what it is counted who answered and who is missing: each row of a matrix; of other types
 * the question as a whole, which is one part. */
size_t question_parts(const struct question *question);
/* How results name that part: by the id of its row, the whole question by "". */
const char *question_part(const struct question *question, size_t part);
/* True where its answers lie in exchange.csv and not among all others: what contacts.csv tells
 * as well (role exchange), and who is in there (role consent_contact). Beside the other answers
 * of the same person either would tell whose these are (P12). */
bool question_is_apart(const struct question *question);
/* The first question that is apart, or NULL. */
const struct question *questionnaire_apart(const struct questionnaire *questionnaire);
/* The first question with such answers, or NULL. */
const struct question *questionnaire_answered(const struct questionnaire *questionnaire,
                                              enum answer_kind answer);
/* True where the label exists in any language. */
bool label_present(const struct label *label);

/* The grouping whose tables come first: that of [report] breakdown, else the first; NULL where
 * there is none. */
const struct grouping *questionnaire_main_grouping(const struct questionnaire *questionnaire);

/* From how many accepted records on figures are shown by the main grouping, and by the others
 * (privacy rule P3): whoever knows two of a person's groups knows fewer others who share both.
 * A rule by their number tells nothing about anybody. */
enum { GROUPS_SHOWN_FROM = 20, ALL_GROUPINGS_SHOWN_FROM = 100 };

/* True where figures by that grouping may be shown of so many accepted records. */
bool questionnaire_shows_grouping(const struct questionnaire *questionnaire,
                                  const struct grouping *grouping, int64_t accepted);

#endif
