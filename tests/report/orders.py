"""Checks every claim of order in a report against the rows lead of published.csv; shares no code with the programs.

usage: orders.py LANGUAGE codebook.csv published.csv report.txt

A claim is a sentence that names what is first of a list, or can be, or is behind; or a list of page one. Prints what is not borne
out, and last "checked N": N claims. Labels are those of the codebook.
"""
import csv
import re
import sys

QUOTED = {"de": "„[^“]+“", "en": "“[^”]+”"}
WORDS = {
    "de": {
        "lead": [r"Am häufigsten angekreuzt (?:ist|sind gleichauf) (L): ", r"Auf den ersten \d+ Plätzen: am häufigsten (?:gleichauf )?(L), ",
                 r"Auf Platz 1 (?:steht am häufigsten|stehen gleichauf) (L): ", r"Am größten ist der Anteil für .{1,120}? bei (L): ",
                 r"Am meisten fehlt (L)\. ", r"Am meisten fehlen gleichauf (L)\. "],
        "front": [r"Oft angekreuzt sind (L): ", r"Auf den ersten \d+ Plätzen: vorn liegen (L), ", r"Am ehesten auf Platz 1 stehen (L): ",
                  r"Beim Anteil für .{1,120}? liegen (L) vorn: ", r"Besonders fehlen (L)\. "],
        "passage": [r"Am häufigsten fehlt Unterstützung hier: (L)\. "],
        "behind": [r"Deutlich dahinter (?:liegt|liegen gleichauf) (L): ", r"Deutlich weniger fehlt (L)\. "],
        "named": r"Was davon ganz vorn liegt, ist offen\.",
        "some": r"Was ganz vorn liegt, ist offen: In Frage kommen (\d+) der (\d+) Einträge\.",
        "all": r"Was ganz vorn liegt, ist offen: In Frage kommen alle (\d+) Einträge\.",
        "open": r"Was (?:ganz vorn liegt|am meisten fehlt), ist offen[.:]",
        "question": "Frage: ", "questions": "Fragen: ", "page one": "AUF EINEN BLICK", "next": r"Es folg(?:t|en)",
        "single": r"Die häufigste Antwort ist|Am häufigsten sind gleichauf", "list": r"(?:, | und )", "more": r"(?: und (\d+) weitere)?",
        # Words of order that no sentence about a list uses.
        "never": r"Am kleinsten ist|Am wenigsten fehlt|an (?:erster|zweiter|letzter) Stelle"},
    "en": {
        "lead": [r"Ticked most often is (L): ", r"Tied for ticked most often are (L): ", r"In the first \d+ places: (?:most often|tied for most often) (L), ",
                 r"Most often in place 1 is (L): ", r"Tied in place 1 are (L): ", r"The largest share for .{1,120}? is (?:equally )?for (L): ",
                 r"What is missing most is (L)\. ", r"Level with what is missing most are (L)\. "],
        "front": [r"Often ticked are (L): ", r"In the first \d+ places: in front are (L), ", r"In place 1 most likely stand (L): ",
                  r"By the share for .{1,120}?, (L) are in front: ", r"Missing in particular are (L)\. "],
        "passage": [r"Support is missing most often here: (L)\. "],
        "behind": [r"Clearly behind is (L): ", r"Clearly behind, level with each other, are (L): ", r"Clearly less is missing of (L)\. "],
        "named": r"Which of these comes first is open\.",
        "some": r"What comes first is open: (\d+) of the (\d+) entries are possible\.",
        "all": r"What comes first is open: all (\d+) entries are possible\.",
        "open": r"What comes first is open\.|Where most is missing is open:",
        "question": "Question: ", "questions": "Questions: ", "page one": "AT A GLANCE", "next": r"Next comes|Tied for the next place",
        "single": r"The most frequent answer is|Tied for most frequent", "list": r"(?:, | and )", "more": r"(?: and (\d+) more)?",
        "never": r"The smallest is|What is missing least is|in (?:first|second|last) place"},
}


def plain(text):
    return re.sub("[\u00a0\u202f\u2009]", " ", text)


class Book:
    """Labels of questions and of what is below them; lists with who leads."""

    def __init__(self, language, codebook, published):
        self.texts, self.labels, self.single = {}, {}, set()
        with open(codebook, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                label = plain(row.get("label_" + language) or row.get("label") or "")
                item, category = row["item"], row["category"]
                if not item and not category:
                    self.texts[row["question"]] = label
                elif row["type"] == "single":
                    self.single.add(label)
                elif item and not category and row["type"] in ("multi", "matrix", "ranking"):
                    self.labels.setdefault(row["question"], {})[item] = label
        self.lists = {}
        shares = {}
        with open(published, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["by"] or not row["item"]:
                    continue
                key = (row["question"], row["item"])
                if row["statistic"] == "lead":
                    lead = int(row["value"]) if row["value"] else None
                    self.lists.setdefault((row["question"], row["category"]), {})[row["item"]] = [lead, row["flag"], None]
                elif not row["category"] and row["value"]:
                    shares[key + (row["statistic"],)] = float(row["value"])
        for (question, statistic), items in self.lists.items():
            for item, found in items.items():
                found[2] = shares.get((question, item, statistic))

    def labels_of(self, question):
        if question in self.labels:
            return self.labels[question]
        rows = {item for (q, _), items in self.lists.items() if q == question for item in items}
        return next(labels for labels in self.labels.values() if rows <= set(labels))  # a gap: the rows of its questions

    def candidates(self, names, near):
        """The lists that have all these labels; near: the texts of the questions that the sentence stands at."""
        found = []
        for (question, statistic), items in self.lists.items():
            labels = {label: item for item, label in self.labels_of(question).items()}
            if not all(name in labels and labels[name] in items for name in names):
                continue
            if near and question in self.texts and (len(near) > 1 or self.texts[question] != near[0]):
                continue
            if near and question not in self.texts and len(near) == 1:
                continue
            found.append((items, [labels[name] for name in names]))
        return found


def fits(items, named, kind, openness, more):
    """Whether a claim about these items of a list is borne out."""
    places = {item: found for item, found in items.items() if found[0] is not None}
    leaders = {item for item, found in places.items() if found[0] == 1}
    known = bool(places)
    if kind == "behind":
        return known and all(items[item][0] == 0 for item in named)
    shown = [items[item][2] for item in named]
    rest = [found[2] for item, found in (places if known else items).items() if item not in named and found[2] is not None]
    if None in shown or (not more and any(share > min(shown) + 1e-12 for share in rest)):
        return False
    if not known:
        return openness == ("open",)
    if openness is None:
        together = set(named) == leaders or (set(named) < leaders and more == len(leaders) - len(named))
        level = max(items[item][2] for item in leaders) - min(items[item][2] for item in leaders) < 1e-12
        return together and (len(leaders) == 1 or level)
    if openness[0] == "named":
        return set(named) == leaders
    if openness[0] == "some":
        return openness[1:] == (len(leaders), len(places)) and set(named) <= leaders and len(leaders) < len(places)
    return openness[0] == "all" and openness[1] == len(places) == len(leaders)


def openness_of(words, text):
    """The first sentence that says what is open."""
    found = []
    for kind in ("named", "some", "all", "open"):
        match = re.search(words[kind], text)
        if match:
            found.append((match.start(), (kind, *map(int, match.groups()))))
    # "open" matches the beginning of the others.
    return min(found, key=lambda one: (one[0], one[1][0] == "open"))[1] if found else None


class Checker:
    def __init__(self, language, book):
        self.words, self.book, self.quoted = WORDS[language], book, QUOTED[language]
        listed = f"{self.quoted}(?:{self.words['list']}{self.quoted})*{self.words['more']}"
        self.claims = [(kind, re.compile(pattern.replace("(L)", f"({listed})")))
                       for kind in ("lead", "front", "passage", "behind") for pattern in self.words[kind]]
        self.checked, self.faults = 0, []

    def names(self, text):
        return [name[1:-1] for name in re.findall(self.quoted, text)]

    def judge(self, names, near, kind, openness, more, where):
        self.checked += 1
        found = self.book.candidates(names, near)
        if not found and near and kind == "front" and openness == ("open",):
            return  # rows whose answers have no order: nothing is published of who can be first
        found = found or self.book.candidates(names, [])
        if not any(fits(items, named, kind, openness, more) for items, named in found):
            self.faults.append(f"{kind}, {openness}: {where[:160]}")

    def paragraph(self, text, near):
        matches = sorted((match.start(), kind, match) for kind, pattern in self.claims for match in pattern.finditer(text))
        for i, (_, kind, match) in enumerate(matches):
            following = [start for start, other, _ in matches[i + 1:] if other != "behind"]
            end = following[0] if following else len(text)
            more = next((int(group) for group in match.groups()[1:] if group), 0)
            openness = None if kind == "behind" else openness_of(self.words, text[match.end():end])
            self.judge(self.names(match.group(1)), near, kind, openness, more, match.group(0))
        if re.search(self.words["never"], text) or (re.search(self.words["next"], text) and not re.search(self.words["single"], text)):
            self.faults.append("a word of order: " + text[:160])

    def page_one(self, lines):
        i = 0
        while i < len(lines):
            if re.match(r"[1-9]\. ", lines[i]) and not any(re.sub(r"  +.*", "", lines[i][3:]).startswith(label[:20]) for label in self.book.single):
                self.faults.append("a rank on page one: " + lines[i])
            if not lines[i].startswith("- "):
                i += 1
                continue
            names = []
            while i < len(lines) and lines[i].startswith(("- ", "  ")):
                if lines[i].startswith("   "):  # the figures of a group
                    i += 1
                    continue
                part = re.split("  +", lines[i][2:].strip())[0]
                if lines[i].startswith("- "):
                    names.append(part)
                elif not re.match(r"\d+ (?:von|of) ", part):
                    names[-1] += " " + part
                i += 1
            openness = openness_of(self.words, " ".join(lines[i:i + 3]) if i < len(lines) and lines[i] else "")
            kind = "front" if openness else "first of the list"
            self.judge(names if openness else names[:1], [], kind, openness, 0, names[0])


def main():
    language, codebook, published, report = sys.argv[1:]
    book = Book(language, codebook, published)
    checker = Checker(language, book)
    with open(report, encoding="utf-8") as file:
        lines = plain(file.read()).split("\n")
    start = lines.index(WORDS[language]["page one"])
    end = next(i for i in range(start, len(lines)) if re.match(r"1  ", lines[i]))
    checker.page_one([line for line in lines[start:end]])
    near = []
    for paragraph in "\n".join(lines[end:]).split("\n\n"):
        text = re.sub("(?<=[A-Za-zäöüß]-) (?=[A-ZÄÖÜ])", "", " ".join(line.strip() for line in paragraph.split("\n"))) + " "
        if re.search("(?:^|\\W)(?:[Nn]ach „[^“]+“|[Bb]y “[^”]+”):", text):
            continue  # differences between groups are no order of a list
        if language == "de":
            text = text.replace("‚", "„").replace("‘", "“") if "‚" in text else text
        else:
            text = re.sub(r"‘([^‘’]*(?:’[a-z][^‘’]*)*)’(?=[ ,:.;)])", r"“\1”", text)
        if re.match(r"\d+(?:\.\d+)?  |[A-ZÄÖÜ][A-ZÄÖÜ :]+$", paragraph):
            near = []
        for word in ("question", "questions"):
            at = text.find(WORDS[language][word])
            if at >= 0:
                near = checker.names(text[at:])[:1 if word == "question" else 2]
        checker.paragraph(text, near)
    for fault in checker.faults:
        print(fault)
    print("checked", checker.checked)


main()
