package org.undertone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.audio.WavBytes.shorts;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.signal.Window;

class ResamplerTest {
    private static double[] tone(int samples, double hertz, int rate) {
        var tone = new double[samples];
        for (int n = 0; n < samples; n++) {
            tone[n] = Math.cos(2 * Math.PI * hertz * n / rate + 0.3);
        }
        return tone;
    }

    /** The largest distance between two signals in their middle halves. */
    private static double distance(double[] a, double[] b) {
        double most = 0;
        for (int n = a.length / 4; n < a.length * 3 / 4; n++) {
            most = Math.max(most, Math.abs(a[n] - b[n]));
        }
        return most;
    }

    @ParameterizedTest
    @CsvSource({
        "48000, 16000",
        "44100, 16000",
        "22050, 16000",
        "11025, 16000",
        "8000, 16000",
        "12345, 16000",
        "37800, 16000",
        "192000, 16000",
        "191999, 16000",
        "96000, 16000",
        "24000, 16000",
        "8001, 16000",
        "16000, 44100"
    })
    void tonesOfThePassBandKeepTheirLevelAndTheirTime(int from, int to) {
        double half = Math.min(from, to) / 2.0;
        for (double share : new double[] {0, 0.01, 0.3, 0.7, Resampler.PASS_BAND}) {
            double[] in = tone(from / 16, share * half, from);
            double[] out = Resampler.resample(in, from, to);
            // 0.0003 dB, images of the tone included.
            assertThat(distance(out, tone(out.length, share * half, to))).isLessThan(3.2e-5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {18_000, 22_050, 44_100, 47_999, 48_000, 192_000})
    void tonesOfTheStopBandAre90DecibelsDown(int from) {
        double limit = Math.pow(10, -90 / 20.0);
        for (double hertz = 8_000; hertz < from / 2.0; hertz += hertz < 8_300 ? 59 : from / 17.0) {
            double[] out = Resampler.resample(tone(from / 16, hertz, from), from, 16_000);
            assertThat(distance(out, new double[out.length]))
                    .as("%.0f Hz of %d", hertz, from)
                    .isLessThan(limit);
        }
    }

    @Property(tries = 15)
    void chunksGiveTheSameBitsAsOnePiece(
            @ForAll @IntRange(min = 8000, max = 192_000) int from,
            @ForAll @IntRange(min = 0, max = 5000) int samples,
            @ForAll long seed) {
        var random = new SplittableRandom(seed);
        double[] in = random.doubles(samples, -1, 1).toArray();
        double[] whole = Resampler.resample(in, from, 16_000);
        assertThat(whole).hasSize((int) Math.ceil(samples * 16_000.0 / from));
        Resampler resampler = Resampler.create(from, 16_000);
        var pieces = new double[whole.length];
        int count = 0;
        for (int at = 0; at < samples; ) {
            int size = Math.min(samples - at, 1 + random.nextInt(random.nextBoolean() ? 5 : 3000));
            double[] piece = resampler.push(in, at, size);
            System.arraycopy(piece, 0, pieces, count, piece.length);
            count += piece.length;
            at += size;
        }
        double[] rest = resampler.finish();
        System.arraycopy(rest, 0, pieces, count, rest.length);
        assertThat(count + rest.length).isEqualTo(whole.length);
        assertThat(pieces).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 12_345, 44_100, 48_000, 191_999})
    void agreesWithTheSumThatDefinesIt(int from) {
        double[] in = new SplittableRandom(4).doubles(400, -1, 1).toArray();
        double[] out = Resampler.resample(in, from, 16_000);
        double lower = Math.min(1, 16_000.0 / from);
        double cutoff = lower * (1 + Resampler.PASS_BAND) / 4;
        // Kaiser's length for 96 dB in the width of the transition, as in the table.
        int half = (int) Math.ceil((96 - 7.95) / (2.285 * Math.PI * lower * (1 - Resampler.PASS_BAND)) / 4) * 2 + 2;
        for (int n = 0; n < out.length; n++) {
            double time = (double) n * from / 16_000;
            double sum = 0;
            for (int k = 0; k < in.length; k++) {
                double t = k - time;
                double x = 2 * Math.PI * cutoff * t;
                double sinc = x == 0 ? 1 : Math.sin(x) / x;
                sum += in[k] * 2 * cutoff * sinc * Window.kaiser(t / half, 0.1102 * (96 - 8.7));
            }
            // Every row of the table is scaled to a sum of 1, which moves it by the stop band.
            assertThat(out[n]).isCloseTo(sum, within(1e-4));
        }
    }

    @Test
    void equalRatesPassSamplesAsTheyAre() {
        double[] in = {0.1, -0.2, Double.MIN_VALUE};
        assertThat(Resampler.resample(in, 16_000, 16_000)).isEqualTo(in);
    }

    @Test
    void aStreamIsResampledAsItIsRead() throws IOException {
        var values = new int[30_000];
        Arrays.setAll(values, n -> (n * n) % 30_011 - 15_000);
        byte[] file = new WavBytes()
                .format(1, 1, 44_100, 16)
                .chunk("data", shorts(values))
                .bytes();
        double[] expected = Resampler.resample(PcmDecoderTest.decode(file, AudioSettings.DEFAULT), 44_100, 16_000);
        try (AudioStream stream = Resampler.resample(
                PcmDecoder.create().open(AudioInput.of("clip", file), AudioSettings.DEFAULT), 16_000)) {
            assertThat(stream.rate()).isEqualTo(16_000);
            assertThat(stream.expectedSamples()).hasValue(expected.length);
            assertThat(stream.readAll(20_000)).isEqualTo(expected);
        }
    }

    @Test
    void nothingBecomesNothing() {
        assertThat(Resampler.resample(new double[0], 44_100, 16_000)).isEmpty();
        assertThat(Resampler.resample(new double[1], 44_100, 16_000)).hasSize(1);
    }

    @Test
    void rejectsRatesThatAreNone() {
        assertThatThrownBy(() -> Resampler.create(0, 16_000))
                .hasMessage("resampling needs two rates above 0, neither 1000 times the other, but has 0 and 16000 Hz");
        assertThatThrownBy(() -> Resampler.create(16_000_000, 16_000)).hasMessageContaining("16000000");
    }
}
