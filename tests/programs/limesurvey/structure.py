"""A survey structure as LimeSurvey's import reads it, and every rule of it that we know of (../shared/limesurvey/README.md).

Nothing here knows how nachlese-form writes it.
"""
import re

NEEDED = ["class", "type/scale", "name", "text", "language"]
ATTRIBUTES = ["num_value_int_only", "min_num_value_n", "max_num_value_n", "max_answers", "min_answers", "exclude_all_others"]
TRANSLATED = ["other_replace_text"]
RESERVED = {"lang", "sid", "savedid", "token", "qid", "gid", "sgq", "self", "that", "this"}
WITH_ANSWERS, WITH_PARTS = "LFR", "MFQ"
CUTS = "\r\v\f\u0085\u2028\u2029"


def cells_of(line):
    """The cells of a row: tabs between, quotes doubled. No quoted cell here holds a line break."""
    cells, at = [], 0
    while True:
        if line[at:at + 1] == '"':
            end, value = at + 1, ""
            while line[end] != '"' or line[end + 1:end + 2] == '"':
                step = 2 if line[end] == '"' else 1
                value += line[end]
                end += step
            at = end + 1
        else:
            end = line.find("\t", at)
            end = len(line) if end < 0 else end
            value, at = line[at:end], end
        if len(value) > 1 and value[0] == value[-1] == '"':  # the import takes these two away, and undoubles
            value = value[1:-1].replace('""', '"')
        cells.append(value)
        if at >= len(line):
            return cells
        assert line[at] == "\t", "a quote is closed in the middle of a cell: %r" % line[at - 20:at + 20]
        at += 1


class Question:
    def __init__(self, row, group):
        self.type, self.code, self.group = row["type/scale"], row["name"], group
        self.row, self.texts, self.others = row, {}, {}
        self.parts, self.answers = {}, {}  # code: {language: text}, in order

    @property
    def other(self):
        return self.row["other"] == "Y"


class Structure:
    def __init__(self, path):
        self.faults, self.settings, self.texts, self.groups, self.questions = [], {}, {}, {}, {}
        with open(path, encoding="utf-8", newline="") as file:
            data = file.read()
        for sign in CUTS:
            if sign in data:
                self.fault("U+%04X cuts a row" % ord(sign))
        if re.search(r'\\"', data) or re.search(r'\\(\t|\n)', data):
            self.fault("a backslash before a quote or at the end of a cell")
        lines = data.split("\n")
        self.names = cells_of(lines[0])
        for name in NEEDED:
            if self.names.count(name) != 1:
                self.fault("column %s is there %d times" % (name, self.names.count(name)))
        if self.faults:
            return
        self.read([dict(zip(self.names, cells_of(line))) for line in lines[1:] if line])

    def fault(self, words):
        self.faults.append(words)

    def read(self, rows):
        for row in rows:
            if row["class"] == "S":
                self.settings[row["name"]] = row["text"]
            elif row["class"] == "SL":
                self.texts.setdefault(row["language"], {})[row["name"]] = row["text"]
        self.base = self.settings.get("language", "")
        self.languages = [self.base] + self.settings.get("additional_languages", "").split()
        question = group = None
        for row in rows:
            kind, language = row["class"], row["language"]
            if kind in ("S", "SL"):
                continue
            if language not in self.languages:
                self.fault("a row in the language %r" % language)
            base = language == self.base
            if not base and any(row.get(name) for name in ATTRIBUTES):
                self.fault("%s: an attribute in another row than that of the base language" % row["name"])
            if kind == "G":
                group = row["type/scale"]
                self.groups.setdefault(group, {})[language] = (row["name"], row["relevance"])
            elif kind == "Q":
                if base:
                    if row["name"].lower() in [code.lower() for code in self.questions]:
                        self.fault("question %s stands twice" % row["name"])
                    self.questions[row["name"]] = Question(row, group)
                elif row["name"] not in self.questions:
                    self.fault("question %s is not in the base language before" % row["name"])
                    continue
                question = self.questions[row["name"]]
                if question.group != group:
                    self.fault("question %s is in two groups" % row["name"])
                question.texts[language] = (row["text"], row["help"])
                if question.other:
                    question.others[language] = row["other_replace_text"]
            elif kind in ("SQ", "A"):
                place = question.parts if kind == "SQ" else question.answers
                if base:
                    if row["name"].lower() in [code.lower() for code in place]:
                        self.fault("%s: %s stands twice" % (question.code, row["name"]))
                    place[row["name"]] = {}
                if row["name"] not in place:
                    self.fault("%s: %s is not in the base language before" % (question.code, row["name"]))
                else:
                    place[row["name"]][language] = row["text"]
            else:
                self.fault("a row of the class %r" % kind)

    def check(self):
        if self.faults:
            return self.faults
        if not re.fullmatch(r"[a-z]{2,3}(-[a-z]+)?", self.base):
            self.fault("no language")
        if "showwelcome" not in self.settings or self.settings.get("anonymized") not in ("Y", "N"):
            self.fault("settings are missing")
        for language in self.languages:
            for name in ("surveyls_title", "surveyls_welcometext", "surveyls_endtext"):
                if not self.texts.get(language, {}).get(name):
                    self.fault("%s is missing in %s" % (name, language))
        for texts in list(self.groups.values()):
            self.whole("a group", {language: text[0] for language, text in texts.items()})
        seen = set()
        for question in self.questions.values():
            self.check_question(question)
            self.check_relevance(question.row["relevance"], seen, question.code)
            self.check_relevance(self.groups[question.group][self.base][1], seen, "a group")
            seen.add(question.code)
        return self.faults

    def whole(self, what, texts):
        if sorted(texts) != sorted(self.languages) or not all(texts.values()):
            self.fault("%s is not there in every language" % what)
        for text in texts.values():
            if re.search(r"\{(?!SAVEDID\})\S", text):
                self.fault("%s holds an expression: %s" % (what, text))

    def check_question(self, question):
        code = question.code
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,19}", code) or code.lower() in RESERVED:
            self.fault("the question code %r" % code)
        if question.type not in ("L", "M", "F", "R", "N", "S", "T", "Q", "Y"):
            self.fault("%s has the type %r" % (code, question.type))
        if question.row["mandatory"] not in ("Y", "N") or question.row["other"] not in ("Y", "N"):
            self.fault("%s: mandatory or other" % code)
        self.whole(code, {language: text[0] for language, text in question.texts.items()})
        if question.other:
            self.whole("%s[other]" % code, question.others)
        if bool(question.answers) != (question.type in WITH_ANSWERS) or bool(question.parts) != (question.type in WITH_PARTS):
            self.fault("%s has answers or parts that its type does not have, or lacks them" % code)
        for part, texts in question.parts.items():
            self.whole("%s[%s]" % (code, part), texts)
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,19}", part) or part.lower() == "time" or (question.other and part == "other"):
                self.fault("%s: the part %r" % (code, part))
        for answer, texts in question.answers.items():
            self.whole("%s: %s" % (code, answer), texts)
            if not re.fullmatch(r"[A-Za-z0-9]{1,5}", answer):
                self.fault("%s: the answer %r" % (code, answer))
        for part in filter(None, question.row.get("exclude_all_others", "").split(";")):
            if part not in question.parts:
                self.fault("%s: %s excludes, and is not there" % (code, part))

    def check_relevance(self, equation, seen, where):
        if equation in ("", "1"):
            return
        body = re.fullmatch(r"\((.*)\)", equation)
        terms = body.group(1).split(" or ") if body else []
        if not terms:
            self.fault("%s: the relevance %r" % (where, equation))
        for term in terms:
            match = re.fullmatch(r'(\w+?)(?:_(\w+))?\.NAOK == "([^"]*)"|!is_empty\((\w+?)_other\.NAOK\)', term)
            name = match and (match.group(1) or match.group(4))
            question = self.questions.get(name)
            if not match or name not in seen or not question:
                self.fault("%s: the relevance %r" % (where, equation))
            elif match.group(4):
                good = question.type == "M" and question.other
            elif match.group(2):
                good = question.type == "M" and match.group(2) in question.parts and match.group(3) == "Y"
            else:
                good = match.group(3) in question.answers or (question.other and match.group(3) == "-oth-")
            if match and question and not good:
                self.fault("%s: the relevance %r" % (where, equation))
