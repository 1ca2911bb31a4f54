package org.undertone.model;

import java.util.ArrayList;
import java.util.List;

/**
 * An encoder ready to run: settings and packed weights. Immutable; what changes is the {@link EncoderState}. It runs layer by
 * layer over a block of steps and of up to three states that see the same frames:
 *
 * <pre>
 *   frames of the block ── W_i x of layer 0, once for all states
 *        layer 0, step by step: W_h h for all states in one pass over the weights
 *        W_i x of layer 1, for all steps and states
 *        layer 1, step by step ...
 *        outputs, for all steps and states
 * </pre>
 *
 * What a state becomes does not depend on what shares its block, to the last bit.
 */
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
     * One step: (frame, state) to (output, next). Allocates nothing after the first step into {@code next}, and changes {@code
     * state} only where it is also {@code next}.
     *
     * @param frame where the standardised frame lies, from {@code offset} on
     */
    void step(float[] frame, int offset, EncoderState state, EncoderState next) {
        if (next != state) {
            next.set(state);
        }
        EncoderBlock single = next.single(settings);
        System.arraycopy(frame, offset, single.frames[0], 0, settings.inputs());
        prepare(single, 1);
        run(single, 1, next.alone());
        System.arraycopy(single.outputs[0], 0, next.output, 0, settings.outputs());
    }

    /** Scratch for so many steps and states at once; more states than it holds take turns. */
    EncoderBlock block(int steps, int states) {
        return new EncoderBlock(settings, steps, states);
    }

    /** Prepares what {@link #run} needs of the first {@code steps} frames of the block, the same for all states. */
    void prepare(EncoderBlock block, int steps) {
        layers.get(0).inputGates(block.frames, block.frameGates, steps);
    }

    /**
     * Takes states through the frames of a prepared block. Allocates nothing; the block's outputs are set.
     *
     * @param states as many as the block holds, or fewer
     */
    void run(EncoderBlock block, int steps, EncoderState... states) {
        int rows = steps * states.length;
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layer > 0) {
                layers.get(layer).inputGates(block.hidden, block.inputGates, rows);
            }
            recur(layer, block, steps, states);
        }
        // y = W_o h + b_o
        output.multiply(block.hidden, outputBias, block.outputs, rows);
    }

    private void recur(int layer, EncoderBlock block, int steps, EncoderState[] states) {
        int count = states.length;
        for (int step = 0; step < steps; step++) {
            for (int state = 0; state < count; state++) {
                block.before[state] =
                        step == 0 ? states[state].hidden[layer] : block.hidden[(step - 1) * count + state];
            }
            layers.get(layer).hiddenGates(block.before, block.hiddenGates, count);
            for (int state = 0; state < count; state++) {
                int row = step * count + state;
                float[] input = layer == 0 ? block.frameGates[step] : block.inputGates[row];
                block.gates.apply(input, block.hiddenGates[state], block.before[state], block.hidden[row]);
            }
        }
        for (int state = 0; state < count; state++) {
            float[] units = states[state].hidden[layer];
            System.arraycopy(block.hidden[(steps - 1) * count + state], 0, units, 0, units.length);
        }
    }
}
