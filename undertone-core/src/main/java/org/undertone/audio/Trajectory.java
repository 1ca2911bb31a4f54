package org.undertone.audio;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One parameter of an utterance over time: straight lines between the states. */
final class Trajectory {
    private final double[] values;

    private Trajectory(double[] values) {
        this.values = values;
    }

    static Trajectory of(List<VoiceState> states, ToDoubleFunction<VoiceState> parameter) {
        return new Trajectory(states.stream().mapToDouble(parameter).toArray());
    }

    /** The value at a time in seconds; before the first and after the last state, that state's. */
    double at(double seconds) {
        double position = Math.min(Math.max(seconds / VoiceState.HOP_SECONDS, 0), values.length - 1);
        int before = Math.min((int) position, values.length - 2);
        return values[before] + (position - before) * (values[before + 1] - values[before]);
    }

    /** Whether it is 0 throughout. */
    boolean isZero() {
        for (double value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
