package org.undertone.signal;

import java.util.Arrays;

/**
 * Makes a {@link Spectrogram} of samples in passing, in memory that does not grow with their number: when all columns are
 * taken, neighbours are joined to one of their mean power, and from then on each takes twice as long.
 */
public final class SpectrogramRecorder {
    /** Powers are held below it, so that samples far beyond full scale cannot make infinities. */
    private static final double MOST_POWER = 1e300;

    private final SpectrogramSettings settings;
    private final double hopSamples;
    private final double binHertz;
    private final double[] window;
    private final Fourier fourier;
    private final double[] frame;
    private final double[] powers;
    private final int bins;

    /** The latest samples; that at index 0 has the position {@code origin} in the signal. */
    private final double[] recent;

    private int held;
    private long origin;
    private long total;
    private long frames;

    /** {@code [column][bin]}, sums over the frames of a column. */
    private final double[][] columns;

    private int opened;
    private int framesPerColumn = 1;
    private int framesInLast;

    private SpectrogramRecorder(int rate, SpectrogramSettings settings) {
        this.settings = settings;
        this.hopSamples = settings.hopSeconds() * rate;
        this.window = Window.hanning(Math.max(2, (int) Math.round(settings.windowSeconds() * rate)));
        this.fourier = new Fourier(powerOfTwo(window.length));
        this.frame = new double[window.length];
        this.powers = new double[fourier.bins()];
        this.binHertz = rate / (double) fourier.length();
        this.bins = (int) Math.min(fourier.bins(), Math.floor(settings.highestHertz() / binHertz) + 1);
        this.recent = new double[2 * window.length + (int) hopSamples + 2];
        this.columns = new double[settings.mostColumns()][];
        // The first frame reaches back beyond the beginning, where there is silence.
        this.origin = -window.length;
        this.held = window.length;
    }

    /**
     * A recorder of a signal that has still to come.
     *
     * @param rate samples per second, at least 1
     */
    public static SpectrogramRecorder create(int rate, SpectrogramSettings settings) {
        if (rate < 1) {
            throw new IllegalArgumentException(
                    "a spectrogram needs at least 1 sample per second but the rate is " + rate);
        }
        return new SpectrogramRecorder(rate, settings);
    }

    /** Takes the next samples: {@code count} of an array from {@code offset} on. */
    public void add(double[] samples, int offset, int count) {
        total += count;
        append(samples, offset, count);
    }

    /** What was recorded; nothing can be added afterwards. */
    public Spectrogram finish() {
        // The last frames reach beyond the end, where there is silence again.
        int beyond = (int) ((window.length + hopSamples) / 2) + 2;
        append(new double[beyond], 0, beyond);
        if (opened > 0) {
            // The last column may have fewer frames than the others.
            scale(columns[opened - 1], framesPerColumn / (double) framesInLast);
        }
        return new Spectrogram(settings.hopSeconds() * framesPerColumn, binHertz, decibels(), settings.floorDecibels());
    }

    private void append(double[] samples, int offset, int count) {
        int done = 0;
        while (done < count) {
            int now = Math.min(count - done, recent.length - held);
            System.arraycopy(samples, offset + done, recent, held, now);
            held += now;
            done += now;
            takeFrames();
            forget();
        }
    }

    /** Every frame whose samples are all here and that begins a hop within the signal. */
    private void takeFrames() {
        while (nextStart() + window.length <= origin + held && frames * hopSamples < total) {
            int start = (int) (nextStart() - origin);
            for (int i = 0; i < window.length; i++) {
                frame[i] = window[i] * recent[start + i];
            }
            fourier.powers(frame, powers);
            keep();
            frames++;
        }
    }

    /** Where the next frame begins in the signal, so that its middle is the middle of its hop. */
    private long nextStart() {
        return Math.round((frames + 0.5) * hopSamples - window.length / 2.0);
    }

    private void forget() {
        int unneeded = (int) Math.min(held, nextStart() - origin);
        if (unneeded > 0) {
            System.arraycopy(recent, unneeded, recent, 0, held - unneeded);
            held -= unneeded;
            origin += unneeded;
        }
    }

    private void keep() {
        if (opened == 0 || framesInLast == framesPerColumn) {
            if (opened == columns.length) {
                join();
            }
            columns[opened++] = new double[bins];
            framesInLast = 0;
        }
        double[] column = columns[opened - 1];
        for (int bin = 0; bin < bins; bin++) {
            column[bin] = Math.min(column[bin] + powers[bin], MOST_POWER);
        }
        framesInLast++;
    }

    private void join() {
        opened /= 2;
        for (int c = 0; c < opened; c++) {
            double[] joined = columns[2 * c];
            double[] second = columns[2 * c + 1];
            for (int bin = 0; bin < bins; bin++) {
                joined[bin] = Math.min(joined[bin] + second[bin], MOST_POWER);
            }
            columns[c] = joined;
        }
        Arrays.fill(columns, opened, columns.length, null);
        framesPerColumn *= 2;
    }

    private float[][] decibels() {
        double strongest = 0;
        for (int c = 0; c < opened; c++) {
            strongest = Math.max(strongest, Arrays.stream(columns[c]).max().orElse(0));
        }
        var decibels = new float[opened][bins];
        for (int c = 0; c < opened; c++) {
            for (int bin = 0; bin < bins; bin++) {
                double relative =
                        strongest > 0 ? 10 * Math.log10(columns[c][bin] / strongest) : Double.NEGATIVE_INFINITY;
                decibels[c][bin] = (float) Math.max(settings.floorDecibels(), relative);
            }
        }
        return decibels;
    }

    private static void scale(double[] column, double factor) {
        for (int bin = 0; bin < column.length; bin++) {
            column[bin] = Math.min(column[bin] * factor, MOST_POWER);
        }
    }

    private static int powerOfTwo(int atLeast) {
        return Integer.highestOneBit(2 * atLeast - 1);
    }
}
