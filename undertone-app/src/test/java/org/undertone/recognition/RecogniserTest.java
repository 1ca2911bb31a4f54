package org.undertone.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.NoFeaturesException;
import org.undertone.features.StretchSettings;
import org.undertone.model.EmotionModel;
import org.undertone.model.Prediction;
import org.undertone.model.Readout;
import org.undertone.model.WindowSettings;
import org.undertone.model.WindowStream;

/** One recording, against the model's own methods on all frames. */
class RecogniserTest {
    private static final ExtractorSettings SHORT = ExtractorSettings.DEFAULT.withStretch(new StretchSettings(0.2, 0.2));
    private static final double[] HUM = Voices.hum(1, 0.9);

    private static List<Prediction> judged(
            EmotionModel model, Optional<WindowSettings> windows, Recording recording, boolean cut) throws IOException {
        List<Prediction> predictions = new ArrayList<>();
        var recogniser = new Recogniser(model, new RecognitionSettings(SHORT, windows, 1), Runnable::run, () -> {});
        assertThat(recogniser.judge(recording, predictions::add)).isEqualTo(cut);
        return predictions;
    }

    @ParameterizedTest
    @CsvSource({"30, START, true", "31, CENTRE, true", "90, START, false", "89, CENTRE, true"})
    void judgesThePartThatTheModelKeepsAsTheModelItselfDoes(int maximumSteps, Readout.Cut kept, boolean cut)
            throws IOException {
        EmotionModel model = Voices.model(maximumSteps, kept);
        Prediction expected = model.predict(FeatureExtractor.create(SHORT).extract(HUM, Voices.RATE));
        for (Recording recording : List.of(Voices.recording("hum", HUM), Voices.passing("hum", HUM))) {
            List<Prediction> judged = judged(model, Optional.empty(), recording, cut);
            assertThat(judged).hasSize(1);
            assertThat(judged.get(0).scores()).isEqualTo(expected.scores());
            assertThat(judged.get(0).startSeconds()).isCloseTo(expected.startSeconds(), within(1e-9));
            assertThat(judged.get(0).endSeconds()).isCloseTo(expected.endSeconds(), within(1e-9));
        }
    }

    @Test
    void judgesWindowsAsTheModelItselfDoes() throws IOException {
        EmotionModel model = Voices.model(300, Readout.Cut.CENTRE);
        var windows = new WindowSettings(0.3, 0.15);
        WindowStream stream = model.windows(windows);
        List<Prediction> expected =
                new ArrayList<>(stream.push(FeatureExtractor.create(SHORT).extract(HUM, Voices.RATE)));
        expected.addAll(stream.finish());
        assertThat(judged(model, Optional.of(windows), Voices.passing("hum", HUM), false))
                .hasSizeGreaterThan(4)
                .isEqualTo(expected);
    }

    @Test
    void looksForTheMiddleOfWhatPassesOnceInBoundedMemory() {
        EmotionModel model = Voices.model(30, Readout.Cut.CENTRE);
        assertThatThrownBy(() -> KeptFrames.passing(
                        Voices.passing("hum", HUM),
                        FeatureExtractor.create(SHORT),
                        model.description().readout(),
                        recording -> recording.opener().open(),
                        60))
                .isInstanceOf(NoFeaturesException.class)
                .hasMessageContaining("the middle of a recording")
                .hasMessageContaining("judge it by windows");
    }

    @Test
    void refusesASoundOfAMoment() {
        for (Readout.Cut cut : Readout.Cut.values()) {
            EmotionModel model = Voices.model(30, cut);
            assertThatThrownBy(() ->
                            judged(model, Optional.empty(), Voices.recording("click", Voices.hum(1, 0.02)), false))
                    .isInstanceOf(NoFeaturesException.class)
                    .hasMessageContaining("it lasts 20 ms");
        }
    }
}
