package org.undertone.signal;

/**
 * One period of the LF model of the voice source (Fant, Liljencrants, Lin, STL-QPSR 4/1985): the derivative of the glottal
 * flow. A growing sine from the opening at phase 0 past the peak of the flow to the main excitation, where the derivative
 * is -1; from there an exponential return to 0 at phase 1. The flow begins and ends at 0. Time is measured in periods.
 */
public final class LfPulse {
    /** The least Rd, a tense voice: the range is Fant's (STL-QPSR 2-3/1995). */
    public static final double LEAST_RD = 0.3;

    /** The largest Rd, a breathy voice. */
    public static final double LARGEST_RD = 2.7;

    private static final int MOST_STEPS = 100;

    private final double excitation;
    private final double peak;
    private final double returnTime;
    private final double epsilon;
    private final double alpha;
    /** Angular frequency of the sine, {@code pi / tp}. */
    private final double omega;

    private final double sine;
    private final double cotangent;
    /** What the return has left after infinite time, {@code exp(-epsilon (1 - te))}. */
    private final double remainder;

    private LfPulse(double excitation, double peak, double returnTime) {
        this.excitation = excitation;
        this.peak = peak;
        this.returnTime = returnTime;
        this.omega = Math.PI / peak;
        this.sine = Math.sin(omega * excitation);
        this.cotangent = Math.cos(omega * excitation) / sine;
        this.epsilon = solveEpsilon();
        this.remainder = Math.exp(-epsilon * (1 - excitation));
        this.alpha = solveAlpha();
    }

    /**
     * The pulse of a shape parameter, by Fant's regressions (STL-QPSR 2-3/1995, equations 2 to 4).
     *
     * @param rd 0.3 (tense) to 2.7 (breathy)
     */
    public static LfPulse ofRd(double rd) {
        if (!(rd >= LEAST_RD && rd <= LARGEST_RD)) {
            throw new IllegalArgumentException("Rd must lie in [" + LEAST_RD + ", " + LARGEST_RD + "] but is " + rd);
        }
        double ra = (-1 + 4.8 * rd) / 100;
        double rk = (22.4 + 11.8 * rd) / 100;
        double rg = rk / (4 * (0.11 * rd / (0.5 + 1.2 * rk) - ra));
        double peak = 1 / (2 * rg);
        return new LfPulse(peak * (1 + rk), peak, ra);
    }

    /** Phase of the main excitation, te, where the derivative is -1. */
    public double excitation() {
        return excitation;
    }

    /** Phase of the largest flow, tp, where the derivative crosses 0. */
    public double peak() {
        return peak;
    }

    /** Effective duration of the return, ta: where the tangent at the excitation meets 0. */
    public double returnTime() {
        return returnTime;
    }

    /** Growth of the sine, per period. */
    public double alpha() {
        return alpha;
    }

    /** Decay of the return, per period. */
    public double epsilon() {
        return epsilon;
    }

    /**
     * The derivative of the flow, per period, at least -1.
     *
     * @param phase 0 (opening) to 1
     */
    public double derivative(double phase) {
        check(phase);
        if (phase <= excitation) {
            return -Math.exp(alpha * (phase - excitation)) * Math.sin(omega * phase) / sine;
        }
        double decayed = Math.exp(-epsilon * (phase - excitation));
        return -(decayed - remainder) / (epsilon * returnTime);
    }

    /**
     * The flow: the integral of the derivative from phase 0 on, 0 at both ends, positive between.
     *
     * @param phase 0 (opening) to 1
     */
    public double flow(double phase) {
        check(phase);
        if (phase <= excitation) {
            return openFlow(phase);
        }
        double since = phase - excitation;
        double decayed = Math.exp(-epsilon * since);
        return openFlow(excitation) - ((1 - decayed) / epsilon - since * remainder) / (epsilon * returnTime);
    }

    /**
     * Fourier coefficients of the periodic derivative, {@code integral of derivative(t) exp(-2 pi i k t) over [0, 1]} for
     * k from 1 to {@code harmonics}, in closed form (Doval and d'Alessandro, ICASSP 1997, equation 1 with the parenthesis
     * that is missing there).
     *
     * @param harmonics the last k
     * @param real {@code [k]}, at least {@code harmonics + 1}; receives the real parts, and 0 at k = 0
     * @param imaginary {@code [k]}, receives the imaginary parts
     */
    public void spectrum(int harmonics, double[] real, double[] imaginary) {
        real[0] = 0;
        imaginary[0] = 0;
        double stepRe = Math.cos(2 * Math.PI * excitation);
        double stepIm = -Math.sin(2 * Math.PI * excitation);
        // z = exp(-s te) with s = 2 pi i k, by rotation.
        double zRe = 1;
        double zIm = 0;
        double first = -Math.exp(-alpha * excitation) * omega / sine;
        double product = epsilon * returnTime;
        for (int k = 1; k <= harmonics; k++) {
            double turned = zRe * stepRe - zIm * stepIm;
            zIm = zRe * stepIm + zIm * stepRe;
            zRe = turned;
            double s = 2 * Math.PI * k;
            // Open: (first - z (alpha - s - omega cot(omega te))) / ((alpha - s)^2 + omega^2).
            double slope = alpha - omega * cotangent;
            double upRe = first - (zRe * slope + zIm * s);
            double upIm = -(zIm * slope - zRe * s);
            double downRe = alpha * alpha - s * s + omega * omega;
            double downIm = -2 * alpha * s;
            double size = downRe * downRe + downIm * downIm;
            double openRe = (upRe * downRe + upIm * downIm) / size;
            double openIm = (upIm * downRe - upRe * downIm) / size;
            // Return: -z (s product - epsilon (1 - product) (1 - conj z)) / (product s (epsilon + s)).
            double rest = epsilon * remainder;
            double backRe = -rest * (1 - zRe);
            double backIm = s * product - rest * zIm;
            double returnRe = -(zRe * backRe - zIm * backIm);
            double returnIm = -(zRe * backIm + zIm * backRe);
            double belowRe = -product * s * s;
            double belowIm = product * s * epsilon;
            double below = belowRe * belowRe + belowIm * belowIm;
            real[k] = openRe + (returnRe * belowRe + returnIm * belowIm) / below;
            imaginary[k] = openIm + (returnIm * belowRe - returnRe * belowIm) / below;
        }
    }

    private double openFlow(double phase) {
        double angle = omega * phase;
        double grown = Math.exp(alpha * (phase - excitation)) * (alpha * Math.sin(angle) - omega * Math.cos(angle));
        return -(grown + omega * Math.exp(-alpha * excitation)) / (sine * (alpha * alpha + omega * omega));
    }

    private static void check(double phase) {
        if (!(phase >= 0 && phase <= 1)) {
            throw new IllegalArgumentException("the phase within a period must lie in [0, 1] but is " + phase);
        }
    }

    /**
     * The decay that meets 0 at phase 1: {@code epsilon ta = 1 - exp(-epsilon (1 - te))}. With x = epsilon (1 - te) the
     * equation is convex, so Newton's method comes down to the root from the right.
     */
    private double solveEpsilon() {
        double closed = 1 - excitation;
        double ratio = closed / returnTime;
        double x = ratio;
        for (int step = 0; step < MOST_STEPS; step++) {
            double decayed = Math.exp(-x);
            double next = x - (x - ratio * (1 - decayed)) / (1 - ratio * decayed);
            if (!(next < x)) {
                break;
            }
            x = next;
        }
        return x / closed;
    }

    /** The growth for which the flow returns to 0: Newton's method, kept inside a bracket of the root. */
    private double solveAlpha() {
        double closed = 1 - excitation;
        double returned = ((1 - remainder) / epsilon - closed * remainder) / (epsilon * returnTime);
        // net(a) = (flow at te - returned) (a^2 + omega^2), decreasing around the root.
        double low = -1;
        while (net(low, returned) < 0) {
            low *= 2;
        }
        double high = 1;
        while (net(high, returned) > 0) {
            high *= 2;
        }
        double a = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double value = net(a, returned);
            if (value > 0) {
                low = a;
            } else {
                high = a;
            }
            double slope = -1 + omega * excitation / sine * Math.exp(-a * excitation) - 2 * returned * a;
            double next = a - value / slope;
            if (!(next > low && next < high)) {
                next = low + (high - low) / 2;
            }
            if (Math.abs(next - a) <= 2 * Math.ulp(a)) {
                return next;
            }
            a = next;
        }
        return a;
    }

    private double net(double a, double returned) {
        return -a + omega * cotangent - omega / sine * Math.exp(-a * excitation) - returned * (a * a + omega * omega);
    }
}
