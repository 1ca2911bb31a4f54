package org.undertone.features.harmonic;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.undertone.signal.Fourier;
import org.undertone.signal.Phase;

/**
 * The phase distortion of a frame: how the phases of its harmonics differ from those of the first, free of the vocal
 * tract's and of a shift in time (Degottex and Erro, EURASIP JASM 2014, section 3). Of each phase that of the minimum-phase
 * filter with the envelope of the amplitudes is taken away; then {@code PD(k) = phi(k) - phi(k - 1) - phi(1)}, between
 * harmonics interpolated along the shorter way. It keeps buffers: one instance for each thread.
 */
final class PhaseDistortion {
    /** Bins from 0 Hz to half the sampling rate. */
    static final int BINS = 513;

    private static final int HALF = BINS - 1;
    private static final double LEAST_LOG = -300 / 20.0 * Math.log(10);
    /** Where below the first harmonic the distortion begins to leave 0. */
    private static final double ONSET = 0.95;

    private final double binHertz;
    private final Fourier fourier = new Fourier(2 * HALF);
    private final double[] logEnvelope = new double[BINS];
    private final double[] zeros = new double[BINS];
    private final double[] cepstrum = new double[2 * HALF];
    private final double[] real = new double[BINS];
    private final double[] tractPhase = new double[BINS];
    private double[] nodes = new double[0];

    /** For a sampling rate. */
    PhaseDistortion(int rate) {
        this.binHertz = rate / 2.0 / HALF;
    }

    /**
     * The distortion.
     *
     * @param filler gives phases for where no harmonic is, above the last; null holds that of the last
     * @return {@code [513]}, radians
     */
    double[] of(HarmonicFrame frame, DoubleSupplier filler) {
        var distortion = new double[BINS];
        int harmonics = frame.harmonics();
        if (harmonics == 0) {
            return distortion;
        }
        minimumPhase(frame);
        if (nodes.length < harmonics + 2) {
            nodes = new double[harmonics + 2];
        }
        // nodes[k] lies at k f0.
        nodes[0] = 0;
        double first = sourcePhase(frame, 1);
        double before = 0;
        for (int k = 1; k <= harmonics; k++) {
            double phase = sourcePhase(frame, k);
            nodes[k] = Phase.wrap(phase - before - first);
            before = phase;
        }
        nodes[harmonics + 1] = filler == null ? nodes[harmonics] : Phase.wrap(filler.getAsDouble());
        spread(frame.f0() / binHertz, harmonics, filler, distortion);
        return distortion;
    }

    private void spread(double step, int harmonics, DoubleSupplier filler, double[] distortion) {
        for (int bin = (int) Math.ceil(ONSET * step); bin < BINS; bin++) {
            int below = (int) (bin / step);
            if (below > harmonics) {
                distortion[bin] = filler == null ? nodes[harmonics] : Phase.wrap(filler.getAsDouble());
                continue;
            }
            double share = below == 0 ? (bin / step - ONSET) / (1 - ONSET) : bin / step - below;
            double left = nodes[below];
            distortion[bin] = Phase.wrap(left + share * Phase.wrap(nodes[below + 1] - left));
        }
    }

    private double sourcePhase(HarmonicFrame frame, int k) {
        double bin = k * frame.spacing() / binHertz;
        if (bin > HALF) {
            return frame.phases()[k];
        }
        int below = Math.min(HALF - 1, (int) bin);
        double tract = tractPhase[below] + (bin - below) * (tractPhase[below + 1] - tractPhase[below]);
        return Phase.wrap(frame.phases()[k] - tract);
    }

    /** Phase of the minimum-phase filter through the amplitudes, joined by lines in the logarithm; the cepstrum folded. */
    private void minimumPhase(HarmonicFrame frame) {
        int harmonics = frame.harmonics();
        double step = frame.spacing() / binHertz;
        double[] logs = new double[harmonics + 1];
        for (int k = 1; k <= harmonics; k++) {
            logs[k] = Math.max(LEAST_LOG, Math.log(frame.amplitudes()[k]));
        }
        // 0 Hz has the amplitude of the first harmonic, and what lies above the last that of the last.
        logs[0] = logs[1];
        for (int bin = 0; bin < BINS; bin++) {
            int below = (int) (bin / step);
            logEnvelope[bin] = below >= harmonics
                    ? logs[harmonics]
                    : logs[below] + (bin / step - below) * (logs[below + 1] - logs[below]);
        }
        fourier.inverse(logEnvelope, zeros, cepstrum);
        cepstrum[0] = 0;
        for (int m = 1; m < HALF; m++) {
            cepstrum[m] *= 2;
        }
        Arrays.fill(cepstrum, HALF, 2 * HALF, 0);
        fourier.forward(cepstrum, real, tractPhase);
    }
}
