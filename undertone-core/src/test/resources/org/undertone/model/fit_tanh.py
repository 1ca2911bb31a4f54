"""Prints the coefficients of Activation.tanh: x P(x^2) / Q(x^2), four powers each, least largest relative error on [0, 9].

Lawson's iteration: least squares whose weights grow where the error is large; the denominator of the step before makes the
problem linear. Needs numpy. The constant of P comes out as 1 - 2e-8, which is 1 in single precision.
"""
import numpy as np
from numpy.polynomial import Chebyshev, Polynomial
from numpy.polynomial.chebyshev import chebvander

POWERS, END, POINTS, ITERATIONS = 4, 9.0, 2000, 2000

x = END * (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, POINTS)))[1:]
wanted = np.tanh(x) / x
basis = chebvander(2 * (x / END) ** 2 - 1, POWERS)
weight, denominator, least = np.ones(len(x)), np.ones(len(x)), np.inf
for _ in range(ITERATIONS):
    equations = np.hstack([basis / wanted[:, None], -basis[:, 1:]])
    scale = np.sqrt(weight) / denominator
    c = np.linalg.lstsq(equations * scale[:, None], scale, rcond=None)[0]
    p, q = basis @ c[: POWERS + 1], 1 + basis[:, 1:] @ c[POWERS + 1 :]
    error = np.abs(p / (wanted * q) - 1)
    if np.all(q > 0) and error.max() < least:
        least, best = error.max(), c
    denominator = np.abs(q)
    weight = weight * (error / error.max() + 1e-3) ** 0.5
    weight /= weight.sum()


def powers_of_square(chebyshev):
    return Chebyshev(chebyshev).convert(kind=Polynomial)(Polynomial([-1, 2 / END**2])).coef


p, q = powers_of_square(best[: POWERS + 1]), powers_of_square(np.r_[1, best[POWERS + 1 :]])
print("P", ["%.9g" % v for v in p / q[0]])
print("Q", ["%.9g" % v for v in q / q[0]])
print("relative error %.3g" % least)
