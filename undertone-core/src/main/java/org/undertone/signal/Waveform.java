package org.undertone.signal;

import java.util.Objects;

/**
 * The outline of a signal: its lowest and highest sample in each of a bounded number of columns.
 *
 * @param rate samples per second
 * @param samples how many the signal has
 * @param samplesPerColumn of each column but the last, which may have fewer
 * @param lows {@code [column]}
 * @param highs {@code [column]}
 */
public record Waveform(int rate, long samples, long samplesPerColumn, double[] lows, double[] highs) {
    public Waveform {
        Objects.requireNonNull(lows, "lows");
        if (lows.length != highs.length) {
            throw new IllegalArgumentException("an outline needs as many lowest samples as highest ones but has "
                    + lows.length + " and " + highs.length);
        }
    }

    /** Number of columns. */
    public int columns() {
        return lows.length;
    }

    /** Duration of the signal. */
    public double seconds() {
        return samples / (double) rate;
    }

    /** From the beginning of one column to that of the next. */
    public double columnSeconds() {
        return samplesPerColumn / (double) rate;
    }

    /** The outline of a signal in at most so many columns, an even number. */
    public static Waveform of(double[] samples, int rate, int mostColumns) {
        var recorder = WaveformRecorder.create(rate, mostColumns);
        recorder.add(samples, 0, samples.length);
        return recorder.finish();
    }
}
