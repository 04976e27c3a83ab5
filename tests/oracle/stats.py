#!/usr/bin/env python3
"""Recomputes results.csv from a questionnaire and answers.csv and compares: an oracle that shares no code with the C programs.

usage: stats.py questionnaire.ini answers.csv results.csv

Reads the questionnaire with configparser, keeps every answer, and computes with the modules statistics and fractions, and with
inference.py beside it. A p-value from random tables is compared with one from shuffled answers, within 5 standard errors; what
follows from it is computed from the one found.
"""
import configparser
import csv
import math
import sys
from fractions import Fraction
from statistics import NormalDist, mean, quantiles, stdev

import inference

COUNTS = set("answered skipped dont_know not_shown invalid outside count share set any first top top2 bottom2 unmet".split())


class Sheet:
    def __init__(self, confidence, population):
        self.rows, self.confidence, self.population = [], confidence, population
        self.by = self.level = ""
        self.counts_only = False

    def put(self, key, statistic, value, n, low=None, high=None, method="", flag=None):
        if self.counts_only and statistic not in COUNTS:
            return
        if flag is None:
            flag = "undefined" if value is None else "small" if n < 20 else ""
        self.rows.append((*key, self.by, self.level, statistic, value, low, high, n, method, flag))

    def share(self, key, statistic, k, n, known):
        value = low = high = flag = None
        method = ""
        N = self.population
        if n and n == N:
            value, flag = k / n, "census"
        elif n and N:
            value, method = k / n, "hypergeometric"
            low, high = inference.hypergeometric_interval(k, n, N, self.confidence)
        elif n:
            z, p = NormalDist().inv_cdf(0.5 + self.confidence / 2), k / n
            centre = (p + z * z / (2 * n)) / (1 + z * z / n)
            half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
            value, low, high, method = p, max(0, centre - half), min(1, centre + half), "wilson"
        self.put(key, statistic, value, n, low, high, method, flag)
        if N and not self.by:
            # Every answer that those who are missing could have given, one after the other.
            counts = [k + more for more in range(N - known + 1)]
            bounds = (counts[0] / N, counts[-1] / N) if n else (None, None)
            about = (key[0], key[1], key[2] or statistic)
            self.put(about, "bounds", None, N, *bounds, statistic, flag=("undefined" if not n else "small" if N < 20 else ""))
            majority = [more for more, count in enumerate(counts) if Fraction(count, N) > Fraction(1, 2)]
            if n and Fraction(k, n) > Fraction(1, 2) and majority and majority[0] > 0:
                self.put(about, "tipping", float(majority[0]), N, None, None, statistic)

    def mean(self, key, statistic, values):
        n = len(values)
        low = high = flag = None
        method = ""
        if n and n == self.population:
            flag = "census"
        elif n > 1 and len(set(values)) > 1:
            half = inference.t_quantile(0.5 + self.confidence / 2, n - 1) * float(stdev(values)) / math.sqrt(n)
            if self.population:
                half *= math.sqrt(1 - n / self.population)
            low, high, method = float(mean(values)) - half, float(mean(values)) + half, "student"
        self.put(key, statistic, float(mean(values)) if n else None, n, low, high, method, flag)

    def alpha(self, key, rows):
        n, alpha = len(rows), inference.alpha(rows)
        low = high = flag = None
        method = ""
        if alpha is not None and n == self.population:
            flag = "census"
        elif alpha is not None and alpha < 1:
            above, below = n - 1, (n - 1) * (len(rows[0]) - 1)
            low = 1 - (1 - float(alpha)) * inference.f_quantile(0.5 + self.confidence / 2, above, below)
            high = 1 - (1 - float(alpha)) * inference.f_quantile(0.5 - self.confidence / 2, above, below)
            method = "feldt"
        self.put(key, "alpha", None if alpha is None else float(alpha), n, low, high, method, flag)

    def test(self, key, statistic, value, n, method, low=None, high=None):
        self.put(key, statistic, value, n, low, high, "" if value is None else method)

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


def lead_rows(sheet, question, statistic, items, answers, least):
    """Who leads a list: answers are of each person a list, for each item True, False or None (no answer)."""
    shares = {}
    for i, item in enumerate(items):
        given = [a[i] for a in answers if a[i] is not None]
        if given and len(given) >= least:
            shares[i] = Fraction(sum(given), len(given))
    order = sorted(shares, key=lambda i: (-shares[i], i))
    level = Fraction(25, 1000) if len(order) <= 6 else Fraction(17, 100) / len(order)

    def told(i):
        pairs = [(a[order[0]], a[i]) for a in answers if a[order[0]] is not None and a[i] is not None]
        more, fewer = pairs.count((True, False)), pairs.count((False, True))
        p = Fraction(2 * sum(math.comb(more + fewer, k) for k in range(min(more, fewer) + 1)), 2 ** (more + fewer))
        return shares[i] < shares[order[0]] and more > fewer and p <= level

    behind = set()
    for i in reversed(order[1:]):
        if not told(i):
            break
        behind.add(i)
    for i, item in enumerate(items):
        n = sum(a[i] is not None for a in answers)
        sheet.test((question, item, statistic), "lead", float(i not in behind) if i in shares else None, n, "exact")


STATES = {"": "skipped", "dk": "dont_know", "-": "not_shown", "!": "invalid"}


def state_rows(sheet, key, states):
    for name in ("answered", "skipped", "dont_know", "not_shown", "invalid", "outside"):
        sheet.put(key, name, states.count(name), len(states), flag="")


def knowing(states):
    """How many said something: on the scale, beside it, or that they do not know."""
    return sum(s in ("answered", "dont_know", "outside") for s in states)


def coded(sheet, q, item, cells):
    """A single question or a matrix row."""
    states = [STATES.get(c, "outside" if c in q["outside"] else "answered") for c in cells]
    state_rows(sheet, (q["id"], item, ""), states)
    given = [c for c, s in zip(cells, states) if s == "answered"]
    known = knowing(states)
    for code in q["codes"]:
        sheet.put((q["id"], item, code), "count", given.count(code), len(given))
        sheet.share((q["id"], item, code), "share", given.count(code), len(given), known)
    for code in q["outside"]:
        sheet.put((q["id"], item, code), "count", cells.count(code), len(cells), flag="")
    for name, codes in q["sets"].items():
        sheet.share((q["id"], item, name), "set", sum(c in codes for c in given), len(given), known)
    return [position(q, c) for c in given], known


def lists_of(sheet, q, people, least):
    if q["type"] == "matrix" and q["measure"] == "ordinal" and len(q["codes"]) > 1:
        top = [c for c in q["codes"] if position(q, c) in q["top"]]
        cells = [[p[q["id"] + "__" + row] for row in q["rows"]] for p in people]
        lead_rows(sheet, q["id"], "top2", q["rows"], [[c in top if c in q["codes"] else None for c in row] for row in cells], least)
    elif q["type"] == "multi":
        cells = [[p[q["id"] + "__" + c] for c in q["codes"]] for p in people]
        cells = [row for row in cells if joint(row, "1" in row) == "answered"]
        options = [i for i, c in enumerate(q["codes"]) if c not in q["exclusive"]]
        lead_rows(sheet, q["id"], "share", [q["codes"][i] for i in options], [[row[i] == "1" for i in options] for row in cells], least)
    elif q["type"] == "ranking":
        ranks = [r for s, r in (closed_ranks(q, p) for p in people) if s == "answered"]
        allowed = int(q["max_choices"] or len(q["codes"]))
        for statistic, places in (("first", 1), ("top", allowed)):
            lead_rows(sheet, q["id"], statistic, q["codes"], [[r is not None and r <= places for r in row] for row in ranks], least)


def order(sheet, q, people):
    """Friedman over those who answered every row."""
    cells = [[p[q["id"] + "__" + row] for row in q["rows"]] for p in people]
    rows = [[q["codes"].index(c) for c in row] for row in cells if set(row) <= set(q["codes"])]
    p, w = inference.friedman(rows)
    sheet.test((q["id"], "", ""), "friedman_p", p, len(rows), "asymptotic")
    sheet.put((q["id"], "", ""), "kendall_w", w, len(rows))


def matrix(sheet, q, people):
    for row in q["rows"]:
        key = (q["id"], row, "")
        values, known = coded(sheet, q, row, [p[q["id"] + "__" + row] for p in people])
        if q["measure"] != "ordinal":
            continue
        sheet.mean(key, "mean", values)
        sheet.sd(key, values)
        sheet.quartiles(key, values, ("median", "q1", "q3"))
        sheet.share(key, "top2", sum(v in q["top"] for v in values), len(values), known)
        sheet.share(key, "bottom2", sum(v in q["bottom"] for v in values), len(values), known)
    if q["measure"] == "ordinal":
        order(sheet, q, people)


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
        sheet.share((q["id"], code, ""), "share", ticks, len(given), knowing(states))
    real = [i for i, c in enumerate(q["codes"]) if c not in q["exclusive"]]
    sheet.share((q["id"], "", ""), "any", sum(any(cells[i] == "1" for i in real) for cells in given), len(given), knowing(states))


def closed_ranks(q, p):
    """The state, and the ranks closed up (None where unranked)."""
    cells = [p[q["id"] + "__" + c] for c in q["codes"]]
    ranks = sorted(int(c) for c in cells if c.isdigit())
    state = "invalid" if len(set(ranks)) < len(ranks) else joint(cells, bool(ranks))
    return state, [ranks.index(int(c)) + 1 if c.isdigit() else None for c in cells]


def ranking(sheet, q, people):
    k, states, given = len(q["codes"]), [], []
    for p in people:
        state, closed = closed_ranks(q, p)
        states.append(state)
        if state == "answered":
            left = [r for r in range(1, k + 1) if r not in closed]
            given.append((closed, [Fraction(sum(left), len(left)) if r is None else r for r in closed]))
    state_rows(sheet, (q["id"], "", ""), states)
    n, allowed = len(given), int(q["max_choices"] or k)
    for i, code in enumerate(q["codes"]):
        key = (q["id"], code, "")
        own = [c[i] for c, _ in given if c[i] is not None]
        full = [f[i] for _, f in given]
        sheet.put(key, "count", len(own), n)
        sheet.share(key, "first", own.count(1), n, knowing(states))
        sheet.share(key, "top", sum(r <= allowed for r in own), n, knowing(states))
        sheet.put(key, "mean_rank", float(mean(map(Fraction, full))) if n else None, n)
        sheet.put(key, "borda", float(sum(k - r for r in full)) if n else None, n)


def plain(value):
    text = f"{float(value):f}".rstrip("0").rstrip(".")
    return text if text != "-0" else "0"


def layouts(q, unit):
    """All layouts of classes in the order in which they are tried: lists of (name, holds, first value)."""
    low, high = Fraction(q["min"]), Fraction(q["max"])
    to, start = (Fraction(q[k]) if q[k] else None for k in ("open_to", "open_from"))
    for open_to, open_from in dict.fromkeys(((to, start), (None, None))):
        begin = low if open_to is None else open_to
        for width in (unit * m * 10**e for e in range(0, 20) for m in (1, 2, 5)):
            edges = [begin]
            while edges[-1] + width < (high if open_from is None else open_from):
                edges.append(edges[-1] + width)
            if open_from is None and width < 5 * unit and (high - begin) % width == 0:
                edges.append(high)
            found = []
            if open_to is not None:
                found.append((f"(,{plain(open_to)})", lambda v: v < open_to))
            for i, a in enumerate(edges):
                last = i == len(edges) - 1
                b = edges[i + 1] if not last else high if open_from is None else open_from
                if last and open_from is None:
                    found.append((f"[{plain(a)},{plain(b)}]", lambda v, a=a: v >= a))
                else:
                    found.append((f"[{plain(a)},{plain(b)})", lambda v, a=a, b=b: a <= v < b))
            if open_from is not None:
                found.append((f"[{plain(open_from)},)", lambda v: v >= open_from))
            yield found
            if len(edges) == 1:
                break


def classes(q, unit, values, min_cell):
    """Those that are shown: of the first layout in which each holds 0 or min_cell, else the last."""
    shown = []
    for found in layouts(q, unit):
        counts = [sum(map(holds, values)) for name, holds in found]
        used = [i for i, count in enumerate(counts) if count > 0]
        shown = found[used[0]:used[-1] + 1] if used else []
        if used and 3 <= len(shown) <= 15 and all(counts[i] >= min_cell for i in used):
            break
    return shown


def number(sheet, q, people, everyone, min_cell):
    cells = [p[q["id"]] for p in people]
    state_rows(sheet, (q["id"], "", ""), [STATES.get(c, "answered") for c in cells])
    values = sorted(Fraction(c) for c in cells if c not in STATES)
    key, n = (q["id"], "", ""), len(values)
    sheet.mean(key, "mean", values)
    sheet.sd(key, values)
    sheet.quartiles(key, values, ("q1", "median", "q3"))
    sheet.put(key, "sum", float(sum(values)) if n else None, n)
    unit = Fraction(1, 10 ** int(q["decimals"] or 0))
    all_values = sorted(Fraction(p[q["id"]]) for p in everyone if p[q["id"]] not in STATES)
    for name, holds in classes(q, unit, all_values, min_cell):
        sheet.put((q["id"], "", name), "count", sum(map(holds, values)), n)
    sizes = sorted(map(abs, values), reverse=True)
    for name, value in (("min", values[0] if n else None), ("max", values[-1] if n else None), ("largest", sizes[0] if n else None),
                        ("second_largest", sizes[1] if n > 1 else None), ("magnitude", sum(sizes) if n else None)):
        sheet.put(key, name, None if value is None else float(value), n)
    if people is everyone:
        for value in sorted(set(values)):
            sheet.put((q["id"], "", plain(value)), "value", values.count(value), n, flag="")


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
        q = {"asked_if": words(s, "asked_if"), "role": words(s, "role")}
        q |= {k: value(s, k) for k in ("type", "min", "max", "decimals", "max_choices", "open_to", "open_from")}
        q.update(id=name, codes=words(home, "codes"), outside=words(home, "outside"), rows=words(s, "rows"), exclusive=words(s, "exclusive"),
                 measure=value(home, "measure") or ("ordinal" if scale else "nominal"),
                 sets={k[5:]: words(s, k) for k in ini[s] if k.startswith("sets.")})
        q["values"] = {c: int(value(home, "value." + c)) for c in q["codes"] if value(home, "value." + c)}
        q["top"] = {position(q, c) for c in words(home, "top_codes") or q["codes"][-2:]}
        q["bottom"] = {position(q, c) for c in words(home, "bottom_codes") or q["codes"][:2]}
        if q["type"] in ("multi", "ranking"):
            q["measure"] = "nominal"
        elif q["type"] == "number":
            q["measure"] = "ordinal"
        questions[name] = q
    return ini, questions, value, words


def position(q, cell):
    """The number that an answer counts as: its value, else its place; None for no answer."""
    if cell not in q["codes"]:
        return None
    return q["values"][cell] if q.get("values") else q["codes"].index(cell) + 1


def question_rows(sheet, q, people, everyone, min_cell):
    if q["type"] == "single":
        values, known = coded(sheet, q, "", [p[q["id"]] for p in people])
        if q["measure"] == "ordinal":
            key = (q["id"], "", "")
            if q["values"]:
                sheet.mean(key, "mean", values)
                sheet.sd(key, values)
            sheet.quartiles(key, values, ("median", "q1", "q3") if q["values"] else ("median",))
            if len(q["codes"]) > 2:
                sheet.share(key, "top2", sum(v in q["top"] for v in values), len(values), known)
            if q["values"]:
                sheet.share(key, "bottom2", sum(v in q["bottom"] for v in values), len(values), known)
    elif q["type"] == "number":
        number(sheet, q, people, everyone, min_cell)
    elif q["type"] == "text":
        state_rows(sheet, (q["id"], "", ""), [STATES.get(p[q["id"]], "answered") for p in people])
    elif q["type"] != "contact":
        {"multi": multi, "matrix": matrix, "ranking": ranking}[q["type"]](sheet, q, people)


def score_rows(sheet, name, q, rows, people):
    values, complete = [], []
    for p in people:
        cells = [position(q, p[f"{q['id']}__{row}"]) for row in rows]
        given = [v for v in cells if v is not None]
        if 4 * len(given) >= 3 * len(rows):
            values.append(Fraction(sum(given), len(given)))
        if len(given) == len(rows):
            complete.append(cells)
    sheet.mean((name, "", ""), "mean", values)
    sheet.sd((name, "", ""), values)
    sheet.alpha((name, "", ""), complete)


def lacks(first, second, row, p, unmet_codes):
    """True: important and not satisfied; None: not in the base."""
    important, satisfied = position(first, p[f"{first['id']}__{row}"]), p[f"{second['id']}__{row}"]
    if important is None or not (satisfied in unmet_codes or satisfied in second["codes"]):
        return None
    return important in first["top"] and position(second, satisfied) not in second["top"]


def gap_rows(sheet, name, first, second, people, unmet_codes):
    for row in first["rows"]:
        cells = [(p[f"{first['id']}__{row}"], p[f"{second['id']}__{row}"]) for p in people]
        pairs = [(position(first, a), position(second, b)) for a, b in cells]
        pairs = [(a, b) for a, b in pairs if a is not None and b is not None]
        sheet.mean((name, row, ""), "gap", [a - b for a, b in pairs])
        sheet.test((name, row, ""), "gap_p", inference.sign_flip([a - b for a, b in pairs]) if pairs else None, len(pairs), "exact")
        unmet = [v for v in (lacks(first, second, row, p, unmet_codes) for p in people) if v is not None]
        known = sum(a not in ("", "-", "!") and b not in ("", "-", "!") for a, b in cells)
        sheet.share((name, row, ""), "unmet", sum(unmet), len(unmet), known)


def answers_of(q, item, p):
    """What a respondent says to a tested item, as a number; None: no answer."""
    if q["type"] == "single":
        return position(q, p[q["id"]])
    if q["type"] == "matrix":
        return position(q, p[q["id"] + "__" + item])
    if q["type"] == "number":
        return None if p[q["id"]] in STATES else Fraction(p[q["id"]])
    at = q["codes"].index(item)
    if q["type"] == "multi":
        cells = [p[q["id"] + "__" + c] for c in q["codes"]]
        return int(cells[at] != "1") if joint(cells, "1" in cells) == "answered" else None
    state, ranks = closed_ranks(q, p)
    return int(not (ranks[at] and ranks[at] <= int(q["max_choices"] or len(ranks)))) if state == "answered" else None


def dealt(cells):
    """How often answers that are dealt by chance are as far apart: cells are (in the class, answered), one a group."""
    taken, n = sum(k for k, _ in cells), sum(m for _, m in cells)
    far = lambda k, m: Fraction((k * n - taken * m) ** 2, m)
    seen, every, extreme = sum(far(k, m) for k, m in cells), 0, 0
    ways = {(0, Fraction(0)): 1}
    for _, m in cells:
        more = {}
        for (k, apart), weight in ways.items():
            for count in range(min(m, taken - k) + 1):
                place = (k + count, apart + far(count, m))
                more[place] = more.get(place, 0) + weight * math.comb(m, count)
        ways = more
    for (k, apart), weight in ways.items():
        if k == taken:
            every += weight
            extreme += weight * (apart >= seen)
    return float(Fraction(extreme, every))


class Family:
    """All p-values of a report; they are adjusted when the last is known, so rows wait as functions."""

    def __init__(self, min_group):
        self.p, self.adjusted, self.min_group = [], [], min_group

    def compare(self, sheet, key, table, two_codes):
        ordered, n = table.ordered, table.n
        statistic, degrees, effect = table.statistic() if table.fine else (None, None, None)
        sheet.put(key, "kruskal_h" if ordered else "chi2", statistic, n)
        sheet.put(key, "kruskal_df" if ordered else "chi2_df", degrees, n)
        sheet.test(key, "kruskal_p" if ordered else "chi2_p", inference.chi_square_upper(statistic, degrees) if table.fine else None, n, "asymptotic")
        sheet.put(key, "epsilon2" if ordered else "cramers_v", effect, n)
        if ordered and (two_codes or len(table.groups) == 2):
            sheet.put(key, "cliffs_delta", table.cliff() if len(table.groups) == 2 else None, n)

    def test(self, sheet, key, cells):
        cells = [(k, m) for k, m in cells if m >= self.min_group]
        taken, n = sum(k for k, _ in cells), sum(m for _, m in cells)
        if len(cells) < 2 or taken in (0, n):
            sheet.test(key, "exact_p", None, n, "")
            sheet.test(key, "p_adjusted", None, n, "")
            sheet.put(key, "verdict", None, n)
            return
        self.p.append(dealt(cells))
        number = len(self.p) - 1
        sheet.test(key, "exact_p", self.p[number], n, "exact")
        sheet.test(key, "p_adjusted", lambda: self.adjusted[number], n, "exact")
        sheet.put(key, "verdict", lambda: float(self.adjusted[number] < 0.05), n)


def class_of(q, item, people):
    """The answers of the class that stands for all, as answers_of gives them."""
    if q["type"] in ("multi", "ranking"):
        return {0}
    if q["measure"] == "ordinal" and len(q["codes"]) > 2:
        return q["top"]
    for codes in list(q["sets"].values())[:1]:
        inside = {position(q, c) for c in codes if c in q["codes"]}
        if 0 < len(inside) < len(q["codes"]):
            return inside
    given = [answers_of(q, item, p) for p in people]
    return {max((position(q, c) for c in q["codes"]), key=lambda code: (given.count(code), -code))}


def test_rows(sheet, family, q, group, levels, people):
    """levels: the coarser groups, each with its people; None where the grouping or the question has no tests."""
    items = {"single": [""], "number": [""], "matrix": q["rows"], "multi": q["codes"], "ranking": q["codes"]}.get(q["type"], [])
    by = sheet.by
    for item in items:
        key = (q["id"], item, "")
        pairs = [(p[group["id"]], answers_of(q, item, p)) for p in people]
        pairs = [(g, a) for g, a in pairs if g in group["codes"] and a is not None]
        table = inference.Table([[a for g, a in pairs if g == code] for code in group["codes"]], q["measure"] == "ordinal")
        family.compare(sheet, key, table, len(group["codes"]) == 2)
        option = q["type"] in ("multi", "ranking")
        for code in group["codes"] if q["measure"] != "ordinal" else []:
            sheet.level = code
            for at, category in enumerate([""] if option else q["codes"]):
                answer = 0 if option else position(q, category)
                row, column = sum(a == answer for _, a in pairs), sum(g == code for g, _ in pairs)
                value = inference.residual(sum(pair == (code, answer) for pair in pairs), row, column, len(pairs))
                sheet.put((q["id"], item, category), "residual", value, len(pairs))
        sheet.level = ""
        if levels is None or q["type"] == "number":
            continue
        inside = class_of(q, item, people)
        family.test(sheet, key, [(sum(g == code and a in inside for g, a in pairs), sum(g == code for g, _ in pairs)) for code in group["codes"]])
        if levels:
            given = [[a for a in (answers_of(q, item, p) for p in some) if a is not None] for some in levels]
            sheet.by = by + ".coarse"
            family.test(sheet, key, [(sum(a in inside for a in some), len(some)) for some in given])
            sheet.by = by


def known_levels(group, levels, people):
    """How many were invited of each level, where that is more than a bound: everybody is in a level."""
    counts = {code: sum(p[group["id"]] == code for p in people) for code in levels}
    if sum(counts[code] for code in levels if levels[code]) < len(people):
        return {}
    return {code: n for code, n in levels.items() if counts[code] <= n}


def response_rows(sheet, group, levels, people):
    known, sheet.by = known_levels(group, levels, people), group["id"]
    for code, n in levels.items():
        if not n:
            continue
        sheet.level, count = code, sum(p[group["id"]] == code for p in people)
        sheet.put(("", "", ""), "invited", n, n, flag="")
        sheet.put(("", "", ""), "answered", count, len(people), flag="")
        sheet.put(("", "", ""), "response_rate", count / n if code in known else None, n)
    sheet.by = sheet.level = ""


def compute(ini_path, answers_path, found):
    ini, questions, value, words = load(ini_path)
    with open(answers_path, encoding="utf-8", newline="") as file:
        records = list(csv.DictReader(file))
    people = [r for r in records if r["status"] == "accepted"]
    invited, accepted = int(value("survey", "invited") or 0), len(people)
    min_cell = int((value("privacy", "min_cell") if "privacy" in ini else "") or 3)
    population = invited if accepted <= invited else 0
    sheet = Sheet(float(value("survey", "confidence") or 0.95), population)
    whole, read = ("", "", ""), len(records)
    sheet.put(whole, "rows_read", read, read, flag="")
    for status in ("accepted", "rejected", "duplicate", "incomplete"):
        sheet.put(whole, "rows_" + status, sum(r["status"] == status for r in records), read, flag="")
    sheet.put(whole, "simulated", sum(r["origin"] == "simulated" for r in records), read, flag="")
    if invited:
        sheet.put(whole, "invited", invited, invited, flag="")
        sheet.put(whole, "response_rate", accepted / invited if accepted <= invited else None, invited,
                  flag="" if accepted <= invited else None)
    groupings = [(questions[name], {k[7:]: words(s, k) for k in ini[s] if k.startswith("coarse.")},
                  {k[8:]: int(value(s, k)) for k in ini[s] if k.startswith("invited.")}, value(s, "rest") or "rest")
                 for s in ini.sections() for kind, _, name in [s.partition(" ")] if kind == "group"]
    for group, _, levels, _ in groupings:
        response_rows(sheet, group, levels, people)
    family = Family(int((value("privacy", "min_group") if "privacy" in ini else "") or 5))
    main = value("report", "breakdown") if "report" in ini else ""
    ids = [group["id"] for group, *_ in groupings]
    main = main if main in ids else (ids or [""])[0]

    def people_of(group, coarse, rest):
        """The coarser groups with their people; the one for the rest has everybody who is in no other."""
        levels = {name: [p for p in people if p[group["id"]] in codes and p[group["id"]] in group["codes"]] for name, codes in coarse.items()}
        if rest in levels or (rest != "rest" and rest):
            taken = [c for name, codes in coarse.items() if name != rest for c in codes if c in group["codes"]]
            levels[rest] = [p for p in people if p[group["id"]] not in taken]
        return levels

    def tested(q, group):
        silent = {"identifying", "exchange", "consent_participation", "consent_quotes", "consent_contact"}
        return accepted >= (20 if group["id"] == main else 100) and q["id"] not in ids and not silent & set(q["role"])
    if groupings:
        sheet.put(whole, "tests", lambda: len(family.p), lambda: len(family.p), flag="")

    least = max(5, int((value("privacy", "min_report") if "privacy" in ini else "") or 5))

    def everywhere(write, q, lead=lambda: None):
        asked = q["asked_if"] if q else []
        sheet.population = population
        if asked:
            known = [known_levels(group, levels, people) for group, _, levels, _ in groupings if group["id"] == asked[0]]
            sheet.population = known[0].get(asked[1], 0) if known and len(asked) == 2 else 0
        write(people)
        lead()
        for group, coarse, levels, rest in groupings:
            if q is group:
                continue
            some_of = people_of(group, coarse, rest)
            known = known_levels(group, levels, people)
            sheet.by = group["id"]
            for sheet.level in group["codes"]:
                put_to = not asked or (asked[0] == group["id"] and sheet.level in asked[1:])
                sheet.population = known.get(sheet.level, 0) if put_to else 0
                write([p for p in people if p[group["id"]] == sheet.level])
            sheet.by, sheet.counts_only = group["id"] + ".coarse", True
            for sheet.level, some in some_of.items():
                codes = coarse.get(sheet.level, [])
                all_known = not asked and all(c in known for c in codes if c in group["codes"])
                sheet.population = sum(known.get(c, 0) for c in codes) if all_known else 0
                write(some)
            sheet.by, sheet.level, sheet.counts_only = group["id"], "", False
            if q:
                test_rows(sheet, family, q, group, list(some_of.values()) if tested(q, group) else None, people)
            sheet.by, sheet.population = "", population

    for q in questions.values():
        everywhere(lambda some: question_rows(sheet, q, some, people, min_cell), q, lambda: lists_of(sheet, q, people, least))
    for s in ini.sections():
        kind, _, name = s.partition(" ")
        if kind == "score":
            q = questions[value(s, "question")]
            rows = words(s, "rows") or q["rows"]
            everywhere(lambda some: score_rows(sheet, name, q, rows, some), None)
    for s in ini.sections():
        kind, _, name = s.partition(" ")
        if kind == "gap":
            first, second = questions[value(s, "importance")], questions[value(s, "satisfaction")]
            unmet = words(s, "unmet_codes")
            everywhere(lambda some: gap_rows(sheet, name, first, second, some, unmet), None,
                       lambda: lead_rows(sheet, name, "unmet", first["rows"], [[lacks(first, second, row, p, unmet) for row in first["rows"]] for p in people], least))
    family.adjusted = inference.benjamini_hochberg(family.p)
    return [tuple(cell() if callable(cell) else cell for cell in row) for row in sheet.rows]


def same(expected, found):
    if expected is None or isinstance(expected, str):
        return found == (expected or "")
    return found != "" and abs(float(found) - expected) <= 1e-9 * max(abs(expected), 1e-6)


def main():
    with open(sys.argv[3], encoding="utf-8", newline="") as file:
        found = [row for row in list(csv.reader(file))[1:] if row[5] != "class"]  # a decision, no figure
    expected = compute(sys.argv[1], sys.argv[2], {tuple(row[:6]): (row[6], row[10]) for row in found})
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
