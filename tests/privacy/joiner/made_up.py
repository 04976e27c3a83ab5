"""Small made-up surveys with a list of contacts: a questionnaire, and an export in which some cells are not understood, some people
come twice, some refuse to take part, and some records were not sent off. The same seed gives the same survey."""
import csv
import io
import random

TEXTS = ["Mehr Zeit wäre gut.", "Wir brauchen einen Raum.", "Junge Leute fehlen uns.", "Alles gut so.", "Das Fest im Mai."]
PLACES = ["Musterstadt", "Beispielberg", "Probedorf"]


class Question:
    """columns: what the export has; answer(random) gives one cell for each."""

    def __init__(self, name, kind, lines, columns, answer, apart=False):
        self.name, self.kind, self.lines, self.columns, self.answer, self.apart = name, kind, lines, columns, answer, apart

    def ini(self):
        return ["[question %s]" % self.name, "type = " + self.kind, "section = all", 'text.de = "Frage %s?"' % self.name] + self.lines


def codes(letter, count):
    return ["%s%d" % (letter, i) for i in range(1, count + 1)]


def labels(names):
    return ["codes = " + " ".join(names)] + ['label.%s.de = "Antwort %s"' % (name, name) for name in names]


def single(chance, name, count, more=(), apart=False):
    names = codes(name[0], count)
    lean = [chance.random() + 0.1 for _ in names]

    def answer(people):
        return ["" if people.random() < 0.08 else people.choices(names, lean)[0]]
    return Question(name, "single", labels(names) + list(more), [name], answer, apart)


def consent(name, role, rate, words=("yes", "no")):
    def answer(people):
        return [words[0] if people.random() < rate else people.choice(words[1:] + ("",))]
    return Question(name, "single", labels(words) + ["role = " + role, "consents = yes"], [name], answer)


def multi(chance, name, count, more=(), apart=False):
    names = codes(name[0], count)
    rates = [chance.uniform(0.1, 0.7) for _ in names]

    def answer(people):
        if people.random() < 0.1:
            return [""] * len(names)
        return ["Y" if people.random() < rate else "N" for rate in rates]
    return Question(name, "multi", labels(names) + list(more), ["%s[%s]" % (name, code) for code in names], answer, apart)


def matrix(name, rows, more=(), apart=False):
    names = codes(name[0], rows)
    lines = labels(["low", "mid", "high"]) + ["measure = ordinal", 'top.de = "hoch"', 'bottom.de = "tief"',
                                               "rows = " + " ".join(names)] + ['row.%s.de = "Zeile %s"' % (row, row) for row in names]

    def answer(people):
        return [people.choice(["low", "mid", "high", ""]) for _ in names]
    return Question(name, "matrix", lines + list(more), ["%s[%s]" % (name, row) for row in names], answer, apart)


def number(name, more=(), apart=False):
    def answer(people):
        return [str(people.randint(0, 12)) if people.random() < 0.8 else ""]
    return Question(name, "number", ["min = 0", "max = 20"] + list(more), [name], answer, apart)


def text(name, more=(), apart=False):
    def answer(people):
        return [people.choice(TEXTS) if people.random() < 0.4 else ""]
    return Question(name, "text", list(more), [name], answer, apart)


def exchanged(chance):
    """One to three questions whose answers go to the list of contacts."""
    role = ["role = exchange"]
    asked = role + (["asked_if = writing yes"] if chance.random() < 0.3 else [])
    offers = [multi(chance, "offers", chance.randint(2, 9), asked, True), multi(chance, "seeks", chance.randint(2, 9), asked, True),
              single(chance, "land", chance.randint(2, 6), ["role = exchange identifying"], True), matrix("ways", 3, asked, True),
              number("beds", asked, True), text("more_offers", role, True)]
    return chance.sample(offers, chance.randint(1, 3))


def questions(chance):
    plain = [single(chance, "kind", chance.randint(2, 4), ["role = identifying"]), single(chance, "area", chance.randint(2, 4)),
             multi(chance, "needs", chance.randint(3, 6)), matrix("urgency", chance.randint(2, 5)), number("members"),
             text("wish"), single(chance, "worth", 3, ["role = sensitive"])]
    names = ("yes", "no") if chance.random() < 0.7 else ("yes", "later", "no")
    return ([consent("takes_part", "consent_participation", 0.96)] + plain +
            [consent("quoting", "consent_quotes", chance.choice([0.1, 0.5, 0.9])),
             consent("writing", "consent_contact", chance.choice([0.05, 0.2, 0.5, 0.8, 1]), names)] + exchanged(chance))


HEAD = ["[survey]", "id = joined", "languages = de", 'title.de = "Umfrage"', "[ingest]", "id = id",
        "[section all]", 'title.de = "Alles"']
REACH = ["[question reach]", "type = contact", "section = all", 'text.de = "Wie erreichen wir Sie?"', "rows = person mail place",
         'row.person.de = "Wer"', 'row.mail.de = "Post"', 'row.place.de = "Ort"', "[group kind]", "[group area]"]


class Survey:
    """ini and header; rows: one list of cells a record."""

    def __init__(self, seed):
        chance = random.Random(seed)
        self.questions = questions(chance)
        self.ini = "\n".join(HEAD + [line for question in self.questions for line in question.ini()] + REACH) + "\n"
        columns = [column for question in self.questions for column in question.columns]
        self.header = ["id", "submitdate"] + columns + ["reach[person]", "reach[mail]", "reach[place]"]
        self.rows = []
        for number_ in range(1, chance.randint(4, 25) + 1):
            self.rows.append(self.record(chance, number_))
            if chance.random() < 0.04:  # somebody comes once more
                self.rows.append(self.record(chance, number_))

    def record(self, chance, number_):
        cells = [cell for question in self.questions for cell in question.answer(chance)]
        first = 1  # a cell of the consent to take part stays as it is
        for i in range(first, len(cells)):
            if chance.random() < 0.015:
                cells[i] = "???"
        sent = "" if chance.random() < 0.05 else "2021-03-01 10:00:00"
        return [str(number_), sent] + cells + ["Person %d" % number_, "p%d@verein.example" % number_, chance.choice(PLACES)]

    def export(self, rows=None):
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(self.header)
        writer.writerows(self.rows if rows is None else rows)
        return stream.getvalue()

    def without_roles(self):
        """The questionnaire as if nothing had to be apart: its answers.csv is what a program would write that keeps nothing apart."""
        lines = []
        for question in self.questions:
            for line in question.ini():
                if question.name == "writing" and line.startswith(("role", "consents")):
                    continue
                lines.append("role = identifying" if line == "role = exchange identifying" else line)
        return "\n".join(line for line in HEAD + lines + REACH if line != "role = exchange") + "\n"
