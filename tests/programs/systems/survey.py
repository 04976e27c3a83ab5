"""One made-up survey: its questions, who answered what, what answers.csv must say, and the questionnaire for a form system.

Nothing here is taken from nachlese: the truth is written from the answers, not from an export.
An answer is None where the question was not shown, "" where it was left empty, else
  single a code, multi a set of codes, matrix a dict of rows, ranking a list from the first place on, number and text a string,
  contact a dict of fields. What was written beside other stands in the respondent's "texts".
"""
import random

YES_NO = [("yes", "Ja"), ("no", "Nein")]


class Question:
    """options, rows: lists of (code, label); more: keys of the questionnaire as they stand there."""

    def __init__(self, name, kind, text, options=(), rows=(), yes_no=False, dk=None, outside=(), other=None, more=(), hidden=False):
        self.name, self.kind, self.text = name, kind, text
        self.options, self.rows = list(YES_NO if yes_no else options), list(rows)
        self.yes_no, self.dk, self.outside, self.other = yes_no, dk, list(outside), other
        self.more, self.hidden = list(more), hidden

    def answers(self):
        """All that can be ticked or chosen, don't know and other too, in the order of the form."""
        return (self.options + self.outside + ([("dk", self.dk)] if self.dk else []) +
                ([("other", self.other)] if self.other else []))

    def label(self, code):
        return dict(self.answers())[code]


IMPORTANCE = [("low", "unwichtig"), ("rather_low", "eher unwichtig"), ("rather_high", "eher wichtig"), ("high", "sehr wichtig")]
HALVES = ["asked_if = guests yes"]

QUESTIONS = [
    Question("takes_part", "single", "Dürfen wir Ihre Antworten auswerten?", yes_no=True,
             more=["role = consent_participation", "consents = yes"]),
    Question("kind", "single", "Für wen antworten Sie?", other="Sonstiges",
             options=[("club", "Verein, Initiative"), ("school", "Schule (auch Förderschule)"), ("town", "Stadt; Gemeinde"),
                      ("office", 'Behörde "im weiteren Sinn"')]),
    Question("trend", "single", "Wie hat sich die Zusammenarbeit entwickelt?",
             options=[("worse", "--"), ("bit_worse", "-"), ("same", "gleich geblieben"), ("bit_better", "+"), ("better", "++")],
             more=["measure = ordinal"]),
    Question("topics", "multi", "Was brauchen Sie?", dk="weiß nicht",
             options=[("money", "Geld"), ("rooms", "Räume; Technik (Beamer)"), ("translation", "Übersetzung, Dolmetschen"),
                      ("no", "Nein"), ("signs", "?!"), ("none", "nichts davon")], more=["exclusive = none"]),
    Question("channels", "multi", "Wie erreichen wir Sie?", other="Sonstiges",
             options=[("mail", "E-Mail"), ("chat", 'Messenger (z. B. "Signal", Threema)'), ("letter", "Brief [per Post]")]),
    Question("support", "matrix", "Wie wichtig ist Ihnen diese Unterstützung?", options=IMPORTANCE,
             rows=[("money", "Geld für Fahrten"), ("person", "feste Ansprechperson, erreichbar"), ("rooms", "Räume (kostenlos)")],
             outside=[("absent", "bekommen wir nicht")], dk="kann ich nicht sagen", more=["measure = ordinal"]),
    Question("uses", "matrix", "Nutzen Sie diese Angebote?",
             options=[("now", "ja, schon"), ("planned", "geplant"), ("not", "Nein")],
             rows=[("exchange", "Börse"), ("calendar", "Kalender; landesweit")]),
    Question("first", "ranking", "Was sollte zuerst geschehen?",
             options=[("forms", "einfachere Anträge"), ("law", "Ehrenamtsgesetz"), ("visa", "Visa: Erleichterungen"),
                      ("desk", "Anlaufstelle, zentral")]),
    Question("members", "number", "Wie viele Mitglieder haben Sie?", more=["min = 0", "max = 5000"]),
    Question("hours", "number", "Wie viele Stunden brauchen Sie in der Woche?", more=["min = 0", "max = 80", "decimals = 1"]),
    Question("guests", "single", "Hatten Sie Gäste?", yes_no=True),
    Question("origin_of_guests", "single", "Woher kamen die Gäste?", more=HALVES,
             options=[("poland", "Polen"), ("czechia", "Tschechien"), ("elsewhere", "anderswo (Österreich, Schweiz)")]),
    Question("nights", "number", "Wie viele Nächte blieben sie?", more=["min = 0", "max = 60"] + HALVES),
    Question("shown", "multi", "Was haben Sie gezeigt?", more=HALVES,
             options=[("museum", "Museum"), ("town_hall", "Rathaus"), ("landscape", "Landschaft")]),
    Question("again", "single", "Kommen Sie wieder?", yes_no=True, hidden=True),
    Question("length", "single", "Wie lang soll das Treffen dauern?", hidden=True,
             options=[("half", "einen halben Tag"), ("day", "einen Tag")]),
    Question("distance", "number", "Wie weit ist Ihr Weg in km?", more=["min = 0", "max = 500"], hidden=True),
    Question("meals", "multi", "Was essen Sie?", hidden=True,
             options=[("soup", "Suppe"), ("salad", "Salat"), ("cake", "Kuchen")]),
    Question("mood", "matrix", "Wie war es?", hidden=True, options=[("good", "gut"), ("bad", "schlecht")],
             rows=[("talks", "Vorträge"), ("food", "Essen")]),
    Question("remark", "text", "Was möchten Sie uns noch sagen?"),
    Question("quoting", "single", "Dürfen wir Sie zitieren?", yes_no=True, more=["role = consent_quotes", "consents = yes"]),
    Question("writing", "single", "Dürfen wir Ihnen schreiben?", yes_no=True, more=["role = consent_contact", "consents = yes"]),
    Question("reach", "contact", "Wie erreichen wir Sie persönlich?",
             rows=[("person_name", "Ihr Name"), ("address", "Ihre Adresse für E-Mail")]),
]

BY_NAME = {question.name: question for question in QUESTIONS}
OTHER_TEXTS = ["Kirchengemeinde", "Stiftung, privat", "Bürgerbüro (Mitte)", "Hochschule; Institut"]
CHANNEL_TEXTS = ["Podcast", "Aushang, Schaukasten", "Telefon am Abend"]
REMARKS = ["Mehr Zeit; weniger Papier.", 'Der Vorstand sagt: "Ohne Geld geht es nicht".', "=SUMME(A1:A9)", "- nein, danke",
           "Erste Zeile\nzweite Zeile", "schön, ärgerlich, größer", "+ mehr Busse"]


def pick(dice, question, empty):
    """An answer of somebody who was shown the question; empty: how often it is left empty."""
    if dice.random() < empty:
        return {} if question.kind == "contact" else ""
    codes = [code for code, _ in question.options]
    if question.kind == "single":
        return dice.choice([code for code, _ in question.answers()])
    if question.kind == "multi":
        alone = [code for code in codes if "exclusive = " + code in question.more] + (["dk"] if question.dk else [])
        if alone and dice.random() < 0.25:
            return {dice.choice(alone)}
        free = [code for code, _ in question.answers() if code not in alone]
        return set(dice.sample(free, dice.randint(1, len(free))))
    if question.kind == "matrix":
        answers = [code for code, _ in question.answers()]
        return {row: "" if dice.random() < 0.1 else dice.choice(answers) for row, _ in question.rows}
    if question.kind == "ranking":
        return dice.sample(codes, len(codes))
    if question.kind == "number":
        if "decimals = 1" in question.more:
            return dice.choice(["0", "2.5", "12.5", "7", "0.5", "40"])
        return str(dice.choice([0, 1, 2, 5, 12, 30, 60]))
    return dice.choice(REMARKS)


def respondent(dice, number):
    answers, texts = {}, {}
    page = dice.random() < 0.6
    for question in QUESTIONS:
        if question.hidden and not page:
            answers[question.name] = None
        elif HALVES[0] in question.more and answers["guests"] != "yes":
            answers[question.name] = None
        elif question.name == "takes_part":
            answers[question.name] = "no" if number % 13 == 7 else "yes"
        elif question.kind == "contact":
            answers[question.name] = {} if answers["writing"] != "yes" else {
                "person_name": "Person %d" % number, "address": "p%02d@example.org" % number}
        else:
            answers[question.name] = pick(dice, question, 0 if question.name in ("quoting", "kind") else 0.12)
    if answers["kind"] == "other":
        texts["kind"] = OTHER_TEXTS[number % len(OTHER_TEXTS)]
    if answers["channels"] and "other" in answers["channels"]:
        texts["channels"] = CHANNEL_TEXTS[number % len(CHANNEL_TEXTS)]
    return {"number": number, "answers": answers, "texts": texts}


def respondents(count=40, seed=2021):
    dice = random.Random(seed)
    return [respondent(dice, number) for number in range(1, count + 1)]


def cells_of(question, answer, texts):
    """The columns of a question in answers.csv, as [(column, value)]."""
    name = question.name
    if question.kind == "contact":
        return []
    if question.kind in ("single", "number", "text"):
        value = "-" if answer is None else "1" if question.kind == "text" and answer else answer
        beside = [(name + "__other", "1" if answer == "other" else "-" if answer is None else "")] if (
            question.other and question.kind == "single") else []
        return [(name, value)] + beside
    if question.kind == "matrix":
        return [(name + "__" + row, "-" if answer is None else "" if answer == "" else answer[row]) for row, _ in question.rows]
    codes = [code for code, _ in question.options] + (["other"] if question.other else [])
    if answer is None or answer == "":
        return [(name + "__" + code, "-" if answer is None else "") for code in codes]
    if question.kind == "ranking":
        return [(name + "__" + code, str(answer.index(code) + 1)) for code in codes]
    if answer == {"dk"}:
        return [(name + "__" + code, "dk") for code in codes]
    return [(name + "__" + code, "1" if code in answer else "0") for code in codes]


def truth(people):
    """The accepted rows of answers.csv, one dict a respondent; those who refused are rejected."""
    rows = []
    for person in people:
        if person["answers"]["takes_part"] != "yes":
            continue
        row = {}
        for question in QUESTIONS:
            row.update(cells_of(question, person["answers"][question.name], person["texts"]))
        rows.append(row)
    return rows


def written(text):
    """As the questionnaire writes it: its values cannot hold straight quotes."""
    return text.replace(' "', " „").replace('"', "“")


def questionnaire(aliases=None, separator=None, ingest=()):
    """aliases: "QUESTION" or "QUESTION.CODE" to phrases, where a system has codes of its own."""
    aliases = aliases or {}
    lines = ["[survey]", "id = systems", "languages = de", "title = Ein Treffen", "[section all]", "title = Alles"]
    if ingest:
        lines += ["[ingest]"] + list(ingest)
    for question in QUESTIONS:
        lines += ["[question %s]" % question.name, "type = " + question.kind, "section = all", "text = \"%s\"" % question.text]
        if question.name in aliases:
            lines.append("alias = " + aliases[question.name])
        codes = [code for code, _ in question.options] + (["other"] if question.other else [])
        if codes and question.kind != "contact":
            lines.append("codes = " + " ".join(codes))
        if question.outside:
            lines.append("outside = " + " ".join(code for code, _ in question.outside))
        lines += ["dk = yes"] if question.dk else []
        lines += ["label.%s = \"%s\"" % (code, written(label)) for code, label in question.answers()]
        if question.rows:
            lines.append("rows = " + " ".join(row for row, _ in question.rows))
        lines += ["row.%s = \"%s\"" % (row, written(label)) for row, label in question.rows]
        lines += ["alias.%s = %s" % (code, aliases[question.name + "." + code])
                  for code, _ in question.answers() + question.rows if question.name + "." + code in aliases]
        if separator and question.kind in ("multi", "ranking"):
            lines.append("separator = \"%s\"" % separator)
        lines += question.more
    return "\n".join(lines) + "\n"


def quotable(people, told):
    """(question, text) of what may be quoted, each once; told: what the system makes of a text."""
    texts = set()
    for person in people:
        answers = person["answers"]
        if answers["takes_part"] != "yes" or answers["quoting"] != "yes":
            continue
        texts |= {(name, told(text)) for name, text in person["texts"].items()}
        texts |= {("remark", told(answers["remark"]))} if answers["remark"] else set()
    return texts


def reachable(people):
    """(name, address) of those who take part and may be written to."""
    return [(person["answers"]["reach"]["person_name"], person["answers"]["reach"]["address"]) for person in people
            if person["answers"]["takes_part"] == "yes" and person["answers"]["writing"] == "yes"]
