package org.undertone.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.undertone.audio.AudioStream;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;
import org.undertone.features.NoFeaturesException;
import org.undertone.features.StretchSettings;

/**
 * A trained emotion recogniser: frames of named columns go in, one score per emotion comes out, on the scale of the
 * labels it was trained on (0 to 3 for CMU-MOSEI, not limited to it). Plain Java, no native code. Immutable; any number
 * of threads may use it at once, each with its own {@link ModelState}.
 */
public final class EmotionModel {
    private final PretrainedEncoder encoder;
    private final DenseWeights head;
    private final ModelDescription description;

    /**
     * Puts a model together.
     *
     * @param head {@code [emotions][readout.width(outputs)]} weights and one bias per emotion
     * @throws IllegalArgumentException where the parts do not fit each other, or a weight is not finite
     */
    public EmotionModel(PretrainedEncoder encoder, DenseWeights head, ModelDescription description) {
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        this.head = head;
        this.description = description;
        int width = description.readout().width(encoder.settings().outputs());
        head.check("head", width, description.emotions().size());
    }

    /**
     * Reads a model directory: {@code model.json} and {@code model.safetensors}.
     *
     * @throws org.undertone.storage.FileFormatException where a file is damaged or one does not fit the other
     */
    public static EmotionModel read(Path directory) throws IOException {
        return ModelFiles.read(directory);
    }

    /**
     * Writes a model directory with a model card, whole or not at all.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the directory exists and is not empty
     */
    public void write(Path directory) throws IOException {
        ModelFiles.write(this, directory);
    }

    /** Names of the scores, in order. */
    public List<String> emotions() {
        return description.emotions();
    }

    /** The columns of a frame. */
    public FrameColumns columns() {
        return encoder.columns();
    }

    /** The encoder below the head. */
    public PretrainedEncoder encoder() {
        return encoder;
    }

    /** The dense layer that gives the scores. */
    public DenseWeights head() {
        return head;
    }

    /** Emotions, thresholds, readout, provenance and evaluation. */
    public ModelDescription description() {
        return description;
    }

    /**
     * What the model says of a clip; of one longer than it takes, of the part that it was taught to keep, as the times of
     * the prediction say.
     *
     * @param samples full scale is [-1, 1)
     * @param rate samples per second, 8000 to 192,000
     * @throws NoFeaturesException where the clip is too short
     */
    public Prediction predict(double[] samples, int rate) throws NoFeaturesException {
        return predict(extractor().extract(samples, rate));
    }

    /**
     * The same for a recording.
     *
     * @throws IOException where it is too short or cannot be read
     */
    public Prediction predict(AudioStream audio) throws IOException {
        return predict(extractor().extract(audio));
    }

    /** The same for a clip's frames; there must be one or more. */
    public Prediction predict(Frames clip) {
        int first = description.readout().first(clip.count());
        int steps = description.readout().steps(clip.count());
        return prediction(predict(clip.toFloats(), clip.count()), first, first + steps);
    }

    /** What turns recordings into frames such as this model learned from. */
    public FeatureExtractor extractor() {
        return FeatureExtractor.create(ExtractorSettings.of(description.recipe().orElse(FeatureRecipe.COVAREP)));
    }

    /** The timeline of a recording whose frames arrive piece by piece. */
    public WindowStream windows(WindowSettings settings) {
        return new WindowStream(this, settings);
    }

    /**
     * The timeline of a voice that is followed while it speaks. Its features are those of our own recipe even where the
     * model learned from the original's: the original gives up at the first silence.
     *
     * @param rate samples per second, 8000 to 192,000
     */
    public EmotionStream stream(int rate, WindowSettings settings) {
        var live = ExtractorSettings.DEFAULT.withStretch(StretchSettings.LIVE);
        return new EmotionStream(FeatureExtractor.create(live).stream(rate), windows(settings));
    }

    Prediction prediction(ModelState state, long first, long end) {
        var scores = new double[emotions().size()];
        scores(state, scores);
        return prediction(scores, first, end);
    }

    private Prediction prediction(double[] intensities, long first, long end) {
        var scores = new ArrayList<EmotionScore>();
        for (int emotion = 0; emotion < intensities.length; emotion++) {
            double intensity = intensities[emotion];
            scores.add(new EmotionScore(
                    emotions().get(emotion),
                    intensity,
                    intensity > description.presenceThresholds().get(emotion),
                    description.uncertainties().get(emotion)));
        }
        return new Prediction(first * Frames.HOP_SECONDS, end * Frames.HOP_SECONDS, scores);
    }

    /**
     * Scores of a clip; of one longer than the readout's maximum, of the part its cut keeps.
     *
     * @param frames {@code [time][column]}, raw, row-major; not changed
     * @param count number of frames, 1 or more
     * @return {@code [emotion]}
     */
    public double[] predict(float[] frames, int count) {
        encoder.requireClip(frames, count);
        int first = description.readout().first(count);
        int end = first + description.readout().steps(count);
        ModelState state = begin();
        for (int frame = first; frame < end; frame++) {
            step(frames, frame * encoder.settings().inputs(), state, state);
        }
        var scores = new double[emotions().size()];
        scores(state, scores);
        return scores;
    }

    /** The state before the first frame of a stream. */
    public ModelState begin() {
        boolean flatten = description.readout().pooling() == Readout.Pooling.FLATTEN;
        int gathered = flatten ? emotions().size() : encoder.settings().outputs();
        return new ModelState(encoder.settings(), gathered);
    }

    /**
     * Takes one frame of a stream into account: (frame, state) to next. Allocates nothing, and changes {@code state}
     * only where it is also {@code next}. Frames beyond the readout's maximum are left out, as a cut at the start does;
     * begin anew for another clip or window.
     *
     * @param frames where the raw frame lies, from {@code offset} on; not changed
     * @param next set to the state after the frame; may be {@code state}
     */
    public void step(float[] frames, int offset, ModelState state, ModelState next) {
        Readout readout = description.readout();
        if (state.steps >= readout.maximumSteps()) {
            next.set(state);
            return;
        }
        System.arraycopy(frames, offset, next.frame, 0, next.frame.length);
        encoder.standardizer().apply(next.frame, 0, 1);
        encoder.encoder().step(next.frame, 0, state.encoder, next.encoder);
        float[] output = next.encoder.output;
        switch (readout.pooling()) {
            case LAST -> gather(state.gathered, 0, output, next.gathered);
            case MEAN -> gather(state.gathered, 1, output, next.gathered);
            case FLATTEN -> gatherScores(state, output, next.gathered);
            default -> throw new IllegalStateException("no such pooling: " + readout.pooling());
        }
        next.steps = state.steps + 1;
    }

    private static void gather(double[] before, int keep, float[] output, double[] after) {
        for (int i = 0; i < output.length; i++) {
            after[i] = keep * before[i] + output[i];
        }
    }

    private void gatherScores(ModelState state, float[] output, double[] after) {
        int width = description.readout().width(output.length);
        for (int emotion = 0; emotion < after.length; emotion++) {
            int row = emotion * width + state.steps * output.length;
            double sum = state.gathered[emotion];
            for (int i = 0; i < output.length; i++) {
                sum += (double) head.weights()[row + i] * output[i];
            }
            after[emotion] = sum;
        }
    }

    /**
     * Scores of what a stream has brought so far: those {@link #predict} gives for the frames since the beginning.
     *
     * @param target {@code [emotion]}, set to the scores
     * @throws IllegalStateException before the first frame
     */
    public void scores(ModelState state, double[] target) {
        if (state.steps == 0) {
            throw new IllegalStateException("there are no scores before the first frame");
        }
        Objects.checkFromIndexSize(0, emotions().size(), target.length);
        boolean flatten = description.readout().pooling() == Readout.Pooling.FLATTEN;
        int divisor = description.readout().pooling() == Readout.Pooling.MEAN ? state.steps : 1;
        for (int emotion = 0; emotion < emotions().size(); emotion++) {
            double score = head.bias()[emotion];
            if (flatten) {
                score += state.gathered[emotion];
            } else {
                int row = emotion * state.gathered.length;
                for (int i = 0; i < state.gathered.length; i++) {
                    score += head.weights()[row + i] * (state.gathered[i] / divisor);
                }
            }
            target[emotion] = score;
        }
    }
}
