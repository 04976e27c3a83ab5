/* All phrases that a catalogue must have, with the placeholders that each uses. A phrase
 * SECTION_NAME is the entry `name` of [section]. Nothing is allocated. */
#ifndef WORDING_PHRASES_H
#define WORDING_PHRASES_H

enum phrase_form {
    PHRASE_FORM_ONLY, /* a phrase without forms */
    PHRASE_FORM_ANY,  /* every number that has no form of its own */
    PHRASE_FORM_NONE, /* 0 of a base */
    PHRASE_FORM_ONE,  /* the categories of plural.h */
    PHRASE_FORM_FEW,
    PHRASE_FORM_MANY, /* many and other, the rest of the numbers: _many or _other */
    PHRASE_FORM_ALL   /* the whole base, of more than one */
};

/* X(constant, "section.name", "placeholders"[, form]); a placeholder with ? before it may be
 * left out. Where a sentence holds several numbers, its forms follow {share}, else the number
 * named first; those of statement.most_next, whose verb is that of the second, follow {count}.
 */
#define PHRASES_PLURAL(X, NAME, name, placeholders)                                            \
    X(NAME##_ONE, name "_one", placeholders, PHRASE_FORM_ONE)                                  \
    X(NAME##_FEW, name "_few", placeholders, PHRASE_FORM_FEW)                                  \
    X(NAME##_MANY, name "_many", placeholders, PHRASE_FORM_MANY)
/* The same of a phrase that languages with two forms can say without them: "and 2 more". */
#define PHRASES_COUNTED(X, NAME, name, placeholders)                                           \
    X(NAME, name, placeholders, PHRASE_FORM_ANY)                                               \
    PHRASES_PLURAL(X, NAME, name, placeholders)
/* For 0, 1, several and all of a base, where the verb follows the number. */
#define PHRASES_FORMS(X, NAME, name, placeholders)                                             \
    X(NAME##_NONE, name "_none", placeholders, PHRASE_FORM_NONE)                               \
    PHRASES_PLURAL(X, NAME, name, placeholders)                                                \
    X(NAME##_ALL, name "_all", placeholders, PHRASE_FORM_ALL)
/* One leader: {label} and {share}; several that are level: {labels} and {shares}. Which of the
 * two follows from how many are listed, not from a number in the sentence: no form of a number.
 */
#define PHRASES_LEADER(X, NAME, name)                                                          \
    X(NAME##_ONE, name "_one", "label share")                                                  \
    X(NAME##_MANY, name "_many", "labels shares")

#define PHRASES(X)                                                                             \
    X(NUMBER_DECIMAL, "number.decimal", "")                                                    \
    X(NUMBER_MINUS, "number.minus", "")                                                        \
    X(NUMBER_THOUSANDS, "number.thousands", "")                                                \
    X(NUMBER_PERCENT, "number.percent", "number")                                              \
    X(NUMBER_OF, "number.of", "count base")                                                    \
    X(NUMBER_SHARE, "number.share", "figure percent")                                          \
    X(NUMBER_ALL, "number.all", "base")                                                        \
    X(NUMBER_NOBODY, "number.nobody", "base")                                                  \
    X(NUMBER_EACH, "number.each", "share")                                                     \
    X(NUMBER_PERCENT_BELOW, "number.percent_below", "number")                                  \
    X(NUMBER_PERCENT_ABOVE, "number.percent_above", "number")                                  \
    X(NUMBER_CELL_BELOW, "number.cell_below", "number")                                        \
    X(NUMBER_CELL_ABOVE, "number.cell_above", "number")                                        \
    X(DATE_MONTH_1, "date.month_1", "")                                                        \
    X(DATE_MONTH_2, "date.month_2", "")                                                        \
    X(DATE_MONTH_3, "date.month_3", "")                                                        \
    X(DATE_MONTH_4, "date.month_4", "")                                                        \
    X(DATE_MONTH_5, "date.month_5", "")                                                        \
    X(DATE_MONTH_6, "date.month_6", "")                                                        \
    X(DATE_MONTH_7, "date.month_7", "")                                                        \
    X(DATE_MONTH_8, "date.month_8", "")                                                        \
    X(DATE_MONTH_9, "date.month_9", "")                                                        \
    X(DATE_MONTH_10, "date.month_10", "")                                                      \
    X(DATE_MONTH_11, "date.month_11", "")                                                      \
    X(DATE_MONTH_12, "date.month_12", "")                                                      \
    X(DATE_FULL, "date.full", "day month year")                                                \
    X(DATE_DAY_MONTH, "date.day_month", "day month")                                           \
    X(DATE_DAY, "date.day", "day")                                                             \
    X(DATE_PERIOD, "date.period", "from to")                                                   \
    X(QUOTE_OPEN, "quote.open", "")                                                            \
    X(QUOTE_CLOSE, "quote.close", "")                                                          \
    X(QUOTE_INNER_OPEN, "quote.inner_open", "")                                                \
    X(QUOTE_INNER_CLOSE, "quote.inner_close", "")                                              \
    X(LIST_COMMA, "list.comma", "first next")                                                  \
    X(LIST_AND, "list.and", "first next")                                                      \
    X(LIST_OR, "list.or", "first next")                                                        \
    PHRASES_COUNTED(X, LIST_MORE, "list.more", "names count")                                  \
    X(REPORT_EVENT, "report.event", "event")                                                   \
    X(REPORT_SUBTITLE, "report.subtitle", "")                                                  \
    X(PAGE_SHEET, "page.sheet", "number")                                                      \
    X(PAGE_ON_SHEET, "page.on_sheet", "number")                                                \
    X(PAGE_ON_SHEETS, "page.on_sheets", "number")                                              \
    X(PAGE_TABLE, "page.table", "number title")                                                \
    X(PAGE_PICTURE, "page.picture", "number title")                                            \
    X(PAGE_TALL, "page.tall", "")                                                              \
    X(PAGE_BOXES, "page.boxes", "")                                                            \
    X(PAGE_SKIP, "page.skip", "")                                                              \
    X(PAGE_CONTENTS, "page.contents", "")                                                      \
    X(PAGE_CAPTION, "page.caption", "title head")                                              \
    X(PAGE_ITEM, "page.item", "")                                                              \
    X(PAGE_ORDER, "page.order", "list")                                                        \
    X(PAGE_ORDER_NEXT, "page.order_next", "first next")                                        \
    PHRASES_PLURAL(X, SIMULATED_MARK, "simulated.mark", "count")                               \
    X(SIMULATED_ALL, "simulated.all", "")                                                      \
    X(GLANCE_PUBLISHER, "glance.publisher", "")                                                \
    X(GLANCE_AUDIENCE, "glance.audience", "")                                                  \
    X(GLANCE_TURNOUT, "glance.turnout", "")                                                    \
    X(GLANCE_WHEN, "glance.when", "")                                                          \
    X(GLANCE_SINCE, "glance.since", "date")                                                    \
    X(GLANCE_UNTIL, "glance.until", "date")                                                    \
    X(GLANCE_TWO_FACTS, "glance.two_facts", "first second")                                    \
    PHRASES_FORMS(X, GLANCE_RESPONSE, "glance.response", "share")                              \
    X(GLANCE_AMONG_PART, "glance.among_part", "label count")                                   \
    X(GLANCE_AMONG_HIDDEN, "glance.among_hidden", "")                                          \
    PHRASES_COUNTED(X, GLANCE_BEHIND, "glance.behind", "count")                                \
    PHRASES_COUNTED(X, GLANCE_MORE, "glance.more", "count")                                    \
    PHRASES_PLURAL(X, RESPONSE_UNKNOWN, "response.unknown", "count")                           \
    PHRASES_COUNTED(X, RESPONSE_TOO_MANY, "response.too_many", "count invited")                \
    PHRASES_COUNTED(X, RESPONSE_REJECTED, "response.rejected", "count")                        \
    PHRASES_COUNTED(X, RESPONSE_DUPLICATE, "response.duplicate", "count")                      \
    PHRASES_COUNTED(X, RESPONSE_INCOMPLETE, "response.incomplete", "count")                    \
    X(RESPONSE_NOBODY, "response.nobody", "")                                                  \
    PHRASES_PLURAL(X, RESPONSE_TOO_FEW, "response.too_few", "count report")                    \
    X(SECTION_REMARK, "section.remark", "comment")                                             \
    X(SECTION_REMARK_BY, "section.remark_by", "publisher comment")                             \
    X(QUESTION_NOT_COUNTED, "question.not_counted", "")                                        \
    X(QUESTION_ASKED_IF, "question.asked_if", "answers question")                              \
    X(TIER_NAMED, "tier.named", "")                                                            \
    PHRASES_COUNTED(X, TIER_SOME, "tier.some", "leaders count")                                \
    PHRASES_COUNTED(X, TIER_ALL, "tier.all", "count")                                          \
    X(TIER_OPEN, "tier.open", "")                                                              \
    X(SCALE_OR_MORE, "scale.or_more", "value")                                                 \
    X(SCALE_OR_LESS, "scale.or_less", "value")                                                 \
    X(SCALE_RANGE, "scale.range", "first last")                                                \
    X(MULTI_NOTE, "multi.note", "")                                                            \
    PHRASES_PLURAL(X, MULTI_LIMIT, "multi.limit", "count")                                     \
    X(RANKING_BARS, "ranking.bars", "")                                                        \
    X(RANKING_BARS_FIRST, "ranking.bars_first", "")                                            \
    X(RANKING_BARS_ANY, "ranking.bars_any", "")                                                \
    X(MATRIX_BARS, "matrix.bars", "answer")                                                    \
    X(AMOUNT_SUM, "amount.sum", "value")                                                       \
    X(AMOUNT_CLASS, "amount.class", "low high")                                                \
    X(AMOUNT_CLASS_BELOW, "amount.class_below", "low high")                                    \
    X(AMOUNT_CLASS_FROM, "amount.class_from", "low")                                           \
    X(AMOUNT_CLASS_TO, "amount.class_to", "high")                                              \
    X(AMOUNT_NAME_CLASSES, "amount.name_classes", "")                                          \
    PHRASES_FORMS(X, TEXT_WROTE, "text.wrote", "share")                                        \
    X(GAP_IMPORTANT, "gap.important", "")                                                      \
    X(GAP_SATISFIED, "gap.satisfied", "")                                                      \
    X(GAP_NONE, "gap.none", "")                                                                \
    X(GAP_UNSURE, "gap.unsure", "answers labels")                                              \
    X(GAP_MEANS, "gap.means", "important satisfied")                                           \
    X(GAP_QUESTIONS, "gap.questions", "important satisfied")                                   \
    PHRASES_FORMS(X, STATEMENT_ANSWERS, "statement.answers", "?figure ?base")                  \
    X(STATEMENT_PERCENT, "statement.percent", "words percent")                                 \
    PHRASES_FORMS(X, STATEMENT_FALL, "statement.fall", "side answers")                         \
    PHRASES_FORMS(X, STATEMENT_REST, "statement.rest", "sentence side ?count")                 \
    PHRASES_FORMS(X, STATEMENT_REST_APART, "statement.rest_apart", "sentence side ?count")     \
    PHRASES_FORMS(X, STATEMENT_BESIDE, "statement.beside", "sentence label count")             \
    X(STATEMENT_GOES_ON, "statement.goes_on", "first next")                                    \
    X(STATEMENT_ABOUT, "statement.about", "subject sentence")                                  \
    X(STATEMENT_ABOUT_ITEM, "statement.about_item", "subject sentence")                        \
    X(STATEMENT_FULL, "statement.full", "sentence")                                            \
    X(STATEMENT_SIDE_RANGE, "statement.side_range", "first last")                              \
    X(STATEMENT_ITEM, "statement.item", "label figure")                                        \
    X(STATEMENT_FIGURE_PERCENT, "statement.figure_percent", "figure percent")                  \
    X(STATEMENT_NOBODY, "statement.nobody", "")                                                \
    X(STATEMENT_TURNED_WITH, "statement.turned_with", "")                                      \
    X(STATEMENT_TURNED, "statement.turned", "lead verb item rest")                             \
    X(STATEMENT_TURNED_LONG, "statement.turned_long", "lead verb item rest")                   \
    X(STATEMENT_TURNED_BARE, "statement.turned_bare", "lead verb item rest")                   \
    X(STATEMENT_UNANIMOUS, "statement.unanimous", "label base")                                \
    PHRASES_COUNTED(X, STATEMENT_TWO, "statement.two", "label share other count")              \
    X(STATEMENT_MOST, "statement.most", "label share")                                         \
    PHRASES_COUNTED(X, STATEMENT_MOST_NEXT, "statement.most_next", "label share other count")  \
    X(STATEMENT_MOST_LEVEL, "statement.most_level", "items")                                   \
    X(STATEMENT_LEVEL, "statement.level", "share")                                             \
    X(STATEMENT_TICKED_MOST, "statement.ticked_most", "item")                                  \
    X(STATEMENT_TICKED_LEVEL, "statement.ticked_level", "items")                               \
    X(STATEMENT_TICKED_OFTEN, "statement.ticked_often", "items")                               \
    PHRASES_FORMS(X, STATEMENT_TICKED, "statement.ticked", "label share")                      \
    X(STATEMENT_PLACED_MOST, "statement.placed_most", "places item")                           \
    X(STATEMENT_PLACED_OFTEN, "statement.placed_often", "places items")                        \
    X(STATEMENT_FIRST_MOST, "statement.first_most", "item")                                    \
    X(STATEMENT_FIRST_OFTEN, "statement.first_often", "items")                                 \
    PHRASES_FORMS(X, STATEMENT_PUT, "statement.put", "label share places")                     \
    PHRASES_FORMS(X, STATEMENT_PUT_FIRST, "statement.put_first", "label share")                \
    X(STATEMENT_OPEN_NAMED, "statement.open_named", "")                                        \
    PHRASES_COUNTED(X, STATEMENT_OPEN_SOME, "statement.open_some", "leaders count")            \
    PHRASES_COUNTED(X, STATEMENT_OPEN_ALL, "statement.open_all", "count")                      \
    X(STATEMENT_PLACED_OPEN_NAMED, "statement.placed_open_named", "")                          \
    PHRASES_COUNTED(X, STATEMENT_PLACED_OPEN_SOME, "statement.placed_open_some",               \
                    "leaders count")                                                           \
    PHRASES_COUNTED(X, STATEMENT_PLACED_OPEN_ALL, "statement.placed_open_all", "count")        \
    PHRASES_COUNTED(X, STATEMENT_ROWS, "statement.rows", "side rows count items")              \
    PHRASES_COUNTED(X, STATEMENT_ROWS_ALL, "statement.rows_all", "side count items")           \
    X(STATEMENT_ROWS_BOTH, "statement.rows_both", "side items")                                \
    X(STATEMENT_ROWS_ALSO_BOTH, "statement.rows_also_both", "items")                           \
    PHRASES_COUNTED(X, STATEMENT_ROWS_NONE, "statement.rows_none", "side count items")         \
    PHRASES_COUNTED(X, STATEMENT_ROWS_NOBODY, "statement.rows_nobody", "side count")           \
    PHRASES_COUNTED(X, STATEMENT_ROWS_ALSO, "statement.rows_also", "rows count items")         \
    PHRASES_COUNTED(X, STATEMENT_ROWS_ALSO_ALL, "statement.rows_also_all", "count items")      \
    PHRASES_COUNTED(X, STATEMENT_ROWS_PUBLISHED, "statement.rows_published", "count")          \
    X(STATEMENT_ROWS_ANSWER, "statement.rows_answer", "label answer figure")                   \
    PHRASES_COUNTED(X, STATEMENT_ROWS_ANSWERS, "statement.rows_answers", "rows count items")   \
    PHRASES_COUNTED(X, STATEMENT_ROWS_ANSWERS_ALL, "statement.rows_answers_all",               \
                    "count items")                                                             \
    X(STATEMENT_ROWS_ANSWERS_BOTH, "statement.rows_answers_both", "items")                     \
    PHRASES_COUNTED(X, STATEMENT_ROWS_ANSWERS_NONE, "statement.rows_answers_none", "count")    \
    X(STATEMENT_MEAN, "statement.mean", "value low high")                                      \
    X(STATEMENT_MIDDLE, "statement.middle", "base value low high")                             \
    X(STATEMENT_MIDDLE_AT, "statement.middle_at", "base value")                                \
    X(STATEMENT_MIDDLE_ONLY, "statement.middle_only", "base value")                            \
    X(STATEMENT_LACK_MOST, "statement.lack_most", "label important satisfied")                 \
    X(STATEMENT_LACK_ONE, "statement.lack_one", "label important satisfied")                   \
    X(STATEMENT_LACK_FRONT, "statement.lack_front", "label share")                             \
    X(STATEMENT_LACK_OFTEN, "statement.lack_often", "items")                                   \
    X(STATEMENT_COLUMN, "statement.column", "column items")                                    \
    X(STATEMENT_COLUMNS, "statement.columns", "columns")                                       \
    X(STATEMENT_DIFFER, "statement.differ", "first second")                                    \
    X(STATEMENT_DIFFER_FIRST, "statement.differ_first",                                        \
      "label column share other other_share")                                                  \
    X(STATEMENT_DIFFER_NEXT, "statement.differ_next", "label share other_share")               \
    X(STATEMENT_TIME, "statement.time", "when answers")                                        \
    X(STATEMENT_TIME_NEXT, "statement.time_next", "when share")                                \
    X(STATEMENT_TIMES, "statement.times", "side times")                                        \
    X(STATEMENT_TIMES_REST, "statement.times_rest", "sentence side counts")                    \
    X(STATEMENT_MISSING, "statement.missing", "invited sentences")                             \
    X(STATEMENT_MISSING_SURE, "statement.missing_sure", "invited list")                        \
    X(STATEMENT_MISSING_TIPPING, "statement.missing_tipping", "?invited list")                 \
    X(STATEMENT_MISSING_SIDE, "statement.missing_side", "side list")                           \
    X(STATEMENT_MISSING_NEXT, "statement.missing_next", "first next")                          \
    X(STATEMENT_MISSING_ITEM, "statement.missing_item", "label")                               \
    PHRASES_COUNTED(X, STATEMENT_MISSING_COUNT, "statement.missing_count",                     \
                    "label count missing")                                                     \
    X(TOPIC_TICKED, "topic.ticked", "")                                                        \
    X(TOPIC_PLACES, "topic.places", "places")                                                  \
    X(TOPIC_FIRST, "topic.first", "")                                                          \
    X(TOPIC_UNMET, "topic.unmet", "")                                                          \
    X(TOPIC_MOST, "topic.most", "")                                                            \
    X(TOPIC_SIGN, "topic.sign", "")                                                            \
    X(TOPIC_HIDDEN, "topic.hidden", "labels")                                                  \
    PHRASES_PLURAL(X, TOPIC_MORE, "topic.more", "count")                                       \
    X(TOPIC_PICTURE, "topic.picture", "title")                                                 \
    X(TOPIC_PICTURE_ALONE, "topic.picture_alone", "title")                                     \
    X(SURE_NOT_ALL, "sure.not_all", "")                                                        \
    X(MISSING_QUESTION, "missing.question", "list")                                            \
    X(MISSING_ROWS, "missing.rows", "list")                                                    \
    X(MISSING_PART, "missing.part", "count label")                                             \
    X(MISSING_RANGE, "missing.range", "low high label")                                        \
    X(MISSING_SKIPPED, "missing.skipped", "")                                                  \
    X(MISSING_NOT_SHOWN, "missing.not_shown", "")                                              \
    X(MISSING_INVALID, "missing.invalid", "")                                                  \
    X(MISSING_HIDDEN, "missing.hidden", "")                                                    \
    X(HIDDEN_ITEMS, "hidden.items", "labels why")                                              \
    X(HIDDEN_COARSE, "hidden.coarse", "why")                                                   \
    X(HIDDEN_THIN, "hidden.thin", "labels count")                                              \
    X(HIDDEN_EMPTY, "hidden.empty", "labels")                                                  \
    X(HIDDEN_P1, "hidden.p1", "?report ?cell")                                                 \
    X(HIDDEN_P6, "hidden.p6", "?report ?cell")                                                 \
    X(HIDDEN_P7, "hidden.p7", "?report ?cell")                                                 \
    X(HIDDEN_P18, "hidden.p18", "?report ?cell")                                               \
    X(HIDDEN_P19, "hidden.p19", "")                                                            \
    X(HIDDEN_P20, "hidden.p20", "?report ?cell")                                               \
    X(HIDDEN_P21, "hidden.p21", "?report cell")                                                \
    X(HIDDEN_OTHER, "hidden.other", "")                                                        \
    X(GROUPS_HEADING, "groups.heading", "")                                                    \
    X(GROUPS_LEAD, "groups.lead", "groupings")                                                 \
    X(GROUPS_LEAST, "groups.least", "all low")                                                 \
    X(GROUPS_GROUPING, "groups.grouping", "")                                                  \
    X(GROUPS_COMPARISONS, "groups.comparisons", "")                                            \
    X(GROUPS_DIFFERENCES, "groups.differences", "")                                            \
    X(GROUPS_SHOWN, "groups.shown", "")                                                        \
    X(GROUPS_ALL_TABLES, "groups.all_tables", "")                                              \
    X(GROUPS_REASONS, "groups.reasons", "")                                                    \
    X(GROUPS_DIFFERENT, "groups.different", "")                                                \
    X(GROUPS_DIFFERENT_ITEM, "groups.different_item", "label")                                 \
    PHRASES_LEADER(X, GROUPS_HIGHEST, "groups.highest")                                        \
    X(GROUPS_HIGHEST_FOR_ONE, "groups.highest_for_one", "answer label share")                  \
    X(GROUPS_HIGHEST_FOR_MANY, "groups.highest_for_many", "answer labels shares")              \
    PHRASES_LEADER(X, GROUPS_LOWEST, "groups.lowest")                                          \
    X(GROUPS_ALIKE, "groups.alike", "")                                                        \
    X(GROUPS_ALIKE_FOR, "groups.alike_for", "answer")                                          \
    X(GROUPS_ALIKE_REST, "groups.alike_rest", "")                                              \
    X(GROUPS_NO_COUNTS, "groups.no_counts", "why")                                             \
    X(GROUPS_NO_COUNTS_MANY, "groups.no_counts_many", "count why")                             \
    X(GROUPS_TICKED, "groups.ticked", "")                                                      \
    X(GROUPS_P2, "groups.p2", "?group ?cell")                                                  \
    X(GROUPS_P3, "groups.p3", "?group ?cell")                                                  \
    X(GROUPS_P5, "groups.p5", "?group ?cell")                                                  \
    X(GROUPS_P6, "groups.p6", "?group ?cell")                                                  \
    X(GROUPS_P7, "groups.p7", "?group ?cell")                                                  \
    X(GROUPS_P12, "groups.p12", "")                                                            \
    X(GROUPS_P19, "groups.p19", "")                                                            \
    X(GROUPS_P20, "groups.p20", "?group ?cell")                                                \
    X(OWN_TITLE, "own.title", "group")                                                         \
    X(OWN_COLUMN, "own.column", "")                                                            \
    X(OWN_COLUMN_TOGETHER, "own.column_together", "")                                          \
    X(OWN_EVERYBODY, "own.everybody", "")                                                      \
    X(OWN_FACT, "own.fact", "group share")                                                     \
    X(OWN_FACT_TOGETHER, "own.fact_together", "group together share")                          \
    X(OWN_FACT_HIDDEN, "own.fact_hidden", "group why")                                         \
    X(OWN_MEANS, "own.means", "together")                                                      \
    X(OWN_LIMITS_GROUP, "own.limits_group", "")                                                \
    X(OWN_LIMITS_SMALL, "own.limits_small", "")                                                \
    X(OWN_NOBODY, "own.nobody", "group")                                                       \
    X(OWN_NOWHERE, "own.nowhere", "group")                                                     \
    X(OWN_ELSEWHERE, "own.elsewhere", "")                                                      \
    X(TABLE_ANSWER, "table.answer", "")                                                        \
    X(TABLE_ROW, "table.row", "")                                                              \
    X(TABLE_QUESTION, "table.question", "")                                                    \
    X(TABLE_ANSWERED, "table.answered", "")                                                    \
    X(TABLE_COUNT, "table.count", "")                                                          \
    X(TABLE_PERCENT, "table.percent", "")                                                      \
    X(TABLE_MEAN, "table.mean", "")                                                            \
    X(TABLE_MOST, "table.most", "")                                                            \
    X(TABLE_NOTHING, "table.nothing", "")                                                      \
    X(TABLE_HIDDEN, "table.hidden", "")                                                        \
    X(TABLES_SUBTITLE, "tables.subtitle", "")                                                  \
    X(TABLES_RESPONSE, "tables.response", "")                                                  \
    X(TABLES_RECORDS, "tables.records", "")                                                    \
    X(TABLES_SIMULATED, "tables.simulated", "")                                                \
    X(TABLES_INVITED, "tables.invited", "")                                                    \
    X(TABLES_RETURNED, "tables.returned", "")                                                  \
    X(TABLES_ANSWERS, "tables.answers", "")                                                    \
    X(TABLES_PERCENT, "tables.percent", "")                                                    \
    X(TABLES_MOST, "tables.most", "")                                                          \
    X(TABLES_MAJORITY, "tables.majority", "")                                                  \
    X(TABLES_BESIDE, "tables.beside", "")                                                      \
    X(TABLES_JOINED, "tables.joined", "label")                                                 \
    X(TABLES_ANY, "tables.any", "")                                                            \
    X(TABLES_MIDDLE, "tables.middle", "")                                                      \
    X(TABLES_QUARTER, "tables.quarter", "")                                                    \
    X(TABLES_MEDIAN, "tables.median", "")                                                      \
    X(TABLES_THREE_QUARTERS, "tables.three_quarters", "")                                      \
    X(TABLES_SUM, "tables.sum", "")                                                            \
    X(TABLES_BETWEEN, "tables.between", "low high")                                            \
    X(TABLES_ALL_ANSWERS, "tables.all_answers", "")                                            \
    X(TABLES_TICKED, "tables.ticked", "")                                                      \
    X(TABLES_PLACED, "tables.placed", "")                                                      \
    X(TABLES_TOP, "tables.top", "places")                                                      \
    X(TABLES_FIRST, "tables.first", "")                                                        \
    X(TABLES_MEAN_PLACE, "tables.mean_place", "")                                              \
    X(TABLES_BORDA, "tables.borda", "")                                                        \
    X(TABLES_CLASSES, "tables.classes", "")                                                    \
    X(TABLES_SCORE, "tables.score", "")                                                        \
    X(TABLES_SCORE_OF, "tables.score_of", "labels")                                            \
    X(TABLES_ALPHA, "tables.alpha", "")                                                        \
    X(TABLES_OPEN, "tables.open", "")                                                          \
    X(TABLES_SIDES, "tables.sides", "")                                                        \
    X(TABLES_GAP, "tables.gap", "")                                                            \
    X(TABLES_BY, "tables.by", "grouping")                                                      \
    X(TABLES_BY_COARSE, "tables.by_coarse", "grouping")                                        \
    X(TABLES_REST, "tables.rest", "labels")                                                    \
    X(TABLES_SILENT, "tables.silent", "")                                                      \
    X(TABLES_BASE_OF, "tables.base_of", "label base")                                          \
    X(TABLES_TALLIES, "tables.tallies", "")                                                    \
    X(TABLES_COMPARISONS, "tables.comparisons", "grouping")                                    \
    X(TABLES_DIFFERENT, "tables.different", "")                                                \
    X(TABLES_LEAST, "tables.least", "")                                                        \
    X(TABLES_LEAST_MEANS, "tables.least_means", "")                                            \
    X(TABLES_SHARE_OF, "tables.share_of", "label")                                             \
    X(TABLES_PLACES, "tables.places", "low count high")                                        \
    X(TABLES_OF, "tables.of", "")                                                              \
    X(TABLES_YES, "tables.yes", "")                                                            \
    X(TABLES_NO, "tables.no", "")                                                              \
    X(TABLES_PICTURE, "tables.picture", "title")                                               \
    X(TABLES_SIGNS, "tables.signs", "")                                                        \
    X(TABLES_CONFIDENTIAL, "tables.confidential", "")                                          \
    X(TABLES_SIGN_HIDDEN, "tables.sign_hidden", "")                                            \
    X(TABLES_SIGN_ABSENT, "tables.sign_absent", "")                                            \
    X(TABLES_SIGN_MOST, "tables.sign_most", "invited")                                         \
    X(TABLES_SIGN_MAJORITY, "tables.sign_majority", "invited")                                 \
    X(TABLES_ROUNDING, "tables.rounding", "percent mean")                                      \
    X(TABLES_RULES, "tables.rules", "")                                                        \
    PHRASES_PLURAL(X, TABLES_QUOTATIONS, "tables.quotations", "count")                         \
    X(TABLES_BACK, "tables.back", "")                                                          \
    X(CHART_NOBODY, "chart.nobody", "")                                                        \
    X(CHART_HALF, "chart.half", "")                                                            \
    X(CHART_EVERYBODY, "chart.everybody", "")                                                  \
    X(CHART_MEDIAN, "chart.median", "value")                                                   \
    X(CHART_MEAN, "chart.mean", "value")                                                       \
    X(CHART_QUESTIONS, "chart.questions", "questions")                                         \
    X(CHART_NARROW, "chart.narrow", "")                                                        \
    X(CHART_FIRST_PLACE, "chart.first_place", "")                                              \
    X(CHART_SECOND_PLACE, "chart.second_place", "")                                            \
    X(CHART_OTHER_PLACES, "chart.other_places", "places")                                      \
    PHRASES_PLURAL(X, CHART_SOURCE, "chart.source", "title count")                             \
    X(READY_GONE, "ready.gone", "")                                                            \
    X(READY_CITE, "ready.cite", "")                                                            \
    X(READY_CITED, "ready.cited", "subject sentence")                                          \
    PHRASES_COUNTED(X, READY_CITATION, "ready.citation", "quote origin count")                 \
    PHRASES_COUNTED(X, FIRST_BREAKDOWN, "first.breakdown", "list count subject")               \
    PHRASES_PLURAL(X, FIRST_READING, "first.reading", "share count base")                      \
    PHRASES_COUNTED(X, FIRST_READING_BESIDE, "first.reading_beside", "share count base label") \
    X(FIRST_DECIDES, "first.decides", "list")                                                  \
    X(FIRST_DECIDES_ALSO, "first.decides_also", "labels names")                                \
    X(FIRST_DECIDES_AT, "first.decides_at", "labels names")                                    \
    X(FIRST_DECIDES_JOIN, "first.decides_join", "first next")                                  \
    X(FIRST_NEXT, "first.next", "")                                                            \
    X(FIRST_NAME_BOARD, "first.name_board", "")                                                \
    X(FIRST_NAME_SENTENCES, "first.name_sentences", "")                                        \
    X(FIRST_SENTENCES, "first.sentences", "page")                                              \
    X(FIRST_NAME_MEETING, "first.name_meeting", "")                                            \
    X(FIRST_MEETING, "first.meeting", "date topic")                                            \
    X(FIRST_NAME_EXCHANGE, "first.name_exchange", "")                                          \
    X(FIRST_NAME_CONTACT, "first.name_contact", "")                                            \
    X(FIRST_LIMITS, "first.limits", "")                                                        \
    PHRASES_PLURAL(X, FIRST_LIMITS_OF, "first.limits_of", "population count")                  \
    PHRASES_PLURAL(X, FIRST_LIMITS_BARE, "first.limits_bare", "?population count")             \
    X(FIRST_SAME_ORGANISATION, "first.same_organisation", "")                                  \
    X(LAYOUT_MORE, "layout.more", "first next")                                                \
    X(LAYOUT_RESULTS, "layout.results", "")                                                    \
    X(LAYOUT_METHOD, "layout.method", "")                                                      \
    X(LETTERS_HEADING, "letters.heading", "")                                                  \
    X(LETTERS_INTRO, "letters.intro", "")                                                      \
    X(LETTERS_TO, "letters.to", "addressee")                                                   \
    PHRASES_COUNTED(X, LETTERS_OPENING, "letters.opening", "title source count")               \
    PHRASES_COUNTED(X, LETTERS_OPENING_BARE, "letters.opening_bare", "title ?source count")    \
    X(LETTERS_AGAIN, "letters.again", "")                                                      \
    X(LETTERS_ITEM, "letters.item", "label figures")                                           \
    X(LETTERS_ANSWER, "letters.answer", "subject label")                                       \
    X(LETTERS_FIGURE, "letters.figure", "head share")                                          \
    X(LETTERS_COUNTED, "letters.counted", "share head")                                        \
    X(LETTERS_GROUP_FIGURE, "letters.group_figure", "share own")                               \
    X(LETTERS_GROUP, "letters.group", "group")                                                 \
    X(LETTERS_LIST, "letters.list", "subject label figures")                                   \
    X(LETTERS_REQUEST, "letters.request", "")                                                  \
    X(LETTERS_MADE_UP, "letters.made_up", "text")                                              \
    X(LETTERS_SAME, "letters.same", "addressee labels")                                        \
    X(LETTERS_ANOTHER, "letters.another", "addressee labels")                                  \
    X(LETTERS_NONE, "letters.none", "addressee")                                               \
    X(LETTERS_BOARD, "letters.board", "")                                                      \
    PHRASES_COUNTED(X, LETTERS_BOARD_OPENING, "letters.board_opening", "count")                \
    X(METHOD_HEADING, "method.heading", "")                                                    \
    X(METHOD_ASKED, "method.asked", "audience")                                                \
    X(METHOD_ORIGIN, "method.origin", "list")                                                  \
    X(METHOD_ORIGIN_PAPER, "method.origin_paper", "count")                                     \
    X(METHOD_ORIGIN_PHONE, "method.origin_phone", "count")                                     \
    X(METHOD_ORIGIN_HIDDEN, "method.origin_hidden", "")                                        \
    X(METHOD_LEFT_OUT, "method.left_out", "list")                                              \
    X(METHOD_VOLUNTARY, "method.voluntary", "")                                                \
    X(METHOD_HIDDEN, "method.hidden", "sign list")                                             \
    X(METHOD_HIDDEN_P2, "method.hidden_p2", "?report ?cell ?group")                            \
    X(METHOD_HIDDEN_P3, "method.hidden_p3", "?report ?cell ?group")                            \
    X(METHOD_HIDDEN_P5, "method.hidden_p5", "?report ?cell ?group")                            \
    X(METHOD_HIDDEN_P6, "method.hidden_p6", "?report ?cell ?group")                            \
    X(METHOD_HIDDEN_P7, "method.hidden_p7", "?report ?cell ?group")                            \
    X(METHOD_HIDDEN_P12, "method.hidden_p12", "?report ?cell ?group")                          \
    X(METHOD_HIDDEN_P18, "method.hidden_p18", "?report ?cell ?group")                          \
    X(METHOD_HIDDEN_P19, "method.hidden_p19", "?report ?cell ?group")                          \
    X(METHOD_HIDDEN_P20, "method.hidden_p20", "?report ?cell ?group")                          \
    X(METHOD_HIDDEN_P21, "method.hidden_p21", "?report ?cell ?group")                          \
    PHRASES_FORMS(X, METHOD_GROUPS, "method.groups", "groupings ?count base")                  \
    X(METHOD_GROUPS_SINGLE, "method.groups_single", "groupings")                               \
    X(METHOD_GROUPS_SINGLE_NOT, "method.groups_single_not", "groupings")                       \
    X(METHOD_HIDDEN_MORE, "method.hidden_more", "")                                            \
    X(METHOD_HIDDEN_NEXT, "method.hidden_next", "first next")                                  \
    X(METHOD_TABLES, "method.tables", "")                                                      \
    X(METHOD_TABLES_ALONE, "method.tables_alone", "")                                          \
    PHRASES_PLURAL(X, METHOD_QUOTATIONS_MORE, "method.quotations_more", "?count")              \
    PHRASES_PLURAL(X, METHOD_QUOTATIONS_ALONE, "method.quotations_alone", "?count")            \
    X(METHOD_PROGRAM, "method.program", "version digest")                                      \
    PHRASES_PLURAL(X, METHOD_EXPORTS, "method.exports", "program digests")                     \
    X(ACCOUNTING_RECORDS, "accounting.records", "")                                            \
    X(ACCOUNTING_READ, "accounting.read", "")                                                  \
    X(ACCOUNTING_ACCEPTED, "accounting.accepted", "")                                          \
    X(ACCOUNTING_REJECTED, "accounting.rejected", "")                                          \
    X(ACCOUNTING_DUPLICATE, "accounting.duplicate", "")                                        \
    X(ACCOUNTING_INCOMPLETE, "accounting.incomplete", "")                                      \
    X(ACCOUNTING_PROGRAM, "accounting.program", "version")                                     \
    X(ACCOUNTING_DIGEST, "accounting.digest", "")                                              \
    X(ACCOUNTING_EXPORT, "accounting.export", "")

#define PHRASES_CONSTANT(NAME, ...) PHRASE_##NAME,
enum phrase { PHRASES(PHRASES_CONSTANT) PHRASE_COUNT };

/* "glance.heading" */
const char *phrase_name(enum phrase phrase);
/* "count base"; "" for none */
const char *phrase_placeholders(enum phrase phrase);
enum phrase_form phrase_form(enum phrase phrase);
/* The given form of the phrase that phrase is a form of; PHRASE_COUNT where there is none such.
 */
enum phrase phrase_with_form(enum phrase phrase, enum phrase_form form);
/* The phrase of that name, where _other means _many; PHRASE_COUNT if absent. */
enum phrase phrase_of(const char *name);

#endif
