package org.undertone.signal;

/** The energy of a stretch of signal. */
public final class Energy {
    private Energy() {}

    /** The sum of the squares, which is 0 of nothing. */
    public static double of(double[] samples) {
        // Four sums that do not wait for each other.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int n = 0;
        for (; n + 3 < samples.length; n += 4) {
            a += samples[n] * samples[n];
            b += samples[n + 1] * samples[n + 1];
            c += samples[n + 2] * samples[n + 2];
            d += samples[n + 3] * samples[n + 3];
        }
        for (; n < samples.length; n++) {
            a += samples[n] * samples[n];
        }
        return a + b + (c + d);
    }
}
