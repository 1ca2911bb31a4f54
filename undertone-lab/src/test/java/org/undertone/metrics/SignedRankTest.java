package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.metrics.StatisticsGolden.near;
import static org.undertone.metrics.StatisticsGolden.number;
import static org.undertone.metrics.StatisticsGolden.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRankTest {
    @ParameterizedTest
    @MethodSource("golden")
    void agreesWithAnIndependentImplementation(JsonNode golden) {
        SignedRank test = SignedRank.of(numbers(golden.required("a")), numbers(golden.required("b")));

        assertThat(test.used()).isEqualTo(golden.required("used").asInt());
        assertThat(test.statistic()).isEqualTo(number(golden, "statistic"));
        if (test.used() <= SignedRank.LARGEST_EXACT) {
            assertThat(test.p()).isEqualTo(number(golden, "p"));
        } else {
            assertThat(test.p()).isCloseTo(number(golden, "p"), near(number(golden, "p")));
        }
        assertThat(test.rankBiserial().orElseThrow())
                .isCloseTo(number(golden, "rankBiserial"), near(number(golden, "rankBiserial")));
        assertThat(test.meanDifference()).isCloseTo(number(golden, "meanDifference"), within(1e-12));
        assertThat(test.cohensDz().orElseThrow()).isCloseTo(number(golden, "cohensDz"), within(1e-12));
    }

    static Iterable<JsonNode> golden() {
        return StatisticsGolden.cases("signedRank");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void equalsTheEnumerationOfAllSignPatterns(int pairs) {
        var random = new SplittableRandom(pairs);
        for (int trial = 0; trial < 20; trial++) {
            // Few different sizes: ties in every trial of more than six pairs.
            double[] differences = random.doubles(pairs, -3, 3)
                    .map(d -> trialSize(d, random.nextBoolean()))
                    .toArray();
            assertThat(SignedRank.of(differences, new double[pairs]).p()).isEqualTo(enumerated(differences));
        }
    }

    private static double trialSize(double value, boolean tied) {
        double rounded = Math.rint(value);
        return tied && rounded != 0 ? rounded : value;
    }

    /** Counts, among all ways to sign the ranks, those at least as far from the middle as the observed one. */
    private static double enumerated(double[] differences) {
        int n = differences.length;
        var ranks = new double[n];
        double observed = 0;
        for (int i = 0; i < n; i++) {
            double size = Math.abs(differences[i]);
            long smaller =
                    Arrays.stream(differences).filter(d -> Math.abs(d) < size).count();
            long equal =
                    Arrays.stream(differences).filter(d -> Math.abs(d) == size).count();
            ranks[i] = smaller + (equal + 1) / 2.0;
            observed += differences[i] > 0 ? ranks[i] : 0;
        }
        double middle = n * (n + 1) / 4.0;
        int extreme = 0;
        for (int pattern = 0; pattern < 1 << n; pattern++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (pattern >> i & 1) * ranks[i];
            }
            extreme += Math.abs(sum - middle) >= Math.abs(observed - middle) ? 1 : 0;
        }
        return extreme / (double) (1 << n);
    }

    @Test
    void tenPairsInOneDirectionGiveTheSmallestP() {
        double[] worse = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] better = {1.5, 2.75, 4, 5.25, 6.5, 7.75, 9, 10.25, 11.5, 12.75};

        SignedRank test = SignedRank.of(better, worse);

        assertThat(test.p()).isEqualTo(2 / 1024.0);
        assertThat(test.smallestP()).isEqualTo(2 / 1024.0);
        assertThat(test.rankBiserial()).hasValue(1);
    }

    @Test
    void threePairsCannotReachFivePerCent() {
        assertThat(SignedRank.smallestP(3)).isEqualTo(0.25);
        assertThat(SignedRank.smallestP(1)).isEqualTo(1);
        assertThat(SignedRank.smallestP(0)).isEqualTo(1);
        assertThat(SignedRank.smallestP(60)).isEqualTo(Math.scalb(1.0, -59));
    }

    @Test
    void pairsWithoutADifferenceAreDropped() {
        SignedRank test = SignedRank.of(new double[] {1, 5, 2, 7}, new double[] {1, 4, 2, 5});

        assertThat(test.pairs()).isEqualTo(4);
        assertThat(test.used()).isEqualTo(2);
        assertThat(test.p()).isEqualTo(0.5);
        assertThat(test.meanDifference()).isEqualTo(0.75);
    }

    @Test
    void noDifferenceAtAllHasPOne() {
        SignedRank test = SignedRank.of(new double[] {1, 2, 3}, new double[] {1, 2, 3});

        assertThat(test.used()).isZero();
        assertThat(test.statistic()).isZero();
        assertThat(test.p()).isEqualTo(1);
        assertThat(test.smallestP()).isEqualTo(1);
        assertThat(test.rankBiserial()).isEmpty();
        assertThat(test.meanDifference()).isZero();
        assertThat(test.cohensDz()).isEmpty();
    }

    @Test
    void noPairAtAllHasPOne() {
        SignedRank test = SignedRank.of(new double[0], new double[0]);

        assertThat(test.p()).isEqualTo(1);
        assertThat(test.meanDifference()).isZero();
        assertThat(test.cohensDz()).isEmpty();
    }

    @Test
    void onePairHasPOne() {
        SignedRank test = SignedRank.of(new double[] {2}, new double[] {1});

        assertThat(test.p()).isEqualTo(1);
        assertThat(test.rankBiserial()).hasValue(1);
        assertThat(test.cohensDz()).isEmpty();
    }

    @Test
    void theSameDifferenceEverywhereHasNoStandardisedSize() {
        SignedRank test = SignedRank.of(new double[] {0.3, 0.4, 0.5, 0.9}, new double[] {0.2, 0.3, 0.4, 0.8});

        assertThat(test.cohensDz()).as("spread by rounding only").isEmpty();
        assertThat(test.rankBiserial()).hasValue(1);
    }

    @Test
    void theApproximationIsNearTheExactDistributionWhereItTakesOver() {
        var ranks = new int[SignedRank.LARGEST_EXACT];
        Arrays.setAll(ranks, i -> 2 * (i + 1));

        for (long doubledSum = 900; doubledSum <= 1830; doubledSum += 30) {
            double exact = SignedRank.exact(ranks, doubledSum);
            double approximate = SignedRank.approximate(ranks, doubledSum);
            // Edgeworth's next term: 2 (3.6 / n) / 24 max |z^3 - 3 z| phi(z) = .0028 for 60 pairs.
            assertThat(approximate).isCloseTo(exact, within(0.003));
            if (exact < 0.01) {
                assertThat(approximate).as("errs towards no finding").isGreaterThan(exact);
            }
        }
    }

    @Test
    void rejectsSidesOfDifferentLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedRank.of(new double[2], new double[3]))
                .withMessageContaining("2 and 3");
    }

    @Test
    void rejectsAScoreThatIsNotANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedRank.of(new double[] {0, Double.NaN}, new double[2]))
                .withMessageContaining("pair 1 is NaN and 0.0");
    }

    @Test
    void rejectsANegativeNumberOfPairs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedRank.smallestP(-1))
                .withMessageContaining("-1");
    }
}
