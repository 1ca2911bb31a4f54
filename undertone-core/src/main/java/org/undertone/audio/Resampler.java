package org.undertone.audio;

import java.util.Arrays;
import java.util.Objects;

/**
 * Brings a signal from one sampling rate to another by a sinc under Kaiser's window, in chunks of any size: the chunks
 * together give the same samples, bit for bit, as the signal in one piece.
 *
 * <p>Sample n of the output lies exactly at the time n / to; there is no delay, and beyond its ends the signal counts as
 * zero. A signal of n samples becomes {@code ceil(n to / from)}. Up to {@value #PASS_BAND} of half the lower of the two
 * rates the gain is 1 within 0.001 dB; from half the lower rate on, everything is at least 90 dB down. Between equal
 * rates samples pass as they are. Keeps state: one for each signal.
 */
public final class Resampler {
    /** The share of the lower rate's half that passes unharmed. */
    public static final double PASS_BAND = SincTable.PASS_BAND;

    private final int from;
    private final int to;
    private final SincTable table;
    /** Input samples that are still needed; the first of them has the index {@code heldFrom}. */
    private double[] held;

    private int heldCount;
    private long heldFrom;
    private long pushed;
    private long given;

    private Resampler(int from, int to, SincTable table) {
        this.from = from;
        this.to = to;
        this.table = table;
        // Zeros before the signal.
        this.heldCount = table.reach();
        this.heldFrom = -heldCount;
        this.held = new double[heldCount];
    }

    /**
     * A resampler for one signal.
     *
     * @param from samples per second of what is pushed
     * @param to samples per second of what comes back
     * @throws IllegalArgumentException where a rate is not positive, or one is more than 1,000 times the other
     */
    public static Resampler create(int from, int to) {
        return new Resampler(from, to, SincTable.of(from, to));
    }

    /** A whole signal at another rate. */
    public static double[] resample(double[] signal, int from, int to) {
        Resampler resampler = create(from, to);
        double[] most = resampler.push(signal, 0, signal.length);
        double[] rest = resampler.finish();
        double[] all = Arrays.copyOf(most, most.length + rest.length);
        System.arraycopy(rest, 0, all, most.length, rest.length);
        return all;
    }

    /** The same recording at another rate; closing it closes the one given. */
    public static AudioStream resample(AudioStream stream, int to) {
        return stream.rate() == to ? stream : new ResampledStream(stream, create(stream.rate(), to));
    }

    /** How many samples a signal has after resampling: {@code ceil(samples to / from)}. */
    public static long length(long samples, int from, int to) {
        return Math.addExact(Math.multiplyExact(samples, (long) to), from - 1L) / from;
    }

    /** Samples per second of what comes back. */
    public int rate() {
        return to;
    }

    /** How many samples a signal of so many has after resampling. */
    public long length(long samples) {
        return length(samples, from, to);
    }

    /**
     * Takes the next samples of the signal.
     *
     * @return the samples of the output that are settled by now; they may be none
     */
    public double[] push(double[] samples, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, samples.length);
        if (from == to) {
            return Arrays.copyOfRange(samples, offset, offset + count);
        }
        append(samples, offset, count);
        pushed += count;
        return settled(length(pushed));
    }

    /** Ends the signal: returns the samples that waited for more. Nothing may be pushed afterwards. */
    public double[] finish() {
        if (from == to) {
            return new double[0];
        }
        append(new double[table.reach()], 0, table.reach());
        return settled(length(pushed));
    }

    private void append(double[] samples, int offset, int count) {
        int needed = Math.addExact(heldCount, count);
        if (needed > held.length) {
            held = Arrays.copyOf(held, Math.max(needed, (int) Math.min(2L * held.length, Integer.MAX_VALUE - 8)));
        }
        System.arraycopy(samples, offset, held, heldCount, count);
        heldCount = needed;
    }

    /** Outputs from the first not given yet on, as far as their inputs are there, up to a length of the whole. */
    private double[] settled(long length) {
        long end = heldFrom + heldCount;
        // Output n needs inputs up to floor(n from / to) + reach.
        long ready = Math.min(length, length(Math.max(0, end - table.reach())));
        var out = new double[Math.toIntExact(Math.max(0, ready - given))];
        for (int i = 0; i < out.length; i++, given++) {
            long position = given * from;
            out[i] = table.dot(held, (int) (position / to - heldFrom), (int) (position % to));
        }
        long unneeded = Math.min(given * from / to - table.reach() - heldFrom, heldCount);
        if (unneeded > 0) {
            System.arraycopy(held, (int) unneeded, held, 0, heldCount - (int) unneeded);
            heldCount -= (int) unneeded;
            heldFrom += unneeded;
        }
        return out;
    }
}
