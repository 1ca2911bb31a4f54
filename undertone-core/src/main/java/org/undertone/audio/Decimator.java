package org.undertone.audio;

import org.undertone.signal.Window;

/** Low-pass filter and choice of every so-many-th sample; no delay: output n lies where input {@code n * factor} does. */
final class Decimator {
    private static final int HALF_WIDTH_SAMPLES = 32;
    /** Side lobes at -90 dB (Kaiser 1974). */
    private static final double BETA = 9;
    /** Cut-off as a share of the lower rate: the transition ends 2 % above half of it. */
    private static final double CUT_OFF = 0.475;

    private final int factor;
    private final double[] taps;

    Decimator(int factor) {
        this.factor = factor;
        int half = HALF_WIDTH_SAMPLES * factor;
        this.taps = Window.kaiser(2 * half + 1, BETA);
        double sum = 0;
        for (int i = 0; i < taps.length; i++) {
            double angle = 2 * Math.PI * CUT_OFF * (i - half) / factor;
            taps[i] *= i == half ? 1 : Math.sin(angle) / angle;
            sum += taps[i];
        }
        for (int i = 0; i < taps.length; i++) {
            taps[i] /= sum;
        }
    }

    /**
     * Every so-many-th sample of the filtered signal, zeros beyond its ends.
     *
     * @param count how many
     */
    double[] decimate(double[] signal, int count) {
        int half = taps.length / 2;
        var out = new double[count];
        for (int n = 0; n < count; n++) {
            int first = n * factor - half;
            int from = Math.max(0, -first);
            int to = Math.min(taps.length, signal.length - first);
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += taps[i] * signal[first + i];
            }
            out[n] = sum;
        }
        return out;
    }
}
