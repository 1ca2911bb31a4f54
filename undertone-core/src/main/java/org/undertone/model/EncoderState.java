package org.undertone.model;

/** What an encoder remembers of a stream: the units of each layer, and the output of the last single step. */
final class EncoderState {
    /** {@code [layer][unit]}. */
    final float[][] hidden;
    /** {@code [output]}; set by {@link GruEncoder#step}, not by blocks, which keep their outputs. */
    final float[] output;

    private final EncoderState[] alone = {this};
    /** Scratch of single steps, made for the first of them. */
    private EncoderBlock single;

    EncoderState(GruEncoderSettings settings) {
        hidden = new float[settings.layers()][settings.hidden()];
        output = new float[settings.outputs()];
    }

    EncoderState[] alone() {
        return alone;
    }

    EncoderBlock single(GruEncoderSettings settings) {
        if (single == null) {
            single = new EncoderBlock(settings, 1, 1);
        }
        return single;
    }

    void set(EncoderState other) {
        for (int layer = 0; layer < hidden.length; layer++) {
            System.arraycopy(other.hidden[layer], 0, hidden[layer], 0, hidden[layer].length);
        }
        System.arraycopy(other.output, 0, output, 0, output.length);
    }
}
