package org.undertone.bench.parity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How far some values are from those of the original: over all files, and in the worst. */
final class Tally {
    private final Limit limit;
    private final Map<String, long[]> insideAndAll = new LinkedHashMap<>();
    private double worst = -1;
    private String worstPlace = "";
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumYy;
    private double sumXy;
    private long finite;

    Tally(Limit limit) {
        this.limit = limit;
    }

    Limit limit() {
        return limit;
    }

    /** Compares one value; {@code place} names it within its file. */
    void add(String file, String column, int row, double expected, double actual) {
        long[] counts = insideAndAll.computeIfAbsent(file + " " + column, key -> new long[2]);
        counts[1]++;
        if (limit.holds(expected, actual)) {
            counts[0]++;
        }
        double difference = limit.difference(expected, actual);
        if (difference > worst) {
            worst = difference;
            worstPlace = file + ", " + column + ", row " + row;
        }
        if (Double.isFinite(expected) && Double.isFinite(actual)) {
            finite++;
            sumX += expected;
            sumY += actual;
            sumXx += expected * expected;
            sumYy += actual * actual;
            sumXy += expected * actual;
        }
    }

    boolean isEmpty() {
        return insideAndAll.isEmpty();
    }

    double share() {
        long inside =
                insideAndAll.values().stream().mapToLong(counts -> counts[0]).sum();
        long all = insideAndAll.values().stream().mapToLong(counts -> counts[1]).sum();
        return (double) inside / all;
    }

    /** Pearson's correlation over everything finite. */
    double correlation() {
        double xx = sumXx - sumX * sumX / finite;
        double yy = sumYy - sumY * sumY / finite;
        return (sumXy - sumX * sumY / finite) / Math.sqrt(xx * yy);
    }

    /** How many columns of files keep the limit, of how many. */
    String kept() {
        long kept = insideAndAll.values().stream().filter(this::keeps).count();
        return kept + " / " + insideAndAll.size();
    }

    boolean allKeep() {
        return insideAndAll.values().stream().allMatch(this::keeps);
    }

    private boolean keeps(long[] counts) {
        // Of few rows none may be outside by the share alone: one always may, which is what a quantile allows.
        return counts[0] >= Math.floor(limit.share() * counts[1]);
    }

    /** The column of a file with the smallest share inside. */
    String worstFile() {
        return insideAndAll.entrySet().stream()
                .min((a, b) -> Double.compare(share(a.getValue()), share(b.getValue())))
                .map(entry -> share(entry.getValue()) == 1
                        ? "-"
                        : String.format(Locale.ROOT, "%s: %.2f %%", entry.getKey(), 100 * share(entry.getValue())))
                .orElse("-");
    }

    private static double share(long[] counts) {
        return (double) counts[0] / counts[1];
    }

    String worstDifference() {
        return worst <= 0 ? "0" : String.format(Locale.ROOT, "%.2g (%s)", worst, worstPlace);
    }
}
