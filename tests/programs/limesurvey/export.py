#!/usr/bin/env python3
"""export.py STRUCTURE CODEBOOK SIMULATED MODE LANGUAGE: the made-up answers as LimeSurvey 6.13 exports them of that survey.

MODE is code (codes and short answers), full (full headings and long answers), or check: then only the faults of the structure are
printed. Questions, rows and answers are found by their texts, so the codes of the structure may be any.
"""
import csv
import html
import re
import sys

from structure import Structure

NULL = None
YES = {"de": ("Ja", "Nein"), "en": ("Yes", "No")}
OTHER = {"de": "Sonstiges", "en": "Other"}


def read_simulated(path):
    """Rows of cells; a cell with nothing between the commas is NULL."""
    rows, row, data, at = [], [], open(path, encoding="utf-8", newline="").read(), 0
    while at < len(data):
        if data[at] == '"':
            end, value = at + 1, ""
            while data[end] != '"' or data[end + 1] == '"':
                value += data[end]
                end += 2 if data[end] == '"' else 1
            at = end + 1
        else:
            end = re.compile("[,\n]").search(data, at).start()
            value, at = data[at:end] or NULL, end
        row.append(value)
        if data[at] == "\n":
            rows.append(row)
            row = []
        at += 1
    return rows


class Own:
    """A question of ours, out of the codebook."""

    def __init__(self, row):
        self.id, self.type, self.text = row["question"], row["type"], row
        self.items, self.codes, self.dk = [], [], None


def read_codebook(path):
    questions = {}
    for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
        if row["type"] in ("set", "group", "score", "gap"):
            continue
        if not row["item"] and not row["category"]:
            questions[row["question"]] = Own(row)
        elif row["role"] == "dk":
            questions[row["question"]].dk = row
        elif row["item"]:
            questions[row["question"]].items.append((row["item"], row))
        else:
            questions[row["question"]].codes.append((row["category"], row))
    return list(questions.values())


def plain(text):
    return html.unescape(text)


class Columns:
    """One question in both worlds."""

    def __init__(self, lime, own, language):
        self.lime, self.own, self.language = lime, own, language

    def label(self, row):
        return row["label_" + self.language]

    def code(self, place, row):
        """The code whose text is the label."""
        found = [code for code, texts in place.items() if plain(texts[self.language]) == self.label(row)]
        assert len(found) == 1, (self.lime.code, self.label(row), found)
        return found[0]

    def heading(self, mode, part=None, text=None):
        if mode == "code":
            return self.lime.code + ("[%s]" % part if part else "")
        title = self.lime.texts[self.language][0]
        return title + (" [%s]" % text if part else "")

    def parts(self):
        """(item of ours, code there, its text), other last as LimeSurvey has it."""
        rows = [(item, row) for item, row in self.own.items if not (item == "other" and self.lime.other)]
        if self.lime.type == "M" and self.own.dk:
            rows.append(("dk", self.own.dk))
        return [(item, self.code(self.lime.parts, row), self.label(row)) for item, row in rows]

    def answer(self, mode, value):
        if value in (NULL, ""):
            return value
        if value == "other" and self.lime.other:
            return "-oth-" if mode == "code" else OTHER[self.language]
        row = self.own.dk if value == "dk" else dict(self.own.codes if self.lime.type != "R" else self.own.items)[value]
        return self.code(self.lime.answers, row) if mode == "code" else self.label(row)

    def write(self, mode, at):
        """[(heading, function of a record)]; at(heading) is the number of a column of ours."""
        kind, own, long = self.lime.type, self.own, mode == "full"
        if kind in ("L", "F"):
            parts = [(None, None, None)] if kind == "L" else self.parts()
            out = []
            for item, code, text in parts:
                name = own.id if item is None else "%s[%s]" % (own.id, item)

                def value(record, column=at(name)):
                    cell = self.answer(mode, record[column])
                    return "" if cell is NULL and long and kind == "F" else cell
                out.append((self.heading(mode, code, text), value))
            if self.lime.other:
                out.append((self.heading(mode, "other", OTHER[self.language]), lambda record, column=at(own.id + "[other]"): record[column]))
            return out
        if kind == "M":
            return self.ticks(mode, at)
        if kind == "Q":
            return [(self.heading(mode, code, text), lambda record, column=at("%s[%s]" % (own.id, item)): record[column])
                    for item, code, text in self.parts()]
        if kind == "R":
            count = len(self.lime.answers)

            def place(record, rank):
                column = at("%s[%d]" % (own.id, rank), False)
                return "" if column is None else self.answer(mode, record[column])
            return [(self.heading(mode, str(i), "Rank %d" % i), lambda record, rank=i: place(record, rank)) for i in range(1, count + 1)]
        if kind == "N":
            return [(self.heading(mode), lambda record, column=at(own.id): None if record[column] in (NULL, "", "dk") else record[column])]
        assert kind in ("T", "S"), kind
        return [(self.heading(mode), lambda record, column=at(own.id): record[column])]

    def ticks(self, mode, at):
        long, out = mode == "full", []
        for item, code, text in self.parts():
            def value(record, column=at("%s[%s]" % (self.own.id, item))):
                if not long:
                    return record[column]
                return "N/A" if record[column] is NULL else YES[self.language][0 if record[column] == "Y" else 1]
            out.append((self.heading(mode, code, text), value))
        if self.lime.other:
            out.append((self.heading(mode, "other", OTHER[self.language]),
                        lambda record, column=at("%s[other]" % self.own.id): record[column]))
        return out


def main():
    structure = Structure(sys.argv[1])
    faults = structure.check()
    for fault in faults:
        print(fault)
    if sys.argv[2:] == ["check"] or faults:
        return 1 if faults else 0
    codebook, simulated, mode, language = sys.argv[2:6]
    rows = read_simulated(simulated)
    names = {name: i for i, name in enumerate(rows[0])}

    def at(name, needed=True):
        return names[name] if needed else names.get(name)
    own = {}
    for question in read_codebook(codebook):
        own.setdefault(question.text["label_" + language], []).append(question)
    meta = ["id", "submitdate", "lastpage", "startlanguage", "seed"] if mode == "code" else \
        {"de": ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert"],
         "en": ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]}[language]
    columns = [(meta[0], lambda record: record[0]), (meta[1], lambda record: record[1]), (meta[2], lambda record: "5"),
               (meta[3], lambda record: language), (meta[4], lambda record: "12345"),
               ("nachlese_origin", lambda record: record[2])]
    for lime in structure.questions.values():
        columns += Columns(lime, own[plain(lime.texts[language][0])].pop(0), language).write(mode, at)
    out = ["\ufeff" + ",".join('"%s"' % name.replace('"', '""') for name, _ in columns)]
    for record in rows[1:]:
        cells = [value(record) for _, value in columns]
        out.append(",".join("" if cell is NULL else '"%s"' % cell.replace('"', '""') for cell in cells))
    sys.stdout.buffer.write(("\r\n".join(out) + "\r\n").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
