package org.undertone.demo;

import java.util.EnumMap;
import java.util.Map;
import org.undertone.corpus.Emotion;

/**
 * What an emotion of full intensity changes in a voice. Changes are in units in which they add up, so that a third of the
 * intensity is a third of each, and two emotions are the sum of theirs: semitones, decibels, and natural logarithms of
 * factors. {@link #of} has the table with its sources.
 *
 * @param f0Level semitones
 * @param f0Range logarithm of the factor of all movements of pitch
 * @param finalTurn semitones that pitch rises (or falls) over the end of a phrase
 * @param rate logarithm of the factor of syllables per second
 * @param pauses logarithm of the factor of the length of pauses
 * @param level decibels of the strength of the source
 * @param rd logarithm of the factor of Rd: below 0 tense, above breathy
 * @param jitter logarithm of the factor of jitter and shimmer
 * @param aspiration decibels
 * @param creak how unequal the pulses of a pair become at the end of a phrase, 0 to 1
 * @param precision logarithm of the factor by which vowels lie apart from the neutral one
 * @param firstFormants logarithm of the factor of F1 and F2, the lips being spread or the jaw open
 */
record Expression(
        double f0Level,
        double f0Range,
        double finalTurn,
        double rate,
        double pauses,
        double level,
        double rd,
        double jitter,
        double aspiration,
        double creak,
        double precision,
        double firstFormants) {

    /** No change. */
    static final Expression NONE = new Expression(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final int CUES = 12;
    private static final Map<Emotion, Expression> TABLE = new EnumMap<>(Emotion.class);

    /*
     * Directions of F0, its range, rate, pauses, intensity, jitter, precision and F1 for anger, fear, happiness and
     * sadness: Juslin and Laukka, Psychological Bulletin 129, 2003, tables 7 and 11, and Scherer, Speech Communication
     * 40, 2003, table 2. Voice quality (tense when angry, breathy and creaky when sad, whispery when afraid): Gobl and
     * Ni Chasaide, Speech Communication 40, 2003. Sizes: what listeners recognised best in synthetic speech, namely
     * Burkhardt and Sendlmeier, ISCA Workshop on Speech and Emotion, 2000 (happiness: F0 +50 %, range +100 %, 30 %
     * faster, F1 and F2 +10 %; fear: far higher and 30 % faster; sadness: narrow, slow, breathy), somewhat reduced
     * because the extremes of an emotion are not its mean. Disgust: Murray and Arnott, JASA 93, 1993 (very much slower,
     * very much lower, grumbled, wide falls at the end). Surprise: Cahn, MIT, 1990, after Schroeder, Eurospeech 2001
     * (wide range, steep rise, slightly faster, louder).
     */
    static {
        //                            F0  range  turn   rate pauses level    Rd  jitter asp. creak prec. F1F2
        put(Emotion.HAPPINESS, 5.5, 0.65, 1.0, 0.22, -0.2, 3.0, -0.15, -0.2, 0.0, 0.00, 0.08, 0.09);
        put(Emotion.SADNESS, -2.0, -0.60, -1.5, -0.25, 0.6, -6.0, 0.45, 0.4, 6.0, 0.25, -0.25, -0.04);
        put(Emotion.ANGER, 3.5, 0.45, -1.0, 0.15, -0.3, 6.0, -0.55, 0.6, -3.0, 0.00, 0.15, 0.07);
        put(Emotion.SURPRISE, 3.5, 0.70, 6.0, 0.05, -0.1, 2.0, 0.00, 0.0, 2.0, 0.00, 0.00, 0.02);
        put(Emotion.DISGUST, -3.0, 0.10, -4.0, -0.30, 0.4, -2.0, -0.10, 0.5, 0.0, 0.40, 0.00, -0.05);
        put(Emotion.FEAR, 7.0, -0.25, 1.5, 0.22, 0.2, -3.0, 0.30, 0.9, 8.0, 0.00, -0.08, -0.03);
    }

    private static void put(Emotion emotion, double... cues) {
        TABLE.put(emotion, of(cues));
    }

    /** The change of an emotion at its highest intensity. */
    static Expression of(Emotion emotion) {
        return TABLE.get(emotion);
    }

    /** What lies behind a share of this change and the whole of another. */
    Expression plus(double share, Expression other) {
        double[] sum = other.cues();
        double[] own = cues();
        for (int i = 0; i < CUES; i++) {
            sum[i] += share * own[i];
        }
        return of(sum);
    }

    /**
     * The same as one speaker shows it once: each cue comes out stronger or weaker by chance, because listeners have to
     * do with cues that are each only probably there (the lens model in Juslin and Laukka 2003).
     */
    Expression varied(Chance chance, double deviation) {
        double[] varied = cues();
        for (int i = 0; i < CUES; i++) {
            varied[i] *= Math.max(0, chance.around(1, deviation));
        }
        return of(varied);
    }

    /** Changes by chance around none, with these as their standard deviations. */
    Expression scattered(Chance chance) {
        double[] scattered = cues();
        for (int i = 0; i < CUES; i++) {
            scattered[i] = chance.around(0, scattered[i]);
        }
        return of(scattered);
    }

    private double[] cues() {
        return new double[] {
            f0Level, f0Range, finalTurn, rate, pauses, level, rd, jitter, aspiration, creak, precision, firstFormants
        };
    }

    private static Expression of(double[] c) {
        return new Expression(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11]);
    }
}
