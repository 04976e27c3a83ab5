"""Compares a drafted questionnaire with one that was written by hand; called by drafts_from_exports.

usage: drafts.py shape TRUTH.ini BINDINGS DRAFT.ini BINDINGS
       drafts.py overlay DRAFT.ini DECISIONS.ini
       drafts.py private DRAFT.ini EXPORT
       drafts.py counts TRUTH.ini BINDINGS RESULTS.csv DRAFT.ini BINDINGS RESULTS.csv

Both were bound to the same export by nachlese-ingest, and which question a column belongs to says which questions are the same.
A question is right where the draft has one of the same type with the same columns. Options are compared by their words and by
the phrases of the export; in order are those that both have, where they have at least two.
shape prints: questions, right types, options, found options, ordered questions, in right order, open ends (TODO).
overlay prints the draft as a person leaves it who answered its open ends: what DECISIONS says, and draft = no.
private ends with 1 where the draft names what only one record of the export has.
counts prints how many figures of results.csv over all respondents are equal, and how many are not.
"""
import csv
import html
import re
import sys
import unicodedata


def fold(text):
    text = html.unescape(re.sub(r"<[^>]*>", "", text)).replace("\ufeff", "").translate(str.maketrans("„“”’‘–—", "\"\"\"''--"))
    text = re.sub(r"^(-?[0-9]+)[.,]0+$", r"\1", text.strip())
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def read_ini(path):
    """Sections by (kind, name): keys and values, quotes taken off, numbered lists joined."""
    sections, section = {}, None
    for line in open(path, encoding="utf-8-sig"):
        line = line.strip()
        if not line or line[0] in "#;":
            continue
        if line[0] == "[":
            kind, _, name = line[1:-1].partition(" ")
            section = sections.setdefault((kind, name), {})
            continue
        key, _, value = (part.strip() for part in line.partition("="))
        if not key.startswith("alias") and len(value) > 1 and value[0] == value[-1] == '"' and '"' not in value[1:-1]:
            value = value[1:-1]
        first, _, number = key.rpartition(".")
        if number.isdigit() and first in section:
            section[first] += " " + value
        else:
            section[key] = value
    return sections


def phrases(value):
    return [quoted or word for quoted, word in re.findall(r'"([^"]*)"|([^\s,"]+)', value)]


def options_of(sections, question):
    """Codes in order, each with all it is known by; what lies outside the scale and don't know at the end."""
    own = sections.get(("scale", question.get("scale", "")), {})
    def value(key):
        return question.get(key, own.get(key, ""))
    codes = phrases(value("codes"))
    beside = [code for code in phrases(value("outside"))]
    if value("dk") == "yes":
        beside.append("dk")
    known = {}
    for code in codes + beside:
        names = {fold(text) for key, text in list(own.items()) + list(question.items())
                 if re.fullmatch(r"label\." + code + r"(\.[a-z]{2,3})?", key)}
        names |= {fold(phrase) for phrase in phrases(value("alias." + code))}
        known[code] = names | {fold(code)}
    return codes, beside, known


def bound(path):
    """Question of each column."""
    with open(path, encoding="utf-8", newline="") as file:
        return {row["column"]: row["question"] for row in csv.DictReader(file) if row["question"]}


def columns_of(bindings):
    columns = {}
    for column, question in bindings.items():
        columns.setdefault(question, set()).add(column)
    return columns


def pair_options(truth, question, draft, same):
    """Code of the draft for each code of the question, None where it has none; codes of both in order."""
    codes, beside, known = options_of(truth, truth[("question", question)])
    their_codes, _, theirs = options_of(draft, draft.get(("question", same), {}))
    pairs = {code: next((other for other, names in theirs.items() if names & known[code]), None) for code in codes + beside}
    return codes, their_codes, pairs


def shape(truth_path, truth_bindings, draft_path, draft_bindings):
    truth, draft = read_ini(truth_path), read_ini(draft_path)
    wanted, drafted = columns_of(bound(truth_bindings)), columns_of(bound(draft_bindings))
    of_columns = {frozenset(columns): question for question, columns in drafted.items()}
    of_column = bound(draft_bindings)
    right = options = found = ordered = in_order = 0
    for question, columns in wanted.items():
        keys = truth[("question", question)]
        same = of_columns.get(frozenset(columns))
        if same is None:  # options are looked for in the question that has the first of its columns
            same = of_column.get(min(columns, key=int))
            print(f"# {question}: not one question of the same columns, but {sorted({of_column.get(c, '-') for c in columns})}")
        elif draft[("question", same)]["type"] == keys["type"]:
            right += 1
        else:
            print(f"# {question}: {keys['type']}, drafted as {draft[('question', same)]['type']}")
        if keys["type"] not in ("single", "multi", "matrix", "ranking"):
            continue
        codes, their_codes, pairs = pair_options(truth, question, draft, same)
        options += len(pairs)
        found += sum(other is not None for other in pairs.values())
        missing = [code for code, other in pairs.items() if other is None]
        if missing:
            print(f"# {question}: no {' '.join(missing)}")
        places = [their_codes.index(pairs[code]) for code in codes if pairs[code] in their_codes]
        if len(places) > 1:
            ordered += 1
            in_order += places == sorted(places)
            if places != sorted(places):
                print(f"# {question}: in another order")
    todos = sum(line.startswith("# TODO") for line in open(draft_path, encoding="utf-8"))
    print(f"{len(wanted)} {right} {options} {found} {ordered} {in_order} {todos}")


def overlay(draft_path, overlay_path):
    """Writes the draft with what a person decided: keys of the overlay replace those of the draft, or are added; an empty one goes."""
    decided = read_ini(overlay_path)
    done, section = set(), None

    def rest():
        for key, value in decided.get(section, {}).items():
            if (section, key) not in done and value != "":
                yield f"{key} = {quote(value)}"
            done.add((section, key))

    def quote(value):
        return f'"{value}"' if re.search(r"^[ \"]|['#;=]| $", value) and '"' not in value else value

    lines = []
    for line in open(draft_path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# TODO"):
            continue
        if line.startswith("["):
            lines += rest()
            kind, _, name = line[1:-1].partition(" ")
            section = (kind, name)
        key = line.partition("=")[0].strip()
        if key in decided.get(section, {}):
            done.add((section, key))
            if decided[section][key] == "":
                continue
            line = f"{key} = {quote(decided[section][key])}"
        lines.append("draft = no" if line == "draft = yes" else line)
    lines += rest()
    known = {line for line in lines if line.startswith("[")}
    for section in decided:
        head = "[" + " ".join(part for part in section if part) + "]"
        if head not in known:
            lines += ["", head] + list(rest())
    print("\n".join(lines))


COUNTED = {"count", "answered", "skipped", "dont_know", "not_shown", "outside", "invalid", "first"}


def figures(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {(row["question"], row["item"], row["category"], row["statistic"]): row["value"]
                for row in csv.DictReader(file) if row["by"] == "" and row["statistic"] in COUNTED}


def item_of(read_as, question):
    """Row or option that a column was read as; "" where the question has one column."""
    name = re.split(r"[:,]", read_as)[0]
    return name[len(question) + 2:] if name.startswith(question + "__") else ""


def bound_items(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["column"]: (row["question"], item_of(row["read_as"], row["question"]))
                for row in csv.DictReader(file) if row["question"]}


def counts(truth_path, truth_bindings, truth_results, draft_path, draft_bindings, draft_results):
    truth, draft = read_ini(truth_path), read_ini(draft_path)
    wanted, drafted = bound_items(truth_bindings), bound_items(draft_bindings)
    here, there = figures(truth_results), figures(draft_results)
    column_of = {}
    for column, place in wanted.items():
        column_of.setdefault(place, column)
        column_of.setdefault((place[0], ""), column)
    equal = different = 0
    for (question, item, category, statistic), value in here.items():
        keys = truth.get(("question", question))
        if keys is None or question not in {place[0] for place in wanted.values()}:
            continue
        column = column_of.get((question, item)) or column_of[question, ""]
        same, same_item = drafted.get(column, ("", ""))
        pairs = {}
        if keys["type"] in ("single", "multi", "matrix", "ranking"):
            _, _, pairs = pair_options(truth, question, draft, same)
        if item == "":
            same_item = ""
        elif keys["type"] in ("multi", "ranking"):
            same_item = pairs.get(item)
        other = there.get((same, same_item, pairs.get(category, category) or "", statistic))
        if category and pairs and pairs.get(category) is None:
            other = None
        if other is None and value in ("0", ""):
            other = value
        if other == value:
            equal += 1
        else:
            different += 1
            print(f"# {question} {item} {category} {statistic}: {value} by hand, {other} by the draft")
    print(f"{equal} {different}")


def private(draft_path, export_path):
    """No label and no phrase of the draft may be in the cells of one record alone, unless it is a heading."""
    raw = open(export_path, "rb").read()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    rows = list(csv.reader(text.splitlines(keepends=True), delimiter=mark))
    rows = [row for row in rows if any(row)]
    cells = [" \n ".join(fold(cell) for cell in row) for row in rows[1:]]
    headings = " \n ".join(fold(cell) for row in rows[:2] for cell in row)
    named = found = 0
    for line in open(draft_path, encoding="utf-8"):
        key, _, value = line.partition("=")
        if not re.match(r"(label|alias)\b", key):
            continue
        words = [value.strip().strip('"')] if key.startswith("label") else phrases(value)
        for word in map(fold, words):
            named += 1
            if word not in headings and sum(word in cell for cell in cells) == 1:
                found += 1
                print(f"# {key.strip()} names what one record alone has")
    print(f"# {named} labels and phrases")
    sys.exit(found > 0)


{"shape": shape, "overlay": overlay, "counts": counts, "private": private}[sys.argv[1]](*sys.argv[2:])
