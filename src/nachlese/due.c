#include "nachlese/due.h"

#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/text.h"
#include "nachlese/contents.h"

static void say(struct diag *diag, const char *file, const char *key, const char *day) {
    const struct diag_place place = {.file = file};
    diag_add(
        diag, DIAG_ERROR, &place,
        "was to be deleted by %s (%s): delete it, and all its copies; only if that day is "
        "wrong, correct it in the questionnaire",
        "war bis %s zu löschen (%s): Bitte löschen, auch alle Kopien; nur wenn der Tag falsch "
        "ist, im Fragebogen berichtigen",
        day, key);
}

static void say_made(struct diag *diag, const char *directory, const char *name,
                     const char *key, const char *day) {
    struct text path = {0};
    text_add_format(&path, "%s/internal/%s", directory, name);
    if (access(text_string(&path), F_OK) == 0)
        say(diag, text_string(&path), key, day);
    text_free(&path);
}

bool due_say_contacts(const struct questionnaire *questionnaire,
                      const struct run_options *options) {
    struct diag *diag = diag_new(stderr);
    if (clock_has_passed(questionnaire->delete_contact_by))
        say_made(diag, options->directory, "contacts.csv", "delete_contact_by",
                 questionnaire->delete_contact_by);
    bool due = diag_count(diag, DIAG_ERROR) > 0;
    diag_free(diag);
    return due;
}

void due_say_made(const struct questionnaire *questionnaire,
                  const struct run_options *options) {
    struct diag *diag = diag_new(stderr);
    for (size_t i = 0; i < contents_count; i++)
        if (contents[i].until == UNTIL_RAW_DATE)
            say_made(diag, options->directory, contents[i].name, "delete_raw_by",
                     questionnaire->delete_raw_by);
    diag_free(diag);
}
