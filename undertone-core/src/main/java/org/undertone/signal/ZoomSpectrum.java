package org.undertone.signal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The first bins of a long transform of a short frame, equal to rounding to those of the frame followed by zeros, at a
 * fraction of the cost.
 *
 * <p>The spectrum of a short frame is smooth, so that it follows from a few of its points: the frame is divided by the
 * transform of a Kaiser-Bessel kernel, transformed at twice its length or a little more, and the bins in between are sums of
 * {@value #TAPS} neighbouring points under the kernel (Jackson, Meyer, Nishimura, Macovski, "Selection of a convolution
 * function for Fourier inversion using gridding", IEEE Trans. Medical Imaging 10(3), 1991; Fessler and Sutton, IEEE TSP
 * 51(2), 2003). The error is below 1e-14 of the norm of all bins. It keeps buffers: one instance for each thread.
 */
public final class ZoomSpectrum {
    /** Points under the kernel, a multiple of four. */
    private static final int TAPS = 16;
    /** Coarse points for each sample of the frame, at least. */
    private static final int OVERSAMPLING = 2;
    /** The kernel's shape that makes aliases least for this width and oversampling (Fessler and Sutton 2003). */
    private static final double BETA = Math.PI * TAPS * (1 - 1.0 / (2 * OVERSAMPLING));

    private final int points;
    private final Map<Integer, Grid> grids = new HashMap<>();

    /** The spectrum at {@code points} equally spaced frequencies from 0 Hz to the sampling rate, at least 1. */
    public ZoomSpectrum(int points) {
        if (points < 1) {
            throw new IllegalArgumentException("a spectrum needs at least 1 point but has " + points);
        }
        this.points = points;
    }

    /**
     * The squared absolute values of the first bins.
     *
     * @param frame samples; what goes beyond {@code points} of them is cut off
     * @param length how many of them count, from the first
     * @param powers receives the first {@code bins} values
     * @param bins at most {@code points / 2 + 1}
     */
    public void powers(double[] frame, int length, double[] powers, int bins) {
        int samples = Math.min(length, points);
        Grid grid = grids.computeIfAbsent(ratio(samples), Grid::new);
        grid.powers(frame, samples, powers, Math.min(bins, points / 2 + 1));
    }

    /** The widest distance of coarse points that divides the number of points and leaves frame and kernel their room. */
    private int ratio(int samples) {
        int ratio = Math.max(1, points / Math.max(4 * TAPS, OVERSAMPLING * samples));
        while (points % ratio != 0) {
            ratio--;
        }
        return ratio;
    }

    /** Coarse points at one distance, and how to go from them to the fine ones. */
    private final class Grid {
        private final int size;
        private final int ratio;
        private final Fourier fourier;
        /** {@code [offset][tap]}: the weight of point {@code coarse - TAPS / 2 + 1 + tap} for bin {@code coarse ratio + offset}. */
        private final double[][] kernel;

        private final double[] inverseTransform;
        private final double[] folded;
        private final double[] real;
        private final double[] imaginary;
        /** {@code [tap][coarse]}: the points that a tap sees, at the index of the bin it counts for. */
        private final double[][] shiftedReal;

        private final double[][] shiftedImaginary;
        private final double[] sums;
        private final double[] squares;

        Grid(int ratio) {
            this.size = points / ratio;
            this.ratio = ratio;
            this.fourier = new Fourier(size);
            double[] shape = Window.kaiser(TAPS * ratio + 1, BETA);
            this.kernel = new double[ratio][TAPS];
            for (int offset = 0; offset < ratio; offset++) {
                for (int tap = 0; tap < TAPS; tap++) {
                    kernel[offset][tap] = shape[offset + (TAPS - 1 - tap) * ratio];
                }
            }
            this.inverseTransform = inverseTransform(shape);
            this.folded = new double[size];
            // Points beyond both ends, by symmetry, spare the inner loop its tests.
            this.real = new double[size / 2 + 1 + TAPS];
            this.imaginary = new double[size / 2 + 1 + TAPS];
            int shifted = ratio == 1 ? 0 : size / 2 + 1;
            this.shiftedReal = new double[TAPS][shifted];
            this.shiftedImaginary = new double[TAPS][shifted];
            this.sums = new double[size / 2 + 1];
            this.squares = new double[size / 2 + 1];
        }

        /** One over the kernel's transform at distances from the middle of the frame, by the kernel's own coarse points. */
        private double[] inverseTransform(double[] shape) {
            var inverse = new double[size / (2 * OVERSAMPLING) + 2];
            for (int n = 0; n < inverse.length; n++) {
                double sum = 0;
                for (int tap = 0; tap <= TAPS; tap++) {
                    sum += shape[tap * ratio] * Math.cos(2 * Math.PI * n * (tap - TAPS / 2) / size);
                }
                inverse[n] = 1 / sum;
            }
            return inverse;
        }

        void powers(double[] frame, int length, double[] powers, int bins) {
            if (ratio == 1) {
                plain(frame, length, powers, bins);
                return;
            }
            fold(frame, length);
            transform();
            int most = (bins + ratio - 1) / ratio;
            for (int tap = 0; tap < TAPS; tap++) {
                System.arraycopy(real, tap, shiftedReal[tap], 0, most);
                System.arraycopy(imaginary, tap, shiftedImaginary[tap], 0, most);
            }
            for (int offset = 0; offset < ratio; offset++) {
                int count = (bins - offset + ratio - 1) / ratio;
                interpolate(kernel[offset], shiftedReal, sums, count);
                for (int coarse = 0; coarse < count; coarse++) {
                    squares[coarse] = sums[coarse] * sums[coarse];
                }
                interpolate(kernel[offset], shiftedImaginary, sums, count);
                for (int coarse = 0; coarse < count; coarse++) {
                    powers[coarse * ratio + offset] = squares[coarse] + sums[coarse] * sums[coarse];
                }
            }
        }

        /** The frame with time 0 in its middle. */
        private void fold(double[] frame, int length) {
            int middle = length / 2;
            for (int n = middle; n < length; n++) {
                folded[n - middle] = frame[n] * inverseTransform[n - middle];
            }
            Arrays.fill(folded, length - middle, size - middle, 0);
            for (int n = 0; n < middle; n++) {
                folded[size - middle + n] = frame[n] * inverseTransform[middle - n];
            }
        }

        /** Point k stands at {@code k + TAPS / 2 - 1}. */
        private void transform() {
            int lead = TAPS / 2 - 1;
            fourier.forward(folded, lead, real, imaginary);
            for (int point = 1; point <= lead; point++) {
                real[lead - point] = real[lead + point];
                imaginary[lead - point] = -imaginary[lead + point];
            }
            for (int point = size / 2 + 1; lead + point < real.length; point++) {
                real[lead + point] = real[lead + size - point];
                imaginary[lead + point] = -imaginary[lead + size - point];
            }
        }

        private void plain(double[] frame, int length, double[] powers, int bins) {
            System.arraycopy(frame, 0, folded, 0, length);
            Arrays.fill(folded, length, size, 0);
            fourier.forward(folded, real, imaginary);
            for (int bin = 0; bin < bins; bin++) {
                powers[bin] = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
            }
        }
    }

    /** {@code out[n] = sum_t weights[t] shifted[t][n]}. */
    private static void interpolate(double[] weights, double[][] shifted, double[] out, int count) {
        Arrays.fill(out, 0, count, 0);
        for (int tap = 0; tap < TAPS; tap += 4) {
            addFour(weights, shifted, tap, out, count);
        }
    }

    /** The loop is vectorised, for which every array is read and written at one index. */
    private static void addFour(double[] weights, double[][] shifted, int tap, double[] out, int count) {
        double w0 = weights[tap];
        double w1 = weights[tap + 1];
        double w2 = weights[tap + 2];
        double w3 = weights[tap + 3];
        double[] s0 = shifted[tap];
        double[] s1 = shifted[tap + 1];
        double[] s2 = shifted[tap + 2];
        double[] s3 = shifted[tap + 3];
        for (int n = 0; n < count; n++) {
            out[n] = (out[n] + (w0 * s0[n] + w1 * s1[n])) + (w2 * s2[n] + w3 * s3[n]);
        }
    }
}
