package org.undertone.signal;

import java.util.Arrays;

/** Convolution with long kernels, block by block in the frequency domain (overlap and save). */
public final class Convolution {
    private Convolution() {}

    /**
     * The middle of the full convolution, as long as the signal (MATLAB's {@code conv(signal, kernel, 'same')}): output n
     * is {@code sum_k kernel[k] signal[n + c - k]} with {@code c = floor(kernel.length / 2)}.
     */
    public static double[] same(double[] signal, double[] kernel) {
        int taps = kernel.length;
        if (taps == 0) {
            throw new IllegalArgumentException("convolution needs a kernel of at least 1 tap but has 0");
        }
        int centre = taps / 2;
        int size = Math.max(256, Integer.highestOneBit(4 * taps - 1) * 2);
        int step = size - taps + 1;
        var fourier = new Fourier(size);
        var kernelReal = new double[fourier.bins()];
        var kernelImaginary = new double[fourier.bins()];
        fourier.forward(kernel, kernelReal, kernelImaginary);
        var real = new double[fourier.bins()];
        var imaginary = new double[fourier.bins()];
        var block = new double[size];
        var out = new double[signal.length];
        for (int first = 0; first < signal.length; first += step) {
            // Outputs first .. first + step - 1 need inputs from first + centre - (taps - 1) on.
            copy(signal, first + centre - (taps - 1), block);
            fourier.forward(block, real, imaginary);
            for (int bin = 0; bin < real.length; bin++) {
                double re = real[bin] * kernelReal[bin] - imaginary[bin] * kernelImaginary[bin];
                imaginary[bin] = real[bin] * kernelImaginary[bin] + imaginary[bin] * kernelReal[bin];
                real[bin] = re;
            }
            fourier.inverse(real, imaginary, block);
            System.arraycopy(block, taps - 1, out, first, Math.min(step, signal.length - first));
        }
        return out;
    }

    private static void copy(double[] signal, int from, double[] block) {
        Arrays.fill(block, 0);
        int begin = Math.max(0, from);
        int end = Math.min(signal.length, from + block.length);
        if (end > begin) {
            System.arraycopy(signal, begin, block, begin - from, end - begin);
        }
    }
}
