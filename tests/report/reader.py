"""Reads the sentences of a report and looks up what they claim in published.csv; shares no code with the programs.

Sentences are read by the patterns of the catalogue (questionnaire/wording/LANG.ini) and by the verbs of the questionnaire
(say.KEY). Of each is known whose figure it must be: of which question, which row or option, which side of its scale. A number
that no pattern reads, and that is in no text of the questionnaire, is a fault too: so nothing is passed over.
"""
import csv
import functools
import re

QUOTED = {"de": "„([^„“]*)“", "en": "“([^“”]*)”"}


@functools.lru_cache(None)
def plain(text):
    return re.sub(r"\s+", " ", re.sub("[\u00a0\u2009]", " ", re.sub("(?<=\\d)\u202f(?=\\d)", "", text)).replace("\u202f", " ")).strip()


def bare(text):
    """A label without quotation marks of its own."""
    return re.sub("’(?![a-z])", "", re.sub("[„“”‚‘]", "", text)) if re.search("[„“”‚‘]", text) else text


def read_ini(path):
    """Sections by "kind name", their entries as text."""
    sections, entries = {}, {}
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            entries = sections.setdefault(" ".join(line[1:-1].split()), {})
        elif "=" in line and not line.startswith(("#", ";")):
            key, value = line.split("=", 1)
            entries[key.strip()] = value.strip().strip('"')
    return sections


class Survey:
    """What the questionnaire names, and what is published of everybody."""

    def __init__(self, language, questionnaire, published):
        self.language, self.ini, self.rows, self.by = language, read_ini(questionnaire), {}, {}
        for row in csv.DictReader(open(published, encoding="utf-8", newline="")):
            key = row["question"], row["item"], row["category"], row["statistic"]
            if row["by"] == "":
                self.rows[key] = row
            else:
                self.by[key + (row["by"], row["level"])] = row
        self.merged, self.says = {}, {}
        # Texts with a number of their own, the long ones first.
        own = {plain(value) for entries in self.ini.values() for value in entries.values() if re.search(r"\d", value) and re.search("[^\\W\\d_]", value)}
        self.numbered = sorted(own, key=lambda text: (-len(text), text))

    def figure(self, question, item, category, statistic):
        """(count, base); None where it is not published."""
        row = self.rows.get((question, item, category, statistic))
        if row is None or row["value"] == "" or row["n"] == "":
            return None
        return round(float(row["value"]) * int(row["n"])), int(row["n"])

    def number(self, question, item, statistic):
        row = self.rows.get((question, item, "", statistic))
        return float(row["value"]) if row and row["value"] != "" else None

    def entries(self, question):
        if question not in self.merged:
            own = self.ini["question " + question]
            self.merged[question] = {**self.ini.get("scale " + own.get("scale", ""), {}), **own}
        return self.merged[question]

    def type(self, question):
        return self.ini["question " + question]["type"]

    def is_ordered(self, question):
        entries = self.entries(question)
        default = "ordinal" if "scale" in self.ini["question " + question] else "nominal"
        return entries.get("measure", default) == "ordinal" and self.type(question) in ("single", "matrix")

    @functools.lru_cache(None)
    def texts(self, question, kind, code):
        """All that something may be called."""
        entries = self.entries(question)
        found = [entries.get(key + code + end) for key in (kind, "short.") for end in ("", "." + self.language)]
        return [bare(plain(text)).rstrip(".") for text in found if text]

    @functools.lru_cache(None)
    def items(self, question):
        rows = self.type(question) == "matrix"
        ids = self.entries(question).get("rows" if rows else "codes", "").split()
        return {text: one for one in ids for text in self.texts(question, "row." if rows else "label.", one)}

    def item_ids(self, question):
        return list(dict.fromkeys(self.items(question).values()))

    def codes(self, question):
        entries = self.entries(question)
        beside = entries.get("outside", "").split()
        return [code for code in entries.get("codes", "").split() if code not in beside]

    def beside(self, question):
        """What stands beside the scale, by its label."""
        names = self.entries(question).get("outside", "").split() + ["dk"]
        return {text: code for code in names for text in self.texts(question, "label.", code)}

    def ends(self, question):
        entries, codes = self.entries(question), self.codes(question)
        top, bottom = entries.get("top_codes", "").split(), entries.get("bottom_codes", "").split()
        return top or codes[-2:], bottom or codes[:2]

    def side(self, question, key):
        """The answers of a side, by what its verb or label is called in the questionnaire."""
        codes = self.codes(question)
        if "sets." + key in self.entries(question):
            return frozenset(self.entries(question)["sets." + key].split())
        if key in codes:
            return frozenset([key])
        top, bottom = self.ends(question)
        return {"top": frozenset(top), "bottom": frozenset(bottom),
                "middle": frozenset(codes) - frozenset(top) - frozenset(bottom)}.get(key)

    @functools.lru_cache(None)
    def sides(self, question):
        """All sides that have a label."""
        found = {text: frozenset([code]) for code in self.codes(question) for text in self.texts(question, "label.", code)}
        for key in [key[5:] for key in self.entries(question) if key.startswith("sets.")]:
            found.update((text, self.side(question, key)) for text in self.texts(question, "set_label.", key))
        for key in ("top", "bottom"):
            for end in ("", "." + self.language):
                text = self.entries(question).get(key + end)
                if text:
                    found.setdefault(plain(text).rstrip("."), self.side(question, key))
        for text, code in self.coarse(question).items():
            found.setdefault(text, frozenset([code]))
        return found

    def coarse(self, question):
        """Answers of the question that are put together to groups, by their labels."""
        group = self.ini.get("group " + question, {}) if self.type(question) == "single" else {}
        ids = [key[7:] for key in group if key.startswith("coarse.")]
        return {plain(group[key]).rstrip("."): code for code in ids for key in (f"label.{code}", f"label.{code}.{self.language}") if key in group}

    def shown(self, question, item):
        """The answers whose figures are published; else those of answers that are put together."""
        found = {code: self.figure(question, item, code, "share") for code in self.codes(question)}
        found = {code: figure for code, figure in found.items() if figure}
        if not found:
            found = {code: self.figure(question, item, code, "share") for code in self.coarse(question).values()}
        return {code: figure for code, figure in found.items() if figure}

    def counts(self, question, item):
        """Of each answer within the scale, with their base; None where one is hidden."""
        found = {code: self.figure(question, item, code, "share") for code in self.codes(question)}
        if not found or None in found.values() or len({base for _, base in found.values()}) != 1:
            return None
        return {code: count for code, (count, _) in found.items()}, next(iter(found.values()))[1]

    def of_side(self, question, item, side):
        """(count, base) of a side: the sum of its answers, else what is published of it."""
        counts = self.counts(question, item)
        if counts and side <= set(counts[0]):
            return sum(counts[0][code] for code in side), counts[1]
        top, bottom = self.ends(question)
        for statistic, codes in (("top2", top), ("bottom2", bottom)):
            if side == frozenset(codes) and self.figure(question, item, "", statistic):
                return self.figure(question, item, "", statistic)
        for key in [key[5:] for key in self.entries(question) if key.startswith("sets.")]:
            found = self.figure(question, item, key, "set")
            if found and side == self.side(question, key):
                return found
            if found and side == frozenset(self.codes(question)) - self.side(question, key):
                return found[1] - found[0], found[1]
        return self.figure(question, item, next(iter(side)), "share") if len(side) == 1 else None

    def beside_count(self, question, item, code):
        row = self.rows.get((question, item, "", "dont_know")) if code == "dk" else self.rows.get((question, item, code, "count"))
        return round(float(row["value"])) if row and row["value"] != "" else None

    def leads(self, question, statistic):
        """The items of a list: can it be first? Where that is published."""
        return {key[1]: row["value"] == "1" for key, row in self.rows.items()
                if key[0] == question and key[2] == statistic and key[3] == "lead" and row["value"] in ("0", "1")}


class Catalogue:
    """Patterns for sentences, of the catalogue of a language."""

    def __init__(self, language):
        self.language, self.cache = language, {}
        self.texts = {f"{section}.{key}": value for section, entries in read_ini(f"questionnaire/wording/{language}.ini").items()
                      for key, value in entries.items()}
        quote = QUOTED[language].replace("(", "").replace(")", "", 1)
        self.quote = quote
        self.percent = percent = r"(?: \(?(?:[a-zäöü<>]+ )*\d+(?:[.,]\d)? ?%\)?|, (?:[a-zäöü]+ )*\d+(?:[.,]\d)? ?%)?"
        word = {"de": r"\d+ von \d+|[Aa]lle \d+|[Nn]iemand von den \d+|keine der \d+", "en": r"\d+ of \d+|[Aa]ll \d+|[Nn]obody of the \d+|[Nn]one of the \d+"}
        self.fig = f"(?:{word[language]}){percent}"
        self.short = r"(?:\d+|[Nn]iemand|[Kk]eine|[Nn]obody|[Nn]one|no|beide|both)"
        joined = {"de": "(?:, | oder | bis | und )", "en": "(?:,? (?:or|to|and) |, )"}[language]
        self.listed = f"{quote}(?:{joined}{quote})*"
        self.item = rf"{quote} \((?:[^()]*? )?{self.fig}(?: [^()0-9]*)?\)"
        more = {"de": r"(?: und \d+ weitere)?", "en": r"(?: and \d+ (?:more|others?))?"}[language]
        self.items = f"{self.item}(?:(?:, | und |,? and ){self.item})*{more}"

    def pattern(self, text, **more):
        """A sentence of the catalogue or of the questionnaire as a pattern with named groups."""
        names = {"k": f"(?:{self.fig}|{self.short})", "figure": self.fig, "share": self.fig, "answers": rf"{self.fig}(?: (?:Antworten|Antwort|answers|answer))?{self.percent}",
                 "item": self.quote, "label": self.quote, "other": self.quote, "side": self.listed, "items": self.items, **more}
        found = ""
        for part in re.split(r"(\{[a-z_]+\})", plain(text.replace("~", " ").replace("{thin}", " "))):
            name = part[1:-1] if part.startswith("{") else None
            if name is None:
                found += re.escape(part)
            elif f"(?P<{name}>" in found:
                found += f"(?P={name})"
            else:
                found += f"(?P<{name}>{names.get(name, '[0-9]+')})"
        return found

    def turned(self, verb):
        """A verb that begins with {item}, with its number in front, as the catalogue turns it; None where it cannot be turned."""
        match = re.fullmatch(r"\{item\} ([^{}]+) \{k\}([^{}]*)", plain(verb))
        if not match:
            return None
        *words, last = match.group(1).split(" ")
        name, lead = "turned_bare", "{k}"
        if words and last not in self.texts["statement.turned_with"].split():
            return None
        if words:
            name, lead = "turned_long" if len(words) > 1 else "turned", last + " {k}"
        text = self.texts["statement." + name]
        for key, value in (("lead", lead), ("verb", " ".join(words) or last), ("rest", match.group(2))):
            text = text.replace("{" + key + "}", value)
        return text

    def figure_of(self, text):
        """(count, base) of what a figure says; base None where it has none."""
        found = [int(one) for one in re.findall(r"\d+", text.split("%")[0].split(" (")[0].split(",")[0])]
        if re.match("[Nn]iemand|[Kk]eine|[Nn]obody|[Nn]one|no", text):
            return 0, found[0] if found else None
        if re.match("[Aa]l(?:le|l) ", text):
            return found[0], found[0]
        return (found[0], found[1]) if len(found) > 1 else (found[0], None)


def initial(pattern):
    """A pattern whose first letter may be large or small, as at the beginning of a sentence."""
    return pattern if not pattern or not pattern[0].isalpha() else f"[{pattern[0].lower()}{pattern[0].upper()}]{pattern[1:]}"


class Reader:
    """Reads one sentence on one topic. faults: what is not borne out. unread: numbers that no pattern reads."""

    def __init__(self, survey, catalogue):
        self.survey, self.catalogue, self.quoted = survey, catalogue, QUOTED[survey.language]
        self.read_texts, self.says, self.cache = survey.numbered, survey.says, catalogue.cache
        self.last_topic, self.front, self.list_of = None, None, None

    def compiled(self, name, **more):
        key = name, *more.items()
        if key not in self.cache:
            self.cache[key] = re.compile(initial(self.catalogue.pattern(self.catalogue.texts[name].replace("{sentence}", ""), **more)))
        return self.cache[key]

    def verbs(self, question):
        """The verbs of a question: (key, pattern); the long ones first."""
        if question not in self.says:
            found = []
            for key, text in self.survey.entries(question).items():
                match = re.fullmatch(r"say\.([a-z0-9_]+)(?:\.one)?(?:\.([a-z]{2}))?", key)
                if match and match.group(2) in (None, self.survey.language) and match.group(1) != "one":
                    found += [(match.group(1), re.compile(initial(self.catalogue.pattern(one)))) for one in (text, self.catalogue.turned(text)) if one]
            self.says[question] = sorted(found, key=lambda one: -len(one[1].pattern))
        return self.says[question]

    def questions(self, topic):
        ini = self.survey.ini
        if "question " + topic in ini:
            return [topic]
        if "gap " + topic in ini:
            return [ini["gap " + topic]["importance"], ini["gap " + topic]["satisfaction"]]
        for kind in ("together", "trend"):
            if f"{kind} {topic}" in ini:
                return [one for one in ini[f"{kind} {topic}"]["questions"].split() if "question " + one in ini]
        return []

    def read(self, topic, sentence):
        """One sentence; afterwards faults; unread: numbers; told: [(question, item, side, count, base)], in the order of the sentence; listed: what
        is named in a list of rows with one side: [(question, item, side)]."""
        self.faults, self.told, self.listed, self.rest, self.verb_at, self.at = [], [], [], sentence, [], 0
        if topic != self.last_topic:
            self.list_of, self.front = None, None
        self.last_topic = topic
        topic, _, self.row = topic.partition(".")
        self.topic = topic
        self.read_open()
        if "trend " + topic in self.survey.ini:
            self.read_trend()
        for question in self.questions(topic):
            self.question = question
            self.read_verbs()
        for question in self.questions(topic):
            self.question = question
            self.read_sides()
        for question in self.questions(topic):
            self.question = question
            self.read_rows()
        self.read_lists()
        self.read_single()
        if "gap " + topic in self.survey.ini:
            self.read_gap()
        self.read_missing()
        self.unread = self.leftover(self.rest)
        self.told = [told[1:] for told in sorted(self.told, key=lambda told: told[0])]
        return self

    def leftover(self, text):
        text = re.sub(self.catalogue.quote, " ", text)
        for known in self.read_texts:
            text = text.replace(known, " ")
        return re.findall(r"\d+(?:[.,]\d+)?", text)

    def take(self, match):
        self.rest = self.rest[:match.start()] + "\x00" * (match.end() - match.start()) + self.rest[match.end():]

    def expect(self, text, wanted, what):
        """Is the figure that was wanted; None: it is not published."""
        count, base = self.catalogue.figure_of(text)
        if wanted is None:
            self.faults.append(f"{what}: {text} is not published")
        elif count != wanted[0] or (base is not None and wanted[1] is not None and base != wanted[1]):
            self.faults.append(f"{what}: {text}, but {wanted[0]} of {wanted[1]} are published")
        percent = re.search(r"(\d+)(?:[.,](\d))? ?%", text)
        if percent and base:
            told = float(percent.group(1) + "." + (percent.group(2) or "0"))
            exact, unit = 100 * count / base, 0.1 if base >= 1000 else 1
            below, above = (re.search(word, text) for word in ("unter|less than|below", "mehr als|more than|above"))
            right = told == unit and 0 < exact < unit / 2 + 1e-6 if below else told == 100 - unit and 100 - unit / 2 - 1e-6 < exact < 100 if above \
                else abs(told - exact) <= unit / 2 + 1e-6
            if base < 100 or not right:
                self.faults.append(f"{what}: a wrong percentage, or of fewer than 100: {text}")
            if told in (0, 100):
                self.faults.append(f"{what}: 0 or 100 percent: {text}")
        elif "%" in text:
            self.faults.append(f"{what}: a percentage without a base: {text}")
        if base is not None and base > 1 and re.match(r"\d+ (?:von|of) ", text) and count in (0, base):
            self.faults.append(f"{what}: nobody and all are words: {text}")

    def item_of(self, label, question):
        return self.survey.items(question).get(label[1:-1])

    def tell(self, item, side, text):
        wanted = self.survey.of_side(self.question, item, side)
        self.expect(text, wanted, f"{self.question} {item} {'+'.join(sorted(side))}")
        self.told.append((self.at, self.question, item, side) + self.catalogue.figure_of(text))

    def read_verbs(self):
        for key, pattern in self.verbs(self.question):
            while True:
                match = pattern.search(self.rest)
                if not match:
                    break
                self.take(match)
                self.verb_at.append((match.start(), self.question, match.group("item") if "item" in match.groupdict() else None))
                groups = match.groupdict()
                item = self.item_of(groups["item"], self.question) if groups.get("item") else self.row
                if item is None or (item == "" and self.survey.type(self.question) == "matrix"):
                    self.faults.append(f"{self.question}: no such row: {match.group(0)}")
                    continue
                side = self.survey.side(self.question, key)
                if self.survey.type(self.question) == "multi": # the verb of an option
                    self.expect(groups["k"], self.survey.figure(self.question, key, "", "share"), f"{self.question} {key}")
                elif side is None: # beside the scale
                    count = self.survey.beside_count(self.question, item, key)
                    self.expect(groups["k"], None if count is None else (count, None), f"{self.question} {item} {key}")
                else:
                    self.at = match.start()
                    self.tell(item, side, groups["k"])
                    self.list_of = self.question, side

    def side_of(self, text, question):
        """The answers that a list of labels names; None where one is no answer."""
        codes, sides = self.survey.codes(question), self.survey.sides(question)
        labels = re.findall(self.quoted, text)
        if any(label not in sides for label in labels):
            return None
        parts = [sides[label] for label in labels]
        between = {"de": "“ bis „", "en": "” to “"}[self.survey.language]
        if len(parts) == 2 and between in text:
            first, last = codes.index(next(iter(parts[0]))), codes.index(next(iter(parts[1])))
            return frozenset(codes[first:last + 1])
        return frozenset().union(*parts)

    def read_sides(self):
        """Auf „A“ oder „B“ entfallen 22 von 26 Antworten, auf „C“ 4; „weiß nicht“ antworten 3."""
        self.read_beside()
        if self.survey.type(self.question) not in ("single", "matrix"):
            return
        names = [("fall_many", "answers"), ("fall_one", "answers"), ("rest_apart_many", "count"), ("rest_apart_one", "count"),
                 ("rest_apart_none", None), ("rest_many", "count"), ("rest_none", None)]
        for name, group in names:
            pattern = self.compiled("statement." + name, count=self.catalogue.short)
            position = 0
            while True:
                match = pattern.search(self.rest, position)
                if not match:
                    break
                position = match.end()
                side = self.side_of(match.group("side"), self.question)
                before = [one[1:] for one in self.verb_at if one[0] < match.start()]
                row = self.row
                if before and before[-1][1] and not row: # the row that the verb before it is about
                    row = self.item_of(before[-1][1], self.question) or ""
                if side is None or (before and before[-1][0] != self.question) or (row == "" and self.survey.type(self.question) == "matrix"):
                    continue # of another question, or read as beside the scale
                self.take(match)
                self.at = match.start()
                self.tell(row, side, match.group(group) if group else "niemand")

    def read_beside(self):
        """„weiß nicht“ antworten 3."""
        pattern = self.compiled("statement.beside_many", count=self.catalogue.short)
        for match in list(pattern.finditer(self.rest)):
            code = self.survey.beside(self.question).get(match.group("label")[1:-1])
            row = self.row if self.survey.type(self.question) == "matrix" else "" # of a list of options it is of the whole
            if code:
                self.take(match)
                count = self.survey.beside_count(self.question, row, code)
                self.expect(match.group("count"), None if count is None else (count, None), f"{self.question} {self.row} {code}")

    def majorities(self, side):
        """The rows in which more than half are on a side, and how many rows have a figure of it."""
        found = {item: self.survey.of_side(self.question, item, side) for item in self.survey.item_ids(self.question)}
        shown = {item: figure for item, figure in found.items() if figure}
        return {item for item, (count, base) in shown.items() if 2 * count > base}, shown

    def other_majority(self, question, item, side):
        """(count, base) of another side (a set, or an end of the scale) where more than half are; None: there is none, or most are on this."""
        own = self.survey.of_side(question, item, side)
        if own and 2 * own[0] > own[1]:
            return None
        sets = [self.survey.side(question, key[5:]) for key in self.survey.entries(question) if key.startswith("sets.")]
        ends = sets or (map(frozenset, self.survey.ends(question)) if self.survey.is_ordered(question) else [])
        others = [self.survey.of_side(question, item, end) for end in ends if not end & side]
        return next((other for other in others if other and 2 * other[0] > other[1]), None)

    def read_rows(self):
        """Bei 2 von 7 Punkten hat „…“ die Mehrheit: …"""
        if self.survey.type(self.question) != "matrix" or self.row:
            return
        for name in ("rows", "rows_all", "rows_both", "rows_none", "rows_nobody", "rows_also", "rows_also_all", "rows_also_both"):
            match = self.compiled("statement." + name, count=self.rows_count()).search(self.rest)
            if match:
                self.rows_claim(name, match)

    def rows_count(self):
        """How many rows there are, or how many of them are published."""
        return r"\d+|" + self.catalogue.pattern(self.catalogue.texts["statement.rows_published"]).replace("?P<count>", "?:")

    def is_rows_count(self, text, shown):
        """Is it so many rows, and are they called the published ones where they are not all?"""
        all_of = len(self.survey.item_ids(self.question))
        return int(re.match(r"\d+", text).group(0)) == shown and text.isdigit() == (shown == all_of)

    def rows_claim(self, name, match):
        groups = match.groupdict()
        side = self.side_of(groups["side"], self.question) if groups.get("side") else self.list_of and self.list_of[1]
        if side is None:
            return
        self.take(match)
        rows, shown = self.majorities(side)
        if not groups.get("side"): # "dafür" is what the sentence before said: its first row is one of them
            self.carried = side
        both = name.endswith("both")
        said = "2" if both else groups["count"]
        count = int(re.match(r"\d+", said).group(0))
        wanted = {"rows_none": 0, "rows_nobody": 0}.get(name, count if name.endswith(("_all", "both")) else int(groups.get("rows") or 0))
        where = f"{self.question} {'+'.join(sorted(side))}"
        if not self.is_rows_count(said, len(shown)) or wanted != len(rows):
            self.faults.append(f"{where}: a majority in {len(rows)} of {len(shown)}: {match.group(0)}")
        if name == "rows_nobody":
            if any(figure[0] for figure in shown.values()):
                self.faults.append(f"{where}: somebody is: {match.group(0)}")
            return
        named = self.read_items(groups["items"], lambda item: self.survey.of_side(self.question, item, side), self.question)
        self.listed += [(self.question, item, side) for item in named]
        for item in named:
            other = self.other_majority(self.question, item, side)
            if other:
                self.faults.append(f"{where}: most of {item} are on another side, {other[0]} of {other[1]}: {match.group(0)}")
        if name != "rows_none" and not set(named) <= rows:
            self.faults.append(f"{where}: no majority in {', '.join(set(named) - rows)}: {match.group(0)}")
        more = re.search(r"(\d+) (?:weitere|more|others?)$", groups["items"])
        others = len(rows) - name.startswith("rows_also") # the first of them was told before
        if name != "rows_none" and len(named) + int(more.group(1) if more else 0) != others:
            self.faults.append(f"{where}: {len(rows)} rows have it: {match.group(0)}")
        if name == "rows_none" and shown and named:
            best = max([count / base for item, (count, base) in shown.items() if not self.other_majority(self.question, item, side)], default=0)
            first = shown.get(named[0])
            if first is None or first[0] / first[1] < best - 1e-9:
                self.faults.append(f"{where}: not the most frequent: {match.group(0)}")

    def read_items(self, text, figure_of, question):
        """„A“ (3 von 4), „B“ (2 von 4): the ids, each figure checked."""
        named = []
        for label, said in re.findall(rf"({self.catalogue.quote}) \((.*?{self.catalogue.fig}[^()]*(?:\([^)]*\)[^()]*)?)\)", text):
            item = self.item_of(label, question)
            if item is None:
                self.faults.append(f"{question}: no such row or option: {label}")
                continue
            named.append(item)
            self.expect(re.search(self.catalogue.fig, said).group(0), figure_of(item), f"{question} {item}")
        return named

    LISTS = {"placed_most": "top", "placed_often": "top", "first_most": "first", "first_often": "first", "ticked_most": "share",
             "ticked_level": "share", "ticked_often": "share", "lack_often": "unmet"}

    def read_lists(self):
        """Vorn liegen „A“ (22 von 30) und „B“ (19 von 30)."""
        together = self.survey.ini.get("together " + self.topic)
        if together:
            self.read_columns(together)
        for name, statistic in self.LISTS.items():
            match = self.compiled("statement." + name, item=self.catalogue.items, places=r"\d+").search(self.rest)
            if not match:
                continue
            for question in [self.topic] if "gap " + self.topic in self.survey.ini else self.questions(self.topic):
                of = self.survey.ini["gap " + self.topic]["importance"] if question == self.topic and "gap " + self.topic in self.survey.ini else question
                if (statistic == "unmet") != ("gap " + question in self.survey.ini) or \
                        (statistic != "unmet" and self.survey.type(question) not in ("multi", "ranking")):
                    continue
                self.take(match)
                named = self.read_items(match.groupdict().get("items") or match.group("item"),
                                        lambda item, question=question: self.survey.figure(question, item, "", statistic), of)
                self.check_front(name, question, statistic, named, match.group(0))
                self.check_places(question, match)
                break
        for name, statistic in (("put_many", "top"), ("put_one", "top"), ("put_first_many", "first"), ("put_first_one", "first"), ("ticked_many", "share"),
                                ("ticked_one", "share")):
            pattern = self.compiled("statement." + name, places=r"\d+")
            for match in list(pattern.finditer(self.rest)):
                for question in self.questions(self.topic):
                    if self.survey.type(question) in ("multi", "ranking") and match.group("label")[1:-1] in self.survey.items(question):
                        self.take(match)
                        item = self.item_of(match.group("label"), question)
                        self.expect(match.group("share"), self.survey.figure(question, item, "", statistic), f"{question} {item}")
                        self.check_places(question, match)
                        break

    def check_places(self, question, match):
        places = match.groupdict().get("places")
        if places and places != self.survey.entries(question).get("max_choices", str(len(self.survey.item_ids(question)))):
            self.faults.append(f"{question}: {places} places")

    def check_front(self, name, question, statistic, named, text):
        """Who is named is in front of all who are not, and none of them is denied by lead."""
        leads = self.survey.leads(question, statistic)
        shown = {key[1]: self.survey.figure(question, key[1], "", statistic) for key in self.survey.rows
                 if key[0] == question and key[2] == "" and key[3] == statistic and key[1]}
        figures = {item: figure[0] / figure[1] for item, figure in shown.items() if figure}
        self.front = question, statistic, named
        if not leads:
            self.front = question, statistic, None # the next sentence must say that it is open
        for item in named:
            if leads.get(item) is False:
                self.faults.append(f"{question}: {item} cannot be first: {text}")
            if any(figures[other] > figures.get(item, 2) + 1e-9 for other in figures if other not in named and other in leads):
                self.faults.append(f"{question}: {item} is not in front: {text}")
        many = sum(leads.values())
        if name.endswith("_most") and many != 1:
            self.faults.append(f"{question}: {many} can be first: {text}")
        if not name.endswith(("_most", "_level")) and many == 1 and len(leads) > 1:
            self.faults.append(f"{question}: one is told from all others: {text}")

    def read_open(self):
        """Was ganz vorn liegt, ist offen: 4 von 8 sind nicht sicher zu trennen."""
        front, last = self.front, self.front
        for name in ("statement.open_named", "statement.open_some", "statement.open_all", "statement.placed_open_named",
                     "statement.placed_open_some", "statement.placed_open_all", "tier.some", "tier.all", "tier.open"):
            match = self.compiled(name).search(self.rest)
            if not match:
                continue
            self.take(match)
            if last is None: # of a table, or of a list whose first is not named
                questions = [self.topic] if "gap " + self.topic in self.survey.ini else self.questions(self.topic)
                lists = [(question, statistic) for question in questions for statistic in ("unmet", "share", "top", "first", "top2")]
            else:
                lists = [last[:2]]
            good = False
            for question, statistic in lists:
                leads = self.survey.leads(question, statistic)
                many, count = sum(leads.values()), len(leads)
                good = good or {"named": many >= 2 and (last is None or last[2] is None or len(last[2]) == many or "weitere" in match.string),
                                "some": match.groupdict().get("leaders") == str(many) and match.groupdict().get("count") == str(count) and many < count,
                                "all": match.groupdict().get("count") == str(many) and many == count,
                                "open": not leads or many != 1}[name.split("_")[-1].split(".")[-1]]
            if not good:
                self.faults.append(f"{self.topic}: not open like that: {match.group(0)}")
            front = None
            break
        if last is not None and last[2] is None and front is not None:
            self.faults.append(f"{last[0]}: nothing is published of the order, and it is not said to be open")
        self.front = None

    def column_statistic(self, question):
        """None: it has no column of its own."""
        if "gap " + question in self.survey.ini:
            return "unmet"
        return {"matrix": "top2", "multi": "share", "ranking": "top"}.get(self.survey.type(question))

    def column_of(self, label):
        """The question of a column of some [together]."""
        for name, entries in self.survey.ini.items():
            for key, value in entries.items():
                if name.startswith("together ") and key.startswith("column.") and plain(value) == label:
                    return key.split(".")[1]
        return None

    def read_columns(self, together):
        """Vorn liegen bei „dringend“: „A“ (20 von 28) und „B“ (16 von 26); bei „…“: „C“ (16 von 26)."""
        for question in together["questions"].split():
            label = together.get(f"column.{question}.{self.survey.language}") or together.get(f"column.{question}")
            statistic = self.column_statistic(question)
            if not label or statistic is None:
                continue
            labels_of = self.survey.ini.get("gap " + question, {}).get("importance", question)
            prefix = {"de": "bei „{}“:? ", "en": "for “{}”:? "}[self.survey.language].format(re.escape(plain(label)))
            match = re.search(f"{prefix}({self.catalogue.items})", self.rest)
            if match:
                self.take(match)
                named = self.read_items(match.group(1), lambda item: self.survey.figure(question, item, "", statistic), labels_of)
                self.check_front("column", question, statistic, named, match.group(0)) if len(named) > 1 else None
        self.read_differ(together)

    def read_differ(self, together):
        quote, fig = self.catalogue.quote, self.catalogue.fig
        words = {"de": f"({quote}) hat bei ({quote}) ({fig}) und bei ({quote}) ({fig}), ({quote}) ({fig}) und ({fig})",
                 "en": f"({quote}) has ({fig}) for ({quote}) and ({fig}) for ({quote}), ({quote}) ({fig}) and ({fig})"}
        match = re.search(words[self.survey.language], self.rest)
        if not match:
            return
        self.take(match)
        groups = list(match.groups())
        if self.survey.language == "en":
            groups = [groups[0], groups[2], groups[1], groups[4], groups[3]] + groups[5:]
        columns = {plain(value): key.split(".")[1] for key, value in together.items() if key.startswith("column.") and
                   (key.endswith("." + self.survey.language) or key.count(".") == 1)}
        one, two = columns.get(groups[1][1:-1]), columns.get(groups[3][1:-1])
        if one is None or two is None:
            self.faults.append("no such column: " + match.group(0))
            return
        for label, figures in ((groups[0], (groups[2], groups[4])), (groups[5], (groups[6], groups[7]))):
            for question, text in zip((one, two), figures):
                item = self.item_of(label, self.survey.ini.get("gap " + question, {}).get("importance", question))
                self.expect(text, self.survey.figure(question, item or "", "", self.column_statistic(question)), f"{question} {item}")
        first, second = (self.item_of(label, self.survey.ini.get("gap " + question, {}).get("importance", question)) for label, question in ((groups[0], one), (groups[5], two)))
        if self.survey.leads(one, self.column_statistic(one)).get(second) is not False and \
                self.survey.leads(two, self.column_statistic(two)).get(first) is not False:
            self.faults.append("no first of one list is behind in the other: " + match.group(0))

    def read_single(self):
        """Nominal answers, numbers, open answers; rows of a matrix of which each answer is told."""
        for question in self.questions(self.topic):
            self.question = question
            kind = self.survey.type(question)
            if kind in ("single", "matrix"):
                self.read_nominal()
                self.read_level()
            if kind == "matrix":
                self.read_row_answers()
            if kind == "number":
                self.read_number()
            if kind in ("single", "matrix") and any(key.startswith("value.") for key in self.survey.entries(question)):
                self.read_number()
            if kind == "text":
                for name in ("text.wrote_many", "text.wrote_one", "text.wrote_all", "text.wrote_none"):
                    match = self.compiled(name).search(self.rest)
                    if match:
                        self.take(match)
                        answered = self.survey.rows.get((question, "", "", "answered"))
                        wanted = (int(answered["value"]), int(answered["n"])) if answered and answered["value"] else None
                        self.expect(match.group("share"), wanted, f"{question} answered")

    def read_nominal(self):
        labels = {text: code for text, side in self.survey.sides(self.question).items() if len(side) == 1 for code in side}
        for name in ("most_next", "most", "two", "unanimous"):
            match = self.compiled("statement." + name, count=self.catalogue.short, base=r"\d+").search(self.rest)
            if not match or match.group("label")[1:-1] not in labels:
                continue
            self.take(match)
            code = labels[match.group("label")[1:-1]]
            groups = match.groupdict()
            share = groups.get("share") or f"{groups['base']} von {groups['base']}"
            if name == "unanimous":
                share = {"de": "alle ", "en": "all "}[self.survey.language] + groups["base"]
            found = self.survey.figure(self.question, self.row, code, "share")
            self.expect(share, found, f"{self.question} {self.row} {code}")
            all_of = list(self.survey.shown(self.question, self.row).values())
            if name.startswith("most") and found and any(one and one[0] > found[0] for one in all_of):
                self.faults.append(f"{self.question}: not the most frequent answer: {match.group(0)}")
            if groups.get("other"):
                other = self.survey.figure(self.question, self.row, labels.get(groups["other"][1:-1], ""), "share")
                self.expect(groups["count"], other and (other[0], None), f"{self.question} {self.row} next")
                if name == "most_next" and other and any(one and one[0] > other[0] for one in all_of if one != found):
                    self.faults.append(f"{self.question}: not the second: {match.group(0)}")

    def read_level(self):
        match = self.compiled("statement.most_level").search(self.rest)
        labels = {text: code for text, side in self.survey.sides(self.question).items() if len(side) == 1 for code in side}
        if match:
            self.take(match)
            for label, text in re.findall(rf"({self.catalogue.quote}) \(({self.catalogue.fig})\)", match.group("items")):
                self.expect(text, self.survey.figure(self.question, self.row, labels.get(label[1:-1], ""), "share"), f"{self.question} {label}")
        match = self.compiled("statement.level").search(self.rest)
        if match:
            self.take(match)
            for code, figure in self.survey.shown(self.question, self.row).items():
                self.expect(match.group("share"), figure, f"{self.question} {code}")

    def read_row_answers(self):
        """Bei 2 von 3 Punkten hat eine Antwort die Mehrheit: „eigene“ bei „Kamera“ (7 von 9)."""
        labels = {text: code for text, side in self.survey.sides(self.question).items() if len(side) == 1 for code in side}
        majority = {}
        for item in self.survey.item_ids(self.question):
            for code in self.survey.codes(self.question):
                figure = self.survey.figure(self.question, item, code, "share")
                if figure and 2 * figure[0] > figure[1]:
                    majority[item] = code
        shown = sum(any(self.survey.figure(self.question, item, code, "share") for code in self.survey.codes(self.question))
                    for item in self.survey.item_ids(self.question))
        match = self.compiled("statement.rows_answers_none", count=self.rows_count()).search(self.rest)
        if match:
            self.take(match)
            if majority or not self.is_rows_count(match.group("count"), shown):
                self.faults.append(f"{self.question}: a majority in {len(majority)}: {match.group(0)}")
        for name in ("rows_answers", "rows_answers_all", "rows_answers_both"):
            start = self.catalogue.pattern(self.catalogue.texts["statement." + name].split("{items}")[0], count=self.rows_count())
            match = re.search(initial(start), self.rest)
            if not match:
                continue
            rows = int(match.groupdict().get("rows", shown))
            every = name != "rows_answers"
            counted = shown == 2 if name == "rows_answers_both" else self.is_rows_count(match.group("count"), shown)
            if rows != len(majority) or not counted or every != (rows == shown):
                self.faults.append(f"{self.question}: a majority in {len(majority)}: {match.group(0)}")
            self.take(match)
        word = {"de": "bei", "en": "for"}[self.survey.language]
        for match in list(re.finditer(rf"({self.catalogue.quote}) {word} ({self.catalogue.quote}) \(({self.catalogue.fig})\)", self.rest)):
            item, code = self.item_of(match.group(2), self.question), labels.get(match.group(1)[1:-1], "")
            if item is not None:
                self.take(match)
                self.expect(match.group(3), self.survey.figure(self.question, item, code, "share"), f"{self.question} {item} {code}")
                if majority.get(item) != code:
                    self.faults.append(f"{self.question}: no majority: {match.group(0)}")

    def read_number(self):
        value = r"−?[0-9]+(?:[.,][0-9]+)?"
        # 10, „10: sehr gut“, 5 („sehr“)
        end = rf"{value}(?: \([^()]*\))?|[„“]{value}[^„“”]*[“”]"
        patterns = [("statement.mean", {"value": value, "low": end, "high": end})]
        patterns += [("statement." + name, {"value": value, "low": value, "high": value}) for name in ("middle", "middle_at", "middle_only")]
        patterns += [("amount.sum", {"value": value})]
        for name, groups in patterns:
            match = self.compiled(name, **groups).search(self.rest)
            if not match:
                continue
            self.take(match)
            wanted = {"statement.mean": {"value": "mean"}, "amount.sum": {"value": "sum"}}.get(name, {"value": "median", "low": "q1", "high": "q3"})
            if name == "statement.middle_at":
                wanted = {"value": "q1"}
            for group, statistic in wanted.items():
                if group in match.groupdict():
                    self.expect_number(match.group(group), self.survey.number(self.question, self.row, statistic), f"{self.question} {statistic}")
            if "base" in match.groupdict():
                row = self.survey.rows.get((self.question, self.row, "", "median"))
                if row is None or int(match.group("base")) != int(row["n"]):
                    self.faults.append(f"{self.question}: not of so many: {match.group(0)}")
            if name == "statement.mean":
                values = sorted(float(text) for key, text in self.survey.entries(self.question).items() if key.startswith("value."))
                said = [float(re.search(value, match.group(group)).group().replace(",", ".").replace("−", "-")) for group in ("low", "high")]
                if [values[0], values[-1]] != said:
                    self.faults.append(f"{self.question}: not the ends of the scale: {match.group(0)}")

    def expect_number(self, text, wanted, what):
        said = float(text.replace("−", "-").replace(",", "."))
        is_year = wanted is not None and 1000 <= wanted < 3000 and said == int(said)
        if wanted is None or abs(said - wanted) > (0.5001 if is_year else 0.0501):
            self.faults.append(f"{what}: {text}, but {wanted} is published")

    def read_gap(self):
        important, satisfied = self.questions(self.topic)
        for name in ("lack_most", "lack_one"):
            pattern = self.compiled("statement." + name, important=self.catalogue.fig, satisfied=f"{self.catalogue.fig}|{self.catalogue.short}")
            for match in list(pattern.finditer(self.rest)):
                self.take(match)
                item = self.item_of(match.group("label"), important) or ""
                self.expect(match.group("important"), self.survey.figure(important, item, "", "top2"), f"{important} {item}")
                self.expect(match.group("satisfied"), self.survey.figure(satisfied, item, "", "top2"), f"{satisfied} {item}")
                if name == "lack_most":
                    self.check_front(name, self.topic, "unmet", [item], match.group(0))

    def read_trend(self):
        """Auf „X“ entfallen 19 von 29 Antworten (damals) und 22 von 29 (heute); auf „Y“ 10 und 7."""
        questions, catalogue = self.questions(self.topic), self.catalogue
        figures, counts = r"[^;„“”]*", rf"{catalogue.short}(?:(?:, |,? und |,? and ){catalogue.short})+"
        match = self.compiled("statement.times", times=figures).search(self.rest)
        if not match:
            return
        when = {"answers": f"{catalogue.fig}[^()]*", "share": catalogue.fig, "when": r"[^)]*"}
        one = "|".join(catalogue.pattern(catalogue.texts["statement." + name], **when).replace("?P<answers>", "").replace("?P<share>", "").replace("?P<when>", "")
                       for name in ("time", "time_next"))
        said = [[part for part in parts if part] for parts in re.findall(one, match.group("times"))]
        if not said: # of one question, told like any other
            return
        self.take(match)
        next_pattern = self.compiled("statement.times_rest", counts=counts)
        rest = next_pattern.search(self.rest)
        told = [("first", match.group("side"), [parts[0] for parts in said])]
        if rest:
            self.take(rest)
            told.append(("second", rest.group("side"), re.findall(catalogue.short, rest.group("counts"))))
        for name, part, texts in told:
            for question, text, parts in zip(questions, texts, said):
                self.question = question
                named = [plain(value) for key, value in self.survey.ini["trend " + self.topic].items()
                         if key in (f"when.{question}", f"when.{question}.{self.survey.language}")]
                if len(parts) > 1 and re.search(r"\w", parts[1]) and parts[1] not in named:
                    self.faults.append(f"{question}: not when it was: {parts[1]}")
                side = self.side_of(part, question)
                if side is None:
                    self.faults.append(f"{question}: no such answers: {part}")
                elif name == "first":
                    self.at = match.start()
                    self.tell("", side, text)
                else:
                    self.expect(text, self.survey.of_side(question, "", side), f"{question} {part}")
            if len(texts) != len(questions):
                self.faults.append(f"{self.topic}: {len(texts)} figures for {len(questions)} questions")

    # --- who is missing ---

    def read_missing(self):
        """Und die 41? … für „X“ bei „A“ 5 von 12: who is missing of those invited, and how many of them make a majority."""
        opening = self.compiled("statement.missing", sentences="").search(self.rest)
        if not opening:
            return
        invited = self.survey.number("", "", "invited")
        body = self.rest[opening.end():]
        if invited is None or int(opening.group("invited")) != invited:
            self.faults.append("so many were not invited: " + opening.group(0))
            return
        sure, tipping = (self.catalogue.texts["statement." + name].split("{list}")[0].replace("{invited}", str(int(invited)))
                         for name in ("missing_sure", "missing_tipping"))
        sure, tipping = plain(sure.replace("~", " ")), plain(tipping.replace("~", " "))
        at = body.find(tipping)
        parts = [(True, body[:at] if at >= 0 else body), (False, body[at:] if at >= 0 else "")]
        for is_sure, part in parts:
            part = part.replace(sure, " ").replace(tipping, " ")
            self.missing_part(part, is_sure, int(invited))
        self.rest = self.rest[:opening.start()]

    def missing_part(self, part, is_sure, invited):
        side = ""
        begin, item, count = (self.catalogue.texts["statement." + name] for name in ("missing_side", "missing_item", "missing_count"))
        at = re.escape(item.split("{label}")[0])
        side_at = re.escape(begin.split("{side}")[0])
        of = re.escape(plain(count.replace("~", " ")).split("{count}")[1].split("{missing}")[0])
        pattern = rf"(?:{side_at}({self.catalogue.listed}) )?{at}({self.catalogue.quote})(?: (\d+){of}(\d+))?"
        for match in re.finditer(pattern, part):
            side = match.group(1) or side
            if match.group(1) is None and match.start() and part[max(0, match.start() - 2):match.start()] == "; ":
                side = ""
            rows = self.missing_rows(side, match.group(2)[1:-1])
            if is_sure:
                good = any(low is not None and 2 * round(low * invited) > invited for _, low, _ in rows)
            else:
                need, missing = match.group(3), match.group(4)
                good = need is not None and any(tip == int(need) and gone == int(missing) for tip, _, gone in rows)
            if not good:
                self.faults.append(f"of the missing: {side} {match.group(0)}: {sorted(set(rows), key=str)[:4]}")
        if re.search(r"\d", re.sub(self.catalogue.quote, "", re.sub(pattern, "", part))):
            self.faults.append("of the missing: read by nothing: " + part)

    def missing_rows(self, side, label):
        """Of everything that may be meant: (how many make a majority, the least share of all invited, how many are missing)."""
        found = []
        for question in [name[9:] for name in self.survey.ini if name.startswith("question ")]:
            items = self.survey.items(question) if self.survey.type(question) != "single" else {}
            subject = [plain(self.survey.entries(question)[key]).rstrip(".") for key in ("subject", "subject." + self.survey.language, "text", "text." + self.survey.language)
                       if key in self.survey.entries(question)]
            for item in ([items[label]] if label in items else []) + ([""] if label in subject else []):
                found += self.bounds_of(question, item, side)
        return found

    def bounds_of(self, question, item, side):
        """Of every published row that is meant: (tipping, the least share, how many are missing)."""
        column = self.column_of(side[1:-1])
        if side == "" or column:
            keys = ["share", "top"] if side == "" else [self.column_statistic(column)] if column == question else []
        else:
            codes = self.side_of(side, question) if self.survey.type(question) in ("single", "matrix") else None
            if codes is None:
                return []
            top, bottom = self.survey.ends(question)
            keys = [key[5:] for key in self.survey.entries(question) if key.startswith("sets.") and self.survey.side(question, key[5:]) == codes]
            keys += list(codes) if len(codes) == 1 else []
            keys += ["top2"] * (codes == frozenset(top)) + ["bottom2"] * (codes == frozenset(bottom))
        found = []
        for key in keys:
            bounds, tipping = (self.survey.rows.get((question, item, key, name)) for name in ("bounds", "tipping"))
            if bounds is None and key == "top2": # older files have no category there
                bounds = self.survey.rows.get((question, item, "", "bounds"))
            if bounds is None or bounds["low"] == "":
                continue
            invited = int(bounds["n"])
            low, high = float(bounds["low"]), float(bounds["high"])
            need = invited // 2 + 1 - round(low * invited)
            if tipping is not None and tipping["value"] not in ("", str(need)):
                self.faults.append(f"{question} {item} {key}: tipping is {tipping['value']}, not {need}")
            found.append((need, low, round((high - low) * invited)))
        return found
