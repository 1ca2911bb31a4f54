package org.undertone.exchange;

/**
 * The order in which the gates of a GRU lie in a matrix of {@code [3 units][width]}: reset, update, new with PyTorch and with
 * us; update, reset, new with Keras and ONNX.
 */
final class GateOrder {
    private GateOrder() {}

    /** From the one order to the other, either way: the first two of three blocks of rows change places. */
    static float[] updateFirst(float[] matrix, int units, int width) {
        int block = Math.multiplyExact(units, width);
        if (matrix.length != 3L * block) {
            throw new IllegalArgumentException("three gates of " + units + " units by " + width + " are " + 3L * block
                    + " values, but there are " + matrix.length);
        }
        float[] swapped = matrix.clone();
        System.arraycopy(matrix, 0, swapped, block, block);
        System.arraycopy(matrix, block, swapped, 0, block);
        return swapped;
    }
}
