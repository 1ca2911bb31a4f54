package org.undertone.features;

import java.util.Arrays;
import org.undertone.audio.Resampler;

/** Brings samples to the rate of an analysis, piece by piece. */
interface RateConversion {
    /** Samples per second that the default recipe works with. */
    int ANALYSIS_RATE = 16000;

    /** Samples per second of what comes out. */
    int rate();

    /** Takes samples in; gives those that became complete by them. */
    double[] convert(double[] samples, int offset, int count);

    /** Gives the rest. */
    double[] finish();

    /** To 16 kHz, the rate that the default recipe is defined at. */
    static RateConversion resampling(int from) {
        if (from == ANALYSIS_RATE) {
            return none(from);
        }
        Resampler resampler = Resampler.create(from, ANALYSIS_RATE);
        return new RateConversion() {
            @Override
            public int rate() {
                return ANALYSIS_RATE;
            }

            @Override
            public double[] convert(double[] samples, int offset, int count) {
                return resampler.push(samples, offset, count);
            }

            @Override
            public double[] finish() {
                return resampler.finish();
            }
        };
    }

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
