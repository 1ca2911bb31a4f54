package org.undertone.features.creak;

import java.util.Arrays;
import org.undertone.features.source.Quirks;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Median;

/**
 * How much the power changes from pulse to pulse: the standard deviation of the {@link PowerContour} within 32 ms on either
 * side, smoothed by a median over 13 frames. Pulses far apart, as in creak, make it large.
 */
public final class PowerDeviation {
    private static final int REACH_FRAMES = 16;
    private static final int MEDIAN_FRAMES = 13;

    private PowerDeviation() {}

    /**
     * The deviation at instants, in dB of the square.
     *
     * @param instants sample numbers, the first sample is 1
     */
    public static double[] at(double[] signal, int rate, double[] instants, Quirks quirks) {
        Curve contour = PowerContour.of(signal, rate, quirks);
        double[] power = contour.values();
        IndexRange asked =
                CreakFeatures.span(instants, quirks).nodes(contour.times()).widened(MEDIAN_FRAMES / 2, power.length);
        var deviations = new double[asked.count()];
        for (int i = asked.from(); i < asked.end(); i++) {
            int first = Math.max(0, i - REACH_FRAMES);
            int last = Math.min(power.length - 1, i + REACH_FRAMES);
            // Quirk of the original: where the stretch does not fit into the signal the deviation is 0.
            if (quirks == Quirks.MENDED || last - first == 2 * REACH_FRAMES) {
                deviations[i - asked.from()] = deviation(power, first, last);
            }
        }
        double[] times = Arrays.copyOfRange(contour.times(), asked.from(), asked.end());
        return new Curve(times, Median.filter(deviations, MEDIAN_FRAMES)).at(instants, quirks);
    }

    private static double deviation(double[] values, int first, int last) {
        int count = last - first + 1;
        if (count < 2) {
            return 0;
        }
        double sum = 0;
        for (int i = first; i <= last; i++) {
            sum += values[i];
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = first; i <= last; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(squares / (count - 1));
    }
}
