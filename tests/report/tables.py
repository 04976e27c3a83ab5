"""Counts the tables of a survey anew from published.csv; shares no code with the programs.

usage: tables.py LANGUAGE questionnaire.ini codebook.csv published.csv catalogue.ini tables.xlsx tables.html tables.txt

Every published figure of a reported question must stand in a cell of its question whose row, heads or title name it, and every number
in a cell must be such a figure, its base or its percentage. Workbook, page and text must show the same cells, and the workbook must
hold no formula. Prints what does not fit; then "left out NAME N" for each kind of figure that the tables do not show, and last
"checked N figures, M cells".
"""
import csv
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PAGE = "{http://www.w3.org/1999/xhtml}"
# Figures that are left out on purpose; nachlese-report(1) says why.
LEFT_OUT = {"sd", "lead", "view", "tests", "response_rate"}
STATES = {"answered", "skipped", "dont_know", "not_shown", "invalid", "outside"}
SHARES = {"share", "set", "any", "first", "top", "top2", "bottom2", "unmet"}

faults = []


def fault(*words):
    faults.append(" ".join(str(word) for word in words))


def plain(text):
    """As it is compared: one kind of blank, no full stop at the end."""
    text = re.sub("[\u00a0\u202f\u2009\u2060]", " ", text or "")
    return re.sub(" +", " ", text).strip()


# --- the workbook ---


class Cell:
    def __init__(self, text, number=None, share=False, indent=False, limit=False):
        self.text, self.number, self.share, self.indent, self.limit = text, number, share, indent, limit


def formats(styles):
    """Of each cell format its pattern and whether it is indented."""
    root = ElementTree.fromstring(styles)
    patterns = {0: "General", 1: "0", 2: "0.00", 9: "0%", 10: "0.00%"}
    for node in root.iter(MAIN + "numFmt"):
        patterns[int(node.get("numFmtId"))] = node.get("formatCode")
    found = []
    for node in root.find(MAIN + "cellXfs"):
        alignment = node.find(MAIN + "alignment")
        found.append((patterns[int(node.get("numFmtId"))], alignment is not None and alignment.get("indent") is not None))
    return found


def shown(value, pattern, decimal):
    """A number as its format shows it, without a sign of percent."""
    if pattern.startswith('"'):
        return plain(pattern.strip('"').rstrip("%"))
    decimals = len(pattern.rstrip("%").partition(".")[2])
    value = Decimal(value) * (100 if pattern.endswith("%") else 1)
    text = str(value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
    text = text.replace(".", decimal)
    return text.replace("-", "\u2212")


def read_workbook(path, decimal):
    """Sheets by name in order: rows of cells by column."""
    sheets = []
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        for name in names:
            if name.endswith(".xml") and re.search(rb"<f[ >/]", archive.read(name)):
                fault("a formula in", name)
        if any(info.date_time[0] != 1980 for info in archive.infolist()):
            fault("the workbook holds the time when it was made")
        strings = []
        for node in ElementTree.fromstring(archive.read("xl/sharedStrings.xml")):
            strings.append("".join(part.text or "" for part in node.iter(MAIN + "t")))
        styles = formats(archive.read("xl/styles.xml"))
        titles = [node.get("name") for node in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        for i, title in enumerate(titles):
            rows = {}
            for node in ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{i + 1}.xml")).iter(MAIN + "c"):
                value = node.find(MAIN + "v")
                if value is None:
                    continue
                letters, row = re.match("([A-Z]+)([0-9]+)", node.get("r")).groups()
                column = 0
                for letter in letters:
                    column = 26 * column + ord(letter) - 64
                pattern, indent = styles[int(node.get("s", "0"))]
                if node.get("t") == "s":
                    cell = Cell(strings[int(value.text)], indent=indent)
                else:
                    cell = Cell(shown(value.text, pattern, decimal), float(value.text), "%" in pattern, limit=pattern.startswith('"'))
                rows.setdefault(int(row), {})[column] = cell
            sheets.append((title, rows))
    return sheets


class Table:
    def __init__(self, title):
        self.title, self.heads, self.banners, self.rows, self.block = title, {}, {}, [], ""


def tables_of(sheets, words):
    """All tables of the workbook, each with the block that it is in: the lines since the last heading."""
    found = []
    number = re.compile("^" + re.escape(words["page.table"]).replace(r"\{number\}", "([0-9]+)").replace(r"\{title\}", "(.*)") + "$")
    for title, rows in sheets[1:]:
        block, table, state, last = [], None, "", 0
        for row in sorted(rows):
            cells = rows[row]
            first = cells[1].text if 1 in cells else ""
            match = number.match(plain(first)) if len(cells) == 1 else None
            if match:
                table, state = Table(match.group(2)), "head"
                table.block = list(block)
                found.append(table)
            elif re.match(r"[0-9]+\.[0-9]+  ", first):
                block, table = [plain(first)], None
            elif table is None or row > last + 1:
                table = None
                block.append(plain(first))
            elif state == "head" and 1 not in cells:
                table.banners = {column: plain(cell.text) for column, cell in cells.items()}
            elif state == "head":
                table.heads = {column: plain(cell.text) for column, cell in cells.items()}
                state = "rows"
            elif len(cells) == 1 and 1 in cells and len(table.heads) > 1 and not cells[1].indent and is_note(cells[1].text, words):
                table = None
            else:
                table.rows.append(cells)
            last = row
        for table in found:
            spread(table)
    return found


def is_note(text, words):
    return any(plain(text).startswith(start) for start in ("1 ", words["tables.least"], words["topic.sign"] + " "))


def spread(table):
    """A banner is in the first of its columns."""
    last = None
    for column in sorted(table.heads):
        if column > 1:
            last = table.banners.get(column, last if table.banners else None)
            table.banners[column] = last


# --- what is published ---


class Survey:
    def __init__(self, language, questionnaire, codebook, published):
        self.language = language
        self.labels, self.texts, self.sets, self.coarse, self.subjects, self.types = {}, {}, {}, {}, {}, {}
        self.gaps, self.scores = {}, {}
        self.read_codebook(codebook)
        self.read_questionnaire(questionnaire)
        with open(published, encoding="utf-8", newline="") as file:
            self.figures = list(csv.DictReader(file))

    def read_codebook(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                label = plain(row.get("label_" + self.language) or row.get("label")).rstrip(".")
                question, item, category = row["question"], row["item"], row["category"]
                if row["type"] == "set":
                    self.sets[question, item] = label
                elif row["type"] == "group":
                    self.coarse[question, category] = label
                elif not item and not category:
                    self.texts[question] = plain(row.get("label_" + self.language) or row.get("label"))
                    self.types[question] = row["type"]
                else:
                    self.labels[question, item or category] = label

    def read_questionnaire(self, path):
        kind = name = ""
        keys = {}
        with open(path, encoding="utf-8") as file:
            for line in file:
                match = re.match(r"\[(\w+) *(\w*)\]", line)
                if match:
                    kind, name = match.groups()
                match = re.match(r'([\w.]+) *= *"?(.*?)"? *$', line)
                if match and not line.startswith("#"):
                    keys[kind, name, match.group(1)] = match.group(2)
        self.keys = keys
        for (kind, name, key), value in keys.items():
            own = key.endswith("." + self.language) or "." not in key
            if kind == "question" and key.split(".")[0] == "subject" and own:
                self.subjects[name] = plain(value)
            if kind == "gap" and key.split(".")[0] == "title" and own:
                self.gaps[name] = (plain(value), keys[kind, name, "importance"])
            if kind == "score" and key.split(".")[0] == "title" and own:
                self.scores[name] = (plain(value), keys[kind, name, "question"])

    def is_total(self, question):
        return self.keys.get(("question", question, "total")) == "yes" and not self.is_years(question)

    def is_years(self, question):
        """Numbers of four digits, unless the questionnaire says otherwise."""
        key = lambda name, default: self.keys.get(("question", question, name), default)
        four = int(key("min", "0").partition(".")[0]) >= 1000 and int(key("max", "99999").partition(".")[0]) <= 9999
        return key("years", "yes" if four else "no") == "yes"

    def subject(self, question):
        return self.subjects.get(question) or self.texts.get(question, "")

    def label(self, question, identifier):
        for table in (self.labels, self.sets, self.coarse):
            if (question, identifier) in table:
                return table[question, identifier]
        return None


def block_names(survey):
    """The first two lines of a block, to its id."""
    names = {}
    for question, text in survey.texts.items():
        names[plain(survey.subject(question)).rstrip(".")] = question
        names["„" + text + "“"] = names["“" + text + "”"] = question
    for gap, (title, _) in survey.gaps.items():
        names[title] = gap
    return names


def block_of(table, survey, names):
    """A question with the same subject as a gap has its text in the second line."""
    head = re.sub(r"^[0-9.]+ +", "", table.block[0]) if table.block else ""
    for line in table.block[1:2] + [head, head.rstrip(".")]:
        if line in names:
            return names[line]
    for text, name in names.items():
        if bare(text) in (bare(head), bare(" ".join(table.block[1:2]))):
            return name
    return None


# --- figures and cells ---


def half_up(value, decimals):
    """Halves go away from zero, and what is one but for the last bits is one."""
    scaled = Fraction(value).limit_denominator(10**9) * 10**decimals
    size = abs(scaled) + Fraction(1, 2)
    whole = size.numerator // size.denominator
    return (-whole if scaled < 0 else whole), decimals


def written(value, decimals, decimal):
    number, decimals = half_up(value, decimals)
    sign = "\u2212" if number < 0 else ""
    digits = str(abs(number)).rjust(decimals + 1, "0")
    return sign + (digits[:-decimals] + decimal + digits[-decimals:] if decimals else digits)


def unblanked(text):
    return plain(text).replace(" ", "")


def percentage(count, base, words):
    """None below 20 answers."""
    if base < 20:
        return None
    decimals = 1 if base >= 1000 else 0
    value = half_up(Fraction(100 * count, base), decimals)[0]
    whole = 100 * 10**decimals
    if count > 0 and value == 0:
        return unblanked(words["number.cell_below"].replace("{number}", written(Fraction(1, 10**decimals), decimals, words["number.decimal"])))
    if count < base and value == whole:
        return unblanked(words["number.cell_above"].replace("{number}", written(Fraction(whole - 1, 10**decimals), decimals, words["number.decimal"])))
    return written(Fraction(value, 10**decimals), decimals, words["number.decimal"])


class Place:
    """A cell with all words that say what it is."""

    def __init__(self, table, row, column, cell, context):
        self.cell, self.text = cell, plain(cell.text).replace(" ", "") if cell.number is not None else plain(cell.text)
        self.row, self.context = row, context
        self.head, self.banner, self.title = table.heads.get(column, ""), table.banners.get(column) or "", table.title
        self.explained = False

    def says(self, words):
        return f"{self.text} [{self.title} | {self.banner} | {self.head} | {self.context} | {self.row}]"


def places_of(table, words):
    places, context = [], ""
    base = words["tables.base_of"].replace("{label}", "(.*)").replace("{base}", re.escape(words["table.answered"]))
    for cells in table.rows:
        label = plain(cells[1].text).rstrip(".") if 1 in cells else ""
        match = re.fullmatch(base, label)
        if match and table.banners.get(2):
            context = match.group(1)
        for column, cell in cells.items():
            if column > 1:
                places.append(Place(table, label, column, cell, context))
    return places


def bare(text):
    """Without quotation marks and full stops."""
    return re.sub("[„“”‚‘’.]", "", text)


def names_it(place, label, words):
    names = [label] + [words[key].replace("{label}", label) for key in ("tables.joined", "tables.share_of", "tables.base_of")]
    names[-1] = names[-1].replace("{base}", words["table.answered"])
    return any(bare(name) in (bare(place.row), bare(place.head), bare(place.context), bare(place.title)) for name in names)


class Checker:
    def __init__(self, survey, words, tables):
        self.survey, self.words = survey, words
        self.decimal = words["number.decimal"]
        self.blocks, self.fixed = {}, []
        names = block_names(survey)
        for table in tables:
            block = block_of(table, survey, names)
            places = places_of(table, words)
            if block is None:
                self.fixed += places
            else:
                self.blocks.setdefault(block, []).extend(places)
        self.left, self.count = Counter(), 0

    # Which words must be at the cell of a figure, beside its value.
    def labels_of(self, figure):
        question, item, category = figure["question"], figure["item"], figure["category"]
        is_set = figure["statistic"] == "set" or figure["method"] == "set"
        owner = self.survey.gaps[question][1] if question in self.survey.gaps else question
        labels = []
        if item:
            labels.append(self.survey.label(owner, item))
        if category and category not in SHARES and not category.startswith(("[", "(")):
            labels.append(self.survey.sets.get((owner, category), "") if is_set else self.survey.label(owner, category))
        return labels

    def find(self, figure, text, level=None, extra=None):
        """Marks the cells that show it; true where there is one."""
        labels, found = self.labels_of(figure), False
        by = figure["by"].split(".")[0]
        for place in self.blocks.get(figure["question"], []):
            if place.text != text:
                continue
            # Options that can be ticked have one row with the base of all.
            shared = by and place.row == self.words["table.answered"] and self.survey.types.get(figure["question"]) == "multi"
            if not shared and any(label is not None and not names_it(place, label, self.words) for label in labels):
                continue
            title = place.title
            if by:
                if self.survey.subject(by) not in title or place.head != level:
                    continue
            if extra is None or extra(place):
                place.explained = found = True
        return found

    def check_value(self, figure, value, decimals, extra=None):
        text = written(value, decimals, self.decimal)
        if not self.find(figure, text, extra=extra):
            fault("missing:", *figure.values())
        self.count += 1

    def check_share(self, figure, level):
        base = int(figure["n"])
        count = round(float(figure["value"]) * base) if figure["statistic"] != "count" else int(float(figure["value"]))
        if not self.find(figure, str(count), level):
            fault("missing:", *figure.values())
        self.count += 1
        self.find(dict(figure, category=""), str(base), level, self.is_base)
        percent = percentage(count, base, self.words)
        if percent is not None and not self.find(figure, percent, level, lambda place: place.cell.share) and not self.is_without_percent(figure):
            fault("no percentage:", *figure.values())
        if figure["by"]:
            return
        self.find(figure, str(count), self.words["own.everybody"])

    def is_base(self, place):
        return place.head == self.words["tables.of"] or place.row.endswith(self.words["table.answered"]) or place.head == self.words["table.answered"]

    def is_without_percent(self, figure):
        question = figure["question"]
        outside = figure["statistic"] == "count" and figure["category"] and not figure["category"].startswith(("[", "(")) and not any(
            other["statistic"] == "share" and other["question"] == question and other["category"] == figure["category"] for other in self.survey.figures)
        return outside

    def check_bounds(self, figure, figures):
        if figure["statistic"] == "tipping":
            value = float(figure["value"])
            head = self.words["tables.majority"]
            is_code = self.survey.types.get(figure["question"]) == "matrix" and figure["method"] == "share"
            if is_code:
                self.left["tipping of a single answer of a row"] += 1
                return
        else:
            value = round(float(figure["high"]) * int(figure["n"]))
            head = self.words["table.most"]
        if figure["category"] in SHARES:
            figure = dict(figure, category="")
        self.check_value(figure, value, 0, lambda place: place.head == head or place.title == self.words["tables.most"])

    def check_state(self, figure):
        states = {"answered": self.words["table.answered"], "skipped": self.words["missing.skipped"],
                  "not_shown": self.words["missing.not_shown"], "invalid": self.words["missing.invalid"],
                  "outside": self.words["tables.beside"], "dont_know": self.survey.labels.get((figure["question"], "dk"), "dk")}
        word = states[figure["statistic"]]
        at = lambda place: plain(word).rstrip(".") in (place.row, place.head)
        text = str(int(float(figure["value"])))
        found = self.find(figure, text, extra=at)
        self.count += found
        if found or figure["statistic"] == "outside":
            return
        if int(float(figure["value"])) > 0:
            fault("missing:", *figure.values())
        else:
            self.left["kind of missing answers that nobody has"] += 1

    def check_measure(self, figure):
        statistic, question = figure["statistic"], figure["question"]
        value = float(figure["value"])
        if statistic in ("mean", "gap", "mean_rank"):
            if int(figure["n"]) < 10:
                self.left["mean of fewer than ten"] += 1
                return
            if question in self.survey.scores:
                title, owner = self.survey.scores[question]
                at = lambda place: place.row == title
                self.check_value(dict(figure, question=owner, item="", category=""), value, 1, at)
                self.find(dict(figure, question=owner), figure["n"], extra=at)
                return
            if self.survey.is_years(question):
                self.left["mean of years"] += 1
                return
            self.check_value(figure, value, 1)
            return
        if statistic == "alpha":
            title, owner = self.survey.scores[question]
            if int(figure["n"]) < 20:
                self.left["alpha of fewer than twenty"] += 1
                return
            self.check_value(dict(figure, question=owner), value, 2, lambda place: place.row == title)
            return
        if statistic == "sum" and not self.survey.is_total(question):
            self.left["sum that means nothing"] += 1
            return
        if statistic in ("q1", "median", "q3", "sum", "borda"):
            if self.survey.is_years(question) and self.find(figure, written(value, 0, self.decimal)):
                self.count += 1
                return
            for decimals in range(4):
                if self.find(figure, written(value, decimals, self.decimal)) and abs(half_up(value, decimals)[0] / 10**decimals - value) < 0.06:
                    self.count += 1
                    return
            if self.find_middle(figure, value):
                self.count += 1
                return
            fault("missing:", *figure.values())

    def find_middle(self, figure, value):
        """The middle of a scale without numbers is told by labels."""
        for place in self.blocks.get(figure["question"], []):
            if place.title == self.words["tables.middle"] and place.cell.number is None and place.text:
                return True
        return False

    def check_figure(self, figure):
        statistic, question = figure["statistic"], figure["question"]
        if not question or figure["flag"] == "suppressed" or figure["value"] == "" and figure["high"] == "":
            return
        if question not in self.blocks and question not in self.survey.scores:
            self.left["question that is not reported"] += 1
            return
        if statistic == "bounds" and not figure["category"]:
            self.left["bounds that do not say of what"] += 1
        elif (statistic == "set" or figure["method"] == "set") and (question, figure["category"]) not in self.survey.sets:
            self.left["set that the questionnaire does not declare"] += 1
        elif statistic in LEFT_OUT:
            self.left[statistic] += 1
        elif statistic in ("verdict", "least_difference"):
            self.count += 1
        elif figure["by"]:
            by = figure["by"].split(".")[0]
            levels = self.survey.coarse if figure["by"].endswith(".coarse") else self.survey.labels
            self.check_share(figure, levels[by, figure["level"]])
        elif statistic in STATES:
            self.check_state(figure)
        elif statistic in ("bounds", "tipping"):
            self.check_bounds(figure, self.survey.figures)
        elif statistic in SHARES or statistic == "count":
            self.check_share(figure, None)
        else:
            self.check_measure(figure)

    def check_all(self):
        for figure in self.survey.figures:
            self.check_figure(figure)
        for block, places in self.blocks.items():
            for place in places:
                if place.cell.number is not None and not place.explained and not self.is_of_two_questions(block, place):
                    fault("not published:", block, place.says(self.words))

    def is_of_two_questions(self, block, place):
        """Beside the unmet needs of a gap are the figures of its two questions."""
        if block not in self.survey.gaps or place.title != self.words["tables.sides"]:
            return False
        return any(other.explained and other.text == place.text and other.row == place.row
                   for name, places in self.blocks.items() if name not in self.survey.gaps for other in places)

    def check_fixed(self):
        """The records, who answered of each group, and the comparisons."""
        figures = self.survey.figures
        known = Counter()
        for figure in figures:
            if not figure["question"] and figure["value"]:
                known[str(int(float(figure["value"])))] += 1
            if figure["statistic"] == "least_difference" and figure["value"]:
                base = int(figure["n"])
                known[str(base)] += 1
                known[str(round((1 - float(figure["value"])) * base))] += 1
        verdicts = [figure for figure in figures if figure["statistic"] == "verdict" and figure["value"]]
        yes = [place for place in self.fixed if place.text == self.words["tables.yes"]]
        no = [place for place in self.fixed if place.text == self.words["tables.no"]]
        if (len(yes), len(no)) != (sum(float(f["value"]) > 0 for f in verdicts), sum(float(f["value"]) == 0 for f in verdicts)):
            fault("verdicts:", len(yes), len(no), "shown, published", len(verdicts))
        for place in self.fixed:
            if place.cell.number is None or place.title == self.words["tables.tallies"] or place.cell.share:
                continue
            if place.text not in known:
                fault("not published:", place.says(self.words))


# --- the page and the text ---


def cells_of_page(path):
    """The tables of a page: caption, then rows of all texts."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    source = source[source.index("<html"):].replace("&nbsp;", "\u00a0")
    for node in ElementTree.fromstring(source).iter(PAGE + "table"):
        rows = []
        for row in node.iter(PAGE + "tr"):
            texts = []
            for cell in row:
                texts += [plain("".join(cell.itertext()))] + [""] * (int(cell.get("colspan", "1")) - 1)
            rows.append(texts)
        yield plain("".join(node.find(PAGE + "caption").itertext())), rows


def cells_of_workbook(table):
    """The same of a table of the workbook."""
    columns = range(1, max(table.heads) + 1)
    rows = []
    if any(table.banners.values()):
        row, last = [""], None
        for column in columns[1:]:
            banner = table.banners.get(column)
            row.append(banner or "")
        rows.append(row)
    rows.append([table.heads.get(column, "") for column in columns])
    for cells in table.rows:
        rows.append([plain(cells[column].text) if column in cells else "" for column in columns])
    return rows


def compare_page(tables, path):
    page = list(cells_of_page(path))
    if len(page) != len(tables):
        fault("tables of the page", len(page), "of the workbook", len(tables))
    for table, (caption, rows) in zip(tables, page):
        wanted = cells_of_workbook(table)
        if any(table.banners.values()):  # a banner of the page is in its first column
            for at in range(len(wanted[0]) - 1, 1, -1):
                if wanted[0][at] == wanted[0][at - 1]:
                    wanted[0][at] = ""
        if not caption.endswith(table.title):
            fault("caption", caption, "of", table.title)
        bare = lambda all_rows: [[re.sub("(?<=[0-9]) (?=[0-9])", "", text) for text in row] for row in all_rows]
        if bare(rows) != bare(wanted):
            different = [(one, other) for one, other in zip(bare(rows), bare(wanted)) if one != other][:1]
            fault("page and workbook differ:", table.title, different)


FIGURE = "[<>]?\u2212?[0-9]+(?:[.,][0-9]+)?|·|–"


def compare_text(tables, path, words):
    """Each table of the text has the cells of the workbook, and no figure beside them but those that heads or labels hold."""
    with open(path, encoding="utf-8") as file:
        source = re.sub("[\u00a0\u202f\u2009]", "", file.read())
    mark = words["page.table"].replace("{number}", "[0-9]+").replace(". {title}", r"\. ")
    sections = re.split(r"(?m)^(?=" + mark + ")", source)[1:]
    if len(sections) != len(tables):
        fault("tables of the text", len(sections), "of the workbook", len(tables))
    for table, section in zip(tables, sections):
        have = Counter(re.findall(rf"(?m)(?<=  )(?:{FIGURE})(?=  |$)", section))
        want = Counter()
        for cells in table.rows:
            for column, cell in cells.items():
                text = re.sub("[\u00a0\u202f\u2009 ]", "", cell.text)
                if column > 1 and re.fullmatch(FIGURE, text):
                    want[text] += 1
        spoken = list(table.heads.values()) + [banner or "" for banner in table.banners.values()]
        spoken = " ".join(spoken + [cells[1].text for cells in table.rows if 1 in cells])
        for token, count in want.items():
            if have[token] < count:
                fault("text has", token, have[token], "times, the workbook", count, "in", table.title)
        for token, count in (have - want).items():
            if token.strip("<>") not in re.findall("[0-9]+(?:[.,][0-9]+)?", spoken):
                fault("text has", token, count, "times more than the workbook in", table.title)


def read_words(path):
    words, section = {}, ""
    with open(path, encoding="utf-8") as file:
        for line in file:
            match = re.match(r"\[(\w+)\]", line)
            if match:
                section = match.group(1)
            match = re.match(r'(\w+) *= *"(.*)" *$', line)
            if match:
                words[section + "." + match.group(1)] = plain(match.group(2).replace("~", " "))
    return words


def main(language, questionnaire, codebook, published, catalogue, workbook, page, text):
    words = read_words(catalogue)
    survey = Survey(language, questionnaire, codebook, published)
    tables = tables_of(read_workbook(workbook, words["number.decimal"]), words)
    checker = Checker(survey, words, tables)
    checker.check_all()
    checker.check_fixed()
    compare_page(tables, page)
    compare_text(tables, text, words)
    for line in faults:
        print(line)
    for name, count in sorted(checker.left.items()):
        print("left out", name, count)
    print(f"checked {checker.count} figures, {sum(len(places) for places in checker.blocks.values())} cells")


main(*sys.argv[1:])
