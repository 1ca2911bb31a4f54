package org.undertone.model;

/**
 * A matrix stored column by column, so that the inner loop of a product runs along both the matrix and the result and
 * the compiler can turn it into vector instructions. It does so only where every array is read and written at the same
 * index, hence an array for each column: one array with offsets, which could overlap the result, is six times as slow. It
 * also does so only where the body of the loop is small: four columns for one vector, two for two or three vectors; eight
 * products with fewer arrays are still vectorised, six with more are not, and then cost ten times as much.
 *
 * <p>Products with several vectors read the matrix once for all of them. Sums are taken over pairs of columns in their
 * order, for one vector as for many: the same bits whatever comes together, on every machine.
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

    /**
     * Sets {@code y = M x + bias} for each of the first {@code count} vectors.
     *
     * @param x {@code [vector][column]}
     * @param y {@code [vector][row]}
     */
    void multiply(float[][] x, float[] bias, float[][] y, int count) {
        int vector = 0;
        for (; vector + 3 <= count; vector += 3) {
            multiplyThree(x, bias, y, vector);
        }
        if (count - vector == 2) {
            multiplyTwo(x, bias, y, vector);
        } else if (count - vector == 1) {
            multiplyOne(x[vector], bias, y[vector]);
        }
    }

    private void multiplyThree(float[][] x, float[] bias, float[][] y, int vector) {
        for (int i = vector; i < vector + 3; i++) {
            System.arraycopy(bias, 0, y[i], 0, rows);
        }
        int column = 0;
        for (; column + 2 <= columns; column += 2) {
            addTwoColumnsToThree(column, x, y, vector);
        }
        for (int i = vector; i < vector + 3 && column < columns; i++) {
            addColumn(packed[column], x[i][column], y[i]);
        }
    }

    private void multiplyTwo(float[][] x, float[] bias, float[][] y, int vector) {
        System.arraycopy(bias, 0, y[vector], 0, rows);
        System.arraycopy(bias, 0, y[vector + 1], 0, rows);
        int column = 0;
        for (; column + 2 <= columns; column += 2) {
            addTwoColumnsToTwo(column, x, y, vector);
        }
        if (column < columns) {
            addColumn(packed[column], x[vector][column], y[vector]);
            addColumn(packed[column], x[vector + 1][column], y[vector + 1]);
        }
    }

    private void multiplyOne(float[] x, float[] bias, float[] y) {
        System.arraycopy(bias, 0, y, 0, rows);
        int column = 0;
        for (; column + 4 <= columns; column += 4) {
            addFourColumns(column, x, y);
        }
        if (column + 2 <= columns) {
            addTwoColumns(column, x, y);
            column += 2;
        }
        if (column < columns) {
            addColumn(packed[column], x[column], y);
        }
    }

    private void addTwoColumnsToThree(int column, float[][] x, float[][] y, int vector) {
        float x00 = x[vector][column];
        float x01 = x[vector][column + 1];
        float x10 = x[vector + 1][column];
        float x11 = x[vector + 1][column + 1];
        float x20 = x[vector + 2][column];
        float x21 = x[vector + 2][column + 1];
        float[] m0 = packed[column];
        float[] m1 = packed[column + 1];
        float[] y0 = y[vector];
        float[] y1 = y[vector + 1];
        float[] y2 = y[vector + 2];
        for (int row = 0; row < rows; row++) {
            y0[row] += x00 * m0[row] + x01 * m1[row];
            y1[row] += x10 * m0[row] + x11 * m1[row];
            y2[row] += x20 * m0[row] + x21 * m1[row];
        }
    }

    private void addTwoColumnsToTwo(int column, float[][] x, float[][] y, int vector) {
        float x00 = x[vector][column];
        float x01 = x[vector][column + 1];
        float x10 = x[vector + 1][column];
        float x11 = x[vector + 1][column + 1];
        float[] m0 = packed[column];
        float[] m1 = packed[column + 1];
        float[] y0 = y[vector];
        float[] y1 = y[vector + 1];
        for (int row = 0; row < rows; row++) {
            y0[row] += x00 * m0[row] + x01 * m1[row];
            y1[row] += x10 * m0[row] + x11 * m1[row];
        }
    }

    private void addFourColumns(int column, float[] x, float[] y) {
        float x0 = x[column];
        float x1 = x[column + 1];
        float x2 = x[column + 2];
        float x3 = x[column + 3];
        float[] m0 = packed[column];
        float[] m1 = packed[column + 1];
        float[] m2 = packed[column + 2];
        float[] m3 = packed[column + 3];
        for (int row = 0; row < rows; row++) {
            y[row] = (y[row] + (x0 * m0[row] + x1 * m1[row])) + (x2 * m2[row] + x3 * m3[row]);
        }
    }

    private void addTwoColumns(int column, float[] x, float[] y) {
        float x0 = x[column];
        float x1 = x[column + 1];
        float[] m0 = packed[column];
        float[] m1 = packed[column + 1];
        for (int row = 0; row < rows; row++) {
            y[row] += x0 * m0[row] + x1 * m1[row];
        }
    }

    private void addColumn(float[] m, float x, float[] y) {
        for (int row = 0; row < rows; row++) {
            y[row] += x * m[row];
        }
    }
}
