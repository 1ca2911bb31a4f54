package org.undertone.demo;

import java.util.ArrayList;
import java.util.List;
import org.undertone.audio.Frication;
import org.undertone.audio.GlottalState;
import org.undertone.audio.VoiceSettings;
import org.undertone.audio.VoiceState;

/**
 * One sentence as one speaker says it in one mood.
 *
 * @param settings of the voice
 * @param states of the voice, one each {@link VoiceState#HOP_SECONDS}
 */
record Delivery(VoiceSettings settings, List<VoiceState> states) {
    /** Samples per second. */
    static final int RATE = 16_000;

    private static final double NEUTRAL_STRENGTH = 0.25;
    private static final double SHIMMER_PER_JITTER = 6;
    private static final double BREATH = 0.15;
    private static final double FRICATION = 0.5;
    /** How much breathier a phrase ends than it begins. */
    private static final double FINAL_RD = 0.15;
    /** Creak takes hold in the last part of a phrase. */
    private static final double CREAK_FROM = 0.5;

    /** Deviations from sentence to sentence of one speaker, whatever the mood, in the units of {@link Expression}. */
    private static final Expression VARIATION =
            new Expression(1.0, 0.18, 0.8, 0.08, 0.25, 2.0, 0.12, 0.2, 2.5, 0.06, 0.08, 0.02);

    Delivery {
        states = List.copyOf(states);
    }

    /** Says a sentence of random syllables. */
    static Delivery of(SpeakerProfile speaker, Expression mood, Chance chance) {
        Expression change = VARIATION.scattered(chance).plus(1, mood);
        List<Syllable> syllables = Syllable.sentence(chance);
        double rate = speaker.syllablesPerSecond() * Math.exp(change.rate());
        List<Segment> segments = Segment.of(syllables, rate, Math.exp(change.pauses()), chance);
        var gesture = new Gesture(syllables, segments, Math.exp(change.precision()));
        double range = speaker.liveliness() * Math.exp(change.f0Range());
        var intonation = new Intonation(syllables, segments, range, change.finalTurn(), chance);
        double fricationHertz = chance.between(4200, 5800);
        var states = new ArrayList<VoiceState>();
        for (int n = 0; n < gesture.count(); n++) {
            double seconds = n * VoiceState.HOP_SECONDS;
            var glottis = glottis(speaker, change, gesture, intonation, n);
            var frication = new Frication(
                    FRICATION * NEUTRAL_STRENGTH * decibels(0.5 * change.level()) * gesture.frication(n),
                    fricationHertz,
                    1800);
            states.add(new VoiceState(
                    glottis, gesture.tract(n, speaker.tractFactor(), Math.exp(change.firstFormants())), frication));
        }
        double jitter = within(speaker.jitter() * Math.exp(change.jitter()), 0, 0.05);
        double room = 1.5e-4 * Math.exp(chance.around(0, 0.5));
        return new Delivery(new VoiceSettings(RATE, jitter, SHIMMER_PER_JITTER * jitter, room), states);
    }

    /** Number of samples that it lasts, at {@link #RATE}. */
    int sampleCount() {
        return (int) Math.round((states.size() - 1) * VoiceState.HOP_SECONDS * RATE);
    }

    private static GlottalState glottis(
            SpeakerProfile speaker, Expression change, Gesture gesture, Intonation intonation, int n) {
        double seconds = n * VoiceState.HOP_SECONDS;
        double share = intonation.phraseShare(seconds);
        double semitones = change.f0Level() + intonation.semitonesAt(seconds);
        double strength = NEUTRAL_STRENGTH * decibels(change.level()) * gesture.voice(n);
        double aspiration = speaker.aspiration() * decibels(change.aspiration()) * gesture.voice(n);
        double creak = change.creak() * Math.max(0, share - CREAK_FROM) / (1 - CREAK_FROM);
        return new GlottalState(
                within(speaker.f0Hertz() * Math.pow(2, semitones / 12), 50, 500),
                within(speaker.rd() * Math.exp(change.rd() + FINAL_RD * (share - 0.5)), 0.35, 2.6),
                within(strength, 0, 1),
                aspiration + BREATH * NEUTRAL_STRENGTH * gesture.breath(n),
                within(creak, 0, 0.9));
    }

    private static double decibels(double level) {
        return Math.pow(10, level / 20);
    }

    private static double within(double value, double lowest, double highest) {
        return Math.max(lowest, Math.min(highest, value));
    }
}
