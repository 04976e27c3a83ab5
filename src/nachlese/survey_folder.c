#include "nachlese/survey_folder.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/die.h"

static bool ends_with(const char *string, const char *end) {
    size_t length = strlen(string), wanted = strlen(end);
    return length >= wanted && strcmp(string + length - wanted, end) == 0;
}

static bool is_questionnaire(const char *name) {
    return name[0] != '.' && ends_with(name, ".ini");
}

/* LibreOffice has ".~lock.export.csv#" beside a file that is open, Excel "~$export.xlsx". */
static bool is_export(const char *name) {
    return name[0] != '.' && name[0] != '~' && !ends_with(name, "~");
}

/* The files of a folder that are meant, in the order of their names; in *names with the folder
 * before them. */
static size_t list_files(const char *folder, bool (*meant)(const char *name),
                         struct arena *arena, const char ***names) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    size_t found = 0;
    *names = arena_allocate(arena, (size_t)(count > 0 ? count : 0) + 1, sizeof **names);
    for (int i = 0; i < count; i++) {
        const char *path = strcmp(folder, ".") == 0
                               ? arena_copy(arena, entries[i]->d_name)
                               : arena_format(arena, "%s/%s", folder, entries[i]->d_name);
        struct stat status;
        if (meant(entries[i]->d_name) && stat(path, &status) == 0 && S_ISREG(status.st_mode))
            (*names)[found++] = path;
        free(entries[i]);
    }
    free(entries);
    return found;
}

const char *survey_folder_questionnaire(const char *folder, const struct command *command,
                                        struct arena *arena) {
    const char **names = NULL;
    size_t count = list_files(folder, is_questionnaire, arena, &names);
    const char *all = "";
    for (size_t i = 0; count > 1 && i < count; i++)
        all = arena_format(arena, "%s %s", all, names[i]);
    if (count > 1)
        command_usage(command, "which questionnaire? name it with -q; here are:%s",
                      "Welcher Fragebogen? Bitte mit -q nennen; hier liegen:%s", all);
    return count == 1 ? names[0] : NULL;
}

size_t survey_folder_exports(const char *folder, struct arena *arena,
                             const char *const **exports) {
    const char *path = strcmp(folder, ".") == 0
                           ? SURVEY_FOLDER_EXPORTS
                           : arena_format(arena, "%s/%s", folder, SURVEY_FOLDER_EXPORTS);
    const char **names = NULL;
    size_t count = list_files(path, is_export, arena, &names);
    *exports = count > 0 ? names : NULL;
    return count;
}

void survey_folder_check_private(const char *folder) {
    struct stat status;
    if (stat(folder, &status) != 0)
        die(EXIT_CANNOT_CREATE,
            "cannot use the folder %s:", "der Ordner %s lässt sich nicht benutzen:", folder);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        die(EXIT_CANNOT_CREATE,
            "others of this computer may read the folder %s, which holds answers of single "
            "people: chmod 700 %s, or name -q, -o and the exports",
            "andere an diesem Rechner dürfen den Ordner %s lesen, in dem Antworten Einzelner "
            "liegen: chmod 700 %s, oder -q, -o und die Exporte nennen",
            folder, folder);
}
