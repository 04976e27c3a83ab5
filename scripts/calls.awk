# Which file calls functions of which. Its arguments are all sources; what they share it asks ctags. Prints "circle ROOM: FILE ..."
# for files that lead to each other, and "contract HEADER: FILE ..." for a header that declares what two files or more define.
# A name counts where it is called, or where its header is included: then it may be a pointer to it, and else a variable of its
# own. Comments and strings do not count. What a macro of a header calls is not seen.
function room(path) {
    sub(/^src\//, "", path)
    sub(/\/.*/, "", path)
    return path
}

function short(path) {
    sub(/.*\//, "", path)
    return path
}

# The room whose name it is, as seen from another: that one itself, else a library; "" where there is none.
function owner(name, from,    i) {
    if ((name, from) in defined)
        return from
    for (i = 1; i <= libraries; i++)
        if ((name, library[i]) in defined)
            return library[i]
    return ""
}

function declare(name, header) {
    if ((name, room(header)) in defined) {
        declared[name, room(header)] = header
        contract[header, defined[name, room(header)]] = 1
    }
}

function connect(file, name, called,    from, to) {
    from = owner(name, room(file))
    if (from == "" || !((name, from) in declared))
        return
    to = defined[name, from]
    if (to == file || !(called || (file, declared[name, from]) in includes) || (file, to) in calls)
        return
    calls[file, to] = 1
    next_of[file] = next_of[file] " " to
}

# Marks what a file leads to.
function follow(start, file,    list, count, i) {
    count = split(next_of[file], list, " ")
    for (i = 1; i <= count; i++)
        if (!((start, list[i]) in leads)) {
            leads[start, list[i]] = 1
            follow(start, list[i])
        }
}

function report_circle(file,    line, i) {
    for (i = 1; i <= file_count; i++)
        if ((file, files[i]) in leads && (files[i], file) in leads && !(files[i] in reported)) {
            line = line " " short(files[i])
            reported[files[i]] = 1
        }
    if (line != "")
        print "circle " room(file) ":" line
}

function report_contract(header,    line, count, i) {
    for (i = 1; i <= file_count; i++)
        if ((header, files[i]) in contract) {
            line = line " " short(files[i])
            count++
        }
    if (count > 1)
        print "contract " substr(header, 5) ":" line
}

# The names in a line of code; comment and last live from line to line.
function take(rest,    word, before) {
    while (rest != "") {
        if (comment) {
            if (!match(rest, /\*\//))
                return
            comment = 0
            rest = substr(rest, RSTART + 2)
        }
        if (!match(rest, token))
            return
        before = substr(rest, 1, RSTART - 1)
        word = substr(rest, RSTART, RLENGTH)
        rest = substr(rest, RSTART + RLENGTH)
        comment = word == "/*"
        if (word ~ /^[A-Za-z_]/ && last !~ /^(struct|enum|union)$/ && before !~ /(\.|->)$/)
            if (rest ~ /^\(/ || $1 == "extern" || !((FILENAME, word) in used))
                used[FILENAME, word] = rest ~ /^\(/ || $1 == "extern"
        last = word
    }
}

BEGIN {
    tags = "find src -name '*.c' | ctags -L - -f - --kinds-C=fv --quiet=yes 2>/dev/null"
    while ((tags | getline line) > 0) {
        split(line, tag, "\t")
        if (line !~ /\tfile:/ && tag[1] != "main")
            defined[tag[1], room(tag[2])] = tag[2]
    }
    libraries = split("wording survey inference base", library, " ")
    token = "\"([^\"\\\\]|\\\\.)*\"|'([^'\\\\]|\\\\.)*'|/\\*|[A-Za-z_][A-Za-z0-9_]*"
}

FNR == 1 {
    files[++file_count] = FILENAME
    comment = 0
}

/^#include "/ {
    split($0, part, "\"")
    includes[FILENAME, "src/" part[2]] = 1
    next
}

{
    take($0)
}

END {
    for (use in used) {
        split(use, part, SUBSEP)
        if (part[1] ~ /\.h$/ && used[use])
            declare(part[2], part[1])
    }
    for (use in used) {
        split(use, part, SUBSEP)
        if (part[1] ~ /\.c$/)
            connect(part[1], part[2], used[use])
    }
    for (i = 1; i <= file_count; i++)
        follow(files[i], files[i])
    for (i = 1; i <= file_count; i++) {
        report_circle(files[i])
        report_contract(files[i])
    }
}
