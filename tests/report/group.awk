# Is every figure of a report for one group published? Called by report_group.
# Files in this order: codebook.csv, published.csv, the report for everybody, the report for the group (texts).
# Variables: question, code: the group; main: the grouping that is broken down by, by others there are comparisons from 100 answers on.
#
# A figure "7 von 10" must be one of all respondents, or one of the group (of a coarser group that holds it, or the sum of the codes
# that a coarser one holds), or of another group where the groups differ, or the least difference of a table by a grouping
# that is shown, or how many comparisons show a difference. Every number must be one of these, a percentage of these, or is in the
# report for everybody or in the name of a group. Prints what is not.

FNR == 1 { file++; at = 0 }

# Sets cell[1..]; quoted fields have no line ends here.
function split_line(line,    i, byte, quoted, count) {
    count = 1
    cell[1] = ""
    for (i = 1; i <= length(line); i++) {
        byte = substr(line, i, 1)
        if (byte == "\"") quoted = !quoted
        else if (byte == "," && !quoted) cell[++count] = ""
        else cell[count] = cell[count] byte
    }
}

function round(value) { return int(value + 0.5) }

# A figure may be printed: as count and base, and as a percentage.
function allow(count, base) {
    pair[count "/" base] = number[count] = number[base] = 1
    if (base > 0) number[round(100 * count / base)] = 1
}

# ---- the codebook: who is in a coarser group; the answers of a single question in their order

file == 1 && FNR > 1 {
    split_line($0)
    if (cell[1] == question) {
        rest = cell[9] " " cell[10]
        while (match(rest, /[0-9]+/)) {
            number[substr(rest, RSTART, RLENGTH)] = 1
            rest = substr(rest, RSTART + RLENGTH)
        }
    }
    if (cell[3] == "group" && cell[1] == question) {
        if (cell[7] == code) member[cell[6]] = 1
        if (cell[6] == code) above = cell[7]
    }
    if (cell[3] == "single" && cell[4] == "ordinal" && cell[5] == "" && cell[7] != "") {
        highest[cell[1], cell[8]] = cell[7]
        if (cell[8] + 0 > highest[cell[1]] + 0) highest[cell[1]] = cell[8]
    }
}

# ---- what is published

# How sure a figure of all is: so many of ten or of a hundred, outward.
function allow_interval(low, high,    unit, least, most) {
    for (unit = 10; unit <= 100 && low != ""; unit *= 10) {
        least = int(low * unit)
        most = high * unit > int(high * unit) + 1e-9 ? int(high * unit) + 1 : int(high * unit)
        number[least] = number[most] = 1
        pair[most "/" unit] = 1
    }
}

function keep_everybody(count) {
    allow(count, n)
    widest[count + invited - n, invited - n] = 1
    if (statistic != "share" || cell[2] != "") return
    of_all[cell[1], cell[3]] = count
    base_of_all[cell[1]] = n
    if (cell[1] == question && cell[3] in member) size += count
}

function keep_group(count,    key) {
    key = cell[1] SUBSEP cell[2] SUBSEP cell[3] SUBSEP statistic
    if (cell[4] == question && cell[5] in member) {
        sum[key] += count
        sum_base[key] += n
    }
    if ((cell[4] == question && cell[5] == code) || (cell[4] == question ".coarse" && (cell[5] == code || cell[5] == above))) {
        allow(count, n)
        own++
    }
    other[++others] = cell[1] SUBSEP cell[2] SUBSEP cell[4] SUBSEP count SUBSEP n
}

file == 2 && FNR > 1 {
    split_line($0)
    statistic = cell[6]
    n = cell[10]
    if (statistic == "invited") invited = cell[7] + 0
    if (statistic == "rows_accepted") accepted = cell[7] + 0
    if (statistic == "answered" && cell[7] != "") allow(cell[7] + 0, accepted)
    if (statistic == "bounds" && cell[4] == "" && invited > 0) { # of all invited, and who of them is missing
        bounds++
        allow(round(cell[8] * invited), invited)
        allow(round(cell[9] * invited), invited)
        number[round((cell[9] - cell[8]) * invited)] = 1
    }
    if (statistic == "tests") tests = cell[7] + 0
    by = cell[4]
    sub(/[.]coarse$/, "", by)
    if (statistic == "least_difference" && cell[7] != "") {
        least[cell[1], cell[2], by] = n - round(cell[7] * n)
        least_base[cell[1], cell[2], by] = n + 0
    }
    if (cell[5] != "" && cell[7] != "" && n + 0 > larger[cell[1], cell[2], by] + 0)
        larger[cell[1], cell[2], by] = n + 0
    if (statistic == "verdict" && cell[12] != "suppressed" && cell[7] != "") {
        said[by]++
        different[by] += cell[7] == 1
        if (by == question && cell[7] == 1) differs[cell[1], cell[2]] = 1
    }
    if (cell[7] == "" || n == "") next
    if (statistic == "count" && cell[4] == "") keep_everybody(cell[7] + 0)
    if (statistic ~ /^(share|top2|bottom2|set|any|top|first|unmet)$/) {
        if (cell[4] == "") {
            keep_everybody(round(cell[7] * n))
            allow_interval(cell[8], cell[9])
        } else keep_group(round(cell[7] * n))
    }
}

function is_compared(by) { return by == main || accepted >= 100 }

# Of ordered answers so many from one end on, at every place: the side that more than half chose, and the other one.
function allow_cuts(    key, places, i, sum) {
    for (key in highest) {
        if (key ~ SUBSEP) continue
        sum = 0
        for (i = 1; i <= highest[key]; i++) {
            if (!((key, highest[key, i]) in of_all)) break
            allow(sum += of_all[key, highest[key, i]], base_of_all[key])
        }
        sum = 0
        for (i = highest[key]; i >= 1; i--) {
            if (!((key, highest[key, i]) in of_all)) break
            allow(sum += of_all[key, highest[key, i]], base_of_all[key])
        }
    }
}

function end_of_published(    key, i, part, by, all_said, all_different) {
    for (key in sum) allow(sum[key], sum_base[key])
    for (i = 1; i <= others; i++) {
        split(other[i], part, SUBSEP)
        if (differs[part[1], part[2]] && (part[3] == question || part[3] == question ".coarse")) allow(part[4], part[5])
    }
    # A file that has no bounds leaves whoever is not in a figure's base among the missing.
    for (key in widest)
        if (invited > 0 && !bounds) {
            split(key, part, SUBSEP)
            allow(part[1], invited)
            number[part[2]] = 1
        }
    for (key in least) {
        split(key, part, SUBSEP)
        if (!is_compared(part[3])) continue
        if (is_least(larger[key], least_base[key], least[key], tests)) {
            told[larger[key], least[key], least_base[key]] = 1
        } else {
            print "not the least difference: all " larger[key] " against " least[key] " of " least_base[key]
        }
    }
    allow_cuts()
    allow(accepted, invited)
    for (by in said)
        if (is_compared(by)) {
            all_said += said[by]
            all_different += different[by]
        }
    allow(all_different + 0, all_said + 0)
    allow(size + 0, base_of_all[question])
}

# ---- the reports

file == 3 && at++ == 0 { end_of_published() }

file == 3 {
    rest = $0
    while (match(rest, /[0-9]+/)) {
        number[substr(rest, RSTART, RLENGTH)] = 1
        rest = substr(rest, RSTART + RLENGTH)
    }
}

# The sentence on the least difference, which goes over up to three lines. Sets what its last line may hold by that.
function check_least(    text, words) {
    here = here_number = ""
    text = line_before_last " " last_line " " $0
    gsub(/\302\240/, " ", text)
    gsub(/ +/, " ", text)
    line_before_last = last_line
    last_line = $0
    if (!match(text, /(etwa alle|say all) [0-9]+ ((in )?der einen Gruppe gegen|in one group against) [0-9]+ (von|of) [0-9]+/))
        return
    last_line = line_before_last = "" # is read once
    text = substr(text, RSTART, RLENGTH)
    gsub(/[^0-9]+/, " ", text)
    split(text, words, " ")
    if (!((words[1] + 0, words[2] + 0, words[3] + 0) in told)) {
        print "not the least difference of a table: all " words[1] " against " words[2] " of " words[3]
        return
    }
    here = words[2] "/" words[3]
    here_number = words[2]
}

file == 4 {
    gsub(/\342\200\257/, "") # thousands
    check_least()
    rest = $0
    while (match(rest, /[0-9]+\302\240(von|of)\302\240[0-9]+/)) {
        found = substr(rest, RSTART, RLENGTH)
        rest = substr(rest, RSTART + RLENGTH)
        gsub(/\302\240(von|of)\302\240/, "/", found)
        # Without a known number of people invited, bounds are given of a hundred.
        if (!(found in pair) && found != here && !(found ~ /\/100$/ && invited == 0)) print "not published: " found " in: " $0
    }
    rest = $0
    while (match(rest, /[0-9]+/)) {
        found = substr(rest, RSTART, RLENGTH)
        rest = substr(rest, RSTART + RLENGTH)
        if (!(found in number) && found != here_number) print "where does " found " come from? " $0
    }
}
