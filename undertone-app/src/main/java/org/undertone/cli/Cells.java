package org.undertone.cli;

/** Values as files of rows have them. */
final class Cells {
    private static final double TICKS_PER_SECOND = 1e4;

    private Cells() {}

    /** A cell of a CSV file, in quotes where it needs them. */
    static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** A time without the noise of its last bits: frames lie on multiples of 10 ms. */
    static double seconds(double time) {
        return Math.rint(time * TICKS_PER_SECOND) / TICKS_PER_SECOND;
    }

    /** A name on a terminal, where some characters would move the cursor or worse. */
    static String printable(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
