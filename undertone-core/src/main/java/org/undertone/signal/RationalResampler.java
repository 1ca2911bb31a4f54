package org.undertone.signal;

/**
 * Change of the sampling rate by a ratio of whole numbers (MATLAB's {@code resample} with its defaults): a sinc that cuts off at
 * the lower of the two half rates, ten of its zeros to each side, under a Kaiser window of shape 5; evaluated only at the
 * instants that are kept. A short filter with some 60 dB of attenuation, not for listening.
 */
public final class RationalResampler {
    private static final int ZEROS = 10;
    private static final double SHAPE = 5;

    private final int up;
    private final int down;
    private final double[] taps;

    /**
     * A resampler.
     *
     * @param from samples per second that come in, at least 1
     * @param to samples per second that go out, at least 1
     */
    public RationalResampler(int from, int to) {
        if (from < 1 || to < 1) {
            throw new IllegalArgumentException(
                    "resampling needs rates of 1 Hz or more but is from " + from + " Hz to " + to + " Hz");
        }
        int divisor = greatestCommonDivisor(from, to);
        this.up = to / divisor;
        this.down = from / divisor;
        this.taps = up == down ? new double[] {1} : taps(up, Math.max(up, down));
    }

    private static double[] taps(int up, int longer) {
        int half = ZEROS * longer;
        double[] taps = Window.kaiser(2 * half + 1, SHAPE);
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            double x = Math.PI * (k - half) / longer;
            taps[k] *= k == half ? 1 : Math.sin(x) / x;
            sum += taps[k];
        }
        for (int k = 0; k < taps.length; k++) {
            taps[k] *= up / sum;
        }
        return taps;
    }

    /** Number of samples that come out of so many: {@code ceil(samples to / from)}. */
    public int length(int samples) {
        return Math.toIntExact(((long) samples * up + down - 1) / down);
    }

    /** The signal at its new rate; sample m of it lies at the time {@code m / to}. */
    public double[] resample(double[] signal) {
        var out = new double[length(signal.length)];
        int half = taps.length / 2;
        for (int m = 0; m < out.length; m++) {
            // Output m is at m * down of the rate both are multiples of, input n at n * up.
            long at = (long) m * down;
            int last = (int) Math.min(signal.length - 1L, (at + half) / up);
            int first = (int) Math.max(0, Math.floorDiv(at - half + up - 1, (long) up));
            double sum = 0;
            for (int n = first, tap = (int) (half + at - (long) first * up); n <= last; n++, tap -= up) {
                sum += signal[n] * taps[tap];
            }
            out[m] = sum;
        }
        return out;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
