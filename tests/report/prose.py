"""How much of a report's prose carries a figure or a label of the questionnaire?

    prose.py questionnaire.ini report.txt LEAST

Prose are the sentences outside headings, tables and the box on how it was counted. Prints each sentence with neither figure nor
label, and "share P"; exits 1 where the others have less than LEAST per cent of the letters. It shares no code with the tools.
"""
import re
import sys


def labels_of(path):
    labels = set()
    for line in open(path, encoding="utf-8"):
        match = re.match(r"(?:label|row|subject|title|text|short|top|bottom|set_label|column|when|say)\b[^=]*= *(.*)", line)
        if match:
            text = match.group(1).strip().strip('"')
            for part in re.split(r"\{[a-z]+\}", text):
                part = re.sub(r"\W+", " ", part).strip().lower()
                if len(part) >= 4:
                    labels.add(part)
    return labels


def paragraphs_of(path):
    """The report's paragraphs; a line of a table has a gap of two blanks or a bar."""
    paragraph, method = [], False
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n").replace("\u00a0", " ").replace("\u202f", " ")
        heading = line != "" and line == line.upper() and re.search(r"[A-ZÄÖÜ]{3}", line)
        if heading or re.match(r"^\d  [A-ZÄÖÜ]", line):
            method = re.match(r"^(WIE GEZÄHLT|HOW IT WAS COUNTED)", line) is not None
        if line == "" or heading or re.search(r"\S  +\S|^   |^SIMUL|[█░]", line) or line.startswith("- "):
            if paragraph:
                yield " ".join(paragraph)
            paragraph = [line] if line.startswith("- ") else []
        elif not method:
            paragraph.append(line.strip())
    if paragraph:
        yield " ".join(paragraph)


def main():
    questionnaire, report, least = sys.argv[1:4]
    labels = labels_of(questionnaire)
    carrying = total = 0
    for paragraph in paragraphs_of(report):
        for sentence in re.split(r"(?<=[.?!])\s+(?=[A-ZÄÖÜ„“])", paragraph):
            words = re.sub(r"\W+", " ", sentence).strip().lower()
            total += len(sentence)
            if re.search(r"\d|[„“”‚‘’]", sentence) or any(label in words for label in labels):
                carrying += len(sentence)
            else:
                print("neither figure nor label:", sentence)
    share = 100 * carrying // total if total else 0
    print("share", share)
    sys.exit(share < int(least))


main()
