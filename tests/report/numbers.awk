# Every number of a report, as its HTML page prints it: does it follow from the published figures of the block that it is in?
#
#   awk -v language=de -f least.awk -f numbers.awk questionnaire.ini published.csv report.html
#
# A question's block may print: its counts and bases, shares as whole percent (from 1,000 answers on with one decimal), means with
# one decimal, quantiles and sums as they are, the bounds for all who were invited and how many of these are missing, intervals as
# so many of ten or of a hundred, rounded outward; and what the questionnaire itself says. "k of b" must be one figure, "k of b
# (p %)" its percentage, 0 and 100 only of nobody and of all. What a coarser group has is also the sum of its codes, where each is
# shown or chosen by nobody. The fixed parts may print any of these, the counts of the records and the dates. That groups differ,
# or do not, may be said only where there is a verdict beside the counts of two groups at least, of the grouping that is named, and
# a denial only where all tables of the question have one; whether the verdict is right is counted by group_claims.py. How large a
# difference would have had to be is counted anew. Numbers in quotations are no figures; a block has one quotation, or as many
# as it says. Prints what fits nowhere.

FNR == 1 { file++ }
file == 1 { read_questionnaire(); next }
file == 2 { if (FNR > 1) read_figure(); next }
FNR == 1 { prepare() }
{ read_page($0) }
END { print "checked " checked + 0 }

# --- the questionnaire: who belongs to whom, and all its texts ---

function read_questionnaire(    key, value, is_text, n, words, i, rest) {
    sub(/\r$/, "")
    if (match($0, /^\[[a-z]+ *[a-z0-9_]*\]/)) {
        section = substr($0, 2, RLENGTH - 2)
        split(section, words, " ")
        kind = words[1]
        id = words[2]
        return
    }
    if (!match($0, /^[a-z0-9_.]+ *= */))
        return
    key = substr($0, 1, RLENGTH)
    value = substr($0, RLENGTH + 1)
    sub(/ *= *$/, "", key)
    gsub(/^"|" *$/, "", value)
    is_text = key ~ /^(say[.][a-z]+|short|when|title|text|help|label|row|set_label|subject|top|bottom|comment|event|audience|population|publisher|contact|next_topic|exchange|column|second|addressee|controller|purpose)([.]|$)/
    if (is_text && value ~ /[0-9]/ && (key !~ /\.[a-z][a-z]$/ || key ~ ("\\." language "$"))) {
        if (value !~ /^[0-9]+$/)
            texts[++text_count] = value
        rest = value
        while (match(rest, /[0-9]+/)) { # a label may be a number, or stand on several lines of a picture
            drawn[id, substr(rest, RSTART, RLENGTH) + 0] = 1
            rest = substr(rest, RSTART + RLENGTH)
        }
    }
    if (kind == "question" && key == "type") type[id] = value
    if (kind == "question" && key == "scale") scale[id] = value
    if (kind == "question" && (key == "subject" || key == "subject." language))
        subject[id] = value
    if (kind == "question" && (key == "text" || key == "text." language) && !(id in subject))
        subject[id] = value
    if (key ~ /^(label|row)[.]/ && (split(key, words, ".") == 2 || words[3] == language)) {
        named = value
        gsub(/ +/, " ", named)
        item_named[id, named] = words[2]
    }
    if (kind == "survey" && key == "invited") invited = value
    if (kind == "survey" && key == "confidence") confidence = value
    if (kind == "survey" && value ~ /^[0-9]+-[0-9]+-[0-9]+$/) {
        n = split(value, words, "-")
        for (i = 1; i <= n; i++)
            fixed[words[i] + 0] = 1
    }
    if (kind == "gap" && (key == "importance" || key == "satisfaction")) partner[id, key] = value
    if (kind == "gap") is_gap[id] = 1
    if ((kind == "together" || kind == "trend") && key == "questions") {
        members[id] = split(value, words, " ")
        for (i = 1; i <= members[id]; i++)
            member[id, i] = words[i]
    }
    if (kind == "score" && key == "question") owner[id] = value
    if (kind == "score" && key == "rows") score_rows[id] = split(value, words, " ")
    if (kind == "group" && key ~ /^coarse[.]/) {
        n = split(value, words, " ")
        for (i = 1; i <= n; i++)
            coarser[id, words[i]] = key
        size[id, key] = n
    }
    if (kind == "question" && key == "role" && value ~ /consent_/)
        untold[id] = 1
    if (key == "max_choices" || (key == "max" && kind == "question")) allow(id, value)
    if (key == "codes" || key == "rows") {
        n = split(value, words, " ")
        listed[id, key] = n
        for (i = 1; i <= n; i++) # the columns of a table are numbered
            allow(kind == "scale" ? "" : id, i)
    }
}

# --- the figures ---

function split_line(line, fields,    n, rest) {
    n = 0
    rest = line
    for (;;) {
        if (substr(rest, 1, 1) == "\"" && match(substr(rest, 2), /"(,|$)/)) {
            fields[++n] = substr(rest, 2, RSTART - 1)
            rest = substr(rest, RSTART + 2)
        } else {
            match(rest, /^[^,]*/)
            fields[++n] = substr(rest, 1, RLENGTH)
            rest = substr(rest, RLENGTH + 1)
        }
        if (rest == "")
            return n
        rest = substr(rest, 2)
        if (rest == "") {
            fields[++n] = ""
            return n
        }
    }
}

function allow(block, number) {
    allowed[block, number + 0] = 1
    any[number + 0] = 1
}

function pair(block, count, base) {
    pairs[block, count "/" base] = 1
    any_pair[count "/" base] = 1
    allow(block, count)
    allow(block, base)
}

# Halves go away from zero, and what is a half but for the last bits of a double is one.
function rounded(value, decimals,    unit, size) {
    unit = 10 ^ decimals
    size = value < 0 ? -value : value
    return (value < 0 ? -1 : 1) * int(size * unit + 0.5 + 1e-9) / unit
}

# The percentage of count of base; what would round to 0 or 100 and is neither is written as less or more than the next one.
function percentage(count, base,    decimals, value) {
    decimals = base >= 1000 ? 1 : 0
    value = rounded(100 * count / base, decimals)
    if (count > 0 && value == 0)
        return 10 ^ -decimals
    return count < base && value == 100 ? 100 - 10 ^ -decimals : value
}

function side(count, base,    value) {
    value = rounded(100 * count / base, base >= 1000 ? 1 : 0)
    if (value == 0 && count > 0)
        return "less"
    return value == 100 && count < base ? "more" : ""
}

function outward(value, up,    whole) {
    whole = int(value)
    return up && value > whole + 1e-9 ? whole + 1 : whole
}

function read_share(block, value, base) {
    if (base == "" || base == 0)
        return
    pair(block, rounded(value * base, 0), base)
    if (base >= 20) allow(block, percentage(rounded(value * base, 0), base))
}

# How many tables by each grouping there are, how many show counts, what their tests say, and how many answers each group has.
function count_table(by, table, level, statistic, value, n,    fineness) {
    fineness = by ~ /[.]coarse$/ ? "coarse" : "fine"
    sub(/[.]coarse$/, "", by)
    tables[by, table] = 1
    if (statistic == "verdict" && value != "")
        verdict[by, table] = value
    if (statistic == "least_difference") {
        least[by, table] = value == "" ? "" : rounded((1 - value) * n, 0)
        least_base[by, table] = n
    }
    if (level == "" || value == "")
        return
    shown[by, table] = 1
    if (!((by, table, fineness, level) in level_seen)) {
        level_seen[by, table, fineness, level] = 1
        levels[by, table, fineness]++
        keep_largest(by SUBSEP table, n)
    }
}

# The bases of the two largest groups.
function keep_largest(key, n) {
    if (n > largest[key] + 0) {
        next_largest[key] = largest[key]
        largest[key] = n
    } else if (n > next_largest[key] + 0) {
        next_largest[key] = n
    }
}

# True where there is a verdict beside the counts that it is about: of groups as they are, or as they were put together.
function is_tested(by, table) {
    return (by, table) in verdict && (levels[by, table, "fine"] > 1) != (levels[by, table, "coarse"] > 1)
}

# How many tables by each grouping say something, and how many of these that groups differ.
function count_verdicts(    key, parts, by, table) {
    for (key in tables) {
        split(key, parts, SUBSEP)
        by = parts[1]
        table = parts[2] SUBSEP parts[3]
        if (!is_tested(by, table)) {
            silent[by, parts[2]] = 1
            if (key in verdict || key in least)
                print parts[2] ": a verdict by " by " that is not beside the counts of two groups: " parts[3]
            continue
        }
        tested[by, parts[2]] = 1
        verdicts[by]++
        verdicts["all"]++
        different[by] += verdict[by, table]
        different["all"] += verdict[by, table]
        if (verdict[by, table] == 1)
            differs[by, parts[2], parts[3]] = some_differ[by, parts[2]] = 1
        count_least(key, parts[2])
    }
}

# The least difference is a function of the bases of the two largest groups and of how many tests there are.
function count_least(key, question) {
    if (!(key in least))
        return
    checked++
    if (least_base[key] != next_largest[key] || !is_least(largest[key], least_base[key], least[key], tests))
        print question ": all " largest[key] " against " least[key] " of " least_base[key] " is not the least difference in " tests " tests"
    else if (least[key] != "")
        least_told[largest[key], least[key], least_base[key]] = 1
}

# The sentence that tells one. Sets what its line may print by that.
function check_least(line, whole,    found, words) {
    least_pair = ""
    split("", least_number)
    if (line !~ /Unterschied fällt hier auf, wenn|A difference shows here if it is large/)
        return
    checked++
    found = line
    if (sub(/^.*(etwa alle|say all) /, "", found) && match(found, /^[0-9]+ ((in )?der einen Gruppe gegen|(in|of) one group against) [0-9]+ (von|of) [0-9]+/)) {
        found = substr(found, 1, RLENGTH)
        gsub(/[^0-9]+/, " ", found)
        split(found, words, " ")
        if ((words[1] + 0, words[2] + 0, words[3] + 0) in least_told) {
            least_pair = words[2] + 0 "/" words[3] + 0
            least_number[words[1] + 0] = least_number[words[2] + 0] = least_number[words[3] + 0] = 1
            return
        }
    }
    print "not the least difference of a table: " substr(whole, 1, 160)
}

# The grouping that a sentence begins with ("Nach „Art der Organisation“: "); "" where it names none that is known.
function grouping_of(line,    label, id) {
    if (!match(line, /^ *(Nach „[^“]*“|By “[^”]*”): /))
        return ""
    label = substr(line, RSTART, RLENGTH)
    gsub(/^ *(Nach „|By “)|(“|”): $/, "", label)
    for (id in subject)
        if (subject[id] == label)
            return id
    return ""
}

# Is there a difference by that grouping ("": any) in the block's question; item: of that row or option, else of the whole.
function has_difference(by, item,    key, parts) {
    for (key in differs) {
        split(key, parts, SUBSEP)
        if ((by == "" || parts[1] == by) && parts[2] == block && parts[3] == item)
            return 1
    }
    return 0
}

# May a difference be denied: are all tables by one grouping tested, and do some of them differ (rest) or none.
function is_denied(by, rest,    key, parts) {
    for (key in tested) {
        split(key, parts, SUBSEP)
        if ((by == "" || parts[1] == by) && parts[2] == block && !(key in silent) && (key in some_differ) == rest)
            return 1
    }
    return 0
}

# A sentence about a difference, in the block of its question: what it names must have been tested, and a denial is of all tables.
function check_claims(line, whole,    by, label, rest) {
    if (block == "")
        return
    gsub(/\302\240/, " ", line)
    by = grouping_of(line)
    rest = line
    while (match(rest, /Bei „[^“]*“ antworten die Gruppen unterschiedlich|For “[^”]*” the groups answer differently/)) {
        label = substr(rest, RSTART, RLENGTH)
        rest = substr(rest, RSTART + RLENGTH)
        gsub(/^[A-Za-z]* („|“)|(“|”) [a-z ]*$/, "", label)
        checked++
        named = (block, label) in item_named ? item_named[block, label] : item_named[scale[block], label]
        if (named == "" || !has_difference(by, named))
            print block ": a difference that is not of the table: " substr(whole, 1, 160)
    }
    if (line ~ /(Die Gruppen antworten unterschiedlich|The groups answer differently)/) {
        checked++
        if (!has_difference(by, ""))
            print block ": a difference that is not of the table: " substr(whole, 1, 160)
    }
    if (line ~ /ein(en)? belastbare[nr] Unterschied|[Nn]o (other )?difference that can be relied on|there is no reliable difference/) {
        checked++
        if (!is_denied(by, line ~ /Sonst gibt es|Otherwise there is/))
            print block ": a difference is denied that was not tested: " substr(whole, 1, 160)
    }
}

# Collects the figures of the codes of a coarser group, of how many codes, and which codes nobody chose.
function add_code(f, statistic, value, base,    key) {
    if (statistic == "count" && f[2] == "" && f[4] == "" && value == 0)
        nobody[f[1], f[3]] = 1
    if (statistic == "share" && f[2] == "" && f[4] == "" && (f[1], f[3]) in coarser)
        add_sum(f[1] SUBSEP "" SUBSEP "size" SUBSEP f[1] SUBSEP coarser[f[1], f[3]], rounded(value * base, 0), 0, base)
    if (statistic !~ /^(share|top2|set|top)$/ || !((f[4], f[5]) in coarser))
        return
    key = f[1] SUBSEP f[2] SUBSEP f[3] SUBSEP f[4] SUBSEP coarser[f[4], f[5]] SUBSEP statistic
    add_sum(key, rounded(value * base, 0), base, 0)
}

function add_sum(key, count, base, whole) {
    sum[key] += count
    sum_base[key] = whole > 0 ? whole : sum_base[key] + base
    summed[key]++
}

# Sums of which no code is missing.
function allow_sums(    key, parts, left) {
    for (key in coarser) {
        split(key, parts, SUBSEP)
        if (key in nobody)
            empty[parts[1], coarser[key]]++
    }
    for (key in sum) {
        split(key, parts, SUBSEP)
        left = size[parts[4], parts[5]] - summed[key]
        if (left == 0 || (parts[3] != "size" && left == empty[parts[4], parts[5]]))
            read_share(parts[1], sum[key] / sum_base[key], sum_base[key])
    }
}

function read_figure(    f, block, statistic, value, n, unit) {
    sub(/\r$/, "")
    split_line($0, f)
    block = f[1]
    if (block in owner)
        block = owner[block]
    statistic = f[6]
    value = f[7] == "" ? "" : f[7] + 0 # what substr returns would be compared as a string
    n = f[10] == "" ? "" : f[10] + 0
    if (statistic == "published") {
        split(f[11], limits, /[ =]/)
        fixed[limits[2]] = fixed[limits[4]] = fixed[limits[6]] = 1
        return
    }
    if (statistic == "tests")
        tests = value
    if (statistic == "rows_accepted")
        answers = value
    if (f[1] == "" && f[4] != "") { # who answered of a level
        if (statistic == "invited")
            of_level[f[4], f[5]] = value
        else if (statistic == "answered" && value != "")
            pair(block, value, of_level[f[4], f[5]])
        return
    }
    if (f[3] ~ /^[[]/) { # a class of numbers
        split(substr(f[3], 2, length(f[3]) - 2), edges, ",")
        allow(block, edges[1])
        allow(block, edges[2])
        allow(block, edges[2] - 1)
    }
    if (n != "")
        allow(block, n)
    if (f[4] != "" && !(f[1] in untold))
        count_table(f[4], f[1] SUBSEP f[2], f[5], statistic, value, n)
    if (statistic == "bounds" && invited != "") {
        pair(block, rounded(f[8] * invited, 0), invited)
        pair(block, rounded(f[9] * invited, 0), invited)
        allow(block, rounded((f[9] - f[8]) * invited, 0)) # who is missing
        return
    }
    if (value == "")
        return
    keep_answer(f, value, n)
    add_code(f, statistic, value, n)
    if (statistic ~ /^(share|top2|bottom2|any|set|first|top|unmet|response_rate)$/) {
        read_share(block, value, n)
        for (unit = 10; unit <= 100 && f[8] != ""; unit *= 10) {
            pair(block, outward(f[8] * unit, 0), unit)
            pair(block, outward(f[9] * unit, 1), unit)
        }
    } else if (statistic ~ /^(mean|gap|sd)$/) {
        if (n >= 10) allow(block, rounded(value, 1))
    } else if (statistic ~ /^(q1|median|q3)$/) {
        allow(block, value)
        if (value >= 1000 && value <= 2999) # a year
            allow(block, rounded(value, 0))
        allow(block, rounded(value, 1))
    } else if (statistic == "alpha") {
        fixed[rounded(value, 2)] = fixed[rounded(f[8], 2)] = fixed[rounded(f[9], 2)] = 1
    } else {
        allow(block, value)
        if (statistic == "count" && n != "")
            read_share(block, value / n, n)
        # Who did not write, was not asked and so on is beside all who answered.
        if (statistic == "answered" && answers != "")
            read_share(block, value / answers, answers)
    }
}

# What a side of ordered answers may have: neighbours in the order of the questionnaire, of one row by everybody.
function keep_answer(f, value, base,    key) {
    if (f[4] != "" || f[6] != "count" || f[10] == "" || value == "")
        return
    key = f[1] SUBSEP f[2]
    answers_of[key]++
    answer_count[key, answers_of[key]] = value
    answer_base[key] = base
}

function allow_neighbours(    key, parts, first, last, total) {
    for (key in answers_of) {
        split(key, parts, SUBSEP)
        for (first = 1; first <= answers_of[key]; first++) {
            total = 0
            for (last = first; last <= answers_of[key]; last++) {
                total += answer_count[key, last]
                if (total <= answer_base[key]) {
                    read_share(parts[1], total / answer_base[key], answer_base[key])
                    read_share(parts[1], 1 - total / answer_base[key], answer_base[key])
                }
            }
        }
    }
}

# So many items of a list of so many.
function allow_items(    key, parts, i, n) {
    for (key in type) {
        n = listed[key, "rows"] > 0 ? listed[key, "rows"] : listed[key, "codes"] + 0
        for (; n > 1; n--)
            for (i = 0; i <= n; i++)
                item_pair[key, i "/" n] = item_pair["", i "/" n] = 1
    }
}

# --- the page ---

# Longest first, so that a text is not torn by a shorter one.
function sort_texts(    i, j, text) {
    for (i = 2; i <= text_count; i++) {
        text = texts[i]
        for (j = i - 1; j > 0 && length(texts[j]) < length(text); j--)
            texts[j + 1] = texts[j]
        texts[j + 1] = text
    }
}

# Only where the text does not begin or end within a number.
function without_texts(line,    i, at, before, after, kept, torn) {
    for (i = 1; i <= text_count; i++) {
        kept = ""
        while ((at = index(line, texts[i])) > 0) {
            before = (at > 1 ? substr(line, at - 1, 1) : substr(kept, length(kept))) substr(texts[i], 1, 1)
            after = substr(texts[i], length(texts[i])) substr(line, at + length(texts[i]), 1)
            torn = before ~ /^[0-9][0-9]$/ || after ~ /^[0-9][0-9]$/
            kept = kept substr(line, 1, at - 1) (torn ? texts[i] : " _ ")
            line = substr(line, at + length(texts[i]))
        }
        line = kept line
    }
    return line
}

function may_print(block, number,    i) {
    if (number in fixed || number in least_number || (block, number) in allowed || ("", number) in allowed)
        return 1
    if (block in is_gap && ((partner[block, "importance"], number) in allowed || (partner[block, "satisfaction"], number) in allowed))
        return 1
    if (of_missing && (number in missing_number || number in any))
        return 1
    for (i = 1; i <= members[block]; i++)
        if ((member[block, i], number) in allowed)
            return 1
    return block == "" && number in any
}

function may_pair(block, both,    i) {
    if (of_missing && both in missing_pair)
        return 1
    for (i = 1; i <= members[block]; i++)
        if ((member[block, i], both) in pairs || (member[block, i], both) in item_pair)
            return 1
    if ((block, both) in item_pair || (block in is_gap && (partner[block, "importance"], both) in item_pair))
        return 1
    if ((block, both) in pairs || both == least_pair || (block == "" && both in any_pair))
        return 1
    return block in is_gap && ((partner[block, "importance"], both) in pairs || (partner[block, "satisfaction"], both) in pairs)
}

# "24 von 26" or "24 of 26", and behind it "(92 %)".
function check_pairs(line, whole,    at, count, base, words, rest, said) {
    rest = line
    gsub(/ von | of /, "\001", rest)
    while (match(rest, /[0-9]+\001[0-9]+/)) {
        at = substr(rest, RSTART, RLENGTH)
        rest = substr(rest, RSTART + RLENGTH)
        split(at, words, "\001")
        count = words[1] + 0
        base = words[2] + 0
        checked++
        if (!may_pair(block, count "/" base))
            print block ": " count " of " base " is no figure: " substr(whole, 1, 160)
        if (match(rest, /^ [(]((mehr als|more than|unter|less than) )?[0-9]+([.,][0-9])? ?%[)]/)) {
            at = substr(rest, 3, RLENGTH - 3)
            said = at ~ /^[0-9]/ ? "" : at ~ /^m/ ? "more" : "less"
            gsub(/^[a-z ]*/, "", at)
            sub(/,/, ".", at)
            if (at + 0 != percentage(count, base) || said != side(count, base))
                print block ": " at " is not the percentage of " count " of " base
        }
    }
}

function check_numbers(line, label,    number, rest) {
    rest = line
    while (match(rest, /[0-9]+([.,][0-9]+)?/)) {
        number = substr(rest, RSTART, RLENGTH)
        if (RSTART > 3 && substr(rest, RSTART - 3, 3) == "\342\210\222") # a minus sign
            number = "-" number
        rest = substr(rest, RSTART + RLENGTH)
        sub(/,/, ".", number)
        checked++
        if (!may_print(block, number + 0) && !(label && (block, number + 0) in drawn))
            print block ": " number " is no figure: " substr(line, 1, 160)
    }
}

function prepare(    key, parts) {
    allow_sums()
    allow_neighbours()
    allow_items()
    count_verdicts()
    for (key in score_rows) {
        allow(owner[key], score_rows[key])
        fixed[score_rows[key]] = 1
    }
    for (key in allowed) # who is missing of those invited
        if (invited != "") {
            split(key, parts, SUBSEP)
            if (parts[2] + 0 <= invited + 0)
                missing[parts[1], invited - parts[2]] = any[invited - parts[2]] = 1
        }
    for (key in missing)
        allowed[key] = 1
    for (key in any_pair) # so many of the missing as a majority of those invited still needs
        if (invited != "") {
            split(key, parts, "/")
            missing_pair[int(invited / 2) + 1 - parts[1] "/" invited - parts[2]] = 1
            missing_number[int(invited / 2) + 1 - parts[1]] = missing_number[invited - parts[2]] = 1
        }
    for (key in tables) {
        split(key, parts, SUBSEP)
        every[parts[1]]++
        with[parts[1]] += key in shown
        verdicts[parts[1]] += 0
    }
    for (key in verdicts) {
        any[verdicts[key]] = any[different[key] + 0] = any[with[key] + 0] = any[every[key] + 0] = 1
        any_pair[different[key] + 0 "/" verdicts[key]] = 1
    }
    # The rules: percentages from 20 answers on, means from 10, three quarters, 5 % over all tests.
    fixed[20] = fixed[10] = fixed[5] = fixed[100] = 1
    fixed[100 * (confidence == "" ? 0.95 : confidence)] = 1
    sort_texts()
}

# One line of the page. The head and the contents hold no figures; what is between the beginning and the end of a question's
# section belongs to it.
function read_page(line,    pieces, n, i) {
    if (line ~ /<(head|nav)[ >]/)
        skipped = 1
    if (line ~ /^<blockquote>/) {
        quoting = 1
        quotations++
    }
    if (quoting) {
        quoting = line !~ /<\/blockquote>/
        return
    }
    if (match(line, /[0-9]+\302\240(Zitate?|quotations?):<\/p>/)) {
        announced = substr(line, RSTART) + 0
        line = substr(line, 1, RSTART - 1) "</p>"
        checked++
    }
    if (line ~ /<\/section>/) {
        if (announced + 0 != quotations + 0 && (announced != "" || quotations > 1))
            print block ": says that there are " announced + 0 " quotations, but has " quotations + 0
        announced = ""
        quotations = 0
    }
    if (!skipped) {
        if (match(line, /<section class="question" aria-labelledby="[^"]*"/)) {
            block = substr(line, RSTART, RLENGTH)
            sub(/^.*labelledby="/, "", block)
            sub(/"$/, "", block)
        } else if (line ~ /<section|<\/section>/) { # what belongs to no question may stand in the section of the last one
            block = ""
        }
        gsub(/<span class="number">[^<]*<\/span>/, " ", line)
        gsub(/<\/(p|li|dd|dt|td|th|h1|h2|h3|text|title|desc|summary|caption)>/, "\n", line)
        n = split(line, pieces, "\n")
        for (i = 1; i <= n; i++)
            check_piece(pieces[i])
    }
    if (line ~ /<\/(head|nav)>/)
        skipped = 0
}

function check_piece(piece,    line) {
    line = piece
    if (in_tag) { # a path goes over many lines
        if (!sub(/^[^>]*>/, "", line))
            return
        in_tag = 0
    }
    gsub(/<[^>]*>/, "", line)
    check_claims(line, piece)
    if (sub(/<.*/, "", line))
        in_tag = 1
    gsub(/&lt;/, "<", line); gsub(/&gt;/, ">", line); gsub(/&quot;/, "\"", line); gsub(/&#39;/, "'", line); gsub(/&amp;/, "\\&", line)
    if (line !~ /[0-9]/ || line ~ /[0-9a-f]{64}/ || line ~ /^ *[0-9a-f]*[a-f][0-9a-f]* *$/ || line ~ /nachlese [0-9.]+/)
        return
    gsub(/\302\240/, " ", line) # no-break space
    sub(/(Tabelle|Bild|Abbildung|Table|Picture|Figure) [0-9]+[.]/, "_", line) # their own numbers
    line = without_texts(line)
    gsub(/SHA-256/, "_", line)
    gsub(/(Abschnitt|Abschnitten|section|sections) [0-9.]+(( und |, | and )[0-9.]+)*/, "_", line)
    # A narrow space parts thousands, and is before the sign of per cent.
    while (match(line, /[0-9]\342\200\257[0-9]/))
        line = substr(line, 1, RSTART) substr(line, RSTART + RLENGTH - 1)
    gsub(/\342\200\257/, " ", line)
    of_missing = line ~ /der Fehlenden|die Fehlenden|missing people/ # of a page's questions, behind the last of them
    check_least(line, piece)
    check_pairs(line, piece)
    check_numbers(line, piece ~ /<text>/ || line !~ /[A-Za-z]/)
}
