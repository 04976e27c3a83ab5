/* The layout of pictures: whatever the labels and figures, no text leaves the picture and no
 * two texts overlap. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "charts/draw.h"
#include "charts/metrics.h"

enum { MOST_TEXTS = 4000, MOST_ROWS = 100, MOST_CLASSES = 11, MOST_BESIDES = 4 };

/* A text as the script places it. */
struct placed {
    struct box box;
    double size;
    char words[400];
};

static struct placed texts[MOST_TEXTS];
static size_t text_count;
static unsigned seed;

static unsigned draw_lot(unsigned count) {
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % count;
}

static const char *read_literal(const char *at, char *words) {
    for (at++; *at != '"'; at++) {
        unsigned byte = (unsigned char)*at;
        if (*at == '\\') {
            byte = (unsigned)strtoul((char[]){at[1], at[2], at[3], '\0'}, NULL, 8);
            at += 3;
        }
        *words++ = (char)byte;
    }
    *words = '\0';
    return at + 1;
}

/* set label 3 "..." at first 16.00,28.00 left font "DejaVu Sans:Bold,18" ... */
static void read_label(const char *line) {
    struct placed *text = &texts[text_count++];
    double x, y, size;
    char align[10], family[40];
    assert_true(text_count < MOST_TEXTS);
    const char *rest = read_literal(strchr(line, '"'), text->words);
    assert_int_equal(
        sscanf(rest, " at first %lf,%lf %9s font \"%39[^,],%lf", &x, &y, align, family, &size),
        5);
    struct font font = {size, strstr(family, "Bold") != NULL, PICTURE_INK};
    double wide = metrics_width(&font, text->words);
    double left = x - (align[0] == 'l' ? 0 : align[0] == 'c' ? wide / 2 : wide);
    text->size = size;
    /* From the top of capitals to the foot of g. */
    text->box = (struct box){left, y - size * 0.45, left + wide, y + size * 0.45};
}

static void read_texts(const char *script, double *width, double *height) {
    const char *size = strstr(script, " size ");
    assert_int_equal(sscanf(size, " size %lf,%lf", width, height), 2);
    text_count = 0;
    for (const char *line = strstr(script, "\nset label "); line != NULL;
         line = strstr(line + 1, "\nset label "))
        read_label(line + 1);
}

static bool overlap(const struct box *a, const struct box *b) {
    double slack = 0.6;
    return a->left < b->right - slack && b->left < a->right - slack &&
           a->top < b->bottom - slack && b->top < a->bottom - slack;
}

/* On paper the wide form is 170 mm across, which is 482 points: its smallest text must have 9
 * of them; on a phone the narrow one's 12 pixels. */
static double least_size(const struct form *form) {
    return form->narrow ? 12 : 9 * form->width / 482;
}

static void assert_neat(const struct chart *chart, const struct form *form, int round) {
    struct text script = {0};
    double width, height;
    draw_chart(chart, form, true, false, &script);
    read_texts(script.bytes, &width, &height);
    assert_true(width == form->width);
    for (size_t i = 0; i < text_count; i++) {
        const struct box *box = &texts[i].box;
        if (texts[i].size < least_size(form))
            fail_msg("round %d: '%s' is %g pixels high", round, texts[i].words, texts[i].size);
        if (box->left < 0 || box->right > width + 0.5 || box->top < 0 || box->bottom > height)
            fail_msg("round %d, kind %d: '%s' leaves the picture", round, (int)chart->kind,
                     texts[i].words);
        for (size_t k = 0; k < i; k++)
            if (overlap(box, &texts[k].box))
                fail_msg("round %d, kind %d: '%s' lies on '%s'", round, (int)chart->kind,
                         texts[i].words, texts[k].words);
    }
    text_free(&script);
}

static const char *make_words(struct arena *arena, unsigned most) {
    static const char *const words[] = {
        "Wir",
        "und",
        "Städtepartnerschaft",
        "Geld",
        "für",
        "junge",
        "Menschen",
        "WWWWWWWW",
        "1 %",
        "„so“",
        "Öffentlichkeitsarbeit",
        "a-b",
        "i",
        "zufrieden",
        "oder",
        "日本語",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf"};
    struct text text = {0};
    for (unsigned i = draw_lot(most); i > 0; i--)
        text_add_format(&text, "%s ", words[draw_lot(draw_lot(8) == 0 ? 17 : 16)]);
    const char *copy = arena_copy(arena, text_string(&text));
    text_free(&text);
    return copy;
}

static struct chart_share make_share(struct arena *arena, int64_t most) {
    int64_t base = draw_lot(6) == 0 ? 0 : 1 + draw_lot((unsigned)most);
    int64_t count = base > 0 ? draw_lot((unsigned)base + 1) : 0;
    return (struct chart_share){
        count, base, base > 0 ? arena_format(arena, "%d von %d", (int)count, (int)base) : "–"};
}

static void make_segments(struct arena *arena, const struct chart *chart,
                          struct chart_row *row) {
    int64_t *segments = arena_allocate(arena, MOST_CLASSES, sizeof *segments);
    int64_t *beside = arena_allocate(arena, MOST_BESIDES, sizeof *beside);
    row->share.base = 0;
    for (size_t i = 0; i < chart->class_count; i++) {
        segments[i] = draw_lot(3) == 0 ? 0 : draw_lot(40);
        row->share.base += segments[i];
    }
    for (size_t i = 0; i < chart->beside_count; i++)
        beside[i] = (int64_t)draw_lot(300) - 1;
    row->segments = segments;
    row->beside = beside;
}

static struct chart_row make_row(struct arena *arena, const struct chart *chart, double from) {
    struct chart_row row = {.label = make_words(arena, 14),
                            .share = make_share(arena, draw_lot(4) == 0 ? 2000000 : 60),
                            .leads = draw_lot(4) == 0,
                            .from = from,
                            .to = from + 1 + draw_lot(20)};
    struct chart_share *shares = arena_allocate(arena, CHART_MOST_MARKS, sizeof *shares);
    for (size_t i = 0; i < chart->mark_count; i++)
        shares[i] = make_share(arena, 60);
    row.marks = shares;
    row.part = row.share.count / 2;
    row.edge = arena_format(arena, "%g", row.from);
    row.end = arena_format(arena, "%g", row.to);
    if (chart->class_count > 0)
        make_segments(arena, chart, &row);
    for (int i = 0; i < 2 && row.share.base > 0; i++)
        if (chart->heads[i] != NULL)
            row.ends[i] = make_share(arena, 60).figure;
    return row;
}

static const char *const *make_names(struct arena *arena, size_t count) {
    const char **names = arena_allocate(arena, count + 1, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = make_words(arena, 6);
    return names;
}

static struct chart make_chart(struct arena *arena, enum chart_kind kind) {
    static const char *const heads[] = {"ziemlich oder sehr wichtig", "zufrieden damit"};
    bool stacked = kind == CHART_STACKED || kind == CHART_DIVERGING;
    struct chart chart = {.kind = kind,
                          .id = "q",
                          .language = "de",
                          .warning = draw_lot(2) == 0 ? make_words(arena, 20) : NULL,
                          .title = make_words(arena, 25),
                          .subtitle = make_words(arena, 25),
                          .nobody = "niemand",
                          .half = "die Hälfte",
                          .everybody = "alle",
                          .note_count = draw_lot(4),
                          .narrow =
                              "Wo ein Feld zu schmal ist, steht seine Zahl in der Tabelle.",
                          .ordered = draw_lot(2) == 0};
    chart.heads[0] = draw_lot(2) == 0 ? heads[0] : NULL;
    chart.heads[1] = draw_lot(2) == 0 ? heads[1] : NULL;
    chart.mark_count = kind == CHART_DOTS ? 2 + draw_lot(CHART_MOST_MARKS - 1) : 0;
    chart.marks = make_names(arena, chart.mark_count);
    chart.notes = make_names(arena, chart.note_count);
    chart.class_count = stacked ? 1 + draw_lot(MOST_CLASSES) : 0;
    chart.classes = make_names(arena, chart.class_count);
    chart.beside_count = stacked ? draw_lot(MOST_BESIDES) : 0;
    chart.besides = make_names(arena, chart.beside_count);
    chart.left = draw_lot((unsigned)chart.class_count + 1);
    chart.right = draw_lot((unsigned)(chart.class_count - chart.left) + 1);
    chart.row_count = 1 + draw_lot(draw_lot(4) == 0 ? MOST_ROWS : 5);
    struct chart_row *rows = arena_allocate(arena, chart.row_count, sizeof *rows);
    for (size_t i = 0; i < chart.row_count; i++)
        rows[i] = make_row(arena, &chart, i > 0 ? rows[i - 1].to : 0);
    chart.rows = rows;
    chart.has_line = draw_lot(2) == 0;
    chart.line = rows[0].from +
                 (rows[chart.row_count - 1].to - rows[0].from) * (double)draw_lot(101) / 100;
    chart.line_words = "mittlerer Wert (Median): 12,5";
    return chart;
}

static void texts_keep_apart(void **state) {
    (void)state;
    for (int round = 0; round < 1500; round++) {
        struct arena *arena = arena_new();
        seed = (unsigned)round;
        draw_lot(2);
        struct chart chart = make_chart(arena, (enum chart_kind)(round % CHART_KINDS));
        assert_neat(&chart, &frame_wide, round);
        assert_neat(&chart, &frame_narrow, round);
        arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_keep_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
