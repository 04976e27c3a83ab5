#include "ingest/known_names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "survey/person_field.h"
#include "survey/person_word.h"

enum { LEAST_LETTERS = 4, LEAST_PAIR = 5 };

/* --- a set of words, of which only digests are kept --- */

struct words {
    uint64_t *slots; /* 0: free; a power of two, at most half full */
    size_t count, capacity;
};

/* FNV-1a, its bits mixed once more. Two words of a million that look the same would cost one
 * mark too many, and nothing else. */
static uint64_t digest_bytes_on(uint64_t digest, const char *string) {
    for (const char *byte = string; *byte != '\0'; byte++)
        digest = (digest ^ (unsigned char)*byte) * UINT64_C(0x100000001B3);
    return digest;
}

/* Of one word, or of two with a blank between; second may be NULL. */
static uint64_t digest_word(const char *first, const char *second) {
    uint64_t digest = digest_bytes_on(UINT64_C(0xCBF29CE484222325), first);
    if (second != NULL)
        digest = digest_bytes_on(digest_bytes_on(digest, " "), second);
    digest = (digest ^ digest >> 29) * UINT64_C(0xBF58476D1CE4E5B9);
    digest ^= digest >> 32;
    return digest != 0 ? digest : 1;
}

static size_t find_slot(const struct words *words, uint64_t digest) {
    size_t slot = (size_t)digest & (words->capacity - 1);
    while (words->slots[slot] != 0 && words->slots[slot] != digest)
        slot = (slot + 1) & (words->capacity - 1);
    return slot;
}

static void words_end(struct words *words) {
    if (words->slots != NULL)
        explicit_bzero(words->slots, words->capacity * sizeof *words->slots);
    free(words->slots);
    *words = (struct words){0};
}

static void words_grow(struct words *words) {
    enum { SMALLEST = 256 };
    struct words larger = {.capacity = words->capacity > 0 ? 2 * words->capacity : SMALLEST};
    larger.slots = memory_allocate(larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < words->capacity; i++)
        if (words->slots[i] != 0)
            larger.slots[find_slot(&larger, words->slots[i])] = words->slots[i];
    larger.count = words->count;
    words_end(words);
    *words = larger;
}

static void words_add(struct words *words, const char *first, const char *second) {
    uint64_t digest = digest_word(first, second);
    if (2 * words->count >= words->capacity)
        words_grow(words);
    size_t slot = find_slot(words, digest);
    words->count += words->slots[slot] == 0;
    words->slots[slot] = digest;
}

static bool words_has(const struct words *words, const char *first, const char *second) {
    return words->count > 0 && words->slots[find_slot(words, digest_word(first, second))] != 0;
}

/* --- what does not count --- */

struct named_column {
    size_t column;
    enum person_field field;
};

struct known_names {
    const struct questionnaire *questionnaire;
    struct words names;
    struct words own; /* of the questionnaire's texts, and NO_NAMES: what is no name */
    struct named_column *columns;
    size_t column_count, column_capacity;
    char *lines; /* what is taken from a cell; wiped at the end */
    size_t lines_size;
};

/* Folded as person_word has them: what stands in a field for a name and is none. */
static const char NO_NAMES[] =
    " frau herr herrn damen herren familie eheleute ehepaar doktor professor professorin "
    "diplom "
    "dipl prof dres magister mister misses miss madame monsieur pani oder und sowie oder auch "
    "der die das von vom zum zur van den der fuer beim bitte siehe oben unten keine keiner "
    "kein "
    "name namen vorname nachname familienname mail email telefon adresse anonym unbekannt egal "
    "verein heimatverein foerderverein sportverein kulturverein freundeskreis verband gruppe "
    "initiative chor orchester kirche kirchgemeinde gemeinde kirchengemeinde stadt ort region "
    "landkreis kreis land amt rathaus stadtverwaltung gemeindeverwaltung verwaltung schule "
    "grundschule oberschule gymnasium universitaet hochschule verlag firma gmbh stiftung "
    "museum "
    "bibliothek feuerwehr jugendclub jugendzentrum zentrum haus kulturhaus buergerhaus "
    "netzwerk "
    "partnerschaft staedtepartnerschaft komitee ausschuss arbeitskreis projekt team vorstand "
    "vorsitz vorsitzende vorsitzender buergermeister buergermeisterin pfarrer pfarrerin lehrer "
    "lehrerin chef chefin leiter leiterin leitung schulleiter schulleiterin geschaeftsfuehrer "
    "geschaeftsfuehrerin geschaeftsstelle sekretariat trainer trainerin mitglied mitglieder "
    "ansprechpartner ansprechpartnerin ansprechperson kontakt info office service post buero "
    "presse webmaster admin redaktion contact hello hallo club association society school "
    "church council town city mayor chair chairman chairwoman secretary treasurer with and "
    "the for from none nobody unknown anonymous test family the deutschland germany polen "
    "poland tschechien czechia sachsen brandenburg bayern europa europe deutsch polnisch "
    "tschechisch ";

/* True where a form of the word as it is written stands in the questionnaire. */
static bool is_own(const struct known_names *names, const struct person_word *word) {
    for (size_t i = 0; i < word->written_count; i++)
        if (words_has(&names->own, word->forms[i], NULL))
            return true;
    return false;
}

static void add_own(struct known_names *names, const char *string) {
    struct person_word word = {.bytes = string};
    while (string != NULL && person_word_next(&word))
        for (size_t i = 0; i < word.written_count; i++)
            words_add(&names->own, word.forms[i], NULL);
}

static void add_own_label(struct known_names *names, const struct label *label) {
    for (size_t i = 0; i < names->questionnaire->language_count; i++)
        add_own(names, label->in[i]);
}

static void add_own_codes(struct known_names *names, const struct code *codes, size_t count) {
    for (size_t i = 0; i < count; i++)
        add_own_label(names, &codes[i].label);
}

/* What respondents read. The organisers' own names, in [survey] and [privacy], are not it. */
static void read_questionnaire(struct known_names *names) {
    const struct questionnaire *questionnaire = names->questionnaire;
    add_own(names, NO_NAMES);
    add_own_label(names, &questionnaire->title);
    for (size_t i = 0; i < questionnaire->section_count; i++)
        add_own_label(names, &questionnaire->sections[i].title);
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        add_own_label(names, &question->text);
        add_own_label(names, &question->subject);
        add_own_label(names, &question->help);
        add_own_label(names, &question->dk);
        add_own_codes(names, question->rows, question->row_count);
        if (question->codes != NULL)
            add_own_codes(names, question->codes->codes, question->codes->count);
    }
}

/* --- names out of cells --- */

static void add_word(struct known_names *names, const struct person_word *word) {
    if (word->letters < LEAST_LETTERS || is_own(names, word))
        return;
    for (size_t i = 0; i < word->written_count; i++)
        words_add(&names->names, word->forms[i], NULL);
}

/* "Eva Abt": each word is too short to count alone, but not both together, in either order. */
static void add_pair(struct known_names *names, const struct person_word *one,
                     const struct person_word *other) {
    bool is_short = one->letters < LEAST_LETTERS || other->letters < LEAST_LETTERS;
    if (!is_short || one->letters < 2 || other->letters < 2 ||
        one->letters + other->letters < LEAST_PAIR || is_own(names, one) ||
        is_own(names, other))
        return;
    words_add(&names->names, one->forms[0], other->forms[0]);
    words_add(&names->names, other->forms[0], one->forms[0]);
}

/* The words of a part of a field. Beside words with a capital those without are "von der" and
 * the like. */
static void take_part(struct known_names *names, const char *part) {
    bool capitals = false;
    struct person_word word = {.bytes = part}, before = {0};
    while (person_word_next(&word))
        capitals = capitals || word.capital;
    word = (struct person_word){.bytes = part};
    while (person_word_next(&word)) {
        if (capitals && !word.capital)
            continue;
        add_word(names, &word);
        if (before.form_count > 0)
            add_pair(names, &before, &word);
        before = word;
    }
    explicit_bzero(&word, sizeof word);
    explicit_bzero(&before, sizeof before);
}

/* "karla.musterhof", and "kmusterhof": an initial may stand before a surname. */
static void take_local_part(struct known_names *names, char *local) {
    struct person_word word = {.bytes = local};
    size_t count = 0;
    while (person_word_next(&word)) {
        add_word(names, &word);
        count++;
    }
    word = (struct person_word){.bytes = local};
    if (count == 1 && person_word_next(&word) && word.letters > LEAST_LETTERS + 1 &&
        !is_own(names, &word)) {
        struct person_word surname = {.bytes = word.forms[0] + 1};
        if (((unsigned char)surname.bytes[0] & 0xC0) != 0x80 && person_word_next(&surname))
            add_word(names, &surname);
        explicit_bzero(&surname, sizeof surname);
    }
    explicit_bzero(&word, sizeof word);
}

/* Takes the e-mail addresses out of a cell: blanks are left. */
static void take_addresses(struct known_names *names, char *cell) {
    static const char around[] = " \t\r\n,;<>()[]\"";
    for (char *at = cell; (at = strchr(at, '@')) != NULL;) {
        char *start = at, *end = at + strcspn(at, around);
        while (start > cell && strchr(around, start[-1]) == NULL)
            start--;
        *at = '\0';
        take_local_part(names, start);
        memset(start, ' ', (size_t)(end - start));
        at = end;
    }
}

static size_t count_words(const char *part) {
    struct person_word word = {.bytes = part};
    size_t count = 0;
    while (person_word_next(&word))
        count++;
    explicit_bzero(&word, sizeof word);
    return count;
}

/* In a field of which nobody knows what it holds, a part with a number is an address or a date,
 * and a place may follow; one of many words is a sentence. */
static void take_cell(struct known_names *names, char *cell, enum person_field field) {
    enum { MOST_WORDS = 4 };
    static const char parting[] = ",;/|\r\n\t()";
    take_addresses(names, cell);
    if (field == PERSON_ELSE)
        return;
    for (char *part = cell; *part != '\0';) {
        size_t size = strcspn(part, parting);
        bool last = part[size] == '\0';
        part[size] = '\0';
        if (field == PERSON_UNKNOWN && strpbrk(part, "0123456789") != NULL)
            return;
        if (field != PERSON_UNKNOWN || count_words(part) <= MOST_WORDS)
            take_part(names, part);
        part += last ? size : size + 1;
    }
}

static void take_column(struct known_names *names, const struct decoder *decoder,
                        const struct named_column *column) {
    const struct cell cell = decoder_open_cell(decoder, column->column);
    if (cell.length == 0)
        return;
    if (cell.length >= names->lines_size) {
        if (names->lines != NULL)
            explicit_bzero(names->lines, names->lines_size);
        free(names->lines);
        names->lines_size = 2 * cell.length + 1;
        names->lines = memory_allocate(names->lines_size, 1);
    }
    memcpy(names->lines, cell.bytes, cell.length);
    names->lines[cell.length] = '\0';
    take_cell(names, names->lines, column->field);
}

/* --- columns --- */

static void add_column(struct known_names *names, size_t column, enum person_field field) {
    if (column == 0)
        return;
    names->columns = memory_grow(names->columns, names->column_count, &names->column_capacity,
                                 sizeof *names->columns);
    names->columns[names->column_count++] = (struct named_column){column, field};
}

/* What a column holds that is not asked for: a person only where its heading says so. An id or
 * a token may be an address. */
static void add_dropped(struct known_names *names, const struct binding *binding,
                        size_t column) {
    const struct column *bound = &binding->columns[column - 1];
    enum person_field field = person_field_find(bound->title, bound->title_length);
    if (bound->metadata == METADATA_ID || bound->metadata == METADATA_TOKEN)
        add_column(names, column, PERSON_ELSE);
    else if ((bound->ignored || bound->metadata == METADATA_DROPPED) &&
             (field == PERSON_NAME || field == PERSON_EMAIL))
        add_column(names, column, field);
}

void known_names_start(struct known_names *names, const struct binding *binding) {
    const struct questionnaire *questionnaire = names->questionnaire;
    names->column_count = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        for (size_t f = 0; question->fields != NULL && f < question->row_count; f++)
            add_column(names, binding->questions[i].items[f], question->fields[f]);
    }
    for (size_t column = 1; column <= binding->count; column++)
        if (binding->columns[column - 1].heading.question == NULL)
            add_dropped(names, binding, column);
}

void known_names_take(struct known_names *names, const struct decoder *decoder) {
    if (names->column_count > 0 && names->own.count == 0)
        read_questionnaire(names);
    for (size_t i = 0; i < names->column_count; i++)
        take_column(names, decoder, &names->columns[i]);
}

struct known_names *known_names_new(const struct questionnaire *questionnaire) {
    struct known_names *names = memory_allocate(1, sizeof *names);
    names->questionnaire = questionnaire;
    return names;
}

void known_names_free(struct known_names *names) {
    if (names == NULL)
        return;
    if (names->lines != NULL)
        explicit_bzero(names->lines, names->lines_size);
    free(names->lines);
    free(names->columns);
    words_end(&names->names);
    words_end(&names->own);
    free(names);
}

/* --- names in answers --- */

/* "im Sommer", "jeden Freitag", "3. August": a season, a day or a month behind such a word is
 * one, and not the person who is called so. */
static bool is_calendar(const struct person_word *word, const struct person_word *before,
                        const char *start) {
    static const char calendar[] =
        " januar februar maerz april juni juli august september oktober november dezember "
        "montag dienstag mittwoch donnerstag freitag samstag sonntag sommer winter herbst "
        "fruehling ostern advent january february march june july october december summer "
        "autumn spring sunday monday friday ";
    static const char leading[] =
        " im am vom zum beim den dem der des jeden jeder jedem jedes diesen diesem dieser "
        "letzten letztem letzter naechsten naechstem naechster ganzen anfang mitte ende bis "
        "seit "
        "ab pro in on every last next this since until of mai und ";
    if (!person_word_in(calendar, word->forms[0]))
        return false;
    for (const char *at = word->bytes; at > start && strchr(" .", at[-1]) != NULL; at--)
        if (at - 1 > start && at[-2] >= '0' && at[-2] <= '9')
            return true;
    return before->form_count > 0 && person_word_in(leading, before->forms[0]);
}

static bool is_known(const struct known_names *names, const struct person_word *word) {
    for (size_t i = 0; i < word->form_count; i++)
        if (words_has(&names->names, word->forms[i], NULL))
            return true;
    return false;
}

static bool is_known_pair(const struct known_names *names, const struct person_word *before,
                          const struct person_word *word) {
    if (before->form_count == 0 ||
        (before->letters >= LEAST_LETTERS && word->letters >= LEAST_LETTERS))
        return false;
    for (size_t i = 0; i < word->form_count; i++)
        if (words_has(&names->names, before->forms[0], word->forms[i]))
            return true;
    return false;
}

void known_names_find(const struct known_names *names, const char *string,
                      struct text *result) {
    struct person_word word = {.bytes = string}, before = {0};
    while (names->names.count > 0 && person_word_next(&word)) {
        bool pair = before.form_count > 0 && word.from == before.end + 1 &&
                    before.capital == word.capital && is_known_pair(names, &before, &word);
        bool alone = word.letters >= LEAST_LETTERS && !is_own(names, &word) &&
                     is_known(names, &word) &&
                     (word.capital || !person_word_is_common(&word)) &&
                     !is_calendar(&word, &before, string);
        if (pair || alone)
            text_add_format(result, "%s%zu-%zu", result->length > 0 ? " " : "",
                            pair ? before.from : word.from, word.end);
        before = word;
    }
}
