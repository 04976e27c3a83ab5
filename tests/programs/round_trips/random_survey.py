#!/usr/bin/env python3
"""random_survey.py SEED: a questionnaire made at random, the same for the same seed. Every type, with texts that form systems could
take for something else."""
import random
import sys

WORDS = {"de": ["Vereine", "Größe", "Kommune & Kreis", "„Ideen“", "weniger < 3", "100 %", "Straße", "C:\\ oder D:\\", "+49", "=Summe", "a, b; c",
                "{fast} alle", "*wichtig*", "#1", "Tschechien/Polen", "E-Autos", "ja – nein", "5 € mehr", "’s ist so", "ñ und ø", "A & B; C"],
         "en": ["clubs", "size", "town & county", "“ideas”", "less < 3", "100%", "street", "C:\\ or D:\\", "+44", "=sum", "a, b; c", "{nearly} all",
                "*important*", "#1", "Czechia/Poland", "e-cars", "yes – no", "5 € more", "’tis so", "ñ and ø", "A & B; C"]}


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines, self.counter = [], 0
        self.languages = self.random.choice([["de", "en"], ["en", "de"], ["de"]])

    def text(self, key, prefix=""):
        picks = [self.random.randrange(len(WORDS["de"])) for _ in range(self.random.randint(1, 3))]
        self.counter += 1
        for language in self.languages:
            self.put("%s.%s" % (key, language), '"%s%s %d"' % (prefix, " ".join(WORDS[language][i] for i in picks), self.counter))

    def put(self, key, value):
        self.lines.append("%s = %s" % (key, value))

    def section(self, kind, name):
        self.lines.append("\n[%s]" % (kind + " " + name if name else kind))

    def codes(self, count):
        """Ids that LimeSurvey cannot have as they are, too."""
        start = self.random.choice(["c", "some_code_", "a_", "n1_"])
        return ["%s%d" % (start, i) for i in range(1, count + 1)]

    def answers(self, count, key="codes"):
        codes = self.codes(count)
        self.put(key, " ".join(codes))
        for code in codes:
            self.text("label." + code)
        return codes

    def dk(self):
        self.put("dk", "yes")
        self.text("label.dk", "?")

    def survey(self):
        self.section("survey", "")
        self.put("id", "random")
        self.put("languages", " ".join(self.languages))
        self.text("title")
        if self.random.random() < 0.5:
            self.put("receipt", "yes")
        sections = ["part_%d" % i for i in range(self.random.randint(1, 4))]
        for name in sections:
            self.section("section", name)
            self.text("title")
        self.scales = {}
        for i in range(self.random.randint(0, 2)):
            name = "scale_%d" % i
            self.section("scale", name)
            if self.random.random() < 0.5:
                self.put("measure", "nominal")
            codes = self.answers(self.random.randint(3, 6))
            if self.random.random() < 0.4:
                self.put("outside", "beside_it")
                self.text("label.beside_it")
                codes.append("beside_it")
            with_dk = self.random.random() < 0.5
            if with_dk:
                self.dk()
            self.scales[name] = codes + (["dk"] if with_dk else [])
        self.asked = []
        self.consent(sections[0])
        for i in range(self.random.randint(6, 14)):
            kind = self.random.choice(["single", "multi", "matrix", "ranking", "number", "text"])
            self.question("q_%d" % i, kind, sections[min(len(sections) - 1, i * len(sections) // 14)])
        if self.random.random() < 0.5:
            self.contacts(sections[-1])
        return "\n".join(self.lines) + "\n"

    def consent(self, section):
        if self.random.random() < 0.3:
            return
        self.section("question", "take_part")
        self.put("type", "single")
        self.put("section", section)
        self.text("text", "Consent ")
        self.put("role", "consent_participation")
        self.put("required", "yes")
        codes = self.answers(2)
        self.put("consents", codes[0])

    def question(self, name, kind, section):
        self.section("question", name)
        self.put("type", kind)
        self.put("section", section)
        self.text("text", "Question ")
        if self.random.random() < 0.4:
            self.text("help")
        if self.random.random() < 0.2:
            self.put("required", "yes")
        if self.asked and self.random.random() < 0.3:
            other, codes = self.random.choice(self.asked)
            chosen = self.random.sample(codes, self.random.randint(1, min(3, len(codes))))
            self.put("asked_if", other + " " + " ".join(sorted(chosen, key=codes.index)))
        if kind != "text":  # which has nothing else
            getattr(self, kind)(name)

    def single(self, name):
        if self.scales and self.random.random() < 0.4:
            scale = self.random.choice(sorted(self.scales))
            self.put("scale", scale)
            self.asked.append((name, self.scales[scale]))
            return
        count = self.random.randint(2, 6)
        codes = self.codes(count)
        if self.random.random() < 0.4:
            codes.append("other")
        self.put("codes", " ".join(codes))
        for code in codes:
            self.text("label." + code)
        if self.random.random() < 0.3:
            self.dk()
            codes = codes + ["dk"]
        self.asked.append((name, codes))

    def multi(self, name):
        count = self.random.randint(2, 7)
        codes = self.codes(count)
        if self.random.random() < 0.4:
            codes.append("other")
        self.put("codes", " ".join(codes))
        for code in codes:
            self.text("label." + code)
        if self.random.random() < 0.4:
            self.put("exclusive", codes[count - 1])
        if count > 2 and self.random.random() < 0.4:
            self.put("max_choices", self.random.randint(1, count - 1))
        if self.random.random() < 0.3:
            self.dk()
            codes = codes + ["dk"]
        self.asked.append((name, codes))

    def matrix(self, name):
        if self.scales and self.random.random() < 0.6:
            self.put("scale", self.random.choice(sorted(self.scales)))
        else:
            self.answers(self.random.randint(2, 5))
        rows = ["row_%d" % i for i in range(self.random.randint(1, 6))]
        self.put("rows", " ".join(rows))
        for row in rows:
            self.text("row." + row)

    def ranking(self, name):
        count = self.random.randint(3, 6)
        self.answers(count)
        if self.random.random() < 0.5:
            self.put("max_choices", self.random.randint(1, count - 1))

    def number(self, name):
        decimals = self.random.randint(0, 2)
        self.put("min", self.random.choice(["0", "-5", "1"] + (["0.5"] if decimals else [])))
        self.put("max", self.random.choice(["20", "99"] + (["12.5"] if decimals else [])))
        self.put("decimals", decimals)

    def contacts(self, section):
        self.section("question", "pass_on")
        self.put("type", "single")
        self.put("section", section)
        self.text("text", "Question ")
        self.put("role", "consent_contact")
        codes = self.answers(2)
        self.put("consents", codes[0])
        self.section("question", "how_to_reach")
        self.put("type", "contact")
        self.put("section", section)
        self.text("text", "Question ")
        self.put("asked_if", "pass_on " + codes[0])
        self.put("rows", "person_name mail town")
        for row, words in (("person_name", ("Ihr Name", "Your name")), ("mail", ("E-Mail", "E-mail")), ("town", ("Ort", "Town"))):
            for language in self.languages:
                self.put("row.%s.%s" % (row, language), words[language == "en"])


if __name__ == "__main__":
    maker = Maker(int(sys.argv[1]))
    sys.stdout.buffer.write(maker.survey().encode())
