package org.undertone.network;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The weights a network starts from: Glorot-uniform kernels (Glorot &amp; Bengio 2010, equation 16), orthogonal
 * recurrent kernels (Saxe et al. 2014), zero biases. The three gates of a GRU count as one kernel, as in Keras. The paper
 * names none of this.
 *
 * <p>The same seed gives the same bits on every machine: the random numbers and the factorisation are plain Java.
 */
public final class InitialWeights {

    private InitialWeights() {}

    /** Fills all parameters. */
    public static void fill(Parameters parameters, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (String name : parameters.layout().names()) {
            ParameterLayout.Slot slot = parameters.layout().slot(name);
            parameters.set(name, values(name, slot, random));
        }
    }

    private static float[] values(String name, ParameterLayout.Slot slot, RandomGenerator random) {
        if (slot.shape().size() == 1) {
            return new float[Math.toIntExact(slot.count())];
        }
        int rows = Math.toIntExact(slot.shape().get(0));
        int columns = Math.toIntExact(slot.shape().get(1));
        return name.contains(".weight_hh_") ? orthogonal(rows, columns, random) : glorot(rows, columns, random);
    }

    /** Uniform in +-sqrt(6 / (inputs + outputs)): [rows][columns]. */
    static float[] glorot(int rows, int columns, RandomGenerator random) {
        double limit = Math.sqrt(6.0 / (rows + columns));
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (limit * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    /**
     * Orthonormal columns, uniformly distributed: the Q of a Gaussian matrix, signs fixed by the diagonal of R
     * (Mezzadri 2007, section 5). [rows][columns], rows &gt;= columns.
     */
    static float[] orthogonal(int rows, int columns, RandomGenerator random) {
        DMatrixRMaj gaussian = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < gaussian.data.length; i++) {
            gaussian.data[i] = gaussian(random);
        }
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(rows, columns);
        if (!qr.decompose(gaussian)) {
            throw new IllegalStateException("QR of a random " + rows + " x " + columns + " matrix failed");
        }
        DMatrixRMaj q = qr.getQ(null, true);
        DMatrixRMaj r = qr.getR(null, true);
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = (float) (q.get(row, column) * Math.signum(r.get(column, column)));
            }
        }
        return values;
    }

    /** Standard normal by Box and Muller (1958), in StrictMath so that every machine agrees. */
    private static double gaussian(RandomGenerator random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
