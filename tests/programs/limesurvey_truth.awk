# Compares answers.csv with the rows of LimeSurvey's data base; called by limesurvey_truth.
# Files in this order: fieldmap.tsv losses.tsv db_rows.tsv answers.csv contacts.csv.
# Variables: export, its name; losses, the export whose losses it has; records, accepted, contacts:
# how many there must be; values: how many answers the data base holds.
#
# What the data base says, in the words of answers.csv: NULL is not shown ("-"), the empty
# string is skipped (""), a value is its code. Numbers are NULL in both cases, so theirs is "".
# A multiple choice is one answer: with any tick the other boxes are 0, all NULL is not shown,
# else skipped; a ranking likewise.

BEGIN {
    FS = "\t"
    complete_only = losses ~ /_complete_/
}

FNR == 1 { file++ }

function verdict(holds, text) { print (holds ? "ok" : "not ok") " - " export ": " text }

# The value behind the first "=" of CODE=value words.
function translate(list, code,    words, count, i, cut) {
    count = split(list, words, " ")
    for (i = 1; i <= count; i++) {
        cut = index(words[i], "=")
        if (substr(words[i], 1, cut - 1) == code) return substr(words[i], cut + 1)
    }
    return "?" code
}

# 7.2500000000 is 7.25, 0.0000000000 is 0.
function shorten(number) {
    if (number ~ /\./) { sub(/0+$/, "", number); sub(/\.$/, "", number) }
    return number
}

function missing(value) { return value == "NULL" ? "-" : "" }

function expect(variable, value, question) {
    expected[respondents, variable] = value
    question_of[variable] = question
}

# One column that is a variable by itself.
function expect_single(i, value) {
    if (kind_of[i] == "number")
        expect(variable_of[i], value == "NULL" ? "" : shorten(value), asks[i])
    else if (value == "NULL" || value == "")
        expect(variable_of[i], missing(value), asks[i])
    else
        expect(variable_of[i], kind_of[i] == "open" ? "1" : translate(codes_of[i], value),
               asks[i])
}

# Columns that are one answer together: marked counts ticks or ranks, reached what is not NULL.
function weigh_group(i, value) {
    if (value != "NULL") reached[asks[i]]++
    if (value != "NULL" && value != "") marked[asks[i]]++
}

function unmarked(question, otherwise) {
    if (marked[question]) return otherwise
    return reached[question] ? "" : "-"
}

function expect_group(i, value,    words, count, k, item) {
    if (kind_of[i] != "rank") {
        expect(variable_of[i],
               unmarked(asks[i], value != "NULL" && value != "" ? "1" : "0"), asks[i])
        return
    }
    count = split(codes_of[i], words, " ")
    for (k = 1; k <= count; k++) {
        item = asks[i] "__" substr(words[k], index(words[k], "=") + 1)
        if (!((respondents, item) in expected)) expect(item, unmarked(asks[i], ""), asks[i])
    }
    if (value != "NULL" && value != "")
        expect(asks[i] "__" translate(codes_of[i], value), ++rank, asks[i])
}

file == 1 && FNR > 1 {
    asked[$1] = $2; variable[$1] = $3; kind[$1] = $4; codes[$1] = $5
    fields++
}

file == 2 && FNR > 1 && $1 == losses {
    allowed[$2, $3, $4] = $5
    rules++
}

file == 3 && FNR == 1 {
    for (i = 1; i <= NF; i++) {
        if ($i == "submitdate") submitdate = i
        if (!($i in asked)) continue
        mapped++
        asks[i] = asked[$i]; variable_of[i] = variable[$i]
        kind_of[i] = kind[$i]; codes_of[i] = codes[$i]
    }
    columns = NF
}

file == 3 && FNR > 1 {
    if (complete_only && $submitdate == "NULL") next
    respondents++
    state[respondents] = $submitdate == "NULL" ? "incomplete" : "accepted"
    delete_all()
    for (i = 1; i <= columns; i++)
        if (kind_of[i] ~ /^(tick|other_tick|rank)$/) weigh_group(i, $i)
    for (i = 1; i <= columns; i++) {
        if (kind_of[i] ~ /^(tick|other_tick|rank)$/) expect_group(i, $i)
        else if (kind_of[i] ~ /^(code|number|open)$/) expect_single(i, $i)
        if (kind_of[i] == "contact") address = $i
        if (asks[i] == "consent") consents = $i == "Y"
    }
    if (state[respondents] == "accepted" && consents && address ~ /@/) {
        awaited[address] = 1
        addresses++
    }
}

function delete_all(    question) {
    for (question in marked) marked[question] = 0
    for (question in reached) reached[question] = 0
    rank = 0
    address = ""
    consents = 0
}

# No answer holds a comma or a quote.
file == 4 && FNR == 1 {
    count = split($0, heading, ",")
    for (i = 1; i <= count; i++) place[heading[i]] = i
    for (name in question_of) {
        variables++
        if (!(name in place)) { print "# no column " name; absent++ }
    }
    verdict(count == variables + 3 && !absent,
            "answers.csv has the " variables " variables of the survey and no other")
}

file == 4 && FNR > 1 {
    rows++
    split($0, cell, ",")
    seen[cell[place["status"]]]++
    if (cell[place["status"]] != state[rows]) {
        print "# row " rows ": " cell[place["status"]]
        wrong_state++
    }
    if (cell[place["origin"]] != "real" || cell[place["respondent"]] != rows) wrong_state++
    for (name in question_of) compare(name, expected[rows, name], cell[place[name]])
}

function compare(name, truth, answer) {
    compared++
    if (truth != "" && truth != "-") given++
    if (truth == answer) {
        if (truth != "" && truth != "-") agreed++
    } else if ((question_of[name], word(truth), word(answer)) in allowed) {
        lost[question_of[name], word(truth), word(answer)]++
    } else if (++faults <= 40) {
        print "# row " rows " " name ": the data base has " word(truth) ", ingest read " \
              word(answer)
    }
}

function word(value) { return value == "" ? "empty" : value }

# Quoted fields of contacts.csv need no parsing: an address is found by its sign.
file == 5 && FNR > 1 {
    count = split($0, part, ",")
    for (i = 1; i <= count; i++) {
        gsub(/"/, "", part[i])
        if (part[i] !~ /@/) continue
        if (!(part[i] in awaited)) { strangers++; continue }
        delete awaited[part[i]]
        met++
    }
}

END {
    verdict(mapped == fields && mapped == 55, mapped " columns of the data base are known")
    verdict(rows == respondents && rows == records, rows + 0 " records")
    verdict(!wrong_state && seen["accepted"] == accepted && seen["incomplete"] + accepted == records,
            seen["accepted"] + 0 " accepted, " seen["incomplete"] + 0 \
            " incomplete, each the right one")
    verdict(compared == respondents * variables && variables == 53,
            compared + 0 " cells were compared")
    verdict(agreed == given && given == values,
            agreed + 0 " of " given + 0 " given answers were read as given")
    verdict(!faults, faults + 0 " cells differ beyond what the export loses")
    for (key in allowed) {
        split(key, what, SUBSEP)
        verdict(lost[key] == allowed[key], what[1] " " what[2] " read as " what[3] ": " \
                lost[key] + 0 " of " allowed[key] " cells")
    }
    verdict(met == addresses && met == contacts && !strangers,
            met + 0 " contacts with consent, " strangers + 0 " without")
}
