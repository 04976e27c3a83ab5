# Phrases that no report says: a constant of src/wording/phrases.h without a caller.
#
#   awk -f scripts/phrases.awk src/wording/phrases.h SOURCE ...
#
# A phrase with forms is counted by its first, the one for several by the one before it, and
# the months by January, which the others are added to.
function first_form(macro) {
    if (macro == "PHRASES_FORMS") return "_NONE"
    return macro == "PHRASES_PLURAL" || macro == "PHRASES_LEADER" ? "_ONE" : ""
}
FNR == 1 { table = FILENAME ~ /wording\/phrases\.h$/; entries = 0 }
table && /^#define PHRASES\(X\)/ { entries = 1 }
entries && match($0, /^    (X|PHRASES_[A-Z]+)\((X, *)?[A-Z]/) {
    split($0, part, /[ (,]+/)
    macro = part[2]
    name = macro == "X" ? part[3] : part[4]
    many_of = name
    sub(/_MANY$/, "_ONE", many_of)
    if (name !~ /^DATE_MONTH_([2-9]|1[0-2])$/ && !(name != many_of && many_of == last)) {
        constant[++count] = "PHRASE_" name first_form(macro)
        line[count] = FNR
        file = FILENAME
    }
    last = name
}
!table {
    rest = $0
    while (match(rest, /PHRASE_[A-Z0-9_]+/)) {
        called[substr(rest, RSTART, RLENGTH)] = 1
        rest = substr(rest, RSTART + RLENGTH)
    }
}
END {
    for (i = 1; i <= count; i++)
        if (!(constant[i] in called)) print file ":" line[i] ": " constant[i] " has no caller"
}
