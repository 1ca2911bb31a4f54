package org.undertone.signal;

/**
 * Design of elliptic (Cauer) high-pass filters: equal ripple in the pass band and in the stop band, the narrowest transition
 * an order can have. Poles and zeros after Orfanidis, "Lecture notes on elliptic filter design", 2006 (equations 50 to 56, 63 and
 * 67), carried to digital frequencies by the bilinear transform.
 */
public final class EllipticFilter {
    private EllipticFilter() {}

    /**
     * The least order whose transition fits between two edges, as MATLAB's {@code ellipord} has it.
     *
     * @param passHz edge of the pass band
     * @param stopHz edge of the stop band; below or above the pass band's: the order is the same for both kinds
     * @param rate samples per second
     * @param rippleDb how far the gain falls in the pass band
     * @param stopDb how far it falls at least in the stop band
     */
    public static int order(double passHz, double stopHz, double rate, double rippleDb, double stopDb) {
        double pass = Math.tan(Math.PI * checkedEdge(passHz, rate) / rate);
        double stop = Math.tan(Math.PI * checkedEdge(stopHz, rate) / rate);
        var selectivity = new Elliptic(Math.min(pass, stop) / Math.max(pass, stop));
        var discrimination = new Elliptic(discrimination(rippleDb, stopDb));
        return (int) Math.ceil(selectivity.quarterPeriod()
                * discrimination.complement().quarterPeriod()
                / (selectivity.complement().quarterPeriod() * discrimination.quarterPeriod()));
    }

    /**
     * A high-pass filter (MATLAB's {@code ellip(order, rippleDb, stopDb, edge, 'high')}).
     *
     * @param order number of poles, at least 1
     * @param edgeHz where the pass band begins
     * @param rate samples per second
     * @param rippleDb how far the gain falls in the pass band, more than 0
     * @param stopDb how far it falls at least in the stop band, more than the ripple
     */
    public static FilterCascade highPass(int order, double edgeHz, double rate, double rippleDb, double stopDb) {
        if (order < 1) {
            throw new IllegalArgumentException("an elliptic filter needs an order of 1 or more but has " + order);
        }
        double edge = Math.tan(Math.PI * checkedEdge(edgeHz, rate) / rate);
        double ripple = Math.sqrt(Math.pow(10, rippleDb / 10) - 1);
        var inner = new Elliptic(discrimination(rippleDb, stopDb));
        Elliptic outer = outer(order, inner);
        // v0 of equation 67: how far the poles lie from the imaginary axis.
        Complex v0 = inner.inverseSn(new Complex(0, 1 / ripple)).times(new Complex(0, -1.0 / order));
        int pairs = order / 2;
        var sections = new double[(order + 1) / 2][];
        for (int i = 0; i < pairs; i++) {
            double u = (2.0 * i + 1) / order;
            Complex pole = outer.cd(new Complex(u, 0).minus(v0.times(new Complex(0, 1))))
                    .times(new Complex(0, 1));
            double zero = 1 / (outer.modulus() * outer.cd(new Complex(u, 0)).re());
            sections[i] = pair(pole, zero, edge);
        }
        if (order % 2 == 1) {
            Complex pole = outer.sn(v0.times(new Complex(0, 1))).times(new Complex(0, 1));
            sections[pairs] = single(pole.re(), edge);
        }
        // At the highest frequency an odd order passes all, an even one is at the bottom of its ripple.
        double gain = order % 2 == 1 ? 1 : Math.pow(10, -rippleDb / 20);
        return new FilterCascade(sections, gain);
    }

    private static double checkedEdge(double hz, double rate) {
        if (!(hz > 0 && hz < rate / 2)) {
            throw new IllegalArgumentException(
                    "a band edge must lie between 0 Hz and half the rate of " + rate + " Hz but is " + hz + " Hz");
        }
        return hz;
    }

    /** The modulus k1 of equation 8, from the ripples of both bands. */
    private static double discrimination(double rippleDb, double stopDb) {
        if (!(rippleDb > 0 && stopDb > rippleDb && stopDb < 300)) {
            throw new IllegalArgumentException(
                    "ripples need 0 < pass band < stop band < 300 dB but are " + rippleDb + " and " + stopDb + " dB");
        }
        return Math.sqrt((Math.pow(10, rippleDb / 10) - 1) / (Math.pow(10, stopDb / 10) - 1));
    }

    /** The functions of the modulus k that solves the degree equation {@code N K'/K = K1'/K1} (equation 47). */
    private static Elliptic outer(int order, Elliptic inner) {
        Elliptic dual = inner.complement();
        double complement = Math.pow(dual.modulus(), order);
        for (int i = 0; i < order / 2; i++) {
            double sn = dual.sn(new Complex((2.0 * i + 1) / order, 0)).re();
            complement *= sn * sn * sn * sn;
        }
        return new Elliptic(complement).complement();
    }

    /** A pair of poles and one of zeros as {@code [b0, b1, b2, a1, a2]}, with a gain of 1 at half the rate. */
    private static double[] pair(Complex pole, double zero, double edge) {
        Complex p = digital(pole, edge);
        Complex z = digital(new Complex(0, zero), edge);
        double b1 = -2 * z.re();
        double b2 = z.re() * z.re() + z.im() * z.im();
        double a1 = -2 * p.re();
        double a2 = p.re() * p.re() + p.im() * p.im();
        double scale = (1 - a1 + a2) / (1 - b1 + b2);
        return new double[] {scale, scale * b1, scale * b2, a1, a2};
    }

    /** The real pole of an odd order, with its zero at 0 Hz. */
    private static double[] single(double pole, double edge) {
        double p = digital(new Complex(pole, 0), edge).re();
        double scale = (1 + p) / 2;
        return new double[] {scale, -scale, 0, -p, 0};
    }

    /** A root of the low-pass prototype in the z plane: high-pass by {@code edge / s}, then the bilinear transform. */
    private static Complex digital(Complex prototype, double edge) {
        Complex s = new Complex(edge, 0).over(prototype);
        return new Complex(1, 0).plus(s).over(new Complex(1, 0).minus(s));
    }
}
