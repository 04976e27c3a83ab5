#!/usr/bin/env python3
"""Recomputes results.csv from a questionnaire and answers.csv and compares: an oracle that shares no code with the C programs.

usage: stats.py questionnaire.ini answers.csv results.csv

Reads the questionnaire with configparser, keeps every answer, and computes with the modules statistics, fractions and decimal; the
quantiles of the normal and Student's t distribution come from NormalDist and from integrating the density.
"""
import configparser
import csv
import math
import sys
from fractions import Fraction
from statistics import NormalDist, mean, quantiles, stdev


def t_quantile(p, nu):
    """By bisection on Simpson's rule, after t = sqrt(nu) tan(u), which makes the density cos(u)^(nu - 1)."""
    steps = 4000
    scale = math.exp(math.lgamma((nu + 1) / 2) - math.lgamma(nu / 2)) / math.sqrt(math.pi)

    def below(u):
        width = u / steps
        weight = lambda i: 1 if i in (0, steps) else 4 if i % 2 else 2
        return 0.5 + scale * width / 3 * math.fsum(weight(i) * math.cos(i * width) ** (nu - 1) for i in range(steps + 1))

    low, high = 0.0, math.pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < p else (low, middle)
    return math.sqrt(nu) * math.tan(low)


cache = {}


def student(confidence, n):
    if (confidence, n) not in cache:
        cache[confidence, n] = t_quantile(0.5 + confidence / 2, n - 1)
    return cache[confidence, n]


class Sheet:
    def __init__(self, confidence, population):
        self.rows, self.confidence, self.population = [], confidence, population

    def put(self, key, statistic, value, n, low=None, high=None, method="", flag=None):
        if flag is None:
            flag = "undefined" if value is None else "small" if n < 20 else ""
        self.rows.append((*key, "", "", statistic, value, low, high, n, method, flag))

    def share(self, key, statistic, k, n):
        value = low = high = flag = None
        method = ""
        if n:
            z, p = NormalDist().inv_cdf(0.5 + self.confidence / 2), k / n
            centre = (p + z * z / (2 * n)) / (1 + z * z / n)
            half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
            value, low, high, method = p, max(0, centre - half), min(1, centre + half), "wilson"
            if n == self.population:
                low, high, method, flag = None, None, "", "census"
        self.put(key, statistic, value, n, low, high, method, flag)
        N = self.population
        if N:
            bounds = (k / N, (k + N - n) / N) if n else (None, None)
            self.put((key[0], key[1], key[2] or statistic), "bounds", None, N, *bounds, statistic,
                     flag=("undefined" if not n else "small" if N < 20 else ""))

    def mean(self, key, statistic, values):
        n = len(values)
        low = high = flag = None
        method = ""
        if n and n == self.population:
            flag = "census"
        elif n > 1 and len(set(values)) > 1:
            half = student(self.confidence, n) * float(stdev(values)) / math.sqrt(n)
            if self.population:
                half *= math.sqrt(1 - n / self.population)
            low, high, method = float(mean(values)) - half, float(mean(values)) + half, "student"
        self.put(key, statistic, float(mean(values)) if n else None, n, low, high, method, flag)

    def sd(self, key, values):
        self.put(key, "sd", math.sqrt(variance(values)) if len(values) > 1 else None, len(values))

    def quartiles(self, key, values, names):
        found = dict.fromkeys(("q1", "median", "q3"))
        if len(values) == 1:
            found = dict.fromkeys(found, values[0])
        elif values:
            found = dict(zip(found, quantiles(values, n=4, method="inclusive")))
        for name in names:
            self.put(key, name, None if found[name] is None else float(found[name]), len(values))


def variance(values):
    centre = Fraction(sum(values)) / len(values)
    return sum((Fraction(v) - centre) ** 2 for v in values) / (len(values) - 1)


STATES = {"": "skipped", "dk": "dont_know", "-": "not_shown", "!": "invalid"}


def state_rows(sheet, key, states):
    for name in ("answered", "skipped", "dont_know", "not_shown", "invalid", "outside"):
        sheet.put(key, name, states.count(name), len(states), flag="")


def coded(sheet, q, item, cells):
    """A single question or a matrix row."""
    states = [STATES.get(c, "outside" if c in q["outside"] else "answered") for c in cells]
    state_rows(sheet, (q["id"], item, ""), states)
    given = [c for c, s in zip(cells, states) if s == "answered"]
    for code in q["codes"]:
        sheet.put((q["id"], item, code), "count", given.count(code), len(given))
        sheet.share((q["id"], item, code), "share", given.count(code), len(given))
    for code in q["outside"]:
        sheet.put((q["id"], item, code), "count", cells.count(code), len(cells), flag="")
    for name, codes in q["sets"].items():
        sheet.share((q["id"], item, name), "set", sum(c in codes for c in given), len(given))
    return [q["codes"].index(c) + 1 for c in given]


def matrix(sheet, q, people):
    for row in q["rows"]:
        key = (q["id"], row, "")
        values = coded(sheet, q, row, [p[q["id"] + "__" + row] for p in people])
        if q["measure"] != "ordinal":
            continue
        sheet.mean(key, "mean", values)
        sheet.sd(key, values)
        sheet.quartiles(key, values, ("median", "q1", "q3"))
        k = len(q["codes"])
        sheet.share(key, "top2", sum(v >= k - 1 for v in values), len(values))
        sheet.share(key, "bottom2", sum(v <= 2 for v in values), len(values))


def joint(cells, ticked):
    if "!" in cells or (ticked and "dk" in cells):
        return "invalid"
    if ticked:
        return "answered"
    if "dk" in cells:
        return "dont_know"
    return "not_shown" if set(cells) == {"-"} else "skipped"


def multi(sheet, q, people):
    lists = [[p[q["id"] + "__" + c] for c in q["codes"]] for p in people]
    states = [joint(cells, "1" in cells) for cells in lists]
    state_rows(sheet, (q["id"], "", ""), states)
    given = [cells for cells, s in zip(lists, states) if s == "answered"]
    for i, code in enumerate(q["codes"]):
        ticks = sum(cells[i] == "1" for cells in given)
        sheet.put((q["id"], code, ""), "count", ticks, len(given))
        sheet.share((q["id"], code, ""), "share", ticks, len(given))
    real = [i for i, c in enumerate(q["codes"]) if c not in q["exclusive"]]
    sheet.share((q["id"], "", ""), "any", sum(any(cells[i] == "1" for i in real) for cells in given), len(given))


def ranking(sheet, q, people):
    k, states, given = len(q["codes"]), [], []
    for p in people:
        cells = [p[q["id"] + "__" + c] for c in q["codes"]]
        ranks = [int(c) for c in cells if c.isdigit()]
        states.append("invalid" if len(set(ranks)) < len(ranks) else joint(cells, bool(ranks)))
        if states[-1] == "answered":
            order = sorted(ranks)
            closed = [order.index(int(c)) + 1 if c.isdigit() else None for c in cells]
            left = range(len(ranks) + 1, k + 1)
            given.append((closed, [Fraction(sum(left), len(left)) if r is None else r for r in closed]))
    state_rows(sheet, (q["id"], "", ""), states)
    n, allowed = len(given), int(q["max_choices"] or k)
    for i, code in enumerate(q["codes"]):
        key = (q["id"], code, "")
        own = [c[i] for c, _ in given if c[i] is not None]
        full = [f[i] for _, f in given]
        sheet.put(key, "count", len(own), n)
        sheet.share(key, "first", own.count(1), n)
        sheet.share(key, "top", sum(r <= allowed for r in own), n)
        sheet.put(key, "mean_rank", float(mean(map(Fraction, full))) if n else None, n)
        sheet.put(key, "borda", float(sum(k - r for r in full)) if n else None, n)


def plain(value):
    text = f"{float(value):f}".rstrip("0").rstrip(".")
    return text if text != "-0" else "0"


def number(sheet, q, people, min_cell):
    cells = [p[q["id"]] for p in people]
    state_rows(sheet, (q["id"], "", ""), [STATES.get(c, "answered") for c in cells])
    values = sorted(Fraction(c) for c in cells if c not in STATES)
    key, n = (q["id"], "", ""), len(values)
    sheet.mean(key, "mean", values)
    sheet.sd(key, values)
    sheet.quartiles(key, values, ("q1", "median", "q3"))
    sheet.put(key, "sum", float(sum(values)) if n else None, n)
    unit = Fraction(1, 10 ** int(q["decimals"] or 0))
    low, high = Fraction(q["min"]), Fraction(q["max"])
    edges = [low, high]
    if n >= 2 * min_cell:
        a, b = values[min_cell - 1], values[-min_cell]
        width = next(w for e in range(0, 20) for m in (1, 2, 5) for w in [unit * m * 10**e]
                     if math.floor(b / w) - math.floor(a / w) + 1 <= 8)
        inner = [width * i for i in range(math.floor(a / width) + 1, math.floor(b / width) + 1)]
        edges = [low, *inner, high]
    for i in range(len(edges) - 1):
        a, b, last = edges[i], edges[i + 1], i == len(edges) - 2
        count = sum(a <= v < b or (last and v == b) for v in values)
        sheet.put((q["id"], "", f"[{plain(a)},{plain(b)}{']' if last else ')'}"), "count", count, n)
    sizes = sorted(map(abs, values), reverse=True)
    for name, value in (("min", values[0] if n else None), ("max", values[-1] if n else None), ("largest", sizes[0] if n else None),
                        ("second_largest", sizes[1] if n > 1 else None), ("magnitude", sum(sizes) if n else None)):
        sheet.put(key, name, None if value is None else float(value), n)


def load(path):
    ini = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",), strict=True)
    with open(path, encoding="utf-8-sig") as file:
        ini.read_file(file)
    value = lambda s, key: ini[s].get(key, "").strip('"')
    words = lambda s, key: value(s, key).replace(",", " ").split()
    questions = {}
    for s in ini.sections():
        kind, _, name = s.partition(" ")
        if kind != "question":
            continue
        scale = value(s, "scale")
        home = "scale " + scale if scale else s
        q = {k: value(s, k) for k in ("type", "min", "max", "decimals", "max_choices")}
        q.update(id=name, codes=words(home, "codes"), outside=words(home, "outside"), rows=words(s, "rows"), exclusive=words(s, "exclusive"),
                 measure=value(home, "measure") or ("ordinal" if scale else "nominal"),
                 sets={k[5:]: words(s, k) for k in ini[s] if k.startswith("sets.")})
        questions[name] = q
    return ini, questions, value, words


def compute(ini_path, answers_path):
    ini, questions, value, words = load(ini_path)
    with open(answers_path, encoding="utf-8", newline="") as file:
        records = list(csv.DictReader(file))
    people = [r for r in records if r["status"] == "accepted"]
    invited, accepted = int(value("survey", "invited") or 0), len(people)
    min_cell = int((value("privacy", "min_cell") if "privacy" in ini else "") or 3)
    sheet = Sheet(float(value("survey", "confidence") or 0.95), invited if accepted <= invited else 0)
    whole, read = ("", "", ""), len(records)
    sheet.put(whole, "rows_read", read, read, flag="")
    for status in ("accepted", "rejected", "duplicate", "incomplete"):
        sheet.put(whole, "rows_" + status, sum(r["status"] == status for r in records), read, flag="")
    sheet.put(whole, "simulated", sum(r["origin"] == "simulated" for r in records), read, flag="")
    if invited:
        sheet.put(whole, "invited", invited, invited, flag="")
        sheet.put(whole, "response_rate", accepted / invited if accepted <= invited else None, invited,
                  flag="" if accepted <= invited else None)
    for q in questions.values():
        if q["type"] == "single":
            values = coded(sheet, q, "", [p[q["id"]] for p in people])
            if q["measure"] == "ordinal":
                sheet.quartiles((q["id"], "", ""), values, ("median",))
        elif q["type"] == "number":
            number(sheet, q, people, min_cell)
        elif q["type"] == "text":
            state_rows(sheet, (q["id"], "", ""), [STATES.get(p[q["id"]], "answered") for p in people])
        elif q["type"] != "contact":
            {"multi": multi, "matrix": matrix, "ranking": ranking}[q["type"]](sheet, q, people)
    position = lambda q, cell: q["codes"].index(cell) + 1 if cell in q["codes"] else None
    for s in ini.sections():
        kind, _, name = s.partition(" ")
        if kind == "score":
            q, rows, values = questions[value(s, "question")], words(s, "rows"), []
            for p in people:
                given = [v for v in (position(q, p[f"{q['id']}__{row}"]) for row in rows) if v]
                if 4 * len(given) >= 3 * len(rows):
                    values.append(Fraction(sum(given), len(given)))
            sheet.mean((name, "", ""), "mean", values)
            sheet.sd((name, "", ""), values)
    for s in ini.sections():
        kind, _, name = s.partition(" ")
        if kind == "gap":
            first, second = questions[value(s, "importance")], questions[value(s, "satisfaction")]
            for row in first["rows"]:
                pairs = [(position(first, p[f"{first['id']}__{row}"]), position(second, p[f"{second['id']}__{row}"])) for p in people]
                pairs = [(a, b) for a, b in pairs if a and b]
                sheet.mean((name, row, ""), "gap", [a - b for a, b in pairs])
                unmet = sum(a >= len(first["codes"]) - 1 and b < len(second["codes"]) - 1 for a, b in pairs)
                sheet.share((name, row, ""), "unmet", unmet, len(pairs))
    return sheet.rows


def same(expected, found):
    if expected is None or isinstance(expected, str):
        return found == (expected or "")
    return found != "" and abs(float(found) - expected) <= 1e-9 * max(abs(expected), 1e-6)


def main():
    expected = compute(sys.argv[1], sys.argv[2])
    with open(sys.argv[3], encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))[1:]
    faults = 0
    for i in range(max(len(expected), len(found))):
        want = expected[i] if i < len(expected) else None
        have = found[i] if i < len(found) else None
        if want is None or have is None or not all(map(same, want, have)):
            faults += 1
            if faults < 20:
                print(f"row {i + 2}: expected {want}\n  found {have}")
    print(f"{len(found)} rows, {faults} differ")
    sys.exit(faults > 0)


main()
