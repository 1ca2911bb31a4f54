package org.undertone.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.undertone.signal.LfPulse;

/** When the glottis opens, how strongly and in which shape: one pulse after the other, at times between samples. */
final class PulseTrain {
    /** Weaker pulses are none. */
    private static final double FAINTEST = 1e-4;
    /** How often silence is asked whether the voice sets in. */
    private static final double SILENT_STEP_SECONDS = 0.001;
    /** Beyond so many standard deviations chance is cut off, so that no period vanishes. */
    private static final double FURTHEST = 3;

    private final VoiceSettings settings;
    private final Trajectory f0;
    private final Trajectory rd;
    private final Trajectory strength;
    private final Trajectory doubling;
    private final Random random;

    PulseTrain(VoiceSettings settings, List<VoiceState> states, Random random) {
        this.settings = settings;
        this.f0 = Trajectory.of(states, state -> state.glottis().f0Hertz());
        this.rd = Trajectory.of(states, state -> state.glottis().rd());
        this.strength = Trajectory.of(states, state -> state.glottis().strength());
        this.doubling = Trajectory.of(states, state -> state.glottis().doubling());
        this.random = random;
    }

    /** The pulses that end within so many seconds. */
    List<GlottalPulse> until(double seconds) {
        var pulses = new ArrayList<GlottalPulse>();
        boolean first = true;
        double start = 0;
        while (start < seconds) {
            if (strength.at(start) < FAINTEST) {
                start += SILENT_STEP_SECONDS;
                first = true;
                continue;
            }
            double middle = start + 0.5 / f0.at(start);
            double period = (1 + settings.jitter() * chance()) / f0.at(middle);
            double level = strength.at(middle) * (1 + settings.shimmer() * chance());
            if (start + period <= seconds && level > 0) {
                pulses.add(pulse(start, period, level, first));
            }
            first = !first;
            start += period;
        }
        return pulses;
    }

    /**
     * A pulse; the first of an unequal pair comes late and is weaker (Klatt and Klatt 1990, parameter DI): late by up to
     * the time for which the glottis is closed.
     */
    private GlottalPulse pulse(double start, double period, double level, boolean first) {
        double shape = rd.at(start + period / 2);
        double unequal = doubling.at(start + period / 2);
        double excitation = LfPulse.ofRd(shape).excitation();
        double late = first ? unequal * (1 - excitation) * period : 0;
        double opening = (start + late) * settings.rate();
        return new GlottalPulse(
                opening,
                opening + excitation * period * settings.rate(),
                period * settings.rate(),
                shape,
                first ? level * (1 - unequal) : level,
                unequal > 0);
    }

    private double chance() {
        return Math.max(-FURTHEST, Math.min(FURTHEST, random.nextGaussian()));
    }
}
