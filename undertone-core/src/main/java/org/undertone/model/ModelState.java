package org.undertone.model;

/**
 * What a model remembers of a stream of frames: constant in size, however long the stream. Made by {@link
 * EmotionModel#begin()}, changed by {@link EmotionModel#step} alone.
 */
public final class ModelState {
    final EncoderState encoder;
    /** One raw frame, standardised in place: scratch. */
    final float[] frame;
    /**
     * What the readout has gathered. Last: the latest outputs. Mean: the sum of the outputs. Flatten: the scores so far,
     * since the head is a sum over steps and need not wait for the last one.
     */
    final double[] gathered;

    int steps;

    ModelState(GruEncoderSettings settings, int gathered) {
        this.encoder = new EncoderState(settings);
        this.frame = new float[settings.inputs()];
        this.gathered = new double[gathered];
    }

    /** Number of frames taken into account since the beginning. */
    public int steps() {
        return steps;
    }

    void set(ModelState other) {
        encoder.set(other.encoder);
        System.arraycopy(other.gathered, 0, gathered, 0, gathered.length);
        steps = other.steps;
    }
}
