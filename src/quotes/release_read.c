#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "base/encoding.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "quotes/release_parts.h"
#include "quotes/words.h"

struct reading {
    struct release *release;
    struct diag *diag;
    struct diag_place place;
    bool below_text; /* the line above is one of a text */
    bool in_quote;   /* text belongs to the last block */
    bool failed;
};

/* A line without the white space at its ends; a BOM that an editor put twice is such, too. */
struct line {
    const char *bytes;
    size_t length;
};

static bool is_blank(ucs4_t character) {
    return character == 0xFEFF || uc_is_property_white_space(character);
}

static struct line trimmed(const char *bytes, size_t length) {
    size_t start = length, end = 0;
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        size_t size = (size_t)u8_mbtouc(&character, (const uint8_t *)bytes + at, length - at);
        if (!is_blank(character)) {
            start = start < at ? start : at;
            end = at + size;
        }
        at += size;
    }
    return end > start ? (struct line){bytes + start, end - start} : (struct line){bytes, 0};
}

static void refuse(struct reading *reading, const char *english, const char *german) {
    diag_add(reading->diag, DIAG_ERROR, &reading->place, "%s", "%s",
             language_pick(english, german));
    reading->failed = true;
}

/* "x" and "X" release; nothing and blanks do not; false for anything else. */
static bool understand_box(struct line box, bool *ticked) {
    box = trimmed(box.bytes, box.length);
    *ticked = box.length == 1 && (box.bytes[0] == 'x' || box.bytes[0] == 'X');
    return *ticked || box.length == 0;
}

static bool take_number(const char *word, size_t length, char key[QUOTATION_KEY_SIZE]) {
    if (length != QUOTATION_KEY_SIZE - 1)
        return false;
    for (size_t i = 0; i < length; i++) {
        char byte = word[i];
        bool digit = byte >= '0' && byte <= '9';
        if (!digit && !((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f'))
            return false;
        /* Some editors begin every line with a capital. */
        key[i] = digit ? byte : (char)(byte | 0x20);
    }
    key[length] = '\0';
    return true;
}

/* Takes the next word from words; an empty one where two signs part words. */
static struct line next_word(struct line *words) {
    struct line word = {words->bytes, 0};
    while (word.length < words->length && strchr(" \t,;:", word.bytes[word.length]) == NULL)
        word.length++;
    size_t taken = word.length < words->length ? word.length + 1 : word.length;
    words->bytes += taken;
    words->length -= taken;
    return word;
}

/* The numbers among the words; whatever else is there is for people. */
static size_t take_numbers(struct line words, char numbers[2][QUOTATION_KEY_SIZE]) {
    size_t count = 0;
    while (words.length > 0 && count < 2) {
        struct line word = next_word(&words);
        count += take_number(word.bytes, word.length, numbers[count]);
    }
    return count;
}

/* True where one of the words says, in either language, that the answer is gone. */
static bool says_gone(struct line words) {
    static const char *const languages[] = {"de", "en"};
    while (words.length > 0) {
        struct line word = next_word(&words);
        for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
            const char *gone = words_pick(languages[i], WORD_GONE);
            if (strlen(gone) == word.length && memcmp(gone, word.bytes, word.length) == 0)
                return true;
        }
    }
    return false;
}

static void begin_quote(struct reading *reading, struct line line) {
    const char *close = memchr(line.bytes, ']', line.length);
    char numbers[2][QUOTATION_KEY_SIZE] = {"", ""};
    size_t inside = close != NULL ? (size_t)(close - line.bytes) - 1 : 0;
    struct line words = {"", 0};
    if (close != NULL)
        words = (struct line){close + 1, line.length - inside - 2};
    reading->in_quote = false;
    if (take_numbers(words, numbers) == 0) {
        refuse(reading,
               "this line has lost the number behind its brackets: put it back, or delete the "
               "quotation",
               "dieser Zeile fehlt die Nummer hinter der Klammer: Bitte wieder einsetzen oder "
               "das Zitat löschen");
        return;
    }
    struct release *release = reading->release;
    release->blocks = memory_grow(release->blocks, release->count, &release->capacity,
                                  sizeof *release->blocks);
    struct release_block *block = &release->blocks[release->count++];
    *block = (struct release_block){.line = reading->place.line, .gone = says_gone(words)};
    memcpy(block->key, numbers[0], QUOTATION_KEY_SIZE);
    memcpy(block->released, numbers[1], QUOTATION_KEY_SIZE);
    if (!understand_box((struct line){line.bytes + 1, inside}, &block->ticked)) {
        struct diag_place place = reading->place;
        place.item = block->key;
        diag_add(reading->diag, DIAG_WARNING, &place,
                 "between the brackets stands neither a blank nor x: not released",
                 "in der Klammer steht weder ein Leerzeichen noch x: nicht freigegeben");
    }
    reading->in_quote = true;
}

static void add_text(struct reading *reading, struct line line) {
    if (!reading->in_quote) {
        /* The line above it has been reported already where that is the reason. */
        if (!reading->failed)
            refuse(reading,
                   "this text belongs to no quotation: above it a line with [ ] is missing",
                   "dieser Text gehört zu keinem Zitat: Darüber fehlt eine Zeile mit [ ]");
        return;
    }
    struct text *text = &reading->release->blocks[reading->release->count - 1].text;
    line = trimmed(line.bytes + 1, line.length - 1);
    text_add_bytes(text, line.bytes, line.length);
    text_add_byte(text, line.length > 0 ? ' ' : '\n');
}

/* Below a line of a quote any line that does not look like ours could be the rest of that line,
 * wrapped by an editor. */
static void take_other(struct reading *reading, struct line line) {
    static const char RULE[] = "# --";
    bool remark = line.bytes[0] == '#' || line.bytes[0] == '!';
    bool rule =
        line.length >= sizeof RULE - 1 && memcmp(line.bytes, RULE, sizeof RULE - 1) == 0;
    if (!remark || (reading->below_text && !rule))
        refuse(reading,
               "this line belongs to no quotation: begin it with | if it is text, with # if it "
               "is a remark (below an empty line)",
               "diese Zeile gehört zu keinem Zitat: Beginnen Sie sie mit |, wenn sie Text ist, "
               "mit #, wenn sie eine Bemerkung ist (unter einer leeren Zeile)");
    else if (line.bytes[0] == '#')
        reading->in_quote = false;
}

static void take_line(struct reading *reading, const char *bytes, size_t length) {
    reading->place.line++;
    if (!utf8_valid(bytes, length) || memchr(bytes, '\0', length) != NULL) {
        refuse(reading, "broken characters: save the file as UTF-8",
               "kaputte Zeichen: Bitte die Datei als UTF-8 speichern");
        return;
    }
    struct line line = trimmed(bytes, length);
    char sign = '\0';
    if (line.length > 0)
        sign = line.bytes[0];
    if (sign == '|')
        add_text(reading, line);
    else if (sign == '[')
        begin_quote(reading, line);
    else if (line.length > 0)
        take_other(reading, line);
    reading->below_text = sign == '|';
}

/* CR, LF and CRLF end a line. */
static void take_lines(struct reading *reading, const char *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        size_t end = at;
        while (end < length && bytes[end] != '\n' && bytes[end] != '\r')
            end++;
        take_line(reading, bytes + at, end - at);
        at = end + 1;
        if (at < length && bytes[end] == '\r' && bytes[at] == '\n')
            at++;
    }
}

struct release *release_read(const char *path, struct diag *diag) {
    struct text whole = {0};
    char chunk[1 << 16];
    size_t length;
    struct encoding_source *source = encoding_open(path);
    while ((length = encoding_read(source, chunk, sizeof chunk)) > 0)
        text_add_bytes(&whole, chunk, length);
    struct release *release = memory_allocate(1, sizeof *release);
    release->file = memory_copy(path);
    release->windows = encoding_found(source) == ENCODING_WINDOWS_1252;
    encoding_close(source);
    struct reading reading = {.release = release, .diag = diag, .place = {.file = path}};
    take_lines(&reading, text_string(&whole), whole.length);
    text_free(&whole);
    if (!reading.failed)
        return release;
    release_free(release);
    return NULL;
}

void release_free(struct release *release) {
    if (release == NULL)
        return;
    for (size_t i = 0; i < release->count; i++)
        text_free(&release->blocks[i].text);
    free(release->blocks);
    free(release->file);
    free(release);
}
