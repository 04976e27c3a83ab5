#!/usr/bin/env python3
"""group_claims.py published.csv report.html...: is every sentence about groups true?

Counts every test anew from the published counts alone, exactly: the answers of the class of a table against the rest, by the
groups shown; all tables with these margins whose chi-square is at least that of the table. Then, of each page:

  - a table is told to differ where its p is at most 0.05 x (tables that differ) / tests, and then every such table is
  - no table of which a difference is denied has a smaller p than one of which it is told
  - a sentence on a difference, or on none, stands in the block of a question at a table that was tested, with that result
  - how many of how many comparisons differ is counted

Prints what is false, and `checked TESTS SENTENCES`. Written from nachlese-stats(1) and nachlese-protect(1), without any code of
the tools. Where more than 10,000 tables have these margins stats draws some of them; then p may be off by a third."""
import csv
import html
import re
import sys
from bisect import bisect_left
from collections import defaultdict
from fractions import Fraction
from math import comb, lcm

LEVEL = Fraction(1, 20)
# Where counting all tables with the same margins takes too many steps nachlese-stats(1) draws some of them, until 200 are as
# extreme: a standard error of 7 % of p, of which five are allowed. Below so many tables it never does, and p must be exact.
MOST_TABLES = 10_000_000
DRAWN = Fraction(27, 20)


def half(groups, scale):
    """Of some groups: for each number of answers in the class, the ways to get it, by their part of the statistic."""
    ways = {0: {0: 1}}
    for base in groups:
        more = defaultdict(lambda: defaultdict(int))
        for taken, parts in ways.items():
            for part, weight in parts.items():
                for count in range(base + 1):
                    more[taken + count][part + count * count * (scale // base)] += weight * comb(base, count)
        ways = more
    return ways


def count_tables(cells):
    """How many tables have these margins."""
    ways = {0: 1}
    for _, base in cells:
        more = defaultdict(int)
        for taken, number in ways.items():
            for count in range(base + 1):
                more[taken + count] += number
        ways = more
    return ways[sum(count for count, _ in cells)]


def exact_p(cells):
    """The p of counts and bases of groups. With fixed margins chi-square grows with the sum of count^2 / base: whole numbers
    when multiplied by the least common multiple of the bases, so that ties are ties."""
    bases = [base for count, base in cells if base > 0]
    scale = lcm(*bases)
    total = sum(count for count, base in cells)
    seen = sum(count * count * (scale // base) for count, base in cells if base > 0)
    first, second = half(bases[: len(bases) // 2], scale), half(bases[len(bases) // 2 :], scale)
    extreme = 0
    for taken, parts in first.items():
        others = sorted(second.get(total - taken, {}).items())
        behind = [0]
        for _, weight in reversed(others):
            behind.append(behind[-1] + weight)
        values = [value for value, _ in others]
        for part, weight in parts.items():
            extreme += weight * behind[len(values) - bisect_left(values, seen - part)]
    return Fraction(extreme, comb(sum(bases), total))


class Table:
    def __init__(self, question, item, by):
        self.question, self.item, self.by = question, item, by
        self.rows = defaultdict(list)  # by (statistic, category): counts and bases
        self.all_counts = False
        self.verdict, self.p, self.least, self.most = None, None, None, None

    def name(self):
        return "/".join(filter(None, (self.question, self.item))) + " by " + self.by


class Published:
    def __init__(self, path):
        with open(path, newline="", encoding="utf-8") as file:
            self.rows = list(csv.DictReader(file))
        self.tests, self.tables, self.whole, self.order = 0, {}, {}, defaultdict(list)
        for row in self.rows:
            self.read(row)
        for table in self.tables.values():
            if table.verdict is not None:
                self.test(table)

    def table(self, row):
        by = re.sub(r"\.coarse$", "", row["by"])
        key = row["question"], row["item"], by
        return self.tables.setdefault(key, Table(*key))

    def read(self, row):
        if row["statistic"] == "tests":
            self.tests = int(float(row["value"]))
        if not row["by"]:
            if row["statistic"] == "count" and row["value"]:
                self.whole[row["question"], row["item"], row["category"]] = float(row["value"])
                self.order[row["question"], row["item"]].append(row["category"])
            return
        table = self.table(row)
        if row["statistic"] == "verdict" and row["value"]:
            table.verdict = float(row["value"]) > 0.5
        elif row["level"] and row["value"] and row["n"]:
            base = int(row["n"])
            value = float(row["value"])
            count = round(value) if row["statistic"] == "count" else round(value * base)
            table.rows[row["statistic"], row["category"]].append((count, base))

    def class_of(self, table):
        """The class: top2; ticked or placed; a declared set; else the code most frequent over all."""
        for statistic in ("top2", "top", "set"):
            for key in table.rows:  # of sets the first that is declared, as they stand in the file
                if key[0] == statistic:
                    return table.rows[key]
        if ("share", "") in table.rows:
            return table.rows["share", ""]
        codes = [code for code in self.order[table.question, table.item] if ("share", code) in table.rows]
        code = max(codes, key=lambda one: self.whole[table.question, table.item, one]) if codes else None
        return table.rows.get(("share", code), [])

    def test(self, table):
        cells = self.class_of(table)
        if len(cells) < 2:
            return
        table.p = exact_p(cells)
        slack = DRAWN if count_tables(cells) > MOST_TABLES else 1
        table.least, table.most = table.p / slack, table.p * slack


def check_tables(published, say):
    tested = [table for table in published.tables.values() if table.verdict is not None]
    for table in tested:
        if table.p is None:
            say(f"{table.name()}: a verdict without two groups that are shown")
    tested = [table for table in tested if table.p is not None]
    claimed = [table for table in tested if table.verdict]
    denied = [table for table in tested if not table.verdict]
    if len(tested) > published.tests:
        say(f"{len(tested)} tables are tested, but {published.tests} tests were made")
        return len(tested)
    bound = LEVEL * len(claimed) / max(published.tests, 1)
    for table in claimed:
        if table.least > bound:
            say(f"{table.name()}: told to differ with p = {float(table.p):.6g}, above {float(bound):.6g}")
    for table in denied:
        if claimed and table.most < max(one.least for one in claimed):
            say(f"{table.name()}: denied with p = {float(table.p):.6g}, but a larger one is told")
    # With the tables denied in the order of p, one more, two more ... would not have passed either.
    for more, table in enumerate(sorted(denied, key=lambda one: one.most), 1):
        if table.most < LEVEL * (len(claimed) + more) / published.tests:
            say(f"{table.name()}: denied, but p = {float(table.p):.6g} is small enough with {more} more")
    return len(tested)


CLAIM = re.compile(r"^(Die Gruppen antworten unterschiedlich|The groups answer differently)")
CLAIM_OF = re.compile(r"^(?:Bei|For) [„“](.*?)[“”] (?:antworten die Gruppen unterschiedlich|the groups answer differently)")
DENIAL = re.compile(
    r"^(Kein belastbarer Unterschied|No difference that can be relied on"
    r"|Beim Anteil für .* gibt es keinen belastbaren Unterschied|For .* there is no reliable difference)"
)
REST = re.compile(r"^(Sonst gibt es keinen belastbaren Unterschied|Otherwise there is no difference)")
HEAD = re.compile(r"^(?:Nach|By) [„“][^“”]*[“”](?: (?:und|and) [„“][^“”]*[“”])?: ")
FOUND = re.compile(
    r"(?:(\d+|Keiner|none) (?:von|of) (\d+) (?:Vergleichen|comparisons)|(?:Alle|all) (\d+) (?:Vergleiche|comparisons))"
)


def plain(text):
    return html.unescape(re.sub(r"<[^>]*>", "", text)).replace("\u00a0", " ").replace("\u202f", " ").strip()


def sentences_of(page):
    """Each sentence of the pieces of a page, with the block of the question that it is in and the piece's beginning."""
    block = ""
    for line in page.splitlines():
        found = re.search(r'<section class="question" aria-labelledby="([^"]*)"', line)
        if found:
            block = found.group(1)
        elif "</section>" in line:
            block = ""
        for piece in re.split(r"</(?:p|li|dd|td|th|h1|h2|h3)>", line):
            text = plain(piece)
            head = HEAD.match(text)
            for sentence in re.split(r"(?<=[.:]) (?=[A-ZÄÖÜ])", text[head.end() :] if head else text):
                yield block, head.group(0) if head else "", sentence


class Page:
    def __init__(self, published, path, say):
        self.published, self.say = published, say
        with open(path, encoding="utf-8") as file:
            self.page = file.read()
        self.labels = self.read_labels()
        self.checked = 0

    def read_labels(self):
        """By its title each grouping is known: that of the block of its question."""
        found = re.findall(r'<h3 id="([^"]*)"[^>]*>(.*?)</h3>', self.page, re.S)
        return {identity: plain(re.sub(r'<span class="number">.*?</span>', "", title)) for identity, title in found}

    def tables(self, block, head):
        """The tested tables of a question, by the groupings named (all, where their titles are not those of blocks)."""
        own = [t for t in self.published.tables.values() if t.question == block]
        named = [g for g in {t.by for t in own} if self.labels.get(g) and self.labels[g] in head]
        return [t for t in own if not head or not named or t.by in named]

    def check(self):
        for block, head, sentence in sentences_of(self.page):
            found = FOUND.search(sentence)
            if found:
                self.check_found(found)
            if block:
                self.check_sentence(block, head, sentence)
        return self.checked

    def check_found(self, found):
        tested = [t for t in self.published.tables.values() if t.verdict is not None]
        words = {"Keiner": 0, "none": 0}
        base = int(found.group(2) or found.group(3))
        told = found.group(1) or found.group(3)
        count = words[told] if told in words else int(told)
        self.checked += 1
        if (count, base) != (sum(t.verdict for t in tested), len(tested)):
            self.say(f"'{found.group(0)}': they are {sum(t.verdict for t in tested)} of {len(tested)}")

    def check_sentence(self, block, head, sentence):
        tables = self.tables(block, head)
        tested = [t for t in tables if t.p is not None]
        if CLAIM.match(sentence) or CLAIM_OF.match(sentence):
            self.checked += 1
            if not any(t.verdict for t in tested):
                self.say(f"{block}: a difference is told, but no table has it: {sentence[:100]}")
        elif DENIAL.match(sentence) or REST.match(sentence):
            self.checked += 1
            if not any(not t.verdict for t in tested):
                self.say(f"{block}: a difference is denied, but none was tested: {sentence[:100]}")
            if DENIAL.match(sentence) and head and any(t.verdict for t in tested):
                self.say(f"{block}: a difference is denied, but there is one: {sentence[:100]}")


def main():
    faults = []
    published = Published(sys.argv[1])
    tests = check_tables(published, faults.append)
    sentences = sum(Page(published, path, faults.append).check() for path in sys.argv[2:])
    for fault in faults:
        print(fault)
    print(f"checked {tests} {sentences}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
