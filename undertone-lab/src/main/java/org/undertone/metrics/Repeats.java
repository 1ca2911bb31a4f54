package org.undertone.metrics;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What repeats of one trial say: their mean, spread and the mean's interval.
 *
 * @param count number of repeats
 * @param mean undefined without repeats
 * @param standardDeviation sample standard deviation (divided by count - 1); undefined below two repeats
 * @param interval Student's t 95 % interval of the mean, mean +- t(.975, count - 1) sd / sqrt(count); undefined below two
 *     repeats; of width 0 where all repeats are equal
 */
public record Repeats(int count, Estimate mean, Estimate standardDeviation, IntervalEstimate interval) {
    /** Accuracy of the quantile of t; the library's default of 1e-9 would show in the interval's tenth digit. */
    private static final double QUANTILE_ACCURACY = 1e-15;

    private static final double UPPER_TAIL = 0.975;

    /**
     * Summarises the repeats.
     *
     * @param values [repeat], finite
     */
    public static Repeats of(double[] values) {
        for (int repeat = 0; repeat < values.length; repeat++) {
            if (!Double.isFinite(values[repeat])) {
                throw new IllegalArgumentException("the score of a repeat must be finite but that of repeat " + repeat
                        + " is " + values[repeat] + "; leave undefined repeats out");
            }
        }
        if (values.length == 0) {
            String reason = "no repeat has a score";
            return new Repeats(
                    0, Estimate.undefined(reason), Estimate.undefined(reason), IntervalEstimate.undefined(reason));
        }
        double mean = mean(values);
        if (values.length == 1) {
            String reason = "one repeat has no spread";
            return new Repeats(1, Estimate.of(mean), Estimate.undefined(reason), IntervalEstimate.undefined(reason));
        }
        double deviation = standardDeviation(values, mean);
        double quantile =
                new TDistribution(values.length - 1, QUANTILE_ACCURACY).inverseCumulativeProbability(UPPER_TAIL);
        double margin = quantile * deviation / Math.sqrt(values.length);
        return new Repeats(
                values.length,
                Estimate.of(mean),
                Estimate.of(deviation),
                IntervalEstimate.of(mean - margin, mean + margin));
    }

    /** Measured from the first value, so that equal values have exactly that mean (and no spread). */
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value - values[0];
        }
        return values[0] + sum / values.length;
    }

    /** Sample standard deviation of two values or more. */
    static double standardDeviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
