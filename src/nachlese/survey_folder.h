/* The folder of a survey, as `nachlese new` makes it: a questionnaire, the exports in a folder
 * of their own, and what a run makes. All strings live in the arena. */
#ifndef NACHLESE_SURVEY_FOLDER_H
#define NACHLESE_SURVEY_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/command.h"

/* Where the exports lie. */
#define SURVEY_FOLDER_EXPORTS "export"

/* The only questionnaire (*.ini) of a folder; NULL where it has none. Several of them end the
 * program with EXIT_USAGE, naming them. */
const char *survey_folder_questionnaire(const char *folder, const struct command *command,
                                        struct arena *arena);

/* The exports of a folder of a survey: all that lies in export/, in the order of names, but
 * what begins with a dot or ~ or ends with ~, as copies of editors do, and folders. 0 where
 * there is no such folder or nothing in it; then *exports is NULL. */
size_t survey_folder_exports(const char *folder, struct arena *arena,
                             const char *const **exports);

/* Ends the program with EXIT_CANNOT_CREATE, with the cure, where somebody else of this computer
 * may read the folder: it is about to hold answers of single people. */
void survey_folder_check_private(const char *folder);

#endif
