#!/usr/bin/env python3
"""Makes scores.json: seeded predictions and labels, and what every metric must be on them.

Needs numpy, scipy and scikit-learn (made with 2.4.6, 1.17.1 and 1.9.1). Where each number comes from:

    mae                    sklearn.metrics.mean_absolute_error
    skill                  1 - the ratio of two of these
    classes                decimal.Decimal.to_integral_value(ROUND_HALF_UP), which is exact, then clipped
    accuracy4              sklearn.metrics.accuracy_score on classes
    f1_macro4, f1_absent   sklearn.metrics.f1_score on classes, zero_division=0
    qwk                    sklearn.metrics.cohen_kappa_score(weights="quadratic") on classes
    ccc                    Lin's formula in exact rational arithmetic (fractions.Fraction)
    pearson, spearman      scipy.stats.pearsonr, spearmanr
    uar                    sklearn.metrics.balanced_accuracy_score on presence
    f1_macro_presence, f1_present   sklearn.metrics.f1_score on presence, zero_division=0
    average_precision, auroc        sklearn.metrics.average_precision_score, roc_auc_score
    zero_share, prediction_sd       numpy.mean on classes, numpy.std
    overall                numpy.mean over the emotions that have a value; for mae and accuracy4 over all entries

An undefined score is null. An emotion without positives, or with nothing else, has none of the scores of presence (with
nothing else it still has f1_present); one with constant labels has no ccc, correlation, qwk or skill.
"""

import json
import math
import os
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy
from scipy import stats
from sklearn import metrics

HERE = os.path.dirname(os.path.abspath(__file__))
RANDOM = numpy.random.default_rng(74)
CLASSES = [0, 1, 2, 3]
BELOW_HALF = 0.49999999999999994


def to_class(x):
    return int(min(3, max(0, Decimal(float(x)).to_integral_value(ROUND_HALF_UP))))


def concordance(x, y):
    x, y, n = [Fraction(float(v)) for v in x], [Fraction(float(v)) for v in y], len(x)
    mean_x, mean_y = sum(x) / n, sum(y) / n
    covariance = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / n
    squares = sum((a - mean_x) ** 2 for a in x) / n + sum((b - mean_y) ** 2 for b in y) / n
    return float(2 * covariance / (squares + (mean_x - mean_y) ** 2))


def one_emotion(x, y, threshold, median):
    classes_x, classes_y = [to_class(v) for v in x], [to_class(v) for v in y]
    present, predicted = y > 0, x >= threshold
    varied = len(set(y)) > 1
    both_sides = 0 < present.sum() < len(y)
    scores = {
        "mae": metrics.mean_absolute_error(y, x),
        "accuracy4": metrics.accuracy_score(classes_y, classes_x),
        "f1_macro4": metrics.f1_score(
            classes_y, classes_x, labels=sorted(set(classes_y)), average="macro", zero_division=0
        ),
        "zero_share": numpy.mean(numpy.array(classes_x) == 0),
        "prediction_sd": numpy.std(x),
    }
    if varied:
        baseline = metrics.mean_absolute_error(y, numpy.full(len(y), median))
        scores["skill"] = 1 - scores["mae"] / baseline
        scores["ccc"] = concordance(x, y)
        if len(set(x)) > 1:
            scores["pearson"] = stats.pearsonr(x, y).statistic
            scores["spearman"] = stats.spearmanr(x, y).statistic
    if len(set(classes_y)) > 1:
        scores["qwk"] = metrics.cohen_kappa_score(classes_y, classes_x, weights="quadratic", labels=CLASSES)
    if 0 in classes_y:
        scores["f1_absent"] = metrics.f1_score(classes_y, classes_x, labels=[0], average="macro", zero_division=0)
    if present.any():
        scores["f1_present"] = metrics.f1_score(present, predicted, zero_division=0)
    if both_sides:
        scores["uar"] = metrics.balanced_accuracy_score(present, predicted)
        scores["f1_macro_presence"] = metrics.f1_score(present, predicted, average="macro", zero_division=0)
        scores["average_precision"] = metrics.average_precision_score(present, x)
        scores["auroc"] = metrics.roc_auc_score(present, x)
    return {name: float(value) for name, value in scores.items()}


NAMES = [
    "mae", "skill", "accuracy4", "f1_macro4", "qwk", "ccc", "pearson", "spearman", "uar", "f1_macro_presence",
    "f1_present", "average_precision", "auroc", "f1_absent", "zero_share", "prediction_sd",
]  # fmt: skip


def case(name, predictions, labels, thresholds, medians):
    predictions, labels = numpy.array(predictions, float), numpy.array(labels, float)
    emotions = labels.shape[1]
    columns = [
        one_emotion(predictions[:, e], labels[:, e], thresholds[e], medians[e]) for e in range(emotions)
    ]
    scores = {metric: [column.get(metric) for column in columns] for metric in NAMES}
    overall = {}
    for metric, values in scores.items():
        defined = [v for v in values if v is not None]
        overall[metric] = float(numpy.mean(defined)) if defined else None
    overall["mae"] = float(metrics.mean_absolute_error(labels.ravel(), predictions.ravel()))
    overall["accuracy4"] = float(
        metrics.accuracy_score([to_class(v) for v in labels.ravel()], [to_class(v) for v in predictions.ravel()])
    )
    assert all(v is None or math.isfinite(v) for values in scores.values() for v in values)
    return {
        "name": name,
        "predictions": predictions.tolist(),
        "labels": labels.tolist(),
        "thresholds": list(thresholds),
        "trainingMedians": list(medians),
        "scores": scores,
        "overall": overall,
    }


def thirds(n, shares):
    """[clip][emotion]: means of three annotators' whole numbers, most of them 0, as 32-bit numbers often are."""
    votes = [RANDOM.binomial(3, share, (n, 3)) * (RANDOM.random((n, 1)) < 0.6) for share in shares]
    return numpy.stack([v.sum(1) for v in votes], 1) / 3


def cases():
    shares = [0.4, 0.15, 0.2, 0.05, 0.1, 0.04]
    thresholds = [0.5, 0.4, 0.3, 0.2, 0.25, 0.1]
    medians = [0.3, 0.1, 0.2, 0.05, 0.15, 0.1]
    labels = thirds(120, shares)
    noisy = labels * 0.5 + RANDOM.normal(0.2, 0.4, labels.shape)
    yield case("regression, values below 0 and above 3", noisy * 1.6, labels, thresholds, medians)
    yield case("as single precision", noisy.astype("f4"), labels.astype("f4"), thresholds, medians)
    yield case("many ties", numpy.round(noisy * 3) / 3, labels, [1 / 3] * 6, medians)
    yield case("ties at halves", numpy.round(noisy * 2) / 2, labels, [0.5] * 6, [0.5] * 6)
    yield case("anticorrelated", 1 - noisy, labels, thresholds, medians)
    yield case("a perfect prediction", labels, labels, [1e-9] * 6, medians)
    yield case("zeros", numpy.zeros_like(labels), labels, [0.5] * 6, medians)
    yield case("constants, all present", numpy.tile([0.1, 0.7, 1 / 3, 2.9, 1.5, 0.3], (120, 1)), labels, [0.1] * 6, medians)
    yield case("constants above 3 and below 0", numpy.tile([9.0, -4.0, 3.5, -0.5, 3.4, -1e-20], (120, 1)), labels, [0] * 6, medians)
    small = thirds(7, [0.5, 0.5, 0.3, 0.3, 0.3, 0.3])
    small[:, 2:] = [[0, 1 / 3, 2, 1 / 3]] * 7
    small[3:, 5] = 0
    yield case(
        "no positives, only positives, equal labels, labels of one class",
        RANDOM.normal(0.6, 0.8, small.shape), small, [0.5] * 6, [0.4] * 6,
    )  # fmt: skip
    yield case("constant labels, all of them", [[0.2, 0.3], [0.4, 0.3]], [[0, 1], [0, 1]], [0.5, 0.1], [0, 1])
    yield case("one clip", [[0.7, 0.0, 2.6]], [[1.0, 0.0, 3.0]], [0.5, 0.5, 0.5], [0, 0, 1])
    yield case("two clips", [[0.7, 0.2], [0.1, 0.2]], [[1.0, 0.0], [0.0, 1 / 3]], [0.5, 0.5], [0, 0.5])
    edges = [BELOW_HALF, 0.5, 1.4999999999999998, 1.5, 2.4999999999999996, 2.5, -0.0, 0.0, -0.5, 3.49, 3.5, 1e-300]
    answers = [0.5, BELOW_HALF, 1.5, 1.4999999999999998, 2.5, 2.4999999999999996, 0.0, -0.0, 0.4, 3, 2, -1e-300]
    yield case("just below the halves", [[v] for v in answers], [[max(0, v)] for v in edges], [0.5], [1])
    far = labels[:40, :2] + 1e4
    yield case("far from the labels", far + RANDOM.normal(0, 1, far.shape), labels[:40, :2], [1e4, 1e4], [0, 0.2])


def main():
    golden = {
        "cases": list(cases()),
        "classes": [
            [v, to_class(v)]
            for v in [
                BELOW_HALF, 0.5, 0.5000000000000001, 1.4999999999999998, 1.5, 2.4999999999999996, 2.5, 2.5000000000000004,
                1 / 3, 2 / 3, 0.0, -0.0, 1e-300, -1e-300, -0.5, -0.50001, -7.5, 3.0, 3.49, 3.5, 4.5, 1e9, -1e9,
            ]
        ],
    }  # fmt: skip
    with open(os.path.join(HERE, "scores.json"), "w", encoding="utf-8", newline="\n") as file:
        json.dump(golden, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
