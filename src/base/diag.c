#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8_control.h"

enum { PRINTED_OF_ONE_KIND = 20 };

struct kind {
    const char *format; /* the English format string, by address: one call site is one kind */
    size_t count;
};

struct diag {
    FILE *stream;
    size_t counts[DIAG_ERROR + 1];
    struct kind *kinds;
    size_t kind_count;
    size_t kind_capacity;
    size_t held_back;
    char *first; /* the first message of the highest level so far, with its place */
    enum diag_level first_level;
};

struct diag *diag_new(FILE *stream) {
    struct diag *diag = memory_allocate(1, sizeof *diag);
    diag->stream = stream;
    return diag;
}

void diag_free(struct diag *diag) {
    if (diag == NULL)
        return;
    free(diag->kinds);
    free(diag->first);
    free(diag);
}

static size_t count_kind(struct diag *diag, const char *format) {
    for (size_t i = 0; i < diag->kind_count; i++)
        if (diag->kinds[i].format == format)
            return ++diag->kinds[i].count;
    diag->kinds =
        memory_grow(diag->kinds, diag->kind_count, &diag->kind_capacity, sizeof *diag->kinds);
    diag->kinds[diag->kind_count++] = (struct kind){format, 1};
    return 1;
}

static const char *level_name(enum diag_level level) {
    switch (level) {
    case DIAG_NOTE:
        return language_pick("note", "Hinweis");
    case DIAG_WARNING:
        return language_pick("warning", "Warnung");
    case DIAG_ERROR:
        return language_pick("error", "Fehler");
    }
    return "";
}

static void add_place(struct text *line, const struct diag_place *place) {
    if (place == NULL)
        return;
    if (place->file != NULL) {
        text_add(line, place->file);
        if (place->line > 0)
            text_add_format(line, ":%zu", place->line);
        if (place->line > 0 && place->column > 0)
            text_add_format(line, ":%zu", place->column);
        text_add(line, ": ");
    }
    if (place->item != NULL && place->item[0] != '\0')
        text_add_format(line, "%s: ", place->item);
}

/* Takes the line over. */
static void keep_first(struct diag *diag, enum diag_level level, struct text *line) {
    if (diag->first != NULL && diag->first_level >= level) {
        text_free(line);
        return;
    }
    free(diag->first);
    diag->first = line->bytes;
    diag->first_level = level;
}

void diag_add(struct diag *diag, enum diag_level level, const struct diag_place *place,
              const char *english, const char *german, ...) {
    diag->counts[level]++;
    if (count_kind(diag, english) > PRINTED_OF_ONE_KIND) {
        diag->held_back++;
        return;
    }
    char message[2048];
    va_list arguments;
    va_start(arguments, german);
    vsnprintf(message, sizeof message, language_pick(english, german), arguments);
    va_end(arguments);
    struct text line = {0};
    add_place(&line, place);
    text_add_format(&line, "%s: %s", level_name(level), message);
    utf8_print_visible(diag->stream, text_string(&line));
    fputc('\n', diag->stream);
    keep_first(diag, level, &line);
}

const char *diag_first(const struct diag *diag) {
    return diag->first;
}

size_t diag_count(const struct diag *diag, enum diag_level level) {
    return diag->counts[level];
}

void diag_finish(struct diag *diag) {
    if (diag->held_back == 0)
        return;
    fprintf(diag->stream,
            language_pick("%zu more messages of the same kinds are not shown\n",
                          "%zu weitere Meldungen derselben Art sind nicht gezeigt\n"),
            diag->held_back);
    diag->held_back = 0;
}
