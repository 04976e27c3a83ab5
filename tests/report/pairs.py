"""Does every "k of n" of a report follow from published.csv?

    pairs.py questionnaire.ini published.csv report.txt

A pair follows where some row has this share of this base, or where it is the sum of neighbouring answers of one question by the
same group, or all others of such a base, or the sum of several groups. It also follows as so many answers of those invited, so many of all
who answered a question, so many comparisons that differ of all
that have a verdict, so many items of a list of that length, and as so many of the missing as a majority of those invited still needs.
Prints each pair that does not follow, and "checked N"; exits 1 where there is one. It shares no code with the tools.
"""
import csv
import re
import sys

SHARES = {"share", "top2", "bottom2", "set", "unmet", "first", "top", "any"}


def number(text):
    return float(text) if text != "" else None


def read(path):
    rows = []
    for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
        rows.append({key: row[key] for key in ("question", "item", "category", "by", "level", "statistic", "value", "n")})
    return rows


def list_lengths(path):
    """How many items the questionnaire's lists have: rows and codes, with and without those beside."""
    lengths = set()
    for line in open(path, encoding="utf-8"):
        match = re.match(r"(rows|codes|outside) *= *(.*)", line)
        if match:
            lengths.update(range(1, len(match.group(2).split()) + 1))
    return lengths


def follow(rows):
    """All pairs of the questions' figures, and the bases of those over all."""
    pairs, counts = set(), {}
    for row in rows:
        value, base = number(row["value"]), number(row["n"])
        if value is None or base is None:
            continue
        key = (row["question"], row["item"], row["by"], row["level"])
        if row["statistic"] == "count":
            counts.setdefault((key, base), []).append(round(value))
        if row["statistic"] in SHARES:
            pairs.add((round(value * base), round(base)))
    for (_, base), list_of in counts.items():
        for first in range(len(list_of)):
            for last in range(first, len(list_of)):
                pairs.add((sum(list_of[first : last + 1]), round(base)))
    pairs |= coarser(rows)
    for count, base in list(pairs):
        pairs.add((base - count, base))
    return pairs


def coarser(rows):
    """What several groups have together: a coarser group is the sum of its codes."""
    groups = {}
    for row in rows:
        value, base = number(row["value"]), number(row["n"])
        if row["by"] != "" and row["statistic"] in SHARES and value is not None and base is not None:
            key = (row["question"], row["item"], row["category"], row["statistic"], row["by"])
            groups.setdefault(key, []).append((round(value * base), round(base)))
    pairs = set()
    for figures in groups.values():
        sums = {(0, 0)}
        for count, base in figures:
            sums |= {(count + other, base + others) for other, others in sums}
        pairs |= sums
    return pairs


def whole(rows, statistic):
    for row in rows:
        if row["question"] == "" and row["statistic"] == statistic and row["value"] != "":
            return round(float(row["value"]))
    return 0


def main():
    questionnaire, published, report = sys.argv[1:4]
    rows = read(published)
    pairs = follow(rows)
    bases = {pair[1] for pair in pairs}
    answers, invited = whole(rows, "rows_accepted"), whole(rows, "invited")
    pairs.add((answers, invited))
    for row in rows:
        if row["statistic"] == "answered" and row["by"] == "" and row["value"] != "":
            pairs.add((round(float(row["value"])), answers))
    verdicts = [row["value"] for row in rows if row["statistic"] == "verdict" and row["value"] != ""]
    pairs.add((sum(float(value) == 1 for value in verdicts), len(verdicts)))
    if invited > 0:
        for count, base in list(pairs):
            pairs.add((invited // 2 + 1 - count, invited - base))
    for row in rows:
        if row["statistic"] == "least_difference" and row["value"] != "":
            base = round(float(row["n"]))
            pairs.update((round((1 - float(row["value"])) * part), part) for part in range(1, base + 1))
    lengths = list_lengths(questionnaire)
    pairs.update((count, length) for length in lengths for count in range(length + 1))
    pairs.update((base, base) for base in bases)
    text = open(report, encoding="utf-8").read().replace("\u00a0", " ").replace("\u202f", "")
    checked = faults = 0
    for match in re.finditer(r"(\d+)\s+(?:von|of)\s+(\d+)", text):
        pair = (int(match.group(1)), int(match.group(2)))
        checked += 1
        if pair not in pairs:
            faults += 1
            print("does not follow:", pair, text[max(0, match.start() - 60) : match.end() + 20].replace("\n", " / "))
    print("checked", checked)
    sys.exit(faults > 0 or checked == 0)


main()
