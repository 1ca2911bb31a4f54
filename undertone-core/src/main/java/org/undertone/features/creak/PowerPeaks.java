package org.undertone.features.creak;

import java.util.Arrays;
import org.undertone.features.source.Quirks;
import org.undertone.signal.Rounding;

/**
 * The peaks of the power contour, each perhaps a glottal pulse: local maxima at least 2 dB above the contour three frames
 * away on both sides, and no more than 30 dB below the strongest (Ishi et al. 2008).
 *
 * @param times {@code [peak]}, increasing; sample numbers, the first sample is 1
 * @param rise {@code [peak]}, dB above the least of the five frames before
 * @param fall {@code [peak]}, dB above the least of the five frames after
 */
public record PowerPeaks(int[] times, double[] rise, double[] fall) {
    private static final int DISTANCE_FRAMES = 3;
    private static final double PROMINENCE_DECIBELS = 2;
    private static final double RANGE_DECIBELS = 30;
    private static final int REACH_FRAMES = 5;
    private static final double HELD_SECONDS = 0.035;

    /**
     * The peaks of a signal.
     *
     * @param band the signal between 100 and 1500 Hz, {@link CreakBand}
     */
    public static PowerPeaks of(double[] band, int rate, Quirks quirks) {
        Curve contour = PowerContour.of(band, rate, quirks);
        double[] power = contour.values();
        double least = Arrays.stream(power).max().orElse(0) - RANGE_DECIBELS;
        var times = new int[power.length];
        var rise = new double[power.length];
        var fall = new double[power.length];
        int count = 0;
        for (int i = DISTANCE_FRAMES; i + DISTANCE_FRAMES < power.length; i++) {
            double p = power[i];
            if (p > power[i - 1]
                    && p >= power[i + 1]
                    && p - power[i - DISTANCE_FRAMES] >= PROMINENCE_DECIBELS
                    && p - power[i + DISTANCE_FRAMES] >= PROMINENCE_DECIBELS
                    && p >= least) {
                times[count] = Rounding.toInt(contour.times()[i]);
                rise[count] = p - least(power, i - REACH_FRAMES, i);
                fall[count] = p - least(power, i, i + REACH_FRAMES);
                count++;
            }
        }
        return new PowerPeaks(Arrays.copyOf(times, count), Arrays.copyOf(rise, count), Arrays.copyOf(fall, count));
    }

    private static double least(double[] values, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = Math.max(0, from); i <= Math.min(values.length - 1, to); i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    /** Number of peaks. */
    public int count() {
        return times.length;
    }

    /** How far from a peak it counts. */
    static int reachSamples(int rate) {
        return Rounding.toInt(HELD_SECONDS * rate);
    }

    /**
     * A quantity of the peaks at instants: that of a peak no farther than 35 ms, 0 where there is none.
     *
     * @param ofPeak {@code [peak]}
     * @param instants increasing sample numbers, the first sample is 1
     */
    public double[] at(double[] ofPeak, double[] instants, int rate, Quirks quirks) {
        int reach = reachSamples(rate);
        var values = new double[instants.length];
        int next = 0;
        for (int i = 0; i < instants.length; i++) {
            double instant = instants[i];
            while (next < count() && times[next] < instant) {
                next++;
            }
            int peak = next;
            if (quirks == Quirks.KEPT) {
                // Quirk of the original: a peak's values hold before it, not after it; only in the first 35 ms it
                // is the first peak of the signal, past or not.
                peak = instant <= reach ? 0 : next;
            } else if (next > 0 && (next == count() || instant - times[next - 1] <= times[next] - instant)) {
                peak = next - 1;
            }
            if (peak < count() && Math.abs(times[peak] - instant) <= reach) {
                values[i] = ofPeak[peak];
            }
        }
        return values;
    }
}
