package org.undertone.signal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The first bins of a long transform of a short frame, equal to rounding to those of the frame followed by zeros, at a
 * fraction of the cost.
 *
 * <p>The spectrum of a short frame is smooth, so that it follows from a few of its points: the frame is divided by the
 * transform of a Kaiser-Bessel kernel, transformed at little more than twice its length, and the bins in between are sums of
 * {@value #TAPS} neighbouring points under the kernel (Jackson, Meyer, Nishimura, Macovski, "Selection of a convolution
 * function for Fourier inversion using gridding", IEEE Trans. Medical Imaging 10(3), 1991; Fessler and Sutton, IEEE TSP
 * 51(2), 2003). The error is below 1e-13 of the largest bin. It keeps buffers: one instance for each thread.
 */
public final class ZoomSpectrum {
    /** Points under the kernel, even. */
    private static final int TAPS = 14;
    /** Coarse points for each sample of the frame, at least. */
    private static final double OVERSAMPLING = 2.2;
    /** The kernel's shape that makes aliases least for this width and oversampling (Fessler and Sutton 2003). */
    private static final double BETA = Math.PI * TAPS * (1 - 1 / (2 * OVERSAMPLING));

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
        Grid grid = grids.computeIfAbsent(coarsePoints(samples), Grid::new);
        grid.powers(frame, samples, powers, Math.min(bins, points / 2 + 1));
    }

    /** The least number of coarse points that divides the number of points and leaves the kernel its room. */
    private int coarsePoints(int samples) {
        for (int coarse = Math.max(4 * TAPS, (int) Math.ceil(OVERSAMPLING * samples)); coarse <= points / 2; coarse++) {
            if (points % coarse == 0) {
                return coarse;
            }
        }
        return points;
    }

    /** Coarse points at one distance, and how to go from them to the fine ones. */
    private final class Grid {
        private final int size;
        private final int ratio;
        private final Fourier fourier;
        private final double[] kernel;
        private final double[] inverseTransform;
        private final double[] folded;
        private final double[] real;
        private final double[] imaginary;

        Grid(int size) {
            this.size = size;
            this.ratio = points / size;
            this.fourier = new Fourier(size);
            this.kernel = Window.kaiser(TAPS * ratio + 1, BETA);
            this.inverseTransform = inverseTransform();
            this.folded = new double[size];
            // TAPS / 2 points beyond both ends, by symmetry, spare the inner loop its tests.
            this.real = new double[size / 2 + 1 + TAPS];
            this.imaginary = new double[size / 2 + 1 + TAPS];
        }

        /** One over the kernel's transform at distances of 0 to half the coarse points from the middle of the frame. */
        private double[] inverseTransform() {
            var inverse = new double[(int) (size / (2 * OVERSAMPLING)) + 2];
            double sum = 0;
            for (double value : kernel) {
                sum += value / ratio;
            }
            double atZero = Math.sinh(BETA) / BETA;
            for (int n = 0; n < inverse.length; n++) {
                double argument = Math.sqrt(BETA * BETA - Math.pow(Math.PI * TAPS * n / size, 2));
                inverse[n] = atZero / (sum * Math.sinh(argument) / argument);
            }
            return inverse;
        }

        void powers(double[] frame, int length, double[] powers, int bins) {
            if (ratio == 1) {
                plain(frame, length, powers, bins);
                return;
            }
            Arrays.fill(folded, 0);
            int middle = length / 2;
            for (int n = 0; n < length; n++) {
                int distance = n - middle;
                folded[distance < 0 ? distance + size : distance] = frame[n] * inverseTransform[Math.abs(distance)];
            }
            transform();
            int fine = 0;
            for (int coarse = 0; fine < bins; coarse++) {
                for (int offset = 0; offset < ratio && fine < bins; offset++, fine++) {
                    double re = 0;
                    double im = 0;
                    // Points coarse - TAPS / 2 + 1 to coarse + TAPS / 2 stand TAPS / 2 further on.
                    for (int tap = 0, k = offset + (TAPS - 1) * ratio; tap < TAPS; tap++, k -= ratio) {
                        re += kernel[k] * real[coarse + 1 + tap];
                        im += kernel[k] * imaginary[coarse + 1 + tap];
                    }
                    powers[fine] = re * re + im * im;
                }
            }
        }

        private void transform() {
            var re = new double[size / 2 + 1];
            var im = new double[size / 2 + 1];
            fourier.forward(folded, re, im);
            int margin = TAPS / 2;
            for (int i = 0; i < real.length; i++) {
                int bin = Math.floorMod(i - margin, size);
                boolean mirrored = bin > size / 2;
                real[i] = re[mirrored ? size - bin : bin];
                imaginary[i] = mirrored ? -im[size - bin] : im[bin];
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
}
