package org.undertone.exchange;

/** Weights as other tools want them. */
final class Matrices {
    private Matrices() {}

    /** {@code [column][row]} of a matrix {@code [row][column]}, both row-major. */
    static float[] transposed(float[] matrix, int rows, int columns) {
        var turned = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = matrix[row * columns + column];
            }
        }
        return turned;
    }
}
