package org.undertone.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.undertone.features.FrameColumns;
import org.undertone.features.Standardizer;

/**
 * An encoder as pre-training leaves it: the standardizer of its columns, its architecture and its weights. It turns the
 * frames of a clip into one vector, in plain Java. Immutable; any number of threads may use it at once.
 */
public final class PretrainedEncoder {
    private final Standardizer standardizer;
    private final GruEncoderSettings settings;
    private final GruEncoderWeights weights;
    private final EncoderDescription description;
    private final GruEncoder encoder;

    /**
     * Puts an encoder together.
     *
     * @throws IllegalArgumentException where the parts do not fit each other, or a weight is not finite
     */
    public PretrainedEncoder(
            Standardizer standardizer,
            GruEncoderSettings settings,
            GruEncoderWeights weights,
            EncoderDescription description) {
        if (standardizer.columns().count() != settings.inputs()) {
            throw new IllegalArgumentException(
                    "the encoder takes " + settings.inputs() + " columns but the standardizer has "
                            + standardizer.columns().count());
        }
        this.standardizer = standardizer;
        this.settings = settings;
        this.weights = weights;
        this.description = Objects.requireNonNull(description, "description");
        this.encoder = new GruEncoder(settings, weights);
    }

    /**
     * Reads an encoder directory: {@code encoder.json} and {@code encoder.safetensors}. Nothing in it is run, and no other file
     * is read.
     *
     * @throws org.undertone.storage.FileFormatException where a file is damaged, one does not fit the other, or one is a link
     *     that leads out of the directory
     */
    public static PretrainedEncoder read(Path directory) throws IOException {
        ModelDirectory.requireOwnFiles(directory, "encoder.json", "encoder.safetensors");
        return EncoderFiles.read(directory);
    }

    /**
     * Writes an encoder directory, whole or not at all.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the directory exists and is not empty
     */
    public void write(Path directory) throws IOException {
        EncoderFiles.write(this, directory);
    }

    /** The map from raw columns to what the encoder takes. */
    public Standardizer standardizer() {
        return standardizer;
    }

    /** The columns of a frame. */
    public FrameColumns columns() {
        return standardizer.columns();
    }

    /** The architecture. */
    public GruEncoderSettings settings() {
        return settings;
    }

    /** What was learned. */
    public GruEncoderWeights weights() {
        return weights;
    }

    /** Frame rate, provenance and training. */
    public EncoderDescription description() {
        return description;
    }

    /**
     * Output of every step.
     *
     * @param frames {@code [time][column]}, raw, row-major; not changed
     * @param count number of frames, 1 or more
     * @return {@code [time][output]}, row-major
     */
    public float[] encode(float[] frames, int count) {
        requireClip(frames, count);
        return encode(frames, 0, count);
    }

    private float[] encode(float[] frames, int first, int count) {
        var outputs = new float[Math.multiplyExact(count, settings.outputs())];
        EncoderBlock block = encoder.block(EncoderBlock.MOST_STEPS, 1);
        EncoderState state = encoder.begin();
        for (int done = 0; done < count; done += EncoderBlock.MOST_STEPS) {
            int steps = Math.min(EncoderBlock.MOST_STEPS, count - done);
            FrameBlock.load(standardizer, frames, first + done, steps, block);
            encoder.prepare(block, steps);
            encoder.run(block, steps, state);
            for (int step = 0; step < steps; step++) {
                System.arraycopy(
                        block.outputs[step], 0, outputs, (done + step) * settings.outputs(), settings.outputs());
            }
        }
        return outputs;
    }

    /**
     * The vector of a clip.
     *
     * @param frames {@code [time][column]}, raw, row-major; not changed
     * @param count number of frames, 1 or more
     * @param readout how the steps become one vector
     * @return {@code [readout.width(outputs)]}
     */
    public float[] embed(float[] frames, int count, Readout readout) {
        requireClip(frames, count);
        int steps = readout.steps(count);
        float[] outputs = encode(frames, readout.first(count), steps);
        int width = settings.outputs();
        return switch (readout.pooling()) {
            case LAST -> Arrays.copyOfRange(outputs, (steps - 1) * width, steps * width);
            case FLATTEN -> Arrays.copyOf(outputs, readout.width(width));
            case MEAN -> mean(outputs, steps, width);
        };
    }

    private static float[] mean(float[] outputs, int steps, int width) {
        var sums = new double[width];
        for (int step = 0; step < steps; step++) {
            for (int output = 0; output < width; output++) {
                sums[output] += outputs[step * width + output];
            }
        }
        var mean = new float[width];
        for (int output = 0; output < width; output++) {
            mean[output] = (float) (sums[output] / steps);
        }
        return mean;
    }

    void requireClip(float[] frames, int count) {
        requireFrames(count);
        if (frames.length < (long) count * settings.inputs()) {
            throw new IllegalArgumentException("a clip of " + count + " frames needs "
                    + (long) count * settings.inputs() + " values but has " + frames.length);
        }
    }

    static void requireFrames(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a clip must have at least one frame but has " + count);
        }
    }

    GruEncoder encoder() {
        return encoder;
    }
}
