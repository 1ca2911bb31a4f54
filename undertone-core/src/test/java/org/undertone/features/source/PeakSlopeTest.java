package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeakSlopeTest {
    private static final int RATE = 16000;

    private final PeakSlope mended = PeakSlope.create(RATE, GlottalSettings.DEFAULT);
    private final PeakSlope original = PeakSlope.create(RATE, GlottalSettings.COVAREP_1_4_2);

    @Test
    void anImpulseIsAsHighInAllBands() {
        var signal = new double[1600];
        signal[800] = 0.7;
        assertThat(original.of(signal).values()[2]).isCloseTo(0, within(1e-12));
        assertThat(mended.of(signal).values()[5]).isCloseTo(0, within(1e-12));
    }

    @Test
    void ofAStepEachBandIsHalfAsHighAsTheNextLowerOne() {
        // The step's spectrum falls by 6 dB per octave; the highest bands are sampled too sparsely to be exact.
        var signal = new double[6400];
        Arrays.fill(signal, 3200, 6400, 0.5);
        assertThat(original.of(signal).values()[18]).isCloseTo(-Math.log10(2), within(0.02));
        assertThat(mended.of(signal).values()[20]).isCloseTo(-Math.log10(2), within(0.02));
    }

    @Test
    void doesNotDependOnTheLevel() {
        double[] noise = new SplittableRandom(8).doubles(1600, -1, 1).toArray();
        double[] louder = Arrays.stream(noise).map(value -> 4 * value).toArray();
        double[] values = mended.of(noise).values();
        double[] ofLouder = mended.of(louder).values();
        for (int i = 0; i < values.length; i++) {
            assertThat(ofLouder[i]).isCloseTo(values[i], within(1e-12));
        }
    }

    @Test
    void framesOfTheOriginalStandBetweenFramesOfOurs() {
        double[] noise = new SplittableRandom(9).doubles(2000, -1, 1).toArray();
        Track ours = mended.of(noise);
        Track theirs = original.of(noise);
        assertThat(theirs.numbers()).containsExactly(320, 480, 640, 800, 960, 1120, 1280, 1440, 1600);
        assertThat(ours.numbers()[0]).isEqualTo(0.5);
        assertThat(ours.numbers()[ours.numbers().length - 1]).isEqualTo(2080.5);
        for (int i = 0; i < theirs.values().length; i++) {
            assertThat(ours.numbers()[i + 2]).isEqualTo(theirs.numbers()[i] + 0.5);
            assertThat(ours.values()[i + 2]).isCloseTo(theirs.values()[i], within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 79, 80, 160, 480, 639, 640, 1000})
    void framesReachFromBeforeTheFirstToBeyondTheLastInstantOfTheGrid(int samples) {
        Track track = mended.of(new SplittableRandom(1).doubles(samples, -1, 1).toArray());
        int gridFrames = samples < 80 ? 0 : (samples - 80) / 160 + 1;
        if (gridFrames > 0) {
            assertThat(track.numbers()[0]).isLessThanOrEqualTo(80);
            assertThat(track.numbers()[track.numbers().length - 1])
                    .isGreaterThanOrEqualTo(80 + 160.0 * (gridFrames - 1));
        }
        assertThat(Arrays.stream(track.values()).allMatch(Double::isFinite)).isTrue();
    }

    @Test
    void silenceHasNoSlopeNorHasItsEdgeAnInfiniteOne() {
        assertThat(mended.of(new double[3200]).values()).containsOnly(0);
        assertThat(original.of(new double[3200]).values()).containsOnly(0);
        double[] halfSilent = new SplittableRandom(2).doubles(6400, -1, 1).toArray();
        Arrays.fill(halfSilent, 3200, 6400, 0);
        assertThat(Arrays.stream(mended.of(halfSilent).values()).allMatch(Double::isFinite))
                .isTrue();
        assertThat(original.of(halfSilent).values()).contains(Double.NEGATIVE_INFINITY);
    }

    @Test
    void rejectsRatesTooLow() {
        assertThatThrownBy(() -> PeakSlope.create(49, GlottalSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("peak slope needs at least 50 samples per second but has 49");
    }
}
