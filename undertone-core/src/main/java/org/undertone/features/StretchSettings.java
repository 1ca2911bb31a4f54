package org.undertone.features;

/**
 * How a recording is cut for analysis. Each stretch has a core, whose frames are kept, and a margin on both sides, whose
 * frames are thrown away:
 *
 * <pre>
 *   margin |----- core -----| margin
 *                    margin |----- core -----| margin
 * </pre>
 *
 * What is decided over a whole stretch (the range of F0, the period that closure instants are looked for with, the level of
 * silence) may differ from what is decided over a whole recording; everything else agrees where the margin is long enough.
 * Memory grows with the stretch, and the delay of a live analysis is core and one margin. Margins cost little: of them only
 * those decisions and what the frames of the core depend on are computed, and what the stretch before computed is taken over.
 *
 * @param coreSeconds from a stretch to the next; 0.1 to 1800, or infinity for a whole recording in one piece
 * @param marginSeconds on each side, as far as there is sound; 0.2 or more
 */
public record StretchSettings(double coreSeconds, double marginSeconds) {
    /** The longest piece of a recording that is analysed at once. */
    static final double LONGEST_SECONDS = 1800;

    /** For files: some 100 MB of memory whatever their length. */
    public static final StretchSettings DEFAULT = new StretchSettings(20, 1);
    /** For voices that are followed while they speak: a delay of a second and a half. */
    public static final StretchSettings LIVE = new StretchSettings(1, 0.5);
    /** A whole recording in one piece, as the original does. */
    public static final StretchSettings WHOLE = new StretchSettings(Double.POSITIVE_INFINITY, 1);

    public StretchSettings {
        if (!(coreSeconds >= 0.1 && (coreSeconds <= LONGEST_SECONDS || Double.isInfinite(coreSeconds)))) {
            throw new IllegalArgumentException("the core of a stretch must last 0.1 s to " + LONGEST_SECONDS
                    + " s, or be infinite for whole recordings, but lasts " + coreSeconds);
        }
        if (!(marginSeconds >= 0.2 && marginSeconds <= 60)) {
            throw new IllegalArgumentException(
                    "the margin of a stretch must last 0.2 s to 60 s but lasts " + marginSeconds);
        }
    }

    /** Whether recordings are analysed in one piece. */
    public boolean isWhole() {
        return Double.isInfinite(coreSeconds);
    }

    /** Number of frames that a stretch adds; more than any recording has for {@link #isWhole() whole} ones. */
    int coreFrames() {
        return isWhole() ? Integer.MAX_VALUE : (int) Math.round(coreSeconds / Frames.HOP_SECONDS);
    }

    /** Number of frames on each side of the core. */
    int marginFrames() {
        return (int) Math.round(marginSeconds / Frames.HOP_SECONDS);
    }
}
