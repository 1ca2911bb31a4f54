package org.undertone.model;

/**
 * The architecture of an encoder: layers of gated recurrent units, one above the other, then a dense layer at every
 * step. Fixed before training.
 *
 * @param inputs columns of a frame, 1 to 65,536
 * @param hidden units of each recurrent layer, 1 to 8,192
 * @param layers number of recurrent layers, 1 to 64
 * @param outputs values the dense layer gives for a step, 1 to 65,536
 */
public record GruEncoderSettings(int inputs, int hidden, int layers, int outputs) {
    static final int MOST_VALUES = 65_536;
    static final int MOST_UNITS = 8_192;
    static final int MOST_LAYERS = 64;

    /** The paper's encoder: two layers of 256 units on the 74 columns of COVAREP, which it also gives back. */
    public static final GruEncoderSettings PAPER = new GruEncoderSettings(74, 256, 2, 74);

    public GruEncoderSettings {
        requireWithin("inputs", inputs, MOST_VALUES);
        requireWithin("hidden units", hidden, MOST_UNITS);
        requireWithin("layers", layers, MOST_LAYERS);
        requireWithin("outputs", outputs, MOST_VALUES);
    }

    /** Values that enter a recurrent layer at a step: the frame for the first, the layer below for the others. */
    public int layerInputs(int layer) {
        return layer == 0 ? inputs : hidden;
    }

    private static void requireWithin(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("number of " + what + " must lie in [1, " + most + "] but is " + value);
        }
    }
}
