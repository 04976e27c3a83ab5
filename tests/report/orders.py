"""Checks every claim of order in a report against the rows lead of published.csv; shares no code with the programs.

usage: orders.py LANGUAGE questionnaire.ini codebook.csv published.csv report.html

A claim is a sentence that names what is first of a list, can be first, or is told apart from that; a table on page one of what can be
first; a table sorted by its first figure. Prints what is not borne out, and last "checked N": N claims. Labels are those of the
codebook, or the short ones of the questionnaire.
"""
import csv
import re
import sys
from html.parser import HTMLParser

QUOTED = {"de": "„[^“]+“", "en": "“[^”]+”"}
WORDS = {
    "de": {
        "lead": [r"Am häufigsten angekreuzt (?:ist|sind gleichauf) (L)", r"Auf einem der ersten \d+ Plätze steht am häufigsten (L)",
                 r"Auf Platz 1 steht am häufigsten (L)", r"Am meisten fehlt (L)"],
        "front": [r"Vorn liegen (L)", r"Auf den ersten \d+ Plätzen liegen vorn (L)", r"Auf Platz 1 liegen vorn (L)", r"Besonders fehlen (L)"],
        "columns": r"Vorn liegen (?=bei Q: [„])", "column": r"bei (Q): (L)(?:; |\.)",
        "differ": r"Die Fragen ergeben Verschiedenes: (Q) hat bei (Q) .{1,40}? und bei (Q) .{1,40}?, (Q) ",
        "named": r"Was davon (?:ganz vorn liegt|am häufigsten dort steht), ist offen\.",
        "some": r"Was (?:ganz vorn liegt|am häufigsten dort steht), ist offen: In Frage kommen (\d+) der (\d+)\.",
        "all": r"Was (?:ganz vorn liegt|am häufigsten dort steht), ist offen: In Frage kommen alle (\d+)\.",
        "open": r"Was (?:ganz vorn liegt|am häufigsten dort steht|am meisten fehlt), ist offen[.:]",
        "groups": r"Die Gruppen antworten unterschiedlich|Bei „[^“]+“ antworten die Gruppen unterschiedlich",
        "list": r"(?:, | und )", "more": r"(?:(?:,| und) weitere)?", "row": "Zeile", "answer": "Antwort", "of": "von",
        # Words of order that no sentence about a list uses.
        "never": r"Am kleinsten ist|Am wenigsten fehlt|[Aa]n (?:erster|zweiter|letzter) Stelle|Es folg(?:t|en)|[Dd]eutlich (?:dahinter|weniger)|"
                 r"auf dem (?:ersten|zweiten|letzten) Platz"},
    "en": {
        "lead": [r"Ticked most often(?:, and equally often)?: (L)", r"Among the first \d+ places most often: (L)",
                 r"Most often in first place: (L)", r"Missing most is (L)"],
        "front": [r"In front are (L)", r"Among the first \d+ places, in front are (L)", r"In first place, in front are (L)",
                  r"Especially missing are (L)"],
        "columns": r"In front are (?=for Q: [“])", "column": r"for (Q): (L)(?:; |\.)",
        "differ": r"The questions give different results: (Q) has .{1,40}? for (Q) and .{1,40}? for (Q), (Q) ",
        "named": r"Which of them (?:comes first|is there most often) is open\.",
        "some": r"What (?:comes first|is there most often) is open: (\d+) of the (\d+) are possible\.",
        "all": r"What (?:comes first|is there most often) is open: all (\d+) are possible\.",
        "open": r"What comes first is open\.|Where most is missing is open:",
        "groups": r"The groups answer differently|For “[^”]+” the groups answer differently",
        "list": r"(?:, | and )", "more": r"(?:(?:,| and) (?:more|others))?", "row": "Row", "answer": "Answer", "of": "of",
        "never": r"The smallest is|Missing least is|[Ii]n (?:second|last) place|Next comes|Tied for the next place|Clearly (?:behind|less)"},
}
EPSILON = 1e-12


def plain(text):
    return re.sub(r"\s+", " ", re.sub("[\u00a0\u202f\u2009]", " ", text)).strip()


class Ini(dict):
    """Sections with their keys; values without quotation marks."""

    def __init__(self, path):
        super().__init__()
        section = {}
        with open(path, encoding="utf-8") as file:
            for line in file:
                line = line.strip()
                if line.startswith("["):
                    section = self.setdefault(line.strip("[]"), {})
                elif "=" in line and not line.startswith(("#", ";")):
                    key, value = line.split("=", 1)
                    section[key.strip()] = value.strip().strip('"')


class Page(HTMLParser):
    """What a report says: pieces of text and tables, each with the topic that it stands at and whether on page one."""

    def __init__(self, path):
        super().__init__()
        self.topics, self.pieces, self.text, self.row, self.table = [], [], None, None, None
        with open(path, encoding="utf-8") as file:
            self.feed(file.read())

    def topic(self):
        return next((topic for topic in reversed(self.topics) if topic), (None, False))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "section":
            kind = attributes.get("class")
            self.topics.append((attributes["aria-labelledby"], False) if kind == "question" else ("", True) if kind == "finding" else None)
        elif tag == "a" and attributes.get("class") == "where" and self.topics:
            self.topics[-1] = (attributes["href"][1:], True)
        elif tag == "table":
            self.table = []
        elif tag == "tr":
            self.row = []
        if tag in ("p", "li", "dd", "th", "td", "figcaption"):
            self.text = ""

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "section":
            self.topics.pop()
        elif tag in ("th", "td") and self.row is not None:
            self.row.append(plain(self.text or ""))
        elif tag == "tr":
            self.table.append(self.row)
            self.row = None
        elif tag == "table":
            self.pieces.append((*self.topic(), self.table))
            self.table = None
        elif tag in ("p", "li", "dd", "figcaption") and self.text:
            self.pieces.append((*self.topic(), plain(self.text)))
        if tag in ("p", "li", "dd", "th", "td", "figcaption"):
            self.text = None


class Book:
    """Labels of questions and of what is below them; lists with who leads."""

    def __init__(self, language, ini, codebook, published):
        self.ini, self.language, self.items, self.scales = ini, language, {}, {}
        with open(codebook, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self.read_label(row, plain(row.get("label_" + language) or row.get("label") or ""))
        self.lists, shares = {}, {}
        with open(published, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["by"] or not row["item"]:
                    continue
                if row["statistic"] == "lead":
                    lead = int(row["value"]) if row["value"] else None
                    self.lists.setdefault((row["question"], row["category"]), {})[row["item"]] = [lead, None]
                elif not row["category"] and row["value"]:
                    shares[row["question"], row["item"], row["statistic"]] = float(row["value"])
        for (question, statistic), items in self.lists.items():
            for item, found in items.items():
                found[1] = shares.get((question, item, statistic))

    def read_label(self, row, label):
        question, item, category = row["question"], row["item"], row["category"]
        short = self.ini.get("question " + question, {}).get(f"short.{item or category}.{self.language}")
        names = [name for name in (label, short and plain(short)) if name]
        if item and not category and row["type"] in ("multi", "matrix", "ranking"):
            for name in names:
                self.items.setdefault(question, {})[name] = item
        elif category and not item and row["type"] == "single" and row["measure"] == "ordinal":
            scale = self.ini.get("scale " + self.ini.get("question " + question, {}).get("scale", ""), {})
            short = scale.get(f"short.{category}.{self.language}")
            self.scales.setdefault(question, []).append(names + [plain(short)] if short else names)

    def parts(self, topic):
        """The questions and gaps that a topic is about; none: not known."""
        for kind in ("together", "trend"):
            if f"{kind} {topic}" in self.ini:
                return self.ini[f"{kind} {topic}"]["questions"].split()
        glance = self.ini.get("glance " + str(topic))
        if glance:
            return [part.split(".")[0] for part in glance.get("parts", glance.get("question", "")).split()]
        return [topic] if topic else []

    def labels_of(self, question):
        gap = self.ini.get("gap " + question)
        return self.items.get(gap["importance"] if gap else question, {})

    def candidates(self, names, questions):
        """The lists that have all these labels, each with the items of that name."""
        found = []
        for (question, _), items in self.lists.items():
            labels = self.labels_of(question)
            if (not questions or question in questions) and all(labels.get(name) in items for name in names):
                found.append((items, [labels[name] for name in names]))
        return found

    def column(self, topic, label):
        """The question of a column of a [together]."""
        sections = [topic] if f"together {topic}" in self.ini else [name[9:] for name in self.ini if name.startswith("together ")]
        for section in sections:
            for key, value in self.ini["together " + section].items():
                if plain(value) == label and key.startswith("column.") and key.endswith("." + self.language):
                    return key.split(".")[1]
        return None


def fits(items, named, kind, openness, more):
    """Whether a claim about these items of a list is borne out. What is known are the items with a row lead."""
    places = {item: found for item, found in items.items() if found[0] is not None}
    leaders = {item for item, found in places.items() if found[0] == 1}
    shown = [items[item][1] for item in named]
    rest = [found[1] for item, found in (places or items).items() if item not in named and found[1] is not None]
    if None in shown or any(share > min(shown) + EPSILON for share in rest):
        return False
    if not places:
        return openness == ("open",) or kind == "column"
    if kind == "column":
        return set(named) <= leaders and (len(leaders) > 1 or len(named) == 1)
    if not leaders:
        return False
    if openness is None:
        together = set(named) == leaders or (more and set(named) < leaders)
        level = max(items[item][1] for item in leaders) - min(items[item][1] for item in leaders) < EPSILON
        return together and (len(leaders) == 1 or level)
    if openness[0] == "named":
        return set(named) == leaders or (more and set(named) < leaders)
    if openness[0] == "some":
        return openness[1:] == (len(leaders), len(places)) and set(named) <= leaders and len(leaders) < len(places)
    return openness[0] == "all" and openness[1] == len(places) == len(leaders) and set(named) <= leaders


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
        self.language, self.checked, self.faults = language, 0, []
        figure = r"(?: \([^)]*\))?"
        listed = f"{self.quoted}{figure}(?:{self.words['list']}{self.quoted}{figure})*{self.words['more']}"
        self.pattern = lambda text: re.compile(text.replace("(L)", f"({listed})").replace("Q", self.quoted))
        self.claims = [(kind, self.pattern(text)) for kind in ("lead", "front") for text in self.words[kind]]

    def names(self, text):
        return [name[1:-1] for name in re.findall(self.quoted, re.sub(r"(?<=[“”]) \([^)]*\)", "", text))]

    def judge(self, names, questions, kind, openness, more, where):
        self.checked += 1
        found = self.book.candidates(names, questions) or self.book.candidates(names, [])
        if not any(fits(items, named, kind, openness, more) for items, named in found):
            self.faults.append(f"{kind}, {openness}: {where[:200]}")

    def inside(self, text):
        """Quotation marks of the second level as those of the first."""
        if self.language == "de":
            return text.replace("‚", "„").replace("‘", "“") if "‚" in text else text
        return re.sub(r"‘([^‘’]*(?:’[a-z][^‘’]*)*)’(?=[ ,:.;)])", r"“\1”", text)

    def paragraph(self, text, topic):
        questions = self.book.parts(topic)
        matches = sorted((match.start(), kind, match) for kind, claim in self.claims for match in claim.finditer(text))
        for i, (_, kind, match) in enumerate(matches):
            end = matches[i + 1][0] if i + 1 < len(matches) else len(text)
            more = bool(re.search(self.words["more"][:-1] + "$", match.group(1)))
            self.judge(self.names(match.group(1)), questions, kind, openness_of(self.words, text[match.end():end]), more, match.group(0))
        for match in self.pattern(self.words["columns"]).finditer(text):
            self.columns(re.split(r"(?<=\))\. ", text[match.end():] + " ")[0].rstrip() + ".", topic)
        for match in self.pattern(self.words["differ"]).finditer(text):
            self.differ(match, topic)
        if re.search(self.words["never"], text):
            self.faults.append("a word of order: " + text[:160])

    def columns(self, text, topic):
        found = list(self.pattern(self.words["column"]).finditer(text))
        if not found:
            self.faults.append("no columns in: " + text[:160])
        for match in found:
            question = self.book.column(topic, match.group(1)[1:-1])
            if question is None:
                self.faults.append("no such column: " + match.group(0)[:160])
            else:
                self.judge(self.names(match.group(2)), [question], "column", None, False, match.group(0))

    def differ(self, match, topic):
        """What is first by one question is behind by the other."""
        self.checked += 1
        names = [name[1:-1] for name in match.groups()]
        columns = [self.book.column(topic, name) for name in names[1:3]]
        behind = False
        for (own, other), question in zip(((names[0], names[3]), (names[3], names[0])), columns):
            lists = self.book.candidates([own, other], [question]) if question else []
            if not any(items[one][0] != 0 and items[one][1] is not None and all(found[1] is None or found[1] <= items[one][1] + EPSILON for found in items.values())
                       for items, (one, _) in lists):
                self.faults.append(f"not first by {question}: {own}")
            behind = behind or any(items[two][0] == 0 for items, (_, two) in lists)
        if not behind:
            self.faults.append("the questions do not differ: " + match.group(0)[:200])

    def figures(self, rows):
        """The first figure of each row, as a share; None where it is not shown."""
        found = []
        for row in rows:
            match = next((re.match(rf"(\d+) {self.words['of']} (\d+)", cell.replace(".", "").replace(",", "")) for cell in row[1:2]), None)
            found.append(int(match.group(1)) / int(match.group(2)) if match else None)
        return found

    def table(self, rows, topic, first_page):
        head, rows = rows[0], [row for row in rows[1:] if len(row) > 1]
        labels = [row[0] for row in rows]
        if first_page and f"gap {topic}" in self.book.ini:
            return labels  # judged with the sentence below it
        for scale in self.book.scales.values():
            at = [next((i for i, names in enumerate(scale) if label in names), -1) for label in labels]
            if -1 not in at:  # answers in their order
                if at != sorted(at):
                    self.faults.append("answers are not in their order: " + "; ".join(labels)[:160])
                return None
        if head[0] not in ("", self.words["row"], self.words["answer"]) or f"trend {topic}" in self.book.ini or \
                self.book.ini.get(f"question {topic}", {}).get("type") == "number":
            return None
        shares = self.figures(rows)
        if any(share is not None for share in shares):
            self.checked += 1
            if None in shares or any(before < after - EPSILON for before, after in zip(shares, shares[1:])):
                self.faults.append(f"not sorted by the first figure, {topic}: " + "; ".join(labels)[:160])
        return None

    def page(self, pieces):
        leading = None  # the rows of a table on page one, until what is open is told
        for topic, first_page, piece in pieces:
            if isinstance(piece, list):
                leading = self.table(piece, topic, first_page)
                continue
            text = self.inside(piece) + " "
            if leading:
                self.judge(leading, self.book.parts(topic), "table", openness_of(self.words, text), False, "; ".join(leading) + " | " + text)
                leading = None
            # What differs between groups, to the end of its paragraph, is no order of a list.
            self.paragraph(re.split(self.words["groups"], text)[0], topic)


def main():
    language, questionnaire, codebook, published, report = sys.argv[1:]
    checker = Checker(language, Book(language, Ini(questionnaire), codebook, published))
    checker.page(Page(report).pieces)
    for fault in checker.faults:
        print(fault)
    print("checked", checker.checked)


main()
