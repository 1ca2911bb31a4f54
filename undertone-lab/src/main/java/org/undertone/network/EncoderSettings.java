package org.undertone.network;

/**
 * The shape of an encoder: GRU layers, then a dense layer at every step.
 *
 * @param columns values per frame that go in
 * @param hidden units of each GRU layer and direction; the paper's 256
 * @param layers GRU layers, one above the other; the paper's 2
 * @param bidirectional whether each layer also runs backwards through the clip; the paper's encoder does not
 * @param outputs values per step that come out; the paper's 74
 */
public record EncoderSettings(int columns, int hidden, int layers, boolean bidirectional, int outputs) {

    private static final int LARGEST = 1 << 14;

    /** Checks the ranges. */
    public EncoderSettings {
        check("columns", columns, LARGEST);
        check("hidden units", hidden, LARGEST);
        check("layers", layers, 16);
        check("outputs", outputs, LARGEST);
    }

    /** The paper's encoder for frames of so many columns: 2 x GRU 256, one direction, as many outputs as columns. */
    public static EncoderSettings paper(int columns) {
        return new EncoderSettings(columns, 256, 2, false, columns);
    }

    /** Values per step behind the recurrent layers. */
    public int recurrentWidth() {
        return hidden * directions();
    }

    /** 1, or 2 where bidirectional. */
    public int directions() {
        return bidirectional ? 2 : 1;
    }

    /** Values per step that go into a layer (0 is the lowest). */
    public int layerInputs(int layer) {
        return layer == 0 ? columns : recurrentWidth();
    }

    private static void check(String what, int value, int largest) {
        if (value < 1 || value > largest) {
            throw new IllegalArgumentException(
                    "encoder " + what + " must lie in 1.." + largest + " but there are " + value);
        }
    }
}
