# Is it true what the attacker says of those who are in no group shown?
#
#   awk -F , -f left.awk codebook.csv answers.csv found
#
# found holds the attacker's lines "left BY QUESTION ITEM STATISTIC CATEGORY COUNT of BASE beyond LEVEL...". The answers of all
# records that are in none of these levels are counted anew; prints each line that is wrong, and how many were looked at. No
# field that is read holds a comma.

FNR == 1 { file++ }
file == 1 && $3 == "group" && $7 != "" {
    if ($6 == "")
        takes_rest[$1, $7] = 1
    else
        coarse[$1, $6] = $7
    next
}
file == 2 && FNR == 1 {
    for (i = 1; i <= NF; i++)
        column[$i] = i
    next
}
file == 2 && $column["status"] == "accepted" {
    records++
    for (name in column)
        answer[records, name] = $column[name]
    next
}
file == 3 && /^left .* share / { check() }
END { printf "left %d, wrong %d\n", checked, wrong }

# Whether a record is in one of the levels of the line at hand.
function is_in(record, grouping, by_coarse,    code, level) {
    code = answer[record, grouping]
    if (!by_coarse)
        return code in levels
    if ((grouping, code) in coarse)
        return coarse[grouping, code] in levels
    for (level in levels)
        if ((grouping, level) in takes_rest)
            return 1
    return 0
}

function check(    words, n, i, by, by_coarse, name, wanted, count) {
    n = split($0, words, " ")
    by = words[2]
    by_coarse = sub(/[.]coarse$/, "", by)
    split("", levels)
    for (i = 11; i <= n; i++)
        levels[words[i]] = 1
    name = words[3] (words[4] == "-" ? "" : "__" words[4])
    wanted = words[6] == "-" ? "1" : words[6]
    for (i = 1; i <= records; i++)
        count += !is_in(i, by, by_coarse) && answer[i, name] == wanted
    checked++
    if (count == words[7])
        return
    wrong++
    print "wrong: " $0 ", but they are " count + 0
}
