#include "base/overwrite.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

/* Where a file is: itself, or, before it exists, its folder and the name it will have. */
struct location {
    dev_t device;
    ino_t inode;
    const char *name; /* NULL: the file itself */
    bool known;
};

static struct location locate_new(const char *path) {
    struct location location = {0};
    struct stat status;
    const char *slash = strrchr(path, '/');
    char *folder = memory_copy(slash != NULL ? path : ".");
    if (slash != NULL)
        folder[slash == path ? 1 : slash - path] = '\0';
    if (stat(folder, &status) == 0)
        location = (struct location){status.st_dev, status.st_ino,
                                     slash != NULL ? slash + 1 : path, true};
    free(folder);
    return location;
}

static struct location locate(const char *path, int standard) {
    struct stat status;
    if (path == NULL)
        return (struct location){0};
    bool is_standard = strcmp(path, "-") == 0;
    if ((is_standard ? fstat(standard, &status) : stat(path, &status)) == 0)
        return (struct location){status.st_dev, status.st_ino, NULL, S_ISREG(status.st_mode)};
    if (!is_standard)
        return locate_new(path);
    return (struct location){0};
}

static bool is_same(const struct location *one, const struct location *other) {
    if (!one->known || !other->known || one->device != other->device ||
        one->inode != other->inode)
        return false;
    return (one->name == NULL && other->name == NULL) ||
           (one->name != NULL && other->name != NULL && strcmp(one->name, other->name) == 0);
}

static void compare_inputs(const struct command *command, const char *path,
                           const char *const *inputs, size_t input_count) {
    struct location output = locate(path, STDOUT_FILENO);
    for (size_t i = 0; i < input_count; i++) {
        struct location input = locate(inputs[i], STDIN_FILENO);
        if (is_same(&output, &input))
            command_usage(
                command, "the output %s would overwrite %s, which is read; name another output",
                "die Ausgabe %s würde %s überschreiben, was gelesen wird; nennen Sie eine "
                "andere "
                "Ausgabe",
                path, inputs[i]);
    }
}

void overwrite_refuse(const struct command *command, const char *const *outputs,
                      size_t output_count, const char *const *inputs, size_t input_count) {
    for (size_t i = 0; i < output_count; i++) {
        compare_inputs(command, outputs[i], inputs, input_count);
        struct location one = locate(outputs[i], STDOUT_FILENO);
        for (size_t k = i + 1; k < output_count; k++) {
            struct location other = locate(outputs[k], STDOUT_FILENO);
            if (is_same(&one, &other))
                command_usage(command, "%s is named for two outputs",
                              "%s ist für zwei Ausgaben angegeben", outputs[i]);
        }
    }
}
