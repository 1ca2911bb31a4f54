package org.undertone.features.harmonic;

import java.util.Objects;
import org.undertone.signal.LfPulse;
import org.undertone.signal.Phase;

/**
 * The Rd parameter of the voice source from the phases of harmonics: mean squared phase, second difference (Degottex,
 * Roebel, Rodet, IEEE TASLP 19(5), 2011, MSPD2). The right Rd is that whose LF pulse leaves a remainder of minimum phase:
 * {@code R = M / (G minphase(|M / G|))} for harmonics M and pulse spectrum G has then the phases of a pure delay, and the
 * second differences of its phases over the harmonics vanish. It keeps buffers: one instance for each thread.
 */
public final class RdEstimator {
    private static final double LEAST = 0.3;
    private static final double LARGEST = 2.5;
    private static final double TOLERANCE = 0.01;
    private static final int MOST_STEPS = 32;
    private static final double HIGHEST_HERTZ = 8000;
    /** Phases compared: those of 0 Hz and of the first 8 harmonics. */
    private static final int COMPARED = 9;

    private static final int LEAST_ENTRIES = 4;

    private final RdSettings settings;
    private final MinimumPhase minimumPhase = new MinimumPhase(COMPARED);
    private double[] sourceReal = new double[0];
    private double[] sourceImaginary = new double[0];
    private double[] logs = new double[0];
    private double[] voiceLogs = new double[0];
    private final double[] voicePhases = new double[COMPARED];
    private final double[] remainder = new double[COMPARED];
    private int entries;
    private int last;

    private RdEstimator(RdSettings settings) {
        this.settings = settings;
    }

    /** An estimator. */
    public static RdEstimator create(RdSettings settings) {
        return new RdEstimator(Objects.requireNonNull(settings, "settings"));
    }

    /** The estimate for a frame; harmonics up to 8 kHz count. */
    public RdEstimate estimate(HarmonicFrame frame) {
        entries = Math.min(frame.amplitudes().length, (int) (HIGHEST_HERTZ / frame.spacing()) + 1);
        last = Math.min(COMPARED - 1, settings.mirrorsShortSpectra() ? 2 * (entries - 1) - 1 : entries - 2);
        if (!settings.mirrorsShortSpectra() && (frame.silent() || entries < LEAST_ENTRIES)) {
            return RdEstimate.NEUTRAL;
        }
        load(frame);
        var search = BoundedMinimum.of(this::error, LEAST, LARGEST, TOLERANCE, MOST_STEPS);
        return new RdEstimate(search.at(), 1 - Math.sqrt(search.value()) / Math.PI);
    }

    private void load(HarmonicFrame frame) {
        if (sourceReal.length < entries) {
            sourceReal = new double[entries];
            sourceImaginary = new double[entries];
            logs = new double[entries];
            voiceLogs = new double[entries];
        }
        for (int k = 0; k < entries; k++) {
            voiceLogs[k] = Math.log(frame.amplitudes()[k]);
        }
        for (int k = 1; k < Math.min(entries, COMPARED); k++) {
            voicePhases[k] = frame.phases()[k];
        }
    }

    /** The mean squared second difference of the remainder's phases for one Rd. */
    private double error(double rd) {
        LfPulse.ofRd(rd).spectrum(entries - 1, sourceReal, sourceImaginary);
        for (int k = 1; k < entries; k++) {
            double power = sourceReal[k] * sourceReal[k] + sourceImaginary[k] * sourceImaginary[k];
            logs[k] = voiceLogs[k] - 0.5 * Math.log(power);
        }
        // Neither 0 Hz nor the last entry say anything; their neighbours stand in.
        logs[0] = logs[1];
        logs[entries - 1] = logs[entries - 2];
        minimumPhase.of(logs, entries, remainder);
        remainder[0] = 0;
        double sign = settings.conjugatesSource() ? 1 : -1;
        for (int k = 1; k <= Math.min(last, entries - 1); k++) {
            // The last entry is real and positive in the original, so that it has no phase of its own.
            double phase = k == entries - 1
                    ? 0
                    : voicePhases[k] + sign * Math.atan2(sourceImaginary[k], sourceReal[k]) - remainder[k];
            remainder[k] = phase;
        }
        for (int k = entries; k <= last; k++) {
            remainder[k] = -remainder[2 * (entries - 1) - k];
        }
        double sum = 0;
        for (int k = 2; k <= last; k++) {
            double second = Phase.wrap(remainder[k] - remainder[k - 1] - remainder[1]);
            sum += second * second;
        }
        return sum / (last - 1);
    }
}
