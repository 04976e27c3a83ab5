"""Are the sentences of a report's topics borne out by published.csv?

usage: headlines.py LANGUAGE QUESTIONNAIRE PUBLISHED STATEMENTS

STATEMENTS has a line each: the topic's id, a tab, a sentence. Prints what is not borne out, then "checked N". Checked is that
an ordered answer is told by its majority where there is one, and that a cut that was chosen by rule has no narrower side on the
same end with more than half (rule 3); that nothing is called first, or open, that the rows lead deny (rule 4); and that percent
stands with 100 answers or more alone, and nobody and all are words (rule 10)."""

import csv
import re
import sys

WORDS = {
    "de": {
        "of": r"(\d+) von (\d+)", "all": r"[Aa]lle (\d+)", "or": " oder ", "to": " bis ", "quote": "„([^“]*)“",
        "first": r"^(Am häufigsten angekreuzt ist|Auf Platz 1 steht am häufigsten|Auf einem der ersten \d+ Plätze steht am häufigsten"
                 r"|Am meisten fehlt) ",
        "often": r"^(Vorn liegen|Auf Platz 1 liegen vorn|Auf den ersten \d+ Plätzen liegen vorn|Besonders fehlen) ",
        "some": r"offen: (\d+) von (\d+) sind", "every": r"offen: Alle (\d+) sind", "named": "^Was davon ganz vorn liegt, ist offen",
        "differ": "^Die Fragen ergeben Verschiedenes", "fall": "^(?:[^:]*: )?Auf (.*?) entf",
    },
    "en": {
        "of": r"(\d+) of (\d+)", "all": r"[Aa]ll (\d+)", "or": " or ", "to": " to ", "quote": "“([^”]*)”",
        "first": r"^(Ticked most often: |Most often in first place: |Among the first \d+ places most often: |Missing most is )",
        "often": r"^(In front are |In first place, in front are |Among the first \d+ places, in front are |Especially missing are )",
        "some": r"open: (\d+) of (\d+) cannot", "every": r"open: the (\d+) cannot", "named": "^Which of them comes first is open",
        "differ": "^The questions give different results", "fall": "^(?:[^:]*: )?[^“]* falls? under ((?:“[^”]*”(?:, | or | to )?)+)",
    },
}


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
    def __init__(self, language, questionnaire, published):
        self.language, self.words = language, WORDS[language]
        self.ini = read_ini(questionnaire)
        self.rows = {}
        for row in csv.DictReader(open(published, encoding="utf-8")):
            if row["by"] == "":
                self.rows[row["question"], row["item"], row["category"], row["statistic"]] = row
        self.faults, self.checked = [], 0

    def count(self, question, item, category, statistic):
        """(count, base), None where it is not published."""
        row = self.rows.get((question, item, category, statistic))
        if row is None or row["value"] == "" or row["n"] == "":
            return None
        value, base = float(row["value"]), int(row["n"])
        return (round(value) if statistic == "count" else round(value * base)), base

    def scale(self, question):
        entries = self.ini["question " + question]
        scale = self.ini.get("scale " + entries.get("scale", ""), {})
        return {**scale, **entries}

    def label(self, entries, kind, code):
        for key in ("short." + code, kind + "." + code):
            for name in (key + "." + self.language, key):
                if name in entries:
                    return entries[name].rstrip(".")
        return None

    def fault(self, topic, sentence, why):
        self.faults.append(f"{topic}: {why}: {sentence}")


def plain(sentence):
    """Ordinary blanks; thousands joined."""
    sentence = sentence.replace("\u00a0", " ")
    return re.sub(r"(?<=\d)\u202f(?=\d)", "", sentence).replace("\u202f", " ")


def check_numbers(survey, topic, sentence):
    for count, base in re.findall(survey.words["of"], sentence):
        if int(count) == 0 or int(count) == int(base) > 1:
            survey.fault(topic, sentence, "nobody and all are words")
    for before, percent in re.findall(r"^(.*?)(\d+(?:[.,]\d)?) ?%", sentence):
        figures = re.findall(survey.words["of"], before)
        if not figures or int(figures[-1][1]) < 100:
            survey.fault(topic, sentence, "percent of fewer than 100")
        if percent in ("0", "100"):
            survey.fault(topic, sentence, "0 or 100 percent")
    survey.checked += 1


def first_figure(survey, sentence):
    found = [(match.start(), int(match.group(1)), int(match.group(2))) for match in re.finditer(survey.words["of"], sentence)]
    found += [(match.start(), int(match.group(1)), int(match.group(1))) for match in re.finditer(survey.words["all"], sentence)]
    return min(found)[1:] if found else None


def has_words(entries):
    return any(re.match(r"(top|bottom|say\.top|say\.bottom|value\.[^.]*)(\.|$)", key) for key in entries)


def sides_of_sets(entries, codes, counts):
    sides = []
    for key, value in entries.items():
        if key.startswith("sets."):
            inside = [code in value.split() for code in codes]
            sides.append(sum(count for count, held in zip(counts, inside) if held))
    return sides


# How a sentence says that nobody is on a side.
NOBODY = "niemand|keine|nobody|none|no answer"


def check_ordered(survey, topic, question, item, sentence):
    entries = survey.scale(question)
    codes = entries["codes"].split()
    outside = entries.get("outside", "").split()
    codes = [code for code in codes if code not in outside]
    figures = [survey.count(question, item, code, "count") for code in codes]
    if None in figures or len({base for _, base in figures}) != 1:
        return
    counts, base = [count for count, _ in figures], figures[0][1]
    told = first_figure(survey, sentence)
    if told is None or told[1] != base:
        survey.fault(topic, sentence, f"no figure of {base}")
        return
    survey.checked += 1
    sets = sides_of_sets(entries, codes, counts)
    top_size = len(entries.get("top_codes", "").split()) or 2
    bottom_size = len(entries.get("bottom_codes", "").split()) or 2
    top, bottom = sum(counts[len(codes) - top_size:]), sum(counts[:bottom_size])
    if sets:
        possible = {max(count, base - count) for count in sets}
    elif has_words(entries) and top_size + bottom_size <= len(codes):
        possible = {max(top, bottom)}
        if 2 * max(top, bottom) <= base and max(counts) == base:
            possible = {base}
    else:
        check_cut(survey, topic, entries, codes, counts, told[0], sentence)
        return
    if told[0] not in possible:
        survey.fault(topic, sentence, f"{told[0]} is not the larger side: {sorted(possible)}")
    if 2 * told[0] <= base and len(re.findall(r"\d+|" + NOBODY, sentence)) < 3:
        survey.fault(topic, sentence, "without a majority both sides are to be told")


def side_codes(survey, entries, codes, text):
    """The positions of the labels in „A“ oder „B“, „A“ bis „D“."""
    labels = [survey.label(entries, "label", code) for code in codes]
    named = [labels.index(label) for label in re.findall(survey.words["quote"], text) if label in labels]
    if len(named) == 2 and re.search("[“”]" + survey.words["to"] + "[„“]", text):
        return list(range(named[0], named[1] + 1))
    return named


def check_cut(survey, topic, entries, codes, counts, told, sentence):
    base = sum(counts)
    larger = min(max(sum(counts[:at]), sum(counts[at:])) for at in range(1, len(codes)))
    if max(counts) == base:
        larger = base
    if told != larger:
        survey.fault(topic, sentence, f"the cut whose larger side is smallest has {larger}")
    side = re.search(survey.words["fall"], sentence)
    if side is None:
        return
    named = side_codes(survey, entries, codes, side.group(1))
    if sum(counts[code] for code in named) != told:
        survey.fault(topic, sentence, f"these answers have {sum(counts[code] for code in named)}")
        return
    upper = named[-1] == len(codes) - 1
    narrower = [sum(counts[at:]) for at in range(named[0] + 1, len(codes))] if upper else \
        [sum(counts[:at]) for at in range(1, named[-1] + 1)]
    if any(2 * count > base for count in narrower if len(named) > 1):
        survey.fault(topic, sentence, "a narrower side on the same end has more than half")


def leaders_of(survey, question, statistic):
    """The items that can be first and all items with a figure; None: not published."""
    leads, items = {}, 0
    for (name, item, category, kind), row in survey.rows.items():
        if name == question and kind == "lead" and category == statistic:
            if row["value"] in ("0", "1"):
                leads[item] = row["value"] == "1"
        if name == question and kind == statistic and item != "" and category == "" and row["value"] != "":
            items += int(row["n"]) >= 5
    return leads, items


def check_tier(survey, topic, question, statistic, sentence):
    leads, items = leaders_of(survey, question, statistic)
    words, many = survey.words, sum(leads.values())
    open_some, open_all = re.search(words["some"], sentence), re.search(words["every"], sentence)
    if re.search(words["first"], sentence):
        if many != 1:
            survey.fault(topic, sentence, f"{many} can be first")
    elif re.search(words["often"], sentence):
        if many == 1 and len(leads) > 1:
            survey.fault(topic, sentence, "one is told from all others")
    elif open_some and (many != int(open_some.group(1)) or many >= int(open_some.group(2))):
        survey.fault(topic, sentence, f"{many} can be first")
    elif open_all and many not in (0, int(open_all.group(1))):
        survey.fault(topic, sentence, f"{many} can be first")
    elif re.search(words["named"], sentence) and many < 2:
        survey.fault(topic, sentence, f"{many} can be first")
    survey.checked += 1


STATISTICS = {"multi": ["share"], "ranking": ["top", "first"]}


def check_differ(survey, topic, sentence):
    together = survey.ini["together " + topic]
    denied = False
    lists = []
    for question in together["questions"].split():
        kind = survey.ini["question " + question]["type"]
        statistic = "top2" if kind == "matrix" else "share" if kind == "multi" else "top"
        leads, _ = leaders_of(survey, question, statistic)
        figures = {key[1]: survey.count(*key) for key in survey.rows
                   if key[0] == question and key[3] == statistic and key[1] in leads}
        best = max(figures, key=lambda item: figures[item][0] / figures[item][1]) if figures else None
        lists.append((leads, best, figures))
    for leads, _, figures in lists:
        for _, best, _ in lists:
            denied = denied or (best in leads and not leads[best])
    if not denied:
        survey.fault(topic, sentence, "no first of one list is behind in another")
    survey.checked += 1


def check(survey, topic, sentence, first):
    question, _, item = topic.partition(".")
    entries = survey.ini.get("question " + question)
    check_numbers(survey, topic, sentence)
    if entries is None:
        if "gap " + topic in survey.ini:
            check_tier(survey, topic, topic, "unmet", sentence)
        elif re.search(survey.words["differ"], sentence):
            check_differ(survey, topic, sentence)
        return
    ordered = survey.scale(question).get("measure", "ordinal" if "scale" in entries else "nominal") == "ordinal"
    rows = entries["type"] == "matrix"
    values = any(key.startswith("value.") for key in survey.scale(question))
    if ordered and first and not values and (entries["type"] == "single" or (rows and item)):
        check_ordered(survey, topic, question, item, sentence)
    for statistic in STATISTICS.get(entries["type"], []) if not item else []:
        if statistic == "first" and not re.search("Platz 1 |first place", sentence):
            continue
        if statistic == "top" and re.search("Platz 1 |first place", sentence):
            continue
        if entries["type"] == "ranking" and re.search("offen|open", sentence):
            continue
        check_tier(survey, topic, question, statistic, sentence)


def main():
    language, questionnaire, published, statements = sys.argv[1:]
    survey = Survey(language, questionnaire, published)
    seen = set()
    for line in open(statements, encoding="utf-8"):
        topic, sentence = line.rstrip("\n").split("\t", 1)
        if topic.endswith(" missing"):
            continue
        check(survey, topic, plain(sentence), topic not in seen)
        seen.add(topic)
    print("\n".join(survey.faults), end="\n" if survey.faults else "")
    print("checked", survey.checked)


main()
