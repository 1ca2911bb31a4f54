package org.undertone.objective;

import java.util.Objects;

/**
 * How spans are hidden (the paper, section 3.2).
 *
 * @param spanSteps consecutive steps hidden in each clip; the paper's 30, about a tenth of 300
 * @param largestShare of a clip that may be hidden, in (0, 1]: a clip too short for the span loses that share instead.
 *     The paper does not say what becomes of short clips
 * @param maskValue what hidden values become; the paper's -30, far outside the standardised range
 * @param lossOver which frames the loss is the mean over; the paper's text reads as all
 */
public record MaskedSpanSettings(int spanSteps, double largestShare, double maskValue, LossOver lossOver) {

    /** Frames that count in the loss. */
    public enum LossOver {
        /** Every real frame. */
        ALL_FRAMES,
        /** Hidden frames only. */
        HIDDEN_FRAMES
    }

    /** What the paper says, and the stated defaults where it is silent. */
    public static final MaskedSpanSettings PAPER = new MaskedSpanSettings(30, 0.5, -30, LossOver.ALL_FRAMES);

    /** Checks the ranges. */
    public MaskedSpanSettings {
        Objects.requireNonNull(lossOver, "lossOver");
        if (spanSteps < 1) {
            throw new IllegalArgumentException("the hidden span must have at least 1 step but has " + spanSteps);
        }
        if (!(largestShare > 0 && largestShare <= 1)) {
            throw new IllegalArgumentException("share of hidden frames must lie in (0, 1] but is " + largestShare);
        }
        if (!Double.isFinite(maskValue)) {
            throw new IllegalArgumentException("the value of hidden frames must be finite but is " + maskValue);
        }
    }

    /** Steps hidden in a clip of so many; at least 1. */
    public int spanOf(int steps) {
        return Math.max(1, Math.min(spanSteps, (int) (steps * largestShare)));
    }
}
