package org.undertone.features;

import java.util.Arrays;

/** Brings samples to the rate of an analysis, piece by piece. */
interface RateConversion {
    /** Samples per second of what comes out. */
    int rate();

    /** Takes samples in; gives those that became complete by them. */
    double[] convert(double[] samples, int offset, int count);

    /** Gives the rest. */
    double[] finish();

    /** Leaves the samples as they are. */
    static RateConversion none(int rate) {
        return new RateConversion() {
            @Override
            public int rate() {
                return rate;
            }

            @Override
            public double[] convert(double[] samples, int offset, int count) {
                return Arrays.copyOfRange(samples, offset, offset + count);
            }

            @Override
            public double[] finish() {
                return new double[0];
            }
        };
    }
}
