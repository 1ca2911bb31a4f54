package org.undertone.audio;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.undertone.signal.LfPulse;

/**
 * The derivative of the glottal flow: LF pulses, which may begin between samples, and the noise of the open glottis. The
 * derivative takes in the radiation at the lips.
 *
 * <p>The pulses are computed on a grid of at least 128 kHz as differences of the flow, that is, as exact means of its
 * derivative over the steps of the grid, and decimated from there: what lies above half the sampling rate does not fold.
 */
final class VoiceSource {
    private static final int GRID_RATE = 128_000;
    /** Noise is half as strong while the glottis is closed as at most (Klatt and Klatt 1990). */
    private static final double CLOSED_SHARE = 0.5;

    private final int rate;
    private final int samples;
    private final int factor;

    VoiceSource(int rate, int samples) {
        this.rate = rate;
        this.samples = samples;
        this.factor = Math.max(2, (GRID_RATE + rate - 1) / rate);
    }

    /** The derivative of the flow, {@code [sample]}. */
    double[] signal(List<GlottalPulse> pulses, List<VoiceState> states, Random random) {
        // Means over steps around each point of the grid, so that point n * factor is sample n.
        var grid = new double[samples * factor];
        var noiseGain = new double[samples];
        Arrays.fill(noiseGain, 1);
        for (GlottalPulse pulse : pulses) {
            add(pulse, grid, noiseGain);
        }
        double[] signal = new Decimator(factor).decimate(grid, samples);
        addAspiration(
                signal,
                noiseGain,
                Trajectory.of(states, state -> state.glottis().aspiration()),
                random);
        return signal;
    }

    private void add(GlottalPulse pulse, double[] grid, double[] noiseGain) {
        LfPulse shape = LfPulse.ofRd(pulse.rd());
        double largest = shape.flow(shape.peak());
        double period = pulse.periodSamples() * factor;
        double start = pulse.startSamples() * factor;
        int first = Math.max(0, (int) Math.ceil(start - 0.5));
        int last = Math.min(grid.length - 1, (int) Math.floor(start + period + 0.5));
        double scale = pulse.strength() * period;
        double before = 0;
        for (int i = first; i <= last; i++) {
            double phase = (i + 0.5 - start) / period;
            double flow = phase >= 1 ? 0 : shape.flow(phase);
            grid[i] += scale * (flow - before);
            if (i % factor == 0) {
                noiseGain[i / factor] = CLOSED_SHARE + (1 - CLOSED_SHARE) * flow / largest;
            }
            before = flow;
        }
    }

    private void addAspiration(double[] signal, double[] noiseGain, Trajectory aspiration, Random random) {
        if (aspiration.isZero()) {
            return;
        }
        for (int n = 0; n < signal.length; n++) {
            signal[n] += aspiration.at((double) n / rate) * noiseGain[n] * random.nextGaussian();
        }
    }
}
