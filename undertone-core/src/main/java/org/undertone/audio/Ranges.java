package org.undertone.audio;

/** The one sentence about settings of the synthetic voice that cannot be. */
final class Ranges {
    private Ranges() {}

    static void require(String name, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(name + " must lie in [" + lowest + ", " + highest + "] but is " + value);
        }
    }
}
