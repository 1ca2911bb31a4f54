package org.undertone.demo;

import java.util.List;
import org.undertone.audio.TractState;
import org.undertone.audio.VoiceState;
import org.undertone.audio.Vowel;
import org.undertone.signal.Window;

/**
 * What the articulators do over an utterance, one value each {@link VoiceState#HOP_SECONDS}: aims by segment, smoothed,
 * because they have mass.
 */
final class Gesture {
    private static final double VOICE_SECONDS = 0.03;
    private static final double NOISE_SECONDS = 0.015;
    private static final double TRACT_SECONDS = 0.09;
    /** Of an accented vowel's: 2 dB less. */
    private static final double UNACCENTED_STRENGTH = 0.8;
    /** Of a vowel's. */
    private static final double SONORANT_STRENGTH = 0.5;
    /** The lips or the tongue closing the mouth: a low first formant, broad resonances. */
    private static final TractState CLOSED =
            new TractState(new double[] {280, 1300, 2400, 3400, 4500}, new double[] {90, 200, 250, 300, 350});

    private final double[] voice;
    private final double[] breath;
    private final double[] frication;
    private final double[][] formants = new double[TractState.FORMANTS][];
    private final double[][] bandwidths = new double[TractState.FORMANTS][];

    /**
     * The gestures of a sentence.
     *
     * @param precision factor by which vowels lie apart from the neutral one
     */
    Gesture(List<Syllable> syllables, List<Segment> segments, double precision) {
        double seconds = segments.get(segments.size() - 1).end();
        int count = (int) Math.ceil(seconds / VoiceState.HOP_SECONDS) + 1;
        voice = new double[count];
        breath = new double[count];
        frication = new double[count];
        for (int i = 0; i < TractState.FORMANTS; i++) {
            formants[i] = new double[count];
            bandwidths[i] = new double[count];
        }
        int at = 0;
        for (int n = 0; n < count; n++) {
            while (at < segments.size() - 1
                    && n * VoiceState.HOP_SECONDS >= segments.get(at).end()) {
                at++;
            }
            aim(n, segments.get(at).kind(), syllables.get(segments.get(at).syllable()), precision);
        }
        smooth();
    }

    private void aim(int n, Segment.Kind kind, Syllable syllable, double precision) {
        double full = syllable.accented() ? 1 : UNACCENTED_STRENGTH;
        voice[n] = kind == Segment.Kind.VOWEL ? full : kind == Segment.Kind.SONORANT ? SONORANT_STRENGTH * full : 0;
        breath[n] = kind == Segment.Kind.BURST ? 1 : 0;
        frication[n] = kind == Segment.Kind.FRICATIVE ? 1 : kind == Segment.Kind.BURST ? 0.7 : 0;
        // Beyond 1: farther from the neutral vowel than the vowel itself.
        TractState vowel = Vowel.neutral().towards(syllable.vowel().tract(), precision);
        TractState aim = kind == Segment.Kind.SONORANT ? CLOSED : vowel;
        double[] frequencies = aim.formantsHertz();
        double[] widths = aim.bandwidthsHertz();
        for (int i = 0; i < TractState.FORMANTS; i++) {
            formants[i][n] = frequencies[i];
            bandwidths[i][n] = widths[i];
        }
    }

    private void smooth() {
        smooth(voice, VOICE_SECONDS);
        smooth(breath, NOISE_SECONDS);
        smooth(frication, NOISE_SECONDS);
        for (int i = 0; i < TractState.FORMANTS; i++) {
            smooth(formants[i], TRACT_SECONDS);
            smooth(bandwidths[i], TRACT_SECONDS);
        }
    }

    /** Means under a raised cosine; the ends go on as they are. */
    private static void smooth(double[] track, double seconds) {
        double[] weights = Window.hanning(2 * (int) Math.round(seconds / VoiceState.HOP_SECONDS / 2) + 1);
        int half = weights.length / 2;
        double[] rough = track.clone();
        for (int n = 0; n < track.length; n++) {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < weights.length; i++) {
                int from = Math.max(0, Math.min(track.length - 1, n + i - half));
                sum += weights[i] * rough[from];
                total += weights[i];
            }
            track[n] = sum / total;
        }
    }

    /** Number of instants. */
    int count() {
        return voice.length;
    }

    /** How much of the voice is there, 0 to 1. */
    double voice(int n) {
        return voice[n];
    }

    /** How much breath there is without voice, 0 to 1. */
    double breath(int n) {
        return breath[n];
    }

    /** How much noise the mouth makes, 0 to 1. */
    double frication(int n) {
        return frication[n];
    }

    /**
     * The tract.
     *
     * @param factor of all formants
     * @param firstFormants factor of F1 and F2 besides
     */
    TractState tract(int n, double factor, double firstFormants) {
        var frequencies = new double[TractState.FORMANTS];
        var widths = new double[TractState.FORMANTS];
        for (int i = 0; i < TractState.FORMANTS; i++) {
            double frequency = formants[i][n] * factor * (i < 2 ? firstFormants : 1);
            // Lips spread far may bring the second resonance of a front vowel to the third, but not past it.
            frequencies[i] = i == 0 ? frequency : Math.max(frequency, frequencies[i - 1]);
            widths[i] = bandwidths[i][n];
        }
        return new TractState(frequencies, widths);
    }
}
