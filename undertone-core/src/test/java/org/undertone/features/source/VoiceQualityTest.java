package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class VoiceQualityTest {
    private static final int RATE = 16000;
    private static final int PERIOD = 160;
    private static final int[] INSTANTS = {160, 320, 480, 640, 800};

    private final VoiceQuality quality = VoiceQuality.create(RATE, GlottalSettings.DEFAULT);
    private final VoiceQuality original = VoiceQuality.create(RATE, GlottalSettings.COVAREP_1_4_2);

    @Test
    void ofATriangleNaqIsTheShareOfItsFallAndQoqHalfOfItsBase() {
        // Closed for 40 %, rises during 40 %, falls during 20 % of the period: steepest slope 1 / 32.
        GlottalFlow flow = periodic(phase -> phase < 0.4 ? 0 : phase < 0.8 ? (phase - 0.4) / 0.4 : (1 - phase) / 0.2);
        for (double naq : quality.naq(flow, INSTANTS).values()) {
            assertThat(naq).isCloseTo(0.2, within(1e-12));
        }
        for (double qoq : quality.qoq(flow, INSTANTS).values()) {
            assertThat(qoq).isCloseTo(0.3, within(2.0 / PERIOD));
        }
    }

    @Test
    void ofARaisedCosineNaqIsTwoByTwoPiAndQoqAHalf() {
        GlottalFlow flow = periodic(phase -> 0.5 - 0.5 * Math.cos(2 * Math.PI * phase));
        assertThat(quality.naq(flow, INSTANTS).values()[2]).isCloseTo(1 / Math.PI, within(0.001));
        assertThat(quality.qoq(flow, INSTANTS).values()[2]).isCloseTo(0.5, within(2.0 / PERIOD));
    }

    @Test
    void h1h2OfTwoHarmonicsIsTheRatioOfTheirLevels() {
        for (double decibels : new double[] {-6, 0, 3, 12}) {
            double second = Math.pow(10, -decibels / 20);
            var derivative = new double[1200];
            for (int n = 0; n < derivative.length; n++) {
                double angle = 2 * Math.PI * n / PERIOD;
                derivative[n] = Math.cos(angle) + second * Math.cos(2 * angle + 1);
            }
            Track h1h2 = quality.h1h2(new GlottalFlow(derivative, derivative), new int[] {320, 480, 640});
            for (double value : h1h2.values()) {
                assertThat(value).isCloseTo(decibels, within(0.3));
            }
        }
    }

    @Test
    void pspIsAboutOneForConstantFlowAndSmallForAShortPulse() {
        // At the closure the flow must differ, or there would be nothing to scale.
        GlottalFlow constant = periodic(phase -> phase == 0 ? 0 : 1);
        GlottalFlow raised = periodic(phase -> 0.5 - 0.5 * Math.cos(2 * Math.PI * phase));
        GlottalFlow brief = periodic(phase -> Math.exp(-Math.pow((phase - 0.5) * 40, 2)));
        double ofConstant = quality.psp(constant, INSTANTS).values()[2];
        double ofRaised = quality.psp(raised, INSTANTS).values()[2];
        double ofBrief = quality.psp(brief, INSTANTS).values()[2];
        // Not quite one: what it is compared with lies lower by the period in dB, and levels enter the parabola's
        // error.
        assertThat(ofConstant).isBetween(0.9, 1.4);
        assertThat(ofRaised).isBetween(ofBrief, ofConstant);
        assertThat(ofBrief).isBetween(0.0, 0.05);
    }

    @Test
    void noneDependsOnTheLevel() {
        GlottalFlow flow = noise(1200, 5);
        var eightfold = new GlottalFlow(scaled(flow.flow(), 8), scaled(flow.derivative(), 8));
        assertThat(quality.naq(eightfold, INSTANTS).values())
                .isEqualTo(quality.naq(flow, INSTANTS).values());
        assertThat(quality.qoq(eightfold, INSTANTS).values())
                .isEqualTo(quality.qoq(flow, INSTANTS).values());
        assertThat(quality.h1h2(eightfold, INSTANTS).values())
                .isEqualTo(quality.h1h2(flow, INSTANTS).values());
        assertThat(quality.psp(eightfold, INSTANTS).values())
                .isEqualTo(quality.psp(flow, INSTANTS).values());
    }

    @Test
    void valuesStandAtTheSampleNumbersOfTheInstants() {
        GlottalFlow flow = noise(1200, 1);
        assertThat(quality.naq(flow, INSTANTS).numbers()).containsExactly(161, 321, 481, 641, 801);
        assertThat(original.psp(flow, INSTANTS).numbers()).containsExactly(161, 321, 481, 641, 801);
    }

    @Test
    void leavesOutWhatCannotBeMeasuredWhereTheOriginalHasZeros() {
        GlottalFlow silence = new GlottalFlow(new double[1200], new double[1200]);
        assertThat(quality.naq(silence, INSTANTS).values()).isEmpty();
        assertThat(quality.qoq(silence, INSTANTS).values()).isEmpty();
        assertThat(quality.h1h2(silence, INSTANTS).values()).isEmpty();
        assertThat(quality.psp(silence, INSTANTS).values()).isEmpty();
        assertThat(original.h1h2(silence, INSTANTS).values()).containsOnly(0).hasSize(5);
        // 0.5 ms is no period of a voice.
        GlottalFlow flow = noise(1200, 2);
        int[] doubled = {160, 320, 328, 480};
        assertThat(quality.naq(flow, doubled).numbers()).doesNotContain(329).hasSizeGreaterThan(1);
        assertThat(original.naq(flow, doubled).values()[2]).isZero();
        assertThat(original.psp(flow, doubled).values()[0]).isZero();
    }

    @Test
    void isFiniteAtTheEndsForOneInstantAndForNone() {
        GlottalFlow flow = noise(480, 3);
        for (int[] instants : new int[][] {{}, {0}, {479}, {240}, {0, 1, 2, 100, 478, 479}, {0, 479}}) {
            for (VoiceQuality each : new VoiceQuality[] {quality, original}) {
                for (Track track :
                        new Track[] {each.naq(flow, instants), each.qoq(flow, instants), each.h1h2(flow, instants)}) {
                    assertThat(Arrays.stream(track.values()).allMatch(Double::isFinite))
                            .isTrue();
                }
            }
            assertThat(Arrays.stream(quality.psp(flow, instants).values()).allMatch(Double::isFinite))
                    .isTrue();
        }
    }

    @Test
    void rejectsRatesTooLow() {
        assertThatThrownBy(() -> VoiceQuality.create(500, GlottalSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("voice quality needs at least 2000 samples per second but has 500");
    }

    private static GlottalFlow periodic(DoubleUnaryOperator shape) {
        var flow = new double[1200];
        var derivative = new double[1200];
        for (int n = 0; n < flow.length; n++) {
            flow[n] = shape.applyAsDouble((double) (n % PERIOD) / PERIOD);
            derivative[n] = n == 0 ? 0 : flow[n] - flow[n - 1];
        }
        return new GlottalFlow(flow, derivative);
    }

    private static GlottalFlow noise(int length, long seed) {
        var random = new SplittableRandom(seed);
        return new GlottalFlow(
                random.doubles(length, -1, 1).toArray(),
                random.doubles(length, -1, 1).toArray());
    }

    private static double[] scaled(double[] values, double by) {
        return Arrays.stream(values).map(value -> by * value).toArray();
    }
}
