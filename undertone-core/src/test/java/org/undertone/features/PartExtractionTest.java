package org.undertone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.audio.AudioStream;
import org.undertone.signal.FrameGrid;

/** Some frames of a recording, against the same cut out of all of them. */
class PartExtractionTest {
    private static final StretchSettings SHORT = new StretchSettings(0.3, 0.2);

    private static double[] hum(int rate, double seconds) {
        var random = new Random(5);
        var samples = new double[(int) (rate * seconds)];
        for (int n = 0; n < samples.length; n++) {
            double t = n / (double) rate;
            samples[n] = 0.2 * Math.sin(2 * Math.PI * (110 + 20 * Math.sin(t)) * t) + 0.02 * random.nextGaussian();
        }
        return samples;
    }

    private static double[] part(FeatureExtractor extractor, Sound sound, long first, long end) throws IOException {
        var rows = new FrameRows();
        extractor.extract(sound, new FrameRange(first, end), frames -> rows.add(frames.values()));
        return rows.toFrames().values();
    }

    @ParameterizedTest
    @CsvSource({"16000, 59, 61", "44100, 70, 900", "8000, 90, 91", "16000, 89, 100", "16000, 99, 100"})
    void givesWhatTheWholeGives(int rate, int first, int end) throws IOException {
        FeatureExtractor extractor = FeatureExtractor.create(ExtractorSettings.DEFAULT.withStretch(SHORT));
        double[] samples = hum(rate, 1);
        Frames whole = extractor.extract(samples, rate);
        int width = whole.columns().count();
        double[] expected = Arrays.copyOfRange(whole.values(), first * width, Math.min(end, whole.count()) * width);
        assertThat(part(extractor, new Sound(samples, rate), first, end)).isEqualTo(expected);
    }

    @Test
    void readsNoFurtherThanNeeded() throws IOException {
        FeatureExtractor extractor = FeatureExtractor.create(ExtractorSettings.DEFAULT.withStretch(SHORT));
        var sound = new Sound(hum(16_000, 5), 16_000);
        assertThat(part(extractor, sound, 0, 30)).hasSize(30 * FrameColumns.COVAREP.count());
        assertThat(sound.at).isLessThan(3 * 16_384);
    }

    @Test
    void givesNothingBeyondTheEnd() throws IOException {
        FeatureExtractor extractor = FeatureExtractor.create(ExtractorSettings.DEFAULT.withStretch(SHORT));
        assertThat(part(extractor, new Sound(hum(16_000, 1), 16_000), 1000, 1001))
                .isEmpty();
        assertThat(part(extractor, new Sound(hum(16_000, 1), 16_000), 100, 101)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {480, 4321})
    void countsFramesBeforeThereAreAny(int samples) throws IOException {
        FeatureExtractor extractor = FeatureExtractor.create(ExtractorSettings.DEFAULT);
        for (int rate : new int[] {8000, 11_025}) {
            double[] sound = Arrays.copyOf(hum(16_000, 1), samples);
            assertThat(extractor.frames(samples, rate))
                    .isEqualTo(extractor.extract(sound, rate).count());
        }
        FeatureExtractor original = FeatureExtractor.create(ExtractorSettings.of(FeatureRecipe.COVAREP_1_4_2));
        assertThat(original.frames(11_025, 11_025)).isEqualTo(new FrameGrid(11_025, 11_025).count());
    }

    @Test
    void rejectsARangeWithoutFrames() {
        assertThatThrownBy(() -> new FrameRange(3, 3)).hasMessageContaining("from 3 to before 3");
        assertThatThrownBy(() -> new FrameRange(-1, 3)).hasMessageContaining("from -1");
    }

    private static final class Sound implements AudioStream {
        private final double[] samples;
        private final int rate;
        private int at;

        Sound(double[] samples, int rate) {
            this.samples = samples;
            this.rate = rate;
        }

        @Override
        public int rate() {
            return rate;
        }

        @Override
        public OptionalLong expectedSamples() {
            return OptionalLong.empty();
        }

        @Override
        public int read(double[] buffer, int offset, int count) {
            int read = Math.min(count, samples.length - at);
            System.arraycopy(samples, at, buffer, offset, read);
            at += read;
            return read == 0 ? -1 : read;
        }

        @Override
        public void close() {
            // Nothing is held but memory.
        }
    }
}
