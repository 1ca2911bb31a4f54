package org.undertone.features.harmonic;

import java.util.function.DoubleUnaryOperator;

/**
 * A local minimum of a function on an interval: golden sections and parabolas (Brent, Algorithms for Minimization without
 * Derivatives, 1973, chapter 5; Forsythe, Malcolm, Moler, Computer Methods for Mathematical Computations, 1977, {@code
 * fmin}). With several minima the path decides which is found, so the steps are those of MATLAB's {@code fminbnd}.
 *
 * @param at where the least value was met
 * @param value that value
 */
record BoundedMinimum(double at, double value) {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final double ROUNDING = Math.sqrt(Math.ulp(1.0));

    /**
     * Searches.
     *
     * @param tolerance of the place
     * @param mostSteps after the first evaluation
     */
    static BoundedMinimum of(DoubleUnaryOperator function, double low, double high, double tolerance, int mostSteps) {
        double a = low;
        double b = high;
        double best = a + GOLDEN * (b - a);
        double second = best;
        double third = best;
        double atBest = function.applyAsDouble(best);
        double atSecond = atBest;
        double atThird = atBest;
        double step = 0;
        double stepBefore = 0;
        for (int i = 0; i < mostSteps; i++) {
            double middle = 0.5 * (a + b);
            double near = ROUNDING * Math.abs(best) + tolerance / 3;
            if (Math.abs(best - middle) <= 2 * near - 0.5 * (b - a)) {
                break;
            }
            boolean parabolic = false;
            if (Math.abs(stepBefore) > near) {
                double r = (best - second) * (atBest - atThird);
                double q = (best - third) * (atBest - atSecond);
                double p = (best - third) * q - (best - second) * r;
                q = 2 * (q - r);
                p = q > 0 ? -p : p;
                q = Math.abs(q);
                r = stepBefore;
                stepBefore = step;
                parabolic = Math.abs(p) < Math.abs(0.5 * q * r) && p > q * (a - best) && p < q * (b - best);
                if (parabolic) {
                    step = p / q;
                    double x = best + step;
                    if (x - a < 2 * near || b - x < 2 * near) {
                        step = middle >= best ? near : -near;
                    }
                }
            }
            if (!parabolic) {
                stepBefore = best >= middle ? a - best : b - best;
                step = GOLDEN * stepBefore;
            }
            double x = best + (step >= 0 ? 1 : -1) * Math.max(Math.abs(step), near);
            double value = function.applyAsDouble(x);
            if (value <= atBest) {
                if (x >= best) {
                    a = best;
                } else {
                    b = best;
                }
                third = second;
                atThird = atSecond;
                second = best;
                atSecond = atBest;
                best = x;
                atBest = value;
            } else {
                if (x < best) {
                    a = x;
                } else {
                    b = x;
                }
                if (value <= atSecond || second == best) {
                    third = second;
                    atThird = atSecond;
                    second = x;
                    atSecond = value;
                } else if (value <= atThird || third == best || third == second) {
                    third = x;
                    atThird = value;
                }
            }
        }
        return new BoundedMinimum(best, atBest);
    }
}
