package org.undertone.features.source;

import java.util.HashMap;
import java.util.Map;
import org.undertone.signal.Excerpt;
import org.undertone.signal.FrameGrid;

/**
 * {@link Srh} of pieces of a recording that overlap: frames that lie wholly inside a piece and the one before are not summed
 * again. What is decided over all frames, the range of the pitch and the threshold of voicing, is decided for each piece
 * anew. One instance for each recording.
 */
public final class RollingSrh {
    private final HarmonicSums harmonics;
    private final RollingResidual residual;
    /** Samples at both ends of a piece that fewer frames of the residual reach than inside. */
    private final int ends;
    /** By the sample number of the centre within the recording. */
    private Map<Long, double[]> shared = new HashMap<>();

    private RollingSrh(int rate, SrhSettings settings) {
        this.harmonics = new HarmonicSums(rate, settings);
        var frames = new ResidualFrames(rate, Srh.order(rate), settings.quirks());
        this.residual = RollingResidual.of(frames);
        this.ends = frames.length();
    }

    /**
     * Before the first piece.
     *
     * @param rate samples per second, at least ten times the settings' highest pitch, at most {@link Srh#HIGHEST_RATE}
     * @param settings without the original's quirks
     */
    public static RollingSrh create(int rate, SrhSettings settings) {
        Srh.requireRate(rate, settings);
        if (rate > Srh.HIGHEST_RATE || settings.quirks() == Quirks.KEPT) {
            throw new IllegalArgumentException("pitch is tracked from piece to piece up to " + Srh.HIGHEST_RATE
                    + " Hz and without quirks but the rate is " + rate + " Hz and the quirks are " + settings.quirks());
        }
        return new RollingSrh(rate, settings);
    }

    /** The sums of the next piece. */
    public Srh of(Excerpt piece) {
        // Each frame is divided by its own norm: the residual's size does not matter.
        double[] raw = residual.raw(piece);
        Map<Long, double[]> kept = new HashMap<>();
        var grid = new FrameGrid(piece.rate(), piece.length());
        var srh = new Srh(harmonics, raw.length, piece.rate(), grid, centre -> {
            int first = harmonics.first(centre);
            int end = first + 2 * harmonics.half();
            if (first < ends || end > raw.length - ends) {
                return harmonics.at(raw, centre);
            }
            long place = piece.offset() + centre;
            double[] known = shared.get(place);
            double[] sums = known == null ? harmonics.at(raw, centre) : known;
            if (first >= piece.sharedFrom()) {
                kept.put(place, sums);
            }
            return sums;
        });
        shared = kept;
        return srh;
    }
}
