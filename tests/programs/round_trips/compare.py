#!/usr/bin/env python3
"""compare.py SYSTEM ORIGINAL DRAFT: what a questionnaire is after it went out to a form system and came back, question by question.

Both are read here as INI and made what people see: types, texts, labels, order, required, maxima, options that exclude all others,
ranges, conditions. What nachlese-form(1) says is lost is not compared: codes, roles, layout; by system what LOST names. Prints the
differences.
"""
import re
import sys
from decimal import Decimal

# What each system has no place for, as nachlese-form(1) lists it.
LOST = {"limesurvey": {"dk of a number", "decimals", "place of other"},
        "xlsform": {"dk of a number", "most ranks", "other titles"}}


def read(path):
    sections, section = {}, None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        match = re.fullmatch(r"\[(.*)\]", line)
        if match:
            section = sections.setdefault(match.group(1), {})
        elif section is not None and " = " in line and not line.startswith(("#", ";")):
            key, value = line.split(" = ", 1)
            value = value.strip()
            if len(value) > 1 and value[0] == value[-1] == '"' and '"' not in value[1:-1]:
                value = value[1:-1]
            section[key] = value
    return sections


def listed(section, key):
    words, number = section.get(key, "").replace(",", " ").split(), 2
    while "%s.%d" % (key, number) in section:
        words += section["%s.%d" % (key, number)].replace(",", " ").split()
        number += 1
    return words


class Survey:
    def __init__(self, path, lost):
        self.sections, self.lost = read(path), lost
        self.languages = self.sections["survey"]["languages"].split()
        self.names = [name.split()[1] for name in self.sections if name.startswith("question ")]
        consent = [name for name in self.names if "consent_participation" in self.of(name).get("role", "")]
        self.names = consent + [name for name in self.names if name not in consent]
        # Forms have their questions by section.
        order = [name.split()[1] for name in self.sections if name.startswith("section ")]
        self.names = consent + sorted((name for name in self.names if name not in consent),
                                      key=lambda name: order.index(self.of(name)["section"]))

    def of(self, name):
        return self.sections["question " + name]

    def words(self, section, key):
        return tuple(section.get("%s.%s" % (key, language), section.get(key, "")).strip() for language in self.languages)

    def label(self, name, key):
        question = self.of(name)
        found = self.words(question, key)
        scale = self.sections.get("scale " + question.get("scale", ""), {})
        return found if any(found) else self.words(scale, key)

    def answers(self, name):
        """[(code, labels)], other last where the system has it there."""
        question = self.of(name)
        scale = self.sections.get("scale " + question.get("scale", ""), {})
        codes = listed(question, "codes") + listed(question, "outside") or listed(scale, "codes") + listed(scale, "outside")
        if "place of other" in self.lost and "other" in codes:
            codes = [code for code in codes if code != "other"] + ["other"]
        return [(code, self.label(name, "label." + code)) for code in codes]

    def dk(self, name):
        question = self.of(name)
        scale = self.sections.get("scale " + question.get("scale", ""), {})
        if question["type"] == "number" or (question.get("dk") or scale.get("dk")) != "yes":
            return None
        return self.label(name, "label.dk")

    def asked_if(self, name):
        words = self.of(name).get("asked_if", "").split()
        if not words:
            return None
        labels = dict(self.answers(words[0]))
        labels["dk"] = ("dk",)
        return self.names.index(words[0]), sorted(labels[code] for code in words[1:])

    def number(self, name, key):
        value = self.of(name).get(key)
        return Decimal(value) if value is not None else None

    def question(self, name):
        question = self.of(name)
        kind = question["type"]
        answers = self.answers(name) if kind in ("single", "multi", "matrix", "ranking") else []
        labels = dict(answers)
        seen = {"type": kind, "text": self.words(question, "text"), "help": self.words(question, "help"),
                "section": self.words(self.sections["section " + question["section"]], "title"),
                "required": question.get("required") == "yes", "answers": [label for _, label in answers],
                "other": labels.get("other"), "don't know": self.dk(name), "asked_if": self.asked_if(name),
                "rows": [self.words(question, "row." + row) for row in listed(question, "rows")],
                "exclusive": sorted(labels[code] for code in listed(question, "exclusive"))}
        if kind == "multi" or (kind == "ranking" and "most ranks" not in self.lost):
            seen["max_choices"] = int(question.get("max_choices", 0))
        if kind == "number":
            seen["range"] = self.number(name, "min"), self.number(name, "max")
            if "decimals" not in self.lost:
                seen["decimals"] = int(question.get("decimals", 0))
        return seen


def main():
    system, original, draft = sys.argv[1:4]
    before, after = Survey(original, LOST[system]), Survey(draft, LOST[system])
    faults = []
    if before.languages != after.languages:
        faults.append("the languages are %s" % after.languages)
    titles = [survey.words(survey.sections["survey"], "title") for survey in (before, after)]
    if titles[0][:1] != titles[1][:1] or ("other titles" not in LOST[system] and titles[0] != titles[1]):
        faults.append("the title is %s, not %s" % (titles[1], titles[0]))
    if len(before.names) != len(after.names):
        faults.append("there are %d questions, not %d" % (len(after.names), len(before.names)))
    for one, other in zip(before.names, after.names):
        wanted, found = before.question(one), after.question(other)
        faults += ["%s: %s is %s, not %s" % (one, key, found.get(key), wanted[key]) for key in wanted if found.get(key) != wanted[key]]
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
