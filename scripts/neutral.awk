# The work of scripts/neutral. The variable source says what the file being read is for: words and allowed are tables; of
# catalogue, questionnaire and quotations it takes the passages that a report may repeat; judged files are looked through.
# A text is a row of words in small letters; a passage is allowed where a forbidden word stands in the middle of its words.

# Words with one blank round each. A placeholder is the word {}, which no passage goes across.
function words_of(text) {
    gsub(/\{thin\}|~|\302\240|\342\200\257/, " ", text)
    gsub(/\302\255/, "", text)
    gsub(/\{[^}]*\}/, " \001 ", text)
    # Outside headings, US is a country.
    if (text ~ /[a-z]/)
        gsub(/US/, "USA", text)
    text = tolower(text)
    gsub(/\303\204/, "\303\244", text)
    gsub(/\303\226/, "\303\266", text)
    gsub(/\303\234/, "\303\274", text)
    # Every other sign of more than one byte parts words; letters with marks are \303, \304 and \305.
    gsub(/[\342\343][\200-\277][\200-\277]|\302[\200-\277]/, " ", text)
    gsub(/[^a-z0-9\001\200-\377]+/, " ", text)
    gsub(/\001/, "{}", text)
    sub(/^ */, " ", text)
    sub(/ *$/, " ", text)
    return text
}

# The kind of the forbidden word that begins at a word, "" for none. "At least" with a number is a bound.
function kind_at(word, next_word, after_next,    two) {
    two = word " " next_word
    if (two == "at least" && after_next ~ /^([0-9]+|\{\}|one|two|three|four|five|once|twice|half)$/)
        return ""
    return two in kind ? kind[two] : (word in kind ? kind[word] : "")
}

# Keeps the passages of a text between its placeholders that hold a forbidden word. A single word would allow it everywhere.
# only: "voice" where nothing but who speaks is free.
function allow(text, only,    n, i, pieces, m, j, word, found) {
    n = split(words_of(text), pieces, "[{][}]")
    for (i = 1; i <= n; i++) {
        m = split(pieces[i], word, " ")
        for (j = 1; j <= m && m > 1; j++) {
            found = kind_at(word[j], word[j + 1], word[j + 2])
            if (found == "" || (only != "" && found != only))
                continue
            passages++
            passage[passages] = pieces[i]
            sub(/^ */, " ", passage[passages])
            sub(/ *$/, " ", passage[passages])
            passage_kind[passages] = only
        }
    }
}

# True where a passage with the words round text's i-th one stands there.
function is_allowed(i, found, m,    p, from, to, part, j, at, w) {
    for (p = 1; p <= passages; p++) {
        if (passage_kind[p] != "" && passage_kind[p] != found)
            continue
        w = split(passage[p], part, " ")
        for (from = i - w + 1; from <= i; from++) {
            if (from < 1 || from + w - 1 > m)
                continue
            for (j = 1; j <= w && stream[from + j - 1] == part[j]; j++)
                ;
            if (j > w) {
                used[passage[p]] = 1
                return 1
            }
        }
    }
    return 0
}

# Looks through the words of stream[1..m], which came from the lines in place[]. own_voice: "we" may stand here.
function judge(file, m, own_voice,    i, found, from, to, around, j) {
    for (i = 1; i <= m; i++) {
        found = kind_at(stream[i], stream[i + 1], stream[i + 2])
        if (found == "" || (own_voice && found == "voice") || is_allowed(i, found, m) || is_part_of_label(i, found))
            continue
        around = ""
        for (j = (i > 4 ? i - 4 : 1); j <= i + 4 && j <= m; j++)
            around = around " " (j == i ? "[" stream[j] "]" : stream[j])
        print file ":" place[i] ": a word of " found ":" around
        faults = 1
    }
}

# True where the word stands in a cell of a table whose words follow one another in a passage: a label that was parted there.
function is_part_of_label(i, found,    p) {
    if (cell[i] == "")
        return 0
    for (p = 1; p <= passages; p++)
        if ((passage_kind[p] == "" || passage_kind[p] == found) && index(passage[p], cell[i])) {
            used[passage[p]] = 1
            return 1
        }
    return 0
}

# Cells of a text are parted by two blanks and more; what stands alone in its line is none.
function take(text, line,    n, i, j, word, cells, parts) {
    if (!is_page && !is_ini)
        gsub(/   */, "\002", text)
    cells = split(text, parts, "\002")
    for (j = 1; j <= cells; j++) {
        n = split(words_of(parts[j]), word, " ")
        for (i = 1; i <= n; i++) {
            length_of_stream++
            stream[length_of_stream] = word[i]
            place[length_of_stream] = line
            cell[length_of_stream] = cells > 2 ? words_of(parts[j]) : ""
        }
    }
}

function flush_stream() {
    # Behind the end there are no words, also where a longer text was judged before.
    stream[length_of_stream + 1] = stream[length_of_stream + 2] = ""
    length_of_stream = 0
}

# --- INI ---

function value_of(line) {
    sub(/^[^=]*=[ \t]*/, "", line)
    gsub(/^"|"[ \t\r]*$/, "", line)
    return line
}

# The name before the first point, of keys that hold words in one language or in all: label.yes.de; "" of all other keys.
function text_key(line,    name) {
    sub(/[ \t]*=.*/, "", line)
    name = line
    sub(/\..*/, "", name)
    return line ~ /\.[a-z][a-z][a-z]?$/ || name ~ texts ? name : ""
}

# What belongs to the one who asks, and not to the report.
function is_free(section, key) {
    return key ~ /^(label|set_label|row|short|top|bottom|comment|neutral|help|heading|alias|addressee|controller|purpose|publisher|contact)$/ ||
        section == "recode" || (section == "question" && key == "text")
}

# Letters and questions for a board: the section [text NAME] of a questionnaire; of a catalogue these sections, and the entry board.
function is_own_voice(section, of_catalogue, line) {
    return of_catalogue ? section ~ /^(ready|letter|letters|board)$/ || line ~ /^board[ \t]*=/ : section == "text"
}

# One line of an INI file, in either role.
function ini_line(line, of_catalogue,    key) {
    if (line ~ /^[#;]/)
        return
    if (line ~ /^\[/) {
        section = line
        gsub(/^\[|[] ].*$/, "", section)
        return
    }
    if (line !~ /=/)
        return
    key = of_catalogue ? "phrase" : text_key(line)
    if (key == "" || section == "catalogue")
        return
    if (source == "judged") {
        if (is_free(section, key))
            return
        take(value_of(line), FNR)
        judge(FILENAME, length_of_stream, is_own_voice(section, of_catalogue, line))
        flush_stream()
    } else if (!of_catalogue) # the questionnaire is judged by itself
        allow(value_of(line), "")
    else if (is_own_voice(section, of_catalogue, line))
        allow(value_of(line), "voice")
}

# --- reports ---

function end_of_report() {
    if (report == "")
        return
    take(rest, rest_line)
    judge(report, length_of_stream, 0)
    flush_stream()
    report = rest = ""
}

# A word that is parted at the end of a line goes on in the next.
function report_line(line) {
    if (hidden_element(line))
        return
    if (is_page) {
        gsub(/<[^>]*>/, " ", line)
        gsub(/&(quot|nbsp|lt|gt|amp|#39);/, " ", line)
    }
    if (rest ~ /[a-z\274\244\266\237]-$/ && line ~ /^ *([a-z]|\303)/) {
        sub(/-$/, "", rest)
        sub(/^ */, "", line)
        take(rest line, FNR)
        rest = ""
        return
    }
    take(rest, rest_line)
    rest = line
    rest_line = FNR
}

# Style and program of a page are no words of it.
function hidden_element(line,    was) {
    if (!is_page)
        return 0
    was = inside_style
    if (line ~ /<(style|script)/)
        inside_style = was = 1
    if (line ~ /<\/(style|script)>/)
        inside_style = 0
    return was
}

# --- quotations: lines that begin with |, up to one that does not, are one text ---

function quotation_line(line) {
    if (line ~ /^[ \t]*\|/) {
        sub(/^[ \t]*\|/, "", line)
        quotation = quotation " " line
        return
    }
    end_of_quotation()
    if (line !~ /^#/)
        allow(line, "")
}

function end_of_quotation() {
    if (quotation != "")
        allow(quotation, "")
    quotation = ""
}

BEGIN {
    FS = "\t"
    texts = "^(title|subject|text|label|set_label|row|top|bottom|say|short|column|second|event|audience|population|next_topic|exchange|comment|neutral|help)$"
}
FNR == 1 {
    end_of_report()
    end_of_quotation()
    section = ""
    is_ini = FILENAME ~ /\.ini$/
    of_catalogue = is_ini
    inside_style = 0
    is_page = FILENAME ~ /\.html?$/ || tolower($0) ~ /^<!doctype html/
    sub(/^\357\273\277/, "")
}
{ sub(/\r$/, "") }
source == "words" && !/^#/ {
    for (i = 2; i <= NF; i++)
        kind[$i] = $1
    next
}
source == "allowed" && !/^#/ && NF > 1 {
    allow($1, "")
    allowed_line[words_of($1)] = FILENAME ":" FNR
    next
}
source == "words" || source == "allowed" { next }
source == "quotations" { quotation_line($0); next }
# A questionnaire says so before the first text.
is_ini && /^\[survey\]/ { of_catalogue = 0 }
source == "catalogue" { ini_line($0, 1); next }
source == "questionnaire" { ini_line($0, 0); next }
is_ini { ini_line($0, of_catalogue); next }
{
    report = FILENAME
    report_line($0)
}
END {
    end_of_report()
    for (line in allowed_line)
        if (strict && !(line in used)) {
            print allowed_line[line] ": nothing needs this exception; remove it:" line
            faults = 1
        }
    exit faults
}
