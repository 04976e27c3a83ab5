#include "form/draft_names.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/identifier.h"
#include "base/text.h"
#include "base/utf8.h"
#include "survey/metadata.h"
#include "survey/name_table.h"

enum {
    LONGEST_ID = 40,
    LONGEST_WORDS = 24, /* of an id made of words: people will type it */
    ROOM_FOR_NUMBER = 4 /* behind an id that another one has: _99 */
};

/* --- candidates --- */

static const char *identifier(struct draft *draft, const char *words, size_t most) {
    struct text made = {0};
    identifier_make(&made, words != NULL ? words : "", most);
    const char *id = arena_copy(draft->arena, text_string(&made));
    text_free(&made);
    return id;
}

/* "money" tells something, "SQ001", "A1", "Q5b" and "LDS" only where somebody has the list. */
static bool is_telling(const char *source) {
    size_t letters = 0, digits = 0;
    for (; *source != '\0'; source++) {
        letters += islower((unsigned char)*source) != 0;
        digits += isdigit((unsigned char)*source) != 0;
    }
    return letters >= 3 && digits == 0;
}

static const char *first_label(const struct label *label) {
    return label->in[0] != NULL ? label->in[0] : "";
}

/* What an answer or row is called, before anybody looks whether that is free. */
static const char *candidate(struct draft *draft, const struct draft_code *code,
                             const char *otherwise) {
    const char *made = "";
    if (code->source != NULL && is_telling(code->source))
        made = identifier(draft, code->source, LONGEST_WORDS);
    if (made[0] == '\0')
        made = identifier(draft, first_label(&code->label), LONGEST_WORDS);
    if (made[0] == '\0' && code->source != NULL)
        made = identifier(draft, code->source, LONGEST_WORDS);
    return made[0] != '\0' ? made : otherwise;
}

/* --- spellings of one list, by which its answers are told apart --- */

struct spellings {
    struct draft *draft;
    struct draft_codes *codes;
    struct name_table *table; /* folded, with the position; count: don't know */
    struct draft_remarks *remarks;
};

static const char *fold(struct draft *draft, const char *words) {
    struct text form = {0};
    utf8_comparison_form(&form, words, strlen(words), true);
    const char *made = arena_copy(draft->arena, text_string(&form));
    text_free(&form);
    return made;
}

/* True where it was free or is the position's own; then it is taken. */
static bool take(struct spellings *spellings, const char *words, size_t position) {
    size_t first = position;
    return name_table_add(spellings->table, fold(spellings->draft, words), position, &first) ||
           first == position;
}

/* Words of a label that no other position has: with the source or a number behind them. */
static const char *tell_apart(struct spellings *spellings, const char *words, size_t position,
                              const char *source) {
    struct arena *arena = spellings->draft->arena;
    for (size_t number = 2;; number++) {
        const char *other = source != NULL && number == 2
                                ? arena_format(arena, "%s (%s)", words, source)
                                : arena_format(arena, "%s (%zu)", words, number);
        if (take(spellings, other, position))
            return other;
    }
}

/* The words of a position that read like these are worded otherwise: what an export means by
 * them nobody can tell, so it must be understood as neither. */
static void reword(struct spellings *spellings, size_t position, const char *words) {
    struct draft *draft = spellings->draft;
    bool dk = position == spellings->codes->count;
    struct draft_code *code = dk ? NULL : &spellings->codes->codes[position];
    struct label *label = dk ? &spellings->codes->dk : &code->label;
    for (size_t i = 0; i < draft->language_count; i++)
        if (label->in[i] != NULL && strcmp(fold(draft, label->in[i]), fold(draft, words)) == 0)
            label->in[i] =
                tell_apart(spellings, label->in[i], position, dk ? NULL : code->source);
}

/* Words that two labels share are understood as neither, or answers would be counted for the
 * first of the two. */
static void take_label(struct spellings *spellings, struct label *label, size_t position,
                       const char *source) {
    struct draft *draft = spellings->draft;
    const char *said = NULL;
    for (size_t i = 0; i < draft->language_count; i++) {
        const char *words = label->in[i];
        size_t first = position;
        if (words == NULL || take(spellings, words, position))
            continue;
        name_table_find(spellings->table, fold(draft, words), &first);
        reword(spellings, first, words);
        label->in[i] = tell_apart(spellings, words, position, source);
        if (said == NULL || strcmp(said, words) != 0)
            draft_guess(
                draft, spellings->remarks,
                "'%s' is there twice: as it stands, neither is understood in an export "
                "of texts; export codes, or word them as they are meant, there too",
                "„%s“ steht doppelt da: So wird es in einem Export von Texten für keines "
                "von beiden verstanden; bitte Codes exportieren oder beide benennen, wie "
                "sie gemeint sind, auch dort",
                words);
        said = words;
    }
}

/* Keeps the aliases that fit one position only. */
static void take_aliases(struct spellings *spellings, struct draft_phrases *aliases,
                         size_t position) {
    size_t kept = 0, first = position;
    for (size_t i = 0; i < aliases->count; i++) {
        const char *phrase = aliases->phrases[i];
        if (take(spellings, phrase, position)) {
            aliases->phrases[kept++] = phrase;
            continue;
        }
        name_table_find(spellings->table, fold(spellings->draft, phrase), &first);
        reword(spellings, first, phrase);
        draft_guess(spellings->draft, spellings->remarks,
                    "'%s' is the code of one answer and the code or the text of another: as it "
                    "stands, neither is understood; find out what the export means by it",
                    "„%s“ ist der Code einer Antwort und der Code oder der Text einer anderen: "
                    "So wird es für keine von beiden verstanden; bitte klären, was der Export "
                    "damit meint",
                    phrase);
    }
    aliases->count = kept;
}

/* True where the name has the form and is no word that is reserved among answers. */
static bool is_free_word(const char *id) {
    return id[0] != '\0' && strcmp(id, "dk") != 0 && strcmp(id, "other") != 0;
}

static bool is_used(const struct draft_codes *codes, const char *id) {
    for (size_t i = 0; codes != NULL && i < codes->count; i++)
        if (codes->codes[i].id != NULL && strcmp(codes->codes[i].id, id) == 0)
            return true;
    return false;
}

/* The candidate, with a number behind it where it is not free; `beside`: codes of the same
 * question whose ids it may not have either. */
static void choose_id(struct spellings *spellings, size_t position,
                      const struct draft_codes *beside) {
    struct draft *draft = spellings->draft;
    struct draft_code *code = &spellings->codes->codes[position];
    const char *otherwise = arena_format(draft->arena, "answer_%zu", position + 1);
    const char *wanted = candidate(draft, code, otherwise), *id = wanted;
    for (size_t number = 2; !is_free_word(id) || is_used(spellings->codes, id) ||
                            is_used(beside, id) || !take(spellings, id, position);
         number++)
        id = arena_format(draft->arena, "%s_%zu", wanted, number);
    code->id = id;
}

/* The words first: they are what people see. Then what exports have, then what we call it. */
static void name_codes(struct draft *draft, struct draft_codes *codes,
                       const struct draft_codes *beside, struct draft_remarks *remarks) {
    struct spellings spellings = {draft, codes, name_table_new(), remarks};
    if (codes->has_dk)
        take(&spellings, "dk", codes->count);
    for (size_t i = 0; i < codes->count; i++)
        if (codes->codes[i].id != NULL)
            take(&spellings, codes->codes[i].id, i);
    for (size_t i = 0; i < codes->count; i++)
        take_label(&spellings, &codes->codes[i].label, i, codes->codes[i].source);
    if (codes->has_dk)
        take_label(&spellings, &codes->dk, codes->count, NULL);
    for (size_t i = 0; i < codes->count; i++) {
        draft_add_phrase(draft, &codes->codes[i].aliases, codes->codes[i].source);
        take_aliases(&spellings, &codes->codes[i].aliases, i);
    }
    if (codes->has_dk)
        take_aliases(&spellings, &codes->dk_aliases, codes->count);
    for (size_t i = 0; i < codes->count; i++)
        if (codes->codes[i].id == NULL)
            choose_id(&spellings, i, beside);
    name_table_free(spellings.table);
}

/* What says nothing that the id or a label does not say. */
static void drop_idle_aliases(struct draft *draft, struct draft_code *code) {
    struct draft_phrases *aliases = &code->aliases;
    size_t kept = 0;
    for (size_t i = 0; i < aliases->count; i++) {
        const char *form = fold(draft, aliases->phrases[i]);
        bool idle = strcmp(form, code->id) == 0;
        for (size_t k = 0; k < draft->language_count && !idle; k++)
            idle =
                code->label.in[k] != NULL && strcmp(form, fold(draft, code->label.in[k])) == 0;
        if (!idle)
            aliases->phrases[kept++] = aliases->phrases[i];
    }
    aliases->count = kept;
}

/* In a column of its own an option called 0 would read like an empty box. */
static void avoid_zero(struct draft *draft, struct draft_question *question,
                       struct draft_code *code) {
    size_t kept = 0;
    bool zero = code->source != NULL && strcmp(code->source, "0") == 0;
    for (size_t i = 0; i < code->aliases.count; i++)
        if (strcmp(code->aliases.phrases[i], "0") != 0)
            code->aliases.phrases[kept++] = code->aliases.phrases[i];
    zero = zero || kept < code->aliases.count;
    code->aliases.count = kept;
    code->source = zero ? NULL : code->source;
    for (size_t i = 0; i < draft->language_count; i++)
        if (code->label.in[i] != NULL && strcmp(code->label.in[i], "0") == 0) {
            code->label.in[i] = "(0)";
            zero = true;
        }
    if (zero)
        draft_guess(
            draft, &question->remarks,
            "an option is called 0, which reads like an empty box: call it otherwise in "
            "the form system and here",
            "Eine Option heißt 0, was sich wie ein leeres Kästchen liest: bitte im "
            "Formularsystem und hier anders nennen");
}

static void name_answers(struct draft *draft, struct draft_question *question) {
    for (size_t i = 0; question->type == QUESTION_MULTI && i < question->codes.count; i++)
        avoid_zero(draft, question, &question->codes.codes[i]);
    name_codes(draft, &question->codes, NULL, &question->remarks);
    name_codes(draft, &question->rows, &question->codes, &question->remarks);
    for (size_t i = 0; i < question->codes.count; i++)
        drop_idle_aliases(draft, &question->codes.codes[i]);
    for (size_t i = 0; i < question->rows.count; i++)
        drop_idle_aliases(draft, &question->rows.codes[i]);
}

/* --- the others --- */

/* True where no question may be called so. */
static bool is_reserved(const char *id) {
    static const char *const words[] = {"status", "origin", "respondent", "dk", "other"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(id, words[i]) == 0)
            return true;
    return metadata_reserves(id, strlen(id));
}

/* The first of the two that gives a name; with a number where the table has it. */
static const char *unique(struct draft *draft, struct name_table *table, const char *first,
                          const char *second, const char *otherwise, bool question) {
    size_t most = LONGEST_ID - ROOM_FOR_NUMBER, before;
    const char *wanted = identifier(draft, first, most);
    if (wanted[0] == '\0')
        wanted = identifier(draft, second, LONGEST_WORDS);
    if (wanted[0] == '\0')
        wanted = otherwise;
    if (question && is_reserved(wanted))
        wanted = arena_format(draft->arena, "q_%s", wanted);
    const char *id = wanted;
    for (size_t number = 2; !name_table_add(table, id, 0, &before); number++)
        id = arena_format(draft->arena, "%s_%zu", wanted, number);
    return id;
}

/* True where the words are those of a column that every form system adds, and the loader lets
 * no question be worded so. */
static bool is_taken(const char *words, bool heading) {
    if (words == NULL)
        return false;
    enum metadata found = metadata_find(words, strlen(words));
    return heading ? metadata_reserves(words, strlen(words))
                   : found != METADATA_NONE && found != METADATA_DROPPED;
}

static void reword_question(struct draft *draft, struct draft_question *question) {
    bool said = false;
    for (size_t i = 0; i < draft->language_count; i++) {
        if (is_taken(question->heading.in[i], true))
            question->heading = (struct label){{NULL}};
        if (!is_taken(question->text.in[i], false))
            continue;
        const char *words = question->text.in[i];
        question->text.in[i] = arena_format(draft->arena, "%s (?)", words);
        if (!said)
            draft_guess(draft, &question->remarks,
                        "it is worded like a column that systems add of their own, '%s': word "
                        "it otherwise, and export codes as headings",
                        "Sie heißt wie eine Spalte, die Systeme selbst hinzufügen, „%s“: bitte "
                        "anders benennen und mit Codes als Überschriften exportieren",
                        words);
        said = true;
    }
}

/* By its own name the question's column is found, unless every form system has one of that name
 * already, or another question is called so. `columns`: what the others are called, folded. */
static void name_question(struct draft *draft, struct draft_question *question,
                          struct name_table *ids, struct name_table *columns) {
    size_t before;
    reword_question(draft, question);
    question->id = unique(draft, ids, question->id != NULL ? question->id : question->source,
                          first_label(&question->text), "question", true);
    const char *column =
        fold(draft, question->source != NULL ? question->source : question->id);
    bool taken = !name_table_add(columns, column, 0, &before);
    if (metadata_reserves(column, strlen(column)))
        draft_guess(draft, &question->remarks,
                    "the column '%s' cannot be found by its name, which systems give to one of "
                    "their own: export texts as headings",
                    "Die Spalte „%s“ ist an ihrem Namen nicht zu erkennen, weil Systeme eine "
                    "eigene so nennen: bitte mit Texten als Überschriften exportieren",
                    column);
    else if (taken)
        draft_guess(draft, &question->remarks,
                    "another question is called '%s', too: look up what the export calls this "
                    "one, and add it as an alias",
                    "Noch eine Frage heißt „%s“: bitte nachsehen, wie der Export diese hier "
                    "nennt, und es als alias ergänzen",
                    column);
    else if (strcmp(column, question->id) != 0)
        draft_add_phrase(draft, &question->aliases, question->source);
}

void draft_name_all(struct draft *draft) {
    struct name_table *sections = name_table_new(), *questions = name_table_new(),
                      *columns = name_table_new();
    if (draft->id == NULL)
        draft->id = identifier(draft, first_label(&draft->title), LONGEST_ID);
    if (draft->id[0] == '\0' || strcmp(draft->id, "dk") == 0 || strcmp(draft->id, "other") == 0)
        draft->id = "survey";
    for (size_t i = 0; i < draft->section_count; i++) {
        struct draft_section *section = draft->sections[i];
        section->id = unique(draft, sections, NULL, first_label(&section->title),
                             arena_format(draft->arena, "section_%zu", i + 1), true);
    }
    /* What has a name in the form system keeps it before what was put together here. */
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < draft->question_count; i++)
            if ((draft->questions[i]->source == NULL) == (pass == 1))
                name_question(draft, draft->questions[i], questions, columns);
    for (size_t i = 0; i < draft->question_count; i++)
        name_answers(draft, draft->questions[i]);
    name_table_free(sections);
    name_table_free(questions);
    name_table_free(columns);
}
