package org.undertone.signal;

/** A complex number, for the few that filter design needs. */
record Complex(double re, double im) {
    Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Complex over(Complex other) {
        double size = other.re * other.re + other.im * other.im;
        return new Complex((re * other.re + im * other.im) / size, (im * other.re - re * other.im) / size);
    }

    /** The square root whose real part is not negative. */
    Complex root() {
        double size = Math.hypot(re, im);
        double half = Math.sqrt((size + Math.abs(re)) / 2);
        if (half == 0) {
            return this;
        }
        double rest = Math.abs(im) / (2 * half);
        return re >= 0 ? new Complex(half, Math.copySign(rest, im)) : new Complex(rest, Math.copySign(half, im));
    }

    /** {@code cos}. */
    Complex cosine() {
        return new Complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im));
    }

    /** {@code sin}. */
    Complex sine() {
        return new Complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
    }

    /** The principal {@code arcsin}: {@code -i ln(i z + sqrt(1 - z^2))}. */
    Complex arcSine() {
        Complex root = new Complex(1, 0).minus(times(this)).root();
        Complex sum = new Complex(root.re - im, root.im + re);
        return new Complex(Math.atan2(sum.im, sum.re), -Math.log(Math.hypot(sum.re, sum.im)));
    }
}
