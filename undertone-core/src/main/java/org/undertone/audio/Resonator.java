package org.undertone.audio;

/** A pair of poles with gain 1 at 0 Hz, whose frequency may move (Klatt, JASA 67, 1980, equations 1 to 2). */
final class Resonator {
    private double a;
    private double b;
    private double c;
    private double previous;
    private double beforePrevious;

    /** Sets its frequency and its bandwidth, in cycles per sample. */
    void tune(double frequency, double bandwidth) {
        double radius = Math.exp(-Math.PI * bandwidth);
        b = 2 * radius * Math.cos(2 * Math.PI * frequency);
        c = -radius * radius;
        a = 1 - b - c;
    }

    /** Becomes no filter at all. */
    void passThrough() {
        a = 1;
        b = 0;
        c = 0;
    }

    double next(double input) {
        double output = a * input + b * previous + c * beforePrevious;
        beforePrevious = previous;
        previous = output;
        return output;
    }

    /** Root mean square of the output where the input is white noise of root mean square 1. */
    double noiseGain() {
        return a * Math.sqrt((1 - c) / ((1 + c) * ((1 - c) * (1 - c) - b * b)));
    }
}
