package org.undertone.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Pitch over an utterance in semitones above the speaker's level: within each phrase a slow fall, on it a bump for each
 * accent, at the end a turn; the superposition of Fujisaki (1983) in its simplest form.
 */
final class Intonation {
    /** How far pitch falls over a phrase. */
    private static final double DECLINATION = 3;

    private static final double ACCENT = 3.5;
    /** A bump's half width, standard deviation. */
    private static final double ACCENT_SECONDS = 0.09;
    /** How long the turn at the end takes. */
    private static final double TURN_SECONDS = 0.35;

    private final double range;
    private final double turn;
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<Accent> accents = new ArrayList<>();

    private record Phrase(double start, double end) {}

    private record Accent(double middle, double semitones) {}

    /**
     * An intonation.
     *
     * @param range factor of every movement
     * @param turn semitones up or down at the end of each phrase
     */
    Intonation(List<Syllable> syllables, List<Segment> segments, double range, double turn, Chance chance) {
        this.range = range;
        this.turn = turn;
        double start = segments.get(0).end();
        for (Segment segment : segments) {
            if (segment.kind() != Segment.Kind.VOWEL) {
                continue;
            }
            Syllable syllable = syllables.get(segment.syllable());
            if (syllable.accented()) {
                double middle = (segment.start() + segment.end()) / 2;
                accents.add(new Accent(middle, ACCENT * chance.around(1, 0.25)));
            }
            if (syllable.phraseEnd()) {
                phrases.add(new Phrase(start, segment.end()));
                start = segment.end();
            }
        }
    }

    /** The pitch at a time in seconds. */
    double semitonesAt(double seconds) {
        double bumps = 0;
        for (Accent accent : accents) {
            double distance = (seconds - accent.middle()) / ACCENT_SECONDS;
            bumps += accent.semitones() * Math.exp(-distance * distance / 2);
        }
        Phrase phrase = phraseAt(seconds);
        double turned = Math.max(0, 1 - (phrase.end() - seconds) / TURN_SECONDS);
        return range * (bumps + DECLINATION * (0.5 - share(phrase, seconds))) + turn * Math.min(1, turned);
    }

    /** How far the phrase has come at a time in seconds, 0 to 1. */
    double phraseShare(double seconds) {
        return share(phraseAt(seconds), seconds);
    }

    private static double share(Phrase phrase, double seconds) {
        return Math.max(0, Math.min(1, (seconds - phrase.start()) / (phrase.end() - phrase.start())));
    }

    private Phrase phraseAt(double seconds) {
        return phrases.stream()
                .filter(phrase -> seconds <= phrase.end())
                .findFirst()
                .orElse(phrases.get(phrases.size() - 1));
    }
}
