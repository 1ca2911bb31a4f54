package org.undertone.signal;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * The discrete Fourier transform of real signals of one length, {@code X[k] = sum_n x[n] exp(-2 pi i k n / length)}. Any
 * length will do; products of small primes are fast. It keeps a buffer: one instance for each thread.
 */
public final class Fourier {
    static {
        // JTransforms would otherwise start threads of its own for long transforms; workers are the caller's business.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
    }

    private final int length;
    private final DoubleFFT_1D transform;
    private final double[] packed;

    /** A transform of {@code length} samples, at least 1. */
    public Fourier(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a Fourier transform needs at least 1 sample but has " + length);
        }
        this.length = length;
        this.transform = new DoubleFFT_1D(length);
        this.packed = new double[length];
    }

    /** Number of samples. */
    public int length() {
        return length;
    }

    /** Number of bins from 0 Hz to half the sampling rate, both included: {@code length / 2 + 1}. */
    public int bins() {
        return length / 2 + 1;
    }

    /**
     * The spectrum of a signal.
     *
     * @param signal any number of samples; zeros follow a shorter one, a longer one is cut off
     * @param real {@code [bin]}, receives the real parts of at least {@link #bins()} bins
     * @param imaginary {@code [bin]}, receives the imaginary parts
     */
    public void forward(double[] signal, double[] real, double[] imaginary) {
        forward(signal, 0, real, imaginary);
    }

    /** The same with bin 0 at entry {@code offset} of the spectrum. */
    public void forward(double[] signal, int offset, double[] real, double[] imaginary) {
        load(signal);
        transform.realForward(packed);
        real[offset] = packed[0];
        imaginary[offset] = 0;
        for (int bin = 1; 2 * bin < length; bin++) {
            real[offset + bin] = packed[2 * bin];
            imaginary[offset + bin] = imaginaryPart(bin);
        }
        if (length % 2 == 0) {
            real[offset + length / 2] = packed[1];
            imaginary[offset + length / 2] = 0;
        }
    }

    /** The absolute values of the spectrum of a signal; parameters as for {@link #forward}. */
    public void magnitudes(double[] signal, double[] magnitudes) {
        powers(signal, magnitudes);
        for (int bin = 0; bin < bins(); bin++) {
            magnitudes[bin] = Math.sqrt(magnitudes[bin]);
        }
    }

    /** The squared absolute values of the spectrum of a signal; parameters as for {@link #forward}. */
    public void powers(double[] signal, double[] powers) {
        load(signal);
        transform.realForward(packed);
        powers[0] = packed[0] * packed[0];
        for (int bin = 1; 2 * bin < length; bin++) {
            double imaginary = imaginaryPart(bin);
            powers[bin] = packed[2 * bin] * packed[2 * bin] + imaginary * imaginary;
        }
        if (length % 2 == 0) {
            powers[length / 2] = packed[1] * packed[1];
        }
    }

    /**
     * The real signal that has a spectrum.
     *
     * @param real {@code [bin]}, real parts of {@link #bins()} bins
     * @param imaginary {@code [bin]}, imaginary parts; those at 0 Hz and at half the sampling rate count as 0
     * @param signal receives {@link #length()} samples
     */
    public void inverse(double[] real, double[] imaginary, double[] signal) {
        packed[0] = real[0];
        for (int bin = 1; 2 * bin < length; bin++) {
            packed[2 * bin] = real[bin];
            if (2 * bin + 1 < length) {
                packed[2 * bin + 1] = imaginary[bin];
            } else {
                packed[1] = imaginary[bin];
            }
        }
        if (length % 2 == 0) {
            packed[1] = real[length / 2];
        }
        transform.realInverse(packed, true);
        System.arraycopy(packed, 0, signal, 0, length);
    }

    private void load(double[] signal) {
        int samples = Math.min(signal.length, length);
        System.arraycopy(signal, 0, packed, 0, samples);
        Arrays.fill(packed, samples, length, 0);
    }

    /** JTransforms keeps the last imaginary part of an odd length where an even one has half the sampling rate. */
    private double imaginaryPart(int bin) {
        return 2 * bin + 1 < length ? packed[2 * bin + 1] : packed[1];
    }
}
