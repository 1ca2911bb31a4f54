package org.undertone.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * Butterworth band-pass filters: flat in the pass band, falling by 6 dB per octave and order on both sides (Butterworth, "On
 * the theory of filter amplifiers", Experimental Wireless 7, 1930). The low-pass prototype is shifted to the band in the
 * analogue domain and brought to the digital one by the bilinear transform. Frequencies are shares of half the sampling
 * rate, in (0, 1).
 *
 * @param order of the prototype, at least 1; the band-pass filter has twice as many poles
 * @param low frequency below the band at which the gain is 1/sqrt(2)
 * @param high frequency above the band at which the gain is 1/sqrt(2), greater than {@code low}
 */
public record Butterworth(int order, double low, double high) {
    public Butterworth {
        if (order < 1) {
            throw new IllegalArgumentException("a filter needs an order of at least 1 but has " + order);
        }
        if (!(low > 0 && low < high && high < 1)) {
            throw new IllegalArgumentException(
                    "edges of a band must satisfy 0 < low < high < 1 but are " + low + " and " + high);
        }
    }

    /**
     * The filter of least order that keeps a band and suppresses what is far from it, with the gain at the stop band
     * exactly as asked for and that in the pass band therefore better (MATLAB's {@code buttord}; SciPy's matches the pass
     * band instead).
     *
     * @param pass lower and upper edge of the pass band
     * @param stop lower and upper edge of the stop bands, around the pass band
     * @param lossDecibels largest loss in the pass band, above 0
     * @param attenuationDecibels least loss in the stop bands, above {@code lossDecibels}
     */
    public static Butterworth fitting(double[] pass, double[] stop, double lossDecibels, double attenuationDecibels) {
        double low = warped(pass[0]);
        double high = warped(pass[1]);
        double width = high - low;
        double nearest = Double.POSITIVE_INFINITY;
        for (double edge : stop) {
            double s = warped(edge);
            nearest = Math.min(nearest, Math.abs((s * s - low * high) / (s * width)));
        }
        double attenuation = Math.pow(10, attenuationDecibels / 10) - 1;
        double loss = Math.pow(10, lossDecibels / 10) - 1;
        int order = (int) Math.ceil(Math.log10(attenuation / loss) / (2 * Math.log10(nearest)));
        double natural = nearest / Math.pow(attenuation, 1 / (2.0 * order));
        double half = natural * width / 2;
        double root = Math.sqrt(half * half + low * high);
        return new Butterworth(order, unwarped(root - half), unwarped(root + half));
    }

    /** The filter as a chain of sections of order 2, which stay accurate however narrow the band is. */
    public FilterCascade cascade() {
        List<double[]> poles = denominators();
        var sections = new double[order][];
        for (int k = 0; k < order; k++) {
            double[] a = poles.get(k);
            // One of the zeros at 0 Hz and one of those at half the sampling rate: 1 - z^-2.
            sections[k] = new double[] {1, 0, -1, a[1], a[2]};
        }
        return new FilterCascade(sections, gain());
    }

    /**
     * The filter as one fraction of polynomials (MATLAB's {@code [b, a] = butter(...)}). From about order 5 on and for bands
     * near 0 Hz its coefficients no longer determine the poles well: {@link #cascade()} is the better form.
     */
    public DigitalFilter transferFunction() {
        double[] a = {1};
        for (double[] section : denominators()) {
            a = product(a, section);
        }
        double[] b = {gain()};
        for (int k = 0; k < order; k++) {
            b = product(b, new double[] {1, 0, -1});
        }
        return new DigitalFilter(b, a);
    }

    /** What makes the gain in the middle of the band 1: there the analogue prototype stands at 0 Hz. */
    private double gain() {
        double middle = 2 * Math.atan(Math.sqrt(warped(low) * warped(high)));
        double gain = 1;
        for (double[] a : denominators()) {
            double re = 1 + a[1] * Math.cos(middle) + a[2] * Math.cos(2 * middle);
            double im = a[1] * Math.sin(middle) + a[2] * Math.sin(2 * middle);
            // |1 - z^-2| = 2 sin(middle)
            gain *= Math.hypot(re, im) / (2 * Math.sin(middle));
        }
        return gain;
    }

    /** Denominators {@code [1, a1, a2]} of the sections, {@link #order} of them. */
    private List<double[]> denominators() {
        double width = warped(high) - warped(low);
        double centre = warped(low) * warped(high);
        var sections = new ArrayList<double[]>();
        for (int k = 0; 2 * k + 1 < order; k++) {
            // Prototype poles come in conjugate pairs; each pole of the upper half becomes two poles of the band-pass.
            double angle = Math.PI * (2 * k + 1 + order) / (2.0 * order);
            double re = Math.cos(angle) * width / 2;
            double im = Math.sin(angle) * width / 2;
            // s = p w/2 +- sqrt((p w/2)^2 - centre)
            double squareRe = re * re - im * im - centre;
            double squareIm = 2 * re * im;
            double size = Math.hypot(squareRe, squareIm);
            double rootRe = Math.sqrt(Math.max(0, (size + squareRe) / 2));
            double rootIm = Math.copySign(Math.sqrt(Math.max(0, (size - squareRe) / 2)), squareIm);
            sections.add(conjugatePair(re + rootRe, im + rootIm));
            sections.add(conjugatePair(re - rootRe, im - rootIm));
        }
        if (order % 2 == 1) {
            double square = width * width / 4 - centre;
            if (square < 0) {
                sections.add(conjugatePair(-width / 2, Math.sqrt(-square)));
            } else {
                double p = digital(-width / 2 + Math.sqrt(square));
                double q = digital(-width / 2 - Math.sqrt(square));
                sections.add(new double[] {1, -(p + q), p * q});
            }
        }
        return sections;
    }

    /** {@code [1, -2 Re z, |z|^2]} of the digital pole {@code z = (1 + s) / (1 - s)}. */
    private static double[] conjugatePair(double re, double im) {
        double below = (1 - re) * (1 - re) + im * im;
        double zRe = (1 - re * re - im * im) / below;
        double zIm = 2 * im / below;
        return new double[] {1, -2 * zRe, zRe * zRe + zIm * zIm};
    }

    private static double digital(double s) {
        return (1 + s) / (1 - s);
    }

    private static double[] product(double[] p, double[] q) {
        var product = new double[p.length + q.length - 1];
        for (int i = 0; i < p.length; i++) {
            for (int k = 0; k < q.length; k++) {
                product[i + k] += p[i] * q[k];
            }
        }
        return product;
    }

    private static double warped(double frequency) {
        return Math.tan(Math.PI / 2 * frequency);
    }

    private static double unwarped(double analogue) {
        return Math.atan(analogue) * 2 / Math.PI;
    }
}
