package org.undertone.audio;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The filter: five formants in a row that move, and above them fixed resonances at equal distances up to half the
 * sampling rate, without which the spectrum would fall too steeply (the higher-pole correction of Fant, "Acoustic theory
 * of speech production", 1960, by the poles themselves).
 */
final class VocalTract {
    /** How often resonances are moved. */
    private static final double STEP_SECONDS = 0.001;
    /** Of the fixed resonances, as a share of their frequency. */
    private static final double RELATIVE_BANDWIDTH = 0.06;
    /** No resonance lies closer to half the sampling rate than this share of the rate. */
    private static final double HIGHEST = 0.48;

    private final int rate;
    private final Trajectory[] formants = new Trajectory[TractState.FORMANTS];
    private final Trajectory[] bandwidths = new Trajectory[TractState.FORMANTS];
    private final double spacingHertz;

    VocalTract(int rate, List<VoiceState> states) {
        this.rate = rate;
        double[][] frequencies =
                states.stream().map(state -> state.tract().formantsHertz()).toArray(double[][]::new);
        double fifth = 0;
        for (double[] some : frequencies) {
            fifth += some[TractState.FORMANTS - 1] / frequencies.length;
        }
        // The fifth formant of a uniform tube lies 4.5 spacings up.
        this.spacingHertz = fifth / (TractState.FORMANTS - 0.5);
        for (int i = 0; i < TractState.FORMANTS; i++) {
            int number = i;
            formants[i] = Trajectory.of(states, state -> state.tract().formantsHertz()[number]);
            bandwidths[i] = Trajectory.of(states, state -> state.tract().bandwidthsHertz()[number]);
        }
    }

    /** Filters a signal in place. */
    void filter(double[] signal) {
        Resonator[] moving = IntStream.range(0, TractState.FORMANTS)
                .mapToObj(i -> new Resonator())
                .toArray(Resonator[]::new);
        Resonator[] fixed = fixed();
        int step = (int) Math.round(STEP_SECONDS * rate);
        for (int n = 0; n < signal.length; n++) {
            if (n % step == 0) {
                tune(moving, (double) n / rate);
            }
            double value = signal[n];
            for (Resonator resonator : moving) {
                value = resonator.next(value);
            }
            for (Resonator resonator : fixed) {
                value = resonator.next(value);
            }
            signal[n] = value;
        }
    }

    private void tune(Resonator[] moving, double seconds) {
        for (int i = 0; i < moving.length; i++) {
            double frequency = formants[i].at(seconds) / rate;
            if (frequency < HIGHEST) {
                moving[i].tune(frequency, bandwidths[i].at(seconds) / rate);
            } else {
                moving[i].passThrough();
            }
        }
    }

    private Resonator[] fixed() {
        return IntStream.iterate(
                        TractState.FORMANTS + 1,
                        number -> (number - 0.5) * spacingHertz < HIGHEST * rate,
                        number -> number + 1)
                .mapToObj(number -> {
                    var resonator = new Resonator();
                    double frequency = (number - 0.5) * spacingHertz / rate;
                    resonator.tune(frequency, RELATIVE_BANDWIDTH * frequency);
                    return resonator;
                })
                .toArray(Resonator[]::new);
    }
}
