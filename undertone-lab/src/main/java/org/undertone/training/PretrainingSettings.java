package org.undertone.training;

import java.util.Objects;
import org.undertone.corpus.ClipWindow;
import org.undertone.features.FrameColumns;
import org.undertone.network.EncoderSettings;
import org.undertone.network.RecurrentEngine;
import org.undertone.objective.MaskedSpanSettings;

/**
 * Settings of pre-training, each point that the paper leaves open among them.
 *
 * @param hidden units of each GRU layer; the paper's 256
 * @param layers GRU layers; the paper's 2
 * @param window how long clips are cut; the paper implies about 300 steps
 * @param span what is hidden and what the loss sees
 * @param trainer epochs, batches and Adam
 * @param heldOutShare share of the groups kept out to watch the loss on, in [0, 1); 0 for none
 * @param engine what runs the recurrent layers
 */
public record PretrainingSettings(
        int hidden,
        int layers,
        ClipWindow window,
        MaskedSpanSettings span,
        TrainerSettings trainer,
        double heldOutShare,
        RecurrentEngine engine) {

    /** The paper's settings, and the stated defaults where it is silent. */
    public static final PretrainingSettings PAPER = new PretrainingSettings(
            256,
            2,
            new ClipWindow(300, ClipWindow.Cut.CENTRE),
            MaskedSpanSettings.PAPER,
            new TrainerSettings(50, 32, 0, AdamSettings.DEFAULT),
            0.1,
            RecurrentEngine.ONEDNN);

    /** Checks the ranges. */
    public PretrainingSettings {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(trainer, "trainer");
        Objects.requireNonNull(engine, "engine");
        if (!(heldOutShare >= 0 && heldOutShare < 1)) {
            throw new IllegalArgumentException(
                    "share of groups held out of pre-training must lie in [0, 1) but is " + heldOutShare);
        }
        // Checks hidden and layers, whatever the columns will be.
        encoderOf(1, hidden, layers);
    }

    /** The same with another number of units in each layer. */
    public PretrainingSettings withHidden(int units) {
        return new PretrainingSettings(units, layers, window, span, trainer, heldOutShare, engine);
    }

    /** The encoder for frames of these columns: it gives back as many values as it takes. */
    public EncoderSettings encoder(FrameColumns columns) {
        return encoderOf(columns.count(), hidden, layers);
    }

    private static EncoderSettings encoderOf(int columns, int hidden, int layers) {
        return new EncoderSettings(columns, hidden, layers, false, columns);
    }
}
