package org.undertone.signal;

import java.util.Arrays;

/**
 * Makes a {@link Waveform} of samples in passing, in memory that does not grow with their number: when all columns are
 * taken, neighbours are joined, and from then on each takes twice as many samples.
 */
public final class WaveformRecorder {
    private final int rate;
    private final double[] lows;
    private final double[] highs;
    private int opened;
    private long samplesPerColumn = 1;
    private long samplesInLast;
    private long samples;

    private WaveformRecorder(int rate, int mostColumns) {
        this.rate = rate;
        this.lows = new double[mostColumns];
        this.highs = new double[mostColumns];
    }

    /**
     * A recorder of a signal that has still to come.
     *
     * @param rate samples per second, at least 1
     * @param mostColumns an even number, at least 2
     */
    public static WaveformRecorder create(int rate, int mostColumns) {
        if (rate < 1) {
            throw new IllegalArgumentException("an outline needs at least 1 sample per second but the rate is " + rate);
        }
        if (mostColumns < 2 || mostColumns % 2 != 0) {
            throw new IllegalArgumentException(
                    "the most columns of an outline must be an even number from 2 on but is " + mostColumns);
        }
        return new WaveformRecorder(rate, mostColumns);
    }

    /** Takes the next samples: {@code count} of an array from {@code offset} on. */
    public void add(double[] values, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (opened == 0 || samplesInLast == samplesPerColumn) {
                open(values[i]);
            }
            lows[opened - 1] = Math.min(lows[opened - 1], values[i]);
            highs[opened - 1] = Math.max(highs[opened - 1], values[i]);
            samplesInLast++;
        }
        samples += count;
    }

    /** What was recorded so far. */
    public Waveform finish() {
        return new Waveform(rate, samples, samplesPerColumn, Arrays.copyOf(lows, opened), Arrays.copyOf(highs, opened));
    }

    private void open(double value) {
        if (opened == lows.length) {
            opened /= 2;
            for (int c = 0; c < opened; c++) {
                lows[c] = Math.min(lows[2 * c], lows[2 * c + 1]);
                highs[c] = Math.max(highs[2 * c], highs[2 * c + 1]);
            }
            samplesPerColumn *= 2;
        }
        lows[opened] = value;
        highs[opened] = value;
        opened++;
        samplesInLast = 0;
    }
}
