package org.undertone.features.creak;

import org.undertone.features.source.Quirks;
import org.undertone.signal.Fourier;
import org.undertone.signal.Rounding;

/**
 * How periodic a frame is at short lags (IFP, Ishi et al. 2008): the least of the peaks of the normalised autocorrelation at
 * the multiples of its strongest lag, up to 15 ms, 0 to 1. It is high in modal voice and low in creak, whose period is
 * longer. Frames of 32 ms every 10 ms.
 */
public final class IntraFramePeriodicity {
    private static final double FRAME_SECONDS = 0.032;
    private static final double HOP_SECONDS = 0.01;
    private static final double LONGEST_LAG_SECONDS = 0.015;
    private static final double TOLERANCE_SECONDS = 0.001;
    private static final double STEADY = 0.5;
    private static final int FOLLOWING_FRAMES = 2;

    private IntraFramePeriodicity() {}

    /**
     * The periodicity at instants.
     *
     * @param band the signal between 100 and 1500 Hz, {@link CreakBand}
     * @param instants sample numbers, the first sample is 1
     */
    public static double[] at(double[] band, int rate, double[] instants, Quirks quirks) {
        FrameSequence frames = FrameSequence.of(
                        band.length, Rounding.toInt(FRAME_SECONDS * rate), Rounding.toInt(HOP_SECONDS * rate), quirks)
                .around(CreakFeatures.span(instants, quirks), FOLLOWING_FRAMES);
        return new Curve(frames.times(), steady(raw(band, rate, frames))).at(instants, quirks);
    }

    /** A frame counts only where the two that follow are periodic, too. */
    private static double[] steady(double[] raw) {
        var steady = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            boolean broken = i + FOLLOWING_FRAMES < raw.length && (raw[i + 1] < STEADY || raw[i + 2] < STEADY);
            steady[i] = broken ? 0 : Math.min(1, Math.max(0, raw[i]));
        }
        return steady;
    }

    private static double[] raw(double[] band, int rate, FrameSequence frames) {
        int length = frames.length();
        int longest = Rounding.toInt(LONGEST_LAG_SECONDS * rate);
        int tolerance = Rounding.toInt(TOLERANCE_SECONDS * rate);
        var fourier = new Fourier(Integer.highestOneBit(length + longest - 1) * 2);
        var frame = new double[length];
        var power = new double[fourier.bins()];
        var none = new double[fourier.bins()];
        var correlation = new double[fourier.length()];
        var periodicity = new double[frames.count()];
        for (int i = 0; i < periodicity.length; i++) {
            frames.copy(band, i, frame);
            fourier.powers(frame, power);
            fourier.inverse(power, none, correlation);
            double energy = correlation[0];
            if (!(energy > 0)) {
                continue;
            }
            for (int lag = 0; lag <= longest; lag++) {
                // The overlap shrinks with the lag.
                correlation[lag] = lag < tolerance ? 0 : correlation[lag] / energy * length / (length - lag);
            }
            periodicity[i] = leastPeak(correlation, longest, tolerance);
        }
        return periodicity;
    }

    private static double leastPeak(double[] correlation, int longest, int tolerance) {
        int period = largest(correlation, 0, longest);
        double least = correlation[period];
        for (int lag = 2 * period; lag <= longest && period > 0; lag += period) {
            int at = largest(correlation, lag - tolerance, Math.min(longest, lag + tolerance));
            least = Math.min(least, correlation[at]);
        }
        return least;
    }

    private static int largest(double[] values, int from, int to) {
        int at = from;
        for (int i = from + 1; i <= to; i++) {
            if (values[i] > values[at]) {
                at = i;
            }
        }
        return at;
    }
}
