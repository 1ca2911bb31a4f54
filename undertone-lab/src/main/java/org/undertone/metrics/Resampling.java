package org.undertone.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What all bootstraps share: seeded draws with replacement, and the percentile interval of the outcomes. */
final class Resampling {
    /** With fewer, the ends of a 95 % interval hang on one or two outcomes. */
    static final int FEWEST_RESAMPLES = 100;

    /** A larger share of undefined outcomes makes the interval undefined: what is left would not be a fair sample. */
    private static final double LARGEST_UNDEFINED_SHARE = 0.05;

    private final SplittableRandom random;

    Resampling(long seed) {
        random = new SplittableRandom(seed);
    }

    static void check(int resamples) {
        if (resamples < FEWEST_RESAMPLES) {
            throw new IllegalArgumentException(
                    "a bootstrap needs at least " + FEWEST_RESAMPLES + " resamples but has " + resamples);
        }
    }

    /** As many numbers out of 0 to {@code count - 1} as there are, each draw independent of the others. */
    int[] draw(int count) {
        var drawn = new int[count];
        Arrays.setAll(drawn, i -> below(count));
        return drawn;
    }

    /**
     * A number in [0, bound), each equally likely. Built on {@code nextLong} alone, whose values are the same on every
     * Java release (Lemire, "Fast random integer generation in an interval", 2019).
     */
    private int below(int bound) {
        while (true) {
            long product = (random.nextLong() >>> 32) * bound;
            if ((product & 0xFFFFFFFFL) >= (1L << 32) % bound) {
                return (int) (product >>> 32);
            }
        }
    }

    /** The 2.5th to the 97.5th percentile of the outcomes; those that are not finite are undefined and left out. */
    static IntervalEstimate percentiles(double[] outcomes) {
        double[] ascending =
                Arrays.stream(outcomes).filter(Double::isFinite).sorted().toArray();
        int undefined = outcomes.length - ascending.length;
        if (undefined > LARGEST_UNDEFINED_SHARE * outcomes.length) {
            return IntervalEstimate.undefined(
                    "undefined in " + undefined + " of " + outcomes.length + " resamples, more than 5 %");
        }
        return IntervalEstimate.of(quantile(ascending, 0.025), quantile(ascending, 0.975));
    }

    /** Linear between order statistics (Hyndman and Fan's type 7, 1996). */
    private static double quantile(double[] ascending, double share) {
        double position = share * (ascending.length - 1);
        int below = (int) position;
        if (below == ascending.length - 1) {
            return ascending[below];
        }
        return ascending[below] + (position - below) * (ascending[below + 1] - ascending[below]);
    }
}
