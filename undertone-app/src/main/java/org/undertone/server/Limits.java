package org.undertone.server;

import java.time.Duration;

/** Ranges of limits. */
final class Limits {
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofHours(24);

    private Limits() {}

    static void require(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "the limit of " + what + " must lie in " + least + " to " + most + " but is " + value);
        }
    }

    static void require(String what, Duration value) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the " + what + " must lie in " + seconds(SHORTEST) + " to "
                    + seconds(LONGEST) + " s but is " + seconds(value) + " s");
        }
    }

    /** A duration as a person reads it. */
    static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }
}
