package org.undertone.baseline;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The factorised kernel matrix.
 *
 * @param u eigenvectors in columns [clip][component]
 * @param eigenvalues not negative
 */
record RidgeSpectrum(DMatrixRMaj u, double[] eigenvalues) {

    private static final int PENALTIES = 25;
    private static final double SMALLEST_PENALTY = 1e-2;
    private static final double RATIO = Math.cbrt(10);
    private static final double RANK_TOLERANCE = 1e-12;

    static RidgeSpectrum of(double[][] x) {
        DMatrixRMaj rows = new DMatrixRMaj(x);
        boolean tall = rows.numRows > rows.numCols;
        int size = Math.min(rows.numRows, rows.numCols);
        DMatrixRMaj square = new DMatrixRMaj(size, size);
        if (tall) {
            CommonOps_DDRM.multTransA(rows, rows, square);
        } else {
            CommonOps_DDRM.multTransB(rows, rows, square);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(square)) {
            throw new ArithmeticException("the eigenvalues of a matrix of " + size + " rows did not converge");
        }
        DMatrixRMaj vectors = new DMatrixRMaj(size, size);
        double[] values = new double[size];
        for (int component = 0; component < size; component++) {
            values[component] = Math.max(0, eigen.getEigenvalue(component).getReal());
            CommonOps_DDRM.insert(eigen.getEigenVector(component), vectors, 0, component);
        }
        return new RidgeSpectrum(tall ? leftVectors(rows, vectors, values) : vectors, values);
    }

    /** U = X V / sqrt(l); components of no variance stay zero and count nothing. */
    private static DMatrixRMaj leftVectors(DMatrixRMaj x, DMatrixRMaj v, double[] values) {
        DMatrixRMaj u = new DMatrixRMaj(x.numRows, v.numCols);
        CommonOps_DDRM.mult(x, v, u);
        double largest = Arrays.stream(values).max().orElse(0);
        for (int component = 0; component < values.length; component++) {
            double factor = values[component] > RANK_TOLERANCE * largest ? 1 / Math.sqrt(values[component]) : 0;
            for (int clip = 0; clip < u.numRows; clip++) {
                u.set(clip, component, u.get(clip, component) * factor);
            }
        }
        return u;
    }

    double bestPenalty(double[] y) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        double penalty = SMALLEST_PENALTY;
        for (int i = 0; i < PENALTIES; i++, penalty *= RATIO) {
            double sum = 0;
            for (double residual : leaveOneOutResiduals(y, penalty)) {
                sum += residual * residual;
            }
            // On a tie the larger penalty: the simpler model.
            if (sum <= least) {
                least = sum;
                best = penalty;
            }
        }
        return best;
    }

    double[] leaveOneOutResiduals(double[] y, double penalty) {
        int n = y.length;
        double[] projected = projected(y);
        double[] residuals = new double[n];
        for (int clip = 0; clip < n; clip++) {
            double fit = 0;
            double leverage = 1.0 / n;
            for (int component = 0; component < eigenvalues.length; component++) {
                double shrink = eigenvalues[component] / (eigenvalues[component] + penalty);
                double loading = u.get(clip, component);
                fit += loading * shrink * projected[component];
                leverage += loading * loading * shrink;
            }
            residuals[clip] = (y[clip] - fit) / Math.max(1e-12, 1 - leverage);
        }
        return residuals;
    }

    double[] weights(double[][] x, double[] y, double penalty) {
        int n = y.length;
        double[] projected = projected(y);
        double[] dual = new double[n];
        for (int clip = 0; clip < n; clip++) {
            for (int component = 0; component < eigenvalues.length; component++) {
                dual[clip] += u.get(clip, component) * projected[component] / (eigenvalues[component] + penalty);
            }
        }
        double[] weights = new double[x[0].length];
        for (int clip = 0; clip < n; clip++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] += dual[clip] * x[clip][i];
            }
        }
        return weights;
    }

    private double[] projected(double[] y) {
        double[] projected = new double[eigenvalues.length];
        for (int clip = 0; clip < y.length; clip++) {
            for (int component = 0; component < eigenvalues.length; component++) {
                projected[component] += u.get(clip, component) * y[clip];
            }
        }
        return projected;
    }
}
