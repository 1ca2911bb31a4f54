package org.undertone.baseline;

/**
 * Centres and scales the columns of a matrix; missing values become the mean, columns that never change become 0.
 *
 * @param mean per column
 * @param scale standard deviation per column; 0 for a column that never changes
 */
record ColumnScale(double[] mean, double[] scale) {

    private static final double SMALLEST = 1e-9;

    static ColumnScale of(float[][] rows) {
        int columns = rows[0].length;
        double[] mean = new double[columns];
        double[] scale = new double[columns];
        for (int column = 0; column < columns; column++) {
            int n = 0;
            double sum = 0;
            for (float[] row : rows) {
                if (Float.isFinite(row[column])) {
                    n++;
                    sum += row[column];
                }
            }
            double m = n == 0 ? 0 : sum / n;
            double squares = 0;
            for (float[] row : rows) {
                if (Float.isFinite(row[column])) {
                    squares += (row[column] - m) * (row[column] - m);
                }
            }
            double deviation = n == 0 ? 0 : Math.sqrt(squares / n);
            mean[column] = m;
            scale[column] = deviation <= SMALLEST * Math.max(1, Math.abs(m)) ? 0 : deviation;
        }
        return new ColumnScale(mean, scale);
    }

    double[] apply(float[] row) {
        double[] scaled = new double[row.length];
        for (int column = 0; column < row.length; column++) {
            if (scale[column] > 0 && Float.isFinite(row[column])) {
                scaled[column] = (row[column] - mean[column]) / scale[column];
            }
        }
        return scaled;
    }
}
