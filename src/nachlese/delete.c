#include "nachlese/delete.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/command.h"
#include "base/die.h"
#include "base/language.h"
#include "nachlese/contents.h"
#include "nachlese/folder.h"

enum { KEY_YES = 256, KEY_RAW };

static const struct command_option table[] = {
    {"yes", KEY_YES, NULL, "delete; without it they are only listed",
     "löschen; ohne das nur auflisten"},
    {"raw", KEY_RAW, NULL, "keep the contact data, which have a day of their own",
     "die Kontaktdaten behalten, für die ein eigener Tag gilt"},
};

static const struct command command = {
    .name = "nachlese delete",
    .operands = "[folder [export ...]]",
    .english = "Deletes what a run has made of single answers, and the exports that are named.",
    .german = "Löscht, was ein Lauf aus einzelnen Antworten gemacht hat, und die genannten "
              "Exporte.",
    .options = table,
    .option_count = sizeof table / sizeof table[0],
};

struct wish {
    const char *directory;
    char *const *exports;
    size_t export_count;
    bool yes, raw_alone;
};

static struct wish read_wish(int count, char **words) {
    struct wish wish = {.directory = "."};
    const char *value = NULL;
    int key, first = 0;
    while ((key = command_next(&command, count, words, &value, &first)) != COMMAND_END) {
        wish.yes |= key == KEY_YES;
        wish.raw_alone |= key == KEY_RAW;
    }
    if (first < count)
        wish.directory = words[first++];
    if (first < count) {
        wish.exports = words + first;
        wish.export_count = (size_t)(count - first);
    }
    return wish;
}

/* --- what is there --- */

/* A name in internal/, and what is to become of it. */
enum fate {
    FATE_DELETE,
    FATE_KEEP, /* it has a later day */
    FATE_ALIEN /* no run makes it, or it is no file: whoever made it has to look at it */
};

struct entry {
    const char *name;
    enum fate fate;
};

struct listing {
    int folder; /* internal/, opened without following a link; -1: there is none */
    struct entry *entries;
    size_t count;
};

static enum fate fate_of(int folder, const char *name, bool raw_alone) {
    const struct content *content = contents_find("internal", name);
    struct stat status;
    if (content == NULL || fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 ||
        !S_ISREG(status.st_mode))
        return FATE_ALIEN;
    return raw_alone && content->until == UNTIL_CONTACT_DATE ? FATE_KEEP : FATE_DELETE;
}

static struct listing list_internal(const struct wish *wish, struct arena *arena) {
    struct listing listing = {.folder = -1};
    const char *path = arena_format(arena, "%s/internal", wish->directory);
    struct dirent **names = NULL;
    listing.folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (listing.folder < 0 && errno == ENOENT)
        return listing;
    int count = listing.folder >= 0 ? scandir(path, &names, NULL, alphasort) : -1;
    if (count < 0)
        die(EXIT_NO_INPUT,
            "cannot read the folder %s:", "der Ordner %s lässt sich nicht lesen:", path);
    listing.entries = arena_allocate(arena, (size_t)count + 1, sizeof *listing.entries);
    for (int i = 0; i < count; i++) {
        const char *name = arena_copy(arena, names[i]->d_name);
        free(names[i]);
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
            listing.entries[listing.count++] =
                (struct entry){name, fate_of(listing.folder, name, wish->raw_alone)};
    }
    free(names);
    return listing;
}

/* Before anything is deleted: a name that is wrong must not be found out in the middle. */
static void check_exports(const struct wish *wish) {
    for (size_t i = 0; i < wish->export_count; i++) {
        struct stat status;
        if (lstat(wish->exports[i], &status) != 0)
            die(EXIT_NO_INPUT,
                "cannot find the export %s:", "den Export %s gibt es nicht:", wish->exports[i]);
        if (!S_ISREG(status.st_mode))
            die(EXIT_USAGE, "%s is no file but a link or a folder: name the file itself",
                "%s ist keine Datei, sondern ein Verweis oder Ordner: bitte die Datei selbst "
                "nennen",
                wish->exports[i]);
    }
}

static size_t count_fate(const struct listing *listing, enum fate fate) {
    size_t count = 0;
    for (size_t i = 0; i < listing->count; i++)
        count += listing->entries[i].fate == fate;
    return count;
}

static void print_names(const struct listing *listing, enum fate fate) {
    for (size_t i = 0; i < listing->count; i++)
        if (listing->entries[i].fate == fate)
            printf("  internal/%s\n", listing->entries[i].name);
}

static void print_fate(const struct listing *listing, enum fate fate, const char *english,
                       const char *german) {
    if (count_fate(listing, fate) > 0)
        puts(language_pick(english, german));
    print_names(listing, fate);
}

static void print_rest(const struct listing *listing) {
    print_fate(listing, FATE_KEEP, "Kept, as contact data have a day of their own:",
               "Es bleibt, denn für Kontaktdaten gilt ein eigener Tag:");
    print_fate(listing, FATE_ALIEN,
               "No run makes these. They may hold answers; look at them, and delete them\n"
               "yourself:",
               "Das macht kein Lauf. Es kann Antworten enthalten; bitte ansehen und selbst\n"
               "löschen:");
}

static void print_plan(const struct wish *wish, const struct listing *listing) {
    puts(language_pick("To be deleted (nothing is deleted yet):",
                       "Zu löschen (noch ist nichts gelöscht):"));
    print_names(listing, FATE_DELETE);
    for (size_t i = 0; i < wish->export_count; i++)
        printf("  %s\n", wish->exports[i]);
    print_rest(listing);
    fputs(language_pick(
              "public/ stays: in it are published figures alone.\n"
              "Has the archive been asked whether it wants the files? Public bodies have to\n"
              "offer them.\n",
              "public/ bleibt: Darin stehen nur veröffentlichte Zahlen.\n"
              "Ist das Archiv gefragt, ob es die Unterlagen übernimmt? Öffentliche Stellen\n"
              "müssen sie anbieten.\n"),
          stdout);
    if (wish->export_count == 0)
        puts(language_pick("The exports go only where they are named behind the folder.",
                           "Die Exporte gehen nur mit, wenn sie hinter dem Ordner genannt "
                           "sind."));
    puts(language_pick("To delete: the same command with --yes.",
                       "Löschen: derselbe Befehl mit --yes."));
}

/* --- deleting --- */

struct deleted {
    size_t files, exports;
    bool failed;
};

static bool say_failed(const char *name) {
    fprintf(stderr, language_pick("%s: cannot delete %s: %s\n", "%s: %s bleibt: %s\n"),
            command.name, name, strerror(errno));
    return false;
}

static struct deleted delete_all(const struct wish *wish, struct listing *listing) {
    struct deleted deleted = {0};
    for (size_t i = 0; i < listing->count; i++) {
        struct entry *entry = &listing->entries[i];
        if (entry->fate != FATE_DELETE)
            continue;
        if (unlinkat(listing->folder, entry->name, 0) == 0)
            deleted.files++;
        else
            deleted.failed = !say_failed(entry->name);
    }
    for (size_t i = 0; i < wish->export_count; i++) {
        if (unlink(wish->exports[i]) == 0)
            deleted.exports++;
        else
            deleted.failed = !say_failed(wish->exports[i]);
    }
    return deleted;
}

/* --- the log --- */

/* How many and not which exports: their names may be somebody's. */
static void write_log(FILE *stream, const struct deleted *deleted) {
    char day[CLOCK_DAY_SIZE];
    clock_today(day);
    fprintf(stream,
            language_pick("Deleted on %s with nachlese\n\n"
                          "[ ] The archive was asked whether it wants the files.\n\n"
                          "Deleted: files of single answers in internal/: %zu, exports: %zu.\n",
                          "Gelöscht am %s mit nachlese\n\n"
                          "[ ] Das Archiv ist gefragt, ob es die Unterlagen übernimmt.\n\n"
                          "Gelöscht: Dateien mit einzelnen Antworten in internal/: %zu, "
                          "Exporte: %zu.\n"),
            day, deleted->files, deleted->exports);
    fputs(language_pick("What no program can delete:\n"
                        "[ ] the answers in the form system\n"
                        "[ ] the mailbox, also what was sent\n"
                        "[ ] backups, and the bin of the computer\n"
                        "[ ] forms on paper\n"
                        "[ ] copies that colleagues have\n\n"
                        "Day, name: ____________________\n\n",
                        "Was kein Programm löschen kann:\n"
                        "[ ] die Antworten im Formularsystem\n"
                        "[ ] das Postfach, auch Gesendetes\n"
                        "[ ] Sicherungskopien und den Papierkorb des Rechners\n"
                        "[ ] Bögen auf Papier\n"
                        "[ ] Kopien bei Kolleginnen und Kollegen\n\n"
                        "Tag, Name: ____________________\n\n"),
          stream);
}

/* Behind what was noted before: contact data often go on a later day. Opened before anything is
 * deleted, so that nothing goes without a note. */
static FILE *open_log(const char *path) {
    int file =
        open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    FILE *stream = file >= 0 ? fdopen(file, "a") : NULL;
    if (stream == NULL)
        die(EXIT_CANNOT_CREATE, "nothing is deleted, for it cannot be noted in %s:",
            "nichts ist gelöscht, denn es lässt sich nicht in %s vermerken:", path);
    return stream;
}

static int carry_out(const struct wish *wish, struct listing *listing, struct arena *arena) {
    const char *path = arena_format(arena, "%s/%s", wish->directory,
                                    language_pick("deletion-log.txt", "loeschprotokoll.txt"));
    FILE *stream = open_log(path);
    struct deleted deleted = delete_all(wish, listing);
    write_log(stream, &deleted);
    bool failed = ferror(stream) != 0;
    if (fclose(stream) != 0 || failed)
        die(EXIT_IO, "deleted, but cannot note it in %s:",
            "gelöscht, doch lässt es sich nicht in %s vermerken:", path);
    printf(language_pick("Deleted: files in internal/: %zu, exports: %zu.\n",
                         "Gelöscht: Dateien in internal/: %zu, Exporte: %zu.\n"),
           deleted.files, deleted.exports);
    print_rest(listing);
    printf(language_pick("What is left for you to delete: %s\n",
                         "Was Sie selbst noch löschen müssen: %s\n"),
           path);
    return deleted.failed ? EXIT_IO : EXIT_FINE;
}

int delete_main(int count, char **words) {
    struct wish wish = read_wish(count, words);

    check_exports(&wish);
    struct run_folder *folder = run_folder_enter(wish.directory);

    struct arena *arena = arena_new();
    struct listing listing = list_internal(&wish, arena);
    int code = EXIT_FINE;
    if (count_fate(&listing, FATE_DELETE) + wish.export_count == 0) {
        puts(language_pick("Nothing of a run is there to delete.",
                           "Von einem Lauf ist nichts zu löschen."));
        print_rest(&listing);
    } else if (wish.yes) {
        code = carry_out(&wish, &listing, arena);
    } else {
        print_plan(&wish, &listing);
    }
    if (listing.folder >= 0)
        close(listing.folder);
    run_folder_close(folder);
    arena_free(arena);
    return code;
}
