#include "quotes/release.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "base/encoding.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "quotes/marks.h"
#include "quotes/taken_back.h"
#include "quotes/windows.h"
#include "quotes/words.h"

struct release_block {
    size_t line;                  /* of its brackets */
    bool ticked;                  /* [x] */
    bool gone;                    /* kept by a run that did not find the answer */
    char key[QUOTATION_KEY_SIZE]; /* the quote's number */
    /* The number of the text that the tick holds for; "": the one below. */
    char released[QUOTATION_KEY_SIZE];
    struct text text; /* as written; lines joined by blanks, paragraphs by LF */
};

struct release {
    char *file;
    bool windows; /* saved as Windows-1252, which lacks characters */
    struct release_block *blocks;
    size_t count, capacity;
};

/* --- reading --- */

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

/* --- quotes whose answer is gone --- */

/* True where the text is the answer's own: its number fits with one of the questions. */
static bool is_original(const char *tidy, const char *key,
                        const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        char own[QUOTATION_KEY_SIZE];
        quotation_key(own, questionnaire->questions[i].id, tidy);
        if (strcmp(own, key) == 0)
            return true;
    }
    return false;
}

/* Keeps what was decided by hand in a block whose answer is not there. False where nothing was.
 * The original is not kept: whoever takes an answer back wants it gone. Its number is enough to
 * know it again. */
static bool gone_keep(struct quotes *quotes, const struct release_block *block,
                      const struct questionnaire *questionnaire) {
    struct gone_quote gone = {.ticked = block->ticked, .line = block->line};
    struct text tidy = {0};
    quotation_tidy(&tidy, text_string(&block->text), block->text.length);
    bool empty = tidy.length == 0;
    memcpy(gone.key, block->key, sizeof gone.key);
    memcpy(gone.released, block->released, sizeof gone.released);
    if (empty && !block->gone)
        gone.ticked = false; /* an [x] above nothing */
    if (empty || is_original(tidy.bytes, block->key, questionnaire))
        text_free(&tidy);
    gone.edited = tidy.bytes;
    if (!gone.ticked && gone.edited == NULL)
        return false;
    /* An [x] put since the previous run holds for the text that it was put for. */
    if (gone.edited == NULL && gone.released[0] == '\0')
        memcpy(gone.released, block->key, sizeof gone.released);
    quotes->gone = memory_grow(quotes->gone, quotes->gone_count, &quotes->gone_capacity,
                               sizeof *quotes->gone);
    quotes->gone[quotes->gone_count++] = gone;
    return true;
}

static int compare_gone(const void *left, const void *right) {
    const struct gone_quote *one = left, *other = right;
    int order = strcmp(one->key, other->key);
    return order != 0 ? order : (one->line > other->line) - (one->line < other->line);
}

/* Brings what is kept into the order of the numbers. */
static void gone_sort(struct quotes *quotes) {
    if (quotes->gone_count > 0)
        qsort(quotes->gone, quotes->gone_count, sizeof *quotes->gone, compare_gone);
}

/* --- applying --- */

static struct diag_place place_of(const struct release *release,
                                  const struct release_block *block) {
    return (struct diag_place){release->file, block->line, 0, block->key};
}

static void refuse_twice(struct diag *diag, const struct diag_place *place, size_t line) {
    diag_add(diag, DIAG_ERROR, place,
             "this number stands in line %zu already: keep one of the two",
             "diese Nummer steht schon in Zeile %zu: Bitte nur eine der beiden behalten", line);
}

/* Every quote at most once: else a wrapped line of one quote could decide about another. */
static bool find_quotes(const struct release *release, struct quotes *quotes,
                        struct diag *diag) {
    bool fine = true;
    for (size_t i = 0; i < release->count; i++) {
        const struct release_block *block = &release->blocks[i];
        struct quote *quote = quotes_find(quotes, block->key);
        struct diag_place place = place_of(release, block);
        if (quote == NULL)
            continue;
        if (quote->line > 0) {
            fine = false;
            refuse_twice(diag, &place, quote->line);
        }
        quote->line = block->line;
    }
    return fine;
}

/* Takes over the text of the file where it is another than the original. Returns whether it can
 * be judged: not where an editor has put question marks for some of its characters. */
static bool take_text(struct quote *quote, const struct release_block *block, bool windows) {
    struct text tidy = {0};
    quotation_tidy(&tidy, text_string(&block->text), block->text.length);
    bool same = tidy.length == 0 || quotation_same(quote->original, tidy.bytes) ||
                (windows && windows_same(quote->original, tidy.bytes));
    if (same) {
        text_free(&tidy);
        return true;
    }
    quote->edited = tidy.bytes;
    quote->marks = quote_marks(quote);
    quote->marks |= (unsigned)marks_damaged(quote->edited, quote->original) << MARK_DAMAGED;
    return !windows || windows_fits(quote->original);
}

/* The tick holds for the text below it: it was put since the previous run, or the text is
 * still that of then. */
static bool holds_for_text(const struct release_block *block, const struct quote *quote) {
    char key[QUOTATION_KEY_SIZE];
    quotation_key(key, quote->question->id, quote_text(quote));
    return block->released[0] == '\0' || strcmp(block->released, key) == 0;
}

static void warn_of_marks(struct diag *diag, const struct diag_place *place, unsigned marks) {
    struct text names = {0};
    words_add_marks(&names, language_is_german() ? "de" : "en", marks);
    diag_add(diag, DIAG_WARNING, place, "[x] does not count as long as the text has: %s",
             "[x] gilt nicht, solange im Text steht: %s", text_string(&names));
    text_free(&names);
}

static void decide(struct quote *quote, const struct release_block *block, bool legible,
                   const struct diag_place *place, struct diag *diag) {
    if (!block->ticked)
        return;
    if (block->text.length == 0 && !block->gone) {
        diag_add(diag, DIAG_WARNING, place,
                 "[x] does not count: there is no text below it; the original is put back",
                 "[x] gilt nicht: Darunter fehlt der Text; der ursprüngliche wird wieder "
                 "eingesetzt");
    } else if (!legible) {
        quote->changed = true;
        diag_add(diag, DIAG_WARNING, place,
                 "[x] does not count: the file was saved as Windows-1252, which lacks "
                 "characters of this text; save it as UTF-8",
                 "[x] gilt nicht: Die Datei wurde als Windows-1252 (ANSI) gespeichert, dem "
                 "Zeichen dieses Textes fehlen; speichern Sie sie als UTF-8");
    } else if (!holds_for_text(block, quote)) {
        quote->changed = true;
        diag_add(diag, DIAG_WARNING, place,
                 "[x] does not count: the text has changed since it was released",
                 "[x] gilt nicht: Der Text wurde nach der Freigabe geändert");
    } else if (quote->marks != 0) {
        warn_of_marks(diag, place, quote->marks);
    } else {
        quote->released = true;
    }
}

/* A quote that is kept was reported when it was gone. */
static void drop(struct quotes *quotes, const struct release_block *block,
                 const struct questionnaire *questionnaire, const struct diag_place *place,
                 struct diag *diag) {
    bool taken_back = taken_back_holds(quotes->taken_back, block->key);
    bool kept = !taken_back && gone_keep(quotes, block, questionnaire);
    if (block->gone && !taken_back)
        return;
    diag_add(diag, DIAG_NOTE, place, "%s", "%s",
             kept
                 ? language_pick("this quotation is no longer among the answers; what you "
                                 "decided is kept at the end of the file",
                                 "dieses Zitat ist nicht mehr unter den Antworten; Ihre "
                                 "Entscheidung bleibt am Ende der Datei aufgehoben")
                 : language_pick("this quotation is no longer among the answers, and drops out",
                                 "dieses Zitat ist nicht mehr unter den Antworten und "
                                 "entfällt"));
}

static bool settle_gone(const struct release *release, struct quotes *quotes,
                        struct diag *diag) {
    bool fine = true;
    gone_sort(quotes);
    for (size_t i = 1; i < quotes->gone_count; i++) {
        const struct gone_quote *gone = &quotes->gone[i], *other = gone - 1;
        struct diag_place place = {release->file, gone->line, 0, gone->key};
        if (strcmp(gone->key, other->key) != 0)
            continue;
        refuse_twice(diag, &place, other->line);
        fine = false;
    }
    return fine;
}

bool release_apply(const struct release *release, struct quotes *quotes,
                   const struct questionnaire *questionnaire, struct diag *diag,
                   struct release_changes *changes) {
    *changes = (struct release_changes){0};
    if (!find_quotes(release, quotes, diag))
        return false;
    for (size_t i = 0; i < release->count; i++) {
        const struct release_block *block = &release->blocks[i];
        struct quote *quote = quotes_find(quotes, block->key);
        struct diag_place place = place_of(release, block);
        if (quote == NULL) {
            changes->vanished += !block->gone;
            drop(quotes, block, questionnaire, &place, diag);
            continue;
        }
        bool legible = take_text(quote, block, release->windows);
        decide(quote, block, legible, &place, diag);
    }
    if (!settle_gone(release, quotes, diag))
        return false;
    for (size_t i = 0; i < quotes->count; i++)
        changes->added += quotes->rows[i].line == 0;
    return true;
}
