package org.undertone.demo;

import java.util.Locale;
import org.undertone.corpus.Seed;

/**
 * How a synthetic speaker sounds when nothing moves it. Speakers differ about as much as people do.
 *
 * @param number from 0
 * @param f0Hertz pitch level: men 90 to 140, women 165 to 240 (Peterson and Barney, JASA 24, 1952)
 * @param tractFactor of all formants: 1 for men, 1.17 for women on the mean (Fant, STL-QPSR 4/1966)
 * @param rd shape of the pulses: 0.8 to 1.4 is modal (Fant, STL-QPSR 2-3/1995)
 * @param aspiration noise of the open glottis
 * @param jitter deviation of the periods, as a share
 * @param syllablesPerSecond how fast it speaks: about 5 in English (Pellegrino et al., Language 87, 2011, give 6.2)
 * @param liveliness how far its pitch moves, 1 for the mean speaker
 * @param expressiveness how far emotions move it, 1 for the mean speaker
 */
record SpeakerProfile(
        int number,
        double f0Hertz,
        double tractFactor,
        double rd,
        double aspiration,
        double jitter,
        double syllablesPerSecond,
        double liveliness,
        double expressiveness) {

    /** Its name, such as {@code voice-03}. */
    String name() {
        return String.format(Locale.ROOT, "voice-%02d", number + 1);
    }

    /** The speaker of a number, always the same for a seed; women and men take turns. */
    static SpeakerProfile of(int number, long seed) {
        var chance = new Chance(Seed.derive(seed, "speaker", number));
        boolean woman = number % 2 == 0;
        return new SpeakerProfile(
                number,
                woman ? chance.between(165, 235) : chance.between(90, 140),
                woman ? chance.around(1.17, 0.03) : chance.around(1, 0.03),
                woman ? chance.between(1, 1.4) : chance.between(0.8, 1.2),
                chance.between(0.004, 0.012),
                chance.between(0.004, 0.01),
                chance.around(4.8, 0.35),
                chance.around(1, 0.15),
                chance.around(1, 0.15));
    }
}
