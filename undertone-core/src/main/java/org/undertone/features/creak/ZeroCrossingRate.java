package org.undertone.features.creak;

import java.util.Arrays;
import org.undertone.features.source.Quirks;

/** How often the signal changes its sign, in thousands per second, in frames of 32 ms every 5 ms. */
public final class ZeroCrossingRate {
    private ZeroCrossingRate() {}

    /**
     * The rate at instants.
     *
     * @param instants sample numbers, the first sample is 1
     */
    public static double[] at(double[] signal, int rate, double[] instants, Quirks quirks) {
        FrameSequence frames =
                FrameEnergy.frames(signal.length, rate, quirks).around(CreakFeatures.span(instants, quirks), 0);
        var rates = new double[frames.count()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (double) crossings(signal, frames.starts()[i], frames.length()) / frames.length() / 1000 * rate;
        }
        // Quirk of the original: each value is put at the time of the next frame.
        int late = quirks == Quirks.KEPT ? FrameEnergy.hopSamples(rate) : 0;
        double[] times = Arrays.stream(frames.times()).map(time -> time + late).toArray();
        return new Curve(times, rates).at(instants, quirks);
    }

    /** Neighbours of opposite sign; zero has none. */
    private static int crossings(double[] signal, int from, int length) {
        int count = 0;
        for (int n = Math.max(1, from + 1); n < Math.min(signal.length, from + length); n++) {
            if (signal[n] * signal[n - 1] < 0) {
                count++;
            }
        }
        return count;
    }
}
