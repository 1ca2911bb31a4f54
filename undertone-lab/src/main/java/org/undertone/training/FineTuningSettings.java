package org.undertone.training;

import java.util.Objects;
import org.undertone.corpus.ClipWindow;
import org.undertone.network.Pooling;

/**
 * Settings of learning from labels, for the frozen encoder's head and for networks trained end to end alike.
 *
 * @param window how long clips are cut
 * @param pooling how steps become one vector; the paper does not say
 * @param trainer the paper's 30 epochs and Adam at 0.001; batches are ours
 */
public record FineTuningSettings(ClipWindow window, Pooling pooling, TrainerSettings trainer) {

    /** The paper's settings, and the stated defaults where it is silent. */
    public static final FineTuningSettings PAPER = new FineTuningSettings(
            new ClipWindow(300, ClipWindow.Cut.CENTRE),
            Pooling.MEAN,
            new TrainerSettings(30, 32, 0, AdamSettings.DEFAULT));

    /** Checks that all is there. */
    public FineTuningSettings {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(pooling, "pooling");
        Objects.requireNonNull(trainer, "trainer");
    }
}
