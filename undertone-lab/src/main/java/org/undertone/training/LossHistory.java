package org.undertone.training;

import java.util.ArrayList;
import java.util.List;

/** The loss after each epoch. */
public record LossHistory(List<Epoch> epochs) {

    /**
     * One epoch.
     *
     * @param training mean loss over its batches, as it was while weights changed
     * @param heldOut loss on held-out clips at its end; NaN where none are held out
     */
    public record Epoch(double training, double heldOut) {}

    /** Copies the list. */
    public LossHistory {
        epochs = List.copyOf(epochs);
    }

    LossHistory and(Epoch epoch) {
        List<Epoch> longer = new ArrayList<>(epochs);
        longer.add(epoch);
        return new LossHistory(longer);
    }

    /** As CSV with a header: epoch, training, held_out (empty where none). */
    public String csv() {
        StringBuilder text = new StringBuilder("epoch,training,held_out\n");
        for (int i = 0; i < epochs.size(); i++) {
            Epoch epoch = epochs.get(i);
            text.append(i + 1).append(',').append(epoch.training()).append(',');
            text.append(Double.isNaN(epoch.heldOut()) ? "" : epoch.heldOut()).append('\n');
        }
        return text.toString();
    }
}
