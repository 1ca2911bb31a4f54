package org.undertone.training;

import org.bytedeco.pytorch.Tensor;

/** Matrices from tensors. */
final class Rows {

    private Rows() {}

    /** A contiguous single-precision matrix as an array of rows. */
    static float[][] of(Tensor matrix) {
        int rows = Math.toIntExact(matrix.size(0));
        int columns = Math.toIntExact(matrix.size(1));
        float[] flat = new float[rows * columns];
        matrix.data_ptr_float().get(flat);
        float[][] values = new float[rows][columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(flat, row * columns, values[row], 0, columns);
        }
        return values;
    }
}
