#include "form/draft_write.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/language.h"
#include "base/text.h"
#include "base/utf8_control.h"
#include "survey/ini.h"

enum { LONGEST_LINE = 900 }; /* bytes of a list; a line of the file may have 1,000 */

/* --- values --- */

/* True where the value is read as it stands without quotes. */
static bool is_plain(const char *value) {
    size_t length = strlen(value);
    if (length == 0 || strpbrk(value, "\"';#=\\%") != NULL)
        return false;
    /* What a word processor writes as quotes would be taken for such, and a bracket for the
     * beginning of a section by the eye. */
    unsigned char first = (unsigned char)value[0], last = (unsigned char)value[length - 1];
    return first != ' ' && last != ' ' && first != '[' && strncmp(value, "\xE2\x80", 2) != 0 &&
           first != 0xC2 && (length < 3 || strncmp(value + length - 3, "\xE2\x80", 2) != 0) &&
           (length < 2 || (unsigned char)value[length - 2] != 0xC2);
}

static void write_value(FILE *stream, const char *key, const char *value) {
    fprintf(stream, is_plain(value) ? "%s = %s\n" : "%s = \"%s\"\n", key, value);
}

static bool same_in_all(const struct draft *draft, const struct label *label) {
    for (size_t i = 1; i < draft->language_count; i++)
        if (strcmp(label->in[0], label->in[i]) != 0)
            return false;
    return true;
}

/* KEY.LANG for each language, or KEY where all say the same; nothing of an absent label. */
static void write_label(const struct draft *draft, FILE *stream, const char *key,
                        const struct label *label) {
    struct text name = {0};
    if (label->in[0] == NULL)
        return;
    if (draft->language_count > 1 && same_in_all(draft, label)) {
        write_value(stream, key, label->in[0]);
        return;
    }
    for (size_t i = 0; i < draft->language_count; i++) {
        text_clear(&name);
        text_add_format(&name, "%s.%s", key, draft->languages[i]);
        write_value(stream, text_string(&name), label->in[i]);
    }
    text_free(&name);
}

static void write_coded_label(const struct draft *draft, FILE *stream, const char *key,
                              const char *code, const struct label *label) {
    struct text name = {0};
    text_add_format(&name, "%s.%s", key, code);
    write_label(draft, stream, text_string(&name), label);
    text_free(&name);
}

/* --- lists --- */

/* A list that goes on in key.2, key.3 where a line is full. */
struct list {
    FILE *stream;
    const char *key;
    size_t line; /* from 1; 0: nothing was written */
    size_t used; /* bytes of the line */
};

static void list_add(struct list *list, const char *word) {
    size_t length = strlen(word) + 1;
    if (list->line == 0 || list->used + length > LONGEST_LINE) {
        fputs(list->line > 0 ? "\n" : "", list->stream);
        list->line++;
        int written = list->line > 1 ? fprintf(list->stream, "%s.%zu =", list->key, list->line)
                                     : fprintf(list->stream, "%s =", list->key);
        list->used = written > 0 ? (size_t)written : 0;
    }
    fprintf(list->stream, " %s", word);
    list->used += length;
}

static void list_end(struct list *list) {
    if (list->line > 0)
        fputc('\n', list->stream);
}

static bool is_word(const char *phrase) {
    return phrase[strspn(phrase, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "0123456789_-[]")] == '\0';
}

static void write_phrases(FILE *stream, const char *key, const struct draft_phrases *phrases) {
    struct list list = {stream, key, 0, 0};
    struct text word = {0};
    for (size_t i = 0; i < phrases->count; i++) {
        const char *phrase = phrases->phrases[i];
        if (strlen(phrase) > LONGEST_LINE)
            continue;
        text_clear(&word);
        text_add_format(&word, is_word(phrase) ? "%s" : "\"%s\"", phrase);
        list_add(&list, text_string(&word));
    }
    list_end(&list);
    text_free(&word);
}

static void write_coded_phrases(FILE *stream, const char *code,
                                const struct draft_phrases *phrases) {
    struct text key = {0};
    text_add_format(&key, "alias.%s", code);
    write_phrases(stream, text_string(&key), phrases);
    text_free(&key);
}

typedef bool code_property(const struct draft_code *code);

static bool is_any(const struct draft_code *code) {
    (void)code;
    return true;
}

static bool is_inside(const struct draft_code *code) {
    return !code->outside;
}

static bool is_outside(const struct draft_code *code) {
    return code->outside;
}

static bool is_exclusive(const struct draft_code *code) {
    return code->exclusive;
}

static void write_ids(FILE *stream, const char *key, const struct draft_codes *codes,
                      code_property *has) {
    struct list list = {stream, key, 0, 0};
    for (size_t i = 0; i < codes->count; i++)
        if (has(&codes->codes[i]))
            list_add(&list, codes->codes[i].id);
    list_end(&list);
}

/* --- remarks --- */

static void write_remarks(FILE *stream, const struct draft_remarks *remarks) {
    for (const struct draft_remark *at = remarks->first; at != NULL; at = at->next)
        fprintf(stream, "# %s %s\n", at->guess ? "TODO" : language_pick("lost:", "verloren:"),
                at->text);
}

/* --- sections of the file --- */

static void write_about(const struct draft *draft, FILE *stream) {
    if (language_is_german())
        fprintf(stream,
                "# Entwurf von nachlese-form aus %s.\n"
                "# Jede Zeile mit \"# TODO\" fragt nach einer Entscheidung: den Entwurf danach "
                "ändern, die Zeile löschen.\n"
                "# Sind alle weg, draft = no setzen. Wie viele noch da sind, sagt "
                "nachlese-form --check.\n",
                draft->origin);
    else
        fprintf(
            stream,
            "# Drafted by nachlese-form from %s.\n"
            "# Each line with \"# TODO\" asks for a decision: change the draft accordingly, "
            "and delete the line.\n"
            "# When all are gone, set draft = no. How many are left, nachlese-form --check "
            "tells.\n",
            draft->origin);
}

static void write_languages(const struct draft *draft, FILE *stream) {
    fputs("languages =", stream);
    for (size_t i = 0; i < draft->language_count; i++)
        fprintf(stream, " %s", draft->languages[i]);
    fputc('\n', stream);
}

/* What a person fills in, ready to lose its #. */
static void write_gaps(const struct draft *draft, FILE *stream) {
    static const char *const keys[] = {"controller", "purpose"};
    fputs("# invited = 40\n\n# [privacy]\n", stream);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        for (size_t k = 0; k < draft->language_count; k++)
            fprintf(stream, "# %s.%s = ...\n", keys[i], draft->languages[k]);
    fputs("# delete_raw_by = 2021-12-31\n# delete_contact_by = 2021-12-31\n", stream);
}

static void write_survey(const struct draft *draft, FILE *stream) {
    fputs("\n[survey]\n", stream);
    if (draft_count(draft, true) > 0)
        fputs("draft = yes\n", stream);
    fprintf(stream, "id = %s\n", draft->id);
    write_languages(draft, stream);
    write_label(draft, stream, "title", &draft->title);
    write_label(draft, stream, "publisher", &draft->publisher);
    write_label(draft, stream, "contact", &draft->contact);
    write_remarks(stream, &draft->remarks);
    write_gaps(draft, stream);
}

static void write_codes(const struct draft *draft, FILE *stream,
                        const struct draft_codes *codes, code_property *first) {
    write_ids(stream, "codes", codes, first);
    for (size_t i = 0; i < codes->count; i++)
        write_coded_label(draft, stream, "label", codes->codes[i].id, &codes->codes[i].label);
    for (size_t i = 0; i < codes->count; i++)
        write_coded_phrases(stream, codes->codes[i].id, &codes->codes[i].aliases);
    if (!codes->has_dk)
        return;
    fputs("dk = yes\n", stream);
    write_label(draft, stream, "label.dk", &codes->dk);
    write_coded_phrases(stream, "dk", &codes->dk_aliases);
}

/* Of three answers the two highest are nearly all: one at either end says more. */
static void write_ends(FILE *stream, const struct draft_codes *codes) {
    const char *ids[4];
    size_t count = 0;
    for (size_t i = 0; i < codes->count && count < 4; i++)
        if (!codes->codes[i].outside)
            ids[count++] = codes->codes[i].id;
    if (codes->measure == MEASURE_ORDINAL && count == 3)
        fprintf(stream, "top_codes = %s\nbottom_codes = %s\n", ids[2], ids[0]);
}

static void write_values(FILE *stream, const struct draft_codes *codes) {
    for (size_t i = 0; i < codes->count; i++)
        if (codes->codes[i].value != NULL && !codes->codes[i].outside &&
            codes->measure == MEASURE_ORDINAL)
            fprintf(stream, "value.%s = %s\n", codes->codes[i].id, codes->codes[i].value);
}

static void write_scale(const struct draft *draft, FILE *stream,
                        const struct draft_codes *codes) {
    fprintf(stream, "\n[scale %s]\n", codes->scale);
    write_remarks(stream, &codes->remarks);
    if (codes->measure == MEASURE_NOMINAL)
        fputs("measure = nominal\n", stream);
    write_codes(draft, stream, codes, is_inside);
    write_ends(stream, codes);
    write_values(stream, codes);
    write_ids(stream, "outside", codes, is_outside);
}

/* --- questions --- */

static void write_answers(const struct draft *draft, FILE *stream,
                          const struct draft_question *question) {
    const struct draft_codes *codes = &question->codes;
    bool picks = question->type == QUESTION_MULTI || question->type == QUESTION_RANKING;
    if (codes->scale != NULL) {
        fprintf(stream, "scale = %s\n", codes->scale);
        return;
    }
    if (!picks && codes->measure == MEASURE_ORDINAL)
        fputs("measure = ordinal\n", stream);
    write_codes(draft, stream, codes, picks ? is_any : is_inside);
    if (picks) {
        if (question->type == QUESTION_MULTI)
            write_ids(stream, "exclusive", codes, is_exclusive);
        if (question->max_choices > 0)
            fprintf(stream, "max_choices = %zu\n", question->max_choices);
        if (question->separator != '\0')
            fprintf(stream, "separator = \"%c\"\n", question->separator);
        return;
    }
    write_ends(stream, codes);
    write_values(stream, codes);
    write_ids(stream, "outside", codes, is_outside);
}

static void write_rows(const struct draft *draft, FILE *stream,
                       const struct draft_codes *rows) {
    write_ids(stream, "rows", rows, is_any);
    for (size_t i = 0; i < rows->count; i++)
        write_coded_label(draft, stream, "row", rows->codes[i].id, &rows->codes[i].label);
    for (size_t i = 0; i < rows->count; i++)
        write_coded_phrases(stream, rows->codes[i].id, &rows->codes[i].aliases);
}

static void write_range(FILE *stream, const struct draft_question *question) {
    fprintf(stream, "min = %s\nmax = %s\n", question->minimum, question->maximum);
    if (question->decimals > 0)
        fprintf(stream, "decimals = %d\n", question->decimals);
}

static void write_roles(FILE *stream, const struct draft_question *question) {
    static const char *const names[] = {"identifying",    "sensitive",
                                        "exchange",       "consent_participation",
                                        "consent_quotes", "consent_contact"};
    const unsigned consents =
        ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT;
    struct list list = {stream, "role", 0, 0};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if ((question->roles & 1U << i) != 0)
            list_add(&list, names[i]);
    list_end(&list);
    if ((question->roles & consents) != 0)
        fprintf(stream, "consents = %s\n", question->codes.codes[question->consents].id);
}

static void write_condition(FILE *stream, const struct draft_condition *condition) {
    if (condition->question == NULL)
        return;
    fprintf(stream, "asked_if = %s", condition->question->id);
    for (size_t i = 0; i < condition->count; i++)
        fprintf(stream, " %s", condition->question->codes.codes[condition->codes[i]].id);
    if (condition->dk)
        fputs(" dk", stream);
    fputc('\n', stream);
}

static void write_question(const struct draft *draft, FILE *stream,
                           const struct draft_question *question) {
    fprintf(stream, "\n[question %s]\n", question->id);
    write_remarks(stream, &question->remarks);
    fprintf(stream, "type = %s\nsection = %s\n", question_type_name(question->type),
            draft->sections[question->section]->id);
    write_label(draft, stream, "text", &question->text);
    write_label(draft, stream, "subject", &question->subject);
    write_label(draft, stream, "help", &question->help);
    write_label(draft, stream, "heading", &question->heading);
    write_phrases(stream, "alias", &question->aliases);
    write_roles(stream, question);
    if (question->required)
        fputs("required = yes\n", stream);
    write_condition(stream, &question->asked_if);
    write_rows(draft, stream, &question->rows);
    if (question->codes.count > 0)
        write_answers(draft, stream, question);
    if (question->type == QUESTION_NUMBER)
        write_range(stream, question);
}

void draft_write(const struct draft *draft, FILE *stream) {
    write_about(draft, stream);
    write_survey(draft, stream);
    if (draft->ignored.count > 0) {
        fputs("\n[ingest]\n", stream);
        write_phrases(stream, "ignore", &draft->ignored);
    }
    for (size_t i = 0; i < draft->section_count; i++) {
        fprintf(stream, "\n[section %s]\n", draft->sections[i]->id);
        write_remarks(stream, &draft->sections[i]->remarks);
        write_label(draft, stream, "title", &draft->sections[i]->title);
    }
    for (size_t i = 0; i < draft->scale_count; i++)
        write_scale(draft, stream, draft->scales[i]);
    for (size_t i = 0; i < draft->question_count; i++)
        write_question(draft, stream, draft->questions[i]);
}

/* --- how long it is --- */

static size_t count_keys(const char *bytes, size_t length) {
    size_t count = 0;
    for (const char *at = bytes, *end = bytes + length; at < end;) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        count += *at != '#' && *at != '[' && *at != '\n' ? 1 : 0;
        at = feed != NULL ? feed + 1 : end;
    }
    return count;
}

bool draft_fits(const struct draft *draft, const char *bytes, size_t length, const char *path,
                struct diag *diag) {
    size_t keys = count_keys(bytes, length);
    if (length <= INI_MOST_BYTES && keys <= INI_MOST_ENTRIES)
        return true;
    struct text cure = {0};
    if (draft->language_count > 1)
        text_add_format(&cure,
                        language_pick("take fewer languages, say --lang %s, or ",
                                      "nehmen Sie weniger Sprachen, etwa --lang %s, oder "),
                        draft->languages[0]);
    diag_add(
        diag, DIAG_ERROR, &(struct diag_place){.file = path},
        "the draft would be too long for a questionnaire: %zu bytes of %d, %zu keys of %d; "
        "%sdelete questions or answers from a copy of the survey and export that",
        "der Entwurf wäre zu lang für einen Fragebogen: %zu Bytes von %d, %zu Schlüssel von "
        "%d; %slöschen Sie in einer Kopie der Umfrage Fragen oder Antworten und "
        "exportieren Sie diese",
        length, INI_MOST_BYTES, keys, INI_MOST_ENTRIES, text_string(&cure));
    text_free(&cure);
    return false;
}

/* --- the summary --- */

/* More guesses than these leave the screen; all stand in the draft. What is lost is said whole.
 */
enum { MOST_GUESSES_SAID = 10 };

/* What is said, and of how much more. */
struct summary {
    const struct draft *draft;
    FILE *stream;
    bool guesses; /* else what is lost */
    size_t left, unsaid;
};

static bool says(const struct draft_remarks *remarks, const char *loss) {
    for (const struct draft_remark *at = remarks->first; at != NULL; at = at->next)
        if (!at->guess && strcmp(at->text, loss) == 0)
            return true;
    return false;
}

/* How many questions behind that one have lost the same; -1 where one before it has, which then
 * said so for all. */
static long count_same_loss(const struct draft *draft, const struct draft_question *question,
                            const char *loss) {
    long behind = 0;
    bool passed = false;
    for (size_t i = 0; i < draft->question_count; i++) {
        bool self = draft->questions[i] == question;
        passed = passed || self;
        if (self || !says(&draft->questions[i]->remarks, loss))
            continue;
        if (!passed)
            return -1;
        behind++;
    }
    return behind;
}

/* What many questions have lost in the same words is one line. */
static void say_losses(struct summary *summary, const struct draft_question *question) {
    for (const struct draft_remark *at = question->remarks.first; at != NULL; at = at->next) {
        long more = at->guess ? -1 : count_same_loss(summary->draft, question, at->text);
        if (more < 0)
            continue;
        fprintf(summary->stream, "  %s [question %s", language_pick("lost:", "verloren:"),
                question->id);
        if (more > 0)
            fprintf(summary->stream, language_pick(", and %ld more", ", und %ld weitere"),
                    more);
        fputs("] ", summary->stream);
        utf8_print_visible(summary->stream, at->text);
        fputc('\n', summary->stream);
    }
}

static void say_remarks(struct summary *summary, const struct draft_remarks *remarks,
                        const char *kind, const char *id) {
    for (const struct draft_remark *at = remarks->first; at != NULL; at = at->next) {
        if (at->guess != summary->guesses)
            continue;
        if (summary->left == 0) {
            summary->unsaid++;
            continue;
        }
        summary->left--;
        fprintf(summary->stream, "  %s [%s%s%s] ",
                summary->guesses ? language_pick("guessed:", "geraten:")
                                 : language_pick("lost:", "verloren:"),
                kind, id[0] != '\0' ? " " : "", id);
        utf8_print_visible(summary->stream, at->text);
        fputc('\n', summary->stream);
    }
}

static void say_all(const struct draft *draft, struct summary *summary) {
    say_remarks(summary, &draft->remarks, "survey", "");
    for (size_t i = 0; i < draft->section_count; i++)
        say_remarks(summary, &draft->sections[i]->remarks, "section", draft->sections[i]->id);
    for (size_t i = 0; i < draft->scale_count; i++)
        say_remarks(summary, &draft->scales[i]->remarks, "scale", draft->scales[i]->scale);
    for (size_t i = 0; i < draft->question_count; i++) {
        const struct draft_question *question = draft->questions[i];
        if (summary->guesses)
            say_remarks(summary, &question->remarks, "question", question->id);
        else
            say_losses(summary, question);
    }
    if (summary->unsaid > 0)
        fprintf(summary->stream,
                language_pick("  and %zu more, each as # TODO where it belongs\n",
                              "  und %zu weitere, jede als # TODO an ihrer Stelle\n"),
                summary->unsaid);
}

void draft_summarise(const struct draft *draft, FILE *stream) {
    struct summary guesses = {draft, stream, true, MOST_GUESSES_SAID, 0},
                   losses = {draft, stream, false, SIZE_MAX, 0};
    fprintf(stream,
            language_pick("questions drafted: %zu; guessed, as # TODO in the draft: %zu; lost: "
                          "%zu\n",
                          "Fragen entworfen: %zu; geraten, als # TODO im Entwurf: %zu; "
                          "verloren: %zu\n"),
            draft->question_count, draft_count(draft, true), draft_count(draft, false));
    say_all(draft, &guesses);
    say_all(draft, &losses);
}
