"""What stats.py needs of statistical theory: slow and plain, whole numbers and fractions where they go, nothing shared with the C programs."""
import math
import random
from fractions import Fraction
from functools import lru_cache


@lru_cache(maxsize=None)
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


def beta_below(x, a, b):
    """The regularised incomplete beta function: the continued fraction 26.5.8 of Abramowitz and Stegun, evaluated from its far end."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    value = 0.0
    for m in range(400, 0, -1):
        odd = -(a + m - 1) * (a + b + m - 1) * x / ((a + 2 * m - 2) * (a + 2 * m - 1))
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        value = odd / (1 + even / (1 + value))
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    return front / (1 + value)


@lru_cache(maxsize=None)
def f_quantile(p, above, below):
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if beta_below(middle, above / 2, below / 2) < p else (low, middle)
    return below * low / (above * (1 - low))


def chi_square_upper(value, degrees):
    """Exact recurrences: Q(a + 1, x) = Q(a, x) + x^a e^-x / a!, from Q(1/2, x) = erfc(sqrt x) or Q(1, x) = e^-x."""
    x, a = value / 2, Fraction(degrees % 2, 2) or Fraction(1)
    result = math.erfc(math.sqrt(x)) if degrees % 2 else math.exp(-x)
    while a < Fraction(degrees, 2):
        result += math.exp(float(a) * math.log(x) - x - math.lgamma(float(a) + 1)) if x > 0 else 0
        a += 1
    return result


@lru_cache(maxsize=None)
def hypergeometric_interval(count, n, population, confidence):
    """Every K is tried, with whole numbers."""
    least = Fraction((1 - confidence) / 2) * (1 + Fraction(1, 10**9)) * math.comb(population, n)
    kept = []
    for successes in range(count, population - n + count + 1):
        ways = [math.comb(successes, i) * math.comb(population - successes, n - i) for i in range(n + 1)]
        if sum(ways[: count + 1]) > least and sum(ways[count:]) > least:
            kept.append(successes)
    assert kept == list(range(kept[0], kept[-1] + 1))
    return kept[0] / population, kept[-1] / population


def sign_flip(differences):
    """All 2^n signs, by how often each sum occurs."""
    ways = {0: 1}
    for d in differences:
        following = {}
        for total, count in ways.items():
            for signed in (total + d, total - d):
                following[signed] = following.get(signed, 0) + count
        ways = following
    seen = abs(sum(differences))
    return float(Fraction(sum(c for s, c in ways.items() if abs(s) >= seen), 2 ** len(differences)))


def alpha(rows):
    """Of complete rows; None where it does not exist."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return None
    spread = lambda values: sum((Fraction(v) - Fraction(sum(values), len(values))) ** 2 for v in values)
    total, k = spread([sum(row) for row in rows]), len(rows[0])
    return None if total == 0 else Fraction(k, k - 1) * (1 - sum(map(spread, zip(*rows))) / total)


def mid_ranks(values):
    return [Fraction(2 * sum(v < w for v in values) + sum(v == w for v in values) + 1, 2) for w in values]


def friedman(rows):
    """p and W of complete rows, after the formula of Conover that needs no correction for ties."""
    n = len(rows)
    if n < 2 or len(rows[0]) < 2:
        return None, None
    k, ranks = len(rows[0]), [mid_ranks(row) for row in rows]
    spread = sum(r * r for row in ranks for r in row) - Fraction(n * k * (k + 1) ** 2, 4)
    if spread == 0:
        return None, None
    statistic = (k - 1) * sum((sum(column) - Fraction(n * (k + 1), 2)) ** 2 for column in zip(*ranks)) / spread
    return chi_square_upper(float(statistic), k - 1), float(statistic / (n * (k - 1)))


class Table:
    """Answers (rows) by groups (columns), without what is empty. The statistic is kept as a whole number, up to a factor."""

    def __init__(self, groups, ordered):
        self.ordered = ordered
        self.groups = [g for g in groups if g]
        answers = sorted({a for g in self.groups for a in g})
        self.cells = [[g.count(a) for g in self.groups] for a in answers]
        self.rows, self.columns = [sum(r) for r in self.cells], [len(g) for g in self.groups]
        self.n = sum(self.columns)
        self.fine = len(self.rows) > 1 and len(self.columns) > 1
        self.lcm = math.lcm(*self.columns, *([] if ordered else self.rows)) ** 2 if self.fine else 1

    def whole(self, cells):
        if not self.ordered:
            return sum((cells[i][j] * self.n - r * c) ** 2 * (self.lcm // (r * c)) for i, r in enumerate(self.rows) for j, c in enumerate(self.columns))
        total, below = 0, 0
        sums = [0] * len(self.columns)
        for row, r in zip(cells, self.rows):
            for j, count in enumerate(row):
                sums[j] += count * (2 * below + r - self.n)
            below += r
        return sum(s * s * (self.lcm // c) for s, c in zip(sums, self.columns))

    def statistic(self):
        """Chi-square or H, degrees of freedom, effect."""
        r, c, n = len(self.rows), len(self.columns), self.n
        if self.ordered:
            h = Fraction(3 * (n - 1) * self.whole(self.cells), self.lcm * (n**3 - n - sum(t**3 - t for t in self.rows)))
            return float(h), c - 1, float(h / (n - 1))
        chi2 = Fraction(self.whole(self.cells), self.lcm * n)
        return float(chi2), (r - 1) * (c - 1), math.sqrt(chi2 / (n * (min(r, c) - 1)))

    def tables(self, columns, rows):
        """All ways to fill rows from what the columns have left."""
        if len(rows) == 1:
            yield [list(columns)]
            return

        def parts(total, limits):
            if len(limits) == 1:
                if total <= limits[0]:
                    yield (total,)
                return
            for first in range(min(total, limits[0]) + 1):
                for rest in parts(total - first, limits[1:]):
                    yield (first, *rest)

        for part in parts(rows[0], columns):
            for rest in self.tables([c - p for c, p in zip(columns, part)], rows[1:]):
                yield [part, *rest]

    def exact(self, most):
        """The permutation p over all tables; None where there are more."""
        seen, every, extreme = self.whole(self.cells), 0, 0
        for number, cells in enumerate(self.tables(self.columns, self.rows)):
            if number == most:
                return None
            weight = Fraction(1, math.prod(math.factorial(v) for row in cells for v in row))
            every += weight
            extreme += weight * (self.whole(cells) >= seen)
        return float(extreme / every)

    def shuffled(self, draws, seed):
        """The permutation p by shuffling the answers themselves."""
        generator, seen, extreme = random.Random(seed), self.whole(self.cells), 0
        answers = [i for i, r in enumerate(self.rows) for _ in range(r)]
        for _ in range(draws):
            generator.shuffle(answers)
            cells, at = [[0] * len(self.columns) for _ in self.rows], 0
            for j, size in enumerate(self.columns):
                for i in answers[at : at + size]:
                    cells[i][j] += 1
                at += size
            extreme += self.whole(cells) >= seen
        return (extreme + 1) / (draws + 1)

    def cliff(self):
        first, second = self.groups
        return sum((a > b) - (a < b) for a in first for b in second) / (len(first) * len(second))


def residual(cell, row, column, n):
    if not (0 < row < n and 0 < column < n):
        return None
    expected = Fraction(row * column, n)
    return float(cell - expected) / math.sqrt(expected * (1 - Fraction(row, n)) * (1 - Fraction(column, n)))


def benjamini_hochberg(p):
    order = sorted(range(len(p)), key=lambda i: p[i])
    result, least = [0.0] * len(p), 1.0
    for rank in range(len(p), 0, -1):
        least = min(least, p[order[rank - 1]] * len(p) / rank)
        result[order[rank - 1]] = least
    return result
