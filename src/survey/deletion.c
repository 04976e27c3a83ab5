#include "survey/deletion.h"

#include <assert.h>

#include "base/clock.h"

const char *deletion_key(enum deletion deletion) {
    static const char *const keys[DELETIONS] = {"delete_raw_by", "delete_contact_by"};
    assert(deletion < DELETIONS);
    return keys[deletion];
}

const char *deletion_day(const struct questionnaire *questionnaire, enum deletion deletion) {
    const char *const days[DELETIONS] = {questionnaire->delete_raw_by,
                                         questionnaire->delete_contact_by};
    assert(deletion < DELETIONS);
    return days[deletion];
}

bool deletion_is_due(const struct questionnaire *questionnaire, enum deletion deletion) {
    return clock_has_passed(deletion_day(questionnaire, deletion));
}

void deletion_say(const struct questionnaire *questionnaire, enum deletion deletion,
                  const char *file, struct diag *diag) {
    assert(deletion_is_due(questionnaire, deletion));
    diag_add(
        diag, DIAG_ERROR, &(struct diag_place){.file = file},
        "was to be deleted by %s (%s): delete it, and all its copies; only if that day is "
        "wrong, correct it in the questionnaire",
        "war bis %s zu löschen (%s): Bitte löschen, auch alle Kopien; nur wenn der Tag falsch "
        "ist, im Fragebogen berichtigen",
        deletion_day(questionnaire, deletion), deletion_key(deletion));
}
