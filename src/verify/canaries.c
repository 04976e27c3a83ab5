#include "verify/canaries.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "base/resource.h"
#include "base/text.h"
#include "verify/csv.h"
#include "verify/helper.h"
#include "verify/letters.h"
#include "verify/packed.h"
#include "verify/plain.h"

/* Shorter ones are in other words too. What is long enough is found across blanks as well. */
enum { LEAST_LETTERS = 6, LEAST_JOINED = 12, LEAST_DIGITS = 8, LEAST_SENTENCE = 20 };

struct canary {
    const char *words, *joined; /* joined: NULL where only whole words tell */
    const char *file;
    size_t line;
};

struct canaries {
    struct work *work;
    struct canary *items;
    size_t count, capacity;
    const char *known_words, *known_joined; /* where it is no secret */
};

static bool stands_in(const struct canary *canary, const char *words, const char *joined) {
    return strstr(words, canary->words) != NULL ||
           (canary->joined != NULL && joined != NULL && strstr(joined, canary->joined) != NULL);
}

static void add(struct canaries *canaries, const char *text, size_t length, size_t least,
                const char *file, size_t line) {
    struct arena *arena = canaries->work->arena;
    const char *words = letters_words(arena, arena_copy_bytes(arena, text, length));
    size_t letters = letters_count(words);
    bool long_enough =
        letters >= (size_t)(letters_not_only_digits(words) ? LEAST_JOINED : LEAST_DIGITS);
    struct canary canary = {words, long_enough ? letters_joined(arena, words) : NULL, file,
                            line};
    if (letters < least || stands_in(&canary, canaries->known_words, canaries->known_joined))
        return;
    canaries->items = memory_grow(canaries->items, canaries->count, &canaries->capacity,
                                  sizeof *canaries->items);
    canaries->items[canaries->count++] = canary;
}

static const struct csv *read_csv(struct work *work, const char *name) {
    const char *bytes = work_load(work, name);
    const struct csv *csv = bytes != NULL ? csv_read(work->arena, bytes) : NULL;
    return csv != NULL && csv->count > 1 ? csv : NULL;
}

static void know(struct canaries *canaries, const char *text) {
    struct arena *arena = canaries->work->arena;
    canaries->known_words =
        arena_format(arena, "%s%s", canaries->known_words, letters_words(arena, text));
    canaries->known_joined = letters_joined(arena, canaries->known_words);
}

/* What the programs say themselves is nobody's answer. */
static void know_phrases(struct canaries *canaries) {
    static const char *const names[] = {"wording/de.ini", "wording/en.ini"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *path = resource_path(names[i]);
        struct text bytes = {0};
        if (run_files_load(&(struct run_file){names[i], path, S_IFREG}, &bytes))
            know(canaries, text_string(&bytes));
        text_free(&bytes);
        free(path);
    }
}

static void add_contacts(struct canaries *canaries) {
    static const char name[] = "internal/contacts.csv";
    const struct csv *csv = read_csv(canaries->work, name);
    for (size_t i = 1; csv != NULL && i < csv->count; i++)
        for (size_t k = 0; k < csv->rows[i].count && k < csv->rows[0].count; k++) {
            const char *heading = csv->rows[0].fields[k], *value = csv->rows[i].fields[k];
            if (strcmp(heading, "wave") != 0 && strcmp(heading, "consent_sha256") != 0)
                add(canaries, value, strlen(value), LEAST_LETTERS, name, csv->rows[i].line);
        }
}

/* A text as a whole, and each longer sentence. */
static void add_text(struct canaries *canaries, const char *text, const char *name,
                     size_t line) {
    add(canaries, text, strlen(text), LEAST_LETTERS, name, line);
    for (const char *at = text; *at != '\0';) {
        size_t length = strcspn(at, ".!?\n");
        add(canaries, at, length, LEAST_SENTENCE, name, line);
        at += length + strspn(at + length, ".!?\n ");
    }
}

static void add_quotations(struct canaries *canaries) {
    static const char name[] = "internal/quotes.csv";
    const struct csv *released = read_csv(canaries->work, "internal/released.csv");
    for (size_t i = 1; released != NULL && i < released->count; i++)
        know(canaries, csv_field(released, &released->rows[i], "text"));
    const struct csv *csv = read_csv(canaries->work, name);
    for (size_t i = 1; csv != NULL && i < csv->count; i++)
        add_text(canaries, csv_field(csv, &csv->rows[i], "text"), name, csv->rows[i].line);
}

static void look_in(struct canaries *canaries, const char *name, const char *text,
                    bool with_joined, bool *found) {
    struct work *work = canaries->work;
    const char *words = letters_words(work->arena, text);
    const char *joined = with_joined ? letters_joined(work->arena, words) : NULL;
    for (size_t i = 0; i < canaries->count; i++) {
        const struct canary *canary = &canaries->items[i];
        if (found[i] || !stands_in(canary, words, joined))
            continue;
        found[i] = true;
        struct diag_place place = work_place(work, name, 0);
        diag_add(work->diag, DIAG_ERROR, &place,
                 "holds what is in %s, line %zu, and was not released: do not send it; make "
                 "it anew with 'nachlese run', and add nothing by hand",
                 "enthält, was in %s, Zeile %zu, steht und nicht freigegeben ist: nicht "
                 "verschicken; mit „nachlese run“ neu erzeugen und nichts von Hand ergänzen",
                 canary->file, canary->line);
    }
}

/* The file as it is, with what stands in tags and attributes. */
static const char *untagged(struct arena *arena, const char *bytes) {
    char *copy = arena_copy(arena, bytes);
    for (char *at = copy; *at != '\0'; at++)
        if (*at == '<' || *at == '>')
            *at = ' ';
    return plain_page(arena, copy);
}

static bool ends_in(const char *name, const char *ending) {
    return run_files_fits(name, "", ending);
}

static void look_into_file(struct canaries *canaries, const char *name) {
    struct work *work = canaries->work;
    bool packed = ends_in(name, ".odt") || ends_in(name, ".xlsx");
    bool *found = memory_allocate(canaries->count, sizeof *found);
    const char *bytes = packed ? packed_read(work, name) : work_load(work, name);
    const char *pdf = ends_in(name, ".pdf") ? helper_pdf(work, name) : NULL;
    if (ends_in(name, ".png"))
        work_leave(work, "words in pictures that are made of dots",
                   "Wörter in Bildern aus Punkten", " (PNG)");
    else if (bytes != NULL)
        look_in(canaries, name, plain_page(work->arena, bytes), true, found);
    if (pdf != NULL)
        look_in(canaries, name, pdf, true, found);
    if (bytes != NULL)
        look_in(canaries, name, untagged(work->arena, bytes), false, found);
    free(found);
}

void canaries_check(struct work *work) {
    struct canaries canaries = {.work = work, .known_words = " ", .known_joined = ""};
    const char *codebook = work_load(work, "public/codebook.csv");
    know(&canaries, codebook != NULL ? codebook : "");
    know_phrases(&canaries);
    add_contacts(&canaries);
    add_quotations(&canaries);
    for (size_t i = 0; canaries.count > 0 && i < work->files->count; i++)
        if (run_files_fits(work->files->files[i].name, "public/", "") &&
            S_ISREG(work->files->files[i].mode))
            look_into_file(&canaries, work->files->files[i].name);
    free(canaries.items);
}
