package org.undertone.model;

/**
 * A matrix stored column by column, so that the inner loop of a product runs along both the matrix and the result and
 * the compiler can turn it into vector instructions. It does so only where every array is read and written at the same
 * index, hence an array for each column: one array with offsets, which could overlap the result, is six times as slow.
 * Sums are taken in a fixed order: the same bits on every machine.
 */
final class PackedMatrix {
    private final int rows;
    private final int columns;
    /** {@code [column][row]}. */
    private final float[][] packed;

    /** Packs a matrix given as {@code [row][column]}, row-major. */
    PackedMatrix(float[] matrix, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.packed = new float[columns][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                packed[column][row] = matrix[row * columns + column];
            }
        }
    }

    /** Sets {@code y = M x + bias}; {@code x} begins at {@code offset}. */
    void multiply(float[] x, int offset, float[] bias, float[] y) {
        System.arraycopy(bias, 0, y, 0, rows);
        int column = 0;
        // Four columns at a time: the result, read and written once per pass, then costs little beside the matrix.
        for (; column + 4 <= columns; column += 4) {
            addFourColumns(column, x, offset + column, y);
        }
        for (; column < columns; column++) {
            addColumn(packed[column], x[offset + column], y);
        }
    }

    private void addFourColumns(int column, float[] x, int at, float[] y) {
        float x0 = x[at];
        float x1 = x[at + 1];
        float x2 = x[at + 2];
        float x3 = x[at + 3];
        float[] m0 = packed[column];
        float[] m1 = packed[column + 1];
        float[] m2 = packed[column + 2];
        float[] m3 = packed[column + 3];
        for (int row = 0; row < rows; row++) {
            y[row] += (x0 * m0[row] + x1 * m1[row]) + (x2 * m2[row] + x3 * m3[row]);
        }
    }

    private void addColumn(float[] m, float x, float[] y) {
        for (int row = 0; row < rows; row++) {
            y[row] += x * m[row];
        }
    }
}
