package org.undertone.cli;

import java.util.Locale;

/** Spans of time in words. */
final class Durations {
    private Durations() {}

    /** Such as {@code 42 s}, {@code 3 min 05 s} or {@code 2 h 07 min}. */
    static String words(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
    }
}
