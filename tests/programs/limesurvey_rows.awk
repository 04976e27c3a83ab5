# Writes a LimeSurvey export (headings and answers as codes, version 6.4 or later) as the rows of its data base would be: TABs
# between cells, NULL for a cell in which nothing stood, not even quotes. Called by limesurvey_truth where there is no copy of
# the data base. Files: fieldmap.tsv, the export. The columns behind the system's own are in the order of fieldmap.tsv.

BEGIN { FS = "\t"; own = 5 }

FNR == 1 { file++ }

file == 1 && FNR > 1 { name[++names] = $1 }

function end_cell() {
    if (cell == "" && !was_quoted) cell = "NULL"
    gsub(/\t/, "\\t", cell)
    gsub(/\n/, "\\n", cell)
    row = row (cells++ ? "\t" : "") cell
    cell = ""
    was_quoted = 0
}

function read_line(line,    i, byte, size) {
    size = length(line)
    for (i = 1; i <= size; i++) {
        byte = substr(line, i, 1)
        if (quoted && byte == "\"" && substr(line, i + 1, 1) == "\"") { cell = cell byte; i++ }
        else if (byte == "\"") { quoted = !quoted; was_quoted = 1 }
        else if (byte == delimiter && !quoted) end_cell()
        else cell = cell byte
    }
}

function heading(    i, line) {
    line = "id\tsubmitdate\tlastpage\tstartlanguage\tseed"
    for (i = 1; i <= names; i++) line = line "\t" name[i]
    if (cells != names + own) { print "columns: " cells > "/dev/stderr"; exit 1 }
    print line
}

file == 2 {
    if (FNR == 1) sub(/^\357\273\277/, "")
    if (!quoted) sub(/\r$/, "")
    read_line($0)
    if (quoted) { cell = cell "\n"; next }
    end_cell()
    if (++rows == 1) heading()
    else print row
    row = ""
    cells = 0
}
