#!/usr/bin/env python3
"""Writes statistics.json: what independent implementations say about tests, intervals and learning curves.

Needs numpy, scipy and scikit-learn. Run it in this folder; the same versions write the same file.
"""

import itertools
import json
import pathlib

import numpy as np
from scipy import optimize, stats
from sklearn.isotonic import IsotonicRegression

MASK = (1 << 64) - 1


class SplitMix:
    """java.util.SplittableRandom's nextLong, and draws below a bound from its upper 32 bits."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        while True:
            product = (self.next() >> 32) * bound
            if product % 2**32 >= 2**32 % bound:
                return product >> 32

    def draw(self, count):
        return [self.below(count) for _ in range(count)]


def exact_p(ranks, smaller):
    """Coefficients of the product of (1 + x^(2 rank)), as digits of one huge integer."""
    digit = len(ranks) + 1
    product = 1
    for rank in ranks:
        product *= 1 + (1 << (digit * int(2 * rank)))
    as_extreme = sum((product >> (digit * s)) & ((1 << digit) - 1) for s in range(int(2 * smaller) + 1))
    return min(1.0, 2 * as_extreme / 2 ** len(ranks))


def signed_rank(a, b):
    d = a - b
    nonzero = d[d != 0]
    ranks = stats.rankdata(np.abs(nonzero))
    positive, negative = ranks[nonzero > 0].sum(), ranks[nonzero < 0].sum()
    n = len(nonzero)
    ties = len(set(np.abs(nonzero))) < n
    if n > 60:
        p = stats.wilcoxon(nonzero, correction=True, method="asymptotic").pvalue
    else:
        p = exact_p(ranks, min(positive, negative))
        if not ties:
            assert abs(p - stats.wilcoxon(nonzero, method="exact").pvalue) < 1e-12
        elif n <= 12:
            every = [sum(r for r, s in zip(ranks, signs) if s) for signs in itertools.product((0, 1), repeat=n)]
            assert p == min(1.0, 2 * np.mean(np.array(every) <= min(positive, negative)))
    return {
        "a": a.tolist(),
        "b": b.tolist(),
        "used": n,
        "statistic": min(positive, negative),
        "p": float(p),
        "rankBiserial": (positive - negative) / (positive + negative),
        "meanDifference": float(np.mean(d)),
        "cohensDz": float(np.mean(d) / np.std(d, ddof=1)),
    }


def signed_ranks(random):
    cases = []
    for n in (2, 3, 5, 10, 25, 53, 60, 61, 200):
        cases.append(signed_rank(random.normal(0.2, 1, n), random.normal(0, 1, n)))
    for n in (6, 12, 40, 60, 80, 300):  # halves are exact in binary: ties and zeros are exact too
        cases.append(signed_rank(random.integers(-3, 6, n) / 2, random.integers(-4, 4, n) / 2))
    cases.append(signed_rank(np.linspace(1, 2, 60), np.linspace(0.5, 0.6, 60) - np.linspace(0, 1, 60) ** 2))
    return cases


def holm(p):
    """By its meaning, not by its steps: the largest Bonferroni p of all sets of hypotheses that contain this one."""
    tests = range(len(p))
    return [
        max(
            min(1.0, len(s) * min(p[i] for i in s))
            for size in range(1, len(p) + 1)
            for s in itertools.combinations(tests, size)
            if test in s
        )
        for test in tests
    ]


def repeats(values):
    n = len(values)
    mean, deviation = np.mean(values), np.std(values, ddof=1)
    low, high = stats.t.interval(0.95, n - 1, loc=mean, scale=deviation / np.sqrt(n))
    return {"values": values.tolist(), "mean": mean, "standardDeviation": deviation, "low": low, "high": high}


def group_bootstrap(random, groups, seed):
    group = random.integers(0, groups, 4 * groups) * 7 - 3
    values = random.normal(0, 1, len(group)) + group / 10
    members = [np.flatnonzero(group == g) for g in np.unique(group)]
    source = SplitMix(seed)
    outcomes = [np.mean(values[np.concatenate([members[g] for g in source.draw(len(members))])]) for _ in range(500)]
    low, high = np.percentile(outcomes, [2.5, 97.5])
    return {"group": group.tolist(), "values": values.tolist(), "resamples": 500, "seed": seed, "low": low, "high": high}


def monotone(budgets, scores, higher):
    x = np.log2(budgets)
    return x, IsotonicRegression().fit_transform(x, scores if higher else -np.asarray(scores))


def fewest(x, y, score):
    if y[0] > score or y[-1] < score:
        return None
    at = int(np.searchsorted(y, score, side="left"))
    if at == 0 or y[at] == score:
        return x[at]
    return x[at - 1] + (score - y[at - 1]) / (y[at] - y[at - 1]) * (x[at] - x[at - 1])


def labels_to_match(ours, theirs, at):
    score = theirs[1][at]
    needed = fewest(*ours, score)
    return None if needed is None else 2.0 ** (fewest(*theirs, score) - needed)


def crossing(ours, theirs):
    x = np.unique(np.concatenate([ours[0], theirs[0]]))
    x = x[(x >= max(ours[0][0], theirs[0][0])) & (x <= min(ours[0][-1], theirs[0][-1]))]
    lead = lambda place: np.interp(place, *theirs) - np.interp(place, *ours)
    leads = lead(x)
    behind = np.flatnonzero(leads <= 0)
    if leads[-1] <= 0 or len(behind) == 0:
        return None
    last = behind[-1]
    return 2.0 ** optimize.brentq(lead, x[last], x[last + 1], xtol=1e-15, rtol=1e-15)


def curves(random, higher, seed, repeats, slopes):
    ours_budgets = [20, 35, 50, 80, 140, 200]
    base_budgets = [20, 50, 65, 110, 200, 400]
    sign = 1 if higher else -1
    ours = sign * (slopes[0] + slopes[1] * np.log2(ours_budgets) + random.normal(0, 0.03, (repeats, 6)))
    base = sign * (0.1 + 0.05 * np.log2(base_budgets) + random.normal(0, 0.03, (repeats, 6)))
    dummy, ceiling = sign * 0.2, sign * 0.7
    mean = ours.mean(axis=0)
    x = np.log2(ours_budgets)
    ours_fit, base_fit = monotone(ours_budgets, mean, higher), monotone(base_budgets, base.mean(axis=0), higher)
    source = SplitMix(seed)
    ratios = []
    for _ in range(300):
        drawn = source.draw(repeats)
        ratio = labels_to_match(
            monotone(ours_budgets, ours[drawn].mean(axis=0), higher),
            monotone(base_budgets, base[drawn].mean(axis=0), higher),
            3,
        )
        if ratio is not None:
            ratios.append(ratio)
    interval = np.percentile(ratios, [2.5, 97.5]).tolist() if len(ratios) >= 285 else None
    return {
        "higherIsBetter": higher,
        "oursBudgets": ours_budgets,
        "baselineBudgets": base_budgets,
        "ours": ours.tolist(),
        "baseline": base.tolist(),
        "dummy": dummy,
        "ceiling": ceiling,
        "monotone": (sign * ours_fit[1]).tolist(),
        "area": np.trapezoid((mean - dummy) / (ceiling - dummy), x) / (x[-1] - x[0]),
        "ratios": [labels_to_match(ours_fit, base_fit, at) for at in range(6)],
        "crossing": crossing(ours_fit, base_fit),
        "resamples": 300,
        "seed": seed,
        "undefinedResamples": 300 - len(ratios),
        "interval": interval,
    }


def main():
    random = np.random.default_rng(20240607)
    p = [[0.01], [0.04, 0.01, 0.03], [0.2, 0.2, 0.9, 0.6], [0.001, 0.0005, 0.02, 0.5, 0.01, 0.049], [0.0, 1.0, 0.3]]
    golden = {
        "signedRank": signed_ranks(random),
        "holm": [{"p": case, "adjusted": holm(case)} for case in p + [random.uniform(0, 0.3, 8).tolist()]],
        "repeats": [repeats(random.normal(0.5, 0.1, n)) for n in (2, 3, 5, 10, 40)],
        "groupBootstrap": [group_bootstrap(random, 12, 7), group_bootstrap(random, 40, -5)],
        "curves": [
            curves(random, True, 11, 10, (0.13, 0.05)),
            curves(random, True, -3, 10, (0.27, 0.022)),
            curves(random, False, 4, 5, (0.12, 0.05)),
            curves(random, False, 5, 3, (0.3, 0.013)),
            curves(random, True, 6, 5, (0.0, 0.05)),
        ],
    }
    target = pathlib.Path(__file__).with_name("statistics.json")
    lines = [  # one case per line
        f'"{name}": [\n' + ",\n".join(json.dumps(case, allow_nan=False) for case in cases) + "\n]"
        for name, cases in golden.items()
    ]
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
