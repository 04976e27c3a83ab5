# The figures of results.csv with labels in place of codes, so that two questionnaires can be compared that call them otherwise:
# question | row or option | answer or number | statistic | value, over all who answered.
# awk -f drafts.awk codebook.csv results.csv
# Splits a record of CSV without line ends in its fields.
function cut(line, field,    count, quoted, i, character) {
    count = 1
    delete field
    for (i = 1; i <= length(line); i++) {
        character = substr(line, i, 1)
        if (character == "\"" && quoted && substr(line, i + 1, 1) == "\"") { field[count] = field[count] character; i++ }
        else if (character == "\"") quoted = !quoted
        else if (character == "," && !quoted) count++
        else field[count] = field[count] character
    }
    return count
}
function name(question, item, category) { return (question, item, category) in label ? label[question, item, category] : item category }
FNR == 1 { file++; next }
file == 1 { cut($0, f); label[f[1], f[6], f[7]] = f[9]; next }
{
    cut($0, f)
    if (f[1] == "" || f[4] != "" || f[6] !~ /^(answered|invalid|count|value)$/ || f[3] ~ /^[[(]/) next
    print f[1] "|" (f[2] == "" ? "" : name(f[1], f[2], "")) "|" (f[3] == "" ? "" : name(f[1], "", f[3])) "|" f[6] "|" f[7]
}
