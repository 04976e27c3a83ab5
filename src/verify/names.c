#include "verify/names.h"

#include <fnmatch.h>
#include <stdbool.h>
#include <sys/stat.h>

static const char *const folders[] = {"public", "public/charts", "public/charts/+([a-z])",
                                      "public/verschicken", "public/send"};
static const char *const files[] = {
    "public/report.+([a-z]).@(txt|html|pdf|odt)",
    "public/report.+([a-z0-9_]).+([a-z0-9_]).+([a-z]).@(txt|html|pdf|odt)",
    "public/tables.+([a-z]).@(txt|html|xlsx)",
    "public/published.csv",
    "public/codebook.csv",
    "public/BARRIEREFREIHEIT.txt",
    "public/ACCESSIBILITY.txt",
    "public/@(verschicken|send)/report.+([a-z]).@(txt|pdf)",
    "public/charts/+([a-z])/+([a-z0-9_])?(.by.+([a-z0-9_.]))?(-narrow).@(svg|png)",
};

static bool is_one_of(const char *name, const char *const *patterns, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (fnmatch(patterns[i], name, FNM_EXTMATCH | FNM_PATHNAME | FNM_PERIOD) == 0)
            return true;
    return false;
}

static void check_public(struct work *work, const struct run_file *file) {
    bool known = S_ISDIR(file->mode)
                     ? is_one_of(file->name, folders, sizeof folders / sizeof folders[0])
                     : S_ISREG(file->mode) &&
                           is_one_of(file->name, files, sizeof files / sizeof files[0]);
    struct diag_place place = work_place(work, file->name, 0);
    if (!known)
        diag_add(work->diag, DIAG_ERROR, &place,
                 "no run makes this: move it out of public/, which is for files to be sent",
                 "das macht kein Lauf: aus public/ herausnehmen, dort liegt, was verschickt "
                 "werden darf");
}

static void check_internal(struct work *work, const struct run_file *file) {
    mode_t wanted = S_ISDIR(file->mode) ? 0700 : 0600;
    struct diag_place place = work_place(work, file->name, 0);
    if (!S_ISDIR(file->mode) && !S_ISREG(file->mode))
        diag_add(work->diag, DIAG_ERROR, &place,
                 "is no file: put the file itself there, or remove it",
                 "ist keine Datei: die Datei selbst dorthin legen oder es löschen");
    else if ((file->mode & 07777 & ~wanted) != 0)
        diag_add(work->diag, DIAG_ERROR, &place, "may be read by others: chmod %o (it has %o)",
                 "ist für andere lesbar: chmod %o (jetzt %o)", (unsigned)wanted,
                 (unsigned)(file->mode & 07777));
}

void names_check(struct work *work) {
    for (size_t i = 0; i < work->files->count; i++)
        if (run_files_fits(work->files->files[i].name, "public", ""))
            check_public(work, &work->files->files[i]);
        else
            check_internal(work, &work->files->files[i]);
}
