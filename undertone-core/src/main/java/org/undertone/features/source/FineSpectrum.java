package org.undertone.features.source;

import org.undertone.signal.Fourier;
import org.undertone.signal.Window;

/**
 * The lowest bins, 1 Hz apart, of the spectrum of a frame of a tenth of a second or less: what a transform of {@code rate} points
 * of the frame and zeros gives, to rounding, at a fraction of the cost.
 *
 * <p>The frame fills a tenth of that transform, so its spectrum is smooth, and a transform of {@code rate / 5} points already
 * holds all of it. The bins between are sums of {@value #TAPS} neighbours weighted by a Kaiser-Bessel kernel; what the kernel does
 * to the frame is taken back beforehand, by weights over time (the gridding of non-uniform transforms; Jackson, Meyer, Nishimura,
 * Macovski, IEEE TMI 10(3), 1991). Twice the points that the frame fills and a kernel this wide leave an error of 1e-15 of the
 * frame's norm.
 */
final class FineSpectrum {
    private static final int TAPS = 16;
    private static final int LARGEST_STEP = 5;
    /** The shape that suits twice the points: {@code pi TAPS (1 - 1 / 4)} (Jackson and others 1991). */
    private static final double SHAPE = Math.PI * TAPS * 0.75;

    private final int step;
    private final Fourier fourier;
    private final double[] correction;
    /** {@code [offset][tap]}: weights of the coarse bins for the fine bin {@code step * m + offset}. */
    private final double[][] kernel;

    private final double[] wrapped;
    private final double[] coarseReal;
    private final double[] coarseImaginary;
    private final double[] real;
    private final double[] imaginary;
    private final int bins;

    /**
     * Spectra of frames of one length.
     *
     * @param rate points of the long transform
     * @param length samples of a frame, even, at most a tenth of the rate
     * @param bins how many from 0 Hz on, at most half the rate
     */
    FineSpectrum(int rate, int length, int bins) {
        this.step = step(rate, length);
        this.bins = bins;
        int coarse = rate / step;
        this.fourier = new Fourier(coarse);
        double[] shape = Window.kaiser(TAPS * step + 1, SHAPE);
        this.kernel = new double[step][TAPS];
        for (int offset = 0; offset < step; offset++) {
            for (int tap = 0; tap < TAPS; tap++) {
                kernel[offset][tap] = shape[offset + (TAPS - 1 - tap) * step];
            }
        }
        this.correction = correction(shape, step, length, coarse);
        this.wrapped = new double[coarse];
        int needed = bins / step + 1;
        this.real = new double[needed];
        this.imaginary = new double[needed];
        this.coarseReal = new double[TAPS + Math.max(fourier.bins(), needed + TAPS)];
        this.coarseImaginary = new double[coarseReal.length];
    }

    /** The widest spacing of coarse bins that divides the rate and leaves twice the points of a frame. */
    private static int step(int rate, int length) {
        int step = LARGEST_STEP;
        while (step > 1 && (rate % step != 0 || rate / step < 2 * length)) {
            step--;
        }
        return step;
    }

    /** One over the kernel's transform, at the samples of a frame about its centre. */
    private static double[] correction(double[] shape, int step, int length, int coarse) {
        var correction = new double[length];
        for (int n = 0; n < length; n++) {
            double angle = 2 * Math.PI * (n - length / 2) / coarse;
            double sum = 0;
            for (int tap = 0; tap <= TAPS; tap++) {
                sum += shape[tap * step] * Math.cos(angle * (tap - TAPS / 2));
            }
            correction[n] = 1 / sum;
        }
        return correction;
    }

    /**
     * Absolute values of the lowest bins.
     *
     * @param frame samples, as many as the frames have
     * @param magnitudes {@code [bin]}, receives one for each Hz from 0 on
     */
    void magnitudes(double[] frame, double[] magnitudes) {
        transform(frame);
        for (int offset = 0; offset < step; offset++) {
            int count = (bins - offset + step - 1) / step;
            interpolate(kernel[offset], coarseReal, real, count);
            interpolate(kernel[offset], coarseImaginary, imaginary, count);
            // Two loops: the first is vectorised, the second cannot be.
            for (int m = 0; m < count; m++) {
                real[m] = Math.sqrt(real[m] * real[m] + imaginary[m] * imaginary[m]);
            }
            for (int m = 0; m < count; m++) {
                magnitudes[step * m + offset] = real[m];
            }
        }
    }

    /** The coarse spectrum with time 0 at the middle of the frame, from bin {@code 1 - TAPS / 2} on. */
    private void transform(double[] frame) {
        int half = correction.length / 2;
        for (int n = 0; n < half; n++) {
            wrapped[wrapped.length - half + n] = frame[n] * correction[n];
            wrapped[n] = frame[half + n] * correction[half + n];
        }
        int lead = TAPS / 2 - 1;
        fourier.forward(wrapped, lead, coarseReal, coarseImaginary);
        for (int bin = 1; bin <= lead; bin++) {
            coarseReal[lead - bin] = coarseReal[lead + bin];
            coarseImaginary[lead - bin] = -coarseImaginary[lead + bin];
        }
    }

    /** {@code out[m] = sum_t weights[t] in[m + t]}, four taps at a time, so that the inner loop is vectorised. */
    private static void interpolate(double[] weights, double[] in, double[] out, int count) {
        for (int tap = 0; tap < TAPS; tap += 4) {
            double a = weights[tap];
            double b = weights[tap + 1];
            double c = weights[tap + 2];
            double d = weights[tap + 3];
            if (tap == 0) {
                for (int m = 0; m < count; m++) {
                    out[m] = a * in[m] + b * in[m + 1] + (c * in[m + 2] + d * in[m + 3]);
                }
            } else {
                for (int m = 0; m < count; m++) {
                    out[m] += a * in[m + tap] + b * in[m + tap + 1] + (c * in[m + tap + 2] + d * in[m + tap + 3]);
                }
            }
        }
    }
}
