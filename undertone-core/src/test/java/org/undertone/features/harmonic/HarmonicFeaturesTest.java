package org.undertone.features.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.undertone.signal.FrameGrid;
import org.undertone.signal.LfPulse;

class HarmonicFeaturesTest {
    private static final int RATE = 16000;

    @Test
    void findsTheRdOfASynthesizedSource() {
        for (double rd : new double[] {0.7, 1.3, 2}) {
            double[] samples = source(rd, 120, 16000);
            var columns = columns(samples, 120, HarmonicFeatureSettings.DEFAULT);
            for (int frame = 10; frame < 90; frame++) {
                assertThat(columns.rd()[frame]).isCloseTo(rd, within(0.15));
                assertThat(columns.rdConfidence()[frame]).isGreaterThan(0.9);
            }
        }
    }

    @Test
    void silenceIsDefinedEverywhere() {
        var columns = columns(new double[4000], 0, HarmonicFeatureSettings.DEFAULT);
        assertFinite(columns);
        assertThat(columns.rd()).containsOnly(1);
        assertThat(columns.rdConfidence()).containsOnly(0);
        for (double[] cepstrum : columns.melCepstra()) {
            assertThat(cepstrum[0]).isCloseTo(Math.log(1e-9), within(1e-9));
            assertThat(cepstrum[1]).isCloseTo(0, within(1e-9));
        }
    }

    /** Clips of zeros and noise of any level that begin and end within the clip, fundamentals good and bad. */
    @Property(tries = 40)
    void nothingIsEverInfiniteOrUndefined(
            @ForAll @IntRange(min = 80, max = 3000) int length,
            @ForAll @IntRange(min = 0, max = 60) int octavesDown,
            @ForAll long seed) {
        var random = new Random(seed);
        var samples = new double[length];
        int from = random.nextInt(length);
        int to = from + random.nextInt(length - from);
        for (int n = from; n < to; n++) {
            samples[n] = random.nextGaussian() * Math.pow(2, -octavesDown);
        }
        var grid = new FrameGrid(RATE, length);
        var f0 = new double[grid.count()];
        for (int i = 0; i < f0.length; i++) {
            f0[i] = new double[] {0, 1, Double.NaN, 50, 123.4, 500, 900}[random.nextInt(7)];
        }
        assertFinite(HarmonicFeatures.create(RATE, HarmonicFeatureSettings.DEFAULT)
                .of(samples, times(grid), f0)
                .onto(grid));
    }

    @Test
    void framesBeforeTheFirstInstantHoldItsValueOrAreZero() {
        double[] samples = source(1, 120, 16000);
        var grid = new FrameGrid(RATE, samples.length);
        double[] times = Arrays.copyOfRange(times(grid), 5, 90);
        var f0 = new double[times.length];
        Arrays.fill(f0, 120);
        var held = HarmonicFeatures.create(RATE, HarmonicFeatureSettings.DEFAULT)
                .of(samples, times, f0)
                .onto(grid);
        assertThat(held.rd()[0]).isEqualTo(held.rd()[5]);
        assertThat(held.melCepstra()[99]).isEqualTo(held.melCepstra()[89]);
        var zero = HarmonicFeatures.create(RATE, HarmonicFeatureSettings.covarep142(1))
                .of(samples, times, f0)
                .onto(grid);
        assertThat(zero.rd()[0]).isZero();
        assertThat(zero.phaseDeviations()[0]).containsOnly(0);
        // The mel-cepstra are stretched over the whole file.
        assertThat(zero.melCepstra()[1][0]).isNotZero();
    }

    @Test
    void withoutInstantsAllColumnsAreZero() {
        var grid = new FrameGrid(RATE, 500);
        var columns = HarmonicFeatures.create(RATE, HarmonicFeatureSettings.DEFAULT)
                .of(new double[500], new double[0], new double[0])
                .onto(grid);
        assertThat(columns.rd()).containsExactly(0, 0, 0);
        assertThat(columns.melCepstra()).isDeepEqualTo(new double[3][25]);
        assertThat(columns.phaseMeans()).isDeepEqualTo(new double[3][25]);
        assertThat(columns.phaseDeviations()).isDeepEqualTo(new double[3][13]);
    }

    @Test
    void rejectsInstantsWithoutAFundamental() {
        var features = HarmonicFeatures.create(RATE, HarmonicFeatureSettings.DEFAULT);
        assertThatThrownBy(() -> features.of(new double[10], new double[2], new double[1]))
                .hasMessage("there must be as many fundamentals as instants but there are 1 for 2");
    }

    private static HarmonicColumns columns(double[] samples, double f0, HarmonicFeatureSettings settings) {
        var grid = new FrameGrid(RATE, samples.length);
        var fundamentals = new double[grid.count()];
        Arrays.fill(fundamentals, f0);
        return HarmonicFeatures.create(RATE, settings)
                .of(samples, times(grid), fundamentals)
                .onto(grid);
    }

    private static double[] times(FrameGrid grid) {
        var times = new double[grid.count()];
        for (int frame = 0; frame < times.length; frame++) {
            times[frame] = grid.seconds(frame);
        }
        return times;
    }

    private static void assertFinite(HarmonicColumns columns) {
        for (double[][] rows : new double[][][] {
            {columns.rd(), columns.rdConfidence()},
            columns.melCepstra(),
            columns.phaseMeans(),
            columns.phaseDeviations()
        }) {
            for (double[] row : rows) {
                for (double value : row) {
                    assertThat(value).isFinite();
                }
            }
        }
    }

    /** The sum of the pulse's harmonics below 7.5 kHz: band-limited, unlike samples of the pulse itself. */
    private static double[] source(double rd, double f0, int length) {
        int harmonics = (int) (7500 / f0);
        var real = new double[harmonics + 1];
        var imaginary = new double[harmonics + 1];
        LfPulse.ofRd(rd).spectrum(harmonics, real, imaginary);
        var samples = new double[length];
        for (int n = 0; n < length; n++) {
            for (int k = 1; k <= harmonics; k++) {
                double angle = 2 * Math.PI * k * f0 * n / RATE;
                samples[n] += 0.2 * (real[k] * Math.cos(angle) - imaginary[k] * Math.sin(angle));
            }
        }
        return samples;
    }
}
