#include "verify/forms.h"

#include <string.h>

#include "base/text.h"
#include "verify/csv.h"
#include "verify/helper.h"
#include "verify/numbers.h"
#include "verify/plain.h"

/* A form of a report: its name and its numbers. */
struct form {
    const char *name;
    struct numbers numbers;
};

/* Numbers of one form that are not, or not as often, in the other. */
static void find_surplus(struct work *work, const struct form *form, const struct form *other,
                         const struct numbers *allowed, bool count) {
    for (size_t i = 0; i < form->numbers.count; i++) {
        const char *digits = form->numbers.items[i].digits;
        size_t here = numbers_times(&form->numbers, digits),
               there = numbers_times(&other->numbers, digits);
        bool seen = i > 0 && strcmp(form->numbers.items[i - 1].digits, digits) == 0;
        if (seen || (count ? here <= there : there > 0) ||
            (allowed != NULL && numbers_times(allowed, digits) > 0))
            continue;
        struct diag_place place =
            work_place(work, form->name, count ? form->numbers.items[i].line : 0);
        diag_add(work->diag, DIAG_ERROR, &place,
                 "the number %s stands here %zu times, in %s %zu times: make all forms anew "
                 "with 'nachlese run', and change none by hand",
                 "die Zahl %s steht hier %zu-mal, in %s %zu-mal: alle Formen mit „nachlese "
                 "run“ neu erzeugen und keine von Hand ändern",
                 digits, here, other->name, there);
    }
}

static const char *sibling(struct work *work, const char *name, const char *ending) {
    const char *other =
        arena_format(work->arena, "%.*s%s", (int)(strlen(name) - 3), name, ending);
    return run_files_find(work->files, other) != NULL ? other : NULL;
}

static void compare_page(struct work *work, const char *name, const char *text) {
    const char *page_name = sibling(work, name, "html");
    const char *page = page_name != NULL ? work_load(work, page_name) : NULL;
    if (page == NULL)
        return;
    struct form one = {
        name, numbers_of(work->arena, plain_without_quotations(work->arena, text), false)};
    struct form other = {
        page_name, numbers_of(work->arena, plain_page_text(work->arena, page, true), false)};
    find_surplus(work, &one, &other, NULL, true);
    find_surplus(work, &other, &one, NULL, true);
}

/* The numbers of pictures, which the PDF shows as well, and of its pages. */
static struct numbers beside_text(struct work *work, const char *name, const char *pdf) {
    struct text more = {0};
    const char *page_name = sibling(work, name, "html");
    const char *page = page_name != NULL ? work_load(work, page_name) : NULL;
    if (page != NULL)
        text_add(&more, plain_pictures(work->arena, page));
    size_t pages = 1;
    for (const char *at = pdf; *at != '\0'; at++)
        if (*at == '\f')
            text_add_format(&more, " %zu", pages++);
    struct numbers numbers =
        numbers_of(work->arena, plain_blanks(work->arena, text_string(&more)), true);
    text_free(&more);
    return numbers;
}

/* A PDF breaks lines elsewhere, repeats what stands above pages, and has the pictures. */
static void compare_pdf(struct work *work, const char *name, const char *text) {
    const char *pdf_name = sibling(work, name, "pdf");
    const char *pdf = pdf_name != NULL ? helper_pdf(work, pdf_name) : NULL;
    if (pdf == NULL)
        return;
    struct form one = {name, numbers_of(work->arena, plain_blanks(work->arena, text), true)};
    struct form other = {pdf_name,
                         numbers_of(work->arena, plain_blanks(work->arena, pdf), true)};
    struct numbers more = beside_text(work, name, pdf);
    find_surplus(work, &one, &other, NULL, false);
    find_surplus(work, &other, &one, &more, false);
}

/* "public/report.de.txt" and "public/report.en.txt" are the same report. */
static bool same_report(const char *one, const char *other) {
    size_t length = strlen(one);
    return length == strlen(other) && strncmp(one, other, length - 6) == 0;
}

/* What the organiser wrote may have a number in one language alone. */
static struct numbers of_labels(struct work *work) {
    struct text labels = {0};
    const char *codebook = work_load(work, "public/codebook.csv");
    const struct csv *csv = csv_read(work->arena, codebook != NULL ? codebook : "");
    for (size_t i = 1; i < csv->count; i++)
        for (size_t k = 0; k < csv->rows[i].count && k < csv->rows[0].count; k++)
            if (strncmp(csv->rows[0].fields[k], "label", 5) == 0)
                text_add_format(&labels, "%s\n", csv->rows[i].fields[k]);
    struct numbers numbers = numbers_of(work->arena, text_string(&labels), false);
    text_free(&labels);
    return numbers;
}

static struct form of_language(struct work *work, const char *name, const char *text) {
    const char *bare = plain_without_quotations(work->arena, text);
    return (struct form){
        name, numbers_of(work->arena, plain_without_addresses(work->arena, bare), false)};
}

static void compare_languages(struct work *work, const char *name, const char *text) {
    struct form one = of_language(work, name, text);
    struct numbers own = of_labels(work);
    for (size_t i = 0; i < work->files->count; i++) {
        const char *name_there = work->files->files[i].name;
        if (strcmp(name, name_there) == 0 ||
            !run_files_fits(name_there, "public/report.", ".txt") ||
            !same_report(name, name_there))
            continue;
        const char *there = work_load(work, name_there);
        if (there == NULL)
            continue;
        struct form other = of_language(work, name_there, there);
        find_surplus(work, &one, &other, &own, true);
    }
}

void forms_check(struct work *work) {
    for (size_t i = 0; i < work->files->count; i++) {
        const char *name = work->files->files[i].name;
        const char *text =
            run_files_fits(name, "public/report.", ".txt") ? work_load(work, name) : NULL;
        if (text == NULL)
            continue;
        compare_page(work, name, text);
        compare_pdf(work, name, text);
        compare_languages(work, name, text);
    }
}
