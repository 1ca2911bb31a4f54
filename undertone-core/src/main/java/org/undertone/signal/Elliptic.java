package org.undertone.signal;

/**
 * Jacobi's elliptic functions of one modulus, with arguments in quarter periods: {@code sn(u) = sn(u K, k)}. Computed by
 * descending Landen transformations (Orfanidis 2006, equations 19 to 26): each step squares the modulus, roughly, until the
 * functions are sine and cosine.
 */
final class Elliptic {
    private static final int STEPS = 10;

    private final double modulus;
    private final double dual;
    private final double[] descent;

    /** The functions of a modulus k in [0, 1). */
    Elliptic(double modulus) {
        this(modulus, Math.sqrt((1 - modulus) * (1 + modulus)));
    }

    private Elliptic(double modulus, double dual) {
        this.modulus = modulus;
        this.dual = dual;
        this.descent = new double[STEPS];
        double k = modulus;
        double complement = dual;
        for (int step = 0; step < STEPS; step++) {
            double ratio = k / (1 + complement);
            k = ratio * ratio;
            complement = 2 * Math.sqrt(complement) / (1 + complement);
            descent[step] = k;
        }
    }

    /** k. */
    double modulus() {
        return modulus;
    }

    /** The functions of the complementary modulus {@code sqrt(1 - k^2)}, kept to full precision where k is small. */
    Elliptic complement() {
        return new Elliptic(dual, modulus);
    }

    /** K, the complete elliptic integral of the first kind. */
    double quarterPeriod() {
        double period = Math.PI / 2;
        for (double k : descent) {
            period *= 1 + k;
        }
        return period;
    }

    Complex sn(Complex u) {
        return ascend(new Complex(u.re() * Math.PI / 2, u.im() * Math.PI / 2).sine());
    }

    Complex cd(Complex u) {
        return ascend(new Complex(u.re() * Math.PI / 2, u.im() * Math.PI / 2).cosine());
    }

    /** Up through the moduli: {@code w -> (1 + k) w / (1 + k w^2)}, the same for sn and cd. */
    private Complex ascend(Complex value) {
        Complex w = value;
        for (int step = STEPS - 1; step >= 0; step--) {
            double k = descent[step];
            Complex square = w.times(w);
            w = new Complex((1 + k) * w.re(), (1 + k) * w.im()).over(new Complex(1 + k * square.re(), k * square.im()));
        }
        return w;
    }

    /** The u with {@code sn(u) = w}, in quarter periods, for w on the imaginary axis. */
    Complex inverseSn(Complex value) {
        Complex w = value;
        double k = modulus;
        for (double next : descent) {
            Complex kw = new Complex(k * w.re(), k * w.im());
            Complex root = new Complex(1, 0).minus(kw.times(kw)).root();
            Complex denominator = new Complex(1 + root.re(), root.im());
            w = new Complex(2 * w.re(), 2 * w.im())
                    .over(new Complex((1 + next) * denominator.re(), (1 + next) * denominator.im()));
            k = next;
        }
        Complex angle = w.arcSine();
        return new Complex(angle.re() * 2 / Math.PI, angle.im() * 2 / Math.PI);
    }
}
