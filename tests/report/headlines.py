"""Are the sentences of a report's topics borne out by published.csv?

usage: headlines.py LANGUAGE QUESTIONNAIRE PUBLISHED STATEMENTS
       headlines.py --planted LANGUAGE QUESTIONNAIRE PUBLISHED STATEMENTS

STATEMENTS has a line each: the topic's id, a tab, a sentence. reader.py looks up every number. Checked is besides: an ordered
answer is told by its majority where there is one, and a cut that was chosen by rule has no narrower side on the same end with
more than half (rule 3); nothing is called first, or open, that the rows lead deny (rule 4); percent stands with 100 answers or
more alone, and nobody and all are words (rule 10). Prints what is not borne out, then "checked N".

--planted plants changes of every kind, one at a time, and prints of each kind how many were planted, and which were not found.
"""
import re
import sys

from reader import Catalogue, Reader, Survey, plain


class Checker:
    def __init__(self, language, questionnaire, published):
        self.survey = Survey(language, questionnaire, published)
        self.reader = Reader(self.survey, Catalogue(language))
        self.faults = []

    def check(self, topic, sentence):
        """All that is wrong with one sentence."""
        found = self.reader.read(topic, sentence)
        faults = [f"{topic}: {fault}" for fault in found.faults]
        faults += [f"{topic}: read by nothing: {found.unread}"] if found.unread else []
        faults += [f"{topic}: {fault}" for fault in self.percent(sentence)]
        first = {}
        for question, item, side, count, base in found.told:
            if self.survey.is_ordered(question):
                first.setdefault((question, item), []).append((side, count, base))
        for (question, item), told in first.items():
            faults += [f"{topic}: {fault}" for fault in self.sides(question, item, told)]
        return [f"{fault}: {sentence}" for fault in faults]

    def percent(self, sentence):
        for before, percent in re.findall(r"^(.*?)(\d+(?:[.,]\d+)?) ?%", sentence):
            figures = re.findall(r"(\d+) (?:von|of) (\d+)", before)
            if not figures or int(figures[-1][1]) < 100:
                yield "percent of fewer than 100"
            if re.fullmatch("(0|100)(?:[.,]0+)?", percent):
                yield "0 or 100 percent"

    def has_words(self, question):
        entries = self.survey.entries(question)
        return any(re.match(r"(top|bottom|say\.top|say\.bottom|value\.[^.]*)(\.|$)", key) for key in entries)

    def sides(self, question, item, told):
        """Is the first side that is told the majority? told: [(answers, count, base)] in the order of the sentence."""
        side, count, base = told[0]
        base = base or (self.survey.of_side(question, item, side) or (0, 0))[1]
        codes = self.survey.codes(question)
        counts = self.survey.counts(question, item)
        sets = [self.survey.side(question, key[5:]) for key in self.survey.entries(question) if key.startswith("sets.")]
        top, bottom = map(frozenset, self.survey.ends(question))
        if len(side) == 1 and count == base > 1:
            return # all gave one answer
        if sets:
            possible = sets + [frozenset(codes) - one for one in sets]
        elif self.has_words(question) and not top & bottom:
            possible = [top, bottom]
        else:
            yield from self.cut(question, side, codes, counts)
            return
        if side not in possible:
            if counts is not None:
                yield "told by a side that is not declared"
            return
        if 2 * count > base:
            return
        larger = [one for one in (self.survey.of_side(question, item, other) for other in possible) if one and one[0] > count]
        partners = [frozenset(codes) - side] if sets else [top, bottom]
        majority = [one for one in (self.survey.of_side(question, item, other) for other in partners) if one and 2 * one[0] > one[1]]
        if majority:
            yield f"{majority[0][0]} of {base} are on another side, and {count} are told first"
        elif larger and not sets:
            yield f"the other side is larger: {larger[0][0]}"
        elif len(told) < 2 and not self.is_list:
            yield "without a majority both sides are to be told"

    is_list = False # a list names who is on one side, row by row: judged by the reader

    def cut(self, question, side, codes, counts):
        """The cut whose larger side is smallest, and no narrower side on the same end with more than half."""
        if counts is None:
            yield "a cut whose answers are not all published"
            return
        counts, base = counts
        values = [counts[code] for code in codes]
        at = sorted(codes.index(code) for code in side)
        if at != list(range(at[0], at[-1] + 1)) or (at[0] > 0 and at[-1] < len(codes) - 1):
            yield "no end of the scale"
            return
        told = sum(values[one] for one in at)
        smallest = min(max(sum(values[:one]), sum(values[one:])) for one in range(1, len(codes)))
        if told != smallest:
            yield f"{told} are told first, but the cut whose larger side is smallest has {smallest}"
        narrower = [sum(values[one:]) for one in range(at[0] + 1, len(codes))] if at[0] > 0 else \
            [sum(values[:one]) for one in range(1, at[-1] + 1)]
        if any(2 * one > base for one in narrower):
            yield "a narrower side on the same end has more than half"

    def all(self, statements):
        named, at = [], None
        for topic, sentence in statements:
            if topic != at:
                yield from self.other_ends(at, named)
                named, at = [], topic
            yield from self.sentence(topic, sentence)
            named += [one[:3] for one in self.reader.told + self.reader.listed] if "." not in topic else []
        yield from self.other_ends(at, named)
        yield from self.end()

    def other_ends(self, topic, named):
        """No row is named by one end of its scale alone where most are at the other, whatever the next sentence says."""
        told = {(question, item, frozenset(side)) for question, item, side in named if item}
        for question, item, side in named:
            if not item or not self.survey.is_ordered(question) or not self.has_words(question):
                continue
            figure = self.survey.of_side(question, item, side)
            for other in map(frozenset, self.survey.ends(question)):
                found = self.survey.of_side(question, item, other)
                if (question, item, other) in told:
                    continue
                if figure and found and 2 * figure[0] <= figure[1] and 2 * found[0] > found[1]:
                    yield f"{topic}: {question} {item}: {found[0]} of {found[1]} are at the other end of the scale"

    def sentence(self, topic, sentence):
        question = topic.partition(".")[0]
        self.is_list = "." not in topic and (f"question {question}" not in self.survey.ini or self.survey.type(question) == "matrix")
        return self.check(topic, sentence)

    def end(self):
        """What the last list leaves open: nothing is known of its order, and nothing was said of it."""
        return [f"{fault}" for fault in self.reader.read("", "").faults]


def read_statements(path):
    found = []
    for line in open(path, encoding="utf-8"):
        topic, sentence = line.rstrip("\n").split("\t", 1)
        found.append((topic.replace(" missing", ""), plain(sentence)))
    return found


# --- what must be found out ---


def numbers_changed(survey, checker, topic, sentences):
    """Each number outside quotation marks, one more."""
    for place, sentence in enumerate(sentences):
        quoted = [match.span() for match in re.finditer(checker.reader.catalogue.quote, sentence)]
        known = [match.span() for text in checker.reader.read_texts for match in re.finditer(re.escape(text), sentence)]
        for key, _ in ((key, 0) for question in checker.reader.questions(topic) for key in [question]):
            for _, pattern in checker.reader.verbs(key): # numbers in a verb are of the questionnaire
                for match in pattern.finditer(sentence):
                    last = match.start()
                    for group in sorted(name for name in match.groupdict() if match.group(name)):
                        known += [(last, match.start(group))] if match.start(group) > last else []
                        last = max(last, match.end(group))
                    known.append((last, match.end()))
        for number in re.finditer(r"\d+", sentence):
            if any(start <= number.start() < end for start, end in quoted + known):
                continue
            changed = sentence[:number.start()] + str(int(number.group(0)) + 1) + sentence[number.end():]
            yield sentences[:place] + [changed] + sentences[place + 1:]


def other_sides(survey, checker, topic, sentences):
    """A row or question told by the other end of its scale, or by another cut, with figures that are right."""
    question, _, item = topic.partition(".")
    kind = f"question {question}" in survey.ini and survey.type(question)
    if kind not in ("single", "matrix") or (kind == "matrix" and not item) or not survey.is_ordered(question):
        return
    told = checker.reader.read(topic, sentences[0]).told
    counts = survey.counts(question, item)
    if not told or counts is None or not 2 * told[0][3] > counts[1] or told[0][3] == counts[1]:
        return
    words = {"de": ("Auf {} entfallen {} von {} Antworten.", " oder ", "„{}“"), "en": ("{} was given in {} of {} answers.", " or ", "“{}”")}[survey.language]
    declared = [survey.side(question, key[5:]) for key in survey.entries(question) if key.startswith("sets.")]
    declared += [frozenset(survey.codes(question)) - side for side in declared]
    codes, names = survey.codes(question), {next(iter(side)): text for text, side in survey.sides(question).items() if len(side) == 1}
    for at in range(1, len(codes)):
        for side in (codes[:at], codes[at:]):
            count = sum(counts[0][code] for code in side)
            if frozenset(side) != told[0][2] and frozenset(side) not in declared and count not in (told[0][3], 0, counts[1]):
                listed = words[1].join(words[2].format(names[code]) for code in side)
                yield [words[0].format(listed, count, counts[1])] + sentences[1:]


def texts_changed(pattern, to):
    def change(survey, checker, topic, sentences):
        for place, sentence in enumerate(sentences):
            if re.search(pattern, sentence):
                yield sentences[:place] + [re.sub(pattern, to, sentence, count=1)] + sentences[place + 1:]
    return change


def labels_changed(survey, checker, topic, sentences):
    """Two labels that change places: a figure of another row."""
    for place, sentence in enumerate(sentences):
        if "%" in sentence or re.search("gleichauf|level|[Aa]lle Antworten", sentence):
            continue
        found = list(re.finditer(rf"({checker.reader.catalogue.quote}) \(([^()]*)\)", sentence))
        for one, two in zip(found, found[1:]):
            if one.group(2) != two.group(2) and re.findall(r"\d+", one.group(2)) != re.findall(r"\d+", two.group(2)):
                changed = sentence[:one.start(1)] + two.group(1) + sentence[one.end(1):two.start(1)] + one.group(1) + sentence[two.end(1):]
                yield sentences[:place] + [changed] + sentences[place + 1:]


KINDS = {
    "a number": numbers_changed,
    "a side that is not the majority, or a wider one": other_sides,
    "labels changed round": labels_changed,
    "all that are not told as all": texts_changed(r"\d+ (von|of) (\d+)(?= (?:Antworten|answers|wichtig|important)|\))", r"\2 \1 \2"),
    "percent of few": texts_changed(r"(\d+ (?:von|of) \d\d)(?=\))", r"\1, 50 %"),
}


def planted(checker, statements):
    topics = {}
    for topic, sentence in statements:
        topics.setdefault(topic, []).append(sentence)
    for kind, change in KINDS.items():
        count, missed = 0, []
        for topic, sentences in topics.items():
            for changed in change(checker.survey, checker, topic, sentences):
                count += 1
                if not list(checker.all([(topic, sentence) for sentence in changed])):
                    missed.append(f"{topic}: {' '.join(changed)}")
        print(f"planted {kind}: {count}, not found: {len(missed)}")
        print("".join(f"  {text[:300]}\n" for text in missed[:8]), end="")


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--planted"]
    language, questionnaire, published, path = arguments
    checker, statements = Checker(language, questionnaire, published), read_statements(path)
    if "--planted" in sys.argv:
        planted(checker, statements)
        return
    for fault in checker.all(statements):
        print(fault)
    print("checked", len(statements))


if __name__ == "__main__":
    main()
