#include "quotes/release_write.h"

#include <string.h>

#include "base/utf8.h"
#include "quotes/words.h"
#include "survey/released.h"

enum { WIDTH = 76 };

static const char INDENT[] = "    ";

/* The last column of every line is far from where editors wrap. */
static void put(FILE *stream, const struct text *text) {
    for (const char *byte = text_string(text); *byte != '\0'; byte++) {
        if (*byte == '\n')
            fputc('\r', stream);
        fputc(*byte, stream);
    }
}

/* Breaks at blanks only and never cuts a word: what is read back has to be the same text. */
static void add_wrapped(struct text *page, const char *prefix, const char *string) {
    size_t room = WIDTH - utf8_width(prefix), used = 0;
    struct text word = {0};
    text_add(page, prefix);
    for (const char *at = string;;) {
        size_t length = strcspn(at, " \n");
        text_clear(&word);
        text_add_bytes(&word, at, length);
        size_t width = utf8_width(text_string(&word));
        bool fits = used == 0 || used + 1 + width <= room;
        if (!fits) {
            text_add(page, "\n");
            text_add(page, prefix);
            used = 0;
        }
        text_add(page, used > 0 ? " " : "");
        text_add(page, text_string(&word));
        used += width + (used > 0);
        if (at[length] != ' ')
            break;
        at += length + 1;
    }
    text_add(page, "\n");
    text_free(&word);
}

/* A line without words would end in a blank. */
static void add_remark(struct text *page, const char *line, size_t length) {
    text_add(page, length > 0 ? "# " : "#");
    text_add_bytes(page, line, length);
    text_add(page, "\n");
}

static void add_remarks(struct text *page, const char *lines) {
    for (const char *line = lines; line != NULL;) {
        const char *end = strchr(line, '\n');
        add_remark(page, line, end != NULL ? (size_t)(end - line) : strlen(line));
        line = end != NULL ? end + 1 : NULL;
    }
}

static void add_rule(struct text *page) {
    text_add(page, "\n# ");
    text_add_repeated(page, "-", WIDTH - 2);
    text_add(page, "\n");
}

static void add_head(struct text *page, const struct questionnaire *questionnaire,
                     int language) {
    const char *code = questionnaire->languages[language];
    struct text title = {0};
    text_add_format(&title, "%s: %s", words_pick(code, WORD_TITLE),
                    questionnaire->title.in[language]);
    add_wrapped(page, "# ", text_string(&title));
    text_free(&title);
    add_remark(page, "", 0);
    add_remarks(page, words_pick(code, WORD_INTRODUCTION));
}

static void add_question(struct text *page, const struct question *question, int language) {
    add_rule(page);
    add_wrapped(page, "# ", question->id);
    add_wrapped(page, "# ", question->text.in[language]);
}

static void add_brackets(struct text *page, const struct quote *quote, const char *language,
                         bool mark_new) {
    text_add_format(page, "\n[%s] %s", quote->released ? "x" : " ", quote->key);
    if (mark_new && quote->line == 0)
        text_add_format(page, " %s", words_pick(language, WORD_NEW));
    if (quote->edited != NULL)
        text_add_format(page, " %s", words_pick(language, WORD_EDITED));
    if (quote->released) {
        char key[QUOTATION_KEY_SIZE];
        quotation_key(key, quote->question->id, quote_text(quote));
        text_add_format(page, " %s %s", words_pick(language, WORD_RELEASED), key);
    }
    text_add(page, "\n");
}

/* Lines with "!": why there is no release. */
static void add_obstacles(struct text *page, const struct quote *quote, const char *language) {
    struct text words = {0};
    if (quote->marks != 0) {
        words_add_marks(&words, language, quote->marks);
        text_add_format(&words, ": %s", words_pick(language, WORD_EDIT_FIRST));
    } else if (quote->changed) {
        text_add(&words, words_pick(language, WORD_CHANGED_SINCE));
    }
    if (words.length > 0)
        add_wrapped(page, "    ! ", words.bytes);
    text_free(&words);
}

static void add_text(struct text *page, const char *tidy) {
    for (const char *line = tidy;;) {
        add_wrapped(page, "    | ", line);
        line = strchr(line, '\n');
        if (line++ == NULL)
            break;
        text_add_format(page, "%s|\n", INDENT);
    }
}

static void add_quote(struct text *page, const struct quote *quote, const char *language,
                      bool mark_new) {
    add_brackets(page, quote, language, mark_new);
    add_obstacles(page, quote, language);
    add_text(page, quote_text(quote));
}

static void add_gone(struct text *page, const struct gone_quote *gone, const char *language) {
    text_add_format(page, "\n[%s] %s %s", gone->ticked ? "x" : " ", gone->key,
                    words_pick(language, WORD_GONE));
    if (gone->edited != NULL)
        text_add_format(page, " %s", words_pick(language, WORD_EDITED));
    if (gone->released[0] != '\0')
        text_add_format(page, " %s %s", words_pick(language, WORD_RELEASED), gone->released);
    text_add(page, "\n");
    if (gone->edited != NULL)
        add_text(page, gone->edited);
}

static void add_all_gone(struct text *page, const struct quotes *quotes, const char *language) {
    if (quotes->gone_count == 0)
        return;
    add_rule(page);
    add_remarks(page, words_pick(language, WORD_GONE_HEAD));
    for (size_t i = 0; i < quotes->gone_count; i++)
        add_gone(page, &quotes->gone[i], language);
}

void release_write(FILE *stream, const struct quotes *quotes,
                   const struct questionnaire *questionnaire, int language, bool mark_new) {
    const char *code = questionnaire->languages[language];
    struct text page = {0};
    text_add(&page, "\uFEFF");
    add_head(&page, questionnaire, language);
    if (quotes->count == 0)
        text_add_format(&page, "\n# %s\n", words_pick(code, WORD_NONE));
    for (size_t i = 0; i < quotes->count; i++) {
        const struct quote *quote = &quotes->rows[i];
        if (i == 0 || quote->question != quotes->rows[i - 1].question)
            add_question(&page, quote->question, language);
        add_quote(&page, quote, code, mark_new);
        put(stream, &page);
        text_clear(&page);
    }
    add_all_gone(&page, quotes, code);
    put(stream, &page);
    text_free(&page);
}

/* By hand two quotes may have become the same text; originals never are. */
static bool printed_otherwise(const struct quotes *quotes, size_t index) {
    const struct quote *quote = &quotes->rows[index];
    if (quote->edited == NULL)
        return false;
    char key[QUOTATION_KEY_SIZE];
    quotation_key(key, quote->question->id, quote->edited);
    const struct quote *twin = quotes_find(quotes, key);
    if (twin != NULL && twin->released && twin->edited == NULL)
        return true;
    for (size_t i = index; i > 0 && quotes->rows[i - 1].question == quote->question; i--) {
        const struct quote *other = &quotes->rows[i - 1];
        if (other->released && other->edited != NULL &&
            quotation_same(other->edited, quote->edited))
            return true;
    }
    return false;
}

size_t release_write_released(FILE *stream, const struct quotes *quotes) {
    size_t count = 0;
    released_write_header(stream);
    for (size_t i = 0; i < quotes->count; i++) {
        const struct quote *quote = &quotes->rows[i];
        if (!quote->released || printed_otherwise(quotes, i))
            continue;
        released_write(stream, quote->question, quote_text(quote));
        count++;
    }
    return count;
}
