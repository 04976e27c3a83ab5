#include "nachlese/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/language.h"
#include "base/memory.h"
#include "nachlese/contents.h"
#include "nachlese/watch.h"

struct run_folder {
    struct arena *arena;
    const char *path;
    const char *work; /* NULL: nothing is being built */
    int lock;
    mode_t mask; /* the user's */
};

/* For atexit: die() leaves by exit(), and an unfinished folder must not stay. */
static struct run_folder *unfinished;

/* In the order in which they are put into place. */
static const char *const parts[] = {"internal", "public"};
enum { PARTS = 2 };

/* The file that people edit, and the note of what it was when the run began. */
static const char edited[] = "internal/release.txt";
static const char note[] = "watched";

static const char *join(const struct run_folder *folder, const char *parent, const char *name) {
    return arena_format(folder->arena, "%s/%s", parent, name);
}

static int remove_entry(const char *path, const struct stat *status, int kind,
                        struct FTW *where) {
    (void)status, (void)kind, (void)where;
    /* A fault shows when the folder above cannot be removed. */
    remove(path);
    return 0;
}

/* Tries again for half a second what others who are just ending may hinder; true when it is
 * done. */
static bool insist(bool (*try)(const void *), const void *what) {
    const struct timespec pause = {.tv_nsec = 25 * 1000 * 1000};
    for (int tries = 0; tries < 20; tries++) {
        if (try(what))
            return true;
        int fault = errno;
        nanosleep(&pause, NULL);
        errno = fault;
    }
    return try(what);
}

static bool try_remove(const void *path) {
    nftw(path, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    int fault = errno;
    bool gone = access(path, F_OK) != 0;
    errno = fault;
    return gone;
}

static void remove_tree(const char *path) {
    if (!insist(try_remove, path))
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
}

static void remove_unfinished(void) {
    if (unfinished != NULL && unfinished->work != NULL)
        remove_tree(unfinished->work);
    unfinished = NULL;
}

/* A rename is safe against power failure only when the folder that holds the name is on the
 * disk too. */
static void synchronise(const char *path) {
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0 || (fsync(descriptor) != 0 && errno != EINVAL))
        die(EXIT_IO, "cannot write %s:", "%s lässt sich nicht schreiben:", path);
    close(descriptor);
}

static void make_folder(const char *path, mode_t mode) {
    struct stat status;
    if (mkdir(path, mode) == 0)
        return;
    bool exists = errno == EEXIST;
    if (exists && stat(path, &status) == 0 && !S_ISDIR(status.st_mode))
        die(EXIT_CANNOT_CREATE, "%s is a file; name a folder with -o",
            "%s ist eine Datei; bitte mit -o einen Ordner nennen", path);
    if (!exists)
        die(EXIT_CANNOT_CREATE,
            "cannot create the folder %s:", "der Ordner %s lässt sich nicht anlegen:", path);
}

/* The full name of the folder, or of the nearest one above it that is there. */
static char *find_real(const struct run_folder *folder, bool *is_itself) {
    char *path =
        arena_format(folder->arena, "%s%s", folder->path[0] == '/' ? "" : "./", folder->path);
    char *real = realpath(path, NULL);
    *is_itself = real != NULL;
    for (char *slash; real == NULL && (slash = strrchr(path, '/')) != NULL;) {
        *slash = '\0';
        real = realpath(slash == path ? "/" : path, NULL);
    }
    char *found = arena_copy(folder->arena, real != NULL ? real : "");
    free(real);
    return found;
}

static bool is_run(const struct run_folder *folder, const char *path) {
    static const char *const marks[] = {".lock", "internal", "public"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (access(join(folder, path, marks[i]), F_OK) != 0)
            return false;
    return true;
}

/* A run replaces what lies in its folder, so that another run in there would be lost with it.
 */
static void refuse_inside_run(const struct run_folder *folder) {
    bool is_itself;
    char *path = find_real(folder, &is_itself);
    for (; path[0] != '\0'; *strrchr(path, '/') = '\0') {
        if (!is_itself && is_run(folder, path))
            die(EXIT_CANNOT_CREATE,
                "%s lies in %s, the folder of another run; name a folder beside it with -o",
                "%s liegt in %s, dem Ordner eines anderen Laufs; bitte mit -o einen Ordner "
                "daneben nennen",
                folder->path, path);
        is_itself = false;
    }
}

static void make_with_parents(struct run_folder *folder) {
    char *path = arena_copy(folder->arena, folder->path);
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        make_folder(path, 0777);
        *slash = '/';
    }
    make_folder(path, 0777);
}

static bool try_lock(const void *descriptor) {
    return flock(*(const int *)descriptor, LOCK_EX | LOCK_NB) == 0;
}

static void lock(struct run_folder *folder) {
    const char *name = join(folder, folder->path, ".lock");
    folder->lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (folder->lock < 0)
        die(EXIT_CANNOT_CREATE, "cannot create %s:", "%s lässt sich nicht anlegen:", name);
    /* The tools of a driver that was killed this moment hold it, too, until they have ended. */
    if (insist(try_lock, &folder->lock))
        return;
    if (errno == EWOULDBLOCK)
        die(EXIT_CANNOT_CREATE,
            "another run is at work in %s; wait until it ends or name another folder with -o",
            "in %s arbeitet schon ein anderer Lauf; bitte sein Ende abwarten oder mit -o einen "
            "anderen "
            "Ordner nennen",
            folder->path);
    die(EXIT_CANNOT_CREATE, "cannot lock %s:", "%s lässt sich nicht sperren:", name);
}

/* Exchanges in one step. Where the file system cannot, the old one steps aside first: then
 * there is a moment without. */
static void put_in_place(const struct run_folder *folder, const char *ready, const char *part) {
    const char *from = join(folder, ready, part);
    const char *to = join(folder, folder->path, part);
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE) == 0)
        return;
    if (errno != ENOENT) {
        const char *aside = arena_format(folder->arena, "%s/old-%s", ready, part);
        if (rename(to, aside) != 0)
            die(EXIT_CANNOT_CREATE, "cannot replace %s:", "%s lässt sich nicht ersetzen:", to);
    }
    if (rename(from, to) != 0)
        die(EXIT_CANNOT_CREATE, "cannot put %s in place:", "%s lässt sich nicht ablegen:", to);
}

static ino_t inode(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 ? status.st_ino : 0;
}

/* What was saved after the run had looked for the last time lies in the folder that stepped
 * aside. It is younger than what the run made of its forerunner, so it goes back. */
static void keep_edits(const struct run_folder *folder, const char *ready) {
    static const char *const places[] = {"internal/release.txt", "old-internal/release.txt"};
    const char *to = join(folder, folder->path, edited);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        const char *from = join(folder, ready, places[i]);
        if (access(from, F_OK) != 0 || watch_holds(join(folder, ready, note), from))
            continue;
        if (rename(from, to) != 0)
            die(EXIT_CANNOT_CREATE,
                "cannot put %s in place:", "%s lässt sich nicht ablegen:", to);
        fprintf(
            stderr,
            language_pick("%s was changed while a run was at work: it stays as it was saved; "
                          "run again to take up the change\n",
                          "%s wurde während eines Laufs geändert: Die Datei bleibt, wie sie "
                          "gespeichert ist; bitte noch einmal laufen lassen\n"),
            to);
    }
}

/* A folder that still has the inode number of the new one has not been put into place yet. */
static void complete(const struct run_folder *folder, const char *ready,
                     const ino_t new_ones[PARTS]) {
    for (size_t i = 0; i < PARTS; i++)
        if (inode(join(folder, ready, parts[i])) == new_ones[i])
            put_in_place(folder, ready, parts[i]);
    keep_edits(folder, ready);
    synchronise(folder->path);
    remove_tree(ready);
}

static void clean_entry(const struct run_folder *folder, const char *name) {
    uintmax_t inodes[PARTS];
    intmax_t process = 0;
    char rest = '\0';
    const char *path = join(folder, folder->path, name);
    if (sscanf(name, ".ready-%ju-%ju%c", &inodes[0], &inodes[1], &rest) == 2)
        complete(folder, path, (const ino_t[PARTS]){inodes[0], inodes[1]});
    else if (sscanf(name, ".run-%jd%c", &process, &rest) == 1)
        remove_tree(path);
}

/* What a killed run left. Only the holder of the lock calls this, so none of it is in use. */
static void clean(const struct run_folder *folder) {
    DIR *directory = opendir(folder->path);
    if (directory == NULL)
        die(EXIT_IO, "cannot read the folder %s:", "der Ordner %s lässt sich nicht lesen:",
            folder->path);
    for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory))
        clean_entry(folder, entry->d_name);
    closedir(directory);
}

/* Hidden files are those of office programs and file managers; a name that ends in "~" is an
 * editor's copy of what was in the file before. */
static bool may_be_lost(const char *name) {
    return name[0] == '.' || name[strlen(name) - 1] == '~';
}

/* Where somebody may have put a file of their own. */
static const char *const looked_at[] = {"internal", "public", "public/verschicken",
                                        "public/send"};

/* All in public/ and internal/ is replaced, so a file that someone put there by hand would be
 * lost. */
static void refuse_foreign_files(const struct run_folder *folder, const char *part) {
    DIR *directory = opendir(join(folder, folder->path, part));
    if (directory == NULL)
        return;
    for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
        if (may_be_lost(entry->d_name) || contents_find(part, entry->d_name) != NULL)
            continue;
        die(EXIT_CANNOT_CREATE,
            "%s/%s/%s was not made by a run and would be lost; move it away or name another "
            "folder with -o",
            "%s/%s/%s stammt nicht von einem Lauf und ginge verloren; bitte verschieben oder "
            "mit -o einen "
            "anderen Ordner nennen",
            folder->path, part, entry->d_name);
    }
    closedir(directory);
}

static void begin(struct run_folder *folder) {
    const char *work = arena_format(folder->arena, "%s/.run-%ld", folder->path, (long)getpid());
    if (mkdir(work, 0700) != 0)
        die(EXIT_CANNOT_CREATE,
            "cannot create the folder %s:", "der Ordner %s lässt sich nicht anlegen:", work);
    folder->work = work;
    make_folder(join(folder, work, "internal"), 0700);
    make_folder(join(folder, work, "public"), 0777);
    watch_begin(join(folder, work, note), join(folder, folder->path, edited));
}

static struct run_folder *make_named(const char *path) {
    struct run_folder *folder = memory_allocate(1, sizeof *folder);
    folder->arena = arena_new();
    char *name = arena_copy(folder->arena, path);
    for (size_t end = strlen(name); end > 1 && name[end - 1] == '/'; end--)
        name[end - 1] = '\0';
    folder->path = name;
    folder->mask = umask(022);
    umask(folder->mask);
    return folder;
}

struct run_folder *run_folder_open(const char *path) {
    struct run_folder *folder = make_named(path);
    refuse_inside_run(folder);
    make_with_parents(folder);
    lock(folder);
    clean(folder);
    for (size_t i = 0; i < sizeof looked_at / sizeof looked_at[0]; i++)
        refuse_foreign_files(folder, looked_at[i]);
    unfinished = folder;
    atexit(remove_unfinished);
    begin(folder);
    return folder;
}

struct run_folder *run_folder_enter(const char *path) {
    struct run_folder *folder = make_named(path);
    if (!is_run(folder, folder->path))
        die(EXIT_NO_INPUT,
            "%s is no folder of a run: name the folder that nachlese run was given with -o",
            "%s ist kein Ordner eines Laufs: bitte den nennen, den nachlese run mit -o bekam",
            folder->path);
    lock(folder);
    clean(folder);
    return folder;
}

void run_folder_close(struct run_folder *folder) {
    if (folder == NULL)
        return;
    remove_unfinished();
    close(folder->lock);
    arena_free(folder->arena);
    free(folder);
}

const char *run_folder_path(const struct run_folder *folder) {
    return folder->path;
}

const char *run_folder_work(const struct run_folder *folder) {
    return folder->work;
}

const mode_t *run_folder_mask(const struct run_folder *folder, bool public_files) {
    static const mode_t internal = 0077;
    return public_files ? &folder->mask : &internal;
}

int run_folder_lock(const struct run_folder *folder) {
    return folder->lock;
}

/* The reports would not show what was decided meanwhile, and the decision itself would be lost.
 */
static void refuse_edits(const struct run_folder *folder) {
    const char *file = join(folder, folder->path, edited);
    if (!watch_holds(join(folder, folder->work, note), file))
        die(EXIT_CANNOT_CREATE,
            "%s was changed while the run was at work, so nothing is replaced; run again to "
            "take "
            "up the change",
            "%s wurde geändert, während der Lauf arbeitete, darum ist nichts ersetzt; bitte "
            "noch "
            "einmal laufen lassen",
            file);
}

void run_folder_swap(struct run_folder *folder) {
    ino_t inodes[PARTS];
    for (size_t i = 0; i < PARTS; i++) {
        synchronise(join(folder, folder->work, parts[i]));
        inodes[i] = inode(join(folder, folder->work, parts[i]));
    }
    const char *ready = arena_format(folder->arena, "%s/.ready-%ju-%ju", folder->path,
                                     (uintmax_t)inodes[0], (uintmax_t)inodes[1]);
    synchronise(folder->work);
    refuse_edits(folder);
    if (rename(folder->work, ready) != 0)
        die(EXIT_CANNOT_CREATE,
            "cannot put %s in place:", "%s lässt sich nicht ablegen:", ready);
    folder->work = NULL;
    synchronise(folder->path);
    complete(folder, ready, inodes);
}
