package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.undertone.storage.JsonFile;

class EmotionModelTest {
    private final Golden golden = Golden.read();

    @Test
    void agreesWithNumpyForEveryPoolingAndCut() {
        assertPrediction("last", Readout.Pooling.LAST, Readout.Cut.CENTRE, Golden.FRAMES);
        assertPrediction("mean", Readout.Pooling.MEAN, Readout.Cut.CENTRE, Golden.FRAMES);
        assertPrediction("mean_start", Readout.Pooling.MEAN, Readout.Cut.START, Golden.FRAMES);
        assertPrediction("mean_short", Readout.Pooling.MEAN, Readout.Cut.CENTRE, 13);
        assertPrediction("flatten", Readout.Pooling.FLATTEN, Readout.Cut.CENTRE, Golden.FRAMES);
        assertPrediction("flatten_short", Readout.Pooling.FLATTEN, Readout.Cut.START, 13);
    }

    private void assertPrediction(String name, Readout.Pooling pooling, Readout.Cut cut, int frames) {
        assertClose(golden.with(pooling, cut).predict(golden.frames(), frames), Golden.expected(name));
    }

    @ParameterizedTest
    @EnumSource
    void predictsWhatTheHeadMakesOfTheVectorOfTheClip(Readout.Pooling pooling) {
        EmotionModel model = golden.with(pooling, Readout.Cut.CENTRE);
        for (int frames : new int[] {1, 2, 39, 40, 41, 60}) {
            float[] vector = model.encoder()
                    .embed(golden.frames(), frames, model.description().readout());
            double[] expected = new double[3];
            for (int emotion = 0; emotion < 3; emotion++) {
                expected[emotion] = model.head().bias()[emotion];
                for (int i = 0; i < vector.length; i++) {
                    expected[emotion] += model.head().weights()[emotion * vector.length + i] * vector[i];
                }
            }
            assertClose(model.predict(golden.frames(), frames), expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersAStreamAtEveryFrameAsTheClipUpToIt(Readout.Pooling pooling) {
        EmotionModel model = golden.with(pooling, Readout.Cut.START);
        ModelState state = model.begin();
        ModelState next = model.begin();
        double[] scores = new double[3];
        for (int frame = 0; frame < Golden.FRAMES; frame++) {
            model.step(golden.frames(), frame * 7, state, next);
            assertThat(state.steps()).isEqualTo(Math.min(frame, Golden.MAXIMUM_STEPS));
            model.scores(next, scores);
            assertThat(scores).isEqualTo(model.predict(golden.frames(), frame + 1));
            ModelState swapped = state;
            state = next;
            next = swapped;
        }
    }

    @ParameterizedTest
    @EnumSource
    void continuesTwiceFromOneStateAlike(Readout.Pooling pooling) {
        EmotionModel model = golden.with(pooling, Readout.Cut.START);
        ModelState state = model.begin();
        model.step(golden.frames(), 0, state, state);
        double[] once = scoresAfter(model, state);
        assertThat(scoresAfter(model, state)).isEqualTo(once);
    }

    private double[] scoresAfter(EmotionModel model, ModelState state) {
        ModelState next = model.begin();
        model.step(golden.frames(), 14, state, next);
        double[] scores = new double[3];
        model.scores(next, scores);
        return scores;
    }

    @Test
    void leavesTheFramesOfTheCallerAlone() {
        float[] frames = golden.frames().clone();
        golden.model().predict(frames, Golden.FRAMES);
        golden.model()
                .encoder()
                .embed(frames, Golden.FRAMES, golden.model().description().readout());
        assertThat(frames).isEqualTo(golden.frames());
    }

    @ParameterizedTest
    @EnumSource
    void allocatesNothingForAFrame(Readout.Pooling pooling) {
        EmotionModel model = golden.with(pooling, Readout.Cut.START);
        ModelState state = model.begin();
        model.step(golden.frames(), 0, state, state);
        ModelState next = model.begin();
        double[] scores = new double[3];
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        int steps = 20_000;
        // The first steps load classes.
        for (int step = -100; step < steps; step++) {
            before = step == 0 ? thread.getCurrentThreadAllocatedBytes() : before;
            model.step(golden.frames(), 7, state, next);
            model.scores(next, scores);
        }
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(steps);
    }

    @Test
    void answersManyThreadsAlike() {
        double[] expected = golden.model().predict(golden.frames(), Golden.FRAMES);
        assertThat(IntStream.range(0, 64).parallel().mapToObj(run -> golden.model()
                        .predict(golden.frames(), Golden.FRAMES)))
                .allSatisfy(scores -> assertThat(scores).isEqualTo(expected));
    }

    @Test
    void cutsInTheCentreRoundingDown() {
        var readout = new Readout(Readout.Pooling.MEAN, 4, Readout.Cut.CENTRE);
        assertThat(IntStream.range(1, 10).map(readout::first)).containsExactly(0, 0, 0, 0, 0, 1, 1, 2, 2);
        assertThat(new Readout(Readout.Pooling.MEAN, 4, Readout.Cut.START).first(9))
                .isZero();
        assertThat(readout.steps(9)).isEqualTo(4);
        assertThat(readout.steps(3)).isEqualTo(3);
    }

    @Test
    void rejectsAClipWithoutFrames() {
        assertThatThrownBy(() -> golden.model().predict(golden.frames(), 0))
                .hasMessage("a clip must have at least one frame but has 0");
    }

    @Test
    void rejectsMoreFramesThanThereAre() {
        assertThatThrownBy(() -> golden.model().predict(golden.frames(), 61))
                .hasMessage("a clip of 61 frames needs 427 values but has 420");
    }

    @Test
    void rejectsScoresBeforeTheFirstFrame() {
        EmotionModel model = golden.model();
        assertThatThrownBy(() -> model.scores(model.begin(), new double[3]))
                .hasMessage("there are no scores before the first frame");
    }

    @Test
    void rejectsAHeadOfAnotherWidth() {
        ModelDescription description = golden.model().description();
        assertThatThrownBy(() -> new EmotionModel(
                        golden.model().encoder(), new DenseWeights(new float[17], new float[3]), description))
                .hasMessage("head weights must hold 18 values but holds 17");
    }

    @Test
    void rejectsAReadoutOutOfRange() {
        assertThatThrownBy(() -> new Readout(Readout.Pooling.LAST, 0, Readout.Cut.START))
                .hasMessage("maximum steps must lie in [1, 1000000] but are 0");
        var long1 = new Readout(Readout.Pooling.FLATTEN, 1_000_000, Readout.Cut.START);
        assertThatThrownBy(() -> long1.width(65_536)).hasMessageContaining("too long for an array");
    }

    @Test
    void rejectsADescriptionThatDoesNotFit() {
        assertThatThrownBy(() -> description(List.of(), List.of())).hasMessageContaining("number of emotions");
        assertThatThrownBy(() -> description(List.of("a", "a"), List.of(1.0, 1.0)))
                .hasMessageContaining("none twice");
        assertThatThrownBy(() -> description(List.of("a"), List.of())).hasMessageContaining("one presence threshold");
        assertThatThrownBy(() -> description(List.of("a"), List.of(Double.NaN))).hasMessageContaining("finite");
        assertThatThrownBy(() -> new EncoderDescription(0, JsonFile.object(), JsonFile.object()))
                .hasMessageContaining("frame rate must lie in");
    }

    private static ModelDescription description(List<String> emotions, List<Double> thresholds) {
        var readout = new Readout(Readout.Pooling.LAST, 1, Readout.Cut.START);
        return new ModelDescription(
                emotions,
                thresholds,
                ModelDescription.unmeasured(emotions.size()),
                Optional.empty(),
                readout,
                JsonFile.object(),
                JsonFile.object());
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).as(Arrays.toString(expected)).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-5));
        }
    }
}
