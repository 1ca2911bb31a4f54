package org.undertone.model;

/** What an encoder remembers of a stream: the units of each layer, and the output of the step just made. */
final class EncoderState {
    /** {@code [layer][unit]}. */
    final float[][] hidden;
    /** {@code [output]}. */
    final float[] output;
    /** Scratch of a step, {@code [3 hidden]} each; carries nothing from one step to the next. */
    final float[] inputGates;

    final float[] hiddenGates;

    EncoderState(GruEncoderSettings settings) {
        hidden = new float[settings.layers()][settings.hidden()];
        output = new float[settings.outputs()];
        inputGates = new float[3 * settings.hidden()];
        hiddenGates = new float[3 * settings.hidden()];
    }

    void set(EncoderState other) {
        for (int layer = 0; layer < hidden.length; layer++) {
            System.arraycopy(other.hidden[layer], 0, hidden[layer], 0, hidden[layer].length);
        }
        System.arraycopy(other.output, 0, output, 0, output.length);
    }
}
