#include "charts/metrics.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unilbrk.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "charts/quote.h"

static const char ENCODING[] = "UTF-8";

/* Advance widths of DejaVu Sans 2.37 in thousandths of an em: U+0020 to U+007E, then U+00A0 to
 * U+00FF. */
enum { ASCII_FIRST = 0x20, ASCII_LAST = 0x7E, LATIN_FIRST = 0xA0, LATIN_LAST = 0xFF };
/* clang-format off */
static const short regular[] = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    318, 401, 636, 636, 636, 636, 337, 500, 500, 1000, 471, 612, 838, 361, 1000, 500,
    500, 838, 401, 401, 500, 636, 636, 318, 500, 401, 471, 612, 969, 969, 969, 531,
    684, 684, 684, 684, 684, 684, 974, 698, 632, 632, 632, 632, 295, 295, 295, 295,
    775, 748, 787, 787, 787, 787, 787, 838, 787, 732, 732, 732, 732, 611, 605, 630,
    613, 613, 613, 613, 613, 613, 982, 550, 615, 615, 615, 615, 278, 278, 278, 278,
    612, 634, 612, 612, 612, 612, 612, 838, 612, 634, 634, 634, 634, 592, 635, 592,
};
static const short bold[] = {
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
    1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
    733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
    500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
    716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
    348, 456, 696, 696, 636, 696, 365, 500, 500, 1000, 564, 646, 838, 415, 1000, 500,
    500, 838, 438, 438, 500, 736, 636, 380, 500, 438, 564, 646, 1035, 1035, 1035, 580,
    774, 774, 774, 774, 774, 774, 1085, 734, 683, 683, 683, 683, 372, 372, 372, 372,
    838, 837, 850, 850, 850, 850, 850, 838, 850, 812, 812, 812, 812, 724, 738, 719,
    675, 675, 675, 675, 675, 675, 1048, 593, 678, 678, 678, 678, 343, 343, 343, 343,
    687, 712, 687, 687, 687, 687, 687, 838, 687, 712, 712, 712, 712, 652, 716, 652,
};
/* clang-format on */

/* Marks of German and English typography, bold. */
static const struct {
    ucs4_t character;
    int width;
} marks[] = {{0x2013, 500}, {0x2018, 380}, {0x2019, 380}, {0x201A, 380}, {0x201C, 657},
             {0x201D, 657}, {0x201E, 657}, {0x2009, 200}, {0x202F, 200}};

enum { OTHER = 860, WIDE = 1100 };

/* In thousandths of an em. */
static int character_width(ucs4_t character, bool is_bold) {
    const short *table = is_bold ? bold : regular;
    if (character >= ASCII_FIRST && character <= ASCII_LAST)
        return table[character - ASCII_FIRST];
    if (character >= LATIN_FIRST && character <= LATIN_LAST)
        return table[character - LATIN_FIRST + ASCII_LAST - ASCII_FIRST + 1];
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].character == character)
            return marks[i].width;
    int columns = uc_width(character, ENCODING);
    return columns <= 0 ? 0 : columns == 1 ? OTHER : WIDE;
}

static double width_of(const struct font *font, const char *bytes, size_t length) {
    long sum = 0;
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        at += (size_t)u8_mbtouc(&character, (const uint8_t *)bytes + at, length - at);
        sum += character_width(character, font->bold);
    }
    return (double)sum / 1000 * font->size;
}

double metrics_width(const struct font *font, const char *string) {
    return width_of(font, string, strlen(string));
}

double metrics_line_height(const struct font *font) {
    return (double)(int)(font->size * 1.32 + 0.5);
}

/* A text that is being broken: cleaned, with one mark of libunistring per byte. */
struct source {
    const struct font *font;
    struct text clean;
    const char *bytes; /* of clean */
    size_t length;
    char *breaks;
};

static struct source open_source(const struct font *font, const char *string) {
    struct source source = {.font = font};
    quote_clean(&source.clean, string);
    source.bytes = text_string(&source.clean);
    source.length = source.clean.length;
    source.breaks = memory_allocate(source.length + 1, 1);
    utf8_find_breaks(source.bytes, source.length, source.breaks);
    return source;
}

static void close_source(struct source *source) {
    free(source->breaks);
    text_free(&source->clean);
}

static size_t without_blanks(const struct source *source, size_t start, size_t end) {
    while (end > start && source->bytes[end - 1] == ' ')
        end--;
    return end;
}

static size_t after_blanks(const struct source *source, size_t at) {
    while (at < source->length && source->bytes[at] == ' ')
        at++;
    return at;
}

/* The next place after start where a line may end, at the latest the end of the text. */
static size_t next_break(const struct source *source, size_t start) {
    size_t at = start + 1;
    while (at < source->length && source->breaks[at] != UC_BREAK_POSSIBLE)
        at++;
    return at;
}

/* The end of the characters from start on that fit width by force; at least one does. */
static size_t forced_end(const struct source *source, size_t start, double width) {
    size_t end = start;
    while (end < source->length) {
        ucs4_t character;
        size_t next = end + (size_t)u8_mbtouc(&character, (const uint8_t *)source->bytes + end,
                                              source->length - end);
        bool joins = uc_width(character, ENCODING) == 0;
        if (end > start && !joins &&
            width_of(source->font, source->bytes + start, next - start) > width)
            break;
        end = next;
    }
    return end;
}

/* The end of the line that starts at start; *forced says that it lies inside a word. */
static size_t line_end(const struct source *source, size_t start, double width, bool *forced) {
    size_t best = start;
    *forced = false;
    for (size_t at = next_break(source, start);; at = next_break(source, at)) {
        size_t end = without_blanks(source, start, at);
        if (width_of(source->font, source->bytes + start, end - start) > width)
            break;
        best = at;
        if (at >= source->length)
            return best;
    }
    if (best > start)
        return best;
    *forced = true;
    double hyphen = metrics_width(source->font, "-");
    return forced_end(source, start, width > 2 * hyphen ? width - hyphen : width);
}

static bool is_latin_letter(const struct source *source, size_t at) {
    ucs4_t character;
    u8_mbtouc(&character, (const uint8_t *)source->bytes + at, source->length - at);
    return character < 0x250 && uc_is_alpha(character);
}

/* Where the last character before end begins. */
static size_t last_character(const struct source *source, size_t end) {
    do
        end--;
    while (end > 0 && ((unsigned char)source->bytes[end] & 0xC0) == 0x80);
    return end;
}

static const char *make_line(struct arena *arena, const struct source *source, size_t start,
                             size_t end, bool forced) {
    bool hyphen = forced && end < source->length &&
                  is_latin_letter(source, last_character(source, end)) &&
                  is_latin_letter(source, end);
    size_t length = without_blanks(source, start, end) - start;
    return arena_format(arena, "%.*s%s", (int)length, source->bytes + start, hyphen ? "-" : "");
}

static struct lines break_source(struct arena *arena, const struct source *source,
                                 double width) {
    struct lines lines = {.line = arena_allocate(arena, source->length + 1, sizeof(char *))};
    for (size_t start = after_blanks(source, 0); start < source->length;) {
        bool forced;
        size_t end = line_end(source, start, width, &forced);
        const char *line = make_line(arena, source, start, end, forced);
        double used = metrics_width(source->font, line);
        lines.width = used > lines.width ? used : lines.width;
        lines.line[lines.count++] = line;
        start = after_blanks(source, end);
    }
    return lines;
}

struct lines metrics_wrap(struct arena *arena, const struct font *font, const char *string,
                          double width) {
    struct source source = open_source(font, string);
    struct lines lines = break_source(arena, &source, width);
    close_source(&source);
    return lines;
}

double metrics_longest_word(const struct font *font, const char *string) {
    struct source source = open_source(font, string);
    double longest = 0;
    for (size_t start = after_blanks(&source, 0); start < source.length;) {
        size_t next = next_break(&source, start);
        size_t end = without_blanks(&source, start, next);
        double width = width_of(font, source.bytes + start, end - start);
        longest = width > longest ? width : longest;
        start = next;
    }
    close_source(&source);
    return longest;
}
