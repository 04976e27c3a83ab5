#!/usr/bin/env python3
"""export.py FORM SIMULATED [PATHS]: the made-up answers as KoboToolbox exports them of a form: names as headings, with PATHS the
groups in front, all ticks in one cell and each in its own, ranks in one cell. FORM is the workbook as xlsx2csv -a writes it.
"""
import csv
import io
import re
import sys


def main():
    text = open(sys.argv[1], encoding="utf-8", newline="").read()
    sheets = re.split(r"(?m)^-------- \d+ - (\w+)\r?\n", text)
    survey = list(csv.DictReader(io.StringIO(sheets[2], newline="")))
    choices = list(csv.DictReader(io.StringIO(sheets[4], newline="")))
    rows = list(csv.reader(open(sys.argv[2], encoding="utf-8", newline="")))
    names = {name: i for i, name in enumerate(rows[0])}
    path, columns = [], []
    inner = None  # the question that a group is

    def add(name, value):
        columns.append(("/".join(path + [name]) if len(sys.argv) > 3 else name, value))

    def cell(name):
        return lambda record: record[names[name]]
    for row in survey:
        kind, _, listed = row["type"].partition(" ")
        name = row["name"]
        if kind == "begin_group":
            inner = name if len(path) == 1 else inner
            path.append(name)
        elif kind == "end_group":
            path.pop()
            inner = None
        elif kind in ("note", "calculate") or not kind:
            continue
        elif inner:
            add(name, cell("%s[%s]" % (inner, name[len(inner) + 1:])))
        elif kind == "select_multiple":
            options = [choice["name"] for choice in choices if choice["list_name"] == listed]

            def ticked(record, option, name=name):
                return record[names["%s[%s]" % (name, option)]] != ""
            add(name, lambda record, options=options, ticked=ticked: " ".join(o for o in options if ticked(record, o)))
            for option in options:
                columns.append((columns[-1 if option == options[0] else -1 - options.index(option)][0] + "/" + option,
                                lambda record, option=option, options=options, ticked=ticked:
                                ("1" if ticked(record, option) else "0") if any(ticked(record, o) for o in options) else ""))
        elif kind == "rank":
            ranks = [i for heading, i in names.items() if re.fullmatch(re.escape(name) + r"\[\d+\]", heading)]
            add(name, lambda record, ranks=ranks: " ".join(record[i] for i in ranks if record[i]))
        elif kind == "text" and name.endswith("_other") and name not in names:
            question = name[:-6]
            add(name, cell(question + "[other]"))
        else:
            add(name, lambda record, name=name: "" if record[names[name]] == "dk" and
                kind in ("integer", "decimal") else record[names[name]])
    out = csv.writer(sys.stdout, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
    out.writerow(["start", "end", "nachlese_origin"] + [name for name, _ in columns] + ["_id", "_uuid", "_submission_time", "_index"])
    for number, record in enumerate(rows[1:], 1):
        if record[1]:
            out.writerow(["2021-03-01T10:00:00", "2021-03-01T10:09:00", record[2]] + [value(record) for _, value in columns] +
                         [record[0], "uuid-%s" % record[0], "2021-03-01T10:09:01", str(number)])


if __name__ == "__main__":
    main()
