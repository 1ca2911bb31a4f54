package org.undertone.demo;

import java.util.Random;

/** Draws from a seeded generator. */
final class Chance {
    /** Beyond so many standard deviations nothing is drawn. */
    private static final double FURTHEST = 2.5;

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** Evenly between two numbers. */
    double between(double lowest, double highest) {
        return lowest + (highest - lowest) * random.nextDouble();
    }

    /** Around a mean, normally, with the far ends cut off. */
    double around(double mean, double deviation) {
        return mean + deviation * Math.max(-FURTHEST, Math.min(FURTHEST, random.nextGaussian()));
    }

    /** Whether something of this probability happens. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }
}
