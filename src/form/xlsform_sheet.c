#include "form/xlsform_sheet.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "survey/csv_reader.h"
#include "survey/workbook_file.h"

static const char *trimmed(struct arena *arena, const struct csv_field *field) {
    const char *start = field->bytes, *end = field->bytes + field->length;
    while (start < end && strchr(" \t\r\n", *start) != NULL)
        start++;
    while (end > start && strchr(" \t\r\n", end[-1]) != NULL)
        end--;
    return arena_copy_bytes(arena, start, (size_t)(end - start));
}

static struct sheet_row keep(struct arena *arena, const struct csv_record *record) {
    struct sheet_row row = {arena_allocate(arena, record->kept + 1, sizeof *row.cells),
                            record->kept};
    for (size_t i = 0; i < record->kept; i++)
        row.cells[i] = trimmed(arena, &record->fields[i]);
    return row;
}

static bool add_record(void *context, const struct csv_record *record) {
    struct sheet *sheet = context;
    if (sheet->head.cells == NULL) {
        sheet->head = keep(sheet->arena, record);
        return true;
    }
    sheet->rows = memory_grow(sheet->rows, sheet->count, &sheet->capacity, sizeof *sheet->rows);
    sheet->rows[sheet->count++] = keep(sheet->arena, record);
    return true;
}

bool sheet_read(struct sheet *sheet, struct arena *arena, const char *path, const char *name,
                struct diag *diag) {
    *sheet = (struct sheet){.arena = arena};
    struct workbook_file *workbook = workbook_file_open_sheet(path, name);
    if (workbook == NULL)
        return false;
    bool fine = csv_read_file(workbook_file_path(workbook), path, diag, add_record, sheet);
    workbook_file_close(workbook);
    if (!fine)
        sheet->count = 0;
    return fine && sheet->head.cells != NULL;
}

void sheet_free(struct sheet *sheet) {
    free(sheet->rows);
}

const char *sheet_at(const struct sheet *sheet, size_t row, size_t column) {
    return column < sheet->rows[row].count ? sheet->rows[row].cells[column] : "";
}

const char *sheet_cell(const struct sheet *sheet, size_t row, const char *heading) {
    for (size_t i = 0; i < sheet->head.count; i++)
        if (strcasecmp(sheet->head.cells[i], heading) == 0)
            return sheet_at(sheet, row, i);
    return "";
}
