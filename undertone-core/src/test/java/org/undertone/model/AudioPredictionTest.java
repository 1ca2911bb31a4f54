package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.audio.PcmDecoder;
import org.undertone.audio.WavFile;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.Frames;
import org.undertone.features.NoFeaturesException;
import org.undertone.features.StretchSettings;

/** From samples to scores, in one go and in pieces. */
class AudioPredictionTest {
    private static final WindowSettings WINDOWS = new WindowSettings(0.8, 0.3);

    @TempDir
    Path temporary;

    private final EmotionModel model = MadeUpModel.small().make(1);

    @Test
    void judgesSamplesAsItJudgesTheirFrames() throws IOException {
        double[] samples = buzz(1.2, 16_000);
        Prediction whole = model.predict(samples, 16_000);
        assertThat(whole).isEqualTo(model.predict(model.extractor().extract(samples, 16_000)));
        assertThat(whole.startSeconds()).isZero();
        assertThat(whole.endSeconds()).isEqualTo(1.2);
        assertThat(whole.scores()).extracting(EmotionScore::emotion).containsExactlyElementsOf(model.emotions());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 77, 1601, 100_000})
    void followsAVoiceLiveWhateverThePiecesItComesIn(int piece) throws IOException {
        // Pieces of one sample at a time are slow enough to be tried on a short voice only.
        double[] samples = buzz(piece == 1 ? 0.9 : 1.7, 8000);
        var live = ExtractorSettings.of(FeatureRecipe.COVAREP).withStretch(StretchSettings.LIVE);
        Frames frames = FeatureExtractor.create(live).extract(samples, 8000);
        WindowStream windows = model.windows(WINDOWS);
        var expected = new ArrayList<>(windows.push(frames));
        expected.addAll(windows.finish());
        assertThat(live(samples, 8000, piece)).isEqualTo(expected).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 44_100, 192_000})
    void takesAnyRate(int rate) throws IOException {
        double[] samples = buzz(0.5, rate);
        assertThat(model.predict(samples, rate).endSeconds()).isEqualTo(0.5);
        assertThat(live(samples, rate, 4001)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {7999, 192_001, 0, -1})
    void rejectsARateOutOfRange(int rate) {
        String sentence = "a recording needs 8000 to 192000 samples per second but has " + rate;
        assertThatThrownBy(() -> model.predict(new double[4000], rate)).hasMessage(sentence);
        assertThatThrownBy(() -> model.stream(rate, WINDOWS)).hasMessage(sentence);
    }

    @Test
    void givesFiniteScoresInSilence() throws IOException {
        double[] silence = new double[16_000];
        List<Prediction> all = new ArrayList<>(live(silence, 16_000, 1000));
        all.add(model.predict(silence, 16_000));
        assertThat(all).hasSize(3).allSatisfy(prediction -> assertThat(prediction.scores())
                .allSatisfy(score -> assertThat(score.intensity()).isFinite()));
    }

    @Test
    void judgesAClipOfThirtyMillisecondsAndRejectsAShorterOne() throws IOException {
        double[] samples = buzz(0.03, 16_000);
        assertThat(model.predict(samples, 16_000).endSeconds()).isEqualTo(0.03);
        assertThatThrownBy(() -> model.predict(new double[463], 16_000))
                .isInstanceOf(NoFeaturesException.class)
                .hasMessage("it lasts 29 ms, and features need 30 ms or more");
        assertThat(live(new double[0], 16_000, 1)).isEmpty();
    }

    @Test
    void rejectsWhatIsNoSound() {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e12}) {
            double[] samples = buzz(0.1, 8000);
            samples[700] = wrong;
            assertThatThrownBy(() -> model.predict(samples, 8000))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("number 700 is " + wrong);
            EmotionStream stream = model.stream(8000, WINDOWS);
            assertThatThrownBy(() -> stream.push(samples, 0, 800)).hasMessageContaining("number 700 is " + wrong);
        }
    }

    @Test
    void rejectsMoreOfALiveVoiceAfterItsEnd() throws IOException {
        EmotionStream stream = model.stream(8000, WINDOWS);
        stream.finish();
        assertThatThrownBy(() -> stream.push(new double[8], 0, 8)).hasMessageContaining("is finished");
    }

    @Test
    void answersManyThreadsAlike() throws IOException {
        double[] samples = buzz(0.2, 8000);
        Prediction expected = model.predict(samples, 8000);
        assertThat(IntStream.range(0, 8).parallel().mapToObj(run -> predict(samples)))
                .allSatisfy(prediction -> assertThat(prediction).isEqualTo(expected));
    }

    private Prediction predict(double[] samples) {
        try {
            return model.predict(samples, 8000);
        } catch (NoFeaturesException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void judgesTheSamePartOfALongRecordingFromAFileAsFromMemory() throws IOException {
        double[] samples = buzz(1.3, 8000);
        Path file = temporary.resolve("voice.wav");
        WavFile.write(file, samples, 8000);
        for (Readout.Cut cut : Readout.Cut.values()) {
            EmotionModel cutting = MadeUpModel.small()
                    .withReadout(Readout.Pooling.LAST, 50, cut)
                    .make(2);
            try (AudioStream audio = PcmDecoder.create().open(file, AudioSettings.DEFAULT);
                    AudioStream again = PcmDecoder.create().open(file, AudioSettings.DEFAULT)) {
                Prediction prediction = cutting.predict(audio);
                assertThat(prediction).isEqualTo(cutting.predict(again.readAll(100_000), 8000));
                assertThat(prediction.startSeconds()).isEqualTo(cut == Readout.Cut.START ? 0 : 0.4);
                assertThat(prediction.endSeconds()).isEqualTo(cut == Readout.Cut.START ? 0.5 : 0.9);
            }
        }
    }

    @Test
    void keepsNoMoreOfALongVoiceThanOfAShortOne() throws IOException {
        EmotionStream stream = model.stream(8000, WINDOWS);
        double[] second = new double[8000];
        long early = 0;
        for (int done = 1; done <= 15; done++) {
            stream.push(second, 0, second.length);
            early = done == 5 ? Retained.elements(stream) : early;
        }
        assertThat(early).isPositive();
        assertThat(Retained.elements(stream)).isLessThanOrEqualTo(early + early / 20);
    }

    private List<Prediction> live(double[] samples, int rate, int piece) throws NoFeaturesException {
        EmotionStream stream = model.stream(rate, WINDOWS);
        var all = new ArrayList<Prediction>();
        for (int at = 0; at < samples.length; at += piece) {
            all.addAll(stream.push(samples, at, Math.min(piece, samples.length - at)));
        }
        all.addAll(stream.finish());
        return all;
    }

    /** Pulses at 120 Hz with a little noise. */
    private static double[] buzz(double seconds, int rate) {
        var random = new Random(rate);
        var samples = new double[(int) Math.round(seconds * rate)];
        Arrays.setAll(samples, n -> {
            double phase = 120.0 * n / rate;
            return 0.4 * Math.pow(phase - Math.floor(phase), 3) + 0.01 * random.nextGaussian();
        });
        return samples;
    }
}
