#!/usr/bin/env python3
"""cells.py QUESTIONNAIRE CODEBOOK CSV: what an XLSForm must hold of a questionnaire, cell by cell.

CSV is the workbook as xlsx2csv -a writes it. Every word of the codebook must stand in the one cell where it belongs, every list in
its order, and no other question, option or row may be there. Prints the faults.
"""
import csv
import io
import re
import sys

faults = []


def fault(words):
    faults.append(words)


def sheets_of(path):
    text = open(path, encoding="utf-8", newline="").read()
    parts = re.split(r"(?m)^-------- \d+ - (\w+)\r?\n", text)
    return {name: list(csv.DictReader(io.StringIO(body, newline=""))) for name, body in zip(parts[1::2], parts[2::2])}


def main():
    questionnaire, codebook, path = sys.argv[1:4]
    given = {}
    section = None
    for line in open(questionnaire, encoding="utf-8"):
        match = re.match(r"\[(\w+ ?\w*)\]", line)
        section = match.group(1) if match else section
        match = re.match(r"([\w.]+) = (.*)", line)
        if match:
            given[section, match.group(1)] = match.group(2).strip().strip('"')
    languages = given["survey", "languages"].split()
    names = {"de": "Deutsch (de)", "en": "English (en)"}
    sheets = sheets_of(path)
    if list(sheets) != ["survey", "choices", "settings"]:
        fault("the sheets are %s" % list(sheets))
    settings = sheets["settings"][0]
    if settings["form_title"] != given.get(("survey", "title." + languages[0]), given.get(("survey", "title"))) \
            or settings["default_language"] != names[languages[0]] or settings["form_id"] != given["survey", "id"]:
        fault("settings: %s" % settings)
    lists = {}
    for choice in sheets["choices"]:
        lists.setdefault(choice["list_name"], []).append(choice)
    rows = {row["name"]: row for row in sheets["survey"] if row["type"] not in ("end_group", "")}
    seen = {name for name in rows if re.match(r"nachlese_|part\d+_", name)}

    def words(cells, column, entry, where):
        for language in languages:
            if cells["%s::%s" % (column, names[language])] != entry["label_" + language]:
                fault("%s: %r is not %r" % (where, cells["%s::%s" % (column, names[language])], entry["label_" + language]))

    def key(question, name, language=None):
        return given.get(("question " + question, name + ("." + language if language else "")),
                         given.get(("question " + question, name), ""))

    def check_choices(question, name, wanted):
        found = lists.get(name, [])
        if [choice["name"] for choice in found] != [code for code, _ in wanted]:
            fault("%s: the choices are %s" % (question, [choice["name"] for choice in found]))
        for choice, (_, entry) in zip(found, wanted):
            words(choice, "label", entry, question + " " + choice["name"])

    entries = [row for row in csv.DictReader(open(codebook, encoding="utf-8", newline=""))
               if row["type"] not in ("set", "group", "score", "gap")]
    for head in entries:
        if head["item"] or head["category"]:
            continue
        question, kind = head["question"], head["type"]
        mine = [row for row in entries if row["question"] == question and row is not head]
        items = [(row["item"], row) for row in mine if row["item"]]
        codes = [(row["category"], row) for row in mine if row["category"] and row["role"] != "dk"]
        dk = [("dk", row) for row in mine if row["role"] == "dk"]
        cells = rows.get(question)
        seen.add(question)
        if not cells:
            fault("%s is missing" % question)
            continue
        words(cells, "label", head, question)
        for language in languages:
            if cells["hint::" + names[language]] != key(question, "help", language):
                fault("%s: the hint %r" % (question, cells["hint::" + names[language]]))
        required = "yes" if key(question, "required") == "yes" else ""
        inner = kind in ("matrix", "contact")
        if cells["required"] != ("" if inner else required):
            fault("%s: required is %r" % (question, cells["required"]))
        type_, _, name = cells["type"].partition(" ")
        wanted = {"single": "select_one", "multi": "select_multiple", "ranking": "rank", "matrix": "begin_group", "contact": "begin_group",
                  "text": "text", "number": "decimal" if key(question, "decimals") not in ("", "0") else "integer"}[kind]
        if type_ != wanted:
            fault("%s: the type %r" % (question, cells["type"]))
        if kind == "single":
            check_choices(question, name, codes + dk)
        elif kind in ("multi", "ranking"):
            check_choices(question, name, items + dk)
        elif inner:
            for item, entry in items:
                part = rows.get(question + "_" + item)
                seen.add(question + "_" + item)
                if not part:
                    fault("%s_%s is missing" % (question, item))
                    continue
                words(part, "label", entry, question + "_" + item)
                if part["required"] != required:
                    fault("%s_%s: required is %r" % (question, item, part["required"]))
                if kind == "matrix":
                    check_choices(question, part["type"].partition(" ")[2], codes + dk)
        if kind in ("single", "multi") and "other" in [code for code, _ in items + codes]:
            seen.add(question + "_other")
            if "'other'" not in rows.get(question + "_other", {}).get("relevant", ""):
                fault("%s: nobody is asked for the text of other" % question)
        asked = key(question, "asked_if").split()
        found = re.findall(r"\$\{(\w+)\}(?:, | = )'(\w+)'", cells["relevant"])
        if found != [(asked[0], code) for code in asked[1:]]:
            fault("%s: asked if %s" % (question, found))
        constraint = cells["constraint"]
        most = re.search(r"count-selected\(\.\) <= (\d+)", constraint)
        if kind == "multi" and (most.group(1) if most else "") != key(question, "max_choices"):
            fault("%s: at most %r" % (question, constraint))
        alone = re.findall(r"not\(selected\(\., '(\w+)'\)", constraint)
        if kind == "multi" and sorted(alone) != sorted(key(question, "exclusive").split() + [code for code, _ in dk]):
            fault("%s: excluding are %s" % (question, alone))
        if kind == "number":
            span = re.match(r"\. >= (\S+) and \. <= (\S+)", constraint)
            if not span or [float(span.group(i)) for i in (1, 2)] != [float(key(question, name)) for name in ("min", "max")]:
                fault("%s: the range %r" % (question, constraint))
    for name in sorted(set(rows) - seen):
        fault("%s is there and belongs to nothing" % name)
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
