#include "ingest/rank_word.h"

#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"

/* What a word beside the number says of it. */
enum sense {
    SENSE_NONE,   /* no word of ranks */
    SENSE_PLAIN,  /* "choice", "of mine" */
    SENSE_WEIGHT, /* "important", which needs a "most" or "least" */
    SENSE_FIRST,  /* only the first rank is called so */
    SENSE_LAST,   /* never the first rank */
    SENSE_PREFIX, /* may be right before the number */
    SENSE_SUFFIX  /* is right behind the number and nowhere else */
};

/* Folded. A star at the end means any ending. */
static const struct {
    const char *word;
    enum sense sense;
} words[] = {
    {"wahl", SENSE_PREFIX},       {"platz", SENSE_PREFIX},      {"rang", SENSE_PREFIX},
    {"rank", SENSE_PREFIX},       {"prio", SENSE_PREFIX},       {"nr", SENSE_PREFIX},
    {"\u2116", SENSE_PREFIX},     {"no", SENSE_PREFIX},         {"n", SENSE_PREFIX},
    {"p", SENSE_PREFIX},          {"pos", SENSE_PREFIX},        {"choice", SENSE_PREFIX},
    {"place", SENSE_PREFIX},      {"rangplatz", SENSE_PLAIN},   {"stelle", SENSE_PLAIN},
    {"priorität", SENSE_PLAIN},   {"präferenz", SENSE_PLAIN},   {"position", SENSE_PLAIN},
    {"nummer", SENSE_PLAIN},      {"wunsch", SENSE_PLAIN},      {"ranking", SENSE_PLAIN},
    {"priority", SENSE_PLAIN},    {"preference", SENSE_PLAIN},  {"pick", SENSE_PLAIN},
    {"number", SENSE_PLAIN},      {"choix", SENSE_PLAIN},       {"priorité", SENSE_PLAIN},
    {"préférence", SENSE_PLAIN},  {"numéro", SENSE_PLAIN},      {"opción", SENSE_PLAIN},
    {"lugar", SENSE_PLAIN},       {"puesto", SENSE_PLAIN},      {"prioridad", SENSE_PLAIN},
    {"preferencia", SENSE_PLAIN}, {"posición", SENSE_PLAIN},    {"elección", SENSE_PLAIN},
    {"scelta", SENSE_PLAIN},      {"posto", SENSE_PLAIN},       {"posizione", SENSE_PLAIN},
    {"priorità", SENSE_PLAIN},    {"preferenza", SENSE_PLAIN},  {"miejsce", SENSE_PLAIN},
    {"wybór", SENSE_PLAIN},       {"pozycja", SENSE_PLAIN},     {"priorytet", SENSE_PLAIN},
    {"místo", SENSE_PLAIN},       {"volba", SENSE_PLAIN},       {"pořadí", SENSE_PLAIN},
    {"priorita", SENSE_PLAIN},    {"pozice", SENSE_PLAIN},      {"keuze", SENSE_PLAIN},
    {"plaats", SENSE_PLAIN},      {"voorkeur", SENSE_PLAIN},    {"prioriteit", SENSE_PLAIN},
    {"escolha", SENSE_PLAIN},     {"opção", SENSE_PLAIN},       {"posição", SENSE_PLAIN},
    {"prioridade", SENSE_PLAIN},  {"meine", SENSE_PLAIN},       {"my", SENSE_PLAIN},
    {"mon", SENSE_PLAIN},         {"am", SENSE_PLAIN},          {"der", SENSE_PLAIN},
    {"die", SENSE_PLAIN},         {"das", SENSE_PLAIN},         {"the", SENSE_PLAIN},
    {"le", SENSE_PLAIN},          {"la", SENSE_PLAIN},          {"auf", SENSE_PLAIN},
    {"wichtig", SENSE_WEIGHT},    {"important", SENSE_WEIGHT},  {"preferred", SENSE_WEIGHT},
    {"rang*", SENSE_PLAIN},       {"höchst*", SENSE_FIRST},     {"highest", SENSE_FIRST},
    {"best*", SENSE_FIRST},       {"wichtigst*", SENSE_FIRST},  {"most", SENSE_FIRST},
    {"top", SENSE_FIRST},         {"first", SENSE_FIRST},       {"erst*", SENSE_FIRST},
    {"oberst*", SENSE_FIRST},     {"niedrigst*", SENSE_LAST},   {"lowest", SENSE_LAST},
    {"worst", SENSE_LAST},        {"least", SENSE_LAST},        {"last", SENSE_LAST},
    {"letzt*", SENSE_LAST},       {"unwichtigst*", SENSE_LAST}, {"wenigsten", SENSE_LAST},
    {"unterst*", SENSE_LAST},     {"schlechtest*", SENSE_LAST}, {"st", SENSE_SUFFIX},
    {"nd", SENSE_SUFFIX},         {"rd", SENSE_SUFFIX},         {"th", SENSE_SUFFIX},
    {"er", SENSE_SUFFIX},         {"re", SENSE_SUFFIX},         {"ère", SENSE_SUFFIX},
    {"ere", SENSE_SUFFIX},        {"e", SENSE_SUFFIX},          {"ème", SENSE_SUFFIX},
    {"eme", SENSE_SUFFIX},        {"nde", SENSE_SUFFIX},        {"te", SENSE_SUFFIX},
    {"ter", SENSE_SUFFIX},        {"tes", SENSE_SUFFIX},        {"ste", SENSE_SUFFIX},
    {"ster", SENSE_SUFFIX},       {"stes", SENSE_SUFFIX},       {"a", SENSE_SUFFIX},
    {"o", SENSE_SUFFIX},          {"º", SENSE_SUFFIX},          {"ª", SENSE_SUFFIX},
    {"°", SENSE_SUFFIX},
};

static enum sense find_sense(const char *bytes, size_t length) {
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t size = strlen(words[i].word);
        bool open = words[i].word[size - 1] == '*';
        size -= open ? 1 : 0;
        if ((open ? length >= size : length == size) && memcmp(words[i].word, bytes, size) == 0)
            return words[i].sense;
    }
    return SENSE_NONE;
}

struct rank_cell {
    const char *at;
    bool after_digits; /* what comes next is right behind the number */
    size_t numbers;
    int64_t rank;
    bool weight, first, last; /* such a word was there */
};

static bool is_letter(char byte) {
    return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* False for more digits than any rank has. */
static bool read_digits(struct rank_cell *cell) {
    enum { MOST_DIGITS = 3 };
    const char *start = cell->at;
    while (isdigit((unsigned char)*cell->at))
        cell->at++;
    cell->numbers++;
    cell->after_digits = true;
    return cell->at - start <= MOST_DIGITS &&
           number_parse_decimal(start, (size_t)(cell->at - start), '.', 0, &cell->rank);
}

/* False for a word that belongs to no rank, or not to this place. */
static bool read_word(struct rank_cell *cell) {
    const char *start = cell->at;
    while (is_letter(*cell->at))
        cell->at++;
    enum sense sense = find_sense(start, (size_t)(cell->at - start));
    bool before_digits = isdigit((unsigned char)*cell->at);
    cell->weight = cell->weight || sense == SENSE_WEIGHT;
    cell->first = cell->first || sense == SENSE_FIRST;
    cell->last = cell->last || sense == SENSE_LAST;
    bool right = sense != SENSE_NONE && (sense == SENSE_SUFFIX) == cell->after_digits &&
                 (!before_digits || sense == SENSE_PREFIX);
    cell->after_digits = false;
    return right;
}

/* A minus before the number makes it another one, as one at the end does. */
static bool read_sign(struct rank_cell *cell) {
    char sign = *cell->at++;
    const char *next = cell->at + strspn(cell->at, " ");
    cell->after_digits = false;
    return strchr(" .:;,()[]#-='\"", sign) != NULL &&
           !(sign == '-' && (isdigit((unsigned char)*next) || *next == '\0'));
}

static bool read_folded(const char *folded, int64_t *rank) {
    struct rank_cell cell = {.at = folded};
    while (*cell.at != '\0') {
        bool right = isdigit((unsigned char)*cell.at) ? read_digits(&cell)
                     : is_letter(*cell.at)            ? read_word(&cell)
                                                      : read_sign(&cell);
        if (!right)
            return false;
    }
    *rank = cell.rank;
    return cell.numbers == 1 && !(cell.first && cell.last) && (!cell.first || cell.rank == 1) &&
           (!cell.last || cell.rank > 1) && (!cell.weight || cell.first || cell.last);
}

bool rank_word_read(const struct cell *cell, int64_t *rank) {
    enum { LONGEST = 60 };
    char form[NUMBER_SIZE];
    if (number_parse_decimal(cell->bytes, cell->length, '.', 0, rank))
        return true;
    if (number_plain_whole(form, cell->bytes, cell->length))
        return number_parse_whole(form, strlen(form), INT64_MIN, INT64_MAX, rank);
    if (cell->length > LONGEST)
        return false;
    struct text folded = {0};
    utf8_comparison_form(&folded, cell->bytes, cell->length, true);
    bool read = read_folded(text_string(&folded), rank);
    text_free(&folded);
    return read;
}
