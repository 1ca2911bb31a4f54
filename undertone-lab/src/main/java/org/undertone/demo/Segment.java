package org.undertone.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of an utterance in which the articulators have one aim.
 *
 * @param kind what is made
 * @param start in seconds
 * @param end in seconds
 * @param syllable the number of the syllable that it belongs to
 */
record Segment(Kind kind, double start, double end, int syllable) {
    /** Of a syllable without accent, the consonant's share. */
    private static final double ONSET_SHARE = 0.35;

    private static final double ACCENTED_LENGTH = 1.25;
    /** Phrases slow down at their end (Klatt, JASA 59, 1976). */
    private static final double FINAL_LENGTH = 1.4;

    private static final double EDGE_SECONDS = 0.12;
    private static final double PAUSE_SECONDS = 0.22;

    /** What is made. */
    enum Kind {
        SILENCE,
        VOWEL,
        SONORANT,
        FRICATIVE,
        BURST
    }

    /**
     * The segments of a sentence, one after the other.
     *
     * @param rate syllables per second
     * @param pauseFactor of the length of a pause
     */
    static List<Segment> of(List<Syllable> syllables, double rate, double pauseFactor, Chance chance) {
        var segments = new ArrayList<Segment>();
        segments.add(new Segment(Kind.SILENCE, 0, EDGE_SECONDS, 0));
        for (int i = 0; i < syllables.size(); i++) {
            Syllable syllable = syllables.get(i);
            double length = chance.around(1, 0.12)
                    * (syllable.accented() ? ACCENTED_LENGTH : 1)
                    * (syllable.phraseEnd() ? FINAL_LENGTH : 1)
                    / rate;
            double onset = syllable.onset() == Syllable.Onset.NONE ? 0 : ONSET_SHARE * length;
            addOnset(segments, syllable.onset(), onset, i);
            add(segments, Kind.VOWEL, length - onset, i);
            if (syllable.phraseEnd() && i < syllables.size() - 1) {
                add(segments, Kind.SILENCE, PAUSE_SECONDS * pauseFactor * chance.around(1, 0.2), i);
            }
        }
        add(segments, Kind.SILENCE, EDGE_SECONDS, syllables.size() - 1);
        return segments;
    }

    private static void addOnset(List<Segment> segments, Syllable.Onset onset, double length, int syllable) {
        switch (onset) {
            case SONORANT:
                add(segments, Kind.SONORANT, length, syllable);
                break;
            case FRICATIVE:
                add(segments, Kind.FRICATIVE, length, syllable);
                break;
            case STOP:
                add(segments, Kind.SILENCE, 0.65 * length, syllable);
                add(segments, Kind.BURST, 0.35 * length, syllable);
                break;
            default:
                break;
        }
    }

    private static void add(List<Segment> segments, Kind kind, double length, int syllable) {
        double start = segments.get(segments.size() - 1).end();
        segments.add(new Segment(kind, start, start + length, syllable));
    }
}
