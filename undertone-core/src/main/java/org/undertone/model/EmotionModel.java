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
    /** Frame rates that differ by so small a share are one: times are off by less than a frame in a second. */
    private static final double RATE_TOLERANCE = 0.005;

    private final PretrainedEncoder encoder;
    private final ScoreHead head;
    private final ModelDescription description;

    /**
     * Puts a model together.
     *
     * @param head {@code [emotions][readout.width(outputs)]} weights and one bias per emotion
     * @throws IllegalArgumentException where the parts do not fit each other, or a weight is not finite
     */
    public EmotionModel(PretrainedEncoder encoder, DenseWeights head, ModelDescription description) {
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        this.description = description;
        this.head = new ScoreHead(
                head,
                description.readout(),
                encoder.settings().outputs(),
                description.emotions().size());
    }

    /**
     * Reads a model directory: {@code model.json} and {@code model.safetensors}. Nothing in it is run, and no other file is
     * read.
     *
     * @throws org.undertone.storage.FileFormatException where a file is damaged, one does not fit the other, or one is a link
     *     that leads out of the directory
     */
    public static EmotionModel read(Path directory) throws IOException {
        ModelDirectory.requireOwnFiles(directory, "model.json", "model.safetensors");
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
        return head.weights();
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
     * @throws NoFeaturesException where the clip is too short, or where the model's recipe gives up
     * @throws IllegalArgumentException where a sample is not a number or is far too large, or where the model did not learn
     *     from frames such as audio gives
     */
    public Prediction predict(double[] samples, int rate) throws NoFeaturesException {
        return predict(extractor().extract(samples, rate));
    }

    /**
     * The same for a recording, of which no more than the part to judge is kept in memory, or little more than half where that
     * is its middle.
     *
     * @throws IOException where it is too short, where the model's recipe gives up, or where it cannot be read
     * @throws IllegalArgumentException where the model did not learn from frames such as audio gives
     */
    public Prediction predict(AudioStream audio) throws IOException {
        FeatureExtractor extractor = extractor();
        ClipStream clip = clip();
        extractor.extract(audio, clip::push);
        return clip.finish();
    }

    /**
     * The same for a clip's frames; there must be one or more.
     *
     * @param clip has the columns that the model takes, in any order and among others
     * @throws IllegalArgumentException where one is missing, or where the model learned from frames at another rate
     */
    public Prediction predict(Frames clip) {
        ClipStream stream = clip();
        stream.push(clip);
        return stream.finish();
    }

    /**
     * The same for a clip whose frames arrive piece by piece, from {@link #extractor()} or from elsewhere.
     *
     * @throws IllegalArgumentException where the model learned from frames at another rate
     */
    public ClipStream clip() {
        requireFrameRate();
        return new ClipStream(this);
    }

    Prediction prediction(ClipStream clip) {
        PretrainedEncoder.requireFrames(clip.count());
        int first = description.readout().first(clip.count());
        int steps = description.readout().steps(clip.count());
        ModelState state = begin();
        block(1).advance(clip.clip(), 0, steps, List.of(state));
        return prediction(state, first, first + steps);
    }

    /**
     * What turns recordings into frames such as this model learned from: by the recipe that its description states, or by
     * {@link FeatureRecipe#COVAREP} where it states none. Each thread needs its own.
     *
     * @throws IllegalArgumentException where the model learned from other columns than {@link FrameColumns#COVAREP} has, or
     *     from frames at another rate
     */
    public FeatureExtractor extractor() {
        requireAudio();
        return FeatureExtractor.create(ExtractorSettings.of(description.recipe().orElse(FeatureRecipe.COVAREP)));
    }

    /**
     * The timeline of a recording whose frames arrive piece by piece, from {@link #extractor()} or from elsewhere; they have
     * the columns that the model takes, in any order and among others.
     *
     * @throws IllegalArgumentException where a window is longer than the clips that the model takes, or where the model learned
     *     from frames at another rate
     */
    public WindowStream windows(WindowSettings settings) {
        requireFrameRate();
        return new WindowStream(this, settings);
    }

    /**
     * The timeline of a voice that is followed while it speaks. Its features are those of our own recipe even where the
     * model learned from the original's: the original gives up at the first silence.
     *
     * @param rate samples per second, 8000 to 192,000
     * @throws IllegalArgumentException where a window is longer than the clips that the model takes, or where the model did
     *     not learn from frames such as audio gives
     */
    public EmotionStream stream(int rate, WindowSettings settings) {
        requireAudio();
        var live = ExtractorSettings.DEFAULT.withStretch(StretchSettings.LIVE);
        return new EmotionStream(FeatureExtractor.create(live).stream(rate), windows(settings));
    }

    private void requireAudio() {
        requireFrameRate();
        for (String name : columns().names()) {
            if (!FrameColumns.COVAREP.names().contains(name)) {
                throw new IllegalArgumentException("this model learned from column '" + name
                        + "', which is not among the " + FrameColumns.COVAREP.count()
                        + " that Undertone computes from audio; predict from frames that have it");
            }
        }
    }

    private void requireFrameRate() {
        double rate = encoder.description().frameRate();
        if (Math.abs(rate * Frames.HOP_SECONDS - 1) > RATE_TOLERANCE) {
            throw new IllegalArgumentException("this model learned from " + rate + " frames per second, where"
                    + " Undertone's have " + 1 / Frames.HOP_SECONDS
                    + "; predict from an array of frames at the model's rate");
        }
    }

    ColumnSelection selection(FrameColumns from) {
        return ColumnSelection.of(columns(), from);
    }

    /** Takes states through frames that they all see. */
    FrameBlock block(int states) {
        return new FrameBlock(encoder, head, states);
    }

    Prediction prediction(ModelState state, long first, long end) {
        var intensities = new double[emotions().size()];
        scores(state, intensities);
        var scores = new ArrayList<EmotionScore>();
        for (int emotion = 0; emotion < intensities.length; emotion++) {
            double intensity = intensities[emotion];
            scores.add(new EmotionScore(
                    emotions().get(emotion),
                    intensity,
                    intensity > description.presenceThresholds().get(emotion),
                    description.uncertainties().get(emotion)));
        }
        return new Prediction(first / (double) Frames.PER_SECOND, end / (double) Frames.PER_SECOND, scores);
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
        int steps = description.readout().steps(count);
        ModelState state = begin();
        block(1).advance(frames, first, steps, List.of(state));
        var scores = new double[emotions().size()];
        scores(state, scores);
        return scores;
    }

    /** The state before the first frame of a stream. */
    public ModelState begin() {
        return new ModelState(encoder.settings(), head.gathered());
    }

    /**
     * Takes one frame of a stream into account: (frame, state) to next. Allocates nothing after the first call with that {@code
     * next}, and changes {@code state} only where it is also {@code next}. Frames beyond the readout's maximum are left out, as a cut at the start does;
     * begin anew for another clip or window.
     *
     * @param frames where the raw frame lies, from {@code offset} on; not changed
     * @param next set to the state after the frame; may be {@code state}
     */
    public void step(float[] frames, int offset, ModelState state, ModelState next) {
        if (head.isFull(state)) {
            next.set(state);
            return;
        }
        System.arraycopy(frames, offset, next.frame, 0, next.frame.length);
        encoder.standardizer().apply(next.frame, 0, 1);
        encoder.encoder().step(next.frame, 0, state.encoder, next.encoder);
        head.gather(state, next.encoder.output, next);
    }

    /**
     * Scores of what a stream has brought so far: those {@link #predict} gives for the frames since the beginning.
     *
     * @param target {@code [emotion]}, set to the scores
     * @throws IllegalStateException before the first frame
     */
    public void scores(ModelState state, double[] target) {
        head.scores(state, target);
    }
}
