package org.undertone.demo;

import java.util.ArrayList;
import java.util.List;
import org.undertone.audio.Vowel;

/**
 * A consonant, or none, and a vowel.
 *
 * @param onset what it begins with
 * @param vowel what follows
 * @param accented whether pitch, length and loudness bring it out
 * @param phraseEnd whether a pause follows, or nothing
 */
record Syllable(Onset onset, Vowel vowel, boolean accented, boolean phraseEnd) {
    private static final double ACCENTS = 0.35;

    /** How a syllable begins. */
    enum Onset {
        /** With the vowel itself. */
        NONE,
        /** As with m or l: voice goes on, softer. */
        SONORANT,
        /** As with s or f: noise. */
        FRICATIVE,
        /** As with t or k: silence, a burst, breath. */
        STOP
    }

    /** A sentence of one or two phrases. */
    static List<Syllable> sentence(Chance chance) {
        int count = 8 + chance.below(5);
        int firstEnd = chance.happens(0.6) ? count / 2 - 1 + chance.below(2) : -1;
        var syllables = new ArrayList<Syllable>();
        for (int i = 0; i < count; i++) {
            syllables.add(new Syllable(
                    Onset.values()[chance.below(Onset.values().length)],
                    Vowel.values()[chance.below(Vowel.values().length)],
                    chance.happens(ACCENTS),
                    i == firstEnd || i == count - 1));
        }
        return syllables;
    }
}
