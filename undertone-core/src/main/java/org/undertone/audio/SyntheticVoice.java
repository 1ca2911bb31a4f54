package org.undertone.audio;

import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * A source-filter synthesiser: LF pulses with jitter, shimmer and creak, and noise, through formants that move (Fant,
 * Liljencrants and Lin, STL-QPSR 4/1985; Klatt and Klatt, JASA 87, 1990). It sounds like a machine; what it is for is that
 * every parameter of the voice is known.
 */
public final class SyntheticVoice {
    /** Longer utterances are refused; what is computed at once must fit the memory. */
    public static final double LONGEST_SECONDS = 60;

    /** What a vowel at full strength is multiplied by to come near, and not above, full scale. */
    private static final double GAIN = 0.2;

    private static final double LOUDEST = 0.99;
    /** As a share of the sampling rate. */
    private static final double HIGHEST_FRICATION = 0.48;
    /** Sets the seeds of noise apart from those of pulses. */
    private static final long NOISE = 0x9E3779B97F4A7C15L;

    private static final long ROOM = 0xC2B2AE3D27D4EB4FL;

    private final VoiceSettings settings;

    private SyntheticVoice(VoiceSettings settings) {
        this.settings = settings;
    }

    /** A voice. */
    public static SyntheticVoice create(VoiceSettings settings) {
        return new SyntheticVoice(Objects.requireNonNull(settings, "settings"));
    }

    /**
     * Says something.
     *
     * @param states two or more, one every {@link VoiceState#HOP_SECONDS}, for at most {@link #LONGEST_SECONDS}; an
     *     utterance that would be louder than full scale is made softer as a whole
     * @param seed decides every chance: the same states and seed give the same samples
     */
    public SyntheticSpeech speak(List<VoiceState> states, long seed) {
        double seconds = (states.size() - 1) * VoiceState.HOP_SECONDS;
        if (states.size() < 2 || seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("an utterance must have 2 states or more and last at most "
                    + LONGEST_SECONDS + " s but has " + states.size() + " and lasts " + seconds + " s");
        }
        int count = (int) Math.round(seconds * settings.rate());
        List<GlottalPulse> pulses = new PulseTrain(settings, states, new Random(seed)).until(seconds);
        var noise = new Random(seed ^ NOISE);
        double[] samples = new VoiceSource(settings.rate(), count).signal(pulses, states, noise);
        new VocalTract(settings.rate(), states).filter(samples);
        addFrication(samples, states, noise);
        addBackground(samples, new Random(seed ^ ROOM));
        soften(samples);
        return new SyntheticSpeech(samples, settings.rate(), pulses, states);
    }

    private void addFrication(double[] samples, List<VoiceState> states, Random noise) {
        var strength = Trajectory.of(states, state -> state.frication().strength());
        if (strength.isZero()) {
            return;
        }
        var centre = Trajectory.of(states, state -> state.frication().centreHertz());
        var bandwidth = Trajectory.of(states, state -> state.frication().bandwidthHertz());
        var resonator = new Resonator();
        double rate = settings.rate();
        double previous = 0;
        double beforePrevious = 0;
        for (int n = 0; n < samples.length; n++) {
            double level = strength.at(n / rate);
            if (level == 0) {
                continue;
            }
            resonator.tune(Math.min(centre.at(n / rate) / rate, HIGHEST_FRICATION), bandwidth.at(n / rate) / rate);
            double white = noise.nextGaussian();
            samples[n] += level * resonator.next(white - beforePrevious) / resonator.bandNoiseGain();
            beforePrevious = previous;
            previous = white;
        }
    }

    private void addBackground(double[] samples, Random room) {
        for (int n = 0; n < samples.length; n++) {
            samples[n] = GAIN * samples[n] + settings.background() * room.nextGaussian();
        }
    }

    private static void soften(double[] samples) {
        double peak = 0;
        for (double sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        if (peak > LOUDEST) {
            for (int n = 0; n < samples.length; n++) {
                samples[n] *= LOUDEST / peak;
            }
        }
    }
}
