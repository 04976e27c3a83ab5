#include "charts/batch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/text.h"
#include "charts/draw.h"
#include "charts/gnuplot.h"
#include "charts/svg.h"

/* The folder inside the batch's where everything is made; removed at any exit. */
static char *workshop;

static char *path_in(const char *folder, const char *id, const char *ending) {
    struct text path = {0};
    text_add_format(&path, "%s/%s%s", folder, id, ending);
    return path.bytes;
}

static void remove_workshop(void) {
    if (workshop == NULL)
        return;
    DIR *folder = opendir(workshop);
    for (struct dirent *entry = folder != NULL ? readdir(folder) : NULL; entry != NULL;
         entry = readdir(folder))
        unlinkat(dirfd(folder), entry->d_name, 0);
    if (folder != NULL)
        closedir(folder);
    rmdir(workshop);
    free(workshop);
    workshop = NULL;
}

/* Signals wait until the workshop is gone. */
static void hold_signals(bool hold) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigprocmask(hold ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

/* With all its parents. */
static void make_folder(const char *folder) {
    char *path = memory_copy(folder);
    for (char *end = path; *end != '\0';) {
        end += strspn(end, "/");
        end += strcspn(end, "/");
        char rest = *end;
        *end = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST) {
            free(path);
            die(EXIT_CANNOT_CREATE, "cannot create the folder %s:",
                "der Ordner %s lässt sich nicht anlegen:", folder);
        }
        *end = rest;
    }
    free(path);
}

static void make_workshop(const char *folder) {
    make_folder(folder);
    char *made = path_in(folder, ".charts-XXXXXX", "");
    if (mkdtemp(made) == NULL) {
        free(made);
        die(EXIT_CANNOT_CREATE, "cannot create anything in the folder %s:",
            "im Ordner %s lässt sich nichts anlegen:", folder);
    }
    workshop = made;
    atexit(remove_workshop);
}

/* The scripts of all charts behind each other, and where each ends. */
struct scripts {
    struct text all;
    size_t *ends; /* offsets in all */
};

static struct scripts write_scripts(const struct batch *batch) {
    struct scripts scripts = {.ends = memory_allocate(batch->count, sizeof(size_t))};
    for (size_t i = 0; i < batch->count; i++) {
        draw_chart(&batch->charts[i], &frame_wide, batch->svg, batch->png, &scripts.all);
        if (batch->svg)
            draw_chart(&batch->charts[i], &frame_narrow, true, false, &scripts.all);
        scripts.ends[i] = scripts.all.length;
    }
    return scripts;
}

/* The chart whose script holds that line, and the line in that script. */
static const char *chart_at(const struct batch *batch, const struct scripts *scripts,
                            size_t line, size_t *own) {
    size_t seen = 0, start = 0;
    for (size_t i = 0; i < batch->count; i++) {
        size_t lines = 0;
        for (size_t at = start; at < scripts->ends[i]; at++)
            lines += scripts->all.bytes[at] == '\n';
        *own = line - seen;
        if (line <= seen + lines)
            return batch->charts[i].id;
        seen += lines;
        start = scripts->ends[i];
    }
    return "?";
}

static _Noreturn void die_of_error(const struct batch *batch, const struct scripts *scripts,
                                   const struct gnuplot_outcome *outcome) {
    if (outcome->line > 0) {
        size_t line = 0;
        const char *id = chart_at(batch, scripts, outcome->line, &line);
        die(EXIT_UNAVAILABLE,
            "gnuplot stopped at the chart of %s, line %zu of its script: %s; the pictures of "
            "the last run stand",
            "gnuplot brach beim Bild zu %s ab, Zeile %zu des Skripts: %s; die Bilder des "
            "letzten Laufs bleiben stehen",
            id, line, outcome->message);
    }
    die(EXIT_UNAVAILABLE,
        "gnuplot ended too early (status %d); the pictures of the last run stand",
        "gnuplot endete zu früh (Status %d); die Bilder des letzten Laufs bleiben stehen",
        outcome->number);
}

/* What asked us to stop while gnuplot ran ends us now. */
static _Noreturn void end_by_signal(int number) {
    remove_workshop();
    hold_signals(false);
    signal(number, SIG_DFL);
    raise(number);
    exit(128 + number);
}

static void run_gnuplot(const struct batch *batch, const struct scripts *scripts) {
    struct gnuplot_outcome outcome =
        gnuplot_run(workshop, scripts->all.bytes, scripts->all.length, batch->seconds);
    switch (outcome.ending) {
    case GNUPLOT_DONE:
        return;
    case GNUPLOT_MISSING:
        die(EXIT_UNAVAILABLE, "gnuplot is not installed; install the package gnuplot-nox",
            "gnuplot ist nicht installiert; installieren Sie das Paket gnuplot-nox");
    case GNUPLOT_NO_START:
        errno = outcome.number;
        die(EXIT_RESOURCE, "cannot start gnuplot:", "gnuplot lässt sich nicht starten:");
    case GNUPLOT_ERROR:
        die_of_error(batch, scripts, &outcome);
    case GNUPLOT_DIED:
        die(EXIT_UNAVAILABLE,
            "gnuplot was ended by signal %d; the pictures of the last run stand",
            "gnuplot wurde von Signal %d beendet; die Bilder des letzten Laufs bleiben stehen",
            outcome.number);
    case GNUPLOT_TOO_SLOW:
        die(EXIT_UNAVAILABLE,
            "gnuplot took longer than %d seconds and was stopped; --timeout gives it more",
            "gnuplot brauchte länger als %d Sekunden und wurde beendet; --timeout gibt ihm "
            "mehr",
            batch->seconds);
    case GNUPLOT_STOPPED:
        end_by_signal(outcome.number);
    }
}

static _Noreturn void die_of_rest(const char *id, const char *ending) {
    die(EXIT_IO,
        "the picture %s%s is not whole: is the disk full? The pictures of the last run stand",
        "das Bild %s%s ist nicht vollständig: Ist der Datenträger voll? Die Bilder des letzten "
        "Laufs bleiben stehen",
        id, ending);
}

/* No picture of ours is larger; and what is no plain file (a device, say) may have no end. */
enum { MOST_BYTES = 1 << 28 };

static FILE *open_made(const char *id, const char *ending) {
    char *path = path_in(workshop, id, ending);
    int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    free(path);
    if (descriptor >= 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
        status.st_size <= MOST_BYTES)
        return fdopen(descriptor, "rb");
    if (descriptor >= 0)
        close(descriptor);
    return NULL;
}

/* The whole file; a missing one is empty. */
static struct text read_made(const char *id, const char *ending) {
    struct text bytes = {0};
    char buffer[1 << 16];
    FILE *file = open_made(id, ending);
    if (file == NULL)
        return bytes;
    for (size_t size; (size = fread(buffer, 1, sizeof buffer, file)) > 0;)
        text_add_bytes(&bytes, buffer, size);
    bool failed = ferror(file) != 0;
    if (fclose(file) != 0 || failed)
        die(EXIT_IO, "cannot read %s%s:", "%s%s lässt sich nicht lesen:", id, ending);
    return bytes;
}

/* Writes a file of the workshop anew, down to the disk. */
static void write_made(const char *id, const char *ending, const char *bytes, size_t length) {
    char *path = path_in(workshop, id, ending);
    struct output *output = output_open(path, false);
    fwrite(bytes, 1, length, output_stream(output));
    output_close(output);
    free(path);
}

/* What is behind the id in the name of a picture of a form. */
#define WIDE   ".svg"
#define NARROW "-narrow.svg"

static void finish_svg(const struct chart *chart, const struct form *form, const char *ending) {
    struct text made = read_made(chart->id, ending), better = {0};
    if (made.length == 0 || !svg_rewrite(chart, form, made.bytes, made.length, &better))
        die_of_rest(chart->id, ending);
    write_made(chart->id, ending, better.bytes, better.length);
    text_free(&made);
    text_free(&better);
}

static void finish_png(const struct chart *chart) {
    struct text made = read_made(chart->id, ".png");
    if (made.length == 0 || !svg_png_is_whole(made.bytes, made.length))
        die_of_rest(chart->id, ".png");
    write_made(chart->id, ".png", made.bytes, made.length);
    text_free(&made);
}

static void finish(const struct batch *batch, const struct scripts *scripts) {
    size_t start = 0;
    for (size_t i = 0; i < batch->count; i++) {
        if (batch->svg) {
            finish_svg(&batch->charts[i], &frame_wide, WIDE);
            finish_svg(&batch->charts[i], &frame_narrow, NARROW);
        }
        if (batch->png)
            finish_png(&batch->charts[i]);
        if (batch->keep_scripts)
            write_made(batch->charts[i].id, ".gp", scripts->all.bytes + start,
                       scripts->ends[i] - start);
        start = scripts->ends[i];
    }
}

static void move_in(const struct batch *batch, const char *id, const char *ending) {
    char *from = path_in(workshop, id, ending), *to = path_in(batch->folder, id, ending);
    if (rename(from, to) != 0)
        die(EXIT_CANNOT_CREATE, "cannot put %s in place:", "%s lässt sich nicht ablegen:", to);
    free(from);
    free(to);
}

static void move_all_in(const struct batch *batch) {
    for (size_t i = 0; i < batch->count; i++) {
        const char *id = batch->charts[i].id;
        if (batch->svg) {
            move_in(batch, id, WIDE);
            move_in(batch, id, NARROW);
        }
        if (batch->png)
            move_in(batch, id, ".png");
        if (batch->keep_scripts)
            move_in(batch, id, ".gp");
    }
}

static bool is_drawn(const struct batch *batch, const char *id) {
    for (size_t i = 0; i < batch->count; i++)
        if (strcmp(batch->charts[i].id, id) == 0)
            return true;
    return false;
}

static void remove_old(const struct batch *batch, const char *id, const char *ending) {
    char *path = path_in(batch->folder, id, ending);
    if (unlink(path) != 0 && errno != ENOENT)
        die(EXIT_CANNOT_CREATE, "cannot remove the old %s:",
            "die alte Datei %s lässt sich "
            "nicht löschen:",
            path);
    free(path);
}

/* Whatever this run did not write anew goes, in every format. */
static void remove_all_old(const struct batch *batch) {
    for (size_t i = 0; i < batch->id_count; i++) {
        bool drawn = is_drawn(batch, batch->ids[i]);
        if (!drawn || !batch->svg) {
            remove_old(batch, batch->ids[i], WIDE);
            remove_old(batch, batch->ids[i], NARROW);
        }
        if (!drawn || !batch->png)
            remove_old(batch, batch->ids[i], ".png");
        if (!drawn || !batch->keep_scripts)
            remove_old(batch, batch->ids[i], ".gp");
    }
}

void batch_draw(const struct batch *batch) {
    hold_signals(true);
    make_workshop(batch->folder);
    if (batch->count > 0) {
        struct scripts scripts = write_scripts(batch);
        run_gnuplot(batch, &scripts);
        finish(batch, &scripts);
        move_all_in(batch);
        text_free(&scripts.all);
        free(scripts.ends);
    }
    remove_all_old(batch);
    remove_workshop();
    hold_signals(false);
}
