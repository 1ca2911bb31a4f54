package org.undertone.signal;

import java.util.Arrays;

/**
 * A linear filter as a chain of second-order sections {@code y[n] = b0 x[n] + b1 x[n-1] + b2 x[n-2] - a1 y[n-1] - a2 y[n-2]}.
 * Sections keep their precision where one polynomial of high order, with poles crowded near 0 Hz, loses it.
 */
public final class FilterCascade {
    private final double[][] sections;
    private final int order;

    /**
     * A chain.
     *
     * @param sections {@code [section][b0, b1, b2, a1, a2]}; b2 and a2 are 0 in a section of first order
     * @param gain what the output is multiplied by
     */
    FilterCascade(double[][] sections, double gain) {
        this.sections = new double[sections.length][];
        int poles = 0;
        for (int i = 0; i < sections.length; i++) {
            this.sections[i] = sections[i].clone();
            poles += sections[i][4] == 0 ? 1 : 2;
        }
        for (int k = 0; k < 3 && sections.length > 0; k++) {
            this.sections[0][k] *= gain;
        }
        this.order = poles;
    }

    /** Number of poles. */
    public int order() {
        return order;
    }

    /** How many samples {@link #filterBothWays} adds at each end: three times the order. */
    public int extension() {
        return 3 * order;
    }

    /** The sections, {@code [section][b0, b1, b2, a1, a2]}. */
    public double[][] sections() {
        var copy = new double[sections.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = sections[i].clone();
        }
        return copy;
    }

    /** Filters a signal from silence. */
    public double[] filter(double[] signal) {
        double[] filtered = signal.clone();
        for (double[] section : sections) {
            run(section, filtered, 0, 0);
        }
        return filtered;
    }

    /**
     * Filters forward, then backward: no delay, the squared magnitude response; as {@link DigitalFilter#filterBothWays} does.
     *
     * @throws IllegalArgumentException where the signal is not longer than the {@link #extension()}
     */
    public double[] filterBothWays(double[] signal) {
        double[] extended = DigitalFilter.oddlyExtended(signal, extension());
        runFromSteadyState(extended);
        DigitalFilter.reverse(extended);
        runFromSteadyState(extended);
        DigitalFilter.reverse(extended);
        return Arrays.copyOfRange(extended, extension(), extension() + signal.length);
    }

    /** Every section begins as if the first sample had always been there. */
    private void runFromSteadyState(double[] signal) {
        double level = signal[0];
        var states = new double[sections.length][];
        for (int i = 0; i < sections.length; i++) {
            double[] s = sections[i];
            double output = level * ((s[0] + s[1] + s[2]) / (1 + s[3] + s[4]));
            double second = s[2] * level - s[4] * output;
            states[i] = new double[] {second + s[1] * level - s[3] * output, second};
            level = output;
        }
        int i = 0;
        for (; i + 1 < sections.length; i += 2) {
            runTwo(sections[i], states[i], sections[i + 1], states[i + 1], signal);
        }
        if (i < sections.length) {
            run(sections[i], signal, states[i][0], states[i][1]);
        }
    }

    /**
     * Two sections, the second one a sample behind the first, so that neither waits for the other: a section alone waits for
     * its own last output most of the time.
     */
    private static void runTwo(double[] first, double[] state, double[] second, double[] other, double[] signal) {
        double b0 = first[0];
        double b1 = first[1];
        double b2 = first[2];
        double a1 = first[3];
        double a2 = first[4];
        double c0 = second[0];
        double c1 = second[1];
        double c2 = second[2];
        double d1 = second[3];
        double d2 = second[4];
        double s1 = state[0];
        double s2 = state[1];
        double t1 = other[0];
        double t2 = other[1];
        double between = 0;
        for (int n = 0; n <= signal.length; n++) {
            if (n > 0) {
                double z = c0 * between + t1;
                t1 = t2 + c1 * between - d1 * z;
                t2 = c2 * between - d2 * z;
                signal[n - 1] = z;
            }
            if (n < signal.length) {
                double x = signal[n];
                double y = b0 * x + s1;
                s1 = s2 + b1 * x - a1 * y;
                s2 = b2 * x - a2 * y;
                between = y;
            }
        }
    }

    /** Transposed direct form II. */
    private static void run(double[] section, double[] signal, double first, double second) {
        double b0 = section[0];
        double b1 = section[1];
        double b2 = section[2];
        double a1 = section[3];
        double a2 = section[4];
        double s1 = first;
        double s2 = second;
        for (int n = 0; n < signal.length; n++) {
            double x = signal[n];
            double y = b0 * x + s1;
            s1 = s2 + b1 * x - a1 * y;
            s2 = b2 * x - a2 * y;
            signal[n] = y;
        }
    }
}
