package org.undertone.features.creak;

import java.util.Arrays;
import org.undertone.features.source.Quirks;
import org.undertone.signal.Median;
import org.undertone.signal.Rounding;

/**
 * How far the strongest pulse of the residual stands above its surroundings, 0 to 1: near 1 where the next pulse is far
 * away, as in creak (Drugman, Kane, Gobl, Interspeech 2012). Windows of about two periods of the longest usual pitch, every
 * 20 ms, on the residual behind the broad resonator.
 */
public final class ResidualPeakProminence {
    private static final double SHIFT_SECONDS = 0.02;
    private static final double BLANKED_SHARE = 0.2;
    private static final double NEIGHBOURHOOD_SECONDS = 0.4;
    /** Natural logarithm of energy below the loudest moment nearby, beyond which there is no pulse to speak of. */
    private static final double QUIET = 4;

    private static final int MEDIAN_WINDOWS = 5;

    private ResidualPeakProminence() {}

    /**
     * The prominence at instants.
     *
     * @param broad the residual behind the resonator of radius {@link Resonator#BROAD}
     * @param signal what the residual is of, as long
     * @param medianF0 of the signal, in Hz
     * @param instants sample numbers, the first sample is 1
     */
    public static double[] at(
            double[] broad, double[] signal, int rate, double medianF0, double[] instants, Quirks quirks) {
        Curve energy = FrameEnergy.logarithms(signal, rate, quirks);
        return at(broad, energy, new Voice(rate, medianF0), instants, quirks);
    }

    /** What the size of the windows depends on. */
    record Voice(int rate, double medianF0) {
        int windowSamples() {
            return 2 * Rounding.toInt(rate / longestPeriodHertz(medianF0));
        }
    }

    static double[] at(double[] broad, Curve energy, Voice voice, double[] instants, Quirks quirks) {
        int shift = Rounding.toInt(SHIFT_SECONDS * voice.rate());
        FrameSequence windows = FrameSequence.of(broad.length, voice.windowSamples(), shift, quirks)
                .around(CreakFeatures.span(instants, quirks), MEDIAN_WINDOWS / 2);
        var prominence = new double[windows.count()];
        double[] levels = energy.at(windows.times(), quirks);
        double reach = NEIGHBOURHOOD_SECONDS * voice.rate();
        var frame = new double[windows.length() + 1];
        int near = 0;
        for (int i = 0; i < prominence.length; i++) {
            double time = windows.times()[i];
            while (near < energy.times().length && energy.times()[near] < time - reach) {
                near++;
            }
            double loudest = levels[i];
            for (int k = near; k < energy.times().length && energy.times()[k] <= time + reach; k++) {
                loudest = Math.max(loudest, energy.values()[k]);
            }
            prominence[i] = levels[i] < loudest - QUIET ? 0 : prominence(broad, windows.starts()[i], frame, quirks);
        }
        double[] track = new Curve(windows.times(), Median.filter(prominence, MEDIAN_WINDOWS)).at(instants, quirks);
        return Arrays.stream(track)
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
    }

    /** One minus the largest value of the peak's sign outside the peak, as a share of the peak. */
    private static double prominence(double[] broad, int start, double[] frame, Quirks quirks) {
        int window = frame.length - 1;
        FrameSequence.copy(broad, start, window, frame);
        int first = start + largest(frame, window) - window / 2;
        if (quirks == Quirks.KEPT && (first < 0 || first + window >= broad.length)) {
            // Quirk of the original: no prominence near the ends.
            return 0;
        }
        FrameSequence.copy(broad, first, window + 1, frame);
        double peak = frame[largest(frame, window + 1)];
        if (peak == 0) {
            return 0;
        }
        int centre = window / 2;
        int blanked = Rounding.toInt(BLANKED_SHARE * window);
        double next = 0;
        for (int n = 0; n <= window; n++) {
            // False for NaN, which does not count unless the peak is NaN, too.
            if (Math.abs(n - centre) > blanked && frame[n] / peak > next) {
                next = frame[n] / peak;
            }
        }
        return Double.isNaN(peak) ? Double.NaN : 1 - next;
    }

    /** The first where all are NaN, which otherwise do not count. */
    private static int largest(double[] values, int length) {
        int at = 0;
        for (int n = 1; n < length; n++) {
            boolean first = Double.isNaN(values[at]) && !Double.isNaN(values[n]);
            if (first || Math.abs(values[n]) > Math.abs(values[at])) {
                at = n;
            }
        }
        return at;
    }

    /** Half a window is the period of this frequency, in Hz. */
    private static double longestPeriodHertz(double medianF0) {
        if (medianF0 > 100) {
            return 90;
        }
        // Quirk of the original: exactly 100 Hz is a case of its own.
        if (medianF0 == 100) {
            return 80;
        }
        return medianF0 < 85 ? 55 : 65;
    }
}
