#include "form/limesurvey_types.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/text.h"
#include "form/contact_words.h"
#include "form/draft_languages.h"
#include "form/guesses.h"
#include "form/plain_words.h"

/* A question on its way into the draft. */
struct typing {
    const struct limesurvey *survey;
    struct draft *draft;
    const struct limesurvey_question *asked;
    size_t section;
    struct draft_question **contact;
    struct draft_question *made; /* on which others may depend */
    const struct fixed_answers *answers;
};

/* --- texts --- */

/* In that language, else in the base language; "" where the file has neither. */
static const char *raw(const struct label *label, size_t language) {
    const char *words = label->in[language];
    if (words == NULL || words[0] == '\0')
        words = label->in[0];
    return words != NULL ? words : "";
}

/* As it stands over a column. */
static const char *heading_words(struct draft *draft, size_t language, const char *bytes) {
    struct text words = {0};
    plain_heading(&words, bytes, strcmp(draft->languages[language], "de") == 0);
    const char *made = arena_copy(draft->arena, text_string(&words));
    text_free(&words);
    return made;
}

static void set_text(const struct typing *typing, struct draft_question *question) {
    struct draft *draft = typing->draft;
    for (size_t i = 0; i < draft->language_count; i++) {
        const char *text = typing->asked->text.in[i], *help = typing->asked->help.in[i];
        draft_set_label(draft, &question->text, i, text != NULL ? text : "");
        draft_set_label(draft, &question->help, i, help != NULL ? help : "");
        const char *heading = heading_words(draft, i, text != NULL ? text : "");
        if (question->text.in[i] != NULL && strcmp(heading, question->text.in[i]) != 0)
            question->heading.in[i] = heading;
    }
    for (size_t i = 0; i < draft->language_count && question->heading.in[0] != NULL; i++)
        if (question->heading.in[i] == NULL)
            question->heading.in[i] = question->text.in[i];
}

/* The text of one of several questions in one, and the heading of its column: "Text – part",
 * "Text [part]". `second`: of a cell, its column; else NULL. */
static void set_part(const struct typing *typing, struct draft_question *question,
                     const struct label *first, const struct label *second) {
    struct draft *draft = typing->draft;
    for (size_t i = 0; i < draft->language_count; i++) {
        const char *whole = raw(&typing->asked->text, i), *one = raw(first, i);
        const char *two = second != NULL ? raw(second, i) : "";
        const char *text = draft_words(draft, i, whole), *row = draft_words(draft, i, one),
                   *column = draft_words(draft, i, two);
        question->text.in[i] = arena_format(
            draft->arena, "%s – %s%s%s", text != NULL ? text : typing->asked->code,
            row != NULL ? row : "?", column != NULL ? ", " : "", column != NULL ? column : "");
        question->heading.in[i] =
            arena_format(draft->arena, second != NULL ? "%s [%s][%s]" : "%s [%s]",
                         heading_words(draft, i, whole), heading_words(draft, i, one),
                         heading_words(draft, i, two));
    }
}

static void set_labels(const struct typing *typing, struct draft_code *code,
                       const struct label *text) {
    for (size_t i = 0; i < typing->draft->language_count; i++)
        if (text->in[i] != NULL)
            draft_set_label(typing->draft, &code->label, i, text->in[i]);
}

/* --- parts of questions --- */

static struct draft_question *add_question(struct typing *typing, enum question_type type,
                                           const char *source) {
    struct draft_question *question =
        draft_add_question(typing->draft, type, typing->section, source);
    question->required = typing->asked->mandatory == 'Y';
    return question;
}

/* The usual one: as LimeSurvey's is called and worded. */
static struct draft_question *add_whole(struct typing *typing, enum question_type type) {
    struct draft_question *question = add_question(typing, type, typing->asked->code);
    set_text(typing, question);
    return question;
}

static const char *join(const struct typing *typing, const char *format, const char *one,
                        const char *two) {
    return arena_format(typing->draft->arena, format, typing->asked->code, one, two);
}

/* One of several questions in one: hours[adm], in code "hours_adm". */
static struct draft_question *add_part(struct typing *typing, enum question_type type,
                                       const struct limesurvey_item *first,
                                       const struct limesurvey_item *second) {
    const char *inside =
        second != NULL ? arena_format(typing->draft->arena, "%s_%s", first->code, second->code)
                       : first->code;
    struct draft_question *question =
        add_question(typing, type, join(typing, "%s_%s%s", inside, ""));
    set_part(typing, question, &first->text, second != NULL ? &second->text : NULL);
    draft_add_phrase(typing->draft, &question->aliases, join(typing, "%s[%s]%s", inside, ""));
    return question;
}

static void add_items(const struct typing *typing, struct draft_codes *codes,
                      const struct limesurvey_items *items, int scale) {
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i].scale == scale)
            set_labels(typing, draft_add_code(typing->draft, codes, items->items[i].code),
                       &items->items[i].text);
}

/* --- answers that are LimeSurvey's own --- */

struct fixed_answer {
    const char *source, *id, *german, *english;
};

struct fixed_answers {
    const char *name; /* of the scale that several questions share */
    enum measure measure;
    bool asks_order; /* a person should say which end is which */
    struct fixed_answer answers[10];
};

static const struct fixed_answers yes_no = {
    "yes_no", MEASURE_NOMINAL, false, {{"Y", "yes", "Ja", "Yes"}, {"N", "no", "Nein", "No"}}};
static const struct fixed_answers genders = {
    "gender",
    MEASURE_NOMINAL,
    false,
    {{"F", "female", "weiblich", "Female"}, {"M", "male", "männlich", "Male"}}};
static const struct fixed_answers yes_uncertain_no = {
    "yes_uncertain_no",
    MEASURE_NOMINAL,
    false,
    {{"Y", "yes", "Ja", "Yes"},
     {"U", "uncertain", "Unsicher", "Uncertain"},
     {"N", "no", "Nein", "No"}}};
static const struct fixed_answers changes = {"change",
                                             MEASURE_ORDINAL,
                                             false,
                                             {{"D", "decrease", "Abnahme", "Decrease"},
                                              {"S", "same", "Gleich", "Same"},
                                              {"I", "increase", "Zunahme", "Increase"}}};
static const struct fixed_answers five_points = {"points_5",
                                                 MEASURE_ORDINAL,
                                                 true,
                                                 {{"1", "p1", "1", "1"},
                                                  {"2", "p2", "2", "2"},
                                                  {"3", "p3", "3", "3"},
                                                  {"4", "p4", "4", "4"},
                                                  {"5", "p5", "5", "5"}}};
static const struct fixed_answers ten_points = {"points_10",
                                                MEASURE_ORDINAL,
                                                true,
                                                {{"1", "p1", "1", "1"},
                                                 {"2", "p2", "2", "2"},
                                                 {"3", "p3", "3", "3"},
                                                 {"4", "p4", "4", "4"},
                                                 {"5", "p5", "5", "5"},
                                                 {"6", "p6", "6", "6"},
                                                 {"7", "p7", "7", "7"},
                                                 {"8", "p8", "8", "8"},
                                                 {"9", "p9", "9", "9"},
                                                 {"10", "p10", "10", "10"}}};

static void add_fixed_answer(struct draft *draft, struct draft_codes *codes,
                             const struct fixed_answer *answer) {
    struct draft_code *code = draft_add_code(draft, codes, answer->source);
    code->id = answer->id;
    for (size_t i = 0; i < draft->language_count; i++)
        code->label.in[i] =
            strcmp(draft->languages[i], "de") == 0 ? answer->german : answer->english;
    /* Whatever language the export is in. */
    draft_add_phrase(draft, &code->aliases, answer->source);
    draft_add_phrase(draft, &code->aliases, answer->english);
}

static void add_fixed_answers(struct draft *draft, struct draft_codes *codes,
                              const struct fixed_answers *answers) {
    const size_t most = sizeof answers->answers / sizeof answers->answers[0];
    codes->name = answers->name;
    codes->measure = answers->measure;
    for (size_t i = 0; i < most && answers->answers[i].id != NULL; i++)
        add_fixed_answer(draft, codes, &answers->answers[i]);
    if (answers->asks_order)
        guess_order(draft, codes);
    for (size_t i = 0; i < draft->language_count; i++)
        if (!answers->asks_order && draft_keeps_language(draft, draft->languages[i]) &&
            strcmp(draft->languages[i], "de") != 0 && strcmp(draft->languages[i], "en") != 0)
            draft_guess(draft, &codes->remarks,
                        "the answers are LimeSurvey's own, and what they are called in %s is "
                        "not known here: translate",
                        "Die Antworten sind von LimeSurvey selbst; wie sie auf %s heißen, ist "
                        "hier nicht bekannt: bitte übersetzen",
                        draft->languages[i]);
}

/* LimeSurvey's own, or those of the file. */
static void add_answers(struct typing *typing, struct draft_question *question, int scale) {
    if (typing->answers != NULL) {
        add_fixed_answers(typing->draft, &question->codes, typing->answers);
        return;
    }
    add_items(typing, &question->codes, &typing->asked->answers, scale);
    guess_missing(typing->draft, question);
    if (question->type == QUESTION_MATRIX)
        guess_order(typing->draft, &question->codes);
}

/* --- the types --- */

/* Where the survey words it itself; else it is added when the draft is settled. */
static void add_other(struct typing *typing, struct draft_question *question) {
    const struct label *words = &typing->asked->other_text;
    if (!question->has_other || !label_present(words))
        return;
    struct draft_code *other = draft_add_code(typing->draft, &question->codes, NULL);
    other->id = "other";
    set_labels(typing, other, words);
    /* Its own tab-separated export leaves out the words of other languages. */
    for (size_t i = 0; i < typing->draft->language_count; i++)
        if (other->label.in[i] == NULL)
            other->label.in[i] =
                strcmp(typing->draft->languages[i], "de") == 0 ? "Sonstiges" : "Other";
}

static void draft_single(struct typing *typing) {
    typing->made = add_whole(typing, QUESTION_SINGLE);
    typing->made->has_other = typing->asked->other;
    add_answers(typing, typing->made, 0);
    add_other(typing, typing->made);
}

/* Named as "SQ001;SQ002". */
static void mark_exclusive(struct typing *typing, struct draft_codes *codes) {
    const char *names = limesurvey_attribute(typing->asked, "exclude_all_others");
    for (const char *at = names; at != NULL && *(at += strspn(at, "; ")) != '\0';
         at += strcspn(at, "; ")) {
        const char *name = arena_copy_bytes(typing->draft->arena, at, strcspn(at, "; "));
        int position = draft_find_code(codes, name);
        if (position >= 0)
            codes->codes[position].exclusive = true;
    }
}

/* At most so many as there are; 0 where the file names no limit. */
static size_t most_choices(const struct typing *typing, const char *name, size_t count) {
    const char *words = limesurvey_attribute(typing->asked, name);
    long most = words != NULL && words[strspn(words, "0123456789")] == '\0' ? atol(words) : 0;
    return most > 0 && (size_t)most < count ? (size_t)most : 0;
}

static void draft_multi(struct typing *typing) {
    struct draft_question *question = add_whole(typing, QUESTION_MULTI);
    typing->made = question;
    question->has_other = typing->asked->other;
    add_items(typing, &question->codes, &typing->asked->subquestions, 0);
    mark_exclusive(typing, &question->codes);
    guess_dk_code(typing->draft, question);
    guess_exclusive(typing->draft, question);
    question->max_choices =
        most_choices(typing, "max_answers", question->codes.count + question->has_other);
    add_other(typing, question);
}

/* Beside each option, "other" included, people write what they like: a text of its own. */
static void add_option_comment(struct typing *typing, const struct limesurvey_item *option) {
    struct limesurvey_item field = *option;
    field.code = arena_format(typing->draft->arena, "%scomment", option->code);
    struct draft_question *question = add_part(typing, QUESTION_TEXT, &field, NULL);
    struct label words = {{NULL}};
    for (size_t i = 0; i < typing->draft->language_count; i++)
        words.in[i] = strcmp(typing->draft->languages[i], "de") == 0 ? "Kommentar" : "Comment";
    set_part(typing, question, &option->text, &words);
    question->required = false;
}

static void draft_commented(struct typing *typing) {
    const struct limesurvey_items *items = &typing->asked->subquestions;
    draft_multi(typing);
    for (size_t i = 0; i < items->count; i++)
        add_option_comment(typing, &items->items[i]);
    if (!typing->asked->other)
        return;
    struct limesurvey_item other = {.code = "other", .text = typing->asked->other_text};
    for (size_t i = 0; i < typing->draft->language_count; i++)
        if (other.text.in[i] == NULL)
            other.text.in[i] =
                strcmp(typing->draft->languages[i], "de") == 0 ? "Sonstiges" : "Other";
    add_option_comment(typing, &other);
}

/* The options are answers up to version 6 and sub-questions in 7. */
static void draft_ranking(struct typing *typing) {
    struct draft_question *question = add_whole(typing, QUESTION_RANKING);
    bool answers = typing->asked->answers.count > 0;
    add_items(typing, &question->codes,
              answers ? &typing->asked->answers : &typing->asked->subquestions, 0);
    question->max_choices = most_choices(typing, "max_answers", question->codes.count);
    if (question->max_choices == 0)
        question->max_choices = most_choices(typing, "max_subquestions", question->codes.count);
}

static void draft_matrix(struct typing *typing) {
    struct draft_question *question = add_whole(typing, QUESTION_MATRIX);
    add_items(typing, &question->rows, &typing->asked->subquestions, 0);
    add_answers(typing, question, 0);
}

/* The rows of one of the two scales, by all that its columns may be headed. */
static void add_dual_rows(struct typing *typing, struct draft_question *question, int scale) {
    static const char *const words[] = {"Scale", "Skala"};
    struct draft *draft = typing->draft;
    for (size_t i = 0; i < typing->asked->subquestions.count; i++) {
        const struct limesurvey_item *item = &typing->asked->subquestions.items[i];
        struct draft_code *row = draft_add_code(draft, &question->rows, NULL);
        set_labels(typing, row, &item->text);
        draft_add_phrase(draft, &row->aliases,
                         arena_format(draft->arena, "%s[%s][%d]", typing->asked->code,
                                      item->code, scale + 1));
        draft_add_phrase(
            draft, &row->aliases,
            arena_format(draft->arena, "%s_%s_%d", typing->asked->code, item->code, scale));
        for (size_t k = 0; k < draft->language_count; k++)
            draft_add_phrase(draft, &row->aliases,
                             arena_format(draft->arena, "%s [%s][%s %d]",
                                          heading_words(draft, k, raw(&typing->asked->text, k)),
                                          heading_words(draft, k, raw(&item->text, k)),
                                          words[strcmp(draft->languages[k], "de") == 0],
                                          scale + 1));
    }
}

/* The headers of the scales are there in the base language; in others they are numbered. */
static void draft_dual(struct typing *typing) {
    static const char *const headers[] = {"dualscale_headerA", "dualscale_headerB"};
    for (int scale = 0; scale < 2; scale++) {
        const char *header = limesurvey_attribute(typing->asked, headers[scale]);
        struct draft_question *question = add_question(
            typing, QUESTION_MATRIX,
            arena_format(typing->draft->arena, "%s_scale%d", typing->asked->code, scale + 1));
        set_text(typing, question);
        for (size_t i = 0; i < typing->draft->language_count; i++)
            question->text.in[i] = arena_format(
                typing->draft->arena, "%s – %s",
                question->text.in[i] != NULL ? question->text.in[i] : typing->asked->code,
                header != NULL && i == 0 ? header
                : scale == 0             ? "1"
                                         : "2");
        question->heading = (struct label){{NULL}};
        add_dual_rows(typing, question, scale);
        add_answers(typing, question, scale);
    }
}

static bool is_set(const struct typing *typing, const char *name) {
    const char *value = limesurvey_attribute(typing->asked, name);
    return value != NULL && strcmp(value, "0") != 0 && strcmp(value, "N") != 0;
}

static void set_range(const struct typing *typing, struct draft_question *question) {
    question->minimum = limesurvey_attribute(typing->asked, "min_num_value_n");
    question->maximum = limesurvey_attribute(typing->asked, "max_num_value_n");
    question->decimals = is_set(typing, "num_value_int_only") ? 0 : 2;
}

static void draft_number(struct typing *typing) {
    set_range(typing, add_whole(typing, QUESTION_NUMBER));
}

static void draft_numbers(struct typing *typing) {
    const struct limesurvey_items *items = &typing->asked->subquestions;
    for (size_t i = 0; i < items->count; i++)
        set_range(typing, add_part(typing, QUESTION_NUMBER, &items->items[i], NULL));
}

/* --- open answers and contact data --- */

static enum contact_guess judge_words(const struct typing *typing, const struct label *words) {
    struct label label = {{NULL}};
    for (size_t i = 0; i < typing->draft->language_count; i++)
        label.in[i] = draft_words(typing->draft, i, raw(words, i));
    return contact_words_judge_label(&label);
}

static void say_contact(struct typing *typing, struct draft_question *question) {
    draft_guess(typing->draft, &question->remarks,
                "these fields seem to ask for contact data, which are kept apart from all "
                "answers: make a question of type text of what is none",
                "Diese Felder scheinen nach Kontaktdaten zu fragen, die getrennt von allen "
                "Antworten bleiben: bitte eine Frage vom Typ text aus dem machen, was keine "
                "sind");
}

/* The contact question at hand, or a new one. */
static struct draft_question *contact_question(struct typing *typing) {
    struct draft *draft = typing->draft;
    if (*typing->contact != NULL)
        return *typing->contact;
    struct draft_question *question = add_question(typing, QUESTION_CONTACT, NULL);
    question->id = "contact";
    for (size_t i = 0; i < draft->language_count; i++)
        question->text.in[i] =
            strcmp(draft->languages[i], "de") == 0 ? "Kontaktdaten" : "Contact data";
    say_contact(typing, question);
    *typing->contact = question;
    return question;
}

/* By the text in any language or by the code, whichever says more. */
static enum contact_guess judge(const struct typing *typing) {
    enum contact_guess text = judge_words(typing, &typing->asked->text);
    enum contact_guess code = contact_words_judge(typing->asked->code);
    return text > code ? text : code;
}

static void ask_where_unsure(struct typing *typing, struct draft_question *question,
                             enum contact_guess guess, const char *words) {
    if (guess != CONTACT_NOT)
        guess_ask_contact(typing->draft, &question->remarks, words != NULL ? words : "?");
}

static void draft_text(struct typing *typing) {
    const char *words = draft_words(typing->draft, 0, raw(&typing->asked->text, 0));
    if (is_set(typing, "numbers_only")) {
        draft_number(typing);
        return;
    }
    enum contact_guess guess = judge(typing);
    if (guess != CONTACT_SURE) {
        ask_where_unsure(typing, add_whole(typing, QUESTION_TEXT), guess, words);
        return;
    }
    struct draft_question *question = contact_question(typing);
    set_labels(typing, draft_add_code(typing->draft, &question->rows, typing->asked->code),
               &typing->asked->text);
}

static void add_contact_row(struct typing *typing, const struct limesurvey_item *item) {
    struct draft *draft = typing->draft;
    struct draft_question *question = contact_question(typing);
    struct draft_code *row = draft_add_code(draft, &question->rows, NULL);
    set_labels(typing, row, &item->text);
    draft_add_phrase(draft, &row->aliases, join(typing, "%s[%s]%s", item->code, ""));
    draft_add_phrase(draft, &row->aliases, join(typing, "%s_%s%s", item->code, ""));
    for (size_t i = 0; i < draft->language_count; i++)
        draft_add_phrase(draft, &row->aliases,
                         arena_format(draft->arena, "%s [%s]",
                                      heading_words(draft, i, raw(&typing->asked->text, i)),
                                      heading_words(draft, i, raw(&item->text, i))));
}

static bool asks_for_contact(const struct typing *typing) {
    const struct limesurvey_items *items = &typing->asked->subquestions;
    for (size_t i = 0; i < items->count; i++)
        if (judge_words(typing, &items->items[i].text) == CONTACT_SURE)
            return true;
    return false;
}

/* Fields that belong together, unless other ones stand before. */
static void draft_contact(struct typing *typing) {
    const struct limesurvey_items *items = &typing->asked->subquestions;
    if (*typing->contact == NULL) {
        struct draft_question *question = add_whole(typing, QUESTION_CONTACT);
        say_contact(typing, question);
        add_items(typing, &question->rows, items, 0);
        return;
    }
    for (size_t i = 0; i < items->count; i++)
        add_contact_row(typing, &items->items[i]);
}

/* A field that people type into, of its own here. What it is called may ask for contact data:
 * then somebody is asked, as its neighbours do not. */
static void add_open_part(struct typing *typing, const struct limesurvey_item *row,
                          const struct limesurvey_item *column) {
    struct draft_question *question = add_part(typing, QUESTION_TEXT, row, column);
    const struct limesurvey_item *const named[] = {row, column};
    for (size_t i = 0; i < 2 && named[i] != NULL; i++) {
        ask_where_unsure(typing, question, judge_words(typing, &named[i]->text),
                         draft_words(typing->draft, 0, raw(&named[i]->text, 0)));
    }
}

/* An address is contact data where the name is. */
static void draft_texts(struct typing *typing) {
    const struct limesurvey_items *items = &typing->asked->subquestions;
    bool numbers = is_set(typing, "numbers_only");
    if (!numbers && asks_for_contact(typing)) {
        draft_contact(typing);
        return;
    }
    struct draft *draft = typing->draft;
    size_t first = draft->question_count;
    for (size_t i = 0; i < items->count; i++)
        if (numbers)
            set_range(typing, add_part(typing, QUESTION_NUMBER, &items->items[i], NULL));
        else
            add_open_part(typing, &items->items[i], NULL);
    if (items->count > 0)
        draft_loss(draft, &draft->questions[first]->remarks, "that these texts belong together",
                   "Dass diese Texte zusammengehören");
}

/* --- arrays whose cells are typed in --- */

static void set_cell_range(const struct typing *typing, struct draft_question *question) {
    bool box = is_set(typing, "multiflexible_checkbox");
    const char *minimum = limesurvey_attribute(typing->asked, "multiflexible_min");
    const char *maximum = limesurvey_attribute(typing->asked, "multiflexible_max");
    const char *step = limesurvey_attribute(typing->asked, "multiflexible_step");
    question->minimum = box ? "0" : minimum;
    question->maximum = box ? "1" : maximum;
    question->decimals = !box && step != NULL && strchr(step, '.') != NULL ? 2 : 0;
}

static void draft_cells(struct typing *typing) {
    const struct limesurvey_items *items = &typing->asked->subquestions;
    bool numbers = typing->asked->type == ':' || is_set(typing, "numbers_only");
    for (size_t i = 0; i < items->count; i++)
        for (size_t k = 0; k < items->count && items->items[i].scale == 0; k++) {
            if (items->items[k].scale != 1)
                continue;
            if (!numbers) {
                add_open_part(typing, &items->items[i], &items->items[k]);
                continue;
            }
            struct draft_question *cell =
                add_part(typing, QUESTION_NUMBER, &items->items[i], &items->items[k]);
            if (typing->asked->type == ':')
                set_cell_range(typing, cell);
            else
                set_range(typing, cell);
        }
}

static void draft_nothing(struct typing *typing) {
    const char *first = draft_first_words(typing->draft, &typing->asked->text);
    const char *words = draft_words(typing->draft, 0, first != NULL ? first : "");
    draft_loss(typing->draft, &typing->draft->sections[typing->section]->remarks,
               "'%s' (LimeSurvey's type %c) is left out: %s",
               "„%s“ (bei LimeSurvey Typ %c) ist weggelassen: %s", typing->asked->code,
               typing->asked->type, words != NULL ? words : "");
}

/* --- the table --- */

/* nachlese-form(1) has the same table in words. */
static const struct type_rule {
    char letter;
    void (*draft)(struct typing *typing);
    const struct fixed_answers *answers; /* LimeSurvey's own; NULL: those of the file */
    const char *english, *german;        /* what is lost; NULL: nothing */
} rules[] = {
    {'L', draft_single, NULL, NULL, NULL},
    {'!', draft_single, NULL, NULL, NULL},
    {'O', draft_single, NULL, "the comment beside the answer is read as an open answer only",
     "Der Kommentar neben der Antwort wird nur als offene Antwort gelesen"},
    {'5', draft_single, &five_points, NULL, NULL},
    {'Y', draft_single, &yes_no, NULL, NULL},
    {'G', draft_single, &genders, NULL, NULL},
    {'M', draft_multi, NULL, NULL, NULL},
    {'P', draft_commented, NULL,
     "the comments beside the options are read as open answers only",
     "Die Kommentare neben den Optionen werden nur als offene Antworten gelesen"},
    {'R', draft_ranking, NULL, NULL, NULL},
    {'F', draft_matrix, NULL, NULL, NULL},
    {'H', draft_matrix, NULL, NULL, NULL},
    {'A', draft_matrix, &five_points, NULL, NULL},
    {'B', draft_matrix, &ten_points, NULL, NULL},
    {'C', draft_matrix, &yes_uncertain_no, NULL, NULL},
    {'E', draft_matrix, &changes, NULL, NULL},
    {'1', draft_dual, NULL, "that the two scales stand side by side",
     "Dass die beiden Skalen nebeneinander stehen"},
    {'N', draft_number, NULL, NULL, NULL},
    {'K', draft_numbers, NULL, "that these numbers belong together",
     "Dass diese Zahlen zusammengehören"},
    {'S', draft_text, NULL, NULL, NULL},
    {'T', draft_text, NULL, NULL, NULL},
    {'U', draft_text, NULL, NULL, NULL},
    {'Q', draft_texts, NULL, NULL, NULL},
    {';', draft_cells, NULL, "that these texts are an array",
     "Dass diese Texte eine Matrix sind"},
    {':', draft_cells, NULL, "that these numbers are an array",
     "Dass diese Zahlen eine Matrix sind"},
    {'D', draft_text, NULL, "dates are open text here", "Ein Datum ist hier offener Text"},
    {'X', draft_nothing, NULL, NULL, NULL},
    {'*', draft_nothing, NULL, NULL, NULL},
    {'|', draft_nothing, NULL, NULL, NULL},
    {'I', draft_nothing, NULL, NULL, NULL},
};

/* What the form sees to and the questionnaire does not know. */
static const struct {
    const char *name, *english, *german;
} lost_attributes[] = {
    {"min_answers", "the form asks for a least number of answers",
     "Das Formular verlangt eine Mindestzahl von Antworten"},
    {"array_filter", "the form shows only some of its rows, by another answer",
     "Das Formular zeigt nur einen Teil der Zeilen, je nach einer anderen Antwort"},
    {"array_filter_exclude", "the form hides some of its rows, by another answer",
     "Das Formular verbirgt einen Teil der Zeilen, je nach einer anderen Antwort"},
    {"validation", "the form checks what is typed by a pattern",
     "Das Formular prüft die Eingabe mit einem Muster"},
    {"em_validation_q", "the form checks the answer by an equation",
     "Das Formular prüft die Antwort mit einer Gleichung"},
    {"em_validation_sq", "the form checks the answers by an equation",
     "Das Formular prüft die Antworten mit einer Gleichung"},
    {"equals_num_value", "the form checks the sum", "Das Formular prüft die Summe"},
    {"min_num_value", "the form checks the sum", "Das Formular prüft die Summe"},
    {"max_num_value", "the form checks the sum", "Das Formular prüft die Summe"},
    {"hidden", "the form never shows it", "Das Formular zeigt sie nie"},
};

static void say_losses(const struct typing *typing, struct draft_remarks *remarks,
                       const struct type_rule *rule) {
    const size_t count = sizeof lost_attributes / sizeof lost_attributes[0];
    if (rule->english != NULL)
        draft_loss(typing->draft, remarks, "%s", "%s",
                   language_pick(rule->english, rule->german));
    for (size_t i = 0; i < count; i++)
        if (is_set(typing, lost_attributes[i].name))
            draft_loss(typing->draft, remarks, "%s", "%s",
                       language_pick(lost_attributes[i].english, lost_attributes[i].german));
    if (typing->asked->mandatory == 'S')
        draft_loss(typing->draft, remarks, "the form asks once more where it is left empty",
                   "Das Formular fragt nach, wenn sie leer bleibt");
}

static const struct type_rule *find_rule(char letter) {
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if (rules[i].letter == letter)
            return &rules[i];
    return NULL;
}

/* A type that no version had when this was written: people can have typed anything. */
static void draft_unknown(struct typing *typing) {
    struct draft_question *question = add_whole(typing, QUESTION_TEXT);
    bool sign = isgraph((unsigned char)typing->asked->type); /* not half a character */
    draft_guess(typing->draft, &question->remarks,
                "LimeSurvey's type '%c' is not known here: it stands here as an open question",
                "Der Typ „%c“ von LimeSurvey ist hier nicht bekannt: Hier steht sie als offene "
                "Frage",
                sign ? typing->asked->type : '?');
}

struct draft_question *limesurvey_draft_question(const struct limesurvey *survey,
                                                 const struct limesurvey_question *asked,
                                                 size_t section,
                                                 struct draft_question **contact) {
    struct draft *draft = survey->draft;
    const struct type_rule *rule = find_rule(asked->type);
    struct typing typing = {
        survey, draft, asked, section, contact, NULL, rule != NULL ? rule->answers : NULL};
    size_t before = draft->question_count;
    if (rule == NULL)
        draft_unknown(&typing);
    else
        rule->draft(&typing);
    if (rule != NULL && draft->question_count > before)
        say_losses(&typing, &draft->questions[before]->remarks, rule);
    return typing.made;
}
