package org.undertone.audio;

import org.undertone.signal.Window;

/**
 * The weights of input samples around a point between two of them: a low-pass of linear phase, {@code 2 c sinc(2 c t)}
 * under Kaiser's window, where the cut-off c lies in the middle between pass band and stop band (Kaiser's formulas for
 * length and beta: Oppenheim and Schafer, "Discrete-Time Signal Processing", section 7.5.3).
 *
 * <p>Rates in a small ratio have a row of weights for each place that occurs. For others there are rows at so many equal
 * distances that what lies between is interpolated linearly with an error below the stop band.
 */
final class SincTable {
    static final double PASS_BAND = 0.92;
    /** Designed 6 dB below what is promised. */
    private static final double STOP_DECIBELS = 96;
    /**
     * Linear interpolation of something that ends at half the lower rate errs by (pi / rows)^2 / 8 of it, rows counted
     * for each sample at the lower rate: 106 dB below.
     */
    private static final int ROWS_BETWEEN = 512;
    /** 1 MB of weights. */
    private static final int MOST_WEIGHTS = 1 << 17;

    private static final int MOST_RATIO = 1000;

    private final int to;
    /** Inputs from {@code 1 - reach} before to {@code reach} after the one at or before the point. */
    private final int reach;

    private final int rows;
    private final boolean exact;
    /** {@code [row][input]}, row r for a point r / rows after its input; where they are interpolated, one row more. */
    private final double[][] weights;

    private SincTable(int to, int reach, int rows, boolean exact, double cutoff) {
        this.to = to;
        this.reach = reach;
        this.rows = rows;
        this.exact = exact;
        this.weights = new double[exact ? rows : rows + 1][];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = row(reach, (double) row / rows, cutoff);
        }
    }

    static SincTable of(int from, int to) {
        if (from < 1 || to < 1 || from / to >= MOST_RATIO || to / from >= MOST_RATIO) {
            throw new IllegalArgumentException("resampling needs two rates above 0, neither " + MOST_RATIO
                    + " times the other, but has " + from + " and " + to + " Hz");
        }
        double lower = Math.min(1, (double) to / from);
        // In cycles per input sample; the transition is as wide as what is between pass band and half the lower rate.
        double cutoff = lower * (1 + PASS_BAND) / 4;
        double transition = Math.PI * lower * (1 - PASS_BAND);
        // Even, so that the number of weights is a multiple of four.
        int reach = (int) Math.ceil((STOP_DECIBELS - 7.95) / (2.285 * transition) / 4) * 2 + 2;
        int places = to / gcd(from, to);
        boolean exact = 2L * reach * places <= MOST_WEIGHTS;
        return new SincTable(to, reach, exact ? places : (int) Math.ceil(ROWS_BETWEEN * lower), exact, cutoff);
    }

    /** How many inputs after a point, and before it, have a weight. */
    int reach() {
        return reach;
    }

    /**
     * The signal between two inputs.
     *
     * @param at index of the input at or before the point
     * @param part of the distance to the next, in units of 1 / to
     */
    double dot(double[] samples, int at, int part) {
        int first = at + 1 - reach;
        if (exact) {
            return dot(weights[(int) ((long) part * rows / to)], samples, first);
        }
        double place = (double) part * rows / to;
        int row = (int) place;
        double share = place - row;
        return (1 - share) * dot(weights[row], samples, first) + share * dot(weights[row + 1], samples, first);
    }

    /** Four sums that do not wait for each other; the number of weights is a multiple of four. */
    private static double dot(double[] weights, double[] samples, int first) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int k = 0, n = first; k < weights.length; k += 4, n += 4) {
            a += weights[k] * samples[n];
            b += weights[k + 1] * samples[n + 1];
            c += weights[k + 2] * samples[n + 2];
            d += weights[k + 3] * samples[n + 3];
        }
        return a + b + (c + d);
    }

    /** Weights for a point that lies {@code part} after an input; they add up to 1, so that a constant stays one. */
    private static double[] row(int reach, double part, double cutoff) {
        var row = new double[2 * reach];
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            double t = k + 1 - reach - part;
            double x = 2 * Math.PI * cutoff * t;
            double sinc = x == 0 ? 1 : Math.sin(x) / x;
            row[k] = sinc * Window.kaiser(t / reach, beta());
            sum += row[k];
        }
        for (int k = 0; k < row.length; k++) {
            row[k] /= sum;
        }
        return row;
    }

    private static double beta() {
        return 0.1102 * (STOP_DECIBELS - 8.7);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
