package org.undertone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.undertone.storage.SafetensorsFile;

class StandardizerTest {
    private static final FrameColumns ONE = new FrameColumns(List.of("x"));
    private static final FrameColumns SIX = new FrameColumns(List.of("a", "b", "c", "d", "e", "f"));

    @Test
    void agreesWithNumpyOnFramesWithFaults() throws Exception {
        Path golden = Path.of(getClass().getResource("standardizer.safetensors").toURI());
        try (SafetensorsFile file = SafetensorsFile.open(golden)) {
            float[] frames = file.floats("frames");
            var fitter = Standardizer.fitter(SIX, new StandardizerSettings(1e-6, -0.5, 2));
            fitter.add(frames, 0, 123);
            fitter.add(frames, 123 * 6, 377);
            assertThat(fitter.missing()).isEqualTo(file.longs("missing"));
            assertThat(fitter.frames()).isEqualTo(500);
            Standardizer standardizer = fitter.fit();
            assertClose(standardizer.mean(), file.doubles("mean"), 1e-12);
            assertClose(standardizer.standardDeviation(), file.doubles("deviation"), 1e-12);
            assertThat(standardizer.deadColumns()).containsExactly("d", "f");
            standardizer.apply(frames, 0, 500);
            float[] scores = file.floats("scores");
            for (int i = 0; i < frames.length; i++) {
                assertThat(frames[i]).isCloseTo(scores[i], within(1e-6f));
            }
        }
    }

    @Test
    void leavesTheRestOfTheArrayAlone() {
        var standardizer = new Standardizer(ONE, new double[] {1}, new double[] {2}, StandardizerSettings.DEFAULT);
        float[] frames = {3, 3, 3, 3};
        standardizer.apply(frames, 1, 2);
        assertThat(frames).containsExactly(3, 1, 1, 3);
    }

    @Test
    void setsDeadColumnsToZeroAndMissingValuesToTheMean() {
        var columns = new FrameColumns(List.of("dead", "alive"));
        var standardizer =
                new Standardizer(columns, new double[] {1e9, 0}, new double[] {1, 1}, StandardizerSettings.DEFAULT);
        float[] frames = {5e9f, Float.NaN, Float.NEGATIVE_INFINITY, 1};
        standardizer.apply(frames, 0, 2);
        assertThat(frames).containsExactly(0, 0, 0, 1);
        assertThat(standardizer.deadColumns()).containsExactly("dead");
    }

    @Property(tries = 200, seed = "1")
    void doesNotChangeWithAnAffineMapOfTheInput(
            @ForAll @Size(min = 3, max = 40) List<@FloatRange(min = -100, max = 100) Float> values,
            @ForAll @FloatRange(min = 0.5f, max = 8) float scale,
            @ForAll @FloatRange(min = -50, max = 50) float shift) {
        float[] plain = array(values);
        plain[0] = 101;
        float[] mapped = new float[plain.length];
        for (int i = 0; i < plain.length; i++) {
            mapped[i] = scale * plain[i] + shift;
        }
        float[] expected = standardized(plain);
        float[] actual = standardized(mapped);
        for (int i = 0; i < plain.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-3f));
        }
    }

    @Property(tries = 200, seed = "2")
    void hasMeanZeroAndDeviationOneAfterwards(
            @ForAll @Size(min = 3, max = 40) List<@FloatRange(min = -100, max = 100) Float> values) {
        float[] frames = array(values);
        frames[0] = 101;
        frames = standardized(frames);
        var again = Standardizer.fitter(ONE, StandardizerSettings.DEFAULT);
        again.add(frames, 0, frames.length);
        assertThat(again.fit().mean()[0]).isCloseTo(0, within(1e-5));
        assertThat(again.fit().standardDeviation()[0]).isCloseTo(1, within(1e-5));
    }

    @Property(tries = 200, seed = "3")
    void mergesInAnyOrderToTheStatisticsOfOnePass(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int parts) {
        var random = new SplittableRandom(seed);
        int frames = 60;
        var values = new float[frames * 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5) == 0 ? Float.NaN : (float) (random.nextDouble() * 1e3 + 1e5);
        }
        var onePass = Standardizer.fitter(SIX, StandardizerSettings.DEFAULT);
        onePass.add(values, 0, frames);

        int[] cuts = new int[parts + 1];
        Arrays.setAll(cuts, cut -> cut == 0 ? 0 : cut == parts ? frames : random.nextInt(frames + 1));
        Arrays.sort(cuts);
        var merged = Standardizer.fitter(SIX, StandardizerSettings.DEFAULT);
        for (int part = parts - 1; part >= 0; part--) {
            var fitter = Standardizer.fitter(SIX, StandardizerSettings.DEFAULT);
            fitter.add(values, cuts[part] * 6, cuts[part + 1] - cuts[part]);
            merged.merge(fitter);
        }
        assertThat(merged.frames()).isEqualTo(frames);
        assertThat(merged.missing()).isEqualTo(onePass.missing());
        assertClose(merged.fit().mean(), onePass.fit().mean(), 1e-12);
        assertClose(merged.fit().standardDeviation(), onePass.fit().standardDeviation(), 1e-9);
    }

    @Test
    void keepsItsPrecisionFarFromZero() {
        var fitter = Standardizer.fitter(ONE, StandardizerSettings.DEFAULT);
        float[] block = {16_777_214f, 16_777_216f};
        for (int i = 0; i < 100_000; i++) {
            fitter.add(block, 0, 2);
        }
        assertThat(fitter.fit().mean()[0]).isCloseTo(16_777_215, within(1e-6));
        assertThat(fitter.fit().standardDeviation()[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void rejectsAFitWithoutFrames() {
        assertThatThrownBy(() ->
                        Standardizer.fitter(ONE, StandardizerSettings.DEFAULT).fit())
                .hasMessage("a standardizer needs at least one frame");
    }

    @Test
    void rejectsStatisticsOfOtherColumns() {
        var fitter = Standardizer.fitter(ONE, StandardizerSettings.DEFAULT);
        var other = Standardizer.fitter(SIX, StandardizerSettings.DEFAULT);
        assertThatThrownBy(() -> fitter.merge(other)).hasMessageContaining("do not fit");
    }

    @Test
    void rejectsStatisticsThatAreNotFinite() {
        assertThatThrownBy(() -> new Standardizer(
                        ONE, new double[] {Double.NaN}, new double[] {1}, StandardizerSettings.DEFAULT))
                .hasMessageContaining("mean of column 'x' must be finite");
        assertThatThrownBy(
                        () -> new Standardizer(ONE, new double[] {0}, new double[] {-1}, StandardizerSettings.DEFAULT))
                .hasMessageContaining("standard deviation of column 'x' must be finite and at least 0.0 but is -1.0");
        assertThatThrownBy(() ->
                        new Standardizer(ONE, new double[] {0, 0}, new double[] {1}, StandardizerSettings.DEFAULT))
                .hasMessageContaining("one value for each of 1 columns but has 2");
    }

    @Test
    void rejectsFramesBeyondTheArray() {
        var standardizer = new Standardizer(ONE, new double[] {0}, new double[] {1}, StandardizerSettings.DEFAULT);
        assertThatThrownBy(() -> standardizer.apply(new float[3], 2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rejectsSettingsOutOfRange() {
        assertThatThrownBy(() -> new StandardizerSettings(-1, 0, 1)).hasMessageContaining("deviation floor");
        assertThatThrownBy(() -> new StandardizerSettings(0, Double.NaN, 1)).hasMessageContaining("missing value");
        assertThatThrownBy(() -> new StandardizerSettings(0, 0, 0)).hasMessageContaining("clip");
    }

    private static float[] standardized(float[] values) {
        var fitter = Standardizer.fitter(ONE, StandardizerSettings.DEFAULT);
        fitter.add(values, 0, values.length);
        float[] frames = values.clone();
        fitter.fit().apply(frames, 0, frames.length);
        return frames;
    }

    private static float[] array(List<Float> values) {
        var array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private static void assertClose(double[] actual, double[] expected, double relative) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(relative * Math.max(1, Math.abs(expected[i]))));
        }
    }
}
