package org.undertone.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private Figures() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String bytes(long bytes) {
        return bytes < 1 << 20
                ? count(bytes) + " bytes"
                : String.format(Locale.ROOT, "%,.1f MB", bytes / (double) (1 << 20));
    }

    static String share(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
