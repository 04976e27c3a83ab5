"""Does every number of a report follow from published.csv? Reads the page (HTML), and looks up each number where it stands.

usage: page_numbers.py [--quotes=RELEASED] LANGUAGE QUESTIONNAIRE PUBLISHED PAGE [QUESTION=LEVEL]
       page_numbers.py --planted[=STEP] LANGUAGE QUESTIONNAIRE PUBLISHED PAGE [QUESTION=LEVEL]     each STEP-th number, one more

Sentences are read by reader.py, as the sentences of their section's topic (on page one and in quotations: of some topic). A cell is
of its row and its column; with a group, what stands in the group's columns is the group's own, and hidden where that is. The
fixed parts have their own patterns: who answered, what was left out, how many comparisons differ, how large a difference
would have had to be. Prints what does not follow, last "checked N" and "loose N": so many cells of a column that is not known,
of which it is only known that some figure of the row is like that.
"""
import csv
import math
import re
import sys
from html.parser import HTMLParser

from reader import Catalogue, Reader, Survey, bare, plain

MONTHS = {"de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
          "en": "January February March April May June July August September October November December".split()}


class Drawn(str):
    """A text inside a picture."""


class Page(HTMLParser):
    """Pieces in their order: (topic, whether on page one, text or rows of cells)."""

    TEXTS = ("p", "li", "dd", "h1", "h2", "h3", "h4", "figcaption", "text", "blockquote", "caption")

    def __init__(self, path):
        super().__init__()
        self.quoted, self.drawn = 0, 0
        self.spans, self.sections, self.pieces, self.skip, self.text, self.table, self.row = [], [], [], 0, None, None, None
        self.feed(open(path, encoding="utf-8").read())

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "span": # the number of a finding
            self.spans.append(attributes.get("class") == "number")
            self.skip += self.spans[-1]
        self.quoted += tag == "blockquote"
        self.drawn += tag == "svg"
        if tag in ("nav", "head", "style", "blockquote"):
            self.skip += 1
        if tag == "section":
            kind = attributes.get("class") or ""
            before = self.sections[-1] if self.sections else (None, False)
            self.sections.append((attributes.get("aria-labelledby") if kind == "question" else None, before[1] or "front" in kind))
        if tag == "table":
            self.table = []
        if tag == "tr":
            self.row = []
        if tag in self.TEXTS + ("td", "th"):
            self.text = ""

    def handle_data(self, data):
        if self.text is not None and not self.skip:
            self.text += data

    def handle_endtag(self, tag):
        where = self.sections[-1] if self.sections else (None, False)
        self.drawn -= tag == "svg"
        if tag == "span":
            self.skip -= self.spans.pop()
        if tag in ("nav", "head", "style", "blockquote"):
            self.skip -= 1
        if tag == "section":
            self.sections.pop()
        elif tag in ("td", "th") and self.row is not None:
            self.row.append(plain(self.text or ""))
        elif tag == "tr" and self.table is not None:
            self.table.append(self.row)
        elif tag == "table":
            self.pieces.append((*where, self.table))
            self.table = None
        elif tag in self.TEXTS and self.text and plain(self.text) and self.table is None:
            self.pieces.append((*where, (Drawn if self.drawn else str)(plain(self.text))))
        if tag in self.TEXTS + ("td", "th"):
            self.text = None


def p_of_two(larger, n, k):
    """Pearson's chi-square, exact over all tables with these margins: all of the larger group, and k of the n in the smaller one."""
    chosen = larger + k
    expected = larger * chosen / (larger + n)
    total = math.comb(larger + n, chosen)
    return sum(math.comb(larger, x) * math.comb(n, chosen - x) for x in range(max(0, chosen - n), min(larger, chosen) + 1)
               if abs(x - expected) >= (larger - expected) * (1 - 1e-9)) / total


def is_least(larger, n, k, tests):
    """Is k the largest whose p is small enough? Above 2,000 answers p is not exact."""
    level = 0.05 / tests
    return larger + n > 2000 or (p_of_two(larger, n, k) <= level * (1 + 1e-9) and p_of_two(larger, n, k + 1) > level * (1 - 1e-9))


class Checker:
    def __init__(self, language, questionnaire, published, group=None, released=None):
        self.language, self.survey, self.catalogue = language, Survey(language, questionnaire, published), Catalogue(language)
        self.group = tuple(group.split("=")) if group else None
        self.released, self.quoted = None, 0
        if released:
            with open(released, encoding="utf-8", newline="") as file:
                self.released = sum(1 for _ in csv.DictReader(file))
        self.readers, self.faults, self.checked, self.loose = {}, [], 0, 0
        kinds = ("question", "gap", "together", "trend")
        self.topics = [name.split(" ")[1] for name in self.survey.ini if name.split(" ")[0] in kinds]
        self.topics += [f"{one}.{item}" for one in self.topics if "question " + one in self.survey.ini for item in self.survey.item_ids(one)]
        self.words = self.catalogue.texts
        self.row = self.survey.rows.get(("", "", "", "published"))
        self.quoted_labels = [plain(value) for entries in self.survey.ini.values() for key, value in entries.items()
                              if key.startswith(("label.", "row.", "short.")) and re.search("[„“”‚‘]", value)]
        self.glances = [entries for name, entries in self.survey.ini.items() if name.startswith("glance ") and "question" in entries]

    def fault(self, topic, text):
        self.faults.append(f"{topic or 'page'}: {text}"[:260])

    # --- sentences ---

    def sentences(self, text):
        months = "|".join(MONTHS[self.language])
        if self.is_missing(text):
            return [text]
        masked = re.sub(self.catalogue.quote, lambda match: "„" + "x" * (len(match.group(0)) - 2) + "“", text)
        ends = [match.end() for match in re.finditer(rf"[.?!] (?=[„“A-ZÄÖÜ0-9\[])(?!(?:{months})\b)", masked)]
        return [text[first:last].strip() for first, last in zip([0] + ends, ends + [len(text)]) if text[first:last].strip()]

    def is_missing(self, text):
        return bool(re.match({"de": r"Und die \d+\? ", "en": r"And all \d+\? "}[self.language], text))

    def without_fixed(self, text):
        """The text without dates, numbers of pages, digests and versions; and a date must be one of the questionnaire."""
        months = "|".join(MONTHS[self.language])
        known = set()
        for value in self.survey.ini["survey"].values():
            match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
            if match:
                known |= {(int(match[3]), MONTHS[self.language][int(match[2]) - 1]), int(match[1])}
        for text_known in self.survey.numbered:
            text = text.replace(text_known, " ")
        text = re.sub(rf"\b({'|'.join(str(one[0]) for one in known if isinstance(one, tuple)) or 'x'})\.? (?:bis|to|–) (?=\d+\.? (?:{months}))", " ", text)
        for day, month, year in re.findall(rf"(\d+)\.? ({months})(?: (\d{{4}}))?", text):
            if (int(day), month) not in known or (year and int(year) not in known):
                self.fault(None, f"no such date: {day} {month} {year}")
        text = re.sub(rf"\d+\.? (?:{months})(?: \d{{4}})?", " ", text)
        text = re.sub(r"\(?(?:Seiten?|pages?|Page|Tabelle|Table|Bild|Picture) \d+(?:(?:, | und | and |–)\d+)*\)?\.?", " ", text)
        text = re.sub(r"SHA-256[^.;]*|nachlese \d+\.\d+\.\d+|[0-9a-f]{16}…?", " ", text)
        return text

    def reader(self, topic):
        if topic not in self.readers:
            self.readers[topic] = Reader(self.survey, self.catalogue)
        return self.readers[topic]

    def text(self, topic, first_page, text):
        parts = [text] if re.match("SIM", text) else self.sentences(self.inside(text))
        for sentence in parts:
            sentence = self.glance_list(sentence)
            rest = self.more(topic, self.groups(topic, self.fixed(sentence)))
            if not re.search(r"\d", rest) and not re.search(r"\d", sentence):
                self.follow(topic, sentence)
                continue
            if not re.search(r"\d", rest):
                continue
            self.checked += 1
            self.sentence(topic, first_page, rest, sentence)

    def follow(self, topic, sentence):
        """A sentence without numbers: that all is open, nobody, all."""
        if topic:
            found = self.reader(topic).read(topic, sentence)
            self.faults += [f"{topic}: {fault}: {sentence}"[:260] for fault in found.faults]

    def sentence(self, topic, first_page, sentence, whole):
        """sentence: without what the fixed parts say; whole: with it, for words that a verb of the questionnaire has."""
        reasons = []
        candidates = [topic] if topic and not first_page else []
        candidates += [one for one in self.topics if one not in candidates] if first_page or not topic or self.is_missing(sentence) else []
        if topic and self.reader("").questions(topic):
            candidates += [f"{question}" for question in self.reader("").questions(topic)]
            candidates += [f"{topic}.{item}" for item in (self.survey.item_ids(topic) if "question " + topic in self.survey.ini else [])]
        for one in candidates:
            found = self.reader(one)
            state = found.last_topic, found.front, found.list_of
            for text in dict.fromkeys((sentence, whole)):
                found.read(one, text)
                if not found.faults and not found.unread:
                    return
                found.last_topic, found.front, found.list_of = state
            reasons.append((len(found.unread), one, found.faults or found.unread))
        self.fault(topic, f"{min(reasons, default=(0, '', ['no topic']), key=lambda reason: reason[0])[1:]}: {sentence}")

    def inside(self, text):
        """Quotation marks of the second level as those of the first, and none within a label."""
        for label in self.quoted_labels:
            for old in (label, label.translate(str.maketrans("„“”", "‚‘’"))):
                text = text.replace(old, bare(label))
        if self.language == "de":
            return text.replace("‚", "„").replace("‘", "“") if "‚" in text else text
        return re.sub(r"‘([^‘’]*(?:’[a-z][^‘’]*)*)’(?=[ ,:.;)])", r"“\1”", text)

    # --- fixed parts ---

    def whole(self, statistic):
        found = self.survey.number("", "", statistic)
        return None if found is None else round(found)

    def own_size(self, text):
        """„Vereine“: 18 von 29: how many the group are."""
        match = re.match(rf"({self.catalogue.quote})(?:: |\. .*: )({self.catalogue.fig})$", text) if self.group else None
        if not match:
            return text
        by, level = self.group
        codes = self.survey.ini.get("group " + by, {}).get("coarse." + level, "").split() or [level]
        parts = [self.survey.figure(by, "", code, "share") for code in codes]
        whole = {self.survey.figure(by, "", one, "share") for one in
                 [level] + [key[7:] for key, value in self.survey.ini.get("group " + by, {}).items() if key.startswith("coarse.") and level in value.split()]}
        if None not in parts:
            whole.add((sum(count for count, _ in parts), parts[0][1]))
        self.checked += 1
        if self.catalogue.figure_of(match.group(2)) not in whole:
            self.fault(None, f"{text}, but {whole} is published")
        return " "

    def fixed(self, sentence):
        """What is left of a sentence, once what the fixed parts of a report say is taken out."""
        limits = dict(part.split("=") for part in self.row["method"].split()) if self.row else {}
        numbers = {"answers": self.whole("rows_accepted"), "count": None, "report": limits.get("min_report"), "cell": limits.get("min_cell"),
                   "group": limits.get("min_group"), "invited": self.whole("invited")}
        rest = self.without_fixed(self.reasons(self.left_out(sentence, numbers), numbers))
        for name, key, wanted in (
                ("glance.response_many", "share", (self.whole("rows_accepted"), self.whole("invited"))),
                ("glance.response_one", "share", (self.whole("rows_accepted"), self.whole("invited"))),
                ("response.unknown_many", "count", self.whole("rows_accepted")), ("response.rejected", "count", self.whole("rows_rejected")),
                ("response.duplicate", "count", self.whole("rows_duplicate")), ("response.incomplete", "count", self.whole("rows_incomplete")),
                ("response.unknown_one", "count", self.whole("rows_accepted")),
                ("simulated.mark_many", "count", self.whole("simulated")), ("simulated.mark_one", "count", self.whole("simulated"))):
            rest = self.fixed_one(rest, name, key, wanted)
        for pattern in {"de": (r"Es sind (\d+) freiwillige Antworten", r"sind (\d+) Antworten(?: ausgewertet)?", r"; (\d+) Antworten, nicht repräsentativ",
                               r"mit (\d+) ausgewerteten Antworten"),
                        "en": (r"(\d+) voluntary (?:answers|responses)", r"(\d+) (?:answers|responses)(?: were| are)? evaluated",
                               r"; (\d+) (?:answers|responses), not representative", r"with (\d+) evaluated (?:answers|responses)")}[self.language]:
            for match in re.finditer(pattern, rest):
                self.expect(match.group(0), int(match.group(1)), self.whole("rows_accepted"))
            rest = re.sub(pattern, " ", rest)
        for key, words in {"report": r"(?:Unter|With fewer than|Below|Under) (\d+) (?:Antworten|answers|responses)", "group": r"(?:Gruppen unter|Groups (?:of fewer than|below|under)) (\d+)",
                           "cell": r"(?:Zahlen unter|[Cc]ounts (?:below|under)|[Nn]umbers (?:below|under)|[Ff]igures (?:below|under)) (\d+)"}.items():
            for match in re.finditer(words, rest):
                self.expect(match.group(0), match.group(1), numbers[key])
            rest = re.sub(words, " ", rest)
        for match in re.finditer(r"mehr als die (\d+) Einladungen|more than the (\d+) invitations", rest):
            self.expect(match.group(0), match.group(1) or match.group(2), self.survey.ini["survey"].get("invited"))
        rest = re.sub(r"mehr als die \d+ Einladungen|more than the \d+ invitations", " ", rest)
        rest = re.sub(r"(?:außer|except|other than|apart from) 0\b", " ", rest)
        rest = self.own_size(self.among(self.quotations(rest)))
        rest = self.comparisons(rest)
        return self.explanation(rest)

    def left_out(self, text, numbers):
        """Zum Schutz Einzelner fehlen („·“, auch statt 0): Gruppen unter 5; …: each part is one of the catalogue, with the thresholds."""
        match = re.search(self.catalogue.pattern(self.words["method.hidden"], sign=self.catalogue.quote, list=".*?"), text)
        if not match:
            return text
        known = [plain(value.format(**numbers)) for name, value in self.words.items() if name.startswith("method.hidden_") and name != "method.hidden_next"]
        self.checked += 1
        for part in match.group("list").split("; "):
            if part not in known:
                self.fault(None, f"left out by no threshold that is published: {part}")
        return text[:match.start()] + " " + text[match.end():]

    def reasons(self, text, numbers):
        """Ergebnisse von Gruppen mit weniger als 5 Antworten sind nicht ausgewiesen: with the thresholds that are published."""
        for name, words in self.words.items():
            if not re.fullmatch(r"(?:groups|hidden)\.p\d+", name) or "{" not in words:
                continue
            for sentence in re.findall(r"[^.;]*\{[^.;]*", words): # a reason may be more than one sentence
                match = re.search(self.catalogue.pattern(sentence.strip()), text)
                if match:
                    for key, said in match.groupdict().items():
                        self.expect(match.group(0), said, numbers[key])
                    text = text[:match.start()] + " " + text[match.end():]
        return text

    def quotations(self, text):
        """Weitere 5 freigegebene Zitate stehen im Tabellenband: released, and not on the page."""
        for name, printed in (("more", self.quoted), ("alone", 0)):
            match = re.search(self.catalogue.pattern(self.words[f"method.quotations_{name}_many"], count=r"\d+"), text)
            if not match:
                continue
            self.checked += 1
            if self.released is None or int(match.group("count")) != self.released - printed or (name == "alone" and self.quoted):
                self.fault(None, f"{match.group(0)}: {self.released} are released, {self.quoted} are on the page")
            text = text[:match.start()] + " " + text[match.end():]
        return text

    def expect(self, text, found, wanted):
        self.checked += 1
        if found != wanted:
            self.fault(None, f"{text}, but {wanted} is published")

    def fixed_one(self, text, name, key, wanted):
        pattern = re.compile(self.catalogue.pattern(self.words[name]).replace("(?P<count>[0-9]+)", r"(?P<count>\d+)"))
        for match in pattern.finditer(text):
            found = match.group(key)
            self.expect(match.group(0), self.catalogue.figure_of(found) if key == "share" else int(found), wanted)
        return pattern.sub(" ", text)

    def among(self, text):
        """Art der Organisation (von 29): A 11, B 7."""
        match = re.match(r"(.+) \((?:von|of) (\d+)\): (.*)", text)
        if not match:
            return text
        for question in [name[9:] for name in self.survey.ini if name.startswith("question ")]:
            if self.survey.type(question) != "single" or match.group(1) not in [plain(value) for value in self.survey.entries(question).values()]:
                continue
            labels = {name: code for name, side in self.survey.sides(question).items() if len(side) == 1 for code in side}
            rest = match.group(3)
            for name in sorted(labels, key=len, reverse=True):
                for count in re.findall(rf"(?:^|, ){re.escape(name)} (\d+)(?=[,.]|$)", rest):
                    self.expect(f"{name} {count}", (int(count), int(match.group(2))), self.survey.figure(question, "", labels[name], "share"))
                rest = re.sub(rf"(^|, ){re.escape(name)} \d+(?=[,.]|$)", r"\1", rest)
            return rest
        return text

    def comparisons(self, text):
        verdicts = [row for key, row in self.survey.by.items() if key[3] == "verdict" and row["value"] != ""]
        base = rf"(?P<count>[Kk]einer|\d+|[Aa]lle|None|none|[Aa]ll)(?: von| of)?(?: the)? (?P<base>\d+) (?:Vergleichen?|comparisons?)"
        match = re.search(base, text)
        if match:
            named = [key for key in {row["by"] for row in verdicts}]
            options = set()
            for size in range(1, 2 ** len(named)):
                chosen = [one for place, one in enumerate(named) if size >> place & 1]
                of = [row for row in verdicts if row["by"] in chosen]
                options.add((sum(float(row["value"]) == 1 for row in of), len(of)))
            count = match.group("count")
            told = (0 if re.match("[Kk]einer|[Nn]one", count) else int(match.group("base")) if re.match("[Aa]ll", count) else int(count), int(match.group("base")))
            self.checked += 1
            if told not in options:
                self.fault(None, f"{match.group(0)}: {sorted(options)} are published")
            text = text.replace(match.group(0), " ")
            text = re.sub(r"Benjamini-Hochberg, 5 ?%", " ", text)
        words = {"de": r"(?:etwa )?alle (\d+) der einen Gruppe gegen (\d+|niemand|niemanden)(?: von| von den)? (\d+) der anderen",
                 "en": r"(?:say )?all (\d+) (?:in|of) one group against (\d+|nobody|none) of(?: the)? (\d+)"}[self.language]
        match = re.search(words, text)
        if match:
            larger, k, n = (int(one) if one.isdigit() else 0 for one in match.groups())
            tests = self.whole("tests")
            tables = [(row, round((1 - float(row["value"])) * int(row["n"])), int(row["n"])) for key, row in self.survey.by.items()
                      if key[3] == "least_difference" and row["value"] != ""]
            self.checked += 1
            if not any((k, n) == (low, base) and self.is_size(row, larger) for row, low, base in tables) or not is_least(larger, n, k, tests):
                self.fault(None, f"not the least difference of a table: {match.group(0)}")
            after = re.match(r" \((\d+) ?%\)", text[match.end():])
            if after and (n < 100 or abs(int(after.group(1)) - 100 * k / n) > 0.501):
                self.fault(None, f"a wrong percentage: {text}")
            text = text[:match.start()] + " " + text[match.end() + (after.end() if after else 0):]
        return text

    def groups(self, topic, text):
        """Am größten ist der Anteil bei „Verein“: 14 von 16. Whether groups differ is counted by group_claims.py."""
        if not topic or not re.match("Am größten ist der Anteil|Am kleinsten ist er|The largest share|The smallest is", text):
            return text
        questions = self.reader("").questions(topic) + [topic]
        for said in re.findall(self.catalogue.fig, text):
            count, base = self.catalogue.figure_of(said)
            self.checked += 1
            if not any(key[0] in questions and row["value"] != "" and row["n"] == str(base) and round(float(row["value"]) * base) == count
                       for key, row in self.survey.by.items() if key[3] in ("share", "top2", "bottom2", "set", "top", "first", "any")):
                self.fault(topic, f"no figure of a group: {text}")
        return re.sub(self.catalogue.fig, " ", re.sub(self.catalogue.quote, " ", text))

    def more(self, topic, text):
        """4 weitere Angaben stehen in den Tabellen."""
        match = re.match(r"(\d+) (?:weitere Angaben? steh|more entr)", text)
        if match and topic and self.last_rows:
            questions = self.reader("").questions(topic)
            self.checked += 1
            if int(match.group(1)) + self.last_rows not in [len(self.survey.item_ids(question)) for question in questions] + \
                    [len(self.survey.shown(question, "")) for question in questions]:
                self.fault(topic, f"{text} behind {self.last_rows} rows")
            return text[match.end():]
        return text

    def is_size(self, table, larger):
        """Has some group so many answers in the table of that row?"""
        by = table["by"].replace(".coarse", "")
        return any(key[0] == table["question"] and key[1] == table["item"] and row["by"].replace(".coarse", "") == by and row["n"] == str(larger)
                   for key, row in self.survey.by.items())

    def explanation(self, text):
        match = re.match(r"[„“](\d+) (?:von|of) (\d+)[“”] (?:heißt|means): (.*)", text)
        if not match:
            return text
        self.checked += 1
        self.example = match.group(1), match.group(2)
        if sorted(re.findall(r"\d+", match.group(3))) != sorted(self.example):
            self.fault(None, "the example explains another figure: " + text)
        return " "

    # --- tables and letters ---

    def group_figure(self, question, item, category, statistic, together=True):
        """Each (count, base) of the group that is published. A coarser group is also the sum of its codes; with others, where the column
        may say so (together), the group is the coarser one that it is part of."""
        by, level = self.group
        group = self.survey.ini.get("group " + by, {})
        above = [key[7:] for key, value in group.items() if key.startswith("coarse.") and level in value.split() and
                 (together or all((self.survey.figure(by, "", code, "share") or (1, 1))[0] == 0
                                  for code in value.split() if code != level))]
        found = set()
        for name, one in [(by, level), (by + ".coarse", level)] + [(by + ".coarse", one) for one in above]:
            row = self.survey.by.get((question, item, category, statistic, name, one))
            if row and row["value"] != "":
                found.add((round(float(row["value"]) * int(row["n"])), int(row["n"])))
        parts = [self.survey.by.get((question, item, category, statistic, by, code)) for code in group.get("coarse." + level, "").split()
                 if (self.survey.figure(by, "", code, "share") or (1, 1))[0]] # nobody is in the others
        if parts and all(row and row["value"] != "" for row in parts):
            found.add((sum(round(float(row["value"]) * int(row["n"])) for row in parts), sum(int(row["n"]) for row in parts)))
        return found

    def column(self, topic, head):
        """(question, statistic or side) of a column; None: not known."""
        questions = self.reader("").questions(topic)
        if "gap " + topic in self.survey.ini:
            known = {"gap.important": (questions[0], "top2"), "gap.satisfied": (questions[1], "top2"), "topic.unmet": (topic, "unmet")}
            for name, meaning in known.items():
                if plain(self.words[name]) == head:
                    return meaning
            for question in questions:
                if head in self.survey.beside(question):
                    return question, "beside " + self.survey.beside(question)[head]
        for question in questions:
            label = self.survey.ini.get("together " + topic, {}).get(f"column.{question}.{self.language}") or \
                self.survey.ini.get("together " + topic, {}).get(f"column.{question}")
            if label and plain(label) == head:
                return question, {"matrix": "top2", "multi": "share", "ranking": "top", "single": "share"}.get(self.survey.type(question))
        if len(questions) == 1:
            question, kind = questions[0], self.survey.type(questions[0])
            if kind == "multi" or (kind == "single" and head == plain(self.words["table.count"])):
                return question, "share"
            if kind == "ranking":
                return question, "first" if head == plain(self.words["topic.first"].replace("~", " ")) else "top"
            if kind == "matrix":
                sides = self.survey.sides(question)
                parts = [sides.get(part) for part in re.split(", | oder | or ", head)] if head not in sides else [sides[head]]
                if None not in parts:
                    return question, frozenset().union(*parts)
        return None

    def cell(self, topic, label, column, own, together=True):
        """What may stand in a cell: a set of (count, base); base None where the cell has none. None: not known."""
        question, what = column
        rows = "gap " + topic in self.survey.ini and self.reader("").questions(topic)[0] or question
        item = self.survey.items(rows).get(label) if self.survey.type(rows) != "single" else ""
        category = ""
        if self.survey.type(rows) == "single":
            side = self.survey.sides(question).get(label)
            if side is None or len(side) != 1:
                code = self.survey.beside(question).get(label)
                return {(self.survey.beside_count(question, "", code), None)} if code else None
            category = next(iter(side))
        if item is None:
            return None
        if isinstance(what, str) and what.startswith("beside "):
            return {(self.survey.beside_count(question, item, what[7:]), None)} if not own else None
        if isinstance(what, frozenset):
            if not own:
                return {self.survey.of_side(question, item, what)}
            top, bottom = map(frozenset, self.survey.ends(question))
            sets = [key[5:] for key in self.survey.entries(question) if key.startswith("sets.") and self.survey.side(question, key[5:]) == what]
            found = set()
            for statistic, one in ([("top2", "")] if what == top else []) + ([("bottom2", "")] if what == bottom else []) + [("set", one) for one in sets]:
                found |= self.group_figure(question, item, one, statistic, together)
            return found
        if own:
            return self.group_figure(question, item, category, what, together)
        return {self.survey.figure(question, item, category, what)}

    def glance_text(self, glance, key):
        return plain(glance.get(f"{key}.{self.language}") or glance.get(key) or "")

    def glance_list(self, text):
        """„Titel: Spalte: „A“ 163 von 272, „B“ 120 von 272.“ what is said of a list to be cited."""
        for glance in self.glances:
            column = self.glance_text(glance, "column")
            head = plain(self.words["letters.list"].split("{figures}")[0].replace("{subject}", self.glance_text(glance, "title")).replace("{label}", column))
            if column == "" or head not in text:
                continue
            for label, figure in re.findall(f"({self.catalogue.quote}) ({self.catalogue.fig})", text):
                self.checked += 1
                found = self.cell(glance["question"], label[1:-1], (glance["question"], glance.get("statistic", "share")), False)
                if not found or self.catalogue.figure_of(figure) not in found:
                    self.fault(glance["question"], f"{label} {figure}, but {found} is published")
            text = re.sub(f"({self.catalogue.quote}) ({self.catalogue.fig})", " ", text)
        return text

    def rows(self, topic, first_page, table):
        head, body = table[0], [row for row in table[1:] if len(row) > 1]
        names = [name for name in (plain(self.words["own.column"]), plain(self.words["own.column_together"]))]
        self.last_rows = len(body)
        topics = [topic] if topic and not first_page else [one for one in self.topics if "." not in one]
        topics = [one for one in topics if self.reader("").questions(one)]
        for row in body:
            self.label_numbers = row[0]
            column = None
            for name, text in zip(head[1:], row[1:]):
                own = self.group is not None and name in names
                if not re.search(r"\d", text) and text != "·" and not re.match("(niemand|nobody|alle|all) ", text):
                    column = name if not own else column
                    continue
                column = name if not own else column
                self.checked += 1
                wanted, known = set(), False
                exact = [(glance["question"], glance.get("statistic", "share")) for glance in self.glances
                         if first_page and self.glance_text(glance, "column") == column]
                for one in [meaning[0] for meaning in exact] or topics:
                    meaning = self.column(one, column) if not exact or "gap " + one in self.survey.ini else exact[[m[0] for m in exact].index(one)]
                    found = self.cell(one, row[0], meaning, own, name != names[0]) if meaning else None
                    if found is not None:
                        known, wanted = True, wanted | found
                wanted = {figure for figure in wanted if figure}
                said = self.catalogue.figure_of(text) if text != "·" else None
                if not known:
                    self.unknown_cell(topics, row[0], said, text, own)
                elif said is None and wanted and own:
                    self.fault(topic, f"{row[0]}, {name}: hidden, but {wanted} is published")
                elif said is not None and said not in wanted and (said[0], None) not in wanted and \
                        not (said[1] is None and said[0] in [count for count, _ in wanted]):
                    self.fault(topic, f"{row[0]}, {column}{' (group)' if own else ''}: {text}, but {wanted} is published")

    def unknown_cell(self, topics, label, said, text, own):
        self.loose += 1
        if said is None:
            return
        rows = self.survey.by.values() if own else self.survey.rows.values()
        for row in rows:
            if row["value"] == "" or row["question"] not in [one for topic in topics for one in self.reader("").questions(topic) + [topic]]:
                continue
            base = row["n"] and int(row["n"])
            value = float(row["value"])
            if row["statistic"] == "count" and round(value) == said[0] and said[1] in (None, base):
                return
            if row["statistic"] in ("share", "top2", "bottom2", "set", "top", "first", "unmet") and said in ((round(value * base), base), (round(value * base), None)):
                return
        if not re.fullmatch(r"[^\d]*\d+[^\d]*", text) or said[1] is not None:
            self.fault(topics[0] if topics else None, f"{label}: {text} is no figure")

    def letter(self, text):
        """- LABEL: dringend 20 von 28 (12 von 17), unter den drei wichtigsten 11 von 26: of one row the figures of all columns."""
        label, _, figures = text.partition(": ")
        own = re.findall(rf"\(({self.catalogue.fig})\)", figures)
        said = [self.catalogue.figure_of(one) for one in re.findall(self.catalogue.fig, re.sub(r"\([^)]*\)", "", figures))]
        for topic in [one for one in self.topics if "." not in one]:
            questions = self.reader("").questions(topic)
            items = [self.survey.items(question).get(label) for question in questions if self.survey.type(question) in ("matrix", "multi", "ranking")]
            if not said or len(items) != len(questions) or None in items:
                continue
            statistics = [{"matrix": "top2", "multi": "share", "ranking": "top"}[self.survey.type(question)] for question in questions]
            wanted = [self.survey.figure(question, item, "", statistic) for question, item, statistic in zip(questions, items, statistics)]
            if "question " + topic in self.survey.ini and self.survey.type(topic) == "matrix":
                sides = [self.survey.of_side(topic, items[0], side) for side in self.survey.sides(topic).values()]
                wanted = [side for side in sides if side == said[0]][:1] or wanted
            if [one for one in wanted if one][:len(said)] == said:
                mine = [self.group_figure(question, item, "", statistic) for question, item, statistic in zip(questions, items, statistics)] if self.group else []
                if any(not any(self.catalogue.figure_of(one) in found for found in mine) for one in own):
                    self.fault(None, f"not the group's figure: {text}")
                return True
        return False

    def drawn(self, topic, text):
        """Loosely: a number in a picture is one of some figure of its questions, or stands in a label or a title. Which figure is
        beside which mark is for tests/programs/pictures, and the table has the same figures by row and column."""
        questions = set(self.reader("").questions(topic)) | {topic}
        known = {self.whole("rows_accepted"), self.whole("rows_read"), self.whole("simulated")}
        for key, row in self.survey.rows.items():
            if key[0] in questions:
                for number in (row["n"], row["value"]):
                    if re.fullmatch(r"[0-9]+", number):
                        known.add(int(number))
                if re.fullmatch(r"[0-9]+", row["n"]) and row["value"]:
                    known.add(round(float(row["value"]) * int(row["n"])))
        counts = [round(float(row["value"]) * int(row["n"])) for key, row in self.survey.rows.items()
                  if key[0] in questions and key[1] == "" and key[2] and key[3] == "share" and row["value"]]
        known |= {sum(counts[first:last]) for first in range(len(counts)) for last in range(first + 1, len(counts) + 1)}
        written = " ".join(value for section, keys in self.survey.ini.items() for value in keys.values())
        for number in re.findall(r"[0-9]+", text):
            self.checked += 1
            if int(number) not in known and number not in re.findall(r"[0-9]+", written):
                self.fault(topic, f"in the picture: {number} is in no figure: {text}")

    def page(self, pieces):
        self.faults, self.readers, self.example, self.last_rows = [], {"": self.reader("")}, None, 0
        for topic, first_page, piece in pieces:
            if isinstance(piece, list):
                self.rows(topic, first_page, piece)
            elif isinstance(piece, Drawn):
                self.drawn(topic, piece)
            elif any(one[0] == topic and one[2] != piece and str(one[2]).startswith(re.sub(r"^\w+ ?\d*[.] ", "", piece)) for one in pieces):
                continue # a caption: the paragraph that paper has says it whole
            elif re.search(r"\d", piece) and self.letter(piece):
                self.checked += 1
            else:
                self.text(topic, first_page, piece)


def changes(piece):
    """The piece with one of its numbers one more, each in turn: what is no label, date, page, digest or telephone."""
    if isinstance(piece, list):
        for line, row in enumerate(piece[1:], 1):
            for place, cell in enumerate(row[1:], 1):
                for number in re.finditer(r"\d+", cell):
                    changed = cell[:number.start()] + str(int(number.group(0)) + 1) + cell[number.end():]
                    yield piece[:line] + [row[:place] + [changed] + row[place + 1:]] + piece[line + 1:]
        return
    skipped = [match.span() for match in re.finditer(r"^\d+ (?=\D.*\(Seite)|Seiten? \d+(?: und \d+)*|SHA-256[^;.]*(?:…|[.;])|nachlese [\d.]+|[0-9a-f]{16}…", piece)]
    for number in re.finditer(r"\d+", piece):
        if any(start <= number.start() < end for start, end in skipped):
            continue
        yield piece[:number.start()] + str(int(number.group(0)) + 1) + piece[number.end():]


def planted(checker, pieces, step):
    """Each step-th number of the page, one more: how many are found. Dates and telephone numbers are `left`."""
    count, missed, left, seen = 0, [], 0, 0
    for place, (topic, first_page, piece) in enumerate(pieces):
        if isinstance(piece, Drawn):
            continue
        before = [one for one in pieces[max(0, place - 1):place] if one[0] == topic]
        checker.page(before + [(topic, first_page, piece)])
        if checker.faults:
            continue
        for changed in changes(piece):
            seen += 1
            if seen % step:
                continue
            if not isinstance(piece, list) and not re.search(r"\d", checker.without_fixed(piece)):
                left += 1
                continue
            checker.page(before + [(topic, first_page, changed)])
            count += 1
            if not checker.faults:
                missed.append(str(changed))
    print(f"planted {count}, not found {len(missed)}, left {left}")
    for one in missed:
        print("  " + one[:230])


def main():
    options = dict(argument[2:].partition("=")[::2] for argument in sys.argv[1:] if argument.startswith("--"))
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    checker, page = Checker(*arguments[:3], *arguments[4:5], released=options.get("quotes")), Page(arguments[3])
    checker.quoted = page.quoted
    if "planted" in options:
        planted(checker, page.pieces, int(options["planted"] or 1))
        return
    checker.page(page.pieces)
    for fault in checker.faults:
        print(fault)
    print("checked", checker.checked)
    print("loose", checker.loose)


if __name__ == "__main__":
    main()
