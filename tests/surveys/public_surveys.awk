# Counts a survey by its raw CSV, independently of nachlese, and compares results.csv with it; called by public_surveys.
# Files in this order: NAME.counts (data/surveys/README describes it), the raw CSV, results.csv. Variable: survey, its name.
#
# Prints one line for each column and group, and how many figures were compared. Bytes are compared as they are, but for
# blanks around a cell and for small and capital letters from a to z.

FNR == 1 { file++ }

function verdict(holds, text) { print (holds ? "ok" : "not ok") " " survey " " text }

function trim(text) { gsub(/^[ \t]+|[ \t]+$/, "", text); return text }

function dash(text) { return text == "-" ? "" : text }

# ---- what the columns mean

function read_words(    i, cut, text, code) {
    for (i = 3; i <= count; i++) {
        cut = match(part[i], /=[a-z0-9_]+$/)
        text = tolower(substr(part[i], 1, cut - 1))
        code = substr(part[i], cut + 1)
        place = "inside"
        if (text ~ /^\(.*\)$/) place = "outside"
        if (text ~ /^\[.*\]$/) place = "dont_know"
        if (place != "inside") text = substr(text, 2, length(text) - 2)
        if (code == "invalid" || code == "missing") place = code
        word[part[2], text] = code
        text_at[part[2], ++texts[part[2]]] = text
        if ((part[2], code) in where) continue
        where[part[2], code] = place
        if (place == "invalid" || place == "missing") continue
        code_at[part[2], ++codes[part[2]]] = code
        if (place == "inside") position[part[2], code] = ++inside[part[2]]
    }
}

# The code of an answer: what has no word is a text of its own where the question offers one, but for numbers.
function code_of(words_, text) {
    text = tolower(text)
    if ((words_, text) in word) return word[words_, text]
    return (words_, "*") in word && text ~ /[a-z\200-\377]/ ? word[words_, "*"] : "invalid"
}

file == 1 {
    count = split($0, part, "\t")
    if (part[1] == "header") headers = part[2]
    if (part[1] == "records") records = part[2]
    if (part[1] == "missing") missing = part[2]
    if (part[1] == "words") read_words()
    if (part[1] == "asked") {
        filter_column[part[2]] = part[3]
        for (i = 4; i <= count; i++) asked_of[part[2], part[i]] = 1
    }
    if (part[1] == "group") {
        group_column[++groups] = part[2]
        group_name[groups] = part[3]
        group_words[groups] = part[4]
    }
    if (part[1] == "column") {
        column[++columns] = part[2]
        kind[columns] = part[3] ~ /^(number|joined):/ ? substr(part[3], 1, 6) : part[3]
        separator[columns] = substr(part[3], 8)
        question[columns] = part[4]
        item[columns] = dash(part[5])
        meaning[columns] = kind[columns] == "number" ? part[3] : part[6]
        if (!(part[4] in first_column)) first_column[part[4]] = columns
        last_column[part[4]] = columns
    }
}

# ---- the raw CSV: a quoted field may hold commas, doubled quotes and line ends

function end_field() { cell[++fields] = field; field = "" }

function parse_line(line,    i, byte, length_) {
    length_ = length(line)
    for (i = 1; i <= length_; i++) {
        byte = substr(line, i, 1)
        if (quoted && byte == "\"" && substr(line, i + 1, 1) == "\"") { field = field byte; i++ }
        else if (byte == "\"") quoted = !quoted
        else if (byte == "," && !quoted) end_field()
        else field = field byte
    }
}

file == 2 {
    sub(/\r$/, "")
    if (FNR == 1) sub(/^\357\273\277/, "")
    parse_line($0)
    if (quoted) { field = field "\n"; next }
    end_field()
    if (++lines > headers) count_record()
    fields = 0
}

function add(group, at, statistic, category, amount) {
    tally[group, at, statistic, category] += amount
}

# For all respondents (group 0) and every group whose level is known.
function tell(at, statistic, category, amount,    group) {
    for (group = 0; group <= groups; group++)
        if (group == 0 || level_of[group] != "") add(group SUBSEP level_of[group], at, statistic, category, amount)
}

# What is in a column, or in that of two which is filled: "6+14".
function answer_in(places,    n, k, at, text) {
    n = split(places, at, "+")
    for (k = 1; k <= n; k++) {
        text = trim(cell[at[k]])
        if (text != "" && text != missing) return text
    }
    return ""
}

function count_record(    group, i, text, code) {
    respondents++
    for (group = 1; group <= groups; group++) {
        text = answer_in(group_column[group])
        code = text == "" ? "" : code_of(group_words[group], text)
        level_of[group] = where[group_words[group], code] == "inside" ? code : ""
    }
    for (i = 1; i <= columns; i++) {
        text = answer_in(column[i])
        if ((question[i] in filter_column) && !((question[i], trim(cell[filter_column[question[i]]])) in asked_of))
            tell(i, text == "" ? "not_shown" : "invalid", "", 1)
        else if (kind[i] == "code" || kind[i] == "scale") count_code(i, text)
        else if (kind[i] == "joined") count_joined(i, text)
        else if (kind[i] == "number") count_number(i, text)
        else if (kind[i] == "text") tell(i, text == "" ? "skipped" : "answered", "", 1)
        else if (first_column[question[i]] == i) count_together(i, last_column[question[i]])
    }
}

function count_code(i, text,    code) {
    if (text == "") { tell(i, "skipped", "", 1); return }
    code = code_of(meaning[i], text)
    place = code == "invalid" ? code : where[meaning[i], code]
    tell(i, place == "inside" ? "answered" : place, "", 1)
    if (place == "inside" || place == "outside") tell(i, "count", code, 1)
    if (place == "inside") tell(i, "sum", "", position[meaning[i], code])
}

# Several answers in one cell. Labels may hold the separator, so the longest are taken out first; what is left is a text.
function count_joined(i, text,    words_, mark, k, longest, at, found, code) {
    words_ = meaning[i]
    mark = separator[i]
    if (text == "" || ((words_, tolower(text)) in word && word[words_, tolower(text)] == "missing")) {
        tell(i, "skipped", "", 1)
        return
    }
    text = mark tolower(text) mark
    gsub(mark " +", mark, text)
    split("", taken)
    split("", found)
    for (;;) {
        longest = ""
        for (k = 1; k <= texts[words_]; k++)
            if (!(k in taken) && (longest == "" || length(text_at[words_, k]) > length(text_at[words_, longest])))
                longest = k
        if (longest == "") break
        taken[longest] = 1
        label = text_at[words_, longest]
        gsub(mark " +", mark, label)
        while ((at = index(text, mark label mark)) > 0) {
            found[word[words_, text_at[words_, longest]]] = 1
            text = substr(text, 1, at) substr(text, at + length(mark label mark))
        }
    }
    gsub(mark, "", text)
    if (trim(text) != "") found[code_of(words_, trim(text))] = 1
    count_found(i, words_, found)
}

function count_found(i, words_, found,    code, number, unknown) {
    for (code in found) {
        number++
        if (where[words_, code] == "dont_know") unknown = 1
    }
    if ("invalid" in found || (unknown && number > 1)) { tell(i, "invalid", "", 1); return }
    tell(i, unknown ? "dont_know" : "answered", "", 1)
    for (code in found) if (where[words_, code] == "inside") tell(i, "count", code, 1)
}

function count_number(i, text,    limits) {
    split(meaning[i], limits, ":")
    if (text == "") tell(i, "skipped", "", 1)
    else if (text !~ /^[0-9]+(\.[0-9]+)?$/ || text + 0 < limits[2] + 0 || text + 0 > limits[3] + 0)
        tell(i, "invalid", "", 1)
    else { tell(i, "answered", "", 1); tell(i, "sum", "", text + 0) }
}

# A box says Yes or No; the text beside "other" and any other tick is there or not.
function is_ticked(i) {
    return kind[i] == "box" ? trim(cell[column[i]]) == "Yes" : trim(cell[column[i]]) != ""
}

# The columns of a multiple choice or a ranking are one answer.
function count_together(from, to,    i, k, text, given, ranked, lower, rank) {
    given = 0
    for (i = from; i <= to; i++) if (is_ticked(i)) given++
    tell(from, given ? "answered" : "skipped", "", 1)
    if (given == 0) return
    for (i = from; i <= to; i++) {
        text = trim(cell[column[i]])
        if (is_ticked(i)) tell(i, "count", "", 1)
        if (kind[i] != "rank") continue
        # A rank counts by its place among those given; options without one share the ranks that are left.
        lower = 0
        for (k = from; k <= to; k++)
            if (trim(cell[column[k]]) != "" && trim(cell[column[k]]) + 0 < text + 0) lower++
        rank = text == "" ? (given + 1 + to - from + 1) / 2 : lower + 1
        if (rank == 1) tell(i, "first", "", 1)
        tell(i, "sum", "", rank)
    }
}

# ---- results.csv: nothing in it is quoted

file == 3 && FNR == 1 { if ($0 !~ /^question,item,category,by,level,statistic,value,/) broken = 1 }

file == 3 && FNR > 1 {
    split($0, part, ",")
    result[part[1], part[2], part[3], part[4], part[5], part[6]] = part[7]
    grouped[part[4]] = 1
}

function near(one, other,    gap) {
    gap = one - other
    if (gap < 0) gap = -gap
    return gap <= 1e-9 * (other < 0 ? -other : other) + 1e-12
}

function compare(i, category, statistic, wanted, sought_item,    key) {
    key = question[i] SUBSEP sought_item SUBSEP category SUBSEP by SUBSEP at_level SUBSEP statistic
    compared++
    figures++
    if ((key in result) && result[key] != "" && near(result[key] + 0, wanted)) return
    differences++
    print "# " question[i] " " sought_item " " category " " by " " at_level " " statistic ": counted " wanted \
          ", results.csv has " ((key in result) ? result[key] : "no row")
}

function counted(i, statistic, category) { return tally[cell_key, i, statistic, category] + 0 }

function compare_missing(i, sought_item,    statistic, n, names) {
    n = split("answered skipped dont_know not_shown outside invalid", names, " ")
    for (statistic = 1; statistic <= n; statistic++)
        compare(i, "", names[statistic], counted(i, names[statistic], ""), sought_item)
}

function compare_codes(i,    k, words_, code, base, top, bottom) {
    words_ = meaning[i]
    base = counted(i, "answered", "")
    top = bottom = 0
    for (k = 1; k <= codes[words_]; k++) {
        code = code_at[words_, k]
        if (where[words_, code] == "dont_know") continue
        compare(i, code, "count", counted(i, "count", code), item[i])
        if (where[words_, code] == "outside") continue
        if (base > 0) compare(i, code, "share", counted(i, "count", code) / base, item[i])
        if (position[words_, code] > inside[words_] - 2) top += counted(i, "count", code)
        if (position[words_, code] <= 2) bottom += counted(i, "count", code)
    }
    if (kind[i] != "scale" || base == 0) return
    compare(i, "", "mean", counted(i, "sum", "") / base, item[i])
    compare(i, "", "top2", top / base, item[i])
    compare(i, "", "bottom2", bottom / base, item[i])
}

function compare_joined(i,    k, code, base) {
    base = counted(i, "answered", "")
    for (k = 1; k <= codes[meaning[i]]; k++) {
        code = code_at[meaning[i], k]
        if (where[meaning[i], code] != "inside") continue
        compare(i, "", "count", counted(i, "count", code), code)
        if (base > 0) compare(i, "", "share", counted(i, "count", code) / base, code)
    }
}

function compare_option(i,    base) {
    base = counted(first_column[question[i]], "answered", "")
    compare(i, "", "count", counted(i, "count", ""), item[i])
    if (base == 0) return
    if (kind[i] != "rank") compare(i, "", "share", counted(i, "count", "") / base, item[i])
    if (kind[i] != "rank") return
    compare(i, "", "first", counted(i, "first", "") / base, item[i])
    compare(i, "", "mean_rank", counted(i, "sum", "") / base, item[i])
}

function compare_column(i,    base) {
    figures = differences = 0
    if (kind[i] == "code" || kind[i] == "scale") compare_codes(i)
    else if (kind[i] == "joined") compare_joined(i)
    else if (kind[i] != "number") compare_option(i)
    base = counted(i, "answered", "")
    if (kind[i] == "number" && base > 0) compare(i, "", "mean", counted(i, "sum", "") / base, "")
    if (kind[i] == "number" && base > 0) compare(i, "", "sum", counted(i, "sum", ""), "")
    if (kind[i] ~ /^(tick|box|boxtext|rank)$/) {
        if (first_column[question[i]] == i) compare_missing(i, "")
    } else compare_missing(i, item[i])
    verdict(!differences, question[i] (item[i] == "" ? "" : " " item[i]) (by == "" ? "" : " by " by " " at_level) ": " \
            figures " figures")
}

function compare_text(i) {
    figures = differences = 0
    compare(i, "", "answered", counted(i, "answered", ""), "")
    compare(i, "", "skipped", counted(i, "skipped", ""), "")
    verdict(!differences, question[i] ": " figures " figures")
}

function compare_group(group,    i, k) {
    by = group_name[group]
    if (!(by in grouped)) { print "skip " survey " by " by ": results.csv has no groups"; return }
    for (k = 1; k <= codes[group_words[group]]; k++) {
        at_level = code_at[group_words[group], k]
        if (where[group_words[group], at_level] != "inside") continue
        cell_key = group SUBSEP at_level
        for (i = 1; i <= columns; i++)
            if (kind[i] != "text" && question[i] != by) compare_column(i)
    }
}

END {
    verdict(!broken, "results.csv has its header")
    verdict(respondents == records && result["", "", "", "", "", "rows_accepted"] == respondents,
            respondents " records counted")
    cell_key = 0 SUBSEP ""
    for (i = 1; i <= columns; i++)
        if (kind[i] == "text") compare_text(i)
        else compare_column(i)
    over_all = compared
    for (group = 1; group <= groups; group++) compare_group(group)
    verdict(over_all >= 60, over_all " figures compared over all, " compared - over_all " in groups")
}
