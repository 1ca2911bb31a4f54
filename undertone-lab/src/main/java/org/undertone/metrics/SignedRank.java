package org.undertone.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.hipparchus.special.Erf;

/**
 * The result of a two-sided Wilcoxon signed-rank test over paired differences (Wilcoxon, "Individual comparisons by
 * ranking methods", Biometrics Bulletin 1, 1945): are they symmetric about 0?
 *
 * <p>Pairs without a difference are dropped (Wilcoxon's way; Pratt's ranks them first). Differences of equal size share
 * their mean rank; equal means equal as doubles. Up to {@value #LARGEST_EXACT} pairs, p is exact given these ranks:
 * each rank's sign is a fair coin. Above, it is the normal approximation with continuity and tie correction, which
 * errs on the side of a larger p in the tails (.0006 instead of .0005 at 60 pairs).
 *
 * @param pairs number of pairs given
 * @param used number of pairs with a difference
 * @param statistic the smaller of the sums of ranks of positive and of negative differences
 * @param p two-sided; 1 where no pair has a difference
 * @param smallestP the p that {@link #used} differences would have had if all had the same sign; 1 where there are none
 * @param rankBiserial (positive - negative) / (positive + negative) sum of ranks, in [-1, 1] (Kerby, "The simple
 *     difference formula", 2014); above 0 where a is larger; empty where no pair has a difference
 * @param meanDifference mean of a - b over all pairs, zeros too; 0 without pairs
 * @param cohensDz mean over sample standard deviation of a - b over all pairs; empty below two pairs and where the
 *     standard deviation is 0, or too small to be told from rounding
 */
public record SignedRank(
        int pairs,
        int used,
        double statistic,
        double p,
        double smallestP,
        OptionalDouble rankBiserial,
        double meanDifference,
        OptionalDouble cohensDz) {

    /** Up to here, the number of sign patterns (2 to this) and every count of them fit a {@code long}. */
    static final int LARGEST_EXACT = 60;

    /** Standard deviations below this share of the largest score are rounding errors. */
    private static final double ROUNDING = 1e-14;

    /**
     * Tests the pairs.
     *
     * @param a [pair], finite
     * @param b [pair], finite
     */
    public static SignedRank of(double[] a, double[] b) {
        double[] differences = differences(a, b);
        double[] nonZero = Arrays.stream(differences).filter(d -> d != 0).toArray();
        int[] doubled = doubledRanks(nonZero);
        long positive = 0;
        long negative = 0;
        for (int i = 0; i < nonZero.length; i++) {
            if (nonZero[i] > 0) {
                positive += doubled[i];
            } else {
                negative += doubled[i];
            }
        }
        long smaller = Math.min(positive, negative);
        double mean = differences.length == 0 ? 0 : Repeats.mean(differences);
        return new SignedRank(
                differences.length,
                nonZero.length,
                smaller / 2.0,
                twoSided(doubled, smaller),
                twoSided(doubled, 0),
                nonZero.length == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((positive - negative) / (double) (positive + negative)),
                mean,
                cohensDz(a, b, differences, mean));
    }

    /**
     * The smallest two-sided p that so many pairs can reach, when all differ, without ties and in the same direction: 2
     * to the power 1 - pairs, at most 1 (above {@value #LARGEST_EXACT} pairs, by the normal approximation).
     */
    public static double smallestP(int pairs) {
        if (pairs < 0) {
            throw new IllegalArgumentException("number of pairs must not be negative but is " + pairs);
        }
        var doubled = new int[pairs];
        Arrays.setAll(doubled, i -> 2 * (i + 1));
        return twoSided(doubled, 0);
    }

    private static double[] differences(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "a paired test needs as many scores on both sides but has " + a.length + " and " + b.length);
        }
        var differences = new double[a.length];
        for (int pair = 0; pair < a.length; pair++) {
            differences[pair] = a[pair] - b[pair];
            if (!Double.isFinite(differences[pair])) {
                throw new IllegalArgumentException("scores of a paired test must be finite but pair " + pair + " is "
                        + a[pair] + " and " + b[pair] + "; leave such pairs out");
            }
        }
        return differences;
    }

    /** Twice the mid-ranks of the absolute values, 2 to 2n: whole numbers, ties or not. */
    static int[] doubledRanks(double[] differences) {
        double[] ascending = Arrays.stream(differences).map(Math::abs).sorted().toArray();
        var ranks = new int[differences.length];
        for (int i = 0; i < ranks.length; i++) {
            double size = Math.abs(differences[i]);
            ranks[i] = first(ascending, size) + end(ascending, size) + 1;
        }
        return ranks;
    }

    private static int first(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int end(double[] ascending, double value) {
        return first(ascending, Math.nextUp(value));
    }

    private static double twoSided(int[] doubledRanks, long smallerSum) {
        return doubledRanks.length <= LARGEST_EXACT
                ? exact(doubledRanks, smallerSum)
                : approximate(doubledRanks, smallerSum);
    }

    /** 2 P(sum of the ranks with a positive sign <= the smaller sum); the distribution is symmetric. */
    static double exact(int[] doubledRanks, long smallerSum) {
        // patterns[s]: number of sign patterns of the ranks so far whose positive ones add up to s; larger sums do not
        // count, and no later rank brings them back.
        var patterns = new long[Math.toIntExact(smallerSum) + 1];
        patterns[0] = 1;
        for (int rank : doubledRanks) {
            for (int sum = patterns.length - 1; sum >= rank; sum--) {
                patterns[sum] += patterns[sum - rank];
            }
        }
        long asExtreme = Arrays.stream(patterns).sum();
        return Math.min(1, Math.scalb((double) asExtreme, 1 - doubledRanks.length));
    }

    /** Lehmann, "Nonparametrics", 1975, section 3.2: variance with tie correction, continuity correction of a half. */
    static double approximate(int[] doubledRanks, long smallerSum) {
        double n = doubledRanks.length;
        double expected = n * (n + 1) / 4;
        // Sum of squared ranks / 4 equals n (n + 1) (2n + 1) / 24 - sum (t^3 - t) / 48 over groups of t ties.
        double variance =
                Arrays.stream(doubledRanks).asDoubleStream().map(r -> r * r).sum() / 16;
        double distance = Math.max(0, expected - smallerSum / 2.0 - 0.5);
        return Erf.erfc(distance / Math.sqrt(2 * variance));
    }

    private static OptionalDouble cohensDz(double[] a, double[] b, double[] differences, double mean) {
        if (differences.length < 2) {
            return OptionalDouble.empty();
        }
        double largest = Math.max(
                Arrays.stream(a).map(Math::abs).max().orElse(0),
                Arrays.stream(b).map(Math::abs).max().orElse(0));
        double deviation = Repeats.standardDeviation(differences, mean);
        return deviation <= ROUNDING * largest ? OptionalDouble.empty() : OptionalDouble.of(mean / deviation);
    }
}
