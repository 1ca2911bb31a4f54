package org.undertone.model;

import java.util.ArrayList;
import java.util.List;

/** An encoder ready to run: settings and packed weights. Immutable; what changes is the {@link EncoderState}. */
final class GruEncoder {
    private final GruEncoderSettings settings;
    private final List<GruLayer> layers = new ArrayList<>();
    private final PackedMatrix output;
    private final float[] outputBias;

    GruEncoder(GruEncoderSettings settings, GruEncoderWeights weights) {
        weights.check(settings);
        this.settings = settings;
        for (int layer = 0; layer < settings.layers(); layer++) {
            layers.add(new GruLayer(weights.layers().get(layer), settings.layerInputs(layer), settings.hidden()));
        }
        this.output = new PackedMatrix(weights.output().weights(), settings.outputs(), settings.hidden());
        this.outputBias = weights.output().bias().clone();
    }

    /** The state before the first frame: all units 0. */
    EncoderState begin() {
        return new EncoderState(settings);
    }

    /**
     * One step: (frame, state) to (output, next). Allocates nothing and changes {@code state} only where it is also
     * {@code next}.
     *
     * @param frame where the standardised frame lies, from {@code offset} on
     */
    void step(float[] frame, int offset, EncoderState state, EncoderState next) {
        float[] below = frame;
        int at = offset;
        for (int layer = 0; layer < settings.layers(); layer++) {
            layers.get(layer)
                    .step(below, at, state.hidden[layer], next.hidden[layer], next.inputGates, next.hiddenGates);
            below = next.hidden[layer];
            at = 0;
        }
        // y = W_o h + b_o
        output.multiply(below, 0, outputBias, next.output);
    }
}
