#include "nachlese/new.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/command.h"
#include "base/die.h"
#include "base/language.h"
#include "base/output.h"
#include "base/resource.h"
#include "nachlese/record.h"
#include "nachlese/survey_folder.h"
#include "survey/ini_suggestion.h"

static const struct command command = {
    .name = "nachlese new",
    .operands = "folder [questionnaire]",
    .english = "Makes the folder of a survey, with one of the questionnaires that come along.",
    .german = "Legt den Ordner einer Umfrage an, mit einem der mitgelieferten Fragebögen.",
};

#define DEFAULT_QUESTIONNAIRE "needs-assessment"

/* --- the questionnaires that come along --- */

static int is_ini(const struct dirent *entry) {
    size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 4 &&
           strcmp(entry->d_name + length - 4, ".ini") == 0;
}

/* Their names without ".ini", in order. */
static size_t list_questionnaires(struct arena *arena, const char *const **names) {
    char *folder = resource_path("questionnaire");
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_ini, alphasort);
    const char **found =
        arena_allocate(arena, (size_t)(count > 0 ? count : 0) + 1, sizeof *found);
    for (int i = 0; i < count; i++) {
        found[i] = arena_copy_bytes(arena, entries[i]->d_name, strlen(entries[i]->d_name) - 4);
        free(entries[i]);
    }
    free(entries);
    free(folder);
    *names = found;
    return (size_t)(count > 0 ? count : 0);
}

static const char *join_names(struct arena *arena, const char *const *names, size_t count) {
    const char *all = "";
    for (size_t i = 0; i < count; i++)
        all = arena_format(arena, "%s %s", all, names[i]);
    return all;
}

static const char *find_questionnaire(struct arena *arena, const char *wanted) {
    const char *const *names;
    size_t count = list_questionnaires(arena, &names);
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], wanted) == 0)
            return names[i];
    if (count == 0)
        die(EXIT_NO_INPUT, "no questionnaires lie beside the programs",
            "neben den Programmen liegen keine Fragebögen");
    const char *like = ini_suggestion(wanted, names, count);
    if (like != NULL)
        command_usage(&command, "there is no questionnaire '%s'; did you mean '%s'?",
                      "einen Fragebogen „%s“ gibt es nicht; meinten Sie „%s“?", wanted, like);
    command_usage(&command, "there is no questionnaire '%s'; there are:%s",
                  "einen Fragebogen „%s“ gibt es nicht; es gibt:%s", wanted,
                  join_names(arena, names, count));
}

/* --- its copy --- */

/* The days of the example are over, and with them every run would be refused. Only who asks
 * knows others. */
static bool holds_a_day(const char *line) {
    static const char *const keys[] = {"field_from ", "field_to ", "next_meeting ",
                                       "delete_raw_by ", "delete_contact_by "};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (strncmp(line, keys[i], strlen(keys[i])) == 0)
            return true;
    return false;
}

static void copy_questionnaire(const char *name, const char *path, struct arena *arena) {
    char *from = resource_path(arena_format(arena, "questionnaire/%s.ini", name));
    FILE *input = fopen(from, "r");
    char line[4096];
    if (input == NULL)
        die(EXIT_NO_INPUT, "cannot read %s:", "%s lässt sich nicht lesen:", from);
    struct output *output = output_open(path, true);
    while (fgets(line, sizeof line, input) != NULL)
        fprintf(output_stream(output), "%s%s", holds_a_day(line) ? "# " : "", line);
    if (ferror(input))
        die(EXIT_IO, "cannot read %s:", "%s lässt sich nicht lesen:", from);
    output_close(output);
    fclose(input);
    free(from);
}

/* --- the folder --- */

static void make_folder(const char *path) {
    if (mkdir(path, 0700) != 0)
        die(EXIT_CANNOT_CREATE,
            "cannot make the folder %s:", "der Ordner %s lässt sich nicht anlegen:", path);
}

static void write_readme(const char *path, const char *questionnaire) {
    struct output *output = output_open(path, true);
    fprintf(output_stream(output), "%s\n\n", record_first_line());
    fprintf(
        output_stream(output),
        language_pick(
            "This folder holds one survey. Others of this computer cannot read it.\n"
            "\n"
            "1. Change %s: who asks whom, the questions, and the days\n"
            "   that begin with #. Is it fine? nachlese form -q %s --check\n"
            "2. Make the form of it, for LimeSurvey, say:\n"
            "   nachlese form -q %s --to limesurvey -o form.txt\n"
            "   Others, on paper too: nachlese help form\n"
            "3. Put the export of the answers into the folder " SURVEY_FOLDER_EXPORTS "/.\n"
            "4. In this folder: nachlese run\n"
            "5. Its last lines say what may be sent. internal/ is for nobody else.\n",
            "In diesem Ordner liegt eine Umfrage. Andere an diesem Rechner können ihn nicht\n"
            "lesen.\n"
            "\n"
            "1. %s ändern: wer wen fragt, die Fragen, und die Tage, vor denen\n"
            "   ein # steht. Ob er in Ordnung ist: nachlese form -q %s --check\n"
            "2. Daraus das Formular machen, etwa für LimeSurvey:\n"
            "   nachlese form -q %s --to limesurvey -o formular.txt\n"
            "   Andere, auch auf Papier: nachlese help form\n"
            "3. Den Export der Antworten in den Ordner " SURVEY_FOLDER_EXPORTS "/ legen.\n"
            "4. In diesem Ordner: nachlese run\n"
            "5. Die letzten Zeilen sagen, was verschickt werden darf. internal/ ist für\n"
            "   niemanden sonst.\n"),
        questionnaire, questionnaire, questionnaire);
    output_close(output);
}

static void fill_folder(const char *folder, const char *name, struct arena *arena) {
    const char *questionnaire = language_pick("questionnaire.ini", "fragebogen.ini");
    make_folder(folder);
    make_folder(arena_format(arena, "%s/%s", folder, SURVEY_FOLDER_EXPORTS));
    copy_questionnaire(name, arena_format(arena, "%s/%s", folder, questionnaire), arena);
    write_readme(arena_format(arena, "%s/%s", folder, record_name()), questionnaire);
}

static void say_next(const char *folder, const char *name, struct arena *arena) {
    const char *const *names;
    size_t count = list_questionnaires(arena, &names);
    printf(language_pick("%s is made, with the questionnaire %s; there are:%s\n"
                         "What to do next: %s/%s\n",
                         "%s ist angelegt, mit dem Fragebogen %s; es gibt:%s\n"
                         "Wie es weitergeht: %s/%s\n"),
           folder, name, join_names(arena, names, count), folder, record_name());
    if (fflush(stdout) != 0)
        die(EXIT_IO, "cannot write to standard output:",
            "auf die Standardausgabe lässt sich nicht schreiben:");
}

int new_main(int count, char **words) {
    const char *value = NULL;
    int first = 0;
    while (command_next(&command, count, words, &value, &first) != COMMAND_END)
        ;

    const char *wanted = count - first > 1 ? words[first + 1] : DEFAULT_QUESTIONNAIRE;

    if (count - first < 1 || count - first > 2)
        command_usage(&command, "which folder? and perhaps which questionnaire",
                      "Welcher Ordner? Und vielleicht welcher Fragebogen");
    struct arena *arena = arena_new();
    const char *name = find_questionnaire(arena, wanted);

    fill_folder(words[first], name, arena);
    say_next(words[first], name, arena);
    arena_free(arena);
    return EXIT_FINE;
}
