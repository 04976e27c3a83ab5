#include "quotes/taken_back.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "survey/csv_reader.h"
#include "survey/quotation.h"

struct number {
    char key[QUOTATION_KEY_SIZE];
};

struct taken_back {
    struct number *numbers; /* few: who takes back is the exception */
    size_t count, capacity;
    bool header_seen, failed;
};

static bool take_row(void *context, const struct csv_record *record) {
    struct taken_back *taken_back = context;
    const char *bytes = record->fields[0].bytes;
    bool heading = !taken_back->header_seen;
    taken_back->header_seen = true;
    if (record->count != 1 ||
        (heading ? strcmp(bytes, "number") != 0 : strlen(bytes) != QUOTATION_KEY_SIZE - 1)) {
        taken_back->failed = true;
        return false;
    }
    if (heading)
        return true;
    taken_back->numbers = memory_grow(taken_back->numbers, taken_back->count,
                                      &taken_back->capacity, sizeof *taken_back->numbers);
    strcpy(taken_back->numbers[taken_back->count++].key, bytes);
    return true;
}

struct taken_back *taken_back_read(const char *path, struct diag *diag) {
    struct taken_back *taken_back = memory_allocate(1, sizeof *taken_back);
    const struct diag_place place = {.file = path};
    if (csv_read_file(path, path, diag, take_row, taken_back) && !taken_back->failed &&
        taken_back->header_seen)
        return taken_back;
    diag_add(diag, DIAG_ERROR, &place,
             "this is no file of nachlese-ingest --taken-back: make it again",
             "das ist keine Datei von nachlese-ingest --taken-back: bitte neu erzeugen");
    taken_back_free(taken_back);
    return NULL;
}

void taken_back_free(struct taken_back *taken_back) {
    if (taken_back == NULL)
        return;
    free(taken_back->numbers);
    free(taken_back);
}

bool taken_back_holds(const struct taken_back *taken_back, const char *number) {
    for (size_t i = 0; taken_back != NULL && i < taken_back->count; i++)
        if (strcmp(taken_back->numbers[i].key, number) == 0)
            return true;
    return false;
}
