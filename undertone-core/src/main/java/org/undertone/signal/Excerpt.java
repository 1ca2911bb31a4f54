package org.undertone.signal;

/**
 * A piece of a longer recording, of which the next piece may share a part: what was computed of that part alone need not be
 * computed again.
 *
 * @param samples of the piece
 * @param rate samples per second
 * @param offset how many samples of the recording come before the piece
 * @param sharedFrom index of the first sample of the piece that the next one has, too; the length of the piece if none
 */
public record Excerpt(double[] samples, int rate, long offset, int sharedFrom) {
    public Excerpt {
        if (offset < 0 || sharedFrom < 0 || sharedFrom > samples.length) {
            throw new IllegalArgumentException("a piece of " + samples.length
                    + " samples must begin at 0 or later and share some of its samples but begins at " + offset
                    + " and shares those from " + sharedFrom + " on");
        }
    }

    /** A whole recording. */
    public static Excerpt whole(double[] samples, int rate) {
        return new Excerpt(samples, rate, 0, samples.length);
    }

    /** Number of samples. */
    public int length() {
        return samples.length;
    }
}
