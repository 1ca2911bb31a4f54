package org.undertone.features.harmonic;

import java.util.function.DoubleUnaryOperator;

/**
 * A local minimum of a function on an interval: golden sections and parabolas (Brent, Algorithms for Minimization without
 * Derivatives, 1973, chapter 5; Forsythe, Malcolm, Moler, Computer Methods for Mathematical Computations, 1977, {@code
 * fmin}). With several minima the path decides which is found, so the steps are those of MATLAB's {@code fminbnd}.
 */
final class BoundedMinimum {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final double ROUNDING = Math.sqrt(Math.ulp(1.0));

    private double low;
    private double high;
    /** The three best places so far and the values there. */
    private double best;

    private double second;
    private double third;
    private double atBest;
    private double atSecond;
    private double atThird;
    private double step;
    private double stepBefore;

    private BoundedMinimum(DoubleUnaryOperator function, double low, double high) {
        this.low = low;
        this.high = high;
        best = low + GOLDEN * (high - low);
        second = best;
        third = best;
        atBest = function.applyAsDouble(best);
        atSecond = atBest;
        atThird = atBest;
    }

    /**
     * Searches.
     *
     * @param tolerance of the place
     * @param mostSteps after the first evaluation
     */
    static BoundedMinimum of(DoubleUnaryOperator function, double low, double high, double tolerance, int mostSteps) {
        var search = new BoundedMinimum(function, low, high);
        for (int i = 0; i < mostSteps; i++) {
            double near = ROUNDING * Math.abs(search.best) + tolerance / 3;
            if (Math.abs(search.best - search.middle()) <= 2 * near - 0.5 * (search.high - search.low)) {
                break;
            }
            search.choose(near);
            double x = search.best + (search.step >= 0 ? 1 : -1) * Math.max(Math.abs(search.step), near);
            search.take(x, function.applyAsDouble(x));
        }
        return search;
    }

    /** Where the least value was met. */
    double at() {
        return best;
    }

    /** The least value that was met. */
    double value() {
        return atBest;
    }

    private double middle() {
        return 0.5 * (low + high);
    }

    /** The next step: to the bottom of the parabola through three places, else a golden section of the larger part. */
    private void choose(double near) {
        if (Math.abs(stepBefore) <= near || !parabola(near)) {
            stepBefore = best >= middle() ? low - best : high - best;
            step = GOLDEN * stepBefore;
        }
    }

    private boolean parabola(double near) {
        double r = (best - second) * (atBest - atThird);
        double q = (best - third) * (atBest - atSecond);
        double p = (best - third) * q - (best - second) * r;
        q = 2 * (q - r);
        p = q > 0 ? -p : p;
        q = Math.abs(q);
        double enough = Math.abs(0.5 * q * stepBefore);
        stepBefore = step;
        if (!(Math.abs(p) < enough && p > q * (low - best) && p < q * (high - best))) {
            return false;
        }
        step = p / q;
        double x = best + step;
        if (x - low < 2 * near || high - x < 2 * near) {
            step = middle() >= best ? near : -near;
        }
        return true;
    }

    private void take(double x, double value) {
        if (value <= atBest) {
            if (x >= best) {
                low = best;
            } else {
                high = best;
            }
            third = second;
            atThird = atSecond;
            second = best;
            atSecond = atBest;
            best = x;
            atBest = value;
            return;
        }
        if (x < best) {
            low = x;
        } else {
            high = x;
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
