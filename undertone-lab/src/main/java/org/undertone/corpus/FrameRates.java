package org.undertone.corpus;

import java.util.ArrayList;
import java.util.List;

/** Gathers the frame rate of each video. */
final class FrameRates {
    /** Of COVAREP, in frames per second. */
    private static final double USUAL = 100;
    /** Relative; far above the rounding of stored times, far below any other rate. */
    private static final double TOLERANCE = 0.01;
    /** Rates are rounded to thousandths because steps of 10 ms, as stored, are so only nearly. */
    private static final double PER_THOUSAND = 1e3;

    private final CorpusNotes notes;
    private final List<Rate> rates = new ArrayList<>();

    private record Rate(String video, double perSecond) {}

    FrameRates(CorpusNotes notes) {
        this.notes = notes;
    }

    /** Adds a video by the time between its rows, in seconds. */
    void add(String video, double step) {
        if (step > 0) {
            rates.add(new Rate(video, 1 / step));
        }
    }

    /** The median over videos; warns of videos with another rate, and where it is not the usual one. */
    double median() {
        if (rates.isEmpty()) {
            notes.warn("the frame rate cannot be told from the intervals; it is taken to be " + USUAL + " per second");
            return USUAL;
        }
        double[] sorted = rates.stream().mapToDouble(Rate::perSecond).sorted().toArray();
        double median = Math.round(sorted[sorted.length / 2] * PER_THOUSAND) / PER_THOUSAND;
        if (differ(median, USUAL)) {
            notes.warn("frames come at " + median + " per second, not at " + USUAL + " as COVAREP's do");
        }
        List<Rate> others =
                rates.stream().filter(rate -> differ(rate.perSecond(), median)).toList();
        if (!others.isEmpty()) {
            notes.warn("videos with another frame rate than " + median + " per second: " + others.size()
                    + ", the first is '" + others.get(0).video() + "' with "
                    + others.get(0).perSecond());
        }
        return median;
    }

    private static boolean differ(double rate, double from) {
        return Math.abs(rate - from) > TOLERANCE * from;
    }
}
