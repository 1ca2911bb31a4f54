package org.undertone.bench.parity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is asked of some columns.
 *
 * @param title of the columns, such as {@code MCEP_0..24}
 * @param columns whose names match
 * @param tolerance in the unit of the column
 * @param share of rows that have to lie inside it, in (0, 1]
 * @param circular whether differences are angles
 * @param digit half a unit of the last digit that expected values have, as a share of them
 * @param reason what differences that remain come from
 */
record Limit(
        String title, Pattern columns, double tolerance, double share, boolean circular, double digit, String reason) {
    private static final String PATH = "a tie, or the path of a minimiser, decided by the last bits of rounding";
    private static final String RANDOM = "random phases above the last harmonic: see the original beside itself";
    private static final String LAST_BIT = "deviations of exactly zero, up to rounding; random phases";

    /** The strict limits for a computation in double with all quirks of the original. */
    static final List<Limit> STRICT = List.of(
            equal("F0", "F0"),
            equal("VUV", "VUV"),
            of("NAQ", "NAQ", 1e-4, 0.99, ""),
            of("QOQ", "QOQ", 0.02, 0.99, "a tie at the threshold, one sample"),
            of("H1H2", "H1H2", 0.01, 0.99, ""),
            of("PSP", "PSP", 1e-3, 0.99, "a tie at the threshold of the fit, one bin"),
            of("MDQ", "MDQ", 1e-4, 0.99, ""),
            of("peakSlope", "peakSlope", 1e-6, 1, ""),
            of("Rd", "Rd", 0.01, 0.98, PATH),
            of("Rd_conf", "Rd_conf", 0.001, 0.98, PATH),
            of("creak", "creak", 0.05, 0.99, "the original's network is not at hand: ours, trained on its output"),
            of("MCEP_0..24", "MCEP_\\d+", 1e-4, 0.99, ""),
            angle("HMPDM_0..23", "HMPDM_(\\d|1\\d|2[0-3])", 0.01, 0.95, ""),
            angle("HMPDM_24", "HMPDM_24", 0.3, 0.95, RANDOM),
            of("HMPDD_0..12", "HMPDD_\\d+", 0.02, 0.95, LAST_BIT),
            of("HMPDD_0..12", "HMPDD_\\d+", 0.1, 0.99, LAST_BIT));

    /** The same for a file in single precision: tolerances of a few units of its seventh digit. */
    static final List<Limit> SINGLE =
            STRICT.stream().map(limit -> limit.withDigit(1e-7)).toList();

    private static Limit equal(String title, String columns) {
        return of(title, columns, 1e-6, 0.999, "");
    }

    static Limit of(String title, String columns, double tolerance, double share, String reason) {
        return new Limit(title, Pattern.compile(columns), tolerance, share, false, 5e-9, reason);
    }

    static Limit angle(String title, String columns, double tolerance, double share, String reason) {
        return new Limit(title, Pattern.compile(columns), tolerance, share, true, 5e-9, reason);
    }

    private Limit withDigit(double other) {
        return new Limit(title, columns, tolerance, share, circular, other, reason);
    }

    /** The difference of two values; 0 where both are the same infinity, infinite where one alone is not finite. */
    double difference(double expected, double actual) {
        if (expected == actual) {
            return 0;
        }
        if (!Double.isFinite(expected) || !Double.isFinite(actual)) {
            return Double.POSITIVE_INFINITY;
        }
        double difference = Math.abs(expected - actual);
        return circular ? Math.abs(Math.IEEEremainder(difference, 2 * Math.PI)) : difference;
    }

    /** Whether a value lies inside: the tolerance, or half a unit of the ninth digit where that is more. */
    boolean holds(double expected, double actual) {
        return difference(expected, actual) <= Math.max(tolerance, digit * Math.abs(expected));
    }

    String tolerances() {
        return String.format(Locale.ROOT, "%s in %s %%", plain(tolerance), plain(share * 100));
    }

    static String plain(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : Double.toString(value).replace("E", "e");
    }
}
