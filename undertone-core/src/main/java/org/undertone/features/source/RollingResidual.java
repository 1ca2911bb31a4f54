package org.undertone.features.source;

import java.util.Arrays;
import org.undertone.signal.Excerpt;
import org.undertone.signal.IndexRange;

/**
 * The {@link LpResidual} of pieces of a recording that overlap: the frames that a piece shares with the one before are not
 * computed again, and the result is the same to the last bit. One instance for each recording.
 */
public final class RollingResidual {
    private final ResidualFrames frames;
    /** What the next piece shares of the latest residual, before normalisation. */
    private double[] shared = new double[0];

    private long sharedOffset;
    /** Frames that lie in the shared part, summed up in it. */
    private int sharedFrames;

    private RollingResidual(ResidualFrames frames) {
        this.frames = frames;
    }

    /** Before the first piece; parameters as for {@link LpResidual}. */
    public static RollingResidual create(int rate, int order, Quirks quirks) {
        return of(new ResidualFrames(rate, order, quirks));
    }

    static RollingResidual of(ResidualFrames frames) {
        return new RollingResidual(frames);
    }

    /** The residual of the next piece, as long as it, at most 1 in absolute value. */
    public double[] of(Excerpt piece) {
        return LpResidual.normalized(raw(piece));
    }

    /** The same without normalisation. */
    double[] raw(Excerpt piece) {
        double[] samples = piece.samples();
        var residual = new double[samples.length];
        int count = frames.count(samples.length);
        int done = Math.min(count, known(piece));
        if (done > 0) {
            // Earlier frames reach into the first samples, which are summed again.
            int mixed = Math.min(frames.length(), samples.length);
            int begin = Math.toIntExact(piece.offset() - sharedOffset);
            int copied = Math.min(samples.length, shared.length - begin) - mixed;
            System.arraycopy(shared, begin + mixed, residual, mixed, Math.max(0, copied));
            int again = Math.min(done, (mixed - 1) / frames.shift() + 1);
            frames.add(samples, samples, new IndexRange(0, again), mixed, residual);
        }
        frames.add(samples, samples, new IndexRange(done, count), samples.length, residual);
        keep(piece, residual, count);
        return residual;
    }

    /** How many of the first frames of a piece lie in what is shared. */
    private int known(Excerpt piece) {
        long behind = piece.offset() - sharedOffset;
        boolean aligned = behind >= 0 && behind % frames.shift() == 0;
        // In a piece that ends before the one before fewer frames add up.
        boolean reaches = behind + piece.length() >= shared.length;
        return aligned && reaches ? (int) Math.max(0, sharedFrames - behind / frames.shift()) : 0;
    }

    private void keep(Excerpt piece, double[] residual, int count) {
        int first = (piece.sharedFrom() + frames.shift() - 1) / frames.shift();
        sharedFrames = Math.max(0, count - first);
        int from = Math.min(residual.length, first * frames.shift());
        shared = Arrays.copyOfRange(residual, from, residual.length);
        sharedOffset = piece.offset() + from;
    }
}
