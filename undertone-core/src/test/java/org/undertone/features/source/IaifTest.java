package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.undertone.signal.DigitalFilter;
import org.undertone.signal.LfPulse;

class IaifTest {
    private static final int RATE = 16000;
    private static final int PERIOD = 128;

    @Test
    void recoversTheFlowFromAVowel() {
        var derivative = new double[8000];
        int[] instants = pulses(derivative);
        GlottalFlow flow = Iaif.create(RATE, GlottalSettings.DEFAULT).flow(vowel(derivative), instants);
        assertThat(correlation(flow.derivative(), derivative, 1000, 7000)).isGreaterThan(0.92);
        assertThat(correlation(flow.flow(), integral(derivative), 1000, 7000)).isGreaterThan(0.98);
    }

    @Test
    void scalesWithTheSignal() {
        var derivative = new double[2000];
        int[] instants = pulses(derivative);
        double[] vowel = vowel(derivative);
        Iaif iaif = Iaif.create(RATE, GlottalSettings.DEFAULT);
        double[] once = iaif.flow(vowel, instants).flow();
        double[] fourfold = iaif.flow(
                        Arrays.stream(vowel).map(value -> 4 * value).toArray(), instants)
                .flow();
        assertThat(fourfold)
                .isEqualTo(Arrays.stream(once).map(value -> 4 * value).toArray());
    }

    @Test
    void isZeroAwayFromClosures() {
        var derivative = new double[8000];
        pulses(derivative);
        double[] flow = Iaif.create(RATE, GlottalSettings.DEFAULT)
                .flow(vowel(derivative), new int[] {3000, 3128})
                .flow();
        for (int n = 0; n < flow.length; n++) {
            if (n < 3000 - 128 || n > 3128 + 128) {
                assertThat(flow[n]).as("sample %d", n).isZero();
            }
        }
        assertThat(flow[3000]).isNotZero();
    }

    @Test
    void takesAPauseForNoPeriodUnlessItIsToFollowTheOriginal() {
        var derivative = new double[8000];
        pulses(derivative);
        double[] vowel = vowel(derivative);
        int[] instants = {1000, 1128, 5000, 5128};
        double[] mended =
                Iaif.create(RATE, GlottalSettings.DEFAULT).flow(vowel, instants).flow();
        double[] original = Iaif.create(RATE, GlottalSettings.COVAREP_1_4_2)
                .flow(vowel, instants)
                .flow();
        assertThat(mended[3000]).isZero();
        assertThat(original[3000]).isNotZero();
    }

    @Test
    void silenceHasNoFlowUnlessItIsToFollowTheOriginal() {
        int[] instants = {0, 100, 250, 999};
        GlottalFlow mended = Iaif.create(RATE, GlottalSettings.DEFAULT).flow(new double[1000], instants);
        assertThat(mended.flow()).containsOnly(0);
        assertThat(mended.derivative()).containsOnly(0);
        GlottalFlow original = Iaif.create(RATE, GlottalSettings.COVAREP_1_4_2).flow(new double[1000], instants);
        assertThat(original.flow()[100]).isNaN();
    }

    @Test
    void isFiniteAtTheEndsForOneInstantAndForNone() {
        Iaif iaif = Iaif.create(RATE, GlottalSettings.DEFAULT);
        double[] noise = new SplittableRandom(3).doubles(480, -1, 1).toArray();
        for (int[] instants : new int[][] {{}, {0}, {479}, {240}, {0, 1, 2, 478, 479}, {0, 479}}) {
            GlottalFlow flow = iaif.flow(noise, instants);
            assertThat(Arrays.stream(flow.flow()).allMatch(Double::isFinite)).isTrue();
            assertThat(Arrays.stream(flow.derivative()).allMatch(Double::isFinite))
                    .isTrue();
        }
        assertThat(iaif.flow(new double[0], new int[0]).flow()).isEmpty();
    }

    @Test
    void rejectsInstantsThatDoNotIncreaseWithinTheSignal() {
        Iaif iaif = Iaif.create(RATE, GlottalSettings.DEFAULT);
        assertThatThrownBy(() -> iaif.flow(new double[500], new int[] {10, 10}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("closure instants must increase within the 500 samples of the signal but number 1 is 10");
        assertThatThrownBy(() -> iaif.flow(new double[500], new int[] {500}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> iaif.flow(new double[500], new int[] {-1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Iaif.create(100, GlottalSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inverse filtering needs at least 2000 samples per second but has 100");
        assertThatThrownBy(() -> new GlottalSettings(Quirks.MENDED, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the longest period must be more than 0 seconds but is 0.0");
    }

    /** LF pulses of the same shape, one after the other; returns the instants of their steepest fall. */
    private static int[] pulses(double[] derivative) {
        LfPulse pulse = LfPulse.ofRd(1.0);
        var one = new double[PERIOD];
        int closure = 0;
        for (int n = 0; n < PERIOD; n++) {
            one[n] = pulse.derivative((double) n / PERIOD);
            if (one[n] < one[closure]) {
                closure = n;
            }
        }
        int count = derivative.length / PERIOD;
        var instants = new int[count];
        for (int n = 0; n < derivative.length; n++) {
            derivative[n] = one[n % PERIOD];
        }
        for (int i = 0; i < count; i++) {
            instants[i] = i * PERIOD + closure;
        }
        return instants;
    }

    /** Resonances of an open vowel, up to half the sampling rate. */
    private static double[] vowel(double[] derivative) {
        double[][] hertzAndWidth = {
            {660, 80}, {1120, 90}, {2400, 120}, {3500, 150}, {4500, 200}, {5500, 300}, {6500, 400}, {7300, 500}
        };
        double[] speech = derivative.clone();
        for (double[] formant : hertzAndWidth) {
            double r = Math.exp(-Math.PI * formant[1] / RATE);
            double[] a = {1, -2 * r * Math.cos(2 * Math.PI * formant[0] / RATE), r * r};
            speech = new DigitalFilter(new double[] {1}, a).filter(speech);
        }
        return speech;
    }

    private static double[] integral(double[] derivative) {
        var flow = new double[derivative.length];
        for (int n = 1; n < flow.length; n++) {
            flow[n] = derivative[n] + 0.99 * flow[n - 1];
        }
        return flow;
    }

    private static double correlation(double[] a, double[] b, int from, int to) {
        double[] x = Arrays.copyOfRange(a, from, to);
        double[] y = Arrays.copyOfRange(b, from, to);
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double product = 0;
        double squareX = 0;
        double squareY = 0;
        for (int n = 0; n < x.length; n++) {
            product += (x[n] - meanX) * (y[n] - meanY);
            squareX += (x[n] - meanX) * (x[n] - meanX);
            squareY += (y[n] - meanY) * (y[n] - meanY);
        }
        return product / Math.sqrt(squareX * squareY);
    }
}
