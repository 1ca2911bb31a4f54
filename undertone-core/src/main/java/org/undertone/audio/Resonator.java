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

    /**
     * Root mean square of the output where the input is {@code e[n] - e[n-2]} of white noise e of root mean square 1: noise
     * with nothing at 0 Hz and at half the sampling rate. From the first autocorrelations of a second-order process (Yule
     * and Walker).
     */
    double bandNoiseGain() {
        double lag0 = (1 - c) / ((1 + c) * ((1 - c) * (1 - c) - b * b));
        double lag1 = b * lag0 / (1 - c);
        double lag2 = b * lag1 + c * lag0;
        return a * Math.sqrt(2 * (lag0 - lag2));
    }
}
