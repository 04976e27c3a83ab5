/* Workbooks (.xlsx): read through xlsx2csv, a program of its own. Its first sheet, or one of
 * that name, becomes a nameless file of CSV, which only the owner of the workbook can read;
 * workbook_file_close ends it.
 */
#ifndef SURVEY_WORKBOOK_FILE_H
#define SURVEY_WORKBOOK_FILE_H

#include <stdbool.h>

#include "base/diag.h"

struct workbook_file;

/* True where path is a regular file that begins as a workbook does. */
bool workbook_file_is(const char *path);

/* Converts the first sheet: dates as YYYY-MM-DD HH:MM:SS, other cells as their values. Warns
 * where there is a second sheet that is not empty. NULL after reporting to diag why it cannot
 * be read: broken, too large (100 MB of CSV, 512 MB of memory), or too slow (60 s). Ends the
 * program with EXIT_UNAVAILABLE where there is no xlsx2csv, with EXIT_RESOURCE where it cannot
 * be started. */
struct workbook_file *workbook_file_open(const char *path, struct diag *diag);
/* Converts the sheet of that name. NULL where there is none, or where it cannot be read:
 * nothing is reported. Otherwise as workbook_file_open. */
struct workbook_file *workbook_file_open_sheet(const char *path, const char *name);
void workbook_file_close(struct workbook_file *workbook);

/* Where the CSV can be opened, as often as needed; lives as long as the workbook. */
const char *workbook_file_path(const struct workbook_file *workbook);

#endif
